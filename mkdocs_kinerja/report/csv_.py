"""A sheet as CSV: RFC 4180, comma, CRLF, UTF-8.

Files for download begin with a byte order mark: without it Excel reads UTF-8 as something else, and every reader of
CSV that knows UTF-8 skips it. Where Excel expects a semicolon (Indonesian settings), only the workbook opens as a
table by itself; a first line `sep=,` would help Excel and break every program.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from ..lembar import Lembar, Nilai

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
LINDUNG = "'"
"""Stands before a text that a spreadsheet would take for a formula."""

_RUMUS = re.compile("[\t\r\n]|\\s*[=+@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}]")
_TANDA = re.compile(r"\s*[-\N{FULLWIDTH HYPHEN-MINUS}]")
_BILANGAN = re.compile(r"-+|-\s?[\d.,]+\s?%?")
"""What may begin with a minus: a number as printed, or the dash of an empty cell."""


def is_formula(teks: str) -> bool:
    """Whether a spreadsheet may evaluate the text instead of showing it."""
    if not teks or teks[0].isalnum():
        return False
    return bool(_RUMUS.match(teks) or (_TANDA.match(teks) and not _BILANGAN.fullmatch(teks)))


def render(lembar: Lembar, *, bom: bool = False) -> str:
    """Return a sheet with a header of column names.

    Args:
        lembar: The sheet.
        bom: Begin with a byte order mark, for Excel.
    """
    keluar = io.StringIO(newline="")
    penulis = csv.writer(keluar, lineterminator="\r\n")
    penulis.writerow([k.nama for k in lembar.kolom])
    penulis.writerows([[_cell(n) for n in b] for b in lembar.baris])
    return (BOM if bom else "") + keluar.getvalue()


def _cell(nilai: Nilai) -> str | int | None:
    if isinstance(nilai, str):
        return LINDUNG + nilai if is_formula(nilai) else nilai
    return f"{nilai:f}" if isinstance(nilai, Decimal) else nilai
