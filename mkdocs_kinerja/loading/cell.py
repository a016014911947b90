"""The transcriber's marks in a cell: `{sic}`, `{Rp ribu}`, `{en}`, `{dugaan: 64}`, `[supplied]`, `~` (not there)."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..angka import SKALA, Notasi

TIDAK_ADA = "~"
_KURAWAL = re.compile(r"\{([^{}]*)\}")
_SKALA = re.compile(r"(?:rp\.?\s*)?(ribu|juta|miliar|milyar|triliun|000)?\Z", re.IGNORECASE)
# An amount in words has a word of magnitude in it, or is one number word alone: `4 (dua)`.
_TERBILANG = re.compile(
    r"\(\s*([^()\d]*?\b(?:puluh|belas|ratus|seratus|ribu|seribu|juta|mil[iy]ar|triliun|rupiah)\b[^()\d]*?"
    r"|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu)\s*\)",
    re.IGNORECASE,
)


class IsiSel(NamedTuple):
    """A cell without its marks, and what they said.

    Attributes:
        teks: What is printed.
        tercetak: False for `[453]`: supplied by the transcriber.
        skala: Power of ten given by `{Rp ribu}`; None where nothing is said.
        notasi: Notation given by `{en}` or `{id}`.
        dugaan: The reading believed where the text is damaged.
        satuan: Unit given by `{satuan: ...}`.
        catatan: All other marks.
        terbilang: The amount in words that stands in parentheses behind the digits.
    """

    teks: str
    tercetak: bool = True
    skala: int | None = None
    notasi: Notasi | None = None
    dugaan: str = ""
    satuan: str = ""
    catatan: tuple[str, ...] = ()
    terbilang: str = ""


def read_scale(teks: str) -> int | None:
    """Read `Rp`, `Rp ribu`, `Rp juta`; None if it is none of these."""
    cocok = _SKALA.match(teks.strip())
    if not cocok or not teks.strip():
        return None
    return SKALA[cocok[1].lower()] if cocok[1] else 0


def read(teks: str) -> IsiSel:
    """Separate a cell from the marks in it."""
    if not {"{", "[", "("} & set(teks):
        return IsiSel(teks)
    skala: int | None = None
    notasi: Notasi | None = None
    dugaan = satuan = ""
    catatan: list[str] = []
    for tanda in _KURAWAL.findall(teks):
        isi = tanda.strip()
        kunci, ada, nilai = isi.partition(":")
        if isi in {"id", "en"}:
            notasi = "id" if isi == "id" else "en"
        elif (dibaca := read_scale(isi)) is not None:
            skala = dibaca
        elif ada and kunci.strip() == "dugaan":
            dugaan = nilai.strip()
        elif ada and kunci.strip() == "satuan":
            satuan = nilai.strip()
        else:
            catatan.append(isi)
    bersih = _KURAWAL.sub("", teks).strip()
    tercetak = not (bersih.startswith("[") and bersih.endswith("]"))
    if not tercetak:
        bersih = bersih[1:-1].strip()
    kata = _TERBILANG.search(bersih) if any(c.isdigit() for c in bersih) else None
    terbilang = kata[1] if kata else ""
    if kata:
        bersih = f"{bersih[: kata.start()].rstrip()} {bersih[kata.end() :].lstrip()}".strip()
    return IsiSel(bersih, tercetak, skala, notasi, dugaan, satuan, tuple(catatan), terbilang)
