"""What a satker answers to a finding about its report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lokasi import Posisi

_ALINEA = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Tanggapan:
    """A reply, as it stands in the data file of the report.

    Attributes:
        temuan: The id of a finding, or of a rule: then it is for all findings of that rule in the report.
        isi: The text as written; empty lines part its paragraphs.
        oleh: Who answers, by name or office; empty where that is not said.
        tanggal: When, as `2025-07-07`; empty where that is not said.
    """

    temuan: str
    isi: str
    oleh: str
    tanggal: str
    posisi: Posisi

    @property
    def umum(self) -> bool:
        """Whether it is for all findings of a rule."""
        return self.temuan.startswith("KIN")

    @property
    def alinea(self) -> tuple[str, ...]:
        """The paragraphs of the text."""
        return tuple(_ALINEA.split(self.isi.strip()))
