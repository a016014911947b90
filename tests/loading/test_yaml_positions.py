"""Every key, value and line of a text grid is found where it stands."""

from __future__ import annotations

import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_kinerja.loading.yaml_events import BlockLine, parse, read_document

REPORT = """\
# sebuah laporan
laporan:
  judul: "Laporan: TW II"   # komentar
  kode: 1.10
tabel:
  - id: pk
    kepala: [ukuran, versi]
    isi: |  # kisi

      indikator* | target
        ikm      | 3,86

      = jumlah   | 1
  -   id: kosong
      catatan:
"""


def test_positions() -> None:
    document = parse(REPORT)
    assert document.problems == ()
    assert document.position() == (2, 1)
    assert document.key_position(("laporan",)) == (2, 1)
    assert document.position(("laporan",)) == (3, 3)
    assert document.position(("laporan", "judul")) == (3, 10)
    assert document.position(("tabel", 0)) == (6, 5)
    assert document.position(("tabel", 0, "kepala", 1)) == (7, 22)
    assert document.key_position(("tabel", 1, "catatan")) == (15, 7)
    assert document.position(("tabel", 1, "catatan")) == (15, 15)
    assert document.lexical(("laporan", "kode")) == "1.10"
    assert document.lexical(("laporan", "judul")) is None


def test_missing_values_fall_back_to_their_parent() -> None:
    document = parse(REPORT)
    assert document.position(("tabel", 1, "sumber", 3)) == document.position(("tabel", 1))
    assert document.position(("tabel", 9)) == document.position(("tabel",))
    assert document.position(("laporan", "judul", "x")) == document.position(("laporan", "judul"))
    assert document.key_position(("tabel", 1, "sumber")) == document.position(("tabel", 1))
    assert document.key_position(("tabel", 1)) == document.position(("tabel", 1))
    assert parse("").position(("a", 1)) == (1, 1)


def test_block_lines() -> None:
    block = parse(REPORT).block(("tabel", 0, "isi"))
    assert block is not None
    assert block.lines == (
        BlockLine("", 9, 7),
        BlockLine("indikator* | target", 10, 7),
        BlockLine("  ikm      | 3,86", 11, 7),
        BlockLine("", 12, 7),
        BlockLine("= jumlah   | 1", 13, 7),
    )


def test_block_indicators_and_line_ends() -> None:
    document = parse("a: |2-\r\n    x | y\r\n   z\r\n\r\nb: |+\r\n  q\r\n\r\n")
    a, b = document.block(("a",)), document.block(("b",))
    assert a is not None
    assert b is not None
    assert a.lines == (BlockLine("  x | y", 2, 3), BlockLine(" z", 3, 3))
    assert b.lines == (BlockLine("q", 6, 3), BlockLine("", 7, 3))
    assert document.lines[1] == "    x | y"


def test_only_literal_blocks_are_blocks() -> None:
    document = parse("a: >\n  x\nb: x\nc: 'x'\nd: [x]\ne: |\n")
    for key in "abcdz":
        assert document.block((key,)) is None
        assert not document.is_block((key,))
    block = document.block(("e",))
    assert block is not None
    assert block.lines == ()


def test_a_part_keeps_the_places_of_the_file() -> None:
    document = parse("aturan:\n  - contoh:\n      temuan:\n        isi: |\n          a | b\n")
    part = document.part(("aturan", 0, "contoh", "temuan"))
    block = part.block(("isi",))
    assert part.data == {"isi": "a | b\n"}
    assert part.position(("isi",)) == (4, 14)
    assert block is not None
    assert block.lines == (BlockLine("a | b", 5, 11),)


WORD = st.text(string.ascii_letters + "é字😀-", min_size=1, max_size=8).filter(lambda t: t[0] != "-" and t[-1] != "-")
SCALAR = st.one_of(WORD, st.integers(-999, 999), st.sampled_from(["051", "1.10", "3,86", "ya", "2025-07-07"]))
GRID = st.lists(st.lists(WORD, min_size=1, max_size=3).map(" | ".join), min_size=1, max_size=4).map("\n".join)
TREE = st.recursive(
    st.one_of(SCALAR, GRID.map(lambda text: ("grid", text)), SCALAR.map(lambda v: ("quoted", str(v)))),
    lambda below: st.one_of(
        st.dictionaries(WORD, below, min_size=1, max_size=4), st.lists(below, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def emit(tree: Any, indent: int) -> str:
    """Write a tree as the block YAML an author would type; the result continues the line of its key or dash."""
    pad = " " * indent
    if isinstance(tree, dict):
        return "\n" + "".join(f"{pad}{key}: {emit(value, indent + 2)}" for key, value in tree.items())
    if isinstance(tree, list):
        return "\n" + "".join(f"{pad}- {emit(value, indent + 3)}" for value in tree)
    if isinstance(tree, tuple) and tree[0] == "grid":
        return "|\n" + "".join(f"{pad}{line}\n" for line in tree[1].split("\n"))
    return f'"{tree[1]}"\n' if isinstance(tree, tuple) else f"{tree}\n"


def check(document: Any, tree: Any, path: tuple[str | int, ...]) -> None:
    line, column = document.position(path)
    here = document.lines[line - 1][column - 1 :]
    if isinstance(tree, dict):
        assert here.startswith(next(iter(tree)))
        for key, value in tree.items():
            key_line, key_column = document.key_position((*path, key))
            assert document.lines[key_line - 1][key_column - 1 :].startswith(f"{key}:")
            check(document, value, (*path, key))
    elif isinstance(tree, list):
        assert here.startswith("-")
        for index, value in enumerate(tree):
            check(document, value, (*path, index))
    elif isinstance(tree, tuple) and tree[0] == "grid":
        assert here == "|"
        block = document.block(path)
        assert block.text == tree[1]
        for text in block.lines:
            assert document.lines[text.line - 1][text.column - 1 :] == text.text
    elif isinstance(tree, tuple):
        assert here == f'"{tree[1]}"'
    else:
        assert here == str(tree) == document.lexical(path)


@given(st.dictionaries(WORD, TREE, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_every_position_points_at_its_text(tree: dict[str, Any]) -> None:
    text = emit(tree, 0).removeprefix("\n")
    document = parse(text)
    assert document.problems == ()
    check(document, tree, ())


YAMLISH = st.lists(
    st.sampled_from(
        [*"abc01:-|>[]{}&*!%@`'\"#?,\\\t \n\r~=", ": ", "- ", "\n  ", "\n    ", "isi: |\n",
         "---\n", "...\n", "<<: ", "\ufeff", "\0", "\u2028", "é"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(max_size=200), YAMLISH))
@settings(max_examples=400, deadline=None)
def test_no_text_raises(text: str) -> None:
    document = parse(text)
    if document.data is None:
        assert document.problems
    for problem in document.problems:
        assert 1 <= problem.baris <= len(document.lines)
        assert 1 <= problem.kolom <= len(document.lines[problem.baris - 1]) + 1
        assert problem.pesan
        assert "\n" not in problem.pesan
    document.position(("a", 0, "b"))


@given(st.one_of(st.binary(max_size=200), YAMLISH.map(lambda text: text.encode("utf-16"))))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise(tmp_path_factory: Any, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bita.yml"
    path.write_bytes(data)
    document = read_document(path)
    assert document.problems or document.data is not None
