"""Taking in a file without harm: how large it may be, what it really is, and its text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from .catatan import ImporError

GARIS_MARKDOWN = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*\Z")
"""The line `|---|---:|` below the header of a Markdown table."""
MAKS_BITA = 20 << 20


class Bentuk(StrEnum):
    """Kinds of input."""

    XLSX = "xlsx"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    TEKS = "teks"


@dataclass(frozen=True, slots=True)
class Masukan:
    """A file that was taken in; `teks` is empty for XLSX."""

    nama: str
    bentuk: Bentuk
    bita: bytes
    teks: str = ""


_AKHIRAN = {
    ".xlsx": Bentuk.XLSX, ".csv": Bentuk.CSV, ".tsv": Bentuk.TSV, ".tab": Bentuk.TSV, ".md": Bentuk.MD,
    ".markdown": Bentuk.MD, ".txt": Bentuk.TEKS, ".text": Bentuk.TEKS,
}  # fmt: skip
_BUKAN = (
    (b"\xd0\xcf\x11\xe0", "Excel lama (.xls) atau XLSX bersandi", "old Excel (.xls) or XLSX with a password"),
    (b"%PDF", "PDF", "PDF"),
    (b"\x89PNG", "gambar", "an image"),
    (b"\xff\xd8\xff", "gambar", "an image"),
    (b"{\\rtf", "RTF", "RTF"),
)
_ZIP = b"PK\x03\x04"


def too_large(ukuran: int) -> ImporError:
    """Return the error for a file over the limit."""
    mib, batas = ukuran / (1 << 20), MAKS_BITA >> 20
    return ImporError(
        f"Berkas terlalu besar ({mib:.0f} MiB, paling banyak {batas} MiB). Simpan tabelnya saja ke berkas tersendiri.",
        f"The file is too large ({mib:.0f} MiB, at most {batas} MiB). Save only the table to a file of its own.",
    )


def take(nama: str, bita: bytes, diminta: Bentuk | None = None, *, sebagian: bool = False) -> Masukan:
    """Find out what the bytes are, and give them with their text.

    Args:
        nama: Name of the file; empty for standard input.
        bita: Its content.
        diminta: The kind the user says it is.
        sebagian: The user asks for some lines of it, so it is a text.

    Raises:
        ImporError: The file is too large, no table, or not what its name says.
    """
    if len(bita) > MAKS_BITA:
        raise too_large(len(bita))
    bentuk = diminta or _AKHIRAN.get(PurePath(nama).suffix.lower())
    if bita.startswith(_ZIP):
        _check_zip(bita)
        if bentuk not in {None, Bentuk.XLSX}:
            raise _mismatch(nama, "XLSX", "XLSX", ".xlsx")
        return Masukan(nama, Bentuk.XLSX, bita)
    for awal, apa, what in _BUKAN:
        if bita.startswith(awal):
            raise ImporError(
                f"Ini berkas {apa}; yang dapat diimpor: XLSX, CSV, TSV, tabel Markdown, atau teks. Simpan ulang dulu.",
                f"This is {what}; XLSX, CSV, TSV, Markdown tables and text can be imported. Save it as one of them.",
            )
    if bentuk is Bentuk.XLSX:
        raise _mismatch(nama, "bukan XLSX", "not XLSX", ".csv")
    teks = _text(bita)
    return Masukan(nama, bentuk if bentuk and not (sebagian and not diminta) else _guess(teks, sebagian), bita, teks)


def _check_zip(bita: bytes) -> None:
    try:
        isi = set(zipfile.ZipFile(io.BytesIO(bita)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as galat:
        raise ImporError(
            "Berkas XLSX rusak atau terpotong. Salin ulang, atau simpan ulang dari LibreOffice atau Excel.",
            "The XLSX file is damaged or cut off. Copy it again, or save it anew from LibreOffice or Excel.",
        ) from galat
    if "xl/workbook.xml" not in isi:
        raise ImporError(
            "Ini arsip ZIP, ODS, atau DOCX, bukan XLSX. Simpan tabelnya sebagai XLSX atau CSV.",
            "This is a ZIP, ODS or DOCX file, not XLSX. Save the table as XLSX or CSV.",
        )


def _mismatch(nama: str, apa: str, what: str, akhiran: str) -> ImporError:
    return ImporError(
        f"Isi {nama or 'masukan'} ternyata {apa}. Ganti akhirannya (misalnya {akhiran}), atau sebutkan --format.",
        f"{nama or 'The input'} turns out to be {what}. Change its suffix (for example {akhiran}), or say --format.",
    )


def _text(bita: bytes) -> str:
    if bita.startswith((b"\xff\xfe", b"\xfe\xff")):
        teks = bita.decode("utf-16", "replace")
    else:
        try:
            teks = bita.decode("utf-8-sig")
        except UnicodeDecodeError:
            # What Excel on Windows writes as "CSV". Every byte means something there, so this cannot fail.
            teks = bita.decode("cp1252", "replace")
    if "\0" in teks:
        raise ImporError("Ini berkas biner, bukan teks atau tabel.", "This is a binary file, neither text nor table.")
    return teks.replace("\r\n", "\n").replace("\r", "\n")


def _guess(teks: str, sebagian: bool) -> Bentuk:
    baris = [b for b in teks.split("\n") if b.strip()][:50]
    if any(map(GARIS_MARKDOWN.match, baris)) or sum(b.lstrip().startswith("|") for b in baris) * 2 > len(baris):
        return Bentuk.MD
    if sebagian:
        return Bentuk.TEKS
    return Bentuk.TSV if any("\t" in b for b in baris) else Bentuk.CSV
