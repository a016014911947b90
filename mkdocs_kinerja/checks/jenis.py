"""The types of facts: what rules can test and what messages can show. `docs/aturan.md` is made from this table."""

from __future__ import annotations

from ..fakta import Jenis, Kolom, table

_HAL = {
    "hal": Kolom("teks", "apa yang dibicarakan, misalnya indikator/ikm"),
    "ukuran": Kolom("teks", "ukuran, misalnya realisasi"),
    "periode": Kolom("teks", "periode, misalnya sd-tw2"),
    "tabel": Kolom("teks", "id tabel; kosong bila di luar tabel"),
}
_TAMPIL = {
    "nama": "nama baris seperti tercetak",
    "ukuran_nama": "nama ukuran",
    "periode_nama": "nama periode",
    "tempat": "nama tabel, atau baris dokumen",
    "dilaporkan": "nilai yang tercetak",
    "alasan": "mengapa tidak dapat dinilai",
}
SALAH_KETIK = ("", "tukar", "satu", "kurang", "lebih")
STATUS = ("tercapai", "sesuai-laju", "tertinggal", "belum-tercapai", "tidak-tercapai", "tidak-dinilai")
KENDALA = ("tidak-ada", "kosong", "strip", "menyangkal", "menyangkal-lalu-menyebut", "nyata")
HUBUNGAN = (
    "capaian", "jumlah", "jenjang", "rerata", "macam", "rasio", "rumus", "bagian", "terbilang", "kumulatif", "kaitan",
)  # fmt: skip

