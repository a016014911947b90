"""Periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja import periode
from mkdocs_kinerja.periode import Periode


@pytest.mark.parametrize(
    ("teks", "kanonik"),
    [
        ("2025", "2025"), ("tw2", "tw2"), ("Triwulan II", "tw2"), ("jun", "jun"), ("Juni", "jun"), ("Nopember", "nov"),
        ("sd-jun", "sd-tw2"), ("sd-tw2", "sd-tw2"), ("s.d. Juni", "sd-tw2"), ("semester 1", "sd-tw2"), ("sd-mei", "sd-mei"),
        ("jan", "jan"), ("sd-jan", "jan"), ("tw1", "tw1"), ("sd-tw1", "tw1"), ("sd-des", "2025"), ("sd-tw4", "2025"),
        ("2021-2024", "2021-2024"), ("..2021", "..2021"), ("2024-tw3", "2024-tw3"), ("2024-sd-jun", "2024-sd-tw2"),
        ("apr..jun", "tw2"), ("feb..mei", "feb..mei"),
    ],
)  # fmt: skip
def test_canonical_form(teks: str, kanonik: str) -> None:
    dibaca = periode.read(teks, 2025)
    assert dibaca is not None
    assert dibaca.teks(2025) == kanonik


@pytest.mark.parametrize("teks", ["", "x", "tw5", "tw0", "13", "2025-13", "2024-2021", "jun..feb", "triwulan", "20251"])
def test_refuses_what_is_no_period(teks: str) -> None:
    assert periode.read(teks, 2025) is None


@given(st.integers(1990, 2099), st.integers(0, 11), st.integers(0, 11))
def test_canonical_form_reads_back(tahun: int, a: int, b: int) -> None:
    p = Periode(tahun * 12 + min(a, b), tahun * 12 + max(a, b))
    assert periode.read(p.teks(tahun), tahun) == p
    assert periode.read(p.teks(), tahun - 1) == p


@given(st.lists(st.integers(0, 11), min_size=1, max_size=12, unique=True), st.randoms())
def test_union_of_months_is_found_in_any_order(bulan: list[int], acak: object) -> None:
    isi = [Periode(24300 + b, 24300 + b) for b in bulan]
    acak.shuffle(isi)  # type: ignore[attr-defined]
    hasil = periode.gabungan(isi)
    rapat = max(bulan) - min(bulan) == len(bulan) - 1
    assert (hasil is not None) == rapat
    if hasil:
        assert hasil.bulan == len(bulan)


def test_cumulative_and_whole_year() -> None:
    tw2 = Periode.triwulan(2025, 2)
    assert tw2.sampai_akhir.teks(2025) == "sd-tw2"
    assert tw2.setahun == Periode.tahunan(2025)
    assert tw2.setahun.memuat(tw2)
    assert not tw2.memuat(tw2.setahun)
