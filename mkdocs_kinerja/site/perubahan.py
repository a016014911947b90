"""What changed since an earlier publication: findings that are new, settled, or no longer looked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ..temuan import Temuan
from ..terbitan import Alasan, Kunci, Perubahan, TemuanLalu
from . import ikon, tautan, temuan
from .pagespec import Bagian, PageSpec
from .situs import BERSAMA, Halaman, Situs
from .templat import render

MAKS_DAFTAR = 500
"""Findings that a list shows."""


class Butir(NamedTuple):
    """One finding in a list; `url` is empty where it is no longer on the site, `alasan` says why not if that is odd."""

    kunci: Kunci
    t: Temuan | TemuanLalu
    judul: str
    url: str = ""
    alasan: str = ""


def page(situs: Situs, perubahan: Perubahan) -> PageSpec:
    """Return the page about an earlier publication."""
    h = situs.halaman(tautan.PERUBAHAN)
    judul, deskripsi = h.kata("perubahan.judul"), h.kata("perubahan.deskripsi")
    return PageSpec(h.src_uri, judul, partial(_content, h, perubahan), deskripsi, tautan.BERANDA)


def _content(h: Halaman, p: Perubahan) -> list[Bagian]:
    dalam_baru = sum(len(h.situs.temuan_laporan.get(x.kunci, ())) for x in p.laporan_baru)
    pengantar = render("perubahan", h=h, p=p, asal=origin(p), ikon=ikon.sprite(), dalam_baru=dalam_baru)
    bagian = [Bagian(1, h.kata("perubahan.judul"), "perubahan", pengantar)]
    if p.laporan_baru or p.laporan_hilang:
        hilang = [_name(h, k) for k in p.laporan_hilang]
        isi = render("perubahan-laporan", h=h, baru=p.laporan_baru, hilang=hilang)
        bagian.append(Bagian(2, h.kata("perubahan.laporan"), "laporan", isi))
    bagian += _list(h, "baru", [_new(h, t) for t in p.baru[:MAKS_DAFTAR]], len(p.baru))
    bagian += _list(h, "selesai", [Butir(t.kunci, t, t.nama) for t in p.selesai[:MAKS_DAFTAR]], len(p.selesai))
    if p.lepas:
        bagian += _list(h, "lepas", [_left(h, *x) for x in p.lepas[:MAKS_DAFTAR]], len(p.lepas))
    return bagian


def origin(p: Perubahan) -> str:
    """Name what the differences may come from: `data`, `aturan`, `keduanya`, or `sama` if all inputs are the same."""
    if p.aturan or p.perangkat:
        return "keduanya" if p.data else "aturan"
    return "data" if p.data else "sama"


def _new(h: Halaman, t: Temuan) -> Butir:
    kunci = (t.satker, t.laporan)
    return Butir(kunci if kunci in h.situs.laporan else BERSAMA, t, temuan.judul(h.situs, t), h.ke_temuan(t))


def _left(h: Halaman, t: TemuanLalu, alasan: Alasan) -> Butir:
    return Butir(t.kunci, t, t.nama, alasan=h.kata(f"perubahan.lepas.{alasan}"))


def _list(h: Halaman, nama: str, butir: Sequence[Butir], jumlah: int) -> list[Bagian]:
    """Return a heading with its explanation, and one section per report.

    Args:
        h: The page.
        nama: Anchor of the list, also in the catalogue.
        butir: The findings to show, those of a report together.
        jumlah: How many there are in all.
    """
    judul = f"{h.kata(f'perubahan.{nama}')} ({h.b.angka(jumlah)})"
    pengantar = render("perubahan-daftar", h=h, daftar=nama, kosong=not jumlah, lain=jumlah - len(butir))
    bagian = [Bagian(2, judul, nama, pengantar)]
    for nomor, (kunci, isi) in enumerate(groupby(butir, lambda b: b.kunci), 1):
        # Ids of reports that are there no more are whatever the earlier file says.
        jangkar = "-".join((nama, *kunci)) if kunci in h.situs.laporan else f"{nama}-{nomor}"
        bagian.append(Bagian(3, _name(h, kunci), jangkar, render("perubahan-temuan", h=h, butir=list(isi))))
    return bagian


def _name(h: Halaman, kunci: Kunci) -> str:
    """Name a report, which may be one that is there no more."""
    if kunci == BERSAMA:
        return h.kata("satker.bersama")
    laporan = h.situs.laporan.get(kunci)
    if laporan:
        return h.nama_laporan(laporan)
    unit = h.situs.hasil.unit.get(kunci[0])
    return ", ".join(x for x in (unit.label if unit else kunci[0], kunci[1]) if x)
