"""Mistakes about money (5), time (6), other reports (7), personal data (8), and in the data files themselves (9)."""

from __future__ import annotations

from decimal import Decimal

from cetak import cetak
from indikator_sintetis import INDIKATOR
from keterangan_sintetis import RENCANA
from laporan_sintetis import KENDALA_TELADAN, TETANGGA
from mutasi import TAHUNAN, Mutasi, bersama
from mutasi_hitung import target_baru
from prosa_sintetis import KENDALA
from ubah import (
    Naskah,
    Ubahan,
    awal_tabel,
    cari,
    ganti,
    kunci_tabel,
    letak,
    letak_prosa,
    nilai,
    semua,
    setelah,
    tulis,
    tulis_prosa,
    ulangi_baris,
)


def _revisi_lama(n: Naskah) -> Naskah:
    """Print the ceiling of the revision before in the table of spending."""
    lama = nilai(n, "revisi", "6077.AEF", "pagu/r1")
    return tulis("kro", "6077.AEF", "pagu", f"{lama}.000")(n)


def _volume(ro: str, volume: str, progres: str) -> Ubahan:
    """Write another volume of an output, and its progress, wherever they are printed; the volume beside money last."""
    return semua(
        tulis("luaran", ro, "volume.realisasi", volume), tulis("progres", ro, "progres", progres),
        tulis("progres", ro.rpartition(".")[0], "progres", progres), tulis("ro", ro, "progres", progres),
        tulis("ro", ro, "volume.realisasi", volume),
    )  # fmt: skip


def _antara(n: Naskah) -> Naskah:
    """Print three quarters of the target as the result of a goal's indicators in the appendix."""
    target = {
        i: Decimal(nilai(n, "lampiran", i, "target").replace(",", "."))
        for i in ("ipasn", "pelatihan", "kompetensi", "disiplin")
    }
    return semua(*(tulis("lampiran", i, "realisasi", cetak(t * 3 / 4, 4)) for i, t in target.items()))(n)


ANGGARAN = (
    Mutasi("realisasi RO melebihi pagu", "KIN501", tulis("ro", "6042.EBD.953", "realisasi_anggaran", "94.093.000"),
           ikut=bersama("KIN204")),
    Mutasi("realisasi KRO melebihi pagu efektif", "KIN501", tulis("kro", "6042.EBB", "realisasi_anggaran", "173.800.000"),
           ikut=bersama("KIN202", "KIN204", "KIN212")),
    Mutasi("serapan jauh di bawah rencana", "KIN502", tulis("kemajuan", "6042.EBD", "target_keuangan", "84,92"),
           ikut=bersama("KIN206")),
    Mutasi("kemajuan fisik jauh di depan belanja", "KIN503", tulis("kemajuan", "6042.EBB", "fisik.realisasi", "98,50"),
           ikut=bersama("KIN206")),
    Mutasi("ada keluaran, belanja nol", "KIN504",
           semua(tulis("ro", "6042.EBC.954", "serapan", "0,00%"), tulis("ro", "6042.EBC.954", "realisasi_anggaran", "0"))),
    Mutasi("volume keluaran berbeda di lampiran", "KIN506", tulis("luaran", "6077.BAD.001", "volume.realisasi", "186")),
    Mutasi("kemajuan jauh di depan volumenya", "KIN507",
           semua(tulis("progres", "6077.AEC.001", "progres", "91,67"), tulis("progres", "6077.AEC", "progres", "91,67"),
                 tulis("ro", "6077.AEC.001", "progres", "91,67")), ikut=bersama("KIN204")),
    Mutasi("belanja besar, keluaran nol", "KIN508", _volume("6042.EBC.954", "0", "0,00"), laporan=TAHUNAN,
           ikut=bersama("KIN509")),
    Mutasi("serapan besar, keluaran nol", "KIN508",
           semua(tulis("ro", "6042.EBC.954", "realisasi_anggaran", "~"), _volume("6042.EBC.954", "0", "0,00")),
           laporan=TAHUNAN, ikut=bersama("KIN509")),
    Mutasi("volume setahun di bawah target", "KIN509", _volume("6077.CAH.001", "17", "85,00"), laporan=TAHUNAN),
    Mutasi("pagu revisi sebelumnya masih dipakai", "KIN505", _revisi_lama,
           akibat=bersama("KIN202", "KIN204", "KIN208")),
)  # fmt: skip

