"""What is said about a schema violation, in Indonesian and English, and where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from . import schema_messages_keywords as keywords
from .schema_messages_keys import KeyBook
from .schema_messages_path import path_text
from .schema_messages_values import Told, Wording
from .schema_violations import Node, Violation
from .yaml_events_document import Document, Jalur, Problem

_SAY: Mapping[str, Callable[[Told], Wording]] = {
    "type": keywords.wrong_type,
    "enum": keywords.not_an_option,
    "const": keywords.not_an_option,
    "pattern": keywords.wrong_form,
    "format": keywords.wrong_format,
    "minLength": keywords.empty_text,
    "maxLength": keywords.too_long,
    "minimum": keywords.out_of_range,
    "maximum": keywords.out_of_range,
    "exclusiveMinimum": keywords.out_of_range,
    "exclusiveMaximum": keywords.out_of_range,
    "minItems": keywords.too_few,
    "minProperties": keywords.too_few,
    "maxItems": keywords.too_many,
    "maxProperties": keywords.too_many,
    "uniqueItems": keywords.repeated_item,
    "anyOf": keywords.no_alternative,
    "oneOf": keywords.no_alternative,
}


class Speaker:
    """Words the violations of one schema."""

    def __init__(self, schema: Node) -> None:
        self._keys = KeyBook(schema)

    def problems(self, violation: Violation, document: Document, data: Any) -> Iterator[Problem]:
        """Yield the problems of one violation: one for each unknown or missing key, else one."""
        path, value = violation.path, violation.value
        where = path_text(path, data)
        if violation.keyword == "additionalProperties":
            for key, wording in self._keys.unexpected(violation.node, value, where):
                yield self._problem(document.key_position((*path, key)), "kunci", wording, (*path, key))
        elif violation.keyword in {"required", "dependentRequired"}:
            for wording in self._keys.missing(violation.node, violation.keyword, value, where):
                yield self._problem(document.position(path), "skema", wording, path)
        else:
            say = _SAY.get(violation.keyword, keywords.otherwise)
            told = Told(violation.keyword, violation.node, value, where, path, document)
            yield self._problem(document.position(path), "skema", say(told), path)

    def too_many(self, document: Document, count: int) -> Problem:
        """Return the problem that stands for all that are not told."""
        wording = (
            f"Sudah ada {count} masalah; sisanya tidak disebut. Perbaiki dulu yang ini.",
            f"There are {count} problems already; the rest is not told. Mend these first.",
        )
        return self._problem(document.position(), "batas", wording, ())

    def loose_block(self, path: Jalur, document: Document, data: Any) -> Problem:
        """Return the problem of a grid that is not a literal block: its lines would run together."""
        key = path[-1]
        where = path_text(path, data)
        return self._problem(
            document.position(path),
            "blok",
            (
                f"{where} harus berupa blok teks. Tulis `{key}: |`, lalu baris-barisnya di bawahnya dengan menjorok.",
                f"{where} must be a block of text. Write `{key}: |` and its lines below, indented.",
            ),
            path,
        )

    @staticmethod
    def _problem(position: tuple[int, int], kode: str, wording: Wording, path: Jalur) -> Problem:
        return Problem(*position, kode, *wording, path)
