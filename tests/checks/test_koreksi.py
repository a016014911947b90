"""One wrong cell behind several contradictions: which cell is named, with which value, and when nobody can tell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pabrik import facts, findings

from mkdocs_kinerja.angka import read
from mkdocs_kinerja.checks.koreksi import slip
from mkdocs_kinerja.temuan import Usulan

BULAN = ("jan", "feb", "mar")


def usulan(teks: str) -> list[tuple[str, str, str, str]]:
    """Return what is proposed: row, printed value, supposed value, slip of the pen."""
    semua = [f.tampil["_usulan"] for f in facts(teks, "usulan")]
    assert all(isinstance(u, Usulan) for u in semua)
    return [(u.tempat.nama, u.tempat.nilai, str(u.nilai), u.salah_ketik) for u in semua]


def bulanan(isi: list[list[int]]) -> str:
    """Write a table of months with totals both ways; the last row and the last column are the totals."""
    kepala = f"layanan* | {' | '.join(BULAN)} | tw1"
    baris = [
        f"{'= Jumlah' if n == len(isi) - 1 else f'L{chr(65 + n)}'} | {' | '.join(map(str, b))}"
        for n, b in enumerate(isi)
    ]
    teks = "".join(f"      {b}\n" for b in (kepala, *baris))
    return f"tabel:\n  - id: a\n    ukuran: hasil\n    kepala: [periode]\n    isi: |\n{teks}"


def lengkap(isi: list[list[int]]) -> list[list[int]]:
    baris = [[*b, sum(b)] for b in isi]
    return [*baris, [sum(k) for k in zip(*baris, strict=True)]]


def test_the_cell_where_a_wrong_row_and_a_wrong_column_cross() -> None:
    isi = lengkap([[10, 20, 30], [61, 39, 10]])
    isi[1][0] = 16
    semua = findings(bulanan(isi))
    (sel,) = [t for t in semua if t.aturan == "KIN212"]
    assert (sel.nama, sel.dilaporkan, sel.seharusnya, sel.selisih) == ("LB", "16", "61", "-45")
    assert sel.usulan is not None
    assert (sel.usulan.nilai, sel.usulan.salah_ketik) == (Decimal(61), "tukar")
    assert {t.aturan for t in semua if t.id in sel.akibat} == {"KIN202"}
    assert len(sel.akibat) == 2


def test_a_wrong_total_is_told_at_its_own_sum() -> None:
    """No finding of its own is needed: the sum that fails stands at the wrong cell."""
    isi = lengkap([[10, 20, 30], [61, 39, 10]])
    isi[1][3] = 101
    semua = findings(bulanan(isi))
    assert [t.aturan for t in semua] == ["KIN202", "KIN202"]
    (akar,) = [t for t in semua if t.usulan]
    assert (akar.nama, akar.dilaporkan, str(akar.usulan.nilai if akar.usulan else "")) == ("LB", "101", "110")
    assert [t.sebab for t in semua if t is not akar] == [akar.id]


def test_a_value_copied_to_two_places_is_one_mistake() -> None:
    """Row and column need 61 where 16 stands, and another table prints 16 as well."""
    isi = lengkap([[10, 20, 30], [61, 39, 10]])
    isi[1][0] = 16
    salinan = "  - id: b\n    isi: |\n      layanan* | hasil@jan\n      LB | 16\n"
    (sel,) = findings(bulanan(isi) + salinan, "KIN212")
    assert (sel.nama, sel.seharusnya) == ("LB", "61")
    assert [(t.tabel, t.nilai) for t in sel.bukti.tempat] == [("a", "16"), ("b", "16")]


def test_another_place_that_prints_the_value_confirms_it() -> None:
    """The disagreement of the places is told at the cell, and the sums under it."""
    isi = lengkap([[10, 20, 30], [61, 39, 10]])
    isi[1][0] = 16
    salinan = "  - id: b\n    isi: |\n      layanan* | hasil@jan\n      LB | 61\n"
    semua = findings(bulanan(isi) + salinan)
    (akar,) = [t for t in semua if t.akibat]
    assert (akar.aturan, akar.usulan is not None and akar.usulan.nilai) == ("KIN301", Decimal(61))
    assert {t.aturan for t in semua if t.sebab == akar.id} == {"KIN202"}
    assert not [t for t in semua if t.aturan == "KIN212"]


# -- ambiguity ----------------------------------------------------------------------------------------------------------


def test_two_cells_that_explain_the_same_are_not_accused() -> None:
    """Both relations hold Uji and Kaji: either of them may be 5 too small."""
    teks = """
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              Uji      | 11
              Kaji     | 22
              =        | 38
        kaitan:
          - {nama: Kali, hasil: "pelanggan:realisasi", rumus: "layanan/uji:hasil + layanan/kaji:hasil"}
        pernyataan: |
          1 | pelanggan | realisasi | | 38
    """
    semua = findings(teks, "KIN202", "KIN208", "KIN212")
    assert [t.aturan for t in semua] == ["KIN202", "KIN208"]
    assert [(t.sebab, t.akibat, t.usulan) for t in semua] == [(None, (), None)] * 2


def test_one_contradiction_alone_accuses_no_cell() -> None:
    teks = """
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              Uji      | 111
              Kaji     | 222
              =        | 999
    """
    assert facts(teks, "koreksi") == []
    assert usulan(teks) == []


def test_a_correction_that_breaks_what_holds_is_no_correction() -> None:
    """61 would settle row and column, but the indicator was computed from the 16 that is printed."""
    isi = lengkap([[10, 20, 30], [61, 39, 10]])
    isi[1][0] = 16
    kaitan = """
