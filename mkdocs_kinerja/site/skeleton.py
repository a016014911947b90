"""A page as its host needs it: the headings with their blocks as HTML, the contents, the front matter.

Nothing passes through Markdown: it is slow with tables, and what it makes of `|`, `*` or
`{{ }}` in a printed text is not what was printed.
"""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..bahasa import Bahasa
from .pagespec import Bagian, PageSpec

KEDALAMAN = 3
"""Headings down to this level are listed in the contents; findings are below it: there are too many."""


def render(bagian: Sequence[Bagian], bahasa: Bahasa) -> str:
    """Return the content of a page: each heading with its anchor and its permalink, each followed by its block."""
    judul = html.escape(bahasa.kata("tautan.bagian"))
    return "\n".join(
        f'<h{b.tingkat} id="{html.escape(b.id)}">{plain(b.judul)}'
        f'<a class="headerlink" href="#{html.escape(b.id)}" title="{judul}">&para;</a></h{b.tingkat}>\n{b.html}'
        for b in bagian
    )


def plain(teks: str) -> str:
    """Return text on one line as HTML."""
    return html.escape(" ".join(teks.split()))


def contents(bagian: Sequence[Bagian]) -> list[dict[str, Any]]:
    """Return the contents as nested entries of `level`, `id`, `name` (HTML) and `children`."""
    akar: list[dict[str, Any]] = []
    jalur: list[dict[str, Any]] = []
    for b in bagian:
        if b.tingkat > KEDALAMAN:
            continue
        jalur = [x for x in jalur if x["level"] < b.tingkat]
        entri = {"level": b.tingkat, "id": b.id, "name": plain(b.judul), "children": []}
        (jalur[-1]["children"] if jalur else akar).append(entri)
        jalur.append(entri)
    return akar


def meta(spec: PageSpec) -> dict[str, object]:
    """Return the front matter. Themes print title and description as they are, so they are escaped here.

    The search is given entries of our own (see `cari`), so that it reads no page.
    """
    hasil: dict[str, object] = {"title": html.escape(spec.judul), "search": {"exclude": True}}
    if spec.deskripsi:
        hasil["description"] = html.escape(spec.deskripsi)
    hide = [*(["navigation"] if spec.lebar else []), *([] if spec.daftar_isi else ["toc"])]
    if hide:
        hasil["hide"] = hide
    return hasil


def edit_uri(spec: PageSpec, akar: Path, docs_dir: str) -> str | None:
    """Return the path of the data file as seen from the folder of the sources, for an edit link."""
    return Path(os.path.relpath(akar / spec.sunting, docs_dir)).as_posix() if spec.sunting else None
