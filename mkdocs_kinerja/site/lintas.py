"""One indicator everywhere: what it is, what each unit reports of it and when, and what was found about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..checks.bukti import usable
from ..laporan import Amatan, Indikator, Laporan, Satker
from ..temuan import Temuan
from . import gambar, ikon, tautan, tren
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs
from .templat import render
from .temuan import jangkar_tabel
from .tren import Nilai

MAKS_TEMUAN = 500
"""Findings listed on the page of an indicator; the others are on the pages of their reports."""


@dataclass(frozen=True, slots=True)
class Lintas:
    """An indicator, its values per unit in the order of their names, and its findings in that order."""

    indikator: Indikator
    satker: tuple[tuple[Satker, tuple[Nilai, ...]], ...]
    temuan: tuple[Temuan, ...]

    @property
    def laporan(self) -> int:
        """The number of reports that have it among their indicators."""
        return sum(not n.dikutip for _, isi in self.satker for n in isi)


def pages(situs: Situs) -> Iterator[PageSpec]:
    """Yield the list of all indicators that occur, and the page of each."""
    semua = collect(situs)
    yield index(situs, semua)
    for x in semua:
        yield page(situs, x)


def collect(situs: Situs) -> list[Lintas]:
    """Return all indicators of the registry that any report has, in the order of their names."""
    milik: defaultdict[str, list[Laporan]] = defaultdict(list)
    for x in situs.hasil.laporan:
        milik[x.satker.id].append(x)
    kumpulan: defaultdict[str, list[tuple[Satker, tuple[Nilai, ...]]]] = defaultdict(list)
    daftar: dict[str, Indikator] = {}
    for laporan in sorted(milik.values(), key=lambda isi: (isi[0].satker.label, isi[0].satker.id)):
        for id_, nilai in tren.series(situs, laporan).items():
            if any(not n.dikutip for n in nilai):
                kumpulan[id_].append((laporan[0].satker, tuple(nilai)))
                daftar[id_] = nilai[-1].laporan.indikator[id_]
    temuan = _findings(situs)
    hasil = [Lintas(daftar[id_], tuple(isi), tuple(temuan.get(id_, ()))) for id_, isi in kumpulan.items()]
    return sorted(hasil, key=lambda x: (x.indikator.nama.casefold(), x.indikator.id))


def _findings(situs: Situs) -> dict[str, list[Temuan]]:
    hasil: defaultdict[str, list[Temuan]] = defaultdict(list)
    for t in situs.hasil.temuan:
        kelas, _, id_ = t.hal.partition("/")
        if kelas == "indikator" and (t.satker, t.laporan) in situs.laporan:
            hasil[id_].append(t)
    for isi in hasil.values():
        # The order within a report is that of the result.
        isi.sort(key=lambda t: (situs.laporan[t.satker, t.laporan].satker.label, t.satker, t.laporan))
    return hasil


def index(situs: Situs, semua: Sequence[Lintas]) -> PageSpec:
    """Return the list of indicators. It compares no results: offices differ, and so do periods."""
    h = situs.halaman(tautan.INDIKATOR)
    return PageSpec(h.src_uri, h.kata("lintas.judul"), partial(_index, h, semua), h.kata("lintas.deskripsi"))


def _index(h: Halaman, semua: Sequence[Lintas]) -> list[Bagian]:
    isi = render("lintas-daftar", h=h, semua=semua, url=lambda x: h.ke(tautan.indikator(x.indikator.id)))
    return [Bagian(1, h.kata("lintas.judul"), "indikator", isi)]


def page(situs: Situs, x: Lintas) -> PageSpec:
    """Return the page of one indicator."""
    ind = x.indikator
    h = situs.halaman(tautan.indikator(ind.id))
    return PageSpec(
        src_uri=h.src_uri,
        judul=ind.nama,
        isi=partial(_content, h, x),
        deskripsi=h.kata("lintas.deskripsi.satu", nama=ind.nama),
        induk=tautan.INDIKATOR,
        sunting=ind.posisi.berkas if ind.posisi else "",
    )


def _content(h: Halaman, x: Lintas) -> list[Bagian]:
    ind = x.indikator
    kepala = render(
        "lintas", h=h, x=x, ind=ind, ikon=ikon.sprite(), berkas=h.ke_berkas(ind.posisi) if ind.posisi else ""
    )
    garis = {s.id: tren.picture(h, ind, isi) for s, isi in x.satker}
    tabel = render(
        "lintas-tabel",
        h=h,
        x=x,
        satker=[(s, garis[s.id], isi) for s, isi in x.satker],
        bullet=lambda n: gambar.bullet(n.capaian_hitung, n.status, n.tempo),
        url=lambda n, amatan: cell_url(h, n.laporan, amatan),
        tanda=legend(h, (n for s, isi in x.satker if garis[s.id] for n in isi)),
    )
    return [
        Bagian(1, ind.nama, "indikator", kepala),
        Bagian(2, h.kata("lintas.tabel"), "satker", tabel),
        Bagian(2, h.kata("temuan.judul"), "temuan", _list(h, x.temuan)),
    ]


def _list(h: Halaman, temuan: Sequence[Temuan]) -> str:
    baris = [(t, h.situs.laporan[t.satker, t.laporan]) for t in temuan[:MAKS_TEMUAN]]
    return render("lintas-temuan", h=h, baris=baris, lain=len(temuan) - len(baris))


def cell_url(h: Halaman, laporan: Laporan, amatan: Amatan | None) -> str:
    """Return the link to the table of a report in which a value is printed; to its prose if it stands there."""
    if amatan is None:
        return ""
    return h.ke_laporan(*laporan.kunci, jangkar_tabel(amatan.tabel) if amatan.tabel else "pernyataan")


def legend(h: Halaman, nilai: Iterator[Nilai]) -> str:
    """Return what the marks of trends mean, those that occur only; empty where there are no trends."""
    ada = {n.status for n in nilai if usable(n.realisasi)}
    if not ada:
        return ""
    return render("gambar-legenda", h=h, tanda=[(s, b) for s, b in gambar.BENTUK.items() if s in ada])
