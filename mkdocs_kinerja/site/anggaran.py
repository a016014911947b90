"""The budget of a report as an indented table with bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..checks import pohon
from ..checks.pohon import SimpulAnggaran
from ..laporan import Amatan, Laporan
from . import gambar
from .situs import Halaman
from .templat import render
from .temuan import jangkar_tabel


def block(h: Halaman, laporan: Laporan) -> str:
    """Return the budget tree; empty where the report gives no budget."""
    akar = pohon.anggaran(laporan)
    if not akar:
        return ""
    seluruhnya = sum((_full(s.pagu) or Decimal(0) for s in akar), Decimal(0))
    return render("anggaran", h=h, baris=list(_flat(akar, 0, seluruhnya)), uang=lambda a: _money(h, a), url=_url)


def _flat(simpul: Iterable[SimpulAnggaran], tingkat: int, atas: Decimal) -> Iterator[tuple[int, SimpulAnggaran, str]]:
    """Yield level, node and picture; each is drawn against the ceiling above it, or the smallest could not be seen."""
    for s in simpul:
        pagu = _full(s.pagu)
        yield tingkat, s, gambar.batang(pagu, _full(s.realisasi), atas)
        yield from _flat(s.anak, tingkat + 1, pagu or Decimal(0))


def _money(h: Halaman, amatan: Amatan | None) -> str:
    """Write an amount in whole rupiah, whatever scale its table is printed in."""
    if amatan is None:
        return h.kata("nilai.tiada")
    penuh = amatan.angka.penuh
    return amatan.angka.teks or h.kata("nilai.kosong") if penuh is None else h.b.angka(penuh)


def _full(amatan: Amatan | None) -> Decimal | None:
    return amatan.dibaca.penuh if amatan is not None else None


def _url(amatan: Amatan | None) -> str:
    return f"#{jangkar_tabel(amatan.tabel)}" if amatan and amatan.tabel else ""
