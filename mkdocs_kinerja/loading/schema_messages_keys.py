"""What is said about unknown and missing keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from .schema_messages_values import Wording, example, example_text
from .schema_violations import Node, referenced
from .syntax_messages import excerpt

_LISTED = 24


def nearest(word: str, known: list[str]) -> str | None:
    """Return the known word that was most likely meant. Case, spaces, `-` and `_` do not count."""
    plain = {_plain(name): name for name in known}
    found = get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())[:100]


class KeyBook:
    """Every key of one schema and where it belongs."""

    def __init__(self, schema: Node) -> None:
        self._schema = schema
        self._homes: dict[str, list[str]] = {}
        self._collect(schema, "tingkat teratas", set())

    def _collect(self, node: Any, home: str, seen: set[int]) -> None:
        if isinstance(node, list):
            for item in node:
                self._collect(item, home, seen)
        if not isinstance(node, Mapping) or id(node) in seen:
            return
        seen.add(id(node))
        for key, below in node.get("properties", {}).items():
            homes = self._homes.setdefault(key, [])
            if home not in homes:
                homes.append(home)
            self._collect(below, key, seen)
        if "$ref" in node:
            self._collect(referenced(self._schema, node["$ref"]), home, seen)
        for below in node.get("patternProperties", {}).values():
            self._collect(below, home, seen)
        for keyword in ("items", "additionalProperties", "then", "else", "anyOf", "oneOf", "allOf"):
            self._collect(node.get(keyword), home, seen)

    def unexpected(self, node: Node, value: Mapping[str, Any], where: str) -> Iterator[tuple[str, Wording]]:
        """Yield each key of `value` that the schema node does not know, and what to say about it."""
        known = list(node.get("properties", {}))
        patterns = list(node.get("patternProperties", {}))
        for key in value:
            if key not in known and not any(re.search(_exact(pattern), key) for pattern in patterns):
                yield key, self._unknown(key, known, node, value, where)

    def _unknown(self, key: str, known: list[str], node: Node, value: Mapping[str, Any], where: str) -> Wording:
        shown, where_en = excerpt(key, 40), _english(where)
        if "x-kunci" in node:
            return (
                f"Kunci `{shown}` di {_inside(where)} tidak sah. {node['x-kunci']}",
                f"Key `{shown}` in {where_en} is not valid. {node['x-kunci-en']}",
            )
        free = [name for name in known if name not in value]
        meant = nearest(key, free)
        if meant:
            return (
                f"Kunci `{shown}` tidak dikenal di {_inside(where)}. Maksud Anda `{meant}`?",
                f"Key `{shown}` is not known in {where_en}. Did you mean `{meant}`?",
            )
        homes = self._homes.get(key)
        if homes:
            places = ", ".join(f"`{home}`" if " " not in home else home for home in homes[:3])
            places_en = places.replace("tingkat teratas", "the top level")
            return (
                f"Kunci `{shown}` tidak dikenal di {_inside(where)}; tempatnya di {places}. Pindahkan ke sana.",
                f"Key `{shown}` is not known in {where_en}; it belongs in {places_en}. Move it there.",
            )
        options = ", ".join((free or known)[:_LISTED]) or "-"
        return (
            f"Kunci `{shown}` tidak dikenal di {_inside(where)}. Hapus, atau pakai salah satu: {options}.",
            f"Key `{shown}` is not known in {where_en}. Delete it, or use one of: {options}.",
        )

    def missing(self, node: Node, keyword: str, value: Mapping[str, Any], where: str) -> Iterator[Wording]:
        """Yield what to say about each key that `value` lacks."""
        where_en = _english(where)
        if keyword == "required":
            for key in node["required"]:
                if key not in value:
                    title, sample = self._about(node, key)
                    yield (
                        f"{where} belum memuat `{key}`{title}. Tambahkan `{sample}`.",
                        f"{where_en} lacks `{key}`. Add `{sample}`.",
                    )
            return
        for given, needed in node["dependentRequired"].items():
            for key in needed if given in value else ():
                if key not in value:
                    title, sample = self._about(node, key)
                    yield (
                        f"{where} memuat `{given}` tetapi belum memuat `{key}`{title}. Tambahkan `{sample}`.",
                        f"{where_en} has `{given}` but lacks `{key}`. Add `{sample}`.",
                    )

    def _about(self, node: Node, key: str) -> tuple[str, str]:
        """Return the title in parentheses and a line to add for a known key."""
        below: Node = node.get("properties", {}).get(key, {})
        if "$ref" in below:
            below = {**referenced(self._schema, below["$ref"]), **below}
        title = f" ({below['title']})" if below.get("title", key).casefold() != key else ""
        return title, f"{key}: {example_text(example(below))}"


def _exact(pattern: str) -> str:
    return re.sub(r"\$$", r"\\Z", pattern)


def _inside(where: str) -> str:
    return "berkas ini" if where == "Berkas ini" else where


def _english(where: str) -> str:
    return "this file" if where == "Berkas ini" else where
