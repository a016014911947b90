"""A book of rules, what is wrong with the rules left out of it, and the settings of a site applied to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher, get_close_matches
from operator import eq
from typing import Final

from ..fakta import Jenis
from ..lokasi import Posisi
from .compile import CompileError, compile_rule
from .rule import TINGKAT, Aturan

WRONG_SETTINGS: Final = "Pengaturan aturan tidak dapat dipakai:"
Setting = tuple[str | int, ...]
"""Path of a setting: `("ambang", "KIN407", "batas")`, `("keparahan", "KIN407")`, `("abaikan", 0)`."""


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """Why a rule, or a rule file, cannot be used; the message is for its author."""

    posisi: Posisi
    pesan: str
    aturan_id: str | None = None

    def __str__(self) -> str:
        return f"{self.posisi}: {f'{self.aturan_id}: ' if self.aturan_id else ''}{self.pesan}"


class RuleFileError(Exception):
    """Rule files that cannot be read, or settings that name what does not exist."""

    def __init__(self, pesan: str, problems: Iterable[RuleProblem] = ()) -> None:
        self.pesan = pesan
        self.problems = tuple(problems)
        super().__init__("\n".join([pesan, *(str(p) for p in self.problems)]))


@dataclass(frozen=True, slots=True)
class Buku:
    """The usable rules in order of their files, the problems of the others, and the fact types they were read for."""

    aturan: tuple[Aturan, ...]
    problems: tuple[RuleProblem, ...]
    jenis: Mapping[str, Jenis]

    def find(self, aturan_id: str) -> Aturan | None:
        """Return the rule with that id, or None."""
        return next((a for a in self.aturan if a.id == aturan_id), None)

    def with_settings(
        self,
        ambang: Mapping[str, Mapping[str, int | float | Decimal]] | None = None,
        keparahan: Mapping[str, str] | None = None,
        abaikan: Sequence[str] = (),
    ) -> Buku:
        """Return the book as a site wants it.

        Args:
            ambang: Rule id -> name of a threshold -> its value.
            keparahan: Rule id -> severity.
            abaikan: Ids of rules to leave out.

        Raises:
            RuleFileError: An id, name or value does not exist or does not fit; all such mistakes at once.
        """
        buku, mistakes = self.adjusted(ambang or {}, keparahan or {}, abaikan)
        if mistakes:
            raise RuleFileError("\n".join([WRONG_SETTINGS, *(text for _, text in mistakes)]))
        return buku.without(abaikan)

    def without(self, ids: Collection[str]) -> Buku:
        """Return the book without some rules."""
        return replace(self, aturan=tuple(a for a in self.aturan if a.id not in ids))

    def adjusted(
        self,
        ambang: Mapping[str, Mapping[str, int | float | Decimal]],
        keparahan: Mapping[str, str],
        abaikan: Sequence[str],
    ) -> tuple[Buku, list[tuple[Setting, str]]]:
        """Return all rules with thresholds and severities set, and the mistakes with the settings they are about.

        Args:
            ambang: Rule id -> name of a threshold -> its value.
            keparahan: Rule id -> severity.
            abaikan: Ids that must exist; leaving them out is up to the caller.
        """
        mistakes: list[tuple[Setting, str]] = []
        rules = {a.id: a for a in self.aturan}
        for aturan_id, level in keparahan.items():
            path: Setting = ("keparahan", aturan_id)
            found = next((t for t in TINGKAT if t == level), None)
            if wrong := self._missing(aturan_id):
                mistakes.append((path, f"keparahan: {wrong}"))
            elif found is None:
                mistakes.append((path, f"keparahan: {aturan_id}: {unknown('Tingkat', str(level), TINGKAT)}"))
            else:
                rules[aturan_id] = replace(rules[aturan_id], keparahan=found)
        for aturan_id, values in ambang.items():
            path = ("ambang", aturan_id)
            if wrong := self._missing(aturan_id):
                mistakes.append((path, f"ambang: {wrong}"))
                continue
            rules[aturan_id], wrongs = self._with_thresholds(rules[aturan_id], values)
            mistakes.extend(((*path, *at), f"ambang: {aturan_id}: {text}") for at, text in wrongs)
        for number, aturan_id in enumerate(abaikan):
            if wrong := self._missing(aturan_id):
                mistakes.append((("abaikan", number), f"abaikan: {wrong}"))
        return replace(self, aturan=tuple(rules.values())), mistakes

    def _missing(self, aturan_id: str) -> str:
        """Return why there is no such rule; empty if there is one."""
        usable = {a.id for a in self.aturan}
        if aturan_id in usable:
            return ""
        # A rule with a mistake of its own is known too: setting it must not add a second, confusing message.
        broken = next((p for p in self.problems if p.aturan_id == aturan_id), None)
        if broken is not None:
            return f"aturan {aturan_id} sedang tidak dapat dipakai; perbaiki dahulu: {broken}"
        return unknown("Aturan", aturan_id, usable)

    def _with_thresholds(
        self, aturan: Aturan, values: Mapping[str, int | float | Decimal]
    ) -> tuple[Aturan, list[tuple[Setting, str]]]:
        """Return the rule with other thresholds, and the mistakes with the threshold each is about, if one."""
        mistakes: list[tuple[Setting, str]] = []
        ambang = dict(aturan.ambang)
        for nama, nilai in values.items():
            if nama not in ambang:
                mistakes.append(((nama,), unknown("Ambang", nama, ambang)))
            elif isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
                mistakes.append(((nama,), f"nilai `{nama}` harus angka, bukan {nilai!r}."))
            else:
                exact = Decimal(str(nilai)) if isinstance(nilai, float) else nilai
                ambang[nama] = replace(ambang[nama], nilai=exact)
        changed = replace(aturan, ambang=ambang)
        try:
            compile_rule(changed, self.jenis)
        except CompileError as error:
            mistakes.append(((), str(error)))
        return changed, mistakes


def unknown(apa: str, teks: str, pilihan: Iterable[str], di: str = "") -> str:
    """Return "X `teks` tidak dikenal" with the nearest known name, or with all of them where none is near.

    Args:
        apa: What kind of name it is.
        teks: What was written.
        pilihan: The names that exist.
        di: Where they exist, such as `pada fakta ...`.
    """
    names = sorted(pilihan)
    near = _nearest(teks.casefold(), {name.casefold(): name for name in names})
    start = f"{apa} `{teks}` tidak dikenal{f' {di}' if di else ''}"
    if near:
        return f"{start}. Maksud Anda `{near}`?"
    return f"{start}. Yang ada: {', '.join(names)}." if names else f"{start}; di sini tidak ada satu pun."


def _nearest(word: str, known: Mapping[str, str]) -> str | None:
    """Return the known name most like a word; where several are, the one that agrees in most places."""
    near = get_close_matches(word, known, n=9, cutoff=0.6)
    if not near:
        return None
    # `KIN4O1` is as like `KIN410` as `KIN401`, letter by letter.
    best = max(near, key=lambda n: (SequenceMatcher(None, n, word).ratio(), sum(map(eq, n, word))))
    return known[best]
