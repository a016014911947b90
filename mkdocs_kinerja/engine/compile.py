"""From a rule to what an engine matches: a closed subset in which durable_rules is known to be reliable.

A pattern is a list of conditions. The first is the subject; each of them names a fact type, constant tests and joins
to facts of earlier conditions. All facts of one match are different facts, and `tanpa` asks that no *other* fact fits.
There are no alternatives inside a pattern: a rule with `salah_satu` becomes several patterns.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, Final

from ..fakta import Jenis, Kolom
from .rule import Ambang, Aturan, Konstanta, Operator, RujukanAmbang, RujukanKolom, Syarat, Uji
from .values import ConstantError, check_constant, engine_value

MAX_CONDITIONS: Final = 15
"""Limit of the core: 16 conditions in a rule, one of which is our gate."""
MAX_JOINS: Final = 28
"""Limit of the core: 29 join terms in a condition, one of which is our guard."""
MAX_ALTERNATIVES: Final = 32

COMPARE: Final[Mapping[Operator, Callable[[Any, Any], bool]]] = {
    "sama": operator.eq,
    "bukan": operator.ne,
    "kurang": operator.lt,
    "kurang_sama": operator.le,
    "lebih": operator.gt,
    "lebih_sama": operator.ge,
    "salah_satu": lambda value, choices: value in choices,
}

Nilai = str | int
"""A value as the engine sees it."""
Row = Mapping[str, Nilai]
"""The tested columns of one fact."""


class CompileError(ValueError):
    """A rule that cannot be compiled; the message is for its author."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A column against a constant; against several with `salah_satu`, which occurs outside patterns only."""

    kolom: str
    operator: Operator
    nilai: Nilai | tuple[Nilai, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """A column against a column of the fact in an earlier slot."""

    kolom: str
    operator: Operator
    slot: int
    kolom_lain: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact, or its absence. Only conditions without `tanpa` fill a slot of the match."""

    jenis: str
    filters: tuple[Filter, ...]
    joins: tuple[Join, ...]
    tanpa: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Conditions of one rule without alternatives; the subject is the first."""

    aturan_id: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready for an engine.

    Attributes:
        alias: The alias of each slot of a match.
        populasi: Tests that make a fact a check of this rule.
        berlaku: Tests that make a check applicable.
    """

    aturan: Aturan
    alias: tuple[str, ...]
    populasi: tuple[Filter, ...]
    berlaku: tuple[Filter, ...]
    patterns: tuple[Pattern, ...]

    def columns(self) -> Iterator[tuple[str, str]]:
        """Iterate over (fact type, column) of all that the rule looks at; with column "" for the bare type."""
        subject = self.aturan.periksa.fakta
        yield subject, ""
        yield from ((subject, test.kolom) for test in (*self.populasi, *self.berlaku))
        for pattern in self.patterns:
            filled = [c.jenis for c in pattern.conditions if not c.tanpa]
            for condition in pattern.conditions:
                yield condition.jenis, ""
                yield from ((condition.jenis, test.kolom) for test in condition.filters)
                for join in condition.joins:
                    yield condition.jenis, join.kolom
                    yield filled[join.slot], join.kolom_lain


def passes(row: Row, filters: Iterable[Filter]) -> bool:
    """Whether a fact passes constant tests."""
    for test in filters:  # noqa: SIM110 - a hundred thousand calls a run, which a generator would double
        if not COMPARE[test.operator](row[test.kolom], test.nilai):
            return False
    return True


def compile_rule(aturan: Aturan, jenis: Mapping[str, Jenis]) -> CompiledRule:
    """Compile one rule, whose names have been checked.

    Raises:
        CompileError: A threshold does not fit its column, or the rule is beyond what the engine can take.
    """
    subject = [uji for syarat in aturan.bila if syarat.alias == aturan.periksa.alias for uji in syarat.uji]
    whole = Syarat(
        aturan.periksa.alias,
        aturan.periksa.fakta,
        (*aturan.periksa.uji, *aturan.berlaku, *subject),
        aturan.periksa.posisi,
    )
    slots: dict[str, int] = {}
    bound: list[list[list[Condition]]] = []
    for syarat in (whole, *(s for s in aturan.bila if s.alias != whole.alias)):
        variants = _variants(syarat, slots, jenis[syarat.fakta], aturan.ambang)
        # None of several alternatives may be there: absences add up, where presences multiply.
        bound.append([variants] if syarat.tanpa else [[variant] for variant in variants])
        if not syarat.tanpa:
            slots[syarat.alias] = len(slots)
    return CompiledRule(
        aturan,
        tuple(slots),
        _filters(aturan.periksa.uji, jenis[whole.fakta], aturan.ambang),
        _filters(aturan.berlaku, jenis[whole.fakta], aturan.ambang),
        _patterns(aturan.id, bound),
    )


def _patterns(aturan_id: str, bound: list[list[list[Condition]]]) -> tuple[Pattern, ...]:
    count = prod(len(choices) for choices in bound)
    if count > MAX_ALTERNATIVES:
        raise CompileError(
            f"Pilihan `salah_satu` aturan ini bergabung menjadi {count} kemungkinan; paling banyak {MAX_ALTERNATIVES}. "
            "Kurangi pilihannya, atau pecah menjadi beberapa aturan."
        )
    length = sum(len(choices[0]) for choices in bound)
    if length > MAX_CONDITIONS:
        raise CompileError(
            f"Aturan ini memuat {length} syarat (`periksa` termasuk, dan setiap pilihan `salah_satu` di dalam `tanpa` "
            f"dihitung satu); paling banyak {MAX_CONDITIONS}. Pecah menjadi beberapa aturan."
        )
    patterns = (tuple(c for part in choice for c in part) for choice in product(*bound))
    return tuple(Pattern(aturan_id, conditions) for conditions in patterns)


def _variants(syarat: Syarat, slots: Mapping[str, int], jenis: Jenis, ambang: Mapping[str, Ambang]) -> list[Condition]:
    """Return the condition, once for each combination of its `salah_satu` values."""
    joins = tuple(
        Join(uji.kolom, uji.operator, slots[uji.nilai.alias], uji.nilai.kolom)
        for uji in syarat.uji
        if isinstance(uji.nilai, RujukanKolom)
    )
    if len(joins) > MAX_JOINS:
        raise CompileError(f"Satu syarat paling banyak memuat {MAX_JOINS} rujukan `$alias.kolom`, bukan {len(joins)}.")
    tests = _filters((u for u in syarat.uji if not isinstance(u.nilai, RujukanKolom)), jenis, ambang)
    choices = [
        [Filter(test.kolom, "sama", nilai) for nilai in test.nilai] if isinstance(test.nilai, tuple) else [test]
        for test in tests
    ]
    if prod(map(len, choices)) > MAX_ALTERNATIVES:
        raise CompileError(
            f"Daftar `salah_satu` dalam satu syarat terlalu panjang: paling banyak {MAX_ALTERNATIVES} gabungan. "
            "Kurangi pilihannya, atau pecah menjadi beberapa aturan."
        )
    return [Condition(syarat.fakta, choice, joins, syarat.tanpa) for choice in product(*choices)]


def _filters(semua: Iterable[Uji], jenis: Jenis, ambang: Mapping[str, Ambang]) -> tuple[Filter, ...]:
    return tuple(_filter(uji, jenis.kolom[uji.kolom], ambang) for uji in semua)


def _filter(uji: Uji, kolom: Kolom, ambang: Mapping[str, Ambang]) -> Filter:
    nilai = uji.nilai
    assert not isinstance(nilai, RujukanKolom)
    if isinstance(nilai, RujukanAmbang):
        nilai = _threshold(uji.kolom, kolom, ambang[nilai.nama])
    if isinstance(nilai, tuple):
        # Two spellings of one number are one choice.
        return Filter(uji.kolom, uji.operator, tuple(dict.fromkeys(engine_value(kolom, n) for n in nilai)))
    return Filter(uji.kolom, uji.operator, engine_value(kolom, nilai))


def _threshold(nama: str, kolom: Kolom, ambang: Ambang) -> Konstanta:
    try:
        return check_constant(nama, kolom, ambang.nilai)
    except ConstantError as problem:
        raise CompileError(f"Ambang `{ambang.nama}` bernilai {ambang.nilai}. {problem}") from None
