"""Kinds of total: recognised where nothing is declared, kept apart where it matters, and the span of the parts."""

from __future__ import annotations

import pytest
from pabrik import facts, findings

from mkdocs_kinerja.fakta import Fakta


def hubungan(teks: str, ukuran: str = "") -> list[Fakta]:
    return [f for f in facts(teks, "hubungan") if not ukuran or f.uji["ukuran"] == ukuran]


def kro(kolom: str, *baris: str, tambahan: str = "") -> str:
    isi = "".join(f"      {b}\n" for b in (f"kro* | {kolom}", *baris))
    return f"tabel:\n  - id: a\n{tambahan}    isi: |\n{isi}"


SERAPAN = kro(
    "pagu | serapan", "6077.AEC | 80 | 10,00", "6077.AEF | 10 | 20,00", "6077.AEG | 10 | 60,00", "= | 100 | {}"
)


@pytest.mark.parametrize(
    ("total", "macam"),
    [
        ("90,00", "jumlah biasa"), ("30,00", "rata-rata biasa tanpa bobot"),
        ("16,00", "rata-rata tertimbang menurut pagu"),
    ],
)  # fmt: skip
def test_the_total_of_percentages_is_recognised(total: str, macam: str) -> None:
    (f,) = hubungan(SERAPAN.format(total), "realisasi_anggaran_persen")
    assert (f.uji["jenis"], f.uji["cocok"], f.tampil["keterangan"]["id"]) == ("macam", True, macam)


def test_a_total_of_percentages_that_is_nothing_known_is_not_judged() -> None:
    (f,) = hubungan(SERAPAN.format("31,00"), "realisasi_anggaran_persen")
    assert (f.uji["terhitung"], f.tampil["alasan"]["id"]) == (False, "ukuran ini tidak dijumlahkan")


def test_a_count_whose_total_is_the_mean_is_told_as_such_and_not_as_a_wrong_sum() -> None:
    teks = "tabel:\n  - id: a\n    isi: |\n      layanan* | hasil\n      A | 10\n      B | 20\n      = | 15\n"
    (f,) = hubungan(teks)
    assert (f.uji["jenis"], f.uji["cocok"], f.tampil["uraian"]) == ("macam", True, "(10 + 20) \u00f7 2")
    assert [t.aturan for t in findings(teks)] == ["KIN213"]


def test_a_total_that_is_both_sum_and_mean_is_a_sum() -> None:
    """Of one row, or of rows that are all zero, sum and mean are the same."""
    for baris in (("A | 10", "= | 10"), ("A | 0", "B | 0", "= | 0")):
        teks = "tabel:\n  - id: a\n    isi: |\n      layanan* | hasil\n" + "".join(f"      {b}\n" for b in baris)
        (f,) = hubungan(teks)
        assert (f.uji["jenis"], f.uji["cocok"]) == ("jumlah", True)
        assert findings(teks) == []


def test_equal_rows_cannot_tell_a_mean_from_a_mistake() -> None:
    """10 and 10 make 10 by any mean: the sum is what is expected, and what fails."""
    teks = "tabel:\n  - id: a\n    isi: |\n      layanan* | hasil\n      A | 10\n      B | 10\n      = | 10\n"
    (f,) = hubungan(teks)
    assert (f.uji["jenis"], f.uji["cocok"], str(f.tampil["seharusnya"])) == ("jumlah", False, "20")


def test_a_column_that_says_it_is_not_summed_is_left_alone() -> None:
    teks = kro(
        "serapan", "6077.AEC | 10,00", "6077.AEF | 20,00", "= | 30,00", tambahan="    jumlah: {serapan: tidak}\n"
    )
    assert hubungan(teks) == []


def test_a_column_with_a_formula_is_judged_by_its_formula() -> None:
    teks = kro(
        "pagu | realisasi_anggaran | serapan", "6077.AEC | 80 | 8 | 10,00", "6077.AEF | 20 | 12 | 60,00",
        "= | 100 | 20 | 20,00", tambahan="    rumus: {serapan: realisasi_anggaran / pagu * 100}\n",
    )  # fmt: skip
    assert {f.uji["jenis"] for f in hubungan(teks, "realisasi_anggaran_persen")} == {"rasio"}
    assert findings(teks, "KIN204", "KIN206", "KIN213") == []


