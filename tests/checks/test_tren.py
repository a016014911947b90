"""Against last year, years of measurement, and progress that always equals its plan."""

from __future__ import annotations

import pytest
from pabrik import facts, findings


def mundur(indikator: str, lama: str, kini: str, periode: str = "2024-sd-tw2") -> list[bool]:
    teks = f"tabel:\n  - id: a\n    isi: |\n      indikator* | realisasi@{periode} | realisasi\n      {indikator} | {lama} | {kini}\n"
    return [bool(f.uji["mundur"]) for f in facts(teks, "kemunduran")]


@pytest.mark.parametrize(
    ("indikator", "lama", "kini", "hasil"),
    [
        ("ikm", "3,90", "3,80", [True]), ("ikm", "3,80", "3,90", [False]), ("ikm", "3,9", "3,88", [False]),
        ("temuan", "5", "8", [True]), ("temuan", "8", "5", [False]), ("kadar", "5,0", "9,0", [False]),
        ("kadar", "9,0", "5,0", [False]), ("ikm", "-", "3,80", []), ("ikm", "3,90", "-", []),
    ],
)  # fmt: skip
def test_worse_than_last_year(indikator: str, lama: str, kini: str, hasil: list[bool]) -> None:
    assert mundur(indikator, lama, kini) == hasil


def test_only_the_same_part_of_last_year_is_compared() -> None:
    assert mundur("ikm", "3,90", "3,80", "2024") == []
    assert mundur("ikm", "3,90", "3,80", "2023-sd-tw2") == []


@pytest.mark.parametrize(("catatan", "hasil"), [("diukur: 2024", ["KIN604"]), ("diukur: 2025", []), ("sic", [])])
def test_a_figure_that_was_measured_in_another_year(catatan: str, hasil: list[str]) -> None:
    teks = (
        f"tabel:\n  - id: a\n    isi: |\n      indikator* | target | realisasi\n      ikm | 3,80 | 3,90 {{{catatan}}}\n"
    )
    assert [t.aturan for t in findings(teks, "KIN604")] == hasil


# -- progress that equals its plan --------------------------------------------------------------------------------------


def seragam(*baris: str) -> list[tuple[object, ...]]:
    isi = "".join(f"      {b}\n" for b in baris)
    kepala = "indikator* | target | realisasi | fisik.target | fisik.realisasi"
    fakta = facts(f"tabel:\n  - id: a\n    isi: |\n      {kepala}\n{isi}", "keseragaman")
    return [(f.uji["seragam"], f.uji["banyak"], f.uji["tertinggal"]) for f in fakta]


LIMA = (
    "ikm | 3,86 | 3,90 | 50 | 50", "pelanggan | 650 | 100 | 45 | 45", "sla | 90,00 | 95,00 | 50 | 50",
    "temuan | 10 | 2 | 60 | 60", "kadar | 5,0 | 5,0 | 50 | 50",
)  # fmt: skip


def test_progress_equal_to_its_plan_throughout_is_told_with_those_that_are_behind() -> None:
    assert seragam(*LIMA) == [(True, 5, 1)]


def test_one_difference_or_too_few_indicators_are_no_pattern() -> None:
    assert seragam(*LIMA[:4]) == []
    assert seragam(*LIMA[:4], "kadar | 5,0 | 5,0 | 50 | 49") == [(False, 5, 1)]
