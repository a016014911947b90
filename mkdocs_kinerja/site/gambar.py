"""Small pictures as inline SVG: from numbers to shapes, the same numbers always giving the same bytes.

No picture has an id, a style attribute or a colour of its own: classes name what a shape is, and the style sheet draws
it for light, dark and print. Shape, height and texture say without colour what colours say. Each picture is either
hidden from screen readers, because its numbers stand right beside it, or it has a title that says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .templat import render

SKALA = Decimal(125)
"""Achievement in % at the right end of a bullet bar; the mark of 100 % stands at four fifths."""
LEBAR_BATANG, LEBAR_CAKUPAN, LEBAR_TREN = Decimal(110), Decimal(120), Decimal(90)
TERKECIL = Decimal(2)
"""Width below which nothing is drawn that is there at all: a thousandth has to be seen, too."""

_SEPERSEPULUH = Decimal("0.1")
_TEPI, _ATAS, _BAWAH, _TENGAH = Decimal(6), Decimal(5), Decimal(25), Decimal(15)
_HURUF = Decimal("6.2")
MAKS_HURUF = 16

BENTUK = {
    "tercapai": "h.01",
    "sesuai-laju": "m-2-3l5 3-5 3z",
    "tertinggal": "m-3-2h6l-3 5z",
    "belum-tercapai": "m-2.5 0a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0z",
    "tidak-tercapai": "m-2.5-2.5l5 5m0-5l-5 5",
    "tidak-dinilai": "m0-3l3 3-3 3-3-3z",
    "kutipan": "m-1.5-1.5h3v3h-3z",
    "netral": "h.01",
}
"""Status -> its mark in a trend, drawn from the point itself; a dot is a line without length and with round ends."""


class Titik(NamedTuple):
    """One period of a trend.

    Attributes:
        x: When, in any unit; ascending from point to point.
        nilai: The value, None where there is none: the line has a gap.
        target: What was asked, in the unit of the value.
        jenis: Its mark, one of BENTUK.
        sambung: Whether the line comes to it from the point before: the two can be compared.
    """

    x: Decimal
    nilai: Decimal | None
    target: Decimal | None = None
    jenis: str = "netral"
    sambung: bool = True


@lru_cache(maxsize=16_384)
def bullet(persen: Decimal | None, jenis: str, tempo: Decimal | None = None) -> str:
    """Return achievement as a bar against the mark of the target; the number stands beside it.

    Args:
        persen: Achievement in %; None gives no picture. What the scale cannot hold is drawn cut off.
        jenis: The status.
        tempo: What is due by now, in % of the target, where that is not the target itself.
    """
    if persen is None:
        return ""
    ada = tempo is not None and 0 < tempo < SKALA and tempo != 100
    return render(
        "gambar-bullet",
        jenis=jenis,
        panjang=_n(_within(persen, SKALA)),
        lebih=persen > SKALA,
        kurang=persen < 0,
        tempo=_n(tempo) if ada and tempo is not None else "",
    )


@lru_cache(maxsize=16_384)
def batang(pagu: Decimal | None, realisasi: Decimal | None, terbesar: Decimal) -> str:
    """Return a ceiling as an outline and what is spent of it as its filling; the numbers stand beside them.

    Args:
        pagu: The ceiling, None if it is not known: then there is nothing to compare with and no picture.
        realisasi: What is spent, in the same unit.
        terbesar: The ceiling that takes the whole width.
    """
    if pagu is None or pagu <= 0 or terbesar <= 0:
        return ""
    isi = Decimal(0) if realisasi is None else realisasi / terbesar * 100
    return render(
        "gambar-batang",
        pagu=_n(max(_within(pagu / terbesar * 100, LEBAR_BATANG), TERKECIL)),
        isi=_n(_within(isi, LEBAR_BATANG)),
        lebih=isi > LEBAR_BATANG,
        kurang=isi < 0,
    )


@lru_cache(maxsize=16_384)
def cakupan(lolos: int, temuan: int, tidak_berlaku: int, judul: str = "") -> str:
    """Return checks as one bar: passed (even), with a finding (taller), not applicable (striped).

    Args:
        lolos: How many passed.
        temuan: How many have a finding.
        tidak_berlaku: How many could not be made.
        judul: What the picture says, in words; empty where the numbers stand beside it.
    """
    banyak = (lolos, temuan, tidak_berlaku)
    if not sum(banyak):
        return ""
    bagian, x = [], Decimal(0)
    for nama, panjang in zip(("lolos", "temuan", "tidak"), _shares(banyak), strict=True):
        if panjang:
            bagian.append((nama, _n(x), _n(panjang)))
            x += panjang + 1
    return render("gambar-cakupan", bagian=bagian, judul=judul)


def _shares(banyak: Sequence[int]) -> list[Decimal]:
    """Share the width of a bar, gaps of 1 left out; nothing gets too small to be seen, at the cost of the largest."""
    lebar = LEBAR_CAKUPAN - sum(n > 0 for n in banyak) + 1
    bagian = [max(lebar * n / sum(banyak), TERKECIL) if n else Decimal(0) for n in banyak]
    terbesar = bagian.index(max(bagian))
    bagian[terbesar] += lebar - sum(bagian)
    return [b.quantize(_SEPERSEPULUH, ROUND_HALF_UP) for b in bagian]


def trend(titik: Sequence[Titik], *, label: str, judul: str) -> str:
    """Return values over time as a line, their targets as dashed steps; empty where there is no second value.

    The scale goes from the smallest to the largest number shown, so that small changes can be seen.

    Args:
        titik: The periods.
        label: The last value as printed, written beside its mark.
        judul: What the picture says, in words.
    """
    angka = [n for t in titik for n in (t.nilai, t.target) if n is not None]
    if sum(t.nilai is not None for t in titik) < 2:
        return ""
    rendah, tinggi = min(angka), max(angka)
    x = _positions([t.x for t in titik])
    y = {n: _height(n, rendah, tinggi) for n in angka}
    akhir = max(n for n, t in enumerate(titik) if t.nilai is not None)
    label = label if len(label) <= MAKS_HURUF else f"{label[: MAKS_HURUF - 1]}…"
    lebar = LEBAR_TREN + 2 * _TEPI + _HURUF * len(label)
    return render(
        "gambar-tren",
        lebar=_n(lebar),
        em=_n(lebar / 12),
        judul=judul,
        target=_steps(x, [None if t.target is None else y[t.target] for t in titik]),
        garis=_line(x, [None if t.nilai is None else y[t.nilai] for t in titik], [t.sambung for t in titik]),
        tanda=_marks(x, y, titik),
        label=label,
        label_x=_n(x[akhir] + _TEPI),
        label_y=_n(y[titik[akhir].nilai or Decimal(0)] + Decimal("3.5")),
    )


def _positions(x: Sequence[Decimal]) -> list[Decimal]:
    awal, panjang = x[0], (x[-1] - x[0]) or Decimal(1)
    return [(_TEPI + (n - awal) / panjang * LEBAR_TREN).quantize(_SEPERSEPULUH, ROUND_HALF_UP) for n in x]


def _height(nilai: Decimal, rendah: Decimal, tinggi: Decimal) -> Decimal:
    if rendah == tinggi:
        return _TENGAH
    return (_BAWAH - (nilai - rendah) / (tinggi - rendah) * (_BAWAH - _ATAS)).quantize(_SEPERSEPULUH, ROUND_HALF_UP)


def _steps(x: Sequence[Decimal], y: Sequence[Decimal | None]) -> str:
    """Return targets as level pieces that meet half-way between two periods."""
    batas = [x[0] - 5, *((a + b) / 2 for a, b in pairwise(x)), x[-1] + 5]
    jalur, terputus = "", True
    for n, tinggi in enumerate(y):
        if tinggi is not None:
            jalur += f"M{_n(batas[n])} {_n(tinggi)}" if terputus else f"V{_n(tinggi)}"
            jalur += f"H{_n(batas[n + 1])}"
        terputus = tinggi is None
    return jalur


def _line(x: Sequence[Decimal], y: Sequence[Decimal | None], sambung: Sequence[bool]) -> str:
    jalur, lalu = "", False
    for n, tinggi in enumerate(y):
        if tinggi is not None:
            jalur += f"{'L' if lalu and sambung[n] else 'M'}{_n(x[n])} {_n(tinggi)}"
        lalu = tinggi is not None
    return jalur


def _marks(x: Sequence[Decimal], y: dict[Decimal, Decimal], titik: Sequence[Titik]) -> list[tuple[str, str]]:
    """Return one path per status, in the order in which they occur."""
    tanda: dict[str, str] = {}
    for n, t in enumerate(titik):
        if t.nilai is not None:
            tanda[t.jenis] = f"{tanda.get(t.jenis, '')}M{_n(x[n])} {_n(y[t.nilai])}{BENTUK[t.jenis]}"
    return list(tanda.items())


def _within(nilai: Decimal, paling: Decimal) -> Decimal:
    return min(max(nilai, Decimal(0)), paling)


def _n(nilai: Decimal) -> str:
    """Write a coordinate: at most one decimal, and no more than is needed."""
    teks = f"{nilai.quantize(_SEPERSEPULUH, ROUND_HALF_UP):f}"
    return teks.removesuffix(".0")
