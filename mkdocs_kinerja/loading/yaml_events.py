"""YAML to plain data in one pass over libyaml's event stream, with the place of every key and value.

Only a small YAML is accepted: one document, text keys, no anchors, aliases, merge keys or tags, bounded depth and
size. Plain scalars are typed by JSON's grammar (null, ~, true, false, numbers without a leading zero); everything
else stays text, so that `051`, `ya`, `1:30` and `2025-07-15` are what the author typed.

Skipping PyYAML's resolver, nodes and constructor makes this about twice as fast as CSafeLoader, which has no
places. Events nest at most `Limits.depth` deep, so neither Python's nor C's stack can overflow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from . import syntax_messages as messages
from .syntax_messages_cause import syntax_problem
from .yaml_events_bytes import decode, forbidden_characters, read_bytes, too_large
from .yaml_events_document import (
    LITERAL,
    Block,
    BlockLine,
    Document,
    Jalur,
    Limits,
    MappingPlace,
    Place,
    Problem,
    SequencePlace,
    split_lines,
)

try:
    from yaml import cyaml
except ImportError:  # PyYAML was built without libyaml
    cyaml = None  # type: ignore[assignment]

__all__ = ["Block", "BlockLine", "Document", "Jalur", "Limits", "Problem", "parse", "read_document"]

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z").match
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?(?:[eE][-+]?[0-9]{1,2})?\Z").match
_CONSTANT: Final[dict[str, bool | None]] = {"": None, "~": None, "null": None, "true": True, "false": False}
_TYPED_START: Final = frozenset("-0123456789~ntf")
_DEFAULT: Final = Limits()


def read_document(path: Path, limits: Limits = _DEFAULT) -> Document:
    """Read a YAML file. Whatever the file holds, the outcome is a Document and never an exception."""
    data = read_bytes(path, limits)
    if isinstance(data, Problem):
        return Document(None, (data,))
    text = decode(data)
    if isinstance(text, Problem):
        return Document(None, (text,), data.decode("utf-8", "replace"))
    return parse(text, limits)


def parse(text: str, limits: Limits = _DEFAULT) -> Document:
    """Read YAML text. Never raises for its content."""
    if len(text) > limits.bytes:
        return Document(None, (too_large(len(text), limits),))
    text = text.removeprefix("\ufeff")
    problems, readable = forbidden_characters(text)
    if not readable:
        return Document(None, tuple(problems), text)
    reader = _Reader(text, limits, problems)
    data, place = reader.read()
    problems.sort(key=lambda problem: (problem.baris, problem.kolom))
    return Document(data, tuple(problems), text, place)


_NESTING = "exceeded maximum nesting depth"
"""libyaml since 0.2.6 looks ahead through the brackets of a line and gives up at a depth of its own before our limit is
met; the pure parser, which does not look ahead, finds the place."""


class _StopReading(Exception):  # noqa: N818 - not an error: the problem has been noted, there is no use in going on
    pass


class _Reader:
    """Consumes the events of one text."""

    __slots__ = ("get", "limits", "nodes", "parser", "problems", "text")

    def __init__(self, text: str, limits: Limits, problems: list[Problem]) -> None:
        self.text = text
        self.limits = limits
        self.problems = problems
        # The pure parser gives the same events, twenty times slower.
        self._start(cyaml.CParser(text) if cyaml is not None else yaml.SafeLoader(text))  # type: ignore[attr-defined]

    def _start(self, parser: Any) -> None:
        self.nodes = self.limits.nodes
        self.parser: Any = parser
        self.get: Callable[[], Any] = parser.get_event

    def read(self) -> tuple[Any, Place | None]:
        """Return the data and the places of the one document; (None, None) if it cannot be read."""
        known = len(self.problems)
        try:
            return self._document()
        except _StopReading:
            return None, None
        except yaml.YAMLError as error:
            if getattr(error, "problem", "") == _NESTING:
                del self.problems[known:]
                self.parser.dispose()
                self._start(yaml.SafeLoader(self.text))
                return self.read()
            self.problems.append(syntax_problem(error, split_lines(self.text)))
            return None, None
        finally:
            self.parser.dispose()

    def _document(self) -> tuple[Any, Place | None]:
        self.get()
        event = self.get()
        if event.__class__ is StreamEndEvent:
            self.problems.append(messages.empty())
            return None, None
        data, place = self._value(self.get(), 0)
        if data is None:
            self.problems.append(messages.empty())
        while event.__class__ is not DocumentEndEvent:
            event = self.get()
        event = self.get()
        if event.__class__ is DocumentStartEvent:
            self._note(messages.second_document, event)
        return data, place

    def _note(self, message: Callable[..., messages.Wording], event: Any, *arguments: Any) -> None:
        mark = event.start_mark
        kode, pesan, pesan_en = message(*arguments)
        self.problems.append(Problem(mark.line + 1, mark.column + 1, kode, pesan, pesan_en))
        if len(self.problems) >= self.limits.problems:
            kode, pesan, pesan_en = messages.too_many_problems(len(self.problems))
            self.problems.append(Problem(mark.line + 1, mark.column + 1, kode, pesan, pesan_en))
            raise _StopReading

    def _value(self, event: Any, depth: int) -> tuple[Any, Place]:
        kind = event.__class__
        mark = event.start_mark
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                self._note_decoration(event)
            text = event.value
            if not event.implicit[0]:
                return text, (mark.line, mark.column, None, event.style == LITERAL)
            typed = text if text and text[0] not in _TYPED_START else _typed(text)
            return typed, (mark.line, mark.column, text, False)
        if kind is AliasEvent:
            # Its text stands in for it: what the author meant was most often text, and nothing can grow from it.
            self._note(messages.alias, event, event.anchor)
            return f"*{event.anchor}", (mark.line, mark.column, f"*{event.anchor}", False)
        if depth >= self.limits.depth:
            self._note(messages.too_deep, event, self.limits.depth)
            raise _StopReading
        if event.tag is not None or event.anchor is not None:
            self._note_decoration(event)
        if kind is MappingStartEvent:
            return self._mapping(mark, depth + 1)
        return self._sequence(mark, depth + 1)

    def _too_many_nodes(self, event: Any) -> NoReturn:
        self._note(messages.too_many_nodes, event, self.limits.nodes)
        raise _StopReading

    def _sequence(self, mark: Any, depth: int) -> tuple[list[Any], SequencePlace]:
        get, items = self.get, []
        place = SequencePlace(mark.line, mark.column)
        places = place.items
        event = get()
        while event.__class__ is not SequenceEndEvent:
            self.nodes -= 1
            if self.nodes < 0:
                self._too_many_nodes(event)
            item, where = self._value(event, depth)
            items.append(item)
            places.append(where)
            event = get()
        return items, place

    def _mapping(self, mark: Any, depth: int) -> tuple[dict[str, Any], MappingPlace]:
        get: Callable[[], Any] = self.get
        data: dict[str, Any] = {}
        place = MappingPlace(mark.line, mark.column)
        keys, values = place.keys, place.values
        event = get()
        while event.__class__ is not MappingEndEvent:
            self.nodes -= 1
            if self.nodes < 0:
                self._too_many_nodes(event)
            if event.__class__ is ScalarEvent and event.value not in data and event.value not in ("", "<<"):
                if event.tag is not None or event.anchor is not None:
                    self._note_decoration(event)
                key, mark = event.value, event.start_mark
                keys[key] = (mark.line, mark.column)
                data[key], values[key] = self._value(get(), depth)
            else:
                self._refused_key(event, keys, depth)
            event = get()
        return data, place

    def _refused_key(self, event: Any, keys: dict[str, tuple[int, int]], depth: int) -> None:
        """Note a key that cannot be taken, and skip its value without telling what is wrong inside it."""
        if event.__class__ is not ScalarEvent:
            self._note(messages.alias if event.__class__ is AliasEvent else messages.key_not_text, event, event.anchor)
        elif event.value in keys:
            self._note(messages.duplicate_key, event, event.value, keys[event.value][0] + 1)
        elif event.value == "<<":
            self._note(messages.merge_key, event)
        else:
            self._note(messages.empty_key, event)
        told = len(self.problems)
        if event.__class__ is not ScalarEvent:
            self._value(event, depth)
        self._value(self.get(), depth)
        del self.problems[told:]

    def _note_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._note(messages.anchor, event, event.anchor)
        if event.tag is not None:
            self._note(messages.tag, event, event.tag)


def _typed(text: str) -> str | int | Decimal | bool | None:
    """Return what a plain scalar stands for."""
    if text in _CONSTANT:
        return _CONSTANT[text]
    if _INTEGER(text):
        return int(text)
    return Decimal(text) if _NUMBER(text) else text
