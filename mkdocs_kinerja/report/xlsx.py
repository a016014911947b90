"""Sheets as an Excel workbook: one that is read and filtered, never calculated. The same sheets give the same bytes.

openpyxl makes the workbook, its styles and the frame of its sheets. The rows are put into the sheets as ready XML: cell
by cell they would cost ten times as much, at every save while an author has the site open.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CORE

from ..bahasa import Bahasa
from ..lembar import Baris, Kolom, Lembar
from . import csv_

MAKS_SEL: Final = 32_767
"""Characters in a cell; Excel mends a workbook with a longer one by emptying it."""
MAKS_TAUTAN: Final = 65_530
LEBAR_LIPAT: Final = 30
"""From this width on texts are wrapped."""

_HARI_NOL: Final = dt.date(1899, 12, 30)
_WAKTU: Final = (1980, 1, 1, 0, 0, 0)
_GANTI: Final = "\N{REPLACEMENT CHARACTER}"
_TERLARANG: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RUJUKAN: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_JAM: Final = re.compile(r"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_RUANG: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEMPAT_BARIS: Final = re.compile(r"<sheetData\s*/>|<sheetData></sheetData>")
_BIASA: Final = Font(name="Calibri", size=11)
_BESAR: Final = Font(name="Calibri", size=14, bold=True)
_PUTIH: Final = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_BIRU: Final = Font(name="Calibri", size=11, color="0563C1", underline="single")
_BIRU_TUA: Final = PatternFill("solid", fgColor="1F4E79")


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
    gaya = _Gaya(WriteOnlyCell(buku.create_sheet()))
    buku.remove(buku.worksheets[0])
    sisipan: dict[str, _Isi] = {}
    for n, h in enumerate(halaman, 1):
        _look(buku.create_sheet(h.judul), h)
        sisipan[f"xl/worksheets/sheet{n}.xml"] = _content(h, gaya, bahasa, situs)
    p = buku.properties
    p.title, p.creator = judul, "mkdocs-kinerja"
    isi = io.BytesIO()
    with _Arsip(isi, sisipan) as arsip:
        ExcelWriter(buku, arsip).write_data()
        for nama, satu in sisipan.items():
            if satu.sasaran:
                arsip.writestr(f"xl/worksheets/_rels/{nama.rpartition('/')[2]}.rels", satu.sasaran)
    return isi.getvalue()


@dataclass(frozen=True, slots=True)
class _Isi:
    """What is put into a sheet: rows, links, the targets of the links, and the area of it all."""

    baris: str
    tautan: str
    sasaran: str
    luas: str


class _Gaya:
    """The styles of a workbook, each made once: openpyxl takes its time for one."""

    def __init__(self, sel: Cell) -> None:
        self._sel = sel
        self._ada: dict[tuple[object, ...], str] = {}

    def of(
        self, bentuk: str = "General", huruf: Font = _BIASA, latar: PatternFill | None = None, *, lipat: bool = False,
        awas: bool = False,
    ) -> str:  # fmt: skip
        """Return the number of a style."""
        kunci = (bentuk, id(huruf), latar is None, lipat, awas)
        if kunci not in self._ada:
            sel = WriteOnlyCell(self._sel.parent)
            sel.number_format, sel.font = bentuk, huruf
            if latar:
                sel.fill = latar
            sel.alignment = Alignment(vertical="top", wrap_text=lipat)
            # Excel shows an apostrophe before the text and keeps it from becoming a formula.
            sel.quotePrefix = awas
            self._ada[kunci] = str(sel.style_id)
        return self._ada[kunci]

    def column(self, k: Kolom) -> tuple[str, str]:
        """Return the style of a column, and that of a text in it that looks like a formula."""
        match k.tipe:
            case "integer":
                satu = self.of("0")
            case "number":
                satu = self.of("#,##0" if k.uang else "General")
            case "date":
                satu = self.of("yyyy-mm-dd")
            case "uri":
                satu = self.of(huruf=_BIRU)
            case _:
                # Text stays text when it is edited.
                lipat = k.lebar >= LEBAR_LIPAT
                return self.of("@", lipat=lipat), self.of("@", lipat=lipat, awas=True)
        return satu, satu


class _Arsip(zipfile.ZipFile):
    """An archive without a clock, which puts rows and links into the sheets that are written to it."""

    def __init__(self, berkas: io.BytesIO, sisipan: Mapping[str, _Isi]) -> None:
        super().__init__(berkas, "w")
        self._sisipan = sisipan

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]
        self.writestr(arcname, Path(filename).read_bytes())

    def writestr(self, nama: str, data: str | bytes) -> None:  # type: ignore[override]
        if nama in self._sisipan:
            isi = self._sisipan[nama]
            teks = data.decode() if isinstance(data, bytes) else data
            teks = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{isi.luas}"', teks, count=1)
            teks = teks.replace("<pageMargins", f"{isi.tautan}<pageMargins", 1)
            # Printed figures are text on purpose: no mark at every one of them.
            abai = f'<ignoredErrors><ignoredError sqref="{isi.luas}" numberStoredAsText="1"/></ignoredErrors>'
            teks = teks.replace("</worksheet>", f"{abai}</worksheet>", 1)
            data = _TEMPAT_BARIS.sub(lambda _: f"<sheetData>{isi.baris}</sheetData>", teks, count=1)
        elif nama == ARC_CORE:
            data = _JAM.sub("", data.decode() if isinstance(data, bytes) else data)
        info = zipfile.ZipInfo(nama, _WAKTU)
        info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
        super().writestr(info, data)


def _look(lembar: Worksheet, h: Halaman) -> None:
    """Say how a sheet is looked at and printed: header in sight, filters, widths."""
    kolom, awal = h.lembar.kolom, len(h.pengantar) + 1
    for n, k in enumerate(kolom, 1):
        lembar.column_dimensions[get_column_letter(n)].width = k.lebar
    lembar.freeze_panes = f"A{awal + 1}"
    lembar.auto_filter.ref = f"A{awal}:{get_column_letter(len(kolom))}{awal + len(h.lembar.baris)}"
    lembar.page_setup.orientation, lembar.page_setup.paperSize, lembar.page_setup.fitToHeight = "landscape", 9, 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    lembar.print_title_rows = f"{awal}:{awal}"


def _content(h: Halaman, gaya: _Gaya, bahasa: Bahasa, situs: str) -> _Isi:
    kolom = h.lembar.kolom
    huruf = [get_column_letter(n) for n in range(1, len(kolom) + 1)]
    tampil = [(x, *gaya.column(k), k.tipe == "date") for x, k in zip(huruf, kolom, strict=True)]
    kepala = gaya.of("@", _PUTIH, _BIRU_TUA, lipat=True)
    baris = [_line(n, t, gaya.of("@", _BESAR if n == 1 else _BIASA)) for n, t in enumerate(h.pengantar, 1)]
    awal = len(baris) + 1
    judul = [_text(f"{x}{awal}", kepala, k.judul(bahasa, h.lembar.id)) for x, k in zip(huruf, kolom, strict=True)]
    baris.append(f'<row r="{awal}">{"".join(judul)}</row>')
    baris += [f'<row r="{n}">{_cells(tampil, b, n)}</row>' for n, b in enumerate(h.lembar.baris, awal + 1)]
    baris += [_line(n, t, gaya.of("@")) for n, t in enumerate(h.penutup, len(baris) + 1)]
    alamat = [(x, n) for n, (x, k) in enumerate(zip(huruf, kolom, strict=True)) if k.tipe == "uri" and situs]
    tautan = [
        (f"{x}{nomor}", situs + quote(str(b[n]), safe="/#%"))
        for nomor, b in enumerate(h.lembar.baris, awal + 1) for x, n in alamat if b[n]
    ][:MAKS_TAUTAN]  # fmt: skip
    return _Isi("".join(baris), *_links(tautan), f"A1:{huruf[-1]}{len(baris)}")


def _links(tautan: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return links as a sheet names them, and the file with their targets."""
    if not tautan:
        return "", ""
    rujukan = "".join(f'<hyperlink ref="{sel}" r:id="rId{n}"/>' for n, (sel, _) in enumerate(tautan, 1))
    sasaran = "".join(
        f'<Relationship Id="rId{n}" Type="{_RUANG}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for n, (_, url) in enumerate(tautan, 1)
    )
    return (
        f'<hyperlinks xmlns:r="{_RUANG}">{rujukan}</hyperlinks>',
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PAKET}">{sasaran}</Relationships>',
    )


