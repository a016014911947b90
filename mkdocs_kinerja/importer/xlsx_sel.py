"""One cell of a spreadsheet as displayed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from ..angka import Notasi
from .mentah import SelMentah, clean
from .xlsx_format import display

_BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember")  # fmt: skip


def read(isi: Any, asal: Any, gabung: bool, notasi: Notasi) -> SelMentah:
    """Return a cell. A formula whose result was never stored is unreadable (`?`), not empty.

    Args:
        isi: The cell with its stored value.
        asal: The same cell with its formula.
        gabung: It lies under a merged one.
        notasi: Notation for numbers.
    """
    nilai = getattr(isi, "value", None)
    if nilai is None:
        rumus = getattr(asal, "data_type", "") == "f" and getattr(asal, "value", None) is not None
        return SelMentah("?" if rumus else "", gabung=gabung)
    inden = getattr(getattr(isi, "alignment", None), "indent", 0) or 0
    miring = bool(getattr(getattr(isi, "font", None), "i", False))
    teks = _displayed(nilai, getattr(isi, "number_format", None) or "General", notasi)
    depan = len(teks) - len(teks.lstrip(" "))
    return SelMentah(clean(teks), miring, int(inden) or depan // 2, gabung)


def _displayed(nilai: Any, format_: str, notasi: Notasi) -> str:
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, int | float):
        angka = Decimal(repr(nilai))
        tampil = display(angka, format_, notasi) if angka.is_finite() else None
        return tampil if tampil is not None else display(angka, "General", notasi) or str(nilai)
    if isinstance(nilai, dt.datetime | dt.date):
        return f"{nilai.day} {_BULAN[nilai.month - 1]} {nilai.year}"
    return str(nilai)
