"""The facts of one report as the engines see them: sorted, encoded, and cut down to what some rule looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ..fakta import Fakta, Jenis, Kolom
from .compile import CompiledRule, Nilai, Row
from .values import engine_value

Columns = Mapping[str, Mapping[str, Kolom]]
"""Fact type -> the columns that rules look at."""


class FactError(TypeError):
    """A fact that is not as its type declares it: a bug in the checks."""


def columns_of(rules: Iterable[CompiledRule], jenis: Mapping[str, Jenis]) -> Columns:
    """Return what the rules look at. Types and columns that no rule mentions are left out."""
    columns: dict[str, dict[str, Kolom]] = {}
    for rule in rules:
        for name, kolom in rule.columns():
            known = columns.setdefault(name, {})
            if kolom:
                known[kolom] = jenis[name].kolom[kolom]
    return columns


class FactTable:
    """Facts by number. Numbers follow (type, key), so they do not depend on the order of the input.

    Attributes:
        fakta: The facts by number.
        rows: Their encoded columns, by the same number.
        by_type: Fact type -> numbers.
    """

    __slots__ = ("_columns", "_jenis", "by_type", "fakta", "rows")

    def __init__(self, jenis: Mapping[str, Jenis], columns: Columns) -> None:
        self._jenis, self._columns = jenis, columns
        self.fakta: list[Fakta] = []
        self.rows: list[Row] = []
        self.by_type: dict[str, list[int]] = {}

    def add(self, facts: Iterable[Fakta]) -> None:
        """Add facts after those that are there.

        Raises:
            FactError: A fact has an undeclared type, or lacks a column, or has a value of another kind.
        """
        columns = self._columns
        wanted: list[Fakta] = []
        for fakta in facts:
            if fakta.jenis in columns:
                wanted.append(fakta)
            elif fakta.jenis not in self._jenis:
                raise FactError(f"fact type {fakta.jenis!r} is not declared")
        for fakta in _sorted(wanted):
            self.by_type.setdefault(fakta.jenis, []).append(len(self.fakta))
            self.fakta.append(fakta)
            self.rows.append(_encoded(fakta, columns[fakta.jenis]))


def _encoded(fakta: Fakta, columns: Mapping[str, Kolom]) -> Row:
    row: dict[str, Nilai] = {}
    try:
        for name, kolom in columns.items():
            row[name] = engine_value(kolom, fakta.uji[name])
    except (KeyError, TypeError, ArithmeticError) as error:
        raise FactError(f"fact {fakta.jenis}{list(fakta.kunci)}, column {name!r}: {error!r}") from error
    return row


def _sorted(facts: list[Fakta]) -> Sequence[Fakta]:
    facts.sort(key=_key)
    if any(a.kunci == b.kunci and a.jenis == b.jenis for a, b in pairwise(facts)):
        # Two facts with one key are a bug of the checks; order must not depend on the input even so.
        facts.sort(key=lambda f: (*_key(f), repr(sorted(f.uji.items())), repr(f.tampil)))
    return facts


def _key(fakta: Fakta) -> tuple[str, tuple[str, ...]]:
    return fakta.jenis, fakta.kunci
