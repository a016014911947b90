"""From a report to flat facts: all the arithmetic, none of the judgement. Rules decide what is worth telling."""

from __future__ import annotations

from ..fakta import Fakta
from ..laporan import Laporan
from . import (
    anggaran,
    cacah,
    data,
    hitung,
    indikator,
    judul,
    jumlah,
    kendala,
    keterangan,
    keutuhan,
    label,
    luaran,
    ringkasan,
    satuan,
    sebab,
    sebutan,
    simpulan,
    tanggal,
    terbilang,
    tren,
    waktu,
)
from .bukti import Indeks
from .hubungan import PembuatHubungan, once
from .jenis import JENIS

__all__ = ["JENIS", "facts"]


def facts(laporan: Laporan) -> list[Fakta]:
    """Return all facts of one report; of one that could not be read, only what is wrong with its file."""
    if not laporan.terbaca:
        return list(data.facts(laporan))
    indeks = Indeks(laporan)
    ringkas = ringkasan.indikator(laporan)
    hasil = [
        *_arithmetic(laporan, indeks),
        *terbilang.facts(laporan),
        *indikator.facts(laporan, indeks, ringkas),
        *kendala.facts(laporan),
        *simpulan.facts(laporan, indeks, ringkas),
        *tren.regressions(laporan, indeks, ringkas),
        *tren.uniform(laporan, indeks, ringkas),
        *tren.measured(laporan),
        *cacah.facts(laporan, indeks, ringkas),
        *anggaran.facts(laporan, indeks),
        *luaran.facts(laporan, indeks),
        *keutuhan.members(laporan),
        *keutuhan.listed(laporan),
        *keutuhan.required(laporan),
        *keutuhan.empty_cells(laporan, indeks),
        *keutuhan.spreadsheet_errors(laporan),
        *label.names(laporan),
        *label.codes(laporan),
        *label.references(laporan),
        *judul.facts(laporan),
        *keterangan.attributes(laporan),
        *keterangan.passages(laporan),
        *keterangan.twins(laporan),
        *tanggal.facts(laporan),
        *tanggal.events(laporan),
        *data.facts(laporan),
    ]
    return [*hasil, *sebab.touched(hasil)]


def _arithmetic(laporan: Laporan, indeks: Indeks) -> list[Fakta]:
    """Return the relations between figures, the mentions of each quantity, and what explains their contradictions."""
    buat = PembuatHubungan(indeks)
    hubungan: list[Fakta] = []
    for tabel in laporan.tabel:
        hubungan += jumlah.Penjumlah(tabel, indeks, buat).facts()
    hubungan += hitung.Penghitung(indeks, buat).facts()
    hubungan += waktu.facts(indeks, buat)
    hasil = once(hubungan)
    tersisa = {f.kunci for f in hasil}
    relasi = [r for r in buat.relasi if r.kunci in tersisa]
    besaran = sebutan.mentions(indeks)
    disebut = list(sebutan.facts(indeks, besaran))
    return [
        *hasil,
        *disebut,
        *satuan.facts(laporan, disebut),
        *sebab.Penelusur(indeks, relasi, besaran).facts(),
    ]
