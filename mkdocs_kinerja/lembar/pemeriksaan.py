"""Checks: how often each rule was evaluated in each report, and with what outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .bahan import Bahan
from .kolom import Baris, Kolom

KOLOM: Final = (
    Kolom("satker", lebar=16),
    Kolom("nama_satker", lebar=18),
    Kolom("laporan", lebar=13),
    Kolom("periode_laporan", lebar=18),
    Kolom("aturan", lebar=9),
    Kolom("judul_aturan", lebar=50),
    Kolom("keluarga", "integer", 9),
    Kolom("pemeriksaan", "integer", 12),
    Kolom("lolos", "integer", 12),
    Kolom("tidak_lolos", "integer", 12),
    Kolom("tidak_berlaku", "integer", 12),
    Kolom("alasan", lebar=60),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield one row per report and rule, rules that met nothing to check left out."""
    laporan = {x.kunci: bahan.kepala(x) for x in bahan.hasil.laporan}
    aturan = {a.id: (bahan.bahasa.teks(a.judul), a.keluarga) for a in bahan.hasil.aturan}
    for p in bahan.hasil.pemeriksaan:
        jumlah = p.lolos + p.temuan + p.tidak_berlaku
        if not jumlah:
            continue
        kepala = laporan.get((p.satker, p.laporan), (p.satker, bahan.nama_satker(p.satker), p.laporan, ""))
        alasan = "; ".join(f"{n}×: {a}" for a, n in sorted(p.alasan.items(), key=lambda kv: (-kv[1], kv[0])))
        judul, keluarga = aturan.get(p.aturan, ("", None))
        yield *kepala, p.aturan, judul, keluarga, jumlah, p.lolos, p.temuan, p.tidak_berlaku, alasan
