"""Mentions of the same quantity, units, indicators, prose and money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pabrik import INDIKATOR, facts, report

from mkdocs_kinerja.checks import pohon, ringkasan
from mkdocs_kinerja.checks.bukti import Indeks
from mkdocs_kinerja.checks.satuan import same_unit
from mkdocs_kinerja.checks.sebutan import groups
from mkdocs_kinerja.laporan import Indikator, Laporan
from mkdocs_kinerja.loading.statements import kind_of_kendala


def sebutan(
    *nilai: str, jenis: str = "rincian", ukuran: str = "realisasi", indikator: str = "sla"
) -> dict[str, object]:
    tabel = "\n".join(
        f"  - id: t{n}\n    tempat: Tabel {n}\n    jenis: {jenis if n == 1 else 'rincian'}\n"
        f"    isi: |\n      indikator* | {ukuran}\n      {indikator} | {v}"
        for n, v in enumerate(nilai, start=1)
    )
    (f,) = facts(f"tabel:\n{tabel}\n", "sebutan")
    return {**f.uji, **f.tampil, "tempat_bukti": [t.peran for t in f.bukti.tempat]}


@pytest.mark.parametrize(
    "nilai",
    [("73,475", "73,48"), ("4,5", "4,50"), ("99,85", "99,9"), ("96,5 Persen", "96,50"), ("3,86", "3,86", "3,9")],
)
def test_figures_that_agree_within_their_rounding_agree(nilai: tuple[str, ...]) -> None:
    assert sebutan(*nilai)["tabel_berbeda"] is False


def test_thousands_and_full_rupiah_agree() -> None:
    (f,) = facts(
        """
        tabel:
          - id: a
            skala: Rp ribu
            isi: |
              kro*     | pagu
              6077.AEC | 25.431
        pernyataan: |
          3 | kro/6077.AEC | pagu | | Rp 25.431.400
        """,
        "sebutan",
    )
    assert not f.uji["prosa_berbeda"]


def test_neighbours_of_the_same_precision_are_different_numbers() -> None:
    """60,65 and 60,66 only touch at the border of their rounding; half-up gives it to one of them."""
    assert sebutan("60,65", "60,66")["tabel_berbeda"] is True
    assert sebutan("15", "16")["tabel_berbeda"] is True


def test_a_table_that_cuts_digits_off_agrees_with_the_full_figure() -> None:
    teks = """
        tabel:
          - id: a
            skala: Rp juta
            pembulatan: {}
            isi: |
              kro*     | pagu
              6077.AEC | 44,856
          - id: b
            isi: |
              kro*     | pagu
              6077.AEC | 44.856.700
    """
    assert facts(teks.format("potong"), "sebutan")[0].uji["tabel_berbeda"] is False
    assert facts(teks.format("setengah"), "sebutan")[0].uji["tabel_berbeda"] is True


def test_achievements_of_several_years_go_with_their_own_figures() -> None:
    fakta = facts(
        """
        tabel:
          - id: a
            isi: |
              indikator* | target@2023 | realisasi@2023 | capaian@2023 | target | realisasi | capaian
              ikm        | 3           | 3              | -            | 4      | -         | -
        """,
        "capaian",
    )
    assert [(f.uji["periode"], f.uji["lengkap"], f.uji["ada"]) for f in fakta] == [
        ("2023", True, False),
        ("sd-tw2", False, False),
    ]


def test_a_judgement_about_another_period_is_told_apart() -> None:
    fakta = facts(
        "pernyataan: |\n  5 | ikm | simpulan | | berhasil\n  6 | ikm | simpulan | 2024 | berhasil\n", "simpulan"
    )
    assert [f.uji["periode_ini"] for f in fakta] == [True, False]


def test_a_coarse_print_is_not_shown_as_the_finer_one_it_agrees_with() -> None:
    s = sebutan("0,75", "1", "1", "3", "3", "3", indikator="ikm")
    assert s["daftar"] == "1 (Tabel 2, Tabel 3); 0,75 (Tabel 1); 3 (Tabel 4, Tabel 5, Tabel 6)"


def test_an_appendix_decides_a_tie() -> None:
    s = sebutan("10", "12", jenis="lampiran")
    assert (s["dilaporkan"], s["seharusnya"]) == ("12", "10")
    teks = """
        tabel:
          - id: a
            isi: |
              ro*          | progres
              6077.AEC.003 | 8,33
          - id: b
            jenis: lampiran
            isi: |
              ro*          | progres
              6077.AEC.003 | 0
    """
    (f,) = facts(teks, "sebutan")
    assert (f.tampil["dilaporkan"], f.tampil["seharusnya"]) == ("8,33", "0")


def test_values_of_different_scale_are_listed_with_it() -> None:
    (f,) = facts(
        """
        tabel:
          - id: a
            tempat: T1
            isi: |
              kro*     | pagu
              6077.AEC | 90.000.000
          - id: b
            tempat: T2
            skala: Rp ribu
            isi: |
              kro*     | pagu
              6077.AEC | 25.431
        """,
        "sebutan",
    )
    assert f.tampil["daftar"] == "90.000.000 (T1); 25.431 ribu (T2)"
    assert f.tampil["lain"] == "25.431 ribu (T2)"


def test_the_majority_is_the_reference_and_every_place_is_listed() -> None:
    s = sebutan("99,85", "99,75", "99,85", "99,851")
    assert (s["dilaporkan"], s["seharusnya"], s["selisih"]) == ("99,75", "99,85", Decimal("-0.10"))
    assert s["daftar"] == "99,85 (Tabel 1, Tabel 3); 99,851 (Tabel 4); 99,75 (Tabel 2)"
    assert s["tempat_bukti"] == ["dilaporkan", "acuan", "pembanding", "pembanding"]


def test_the_perjanjian_kinerja_outweighs_the_majority_for_targets() -> None:
    s = sebutan("3,86", "3,68", "3,68", jenis="pk", ukuran="target", indikator="ikm")
    assert (s["acuan"], s["menyimpang"], s["dilaporkan"], s["seharusnya"]) == ("pk", True, "3,68", "3,86")


def test_a_target_is_a_decision_and_not_rounded() -> None:
    assert sebutan("92", "92,5", jenis="pk", ukuran="target")["menyimpang"] is True
    assert sebutan("4,5", "4,50", jenis="pk", ukuran="target")["menyimpang"] is False


def test_counts_must_be_equal_to_the_unit() -> None:
    assert sebutan("453", "454", indikator="pelanggan")["tabel_berbeda"] is True


def test_a_power_of_ten_is_a_matter_of_scale() -> None:
    assert sebutan("25.431", "25.431.000", indikator="pelanggan")["beda_skala"] is True
    assert sebutan("25.431", "25.441.000", indikator="pelanggan")["beda_skala"] is False


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3)), min_size=2, max_size=8))
def test_groups_are_the_values_that_can_be_one_number(cetak: list[tuple[int, int]]) -> None:
    """Members of a group share a value; the closest members of different groups do not."""
    baris = "\n".join(
        f"  {n} | sla | realisasi | | {Decimal(v).scaleb(-d)}".replace(".", ",") for n, (v, d) in enumerate(cetak, 1)
    )
    laporan = report(f"laporan: {{}}\npernyataan: |\n{baris}\n")
    indeks = Indeks(laporan)
    hasil = groups(laporan.pernyataan, indeks)
    assert sorted(a.posisi for isi in hasil for a in isi) == sorted(a.posisi for a in laporan.pernyataan)
    for isi in hasil:
        selang = [indeks.selang(a) for a in isi]
        assert max(s.bawah for s in selang) <= min(s.atas for s in selang)
    assert [len(isi) for isi in hasil] == sorted((len(isi) for isi in hasil), reverse=True)


@pytest.mark.parametrize(
    ("a", "b", "sama"),
    [
        ("Persen", "%", True), ("Indeks", "Nilai", True), ("Perusahaan", "Perusahaan Industri/ Pelaku Usaha", True),
        ("Tenant", "Tenan", True), ("Persen", "Indeks", False), ("Orang", "Dokumen", False), ("", "Persen", True),
    ],
)  # fmt: skip
def test_units(a: str, b: str, sama: bool) -> None:
    assert same_unit(a, b) is sama


def baris(isi: str, id_: str = "2025-tw2", tambahan: str = "") -> ringkasan.BarisIndikator:
    laporan: Laporan = report(f"laporan: {{}}\ntabel:\n  - id: a\n    isi: |\n{isi}\n{tambahan}", id_)
    return ringkasan.indikator(laporan)[0]


@pytest.mark.parametrize(
    ("indikator", "target", "realisasi", "id_", "status", "capaian"),
    [
        ("ikm", "3,86", "3,893", "2025-tw2", "tercapai", "100.85"),
        ("ikm", "3,86", "3,80", "2025-tw2", "sesuai-laju", "98.45"),
        ("ikm", "3,86", "3,60", "2025-tw2", "belum-tercapai", "93.26"),
        ("ikm", "3,86", "3,80", "2025-tahunan", "tidak-tercapai", "98.45"),
        ("ikm", "3,86", "3,9", "2025-tahunan", "tercapai", "101.04"),
        ("pelanggan", "650", "453", "2025-tw2", "sesuai-laju", "69.69"),
        ("pelanggan", "650", "320", "2025-tw2", "tertinggal", "49.23"),
        ("pelanggan", "650", "649", "2025-tahunan", "tidak-tercapai", "99.85"),
        ("temuan", "10", "8", "2025-tahunan", "tercapai", "120.00"),
        ("temuan", "10", "12", "2025-tahunan", "tidak-tercapai", "80.00"),
        ("kadar", "5,0", "5,04", "2025-tahunan", "tidak-tercapai", "99.20"),
        ("kadar", "5,0", "5,0", "2025-tahunan", "tercapai", "100.00"),
        ("ikm", "\u2265 3,5", "3,6", "2025-tahunan", "tercapai", "102.86"),
        ("kadar", "4..6", "5,5", "2025-tahunan", "tercapai", "100.00"),
    ],
)  # fmt: skip
def test_status_of_an_indicator(
    indikator: str, target: str, realisasi: str, id_: str, status: str, capaian: str
) -> None:
    b = baris(f"      indikator* | target | realisasi\n      {indikator} | {target} | {realisasi}", id_)
    assert b.status == status
    assert b.capaian_hitung is not None
    assert b.capaian_hitung.quantize(Decimal("0.01")) == Decimal(capaian)


def test_rounding_counts_for_the_office() -> None:
    """3,86 printed for 3,8551 may be 3,86 or more: a result that may have reached its target is not called missed."""
    assert baris("      indikator* | target | realisasi\n      ikm | 3,861 | 3,86", "2025-tahunan").status == "tercapai"


def test_what_is_measured_at_the_end_of_the_year_is_not_due_before() -> None:
    ipp = Indikator("ipp", "IPP", satuan="Indeks", akhir_tahun=True)
    INDIKATOR["ipp"] = ipp
    try:
        isi = "      indikator* | target | realisasi\n      ipp | 4,05 | {}"
        assert (b := baris(isi.format("-"))).status == "tidak-dinilai"
        assert b.alasan["id"] == "baru dinilai pada akhir tahun"
        assert baris(isi.format("3,00")).status == "tidak-dinilai"
        assert baris(isi.format("4,10")).status == "tercapai"
        assert baris(isi.format("3,00"), "2025-tahunan").status == "tidak-tercapai"
    finally:
        del INDIKATOR["ipp"]


def test_follow_up_may_stand_higher_in_the_tree() -> None:
    fakta = facts(
        """
        kendala: |
          5 | komponen/6042.EBB.951.053 | Belanja modal diblokir | -
          6 | kro/6042.EBB              | Belanja modal diblokir | Koordinasi
          7 | komponen/6077.BAD.085.053 | Tertunda               | -
        """,
        "kendala",
    )
    assert [f.uji["ada_tempat_lain"] for f in fakta] == [True, True, False]


def test_interim_targets_come_before_the_calendar() -> None:
    antara = "  - id: b\n    ukuran: target_antara\n    kepala: [periode]\n    isi: |\n      indikator* | {}\n      pelanggan | {}\n"
    isi = "      indikator* | target | realisasi\n      pelanggan | 600 | 250"
    assert baris(isi).status == "tertinggal"
    bulanan = baris(isi, tambahan=antara.format("jan | feb | mar | apr | mei | jun", "30 | 30 | 30 | 50 | 50 | 50"))
    assert (bulanan.status, bulanan.semestinya) == ("sesuai-laju", 240)
    assert baris(isi, tambahan=antara.format("sd-tw2", "251")).semestinya == 251


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    [
        ("-", "5", "target tidak tercetak"),
        ("5", "-", "realisasi tidak tercetak"),
        ("5", "belum tersedia", "belum tersedia"),
        ("0", "-1", "target nol"),
    ],
)
def test_what_cannot_be_judged_says_why(target: str, realisasi: str, alasan: str) -> None:
    b = baris(f"      indikator* | target | realisasi\n      ikm | {target} | {realisasi}")
    assert b.status == "tidak-dinilai"
    assert alasan in b.alasan["id"]


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("", "kosong"), ("-", "strip"), ("\u2013", "strip"), ("Tidak ada kendala", "menyangkal"),
        ("Tidak terdapat hambatan yang berarti.", "menyangkal"), ("Belum ada permasalahan", "menyangkal"), ("Nihil", "menyangkal"),
        ("tidak ada masalah", "menyangkal"), ("Tidak ada kendala dalam pelaksanaan kegiatan ini", "menyangkal"),
        ("Tidak ada kendala, namun anggaran diblokir", "menyangkal-lalu-menyebut"),
        ("Tidak ada kendala. Alat uji rusak", "menyangkal-lalu-menyebut"),
        ("Tidak ada anggaran belanja modal", "nyata"), ("Belum ada aplikasi yang menunjukkan target", "nyata"),
        ("Tidak semua pelanggan mengisi survei", "nyata"),
    ],
)  # fmt: skip
def test_kinds_of_obstacles(teks: str, jenis: str) -> None:
    assert kind_of_kendala(teks) == jenis


def test_obstacles_of_the_goal_count_for_its_indicators() -> None:
    (f,) = facts(
        """
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi
              ikm        | 3,86   | 3,00
        kendala: |
          5 | ikm        | -                 | -
          6 | sasaran/s1 | Tidak ada kendala |
        """,
        "indikator",
    )  # fmt: skip
    assert f.uji["kendala"] == "strip"
    r = report(
        "laporan: {sasaran: {s1: {kode: S1, nama: A, indikator: [ikm]}}}\n"
        "tabel:\n  - id: a\n    isi: |\n      indikator* | target | realisasi\n      ikm | 3,86 | 3,00\n"
        "kendala: |\n  5 | ikm | - | -\n  6 | sasaran/s1 | Tidak ada kendala |\n"
    )
    assert [k.teks for k in ringkasan.indikator(r)[0].kendala] == ["-", "Tidak ada kendala"]


def test_budget_figures_of_a_row_are_paired() -> None:
    fakta = facts(
        """
        tabel:
          - id: a
            isi: |
              ro*          | pagu | realisasi_anggaran | target_keuangan | serapan | progres
              6077.AEC.003 | 100  | 120                | 51,19           | 39,24   | 75
        """,
        "anggaran",
    )
    assert [(f.uji["jenis"], f.uji["melebihi"], f.uji["jarak"]) for f in fakta] == [
        ("pagu", True, 0), ("rencana", False, Decimal("11.95")), ("fisik", False, Decimal("35.76")),
    ]  # fmt: skip


def test_the_budget_tree_is_the_deepest_table_with_spending_from_anywhere() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              kro>ro*    | nama  | pagu
              6077.AEC   | Kerja | 30
              > 001      | Satu  | 30
          - id: b
            isi: |
              ro*          | realisasi_anggaran
              6077.AEC.001 | 15
    """)
    (kro,) = pohon.anggaran(r)
    assert (kro.kode, kro.nama, kro.persen) == ("6077.AEC", "Kerja", None)
    assert [(a.kode, a.persen) for a in kro.anak] == [("6077.AEC.001", Decimal(50))]
