"""Each common slip is named by its cause, at its place, with what to write instead."""

from __future__ import annotations

import pytest

from mkdocs_kinerja.loading import yaml_events
from mkdocs_kinerja.loading.yaml_events import parse

GRID = "tabel:\n  - id: x\n    isi: |\n"

# name: (text, line, column, what the message must hold)
CASES = {
    "tab below a key": ("a:\n\tb: 1\n", 2, 1, "Ganti Tab dengan spasi"),
    "tab after spaces": ("a:\n  b: 1\n \tc: 2\n", 3, 2, "Ganti Tab dengan spasi"),
    "tab in a block": ("a: |\n\tx\n", 2, 1, "Ganti Tab dengan spasi"),
    "no space, first line": ("a:1\nb: 2\n", 1, 3, "Beri spasi setelah titik dua: `a: 1`"),
    "no space, last line": ("b: 2\na:1\n", 2, 3, "`a: 1`"),
    "no space, between": ("b: 2\njudul:Tabel\nc: 3\n", 2, 7, "`judul: Tabel`"),
    "lone dash": ("a: -\nb: 1\n", 1, 4, 'Tulis "-"'),
    "list behind its key": ("a: - x\n", 1, 4, "baris baru"),
    "double quote": ('a: "abc\nb: 1\n', 1, 4, 'Tambahkan "'),
    "single quote": ("a: 'abc\nb: 1\n", 1, 4, "Tambahkan '"),
    "text after a quote": ('a: "x" y\n', 1, 8, "'\"x\" y'"),
    "backslash": ('a: "C:\\qx"\n', 1, 7, "kutip tunggal"),
    "indent between": ("a:\n  b: 1\n c: 2\n", 3, 2, "Pakai 0 atau 2 spasi"),
    "indent below a value": ("a:\n  b: 1\n   c: 2\n", 3, 4, "baris 2"),
    "percent": ("a: %x # y\n", 1, 4, '"%x"'),
    "at": ("a: @x\n", 1, 4, '"@x"'),
    "backtick": ("a: `x`\n", 1, 4, '"`x`"'),
    "colon in a value": ("judul: Tabel 2.4: PK\nx: 1\n", 1, 17, '`judul: "Tabel 2.4: PK"`'),
    "colon in a value with quotes": ('judul: Tabel "A": PK\n', 1, 17, "`judul: 'Tabel \"A\": PK'`"),
    "colon in a list item": ("a:\n  - judul: x: y\n", 2, 13, '"x: y"'),
    "no colon": ("laporan\n  judul: x\n", 1, 1, "tidak punya titik dua"),
    "no pair": ("a: 1\nsesuatu\nb: 2\n", 2, 1, "`kunci: nilai`"),
    "grid as far as its key": (GRID + "    a | b\n    1 | 2\n", 4, 5, "dengan 6 spasi"),
    "grid at the margin": ("isi: |\na | b\n1 | 2\n", 2, 1, "dengan 2 spasi"),
    "grid left of its key": (GRID + "  a | b\n  1 | 2\n", 4, 3, "`isi:` (baris 3)"),
    "one row too far left": (GRID + "      a | b\n    1 | 2\n    lengkap: ya\n", 5, 5, "dengan 6 spasi"),
    "last row too far left": (GRID + "      a | b\n    1 | 2\n", 5, 5, "dengan 6 spasi"),
    "first row too far right": (GRID + "        a | b\n      1 | 2\n", 5, 7, "dengan 8 spasi"),
    "total row too far left": (GRID + "      a | b\n    = 1 | 2\n", 5, 5, "dengan 6 spasi"),
    "child row too far left": (GRID + "      a | b\n    > 1 | 2\n", 5, 5, "dengan 6 spasi"),
    "source row too far left": (GRID + "      a | b\n    @3 1 | 2\n", 5, 5, "dengan 6 spasi"),
    "dash row too far left": (GRID + "      a | b\n    - | 2\n", 5, 5, "dengan 6 spasi"),
    "piped row too far left": (GRID + "      | a | b |\n    | 1 | 2 |\n", 5, 5, "dengan 6 spasi"),
    "blank line too long": ("isi: |\n      \n  a | b\n", 2, 1, "terlalu banyak spasi"),
    "square bracket": ("a: [1, 2\nb: 1\n", 1, 4, "`]`"),
    "curly bracket": ("a: {b: 1\nc: 2\n", 1, 4, "`}`"),
    "bracket at the end": ("a: [1, 2", 1, 4, "`]`"),
    "two commas": ("a: {b: 1,, c}\n", 1, 10, "koma"),
    "greater than": ("a: > 90\n", 1, 4, '"> 90"'),
    "pipe": ("a: |x\n", 1, 4, '"|x"'),
    "star": ("a: *\n", 1, 4, '"*"'),
    "ampersand": ("a: & b\n", 1, 4, '"& b"'),
    "key in a list": ("a:\n  - x\n  b: 1\n", 3, 3, "diawali `- `"),
    "item among keys": ("a:\n  b: 1\n  - x\n", 3, 3, "Butir daftar"),
    "no key": (": b\n", 1, 1, "sebelum titik dua"),
    "stray comma": (", a\n", 1, 1, '", a"'),
    "stray bracket": ("a: ]\n", 1, 4, '"]"'),
    "after the end": ("a: 1\n...\nb: 2\n", 3, 1, "akhir dokumen"),
    "version line": ("%YAML 3.0\n---\na: 1\n", 1, 1, "Hapus baris ini"),
}


@pytest.mark.parametrize("name", CASES)
def test_cause_and_place(name: str) -> None:
    text, line, column, says = CASES[name]
    document = parse(text)
    assert document.data is None
    problem = document.problems[-1]
    assert (problem.kode, problem.baris, problem.kolom) == ("sintaks", line, column), problem.pesan
    assert says in problem.pesan
    assert problem.pesan_en != problem.pesan
    for library_text in ("did not find", "could not find", "while scanning", "found character", "not allowed"):
        assert library_text not in problem.pesan + problem.pesan_en


# Where the pure parser reads tabs differently there is nothing to compare.
@pytest.mark.parametrize("name", [name for name in CASES if name != "version line"])
def test_the_pure_parser_leads_to_the_same_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, line, column, says = CASES[name]
    monkeypatch.setattr(yaml_events, "cyaml", None)
    problem = parse(text).problems[-1]
    assert says in problem.pesan
    assert (problem.baris, problem.kolom) == (line, column)


def test_the_line_is_shown_shortened_and_harmless() -> None:
    problem = parse("a: @" + "x" * 200 + "\n").problems[0]
    assert problem.pesan.endswith("…`.")
    assert len(problem.pesan) < 250
