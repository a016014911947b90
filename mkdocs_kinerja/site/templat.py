"""The Jinja templates. All that is printed is masked and escaped; an unknown name is an error, not an empty text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ..pribadi import samarkan
from .situs import Halaman

FOLDER = Path(__file__).parent / "templates"
ASET = Path(__file__).parent / "assets"
"""Style sheet and script, in the folder `kinerja` under which the site serves them."""
MAKS_INGATAN = 50_000


@lru_cache(maxsize=4)
def _environment(pribadi: frozenset[str]) -> Environment:
    lingkungan = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_mask(pribadi),
    )
    lingkungan.filters["sela"] = interleaved
    lingkungan.globals["status"] = _status
    return lingkungan


@lru_cache(maxsize=1024)
def _status(jenis: str, kata: str) -> Any:
    """Return a status word with its icon. A page has thousands, but few different ones."""
    makro: Any = _environment(frozenset()).get_template("makro.html.j2").module
    return makro.status(jenis, kata)


class _Samaran(dict[str, str]):
    """Texts and what is printed of them: most texts of a site are printed ten times, and looking is fast in C."""

    def __init__(self, pribadi: frozenset[str]) -> None:
        super().__init__()
        self._pribadi = pribadi

    def __missing__(self, teks: str) -> str:
        if len(self) >= MAKS_INGATAN:
            self.clear()
        hasil = self[teks] = samarkan(teks, self._pribadi)
        return hasil


def _mask(pribadi: frozenset[str]) -> Callable[[object], object]:
    """Return what every printed value passes through. What is markup already has passed through it in its parts."""
    samaran = _Samaran(pribadi)
    return lambda nilai: samaran[nilai] if type(nilai) is str else nilai


def interleaved(teks: str) -> list[tuple[bool, str]]:
    """Split a message into text and what stands between backticks: (is it code, the part)."""
    return [(n % 2 == 1, bagian) for n, bagian in enumerate(teks.split("`"))]


def render(nama: str, **isi: object) -> str:
    """Return the template `nama` (without its ending) filled with `isi`; `h` among it knows what is to be masked."""
    h = isi.get("h")
    pribadi = h.situs.hasil.pribadi if isinstance(h, Halaman) else frozenset()
    return _template(pribadi, nama).render(isi).strip()


@lru_cache(maxsize=512)
def _template(pribadi: frozenset[str], nama: str) -> Template:
    # Jinja asks its loader each time, ten thousands of times.
    return _environment(pribadi).get_template(f"{nama}.html.j2")
