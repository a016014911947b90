"""What a page may load, said in the page itself: its own site, nothing else, and no script that was slipped in.

A publisher often cannot set headers on the web server, so it is a meta tag
(Content Security Policy Level 3, W3C). Scripts of the theme that stand in the page are named by
their hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

_SKRIP = re.compile(r"<script(?P<atribut>(?:\s[^>]*)?)>(?P<isi>.*?)</script>", re.DOTALL)
_GAYA = re.compile(r"<style(?:\s[^>]*)?>(?P<isi>.*?)</style>", re.DOTALL)
_SETELAH = (re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE), re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE))
_DATA = re.compile(r"\btype\s*=\s*[\"']?(application/(ld\+)?json|text/template)", re.IGNORECASE)

ATURAN = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Icons of Material are images inside its style sheet.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    # The search runs in the background.
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'self'",
}


def protect(halaman: str) -> str:
    """Return the page with its policy as the first tag after the character set; a page without a head as it is."""
    aturan = dict(ATURAN)
    skrip = [m["isi"] for m in _SKRIP.finditer(halaman) if m["isi"].strip() and not _DATA.search(m["atribut"])]
    gaya = [m["isi"] for m in _GAYA.finditer(halaman) if m["isi"].strip()]
    aturan["script-src"] += "".join(f" {s}" for s in dict.fromkeys(map(_hash, skrip)))
    if gaya:
        aturan["style-src"] += "".join(f" {s}" for s in dict.fromkeys(map(_hash, gaya)))
    isi = "; ".join(f"{nama} {nilai}" for nama, nilai in aturan.items())
    tanda = f'<meta http-equiv="Content-Security-Policy" content="{isi}">'
    letak = next((m.end() for pola in _SETELAH if (m := pola.search(halaman))), None)
    return halaman if letak is None else halaman[:letak] + tanda + halaman[letak:]


@lru_cache(maxsize=256)
def _hash(isi: str) -> str:
    # Browsers compare what they have parsed, in which line ends are always \n.
    isi = isi.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()}'"
