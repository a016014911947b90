"""The block of the home page: totals, the matrix of satker and periods, and what the result was made from."""

from __future__ import annotations

from . import ikon, matriks, tautan
from .pagespec import Bagian, PageSpec
from .pemeriksaan import Hitung
from .situs import Halaman, Situs
from .templat import render


def page(situs: Situs) -> PageSpec:
    """Return the home page of a site that has none of its own."""
    h = situs.halaman(tautan.BERANDA)
    judul = h.kata("beranda.judul")
    return PageSpec(
        h.src_uri, judul, lambda: [Bagian(1, judul, "beranda", block(h))], h.kata("satker.deskripsi"), daftar_isi=False
    )


def block(h: Halaman) -> str:
    """Return the block that replaces `<!-- kinerja:beranda -->`."""
    hasil = h.situs.hasil
    return render(
        "beranda",
        h=h,
        hasil=hasil,
        hitung=Hitung.of(hasil.pemeriksaan, hasil.temuan),
        matriks=matriks.block(h, hasil.satker.values()),
        ikon=ikon.sprite(),
        satker=h.ke(tautan.SATKER),
        aturan=h.ke(tautan.ATURAN),
        buku=tautan.BUKU,
        json=h.ke(tautan.HASIL_JSON),
    )
