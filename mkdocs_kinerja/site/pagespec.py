"""What a page is, whoever hosts it: headings, each followed by a block of finished HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bagian:
    """A heading and what stands below it.

    Attributes:
        tingkat: Level of the heading, 1 to 5.
        judul: Its text, not escaped.
        id: Its anchor, unique on the page and stable, because people link to it.
        html: The block below it, escaped and with all tags closed.
    """

    tingkat: int
    judul: str
    id: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One generated page. Its sections are made when they are asked for, and again each time: a page may be large.

    Attributes:
        src_uri: Its address as a Markdown source, `satker/bbspjikkp/2025-tw2.md`.
        judul: Title for navigation and browser, not escaped.
        isi: Makes its sections; the first one has level 1.
        deskripsi: One sentence for search engines, not escaped.
        induk: `src_uri` of the page above it: it stays out of the navigation and is found through that page.
        sunting: The data file behind it, for an edit link.
        cari: Whether the search finds it.
        lebar: Whether it needs the width of the navigation column; there is little to navigate beside these pages.
        daftar_isi: Whether its headings are worth a list of contents.
        kunci: All it is made from; equal keys give the same page, so that it need not be made again. None: not known.
    """

    src_uri: str
    judul: str
    isi: Callable[[], Sequence[Bagian]]
    deskripsi: str = ""
    induk: str = ""
    sunting: str = ""
    cari: bool = True
    lebar: bool = True
    daftar_isi: bool = True
    kunci: tuple[object, ...] | None = None

    @property
    def bagian(self) -> tuple[Bagian, ...]:
        """Make the sections."""
        return tuple(self.isi())
