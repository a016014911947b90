"""Grades (A, BB, B-) and ranges (70..80, at least 90) that are printed in several places."""

from __future__ import annotations

from collections.abc import Iterable

from ..angka import Keadaan
from ..fakta import Fakta
from ..laporan import Amatan
from ..temuan import Bukti
from .bukti import Indeks, measure, place, where

BUKAN_BILANGAN = frozenset({Keadaan.HURUF, Keadaan.RENTANG})


def facts(indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact for each quantity whose grade or range is printed in at least two places."""
    laporan, tahun = indeks.laporan, indeks.laporan.tahun
    for besaran, semua in indeks.all().items():
        huruf = [a for a in semua if a.dibaca.keadaan in BUKAN_BILANGAN and a.tercetak]
        if len({a.posisi for a in huruf}) < 2:
            continue
        beda = list({_meaning(a): a for a in reversed(huruf)}.values())[::-1]
        yield Fakta(
            "predikat",
            ("predikat", besaran.teks(tahun)),
            {
                "hal": besaran.hal,
                "ukuran": besaran.ukuran,
                "periode": besaran.periode.teks(tahun) if besaran.periode else "",
                "tabel": beda[-1].tabel,
                "sama": len(beda) == 1,
            },
            {
                "nama": laporan.nama(besaran.hal),
                "ukuran_nama": measure(laporan, besaran),
                "periode_nama": besaran.periode,
                "tempat": where(laporan, beda[-1]),
                "dilaporkan": beda[-1].angka.teks.strip(),
                "seharusnya": beda[0].angka.teks.strip(),
                "daftar": "; ".join(f"{a.angka.teks.strip()} ({where(laporan, a)})" for a in beda),
                "alasan": {},
                "_besaran": besaran,
            },
            Bukti(tuple(place(a, "dilaporkan" if a is beda[-1] else "acuan") for a in reversed(huruf))),
        )


def _meaning(a: Amatan) -> object:
    """Return what is compared: the letters of a grade, the bounds of a range."""
    return a.dibaca.batas if a.dibaca.keadaan is Keadaan.RENTANG else a.angka.teks.strip().upper()
