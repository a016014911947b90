"""What a finding says in formats of other programs: plain text, its places, its severity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bahasa import Bahasa
from ..lokasi import Posisi
from ..temuan import Tempat, Temuan
from .text import where

_TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def plain(teks: str) -> str:
    """Return a text that other programs take.

    Characters that XML forbids and such that turn the direction of a line become a visible mark.
    """
    return _TERLARANG.sub("\N{REPLACEMENT CHARACTER}", teks)


def message(t: Temuan, bahasa: Bahasa) -> str:
    """Return what a finding says; names are between backticks, as in Markdown."""
    return plain(bahasa.teks(t.pesan))


def place(tempat: Tempat, bahasa: Bahasa) -> str:
    """Return what is printed in a place, and where: `64 (Tabel 2.3, baris 318)`."""
    nilai = tempat.nilai or bahasa.kata("nilai.kosong")
    letak = where(tempat.sumber, bahasa)
    return plain(f"{bahasa.kata(f'peran.{tempat.peran}')}: {nilai}" + (f" ({letak})" if letak else ""))


def others(t: Temuan, bahasa: Bahasa) -> Iterator[tuple[Posisi, str]]:
    """Yield the further places of a finding in the data file, each once."""
    terlihat = set(t.lokasi[:1])
    for x in t.bukti.tempat:
        if x.posisi not in terlihat:
            terlihat.add(x.posisi)
            yield x.posisi, place(x, bahasa)
    for p in t.lokasi:
        if p not in terlihat:
            terlihat.add(p)
            yield p, ""
