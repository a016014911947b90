"""Text grids: lines of cells split by `|` or TAB, each cell with its place in the file.

The grammar is that of `docs/panduan/penulis.md`: header lines, body rows with the markers
`=` (total), `>` (child) and `@n` (source line), comments, and `?...` for an unreadable rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

TERPUTUS = "?..."


class Sel(NamedTuple):
    """One cell: its text without surrounding blanks, and where the text begins (line, column; 1-based)."""

    teks: str
    baris: int
    kolom: int


@dataclass(frozen=True, slots=True)
class BarisKisi:
    """One body row. `terputus` is set where `?...` ends the row; `sumber` is the line given by `@n`."""

    sel: tuple[Sel, ...]
    tingkat: int
    total: bool
    sumber: int | None
    terputus: bool

    @property
    def awal(self) -> Sel:
        """The first cell."""
        return self.sel[0]


class GarisTeks(NamedTuple):
    """One line of a grid as it stands in the file."""

    teks: str
    baris: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Kisi:
    """A grid: its header lines, all of the same width, and its body rows, each as wide as its own line."""

    kepala: tuple[tuple[Sel, ...], ...]
    isi: tuple[BarisKisi, ...]

    @property
    def lebar(self) -> int:
        """The number of columns."""
        return max((len(k) for k in self.kepala), default=0)


_PEMISAH = re.compile(r"(?<!\\)\|")
_TANDA = re.compile(r"\s*(?:@(?P<sumber>\d{1,6})(?=\s|\Z)\s*)?(?:(?P<tanda>=|>{1,9})(?=\s|\||\Z)\s*)?")
_GARIS_MARKDOWN = re.compile(r":?-{3,}:?\Z")


def read(garis: Iterable[GarisTeks], jumlah_kepala: int) -> Kisi:
    """Split lines into header and body.

    Args:
        garis: The lines of the grid.
        jumlah_kepala: How many of them are header lines; 0 for grids with fixed columns.
    """
    isi = [g for g in garis if g.teks.strip() and not _is_comment(g.teks)]
    pipa = any(_PEMISAH.search(g.teks) for g in isi)
    pertama = isi[0].teks.strip() if isi else ""
    berpagar = pipa and len(pertama) > 1 and pertama.startswith("|") and pertama.endswith("|")
    kepala = tuple(_cells(g, 0, pipa, berpagar) for g in isi[:jumlah_kepala])
    lebar = max((len(k) for k in kepala), default=0)
    penuh = tuple(_widen(k, lebar) for k in kepala)
    badan = [b for b in (_row(g, pipa, berpagar) for g in isi[jumlah_kepala:]) if not _is_rule(b.sel)]
    return Kisi(penuh, tuple(badan))


def _is_comment(teks: str) -> bool:
    bersih = teks.lstrip()
    return bersih == "#" or bersih.startswith("# ")


def _is_rule(sel: Sequence[Sel]) -> bool:
    """Whether it is the `|---|---|` line of a table pasted from Markdown."""
    return len(sel) > 1 and all(_GARIS_MARKDOWN.match(s.teks) for s in sel)


def _widen(sel: tuple[Sel, ...], lebar: int) -> tuple[Sel, ...]:
    akhir = sel[-1]
    ekor = (Sel("", akhir.baris, akhir.kolom + len(akhir.teks)),) * (lebar - len(sel))
    return sel + ekor


def _row(garis: GarisTeks, pipa: bool, berpagar: bool) -> BarisKisi:
    mulai = garis.teks.index("|") + 1 if berpagar and garis.teks.lstrip().startswith("|") else 0
    tanda = _TANDA.match(garis.teks, mulai)
    if tanda is None or (tanda["sumber"] is None and tanda["tanda"] is None):
        sel, jenis, sumber = _cells(garis, mulai, pipa, berpagar), "", None
    else:
        sel = _cells(garis, tanda.end(), pipa, berpagar)
        jenis, sumber = tanda["tanda"] or "", int(tanda["sumber"]) if tanda["sumber"] else None
    terputus = sel[-1].teks == TERPUTUS
    return BarisKisi(
        sel=sel[:-1] if terputus and len(sel) > 1 else sel,
        tingkat=len(jenis) if jenis.startswith(">") else 0,
        total=jenis == "=",
        sumber=sumber,
        terputus=terputus,
    )


def _cells(garis: GarisTeks, mulai: int, pipa: bool, berpagar: bool) -> tuple[Sel, ...]:
    teks = garis.teks.rstrip()
    if berpagar:
        mulai = max(mulai, len(teks) - len(teks.lstrip()) + 1 if teks.lstrip().startswith("|") else 0)
        teks = teks.removesuffix("|")
    batas = [m.start() for m in _PEMISAH.finditer(teks, mulai)] if pipa else _tabs(garis.teks, mulai)
    sel = []
    for awal, akhir in zip([mulai, *(b + 1 for b in batas)], [*batas, None], strict=True):
        potong = (teks if pipa else garis.teks)[awal:akhir]
        bersih = potong.strip()
        geser = len(potong) - len(potong.lstrip()) if bersih else 0
        sel.append(Sel(bersih.replace("\\|", "|"), garis.baris, garis.kolom + awal + geser))
    return tuple(sel)


def _tabs(teks: str, mulai: int) -> list[int]:
    return [n for n in range(mulai, len(teks)) if teks[n] == "\t"]