WAKTU = (
    Mutasi("tanggal laporan mendahului periodenya", "KIN601", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2025-03-08")),
    Mutasi("tahun tanggal laporan salah ketik", "KIN601", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2052-07-08")),
    Mutasi("revisi mendahului DIPA awal", "KIN602", ganti(lambda n: cari(n, "    r1:"), "2025-02-21", "2024-11-21")),
    Mutasi("judul tabel menyebut tahun lain", "KIN603", ganti(kunci_tabel("pk", "judul"), "Tahun 2025", "Tahun 2024")),
    Mutasi("judul laporan menyebut triwulan lain", "KIN603", ganti(lambda n: cari(n, "  judul:"), "Triwulan II", "Triwulan III")),
    Mutasi("label menyebut triwulan lain", "KIN603", ganti(lambda n: cari(n, "s.d. Triwulan II"), "Triwulan II", "Triwulan I")),
    Mutasi("label menyebut tahun lain", "KIN603", ganti(lambda n: cari(n, "per Desember 2024"), "2024 ", "2023 ")),
    Mutasi("nilai indikator diukur pada tahun lain", "KIN604", tulis("lampiran", "ipp", "realisasi", "4,22 {diukur: 2023}")),
    Mutasi("rapat sesudah akhir periode", "KIN605",
           semua(tulis_prosa("peristiwa", "kunjungan/inspektorat", 2, "2024-12-21"))),
    Mutasi("rencana aksi disusun sesudah batasnya", "KIN605", tulis_prosa("peristiwa", "dokumen/renaksi", 2, "2025-02-20")),
    Mutasi("hari rapat tidak ada", "KIN605", tulis_prosa("peristiwa", "dokumen/renaksi", 2, "2025-02-30")),
    Mutasi("kolom realisasi berisi target antara", "KIN606", _antara, laporan=TAHUNAN, di=letak("lampiran", "ipasn"),
           akibat=bersama("KIN201", "KIN301")),
)  # fmt: skip

ANTARLAPORAN = (
    Mutasi("nilai turun dari tahun sebelumnya", "KIN701",
           tulis("sebelum", "pelatihan", "realisasi@2024-sd-tw2", "39"), di=letak("s4", "pelatihan"),
           ikut=bersama("KIN703")),
    Mutasi("target diganti di tengah tahun tanpa revisi", "KIN304", target_baru, di=letak("pk", "kompetensi"),
           ikut=bersama("KIN313", "KIN409")),
    Mutasi("dinyatakan naik padahal laporan tahun lalu lebih tinggi", "KIN702",
           ganti(lambda n: cari(n, "| pnbp-naik", cari(n, "telah tercapai")), "menurun", "meningkat"), laporan=TAHUNAN),
    Mutasi("belanja bulanan berbeda dari laporan triwulan sebelumnya", "KIN703",
           semua(tulis("belanja-bulanan", "jan", "realisasi_anggaran", "1.131.317.000"),
                 tulis("belanja-bulanan", "feb", "realisasi_anggaran", "1.137.580.000"))),
    Mutasi("satu kendala untuk dua indikator", "KIN704", tulis_prosa("kendala", "spbe", 2, KENDALA["sertifikat"][0]),
           di=letak_prosa("kendala", "sertifikat")),
    Mutasi("satu rencana untuk dua indikator", "KIN704", tulis("kegiatan", "spbe", "rencana", RENCANA["ikm"][0]),
           di=letak("kegiatan", "ikm")),
    Mutasi("nilai satu satker berkelipatan sepuluh", "KIN705", tulis("unit", "balai-timur", "nilai_ikm", "34,80")),
    Mutasi("kemajuan fisik semua sama dengan rencana", "KIN706",
           semua(*(tulis("fisik", i, "fisik.realisasi/sd-tw2", "50,00") for i in INDIKATOR)), di=letak("fisik", "ikm")),
    Mutasi("nilai satker lain berbeda dari laporannya", "KIN708", tulis("unit", "balai-teladan", "nilai_ikm", "3,65")),
    Mutasi("kendala disalin dari satker lain", "KIN709", tulis_prosa("kendala", "spbe", 2, KENDALA_TELADAN)),
    Mutasi("kendala menyebut satker lain", "KIN707",
           tulis_prosa("kendala", "henti", 2, f"Suku cadang spektrometer {TETANGGA} tertahan di pelabuhan")),
    Mutasi("judul tabel menyebut satker lain", "KIN707",
           ganti(kunci_tabel("dana", "judul"), "Sumber Dana", f"Sumber Dana {TETANGGA}")),
)  # fmt: skip

PRIBADI = (
    Mutasi("NIP dalam keterangan berkas", "KIN801",
           ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2025-07-08  # NIP 19991231 202421 1 999")),
    Mutasi("NIK di belakang nama", "KIN802",
           ganti(lambda n: cari(n, "  penanda_tangan:"), "Sri Contoh", "Sri Contoh 1199993112999999")),
    Mutasi("nomor telepon dalam kendala", "KIN803",
           tulis_prosa("kendala", "henti", 2, "Suku cadang tertahan di pelabuhan (narahubung 0812-0000-0000)")),
    Mutasi("surel dalam kendala", "KIN804",
           tulis_prosa("kendala", "spbe", 2, "Akun layanan@example.com terkunci sejak Mei")),
    Mutasi("nomor rekening dalam kendala", "KIN805",
           tulis_prosa("kendala", "sertifikat", 2, "Pembayaran hanya dapat ke rekening BRI 0000-01-000000-50-1")),
)  # fmt: skip

DATA = (
    Mutasi("jenis tabel tidak dikenal", "KIN901", ganti(kunci_tabel("s8", "jenis"), "pengukuran", "pengukur")),
    Mutasi("kunci tabel salah eja", "KIN901", ganti(kunci_tabel("anggaran", "lengkap"), "lengkap", "lengkp")),
    Mutasi("pemisah sel hilang", "KIN901", ganti(letak("lalu", "ipp"), "|", " "), ikut=bersama("KIN902")),
    Mutasi("hari tanggal laporan tidak ada", "KIN901", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2025-07-38")),
    Mutasi("kurung tidak ditutup", "KIN901", ganti(lambda n: cari(n, "  penanda_tangan:"), "}", "")),
    Mutasi("banyaknya baris dokumen tidak sama", "KIN901", ganti(kunci_tabel("dana", "sumber"), "-", "-9")),
    Mutasi("tahun berbeda dari nama berkas", "KIN901", ganti(lambda n: cari(n, "  tahun:"), "2025", "2024")),
    Mutasi("ukuran pada judul kolom salah eja", "KIN902",
           ganti(lambda n: cari(n, "bulan* ", awal_tabel("belanja-bulanan")(n)), "realisasi_anggaran", "realisasi_angaran")),
    Mutasi("nama indikator salah eja", "KIN902", tulis("lalu", "kompetensi", "indikator*", "kompetnsi")),
    Mutasi("indikator sasaran salah eja", "KIN902", ganti(lambda n: cari(n, "indikator: [ikm"), "waktu-layanan", "waktu-layana"),
           ikut=bersama("KIN309")),
    Mutasi("hal dalam pernyataan tidak dikenal", "KIN902", tulis_prosa("pernyataan", "suhu", 1, "suhuu", "realisasi")),
    Mutasi("kaitan menyebut hal yang tidak ada", "KIN902",
           ganti(lambda n: cari(n, "rumus:", cari(n, "nama: Sumber dana")), "dana/pnbp", "dana/blu"),
           di=lambda n: cari(n, "nama: Sumber dana")),
    Mutasi("kunci YAML ditulis dua kali", "KIN903", setelah(kunci_tabel("pegawai", "judul"), lambda lama: lama)),
    Mutasi("id tabel dipakai dua kali", "KIN903", ganti(awal_tabel("dana"), '"dana"', '"dipa"'), ikut=bersama("KIN902")),
    Mutasi("baris tabel tertulis dua kali", "KIN903", ulangi_baris("lalu", "ikpa")),
    Mutasi("titik dan koma tertukar", "KIN904", tulis("lalu", "ipasn", "realisasi@2024", lambda t: t.replace(",", "."))),
    Mutasi("pemisah desimal berlebih", "KIN904", tulis("fisik", "suhu", "fisik.realisasi/sd-tw1", "2,5.0,1")),
    Mutasi("huruf O di tempat angka nol", "KIN904", tulis("fisik", "akreditasi", "fisik.realisasi/sd-tw1", "2O,25")),
    Mutasi("kata di tempat angka", "KIN904", tulis("fisik", "suhu", "fisik.realisasi/sd-tw1", "baik sekali")),
    Mutasi("tiga angka di belakang titik pada persen", "KIN905", tulis("lalu", "integrasi", "capaian@2024", "100.125%"),
           ikut=bersama("KIN201")),
    Mutasi("dokumen mencetak titik untuk koma", "KIN906", tulis("lalu", "ipasn", "realisasi@2024", lambda t: t.replace(",", ".") + " {en}")),
    Mutasi("tanggapan untuk temuan yang sudah tidak ada", "KIN908",
           setelah(lambda n: cari(n, "tabel:") - 1, 'tanggapan: [{temuan: "0123456789ab", isi: Sudah diperbaiki.}]'),
           di=lambda n: cari(n, "tanggapan:")),
    Mutasi("teks dokumen rusak", "KIN907", tulis("lalu", "ipasn", "realisasi@2024", lambda t: f"?3,95 {{dugaan: {t}}}")),
)  # fmt: skip
