"""Formats and words in both languages."""

from __future__ import annotations

import string
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.bahasa import KATALOG, Bahasa
from mkdocs_kinerja.periode import read

ID, EN = Bahasa("id"), Bahasa("en")


@pytest.mark.parametrize(
    ("nilai", "indonesia", "english"),
    [
        ("1234.5", "1.234,5", "1,234.5"),
        ("0.005", "0,01", "0.01"),  # Half up; Babel alone would round to even.
        ("0.015", "0,02", "0.02"),
        ("-0.001", "0", "0"),
        ("1E+6", "1.000.000", "1,000,000"),
        ("12345678901234567890123456789012345.5", "12.345.678.901.234.567.890.123.456.789.012.345,5", None),
    ],
)
def test_numbers(nilai: str, indonesia: str, english: str | None) -> None:
    assert ID.angka(Decimal(nilai)) == indonesia
    if english:
        assert EN.angka(Decimal(nilai)) == english


def test_decimals_signs_and_units() -> None:
    assert ID.angka(Decimal("69.692307"), None) == "69,692307"
    assert ID.angka(3, 2, 2) == "3,00"
    assert [ID.angka(n, tanda=True) for n in (6, 0, -6)] == ["+6", "0", "-6"]
    assert ID.persen(Decimal("69.69")) == "69,69%"
    assert (ID.rupiah(26873451000), EN.rupiah(-5)) == ("Rp26.873.451.000", "-Rp5")
    assert [ID.nilai(5, j) for j in ("uang", "persen", "cacah")] == ["Rp5", "5%", "5"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20))
def test_a_number_can_be_read_back(nilai: Decimal) -> None:
    assert Decimal(ID.angka(nilai, None).replace(".", "").replace(",", ".")) == nilai


@pytest.mark.parametrize(
    ("teks", "indonesia", "english", "singkat"),
    [
        ("2025", "Tahun 2025", "Year 2025", "Tahun 2025"),
        ("tw2", "Triwulan II 2025", "Quarter II 2025", "TW II"),
        ("sd-tw2", "s.d. Triwulan II 2025", "up to Quarter II 2025", "s.d. TW II"),
        ("sd-tw1", "Triwulan I 2025", "Quarter I 2025", "TW I"),
        ("agt", "Agustus 2025", "August 2025", "Agu"),
        ("sd-mei", "s.d. Mei 2025", "up to May 2025", "s.d. Mei"),
        ("feb..mei", "Februari–Mei 2025", "February–May 2025", "Feb–Mei"),
        ("2021-2024", "2021–2024", "2021–2024", "2021–2024"),
        ("..2021", "s.d. 2021", "up to 2021", "s.d. 2021"),
        ("2024-tw3", "Triwulan III 2024", "Quarter III 2024", "TW III 2024"),
    ],
)
def test_periods(teks: str, indonesia: str, english: str, singkat: str) -> None:
    periode = read(teks, 2025)
    assert (ID.periode(periode), EN.periode(periode)) == (indonesia, english)
    assert ID.periode(periode, 2025, singkat=True) == singkat


def test_dates_and_what_is_none() -> None:
    assert (ID.tanggal("2025-07-07"), EN.tanggal("2025-07-07")) == ("7 Juli 2025", "7 July 2025")
    assert [ID.tanggal(t) for t in ("2025-13-07", "Juli", "")] == ["2025-13-07", "Juli", ""]
    assert ID.periode(None) == ""


def test_words_have_singular_and_plural() -> None:
    assert [EN.kata("hitung.temuan", n) for n in (1, 2)] == ["finding", "findings"]
    assert ID.kata("tabel.ditandai", 1704) == "1.704 sel ditandai"
    with pytest.raises(KeyError):
        ID.kata("tidak-ada-kunci-ini")


def test_texts_fall_back_to_indonesian() -> None:
    assert [b.teks({"id": "satu", "en": "one"}) for b in (ID, EN)] == ["satu", "one"]
    assert EN.teks({"id": "satu"}) == "satu"
    assert EN.teks({}) == ""


def test_the_catalogue_is_complete_and_english_takes_the_same_values() -> None:
    def isian(entri: str | dict[str, str]) -> set[str]:
        bentuk = entri.values() if isinstance(entri, dict) else (entri,)
        return {nama for teks in bentuk for _, nama, _, _ in string.Formatter().parse(teks) if nama}

    for kunci, entri in yaml.safe_load(KATALOG.read_text("utf-8")).items():
        assert set(entri) == {"id", "en"}, kunci
        # Quarters are called `Triwulan II` and `Q2`; the meaning of facts is known in Indonesian only.
        assert isian(entri["en"]) <= isian(entri["id"]) | {"nomor"}, kunci
