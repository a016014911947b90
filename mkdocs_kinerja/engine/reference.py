"""The meaning of patterns in plain Python: the oracle of durable_rules, and the engine where it cannot be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .compile import COMPARE, CompiledRule, Condition, Join, Nilai, Pattern, passes
from .match import MAX_MATCHES, Found, Frame
from .table import FactTable

_Key = tuple[Nilai, ...]
_Index = dict[_Key, list[int]]


class Reference:
    """A Matcher without any library."""

    name = "evaluator rujukan"

    def __init__(self, rules: Iterable[CompiledRule]) -> None:
        self._rules = tuple(rules)

    def match(self, fase: int, table: FactTable) -> Found:
        """Return the matches of one phase."""
        found = Found()
        search = Search(table)
        for rule in self._rules:
            if rule.aturan.fase != fase:
                continue
            frames = found.frames.setdefault(rule.aturan.id, set())
            for frame in (frame for pattern in rule.patterns for frame in search.frames(pattern)):
                frames.add(frame)
                if len(frames) > MAX_MATCHES:
                    break
        return found.settle()

    def close(self) -> None:
        """Do nothing: there is nothing to give back."""


class Search:
    """Matches patterns against one table; facts are looked up by the columns of equality joins."""

    def __init__(self, table: FactTable) -> None:
        self._table = table
        self._indexes: dict[tuple[object, ...], _Index] = {}

    def frames(self, pattern: Pattern) -> Iterator[Frame]:
        """Iterate over all matches of a pattern."""
        steps = [self._step(condition) for condition in pattern.conditions]
        return self._extend((), steps)

    def _extend(self, frame: Frame, steps: Sequence[_Step]) -> Iterator[Frame]:
        if not steps:
            yield frame
            return
        step, rest = steps[0], steps[1:]
        fitting = step.fitting(frame, self._table)
        if not step.condition.tanpa:
            for number in fitting:
                yield from self._extend((*frame, number), rest)
        elif next(fitting, None) is None:
            yield from self._extend(frame, rest)

    def _step(self, condition: Condition) -> _Step:
        equal = tuple(j for j in condition.joins if j.operator == "sama")
        columns = tuple(j.kolom for j in equal)
        key = (condition.jenis, condition.filters, columns)
        index = self._indexes.get(key)
        if index is None:
            index = self._indexes[key] = {}
            rows = self._table.rows
            for number in self._table.by_type.get(condition.jenis, ()):
                row = rows[number]
                if passes(row, condition.filters):
                    index.setdefault(tuple(row[c] for c in columns), []).append(number)
        return _Step(condition, equal, tuple(j for j in condition.joins if j.operator != "sama"), index)


class _Step:
    """One condition with the facts that can fill it."""

    __slots__ = ("_equal", "_index", "_unequal", "condition")

    def __init__(self, condition: Condition, equal: tuple[Join, ...], unequal: tuple[Join, ...], index: _Index) -> None:
        self.condition, self._equal, self._unequal, self._index = condition, equal, unequal, index

    def fitting(self, frame: Frame, table: FactTable) -> Iterator[int]:
        """Iterate over the facts that fit what is matched so far, other than those already in it."""
        rows = table.rows
        wanted = tuple(rows[frame[j.slot]][j.kolom_lain] for j in self._equal)
        for number in self._index.get(wanted, ()):
            if number not in frame and all(
                COMPARE[j.operator](rows[number][j.kolom], rows[frame[j.slot]][j.kolom_lain]) for j in self._unequal
            ):
                yield number
