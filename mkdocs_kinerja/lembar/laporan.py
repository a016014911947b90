"""Reports: what they are, and how many checks and findings there were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from .bahan import Bahan, count
from .kolom import Baris, Kolom

HITUNGAN: Final = (
    Kolom("pemeriksaan", "integer", 12),
    Kolom("lolos", "integer", 10),
    Kolom("tidak_lolos", "integer", 10),
    Kolom("tidak_berlaku", "integer", 10),
    Kolom("temuan", "integer", 10),
    Kolom("galat", "integer", 10),
    Kolom("peringatan", "integer", 10),
    Kolom("info", "integer", 10),
)
KOLOM: Final = (
    Kolom("satker", lebar=16),
    Kolom("nama_satker", lebar=18),
    Kolom("laporan", lebar=13),
    Kolom("periode_laporan", lebar=18),
    Kolom("tahun", "integer", 8),
    Kolom("terbaca", lebar=9),
    *HITUNGAN,
    Kolom("indikator", "integer", 10),
    Kolom("indikator_tercapai", "integer", 10),
    Kolom("judul", lebar=50),
    Kolom("tanggal", "date", 12),
    Kolom("dokumen", lebar=28),
    Kolom("berkas", lebar=40),
    Kolom("tautan", "uri", 40),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the reports in the order of the result."""
    hitungan = count(bahan.hasil, lambda x: (x.satker, x.laporan))
    for x in bahan.hasil.laporan:
        jumlah, indikator = hitungan[x.kunci], bahan.indikator.get(x.kunci, ())
        yield (
            *bahan.kepala(x), x.tahun, "ya" if x.terbaca else "tidak",
            *jumlah.pemeriksaan, *jumlah.temuan,
            len(indikator), sum(r.status in {"tercapai", "sesuai-laju"} for r in indikator),
            x.judul, _date(x.tanggal), x.dokumen, x.berkas, bahan.alamat.laporan(x.kunci),
        )  # fmt: skip


def _date(iso: str) -> str:
    """Return a date of the calendar; empty where the report gives none or an impossible one."""
    try:
        return dt.date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""
