"""Asking a JSON Schema library which (path, keyword) of a schema a document breaks.

jsonschema is the validator of record; jsonschema_rs, when installed, answers first because it is 200 times faster.
Both are asked only for two pointers, into the document and into the schema. Everything that is said about a
violation comes from our own schema and data, so the two cannot differ in what users read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from .yaml_events_document import Jalur, value_at

Library = Literal["auto", "jsonschema_rs", "jsonschema"]
Node = Mapping[str, Any]
Asked = Callable[[Any], Iterable[tuple[Sequence[str | int], Sequence[str | int]]]]


@dataclass(frozen=True, slots=True)
class Violation:
    """`keyword` of the subschema `node` is broken by `value` at `path`."""

    path: Jalur
    keyword: str
    node: Node
    value: Any


class Judge:
    """One compiled schema."""

    def __init__(self, schema: Node, library: Library = "auto") -> None:
        self._schema = schema
        self._ask = _compile(schema, library)

    def violations(self, data: Any) -> Iterator[Violation]:
        """Yield every violation, in the library's order."""
        for path, schema_path in self._ask(data):
            keyword = str(schema_path[-1])
            node = node_at(self._schema, schema_path[:-1])
            while keyword not in node and "$ref" in node:
                node = referenced(self._schema, node["$ref"])
            yield Violation(_as_read(data, path), keyword, node, value_at(data, path))


def _as_read(data: Any, path: Sequence[str | int]) -> Jalur:
    """Return a path with keys as text: jsonschema_rs takes a key such as `247199` for a place in a list."""
    steps: list[str | int] = []
    for step in path:
        steps.append(str(step) if isinstance(data, Mapping) else step)
        data = data[steps[-1]]
    return tuple(steps)


def _compile(schema: Node, library: Library) -> Asked:
    if library != "jsonschema" and rust_available():
        return _rust(schema)
    return _python(schema)


@cache
def rust_available() -> bool:
    """Whether jsonschema_rs can be imported."""
    try:
        import jsonschema_rs  # noqa: F401, PLC0415 - optional: whether it is there is the question
    except ImportError:
        return False
    return True


def _rust(schema: Node) -> Asked:
    import jsonschema_rs  # noqa: PLC0415 - optional

    validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)
    return lambda data: ((error.instance_path, error.schema_path) for error in validator.iter_errors(data))


def _python(schema: Node) -> Asked:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - costly to import, and not needed beside the other

    validator = Draft202012Validator(_exact_ends(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return lambda data: (
        (error.absolute_path, [_as_written(step) for step in error.absolute_schema_path])
        for error in validator.iter_errors(data)
    )


def _exact_ends(node: Any) -> Any:
    """Return the schema with `$` of patterns made strict: Python's also matches before a last line end."""
    if isinstance(node, Mapping):
        return {
            key: re.sub(r"\$$", r"\\Z", value)
            if key == "pattern" and isinstance(value, str)
            else {re.sub(r"\$$", r"\\Z", name): _exact_ends(below) for name, below in value.items()}
            if key == "patternProperties"
            else _exact_ends(value)
            for key, value in node.items()
        }
    return [_exact_ends(item) for item in node] if isinstance(node, list) else node


def _as_written(step: str | int) -> str | int:
    return re.sub(r"\\Z$", "$", step) if isinstance(step, str) else step


def node_at(schema: Node, path: Sequence[str | int]) -> Node:
    """Return the subschema at a schema path, going through references whether the path names them or not."""
    node: Any = schema
    for step in path:
        if step == "$ref" or (step == "if" and isinstance(node, Mapping)):
            # `if` is followed by `then` or `else` of the same node.
            node = referenced(schema, node["$ref"]) if step == "$ref" else node
            continue
        while isinstance(node, Mapping) and step not in node and "$ref" in node:
            node = referenced(schema, node["$ref"])
        node = node[step]
    found: Node = node
    return found


def referenced(schema: Node, reference: str) -> Node:
    """Return the target of a local reference such as `#/$defs/teks`."""
    node: Any = schema
    for step in reference.removeprefix("#/").split("/"):
        node = node[step]
    found: Node = node
    return found
