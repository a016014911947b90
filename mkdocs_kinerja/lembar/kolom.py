"""A sheet: named, typed columns and rows of plain values. What its words mean stands in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from ..bahasa import Bahasa
from ..pribadi import samarkan
from ..selang import TEPAT

Tipe = Literal["text", "integer", "number", "date", "uri"]
Nilai = str | int | Decimal | None
"""Text is empty rather than None; a number that is not there is None."""
Baris = tuple[Nilai, ...]

SANDI = frozenset({"id", "sebab"})
"""Columns of ids of ours, whose digits may look like a telephone number."""
DESIMAL = Decimal("0.0001")
"""Decimals of computed values: enough to show why 73,485 is not 73,48."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column.

    Attributes:
        nama: Its name for programs, stable.
        tipe: What its values are; printed figures are text.
        lebar: Width in a workbook, in characters.
        uang: It holds amounts in whole rupiah.
    """

    nama: str
    tipe: Tipe = "text"
    lebar: int = 14
    uang: bool = False

    def judul(self, bahasa: Bahasa, lembar: str) -> str:
        """Return its title for readers; a sheet may call it differently from the others."""
        return _word(bahasa, lembar, self.nama, "")

    def arti(self, bahasa: Bahasa, lembar: str) -> str:
        """Return in a sentence what it holds."""
        return _word(bahasa, lembar, self.nama, ".arti")


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet.

    Attributes:
        id: Its name for programs, stable.
        baris: Rows as long as `kolom`.
    """

    id: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]

    @classmethod
    def of(
        cls, id_: str, kolom: tuple[Kolom, ...], baris: Iterable[Baris], pribadi: frozenset[str] = frozenset()
    ) -> Lembar:
        """Return a sheet. Every value of every sheet passes through here, and is masked, whatever it is written as."""
        sandi = [k.tipe != "text" or k.nama in SANDI for k in kolom]
        return cls(
            id_,
            kolom,
            tuple(
                tuple(
                    n if tetap or not isinstance(n, str) else samarkan(n, pribadi)
                    for n, tetap in zip(b, sandi, strict=True)
                )
                for b in baris
            ),
        )

    def judul(self, bahasa: Bahasa) -> str:
        """Return its title for readers."""
        return bahasa.kata(f"lembar.{self.id}")

    def arti(self, bahasa: Bahasa) -> str:
        """Return in a sentence what a row is."""
        return bahasa.kata(f"lembar.{self.id}.arti")

    def index(self, kolom: str) -> int:
        """Return where a column stands."""
        return next(n for n, k in enumerate(self.kolom) if k.nama == kolom)

    def groups(self, *kolom: str) -> Mapping[tuple[Nilai, ...], Lembar]:
        """Return the sheet divided by the values of some columns, in the order in which these first occur."""
        tempat = [self.index(k) for k in kolom]
        isi: dict[tuple[Nilai, ...], list[Baris]] = {}
        for b in self.baris:
            isi.setdefault(tuple(b[n] for n in tempat), []).append(b)
        return {nilai: replace(self, baris=tuple(daftar)) for nilai, daftar in isi.items()}

    @property
    def kosong(self) -> Lembar:
        """The sheet without its rows."""
        return replace(self, baris=())


def computed(nilai: Decimal | None) -> Decimal | None:
    """Return a computed value with the decimals that are published, without zeros at its end."""
    if nilai is None:
        return None
    return (
        nilai if nilai == nilai.to_integral_value() else nilai.quantize(DESIMAL, ROUND_HALF_UP, TEPAT).normalize(TEPAT)
    )


def _word(bahasa: Bahasa, lembar: str, kolom: str, ekor: str) -> str:
    try:
        return bahasa.kata(f"lembar.{lembar}.{kolom}{ekor}")
    except KeyError:
        return bahasa.kata(f"lembar.kolom.{kolom}{ekor}")
