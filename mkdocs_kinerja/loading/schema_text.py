"""Values in the type the schema wants, where the author's plain text leaves no doubt.

YAML cannot know that `kode: 1.10` is a code. The schema does: where it wants text and a number or true/false was
read, the exact text of the scalar is taken (`1.10`, `2.3`, `true`), so no validator ever complains about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from .schema_violations import Node, referenced
from .yaml_events_document import Document, Jalur

_BRANCHES = ("anyOf", "oneOf", "allOf")
_CONDITIONAL = ("then", "else")
_TYPES: tuple[tuple[type, frozenset[str]], ...] = (
    (bool, frozenset({"boolean"})),
    (int, frozenset({"integer", "number"})),
    (Decimal, frozenset({"number"})),
)
# Free keys come from the data: what is remembered about them must not grow for ever under `mkdocs serve`.
_MAX_REMEMBERED = 500


class Normaliser:
    """Knows for one schema which positions hold text, and which hold a literal block (`x-blok`)."""

    def __init__(self, schema: Node) -> None:
        self._root = _Level(schema, [schema])

    def normalise(self, document: Document) -> tuple[Any, list[Jalur]]:
        """Return the data, and the paths of texts that ought to be literal blocks but are not."""
        loose: list[Jalur] = []
        return _value(document, document.data, (), self._root, loose), loose


def _value(document: Document, value: Any, path: Jalur, level: _Level, loose: list[Jalur]) -> Any:
    if isinstance(value, str):
        if level.block and not document.is_block(path):
            loose.append(path)
        return value
    if isinstance(value, dict):
        return {k: _value(document, below, (*path, k), level.below(k), loose) for k, below in value.items()}
    if isinstance(value, list):
        return [_value(document, below, (*path, i), level.below(i), loose) for i, below in enumerate(value)]
    return value if value is None else _fit(value, level.types, document.lexical(path))


class _Level:
    """All subschemas that may speak about one position."""

    __slots__ = ("_below", "_nodes", "_schema", "block", "types")

    def __init__(self, schema: Node, nodes: Iterable[Node]) -> None:
        self._schema = schema
        self._nodes = [found for node in nodes for found in _alternatives(schema, node)]
        self._below: dict[str | int, _Level] = {}
        self.block = any("x-blok" in node for node in self._nodes)
        self.types = _accepted(self._nodes)

    def below(self, step: str | int) -> _Level:
        """Return the level of a key or an index."""
        known = self._below.get(step)
        if known is None:
            known = _Level(self._schema, [child for node in self._nodes for child in _children(node, step)])
            if len(self._below) < _MAX_REMEMBERED:
                self._below[step] = known
        return known


def _alternatives(schema: Node, node: Node) -> Iterator[Node]:
    """Yield the node, what it refers to, and its branches."""
    yield node
    if "$ref" in node:
        yield from _alternatives(schema, referenced(schema, node["$ref"]))
    for branch in _BRANCHES:
        for child in node.get(branch, ()):
            yield from _alternatives(schema, child)
    for branch in _CONDITIONAL:
        if branch in node:
            yield from _alternatives(schema, node[branch])


def _children(node: Node, step: str | int) -> list[Node]:
    """Return the subschemas of one node for a key or an index."""
    if isinstance(step, int):
        prefix: Sequence[Node] = node.get("prefixItems", ())
        found = prefix[step] if step < len(prefix) else node.get("items")
        return [found] if isinstance(found, Mapping) else []
    if step in node.get("properties", {}):
        return [node["properties"][step]]
    below = [child for pattern, child in node.get("patternProperties", {}).items() if re.search(pattern, step)]
    rest = node.get("additionalProperties")
    return below or ([rest] if isinstance(rest, Mapping) else [])


def _accepted(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the JSON types these subschemas accept between them; empty if they do not say."""
    types: set[str] = set()
    for node in nodes:
        named = node.get("type", ())
        types.update([named] if isinstance(named, str) else named)
        if not named and any(isinstance(value, str) for value in (*node.get("enum", ()), node.get("const"))):
            types.add("string")
    return frozenset(types)


def _fit(value: bool | int | Decimal, wanted: frozenset[str], lexical: str | None) -> Any:
    have = next(types for kind, types in _TYPES if isinstance(value, kind))
    if not wanted or have & wanted:
        return value
    if "integer" in wanted and isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return lexical if "string" in wanted and lexical is not None else value
