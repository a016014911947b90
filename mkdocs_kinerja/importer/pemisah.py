"""Reader for CSV, TSV (also as a spreadsheet puts it on the clipboard) and Markdown tables, by the csv module."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator

from .catatan import Catatan, ImporError
from .masukan import GARIS_MARKDOWN, Bentuk, Masukan
from .mentah import MAKS_BARIS, MAKS_KOLOM, BarisMentah, LembarMentah, row

_PEMISAH = ("\t", ";", ",", "|")
_CONTOH = 200


def read(masukan: Masukan, awal: int = 1, akhir: int | None = None) -> LembarMentah:
    """Read a table.

    Args:
        masukan: The text that was taken in.
        awal: First line.
        akhir: Last line; None is the end.

    Raises:
        ImporError: It is too large.
    """
    garis = masukan.teks.split("\n")[awal - 1 : akhir]
    if masukan.bentuk is Bentuk.MD:
        baris, catatan = _markdown(garis, awal)
    else:
        pemisah = "\t" if masukan.bentuk is Bentuk.TSV else _delimiter(garis)
        baris, catatan = _delimited(garis, pemisah, awal)
    return LembarMentah(tuple(b for b in baris if not b.kosong), masukan.nama, bool(masukan.nama), catatan=catatan)


def _delimiter(garis: list[str]) -> str:
    """Return the delimiter that gives the most rows of the same width above one."""

    def nilai(pemisah: str) -> float:
        lebar = Counter(len(b) for b in csv.reader(garis[:_CONTOH], delimiter=pemisah) if b)
        lebar.pop(1, None)
        return max(lebar.values(), default=0)

    return max(_PEMISAH, key=nilai)


def _delimited(garis: list[str], pemisah: str, awal: int) -> tuple[list[BarisMentah], tuple[Catatan, ...]]:
    try:
        return list(_rows(awal, csv.reader(_lines(garis), delimiter=pemisah, strict=True))), ()
    except csv.Error as galat:
        if "field larger" in str(galat):
            raise ImporError(
                "Ada sel yang lebih panjang dari 131.072 huruf. Mungkin tanda kutipnya tidak tertutup.",
                "A cell is longer than 131,072 characters. Perhaps a quotation mark is not closed.",
            ) from galat
    pembaca = csv.reader(_lines(garis), delimiter=pemisah, quoting=csv.QUOTE_NONE)
    catatan = Catatan(
        'tanda kutip (") tidak berpasangan, jadi dibaca sebagai huruf biasa',
        'the quotation marks (") do not match, so they are read as ordinary characters',
    )
    return list(_rows(awal, pembaca)), (catatan,)


def _lines(garis: list[str]) -> Iterator[str]:
    return (g + "\n" for g in garis)


def _rows(awal: int, pembaca: Iterable[list[str]]) -> Iterator[BarisMentah]:
    """Give the rows with the line each begins in."""
    dibaca = 0
    for n, isi in enumerate(pembaca):
        check_size(n + 1, len(isi))
        # A quoted cell may hold line breaks, so a row may span lines; blank lines give rows without cells.
        nomor, dibaca = awal + dibaca, getattr(pembaca, "line_num", dibaca + 1)
        yield row(isi, nomor)


def check_size(baris: int, kolom: int) -> None:
    """Refuse tables nobody would want in a text file.

    Raises:
        ImporError: There are too many rows or columns.
    """
    if baris > MAKS_BARIS or kolom > MAKS_KOLOM:
        raise ImporError(
            f"Tabel terlalu besar: paling banyak {MAKS_BARIS} baris dan {MAKS_KOLOM} kolom. "
            "Pilih bagiannya dengan --range (XLSX) atau --lines (teks).",
            f"The table is too large: at most {MAKS_BARIS} rows and {MAKS_KOLOM} columns. "
            "Choose a part with --range (XLSX) or --lines (text).",
        )


def _markdown(garis: list[str], awal: int) -> tuple[list[BarisMentah], tuple[Catatan, ...]]:
    """Read the lines of a pipe table; lines outside it are told."""
    tabel = [(n, g) for n, g in enumerate(garis, start=awal) if "|" in g and not GARIS_MARKDOWN.match(g)]
    luar = tuple(
        Catatan(f"baris {n} tidak dimasukkan (di luar tabel): {g.strip()}", f"line {n} is no table row: {g.strip()}")
        for n, g in enumerate(garis, start=awal)
        if g.strip() and "|" not in g
    )
    baris: list[BarisMentah] = []
    for nomor, g in tabel:
        inti = g.strip().removeprefix("|")
        inti = inti[:-1] if inti.endswith("|") and not inti.endswith("\\|") else inti
        isi = next(csv.reader([inti], delimiter="|", quoting=csv.QUOTE_NONE, escapechar="\\"), [])
        check_size(len(baris) + 1, len(isi))
        baris.append(row(isi, nomor))
    return baris, luar
