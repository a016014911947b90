"""Misplaced figures: what is told about moved columns and copied rows, and what is never told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pabrik import facts, findings

from mkdocs_kinerja.fakta import Fakta


def tabel(id_: str, kolom: Mapping[str, Sequence[object]], nama: Sequence[str], *, jenis: str = "") -> str:
    """Write a table of services, one column per measure."""
    baris = [f"layanan* | {' | '.join(kolom)}"]
    baris += [f"{n} | {' | '.join(str(isi[i]) for isi in kolom.values())}" for i, n in enumerate(nama)]
    kepala = f"  - id: {id_}\n    tempat: Tabel {id_}\n" + (f"    jenis: {jenis}\n" if jenis else "")
    return kepala + "    isi: |\n" + "".join(f"      {b}\n" for b in baris)


def laporan(*isi: str) -> str:
    return "tabel:\n" + "".join(isi)


def geseran(teks: str, id_: str = "2025-tw2") -> list[Fakta]:
    return [f for f in facts(teks, "geseran", id_) if f.uji["ada"]]


def ringkas(teks: str, id_: str = "2025-tw2") -> list[tuple[object, ...]]:
    return [(f.uji["jenis"], f.uji["tabel"], f.uji["banyak"], f.tampil["uraian"]["id"]) for f in geseran(teks, id_)]


NAMA = ("Uji", "Kaji", "Latih", "Periksa", "Rancang")
ISI = (11, 22, 33, 44, 55)


def test_a_column_that_is_moved_up_by_one_row() -> None:
    teks = laporan(
        tabel("a", {"hasil": ISI}, NAMA, jenis="lampiran"), tabel("b", {"hasil": (22, 33, 44, 55, 11)}, NAMA)
    )
    (f,) = geseran(teks)
    assert f.kunci == ("geseran", "baris", "b", "1")
    assert (f.uji["banyak"], f.uji["menyelesaikan"]) == (5, 5)
    assert f.tampil["uraian"] == {
        "id": "5 angka kolom Hasil layanan bergeser 1 baris ke atas",
        "en": "5 figures of the column Service results are moved up by 1 rows",
    }
    assert (f.tampil["dilaporkan"], str(f.tampil["seharusnya"])) == ("22", "11")
    assert [t.nilai for t in f.bukti.tempat] == ["22", "33", "44", "55", "11"]


def test_the_finding_stands_once_with_every_cell_under_it() -> None:
    semua = findings(
        laporan(tabel("a", {"hasil": ISI}, NAMA, jenis="lampiran"), tabel("b", {"hasil": (55, 11, 22, 33, 44)}, NAMA))
    )
    (sebab,) = [t for t in semua if t.aturan == "KIN211"]
    beda = [t for t in semua if t.aturan == "KIN301"]
    assert "bergeser 1 baris ke bawah" in sebab.pesan["id"]
    assert {t.nama for t in beda} == set(NAMA)
    assert [t.sebab for t in beda] == [sebab.id] * 5
    assert sorted(sebab.akibat) == sorted(t.id for t in beda)
    assert sebab.sebab is None


def test_rows_whose_figures_slipped_one_column_to_the_left() -> None:
    kolom = {"hasil": (110, 120, 130), "order": (210, 220, 230), "pelanggan": (310, 320, 330)}
    geser = {"hasil": (210, 220, 130), "order": (310, 320, 230), "pelanggan": (0, 0, 330)}
    (satu,) = ringkas(laporan(tabel("a", kolom, NAMA[:3], jenis="lampiran"), tabel("b", geser, NAMA[:3])))
    assert satu == ("kolom", "b", 6, "6 angka bergeser 1 kolom ke kiri")


def test_a_row_that_holds_the_figures_of_another_row() -> None:
    kolom = {"hasil": (110, 120, 130), "order": (210, 220, 230), "pelanggan": (310, 320, 330)}
    salin = {"hasil": (110, 110, 130), "order": (210, 210, 230), "pelanggan": (310, 310, 330)}
    (satu,) = ringkas(laporan(tabel("a", kolom, NAMA[:3], jenis="lampiran"), tabel("b", salin, NAMA[:3])))
    assert satu == ("salin", "b", 3, "baris Kaji memuat 3 angka milik baris Uji")


def test_a_column_that_repeats_the_total_of_its_row() -> None:
    (satu,) = ringkas("""
        tabel:
          - id: a
            rumus: {hasil: order + pelanggan}
            isi: |
              layanan* | order | pelanggan | hasil
              Uji      | 10    | 31        | 31
              Kaji     | 20    | 52        | 52
              Latih    | 30    | 73        | 73
    """)
    assert satu == ("salin-kolom", "a", 3, "3 angka kolom Pelanggan sama dengan kolom Hasil layanan")


def test_a_column_that_is_taken_away_and_repeats_the_result() -> None:
    """510 - 200 = 310: what is blocked was overwritten by what is left."""
    (f,) = geseran("""
        tabel:
          - id: a
            isi: |
              kro*     | pagu | blokir | pagu_efektif
              6077.AEC | 510  | 310    | 310
              6077.AEF | 720  | 420    | 420
              6077.AEG | 930  | 530    | 530
    """)
    assert (f.uji["jenis"], str(f.tampil["seharusnya"])) == ("salin-kolom", "200")


BULAN_YANG_MENGULANG = """
tabel:
  - id: a
    ukuran: hasil
    kepala: [periode]
    isi: |
      layanan* | tw1 | tw2 | sd-tw2
      Uji      | 10  | 31  | 31
      Kaji     | 20  | 52  | 52
      Latih    | 30  | 73  | 73
