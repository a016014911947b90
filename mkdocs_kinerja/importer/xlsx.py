"""Reader for XLSX: cells as displayed, merged cells, formulas without a stored result; by openpyxl."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from ..angka import Notasi
from . import xlsx_arsip, xlsx_sel
from .catatan import Catatan, ImporError
from .masukan import Masukan
from .mentah import MAKS_BARIS, MAKS_KOLOM, BarisMentah, LembarMentah
from .pemisah import check_size

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MAKS_KOSONG = 2_000
"""After as many empty rows the sheet is taken to be at its end: some claim all 1,048,576 rows."""
Kotak = tuple[int, int, int, int]
"""First column, first row, last column, last row; from 1."""


def read(masukan: Masukan, lembar: str = "", rentang: str = "", notasi: Notasi = "id") -> LembarMentah:
    """Read a sheet, or a range of it.

    Args:
        masukan: The file that was taken in.
        lembar: Name or number (from 1) of the sheet; empty is the first that can be seen.
        rentang: `A3:F20`; empty is all of it.
        notasi: Notation in which numbers are written down.

    Raises:
        ImporError: The file is damaged or hostile, or has no such sheet or range.
    """
    kecil, catatan = xlsx_arsip.check(masukan.bita)
    nilai, rumus = _open(masukan.bita, nilai=True), _open(masukan.bita, nilai=False, utuh=kecil)
    kotak = _box(rentang)
    nama = _sheet(nilai, lembar)
    try:
        gabungan = _merged(rumus, nama) if kecil else {}
        baris, kosong = _rows(nilai[nama], rumus[nama], kotak, gabungan, notasi)
    except ImporError:
        raise
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError, OSError, BadZipFile) as galat:
        raise xlsx_arsip.broken() from galat
    lebar = 0 if kotak else rumus[nama].max_column or 0
    tersembunyi = _hidden(rumus, nama) if kecil else []
    return LembarMentah(
        tuple(baris), masukan.nama, tempat=f"Lembar {nama}",
        catatan=(*catatan, *_notes(kecil, kosong, lebar, tersembunyi)),
    )  # fmt: skip


def _open(bita: bytes, *, nilai: bool, utuh: bool = False) -> Workbook:
    """Open the workbook for stored values or for formulas; external links are never followed."""
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import

    try:
        with warnings.catch_warnings():
            # About charts, validations and extensions that are of no interest here.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(bita), read_only=not utuh, data_only=nilai, keep_links=False)
    except Exception as galat:  # openpyxl raises whatever its XML parser, zipfile or a bad value raise
        raise xlsx_arsip.broken() from galat


def _sheet(buku: Workbook, lembar: str) -> str:
    nama: list[str] = buku.sheetnames
    if lembar in nama:
        return lembar
    if lembar.isdecimal() and 1 <= int(lembar) <= len(nama):
        return nama[int(lembar) - 1]
    terlihat = [n for n in nama if hasattr(buku[n], "iter_rows") and buku[n].sheet_state == "visible"]
    if not lembar and terlihat:
        return terlihat[0]
    raise ImporError(
        f"Lembar {lembar!r} tidak ada. Yang ada: {', '.join(nama)}.",
        f"There is no sheet {lembar!r}. There are: {', '.join(nama)}.",
    )


def _box(rentang: str) -> Kotak | None:
    if not rentang:
        return None
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 - slow to import

    try:
        kiri, atas, kanan, bawah = range_boundaries(rentang.strip().upper())
    except (ValueError, TypeError):
        kiri = atas = kanan = bawah = None
    if not (kiri and atas and kanan and bawah and kiri <= kanan and atas <= bawah):
        raise ImporError(
            f"Rentang {rentang!r} tidak dapat dibaca. Tulis seperti A3:F20.",
            f"The range {rentang!r} cannot be read. Write it like A3:F20.",
        )
    check_size(bawah - atas + 1, kanan - kiri + 1)
    return kiri, atas, kanan, bawah


def _merged(buku: Workbook, nama: str) -> dict[tuple[int, int], bool]:
    """Return the (row, column) of cells that lie under a merged one."""
    hasil: dict[tuple[int, int], bool] = {}
    for r in buku[nama].merged_cells.ranges:
        # A range may claim the whole sheet: beyond the limits nothing is read anyway.
        for baris in range(r.min_row, min(r.max_row, r.min_row + MAKS_BARIS) + 1):
            for kolom in range(r.min_col, min(r.max_col, r.min_col + MAKS_KOLOM) + 1):
                hasil[baris, kolom] = (baris, kolom) != (r.min_row, r.min_col)
    return hasil


def _hidden(buku: Workbook, nama: str) -> list[str]:
    lembar = buku[nama]
    baris = sorted(n for n, d in lembar.row_dimensions.items() if d.hidden)
    kolom = sorted(n for n, d in lembar.column_dimensions.items() if d.hidden)
    return [*kolom, *map(str, baris)]


def _notes(kecil: bool, kosong: int, lebar: int, tersembunyi: list[str]) -> Iterator[Catatan]:
    if not kecil:
        yield Catatan("lembar besar: sel gabungan tidak dikenali", "large sheet: merged cells are not recognised")
    if kosong:
        yield Catatan(
            f"sesudah baris {kosong} lembar kosong {MAKS_KOSONG} baris; sisanya tidak dibaca",
            f"after row {kosong} the sheet is empty for {MAKS_KOSONG} rows; the rest was not read",
        )
    if lebar > MAKS_KOLOM:
        yield Catatan(
            f"lembar ini mengaku {lebar} kolom; sesudah kolom {MAKS_KOLOM} tidak dibaca",
            f"the sheet claims {lebar} columns; nothing after column {MAKS_KOLOM} was read",
        )
    if tersembunyi:
        daftar = ", ".join(tersembunyi[:20])
        yield Catatan(
            f"baris atau kolom ini tersembunyi di lembar, tetapi ikut diimpor: {daftar}",
            f"these rows or columns are hidden in the sheet, and imported all the same: {daftar}",
        )


def _rows(
    nilai: Any, rumus: Any, kotak: Kotak | None, gabungan: dict[tuple[int, int], bool], notasi: Notasi
) -> tuple[list[BarisMentah], int]:
    """Return the rows that are not empty, and the row after which reading stopped (0 if it did not)."""
    kiri, atas, kanan, bawah = kotak or (1, 1, MAKS_KOLOM + 1, 1 << 20)
    baris: list[BarisMentah] = []
    terakhir = atas - 1
    if kotak is None:
        bawah, kanan = min(bawah, rumus.max_row or bawah), min(kanan, rumus.max_column or kanan)
    tepi = {"min_row": atas, "max_row": bawah, "min_col": kiri, "max_col": kanan}
    pasangan = zip_longest(nilai.iter_rows(**tepi), rumus.iter_rows(**tepi), fillvalue=())
    for n, (isi, asal) in enumerate(pasangan, start=atas):
        if n - terakhir > MAKS_KOSONG:
            return baris, terakhir
        sel = tuple(
            xlsx_sel.read(i, a, gabungan.get((n, kiri + k), False), notasi)
            for k, (i, a) in enumerate(zip_longest(isi, asal))
        )
        lebar = max((k for k, s in enumerate(sel, start=1) if s.teks or s.gabung), default=0)
        kini = BarisMentah(sel[:lebar], n)
        if kini.kosong:
            continue
        terakhir = n
        baris.append(kini)
        check_size(len(baris), len(kini.sel))
    return baris, 0
