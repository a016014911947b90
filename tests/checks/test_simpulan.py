"""Judgements in words against targets, plans and last year: what contradicts them, and what is read as meant."""

from __future__ import annotations

import pytest
from pabrik import facts, findings, judged, report

from mkdocs_kinerja.loading.statements import direction

ATURAN = ("KIN404", "KIN405", "KIN411", "KIN412", "KIN413", "KIN414")


@pytest.mark.parametrize(
    ("teks", "arah"),
    [
        ("berhasil", "berhasil"), ("tidak berhasil", "gagal"), ("tercapai", "berhasil"), ("belum tercapai", "gagal"),
        ("tercapai meskipun belum optimal", "berhasil"), ("belum optimal", "gagal"), ("tidak kurang dari target", "berhasil"),
        ("meningkat", "naik"), ("mengalami penurunan", "turun"), ("tetap", "tetap"), ("biasa saja", "lain"),
    ],
)  # fmt: skip
def test_what_a_judgement_amounts_to(teks: str, arah: str) -> None:
    assert direction(teks) == arah


def indikator(
    simpulan: str, realisasi: str, *, id_: str = "2025-tahunan", hal: str = "pelanggan", periode: str = ""
) -> list[str]:
    target = {"pelanggan": "650", "temuan": "10", "ikm": "3,86"}[hal]
    teks = f"""
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi
              {hal}      | {target} | {realisasi}
        pernyataan: |
          5 | {hal} | simpulan | {periode} | {simpulan}
    """
    return [t.aturan for t in findings(teks, *ATURAN, id_=id_)]


@pytest.mark.parametrize(
    ("simpulan", "realisasi", "hasil"),
    [
        ("berhasil", "650", []), ("berhasil", "649", ["KIN404"]), ("tidak berhasil", "650", ["KIN405"]),
        ("tidak berhasil", "649", []), ("tercapai meskipun belum optimal", "700", []), ("berhasil", "-", ["KIN414"]),
        ("tidak berhasil", "-", []), ("biasa saja", "649", []),
    ],
)  # fmt: skip
def test_success_and_failure_of_an_indicator(simpulan: str, realisasi: str, hasil: list[str]) -> None:
    assert indikator(simpulan, realisasi) == hasil


def test_within_the_year_what_is_on_track_may_be_called_a_success() -> None:
    assert indikator("berhasil", "325", id_="2025-tw2") == []
    assert indikator("berhasil", "300", id_="2025-tw2") == ["KIN404"]


def test_lower_is_better_within_the_year() -> None:
    """Ten findings are allowed in the year: 8 by June are neither a failure nor reached for good."""
    assert indikator("berhasil", "8", id_="2025-tw2", hal="temuan") == []
    assert indikator("berhasil", "12", id_="2025-tw2", hal="temuan") == ["KIN404"]


def test_a_judgement_of_another_period_is_not_held_against_this_one() -> None:
    assert indikator("berhasil", "649", periode="2024") == []
    assert indikator("berhasil", "649", periode="2025") == ["KIN404"]


def test_the_same_judgement_in_two_places_is_one_fact_with_two_places() -> None:
    (f,) = facts("pernyataan: |\n  5 | ikm | simpulan | | berhasil\n  9 | ikm | simpulan | | tercapai\n", "simpulan")
    assert [(t.nilai, t.peran) for t in f.bukti.tempat] == [("berhasil", "dilaporkan"), ("tercapai", "dilaporkan")]


# -- goals and budgets --------------------------------------------------------------------------------------------------


def sasaran(ikm: str, pelanggan: str) -> list[str]:
    r = report(f"""
        laporan: {{sasaran: {{s1: {{kode: S1, nama: Layanan, indikator: [ikm, pelanggan]}}}}}}
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi
              ikm        | 3,86   | {ikm}
              pelanggan  | 650    | {pelanggan}
        pernyataan: |
          5 | sasaran/s1 | simpulan | | berhasil
    """, "2025-tahunan")  # fmt: skip
    return [f"{t.aturan} {t.pesan['id']}" for t in judged(r) if t.aturan in ATURAN]


