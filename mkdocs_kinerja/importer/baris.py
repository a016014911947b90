"""Rows: which are totals, which are children of others, and which belong nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .. import angka, periode
from ..angka import Notasi
from ..periode import Periode
from .kelas import TAHUN, short

_TOTAL = re.compile(
    r"(?:grand |sub[ -]?)?(?:jumlah|total|jml|rata[ -]*rata|rerata|keseluruhan)\b[ .:]*(?P<sisa>.*)", re.IGNORECASE
)
_RATA = re.compile(r"rata|rerata", re.IGNORECASE)
_TAKAR = 0.6
Angka = Decimal | None


def numbers(teks: Sequence[str], notasi: Notasi) -> list[Angka]:
    """Return the numbers of a column's cells; a dash is none."""
    return [angka.read(t, notasi).nilai if t else None for t in teks]


def total_label(sel: Sequence[str], *, akhir: bool, indikator: bool) -> str | None:
    """Return the label of a total row, or None if the row is none.

    Args:
        sel: The cells of the row left of its values.
        akhir: It is one of the last rows.
        indikator: The rows are indicators, whose names may begin with `Jumlah`.
    """
    for teks in sel:
        cocok = _TOTAL.match(teks)
        if cocok and (not cocok["sisa"] or (akhir and not indikator and len(cocok["sisa"].split()) < 5)):
            return teks.rstrip(" :")
    return None


def is_mean(label: str) -> bool:
    """Whether a total is a mean."""
    return bool(_RATA.search(label))


def sums(nilai: Sequence[Sequence[Angka]], bagian: Sequence[int], jumlah: int) -> bool:
    """Whether row `jumlah` is the sum of the rows `bagian` in a column where that says something."""
    for kolom in nilai:
        isi = [kolom[n] for n in bagian]
        angka_ = [a for a in isi if a is not None]
        if kolom[jumlah] and len(angka_) > 1 and sum(angka_) == kolom[jumlah]:
            return True
    return False


def levels(
    inden: Sequence[int], nomor: Sequence[str], total: Sequence[bool], nilai: Sequence[Sequence[Angka]]
) -> tuple[list[int], bool]:
    """Return the level of each row of a table without codes, and whether it is a guess.

    Args:
        inden: Indentation of the names.
        nomor: The running numbers; parents often have one and their children none.
        total: Which rows are totals.
        nilai: The columns of numbers.
    """
    datar = [0] * len(total)
    langkah = sorted({i for i, t in zip(inden, total, strict=True) if not t})
    if len(langkah) > 1 and inden and inden[0] == langkah[0]:
        return _steps([0 if t else langkah.index(i) for i, t in zip(inden, total, strict=True)]), False
    anak = [bool(nomor) and not n and not t for n, t in zip(nomor or [""] * len(total), total, strict=True)]
    if not any(anak) or anak[0] or not any(nomor):
        return datar, False
    keluarga: list[list[int]] = []
    for n, a in enumerate(anak):
        if a:
            keluarga[-1].append(n)
        elif not total[n]:
            keluarga.append([n])
    cocok = [_adds_up(nilai, k[0], k[1:]) for k in keluarga if len(k) > 1]
    # One child like its parent proves little: the indicators of a table often have the same progress.
    beberapa = any(len(k) > 2 and _adds_up(nilai, k[0], k[1:]) for k in keluarga)
    if beberapa and sum(cocok) >= _TAKAR * len(cocok):
        return [int(a) for a in anak], True
    return datar, False


def _adds_up(nilai: Sequence[Sequence[Angka]], induk: int, anak: Sequence[int]) -> bool:
    for kolom in nilai:
        isi = [kolom[n] for n in anak]
        angka_ = [a for a in isi if a is not None]
        if kolom[induk] is not None and angka_ and sum(angka_) == kolom[induk]:
            return True
    return False


def _steps(tingkat: list[int]) -> list[int]:
    """Return levels that go down one step at a time."""
    hasil: list[int] = []
    for t in tingkat:
        hasil.append(min(t, hasil[-1] + 1) if hasil else 0)
    return hasil


def period_total(label: str, bagian: Sequence[Periode]) -> tuple[str, bool]:
    """Return the label of the total row of a table over periods, and whether the printed one says something else.

    `Triwulan II` below January to June is their sum: the row is about all six months.
    """
    gabung = periode.gabungan(bagian) if bagian else None
    dibaca = periode.read(label, TAHUN)
    if gabung is None:
        return label, False
    return short(gabung), dibaca is not None and dibaca != gabung
