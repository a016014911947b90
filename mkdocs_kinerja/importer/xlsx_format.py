"""Number formats of a spreadsheet: how a stored number is displayed, in Indonesian or English notation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from ..angka import Notasi

_WARNA = re.compile(r"\[(?!\$)[^\]]*\]")
_MATA_UANG = re.compile(r"\[\$([^\-\]]*)(?:-[^\]]*)?\]")
_LEBAR = re.compile(r"_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_POLA = re.compile(r"[#0?][#0?,.]*(?:[eE][+-]0+)?|[#0?]*\.[#0?]+")
_UMUM = {"", "general", "standard", "@", "umum"}
_PRESISI = 15
"""Digits that a spreadsheet keeps; behind them 0.1 + 0.2 would show."""


@dataclass(frozen=True, slots=True)
class _Bentuk:
    """One section of a format: `"Rp"#,##0.00` is (Rp, #,##0.00, "")."""

    depan: str
    pola: str
    belakang: str


def display(nilai: Decimal, format_: str, notasi: Notasi) -> str | None:
    """Return a number as displayed; None if the format is for something else (dates, fractions, exponents).

    Args:
        nilai: The stored number.
        format_: The number format, in the English form in which files keep it.
        notasi: Notation to write in: files do not say in which one the author saw it.
    """
    # Stored floats end in noise: 0.5234 * 100 is 52.339999999999996.
    nilai = Context(prec=_PRESISI).create_decimal(nilai)
    if format_.strip().lower() in _UMUM:
        return _write(nilai, 0, None, False, notasi)
    bagian = _WARNA.sub("", format_).split(";")
    n = 1 if nilai < 0 and len(bagian) > 1 else 2 if nilai == 0 and len(bagian) > 2 else 0
    bentuk = _parse(bagian[n])
    if bentuk is None:
        return None
    if not bentuk.pola:
        return (bentuk.depan + bentuk.belakang).strip()
    persen = "%" in bentuk.depan + bentuk.belakang
    bulat, _, pecah = bentuk.pola.partition(".")
    koma = len(bentuk.pola) - len(bentuk.pola.rstrip(","))
    skala = nilai.scaleb((2 if persen else 0) - 3 * koma)
    if n == 1:
        # The section for negative numbers draws its own sign.
        skala = abs(skala)
    pecah = pecah.rstrip(",")
    teks = _write(skala, pecah.count("0"), len(pecah), "," in bulat.rstrip(","), notasi, bulat.count("0"))
    tanda = "-" if teks.startswith("-") else ""
    return f"{tanda}{bentuk.depan}{teks.removeprefix('-')}{bentuk.belakang}".strip()


def _parse(bagian: str) -> _Bentuk | None:
    """Split a section into the text before the digits, the digits, and the text behind."""
    harfiah: list[str] = []

    def keep(cocok: re.Match[str]) -> str:
        harfiah.append(next(g for g in cocok.groups() if g is not None))
        return chr(0xE000 + len(harfiah) - 1)

    sisa = _LEBAR.sub(lambda m: " " if m[0][0] == "_" else "", bagian)
    sisa = _LITERAL.sub(keep, _MATA_UANG.sub(lambda m: f'"{m[1]}"', sisa))
    pola = [m for m in _POLA.finditer(sisa) if m[0].strip("?")]
    if len(pola) > 1 or re.search(r"[ymdhs]|e[+-]|/|@", re.sub(r"general", "", sisa, flags=re.IGNORECASE).lower()):
        return None
    awal, akhir = (pola[0].start(), pola[0].end()) if pola else (len(sisa), len(sisa))

    def restore(teks: str) -> str:
        kembali = "".join(harfiah[ord(c) - 0xE000] if 0xE000 <= ord(c) < 0xE000 + len(harfiah) else c for c in teks)
        return re.sub(r"\s+", " ", kembali.replace("?", ""))

    depan, belakang = restore(sisa[:awal]), restore(sisa[akhir:])
    return _Bentuk(depan.lstrip(), pola[0][0] if pola else "", belakang.rstrip())


def _write(nilai: Decimal, wajib: int, paling: int | None, ribuan: bool, notasi: Notasi, bulat: int = 1) -> str:
    """Write a number with at least `wajib` and at most `paling` decimals (None: all it has)."""
    if paling is not None:
        nilai = nilai.quantize(Decimal(1).scaleb(-paling), ROUND_HALF_UP, Context(prec=60))
    teks = f"{nilai:f}" if nilai else f"{abs(nilai):f}"
    tanda = "-" if teks.startswith("-") else ""
    utuh, _, pecahan = teks.removeprefix("-").partition(".")
    pecahan = pecahan.rstrip("0").ljust(wajib, "0") if paling != wajib else pecahan
    utuh = utuh.zfill(bulat) if bulat else utuh.lstrip("0")
    if ribuan:
        utuh = f"{int(utuh or 0):,}"
        utuh = utuh.replace(",", ".") if notasi == "id" else utuh
    return f"{tanda}{utuh}{',' if notasi == 'id' else '.'}{pecahan}" if pecahan else f"{tanda}{utuh}"
