"""What the search finds: short entries of our own, because browsers build the index anew on every page they open.

Reading the pages instead would cost more than everything else of a build, and would make an
index of ten megabytes for a hundred reports.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..checks import pohon
from ..checks.pohon import SimpulAnggaran
from ..laporan import Laporan
from ..temuan import Temuan
from . import tautan, temuan
from .pagespec import PageSpec
from .situs import Situs

MAKS_UKURAN = 4_000_000
"""Bytes of all entries, well below the 5 MB that a browser still builds in about a second."""
MAKS_JUDUL = 60
"""Letters of a short title."""

Entri = Mapping[str, str]
"""`location` (address relative to the site), `title`, `text`: the form of MkDocs' search index."""


def entries(situs: Situs, halaman: Iterable[PageSpec]) -> list[Entri]:
    """Return an entry per page and per finding; findings become shorter, then fewer, where there are very many.

    A finding that has no entry of its own is still found through its report, by the id of its rule.
    """
    dasar = [*_pages(situs, halaman), *(e for x in situs.hasil.laporan for e in _report(situs, x))]
    ruang = MAKS_UKURAN - _size(dasar)
    for bentuk in (_full, _short):
        isi = [bentuk(situs, t) for t in situs.hasil.temuan]
        if _size(isi) <= ruang:
            return [*dasar, *isi]
    berat = sorted(situs.hasil.temuan, key=lambda t: -t.keparahan.tingkat)
    muat: list[Entri] = []
    for t in berat:
        entri = _short(situs, t)
        ruang -= _size([entri])
        if ruang < 0:
            break
        muat.append(entri)
    return [*dasar, *muat]


def _size(isi: Sequence[Entri]) -> int:
    return sum(len(json.dumps(e, ensure_ascii=False).encode()) + 1 for e in isi)


def _pages(situs: Situs, halaman: Iterable[PageSpec]) -> Iterator[Entri]:
    for spec in halaman:
        if spec.cari:
            yield {"location": situs.tautan.url(spec.src_uri), "title": spec.judul, "text": spec.deskripsi}


def _report(situs: Situs, laporan: Laporan) -> Iterator[Entri]:
    """Yield what a report is about: its indicators, the codes and names of its budget, the rules with findings."""
    h = situs.halaman(tautan.laporan(*laporan.kunci))
    bagian = {
        "indikator": (r.nama for r in situs.indikator.get(laporan.kunci, ())),
        "anggaran": _budget(pohon.anggaran(laporan)) if laporan.terbaca else (),
        "temuan": (t.aturan for t in situs.temuan_laporan.get(laporan.kunci, ())),
    }
    for jangkar, isi in bagian.items():
        teks = " · ".join(dict.fromkeys(isi))
        if teks:
            judul = f"{h.kata(f'{jangkar}.judul')}: {h.nama_laporan(laporan)}"
            yield {"location": f"{situs.tautan.url(h.src_uri)}#{jangkar}", "title": judul, "text": teks}


def _budget(simpul: Iterable[SimpulAnggaran]) -> Iterator[str]:
    for s in simpul:
        yield f"{s.kode} {s.nama}" if s.nama != s.kode else s.kode
        yield from _budget(s.anak)


def _full(situs: Situs, t: Temuan) -> Entri:
    teks = f"{t.aturan} {situs.bahasa.teks(t.pesan)} {_code(t)}"
    return {"location": _location(situs, t), "title": temuan.judul(situs, t), "text": teks.replace("`", "").strip()}


def _short(situs: Situs, t: Temuan) -> Entri:
    nama = t.nama or situs.bahasa.teks(t.pesan)
    judul = textwrap.shorten(nama, MAKS_JUDUL, placeholder=" …")
    teks = " ".join(x for x in (t.aturan, t.dilaporkan, t.seharusnya, _code(t)) if x and len(x) <= MAKS_JUDUL)
    return {"location": _location(situs, t), "title": judul, "text": teks}


def _code(t: Temuan) -> str:
    """Return the code of what a finding is about, `6077.AEC`; ids of ours say nothing to a reader."""
    kode = t.hal.rpartition("/")[2]
    return kode if kode[:1].isdigit() else ""


def _location(situs: Situs, t: Temuan) -> str:
    src_uri, jangkar = situs.address(t)
    return f"{situs.tautan.url(src_uri)}#{jangkar}"
