"""How a report computes capaian: the formula of each direction, cap and floor; for all indicators, or for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from . import rumus
from .rumus import Operasi, Panggilan, RumusError, Simpul, Tetapan
from .selang import Selang

Arah = Literal["naik", "turun", "tetap"]

NAIK = rumus.read("realisasi / target * 100")
TURUN = rumus.read("(2 - realisasi / target) * 100")
TETAP = rumus.read("(target - max(realisasi - target, target - realisasi)) / target * 100")
"""The target is to be met exactly: what is missing or too much is taken off."""

BESARAN = frozenset({"realisasi", "target"})
"""What a formula of capaian may name."""

_SERATUS = Tetapan(Decimal(100))
_PALING_BESAR_PERBANDINGAN = Decimal(10)


@dataclass(frozen=True, slots=True)
class CaraCapaian:
    """What a report declares about capaian; the usual way where it declares nothing.

    Source: PermenPANRB 53/2014 and 6/2022: realisasi / target where higher is better; where lower is better
    (2 - realisasi / target) or target / realisasi, as the report declares.

    Attributes:
        batas: Capaian is never printed above it, in %.
        batas_bawah: Nor below it; offices that set negative capaian to zero declare 0.
        toleransi: How far, in % of the target, an index may be below it within the year and still be on track.
        naik, turun, tetap: Capaian in %, by the direction of the indicator.
        indikator: The ways of single indicators that differ from the rest.
    """

    batas: Decimal | None = None
    batas_bawah: Decimal | None = None
    toleransi: Decimal | None = None
    naik: Simpul = NAIK
    turun: Simpul = TURUN
    tetap: Simpul = TETAP
    indikator: Mapping[str, CaraCapaian] = field(default_factory=dict)

    def untuk(self, indikator: str) -> CaraCapaian:
        """Return the way of one indicator."""
        return self.indikator.get(indikator, self)

    def dasar(self, arah: Arah) -> Simpul:
        """Return the formula of a direction, before cap and floor."""
        return {"naik": self.naik, "turun": self.turun, "tetap": self.tetap}[arah]

    def dibatasi(self, simpul: Simpul) -> Simpul:
        """Return a formula with cap and floor, as an expression, so that readers see them where they matter."""
        if self.batas_bawah is not None:
            simpul = Panggilan("max", (simpul, Tetapan(self.batas_bawah)))
        return Panggilan("min", (simpul, Tetapan(self.batas))) if self.batas is not None else simpul


def read_formula(teks: str) -> Simpul:
    """Read a formula of capaian over `realisasi` and `target`, as a ratio (1) or in percent (100).

    Which of the two it is shows where the target is met exactly: no office calls that more than ten times, or less
    than a tenth of, what was asked.

    Raises:
        RumusError: It is no such formula.
    """
    simpul = rumus.read(teks)
    asing = [n for n in rumus.names(simpul) if n not in BESARAN]
    if asing or not rumus.names(simpul):
        nama = f"{asing[0]!r} tidak dikenal di sini; " if asing else ""
        name = f"{asing[0]!r} is unknown here; " if asing else ""
        raise RumusError(1, f"{nama}tulis rumusnya dengan `realisasi` dan `target`.",
                         f"{name}write the formula with `realisasi` and `target`.")  # fmt: skip
    try:
        tepat = rumus.evaluate(simpul, lambda _: [Selang.tepat(1)]).tengah
    except ZeroDivisionError:
        tepat = Decimal(1)
    return simpul if abs(tepat) > _PALING_BESAR_PERBANDINGAN else Operasi("*", simpul, _SERATUS)
