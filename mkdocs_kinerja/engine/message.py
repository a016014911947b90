"""The message of a rule: which facts and columns its placeholders may name."""

from __future__ import annotations

from collections.abc import Mapping

from ..fakta import Jenis
from .book import unknown
from .entry import Entry
from .rule import PLACEHOLDER

AMBANG = "ambang"


def check_message(
    entry: Entry, alias: Mapping[str, str], jenis: Mapping[str, Jenis], ambang: Mapping[str, object]
) -> None:
    """Note every placeholder of `pesan` and `pesan_en` that cannot be filled.

    Args:
        entry: The rule.
        alias: The fact type of each alias.
        jenis: The fact types.
        ambang: The thresholds of the rule.
    """
    for key in ("pesan", "pesan_en"):
        text = entry.text(key)
        if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
            entry.get(key).refuse(
                "Kurung kurawal hanya untuk `{alias.kolom}`, misalnya `{i.nama}`. Perbaiki atau hapus."
            )
        for name, field in PLACEHOLDER.findall(text):
            problem = _problem(name, field, alias, jenis, ambang)
            if problem:
                entry.get(key).refuse(f"`{{{name}.{field}}}`: {problem}")


def _problem(
    name: str, field: str, alias: Mapping[str, str], jenis: Mapping[str, Jenis], ambang: Mapping[str, object]
) -> str:
    if name == AMBANG:
        return "" if field in ambang else unknown("Ambang", field, ambang)
    if name not in alias:
        return unknown("Alias", name, [*alias, *([AMBANG] if ambang else [])])
    known = jenis[alias[name]]
    if field in known.kolom or field in known.tampil:
        return ""
    return unknown("Kolom", field, {*known.kolom, *known.tampil}, f"pada fakta `{known.nama}`")


def thresholds_in(text: str) -> set[str]:
    """Return the names of the thresholds that a message shows."""
    return {field for name, field in PLACEHOLDER.findall(text) if name == AMBANG}
