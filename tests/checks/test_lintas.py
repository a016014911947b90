"""Across reports and offices: later against earlier, claims against last year's report, the same words."""

from __future__ import annotations

import itertools

import pytest
from pabrik import judged, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.laporan import Laporan


def laporan(
    id_: str,
    realisasi: str = "3,90",
    target: str = "3,86",
    *,
    tambahan: str = "",
    satker: str = "uji",
    kepala: str = "{}",
) -> Laporan:
    return report(
        f"laporan: {kepala}\ntabel:\n  - id: a\n    tempat: Tabel 1\n    isi: |\n      indikator* | target | realisasi\n"
        f"      ikm | {target} | {realisasi}\n{tambahan}", id_, satker,
    )  # fmt: skip


def temuan(baru: Laporan, *lain: Laporan) -> list[str]:
    aturan = {"KIN304", "KIN702", "KIN703", "KIN705", "KIN708", "KIN709"}
    return [t.aturan for t in judged(baru, lain) if t.aturan in aturan]


def test_one_report_alone_is_compared_with_nothing() -> None:
    assert checks.across([laporan("2025-tw2")]) == {}


LALU = "pernyataan: |\n  5 | ikm | realisasi | {} | {}\n"


@pytest.mark.parametrize(
    ("periode", "nilai", "hasil"),
    [
        ("2024", "3,80", []),
        ("2024", "3,8", []),
        ("2024", "3,70", ["KIN703"]),
        ("2023", "3,70", []),
        ("2024-sd-tw2", "3,70", []),
    ],
)
def test_last_years_result_as_a_later_report_prints_it(periode: str, nilai: str, hasil: list[str]) -> None:
    lama = laporan("2024-tahunan", "3,80")
    baru = laporan("2025-tahunan", tambahan=LALU.format(periode, nilai))
    assert temuan(baru, lama) == hasil
    assert temuan(lama, baru) == [], "the earlier report is not accused"


def test_a_target_that_changed_within_the_year() -> None:
    lama = laporan("2025-tw1", target="3,86")
    assert temuan(laporan("2025-tw2", target="3,60"), lama) == ["KIN304"]
    assert temuan(laporan("2025-tw2", target="3,86"), lama) == []
    assert temuan(laporan("2025-tw2", target="3,60", kepala="{revisi_pk: 2025-04-01}"), lama) == []
    assert temuan(laporan("2026-tw1", target="3,60"), lama) == [], "a new year has new targets"


def test_results_of_different_quarters_are_no_contradiction() -> None:
    assert temuan(laporan("2025-tw2", "3,90"), laporan("2025-tw1", "3,50")) == []


def test_reports_of_another_office_say_nothing_about_this_one() -> None:
    lama = laporan("2024-tahunan", "3,80", satker="lain")
    assert temuan(laporan("2025-tahunan", tambahan=LALU.format("2024", "3,10")), lama) == []


KLAIM = "pernyataan: |\n  5 | ikm | simpulan | | {}\n"


@pytest.mark.parametrize(
    ("simpulan", "hasil"),
    [("meningkat", []), ("menurun", ["KIN702"]), ("tetap", ["KIN702"]), ("berhasil", [])],
)
def test_claims_against_last_years_report(simpulan: str, hasil: list[str]) -> None:
    lama = laporan("2024-tahunan", "3,80")
    assert temuan(laporan("2025-tahunan", "3,90", tambahan=KLAIM.format(simpulan)), lama) == hasil


def test_a_claim_is_held_against_the_reports_own_figure_of_last_year_first() -> None:
    lama = laporan("2024-tahunan", "3,80")
    tambahan = KLAIM.format("menurun") + "  6 | ikm | realisasi | 2024 | 3,95\n"
    assert temuan(laporan("2025-tahunan", "3,90", tambahan=tambahan), lama) == ["KIN703"]


# -- offices ------------------------------------------------------------------------------------------------------------


KALIMAT = "Pelaksanaan pengujian tertunda karena alat spektrofotometer menunggu suku cadang dari luar negeri"


def kendala(teks: str) -> str:
    return f"kendala: |\n  5 | ikm | {teks} | -\n"


def test_a_long_passage_that_another_office_prints_word_for_word() -> None:
    a = laporan("2025-tw2", tambahan=kendala(KALIMAT))
    b = laporan("2025-tw2", tambahan=kendala(KALIMAT.upper()), satker="lain")
    assert temuan(a, b) == ["KIN709"]
    assert temuan(b, a) == ["KIN709"]


def test_short_passages_and_those_of_the_same_office_are_not_copied() -> None:
    a = laporan("2025-tw2", tambahan=kendala(KALIMAT))
    assert temuan(a, laporan("2025-tw1", tambahan=kendala(KALIMAT))) == []
    pendek = kendala("Anggaran belanja modal diblokir")
    assert temuan(laporan("2025-tw2", tambahan=pendek), laporan("2025-tw2", tambahan=pendek, satker="lain")) == []


def test_a_result_far_from_those_of_five_other_offices() -> None:
    lain = [laporan("2025-tw2", f"3,{70 + n}", satker=f"s{n}") for n in range(5)]
    assert temuan(laporan("2025-tw2", "39,0"), *lain) == ["KIN705"]
    assert temuan(laporan("2025-tw2", "39,0"), *lain[:3]) == []
    assert temuan(laporan("2025-tw2", "3,90"), *lain) == []


# -- determinism --------------------------------------------------------------------------------------------------------


def test_the_order_of_reports_does_not_matter() -> None:
    semua = [
        laporan("2024-tahunan", "3,80", tambahan=kendala(KALIMAT)),
        laporan("2025-tahunan", tambahan=LALU.format("2024", "3,10")),
        laporan("2025-tahunan", "3,10", tambahan=kendala(KALIMAT), satker="lain"),
    ]
    hasil = [
        {k: sorted((f.kunci, tuple(f.uji.items())) for f in v) for k, v in checks.across(urut).items()}
        for urut in itertools.permutations(semua)
    ]
    assert all(h == hasil[0] for h in hasil)
    assert {k for k, v in hasil[0].items() if v} == {x.kunci for x in semua}
