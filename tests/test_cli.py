"""The command line: exit status, formats, languages, and what a person reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pabrik import LAPORAN_YML, site

from mkdocs_kinerja.cli import main
from mkdocs_kinerja.pipeline import shipped_rules


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def jalan(*perintah: str) -> Result:
    return CliRunner().invoke(main, perintah)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("batas", "status"), [("galat", 1), ("peringatan", 1), ("info", 1), ("tidak", 0)])
def test_status_by_severity(batas: str, status: int) -> None:
    assert jalan("check", "data", "--fail-on", batas).exit_code == status


def test_status_zero_and_one_of_notes_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert jalan("check").exit_code == 0
    assert jalan("check", "--fail-on", "info").exit_code == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        (("check", "tidak-ada"), "tidak ditemukan"),
        (("check", "."), "Tidak ada laporan di '.'"),
        (("check", "data", "--satker", "x"), "Yang ada: uji"),
        (("explain", "KN404"), "Maksud Anda KIN404?"),
        (("check", "data", "--format", "pdf"), "pdf"),
    ],
)
def test_a_run_that_fails_says_why_and_ends_with_two(perintah: tuple[str, ...], kata: str) -> None:
    hasil = jalan(*perintah)
    assert hasil.exit_code == 2
    assert kata in hasil.stderr
    assert not hasil.stdout


def test_a_broken_rule_ends_with_two_and_names_its_place(folder: Path) -> None:
    (folder / "r.yml").write_text("keluarga: 4\njudul: X\naturan:\n  - {id: KIN499}\n", "utf-8")
    for perintah in (("check", "data", "--rules", "r.yml"), ("check-rules", "r.yml")):
        hasil = jalan(*perintah)
        assert hasil.exit_code == 2
        assert "r.yml:4:5" in hasil.output


@pytest.mark.usefixtures("folder")
def test_text_is_grouped_place_first_with_the_arithmetic() -> None:
    teks = jalan("check", "data").stdout
    assert teks.splitlines()[0] == "BU \u00b7 Triwulan II 2025 \u00b7 data/satker/uji/2025-tw2.yml"
    assert "  data/satker/uji/2025-tw2.yml:22:41 Galat KIN201\n" in teks
    assert "    453 \u00f7 650 \u00d7 100 = 69,6923\n" in teks
    assert "    Tabel 2, baris 21: 79,7%  \u2190 data/satker/uji/2025-tw2.yml:22:41\n" in teks
    assert teks.splitlines()[-1] == "Temuan: 1 galat, 0 peringatan, 1 info."


def test_places_of_several_measures_say_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, LAPORAN_YML.replace("3,893     | 100,9%", "3,10      | 80,3%"))
    monkeypatch.chdir(tmp_path)
    teks = jalan("check", "data").stdout
    (mulai,) = [n for n, b in enumerate(teks.splitlines()) if "KIN101" in b]
    tempat = [b.split("  ")[2] for b in teks.splitlines()[mulai:] if "Tabel" in b and "baris" in b][:3]
    assert tempat == [
        "Tabel 2, baris 20: Realisasi 3,10",
        "Tabel 1, baris 10: Target 3,86",
        "Tabel 2, baris 20: Capaian 80,3%",
    ]


@pytest.mark.usefixtures("folder")
def test_english_and_minimum() -> None:
    teks = jalan("check", "data", "--lang", "en", "--minimum", "galat").stdout
    assert "Error KIN201" in teks
    assert "KIN401" not in teks
    assert "1 errors, 0 warnings, 1 notes" in teks


@pytest.mark.usefixtures("folder")
def test_json_is_one_document() -> None:
    assert json.loads(jalan("check", "data", "--format", "json").stdout)["versi"] == "1"


def test_explain_shows_the_rule() -> None:
    teks = jalan("explain", "kin201").stdout
    assert teks.startswith("KIN201  Capaian tidak sama dengan realisasi dibagi target\n")
    assert "Cara memperbaiki" in teks
    assert "How to mend" in jalan("explain", "KIN201", "--lang", "en").stdout


def test_check_rules_runs_every_example() -> None:
    hasil = jalan("check-rules")
    assert hasil.exit_code == 0
    assert hasil.stdout.endswith("0 masalah.\n")


def test_check_rules_tells_an_example_that_does_not_hold(tmp_path: Path) -> None:
    asli = (shipped_rules() / "4-simpulan.yml").read_text("utf-8")
    satu = asli[asli.index("  - id: KIN401") : asli.index("  - id: KIN402")].replace("KIN401", "KIN499")
    berkas = tmp_path / "a.yml"
    berkas.write_text("keluarga: 4\njudul: X\naturan:\n" + satu.replace("3,893", "3,1"), "utf-8")
    hasil = jalan("check-rules", str(berkas))
    assert hasil.exit_code == 2
    assert "KIN499" in hasil.stdout
    assert "seharusnya menghasilkan temuan" in hasil.stdout
