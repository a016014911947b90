"""The search index that MkDocs or Material has written, completed with entries of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path


def extend(situs: Path, entri: Sequence[Mapping[str, str]]) -> None:
    """Add entries to the index of a built site; a site without a search has none."""
    jalur = situs / "search" / "search_index.json"
    if not jalur.is_file():
        return
    indeks = json.loads(jalur.read_text("utf-8"))
    ada = {e["location"] for e in entri}
    indeks["docs"] = [*(d for d in indeks["docs"] if d["location"] not in ada), *entri]
    # Made beforehand from fewer entries; browsers make it anew.
    indeks.pop("index", None)
    jalur.write_text(json.dumps(indeks, ensure_ascii=False, separators=(",", ":")), "utf-8")
