"""The C core of durable_rules 2.0.28, used in the way that is known to be reliable. The one module that imports it.

A shard is one ruleset with one session at a time: facts are asserted as one batch that ends with a gate, and every
rule begins with that gate, so nothing is matched before all facts are there (else `tanpa` goes wrong). A sentinel rule
on the gate tells that the batch was read to its end, because the core stops reading silently. Every `$and` with a join
ends with a guard that is always true, because the core reads beyond the end after a false last term. No host, no
threads, no user code while the agenda runs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import metadata
from itertools import count
from typing import Any, Final

from .compile import Condition, Pattern
from .match import MAX_MATCHES, TOO_MANY, EngineError, Frame
from .rule import Operator
from .table import FactTable

try:
    import durable_rules_engine as _core  # type: ignore[import-not-found]

    _IMPORT_ERROR = None
except ImportError as error:  # not installed, or built for a Python that lacks what it needs (3.13)
    _core = None
    _IMPORT_ERROR = error

__all__ = ["EngineError", "Shard", "available", "fact_json", "reason", "version"]

DISTRIBUTION: Final = "durable-rules"
TESTED: Final = "2.0.28"
LAST_PYTHON: Final = (3, 12)
DUPLICATE: Final = 2
"""Answer of the core to a fact that it has already got."""

_OPERATORS: Final[dict[Operator, str]] = {
    "bukan": "$neq",
    "kurang": "$lt",
    "kurang_sama": "$lte",
    "lebih": "$gt",
    "lebih_sama": "$gte",
}
_GATE, _HEAD, _WARM = "!gate", "!head", "!warm"
# Without a good first fact the core may crash on a bad one instead of answering.
_BATCH_HEAD: Final = json.dumps({"id": "h", "t": _HEAD})
_BATCH_GATE: Final = json.dumps({"id": "g", "_": 1, "t": _GATE})
_numbers = count(1)


def available() -> bool:
    """Whether the core can be used here."""
    return _core is not None


def reason() -> dict[str, str]:
    """Return why the core cannot be used and how to get it, in Indonesian and English; empty if it can."""
    if _IMPORT_ERROR is None:
        return {}
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    cause = str(_IMPORT_ERROR).rsplit(": ", 1)[-1]
    if sys.version_info[:2] > LAST_PYTHON:
        newest = f"{LAST_PYTHON[0]}.{LAST_PYTHON[1]}"
        return {
            "id": f"durable_rules tidak dapat dimuat pada Python {python} ({cause}). Pakai Python {newest} atau lebih "
            "lama untuk menjalankannya; hasil pemeriksaan sama.",
            "en": f"durable_rules cannot be loaded on Python {python} ({cause}). Use Python {newest} or older to run "
            "it; the findings are the same.",
        }
    return {
        "id": f"durable_rules tidak dapat dimuat ({cause}). Pasang dengan `pip install 'mkdocs-kinerja[mesin]'` "
        "(perlu kompilator C); hasil pemeriksaan sama.",
        "en": f"durable_rules cannot be loaded ({cause}). Install it with `pip install 'mkdocs-kinerja[mesin]'` "
        "(needs a C compiler); the findings are the same.",
    }


def version() -> str:
    """Return the version of the installed core."""
    return metadata.version(DISTRIBUTION)


class Shard:
    """One ruleset. Not for use by two threads at a time.

    Raises:
        EngineError: The core refuses the rules.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._rules = {f"r{number}": pattern for number, pattern in enumerate(patterns)}
        body: dict[str, Any] = {
            "sentinel": {"all": [{"gate": {"t": _GATE}}]},
            "warm": {"all": [{"w": {"t": _WARM}}]},
            **{name: {"all": _conditions(pattern)} for name, pattern in self._rules.items()},
        }
        self._slots = {
            name: [f"c{slot}" for slot in range(sum(not c.tanpa for c in pattern.conditions))]
            for name, pattern in self._rules.items()
        }
        self._handle: Any = None
        try:
            # Names must differ: the core keeps a registry of them.
            self._handle = _core.create_ruleset(f"kinerja{next(_numbers)}", json.dumps(body, ensure_ascii=False))
            # A session whose first action never ran cannot be deleted safely.
            self._agenda([json.dumps({"id": "w", "t": _WARM})], "warm")
        except (_core.error, MemoryError, EngineError) as error:
            self.close()
            raise EngineError(f"durable_rules menolak aturan: {error}") from error
        self._reset()

    def run(self, facts: Iterable[str]) -> dict[str, set[Frame]]:
        """Match facts and return the matches by rule id.

        Args:
            facts: Pieces of JSON as `fact_json` makes them.

        Raises:
            EngineError: The core failed, did not read everything, or found too many matches.
        """
        try:
            return self._agenda([*facts, _BATCH_GATE], "sentinel")
        except (_core.error, MemoryError) as error:
            raise EngineError(f"durable_rules: {error}") from error
        finally:
            self._reset()

    def _agenda(self, facts: list[str], sentinel: str) -> dict[str, set[Frame]]:
        found: dict[str, set[Frame]] = {}
        counted: Counter[str] = Counter()
        whole = False
        code, state = _core.assert_facts(self._handle, f"[{', '.join([_BATCH_HEAD, *facts])}]")
        got = _core.start_action_for_state(self._handle, state)
        message = got[1] if got else None
        while message:
            ((name, frame),) = json.loads(message).items()
            if name == sentinel:
                whole = True
            else:
                aturan_id = self._rules[name].aturan_id
                found.setdefault(aturan_id, set()).add(tuple(int(frame[c]["id"][1:]) for c in self._slots[name]))
                counted[aturan_id] += 1
                if counted[aturan_id] > MAX_MATCHES:
                    raise EngineError(TOO_MANY)
            message = _core.complete_and_start_action(self._handle, state)
        if code == DUPLICATE or not whole:
            raise EngineError(f"durable_rules berhenti membaca fakta (kode {code})")
        return found

    def _reset(self) -> None:
        with suppress(_core.error):  # 309: no session had been opened
            _core.delete_state(self._handle, None)

    def close(self) -> None:
        """Delete the ruleset; further calls do nothing."""
        if self._handle is not None:
            _core.delete_ruleset(self._handle)
            self._handle = None


