"""Titles and labels: periods they name, titles and numbers used twice, other offices."""

from __future__ import annotations

import pytest
from pabrik import facts, findings

from mkdocs_kinerja.fakta import Fakta

SATU = "    isi: |\n      layanan* | hasil\n      A | 1\n"


def judul(teks: str, jenis: str, id_: str = "2025-tw2") -> list[Fakta]:
    return [f for f in facts(teks, "judul", id_) if f.uji["jenis"] == jenis]


def tepat(judul_: str, id_: str = "2025-tw2", isi: str = SATU) -> bool | None:
    """Return whether a title fits its table; None where it names no period."""
    fakta = judul(f"tabel:\n  - id: a\n    judul: {judul_}\n{isi}", "periode", id_)
    return bool(fakta[0].uji["tepat"]) if fakta else None


@pytest.mark.parametrize(
    ("teks", "id_", "hasil"),
    [
        ("Hasil Layanan", "2025-tw2", None),
        ("Hasil Layanan Tahun 2025", "2025-tw2", True),
        ("Hasil Layanan Tahun 2024", "2025-tw2", False),
        ("Hasil Layanan Triwulan II 2025", "2025-tw2", True),
        ("Hasil Layanan Triwulan III 2025", "2025-tw2", False),
        ("Hasil Layanan TW 2 TA. 2025", "2025-tw2", True),
        ("Hasil Layanan 2020-2025", "2025-tw2", True),
        ("Renstra 2020\u20132024 dan Hasil 2025", "2025-tw2", False),
        ("Hasil Layanan 2020-2024", "2025-tw2", False),
        ("Hasil menurut PP Nomor 29 Tahun 2018", "2025-tw2", None),
        ("Hasil menurut Permenperin No. 6/2022", "2025-tw2", None),
        ("Hasil Layanan Tahun 2025", "2025-tahunan", True),
        ("Hasil Layanan Triwulan IV 2025", "2025-tahunan", True),
        ("Hasil Layanan Triwulan III 2025", "2025-tahunan", False),
    ],
)
def test_periods_in_titles(teks: str, id_: str, hasil: bool | None) -> None:
    assert tepat(teks, id_) is hasil


KOLOM_2023 = "    isi: |\n      layanan* | hasil@2023 | hasil@2024\n      A | 1 | 2\n"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Hasil Tahun 2023 dan 2024", True), ("Hasil Tahun 2024", True), ("Hasil Tahun 2025", False),
        ("Perkembangan Hasil 2020-2024", True), ("Perkembangan Hasil 2020-2023", False),
    ],
)  # fmt: skip
def test_a_title_is_about_the_years_of_its_columns_and_not_of_the_report(teks: str, hasil: bool) -> None:
    assert tepat(teks, isi=KOLOM_2023) is hasil


def test_the_message_says_what_the_table_is_about() -> None:
    (t,) = findings(f"tabel:\n  - id: a\n    tempat: Tabel 3\n    judul: Hasil Tahun 2025\n{KOLOM_2023}", "KIN603")
    assert "isinya tentang 2023\u20132024" in t.pesan["id"]
    assert "2023\u20132024" in t.pesan["en"]
    assert t.dilaporkan == "Hasil Tahun 2025"


def test_a_column_within_the_year_allows_its_own_quarter() -> None:
    isi = "    isi: |\n      layanan* | hasil@tw1 | hasil@tw2\n      A | 1 | 2\n"
    assert tepat("Hasil Triwulan I", isi=isi) is True
    assert tepat("Hasil Triwulan IV", isi=isi) is False


# -- labels -------------------------------------------------------------------------------------------------------------


def label(tertulis: str, maksud: str = "", id_: str = "2025-tw2") -> tuple[object, object]:
    (f,) = facts(f"label: |\n  5 | laporan | {tertulis} | {maksud}\n", "judul", id_)
    return f.uji["jenis"], f.uji["tepat"]


@pytest.mark.parametrize(
    ("tertulis", "maksud", "jenis", "tepat_"),
    [
        ("Pada triwulan II TA. 2025", "", "periode", True),
        ("Pada triwulan III TA. 2025", "", "periode", False),
        ("Pada triwulan I s.d. triwulan II TA. 2025", "", "periode", True),
        ("Sampai dengan Juni 2025", "", "periode", True),
        ("Sampai dengan Juli 2025", "", "periode", False),
        ("TA. 2024", "2024", "periode", True),
        ("TA. 2025", "2024", "periode", False),
        ("Peraturan Menteri No. 41 Tahun 2016 tahun 2025", "", "periode", True),
        ("2.2.1 VISI", "2.1.1 VISI", "isi", False),
        ("2.1.1  Visi", "2.1.1 VISI.", "isi", True),
        ("Making Indonesia 4.0", "Making Indonesia 4.0 (peta jalan)", "isi", True),
        ("Indonesia Making 4.0", "Making Indonesia 4.0", "isi", False),
    ],
)
def test_labels(tertulis: str, maksud: str, jenis: str, tepat_: bool) -> None:
    assert label(tertulis, maksud) == (jenis, tepat_)


