"""Reports in order that a check once accused all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pabrik import run, site

INDIKATOR_YML = """\
indikator:
  ikm: {nama: Indeks Kepuasan Masyarakat (IKM), alias: [IKM], satuan: Indeks}
  keluhan: {nama: Jumlah keluhan, satuan: Keluhan, jenis: cacah, arah: turun, agregasi: jumlah}
  kontrak: {nama: Nilai kontrak, satuan: Rupiah, jenis: uang, agregasi: jumlah}
  naik:
    nama: Peningkatan PNBP
    satuan: Persen
    jenis: persen
    dinilai: akhir-tahun
    rumus: (satker:pnbp.realisasi - satker:baseline) / satker:baseline * 100
"""
KEPALA = """\
laporan:
  sasaran:
    s1: {kode: S1, nama: Layanan, indikator: [ikm]}
tabel:
"""
TERCAPAI = """\
  - id: capaian
    isi: |
      indikator* | target | realisasi
      ikm        | 3,86   | 3,90
"""
TUMBUH = """\
  - id: lalu
    isi: |
      indikator* | realisasi@2024
      naik       | 5,00
  - id: pnbp
    isi: |
      layanan*  | pnbp.realisasi@2024
      Pengujian | 105.000
      = Jumlah  | 105.000
pernyataan: |
  9 | satker | baseline | | Rp 105.000
"""
RUPIAH = """\
  - id: pk
    jenis: pk
    isi: |
      indikator* | target
      kontrak    | Rp 1.500.000.000
"""
KELUHAN = """\
  - id: capaian
    isi: |
      indikator* | target | realisasi
      keluhan    | 24     | 5
pernyataan: |
  9 | keluhan | simpulan | | belum dapat disimpulkan sebelum tahun berakhir
"""


def kendala(teks: str) -> str:
    return f"{TERCAPAI}kendala: |\n  9 | ikm | {teks}\n"


def simpulan(teks: str) -> str:
    return f"{TERCAPAI}pernyataan: |\n  9 | ikm | simpulan | | {teks}\n"


@pytest.mark.parametrize(
    ("isi", "aturan"),
    [
        pytest.param(TUMBUH, "KIN205", id="pertumbuhan tahun lalu dihitung dari baseline tahun ini"),
        pytest.param(RUPIAH, "KIN305", id="Rp dan Rupiah dianggap satuan yang berbeda"),
        pytest.param(KELUHAN, "KIN405", id="batas paling banyak sudah dianggap tercapai di tengah tahun"),
        pytest.param(kendala("Tidak ada | -"), "KIN103", id="'Tidak ada' dianggap kendala nyata"),
        pytest.param(kendala("Target survei belum semua dihubungi | Menelepon lagi pada Juli"), "KIN410",
                     id="kata target dan belum dalam kalimat tentang hal lain"),
        pytest.param(simpulan("tercapai meskipun belum optimal"), "KIN405", id="'belum' di belakang 'tercapai'"),
        pytest.param(simpulan("berhasil, tidak ada hambatan"), "KIN405", id="'tidak' di belakang 'berhasil'"),
        pytest.param(simpulan("tidak kurang dari target"), "KIN405", id="penyangkalan ganda"),
    ],
)  # fmt: skip
def test_a_report_in_order_is_not_accused(tmp_path: Path, isi: str, aturan: str) -> None:
    site(tmp_path, KEPALA + isi, INDIKATOR_YML)
    assert aturan not in [t.aturan for t in run(tmp_path).temuan]