def _cells(kolom: Sequence[tuple[str, str, str, bool]], baris: Baris, nomor: int) -> str:
    hasil = []
    for (huruf, gaya, awas, hari), nilai in zip(kolom, baris, strict=True):
        if nilai is None or nilai == "":
            continue
        if not isinstance(nilai, str):
            angka = f"{nilai:f}" if isinstance(nilai, Decimal) else nilai
            hasil.append(f'<c r="{huruf}{nomor}" s="{gaya}"><v>{angka}</v></c>')
        elif hari:
            sejak = (dt.date.fromisoformat(nilai) - _HARI_NOL).days
            hasil.append(f'<c r="{huruf}{nomor}" s="{gaya}"><v>{sejak}</v></c>')
        else:
            hasil.append(_text(f"{huruf}{nomor}", awas if csv_.is_formula(nilai) else gaya, nilai))
    return "".join(hasil)


def _line(nomor: int, teks: str, gaya: str) -> str:
    return f'<row r="{nomor}">{_text(f"A{nomor}", gaya, teks)}</row>'


def _text(sel: str, gaya: str, teks: str) -> str:
    return f'<c r="{sel}" s="{gaya}" t="inlineStr"><is><t xml:space="preserve">{_escaped(teks)}</t></is></c>'


@lru_cache(maxsize=32768)
def _escaped(teks: str) -> str:
    """Most texts stand in many rows, and all of them in two workbooks."""
    return escape(clean(teks))


def clean(teks: str) -> str:
    """Return a text as a cell can hold it: no characters that XML forbids, not too long, no escapes of Excel's own."""
    bersih = _RUJUKAN.sub("_x005F_", _TERLARANG.sub(_GANTI, teks)).replace("\r\n", "\n").replace("\r", "\n")
    return bersih if len(bersih) <= MAKS_SEL else bersih[: MAKS_SEL - 1] + "…"
