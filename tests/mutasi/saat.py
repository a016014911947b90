"""The period of a synthetic report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_kinerja.periode import BULAN

ROMAWI = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Saat:
    """What a report is about: a year, up to the end of a quarter; the fourth stands for the annual report."""

    tahun: int
    triwulan: int

    @property
    def tahunan(self) -> bool:
        """Whether it is the annual report."""
        return self.triwulan == 4

    @property
    def id(self) -> str:
        """The name of its file."""
        return f"{self.tahun}-{'tahunan' if self.tahunan else f'tw{self.triwulan}'}"

    @property
    def sampai(self) -> str:
        """The period from January to its end, as data files write it."""
        return str(self.tahun) if self.tahunan else f"sd-tw{self.triwulan}"

    @property
    def bulan(self) -> Sequence[str]:
        """The months so far."""
        return BULAN[: 3 * self.triwulan]

    @property
    def nama(self) -> str:
        """How a title calls the period."""
        return f"Tahun {self.tahun}" if self.tahunan else f"Triwulan {ROMAWI[self.triwulan]} Tahun {self.tahun}"

    def kumulatif(self) -> Sequence[tuple[int, str]]:
        """Return the cumulative periods so far, each with its quarter."""
        return [(q, str(self.tahun) if q == 4 else f"sd-tw{q}") for q in range(1, self.triwulan + 1)]
