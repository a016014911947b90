"""Which satker has which reports, and what each of them amounts to, in one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..checks.ringkasan import Status
from ..laporan import Laporan, Satker
from ..periode import Periode
from . import gambar, indikator, pemeriksaan, serapan
from .pemeriksaan import Hitung
from .situs import Halaman
from .templat import render

MAKS_PERIODE = 6


@dataclass(frozen=True, slots=True)
class Petak:
    """One report: its counts, in figures and as a picture, its indicators by status, and its spending and its place."""

    laporan: Laporan
    hitung: Hitung
    indikator: tuple[tuple[Status, int], ...]
    serapan: str
    jangkar: str
    cakupan: str = ""


def block(h: Halaman, satker: Iterable[Satker]) -> str:
    """Return the table; the most recent periods only, the others stand on the page of each satker."""
    kolom = periods(h.situs.hasil.laporan)
    if not kolom:
        return render("kosong", pesan=h.kata("matriks.kosong"))
    ada = {(x.satker.id, x.periode): x for x in h.situs.hasil.laporan}
    baris = [
        (s, [cell(h, ada[s.id, p]) if (s.id, p) in ada else None for p in kolom])
        for s in sorted(satker, key=lambda s: (s.label, s.id))
    ]
    return render("matriks", h=h, kolom=kolom, baris=baris)


def periods(laporan: Iterable[Laporan]) -> list[Periode]:
    """Return the periods to show: those that anyone reported, and the quarters of their years up to the last of them.

    Quarters without any report are left out where they would push reports out of the table.
    """
    ada = {x.periode for x in laporan}
    triwulan = {Periode.triwulan(p.tahun, n) for p in ada if p.bulan == 3 for n in range(1, p.akhir % 12 // 3 + 1)}
    semua = ada | triwulan
    return sorted(semua if len(semua) <= MAKS_PERIODE else ada, key=lambda p: (p.akhir, p.bulan))[-MAKS_PERIODE:]


def cell(h: Halaman, laporan: Laporan) -> Petak:
    """Sum up one report."""
    hitung = Hitung.of(h.situs.pemeriksaan.get(laporan.kunci, []), h.situs.temuan_laporan.get(laporan.kunci, []))
    cakupan = gambar.cakupan(hitung.lolos, hitung.bertemuan, hitung.tidak_berlaku, pemeriksaan.in_words(h, hitung))
    return Petak(laporan, hitung, tuple(indikator.count(h, laporan)), *absorption(h, laporan), cakupan)


def absorption(h: Halaman, laporan: Laporan) -> tuple[str, str]:
    """Return the share of the budget that is spent, as printed, else computed, and its anchor; empty if unknown."""
    isi = serapan.of(laporan) if laporan.terbaca else None
    return (serapan.text(h, isi), isi.jangkar) if isi and isi.persen is not None else ("", "")
