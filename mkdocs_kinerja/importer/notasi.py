"""The notation of a table, found in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..angka import Notasi
from .nilai import only_notation

_RIBUAN = {"id": re.compile(r"\d{1,3}(?:\.\d{3})+\Z"), "en": re.compile(r"\d{1,3}(?:,\d{3})+\Z")}


def detect(teks: Iterable[str], bawaan: Notasi, *, uang: bool = False) -> tuple[Notasi, list[str]]:
    """Return the notation, and the cells that can only have been written in the other one.

    Args:
        teks: The cells with figures.
        bawaan: The notation of the report, which holds where nothing speaks against it.
        uang: The figures are money or counts, so a lone group of three digits is thousands.
    """
    sel = list(teks)
    bukti: dict[Notasi, list[str]] = {"id": [], "en": []}
    for t in sel:
        pasti = only_notation(t)
        if pasti:
            bukti[pasti].append(t)
    if uang and not bukti["id"] and not bukti["en"]:
        for t in sel:
            for notasi in ("id", "en"):
                if _RIBUAN[notasi].search(t):
                    bukti[notasi].append(t)
    hasil: Notasi = bawaan
    if len(bukti["id"]) != len(bukti["en"]):
        hasil = "id" if len(bukti["id"]) > len(bukti["en"]) else "en"
    return hasil, bukti["en" if hasil == "id" else "id"]
