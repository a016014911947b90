"""Header lines of a raw table: how many there are, and which labels stand above each column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .mentah import BarisMentah
from .nilai import is_figure, is_numbering, is_year, share

_UKURAN = re.compile(r"\b(pagu|target|realisasi|alokasi|anggaran|capaian|volume)\b", re.IGNORECASE)
MAKS_KEPALA = 6
Jalur = tuple[str, ...]
"""The labels above a column, from top to bottom."""


def titles(baris: Sequence[BarisMentah]) -> int:
    """Return how many rows at the top are titles: one text alone above a table of several columns."""
    n = 0
    while n + 2 < len(baris) and n < MAKS_KEPALA and _is_title(baris[n], baris[n + 1]):
        n += 1
    return n if n and sum(1 for t in baris[n].teks if t) > 2 else 0


def _is_title(b: BarisMentah, bawah: BarisMentah) -> bool:
    """Whether a row is a single text in its first cell, and the row below is not its refinement."""
    satu = [t for t in b.teks if t]
    return len(satu) == 1 and bool(b.sel[0].teks) and len(satu[0]) > 3 and bool(bawah.sel[0].teks)


def count(baris: Sequence[BarisMentah]) -> int:
    """Return how many rows at the top are header; 0 where the figures begin at once."""
    for n, b in enumerate(baris[:MAKS_KEPALA]):
        if is_numbering(b.teks) and n + 1 < len(baris):
            return n + 1 if n else 0
        if _has_figures(b) or (n and not _refines(baris[:n], b)):
            return n
    return min(len(baris), MAKS_KEPALA) if len(baris) > 1 else 0


def shifted(jalur: Sequence[Jalur], isi: Sequence[BarisMentah]) -> list[Jalur] | None:
    """Return the labels moved one column right where the header forgot the names beside the codes; else None.

    The last column has figures and no label, and the first text column that ought to have figures has none.
    """
    kolom = [[b.sel[n].teks for b in isi if b.sel[n].teks] for n in range(len(jalur))]
    terakhir = max((n for n, k in enumerate(kolom) if k), default=0)
    if jalur[terakhir] or terakhir < 3 or share(kolom[terakhir]) < 1 or any(jalur[terakhir + 1 :]):
        return None
    keliru = [n for n in range(1, terakhir) if is_measure(jalur[n]) and kolom[n] and share(kolom[n]) == 0]
    if not keliru or share(kolom[0]) or share(kolom[1]):
        return None
    return [jalur[0], (), *jalur[1:terakhir], *jalur[terakhir + 1 :]]


def is_measure(jalur: Jalur) -> bool:
    """Whether the labels speak of a measure."""
    return bool(_UKURAN.search(" ".join(jalur)))


def _has_figures(b: BarisMentah) -> bool:
    return any(is_figure(t) and not is_year(t) for t in b.teks)


def _refines(atas: Sequence[BarisMentah], b: BarisMentah) -> bool:
    """Whether a row stands below merged header cells: each of its labels under an empty cell or under a span."""
    lebar = max(len(a.sel) for a in (*atas, b))
    atas, b = [a.widen(lebar) for a in atas], b.widen(lebar)
    ada = False
    for n, s in enumerate(b.sel):
        if not s.teks:
            continue
        ada = True
        di_atas = next((a for a in reversed(atas) if a.sel[n].teks), None)
        if di_atas is None or di_atas is not atas[-1]:
            continue
        kanan = di_atas.sel[n + 1] if n + 1 < lebar else None
        if kanan is None or kanan.teks:
            return False
    return ada


def labels(kepala: Sequence[BarisMentah], lebar: int) -> list[Jalur]:
    """Return the labels above each column; merged cells count for all columns they span."""
    garis = [b.widen(lebar) for b in kepala if not is_numbering(b.teks)]
    isi = [[s.teks for s in b.sel] for b in garis]
    for i in range(len(isi) - 1):
        for n in range(1, lebar):
            # A span goes on as long as something stands below, and the line above it does not change.
            serumpun = i == 0 or isi[i - 1][n] == isi[i - 1][n - 1]
            if not isi[i][n] and serumpun and any(baris[n] for baris in isi[i + 1 :]):
                isi[i][n] = isi[i][n - 1]
    jalur = [tuple(dict.fromkeys(baris[n] for baris in isi if baris[n])) for n in range(lebar)]
    return jalur or [()] * lebar
