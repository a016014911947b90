"""Words in columns: attributes that differ, passages that are shared, rows with the same figures."""

from __future__ import annotations

import pytest
from pabrik import facts, findings, judged, report

from mkdocs_kinerja.fakta import Fakta


def keterangan(teks: str, jenis: str) -> list[Fakta]:
    return [f for f in facts(teks, "keterangan") if f.uji["jenis"] == jenis]


# -- attributes ---------------------------------------------------------------------------------------------------------


def atribut(a: str, b: str, kolom: str = "rencana") -> list[bool]:
    teks = "".join(
        f"  - id: t{n}\n    isi: |\n      layanan* | {kolom} | hasil\n      A | {x} | 1\n" for n, x in enumerate((a, b))
    )
    return [bool(f.uji["ada"]) for f in keterangan("tabel:\n" + teks, "berbeda")]


@pytest.mark.parametrize(
    ("a", "b", "ada"),
    [
        ("Rapat di Ambon", "rapat di  Ambon.", [False]), ("Rapat di Ambon", "Rapat di Ambon pada Maret", [False]),
        ("Rapat di Ambon", "Rapat di Manado", [True]), ("Rapat (Maret)", "Rapat (Mei)", [True]),
        ("Rapat", "-", []), ("Rapat", "", []),
    ],
)  # fmt: skip
def test_attributes_of_one_thing_in_two_tables(a: str, b: str, ada: list[bool]) -> None:
    assert atribut(a, b) == ada


def test_columns_with_checks_of_their_own_are_left_to_them() -> None:
    assert atribut("Kerja", "Latih", kolom="nama") == []
    assert atribut("Alat rusak", "Tidak ada", kolom="kendala") == []


# -- passages -----------------------------------------------------------------------------------------------------------


KALIMAT = "Pelaksanaan kegiatan menunggu pembukaan blokir anggaran"


def salinan(*hal: str, teks: str = KALIMAT, kepala: str = "laporan: {}") -> list[object]:
    isi = "".join(f"  {n} | {h} | {teks} | -\n" for n, h in enumerate(hal, 1))
    return [t.nama for t in judged(report(f"{kepala}\nkendala: |\n{isi}")) if t.aturan == "KIN704"]


def test_one_obstacle_for_several_things_is_told_once() -> None:
    assert salinan("ikm", "pelanggan") == ["Indeks Kepuasan Masyarakat (IKM)"]
    assert salinan("ikm", "ikm") == []
    assert salinan("ikm", "pelanggan", teks="Anggaran diblokir") == [], "short passages are common"
    assert salinan("ikm", "pelanggan", teks="Tidak ada kendala dalam pelaksanaan kegiatan ini") == []


def test_what_holds_for_one_goal_may_be_said_of_each_of_its_parts() -> None:
    sasaran = "laporan: {sasaran: {s1: {kode: S1, nama: A, indikator: [ikm, pelanggan]}}}"
    assert salinan("ikm", "pelanggan", kepala=sasaran) == []
    assert salinan("ikm", "sasaran/s1", kepala=sasaran) == []
    assert salinan("kro/6077.AEC", "komponen/6077.AEC.001.051") == []
    assert salinan("kro/6077.AEC", "kro/6042.EBA") == ["kro/6077.AEC"]


# -- rows with the same figures -----------------------------------------------------------------------------------------


def kembar(*baris: str, kunci: str = "layanan*") -> list[str]:
    isi = "".join(f"      {b}\n" for b in (f"{kunci} | pagu | realisasi_anggaran | hasil", *baris))
    teks = f"tabel:\n  - id: a\n    isi: |\n{isi}"
    return [str(f.tampil["daftar"]) for f in keterangan(teks, "kembar") if f.uji["ada"]]


def test_two_rows_with_the_same_long_figures() -> None:
    assert kembar("A | 123.456 | 65.432 | 7", "B | 123.456 | 65.432 | 7") == ["A; B"]
    assert kembar("A | 123.456 | 65.432 | 7", "B | 123.456 | 65.432 | 8") == []


def test_short_or_few_figures_may_be_equal_by_chance() -> None:
    assert kembar("A | 12 | 12 | 7", "B | 12 | 12 | 7") == []
    assert kembar("A | 100.000 | 200.000 | 7", "B | 100.000 | 200.000 | 7") == [], "round amounts"
    assert kembar("A | 123.456 | 123.456 | 7", "B | 123.456 | 123.456 | 7") == [], "one figure twice"
    assert kembar("A | 123.456 | 65.432 | -", "B | 123.456 | 65.432 | -") == [], "two figures only"


def test_a_parent_and_its_only_child_are_one_thing() -> None:
    anak = ("6077.AEC | 123.456 | 65.432 | 7", "> 001 | 123.456 | 65.432 | 7")
    assert kembar(*anak, kunci="kro>ro*") == []


def test_a_total_of_one_row_repeats_it() -> None:
    assert kembar("A | 123.456 | 65.432 | 7", "= Jumlah | 123.456 | 65.432 | 7") == []


def test_the_finding_points_at_the_second_row() -> None:
    (t,) = findings(
        "tabel:\n  - id: a\n    isi: |\n      layanan* | pagu | realisasi_anggaran | hasil\n"
        "      A | 123.456 | 65.432 | 7\n      B | 123.456 | 65.432 | 7\n", "KIN214",
    )  # fmt: skip
    assert [x.nama for x in t.bukti.tempat] == ["B", "A"]
