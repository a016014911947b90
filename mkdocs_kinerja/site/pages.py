"""All generated pages of a site, and the blocks that hand-written pages may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ..pribadi import samarkan
from . import aturan, beranda, data, laporan, lintas, penjelajah, perubahan, satker
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs

BLOCKS: Mapping[str, Callable[[Halaman], str]] = {"beranda": beranda.block}
"""What `<!-- kinerja:NAMA -->` on a hand-written page is replaced by."""


def pages(situs: Situs) -> Iterator[PageSpec]:
    """Yield every page; pages below another come after it and in the order in which one reads them.

    Blocks are masked by the templates; titles and headings, which go through none, are masked here.
    """
    yield from (_masked(spec, situs.hasil.pribadi) for spec in _pages(situs))


def _masked(spec: PageSpec, pribadi: frozenset[str]) -> PageSpec:
    judul, deskripsi = samarkan(spec.judul, pribadi), samarkan(spec.deskripsi, pribadi)
    return replace(spec, judul=judul, deskripsi=deskripsi, isi=partial(_masked_sections, spec, pribadi))


def _masked_sections(spec: PageSpec, pribadi: frozenset[str]) -> list[Bagian]:
    return [replace(b, judul=samarkan(b.judul, pribadi)) for b in spec.isi()]


def _pages(situs: Situs) -> Iterator[PageSpec]:
    yield beranda.page(situs)
    if situs.perubahan is not None:
        yield perubahan.page(situs, situs.perubahan)
    yield satker.index(situs)
    for s in situs.hasil.satker.values():
        yield satker.page(situs, s)
    for x in situs.hasil.laporan:
        yield laporan.page(situs, x)
    yield from lintas.pages(situs)
    yield penjelajah.page(situs)
    yield aturan.index(situs)
    for a in situs.hasil.aturan:
        yield aturan.page(situs, a)
    yield data.page(situs)
