"""What the synthetic report says besides results and money: plans in words, grades, other offices, labels, dates, counts."""

from __future__ import annotations

from collections.abc import Sequence

from anggaran_sintetis import KRO
from cetak import Penulis, cetak
from indikator_sintetis import INDIKATOR, SASARAN, capaian, realisasi, target, tercapai
from saat import Saat

RENCANA = {
    "ikm": ("Menyebarkan kuesioner setiap akhir bulan layanan", "Kuesioner disebarkan kepada semua pemohon", "Ambon"),
    "sertifikat": ("Menambah jadwal audit pada hari Sabtu", "Audit dilakukan di dua belas perusahaan", "Maluku"),
    "penerimaan": ("Menagih piutang layanan setiap bulan berjalan", "Surat tagihan dikirim kepada pelanggan", "Ambon"),
    "pelatihan": ("Mengirim pegawai ke pelatihan metrologi", "Empat pegawai mengikuti pelatihan metrologi", "Bandung"),
    "akreditasi": (
        "Menyiapkan dokumen surveilans akreditasi",
        "Dokumen surveilans diserahkan kepada komite",
        "Jakarta",
    ),
    "spbe": ("Menyusun arsitektur data bersama pusat data", "Arsitektur data dibahas dalam dua rapat", "Jakarta"),
}
"""Plan, what was done, and where."""
PELATIHAN = (("Kalibrasi Massa", "3 Maret", "Bandung", 12), ("Audit Internal", "17 Maret", "Ambon", 25))
KONTRAK = (
    ("PT Sagu Utama", 42_575_000, 31_250_000),
    ("PT Cengkih Timur", 61_340_000, 50_125_000),
    ("CV Pala Jaya", 18_965_000, 9_480_000),
)
UNIT = ("balai-sintetis", "balai-teladan", "balai-utara", "balai-selatan", "balai-timur", "balai-barat")
TELADAN_IKM = "3,55"
PREDIKAT = "BB"


def tulis_keterangan(p: Penulis, saat: Saat) -> None:
    """Write the tables of words, of grades, and the one that compares offices."""
    isi = [[i, *RENCANA[i]] for i in RENCANA]
    kepala = ["indikator*", "rencana", "kegiatan", "lokasi"]
    p.tabel("kegiatan", "Tabel 5.1", "Pelaksanaan Rencana Aksi", [kepala], isi, wajib="[rencana, kegiatan]")
    isi = [[i, RENCANA[i][2], "Semua pegawai" if n % 2 else "Tim mutu"] for n, i in enumerate(RENCANA)]
    kepala = ["indikator*", "lokasi", "pelaksana"]
    p.tabel("pelaksana", "Tabel 5.2", "Pelaksana dan Lokasi Kegiatan", [kepala], isi, lengkap="kegiatan")
    isi = [[nama, tanggal, tempat, str(n)] for nama, tanggal, tempat, n in PELATIHAN]
    p.tabel("pelatihan", "Tabel 5.3", "Pelatihan Teknis", [["pelatihan*", "tanggal", "lokasi", "peserta"]], isi)
    isi = [[nama, tanggal, tempat] for nama, tanggal, tempat, _ in PELATIHAN]
    p.tabel("jadwal", "Lampiran 2", "Jadwal Pelatihan", [["pelatihan*", "tanggal", "lokasi"]], isi, lengkap="pelatihan")
    isi = [["Perencanaan", "A"], ["Pengukuran", PREDIKAT], ["Pelaporan", PREDIKAT]]
    kepala = ["komponen_akip*", "predikat_akip"]
    p.tabel("akip", "Tabel 5.4", "Predikat Akuntabilitas", [kepala], isi)
    p.tabel("akip-rekap", "Lampiran 3", "Rekapitulasi Predikat Akuntabilitas", [kepala], isi, lengkap="akip")
    isi = [[nama, *(cetak(n) for n in (nilai, dibayar, nilai - dibayar))] for nama, nilai, dibayar in KONTRAK]
    kepala = ["mitra*", "nilai_kontrak", "dibayar", "tagihan"]
    rumus = "{tagihan: nilai_kontrak - dibayar}"
    p.tabel("kontrak", "Tabel 5.6", "Kontrak dengan Mitra", [kepala], isi, rumus=rumus)
    t = saat.tahun
    isi = [[i, *(cetak(target(i, x), 2) for x in (t - 1, t, t))] for i in ("ipasn", "sla", "kearsipan")]
    kepala = ["indikator*", f"target@{t - 1}", f"target@{t}", f"target@{t - 1}-{t}"]
    p.tabel("jangka", "Tabel 5.7", "Target Jangka Menengah", [kepala], isi)
    p.tabel("jangka-lampiran", "Lampiran 6", "Rekapitulasi Target Jangka Menengah", [kepala], isi)
    ikm = cetak(realisasi("ikm", saat.tahun, saat.triwulan), 2)
    nilai = (ikm, TELADAN_IKM, "3,52", "3,66", "3,48", "3,71")
    isi = [list(b) for b in zip(UNIT, nilai, strict=True)]
    p.tabel("unit", "Tabel 5.5", "Indeks Kepuasan Antarbalai", [["unit*", "nilai_ikm"]], isi)


