"""Dates of reports, revisions and events: bounds, spans, and mentions of one event that cannot be the same day."""

from __future__ import annotations

import datetime as dt

import pytest
from pabrik import facts, findings, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.checks.tanggal import span


@pytest.mark.parametrize(
    ("teks", "awal", "akhir"),
    [
        ("2025-07-05", (2025, 7, 5), (2025, 7, 5)), ("2025-07", (2025, 7, 1), (2025, 7, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)), ("2025-12", (2025, 12, 1), (2025, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)), ("tw2", (2025, 4, 1), (2025, 6, 30)), ("des", (2025, 12, 1), (2025, 12, 31)),
        ("2023-2024", (2023, 1, 1), (2024, 12, 31)),
    ],
)  # fmt: skip
def test_days_of_a_date_or_period(teks: str, awal: tuple[int, int, int], akhir: tuple[int, int, int]) -> None:
    assert span(teks, 2025) == (dt.date(*awal), dt.date(*akhir))


@pytest.mark.parametrize("teks", ["2025-02-30", "2025-13", "2025-00", "5 Juli", "", "..2024"])
def test_what_is_no_day(teks: str) -> None:
    assert span(teks, 2025) is None


def peristiwa(tanggal: str, semestinya: str = "", id_: str = "2025-tw2", hal: str = "rapat/satu") -> bool:
    (f,) = facts(f"peristiwa: |\n  5 | {hal} | {tanggal} | {semestinya}\n", "peristiwa", id_)
    assert f.uji["jenis"] == "batas"
    return bool(f.uji["wajar"])


@pytest.mark.parametrize(
    ("tanggal", "semestinya", "wajar"),
    [
        ("2025-06-30", "", True), ("2025-04-01", "", True), ("2025-07-01", "", False), ("2025-03-31", "", False),
        ("2025-06", "", True), ("2025", "", True), ("2025-02-30", "", False),
        ("2024-12-02", "sebelum 2025-01-01", True), ("2025-01-01", "sebelum 2025-01-01", False),
        ("2022-11-30", "sebelum 2023", True), ("2023-01-02", "sebelum 2023", False),
        ("2025-02-01", "sesudah 2025-01-31", True), ("2025-01-31", "sesudah 2025-01-31", False),
        ("2025-01-05", "dalam 2025", True), ("2024-12-31", "dalam 2025", False), ("2025-05", "pada 2025-05-17", True),
        ("2025-06", "pada 2025-05-17", False),
    ],
)  # fmt: skip
def test_bounds_of_an_event(tanggal: str, semestinya: str, wajar: bool) -> None:
    assert peristiwa(tanggal, semestinya) is wajar


def test_a_paper_may_be_older_than_the_period_but_not_younger() -> None:
    assert peristiwa("2023-01-31", hal="dokumen/sk") is True
    assert peristiwa("2025-06-30", hal="dipa/awal") is True
    assert peristiwa("2025-07-01", hal="dokumen/sk") is False
    assert peristiwa("2023-01-31", "dalam 2025", hal="dokumen/sk") is False, "what is declared counts"
    assert peristiwa("2026-01-01", hal="surat/x", id_="2025-tahunan") is False


def test_a_span_that_may_lie_within_the_bound_is_not_accused() -> None:
    """The year 2025 holds days before 2 January and days after 30 December."""
    assert peristiwa("2025", "sebelum 2025-01-02") is True
    assert peristiwa("2025", "sesudah 2025-12-30") is True
    assert peristiwa("2025", "sebelum 2025-01-01") is False


def test_the_bound_is_told_in_both_languages() -> None:
    (t,) = findings("peristiwa: |\n  5 | dokumen/sk | 2025-07-04 | dalam tw2\n", "KIN605")
    assert "4 Juli 2025" in t.pesan["id"]
    assert "dalam Triwulan II 2025" in t.pesan["id"]
    assert "4 July 2025" in t.pesan["en"]
    assert "within" in t.pesan["en"]


# -- one event in several places ----------------------------------------------------------------------------------------


def sama(*tanggal: str) -> list[tuple[object, object]]:
    teks = "peristiwa: |\n" + "".join(f"  {n} | dokumen/sk | {t} | dalam 2020-2030\n" for n, t in enumerate(tanggal, 5))
    return [(f.uji["wajar"], f.bukti.tempat[0].nilai) for f in facts(teks, "peristiwa") if f.uji["jenis"] == "sama"]


@pytest.mark.parametrize(
    ("tanggal", "hasil"),
    [
        (("2025-06-05", "2025-06-05"), True), (("2025-06-05", "2025-06"), True), (("2025-06-05", "tw2"), True),
        (("2025-06-05", "2025-06-06"), False), (("2025-06-05", "2025-07"), False),
    ],
)  # fmt: skip
def test_mentions_of_one_event(tanggal: tuple[str, ...], hasil: bool) -> None:
    assert [wajar for wajar, _ in sama(*tanggal)] == [hasil]


def test_the_mention_that_fits_fewest_others_is_told() -> None:
    assert sama("2025-05-06", "2025-06-05", "2025-06-05") == [(False, "2025-05-06")]
    assert sama("2025-06-05", "2025-05-06", "2025-06") == [(False, "2025-05-06")]
    assert sama("2025-06-05", "2025-05-06") == [(False, "2025-05-06")], "among equals the later mention"


def test_one_mention_or_one_that_cannot_be_read_is_not_compared() -> None:
    assert sama("2025-06-05") == []
    assert sama("2025-06-05", "2025-02-30") == []


# -- reports and revisions ----------------------------------------------------------------------------------------------


@pytest.mark.xfail(
    strict=True, reason="a month is given as `2025-jun`, which stands nowhere in the data or the document"
)
def test_what_is_reported_stands_as_it_was_written() -> None:
    (t,) = findings(
        "peristiwa: |\n  5 | rapat/satu | 2025-06 | dalam 2025\n  6 | rapat/satu | 2025-05-02 | dalam 2025\n", "KIN315"
    )
    assert {t.dilaporkan, t.seharusnya} == {"2025-06", "2025-05-02"}


def laporan(tanggal: str, id_: str) -> bool:
    (f,) = [f for f in checks.facts(report(f"laporan: {{tanggal: {tanggal}}}", id_)) if f.jenis == "tanggal"]
    return bool(f.uji["wajar"])


@pytest.mark.parametrize(
    ("tanggal", "id_", "wajar"),
    [
        ("2025-07-07", "2025-tw2", True), ("2025-06-30", "2025-tw2", True), ("2025-05-31", "2025-tw2", False),
        ("2026-01-20", "2025-tahunan", True), ("2025-01-20", "2025-tahunan", False), ("2028-01-20", "2025-tahunan", False),
    ],
)  # fmt: skip
def test_a_report_is_signed_after_its_period(tanggal: str, id_: str, wajar: bool) -> None:
    assert laporan(tanggal, id_) is wajar
