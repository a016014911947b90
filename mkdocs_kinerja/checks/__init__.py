"""From a report to flat facts: all the arithmetic, none of the judgement. Rules decide what is worth telling."""

from __future__ import annotations

from ..fakta import Fakta
from ..laporan import Laporan
from . import (
    anggaran,
    data,
    hitung,
    indikator,
    jumlah,
    keutuhan,
    label,
    prosa,
    satuan,
    sebab,
    sebutan,
    tanggal,
    terbilang,
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
    hasil += terbilang.facts(laporan)
    disebut = list(sebutan.facts(indeks, besaran))
    hasil += sebab.Penelusur(indeks, relasi, besaran).facts()
    hasil += [*disebut, *satuan.facts(laporan, disebut)]
    hasil += indikator.facts(laporan, indeks)
    hasil += prosa.obstacles(laporan)
    hasil += prosa.judgements(laporan)
    hasil += anggaran.facts(laporan, indeks)
    hasil += [*keutuhan.members(laporan), *keutuhan.spreadsheet_errors(laporan)]
    hasil += [*label.names(laporan), *label.references(laporan)]
    hasil += tanggal.facts(laporan)
    hasil += data.facts(laporan)
    return hasil
