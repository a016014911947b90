"""Hostile input (design 08, 1.2; contracts, "Bad input"): a problem with its exact place, never an exception."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from mkdocs_kinerja.loading import yaml_events
from mkdocs_kinerja.loading.yaml_events import Limits, parse, read_document

LAUGHS = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 9)
)
MERGE_BOMB = "a0: &a0 {k0: 1}\n" + "".join(
    f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: 1}}\n" for i in range(1, 23)
)

# name: (text, code, line, column, a word of the message)
CASES = {
    "unclosed nest of 50,000": ("a: " + "[" * 50_000, "batas", 1, 35, "32 tingkat"),
    "nest of 100,000": ("[" * 100_000 + "]" * 100_000, "batas", 1, 33, "32 tingkat"),
    "nested flow mappings": ("{a: " * 5_000 + "1" + "}" * 5_000, "batas", 1, 129, "32 tingkat"),
    "nested dashes": ("- " * 5_000 + "x\n", "batas", 1, 65, "32 tingkat"),
    "nested keys": ("".join(f"{' ' * i}a:\n" for i in range(40)), "batas", 33, 33, "32 tingkat"),
    "billion laughs": (LAUGHS, "alias", 1, 5, "jangkar"),
    "merge bomb": (MERGE_BOMB, "alias", 1, 5, "jangkar"),
    "self reference": ("a: &a [*a]\n", "alias", 1, 4, "&a"),
    "alias": ("b: 1\na: *x\n", "alias", 2, 4, '"*x"'),
    "alias as key": ("*x : b\n", "alias", 1, 1, "*x"),
    "merge key": ("a: 1\n<<: {b: 2}\n", "alias", 2, 1, "<<"),
    "duplicate key": ("a: 1\nb: 2\n\na: 3\n", "ganda", 4, 1, "baris 1"),
    "duplicate deep": ("t:\n  - id: x\n    id: y\n", "ganda", 3, 5, "baris 2"),
    "python tag": ("a: !!python/object/apply:os.system [id]\n", "tag", 1, 4, "!!python/object"),
    "tag": ("a: !x 1\n", "tag", 1, 4, "!x"),
    "complex key": ("? [a, b]\n: 1\n", "kunci", 1, 3, "teks"),
    "mapping as key": ("{{a: 1}: 2}\n", "kunci", 1, 2, "teks"),
    "empty key": ('a: 1\n"": 2\n', "kunci", 2, 1, "kosong"),
    "two documents": ("a: 1\n---\nb: 2\n", "dokumen", 2, 1, "satu dokumen"),
    "nothing": ("", "kosong", 1, 1, "tidak berisi"),
    "only a comment": ("# halo\n", "kosong", 1, 1, "tidak berisi"),
    "only null": ("~\n", "kosong", 1, 1, "tidak berisi"),
    "NUL": ('a: 1\nb: "x\0y"\n', "karakter", 2, 6, "U+0000"),
    "escape": ("a: x\x1by\n", "karakter", 1, 5, "U+001B"),
    "lone surrogate": ("a: \ud800\n", "karakter", 1, 4, "U+D800"),
    "line separator": ("a: b\u2028c: d\n", "karakter", 1, 5, "U+2028"),
    "next line": ("a: b\x85c: d\n", "karakter", 1, 5, "U+0085"),
    "bidi override": ("a: 1\nb: x\u202ey\n", "karakter", 2, 5, "RIGHT-TO-LEFT OVERRIDE"),
    "zero width space": ("nama\u200b: x\n", "karakter", 1, 5, "U+200B"),
    "inner byte order mark": ("a: 1\n\ufeffb: 2\n", "karakter", 2, 1, "U+FEFF"),
    "tab": ("a:\n\tb: 1\n", "sintaks", 2, 1, "Tab"),
    "5 MB line": ("a: " + "x " * 2_500_000 + "\n", "batas", 1, 1, "4,0 MiB"),
}


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run with libyaml and as if PyYAML had been built without it."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_events, "cyaml", None)
    return str(request.param)


@pytest.mark.parametrize("name", CASES)
def test_hostile_text_is_a_problem_with_its_place(name: str, parser: str) -> None:
    text, code, line, column, word = CASES[name]
    begun = time.perf_counter()
    document = parse(text)
    assert time.perf_counter() - begun < 5
    first = document.problems[0]
    assert (first.kode, first.baris, first.kolom) == (code, line, column)
    assert word in first.pesan
    assert first.pesan_en
    assert first.pesan != first.pesan_en


def test_recoverable_problems_keep_the_data() -> None:
    assert parse("a: &x 1\na: 2\nb: !t 3\nc: *x\n").data == {"a": 1, "b": "3", "c": "*x"}
    assert parse("a: 1\n---\nb: 2\n").data == {"a": 1}
    assert parse("a: 1\n<<: {b: 2}\n? [x]\n: 3\n").data == {"a": 1}


def test_unreadable_text_has_no_data() -> None:
    for text in ("a: [", "a: \0", "[" * 100):
        assert parse(text).data is None


def test_problems_stop_at_a_limit() -> None:
    document = parse("".join(f"k{i}: *x\n" for i in range(1_000)))
    assert document.data is None
    assert [p.kode for p in document.problems] == ["alias"] * 50 + ["batas"]


def test_problems_inside_a_refused_value_are_not_told() -> None:
    assert [p.kode for p in parse("<<: [*a, *b, {x: 1, x: 2}]\n").problems] == ["alias"]


def test_node_limit() -> None:
    problem = parse("a: [1, 2, 3, 4]\n", Limits(nodes=3)).problems[0]
    assert (problem.kode, problem.baris, problem.kolom) == ("batas", 1, 11)


def test_long_scalars_are_text() -> None:
    for text in ("9" * 100_000, ":".join(["1"] * 100_000)):
        assert parse(f"a: {text}\n").data == {"a": text}


def test_hostile_text_is_kept_as_it_is() -> None:
    text = '<script>alert(1)</script> {{ x }} {% y %} "|" ../..'
    assert parse(f"a: '{text}'\n").data == {"a": text}


def write(folder: Path, data: bytes) -> Path:
    path = folder / "laporan.yml"
    path.write_bytes(data)
    return path


# data: (line, column, a word of the message)
BYTES = {
    "UTF-16 LE": ("a: 1\n".encode("utf-16"), 1, 1, "UTF-16"),
    "UTF-16 BE": (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), 1, 1, "UTF-16"),
    "UTF-16 without mark": ("laporan:\n  judul: x\n".encode("utf-16-le"), 1, 1, "UTF-16"),
    "UTF-32": ("laporan: 1\n".encode("utf-32"), 1, 1, "UTF-16 atau UTF-32"),
    "Latin-1": ("a: 1\nb: café\n".encode("latin-1"), 2, 7, "“é”"),
    "Latin-1 after a mark": (b"\xef\xbb\xbfa: caf\xe9\n", 1, 7, "0xE9"),
    "Windows-1252 quote": (b"\xc3\xa9: \x93x\x94\n", 1, 4, "“"),
    "cut in a letter": ("a: é".encode()[:-1], 1, 4, "terpotong"),
    "XLSX": (b"PK\x03\x04\x14\x00\x06\x00", 1, 1, "Excel"),
    "XLS": (b"\xd0\xcf\x11\xe0\xa1\xb1", 1, 1, "Excel"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", 1, 1, "PDF"),
    "PNG": (b"\x89PNG\r\n\x1a\n", 1, 1, "PNG"),
    "GZIP": (b"\x1f\x8b\x08\x00", 1, 1, "GZIP"),
}


@pytest.mark.parametrize("name", BYTES)
def test_other_encodings_and_binary_files(name: str, tmp_path: Path) -> None:
    data, line, column, word = BYTES[name]
    document = read_document(write(tmp_path, data))
    assert document.data is None
    (problem,) = document.problems
    assert (problem.kode, problem.baris, problem.kolom) == ("pengodean", line, column)
    assert word in problem.pesan


def test_byte_order_mark_moves_nothing(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, b"\xef\xbb\xbfa: 1\n"))
    assert document.problems == ()
    assert document.data == {"a": 1}
    assert document.key_position(("a",)) == (1, 1)
    assert document.position(("a",)) == (1, 4)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.yml"
    with path.open("wb") as file:
        file.truncate(10 << 30)  # sparse: reading it would take minutes and 10 GiB
    (problem,) = read_document(path).problems
    assert (problem.kode, problem.baris, problem.kolom) == ("batas", 1, 1)
    assert "10240,0 MiB" in problem.pesan
    assert "10240.0 MiB" in problem.pesan_en


def test_things_that_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.yml"
    os.mkfifo(pipe)
    loop = tmp_path / "lingkar.yml"
    loop.symlink_to(loop)
    for path in (tmp_path, tmp_path / "tiada.yml", pipe, loop, Path("/dev/zero"), Path("a\0b"), Path("x" * 5_000)):
        (problem,) = read_document(path).problems
        assert (problem.kode, problem.baris, problem.kolom) == ("berkas", 1, 1), path


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, b"a: 1\n")
    path.chmod(0)
    (problem,) = read_document(path).problems
    assert problem.kode == "berkas"
    assert "izin" in problem.pesan
