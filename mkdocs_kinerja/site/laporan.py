"""The page of one report: what it says, what was found, and everything it was found in."""

from __future__ import annotations

from functools import partial

from ..laporan import Laporan
from . import anggaran, galat, ikon, indikator, pemeriksaan, prosa, tabel, tautan, temuan
from .pagespec import Bagian, PageSpec
from .pemeriksaan import Hitung
from .situs import Halaman, Situs
from .templat import render


def page(situs: Situs, laporan: Laporan) -> PageSpec:
    """Return the page of a report; of one that cannot be read, what is wrong with its file."""
    h = situs.halaman(tautan.laporan(*laporan.kunci))
    return PageSpec(
        src_uri=h.src_uri,
        judul=h.nama_laporan(laporan),
        isi=partial(_content, h, laporan),
        deskripsi=h.kata("laporan.deskripsi", nama=laporan.satker.nama, periode=h.b.periode(laporan.periode)),
        induk=tautan.satker(laporan.satker.id),
        sunting=laporan.berkas,
        kunci=(situs.umum, laporan, situs.temuan_laporan.get(laporan.kunci), situs.pemeriksaan.get(laporan.kunci)),
    )


def _content(h: Halaman, laporan: Laporan) -> list[Bagian]:
    bagian = _readable(h, laporan) if laporan.terbaca else _broken(h, laporan)
    return [Bagian(1, h.nama_laporan(laporan), "laporan", _head(h, laporan)), *bagian]


def _head(h: Halaman, laporan: Laporan) -> str:
    daftar = h.situs.temuan_laporan.get(laporan.kunci, [])
    hitung = Hitung.of(h.situs.pemeriksaan.get(laporan.kunci, []), daftar)
    return render(
        "laporan", h=h, laporan=laporan, hitung=hitung, ikon=ikon.sprite(), buku=tautan.buku(laporan.satker.id)
    )


def _readable(h: Halaman, laporan: Laporan) -> list[Bagian]:
    daftar = h.situs.temuan_laporan.get(laporan.kunci, [])
    tanda = tabel.marks(daftar)
    isi = [
        *galat.sections(h, laporan),
        Bagian(2, h.kata("indikator.judul"), "indikator", indikator.block(h, laporan)),
        Bagian(2, h.kata("temuan.judul"), "temuan", temuan.contents(h, daftar)),
        *temuan.sections(h, daftar),
        Bagian(2, h.kata("anggaran.judul"), "anggaran", anggaran.block(h, laporan)),
        Bagian(2, h.kata("kendala.judul"), "kendala", prosa.obstacles(h, laporan, tanda)),
        Bagian(2, h.kata("tabel.judul"), "tabel", render("tabel-pengantar", h=h, tabel=laporan.tabel)),
        *tabel.sections(h, laporan, tanda),
        Bagian(2, h.kata("prosa.judul"), "pernyataan", prosa.statements(h, laporan, tanda)),
        _checks(h, laporan),
    ]
    # A report without a budget, obstacles or prose simply has no such section.
    return [b for b in isi if b.html]


def _broken(h: Halaman, laporan: Laporan) -> list[Bagian]:
    daftar = h.situs.temuan_laporan.get(laporan.kunci, [])
    judul = Bagian(2, h.kata("temuan.judul"), "temuan", temuan.contents(h, daftar))
    return [*galat.sections(h, laporan), judul, *temuan.sections(h, daftar), _checks(h, laporan)]


def _checks(h: Halaman, laporan: Laporan) -> Bagian:
    daftar = h.situs.temuan_laporan.get(laporan.kunci, [])
    isi = pemeriksaan.block(h, h.situs.pemeriksaan.get(laporan.kunci, []), daftar)
    return Bagian(2, h.kata("pemeriksaan.judul"), "pemeriksaan", isi)
