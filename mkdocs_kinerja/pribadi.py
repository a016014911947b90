"""Personal data in texts and files: found, and masked for everything that is published.

A mask keeps two characters and all signs between the others, so that the place can be recognised and columns stay where
they are, but nobody can be reached or identified by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from .lokasi import Posisi
from .pribadi_pola import (
    JENIS,
    KATA_REKENING,
    POLA,
    REKENING,
    JenisPribadi,
    Temu,
    addresses,
    has_digits,
    looks_like_account,
)

__all__ = ["JENIS", "DataPribadi", "JenisPribadi", "Temu", "find", "forms", "in_lines", "mask", "samarkan"]

TITIK: Final = "\N{BULLET}"
TERPENDEK: Final = 6
"""No personal data is shorter: `a@b.co`."""


class DataPribadi(NamedTuple):
    """One find in a file. `literal` is there to be masked elsewhere, and must never be shown."""

    jenis: JenisPribadi
    samar: str
    posisi: Posisi
    literal: str


def find(teks: str) -> list[Temu]:
    """Return the personal data in a text, in order of place; finds do not overlap."""
    surel = "@" in teks
    angka = has_digits(teks) is not None
    if not surel and not angka:
        return []
    hasil = list(addresses(teks)) if surel else []
    terisi = bytearray(len(teks))
    for x in hasil:
        terisi[x.awal : x.akhir] = b"\1" * len(x.literal)
    for jenis, pola, sah in POLA if angka else ():
        for m in pola.finditer(teks):
            if 1 not in terisi[m.start() : m.end()] and sah(teks, m):
                hasil.append(Temu(jenis, m.start(), m.end(), m[0]))
                terisi[m.start() : m.end()] = b"\1" * len(m[0])
    return sorted(hasil, key=lambda x: x.awal)


def mask(literal: str) -> str:
    """Return what may be shown of personal data: two digits (of an address one letter) and the signs between."""
    terbuka, hasil = 1 if "@" in literal else 2, []
    for c in literal:
        tampil = not c.isalnum() or terbuka > 0
        terbuka -= c.isalnum()
        hasil.append(c if tampil else TITIK)
    return "".join(hasil)


@lru_cache(maxsize=65_536)
def samarkan(teks: str, literal: frozenset[str] = frozenset()) -> str:
    """Return a text as it may be published: of the same length, its personal data masked.

    Every writer passes what it shows of the data through this, before it escapes or shortens it. Masking twice is the
    same as masking once. Most texts are published ten times, so that what became of them is remembered.

    Args:
        teks: Any text.
        literal: What was found elsewhere (`Hasil.pribadi`), to be masked here though nothing around it tells.
    """
    if len(teks) < TERPENDEK:
        return teks
    if literal:
        teks = _any_of(literal).sub(lambda m: mask(m[0]), teks)
    # Once more: what stood beside a number may be one only when that is gone.
    while temu := find(teks):
        for x in dict.fromkeys(x.literal for x in temu):
            teks = teks.replace(x, mask(x))
    return teks


@lru_cache(maxsize=4)
def _any_of(literal: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(x) for x in sorted(literal, key=lambda x: (-len(x), x))))


def forms(literal: str) -> Iterator[str]:
    """Yield personal data as it may be printed elsewhere: as it is, its digits alone, and taken for a number."""
    yield literal
    if "@" not in literal:
        angka = "".join(c for c in literal if c.isdigit())
        bulat = angka.lstrip("0") or "0"
        yield angka
        if len(bulat) >= TERPENDEK + 2:
            yield from (f"{int(bulat):,}", f"{int(bulat):,}".replace(",", "."), bulat)


def in_lines(baris: Iterable[str], berkas: str, awal: tuple[int, int] = (1, 1)) -> tuple[DataPribadi, ...]:
    """Return the personal data in the lines of a file, as they stand there.

    Numbers in a column of a grid also count as account numbers where its header says so.

    Args:
        baris: Consecutive lines.
        berkas: The file, relative to the project.
        awal: Line and column of the first character.
    """
    hasil = []
    kolom: frozenset[int] = frozenset()
    for n, teks in enumerate(baris):
        pemisah = "|" if "|" in teks else "\t"
        temu = find(teks)
        if kolom and pemisah in teks:
            temu = _with_columns(teks, pemisah, kolom, temu)
        hasil += [DataPribadi(x.jenis, mask(x.literal), Posisi(berkas, awal[0] + n, awal[1] + x.awal), x.literal)
                  for x in temu]  # fmt: skip
        if pemisah in teks:
            kolom |= {k for k, sel in enumerate(teks.split(pemisah)) if _is_account_header(sel)}
        elif teks.strip() and not teks.lstrip().startswith("#"):
            kolom = frozenset()
    return tuple(hasil)


def _is_account_header(sel: str) -> bool:
    return bool(KATA_REKENING.search(sel)) and not any(c.isdigit() for c in sel)


def _with_columns(teks: str, pemisah: str, kolom: frozenset[int], temu: list[Temu]) -> list[Temu]:
    """Return the finds of a row together with the numbers in its columns of account numbers."""
    hasil, geser = list(temu), 0
    for k, sel in enumerate(teks.split(pemisah)):
        for m in REKENING.finditer(sel) if k in kolom else ():
            a, z = geser + m.start(), geser + m.end()
            if looks_like_account(sel, m) and not any(a < x.akhir and x.awal < z for x in temu):
                hasil.append(Temu("rekening", a, z, m[0]))
        geser += len(sel) + 1
    return sorted(hasil, key=lambda x: x.awal)
