"""The vocabulary of `ukuran`: what a column can measure, and what is known about each measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

_PEMISAH = re.compile(r"[\s_.]+")

JenisUkuran = Literal["cacah", "uang", "persen", "indeks", "teks"]
PeriodeBawaan = Literal["tahun", "sd", "periode", "tidak"]
"""The whole year; up to the end of the report; the report's own period; no period."""
Agregasi = Literal["jumlah", "rata-rata", "terakhir"]


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One measure.

    Attributes:
        id: Its name in data files.
        nama: Its name for readers, in Indonesian and English.
        jenis: Counts and whole rupiah are exact; percentages and indexes are rounded when printed.
        periode: The period that is meant where none is written.
        berversi: Its value belongs to a DIPA revision.
        tepat: Set by a decision, not measured (a target): exact whatever its printed precision, so that 92 is not 92,5.
        agregasi: How periods add up within a year, and whether a `=` row is a sum by default.
        bertotal: A percentage whose total is a sum all the same: weights, weighted scores.
        alias: Other names under which it may be written.
        indikator: Of another office (`unit/...`) it is the result of this indicator, as its own report has it.
    """

    id: str
    nama: Mapping[str, str]
    jenis: JenisUkuran
    periode: PeriodeBawaan = "sd"
    berversi: bool = False
    tepat: bool = False
    agregasi: Agregasi = "terakhir"
    bertotal: bool = False
    alias: tuple[str, ...] = ()
    indikator: str = ""

    @property
    def dijumlah(self) -> bool:
        """Whether a total row is a sum unless the table says otherwise."""
        return self.jenis in {"cacah", "uang"} or self.bertotal


@lru_cache(maxsize=4096)
def normal(teks: str) -> str:
    """Return the form under which names are compared: `Target Fisik`, `target_fisik` and `target.fisik` are one."""
    return _PEMISAH.sub(" ", teks.strip().lower())


@dataclass(frozen=True, slots=True)
class Kosakata:
    """Measures by every name they may be written under."""

    ukuran: Mapping[str, Ukuran]
    _nama: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ukuran: Iterable[Ukuran]) -> Kosakata:
        """Build a vocabulary; of two measures with the same name the later one wins."""
        semua = {u.id: u for u in ukuran}
        nama = {normal(n): u.id for u in semua.values() for n in (*u.alias, u.id)}
        return cls(semua, nama)

    def find(self, teks: str) -> Ukuran | None:
        """Return the measure that is written `teks`, or None."""
        kunci = self._nama.get(normal(teks))
        return self.ukuran[kunci] if kunci else None

    def extend(self, tambahan: Iterable[Ukuran]) -> Kosakata:
        """Return a vocabulary with further measures, as a report may declare them."""
        tambahan = tuple(tambahan)
        return Kosakata.of((*self.ukuran.values(), *tambahan)) if tambahan else self

    @property
    def names(self) -> list[str]:
        """Every name that can be written, sorted, for suggestions."""
        return sorted({n for u in self.ukuran.values() for n in (u.id, *u.alias)})
