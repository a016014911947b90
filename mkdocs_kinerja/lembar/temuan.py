"""Findings, one a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..lokasi import Posisi, Sumber
from ..temuan import Temuan
from .bahan import Bahan
from .kolom import Baris, Kolom

KOLOM: Final = (
    Kolom("id"),
    Kolom("satker", lebar=16),
    Kolom("nama_satker", lebar=18),
    Kolom("laporan", lebar=13),
    Kolom("periode_laporan", lebar=18),
    Kolom("aturan", lebar=9),
    Kolom("judul_aturan", lebar=36),
    Kolom("keluarga", "integer", 9),
    Kolom("keparahan", lebar=11),
    Kolom("status", lebar=9),
    Kolom("pesan", lebar=70),
    Kolom("nama", lebar=36),
    Kolom("dilaporkan", lebar=16),
    Kolom("seharusnya", lebar=16),
    Kolom("selisih", lebar=14),
    Kolom("hal", lebar=28),
    Kolom("ukuran", lebar=18),
    Kolom("periode", lebar=10),
    Kolom("tabel", lebar=12),
    Kolom("tempat", lebar=24),
    Kolom("dokumen", lebar=28),
    Kolom("baris_dokumen", "integer", 9),
    Kolom("baris_dokumen_akhir", "integer", 9),
    Kolom("halaman_dokumen", "integer", 9),
    Kolom("halaman_dokumen_akhir", "integer", 9),
    Kolom("berkas", lebar=40),
    Kolom("baris", "integer", 8),
    Kolom("kolom", "integer", 8),
    Kolom("sebab"),
    Kolom("tanggapan", lebar=50),
    Kolom("tautan", "uri", 40),
)
_TANPA: Final = (None, None)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the findings in the order of the result."""
    laporan = {x.kunci: (x.satker.label, bahan.bahasa.periode(x.periode), x.tahun) for x in bahan.hasil.laporan}
    aturan = {a.id: (bahan.bahasa.teks(a.judul), a.keluarga) for a in bahan.hasil.aturan}
    for t in bahan.hasil.temuan:
        nama, periode, tahun = laporan.get((t.satker, t.laporan), (bahan.nama_satker(t.satker), "", None))
        judul, keluarga = aturan.get(t.aturan, ("", None))
        sumber, posisi = place(t)
        yield (
            t.id, t.satker, nama, t.laporan, periode, t.aturan, judul, keluarga, t.keparahan.value, t.status,
            bahan.bahasa.teks(t.pesan), t.nama, t.dilaporkan, t.seharusnya, t.selisih, t.hal, t.ukuran,
            t.periode.teks(tahun) if t.periode else "", t.tabel, sumber.tempat, sumber.dokumen,
            *(sumber.baris or _TANPA), *(sumber.halaman or _TANPA),
            posisi.berkas, posisi.baris or None, posisi.kolom if posisi.baris else None,
            t.sebab or "", "\n\n".join(x.isi.strip() for x in t.tanggapan), bahan.alamat.temuan(t),
        )  # fmt: skip


def place(t: Temuan) -> tuple[Sumber, Posisi]:
    """Return the place to look at first, in the document and in the data file."""
    posisi = t.lokasi[0] if t.lokasi else Posisi("", 0)
    if t.bukti.tempat:
        return t.bukti.tempat[0].sumber, posisi
    return (t.sumber[0] if t.sumber else Sumber("")), posisi
