"""Output volumes: reported, with or without spending, short of the target at the end of the year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pabrik import facts, findings


def luaran(kolom: str, *baris: str, id_: str = "2025-tw2", lain: str = "") -> list[str]:
    isi = "".join(f"      6077.AEC.00{n} | {b}\n" for n, b in enumerate(baris, 1))
    teks = f"tabel:\n  - id: a\n    isi: |\n      ro* | {kolom}\n{isi}{lain}"
    semua = findings(teks, "KIN110", "KIN504", "KIN507", "KIN508", "KIN509", id_=id_)
    return [f"{t.aturan} {t.nama}" for t in semua]


VOLUME = "volume.target | volume.realisasi | pagu | realisasi_anggaran"


@pytest.mark.parametrize(
    ("baris", "hasil"),
    [
        ("10 | 5 | 100 | 60", []), ("10 | 5 | 100 | 0", ["KIN504"]), ("10 | 0 | 100 | 0", []),
        ("10 | 0 | 100 | 90", ["KIN508"]), ("10 | 0 | 100 | 10", []), ("10 | 0 | - | 90", []),
        ("10 | - | 100 | 90", ["KIN110"]),
    ],
)  # fmt: skip
def test_volume_and_spending(baris: str, hasil: list[str]) -> None:
    assert [t.partition(" ")[0] for t in luaran(VOLUME, baris)] == hasil


def test_a_report_without_any_volume_is_told_once() -> None:
    assert luaran("volume.target | pagu", "10 | 100", "20 | 100", "30 | 100") == [
        "KIN110 6077.AEC.001 dan 2 keluaran lain"
    ]
    assert luaran(VOLUME, "10 | 5 | 100 | 60", "20 | - | 100 | 60") == ["KIN110 6077.AEC.002"]


def test_the_weight_of_all_outputs_stays_in_the_count() -> None:
    teks = (
        "tabel:\n  - id: a\n    isi: |\n      ro* | volume.target\n      6077.AEC.001 | 10\n      6077.AEC.002 | 10\n"
    )
    (f,) = facts(teks, "luaran")
    assert f.bobot == 2


def test_a_volume_of_another_quarter_or_of_a_part_is_a_report_all_the_same() -> None:
    lain = "pernyataan: |\n  5 | {} | volume.realisasi | {} | 3\n"
    assert luaran("volume.target", "10", lain=lain.format("ro/6077.AEC.001", "tw1")) == []
    assert luaran("volume.target", "10", lain=lain.format("komponen/6077.AEC.001.051", "")) == []
    assert luaran("volume.target", "10", lain=lain.format("ro/6077.AEC.002", "")) == ["KIN110 6077.AEC.001"]


def test_a_code_that_only_begins_alike_is_no_part() -> None:
    lain = "pernyataan: |\n  5 | ro/6077.AEC.0011 | volume.realisasi | | 3\n"
    assert luaran("volume.target", "10", lain=lain) == ["KIN110 6077.AEC.001"]


@pytest.mark.parametrize(
    ("id_", "volume", "hasil"),
    [("2025-tahunan", "9", ["KIN509"]), ("2025-tw4", "9", ["KIN509"]), ("2025-tw3", "9", []), ("2025-tahunan", "10", []),
     ("2025-tahunan", "11", [])],
)  # fmt: skip
def test_a_volume_below_its_target_when_the_year_is_over(id_: str, volume: str, hasil: list[str]) -> None:
    assert [t.partition(" ")[0] for t in luaran(VOLUME, f"10 | {volume} | 100 | 90", id_=id_)] == hasil


def test_volume_and_progress_far_apart() -> None:
    kolom = "volume.target | volume.realisasi | progres"
    (f,) = facts(f"tabel:\n  - id: a\n    isi: |\n      ro* | {kolom}\n      6077.AEC.001 | 10 | 15 | 60\n", "luaran")
    assert (f.uji["berprogres"], f.uji["jarak_progres"]) == (True, Decimal(40)), "more than all is all"
    assert luaran(kolom, "10 | 5 | 50") == []
