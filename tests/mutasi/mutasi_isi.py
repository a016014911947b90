"""Mistakes in what a report says or leaves out: completeness (1), conclusions (4)."""

from __future__ import annotations

from keterangan_sintetis import RENCANA
from mutasi import TAHUNAN, Mutasi, bersama
from prosa_sintetis import KENDALA
from ubah import (
    Ubahan,
    awal_tabel,
    hapus_baris,
    hapus_prosa,
    letak,
    letak_prosa,
    semua,
    sisip_prosa,
    tulis,
    tulis_prosa,
)


def hasil(sasaran: str, indikator: str, realisasi: str, capaian: str) -> Ubahan:
    """Write result and achievement of an indicator in both tables that print them; that of the goal comes last."""
    return semua(
        tulis("lampiran", indikator, "realisasi", realisasi), tulis("lampiran", indikator, "capaian", capaian),
        tulis(sasaran, indikator, "realisasi", realisasi), tulis(sasaran, indikator, "capaian", capaian),
    )  # fmt: skip


def kendala(hal: str, teks: str, lanjut: str) -> Ubahan:
    """Write what is said about obstacles, and the follow-up."""
    return semua(tulis_prosa("kendala", hal, 2, teks), tulis_prosa("kendala", hal, 3, lanjut))


_TANPA_TARGET = semua(*(tulis(t, "keamanan", k, "-") for t, k in (
    ("pk", "target"), ("renstra", "target/2025"), ("lampiran", "target"), ("s6", "target"))))  # fmt: skip
_LEMAH = ("akreditasi", "5", "55,56%")

