"""The Jinja templates. Everything that is printed is escaped; an unknown name is an error, not an empty text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent / "templates"
ASET = Path(__file__).parent / "assets"
"""Style sheet and script, in the folder `kinerja` under which the site serves them."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    lingkungan = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    lingkungan.filters["sela"] = interleaved
    lingkungan.globals["status"] = _status
    return lingkungan


@lru_cache(maxsize=1024)
def _status(jenis: str, kata: str) -> Any:
    """Return a status word with its icon. A page has thousands, but few different ones."""
    makro: Any = _environment().get_template("makro.html.j2").module
    return makro.status(jenis, kata)


def interleaved(teks: str) -> list[tuple[bool, str]]:
    """Split a message into text and what stands between backticks: (is it code, the part)."""
    return [(n % 2 == 1, bagian) for n, bagian in enumerate(teks.split("`"))]


def render(nama: str, **isi: object) -> str:
    """Return the template `nama` (without its ending) filled with `isi`."""
    return _environment().get_template(f"{nama}.html.j2").render(isi).strip()
