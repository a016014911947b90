"""Two publications compared: new, still there, settled, and what only looks settled."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pengaturan import Lapis, Setelan
from mkdocs_kinerja.report import json_
from mkdocs_kinerja.temuan import Keparahan
from mkdocs_kinerja.terbitan import MAKS_UKURAN, Perubahan, TerbitanError, compare, parse, read

SALAH = LAPORAN_YML.replace("100,9%", "190,9%")
"""KIN201 in the table `capaian`."""


def published(hasil: Hasil) -> bytes:
    return json_.render(hasil).encode()


def changes(hasil: Hasil, lama: Hasil) -> Perubahan:
    _, perubahan = compare(hasil, parse(published(lama)))
    assert perubahan is not None
    return perubahan


@pytest.fixture
def salah(tmp_path: Path) -> Hasil:
    site(tmp_path, SALAH)
    return run(tmp_path)


def test_without_an_earlier_publication_nothing_changes(salah: Hasil, tmp_path: Path) -> None:
    assert read(tmp_path / "tiada.json") is None
    assert compare(salah, None) == (salah, None)
    assert {t.status for t in salah.temuan} == {"baru"}


def test_the_same_again_is_all_there_still(salah: Hasil) -> None:
    hasil, perubahan = compare(salah, parse(published(salah)))
    assert {t.status for t in hasil.temuan} == {"tetap"}
    assert [replace(t, status="baru") for t in hasil.temuan] == list(salah.temuan)
    assert perubahan is not None
    assert (perubahan.baru, perubahan.selesai, perubahan.lepas, perubahan.laporan_baru) == ((), (), (), ())
    assert perubahan.tetap == len(salah.temuan)
    assert (perubahan.data, perubahan.aturan, perubahan.perangkat) == (False, False, False)


def test_what_is_mended_is_settled_and_what_broke_is_new(salah: Hasil, tmp_path: Path) -> None:
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(LAPORAN_YML, "utf-8")
    baik = run(tmp_path)
    maju, mundur = changes(baik, salah), changes(salah, baik)
    assert "KIN201" in {t.aturan for t in maju.selesai}
    assert (maju.baru, maju.lepas) == ((), ())
    assert {t.id for t in mundur.baru} == {t.id for t in maju.selesai}
    assert mundur.selesai == ()
    assert (maju.data, maju.aturan) == (True, False)


def test_another_severity_is_no_new_finding(salah: Hasil) -> None:
    lama = replace(salah, temuan=tuple(replace(t, keparahan=Keparahan.INFO) for t in salah.temuan))
    assert changes(salah, lama).tetap == len(salah.temuan)


def test_a_report_that_is_gone_settles_nothing(salah: Hasil, tmp_path: Path) -> None:
    satker = tmp_path / "data/satker/uji"
    (satker / "2025-tw2.yml").rename(satker / "2025-tw3.yml")
    p = changes(run(tmp_path), salah)
    assert p.selesai == ()
    assert {a for _, a in p.lepas} == {"laporan"}
    assert len(p.lepas) == len(salah.temuan)
    assert [x.kunci for x in p.laporan_baru] == [("uji", "2025-tw3")]
    assert p.laporan_hilang == (("uji", "2025-tw2"),)


@pytest.mark.parametrize("pilihan", ["abaikan", "satker"])
def test_a_rule_that_is_switched_off_settles_nothing(salah: Hasil, tmp_path: Path, pilihan: str) -> None:
    if pilihan == "abaikan":
        kini = run(tmp_path, abaikan=("KIN201",))
    else:
        kini = run(tmp_path, lapis=(Lapis(Setelan(), {"uji": Setelan(abaikan=("KIN201",))}),))
    p = changes(kini, salah)
    assert p.aturan
    assert not p.data
    assert [(t.aturan, a) for t, a in p.lepas if t.aturan == "KIN201"] == [("KIN201", "aturan")]
    assert "KIN201" not in {t.aturan for t in p.selesai}


def test_a_rule_that_could_not_be_run_settles_nothing(salah: Hasil) -> None:
    kini = replace(salah, temuan=(), galat_mesin={"KIN201": "rusak"})
    assert {t.aturan for t, a in changes(kini, salah).lepas if a == "mesin"} == {"KIN201"}


def test_a_file_that_cannot_be_read_settles_nothing_but_its_own_mistakes(salah: Hasil, tmp_path: Path) -> None:
    jalur = tmp_path / "data/satker/uji/2025-tw2.yml"
    jalur.write_text("laporan:\n\tdokumen: x\n", "utf-8")
    rusak = run(tmp_path)
    assert {a for _, a in changes(rusak, salah).lepas} == {"berkas"}
    assert changes(rusak, salah).selesai == ()
    selesai = changes(salah, rusak).selesai
    assert selesai
    assert {t.aturan[:4] for t in selesai} == {"KIN9"}


def test_a_table_that_is_gone_settles_nothing(salah: Hasil, tmp_path: Path) -> None:
    awal, akhir = SALAH.index("  - id: capaian"), SALAH.index("kendala: |")
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(SALAH[:awal] + "\n" + SALAH[akhir:], "utf-8")
    p = changes(run(tmp_path), salah)
    assert {t.aturan for t, a in p.lepas if a == "tabel"} >= {"KIN201"}


def test_the_result_names_the_earlier_publication_it_was_compared_with(salah: Hasil) -> None:
    isi = published(salah)
    hasil, _ = compare(salah, parse(isi))
    assert json.loads(published(hasil))["masukan"]["terbitan_lalu"] == parse(isi).sidik
    assert "terbitan_lalu" not in json.loads(isi)["masukan"]
    # The next publication compares with this one just the same.
    assert changes(salah, hasil).tetap == len(salah.temuan)


# -- what is no earlier publication ------------------------------------------------------------------------------------


def _without(kunci: str) -> Callable[[dict[str, Any]], None]:
    return lambda d: d.pop(kunci)


@pytest.mark.parametrize(
    ("rusakkan", "pesan"),
    [
        (_without("versi"), "tidak ada `versi`"),
        (lambda d: d.update(versi=1), "bukan `1`"),
        (_without("masukan"), "`masukan` tidak ada"),
        (_without("temuan"), "`temuan` tidak ada"),
        (_without("ringkasan"), "`ringkasan` tidak ada"),
        (lambda d: d["ringkasan"].update(pemeriksaan="1"), "`pemeriksaan` tidak ada"),
        (lambda d: d["masukan"].update(data=None), "`data` tidak ada"),
        (lambda d: d.update(temuan={"a": 1}), "tidak ada atau keliru"),
        (lambda d: d.update(temuan=["a"]), "tidak ada atau keliru"),
        (lambda d: d["temuan"][0].update(keparahan="gawat"), "tidak ada atau keliru"),
        (lambda d: d["temuan"][0].update(pesan="x"), "tidak ada atau keliru"),
        (lambda d: d["temuan"][0].pop("id"), "`id` tidak ada"),
    ],
)
def test_a_foreign_or_incomplete_file_is_refused(
    salah: Hasil, rusakkan: Callable[[dict[str, Any]], object], pesan: str
) -> None:
    dokumen = json.loads(published(salah))
    rusakkan(dokumen)
    with pytest.raises(TerbitanError, match=pesan):
        parse(json.dumps(dokumen).encode())


@pytest.mark.parametrize("isi", [b"", b"\xff\xfe{", b"{" * 50_000, b"[" * 50_000, b'{"versi": ' + b"9" * 5000 + b"}"])
def test_what_is_no_json_is_refused(isi: bytes) -> None:
    with pytest.raises(TerbitanError, match="bukan JSON"):
        parse(isi)


@pytest.mark.parametrize("isi", [b"[]", b"null", b'"versi"', b"1"])
def test_json_of_another_form_is_refused(isi: bytes) -> None:
    with pytest.raises(TerbitanError, match="tidak ada `versi`"):
        parse(isi)


def test_a_huge_file_and_a_folder_are_refused_unread(tmp_path: Path) -> None:
    besar = tmp_path / "besar.json"
    with besar.open("wb") as f:
        os.truncate(f.fileno(), MAKS_UKURAN + 1)
    with pytest.raises(TerbitanError, match="lebih besar daripada 100 MB"):
        read(besar)
    with pytest.raises(TerbitanError, match="bukan berkas"):
        read(tmp_path)


def test_a_file_that_is_replaced_is_read_again(salah: Hasil, tmp_path: Path) -> None:
    jalur = tmp_path / "lalu.json"
    jalur.write_bytes(published(salah))
    pertama = read(jalur)
    jalur.write_bytes(published(replace(salah, temuan=())))
    kedua = read(jalur)
    assert pertama is not None
    assert kedua is not None
    assert pertama.temuan
    assert not kedua.temuan


def test_halves_of_characters_do_not_reach_the_pages(salah: Hasil) -> None:
    dokumen = json.loads(published(salah))
    dokumen["temuan"][0]["nama"] = "a\ud800b"
    (nama,) = [t.nama for t in parse(json.dumps(dokumen).encode()).temuan.values() if t.nama.startswith("a")]
    assert nama == "a?b"
