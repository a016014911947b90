"""Writes whole reports of an office that does not exist: consistent in every relation, as far as rounding goes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from anggaran_sintetis import Anggaran
from cetak import Penulis
from indikator_sintetis import INDIKATOR, SASARAN
from keterangan_sintetis import TELADAN_IKM, UNIT, label, peristiwa, tulis_keterangan
from prosa_sintetis import kendala, pernyataan
from saat import Saat
from tabel_anggaran import tulis_anggaran
from tabel_kinerja import tulis_kinerja

SATKER = "balai-sintetis"
TETANGGA = "Balai Teladan Nusantara"
NAMA_LAMA = "Baristand Sintetis"
KENDALA_TELADAN = "Sebagian besar pelanggan tidak bersedia mengisi survei kepuasan karena formulirnya terlalu panjang"
TANGGAL_VERSI = {"awal": "{lalu}-12-02", "r1": "{kini}-02-21", "r2": "{kini}-05-28", "r3": "{kini}-10-16"}


def bangkit(tahun: int, triwulan: int) -> str:
    """Return the YAML of one report; four quarters are the annual report."""
    saat, anggaran = Saat(tahun, triwulan), Anggaran(tahun, triwulan)
    p = Penulis()
    _kepala(p, saat, anggaran)
    p.baris += ["tabel:"]
    tulis_kinerja(p, saat)
    tulis_anggaran(p, saat, anggaran)
    tulis_keterangan(p, saat)
    p.prosa("kendala", kendala(saat))
    p.prosa("pernyataan", pernyataan(saat, anggaran))
    p.prosa("label", label(saat))
    p.prosa("peristiwa", peristiwa(saat))
    _kaitan(p, saat)
    _rujukan(p)
    return "\n".join(p.baris) + "\n"


def _kepala(p: Penulis, saat: Saat, anggaran: Anggaran) -> None:
    tanggal = f"{saat.tahun + 1}-01-20" if saat.tahunan else f"{saat.tahun}-{3 * saat.triwulan + 1:02d}-08"
    p.baris += ["laporan:"]
    p.peta(
        {
            "judul": f"Laporan Kinerja {saat.nama}",
            "jenis": "tahunan" if saat.tahunan else "triwulanan",
            "tahun": str(saat.tahun),
            "dokumen": f"laporan-{saat.id}.txt",
            "tanggal": tanggal,
            "sumber": "24",
            "penanda_tangan": "{nama: Sri Contoh, jabatan: Kepala Balai Sintetis}",
        },
        2,
    )
    p.baris += ["  capaian: {batas: 120}"] * saat.tahunan
    versi = (f"{v}: {TANGGAL_VERSI[v].format(lalu=saat.tahun - 1, kini=saat.tahun)}" for v in anggaran.versi)
    p.baris += ["  versi:", *(f"    {v}" for v in versi), "  sasaran:"]
    for id_, (nama, isi) in SASARAN.items():
        p.baris += [f"    {id_}:", f"      kode: SK.{id_[1:]}", f"      nama: {nama}"]
        p.baris += [f"      indikator: [{', '.join(c.id for c in isi)}]"]
    p.baris += ["", _HAL]


_HAL = """\
hal:
  layanan:
    pengujian: Pengujian
    kalibrasi: Kalibrasi
    sertifikasi: Sertifikasi
    pelatihan: Pelatihan
    konsultansi: Konsultansi
    inspeksi: Inspeksi
  dana:
    rupiah-murni: {nama: Rupiah Murni, alias: [RM]}
    pnbp: PNBP

ukuran:
  jumlah_sasaran: {nama: Banyaknya sasaran, jenis: cacah, periode: tidak}
  jumlah_indikator: {nama: Banyaknya indikator, jenis: cacah, periode: tidak}
  jumlah_program: {nama: Banyaknya program, jenis: cacah, periode: tidak}
  jumlah_kro: {nama: Banyaknya KRO, jenis: cacah, periode: tidak}
  nilai_kontrak: {nama: Nilai kontrak, jenis: uang, periode: sd}
  dibayar: {nama: Sudah dibayar, jenis: uang, periode: sd}
  tagihan: {nama: Tagihan, jenis: uang, periode: sd}
  peserta: {nama: Peserta, jenis: cacah, periode: sd}
  predikat_akip: {nama: Predikat akuntabilitas, jenis: indeks, periode: tahun}
  nilai_ikm: {nama: Nilai kepuasan, jenis: indeks, periode: sd, indikator: ikm}
