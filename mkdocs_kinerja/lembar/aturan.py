"""Rules: what they ask, why, and what they found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .bahan import Bahan, count
from .kolom import Baris, Kolom
from .laporan import HITUNGAN

KOLOM: Final = (
    Kolom("aturan", lebar=9),
    Kolom("judul", lebar=50),
    Kolom("keluarga", "integer", 9),
    Kolom("nama_keluarga", lebar=30),
    Kolom("keparahan", lebar=11),
    *HITUNGAN,
    Kolom("mengapa", lebar=60),
    Kolom("perbaikan", lebar=60),
    Kolom("dasar", lebar=50),
    Kolom("berkas", lebar=30),
    Kolom("tautan", "uri", 30),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the rules in the order of their files."""
    hitungan, teks = count(bahan.hasil, lambda x: x.aturan), bahan.bahasa.teks
    for a in bahan.hasil.aturan:
        jumlah = hitungan[a.id]
        dasar = a.dasar.get(bahan.bahasa.kode) or a.dasar.get("id", ())
        yield (
            a.id, teks(a.judul), a.keluarga, teks(a.judul_keluarga), a.keparahan, *jumlah.pemeriksaan, *jumlah.temuan,
            teks(a.mengapa), teks(a.perbaikan), "; ".join(dasar), a.posisi.berkas, bahan.alamat.aturan(a.id),
        )  # fmt: skip
