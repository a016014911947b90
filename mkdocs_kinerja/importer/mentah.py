"""The raw table all readers give: cells as printed, each row with its number in the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .catatan import Catatan

MAKS_BARIS = 5_000
"""Rows of one table. A grid in YAML stays readable far below that."""
MAKS_KOLOM = 200

_MIRING = re.compile(r"<i>|<em>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|u|em|strong|su[bp]|span)>|<br ?/?>", re.IGNORECASE)
_TEBAL = re.compile(r"\*\*(.+?)\*\*")
_SPASI_PER_TINGKAT = 2


@dataclass(frozen=True, slots=True)
class SelMentah:
    """One cell.

    Attributes:
        teks: Its text in one line, without markup.
        miring: Printed in italics, as reports often do with the lowest level.
        inden: Its indentation in steps.
        gabung: It lies under a merged cell, whose text stands above or left of it.
    """

    teks: str = ""
    miring: bool = False
    inden: int = 0
    gabung: bool = False


@dataclass(frozen=True, slots=True)
class BarisMentah:
    """One row; `nomor` is its line in a text, or its row in a sheet."""

    sel: tuple[SelMentah, ...]
    nomor: int

    @property
    def teks(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(s.teks for s in self.sel)

    @property
    def kosong(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(s.teks for s in self.sel)

    def widen(self, lebar: int) -> BarisMentah:
        """Return the row with as many cells."""
        return BarisMentah((*self.sel, *(SelMentah() for _ in range(lebar - len(self.sel)))), self.nomor)


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """What a reader found.

    Attributes:
        baris: All rows that are not empty.
        nama: Name of the source file; empty for standard input.
        bernomor: The numbers of the rows are lines of a text, so `sumber` can name them.
        tempat: `Tabel 2.3`, where the source says so.
        judul: Title of the table.
        catatan: What the reader left out, joined or could not know.
    """

    baris: tuple[BarisMentah, ...]
    nama: str = ""
    bernomor: bool = True
    tempat: str = ""
    judul: str = ""
    catatan: tuple[Catatan, ...] = ()


def clean(teks: str) -> str:
    """Return a text in one line, without markup and without characters that no data file may hold."""
    polos = _TEBAL.sub(r"\1", _TAG.sub(" " if "<br" in teks.lower() else "", teks))
    huruf = []
    for c in polos:
        jenis = unicodedata.category(c)
        # Controls and line separators become blanks; what cannot be seen, or is no character at all, goes.
        huruf.append(" " if jenis in {"Cc", "Zl", "Zp"} else "" if jenis in {"Cf", "Cs", "Cn", "Co"} else c)
    return " ".join("".join(huruf).split())


def cell(teks: str) -> SelMentah:
    """Return the cell for a text with its markup."""
    depan = len(teks) - len(teks.lstrip(" \u00a0"))
    return SelMentah(clean(teks), bool(_MIRING.search(teks)), depan // _SPASI_PER_TINGKAT)


def row(teks: Iterable[str], nomor: int) -> BarisMentah:
    """Return the row for texts with their markup."""
    return BarisMentah(tuple(cell(t) for t in teks), nomor)


def shown(teks: Iterable[str]) -> str:
    """Return the cells of a row for a message."""
    return " | ".join(teks)


def ranges(nomor: Sequence[int]) -> str:
    """Return line numbers as `308-314, 318`; a number given twice stays twice."""
    hasil: list[list[int]] = []
    for n in nomor:
        if hasil and n == hasil[-1][1] + 1:
            hasil[-1][1] = n
        else:
            hasil.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in hasil)