kaitan:
  - {nama: Kali, hasil: "pelanggan:realisasi", rumus: "layanan/LB:hasil@jan * 2"}
pernyataan: |
  1 | pelanggan | realisasi | | 32
"""
    assert facts(bulanan(isi) + kaitan.replace("| 32", "| 122"), "koreksi") != []
    assert facts(bulanan(isi) + kaitan, "koreksi") == []


# -- guesses ------------------------------------------------------------------------------------------------------------


def test_the_minority_that_is_one_slip_away_from_the_majority() -> None:
    teks = """
        pernyataan: |
          1 | sla | realisasi | | 97,25
          2 | sla | realisasi | | 97,25
          3 | sla | realisasi | | 95,52
    """
    assert usulan(teks) == []
    assert [u[1:] for u in usulan(teks.replace("95,52", "97,52"))] == [("97,52", "97.25", "tukar")]


def test_no_guess_where_two_places_stand_against_each_other() -> None:
    assert usulan("""
        pernyataan: |
          1 | sla | realisasi | | 97,25
          2 | sla | realisasi | | 97,52
    """) == []  # fmt: skip


# -- slips of the pen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tercetak", "nilai", "jenis"),
    [
        ("2.345", "2435", "tukar"), ("2.345", "2346", "satu"), ("2.345", "23451", "kurang"), ("2.345", "234", "lebih"),
        ("2.345", "2345", ""), ("2.345", "5432", ""), ("2.345", "2453", ""), ("25,31", "23.51", "tukar"),
        ("25,31", "25.3", "satu"), ("25,31", "25.315", ""), ("12", "13", ""), ("12", "21", "tukar"), ("1", "2", ""),
        ("5", "-5", ""),
    ],
)  # fmt: skip
def test_kinds_of_slip(tercetak: str, nilai: str, jenis: str) -> None:
    assert slip(read(tercetak), Decimal(nilai)) == jenis


angka = st.integers(100, 10**12)


@given(angka, st.data())
def test_two_swapped_neighbours_are_a_swap(n: int, data: st.DataObject) -> None:
    teks = list(str(n))
    i = data.draw(st.integers(0, len(teks) - 2))
    assume(teks[i] != teks[i + 1] and (i or teks[1] != "0"))
    teks[i], teks[i + 1] = teks[i + 1], teks[i]
    assert slip(read(str(n)), Decimal("".join(teks))) == "tukar"


@given(angka, st.data())
def test_one_other_digit_and_one_digit_more_or_less(n: int, data: st.DataObject) -> None:
    teks = str(n)
    i = data.draw(st.integers(0, len(teks) - 1))
    lain = data.draw(st.sampled_from([d for d in "123456789" if d != teks[i]]))
    assert slip(read(teks), Decimal(teks[:i] + lain + teks[i + 1 :])) == "satu"
    panjang = teks[: i + 1] + lain + teks[i + 1 :]
    assert slip(read(teks), Decimal(panjang)) == "kurang"
    assert slip(read(panjang), Decimal(n)) == "lebih"


@given(angka, angka)
def test_a_slip_looks_the_same_from_both_sides(a: int, b: int) -> None:
    balik = {"kurang": "lebih", "lebih": "kurang"}
    ke, dari = slip(read(str(a)), Decimal(b)), slip(read(str(b)), Decimal(a))
    assert dari == balik.get(ke, ke)


# -- properties ---------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3), min_size=2, max_size=5),
    st.integers(0, 99), st.integers(0, 3), st.integers(1, 700),
)  # fmt: skip
def test_one_changed_cell_is_found_with_its_value_and_never_another(
    isi: list[list[int]], baris: int, kolom: int, tambah: int
) -> None:
    benar = lengkap(isi)
    r = baris % len(benar)
    rusak = [list(b) for b in benar]
    rusak[r][kolom] += tambah
    nama = "Satker Uji (Jumlah)" if r == len(benar) - 1 else f"L{chr(65 + r)}"
    hasil = usulan(bulanan(rusak))
    assert [h[:3] for h in hasil] == [(nama, str(rusak[r][kolom]), str(benar[r][kolom]))]


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3), min_size=2, max_size=5))
def test_a_consistent_table_is_left_alone(isi: list[list[int]]) -> None:
    assert usulan(bulanan(lengkap(isi))) == []
    assert facts(bulanan(lengkap(isi)), "sebab") == []