JENIS = table(
    Jenis(
        "hubungan",
        "satu hubungan hitung antara angka tercetak: jumlah, rasio, rumus, jenjang anggaran",
        {
            **_HAL,
            "jenis": Kolom("teks", "jenis hubungan", HUBUNGAN),
            "terhitung": Kolom("ya", "semua angka yang diperlukan tercetak"),
            "cocok": Kolom("ya", "nilai tercetak sesuai hasil hitung dalam batas pembulatan"),
            "selisih_persen": Kolom("persen", "besar selisih terhadap hasil hitung, dalam persen"),
        },
        {
            **_TAMPIL,
            "seharusnya": "hasil hitung",
            "selisih": "nilai tercetak dikurangi hasil hitung",
            "uraian": "hitungan dengan angka tercetak",
            "rumus": "rumus seperti ditulis",
            "keterangan": "keterangan tambahan",
            "hubungan": "nama hubungan",
        },
    ),
    Jenis(
        "sebutan",
        "semua penyebutan satu besaran dalam laporan, di tabel maupun prosa",
        {
            **_HAL,
            "banyak": Kolom("bulat", "banyaknya penyebutan"),
            "tabel_berbeda": Kolom("ya", "dua tabel memuat nilai berbeda"),
            "prosa_berbeda": Kolom("ya", "prosa berbeda dari tabel atau dari prosa lain"),
            "acuan": Kolom("teks", "dokumen yang berwenang menetapkan nilai", ("", "pk", "rencana-aksi")),
            "menyimpang": Kolom("ya", "ada penyebutan yang berbeda dari acuan"),
            "beda_skala": Kolom("ya", "perbedaannya tepat kelipatan 10, 100, atau 1.000: satuan atau skala keliru"),
            "jamak_tabel": Kolom("ya", "disebut di sedikitnya dua tempat dalam tabel"),
            "ada_prosa": Kolom("ya", "disebut dalam prosa"),
        },
        {
            **_TAMPIL,
            "seharusnya": "nilai acuan atau nilai terbanyak",
            "selisih": "selisih",
            "daftar": "semua nilai",
            "lain": "nilai yang berbeda",
            "acuan_nama": "nama dokumen yang berwenang",
        },
    ),
    Jenis(
        "satuan",
        "satuan tercetak sebuah indikator dibandingkan satuan bakunya, atau skala dua penyebutan besaran yang sama",
        {
            **_HAL,
            "jenis": Kolom("teks", "apa yang dibandingkan", ("satuan", "skala")),
            "sama": Kolom("ya", "satuan atau skalanya sama"),
        },
        {**_TAMPIL, "seharusnya": "satuan baku"},
    ),
    Jenis(
        "indikator",
        "satu indikator laporan dengan penilaian targetnya",
        {
            "hal": _HAL["hal"],
            "ada_target": Kolom("ya", "target tercetak"),
            "ada_realisasi": Kolom("ya", "realisasi tercetak sebagai angka"),
            "alasan_kosong": Kolom("ya", "ketiadaan realisasi diberi alasan"),
            "dinilai": Kolom("ya", "capaian dapat dihitung"),
            "jatuh_tempo": Kolom("ya", "realisasinya semestinya sudah ada pada akhir periode"),
            "tahunan": Kolom("ya", "laporan setahun penuh"),
            "capaian": Kolom("persen", "capaian terhadap target setahun, dihitung ulang"),
            "laju": Kolom("persen", "realisasi terhadap yang semestinya sudah dicapai pada akhir periode"),
            "status": Kolom("teks", "hasil penilaian", STATUS),
            "kendala": Kolom("teks", "kendala terkuat yang disebut di mana pun", KENDALA),
            "fisik_sesuai": Kolom("ya", "realisasi fisik mencapai target fisik periode itu, atau 100%"),
            "berfisik": Kolom("ya", "realisasi fisik tercetak"),
            "bertentangan": Kolom("ya", "kendala disebut di satu tempat dan disangkal di tempat lain"),
            "mengeluh": Kolom("ya", "kendala mengeluhkan target yang tidak tercapai"),
            "turun_target": Kolom("ya", "target di bawah realisasi tahun lalu yang tercetak"),
        },
        {
            **_TAMPIL,
            "target": "target tercetak",
            "realisasi": "realisasi tercetak",
            "capaian": "capaian dihitung ulang",
            "seharusnya": "yang semestinya sudah dicapai",
            "semestinya": "dengan apa realisasi dibandingkan, dalam kata-kata",
            "selisih": "selisih",
            "realisasi_lalu": "realisasi tahun lalu yang melampaui target, dan tempatnya",
            "fisik": "realisasi fisik tercetak",
            "fisik_target": "target fisik tercetak",
            "kendala_teks": "kendala seperti ditulis",
            "uraian": "hitungan",
        },
    ),
    Jenis(
        "capaian",
        "satu sel capaian pada baris yang memuat target dan realisasi",
        {**_HAL, "lengkap": Kolom("ya", "target dan realisasi tercetak"), "ada": Kolom("ya", "capaian tercetak")},
        {**_TAMPIL, "seharusnya": "capaian dihitung", "target": "target", "realisasi": "realisasi"},
    ),
    Jenis(
        "kendala",
        "satu tempat yang membicarakan kendala",
        {
            "hal": _HAL["hal"],
            "jenis": Kolom("teks", "apa yang dikatakan", KENDALA[1:]),
            "tindak_lanjut": Kolom("teks", "isi tindak lanjut", ("tanpa-tempat", "kosong", "strip", "ada")),
            "ada_tempat_lain": Kolom("ya", "tindak lanjut untuk hal ini disebut di tempat lain"),
        },
        {"nama": "nama hal", "kendala_teks": "kendala", "tempat": "tempat", "dilaporkan": "isi", "alasan": "alasan"},
    ),
    Jenis(
        "simpulan",
        "satu kalimat yang menyimpulkan keberhasilan suatu hal",
        {
            "hal": _HAL["hal"],
            "arah": Kolom("teks", "artinya", ("berhasil", "gagal", "naik", "turun", "lain")),
            "periode_ini": Kolom("ya", "tentang periode laporan ini, bukan periode lain"),
        },
        {"nama": "nama hal", "dilaporkan": "kata simpulan", "tempat": "tempat", "alasan": "alasan"},
    ),
    Jenis(
        "anggaran",
        "satu simpul anggaran dengan pagu, realisasi, rencana, dan kemajuan fisiknya",
        {
            **_HAL,
            "jenis": Kolom("teks", "apa yang dibandingkan", ("pagu", "rencana", "fisik")),
            "dinilai": Kolom("ya", "kedua angka tercetak"),
            "melebihi": Kolom("ya", "realisasi melebihi pagu"),
            "serapan": Kolom("persen", "realisasi terhadap pagu, persen"),
            "jarak": Kolom("persen", "selisih dalam poin persen; positif bila serapan tertinggal"),
            "jarak_mutlak": Kolom("persen", "besar selisih dalam poin persen"),
        },
        {**_TAMPIL, "seharusnya": "pembanding", "selisih": "selisih", "pembanding": "pembanding", "uraian": "hitungan"},
    ),
    Jenis(
        "anggota",
        "satu indikator dalam satu tabel yang semestinya memuat semua indikator",
        {"hal": _HAL["hal"], "tabel": _HAL["tabel"], "hadir": Kolom("ya", "indikator itu ada dalam tabel")},
        {"nama": "nama indikator", "tempat": "nama tabel", "dilaporkan": "", "alasan": "alasan"},
    ),
    Jenis(
        "galat_lembar",
        "satu sel yang mencetak galat lembar kerja, seperti #DIV/0!",
        {"hal": _HAL["hal"], "tabel": _HAL["tabel"], "ada": Kolom("ya", "sel itu mencetak galat")},
        {k: _TAMPIL[k] for k in ("nama", "ukuran_nama", "periode_nama", "tempat", "dilaporkan", "alasan")},
    ),
    Jenis(
        "nama",
        "satu kode anggaran yang tercetak dengan nama di sedikitnya dua tabel",
        {"hal": _HAL["hal"], "beda": Kolom("ya", "namanya berbeda, ejaan dan pemenggalan tidak dihitung")},
        {
            "nama": "kode",
            "daftar": "semua nama dengan tempatnya",
            "tempat": "tempat",
            "dilaporkan": "nama",
            "seharusnya": "nama pertama",
            "alasan": "alasan",
        },
    ),
    Jenis(
        "rujukan",
        "satu rujukan tercetak ke tabel atau bagian lain",
        {"hal": _HAL["hal"], "tepat": Kolom("ya", "rujukan itu menunjuk tabel yang dimaksud")},
        {
            "nama": "rujukan",
            "dilaporkan": "seperti tertulis",
            "seharusnya": "yang dimaksud",
            "tempat": "tempat",
            "alasan": "alasan",
        },
    ),
    Jenis(
        "tanggal",
        "tanggal laporan, atau tanggal satu revisi dibandingkan revisi sebelumnya",
        {
            "hal": _HAL["hal"],
            "jenis": Kolom("teks", "tanggal apa", ("laporan", "revisi")),
            "wajar": Kolom("ya", "tanggal itu mungkin dan urut"),
        },
        {
            "nama": "versi, misalnya r1",
            "dilaporkan": "tanggal",
            "pembanding": "tanggal versi sebelumnya, atau periode laporan",
            "lama": "versi sebelumnya",
            "tempat": "tempat",
            "alasan": "alasan",
        },
    ),
    Jenis(
        "geseran",
        "angka yang salah tempat dalam satu tabel: bergeser baris atau kolom, milik baris lain, atau milik tahun lain",
        {
            "tabel": _HAL["tabel"],
            "jenis": Kolom("teks", "apa yang terjadi", ("", "baris", "kolom", "salin", "tahun")),
            "ada": Kolom("ya", "ada angka yang salah tempat"),
            "banyak": Kolom("bulat", "banyaknya angka"),
            "menyelesaikan": Kolom("bulat", "banyaknya ketidakcocokan yang dijelaskannya"),
        },
        {
            "nama": "nama tabel",
            "tempat": "nama tabel",
            "uraian": "apa yang bergeser ke mana",
            "dilaporkan": "angka pertama",
            "seharusnya": "angka pertama menurut bagian lain",
            "alasan": "alasan",
        },
    ),
    Jenis(
        "koreksi",
        "satu angka yang, bila diganti, menyelesaikan sedikitnya dua ketidakcocokan tanpa merusak yang lain",
        {
            **_HAL,
            "menyelesaikan": Kolom("bulat", "banyaknya ketidakcocokan yang selesai"),
            "salah_ketik": Kolom("teks", "salah ketik yang mungkin terjadi", SALAH_KETIK),
        },
        {**_TAMPIL, "seharusnya": "nilai yang menyelesaikannya", "selisih": "selisih"},
    ),
    Jenis(
        "sebab",
        "dua pemeriksaan yang salah satunya menjelaskan yang lain",
        {
            "jenis": Kolom("teks", "bagaimana", ("geseran", "sel", "turunan")),
            "sebab": Kolom("teks", "kunci pemeriksaan yang menjadi sebab"),
            "akibat": Kolom("teks", "kunci pemeriksaan yang menjadi akibat"),
        },
    ),
    Jenis(
        "usulan",
        "nilai yang menyelesaikan satu pemeriksaan; hanya keterangan, tidak perlu diuji aturan",
        {
            "kunci": Kolom("teks", "kunci pemeriksaan"),
            "salah_ketik": Kolom("teks", "salah ketik yang mungkin terjadi", SALAH_KETIK),
        },
    ),
    Jenis(
        "data",
        "pemeriksaan berkas data: skema, rujukan, kunci, cara menulis angka",
        {
            "jenis": Kolom("teks", "apa yang diperiksa", ("skema", "rujukan", "ganda", "angka", "ragu")),
            "baik": Kolom("ya", "tidak ada masalah"),
        },
        {
            "masalah": "penjelasan",
            "tempat": "berkas, baris, dan kolom",
            "nama": "berkas",
            "dilaporkan": "isi",
            "alasan": "alasan",
        },
    ),
)
