"""The pages of the site, independent of the generator that hosts them.

`Situs.of` indexes a result, `pages` turns it into page specifications, `skeleton` makes of
one what its host needs, `cari` what the search finds.
"""

from __future__ import annotations

from .cari import entries
from .pages import BLOCKS, pages
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs
from .tautan import HASIL_JSON, Tautan
from .templat import ASET
from .tiada import put as not_found
from .unduhan import downloads

__all__ = [
    "ASET",
    "BLOCKS",
    "HASIL_JSON",
    "Bagian",
    "Halaman",
    "PageSpec",
    "Situs",
    "Tautan",
    "downloads",
    "entries",
    "not_found",
    "pages",
]
