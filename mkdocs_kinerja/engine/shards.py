"""durable_rules as an engine: rules spread over small rulesets, and a failing rule found and set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from .compile import CompiledRule, Pattern
from .core import Shard, fact_json, version
from .match import EngineError, Found, Frame
from .table import FactTable
from .workload import Workload

MAX_CONDITIONS: Final = 60
"""Per shard: the core follows at most 64 branches for one fact."""
MAX_FACTS: Final = 100_000
"""Up to here the hashes of our fact ids are known not to collide."""


class Shards:
    """A Matcher on durable_rules."""

    def __init__(self, rules: Iterable[CompiledRule]) -> None:
        self._rules = tuple(rules)
        by_phase: dict[int, list[Pattern]] = {}
        for rule in self._rules:
            by_phase.setdefault(rule.aturan.fase, []).extend(rule.patterns)
        self._groups = {fase: [_Group(part) for part in _pack(patterns)] for fase, patterns in by_phase.items()}

    @property
    def name(self) -> str:
        """Name and version of the library."""
        return f"durable_rules {version()}"

    def match(self, fase: int, table: FactTable) -> Found:
        """Return the matches of one phase."""
        found = Found()
        found.galat |= Workload(table).swamped(rule for rule in self._rules if rule.aturan.fase == fase)
        facts: dict[str, str] = {}
        groups = self._groups.get(fase, ())
        for jenis in sorted({jenis for group in groups for jenis in group.jenis}):
            facts[jenis] = fact_json(table, jenis)
        for group in groups:
            if len(table.fakta) > MAX_FACTS:
                message = f"Laporan ini menghasilkan lebih dari {MAX_FACTS} fakta; durable_rules tidak sanggup."
                found.galat |= {pattern.aturan_id: message for pattern in group.patterns}
            else:
                group.match(facts, found)
        return found.settle()

    def close(self) -> None:
        """Delete all rulesets."""
        for groups in self._groups.values():
            for group in groups:
                group.close()


class _Group:
    """Patterns that share a ruleset as long as it works."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self.jenis = _types(patterns)
        self._shard = self._open()

    def _open(self) -> Shard | None:
        try:
            return Shard(self.patterns)
        except EngineError:
            return None  # one of them is refused: `match` finds out which

    def match(self, facts: Mapping[str, str], found: Found) -> None:
        """Add matches and errors to `found`, except for rules that have an error already."""
        if self._shard is not None and not any(pattern.aturan_id in found.galat for pattern in self.patterns):
            try:
                _add(found, _run(self._shard, self.jenis, facts))
            except EngineError:
                self.close()
                self._shard = self._open()
            else:
                return
        self._match_alone(facts, found)

    def _match_alone(self, facts: Mapping[str, str], found: Found) -> None:
        """Run each rule in a ruleset of its own, so that one failing rule costs no finding of another."""
        by_rule: dict[str, list[Pattern]] = {}
        for pattern in (p for p in self.patterns if p.aturan_id not in found.galat):
            by_rule.setdefault(pattern.aturan_id, []).append(pattern)
        for aturan_id, patterns in by_rule.items():
            try:
                shard = Shard(patterns)
                try:
                    _add(found, _run(shard, _types(patterns), facts))
                finally:
                    shard.close()
            except EngineError as error:
                found.galat[aturan_id] = str(error)

    def close(self) -> None:
        """Delete the ruleset."""
        if self._shard is not None:
            self._shard.close()
            self._shard = None


def _run(shard: Shard, jenis: Iterable[str], facts: Mapping[str, str]) -> dict[str, set[Frame]]:
    return shard.run(piece for j in jenis if (piece := facts[j]))


def _add(found: Found, frames: Mapping[str, set[Frame]]) -> None:
    for aturan_id, matches in frames.items():
        found.frames.setdefault(aturan_id, set()).update(matches)


def _types(patterns: Iterable[Pattern]) -> list[str]:
    return sorted({c.jenis for pattern in patterns for c in pattern.conditions})


def _pack(patterns: Iterable[Pattern]) -> list[list[Pattern]]:
    """Spread patterns over shards, those on the same types together: a shard gets facts of its types only."""
    parts: list[list[Pattern]] = []
    room = 0
    for pattern in sorted(patterns, key=lambda p: [c.jenis for c in p.conditions]):
        size = len(pattern.conditions) + 1
        if size > room:
            parts.append([])
            room = MAX_CONDITIONS
        parts[-1].append(pattern)
        room -= size
    return parts
