"""The table as it is going to be written: columns with their headers, rows with their markers."""

from __future__ import annotations

from dataclasses import dataclass, field

from .catatan import Catatan

TIDAK_ADA = "~"


@dataclass(slots=True)
class KolomJadi:
    """One column of the grid.

    Attributes:
        kepala: Header of a key (`kro*`) or label column; the measure of a value column.
        sel: Its cells, one per row.
        nilai: It holds values.
        periode: Period of a value column that is not its measure's own.
        versi: DIPA version of a value column.
        kelompok: Group of a value column.
    """

    kepala: str
    sel: list[str]
    nilai: bool = False
    periode: str = ""
    versi: str = ""
    kelompok: str = ""


@dataclass(slots=True)
class BarisJadi:
    """One row of the grid: where it stands in the source, and its markers."""

    nomor: int
    total: bool = False
    label: str = ""
    tingkat: int = 0


@dataclass(slots=True)
class Rancangan:
    """A table, and what its author has to know."""

    kolom: list[KolomJadi] = field(default_factory=list)
    baris: list[BarisJadi] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)

    def note(self, pesan: str, pesan_en: str, *, periksa: bool = True) -> None:
        """Add a note."""
        self.catatan.append(Catatan(pesan, pesan_en, periksa))
