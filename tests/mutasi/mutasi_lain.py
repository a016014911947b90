"""Mistakes about money (5), time (6), other reports (7), and in the data files themselves (9)."""

from __future__ import annotations

from laporan_sintetis import TETANGGA
from mutasi import Mutasi, bersama
from mutasi_isi import hasil
from ubah import (
    Naskah,
    awal_tabel,
    cari,
    ganti,
    kunci_tabel,
    letak,
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


ANGGARAN = (
    Mutasi("realisasi RO melebihi pagu", "KIN501", tulis("ro", "6042.EBD.953", "realisasi_anggaran", "94.093.000"),
           ikut=bersama("KIN204")),
    Mutasi("realisasi KRO melebihi pagu efektif", "KIN501", tulis("kro", "6042.EBB", "realisasi_anggaran", "173.800.000"),
           ikut=bersama("KIN202", "KIN204")),
    Mutasi("serapan jauh di bawah rencana", "KIN502", tulis("kemajuan", "6042.EBD", "target_keuangan", "84,92"),
           ikut=bersama("KIN202", "KIN206")),
    Mutasi("kemajuan fisik jauh di depan belanja", "KIN503", tulis("kemajuan", "6042.EBB", "fisik.realisasi", "98,50"),
           ikut=bersama("KIN202", "KIN206")),
    Mutasi("ada belanja, keluaran nol", "KIN504",
           semua(tulis("ro", "6042.EBC.954", "progres", "0,00"), tulis("ro", "6042.EBC.954", "volume.realisasi", "0"))),
    Mutasi("ada keluaran, belanja nol", "KIN504",
           semua(tulis("ro", "6042.EBC.954", "serapan", "0,00%"), tulis("ro", "6042.EBC.954", "realisasi_anggaran", "0"))),
    Mutasi("pagu revisi sebelumnya masih dipakai", "KIN505", _revisi_lama,
           ikut=bersama("KIN202", "KIN204", "KIN208", "KIN301"), kini="KIN301"),
)  # fmt: skip

WAKTU = (
    Mutasi("tanggal laporan mendahului periodenya", "KIN601", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2025-03-08")),
    Mutasi("tahun tanggal laporan salah ketik", "KIN601", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2052-07-08")),
    Mutasi("revisi mendahului DIPA awal", "KIN602", ganti(lambda n: cari(n, "    r1:"), "2025-02-21", "2024-11-21")),
    Mutasi("judul tabel menyebut tahun lain", "KIN603", ganti(kunci_tabel("pk", "judul"), "Tahun 2025", "Tahun 2024")),
    Mutasi("judul laporan menyebut triwulan lain", "KIN603", ganti(lambda n: cari(n, "  judul:"), "Triwulan II", "Triwulan III")),
)  # fmt: skip

ANTARLAPORAN = (
    Mutasi("nilai turun dari triwulan sebelumnya", "KIN701", hasil("s4", "disiplin", "92,50", "96,35%"), ikut=bersama("KIN313", "KIN404", "KIN101", "KIN102")),
    Mutasi("kendala menyebut satker lain", "KIN704",
           tulis_prosa("kendala", "henti", 2, f"Suku cadang spektrometer {TETANGGA} tertahan di pelabuhan")),
    Mutasi("judul laporan menyebut satker lain", "KIN704", ganti(lambda n: cari(n, "  judul:"), "Laporan Kinerja", f"Laporan Kinerja {TETANGGA}")),
)  # fmt: skip

DATA = (
    Mutasi("jenis tabel tidak dikenal", "KIN901", ganti(kunci_tabel("s8", "jenis"), "pengukuran", "pengukur")),
    Mutasi("kunci tabel salah eja", "KIN901", ganti(kunci_tabel("anggaran", "lengkap"), "lengkap", "lengkp")),
    Mutasi("pemisah sel hilang", "KIN901", ganti(letak("lalu", "ipp"), "|", " "), ikut=bersama("KIN902")),
    Mutasi("hari tanggal laporan tidak ada", "KIN901", ganti(lambda n: cari(n, "  tanggal:"), "2025-07-08", "2025-07-38")),
    Mutasi("kurung tidak ditutup", "KIN901", ganti(lambda n: cari(n, "  penanda_tangan:"), "}", "")),
    Mutasi("banyaknya baris dokumen tidak sama", "KIN901", ganti(kunci_tabel("dana", "sumber"), "-", "-9")),
    Mutasi("tahun berbeda dari nama berkas", "KIN901", ganti(lambda n: cari(n, "  tahun:"), "2025", "2024"), ikut=bersama("KIN603")),
    Mutasi("ukuran pada judul kolom salah eja", "KIN902",
           ganti(lambda n: cari(n, "bulan* ", awal_tabel("belanja-bulanan")(n)), "realisasi_anggaran", "realisasi_angaran")),
    Mutasi("nama indikator salah eja", "KIN902", tulis("lalu", "kompetensi", "indikator*", "kompetnsi")),
    Mutasi("indikator sasaran salah eja", "KIN902", ganti(lambda n: cari(n, "indikator: [ikm"), "waktu-layanan", "waktu-layana")),
    Mutasi("hal dalam pernyataan tidak dikenal", "KIN902", tulis_prosa("pernyataan", "suhu", 1, "suhuu", "realisasi")),
    Mutasi("kaitan menyebut hal yang tidak ada", "KIN902",
           ganti(lambda n: cari(n, "rumus:", cari(n, "nama: Sumber dana")), "dana/pnbp", "dana/blu"),
           di=lambda n: cari(n, "nama: Sumber dana")),
    Mutasi("kunci YAML ditulis dua kali", "KIN903", setelah(kunci_tabel("pegawai", "judul"), lambda lama: lama)),
    Mutasi("id tabel dipakai dua kali", "KIN903", ganti(awal_tabel("dana"), '"dana"', '"dipa"'), ikut=bersama("KIN902")),
    Mutasi("baris tabel tertulis dua kali", "KIN903", ulangi_baris("lalu", "ikpa")),
    Mutasi("titik dan koma tertukar", "KIN904", tulis("lalu", "ipasn", "realisasi@2024", lambda t: t.replace(",", "."))),
    Mutasi("pemisah desimal berlebih", "KIN904", tulis("fisik", "suhu", "fisik.realisasi/sd-tw1", "2,5.0,1")),
    Mutasi("huruf O di tempat angka nol", "KIN904", tulis("fisik", "akreditasi", "fisik.realisasi/sd-tw1", "2O,25"),
           luput="huruf di dalam bilangan dibaca sebagai satuan: 2O,25 menjadi 2 (angka.py, _read_bilangan)"),
    Mutasi("kata di tempat angka", "KIN904", tulis("fisik", "suhu", "fisik.realisasi/sd-tw1", "baik sekali")),
    Mutasi("tiga angka di belakang titik pada persen", "KIN905", tulis("lalu", "integrasi", "capaian@2024", "100.125%"),
           ikut=bersama("KIN201")),
)  # fmt: skip
