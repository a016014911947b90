"""The page that a web server shows for an address that does not exist: where to go from there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from . import tautan
from .situs import Situs
from .templat import render

_JUDUL = re.compile(r"<h1[^>]*>\s*404[^<]*</h1>|<h1[^>]*>\s*Page not found\s*</h1>", re.IGNORECASE)


def put(situs: Situs, halaman: str) -> str:
    """Return the page of the theme with words of ours in place of its heading; unchanged where it has no such heading.

    It is shown at any address, so its links begin at the root of the site.
    """
    akar = urlsplit(situs.alamat).path.rstrip("/") + "/"
    h = situs.halaman(tautan.BERANDA)
    isi = render("tiada", h=h, ke=lambda src_uri: akar + situs.tautan.url(src_uri), tautan=tautan)
    return _JUDUL.sub(lambda _: isi, halaman, count=1)
