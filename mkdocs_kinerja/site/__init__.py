"""The pages of the site, independent of the generator that hosts them.

`Situs.of` indexes a result, `pages` turns it into page specifications, `skeleton` makes
Markdown headings of one and fills the rendered headings with its HTML.
"""

from __future__ import annotations

from .pages import BLOCKS, files, pages
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs
from .tautan import HASIL_JSON, Tautan
from .templat import ASET

__all__ = ["ASET", "BLOCKS", "HASIL_JSON", "Bagian", "Halaman", "PageSpec", "Situs", "Tautan", "files", "pages"]
