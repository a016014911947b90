"""What running text and its facts have in common: how a reader calls a place, and the number of a repetition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..laporan import Laporan
from ..lokasi import Sumber


class Berhal(Protocol):
    """Something that is said about a hal."""

    @property
    def hal(self) -> str:
        """What it is about."""


def where(laporan: Laporan, sumber: Sumber) -> str:
    """Return how a reader calls a place in the prose."""
    if sumber.baris:
        return f"{sumber.tempat}, baris {sumber.baris[0]}" if sumber.tempat else f"baris {sumber.baris[0]}"
    if sumber.halaman:
        return f"hal. {sumber.halaman[0]}"
    return sumber.tempat or laporan.berkas


def ordinal(semua: Sequence[Berhal], n: int) -> str:
    """Return how many before the n-th are about the same hal: it tells them apart without naming lines."""
    return str(sum(lain.hal == semua[n].hal for lain in semua[:n]))
