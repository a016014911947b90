"""Values said not to be available yet although another place prints them."""

from __future__ import annotations

from collections.abc import Iterable

from ..angka import Keadaan
from ..fakta import Fakta
from ..temuan import Bukti
from .bukti import Indeks, measure, place, where


def facts(indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact for each quantity that some place calls not available yet."""
    laporan, tahun = indeks.laporan, indeks.laporan.tahun
    for besaran, semua in indeks.all().items():
        belum = [a for a in semua if a.dibaca.keadaan is Keadaan.BELUM_TERSEDIA]
        if not belum:
            continue
        ada = [a for a in indeks.find(besaran) if a.posisi not in laporan.salah_tempat]
        angka = ada[0] if ada else belum[0]
        yield Fakta(
            "tersedia",
            ("tersedia", besaran.teks(tahun)),
            {
                "hal": besaran.hal,
                "ukuran": besaran.ukuran,
                "periode": besaran.periode.teks(tahun) if besaran.periode else "",
                "tabel": belum[0].tabel,
                "tercetak": bool(ada),
            },
            {
                "nama": laporan.nama(besaran.hal),
                "ukuran_nama": measure(laporan, besaran),
                "periode_nama": besaran.periode,
                "tempat": where(laporan, belum[0]),
                "dilaporkan": belum[0].angka.teks.strip(),
                "seharusnya": angka.angka.teks.strip(),
                "tempat_lain": where(laporan, angka),
                "alasan": {},
                "_besaran": besaran,
            },
            Bukti((*(place(a, "dilaporkan") for a in belum), *(place(a, "pembanding") for a in ada))),
        )
