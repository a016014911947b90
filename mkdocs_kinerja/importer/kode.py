"""Codes of the budget (`EC`, `6077`, `6077.AEC`, `003`, `051`): what level each is, and whose child."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..pengenal import JENJANG

_POLA = (
    (re.compile(r"[A-Z]{2}\Z"), "program"),
    (re.compile(r"(?:[A-Z]{2}\.)?\d{4}\Z"), "kegiatan"),
    (re.compile(r"(?:\d{4}\.)?[A-Z]{3}\Z"), "kro"),
    (re.compile(r"(?:\d{4}\.)?[A-Z]{3}\.\d{3}\Z"), "ro"),
    (re.compile(r"\d{3}\Z"), "komponen"),
    (re.compile(r"(?:\d{4}\.)?[A-Z]{3}\.\d{3}\.\d{3}\Z"), "komponen"),
    (re.compile(r"[A-Z]\Z"), "subkomponen"),
)
_FUNGSI = re.compile(r"\d{2}\Z")
_AKUN = re.compile(r"\d{6}\Z")
_KOMPONEN = re.compile(r"0(?:0[12]|5\d|6\d)\Z")
_JUDUL = re.compile(r"\b(kode|akun|mak|kro|ro|komponen|kegiatan|program|output)\b", re.IGNORECASE)
_TAKAR = 0.6


def level(kode: str) -> str:
    """Return the class of a code; three digits are `komponen` until the rows around them say `ro`; else empty."""
    return next((kelas for pola, kelas in _POLA if pola.match(kode)), "")


def is_column(teks: Sequence[str], judul: str) -> bool:
    """Whether the cells of a column are codes; numbers are codes only where the header says so."""
    isi = [t for t in teks if t]
    cocok = [t for t in isi if level(t) or _AKUN.match(t) or _FUNGSI.match(t)]
    if len(cocok) < _TAKAR * len(isi) or all(map(_FUNGSI.match, cocok)):
        return False
    return bool(_JUDUL.search(judul)) or any(level(t) and not t.isdecimal() for t in cocok if len(t) > 1)


def classes(teks: Sequence[str], miring: Sequence[bool], nilai: Sequence[Decimal | None]) -> list[str]:
    """Return the class of the code in each row; empty where there is none.

    Args:
        teks: The codes, one per row.
        miring: Whether the row is in italics, the mark of komponen in many reports.
        nilai: An additive value of each row, to see which codes add up to which.
    """
    hasil = [level(t) or ("akun" if _AKUN.match(t) else "") for t in teks]
    fungsi = [n for n, t in enumerate(teks) if _FUNGSI.match(t)]
    for ke, n in enumerate(fungsi):
        hasil[n] = "fungsi" if ke % 2 == 0 else "subfungsi"
    ragu = [n for n, t in enumerate(teks) if len(t) == 3 and t.isdecimal()]
    bermiring = any(miring[n] for n in ragu) and not all(miring[n] for n in ragu)
    if bermiring:
        for n in ragu:
            hasil[n] = "komponen" if miring[n] else "ro"
    elif any(k == "kro" for k in hasil):
        _by_sums(teks, nilai, hasil)
    return hasil


def _by_sums(teks: Sequence[str], nilai: Sequence[Decimal | None], hasil: list[str]) -> None:
    """Decide between ro and komponen: the komponen of an RO add up to it."""
    sisa: Decimal | None = None
    di_atas = ""
    for n, t in enumerate(teks):
        if not (len(t) == 3 and t.isdecimal()):
            di_atas, sisa = hasil[n] or di_atas, None
            continue
        kini = nilai[n]
        anak = di_atas == "ro" and (
            kini <= sisa and (sisa > 0 or kini == 0)
            if kini is not None and sisa is not None
            else bool(_KOMPONEN.match(t))
        )
        hasil[n] = "komponen" if anak else "ro"
        if anak:
            sisa = sisa - kini if sisa is not None and kini is not None else sisa
        else:
            sisa, di_atas = kini, "ro"
    # Where no row is another's part, the table has one level less.
    komponen = [n for n, k in enumerate(hasil) if k == "komponen"]
    if not komponen:
        return
    ro = sum(k == "ro" for k in hasil)
    if all(not _KOMPONEN.match(teks[n]) for n in komponen) and len(komponen) < ro:
        for n in komponen:
            hasil[n] = "ro"


def short(kode: str, kelas: str) -> str:
    """Return a code without the part that its parent says: `EC.6077` is 6077, `AEF.002` below its KRO is 002."""
    if kelas == "kegiatan" and re.match(r"[A-Z]{2}\.\d{4}\Z", kode):
        return kode[3:]
    return kode[4:] if kelas == "ro" and re.match(r"[A-Z]{3}\.\d{3}\Z", kode) else kode


def order(kelas: Sequence[str]) -> list[str]:
    """Return the classes that occur, from the highest level down."""
    urut = ("fungsi", "subfungsi", *JENJANG, "akun")
    return [k for k in urut if k in kelas]
