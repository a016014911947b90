"""Paths as people read them: `tabel[3] (id pk) > kepala`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .syntax_messages import excerpt
from .yaml_events_document import Jalur

_NAMING = ("id", "nama", "tertulis")
_MAX_NAME = 30


def path_text(path: Jalur, data: Any) -> str:
    """Return the path for a message. List items count from 1 and show what names them; the root is "Berkas ini"."""
    steps: list[str] = []
    for step in path:
        below = data.get(step) if isinstance(data, Mapping) else _item(data, step)
        if isinstance(step, int) and steps:
            steps[-1] += f"[{step + 1}]{_name(below)}"
        else:
            steps.append(f"[{step + 1}]{_name(below)}" if isinstance(step, int) else excerpt(step, _MAX_NAME))
        data = below
    return f"`{' > '.join(steps)}`" if steps else "Berkas ini"


def _item(data: Any, step: str | int) -> Any:
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def _name(item: Any) -> str:
    if isinstance(item, Mapping):
        for key in _NAMING:
            if isinstance(item.get(key), str):
                return f" ({key} {excerpt(item[key], _MAX_NAME)})"
    return ""
