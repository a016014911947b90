"""Rules that would swamp durable_rules, found before it starts: it builds every match at once, half a kilobyte each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from .compile import CompiledRule, Pattern
from .match import MAX_MATCHES, TOO_MANY
from .reference import Search
from .table import FactTable


class Workload:
    """Estimates for one table."""

    def __init__(self, table: FactTable) -> None:
        self._table = table
        self._largest: dict[tuple[str, tuple[str, ...]], int] = {}

    def swamped(self, rules: Iterable[CompiledRule]) -> dict[str, str]:
        """Return the rules that match too often, as errors by rule id.

        Only rules that could possibly be dangerous are counted; the count stops as soon as it is too large, and is
        that of the reference evaluator, so that both engines refuse the same rules.
        """
        found: dict[str, str] = {}
        for rule in rules:
            if sum(self._bound(pattern) for pattern in rule.patterns) > MAX_MATCHES:
                search = Search(self._table)
                frames = {f for p in rule.patterns for f in islice(search.frames(p), MAX_MATCHES + 1)}
                if len(frames) > MAX_MATCHES:
                    found[rule.aturan.id] = TOO_MANY
        return found

    def _bound(self, pattern: Pattern) -> int:
        """Return an upper bound of the matches, from the types and equality joins alone."""
        bound = 1
        for condition in pattern.conditions:
            if not condition.tanpa:
                columns = tuple(j.kolom for j in condition.joins if j.operator == "sama")
                bound *= self._largest_group(condition.jenis, columns)
        return bound

    def _largest_group(self, jenis: str, columns: tuple[str, ...]) -> int:
        key = (jenis, columns)
        if key not in self._largest:
            rows = self._table.rows
            groups = Counter(tuple(rows[n][c] for c in columns) for n in self._table.by_type.get(jenis, ()))
            self._largest[key] = max(groups.values(), default=0)
        return self._largest[key]
