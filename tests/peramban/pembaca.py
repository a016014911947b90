"""Readers: contexts of the browser that share nothing and write down what goes wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

# What a Content-Security-Policy refuses would otherwise only be missing.
PENJAGA = """
document.addEventListener("securitypolicyviolation", (e) =>
  console.error(`CSP: ${e.effectiveDirective}: ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`));
"""


def own(alamat: str) -> bool:
    """Whether an address asks nobody but this computer."""
    bagian = urlsplit(alamat)
    return bagian.scheme in {"data", "blob"} or bagian.hostname == "127.0.0.1"


def new_reader(peramban: Browser, keluhan: list[str], **pilihan: Any) -> BrowserContext:
    """Return a new context that adds to `keluhan` errors and warnings of console and scripts, and requests elsewhere.

    Args:
        peramban: The browser.
        keluhan: Where complaints go.
        pilihan: Arguments of `Browser.new_context`.
    """

    def complain(apa: str, salah: bool) -> None:
        if salah:
            keluhan.append(apa)

    baru = peramban.new_context(**{"locale": "id-ID", **pilihan})
    baru.set_default_timeout(30_000)
    baru.add_init_script(PENJAGA)
    baru.on("console", lambda m: complain(f"{m.type}: {m.text}", m.type in {"error", "warning"}))
    baru.on("weberror", lambda e: complain(f"skrip: {e.error.message}", True))
    baru.on("request", lambda r: complain(f"ke luar: {r.url}", not own(r.url)))
    return baru
