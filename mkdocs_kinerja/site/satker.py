"""The page of a unit: who it is, its reports, and each of its indicators over time; and the list of all units."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..checks.ringkasan import BarisIndikator
from ..laporan import Laporan, Satker
from . import ikon, indikator, matriks, tautan, temuan
from .pagespec import Bagian, PageSpec
from .situs import BERSAMA, Halaman, Situs
from .templat import render

MAKS_LAPORAN = 8
"""Reports side by side in the table of indicators."""


def index(situs: Situs) -> PageSpec:
    """Return the list of all units with their reports."""
    h = situs.halaman(tautan.SATKER)
    return PageSpec(h.src_uri, h.kata("satker.judul"), partial(_index, h), h.kata("satker.deskripsi"))


def _index(h: Halaman) -> list[Bagian]:
    isi = ikon.sprite() + render("unduh", h=h, buku=tautan.BUKU) + matriks.block(h, h.situs.hasil.satker.values())
    bagian = [Bagian(1, h.kata("satker.judul"), "satker", isi)]
    daftar = h.situs.temuan_laporan.get(BERSAMA, [])
    if daftar:
        arti = render("paragraf", teks=h.kata("satker.bersama.arti"))
        bagian.append(Bagian(2, h.kata("satker.bersama"), "bersama", arti))
        bagian += temuan.sections(h, daftar)
    return bagian


def page(situs: Situs, satker: Satker) -> PageSpec:
    """Return the page of one unit."""
    h = situs.halaman(tautan.satker(satker.id))
    deskripsi = h.kata("satker.deskripsi.satu", nama=satker.nama)
    sunting = satker.posisi.berkas if satker.posisi else ""
    return PageSpec(h.src_uri, satker.label, partial(_content, h, satker), deskripsi, tautan.SATKER, sunting)


def _content(h: Halaman, satker: Satker) -> list[Bagian]:
    laporan = h.situs.laporan_satker.get(satker.id, ())
    kepala = render(
        "satker", h=h, satker=satker, ikon=ikon.sprite(), induk=_parents(h.situs, satker), buku=tautan.buku(satker.id)
    )
    petak = [matriks.cell(h, x) for x in reversed(laporan)]
    return [
        Bagian(1, satker.label, "satker", kepala),
        Bagian(2, h.kata("satker.laporan"), "laporan", render("satker-laporan", h=h, petak=petak)),
        Bagian(2, h.kata("indikator.judul"), "indikator", _trend(h, [x for x in laporan if x.terbaca])),
    ]


def _parents(situs: Situs, satker: Satker) -> list[str]:
    """Return the units above, from the nearest up, as far as they are known; a cycle ends the list."""
    hasil: list[str] = []
    terlihat = {satker.id}
    kini = satker.induk
    while kini and kini not in terlihat:
        terlihat.add(kini)
        atas = situs.hasil.unit.get(kini)
        hasil.append(atas.nama if atas else kini)
        kini = atas.induk if atas else ""
    return hasil


def _trend(h: Halaman, laporan: Sequence[Laporan]) -> str:
    """Return indicators by reports, the oldest on the left."""
    laporan = laporan[-MAKS_LAPORAN:]
    baris: dict[str, tuple[str, list[BarisIndikator | None]]] = {}
    for n, x in enumerate(laporan):
        for r in h.situs.indikator.get(x.kunci, ()):
            # The name of the latest report stays: it is the one in force.
            _, sel = baris.get(r.id, ("", [None] * len(laporan)))
            sel[n] = r
            baris[r.id] = (r.nama, sel)
    if not baris:
        return render("kosong", pesan=h.kata("indikator.kosong"))
    return render(
        "satker-indikator",
        h=h,
        laporan=laporan,
        baris=list(baris.values()),
        batas=indikator.BATAS,
        isi=lambda r: indikator.width(r.capaian_hitung),
    )
