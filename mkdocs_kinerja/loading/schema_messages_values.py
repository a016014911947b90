"""What messages about a value are made of: the value, its place, examples and kinds in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .schema_violations import Node
from .syntax_messages import excerpt
from .yaml_events_document import Document, Jalur

Wording = tuple[str, str]

KINDS: Mapping[str, Wording] = {
    "string": ("teks", "text"),
    "integer": ("bilangan bulat", "a whole number"),
    "number": ("angka (desimal dengan titik, tanpa titik ribuan)", "a number (decimal point, no thousands separators)"),
    "boolean": ("true atau false", "true or false"),
    "array": ("daftar (`[a, b]`, atau butir `- …` di baris baru)", "a list (`[a, b]`, or `- …` items on new lines)"),
    "object": ("pasangan `kunci: nilai`", "`key: value` pairs"),
    "null": ("kosong", "empty"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One broken keyword: the subschema, the value, and the readable path."""

    keyword: str
    node: Node
    value: Any
    where: str
    path: Jalur
    document: Document

    @property
    def where_en(self) -> str:
        """The readable path in an English sentence."""
        return "This file" if not self.path else self.where

    @property
    def limit(self) -> Any:
        """What the keyword says."""
        return self.node[self.keyword]

    @property
    def hint(self) -> Wording:
        """The schema's own advice about this value, or an example."""
        if self.node.get("x-blok"):
            key = self.path[-1] if self.path else "isi"
            return (
                f" Tulis `{key}: |`, lalu baris-barisnya di bawahnya dengan menjorok.",
                f" Write `{key}: |` and its lines below, indented.",
            )
        if "patternErrorMessage" in self.node:
            return f" {self.node['patternErrorMessage']}", f" {self.node['x-patternErrorMessage-en']}"
        sample = example(self.node)
        return (f" Contoh: `{example_text(sample)}`.", f" Example: `{example_text(sample)}`.") if sample else ("", "")


def example(node: Node) -> Any:
    """Return the first example or option of a subschema, else None."""
    for keyword in ("examples", "enum"):
        if node.get(keyword):
            return node[keyword][0]
    return node.get("const", node.get("default"))


def example_text(value: Any) -> str:
    """Return an example as it would be typed; "…" for none."""
    if value is None:
        return "…"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(example_text(item) for item in value)}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {example_text(item)}" for key, item in value.items()) + "}"
    return excerpt(str(value))


def shown_value(value: Any) -> Wording:
    """Return what was written, for a message."""
    if value is None:
        return "kosong", "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`", f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f"teks “{excerpt(value, 40)}”", f"the text “{excerpt(value, 40)}”"
    if isinstance(value, list):
        return "daftar", "a list"
    if isinstance(value, Mapping):
        return "pasangan `kunci: nilai`", "`key: value` pairs"
    return f"angka {value}", f"the number {value}"
