"""Mistakes in figures: arithmetic (2), parts that do not agree with each other (3)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from anggaran_sintetis import KRO
from cetak import cetak
from laporan_sintetis import NAMA_LAMA
from mutasi import TAHUNAN, Mutasi, bersama
from mutasi_isi import kendala
from ubah import (
    Naskah,
    Ubahan,
    cari,
    ganti,
    kunci_tabel,
    letak,
    letak_prosa,
    nilai,
    putar,
    salin,
    semua,
    sisip_prosa,
    tambah_digit,
    tukar_digit,
    tulis,
    tulis_prosa,
)


def _naik_untuk_turun(n: Naskah) -> Naskah:
    """Compute the achievement of a lower-is-better indicator as if higher were better."""
    target, real = (
        Decimal(nilai(n, "lalu", "piutang", f"{k}@2024").replace(",", ".")) for k in ("target", "realisasi")
    )
    return tulis("lalu", "piutang", "capaian@2024", f"{cetak(real / target * 100, 2)}%")(n)


def _rata_biasa(n: Naskah) -> Naskah:
    """Print the plain mean where the column is weighted by the ceilings."""
    isi = [Decimal(nilai(n, "kemajuan", k, "fisik.realisasi").replace(",", ".")) for k in KRO]
    return tulis("kemajuan", "Jumlah", "fisik.realisasi", cetak(sum(isi, Decimal(0)) / len(isi), 2))(n)


def _salin_sel(tabel: str, dari: str, ke: str, kolom: str) -> Ubahan:
    """Write one cell of a row into another row."""
    return lambda n: tulis(tabel, ke, kolom, nilai(n, tabel, dari, kolom))(n)


PERHITUNGAN = (
    Mutasi("capaian salah hitung", "KIN201", tulis("lalu", "kompetensi", "capaian@2024", "108,24%")),
    Mutasi("capaian indikator turun dihitung seperti indikator naik", "KIN201", _naik_untuk_turun),
    Mutasi("capaian tidak dibatasi seperti yang dinyatakan", "KIN201",
           semua(tulis("lalu", "laporan-keuangan", "realisasi@2023", "127,50"),
                 tulis("lalu", "laporan-keuangan", "capaian@2023", "150,00%")), laporan=TAHUNAN, ikut=bersama("KIN703")),
    Mutasi("realisasi diganti tanpa menghitung ulang capaian", "KIN201", tulis("lalu", "disiplin", "realisasi@2024", tukar_digit),
           ikut=bersama("KIN703")),
    Mutasi("target tahun lalu diganti tanpa menghitung ulang capaian", "KIN201",
           tulis("lalu", "ikpa", "target@2024", "99,75"), ikut=bersama("KIN301")),
    Mutasi("dua angka pada jumlah tertukar", "KIN202", tulis("pegawai", "Jumlah", "pns", tukar_digit)),
    Mutasi("dua angka pada rincian tertukar", "KIN202", tulis("pegawai", "iii", "pns", tukar_digit),
           di=letak("pegawai", "Jumlah")),
    Mutasi("satu bulan salah ketik", "KIN202", tulis("bulanan", "publikasi", "feb", tambah_digit),
           ikut=bersama("KIN209", "KIN703")),
    Mutasi("jumlah belanja bulanan salah ketik", "KIN202", tulis("belanja-bulanan", "mar", "realisasi_anggaran", tukar_digit),
           di=letak("belanja-bulanan", "sd-tw2"), ikut=bersama("KIN209", "KIN703")),
    Mutasi("RO tidak sama dengan komponennya", "KIN203", tulis("anggaran", "6077.BAD.003.052", "pagu", tambah_digit),
           di=letak("anggaran", "6077.BAD.003")),
    Mutasi("kegiatan tidak sama dengan KRO-nya", "KIN203", tulis("anggaran", "6077", "pagu", tukar_digit)),
    Mutasi("serapan efektif salah hitung", "KIN204", tulis("kro", "6077.BAD", "serapan_efektif", tukar_digit)),
    Mutasi("progres keluaran salah hitung", "KIN301", tulis("ro", "6077.AEC.001", "progres", tambah_digit),
           akibat=bersama("KIN204")),
    Mutasi("pertumbuhan salah hitung", "KIN204", tulis("banding", "contoh-uji", "pertumbuhan", tambah_digit), laporan=TAHUNAN),
    Mutasi("nilai indikator bulanan tidak menurut rumusnya", "KIN205", tulis("sla", "feb", "realisasi", "89,05"), ikut=bersama("KIN703")),
    Mutasi("angka dasar indikator salah ketik", "KIN212", tulis("nps", "tw1", "promotor", tukar_digit),
           akibat=bersama("KIN202", "KIN205")),
    Mutasi("pendapatan dan biaya tertukar", "KIN205",
           lambda n: semua(tulis("pobo", "tw2", "pendapatan", nilai(n, "pobo", "tw2", "biaya")),
                           tulis("pobo", "tw2", "biaya", nilai(n, "pobo", "tw2", "pendapatan")))(n),
           ikut=bersama("KIN202")),
    Mutasi("rata-rata biasa menggantikan rata-rata tertimbang", "KIN206", _rata_biasa),
    Mutasi("rata-rata tertimbang salah hitung", "KIN206", tulis("kemajuan", "Jumlah", "target_keuangan", "44,71")),
    Mutasi("nilai unsur salah sehingga rata-ratanya salah", "KIN206", tulis("unsur", "waktu", "nilai", "2,50"),
           di=letak("unsur", "indikator/ikm:realisasi")),
    Mutasi("satu kata dalam terbilang salah", "KIN207",
           tulis_prosa("pernyataan", "satker", 4, lambda t: t.replace("enam belas", "enam puluh", 1), "pagu")),
    Mutasi("angka diganti, terbilangnya tidak", "KIN207",
           tulis_prosa("pernyataan", "satker", 4, lambda t: t.replace("16.562", "16.652"), "pagu#awal"), ikut=bersama("KIN302")),
    Mutasi("terbilang bilangan kecil salah", "KIN207",
           tulis_prosa("pernyataan", "satker", 4, "8 (sembilan)", "jumlah_sasaran")),
    Mutasi("blokir dan pagu efektif tidak membentuk pagu", "KIN212", tulis("kro", "6077.AEC", "blokir", tukar_digit),
           akibat=bersama("KIN202", "KIN208")),
    Mutasi("sumber dana tidak membentuk pagu", "KIN208", tulis("dana", "PNBP", "pagu", tukar_digit),
           di=letak("anggaran", "Jumlah")),
    Mutasi("nilai kumulatif turun", "KIN209", tulis("fisik", "ipp", "fisik.realisasi/sd-tw1", "60,00")),
    Mutasi("nilai kumulatif bukan jumlah bulan-bulannya", "KIN209", tulis("kumulatif", "publikasi", "sd-tw1", tambah_digit),
           ikut=bersama("KIN703")),
    Mutasi("pembagian dengan nol tercetak", "KIN210", tulis("lalu", "pobo", "capaian@2024", "#DIV/0!")),
    Mutasi("galat nilai lembar kerja tercetak", "KIN210", tulis("ro", "6042.EBB.951", "progres", "#VALUE!")),
    Mutasi("rujukan lembar kerja yang putus tercetak", "KIN210", tulis("kemajuan", "6042.EBC", "fisik.realisasi", "#REF!")),
    Mutasi("satu kolom bergeser satu baris", "KIN211",
           putar("s4", ("ipasn", "pelatihan", "kompetensi", "disiplin", "rotasi"), "realisasi"), di=letak("s4", "ipasn"),
           akibat=bersama("KIN201", "KIN209", "KIN301")),
    Mutasi("volume satu keluaran tersalin dari keluaran lain", "KIN211",
           semua(*(_salin_sel("ro", "6077.BAD.002", "6042.EBC.954", k) for k in ("volume.target", "volume.realisasi", "progres"))),
           akibat=bersama("KIN301", "KIN506")),
    Mutasi("satu sel salah merusak jumlah baris dan jumlah kolom", "KIN212", tulis("layanan", "pengujian", "mar", tambah_digit),
           akibat=bersama("KIN202")),
    Mutasi("baris jumlah berisi rata-rata tanpa dinyatakan", "KIN213",
           ganti(kunci_tabel("unsur", "jumlah"), "jumlah: {nilai: rata-rata}", "catatan: dari survei"),
           di=letak("unsur", "indikator/ikm:realisasi")),
    Mutasi("dua baris berisi angka yang sama persis", "KIN214", salin("kontrak", "PT Sagu Utama", "CV Pala Jaya")),
    Mutasi("satu baris tersalin seluruhnya", "KIN214", salin("ro", "6077.BAD.002", "6042.EBC.954"),
           ikut=bersama("KIN301", "KIN305", "KIN506")),
    Mutasi("kemajuan KRO di luar rentang keluarannya", "KIN215", tulis("progres", "6042.EBD", "progres", "54,79")),
    Mutasi("capaian dipotong, bukan dibulatkan", "KIN216", tulis("lalu", "pelatihan", "capaian@2024", "102,77%")),
)  # fmt: skip


def target_baru(n: Naskah) -> Naskah:
    """Set another target for the year in every table, and recompute the achievement: consistent within the report."""
    capai = f"{cetak(Decimal(nilai(n, 's4', 'kompetensi', 'realisasi').replace(',', '.')) / 80 * 100, 2)}%"
    tempat = (("renstra", "target/2025"), ("lampiran", "target"), ("s4", "target"), ("pk", "target"))
    ubah = [tulis(t, "kompetensi", k, "80,00") for t, k in tempat]
    return semua(*(tulis(t, "kompetensi", "capaian", capai) for t in ("lampiran", "s4")), *ubah)(n)


def _label(teks: str) -> Callable[[Naskah], int]:
    """Return the line of a label."""
    return lambda n: cari(n, teks, cari(n, "label: |"))


def _tahun_lalu(n: Naskah) -> Naskah:
    """Let the column of this year carry last year's figures, total included."""
    layanan = ("pengujian", "kalibrasi", "sertifikasi", "pelatihan", "konsultansi", "inspeksi", "Jumlah")
    return semua(*(tulis("pnbp", b, "pnbp.realisasi", nilai(n, "pnbp", b, "pnbp.realisasi@2024")) for b in layanan))(n)


