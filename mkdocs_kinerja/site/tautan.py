"""Addresses of the pages, and relative links between them that work on any host, also from a disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

BERANDA = "index.md"
SATKER = "satker/index.md"
ATURAN = "aturan/index.md"
INDIKATOR = "indikator/index.md"
PENJELAJAH = "penjelajah/index.md"
DATA = "data/index.md"
API = "api/v1/"
HASIL_JSON = f"{API}temuan.json"
BUKU = "unduh/kinerja.xlsx"
SARIF = "unduh/temuan.sarif"
PAKET = f"{API}datapackage.json"
SKEMA = "skema/"
MANIFES = "manifest.json"
PERUBAHAN = "perubahan/index.md"

_TAK_AMAN = re.compile(r"[A-Z]|\.(?![0-9])")
_TERPAKAI = frozenset(
    {"index", "readme", "con", "prn", "aux", "nul", *(f"{n}{m}" for n in ("com", "lpt") for m in range(10))}
)
"""File names that mean something else, to MkDocs or to Windows."""


def satker(id_: str) -> str:
    """Return the address of a unit's page."""
    return f"satker/{id_}/index.md"


def laporan(satker_: str, id_: str) -> str:
    """Return the address of a report's page."""
    return f"satker/{satker_}/{id_}.md"


def aturan(id_: str) -> str:
    """Return the address of a rule's page."""
    return f"aturan/{id_.lower()}.md"


def indikator(id_: str) -> str:
    """Return the address of the page of an indicator across units and years.

    Different ids have different addresses, also where files differ by capital letters only on paper, and also beside
    files that are named after a page (`ikm.csv`). No id has a `~`, which marks what is written otherwise here.
    """
    nama = _TAK_AMAN.sub(lambda m: "~-" if m[0] == "." else f"~{m[0].lower()}", id_)
    return f"indikator/{'~' if nama.partition('.')[0] in _TERPAKAI else ''}{nama}.md"


def kembaran(src_uri: str, akhiran: str) -> str:
    """Return the address of a page as data: `csv` or `json`."""
    return f"{src_uri.removesuffix('.md')}.{akhiran}"


def buku(satker_: str) -> str:
    """Return the address of a unit's workbook."""
    return f"unduh/{satker_}.xlsx"


def jangkar_temuan(id_: str) -> str:
    """Return the anchor of a finding."""
    return f"t-{id_}"


class Alamat(str):
    """An address of ours: no text of a report, so nothing in it is masked, whatever its digits look like."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tautan:
    """Turns addresses into links.

    Attributes:
        direktori: Pages are directories (`satker/x/`); otherwise files (`satker/x.html`), as reading from a disk needs.
    """

    direktori: bool = True

    def url(self, src_uri: str) -> str:
        """Return the address of the finished page, relative to the site."""
        if not src_uri.endswith(".md"):
            return src_uri
        pokok = src_uri.removesuffix(".md")
        if pokok == "index" or pokok.endswith("/index"):
            return pokok.removesuffix("index") + ("" if self.direktori else "index.html")
        return pokok + ("/" if self.direktori else ".html")

    def antara(self, dari: str, ke: str, jangkar: str = "") -> Alamat:
        """Return the link from one page to another, quoted; only the anchor if both are the same."""
        ekor = f"#{jangkar}" if jangkar else ""
        if dari == ke and ekor:
            return Alamat(ekor)
        return Alamat(_relative(self.url(ke), self.url(dari).rpartition("/")[0] or ".") + ekor)


def _relative(tujuan: str, folder: str) -> str:
    # posixpath.relpath asks for the working directory, ten thousands of times.
    dari = [] if folder == "." else folder.split("/")
    ke = tujuan.split("/")
    sama = 0
    while sama < min(len(dari), len(ke) - 1) and dari[sama] == ke[sama]:
        sama += 1
    return quote("../" * (len(dari) - sama) + "/".join(ke[sama:])) or "./"
