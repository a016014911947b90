"""What both engines have in common: matches as tuples of fact numbers, limits and errors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Protocol

from .table import FactTable

MAX_MATCHES: Final = 20_000
"""Per rule and report. A rule beyond it says nothing useful any more."""
TOO_MANY: Final = f"Aturan ini cocok lebih dari {MAX_MATCHES} kali dalam satu laporan. Persempit syaratnya."

Frame = tuple[int, ...]
"""One match: the number of the fact in each slot, the subject first."""


class EngineError(RuntimeError):
    """The engine could not do its work; the message is for the log and the result."""


@dataclass(slots=True)
class Found:
    """Matches by rule id; a rule has either an error or its complete matches."""

    frames: dict[str, set[Frame]] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)

    def settle(self) -> Found:
        """Turn too many matches into an error, and drop the matches of rules with errors."""
        self.galat |= {i: TOO_MANY for i, frames in self.frames.items() if len(frames) > MAX_MATCHES}
        for aturan_id in self.galat:
            self.frames.pop(aturan_id, None)
        return self


class Matcher(Protocol):
    """An engine that has been given its rules."""

    @property
    def name(self) -> str:
        """Name and version, for the manifest of results."""

    def match(self, fase: int, table: FactTable) -> Found:
        """Return the matches of all rules of one phase."""

    def close(self) -> None:
        """Give back what the engine holds."""