def test_equal_labels_are_told_apart_by_their_order_and_not_by_their_lines() -> None:
    teks = "label: |\n  5 | laporan | TA. 2024 |\n  9 | laporan | TA. 2024 |\n"
    kunci = [f.kunci for f in facts(teks, "judul")]
    assert kunci == [("label", "laporan", "TA. 2024", "0"), ("label", "laporan", "TA. 2024", "1")]
    pindah = teks.replace("  5 |", "  6 |").replace("  9 |", "  90 |")
    assert [f.kunci for f in facts(pindah, "judul")] == kunci


# -- used twice ---------------------------------------------------------------------------------------------------------


def dua(judul_a: str, judul_b: str, *, hal_b: str = "B", tempat: tuple[str, str] = ("Tabel 1", "Tabel 2")) -> list[str]:
    teks = "".join(
        f"  - id: t{n}\n    tempat: {t}\n    judul: {j}\n    isi: |\n      layanan* | hasil\n      {h} | 1\n"
        for n, (j, h, t) in enumerate(((judul_a, "A", tempat[0]), (judul_b, hal_b, tempat[1])))
    )
    return [t.aturan for t in findings("tabel:\n" + teks, "KIN317", "KIN319")]


def test_one_title_over_tables_with_different_content() -> None:
    assert dua("Realisasi Layanan Balai", "Realisasi layanan balai.") == ["KIN317"]
    assert dua("Realisasi Layanan Balai", "Realisasi Layanan Balai", hal_b="A") == [], "one list in two places"
    assert dua("Realisasi", "Realisasi") == [], "short titles are common"
    assert dua("Realisasi Layanan Balai", "Realisasi Layanan Balai (lanjutan)") == []
    assert dua("Realisasi Layanan (Jasa)", "Realisasi Layanan (Produk)") == [], "what stands in parentheses counts"


def test_one_number_over_tables_with_different_titles() -> None:
    assert dua("Realisasi Layanan", "Pagu Anggaran", tempat=("Tabel 3.1", "Tabel 3.1")) == ["KIN319"]
    assert dua("Realisasi Layanan", "Realisasi  layanan", tempat=("Tabel 3.1", "Tabel 3.1")) == []
    assert dua("Realisasi Layanan", "Pagu Anggaran", tempat=("Tabel 3.1", "Tabel 3.10")) == []
    assert dua("Realisasi Layanan", "Pagu (lanjutan)", tempat=("Tabel 3.1", "Tabel 3.1")) == []


# -- other offices ------------------------------------------------------------------------------------------------------


def satker(teks: str) -> list[tuple[str, str]]:
    return [(t.aturan, t.nama) for t in findings(teks, "KIN707", "KIN318")]


def test_another_office_in_a_title_an_obstacle_or_a_label_is_told_once() -> None:
    teks = """
        kendala: |
          5 | laporan | Anggaran BSPJI Ambon diblokir | -
          6 | laporan | Alat BSPJI Ambon rusak        | -
        label: |
          7 | laporan | Laporan BSPJI Ambon 2025      |
    """
    (t,) = findings(teks, "KIN707")
    assert (t.nama, len(t.bukti.tempat)) == ("BSPJI Ambon", 3)
    assert "dan 2 tempat lain" in t.pesan["id"]


@pytest.mark.parametrize("teks", ["BSPJI Ambonia sedang sibuk", "Kota Ambon banjir", "bspjiambon.go.id"])
def test_words_that_only_look_like_another_office(teks: str) -> None:
    assert satker(f"kendala: |\n  5 | laporan | {teks} | -\n") == []


def test_a_table_that_compares_offices_may_name_them() -> None:
    judul_ = "    judul: Nilai BSPJI Ambon dan satker lain\n"
    assert satker(f"tabel:\n  - id: a\n{judul_}    isi: |\n      unit* | nilai\n      bspji-ambon | 1\n") == []
    assert satker(f"tabel:\n  - id: a\n{judul_}{SATU}") == [("KIN707", "BSPJI Ambon")]
