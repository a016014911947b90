"""A cursor over a YAML document: values as the authors mean them, each with its place; unusable parts left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..lokasi import Posisi
from .grid import GarisTeks
from .yaml_events import Document, Jalur


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document.

    Attributes:
        berkas: The file, relative to the project.
        buang: Paths that did not pass validation and are treated as if they were not there.
        folder: Where the file lies, for the tables that stand in files beside it; None for rule examples.
    """

    document: Document
    berkas: str
    jalur: Jalur = ()
    buang: frozenset[Jalur] = frozenset()
    folder: Path | None = None

    @property
    def data(self) -> Any:
        """The plain value."""
        nilai = self.document.data
        for langkah in self.jalur:
            nilai = nilai[langkah]
        return nilai

    @property
    def posisi(self) -> Posisi:
        """Where the value stands."""
        return Posisi(self.berkas, *self.document.position(self.jalur))

    def posisi_kunci(self, kunci: str) -> Posisi:
        """Where a key of this mapping stands."""
        return Posisi(self.berkas, *self.document.key_position((*self.jalur, kunci)))

    def get(self, kunci: str) -> Node | None:
        """Return a member of this mapping; None where it is missing, empty or unusable."""
        data, jalur = self.data, (*self.jalur, kunci)
        if not isinstance(data, dict) or data.get(kunci) is None or jalur in self.buang:
            return None
        return Node(self.document, self.berkas, jalur, self.buang, self.folder)

    def items(self) -> Iterator[tuple[str, Node]]:
        """Iterate over the usable members of this mapping."""
        if isinstance(self.data, dict):
            for kunci in self.data:
                anak = self.get(kunci)
                if anak is not None:
                    yield kunci, anak

    def __iter__(self) -> Iterator[Node]:
        """Iterate over the usable items of this list."""
        if isinstance(self.data, list):
            for nomor in range(len(self.data)):
                jalur = (*self.jalur, nomor)
                if jalur not in self.buang:
                    yield Node(self.document, self.berkas, jalur, self.buang, self.folder)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self.data, dict)

    @property
    def teks(self) -> str:
        """The value as text, exactly as written (`1.10` stays `1.10`)."""
        persis = self.document.lexical(self.jalur)
        data = self.data
        if persis is not None and isinstance(data, str | int | Decimal | bool):
            return persis
        return data if isinstance(data, str) else ""

    def text(self, kunci: str, bawaan: str = "") -> str:
        """Return a member as text without surrounding blanks."""
        anak = self.get(kunci)
        return anak.teks.strip() if anak is not None else bawaan

    def texts(self, kunci: str) -> tuple[str, ...]:
        """Return a member that is a list of texts, or one text standing for such a list."""
        anak = self.get(kunci)
        if anak is None:
            return ()
        if isinstance(anak.data, list):
            return tuple(butir.teks.strip() for butir in anak)
        return (anak.teks.strip(),)

    def yes(self, kunci: str) -> bool:
        """Whether a member says `ya`."""
        return self.text(kunci).lower() in {"ya", "true"}

    def grid_lines(self) -> list[GarisTeks]:
        """Return the lines of a text grid with their places in the file."""
        blok = self.document.block(self.jalur)
        if blok is not None:
            return [GarisTeks(b.text, b.line, b.column) for b in blok.lines]
        baris, kolom = self.document.position(self.jalur)
        return [GarisTeks(teks, baris, kolom) for teks in self.teks.splitlines()]
