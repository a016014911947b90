"""The page of a unit: who it is, its reports, and each of its indicators over time; and the list of all units."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from ..laporan import Laporan, Satker
from ..periode import Periode
from ..temuan import Keparahan
from . import gambar, ikon, lintas, matriks, serapan, tautan, temuan, tren
from .gambar import Titik
from .pagespec import Bagian, PageSpec
from .serapan import Serapan
from .situs import BERSAMA, Halaman, Situs
from .templat import render

MAKS_PERIODE = 8
"""Periods side by side in the table of indicators, and one below the other in that of the budget."""
MAKS_PANJANG = 5
"""Periods up to which there is room for their full names."""
MAKS_BATANG = 3
"""Reports up to which each cell has a bar of its own."""


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
    terbaca = [x for x in laporan if x.terbaca]
    isi = (
        Bagian(1, satker.label, "satker", kepala),
        Bagian(2, h.kata("satker.laporan"), "laporan", render("satker-laporan", h=h, petak=petak)),
        Bagian(2, h.kata("satker.temuan"), "temuan", _latest(h, laporan)),
        Bagian(2, h.kata("indikator.judul"), "indikator", _indicators(h, terbaca)),
        Bagian(2, h.kata("satker.serapan"), "anggaran", _budget(h, terbaca)),
    )
    return [b for b in isi if b.html]


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


def _latest(h: Halaman, laporan: Sequence[Laporan]) -> str:
    """Return what was found in the latest report, by severity; empty if nothing was."""
    if not laporan:
        return ""
    daftar = h.situs.temuan_laporan.get(laporan[-1].kunci, [])
    jumlah = [(k, sum(t.keparahan is k for t in daftar)) for k in sorted(Keparahan, key=lambda k: -k.tingkat)]
    return render("satker-temuan", h=h, laporan=laporan[-1], jumlah=[(k, n) for k, n in jumlah if n])


def _indicators(h: Halaman, laporan: Sequence[Laporan]) -> str:
    """Return indicators by periods, the oldest on the left, with the trend of each beside its name."""
    semua = tren.series(h.situs, laporan)
    periode = sorted({n.periode for isi in semua.values() for n in isi}, key=lambda p: (p.akhir, p.bulan))[
        -MAKS_PERIODE:
    ]
    if not periode:
        return render("kosong", pesan=h.kata("indikator.kosong"))
    sendiri = {x.periode: x for x in laporan}
    dari = {p: sorted({n.laporan.periode for isi in semua.values() for n in isi if n.periode == p}) for p in periode}
    # Where there are many reports, the trend says it better.
    berbatang = sum(p in sendiri for p in periode) <= MAKS_BATANG
    baris = []
    for id_, isi in semua.items():
        tampak = [n for n in isi if n.periode in periode]
        if tampak:
            ind = tampak[-1].laporan.indikator[id_]
            menurut = {n.periode: n for n in tampak}
            baris.append((ind, tren.picture(h, ind, tampak), [menurut.get(p) for p in periode]))
    return render(
        "satker-indikator",
        h=h,
        kolom=[(p, sendiri.get(p), dari[p]) for p in periode],
        baris=baris,
        ada_tren=any(gambar_ for _, gambar_, _ in baris),
        bullet=lambda n: gambar.bullet(n.capaian_hitung, n.status, n.tempo) if berbatang else "",
        berbatang=berbatang,
        singkat=len(periode) > MAKS_PANJANG,
        target=tren.target,
        url=lambda n: lintas.cell_url(h, n.laporan, n.realisasi),
        halaman=lambda ind: h.ke(tautan.indikator(ind.id)),
        tanda=lintas.legend(h, (n for _, tren_, sel in baris if tren_ for n in sel if n is not None)),
    )


def _budget(h: Halaman, laporan: Sequence[Laporan]) -> str:
    """Return how much of the budget was spent, period by period; empty where no report says so."""
    baris = [s for s in serapan.history(laporan) if s.persen is not None][-MAKS_PERIODE:]
    if not baris:
        return ""
    terbesar = max((s.pagu for s in baris if s.pagu), default=Decimal(0))
    return render(
        "satker-serapan",
        h=h,
        baris=baris,
        tren=_absorption(h, baris),
        persen=lambda s: serapan.text(h, s),
        batang=lambda s: gambar.batang(s.pagu, s.realisasi, terbesar),
        url=lambda s: h.ke(tautan.laporan(*s.laporan.kunci), s.jangkar),
    )


def _absorption(h: Halaman, baris: Sequence[Serapan]) -> str:
    """Return the share spent as a trend; within a year it grows, so that a line never leads from one to the next."""
    titik = [
        Titik(Decimal(s.periode.akhir), s.persen, sambung=n == 0 or _follows(baris[n - 1].periode, s.periode))
        for n, s in enumerate(baris)
    ]
    awal, akhir = baris[0], baris[-1]
    judul = h.kata(
        "gambar.tren", nama=h.kata("satker.serapan"), awal=serapan.text(h, awal), dari=h.b.periode(awal.periode),
        akhir=serapan.text(h, akhir), sampai=h.b.periode(akhir.periode),
    )  # fmt: skip
    return gambar.trend(titik, label=serapan.text(h, akhir), judul=judul)


def _follows(lalu: Periode, kini: Periode) -> bool:
    tahunan = lalu == lalu.setahun and kini == kini.setahun
    return lalu.tahun + 1 == kini.tahun if tahunan else lalu.tahun == kini.tahun
