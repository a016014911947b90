"""Skeletons of new files: commented, and valid as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..periode import Periode
from .blok import scalar
from .catatan import ImporError

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")


def check_id(id_: str) -> str:
    """Return an id that can name a folder.

    Raises:
        ImporError: It cannot.
    """
    if not _ID.match(id_):
        raise ImporError(
            f"Id satker {id_!r} tidak sah: pakai huruf kecil, angka, dan tanda hubung, misalnya bspji-ambon.",
            f"The id {id_!r} is not allowed: use small letters, digits and hyphens, for example bspji-ambon.",
        )
    return id_


def satker(id_: str, nama: str = "", singkatan: str = "", kota: str = "") -> str:
    """Return a `satker.yml`."""
    check_id(id_)
    garis = [
        "# Satu satuan kerja yang berlaporan. Laporannya berdiri di folder ini: 2025-tw2.yml, 2025-tahunan.yml.",
        "satker:",
        f"  nama: {scalar(nama or id_.replace('-', ' ').upper())}" + ("" if nama else "  # nama resmi sekarang"),
        _optional("singkatan", singkatan, id_.upper(), ""),
        _optional("nama_lama", "", "[Baristand Contoh]", "nama dan singkatan lama yang mungkin masih tercetak"),
        _optional("kode", "", '"247199"', "kode satker dalam DIPA"),
        _optional("dipa", "", "SP DIPA-019.07.2.247199/2025", ""),
        _optional("induk", "", "bskji", "id dalam data/satker.yml"),
        _optional("kota", kota, "Ambon", ""),
    ]
    return "\n".join(garis) + "\n"


def _optional(kunci: str, nilai: str, contoh: str, guna: str) -> str:
    if nilai:
        return f"  {kunci}: {scalar(nilai)}"
    return f"  # {kunci}: {contoh}" + (f"  # {guna}" if guna else "")


def laporan(periode: Periode, nama: str, indikator: Iterable[str] = ()) -> str:
    """Return a report without tables.

    Args:
        periode: What it is about.
        nama: Name of the satker, for the first comment.
        indikator: Ids in the registry, as an example of `sasaran`.
    """
    tahunan = periode.bulan == 12
    tahun = periode.tahun
    ke = periode.akhir % 12 // 3 + 1
    kapan = f"Tahun {tahun}" if tahunan else f"Triwulan {('I', 'II', 'III', 'IV')[ke - 1]} {tahun}"
    bawaan = ", ".join(list(indikator)[:2]) or "ikm, pelanggan"
    nama = " ".join(nama.split())
    return _LAPORAN.format(
        nama=nama, kapan=kapan, tahun=tahun, sebelum=tahun - 1, indikator=bawaan, dokumen=f"laporan-{tahun}.txt",
        judul=scalar(f"Laporan {'Kinerja ' if tahunan else ''}{kapan}"),
    )  # fmt: skip


_LAPORAN = """\
# {nama}, {kapan}. Nama berkas menentukan periodenya.
# Yang diawali # adalah contoh: hapus tandanya bila dipakai. Periksa dengan `kinerja check`.
laporan:
  judul: {judul}
  # dokumen: {dokumen}  # berkas yang dihitung barisnya oleh `sumber`
  # tanggal: {tahun}-07-15
  # penanda_tangan: {{nama: Nama Kepala, jabatan: Kepala}}
  angka: id  # id = 1.234,5   en = 1,234.5
  # sasaran:
  #   sk1: {{kode: SK.1, nama: Nama sasaran, indikator: [{indikator}]}}
  # versi: {{awal: {sebelum}-12-02, r1: {tahun}-02-21}}  # DIPA dan revisinya

# Nama hal yang dibicarakan tabel, menurut kelasnya:
# hal:
#   layanan:
#     pengujian: Pengujian

# Setiap tabel satu butir seperti contoh ini; `kinerja import BERKAS --into berkas-ini.yml` menambahkannya.
tabel: []
#   - id: pk
#     jenis: pk
#     judul: Perjanjian Kinerja Tahun {tahun}
#     tempat: Tabel 2.1
#     sumber: 10-11  # satu baris dokumen untuk setiap baris tabel
#     isi: |
#       indikator* | target
#       ikm        | 3,60
#       pelanggan  | 500 Perusahaan

# kendala: |
#   # sumber | hal | kendala           | tindak lanjut
#   20       | ikm | Tidak ada kendala | -

# pernyataan: |
#   # sumber | hal | ukuran    | periode | nilai
#   30       | ikm | realisasi |         | 3,65
"""
