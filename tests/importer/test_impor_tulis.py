"""Putting blocks into files, skeletons, and the commands."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pabrik
import pytest
from click.testing import CliRunner, Result
from impor_kasus import KONTEKS, block
from ruamel.yaml import YAML

from mkdocs_kinerja import cli
from mkdocs_kinerja.importer import sisip, tulis
from mkdocs_kinerja.importer.catatan import ImporError
from mkdocs_kinerja.importer.tulis import write_file
from mkdocs_kinerja.loading.yaml_events import parse

TABEL = "Layanan;Target\nUji;3\nLab;4\n"
BLOK = block(TABEL, "a.csv")


def inserted(teks: str, *, timpa: bool = False) -> str:
    hasil = sisip.insert(teks, BLOK, timpa=timpa)
    assert not parse(hasil).problems
    return hasil


def outside(lama: str, baru: str) -> bool:
    """Whether the old text is the new one without one piece in the middle."""
    return any(baru.startswith(lama[:n]) and baru.endswith(lama[n:]) for n in range(len(lama) + 1))


@pytest.mark.parametrize(
    "teks",
    [
        pabrik.LAPORAN_YML,
        "laporan: {}\n",
        "laporan: {}",
        "laporan: {}\n\n# penutup\n",
        "laporan: {}\ntabel:\n- id: x\n  isi: |\n    a* | target\n# akhir\nkendala: |\n  # x\n",
        "laporan: {}\ntabel:\n    - id: x  # catatan\n      isi: |\n          a* | target\n\n\n# milik kendala\nkendala: |\n  # x\n",
        "laporan: {}\r\ntabel:\r\n  - id: x\r\n    isi: |\r\n      a* | target\r\n",
    ],
)
def test_nothing_else_changes(teks: str) -> None:
    hasil = inserted(teks)
    assert outside(teks, hasil)
    assert hasil.count("- id: layanan") == 1
    assert ("\r\n" in hasil) == ("\r\n" in teks)
    assert "\n" not in hasil.replace("\r\n", "") if "\r\n" in teks else True
    for garis in teks.splitlines():
        assert garis in hasil.splitlines()


def test_the_place_is_the_end_of_the_tables_before_comments_on_what_follows() -> None:
    hasil = inserted(
        "laporan: {}\ntabel:\n  - id: x\n    isi: |\n      a* | target\n\n# Kendala tahun ini.\nkendala: |\n  # x\n"
    )
    urut = [hasil.index(t) for t in ("- id: x", "- id: layanan", "# Kendala tahun ini.", "kendala:")]
    assert urut == sorted(urut)


@pytest.mark.parametrize("kosong", ["tabel:\n", "tabel: []\n"])
def test_an_empty_list_is_filled(kosong: str) -> None:
    assert "\n\n" not in inserted(f"laporan: {{}}\n{kosong}kendala: |\n  # x\n").split("kendala")[0].strip()


def test_force_replaces_only_that_table() -> None:
    teks = (
        "laporan: {}\ntabel:\n  - id: layanan\n    isi: |\n      a* | target\n\n  # tetap\n  - id: y\n    catatan: b\n"
    )
    with pytest.raises(ImporError, match="sudah ada dalam laporan"):
        sisip.insert(teks, BLOK)
    hasil = inserted(teks, timpa=True)
    assert "a* | target" not in hasil
    assert "  # tetap\n  - id: y\n    catatan: b\n" in hasil
    assert inserted(hasil, timpa=True) == hasil


@pytest.mark.parametrize(
    "teks", ["a: [\n", "- x\n", "laporan: {}\ntabel: [{id: x}]\n", "laporan: {}\nlaporan: {}\n", ""]
)
def test_files_that_cannot_be_edited_are_left_alone(teks: str) -> None:
    with pytest.raises(ImporError):
        sisip.insert(teks, BLOK)


def test_a_round_trip_library_sees_the_same_comments(akar: Path) -> None:
    teks = (akar / "data" / "satker" / "bbspjikkp" / "satker.yml").read_text("utf-8")
    hasil = inserted(teks)
    assert YAML().load(hasil)["satker"] == YAML().load(teks)["satker"]


def test_files_are_written_whole_and_never_over_others(tmp_path: Path) -> None:
    jalur = tmp_path / "baru" / "a.yml"
    write_file(jalur, "satu\n")
    with pytest.raises(ImporError, match="sudah ada"):
        write_file(jalur, "dua\n")
    assert jalur.read_text("utf-8") == "satu\n"
    write_file(jalur, "dua\n", timpa=True)
    assert jalur.read_text("utf-8") == "dua\n"
    assert [p.name for p in jalur.parent.iterdir()] == ["a.yml"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jalur = tmp_path / "a.yml"
    jalur.write_text("lama\n", "utf-8")
    jalur.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr(tulis.os, "fsync", full)
    with pytest.raises(ImporError, match="errno 28"):
        write_file(jalur, "baru\n", timpa=True)
    assert jalur.read_text("utf-8") == "lama\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yml"]
    monkeypatch.undo()
    write_file(jalur, "baru\n", timpa=True)
    assert jalur.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "asli.yml").write_text("lama\n", "utf-8")
    (tmp_path / "tautan.yml").symlink_to("asli.yml")
    write_file(tmp_path / "tautan.yml", "baru\n", timpa=True)
    assert (tmp_path / "tautan.yml").is_symlink()
    assert (tmp_path / "asli.yml").read_text("utf-8") == "baru\n"


def kinerja(*argumen: str, masuk: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, list(argumen), input=masuk, catch_exceptions=False)


def test_import_to_standard_output(tmp_path: Path) -> None:
    hasil = kinerja("import", "-", "--data", str(tmp_path), masuk=TABEL)
    assert hasil.exit_code == 0
    assert hasil.stdout == BLOK.text().replace("    sumber: 2-3\n", "")
    assert kinerja("import", "-", "--data", str(tmp_path), masuk=TABEL).stdout == hasil.stdout


def test_import_tells_its_guesses_in_english(tmp_path: Path) -> None:
    hasil = kinerja("import", "-", "--data", str(tmp_path), "--lang", "en", masuk="Layanan;Realisasi\nUji;3\n")
    assert "check: column 'Realisasi' is guessed to be hasil" in hasil.stderr
    assert "# periksa: kolom 'Realisasi' ditebak hasil" in hasil.stdout


def test_import_into_a_report_that_then_has_no_problems(tmp_path: Path) -> None:
    jalur = pabrik.site(tmp_path)
    sumber = tmp_path / "sumber.txt"
    sumber.write_text("Indikator Kinerja\tTarget\nIKM\t3,86\nJumlah pelanggan\t650 Perusahaan\n", "utf-8")
    hasil = kinerja("import", str(sumber), "--into", str(jalur), "--id", "baru")
    assert hasil.exit_code == 0, hasil.output
    teks = jalur.read_text("utf-8")
    assert "      ikm        | IKM              | 3,86\n" in teks
    assert "    sumber: 2-3\n" in teks
    assert [t.aturan for t in pabrik.run(tmp_path).temuan if t.aturan.startswith("KIN9")] == []
    ulang = kinerja("import", str(sumber), "--into", str(jalur), "--id", "baru")
    assert ulang.exit_code == 2
    assert jalur.read_text("utf-8") == teks


def test_output_is_never_overwritten_without_force(tmp_path: Path) -> None:
    jalur = tmp_path / "hasil.yml"
    assert kinerja("import", "-", "-o", str(jalur), "--data", "x", masuk=TABEL).exit_code == 0
    assert parse(jalur.read_text("utf-8")).data["tabel"][0]["id"] == "layanan"
    lagi = kinerja("import", "-", "-o", str(jalur), "--data", "x", masuk="Layanan;Target\nLain;9\n")
    assert lagi.exit_code == 2
    assert "--force" in lagi.stderr
    assert "Lain" not in jalur.read_text("utf-8")
    assert (
        kinerja("import", "-", "-o", str(jalur), "--force", "--data", "x", masuk="Layanan;Target\nLain;9\n").exit_code
        == 0
    )
    assert "Lain" in jalur.read_text("utf-8")


@pytest.mark.parametrize(
    "argumen",
    [["tidak-ada.txt"], [".", "--lines", "1-2"], ["-", "--lines", "9"], ["-", "--range", "A1:B2"], ["-", "--into", "x.yml"],
     ["-", "--id", "tidak sah"]],
)  # fmt: skip
def test_bad_usage_is_a_message_and_status_2(argumen: list[str]) -> None:
    hasil = kinerja("import", *argumen, masuk=TABEL)
    assert hasil.exit_code == 2
    assert "kinerja: " in hasil.stderr
    assert "Traceback" not in hasil.output


def test_new_files_are_valid_as_they_stand(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    assert kinerja("new", "laporan", "bspji-uji", "2025-tw2", "--data", data).exit_code == 2
    assert kinerja("new", "satker", "bspji-uji", "--data", data).exit_code == 0
    for periode in ("2025-tw2", "2023-tahunan"):
        assert kinerja("new", "laporan", "bspji-uji", periode, "--data", data).exit_code == 0
    assert not [t for t in pabrik.run(tmp_path).temuan if t.aturan.startswith("KIN9")]
    assert kinerja("new", "satker", "bspji-uji", "--data", data).exit_code == 2
    laporan = tmp_path / "data" / "satker" / "bspji-uji" / "2025-tw2.yml"
    assert kinerja("import", "-", "--into", str(laporan), masuk=TABEL).exit_code == 0
    assert not [t for t in pabrik.run(tmp_path).temuan if t.aturan.startswith("KIN9")]


def test_the_commented_examples_are_valid_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    kinerja("new", "satker", "uji", "--data", str(data))
    (data / "indikator.yml").write_text(pabrik.INDIKATOR_YML, "utf-8")
    kinerja("new", "laporan", "uji", "2025-tw2", "--data", str(data))
    for jalur in (data / "satker" / "uji").iterdir():
        teks = jalur.read_text("utf-8").replace("tabel: []\n", "tabel:\n")
        jalur.write_text(re.sub(r"(?m)^(\s*)# (?=(?:- )?[a-z_]+:|\s+\S)", r"\1", teks), "utf-8")
    masalah = [t.pesan for t in pabrik.run(tmp_path).temuan if t.aturan == "KIN901"]
    assert not masalah


@pytest.mark.parametrize(
    "argumen",
    [["satker", "../luar"], ["satker", "Huruf Besar"], ["laporan", "uji", "2025-tw9"], ["laporan", "..", "2025-tw1"]],
)
def test_new_refuses_names_that_lead_elsewhere(tmp_path: Path, argumen: list[str]) -> None:
    hasil = kinerja("new", *argumen, "--data", str(tmp_path / "data"))
    assert hasil.exit_code == 2
    assert not (tmp_path / "luar").exists()


def test_a_missing_extra_is_a_friendly_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    with pytest.raises(ImporError, match=r"mkdocs-kinerja\[impor\]"):
        sisip.insert("laporan: {}\n", BLOK)


def test_versions_of_the_report_are_respected() -> None:
    blok = block(
        "KRO;Pagu Awal;Pagu Revisi 9\nA;1.000;2.000\n", "a.csv", konteks=replace(KONTEKS, versi=("awal", "r1"))
    )
    assert any("'r9'" in c.pesan for c in blok.catatan)
