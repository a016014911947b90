"""A book of rules, what is wrong with the rules left out of it, and the settings of a site applied to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches

from ..fakta import Jenis
from ..lokasi import Posisi
from .compile import CompileError, compile_rule
from .rule import TINGKAT, Aturan


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
        abaikan: Collection[str] = (),
    ) -> Buku:
        """Return the book as a site wants it.

        Args:
            ambang: Rule id -> name of a threshold -> its value.
            keparahan: Rule id -> severity.
            abaikan: Ids of rules to leave out.

        Raises:
            RuleFileError: An id, name or value does not exist or does not fit; all such mistakes at once.
        """
        mistakes: list[str] = []
        rules = {a.id: a for a in self.aturan}
        for aturan_id, level in (keparahan or {}).items():
            if self._known(aturan_id, "keparahan", mistakes):
                found = next((t for t in TINGKAT if t == level), None)
                if found is None:
                    mistakes.append(f"keparahan: {aturan_id}: {unknown('Tingkat', str(level), TINGKAT)}")
                else:
                    rules[aturan_id] = replace(rules[aturan_id], keparahan=found)
        for aturan_id, values in (ambang or {}).items():
            if self._known(aturan_id, "ambang", mistakes):
                rules[aturan_id] = self._with_thresholds(rules[aturan_id], values, mistakes)
        left_out = {i for i in abaikan if self._known(i, "abaikan", mistakes)}
        if mistakes:
            raise RuleFileError("Pengaturan aturan tidak dapat dipakai:\n" + "\n".join(mistakes))
        return replace(self, aturan=tuple(a for a in rules.values() if a.id not in left_out))

    def _known(self, aturan_id: str, setting: str, mistakes: list[str]) -> bool:
        # A rule with a mistake of its own is known too: setting it must not add a second, confusing message.
        usable = {a.id for a in self.aturan}
        if aturan_id in usable:
            return True
        broken = next((p for p in self.problems if p.aturan_id == aturan_id), None)
        if broken is not None:
            mistakes.append(f"{setting}: aturan {aturan_id} sedang tidak dapat dipakai; perbaiki dahulu: {broken}")
        else:
            mistakes.append(f"{setting}: {unknown('Aturan', aturan_id, usable)}")
        return False

    def _with_thresholds(
        self, aturan: Aturan, values: Mapping[str, int | float | Decimal], mistakes: list[str]
    ) -> Aturan:
        ambang = dict(aturan.ambang)
        for nama, nilai in values.items():
            if nama not in ambang:
                mistakes.append(f"ambang: {aturan.id}: {unknown('Ambang', nama, ambang)}")
            elif isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
                mistakes.append(f"ambang: {aturan.id}: nilai `{nama}` harus angka, bukan {nilai!r}.")
            else:
                exact = Decimal(str(nilai)) if isinstance(nilai, float) else nilai
                ambang[nama] = replace(ambang[nama], nilai=exact)
        changed = replace(aturan, ambang=ambang)
        try:
            compile_rule(changed, self.jenis)
        except CompileError as error:
            mistakes.append(f"ambang: {aturan.id}: {error}")
        return changed


def unknown(apa: str, teks: str, pilihan: Iterable[str], di: str = "") -> str:
    """Return "X `teks` tidak dikenal" with the nearest known name, or with all of them where none is near.

    Args:
        apa: What kind of name it is.
        teks: What was written.
        pilihan: The names that exist.
        di: Where they exist, such as `pada fakta ...`.
    """
    names = sorted(pilihan)
    near = get_close_matches(teks, names, n=1, cutoff=0.6)
    start = f"{apa} `{teks}` tidak dikenal{f' {di}' if di else ''}"
    if near:
        return f"{start}. Maksud Anda `{near[0]}`?"
    return f"{start}. Yang ada: {', '.join(names)}." if names else f"{start}; di sini tidak ada satu pun."
