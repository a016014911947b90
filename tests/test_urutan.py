"""The order of tables, rows and lines of prose decides about nothing but the order of findings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pabrik import judged, report

from mkdocs_kinerja.checks import examine

TABEL = (
    """\
  - id: pk
    jenis: pk
    tempat: Tabel 1
    judul: Perjanjian Kinerja Tahun 2024
    isi: |
      indikator* | target
      ikm        | 3,86
      pelanggan  | 650
""",
    """\
  - id: capaian
    tempat: Tabel 2
    judul: Capaian Kinerja Balai Semester
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 3,68   | 3,60      | 97,8%
      pelanggan  | 650    | 453       | 79,7%
""",
    """\
  - id: bulanan
    tempat: Tabel 3
    judul: Capaian Kinerja Balai Semester
    ukuran: hasil
    kepala: [periode]
    isi: |
      layanan*  | jan | feb | mar | tw1
      Uji       | 10  | 20  | 30  | 60
      Kalibrasi | 16  | 39  | 10  | 110
      = Jumlah  | 71  | 59  | 40  | 170
""",
    """\
  - id: sumber
    jenis: lampiran
    tempat: Lampiran 1
    isi: |
      kro*     | nama  | pagu        | realisasi_anggaran
      6077.AEC | Kerja | 110.000.111 | 55.000.055
      6077.AEF | Latih | 220.000.222 | 66.000.066
      6077.AEG | Uji   | 330.000.333 | 33.000.033
      6077.AEH | Dana  | 440.000.444 | 88.000.088
""",
    """\
  - id: geser
    tempat: Tabel 4
    isi: |
      kro*     | nama    | pagu        | realisasi_anggaran
      6077.AEC | Kerja   | 110.000.111 | 66.000.066
      6077.AEF | Latihan | 220.000.222 | 33.000.033
      6077.AEG | Jasa    | 330.000.333 | 88.000.088
      6077.AEH | Dana    | 440.000.444 | 55.000.055
""",
)
KENDALA = (
    "  30 | pelanggan | Pelanggan berkurang karena tarif naik | Sesuai rencana\n",
    "  31 | laporan   | Tidak ada kendala                     |\n",
    "  32 | ikm       | Responden sulit dihubungi             | -\n",
)
PERNYATAAN = (
    "  40 | ikm       | realisasi | | 3,80\n", "  41 | pelanggan | simpulan | | berhasil\n",
    "  42 | ikm       | simpulan  | | tercapai\n",
)  # fmt: skip


def teks(*bagian: tuple[str, ...]) -> str:
    tabel, kendala, pernyataan = ("".join(b) for b in bagian)
    return f"laporan: {{}}\ntabel:\n{tabel}kendala: |\n{kendala}pernyataan: |\n{pernyataan}"


def pokok(isi: str) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    return sorted((t.aturan, t.id, t.sebab, tuple(sorted(t.akibat))) for t in judged(report(isi)))


DASAR = pokok(teks(TABEL, KENDALA, PERNYATAAN))


def test_the_report_is_worth_shuffling() -> None:
    aturan = {a for a, *_ in DASAR}
    assert {
        "KIN201",
        "KIN202",
        "KIN211",
        "KIN212",
        "KIN301",
        "KIN302",
        "KIN303",
        "KIN306",
        "KIN308",
        "KIN317",
    } <= aturan
    assert {"KIN103", "KIN404", "KIN603"} <= aturan
    assert sum(sebab is not None for _, _, sebab, _ in DASAR) >= 6


@settings(max_examples=12)
@given(st.permutations(TABEL), st.permutations(KENDALA), st.permutations(PERNYATAAN))
def test_the_same_findings_with_the_same_causes_in_any_order(
    tabel: list[str], kendala: list[str], pernyataan: list[str]
) -> None:
    assert pokok(teks(tuple(tabel), tuple(kendala), tuple(pernyataan))) == DASAR


@settings(max_examples=8)
@given(st.permutations(TABEL))
def test_the_same_facts_in_any_order(tabel: list[str]) -> None:
    def fakta(isi: tuple[str, ...]) -> list[tuple[object, ...]]:
        semua = examine(report(teks(isi, KENDALA, PERNYATAAN))).fakta
        return sorted((f.jenis, f.kunci, f.bobot) for f in semua)

    assert fakta(tuple(tabel)) == fakta(TABEL)


KAITAN = """\
kaitan:
  - {nama: Dua, hasil: "pelanggan:realisasi", rumus: "layanan/A:hasil * 2"}
"""
DUA = (
    "  - id: a\n    isi: |\n      indikator* | realisasi\n      pelanggan | 30\n",
    "  - id: b\n    isi: |\n      indikator* | realisasi\n      pelanggan | 30\n",
    "  - id: c\n    isi: |\n      layanan* | hasil\n      A | 10\n",
)


def test_a_declared_relation_keeps_its_identity_when_tables_change_places() -> None:
    maju, mundur = (f"laporan: {{}}\ntabel:\n{''.join(isi)}{KAITAN}" for isi in (DUA, DUA[::-1]))
    assert pokok(maju) == pokok(mundur)


@pytest.mark.parametrize("nama", ["true", "capian"])
def test_a_list_that_ought_to_be_complete_after_an_unknown_table_is_told(nama: str) -> None:
    isi = f"laporan: {{}}\ntabel:\n  - id: capaian\n    lengkap: {nama}\n    isi: |\n      layanan* | hasil\n      A | 1\n"
    assert {"KIN901", "KIN902"} & {a for a, *_ in pokok(isi)}