def test_a_goal_is_reached_with_all_its_indicators() -> None:
    assert sasaran("3,90", "650") == []
    assert sasaran("3,90", "-") == [], "what is not judged accuses nobody"
    (t,) = sasaran("3,90", "600")
    assert t.startswith("KIN412")
    assert "Jumlah pelanggan" in t
    assert "IKM" not in t.split("Jumlah pelanggan")[1]


def anggaran(simpulan: str, *baris: str, kelompok: str = "") -> list[str]:
    isi = "".join(f"      6077.AEC | {b}\n" for b in baris[:1])
    lain = "".join(f"      6077.AEC | {b}\n" for b in baris[1:])
    tabel = "tabel:\n" + "".join(
        f"  - id: t{n}\n    isi: |\n      kro* | serapan | target_keuangan | fisik.realisasi | fisik.target\n{x}"
        for n, x in enumerate((isi, lain)) if x
    )  # fmt: skip
    teks = f"{tabel}pernyataan: |\n  5 | kro/6077.AEC | simpulan{kelompok} | | {simpulan}\n"
    return [t.aturan for t in findings(teks, *ATURAN)]


@pytest.mark.parametrize(
    ("simpulan", "baris", "kelompok", "hasil"),
    [
        ("berhasil", "40,00 | 50,00 | 50,00 | 60,00", "", ["KIN412"]),
        ("berhasil", "40,00 | 50,00 | 60,00 | 60,00", "", []),
        ("berhasil", "40,00 | 50,00 | 60,00 | 60,00", "~keuangan", ["KIN412"]),
        ("berhasil", "40,00 | 50,00 | 60,00 | 60,00", "~fisik", []),
        ("belum berhasil", "50,00 | 50,00 | 60,00 | 60,00", "", ["KIN413"]),
        ("belum berhasil", "40,00 | 50,00 | 60,00 | 60,00", "", []),
        ("berhasil", "50 | 50,4 | 60 | 60", "~keuangan", []),
    ],
)
def test_a_part_of_the_budget_is_held_against_its_plan(
    simpulan: str, baris: str, kelompok: str, hasil: list[str]
) -> None:
    assert anggaran(simpulan, baris, kelompok=kelompok) == hasil


def test_figures_of_different_rows_make_no_plan() -> None:
    """The plan of one table is not held against the spending of another."""
    assert anggaran("berhasil", "40,00 | - | - | -", "- | 50,00 | - | -", kelompok="~keuangan") == []


# -- rise and fall ------------------------------------------------------------------------------------------------------


def tren(simpulan: str, lama: str, kini: str) -> tuple[object, ...] | None:
    fakta = facts(
        f"""
        tabel:
          - id: a
            isi: |
              indikator* | realisasi@2024-sd-tw2 | realisasi
              ikm        | {lama}                | {kini}
        pernyataan: |
          5 | ikm | simpulan | | {simpulan}
        """,
        "tren",
    )
    return (fakta[0].uji["nyata"], fakta[0].uji["dinilai"], fakta[0].uji["cocok"]) if fakta else None


@pytest.mark.parametrize(
    ("simpulan", "lama", "kini", "hasil"),
    [
        ("meningkat", "3,80", "3,90", ("naik", True, True)), ("meningkat", "3,90", "3,80", ("turun", True, False)),
        ("menurun", "3,90", "3,80", ("turun", True, True)), ("tetap", "3,80", "3,80", ("tetap", True, True)),
        ("meningkat", "3,80", "3,80", ("tetap", True, False)), ("meningkat", "3,8", "3,81", ("", False, True)),
        ("meningkat", "-", "3,81", None), ("berhasil", "3,90", "3,80", None),
    ],
)  # fmt: skip
def test_claims_of_rise_and_fall(simpulan: str, lama: str, kini: str, hasil: tuple[object, ...] | None) -> None:
    assert tren(simpulan, lama, kini) == hasil


def test_where_the_measures_of_one_thing_moved_differently_nobody_knows_which_is_meant() -> None:
    (f,) = facts("""
        tabel:
          - id: a
            isi: |
              layanan* | hasil@2024-sd-tw2 | hasil | order@2024-sd-tw2 | order
              A        | 10                | 12    | 30                | 20
        pernyataan: |
          5 | layanan/A | simpulan | | menurun
    """, "tren")  # fmt: skip
    assert (f.uji["dinilai"], f.uji["cocok"]) == (False, True)
