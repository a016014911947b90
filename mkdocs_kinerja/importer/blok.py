"""Writing a `tabel` entry in the house format: comments, settings, and an aligned grid."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .catatan import Catatan
from .mentah import clean
from .rancangan import BarisJadi, KolomJadi, Rancangan

PERIKSA, IMPOR = "# periksa:", "# impor:"
"""How the importer's comments begin: what to check, and what else it did."""

_POLOS = re.compile(r"[A-Za-z][\w .,/()&+%;'\u2013-]*(?<! )\Z")
_ISTIMEWA = {"null", "true", "false", "~", "yes", "no", "on", "off"}
_TANDA = re.compile(r"(?:@\d{1,6}(?=\s|\Z)|(?:=|>{1,9})(?=\s|\||\Z)|#(?=\s|\Z)|\|)")


@dataclass(frozen=True, slots=True)
class Blok:
    """A finished entry of `tabel`.

    Attributes:
        id: Its id.
        garis: Its lines, the first of them `- id: ...`, comments above it included.
        catatan: What its author has to know; those to be checked are also comments.
    """

    id: str
    garis: tuple[str, ...]
    catatan: tuple[Catatan, ...]

    def text(self, inden: int = 2) -> str:
        """Return the entry as text, indented by `inden` blanks."""
        return "".join(f"{' ' * inden}{g}\n" if g else "\n" for g in self.garis)


def write(id_: str, atur: Sequence[tuple[str, str]], rancangan: Rancangan, dimensi: Sequence[str]) -> Blok:
    """Return the entry.

    Args:
        id_: Its id.
        atur: Further settings in order, already written as YAML values.
        rancangan: The table.
        dimensi: What each header line is; one line is not written down.
    """
    komentar = [f"{PERIKSA if c.periksa else IMPOR} {clean(c.pesan)}" for c in rancangan.catatan]
    kepala = [("kepala", f"[{', '.join(dimensi)}]")] if tuple(dimensi) != ("ukuran",) else []
    garis = [f"  {k}: {v}" for k, v in (*atur, *kepala)]
    isi = [f"    {g}" for g in grid(rancangan, dimensi)]
    return Blok(id_, (*komentar, f"- id: {scalar(id_)}", *garis, "  isi: |", *isi), tuple(rancangan.catatan))


def scalar(teks: str) -> str:
    """Return a text as a YAML scalar, in quotes where it needs them."""
    if _POLOS.match(teks) and teks.lower() not in _ISTIMEWA and " #" not in teks and ": " not in teks:
        return teks
    return json.dumps(teks, ensure_ascii=False)


def grid(rancangan: Rancangan, dimensi: Sequence[str]) -> list[str]:
    """Return the lines of the grid, its columns aligned."""
    kolom = list(rancangan.kolom)
    if kolom and (len(kolom) == 1 or any(_TANDA.match(t) for t in (kolom[0].kepala, *kolom[0].sel))):
        # A first cell that looks like a row marker is read as one, so something else has to stand first.
        kolom.insert(0, KolomJadi("_no", [str(n) for n in range(1, len(rancangan.baris) + 1)]))
    kepala = [[escape(_header(k, d, dimensi)) for k in kolom] for d in dimensi]
    kepala = [_repeats_left_out(k) if n + 1 < len(kepala) else k for n, k in enumerate(kepala)]
    isi = [[escape(k.sel[n]) for k in kolom] for n in range(len(rancangan.baris))]
    tanda = [_marker(b) for b in rancangan.baris]
    for baris, t in zip(isi, tanda, strict=True):
        baris[0] = t + baris[0]
    lebar = [max(len(b[n]) for b in (*kepala, *isi)) for n in range(len(kolom))]
    return [" | ".join(t.ljust(w) for t, w in zip(b, lebar, strict=True)).rstrip() for b in (*kepala, *isi)]


def _marker(b: BarisJadi) -> str:
    return "= " if b.total else ">" * b.tingkat + " " if b.tingkat else ""


def escape(teks: str) -> str:
    """Return a cell as it is written in a grid."""
    return teks.replace("|", "\\|")


def _header(k: KolomJadi, baris: str, dimensi: Sequence[str]) -> str:
    """Return what stands in one header line above a column."""
    if not k.nilai:
        return k.kepala if baris == dimensi[0] else ""
    if baris != "ukuran" or len(dimensi) > 1:
        return {"ukuran": k.kepala, "periode": k.periode, "versi": k.versi, "kelompok": k.kelompok}[baris]
    lain = (("~", k.kelompok), ("@", k.periode), ("#", k.versi))
    return k.kepala + "".join(f"{tanda}{teks}" for tanda, teks in lain if teks)


def _repeats_left_out(kepala: Sequence[str]) -> list[str]:
    """Leave out a header that repeats its left neighbour, which is what an empty one means."""
    return ["" if n and k == kepala[n - 1] and not k.endswith("*") else k for n, k in enumerate(kepala)]