# -- span of the parts --------------------------------------------------------------------------------------------------


def rentang(induk: str, *anak: str) -> list[tuple[object, ...]]:
    baris = "".join(f"      > 00{n} | {a}\n" for n, a in enumerate(anak, 1))
    teks = f"tabel:\n  - id: a\n    isi: |\n      kro>ro* | serapan\n      6077.AEC | {induk}\n{baris}"
    return [
        (f.uji["cocok"], f.tampil["keterangan"]["id"]) for f in facts(teks, "hubungan") if f.uji["jenis"] == "rentang"
    ]


@pytest.mark.parametrize(
    ("induk", "cocok"), [("50,00", True), ("40,00", True), ("60,00", True), ("39,98", False), ("60,02", False)]
)
def test_the_percentage_of_a_whole_lies_between_those_of_its_parts(induk: str, cocok: bool) -> None:
    assert rentang(induk, "40,00", "60,00") == [(cocok, "bagian-bagiannya antara 40,00 dan 60,00")]


def test_rounding_at_the_border_is_not_told() -> None:
    assert rentang("60", "40,00", "60,40")[0][0] is True
    assert rentang("60,4", "40", "60")[0][0] is True
    assert rentang("60,6", "40", "60")[0][0] is False


def test_a_part_without_a_figure_may_be_zero() -> None:
    assert rentang("20,00", "40,00", "60,00", "-") == [(True, "bagian-bagiannya antara 0 dan 60,00")]
    assert rentang("61,00", "40,00", "60,00", "-")[0][0] is False


def test_one_part_alone_spans_nothing() -> None:
    assert rentang("41,00", "40,00") == []


def test_the_finding_names_the_parts() -> None:
    teks = "tabel:\n  - id: a\n    isi: |\n      kro>ro* | serapan\n      6077.AEC | 70,00\n      > 001 | 40,00\n      > 002 | 60,00\n"
    (t,) = findings(teks, "KIN215")
    assert t.dilaporkan == "70,00"
    assert "antara 40,00 dan 60,00" in t.pesan["id"]
    assert "between 40,00 and 60,00" in t.pesan["en"]


# -- decimals that were cut off -----------------------------------------------------------------------------------------


def capaian(cetak: str) -> list[str]:
    teks = f"tabel:\n  - id: a\n    isi: |\n      indikator* | target | realisasi | capaian\n      pelanggan | 650 | 453 | {cetak}\n"
    return [t.aturan for t in findings(teks, "KIN201", "KIN216")]


def test_digits_that_were_cut_off_are_worth_a_note_only() -> None:
    """453 of 650 is 69,6923."""
    assert capaian("69,69%") == []
    assert capaian("69,7%") == []
    assert capaian("69,6%") == ["KIN216"]
    assert capaian("69,5%") == ["KIN201"]
    assert capaian("70%") == []
    assert capaian("69%") == ["KIN201"], "whole numbers are not cut"


def test_a_zero_among_decimals_is_nothing() -> None:
    """Beside 97,25 a bare 0 does not stand for anything up to one half."""
    teks = """
        tabel:
          - id: a
            jumlah: {serapan: jumlah}
            isi: |
              kro*     | serapan
              6077.AEC | 97,25
              6077.AEF | 1,50
              6077.AEG | 0
              =        | 99,10
    """
    (f,) = hubungan(teks)
    assert (f.uji["cocok"], str(f.tampil["seharusnya"])) == (False, "98.75")
    (f,) = hubungan(teks.replace("| 0\n", "| 0,4\n"))
    assert f.uji["cocok"] is True


def test_an_amount_rounded_to_thousands_in_prose_agrees_with_the_exact_one() -> None:
    teks = """
        tabel:
          - id: a
            isi: |
              kro*     | pagu
              6077.AEC | 25.431.499
        pernyataan: |
          5 | kro/6077.AEC | pagu | | {}
    """
    assert findings(teks.format("25.431.000"), "KIN302") == []
    assert len(findings(teks.format("25.430.000"), "KIN302")) == 1
    assert len(findings(teks.format("25.431.498"), "KIN302")) == 1
