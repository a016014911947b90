"""Units with reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from .bahan import Bahan, count
from .kolom import Baris, Kolom
from .laporan import HITUNGAN

KOLOM: Final = (
    Kolom("satker", lebar=16),
    Kolom("nama", lebar=50),
    Kolom("singkatan", lebar=18),
    Kolom("nama_lain", lebar=40),
    Kolom("kode", lebar=10),
    Kolom("dipa", lebar=22),
    Kolom("induk", lebar=20),
    Kolom("kota", lebar=16),
    Kolom("jumlah_laporan", "integer", 10),
    *HITUNGAN,
    Kolom("tautan", "uri", 40),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the units that have reports, by id."""
    hitungan = count(bahan.hasil, lambda x: x.satker)
    laporan = Counter(x.satker.id for x in bahan.hasil.laporan)
    for s in bahan.hasil.satker.values():
        jumlah = hitungan[s.id]
        yield (
            s.id, s.nama, s.singkatan, "; ".join(s.nama_lama), s.kode, s.dipa, s.induk, s.kota, laporan[s.id],
            *jumlah.pemeriksaan, *jumlah.temuan, bahan.alamat.satker(s.id),
        )  # fmt: skip
