"""Dates: a report is signed after its period, and revisions come one after another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import pairwise

from ..fakta import Fakta
from ..laporan import Besaran, Laporan
from ..lokasi import Posisi
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
        yield _fakta(laporan, "laporan", "tanggal", laporan.tanggal, {"pembanding": laporan.periode}, wajar)
    for (lama, dahulu), (baru, kini) in pairwise(laporan.versi_tertulis.items()):
        a, b = read(dahulu), read(kini)
        sebelumnya = {"pembanding": a or dahulu, "lama": lama}
        yield _fakta(laporan, "revisi", baru, kini, sebelumnya, a is not None and b is not None and a <= b)


def _fakta(
    laporan: Laporan, jenis: str, nama: str, tanggal: str, pembanding: Mapping[str, object], wajar: bool
) -> Fakta:
    letak = "tanggal" if jenis == "laporan" else f"versi/{nama}"
    posisi = laporan.letak.get(letak) or laporan.posisi or Posisi(laporan.berkas, 1, 1)
    return Fakta(
        "tanggal",
        ("tanggal", jenis, nama),
        {"hal": "laporan", "jenis": jenis, "wajar": wajar},
        {
            "nama": nama,
            "dilaporkan": read(tanggal) or tanggal,
            "tempat": laporan.dokumen or laporan.berkas,
            "alasan": {},
            "_besaran": Besaran("laporan", "tanggal"),
            **pembanding,
        },
        Bukti((Tempat("dilaporkan", tanggal, posisi, laporan.sumber, nama),)),
    )
