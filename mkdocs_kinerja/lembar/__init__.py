"""The result as sheets of plain values, for spreadsheets and programs: what CSV, JSON, XLSX and data package share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from . import anggaran, aturan, indikator, laporan, pemeriksaan, satker, temuan
from .bahan import Alamat, Bahan
from .kolom import Baris, Kolom, Lembar, Nilai, Tipe

__all__ = ["NAMA", "Alamat", "Bahan", "Baris", "Kolom", "Lembar", "Nilai", "Tipe", "sheet", "sheets"]

_SHEETS: Final[Mapping[str, tuple[tuple[Kolom, ...], Callable[[Bahan], Iterable[Baris]]]]] = {
    "temuan": (temuan.KOLOM, temuan.rows),
    "indikator": (indikator.KOLOM, indikator.rows),
    "anggaran": (anggaran.KOLOM, anggaran.rows),
    "pemeriksaan": (pemeriksaan.KOLOM, pemeriksaan.rows),
    "laporan": (laporan.KOLOM, laporan.rows),
    "satker": (satker.KOLOM, satker.rows),
    "aturan": (aturan.KOLOM, aturan.rows),
}

NAMA: Final = tuple(_SHEETS)
"""The ids of all sheets."""


def sheet(bahan: Bahan, id_: str) -> Lembar:
    """Return one sheet.

    Args:
        bahan: What it is made from.
        id_: One of NAMA.
    """
    kolom, isi = _SHEETS[id_]
    return Lembar.of(id_, kolom, isi(bahan), bahan.hasil.pribadi)


def sheets(bahan: Bahan) -> Mapping[str, Lembar]:
    """Return all sheets by id."""
    return {id_: sheet(bahan, id_) for id_ in _SHEETS}
