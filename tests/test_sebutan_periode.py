"""Periods in running text: which are found, and which numbers are no years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.periode import Periode
from mkdocs_kinerja.sebutan_periode import SebutanPeriode, find


@pytest.mark.parametrize(
    ("teks", "tahun", "rentang", "triwulan", "bulan"),
    [
        ("TA. 2024", (2024,), (), (), ()),
        ("Triwulan III tahun 2025", (2025,), (), (3,), ()),
        ("TW.4", (), (), (4,), ()), ("Triwulan ke-2", (), (), (2,), ()), ("Triwulan ke II", (), (), (2,), ()),
        ("s.d. September 2023", (2023,), (), (), (8,)),
        ("Januari s/d Mei", (), (), (), (0, 4)),
        ("Renstra 2020-2024", (), ((2020, 2024),), (), ()), ("2020 \u2013 2024", (), ((2020, 2024),), (), ()),
        ("tahun 2023/2024", (), ((2023, 2024),), (), ()),
        ("2023 dan 2024.", (2023, 2024), (), (), ()),
        ("PP Nomor 29 Tahun 2018", (), (), (), ()), ("UU No. 3 Tahun 2014 tentang Perindustrian", (), (), (), ()),
        ("SNI 2025:2019", (), (), (), ()), ("ISO 9001:2015", (), (), (), ()), ("ISO/IEC 17025:2017", (), (), (), ()),
        ("Permenperin 41/2016", (), (), (), ()), ("6/2022", (), (), (), ()), ("12.2025", (), (), (), ()),
        ("2025.500 order", (), (), (), ()), ("32025", (), (), (), ()), ("20251", (), (), (), ()),
        ("Maretta", (), (), (), ()), ("Junior", (), (), (), ()), ("Tw V", (), (), (), ()),
    ],
)  # fmt: skip
def test_periods_of_a_text(
    teks: str,
    tahun: tuple[int, ...],
    rentang: tuple[tuple[int, int], ...],
    triwulan: tuple[int, ...],
    bulan: tuple[int, ...],
) -> None:
    assert find(teks) == SebutanPeriode(tahun, rentang, triwulan, bulan)
    assert bool(find(teks)) is any((tahun, rentang, triwulan, bulan))


TW2, SD_TW2, SETAHUN = Periode.triwulan(2025, 2), Periode(2025 * 12, 2025 * 12 + 5), Periode.tahunan(2025)


@pytest.mark.parametrize(
    ("teks", "periode", "cocok"),
    [
        ("Triwulan II 2025", TW2, True), ("Triwulan I 2025", TW2, False),
        ("Triwulan I s.d. Triwulan II", SD_TW2, True), ("Triwulan I s.d. Triwulan III", SD_TW2, False),
        ("Januari s.d. Juni 2025", SD_TW2, True), ("Juni s.d. Januari", SD_TW2, False), ("Mei 2025", SD_TW2, False),
        ("2024", SETAHUN, False), ("2020-2025", SETAHUN, True), ("2020-2024", SETAHUN, False),
        ("Juni", Periode(2025 * 12 + 5, 2025 * 12 + 5), True), ("Mei dan Juni", Periode(2025 * 12 + 5, 2025 * 12 + 5), False),
        ("apa saja", SETAHUN, True), ("2023 dan 2025", Periode(2023 * 12, 2025 * 12 + 11), True),
    ],
)  # fmt: skip
def test_what_is_named_fits_a_period(teks: str, periode: Periode, cocok: bool) -> None:
    assert find(teks).fits(periode) is cocok


@pytest.mark.parametrize("teks", ["Triwulan I dan II", "Triwulan I-II 2025", "Triwulan I s.d. II"])
def test_several_quarters_may_follow_one_word(teks: str) -> None:
    assert find(teks).fits(SD_TW2)


@given(st.integers(1950, 2099), st.integers(1, 4))
def test_every_quarter_is_found_and_fits_itself_only(tahun: int, nomor: int) -> None:
    sebut = find(f"Capaian Triwulan {('I', 'II', 'III', 'IV')[nomor - 1]} TA. {tahun}")
    assert (sebut.tahun, sebut.triwulan) == ((tahun,), (nomor,))
    assert [n for n in range(1, 5) if sebut.fits(Periode.triwulan(tahun, n))] == [nomor]
    assert not sebut.fits(Periode.triwulan(tahun - 1, nomor))


@given(st.text(max_size=40))
def test_any_text_can_be_searched(teks: str) -> None:
    sebut = find(teks)
    assert all(1 <= t <= 4 for t in sebut.triwulan)
    assert all(0 <= b <= 11 for b in sebut.bulan)
