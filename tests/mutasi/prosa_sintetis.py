"""What the synthetic report says in sentences: obstacles and follow-up, repeated figures, judgements, amounts in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from anggaran_sintetis import KRO, PROGRAM, Anggaran
from cetak import cetak
from indikator_sintetis import INDIKATOR, SASARAN, TERTINGGAL, bulanan, realisasi, tercapai
from keterangan_sintetis import cacahan, klaim
from num2words import num2words
from saat import Saat
from tabel_kinerja import hasil_cetak

KENDALA = {
    "sertifikat": (
        "Dua auditor senior pensiun sehingga antrean audit memanjang",
        "Merekrut tiga auditor baru dan membagi ulang jadwal audit sampai September",
    ),
    "kerja-sama": (
        "Mitra utama menunda penandatanganan kontrak karena pergantian pimpinan",
        "Menawarkan kontrak bertahap kepada lima mitra cadangan pada bulan berikutnya",
    ),
    "henti": (
        "Suku cadang spektrometer tertahan di pelabuhan",
        "Mengontrak perawatan berkala dan menyimpan suku cadang kritis di gudang",
    ),
    "spbe": (
        "Arsitektur data belum disahkan oleh kementerian induk",
        "Menyusun dokumen arsitektur bersama pusat data, selesai pada Agustus",
    ),
    "rekomendasi": (
        "Bukti penyelesaian dua rekomendasi masih diperbaiki oleh unit keuangan",
        "Mendampingi unit keuangan setiap minggu sampai bukti diterima inspektorat",
    ),
}
DISEBUT = ("ikm", "pelanggan", "contoh-uji", "penerimaan", "ipasn", "ikpa", "p3dn", "suhu")
"""Indicators whose result is repeated in a sentence."""


def tertinggal(id_: str, saat: Saat) -> bool:
    """Whether the report has to explain a shortfall."""
    return id_ in TERTINGGAL and saat.tahun != 2024


def kendala(saat: Saat) -> Sequence[Sequence[str]]:
    """Return the rows of `kendala` without their line."""
    isi = []
    for n, i in enumerate(INDIKATOR):
        if tertinggal(i, saat):
            isi.append([i, *KENDALA[i]])
        else:
            isi.append([i, "Tidak ada kendala" if n % 3 == 0 else "-", "-"])
    belanja = ("Lelang peralatan diulang karena penawar tidak memenuhi syarat", "Membuka lelang kedua pada awal bulan")
    listrik = ("Daya listrik gedung utama belum ditambah", "Menambah daya setelah izin penyedia listrik terbit")
    sewa = ("Sewa kendaraan dinas terlambat dibayar", "Membayar sewa setiap tanggal lima")
    return [*isi, ["kro/6077.CAH", *belanja], ["kro/6042.EBA", *listrik], ["kro/6042.EBA", *sewa]]


def pernyataan(saat: Saat, a: Anggaran) -> Sequence[Sequence[str]]:
    """Return the rows of `pernyataan` without their line."""
    isi = [[i, "realisasi", "", hasil_cetak(i, saat)[0]] for i in DISEBUT]
    isi += [[i, "capaian", "", hasil_cetak(i, saat)[1]] for i in DISEBUT[:4]]
    for i in INDIKATOR:
        if tercapai(i, saat.tahun, saat.triwulan) and not (INDIKATOR[i].akhir_tahun and not saat.tahunan):
            isi.append([i, "simpulan", "", "berhasil mencapai target"])
        elif tertinggal(i, saat):
            isi.append([i, "simpulan", "", "belum mencapai target"])
    isi += [*klaim(saat), *cacahan(saat)]
    lalu = sum(bulanan("penerimaan", saat.tahun - 1))
    isi += [
        ["satker", "pagu", "", _terbilang(a.pagu())],
        ["satker", "pagu#awal", "", _terbilang(a.pagu(versi="awal"))],
        ["satker", "realisasi_anggaran", "", f"Rp {cetak(a.belanja())}"],
        ["satker", "serapan", "", f"{cetak(a.serapan(), 2)}%"],
        ["satker", "baseline", "", f"Rp {cetak(lalu)}"],
        [
            "satker",
            "pnbp.realisasi",
            "",
            f"Rp {cetak(realisasi('penerimaan', saat.tahun, saat.triwulan) / 10**9, 2)} miliar",
        ],
        ["kro/6077.BAD", "realisasi_anggaran", "", f"Rp {cetak(Decimal(a.belanja('6077.BAD')) / 10**6, 1)} juta"],
        ["satker", "jumlah_sasaran", "", f"{len(SASARAN)} (delapan)"],
        ["satker", "jumlah_indikator", "", str(len(INDIKATOR))],
        ["satker", "jumlah_program", "", str(len(PROGRAM))],
        ["satker", "jumlah_kro", "", str(len(KRO))],
    ]
    return isi


def _terbilang(n: int) -> str:
    return f"Rp {cetak(n)} ({num2words(n, lang='id')} rupiah)"
