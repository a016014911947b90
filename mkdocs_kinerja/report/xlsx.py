"""Sheets as an Excel workbook: one that is read and filtered, never calculated. The same sheets give the same bytes.

openpyxl makes the workbook with its styles and headers. The rows are put into its sheets as ready XML: cell by cell
they would cost ten times as much, at every save while an author has the site open.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import ARC_CORE
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ..bahasa import Bahasa
from ..lembar import Baris, Kolom, Lembar
from . import csv_

MAKS_SEL: Final = 32_767
"""Characters in a cell; Excel mends a workbook with a longer one by emptying it."""
MAKS_TAUTAN: Final = 65_530
LEBAR_LIPAT: Final = 30
"""From this width on texts are wrapped."""

_HURUF: Final = "Calibri"
_HARI_NOL: Final = dt.date(1899, 12, 30)
_WAKTU: Final = (1980, 1, 1, 0, 0, 0)
_GANTI: Final = "\N{REPLACEMENT CHARACTER}"
_TERLARANG: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RUJUKAN: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_JAM: Final = re.compile(r"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_TAUT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(frozen=True, slots=True)
class Halaman:
    """One sheet of a workbook.

    Attributes:
        judul: Name of the tab.
        pengantar: Lines above the header.
        penutup: Lines below the rows.
    """

    judul: str
    lembar: Lembar
    pengantar: tuple[str, ...] = ()
    penutup: tuple[str, ...] = ()


def render(halaman: Iterable[Halaman], bahasa: Bahasa, judul: str, situs: str = "") -> bytes:
    """Return a workbook.

    Args:
        halaman: Its sheets.
        bahasa: Language of the headers.
        judul: Title of the document.
        situs: Address of the site, to which `uri` columns are relative; without it they are no links.
    """
    buku = Workbook()
    buku.remove(buku["Sheet"])
    sisipan: dict[str, tuple[str, str, str]] = {}
    tautan: dict[str, str] = {}
    for n, h in enumerate(halaman, 1):
        lembar = buku.create_sheet(h.judul)
        _head(lembar, h, bahasa)
        baris, rujukan, sasaran = _rows(h, _styles(lembar, h.lembar.kolom), situs)
        akhir = f"{get_column_letter(len(h.lembar.kolom))}{len(h.pengantar) + 1 + len(h.lembar.baris) + len(h.penutup)}"
        sisipan[f"xl/worksheets/sheet{n}.xml"] = (baris, rujukan, f"A1:{akhir}")
        if sasaran:
            tautan[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = sasaran
    p = buku.properties
    p.title, p.creator = judul, "mkdocs-kinerja"
    isi = io.BytesIO()
    with _Arsip(isi, sisipan) as arsip:
        ExcelWriter(buku, arsip).write_data()
        for nama, teks in tautan.items():
            arsip.writestr(nama, teks)
    return isi.getvalue()


class _Arsip(zipfile.ZipFile):
    """An archive without a clock, which puts rows and links into the sheets that are written to it."""

    def __init__(self, berkas: io.BytesIO, sisipan: dict[str, tuple[str, str, str]]) -> None:
        super().__init__(berkas, "w")
        self._sisipan = sisipan

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]
        with open(filename, encoding="utf-8") as berkas:  # noqa: PTH123 - a name from openpyxl
            self.writestr(arcname, berkas.read())

    def writestr(self, nama: str, data: str | bytes) -> None:  # type: ignore[override]
        if nama in self._sisipan:
            baris, rujukan, luas = self._sisipan[nama]
            data = data.decode() if isinstance(data, bytes) else data
            data = data.replace("</sheetData>", f"{baris}</sheetData>", 1)
            data = data.replace("<pageMargins", f"{rujukan}<pageMargins", 1)
            data = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{luas}"', data, count=1)
        elif nama == ARC_CORE:
            data = _JAM.sub("", data.decode() if isinstance(data, bytes) else data)
        info = zipfile.ZipInfo(nama, _WAKTU)
        info.create_system, info.external_attr, info.compress_type = 0, 0, zipfile.ZIP_DEFLATED
        super().writestr(info, data)


def _head(lembar: Worksheet, h: Halaman, bahasa: Bahasa) -> None:
    """Write what stands above the rows, and how the sheet is looked at."""
    kolom, awal = h.lembar.kolom, len(h.pengantar) + 1
    for n, teks in enumerate(h.pengantar, 1):
        sel = lembar.cell(n, 1)
        sel.value, sel.data_type = clean(teks), "s"
        sel.font = Font(name=_HURUF, bold=n == 1, size=14 if n == 1 else 10)
    for n, k in enumerate(kolom, 1):
        sel = lembar.cell(awal, n)
        sel.value, sel.data_type = clean(k.judul(bahasa, h.lembar.id)), "s"
        sel.font, sel.fill = Font(name=_HURUF, size=11, bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79")
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        lembar.column_dimensions[get_column_letter(n)].width = k.lebar
    lembar.freeze_panes = f"A{awal + 1}"
    lembar.auto_filter.ref = f"A{awal}:{get_column_letter(len(kolom))}{awal + len(h.lembar.baris)}"
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", 9
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    lembar.print_title_rows = f"{awal}:{awal}"


def _styles(lembar: Worksheet, kolom: Sequence[Kolom]) -> list[tuple[str, str]]:
    """Return the style of each column, and that of a text in it that looks like a formula."""
    return [(_style(lembar, k, awas=False), _style(lembar, k, awas=True)) for k in kolom]


def _style(lembar: Worksheet, kolom: Kolom, *, awas: bool) -> str:
    sel = WriteOnlyCell(lembar)
    match kolom.tipe:
        case "integer":
            sel.number_format = "0"
        case "number":
            sel.number_format = "#,##0" if kolom.uang else "General"
        case "date":
            sel.number_format = "yyyy-mm-dd"
        case "uri":
            sel.font = Font(name=_HURUF, size=11, color="0563C1", underline="single")
        case _:
            # Text stays text when it is edited.
            sel.number_format = "@"
    sel.alignment = Alignment(vertical="top", wrap_text=kolom.lebar >= LEBAR_LIPAT and kolom.tipe == "text")
    # Excel shows an apostrophe before it and keeps it from becoming a formula.
    sel.quotePrefix = awas
    return str(sel.style_id)


def _rows(h: Halaman, gaya: Sequence[tuple[str, str]], situs: str) -> tuple[str, str, str]:
    """Return the rows of a sheet as XML, the links in it, and where these lead."""
    kolom = [(get_column_letter(n), s, k.tipe) for n, (k, s) in enumerate(zip(h.lembar.kolom, gaya, strict=True), 1)]
    nomor = len(h.pengantar) + 1
    hasil: list[str] = []
    tautan: list[tuple[str, str]] = []
    for b in h.lembar.baris:
        nomor += 1
        hasil.append(f'<row r="{nomor}">{_cells(kolom, b, nomor)}</row>')
        if situs:
            tautan += [(f"{x}{nomor}", n) for (x, _, t), n in zip(kolom, b, strict=True) if t == "uri" and isinstance(n, str) and n]
    for teks in h.penutup:
        nomor += 1
        hasil.append(f'<row r="{nomor}"><c r="A{nomor}" t="inlineStr">{_inline(teks)}</c></row>')
    tautan = tautan[:MAKS_TAUTAN]
    rujukan = "".join(f'<hyperlink ref="{s}" r:id="rId{n}"/>' for n, (s, _) in enumerate(tautan, 1))
    sasaran = "".join(
        f'<Relationship Id="rId{n}" Type="{_TAUT}" Target={quoteattr(situs + quote(u, safe="/#%"))} TargetMode="External"/>'
        for n, (_, u) in enumerate(tautan, 1)
    )
    if not tautan:
        return "".join(hasil), "", ""
    ruang = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paket = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
        "".join(hasil),
        f'<hyperlinks xmlns:r="{ruang}">{rujukan}</hyperlinks>',
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{paket}">{sasaran}</Relationships>',
    )


def _cells(kolom: Sequence[tuple[str, tuple[str, str], str]], baris: Baris, nomor: int) -> str:
    hasil = []
    for (huruf, (gaya, awas), tipe), nilai in zip(kolom, baris, strict=True):
        if nilai is None or nilai == "":
            continue
        if isinstance(nilai, str) and tipe == "date":
            hari = (dt.date.fromisoformat(nilai) - _HARI_NOL).days
            hasil.append(f'<c r="{huruf}{nomor}" s="{gaya}"><v>{hari}</v></c>')
        elif isinstance(nilai, str):
            s = awas if csv_.is_formula(nilai) else gaya
            hasil.append(f'<c r="{huruf}{nomor}" s="{s}" t="inlineStr">{_inline(nilai)}</c>')
        else:
            angka = f"{nilai:f}" if isinstance(nilai, Decimal) else nilai
            hasil.append(f'<c r="{huruf}{nomor}" s="{gaya}"><v>{angka}</v></c>')
    return "".join(hasil)


def _inline(teks: str) -> str:
    return f'<is><t xml:space="preserve">{escape(clean(teks))}</t></is>'


def clean(teks: str) -> str:
    """Return a text as a cell can hold it: no characters that XML forbids, not too long, no escapes of Excel's own."""
    bersih = _RUJUKAN.sub("_x005F_", _TERLARANG.sub(_GANTI, teks)).replace("\r\n", "\n").replace("\r", "\n")
    return bersih if len(bersih) <= MAKS_SEL else bersih[: MAKS_SEL - 1] + "…"
