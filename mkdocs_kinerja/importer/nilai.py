"""What a cell looks like: a figure, a figure with words, a running number, or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .. import angka
from ..angka import Keadaan, Notasi

_MURNI = re.compile(
    r"(?:(?:Rp|IDR)\.?\s*)?[(\u2212\u2013+-]{0,2}\s*\d[\d.,]*\s*\)?\s*(?:%|,-|\.-)?\s*\)?\Z", re.IGNORECASE
)
_BUKAN_TEKS = {
    Keadaan.STRIP, Keadaan.TIDAK_BERLAKU, Keadaan.GALAT_LEMBAR, Keadaan.BELUM_TERSEDIA, Keadaan.TAK_TERBACA,
}  # fmt: skip
_TAHUN = re.compile(r"(?:19|20)\d\d\Z")
_URUT = re.compile(r"\(?\d{1,3}[.)]?\Z")
_BERSATUAN = re.compile(r"(?:\w+ ){0,2}\d[\d.,]*%?(?: \S+){0,12}\Z")
MAKS_PENOMORAN = 60


def is_figure(teks: str) -> bool:
    """Whether a cell is a number, or one of the signs for none (`-`, `N/A`, `#DIV/0!`)."""
    return bool(_MURNI.match(teks)) or (bool(teks) and angka.read(teks).keadaan in _BUKAN_TEKS)


def is_number(teks: str) -> bool:
    """Whether a cell is a number and nothing else."""
    return bool(_MURNI.match(teks))


def is_year(teks: str) -> bool:
    """Whether a cell is a year."""
    return bool(_TAHUN.match(teks))


def is_index(teks: str) -> bool:
    """Whether a cell is a running number: `1`, `1.`, `(1)`."""
    return bool(_URUT.match(teks))


def is_value(teks: str) -> bool:
    """Whether a cell can be the value of a measure: a figure, alone or with its unit (`Indeks 3,86`)."""
    return is_figure(teks) or (bool(_BERSATUAN.match(teks)) and angka.read(teks).nilai is not None)


def is_numbering(teks: Iterable[str]) -> bool:
    """Whether a row only numbers the columns: `1 | 2 | 3`, `(1) | (2) | (3)`."""
    isi = [t.strip("().") for t in teks if t]
    if len(isi) < 3 or not all(t.isdecimal() and int(t) <= MAKS_PENOMORAN for t in isi):
        return False
    urut = [int(t) for t in isi]
    return urut[0] == 1 and urut[:3] == sorted(set(urut[:3])) and len(set(urut)) > len(urut) // 2


def share(teks: Sequence[str]) -> float:
    """Return which part of the cells that are not empty are figures."""
    isi = [t for t in teks if t]
    return sum(map(is_figure, isi)) / len(isi) if isi else 0.0


def only_notation(teks: str) -> Notasi | None:
    """Return the notation a number can only have been written in; None if both are possible."""
    if not is_number(teks):
        return None
    dibaca = angka.read(teks)
    if dibaca.notasi is None or dibaca.ragu:
        return None
    other = angka.read(teks, "en")
    return dibaca.notasi if dibaca.notasi == other.notasi else None
