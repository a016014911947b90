"""The engine room's front door: rules and facts in, matches and counts out, whichever engine does the matching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Literal, Self

from ..fakta import Fakta, Jenis
from . import core
from .book import Buku
from .compile import CompiledRule, compile_rule, passes
from .match import EngineError, Frame, Matcher
from .outcome import Kecocokan, Pemeriksaan, Putusan
from .reference import Reference
from .rulefile import with_temuan
from .shards import Shards
from .table import FactTable, columns_of

Pilihan = Literal["auto", "durable", "reference"]

GAGAL = "Mesin gagal menjalankan aturan ini."
MATI = "Aturan ini tidak dipakai untuk satker ini, menurut pengaturan."
TIDAK_BERLAKU = "Syarat `berlaku` tidak terpenuhi."


@dataclass(frozen=True, slots=True)
class _Population:
    """How many checks a rule makes, and why it does not apply to the other facts. A fact counts by its `bobot`."""

    berlaku: int
    alasan: Counter[str]

    def count(self, aturan_id: str, matched: int) -> Pemeriksaan:
        """Return the counts of a rule that ran."""
        return Pemeriksaan(
            aturan_id, self.berlaku - matched, matched, self.alasan.total(), dict(sorted(self.alasan.items()))
        )

    def unchecked(self, aturan_id: str, why: str) -> Pemeriksaan:
        """Return the counts of a rule that did not run: nothing was checked, and nothing passed."""
        alasan = self.alasan + Counter({why: self.berlaku})
        return Pemeriksaan(aturan_id, 0, 0, alasan.total(), dict(sorted(alasan.items())))


class Mesin:
    """A book of rules ready to run on any number of reports. Threads wait for each other.

    Args:
        buku: The rules.
        jenis: The fact types.
        engine: `auto` takes durable_rules where it can be had.
        off: Ids of rules that find nothing here. What they would have checked is counted as "tidak berlaku".

    Raises:
        EngineError: `durable` is asked for and cannot be had.
    """

    def __init__(
        self, buku: Buku, jenis: Mapping[str, Jenis], engine: Pilihan = "auto", off: Collection[str] = ()
    ) -> None:
        self._jenis = with_temuan(jenis)
        self._rules = tuple(compile_rule(aturan, self._jenis) for aturan in buku.aturan)
        self._off = frozenset(off)
        self._columns = columns_of(self._rules, self._jenis)
        self._reason: dict[str, str] = {}
        if engine == "durable" and not core.available():
            raise EngineError(core.reason()["id"])
        if engine == "reference":
            self._reason = {
                "id": "Evaluator rujukan dipilih dalam pengaturan.",
                "en": "The reference evaluator was chosen in the settings.",
            }
        elif not core.available():
            self._reason = core.reason()
        active = tuple(rule for rule in self._rules if rule.aturan.id not in self._off)
        self._matcher: Matcher = Reference(active) if self._reason else Shards(active)
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Which engine runs, for the manifest of results: `durable_rules 2.0.28` or `evaluator rujukan`."""
        return self._matcher.name

    @property
    def reason(self) -> Mapping[str, str]:
        """Why it is not the usual engine, in Indonesian and English; empty if it is."""
        return dict(self._reason)

    def close(self) -> None:
        """Give back what the engine holds; the object cannot be used afterwards."""
        with self._lock:
            self._closed = True
            self._matcher.close()

    def evaluate(self, facts: Sequence[Fakta]) -> Putusan:
        """Match the rules against the facts of one report.

        Raises:
            FactError: A fact is not as its type declares it (a bug in the checks).
            RuntimeError: The engine is closed.
        """
        table = FactTable(self._jenis, self._columns)
        table.add(facts)
        cocok: dict[str, list[Kecocokan]] = {}
        counts: dict[str, Pemeriksaan] = {}
        galat: dict[str, str] = {}
        for fase in sorted({rule.aturan.fase for rule in self._rules}):
            rules = [rule for rule in self._rules if rule.aturan.fase == fase]
            with self._lock:
                if self._closed:
                    raise RuntimeError("the engine is closed")
                found = self._matcher.match(fase, table)
            galat |= found.galat
            for rule in rules:
                aturan_id, population = rule.aturan.id, _population(rule, table)
                matches = _matches(rule, found.frames.get(aturan_id, ()), table)
                cocok[aturan_id] = matches
                if aturan_id in self._off or aturan_id in found.galat:
                    why = MATI if aturan_id in self._off else GAGAL
                    counts[aturan_id] = population.unchecked(aturan_id, why)
                else:
                    counts[aturan_id] = population.count(aturan_id, sum(match.subjek.bobot for match in matches))
            table.add(match.as_fact() for rule in rules if not rule.aturan.hubungkan for match in cocok[rule.aturan.id])
        order = [rule.aturan.id for rule in self._rules]
        return Putusan(
            tuple(match for aturan_id in order for match in cocok[aturan_id]),
            tuple(counts[aturan_id] for aturan_id in order),
            {aturan_id: galat[aturan_id] for aturan_id in order if aturan_id in galat},
        )


def _population(rule: CompiledRule, table: FactTable) -> _Population:
    berlaku = 0
    alasan: Counter[str] = Counter()
    for number in table.by_type.get(rule.aturan.periksa.fakta, ()):
        row = table.rows[number]
        if not passes(row, rule.populasi):
            continue
        if passes(row, rule.berlaku):
            berlaku += table.fakta[number].bobot
        else:
            alasan[_reason(table.fakta[number], rule)] += table.fakta[number].bobot
    return _Population(berlaku, alasan)


def _reason(fakta: Fakta, rule: CompiledRule) -> str:
    own = fakta.tampil.get("alasan")
    if isinstance(own, Mapping):
        own = own.get("id")
    return str(own or rule.aturan.tidak_berlaku["id"] or TIDAK_BERLAKU)


def _matches(rule: CompiledRule, frames: Iterable[Frame], table: FactTable) -> list[Kecocokan]:
    """Return one match per subject: the first by fact order, with the facts of the others beside it."""
    by_subject: dict[int, list[Frame]] = {}
    for frame in sorted(frames):
        by_subject.setdefault(frame[0], []).append(frame)
    matches = []
    for first, *others in by_subject.values():
        further = sorted({number for frame in others for number in frame} - set(first))
        fakta = {alias: table.fakta[number] for alias, number in zip(rule.alias, first, strict=True)}
        matches.append(Kecocokan(rule.aturan, fakta, tuple(table.fakta[n] for n in further)))
    return matches
