"""Counts stated in words against what can be counted, and counts that nobody can check."""

from __future__ import annotations

import pytest
from pabrik import facts, judged, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.fakta import Fakta

KEPALA = "laporan: {sasaran: {s1: {kode: S1, nama: A, indikator: [ikm, pelanggan]}, s2: {kode: S2, nama: B, indikator: [sla]}}}\n"
TABEL = """\
tabel:
  - id: a
    tempat: Tabel 1
    isi: |
      indikator* | target | realisasi
      ikm        | 3,86   | 3,90
      pelanggan  | 650    | 600
      sla        | 90,00  | 95,00
  - id: b
    tempat: Tabel 2
    isi: |
      kro>ro*  | nama  | pagu
      6077.AEC | Kerja | 30
      > 001    | Satu  | 10
      > 002    | Dua   | 20
      6042.EBA | Umum  | 5
      =        | ~     | 35
"""


def cacahan(*baris: str, tabel: str = TABEL) -> list[Fakta]:
    pernyataan = "pernyataan: |\n" + "".join(f"  {n} | {b}\n" for n, b in enumerate(baris, 5))
    r = report(f"{KEPALA}{tabel}{pernyataan}", "2025-tahunan")
    return [f for f in checks.facts(r) if f.jenis == "cacahan"]


@pytest.mark.parametrize(
    ("baris", "jenis", "seharusnya"),
    [
        ("laporan | jumlah_indikator | | {}", "susunan", 3), ("sasaran/s1 | jumlah_indikator | | {}", "susunan", 2),
        ("laporan | jumlah_sasaran | | {}", "susunan", 2), ("laporan | jumlah_kro | | {}", "susunan", 2),
        ("laporan | jumlah_ro | | {}", "susunan", 2), ("kro/6077.AEC | jumlah_ro | | {}", "susunan", 2),
        ("laporan | jumlah_tercapai | | {}", "capaian", 2), ("laporan | jumlah_tidak_tercapai | | {}", "capaian", 1),
        ("laporan | jumlah_melebihi | | {}", "capaian", 2), ("sasaran/s1 | jumlah_tercapai | | {}", "capaian", 1),
        ("tabel/b | jumlah_baris | | {}", "tabel", 4),
    ],
)  # fmt: skip
def test_what_is_counted(baris: str, jenis: str, seharusnya: int) -> None:
    ukuran = "ukuran:\n" + "".join(
        f"  jumlah_{k}: {{nama: Banyaknya {k}, jenis: cacah, periode: tidak}}\n"
        for k in ("indikator", "sasaran", "kro", "ro")
    )
    (benar,) = cacahan(baris.format(seharusnya), tabel=ukuran + TABEL)
    assert (benar.uji["jenis"], benar.uji["cocok"]) == (jenis, True)
    (salah,) = cacahan(baris.format(seharusnya + 2), tabel=ukuran + TABEL)
    assert (salah.uji["cocok"], salah.tampil["seharusnya"], salah.tampil["selisih"]) == (False, str(seharusnya), 2)


def test_a_name_that_stands_twice_in_a_list_is_one_name() -> None:
    tabel = "tabel:\n  - id: p\n    isi: |\n      no* | nama | hasil\n      1 | PT. Maju | 1\n      2 | PT Maju | 1\n      3 | CV Jaya | 1\n"
    teks = tabel.replace("no*", "layanan*") + "pernyataan: |\n  5 | tabel/p | jumlah_nama | | {}\n"
    (f,) = facts(teks.format(3), "cacahan")
    assert (f.uji["cocok"], f.tampil["seharusnya"]) == (False, "2")
    assert facts(teks.format(2), "cacahan")[0].uji["cocok"] is True


@pytest.mark.parametrize(
    "baris",
    [
        "laporan | jumlah_tercapai~prioritas | | 1",
        "laporan | jumlah_kegiatan | | 9",
        "tabel/tiada | jumlah_baris | | 9",
    ],
)
def test_counts_that_cannot_be_checked_are_left_alone(baris: str) -> None:
    assert cacahan(baris) == []


def test_nothing_is_counted_while_an_indicator_cannot_be_judged() -> None:
    assert cacahan("laporan | jumlah_tercapai | | 9", tabel=TABEL.replace("95,00", "-    ")) == []


def test_the_count_holds_if_any_table_has_so_many() -> None:
    """A table of the main outputs only does not contradict the count of all."""
    ukuran = "ukuran:\n  jumlah_ro: {nama: Banyaknya RO, jenis: cacah, periode: tidak}\n"
    pilihan = "  - id: c\n    isi: |\n      ro* | pagu\n      6077.AEC.001 | 10\n"
    for n, cocok in ((1, True), (2, True), (3, False)):
        (f,) = cacahan(f"laporan | jumlah_ro | | {n}", tabel=ukuran + TABEL + pilihan)
        assert f.uji["cocok"] is cocok


def test_what_was_counted_is_listed_and_shortened() -> None:
    (f,) = cacahan("laporan | jumlah_tercapai | | 3")
    assert f.tampil["daftar"] == "Indeks Kepuasan Masyarakat (IKM); Layanan tepat waktu (SLA)"
    banyak = "tabel:\n  - id: p\n    isi: |\n      layanan* | hasil\n" + "".join(f"      L{n} | 1\n" for n in range(13))
    (f,) = facts(banyak + "pernyataan: |\n  5 | tabel/p | jumlah_baris | | 13\n", "cacahan")
    assert str(f.tampil["daftar"]).endswith("L11; \u2026")


def test_the_finding_says_what_was_counted_and_what_was_written() -> None:
    r = report(f"{KEPALA}{TABEL}pernyataan: |\n  5 | laporan | jumlah_tercapai | | 3\n", "2025-tahunan")
    (t,) = [t for t in judged(r) if t.aturan == "KIN409"]
    assert (t.dilaporkan, t.seharusnya, t.selisih) == ("3", "2", "1")
