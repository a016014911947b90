"""Grades (A, BB, B-) and ranges (70..80, at least 90) that are printed in several places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..angka import Keadaan
from ..fakta import Fakta
from ..laporan import Amatan, Besaran
from ..temuan import Bukti
from .bukti import Indeks, measure, place, where
from .sebutan import authority

BUKAN_BILANGAN = frozenset({Keadaan.HURUF, Keadaan.RENTANG})


def facts(indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact for each quantity whose grade or range is printed in at least two places."""
    laporan, tahun = indeks.laporan, indeks.laporan.tahun
    for besaran, semua in indeks.all().items():
        tercetak = [a for a in semua if a.dibaca.keadaan in BUKAN_BILANGAN and a.tercetak]
        if len({a.posisi for a in tercetak}) < 2:
            continue
        acuan = _norm(besaran, tercetak)
        lain = [a for a in tercetak if _meaning(a) != _meaning(acuan)]
        dilaporkan = lain[0] if lain else acuan
        beda = {_meaning(a): a for a in reversed((acuan, *tercetak))}.values()
        yield Fakta(
            "predikat",
            ("predikat", besaran.teks(tahun)),
            {
                "hal": besaran.hal,
                "ukuran": besaran.ukuran,
                "periode": besaran.periode.teks(tahun) if besaran.periode else "",
                "tabel": dilaporkan.tabel,
                "sama": not lain,
            },
            {
                "nama": laporan.nama(besaran.hal),
                "ukuran_nama": measure(laporan, besaran),
                "periode_nama": besaran.periode,
                "tempat": where(laporan, dilaporkan),
                "dilaporkan": dilaporkan.angka.teks.strip(),
                "seharusnya": acuan.angka.teks.strip(),
                "daftar": "; ".join(f"{a.angka.teks.strip()} ({where(laporan, a)})" for a in reversed(beda)),
                "alasan": {},
                "_besaran": besaran,
            },
            Bukti((
                place(dilaporkan, "dilaporkan"),
                *(place(a, "dilaporkan" if a in lain else "acuan") for a in tercetak if a is not dilaporkan),
            )),
        )  # fmt: skip


def _norm(besaran: Besaran, tercetak: Sequence[Amatan]) -> Amatan:
    """Return the mention the others are held against: that of the document that settles it, else the most frequent."""
    wenang = authority(besaran, tercetak)
    if wenang is not None:
        return wenang[1]
    return max(tercetak, key=lambda a: sum(_meaning(b) == _meaning(a) for b in tercetak))


def _meaning(a: Amatan) -> object:
    """Return what is compared: the letters of a grade, the bounds of a range."""
    return a.dibaca.batas if a.dibaca.keadaan is Keadaan.RENTANG else a.angka.teks.strip().upper()
