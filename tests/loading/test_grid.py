"""Text grids: cells, markers and places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.loading import grid
from mkdocs_kinerja.loading.grid import GarisTeks, Kisi


def baca(teks: str, kepala: int = 1) -> Kisi:
    return grid.read([GarisTeks(g, 100 + n, 7) for n, g in enumerate(teks.split("\n"))], kepala)


def isi(kisi: Kisi) -> list[list[str]]:
    return [[s.teks for s in b.sel] for b in kisi.isi]


def test_cells_and_their_places() -> None:
    kisi = baca("nama* | nilai\nA b   | 1.000")
    assert isi(kisi) == [["A b", "1.000"]]
    sel = kisi.isi[0].sel
    assert [(s.baris, s.kolom) for s in sel] == [(101, 7), (101, 15)]


def test_tabs_split_where_there_is_no_pipe() -> None:
    kisi = baca("nama*\tnilai\nA b\t 7")
    assert isi(kisi) == [["A b", "7"]]
    assert kisi.isi[0].sel[1].kolom == 12


def test_markers_come_before_the_first_cell() -> None:
    kisi = baca("k* | n\n@318 = Jumlah | 3\n> anak | 1\n>> cucu | 2\n= | 4\n@5 x | 6")
    assert [(b.sel[0].teks, b.tingkat, b.total, b.sumber) for b in kisi.isi] == [
        ("Jumlah", 0, True, 318), ("anak", 1, False, None), ("cucu", 2, False, None), ("", 0, True, None), ("x", 0, False, 5),
    ]  # fmt: skip


def test_a_marker_needs_a_blank_after_it() -> None:
    kisi = baca("k* | n\n>90 | 1\n=x | 2")
    assert [(b.sel[0].teks, b.tingkat, b.total) for b in kisi.isi] == [(">90", 0, False), ("=x", 0, False)]


def test_outer_pipes_and_the_rule_of_markdown_tables() -> None:
    kisi = baca("| k* | n |\n|---|---:|\n| A | 1 |\n| = J | |")
    assert isi(kisi) == [["A", "1"], ["J", ""]]
    assert kisi.isi[1].total
    assert kisi.isi[0].sel[0].kolom == 9


def test_an_empty_first_cell_is_not_an_outer_pipe() -> None:
    assert isi(baca("k* | n\n   | 1")) == [["", "1"]]


def test_comments_and_blank_lines_are_no_rows_but_errors_of_spreadsheets_are() -> None:
    assert isi(baca("# tentang\nk* | n\n\n# catatan\n#DIV/0! | 1")) == [["#DIV/0!", "1"]]


def test_an_escaped_pipe_is_text() -> None:
    assert isi(baca("k* | n\na\\|b | 1")) == [["a|b", "1"]]


def test_the_rest_of_a_row_may_be_unreadable() -> None:
    b = baca("k* | a | b | c\nx | 1 | ?...").isi[0]
    assert (b.terputus, [s.teks for s in b.sel]) == (True, ["x", "1"])


def test_header_lines_are_as_wide_as_the_widest() -> None:
    kisi = baca("k* | a | | b\n | r1", 2)
    assert [[s.teks for s in k] for k in kisi.kepala] == [["k*", "a", "", "b"], ["", "r1", "", ""]]


@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_characters="\n\r|\t\\", exclude_categories=["Cs", "Cc"]), max_size=8),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_stands_where_it_says(sel: list[str]) -> None:
    """The text at the line and column of a cell is the text of the cell."""
    garis = "kunci | " + " | ".join(sel) + " |x"
    kisi = grid.read([GarisTeks("k*|", 1, 1), GarisTeks(garis, 2, 5)], 1)
    for s in kisi.isi[0].sel:
        assert garis[s.kolom - 5 :].startswith(s.teks)
    assert len(kisi.isi[0].sel) == len(sel) + 2


@given(st.text(max_size=200), st.integers(0, 3))
def test_any_text_is_a_grid(teks: str, kepala: int) -> None:
    kisi = baca(teks, kepala)
    assert all(b.sel for b in kisi.isi)
