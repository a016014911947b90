"""Checking a document against one of the shipped JSON Schemas, with messages that say what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from .schema_messages import Speaker
from .schema_text import Normaliser
from .schema_violations import Judge, Library, Node, Violation
from .yaml_events_document import Document, Jalur, Problem

__all__ = ["MAX_PROBLEMS", "NAMES", "Validator", "load_schema"]

NAMES = ("laporan", "satker", "indikator", "daftar-satker", "aturan", "kinerja")

MAX_PROBLEMS = 1_000
"""So many problems are told of one file: a hostile one could have half a million."""

# A value that fails several of these is told once, by the first.
_TOLD_ONCE = ("type", "const", "enum", "minLength", "pattern", "format", "maxLength")


@cache
def load_schema(nama: str) -> Node:
    """Return the shipped schema `nama` (one of NAMES).

    Raises:
        ValueError: There is no such schema.
    """
    if nama not in NAMES:
        raise ValueError(f"tidak ada skema {nama!r}; yang ada: {', '.join(NAMES)}")
    text = files("mkdocs_kinerja").joinpath("schemas", f"{nama}.schema.json").read_text("utf-8")
    schema: Node = json.loads(text)
    return schema


class Validator:
    """One schema, ready to check documents."""

    def __init__(self, nama: str, library: Library = "auto") -> None:
        schema = load_schema(nama)
        self._judge = Judge(schema, library)
        self._normaliser = Normaliser(schema)
        self._speaker = Speaker(schema)

    def normalise(self, document: Document) -> Any:
        """Return the data with exact text wherever the schema wants text: `kode: 1.10` is "1.10"."""
        return self._normaliser.normalise(document)[0]

    def problems(self, document: Document) -> list[Problem]:
        """Return the problems of the document in the order of the file; none for a document without data."""
        return self.check(document)[1]

    def check(self, document: Document) -> tuple[Any, list[Problem]]:
        """Return `normalise` and `problems` in one go."""
        if document.data is None:
            return None, []
        data, loose = self._normaliser.normalise(document)
        told_all = (
            problem
            for violation in _told_once(islice(self._judge.violations(data), 10 * MAX_PROBLEMS))
            for problem in self._speaker.problems(violation, document, data)
        )
        problems = list(islice(told_all, MAX_PROBLEMS))
        if len(problems) == MAX_PROBLEMS:
            problems.append(self._speaker.too_many(document, MAX_PROBLEMS))
        told = {problem.jalur for problem in problems}
        problems.extend(self._speaker.loose_block(path, document, data) for path in loose if path not in told)
        problems.sort(key=lambda problem: (problem.baris, problem.kolom, problem.pesan))
        return data, problems


def _told_once(violations: Iterable[Violation]) -> list[Violation]:
    """Drop what only repeats: a text of the wrong pattern also fails its format, a list lacks the keys of a mapping."""
    ranked = sorted(violations, key=_rank)
    wrong_kind = {violation.path for violation in ranked if violation.keyword == "type"}
    told: set[Jalur] = set()
    kept: list[Violation] = []
    for violation in ranked:
        simple = violation.keyword in _TOLD_ONCE
        if (simple and violation.path in told) or (not simple and violation.path in wrong_kind):
            continue
        if simple:
            told.add(violation.path)
        kept.append(violation)
    return kept


def _rank(violation: Violation) -> int:
    return _TOLD_ONCE.index(violation.keyword) if violation.keyword in _TOLD_ONCE else len(_TOLD_ONCE)
