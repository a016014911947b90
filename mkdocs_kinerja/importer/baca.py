"""The one door to the readers: bytes in, raw table out."""

from __future__ import annotations

import re

from ..angka import Notasi
from . import pemisah, teks, xlsx
from .catatan import ImporError
from .masukan import Bentuk, Masukan
from .mentah import LembarMentah

_GARIS = re.compile(r"(\d{1,7})(?:\s*[-:\u2013]\s*(\d{1,7}))?\Z")


def lines(teks_: str) -> tuple[int, int] | None:
    """Read `308-318` or `308`; None for an empty text.

    Raises:
        ImporError: It is neither.
    """
    if not teks_:
        return None
    cocok = _GARIS.match(teks_.strip())
    awal, akhir = (int(cocok[1]), int(cocok[2] or cocok[1])) if cocok else (0, 0)
    if not 0 < awal <= akhir:
        raise ImporError(
            f"--lines {teks_!r} tidak dapat dibaca. Tulis nomor baris seperti 308-318.",
            f"--lines {teks_!r} cannot be read. Write line numbers like 308-318.",
        )
    return awal, akhir


def read(
    masukan: Masukan,
    *,
    lembar: str = "",
    rentang: str = "",
    garis: tuple[int, int] | None = None,
    notasi: Notasi = "id",
) -> LembarMentah:
    """Read a table.

    Args:
        masukan: What was taken in.
        lembar: Sheet of an XLSX file.
        rentang: Range of a sheet.
        garis: First and last line of a text.
        notasi: Notation in which the numbers of a sheet are written down.

    Raises:
        ImporError: There is no such table.
    """
    if masukan.bentuk is Bentuk.XLSX:
        if garis:
            raise ImporError(
                "--lines untuk teks; bagian lembar XLSX dipilih dengan --range, misalnya --range A3:F20.",
                "--lines is for texts; choose a part of an XLSX sheet by --range, for example --range A3:F20.",
            )
        return xlsx.read(masukan, lembar, rentang, notasi)
    if lembar or rentang:
        raise ImporError(
            "--sheet dan --range hanya untuk XLSX; bagian teks dipilih dengan --lines.",
            "--sheet and --range are for XLSX only; choose a part of a text by --lines.",
        )
    awal, akhir = garis or (None, None)
    if masukan.bentuk is Bentuk.TEKS:
        return teks.read(masukan, awal, akhir)
    return pemisah.read(masukan, awal or 1, akhir)
