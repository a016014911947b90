"""A page as a skeleton of Markdown headings, and the skeleton filled with its HTML.

Tables never pass through Markdown: it is slow there, and what it makes of `|`, `*` or
`{{ }}` in a printed text is not what was printed. Contents, search and permalinks only
need the headings.
"""

from __future__ import annotations

import html
import os
import re
import string
from pathlib import Path

from .pagespec import PageSpec

_KHUSUS = {ord(c): f"&#{ord(c)};" for c in string.punctuation}
_JUDUL = re.compile(r"<h([1-6])\b[^>]*?\bid=\"(?P<id>[^\"]*)\"[^>]*>.*?</h\1>", re.DOTALL)


def markdown(spec: PageSpec) -> str:
    """Return the headings of a page as Markdown, with explicit anchors."""
    return "\n\n".join(f"{'#' * b.tingkat} {plain(b.judul)} {{#{b.id}}}" for b in spec.bagian) + "\n"


def plain(teks: str) -> str:
    """Return text on one line in which no Markdown, HTML or template syntax is left: punctuation becomes entities."""
    return " ".join(teks.split()).translate(_KHUSUS)


def meta(spec: PageSpec) -> dict[str, object]:
    """Return the front matter. Themes print title and description as they are, so they are escaped here."""
    hasil: dict[str, object] = {"title": html.escape(spec.judul)}
    if spec.deskripsi:
        hasil["description"] = html.escape(spec.deskripsi)
    # A page with one heading has no contents to list.
    hide = [*(["navigation"] if spec.lebar else []), *(["toc"] if len(spec.bagian) == 1 else [])]
    if hide:
        hasil["hide"] = hide
    if not spec.cari:
        hasil["search"] = {"exclude": True}
    return hasil


def fill(kerangka: str, spec: PageSpec) -> str:
    """Put each block after its heading in the rendered skeleton."""
    isi = {b.id: b.html for b in spec.bagian}
    return _JUDUL.sub(lambda m: f"{m[0]}\n{isi.get(m['id'], '')}\n", kerangka)


def edit_uri(spec: PageSpec, akar: Path, docs_dir: str) -> str | None:
    """Return the path of the data file as seen from the folder of the sources, for an edit link."""
    return Path(os.path.relpath(akar / spec.sunting, docs_dir)).as_posix() if spec.sunting else None