"""


def test_a_period_that_repeats_the_cumulative_column() -> None:
    (satu,) = ringkas(BULAN_YANG_MENGULANG)
    assert satu[:3] == ("salin-kolom", "a", 3)


def test_two_columns_of_one_measure_are_told_apart() -> None:
    uraian = str(ringkas(BULAN_YANG_MENGULANG)[0][3])
    kiri, _, kanan = uraian.partition(" sama dengan kolom ")
    assert kiri.partition(" angka kolom ")[2] != kanan


# -- what must not be told ----------------------------------------------------------------------------------------------


def test_two_cells_that_are_swapped_are_no_moved_column() -> None:
    teks = laporan(
        tabel("a", {"hasil": ISI}, NAMA, jenis="lampiran"), tabel("b", {"hasil": (22, 11, 33, 44, 55)}, NAMA)
    )
    assert geseran(teks) == []
    assert len(findings(teks, "KIN301")) == 2


def test_equal_figures_are_not_called_a_move() -> None:
    """Three cells of one and the same value say nothing about where they come from."""
    assert geseran(laporan(
        tabel("a", {"hasil": (1, 2, 1, 2, 1)}, NAMA, jenis="lampiran"), tabel("b", {"hasil": (2, 1, 2, 1, 2)}, NAMA)
    )) == []  # fmt: skip


def test_figures_of_another_year_are_not_misplaced_where_both_tables_say_which_year_they_are_of() -> None:
    teks = laporan(tabel("a", {"hasil@2024": ISI}, NAMA), tabel("b", {"hasil@2023": (22, 33, 44, 55, 11)}, NAMA))
    assert geseran(teks) == []
    assert findings(teks) == []


def test_a_column_where_other_figures_are_simply_different_is_not_moved() -> None:
    assert geseran(laporan(
        tabel("a", {"hasil": ISI}, NAMA, jenis="lampiran"), tabel("b", {"hasil": (22, 33, 97, 98, 99)}, NAMA)
    )) == []  # fmt: skip


def test_coarse_prints_of_the_same_figures_are_in_their_place() -> None:
    """96, 97 and 98 stand for 96,4, 97,3 and 97,9."""
    assert findings(laporan(
        tabel("a", {"persen": ("96,4", "97,3", "97,9")}, NAMA[:3]), tabel("b", {"persen": (96, 97, 98)}, NAMA[:3])
    )) == []  # fmt: skip


# -- other years and interim targets ------------------------------------------------------------------------------------


TAHUN = """
tabel:
  - id: a
    jenis: lampiran
    isi: |
      kro*     | pagu@2024   | pagu@2025
      6077.AEC | 110.000.111 | 210.000.222
      6077.AEF | 120.000.333 | 220.000.444
      6077.AEG | 130.000.555 | 230.000.666
  - id: b
    tempat: Tabel 9
    isi: |
      kro*     | pagu@2025
      6077.AEC | {}
      6077.AEF | {}
      6077.AEG | {}