"""


def _kaitan(p: Penulis, saat: Saat) -> None:
    p.baris += ["kaitan:"]

    def satu(nama: str, hasil: str, rumus: str) -> None:
        p.baris += [f"  - nama: {nama}", f'    hasil: "{hasil}"', f'    rumus: "{rumus}"']

    satu("Sumber dana", "satker:pagu", "dana/rupiah-murni:pagu + dana/pnbp:pagu")
    belanja = ", ".join(f"belanja/{b}:realisasi_anggaran" for b in ("pegawai", "barang", "modal"))
    satu("Jenis belanja", "satker:realisasi_anggaran", f"jumlah({belanja})")
    ro = " + ".join(f"ro/6077.BAD.00{n}:realisasi_anggaran" for n in (1, 2, 3))
    satu("Belanja pelayanan publik", "kro/6077.BAD:realisasi_anggaran", ro)
    for id_, (_, isi) in SASARAN.items():
        dinilai = [c.id for c in isi if saat.tahunan or not c.akhir_tahun]
        rata = ", ".join(f"indikator/{i}:capaian" for i in dinilai)
        satu(f"Rata-rata capaian {id_}", f"sasaran/{id_}:capaian", f"rata({rata})")
    p.baris += ["  - nama: Penerimaan", "    sama: ['indikator/penerimaan:realisasi', 'satker:pnbp.realisasi']", ""]


def _rujukan(p: Penulis) -> None:
    p.baris += ["rujukan:"]
    for tertulis, maksud in (("tabel 2.1", "pk"), ("Tabel 2.4", "anggaran"), ("tabel 3.3", "s3"), ("table 4.1", "kro")):
        p.baris += [f'  - {{sumber: "{p.nomor()}", tertulis: {tertulis}, maksud: "{maksud}"}}']


def daftar_indikator() -> str:
    """Return the registry of indicators."""
    baris = ["indikator:"]
    for c in INDIKATOR.values():
        baris += [f"  {c.id}:", f"    nama: {c.nama}", f"    satuan: {c.satuan}", f"    jenis: {c.jenis}"]
        baris += [f"    arah: {c.arah}", f"    agregasi: {c.agregasi}"]
        baris += [f"    rumus: {c.rumus}"] * bool(c.rumus) + ["    dinilai: akhir-tahun"] * c.akhir_tahun
    return "\n".join(baris) + "\n"


_TELADAN = f"""\
laporan: {{}}
tabel:
  - id: capaian
    isi: |
      indikator* | target | realisasi
      ikm        | 3,50   | {TELADAN_IKM}
kendala: |
  4 | ikm | {KENDALA_TELADAN} | Membagikan tautan survei yang baru kepada semua pelanggan
"""


def _teladan(folder: Path, id_: str) -> None:
    """Write the other office, with one small report."""
    folder.mkdir()
    (folder / f"{id_}.yml").write_text(_TELADAN, "utf-8")
    (folder / "satker.yml").write_text(f"satker:\n  nama: {TETANGGA}\n  alias: [BTN]\n", "utf-8")


def tulis_folder(folder: Path, saat: Collection[tuple[int, int]]) -> dict[str, Path]:
    """Write a data directory and return the path of each report by its id."""
    data = folder / "data"
    satker = data / "satker" / SATKER
    satker.mkdir(parents=True)
    (data / "indikator.yml").write_text(daftar_indikator(), "utf-8")
    lain = "".join(f"  {u}: {{nama: {u.replace('-', ' ').title()} Bersama}}\n" for u in UNIT[2:])
    (data / "satker.yml").write_text(f"satker:\n{lain}", "utf-8")
    isi = f"satker:\n  nama: Balai Sintetis\n  singkatan: BS\n  kota: Ambon\n  nama_lama: [{NAMA_LAMA}]\n"
    (satker / "satker.yml").write_text(isi, "utf-8")
    _teladan(data / "satker" / "balai-teladan", Saat(*max(saat)).id)
    hasil = {}
    for tahun, triwulan in saat:
        id_ = Saat(tahun, triwulan).id
        hasil[id_] = satker / f"{id_}.yml"
        hasil[id_].write_text(bangkit(tahun, triwulan), "utf-8")
    return hasil