KELENGKAPAN = (
    Mutasi("kendala indikator yang tertinggal diganti strip", "KIN101", kendala("sertifikat", "-", "-"),
           di=letak("s2", "sertifikat")),
    Mutasi("kendala indikator yang tertinggal dikosongkan", "KIN101", kendala("kerja-sama", "", ""),
           di=letak("s3", "kerja-sama")),
    Mutasi("baris kendala indikator yang tertinggal dihapus", "KIN101", hapus_prosa("kendala", "rekomendasi"),
           di=letak("s7", "rekomendasi")),
    Mutasi("kendala indikator yang tertinggal disangkal", "KIN102",
           kendala("henti", "Tidak ada kendala yang berarti", "-"), di=letak("s5", "henti")),
    Mutasi("kendala disangkal dengan kata nihil", "KIN102", kendala("spbe", "Nihil", "-"), di=letak("s6", "spbe")),
    Mutasi("tindak lanjut diganti strip", "KIN103", tulis_prosa("kendala", "spbe", 3, "-")),
    Mutasi("tindak lanjut KRO dikosongkan", "KIN103", tulis_prosa("kendala", "kro/6077.CAH", 3, "")),
    Mutasi("tindak lanjut mengulang kendalanya", "KIN104", tulis_prosa("kendala", "henti", 3, KENDALA["henti"][0])),
    Mutasi("tindak lanjut mengulang kegiatan yang sudah dilakukan", "KIN104", tulis_prosa("kendala", "spbe", 3, RENCANA["spbe"][1])),
    Mutasi("tindak lanjut disangkal", "KIN104", tulis_prosa("kendala", "spbe", 3, "Belum diperlukan tindak lanjut")),
    Mutasi("realisasi tidak diisi dan tidak dijelaskan", "KIN105", hasil("s6", "keamanan", "-", "-")),
    Mutasi("target tidak tercetak di mana pun", "KIN106", _TANPA_TARGET),
    Mutasi("sel capaian dikosongkan", "KIN107", tulis("lalu", "kompetensi", "capaian@2024", "")),
    Mutasi("capaian rendah diganti strip", "KIN107", tulis("s5", "henti", "capaian", "-")),
    Mutasi("nilai hanya ada dalam kalimat", "KIN108", hasil("s8", "p3dn", "", "")),
    Mutasi("indikator hilang dari perjanjian kinerja", "KIN109", hapus_baris("pk", "publikasi"), di=awal_tabel("pk"),
           ikut=bersama("KIN309")),
    Mutasi("indikator hilang dari lampiran", "KIN109", hapus_baris("lampiran", "suhu"), di=awal_tabel("lampiran")),
    Mutasi("keluaran RO tidak pernah dilaporkan", "KIN110",
           semua(*(tulis(t, "6042.EBD.952", "volume.realisasi", "~") for t in ("luaran", "ro")))),
    Mutasi("satuan keluaran dikosongkan", "KIN111", tulis("ro", "6042.EBC.954", "satuan", "")),
    Mutasi("kegiatan tidak diisi", "KIN111", tulis("kegiatan", "pelatihan", "kegiatan", "")),
    Mutasi("serapan sedikit tertinggal, tidak dijelaskan", "KIN113",
           tulis("kemajuan", "6042.EBD", "target_keuangan", "47,92"), ikut=bersama("KIN206")),
    Mutasi("fisik indikator tertinggal, tidak dijelaskan", "KIN114", tulis("fisik", "ipp", "fisik.realisasi/sd-tw2", "41,50"),
           di=letak("s6", "ipp")),
    Mutasi("fisik indikator tertinggal, kendala disangkal", "KIN114",
           tulis("fisik", "integrasi", "fisik.realisasi/sd-tw2", "41,00"), di=letak("s6", "integrasi")),
    Mutasi("tindak lanjut berupa kalimat umum", "KIN115",
           tulis_prosa("kendala", "spbe", 3, "Melaksanakan kegiatan sesuai rencana")),
    Mutasi("satu tindak lanjut untuk tiga kendala", "KIN115",
           semua(*(tulis_prosa("kendala", i, 3, "Menugaskan tim kecil untuk menyelesaikannya")
                   for i in ("sertifikat", "henti", "spbe"))), di=letak_prosa("kendala", "spbe")),
    Mutasi("sel realisasi dikosongkan, padahal tabel lain mengisinya", "KIN116",
           semua(tulis("lampiran", "kompetensi", "realisasi", "-"), tulis("lampiran", "kompetensi", "capaian", "-")),
           di=letak("lampiran", "kompetensi")),
    Mutasi("keluaran hilang dari lampiran", "KIN117", hapus_baris("luaran", "6042.EBB.951"), di=awal_tabel("luaran")),
    Mutasi("KRO hilang dari tabel realisasi", "KIN117", hapus_baris("kro", "6077.AEC"), di=awal_tabel("kro"),
           ikut=bersama("KIN202", "KIN309")),
    Mutasi("realisasi akhir tahun kosong tanpa keterangan", "KIN118", hasil("s7", "sakip", "-", "-"), di=letak("s7", "sakip")),
    Mutasi("tindak lanjut tanpa kendala", "KIN119", tulis_prosa("kendala", "kompetensi", 3, "Menambah mesin presensi di gedung baru")),
)  # fmt: skip

_TURUN = semua(
    tulis("banding", "keamanan", "realisasi", "601,00"), tulis("banding", "keamanan", "pertumbuhan", "-5,21"),
    hasil("s6", "keamanan", "601,00", "95,40%"),
)  # fmt: skip
_JATUH = semua(tulis("banding", "akreditasi", "realisasi", "5"), hasil("s5", *_LEMAH))


