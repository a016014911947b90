"""One entry of a rule file while it is being read: its values, their places, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..loading.yaml_events import Document
from ..lokasi import Posisi
from .book import RuleProblem


@dataclass(slots=True)
class Entry:
    """A part of a rule file. Parts of one rule share `problems`.

    Attributes:
        data: The value here, with exact text wherever the schema wants text.
        jalur: Path of the value in the document.
    """

    document: Document
    berkas: str
    data: Any
    jalur: tuple[str | int, ...]
    aturan_id: str | None = None
    problems: list[RuleProblem] = field(default_factory=list)

    def get(self, step: str | int) -> Entry:
        """Return a member of this mapping or list; its data is None where there is no such member."""
        data = self.data.get(step) if isinstance(self.data, dict) else self.data[step]
        return Entry(self.document, self.berkas, data, (*self.jalur, step), self.aturan_id, self.problems)

    def items(self) -> Iterator[tuple[str, Entry]]:
        """Iterate over the members of this mapping."""
        for key in self.data or ():
            yield key, self.get(key)

    def __iter__(self) -> Iterator[Entry]:
        """Iterate over the items of this list; a value that is no list counts as its only item."""
        if isinstance(self.data, list):
            for number in range(len(self.data)):
                yield self.get(number)
        elif self.data is not None:
            yield self

    @property
    def posisi(self) -> Posisi:
        """Where the value stands."""
        return Posisi(self.berkas, *self.document.position(self.jalur))

    @property
    def posisi_kunci(self) -> Posisi:
        """Where the key of the value stands."""
        return Posisi(self.berkas, *self.document.key_position(self.jalur))

    @property
    def tertulis(self) -> str | None:
        """The exact text of a plain scalar."""
        return self.document.lexical(self.jalur)

    def text(self, key: str, default: str = "") -> str:
        """Return a member as text; folded block scalars lose their final line break."""
        value = self.data.get(key)
        return str(value).strip() if value is not None else default

    def both(self, key: str) -> dict[str, str]:
        """Return a text in Indonesian and English; Indonesian stands in where there is no English."""
        text = self.text(key)
        return {"id": text, "en": self.text(f"{key}_en", text)}

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or one text standing for such a list."""
        return tuple(str(item.data).strip() for item in self.get(key))

    def refuse(self, pesan: str) -> None:
        """Note a problem with the value."""
        self.problems.append(RuleProblem(self.posisi, pesan, self.aturan_id))

    def refuse_key(self, pesan: str) -> None:
        """Note a problem with the key."""
        self.problems.append(RuleProblem(self.posisi_kunci, pesan, self.aturan_id))
