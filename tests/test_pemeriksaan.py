"""Counts of several evaluations of one rule in one report are added up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.temuan import Pemeriksaan

angka = st.integers(0, 50)
pemeriksaan = st.builds(
    Pemeriksaan, st.just("KIN201"), st.just("s"), st.just("l"), angka, angka, angka,
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9)),
)  # fmt: skip


def test_counts_and_reasons_add_up() -> None:
    a = Pemeriksaan("KIN201", "s", "l", 1, 2, 3, {"x": 2, "b": 1})
    b = Pemeriksaan("KIN201", "s", "l", 10, 20, 30, {"x": 5, "a": 25})
    assert a + b == Pemeriksaan("KIN201", "s", "l", 11, 22, 33, {"a": 25, "b": 1, "x": 7})
    assert list((a + b).alasan) == ["a", "b", "x"], "in an order of their own"


@given(pemeriksaan, pemeriksaan, pemeriksaan)
def test_the_order_of_adding_does_not_matter(a: Pemeriksaan, b: Pemeriksaan, c: Pemeriksaan) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert sum((a + b).alasan.values()) == sum(a.alasan.values()) + sum(b.alasan.values())
