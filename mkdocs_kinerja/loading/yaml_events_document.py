"""What reading one YAML file yields: its data, its problems, and where every value stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Jalur = tuple[str | int, ...]
"""Path of a value: keys and 0-based indexes from the root."""

LITERAL = "|"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold. The largest realistic report is 0.1 MiB, 8 deep and 10,000 nodes."""

    bytes: int = 4 << 20
    depth: int = 32
    nodes: int = 500_000
    problems: int = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that cannot stand. Line and column count from 1, in characters.

    `kode`: berkas, pengodean, karakter, batas, kosong, sintaks, dokumen, ganda, alias, tag, kunci, skema, blok.
    """

    baris: int
    kolom: int
    kode: str
    pesan: str
    pesan_en: str
    jalur: Jalur = ()


class BlockLine(NamedTuple):
    """One line of a literal block: its text without the indent, and where its first character stands."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A literal block scalar (`isi: |`), line by line."""

    lines: tuple[BlockLine, ...]

    @property
    def text(self) -> str:
        """The lines joined again."""
        return "\n".join(line.text for line in self.lines)


ScalarPlace = tuple[int, int, str | None, bool]
"""0-based line and column; the exact text of a plain scalar, else None; whether it is a literal block."""


class MappingPlace:
    """Where a mapping stands, and each of its keys and values."""

    __slots__ = ("column", "keys", "line", "values")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.keys: dict[str, tuple[int, int]] = {}
        self.values: dict[str, Place] = {}


class SequencePlace:
    """Where a list stands, and each of its items."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Place] = []


Place = ScalarPlace | MappingPlace | SequencePlace


def split_lines(text: str) -> list[str]:
    """Split as YAML counts lines: at LF, CR and CR LF (the other Unicode line breaks are refused beforehand)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@dataclass(slots=True)
class Document:
    """A file as read. `data` is None when nothing could be read; then `problems` says why.

    Data is made of dict, list, str, int, Decimal, bool and None only. Any problem means that the file is not
    in order, but apart from syntax errors the rest of the data is there and can be checked further.
    """

    data: Any
    problems: tuple[Problem, ...]
    source: str = ""
    place: Place | None = None
    _lines: list[str] | None = field(default=None, repr=False, compare=False)

    @property
    def lines(self) -> list[str]:
        """The source lines, without line ends."""
        if self._lines is None:
            self._lines = split_lines(self.source)
        return self._lines

    def _walk(self, path: Sequence[str | int]) -> tuple[Place | None, bool]:
        """Return the place of `path` or of its nearest existing ancestor, and whether the path itself exists."""
        place = self.place
        for step in path:
            below: Place | None = None
            if isinstance(place, MappingPlace):
                below = place.values.get(str(step))
            elif isinstance(place, SequencePlace) and isinstance(step, int) and 0 <= step < len(place.items):
                below = place.items[step]
            if below is None:
                return place, False
            place = below
        return place, place is not None

    def position(self, path: Sequence[str | int] = ()) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the nearest parent that exists (else 1, 1)."""
        place, _ = self._walk(path)
        if place is None:
            return 1, 1
        if isinstance(place, tuple):
            return place[0] + 1, place[1] + 1
        return place.line + 1, place.column + 1

    def key_position(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the key that ends `path`; of the value where there is no such key."""
        if path:
            parent, exists = self._walk(path[:-1])
            if exists and isinstance(parent, MappingPlace) and str(path[-1]) in parent.keys:
                line, column = parent.keys[str(path[-1])]
                return line + 1, column + 1
        return self.position(path)

    def lexical(self, path: Sequence[str | int]) -> str | None:
        """Return the exact text of a plain (unquoted) scalar: `1.10` stays 1.10. None for everything else."""
        place, exists = self._walk(path)
        return place[2] if exists and isinstance(place, tuple) else None

    def is_block(self, path: Sequence[str | int]) -> bool:
        """Whether the value at `path` is a literal block scalar (`isi: |`)."""
        place, exists = self._walk(path)
        return exists and isinstance(place, tuple) and place[3]

    def block(self, path: Sequence[str | int]) -> Block | None:
        """Return the lines of a literal block scalar with their places; None if the value is not one."""
        place, exists = self._walk(path)
        if not exists or not isinstance(place, tuple) or not place[3]:
            return None
        return _block(value_at(self.data, path), place[0] + 1, self.lines)

    def part(self, path: Sequence[str | int]) -> Document:
        """Return the value at an existing `path` as a document of its own, whose places are still those of the file."""
        place, exists = self._walk(path)
        return Document(value_at(self.data, path), (), self.source, place if exists else None, self.lines)


def value_at(data: Any, path: Sequence[str | int]) -> Any:
    """Return the value at an existing `path`."""
    for step in path:
        data = data[str(step)] if isinstance(data, Mapping) else data[step]
    return data


def _block(value: str, first: int, lines: Sequence[str]) -> Block:
    """Lay the value's lines over the source lines from `first` (0-based): what the value lacks is the indent."""
    texts = value.split("\n")
    if texts[-1] == "":
        texts.pop()
    indent = next((len(lines[first + i]) - len(text) for i, text in enumerate(texts) if text), 0)
    return Block(tuple(BlockLine(text, first + i + 1, indent + 1) for i, text in enumerate(texts)))
