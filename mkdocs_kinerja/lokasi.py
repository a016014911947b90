"""Where a thing stands: in the YAML file (file, line, column) and in the source document (lines or pages)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


class Posisi(NamedTuple):
    """A place in a file. `berkas` is relative to the project, with `/`; line and column count from 1."""

    berkas: str
    baris: int
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.berkas}:{self.baris}:{self.kolom}"


@dataclass(frozen=True, slots=True, order=True)
class Sumber:
    """A place in the source document: lines (first, last) or pages (first, last), and a name such as `Tabel 2.4`."""

    dokumen: str
    baris: tuple[int, int] | None = None
    halaman: tuple[int, int] | None = None
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class Rentang:
    """What `sumber: 308-314, 318` says: document lines, or pages where the text begins with `hal.`."""

    baris: tuple[int, ...] = ()
    halaman: tuple[int, int] | None = None


_BAGIAN = re.compile(r"(\d{1,6})(?:\s*[-\u2013]\s*(\d{1,6}))?\Z")
_HALAMAN = re.compile(r"(?:hal\.?|halaman|h\.)\s*", re.IGNORECASE)
MAKS_BARIS = 20_000


def read_rentang(teks: str) -> Rentang | None:
    """Read `308-314, 318`, `hal. 12` or `hal. 12-13`; None when the text is neither."""
    teks = teks.strip()
    halaman = _HALAMAN.match(teks)
    if halaman:
        bagian = _BAGIAN.match(teks[halaman.end() :].strip())
        if not bagian:
            return None
        awal = int(bagian[1])
        return Rentang(halaman=(awal, int(bagian[2] or awal)))
    baris: list[int] = []
    for potong in teks.split(","):
        bagian = _BAGIAN.match(potong.strip())
        if not bagian:
            return None
        awal, akhir = int(bagian[1]), int(bagian[2] or bagian[1])
        if akhir < awal or len(baris) + akhir - awal > MAKS_BARIS:
            return None
        baris.extend(range(awal, akhir + 1))
    return Rentang(tuple(baris))
