"""The language of relations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja import rumus
from mkdocs_kinerja.selang import Selang

NILAI = {"a": [Selang.tepat(6)], "b": [Selang.tepat(4)], "jan..mar": [Selang.tepat(n) for n in (1, 2, 3)]}


def hitung(teks: str) -> Decimal:
    return rumus.evaluate(rumus.read(teks), lambda nama: NILAI[nama]).tengah


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("a + b * 2", "14"), ("(a + b) * 2", "20"), ("a - b - 1", "1"), ("a / b / 2", "0.75"), ("-a + b", "-2"),
        ("jumlah(jan..mar)", "6"), ("rata(jan..mar)", "2"), ("min(a, b)", "4"), ("max(a, b, 9)", "9"),
        ("jumlah(a, b) / 2", "5"), ("0.5 * a", "3"),
    ],
)  # fmt: skip
def test_value(teks: str, hasil: str) -> None:
    assert hitung(teks) == Decimal(hasil)


def test_references_are_names() -> None:
    simpul = rumus.read("satker:pnbp.realisasi / kro/6077.AEC:pagu@2025#r4 * 100")
    assert rumus.names(simpul) == ("satker:pnbp.realisasi", "kro/6077.AEC:pagu@2025#r4")


@pytest.mark.parametrize(
    ("teks", "kolom", "kata"),
    [
        ("a +", 4, "terputus"), ("(a + b", 7, "Kurung tutup"), ("a b", 3, "spasi"), ("a + $x", 4, "tidak dapat dibaca"),
        ("__import__('os')", 12, "tidak dapat dibaca"), ("a ** b", 4, "terputus"), ("", 1, "terputus"),
        ("(" * 30 + "a" + ")" * 30, 21, "terlalu dalam"), ("a" * 5000, 1, "terlalu panjang"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(teks: str, kolom: int, kata: str) -> None:
    with pytest.raises(rumus.RumusError) as galat:
        rumus.read(teks)
    assert galat.value.kolom == kolom
    assert kata in galat.value.pesan


def test_division_by_what_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        rumus.evaluate(
            rumus.read("a / x"),
            lambda n: [Selang(Decimal("-0.5"), Decimal("0.5"), Decimal(0))] if n == "x" else NILAI[n],
        )


def test_shows_the_arithmetic_as_a_reader_writes_it() -> None:
    assert rumus.show(rumus.read("(a - b) / b * 100"), str.upper) == "(A \u2212 B) \u00f7 B \u00d7 100"
    assert rumus.show(rumus.read("a / (b * 2)"), str.upper) == "A \u00f7 (B \u00d7 2)"


@given(st.text(max_size=60))
def test_any_text_is_an_expression_or_a_told_mistake(teks: str) -> None:
    try:
        simpul = rumus.read(teks)
    except rumus.RumusError as galat:
        assert 1 <= galat.kolom <= len(teks) + 1  # noqa: PT017
    else:
        assert isinstance(rumus.show(simpul, str), str)


angka = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(angka, angka, st.sampled_from("+-*"), st.decimals(0, 1, places=2), st.decimals(0, 1, places=2))
def test_interval_arithmetic_holds_every_true_value(a: Decimal, b: Decimal, tanda: str, t: Decimal, u: Decimal) -> None:
    """For any true operands within the rounding intervals, the result lies in the computed interval."""
    setengah = Decimal("0.005")
    x, y = Selang(a - setengah, a + setengah, a), Selang(b - setengah, b + setengah, b)
    benar_x, benar_y = x.bawah + t * (x.atas - x.bawah), y.bawah + u * (y.atas - y.bawah)
    hasil = rumus.evaluate(rumus.read(f"p {tanda} q"), lambda n: [x] if n == "p" else [y])
    benar = {"+": benar_x + benar_y, "-": benar_x - benar_y, "*": benar_x * benar_y}[tanda]
    assert hasil.bawah <= benar <= hasil.atas
