"""Indicators of reports: as printed, as read, and as computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ..laporan import Amatan
from .bahan import Bahan
from .kolom import Baris, Kolom, computed

KOLOM: Final = (
    Kolom("satker", lebar=16),
    Kolom("nama_satker", lebar=18),
    Kolom("laporan", lebar=13),
    Kolom("periode_laporan", lebar=18),
    Kolom("sasaran", lebar=40),
    Kolom("indikator", lebar=20),
    Kolom("nama", lebar=44),
    Kolom("satuan", lebar=12),
    Kolom("target"),
    Kolom("target_nilai", "number"),
    Kolom("realisasi"),
    Kolom("realisasi_nilai", "number"),
    Kolom("capaian"),
    Kolom("capaian_nilai", "number"),
    Kolom("capaian_hitung", "number"),
    Kolom("laju", "number"),
    Kolom("status", lebar=16),
    Kolom("alasan", lebar=36),
    Kolom("tautan", "uri", 40),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the indicators, report by report, in the order of the goals."""
    for x in bahan.terbaca:
        sasaran = {s.id: f"{s.kode}. {s.nama}" if s.kode else s.nama for s in x.sasaran}
        alamat = bahan.alamat.laporan(x.kunci)
        for r in bahan.indikator.get(x.kunci, ()):
            yield (
                *bahan.kepala(x), sasaran.get(r.sasaran, r.sasaran), r.id, r.nama, r.satuan,
                *figure(r.target), *figure(r.realisasi), *figure(r.capaian),
                computed(r.capaian_hitung), computed(r.laju), r.status, bahan.bahasa.teks(r.alasan),
                f"{alamat}#indikator" if alamat else "",
            )  # fmt: skip


def figure(amatan: Amatan | None) -> tuple[str, Decimal | None]:
    """Return a value as printed, and the number it was read as, in its base unit."""
    return ("", None) if amatan is None else (amatan.angka.teks, amatan.dibaca.penuh)
