"""Capaian as offices compute it: declared formulas, cap and floor, bounds, ranges, zero, targets per triwulan."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pabrik import report

from mkdocs_kinerja import checks, rumus
from mkdocs_kinerja.capaian import read_formula
from mkdocs_kinerja.checks import ringkasan
from mkdocs_kinerja.laporan import Laporan
from mkdocs_kinerja.selang import Selang


def satu(
    baris: str, cara: str = "{}", kepala: str = "target | realisasi | capaian", id_: str = "2025-tahunan"
) -> Laporan:
    return report(
        f"""
        laporan:
          capaian: {cara}
        tabel:
          - id: a
            isi: |
              indikator* | {kepala}
              {baris}
        """,
        id_,
    )


def hitung(laporan: Laporan) -> tuple[bool, str, str]:
    f = next(f for f in checks.facts(laporan) if f.jenis == "hubungan" and f.uji["jenis"] == "capaian")
    return bool(f.uji["cocok"]), str(f.tampil["seharusnya"]), str(f.tampil["uraian"])


@pytest.mark.parametrize(
    ("cara", "baris", "seharusnya", "uraian"),
    [
        ("{}", "temuan | 10 | 8 | 0,00", "120.00", "(2 − (8 ÷ 10)) × 100"),
        ("{rumus_turun: target / realisasi}", "temuan | 10 | 8 | 0,00", "125.00", "10 ÷ 8 × 100"),
        ("{rumus_turun: target / realisasi * 100}", "temuan | 10 | 8 | 0,00", "125.00", "10 ÷ 8 × 100"),
        ("{batas: 110}", "temuan | 10 | 8 | 0,00", "110.00", "min((2 − (8 ÷ 10)) × 100; 110)"),
        ("{batas: 130}", "temuan | 10 | 8 | 0,00", "120.00", "(2 − (8 ÷ 10)) × 100"),
        ("{batas_bawah: 0}", "temuan | 10 | 25 | 9,00", "0.00", "max((2 − (25 ÷ 10)) × 100; 0)"),
        ("{rumus_naik: 1 + (realisasi - target) / target}", "ikm | 4,00 | 3,00 | 9,00", "75.00", ""),
        ("{rumus_tetap: 'target / max(realisasi, target)'}", "kadar | 4,0 | 5,0 | 9,00", "80.00", ""),
        ("{indikator: {ikm: {batas: 100}}}", "ikm | 4,00 | 5,00 | 9,00", "100.00", "min(5,00 ÷ 4,00 × 100; 100)"),
        ("{batas: 100, indikator: {ikm: {batas: tidak}}}", "ikm | 4,00 | 5,00 | 9,00", "125.00", "5,00 ÷ 4,00 × 100"),
        ("{}", "ikm | ≤ 4 | 3 | 9,00", "125.00", "(2 − (3 ÷ 4)) × 100"),
        ("{}", "temuan | ≥ 4 | 3 | 9,00", "75.00", "3 ÷ 4 × 100"),
        ("{}", "kadar | 4..5 | 4,5 | 9,00", "100.00", "4,5 / 4..5"),
        ("{}", "temuan | 0 | 0 | 9,00", "100.00", "0 / 0"),
        ("{}", "temuan | 0 | 2 | 9,00", "0.00", "2 / 0"),
    ],
)  # fmt: skip
def test_capaian_follows_the_declared_way(cara: str, baris: str, seharusnya: str, uraian: str) -> None:
    laporan = satu(baris, cara)
    assert laporan.masalah == ()
    cocok, nilai, tampak = hitung(laporan)
    assert (cocok, nilai) == (False, seharusnya)
    assert not uraian or tampak == uraian


@pytest.mark.parametrize(
    ("baris", "status"),
    [
        ("temuan | 0 | 0 | 100", "tercapai"),
        ("temuan | 0 | 1 | 0", "tidak-tercapai"),
        ("temuan | 3..5 | 2 | 133", "tercapai"),
        ("temuan | 3..5 | 6 | 80", "tidak-tercapai"),
        ("ikm | 3..5 | 6 | 120", "tercapai"),
        ("ikm | ≤ 5 | 6 | 80", "tidak-tercapai"),
        ("kadar | 3..5 | 5,2 | 96", "tidak-tercapai"),
        ("kadar | 3..5 | 4,0 | 100", "tercapai"),
        ("kadar | 4,0 | 4,1 | 97,5", "tidak-tercapai"),
    ],
)
def test_a_target_is_reached_in_its_own_direction(baris: str, status: str) -> None:
    (satu_baris,) = ringkasan.indikator(satu(baris))
    assert satu_baris.status == status


@pytest.mark.parametrize(
    ("baris", "status", "capaian"),
    [
        ("ikm | 3,86 | 3,80 | 3,82 | ~", "sesuai-laju", "100.53"),
        ("ikm | 3,86 | 3,80 | 3,70 | ~", "tertinggal", "97.37"),
        ("temuan | 5 | 7 | 6 | ~", "sesuai-laju", "114.29"),
        ("temuan | 5 | 7 | 8 | ~", "tertinggal", "85.71"),
        ("pelanggan | 600 | 150 | 160 | ~", "sesuai-laju", "106.67"),
        ("pelanggan | 600 | 150 | 120 | ~", "tertinggal", "80.00"),
    ],
)
def test_a_triwulan_is_held_against_its_own_target(baris: str, status: str, capaian: str) -> None:
    laporan = satu(baris, kepala="target | target@tw2 | realisasi@tw2 | capaian@tw2", id_="2025-tw2")
    (satu_baris,) = ringkasan.indikator(laporan)
    assert (satu_baris.status, satu_baris.semestinya) == (status, satu_baris.target and satu_baris.target.dibaca.nilai)
    assert satu_baris.capaian_hitung is not None
    assert satu_baris.capaian_hitung.quantize(Decimal("0.01")) == Decimal(capaian)


def test_a_result_up_to_now_is_held_against_the_target_up_to_now() -> None:
    laporan = satu("pelanggan | 600 | 240 | 250", kepala="target | target@sd-tw2 | realisasi", id_="2025-tw2")
    (baris,) = ringkasan.indikator(laporan)
    assert (baris.status, baris.semestinya) == ("sesuai-laju", Decimal(240))
    assert baris.target is not None
    assert baris.target.dibaca.nilai == 600


def test_a_part_of_a_sum_is_not_held_against_the_whole_year() -> None:
    laporan = satu("pelanggan | 600 | 160", kepala="target | realisasi@tw2", id_="2025-tw2")
    (baris,) = ringkasan.indikator(laporan)
    assert (baris.status, baris.alasan) == ("tidak-dinilai", ringkasan.TANPA_KUMULATIF)


def test_lower_is_better_is_on_track_below_its_interim_target() -> None:
    laporan = satu("temuan | 5 | 8 | 7", kepala="target | target_antara | realisasi", id_="2025-tw2")
    (baris,) = ringkasan.indikator(laporan)
    assert baris.status == "sesuai-laju"


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("realisasi / target", 80), ("realisasi / target * 100", 80), ("100 - (target - realisasi) / target * 100", 80)],
)
def test_a_formula_may_be_a_ratio_or_a_percentage(teks: str, nilai: int) -> None:
    isi = {"realisasi": Selang.tepat(4), "target": Selang.tepat(5)}
    assert rumus.evaluate(read_formula(teks), lambda n: [isi[n]]).tengah == nilai


def test_weights_add_up_in_a_total_and_are_left_alone_in_a_group() -> None:
    teks = """
        laporan: {{sasaran: {{s1: {{kode: S1, nama: Layanan, indikator: [ikm, sla]}}}}}}
        tabel:
          - id: a
            isi: |
              sasaran>indikator* | bobot
              s1                 | 40
              > ikm              | 60
              > sla              | 40
              = Jumlah           | {total}
    """
    for total, cocok in (("40", True), ("100", False)):
        fakta = [f for f in checks.facts(report(teks.format(total=total))) if f.jenis == "hubungan"]
        assert [(f.uji["jenis"], f.uji["cocok"]) for f in fakta] == [("jumlah", cocok)]