"""


def test_a_column_of_last_years_figures() -> None:
    (satu,) = ringkas(TAHUN.format("110.000.111", "120.000.333", "130.000.555"))
    assert satu == ("tahun", "b", 3, "3 angka Pagu adalah angka tahun 2024")


def test_one_figure_of_eight_digits_tells_the_year_of_its_column() -> None:
    (satu,) = ringkas(TAHUN.format("110.000.111", "220.000.444", "230.000.666"))
    assert satu[:3] == ("tahun", "b", 1)


def test_short_figures_equal_last_years_by_chance() -> None:
    assert geseran("""
        tabel:
          - id: a
            jenis: lampiran
            isi: |
              layanan* | hasil@2024 | hasil@2025
              Uji      | 11         | 12
              Kaji     | 21         | 22
          - id: b
            isi: |
              layanan* | hasil@2025
              Uji      | 11
              Kaji     | 22
    """, "2025-tahunan") == []  # fmt: skip


def antara(*nilai: str) -> str:
    baris = "".join(f"      {i} | {t} | {r}\n" for (i, t), r in zip(TARGET.items(), nilai, strict=True))
    lain = "".join(f"      {i} | {r}\n" for i, r in HASIL.items())
    return (
        f"tabel:\n  - id: a\n    isi: |\n      indikator* | target | realisasi\n{baris}"
        f"  - id: b\n    isi: |\n      indikator* | realisasi\n{lain}"
    )


TARGET = {"ikm": "3,60", "pelanggan": "400", "sla": "80,00", "temuan": "8", "kadar": "12,00"}
HASIL = {"ikm": "3,71", "pelanggan": "413", "sla": "81,30", "temuan": "7", "kadar": "11,90"}


def test_results_that_are_half_of_every_target_are_interim_targets() -> None:
    (satu,) = ringkas(antara("1,80", "200", "40,00", "4", "6,00"), "2025-tahunan")
    assert satu == ("antara", "a", 5, "5 realisasi persis 50% dari target setahun, jadi target antara, bukan hasil")
    assert ringkas(antara("1,80", "200", "40,00", "4", "6,00"), "2025-tw2") == []


def test_a_few_results_may_well_be_half_of_their_target() -> None:
    assert geseran(antara("1,80", "200", "81,30", "7", "11,90"), "2025-tahunan") == []


# -- properties ---------------------------------------------------------------------------------------------------------


isi_tabel = st.lists(st.integers(10, 9999), min_size=4, max_size=9, unique=True)


@settings(max_examples=40)
@given(isi_tabel, st.integers(1, 8))
@example([11, 22, 33, 44], 2)
def test_a_rotated_column_is_found_with_its_step_and_all_its_cells(isi: list[int], k: int) -> None:
    k = k % len(isi) or 1
    nama = [f"L{chr(65 + n)}" for n in range(len(isi))]
    putar = isi[k:] + isi[:k]
    teks = laporan(tabel("a", {"hasil": isi}, nama, jenis="lampiran"), tabel("b", {"hasil": putar}, nama))
    (f,) = geseran(teks)
    arah, langkah = ("ke atas", k) if k <= len(isi) // 2 else ("ke bawah", len(isi) - k)
    assert (f.uji["jenis"], f.uji["tabel"], f.uji["banyak"]) == ("baris", "b", len(isi))
    assert f.tampil["uraian"]["id"].endswith(f"bergeser {langkah} baris {arah}")
    akibat = {p.uji["akibat"] for p in facts(teks, "sebab") if p.uji["sebab"] == "/".join(f.kunci)}
    assert akibat == {f"sebutan/layanan/{n}:hasil@sd-tw2" for n in nama}


@settings(max_examples=40)
@given(isi_tabel, st.integers(0, 3))
def test_a_table_that_is_not_rotated_is_never_accused(isi: list[int], salah: int) -> None:
    """Not even where some of its figures are wrong: above all that is printed elsewhere, so they fit nowhere."""
    nama = [f"L{chr(65 + n)}" for n in range(len(isi))]
    lain = [v + 10_000 if n < salah else v for n, v in enumerate(isi)]
    teks = laporan(tabel("a", {"hasil": isi}, nama, jenis="lampiran"), tabel("b", {"hasil": lain}, nama))
    assert geseran(teks) == []
    assert {t.nama for t in findings(teks, "KIN301")} == set(nama[:salah])


@pytest.mark.parametrize("jenis", ["", "lampiran"])
def test_tables_in_another_order_give_the_same_finding(jenis: str) -> None:
    a = tabel("a", {"hasil": ISI}, NAMA, jenis="lampiran")
    b, c = tabel("b", {"hasil": (22, 33, 44, 55, 11)}, NAMA), tabel("c", {"hasil": ISI}, NAMA, jenis=jenis)
    hasil = [sorted((t.id, t.aturan, t.sebab) for t in findings(laporan(*urut))) for urut in ((a, b, c), (c, b, a))]
    assert hasil[0] == hasil[1]
    assert "KIN211" in {aturan for _, aturan, _ in hasil[0]}
