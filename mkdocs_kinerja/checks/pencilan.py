"""Outliers: a value far from those of the other offices, by robust statistics over at least five of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from statistics import median

from ..fakta import Fakta
from ..laporan import Amatan, Laporan, Tabel
from ..selang import TEPAT
from ..temuan import Bukti
from .bukti import measure, place, usable, where

SEDIKITNYA = 5
"""Of fewer offices nobody can say what is usual."""
_SETARA = Decimal("0.6745")
"""The median deviation of normal values in standard deviations. Source: Iglewicz and Hoaglin (1993), modified z."""
_TERJAUH = Decimal(999)


def scores(nilai: Sequence[Decimal]) -> list[Decimal]:
    """Return how far each value is from the median, in robust standard deviations; all 0 where most are equal."""
    with localcontext(TEPAT):
        tengah = median(nilai)
        simpangan = median(abs(n - tengah) for n in nilai)
        if simpangan == 0:
            return [Decimal(0)] * len(nilai)
        return [min(abs(n - tengah) * _SETARA / simpangan, _TERJAUH) for n in nilai]


def in_tables(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per value of a table that compares at least five offices."""
    for tabel in laporan.tabel:
        if any("unit" in k.kelas for k in tabel.kolom):
            for n, kolom in enumerate(tabel.kolom):
                if kolom.jenis == "nilai":
                    yield from _column(laporan, tabel, n)


def _times(nilai: Decimal, tengah: Decimal) -> Decimal:
    """Return how many times the larger of value and median is the smaller."""
    kecil, besar = sorted((abs(nilai), abs(tengah)))
    with localcontext(TEPAT):
        return min(besar / kecil, _TERJAUH).quantize(Decimal("0.001")) if kecil else _TERJAUH


def _column(laporan: Laporan, tabel: Tabel, n: int) -> Iterable[Fakta]:
    sel = [a for b in tabel.baris if not b.total and (a := b.sel[n]) is not None and usable(a)]
    sel = [a for a in sel if a.besaran.hal.startswith("unit/") and laporan.jenis_ukuran(a.besaran) != "uang"]
    if len(sel) >= SEDIKITNYA:
        yield from facts(laporan, sel, sel)


def facts(laporan: Laporan, milik: Sequence[Amatan], semua: Sequence[Amatan]) -> Iterable[Fakta]:
    """Return one fact per value of a report.

    Args:
        laporan: The report.
        milik: The values that are its own.
        semua: The values of all offices, its own included; at least `SEDIKITNYA`.
    """
    nilai = [a.dibaca.penuh or Decimal(0) for a in semua]
    skor = dict(zip(semua, scores(nilai), strict=True))
    tengah = median(nilai)
    for a in milik:
        tahun = laporan.tahun
        yield Fakta(
            "pencilan",
            ("pencilan", a.besaran.teks(tahun), a.tabel),
            {
                "hal": a.besaran.hal,
                "ukuran": a.besaran.ukuran,
                "periode": a.besaran.periode.teks(tahun) if a.besaran.periode else "",
                "tabel": a.tabel,
                "skor": skor[a].quantize(Decimal("0.001")),
                "kelipatan": _times(a.dibaca.penuh or Decimal(0), tengah),
                "banyak": len(semua),
            },
            {
                "nama": a.nama,
                "ukuran_nama": measure(laporan, a.besaran),
                "periode_nama": a.besaran.periode,
                "tempat": where(laporan, a),
                "dilaporkan": a.angka.teks.strip(),
                "seharusnya": "",
                "tengah": tengah.quantize(Decimal("0.01")),
                "alasan": {},
                "_besaran": a.besaran,
            },
            Bukti((place(a, "dilaporkan"),)),
        )