def fact_json(table: FactTable, jenis: str) -> str:
    """Return all facts of a type as JSON objects separated by commas; empty if there are none."""
    # Ids are ours and short, because the core compares only 32 bits of a hash of them; columns get a prefix, because
    # `id`, `sid`, `_` and `t` mean something to the core.
    rows = [
        {
            "id": f"f{number:05d}",
            "_": 1,
            "t": jenis,
            **{f"k_{name}": value for name, value in table.rows[number].items()},
        }
        for number in table.by_type.get(jenis, ())
    ]
    return json.dumps(rows, ensure_ascii=False)[1:-1]


def _conditions(pattern: Pattern) -> list[dict[str, Any]]:
    conditions: list[dict[str, Any]] = [{"gate": {"t": _GATE}}]
    slot = 0
    for number, condition in enumerate(pattern.conditions):
        conditions.append({f"n{number}$not" if condition.tanpa else f"c{slot}": {"$and": _terms(condition)}})
        slot += not condition.tanpa
    return conditions


def _terms(condition: Condition) -> list[dict[str, Any]]:
    terms = [{"t": condition.jenis}]
    terms += [_term(f.operator, f.kolom, f.nilai) for f in condition.filters]
    # Equality joins last, as in the order that was tested under AddressSanitizer.
    joins = sorted(condition.joins, key=lambda join: join.operator == "sama")
    terms += [_term(j.operator, j.kolom, {f"c{j.slot}": f"k_{j.kolom_lain}"}) for j in joins]
    return [*terms, {"_": {"gate": "_"}}] if joins else terms


def _term(operator: Operator, kolom: str, value: Any) -> dict[str, Any]:
    term = {f"k_{kolom}": value}
    return term if operator == "sama" else {_OPERATORS[operator]: term}
