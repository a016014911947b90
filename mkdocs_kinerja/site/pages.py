"""All generated pages of a site, and the blocks that hand-written pages may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from . import aturan, beranda, laporan, penjelajah, satker
from .pagespec import PageSpec
from .situs import Halaman, Situs

BLOCKS: Mapping[str, Callable[[Halaman], str]] = {"beranda": beranda.block}
"""What `<!-- kinerja:NAMA -->` on a hand-written page is replaced by."""


def pages(situs: Situs) -> Iterator[PageSpec]:
    """Yield every page; pages below another come after it and in the order in which one reads them."""
    yield beranda.page(situs)
    yield satker.index(situs)
    for s in situs.hasil.satker.values():
        yield satker.page(situs, s)
    for x in situs.hasil.laporan:
        yield laporan.page(situs, x)
    yield penjelajah.page(situs)
    yield aturan.index(situs)
    for a in situs.hasil.aturan:
        yield aturan.page(situs, a)


def files(situs: Situs) -> Iterator[tuple[str, str]]:
    """Yield address and text of the files that pages load, besides the assets."""
    sisa = penjelajah.rest(situs)
    if sisa:
        yield penjelajah.SISA, sisa
