"""From a report to flat facts: all the arithmetic, none of the judgement. Rules decide what is worth telling."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..fakta import Fakta
from ..laporan import Laporan
from . import (
    anggaran,
    cacah,
    data,
    geseran,
    hitung,
    indikator,
    judul,
    jumlah,
    kendala,
    keterangan,
    keutuhan,
    label,
    lintas,
    luaran,
    pencilan,
    predikat,
    pribadi,
    ringkasan,
    satuan,
    sebab,
    sebutan,
    sepadan,
    simpulan,
    tanggal,
    terbilang,
    tersedia,
    tren,
    waktu,
)
from .bukti import Indeks
from .hubungan import PembuatHubungan, Relasi, confirmed, once, standing
from .jenis import JENIS
from .ringkasan import BarisIndikator

__all__ = ["JENIS", "Kajian", "across", "examine", "facts", "replies"]

across = lintas.facts
replies = data.replies


@dataclass(frozen=True, slots=True)
class Kajian:
    """A report as the checks understand it, and all that they found out.

    Attributes:
        laporan: The report, told which of its figures are misplaced.
        fakta: All facts; of a report that could not be read, only what is wrong with its file.
        indikator: Its indicators, judged.
    """

    laporan: Laporan
    fakta: list[Fakta]
    indikator: tuple[BarisIndikator, ...] = ()


def facts(laporan: Laporan) -> list[Fakta]:
    """Return all facts of one report."""
    return examine(laporan).fakta


def examine(laporan: Laporan) -> Kajian:
    """Examine one report."""
    if not laporan.terbaca:
        return Kajian(laporan, [*data.facts(laporan), *pribadi.facts(laporan)])
    indeks = Indeks(laporan)
    hubungan, relasi = _relations(indeks)
    penyepadan = sepadan.Penyepadan(indeks, relasi)
    besaran = [penyepadan.explained(s) for s in sebutan.mentions(indeks)]
    penelusur = sebab.Penelusur(indeks, relasi, [s for s in besaran if not s.wajar])
    bergeser = geseran.all_of(laporan, geseran.Pencari(indeks, relasi, besaran))
    salah = penelusur.misplaced(bergeser)
    laporan = replace(laporan, salah_tempat=frozenset(a.posisi for g, _ in salah for a in g.sel))
    indeks = indeks.of(laporan)
    ringkas = ringkasan.indikator(laporan, indeks)
    disebut = list(sebutan.facts(indeks, besaran, standing(relasi)))
    hasil = [
        *confirmed(hubungan, relasi),
        *disebut,
        *predikat.facts(indeks),
        *tersedia.facts(indeks),
        *satuan.facts(laporan, disebut),
        *penelusur.facts(salah),
        *terbilang.facts(laporan),
        *indikator.facts(laporan, indeks, ringkas),
        *kendala.facts(laporan, ringkas),
        *simpulan.facts(laporan, indeks, ringkas),
        *tren.regressions(laporan, indeks, ringkas),
        *tren.uniform(laporan, ringkas),
        *tren.measured(laporan),
        *cacah.facts(laporan, ringkas),
        *anggaran.facts(laporan, indeks),
        *luaran.facts(laporan, indeks),
        *pencilan.in_tables(laporan),
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
        *pribadi.facts(laporan),
    ]
    return Kajian(laporan, [*hasil, *sebab.touched(hasil)], ringkas)


def _relations(indeks: Indeks) -> tuple[list[Fakta], list[Relasi]]:
    """Return the relations between figures, as facts and as what can be computed again."""
    buat = PembuatHubungan(indeks)
    hubungan: list[Fakta] = []
    for tabel in indeks.laporan.tabel:
        hubungan += jumlah.Penjumlah(tabel, indeks, buat).facts()
    hubungan += hitung.Penghitung(indeks, buat).facts()
    hubungan += waktu.facts(indeks, buat)
    hasil = once(hubungan)
    tersisa = {f.kunci for f in hasil}
    return hasil, [r for r in buat.relasi if r.kunci in tersisa]
