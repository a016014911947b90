"""Outliers: robust scores and which values are compared at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pabrik import facts, findings

from mkdocs_kinerja.checks.pencilan import scores

bilangan = st.decimals(-10_000, 10_000, places=2)
daftar = st.lists(bilangan, min_size=5, max_size=12)


def test_scores_by_hand() -> None:
    """Median 3, median deviation 1: the modified z-score of 13 is 10 x 0.6745."""
    nilai = [Decimal(n) for n in (1, 2, 3, 4, 13)]
    assert scores(nilai) == [Decimal(s) for s in ("1.3490", "0.6745", "0", "0.6745", "6.7450")]


def test_where_most_are_equal_nobody_stands_out() -> None:
    assert scores([Decimal(n) for n in (5, 5, 5, 5, 900)]) == [Decimal(0)] * 5


@given(daftar, bilangan)
def test_moving_all_values_changes_nothing(nilai: list[Decimal], geser: Decimal) -> None:
    assert scores([n + geser for n in nilai]) == scores(nilai)


@given(daftar, st.sampled_from([Decimal(k) for k in ("-3", "-1", "0.5", "2", "1000")]))
def test_another_unit_changes_nothing(nilai: list[Decimal], kali: Decimal) -> None:
    assert scores([n * kali for n in nilai]) == scores(nilai)


@given(daftar, st.randoms(use_true_random=False))
def test_the_order_changes_nothing(nilai: list[Decimal], acak: object) -> None:
    urut = sorted(range(len(nilai)), key=lambda i: (nilai[i], i))
    skor = scores(nilai)
    assert scores([nilai[i] for i in urut]) == [skor[i] for i in urut]


@given(daftar)
def test_scores_are_bounded_and_half_of_them_small(nilai: list[Decimal]) -> None:
    skor = scores(nilai)
    assert all(0 <= s <= 999 for s in skor)
    assert sum(s <= Decimal("0.6745") for s in skor) * 2 >= len(skor)


def unit(*nilai: str, ukuran: str = "nilai", total: str = "") -> str:
    baris = "".join(f"      u{n} | {v}\n" for n, v in enumerate(nilai))
    return f"tabel:\n  - id: a\n    isi: |\n      unit* | {ukuran}\n{baris}{total}"


def test_one_office_far_from_the_others() -> None:
    (t,) = findings(unit("80", "81", "82", "83", "84", "300"), "KIN705")
    assert t.dilaporkan == "300"


@pytest.mark.parametrize(
    "nilai", [("80", "81", "82", "300"), ("80", "81", "82", "83", "99"), ("80", "80", "80", "80", "300")]
)
def test_too_few_or_too_near(nilai: tuple[str, ...]) -> None:
    assert findings(unit(*nilai), "KIN705") == []


def test_budgets_are_as_different_as_the_offices_and_totals_are_no_office() -> None:
    assert facts(unit("80", "81", "82", "83", "300", ukuran="pagu"), "pencilan") == []
    fakta = facts(unit("80", "81", "82", "83", "84", total="      = | 410\n"), "pencilan")
    assert [f.tampil["dilaporkan"] for f in fakta] == ["80", "81", "82", "83", "84"]