def label(saat: Saat) -> Sequence[Sequence[str]]:
    """Return the rows of `label` without their line."""
    return [
        ["laporan", f"Tahun {saat.tahun}" if saat.tahunan else f"s.d. {saat.nama}", ""],
        ["laporan", f"per Desember {saat.tahun - 1}", f"{saat.tahun - 1}"],
        ["laporan", SASARAN["s4"][0], "sasaran/s4"],
        ["laporan", "4.3 Hambatan dan Kendala", "4.3 Hambatan dan Kendala"],
        ["laporan", "Kegiatan Balai Sintetis", "Kegiatan Balai Sintetis"],
    ]


def peristiwa(saat: Saat) -> Sequence[Sequence[str]]:
    """Return the rows of `peristiwa` without their line."""
    bulan = f"{saat.tahun}-{3 * saat.triwulan:02d}"
    return [
        ["dokumen/renaksi", f"{saat.tahun}-01-20", f"sebelum {saat.tahun}-01-31"],
        ["rapat/evaluasi", f"{bulan}-14", ""],
        ["rapat/evaluasi", f"{bulan}-14", f"pada {bulan}"],
        ["rapat/evaluasi", f"{bulan}-14", ""],
        ["kunjungan/inspektorat", f"{bulan}-21", f"sesudah {saat.tahun}-01"],
    ]


def cacahan(saat: Saat) -> Sequence[Sequence[str]]:
    """Return the rows of `pernyataan` that count something."""
    saja = {id_: [c.id for c in isi] for id_, (_, isi) in SASARAN.items()}
    s6 = [i for i in saja["s6"] if INDIKATOR[i].tertinggal and saat.tahun != 2024]
    s4 = [i for i in saja["s4"] if capaian(i, saat.tahun, saat.triwulan) > 100]
    isi = [
        ["sasaran/s4", "jumlah_indikator", "", str(len(saja["s4"]))],
        ["sasaran/s4", "jumlah_tercapai", "", f"{len(saja['s4'])} indikator"],
        ["sasaran/s4", "jumlah_melebihi", "", str(len(s4))],
        ["sasaran/s6", "jumlah_tidak_tercapai", "", str(len(s6))],
        ["tabel/pk", "jumlah_baris", "", f"{len(INDIKATOR)} indikator"],
        ["tabel/kro", "jumlah_nama", "", str(len(KRO))],
    ]
    if saat.tahunan:
        berhasil = sum(tercapai(i, saat.tahun, 4) for i in INDIKATOR)
        isi += [["laporan", "jumlah_tercapai", "", str(berhasil)]]
        isi += [["laporan", "jumlah_tidak_tercapai", "", str(len(INDIKATOR) - berhasil)]]
    return isi


def klaim(saat: Saat) -> Sequence[Sequence[str]]:
    """Return the rows of `pernyataan` that judge a goal, a part of the budget, or hold a result against last year's."""
    isi = [
        ["sasaran/s4", "simpulan", "", "telah tercapai"],
        ["kro/6077.AEC", "simpulan~fisik", "", "telah mencapai rencana"],
        ["kro/6077.BAD", "simpulan~fisik", "", "belum mencapai rencana"],
    ]
    if saat.tahunan:
        isi += [[i, "simpulan", "", arah(i, saat)] for i in ("pelanggan", "ipasn", "keluhan", "pnbp-naik")]
    else:
        isi += [[i, "simpulan", "", arah(i, saat)] for i in ("pelanggan", "kalibrasi")]
    return isi


def arah(id_: str, saat: Saat) -> str:
    """Say how a result moved since the same period of the year before."""
    dulu, kini = (realisasi(id_, t, saat.triwulan) for t in (saat.tahun - 1, saat.tahun))
    kata = "meningkat" if kini > dulu else "menurun" if kini < dulu else "tetap sama"
    return f"{kata} dibandingkan tahun {saat.tahun - 1}"