SIMPULAN = (
    Mutasi("indikator yang meleset ditulis tercapai", "KIN401", hasil("s5", "henti", "3,90", "102,50%"),
           ikut=bersama("KIN405", "KIN313")),
    Mutasi("target setahun meleset", "KIN402", _TURUN, laporan=TAHUNAN,
           ikut=bersama("KIN101", "KIN204", "KIN313", "KIN404", "KIN409")),
    Mutasi("realisasi triwulan jauh di bawah target", "KIN403", hasil("s5", "uji-banding", "80,00", "86,96%"),
           ikut=bersama("KIN102", "KIN313")),
    Mutasi("dinyatakan berhasil padahal belum tercapai", "KIN404",
           tulis_prosa("pernyataan", "sertifikat", 4, "berhasil mencapai target")),
    Mutasi("dinyatakan melampaui target padahal tertinggal", "KIN404",
           tulis_prosa("pernyataan", "spbe", 4, "melampaui target")),
    Mutasi("dinyatakan belum berhasil padahal tercapai", "KIN405",
           tulis_prosa("pernyataan", "ipasn", 4, "belum mencapai target", "simpulan")),
    Mutasi("fisik penuh padahal hasilnya jauh di bawah target", "KIN406", _JATUH, laporan=TAHUNAN,
           ikut=bersama("KIN101", "KIN204", "KIN313", "KIN402", "KIN404", "KIN409")),
    Mutasi("capaian jauh melampaui target", "KIN407", hasil("s5", "akreditasi", "15", "166,67%"),
           ikut=bersama("KIN313")),
    Mutasi("target di bawah realisasi tahun lalu", "KIN408",
           semua(tulis("lalu", "akreditasi", "capaian@2024", "111,11%"), tulis("lalu", "akreditasi", "realisasi@2024", "10")),
           di=letak("s5", "akreditasi"), ikut=bersama("KIN703")),
    Mutasi("banyaknya indikator yang tercapai salah", "KIN409",
           tulis_prosa("pernyataan", "sasaran/s4", 4, "4 indikator", "jumlah_tercapai")),
    Mutasi("banyaknya indikator yang belum tercapai salah", "KIN409",
           tulis_prosa("pernyataan", "sasaran/s6", 4, "2", "jumlah_tidak_tercapai")),
    Mutasi("banyaknya indikator yang melebihi target salah", "KIN409",
           tulis_prosa("pernyataan", "sasaran/s4", 4, "3", "jumlah_melebihi")),
    Mutasi("banyaknya target yang tercapai dalam setahun salah", "KIN409",
           tulis_prosa("pernyataan", "laporan", 4, "38", "jumlah_tercapai"), laporan=TAHUNAN),
    Mutasi("kendala lama mengeluhkan target yang sudah tercapai", "KIN410",
           kendala("ipasn", "Target belum tercapai karena pendataan terlambat", "Mempercepat pendataan pegawai"),
           di=letak("s4", "ipasn")),
    Mutasi("disebut menurun padahal angkanya naik", "KIN411",
           sisip_prosa("pernyataan", "700", "pelatihan", "simpulan", "", "menurun dibandingkan tahun 2023"),
           laporan=TAHUNAN),
    Mutasi("disebut meningkat padahal angkanya turun", "KIN411",
           sisip_prosa("pernyataan", "700", "waktu-layanan", "simpulan", "", "meningkat dibandingkan tahun 2023"),
           laporan=TAHUNAN),
    Mutasi("disebut tetap padahal angkanya naik", "KIN411",
           tulis_prosa("pernyataan", "pelanggan", 4, "tetap sama dengan tahun 2024", "simpulan")),
    Mutasi("sasaran disebut tercapai padahal satu indikatornya tertinggal", "KIN412",
           sisip_prosa("pernyataan", "700", "sasaran/s6", "simpulan", "", "telah tercapai")),
    Mutasi("fisik disebut sesuai rencana padahal tertinggal", "KIN412",
           tulis_prosa("pernyataan", "kro/6077.BAD", 4, "telah mencapai rencana", "simpulan~fisik")),
    Mutasi("fisik disebut tertinggal padahal sesuai rencana", "KIN413",
           tulis_prosa("pernyataan", "kro/6077.AEC", 4, "belum mencapai rencana")),
    Mutasi("disebut berhasil tanpa angka", "KIN414", hasil("s6", "ipp", "-", "-"),
           di=letak_prosa("pernyataan", "ipp"), ikut=bersama("KIN105")),
    Mutasi("kendala tahap awal pada akhir tahun", "KIN415",
           kendala("kro/6077.CAH", "Pengadaan masih dalam tahap penyusunan spesifikasi", "Membuka lelang kedua"), laporan=TAHUNAN),
)  # fmt: skip
