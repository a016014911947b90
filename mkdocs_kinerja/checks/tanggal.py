"""Dates: a report is signed after its period, and revisions come one after another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import pairwise

from ..fakta import Fakta
from ..laporan import Besaran, Laporan
from ..lokasi import Posisi, Sumber
from ..temuan import Bukti, Tempat


def read(teks: str) -> dt.date | None:
    """Read `2025-07-07`; None where there is no such day."""
    try:
        return dt.date.fromisoformat(teks)
    except ValueError:
        return None


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for the date of the report and one for each revision after the first."""
    if laporan.tanggal:
        hari = read(laporan.tanggal)
        akhir = dt.date(laporan.periode.tahun, laporan.periode.akhir % 12 + 1, 1)
        # Signed in the last month of its period at the earliest, and within two years: else a slip of the pen.
        wajar = hari is not None and akhir <= hari and hari.year <= laporan.tahun + 2
        yield _fakta(laporan, "laporan", "tanggal laporan", laporan.tanggal, "", wajar)
    for (lama, dahulu), (baru, kini) in pairwise(laporan.versi_tertulis.items()):
        a, b = read(dahulu), read(kini)
        yield _fakta(
            laporan, "revisi", f"revisi {baru}", kini, f"{dahulu} ({lama})", a is not None and b is not None and a <= b
        )


def _fakta(laporan: Laporan, jenis: str, nama: str, tanggal: str, pembanding: str, wajar: bool) -> Fakta:
    posisi = laporan.posisi or Posisi(laporan.berkas, 1, 1)
    tampil: Mapping[str, object] = {
        "nama": nama,
        "dilaporkan": tanggal,
        "pembanding": pembanding,
        "tempat": laporan.dokumen or laporan.berkas,
        "alasan": {},
        "_besaran": Besaran("laporan", "tanggal"),
    }
    return Fakta(
        "tanggal",
        ("tanggal", jenis, nama),
        {"hal": "laporan", "jenis": jenis, "wajar": wajar},
        tampil,
        Bukti((Tempat("dilaporkan", tanggal, posisi, Sumber(laporan.dokumen), nama),)),
    )
