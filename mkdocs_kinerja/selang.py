"""Intervals of exact decimals: what a printed, rounded number may really have been.

A number printed as 73,48 stands for everything that rounds to it, [73,475; 73,485]. Sums and
ratios of printed numbers are computed on these intervals, so that a difference which rounding
alone can explain is never called one. Method: interval arithmetic as in XBRL Calculations 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

NOL = Decimal(0)
TEPAT = Context(prec=60)
"""Wide enough for products of state budgets; only a division can be inexact, in its 60th digit."""


@dataclass(slots=True)
class Selang:
    """The closed interval [bawah, atas]; `tengah` is the printed value itself, carried along for display."""

    bawah: Decimal
    atas: Decimal
    tengah: Decimal

    @classmethod
    def tepat(cls, nilai: Decimal | int) -> Selang:
        """Return the interval that holds exactly one value."""
        nilai = Decimal(nilai)
        return cls(nilai, nilai, nilai)

    @property
    def pasti(self) -> bool:
        """Whether the interval holds exactly one value."""
        return self.bawah == self.atas

    def bertemu(self, lain: Selang) -> bool:
        """Whether both can be the same number.

        Two rounded numbers that only touch at a border (60,65 and 60,66) are different numbers: half-up rounding
        gives the border to one of them. An exact value on the border may have been rounded either way.
        """
        if self.pasti or lain.pasti:
            return self.bawah <= lain.atas and lain.bawah <= self.atas
        return self.bawah < lain.atas and lain.bawah < self.atas

    def __add__(self, lain: Selang) -> Selang:
        plus = TEPAT.add
        return Selang(plus(self.bawah, lain.bawah), plus(self.atas, lain.atas), plus(self.tengah, lain.tengah))

    def __sub__(self, lain: Selang) -> Selang:
        minus = TEPAT.subtract
        return Selang(minus(self.bawah, lain.atas), minus(self.atas, lain.bawah), minus(self.tengah, lain.tengah))

    def __neg__(self) -> Selang:
        return Selang(-self.atas, -self.bawah, -self.tengah)

    def __mul__(self, lain: Selang) -> Selang:
        with localcontext(TEPAT):
            sudut = [a * b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)]
            return Selang(min(sudut), max(sudut), self.tengah * lain.tengah)

    def __truediv__(self, lain: Selang) -> Selang:
        """Divide.

        Raises:
            ZeroDivisionError: The divisor may be zero.
        """
        if lain.bawah <= 0 <= lain.atas:
            raise ZeroDivisionError
        with localcontext(TEPAT):
            sudut = [a / b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)]
            return Selang(min(sudut), max(sudut), self.tengah / lain.tengah)


def jumlah(bagian: Iterable[Selang]) -> Selang:
    """Return the sum of the intervals; of none, exactly zero."""
    semua = list(bagian)
    with localcontext(TEPAT):
        return Selang(
            sum((s.bawah for s in semua), NOL), sum((s.atas for s in semua), NOL), sum((s.tengah for s in semua), NOL)
        )
