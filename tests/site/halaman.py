"""Reads built pages: which anchors, links and resources they have, and whether all of that fits together."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

KOSONG = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SUMBER_DAYA = {"link", "script", "img", "iframe", "source", "video", "audio", "embed", "object", "use", "image"}


@dataclass
class Halaman(HTMLParser):
    """One page. Complains about tags that are not closed in order: unclosed cells make the search quadratic."""

    id: list[str] = field(default_factory=list)
    tautan: list[str] = field(default_factory=list)
    sumber_daya: list[str] = field(default_factory=list)
    teks: list[str] = field(default_factory=list)
    atribut: set[str] = field(default_factory=set)
    _terbuka: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KOSONG:
            self._terbuka.append(tag)
        for nama, nilai in attrs:
            self.atribut.add(nama)
            if nama == "id" and nilai:
                self.id.append(nilai)
            if nama in {"href", "src", "xlink:href"} and nilai is not None:
                (self.sumber_daya if tag in SUMBER_DAYA else self.tautan).append(nilai)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in KOSONG:
            self._terbuka.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in KOSONG:
            return
        dibuka = self._terbuka.pop() if self._terbuka else None
        assert dibuka == tag, f"</{tag}> menutup <{dibuka}> di baris {self.getpos()}"

    def handle_data(self, data: str) -> None:
        self.teks.append(data)


def read(html: str) -> Halaman:
    halaman = Halaman()
    halaman.feed(html)
    halaman.close()
    return halaman


def broken_links(situs: Path) -> list[str]:
    """Return links and resources of a built site that lead nowhere, anchors included."""
    halaman = {jalur: read(jalur.read_text("utf-8")) for jalur in situs.rglob("*.html") if jalur.name != "404.html"}
    hasil = []
    for jalur, isi in halaman.items():
        for alamat in (*isi.tautan, *isi.sumber_daya):
            if urlsplit(alamat).scheme:
                continue
            lokal, jangkar = urldefrag(alamat)
            tujuan = (jalur.parent / unquote(urlsplit(lokal).path)).resolve() if lokal else jalur
            if tujuan.is_dir():
                tujuan /= "index.html"
            if not tujuan.is_file() or (
                jangkar
                and not jangkar.startswith("__")
                and tujuan in halaman
                and unquote(jangkar) not in halaman[tujuan].id
            ):
                hasil.append(f"{jalur.relative_to(situs)}: {alamat}")
    return hasil


def outside(situs: Path) -> list[str]:
    """Return what a browser would load from other hosts."""
    return [
        f"{jalur.relative_to(situs)}: {alamat}"
        for jalur in situs.rglob("*.html")
        for alamat in read(jalur.read_text("utf-8")).sumber_daya
        if urlsplit(alamat).netloc
    ]


def repeated_ids(situs: Path) -> list[str]:
    hasil = []
    for jalur in situs.rglob("*.html"):
        id_ = read(jalur.read_text("utf-8")).id
        hasil += [f"{jalur.relative_to(situs)}: {i}" for i in set(id_) if id_.count(i) > 1]
    return hasil