def _jumlah_tahun(n: Naskah) -> Naskah:
    """Add up the targets of two years where the other table takes the last one."""
    angka = [Decimal(nilai(n, "jangka-lampiran", "ipasn", f"target@{t}").replace(",", ".")) for t in (2024, 2025)]
    return tulis("jangka-lampiran", "ipasn", "target@2024-2025", cetak(sum(angka, Decimal(0)), 2))(n)


def _lampiran_lama(n: Naskah) -> Naskah:
    """Let the appendix carry what the same period of last year brought."""
    lama = {
        i: nilai(n, "sebelum", i, "realisasi@2024-sd-tw2")
        for i in ("pelanggan", "contoh-uji", "kalibrasi", "hijau", "publikasi")
    }
    return semua(*(tulis("lampiran", i, "realisasi", t) for i, t in lama.items()))(n)


KESELARASAN = (
    Mutasi("target renstra tahun lalu berbeda antartabel", "KIN301", tulis("renstra", "keamanan", "target/2024", "603,00"),
           ikut=bersama("KIN703")),
    Mutasi("realisasi berbeda di lampiran", "KIN301", tulis("lampiran", "kearsipan", "realisasi", "75,94"),
           akibat=bersama("KIN201")),
    Mutasi("pagu komponen RO berbeda antartabel", "KIN301", tulis("ro", "6042.EBD.952", "pagu", "63.128.000"),
           akibat=bersama("KIN204")),
    Mutasi("angka dalam kalimat berbeda", "KIN302", tulis_prosa("pernyataan", "p3dn", 4, tukar_digit, "realisasi")),
    Mutasi("disebut belum tersedia padahal tercetak", "KIN326",
           tulis_prosa("pernyataan", "p3dn", 4, "belum tersedia", "realisasi")),
    Mutasi("serapan dalam kalimat berbeda", "KIN302", tulis_prosa("pernyataan", "satker", 4, tukar_digit, "serapan")),
    Mutasi("capaian dalam kalimat berbeda", "KIN302", tulis_prosa("pernyataan", "contoh-uji", 4, tukar_digit, "capaian")),
    Mutasi("jumlah juta rupiah dalam kalimat berbeda", "KIN302",
           tulis_prosa("pernyataan", "kro/6077.BAD", 4, tukar_digit, "realisasi_anggaran")),
    Mutasi("target pengukuran berbeda dari perjanjian kinerja", "KIN303", tulis("s4", "kompetensi", "target", "58,00"),
           akibat=bersama("KIN201")),
    Mutasi("target renstra berbeda dari perjanjian kinerja", "KIN325", tulis("renstra", "disiplin", "target/2025", "69,00")),
    Mutasi("target fisik berbeda dari rencana aksi", "KIN303", tulis("fisik", "ipp", "fisik.target/sd-tw2", "45")),
    Mutasi("rupiah penuh ditulis di tabel ribuan rupiah", "KIN305",
           tulis("revisi", "6077.CAH", "pagu/r2", lambda t: f"{t}.000"), ikut=bersama("KIN202")),
    Mutasi("ribuan rupiah ditulis sebagai rupiah", "KIN305",
           tulis_prosa("pernyataan", "satker", 4, lambda t: t.removesuffix(".000"), "realisasi_anggaran")),
    Mutasi("satuan indikator berbeda", "KIN305", tulis("s4", "ipasn", "satuan", "Orang"), di=letak("s4", "ipasn")),
    Mutasi("satuan indikator persen berbeda", "KIN305", tulis("s4", "kompetensi", "satuan", "Orang")),
    Mutasi("satuan indikator uang berbeda", "KIN305", tulis("lampiran", "penerimaan", "satuan", "Perusahaan")),
    Mutasi("rentang target berbeda dari perjanjian kinerja", "KIN322", tulis("s8", "air", "target", "30..40"), ikut=bersama("KIN201")),
    Mutasi("batas target berbeda dari perjanjian kinerja", "KIN322", tulis("s5", "alat-laik", "target", "\u2265 80"), ikut=bersama("KIN201")),
    Mutasi("capaian indikator bertarget tetap salah", "KIN201", tulis("lalu", "suhu", "capaian@2024", "80,00%")),
    Mutasi("capaian indikator bertarget rentang salah", "KIN201", tulis("lalu", "alat-laik", "capaian@2024", "50,00%")),
    Mutasi("nama KRO berbeda antartabel", "KIN306", tulis("kro", "6077.AEF", "nama", "Fasilitasi Pembinaan"),
           di=letak("anggaran", "6077.AEF")),
    Mutasi("kode KRO berbeda untuk nama yang sama", "KIN307", tulis("revisi", "6077.AEF", "kro*", "6077.AEX"),
           di=letak("anggaran", "6077.AEF"), ikut=bersama("KIN117")),
    Mutasi("kendala disangkal pada sasarannya", "KIN308", sisip_prosa("kendala", "700", "sasaran/s6", "Tidak ada kendala", "-")),
    Mutasi("banyaknya KRO dalam kalimat salah", "KIN309", tulis_prosa("pernyataan", "satker", 4, "9", "jumlah_kro")),
    Mutasi("banyaknya indikator dalam kalimat salah", "KIN309", tulis_prosa("pernyataan", "satker", 4, "38", "jumlah_indikator")),
    Mutasi("banyaknya indikator sasaran dalam kalimat salah", "KIN309", tulis_prosa("pernyataan", "sasaran/s4", 4, "6", "jumlah_indikator")),
    Mutasi("banyaknya baris tabel dalam kalimat salah", "KIN309", tulis_prosa("pernyataan", "tabel/pk", 4, "39 indikator")),
    Mutasi("banyaknya nama dalam kalimat salah", "KIN309", tulis_prosa("pernyataan", "tabel/kro", 4, "9")),
    Mutasi("kolom tahun ini berisi angka tahun lalu", "KIN302", _tahun_lalu,
           di=letak_prosa("pernyataan", "satker", "pnbp.realisasi"), ikut=bersama("KIN313")),
    Mutasi("lampiran memuat angka tahun lalu", "KIN310", _lampiran_lama, di=letak("lampiran", "pelanggan"), akibat=bersama("KIN301")),
    Mutasi("rujukan tabel salah nomor", "KIN311", ganti(lambda n: cari(n, "tertulis: tabel 3.3"), "tabel 3.3", "tabel 3.4")),
    Mutasi("rujukan tabel kehilangan nomor", "KIN311", ganti(lambda n: cari(n, "tertulis: tabel 2.1"), "tabel 2.1", "Tabel ...")),
    Mutasi("judul bagian bernomor lain", "KIN312", ganti(_label("4.3 Hambatan"), "4.3 Hambatan", "1.3 Hambatan")),
    Mutasi("label tidak sesuai maksudnya", "KIN312", ganti(_label("Kegiatan Balai"), "Kegiatan Balai", "Anggaran Balai")),
    Mutasi("judul tabel milik sasaran lain", "KIN317",
           ganti(kunci_tabel("s4", "judul"), "Terwujudnya aparatur yang profesional",
                 "Terwujudnya layanan jasa industri yang prima"), di=kunci_tabel("s1", "judul")),
    Mutasi("serapan dalam kalimat dipotong, bukan dibulatkan", "KIN323", tulis_prosa("pernyataan", "satker", 4, "47,1%", "serapan")),
    Mutasi("target beberapa tahun dijumlahkan di lampiran", "KIN324", _jumlah_tahun),
    Mutasi("nama sasaran berbeda dalam label", "KIN306",
           ganti(_label("Terwujudnya aparatur yang profesional "), "aparatur yang profesional", "layanan prima dan berkelanjutan"), di=letak("pk", "ipasn")),
    Mutasi("kendala disangkal lalu disebut", "KIN314",
           kendala("spbe", "Tidak ada kendala, namun arsitektur data belum disahkan", "Menyusun dokumen bersama pusat data")),
    Mutasi("tanggal rapat berbeda antartempat", "KIN315", tulis_prosa("peristiwa", "rapat/evaluasi", 2, "2025-06-24")),
    Mutasi("lokasi kegiatan berbeda antartabel", "KIN316", tulis("pelaksana", "pelatihan", "lokasi", "Semarang"),
           di=letak("kegiatan", "pelatihan")),
    Mutasi("tanggal pelatihan berbeda antartabel", "KIN316", tulis("jadwal", "Audit Internal", "tanggal", "27 Maret"),
           di=letak("pelatihan", "Audit Internal")),
    Mutasi("label masih memuat nama lama satker", "KIN318", ganti(_label("Kegiatan Balai"), "Kegiatan Balai", f"Kegiatan {NAMA_LAMA}, kini Balai"),
           ikut=bersama("KIN312")),
    Mutasi("judul tabel masih memuat nama lama satker", "KIN318",
           ganti(kunci_tabel("dana", "judul"), "Sumber Dana", f"Sumber Dana {NAMA_LAMA}")),
    Mutasi("nomor tabel dipakai dua kali", "KIN319", ganti(kunci_tabel("dana", "tempat"), "Tabel 4.6", "Tabel 4.5"),
           di=kunci_tabel("belanja", "judul")),
    Mutasi("kendala KRO kosong di tempat lain", "KIN320", sisip_prosa("kendala", "700", "kro/6077.CAH", "-")),
    Mutasi("predikat berbeda antartabel", "KIN322", tulis("akip-rekap", "Pelaporan", "predikat_akip", "B")),
    Mutasi("rata-rata capaian sasaran salah", "KIN313", tulis("rekap", "s4", "capaian", tukar_digit)),
    Mutasi("penerimaan indikator berbeda dari penerimaan satker", "KIN313", tulis("pnbp", "Jumlah", "pnbp.realisasi", tukar_digit),
           di=letak("s3", "penerimaan"), ikut=bersama("KIN202", "KIN302")),
)  # fmt: skip
