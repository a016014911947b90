"""Reader for the text of a report as extracted from a PDF: rows with tabs, prose, captions, page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import terurai
from .catatan import Catatan, ImporError
from .masukan import Masukan
from .mentah import BarisMentah, LembarMentah, clean, row
from .pemisah import check_size

_JUDUL = re.compile(r"(Tabel|Lampiran)\s+(\d+(?:\.\s?\d+)*|[IVX]+)\.?\s*(.*)\Z", re.IGNORECASE)
_PERABOT = re.compile(r"(?:hal(?:aman)?\.?\s*)?[-\u2013 ]*(?:\d{1,4}|[ivxl]{1,7})[-\u2013 ]*\Z", re.IGNORECASE)
_DI_ATAS = 6
MAKS_TANPA_RENTANG = 400


def read(masukan: Masukan, awal: int | None = None, akhir: int | None = None) -> LembarMentah:
    """Read the table that stands in lines `awal` to `akhir` (from 1, both included).

    Raises:
        ImporError: There are no such lines, or too many to be one table.
    """
    semua = masukan.teks.replace("\f", "\n" if "\n\f" not in masukan.teks else "").split("\n")
    if awal is None and len(semua) > MAKS_TANPA_RENTANG:
        raise ImporError(
            f"Teks ini {len(semua)} baris. Sebutkan baris tabelnya, misalnya --lines 308-318.",
            f"This text has {len(semua)} lines. Say which ones are the table, for example --lines 308-318.",
        )
    mulai = awal or 1
    if mulai > len(semua):
        raise ImporError(
            f"Teks hanya {len(semua)} baris; --lines mulai dari {mulai}.",
            f"The text has only {len(semua)} lines; --lines begins at {mulai}.",
        )
    garis = list(enumerate(semua[mulai - 1 : akhir], start=mulai))
    tempat, judul = _caption([t for _, t in garis if "\t" not in t] if awal is None else semua[: mulai - 1])
    for _, teks in garis:
        if _JUDUL.match(clean(teks)) and "\t" not in teks:
            tempat, judul = _caption([teks])
            break
    bernomor = bool(masukan.nama) or awal is not None
    if any("\t" in t for _, t in garis):
        baris, catatan = _tabbed(garis)
    else:
        polos = [(n, clean(t)) for n, t in garis]
        baris, catatan = terurai.read([(n, t) for n, t in polos if t and not _JUDUL.match(t)])
    return LembarMentah(tuple(baris), masukan.nama, bernomor, tempat, judul, tuple(catatan))


def _caption(garis: list[str]) -> tuple[str, str]:
    """Return place and title from the caption next above a table, if there is one."""
    for mentah in reversed(garis[-_DI_ATAS:]):
        if "\t" in mentah:
            break
        teks = clean(mentah)
        cocok = _JUDUL.match(teks)
        if cocok:
            return f"{cocok[1].capitalize()} {cocok[2].replace(' ', '')}", cocok[3]
    return "", ""


def _tabbed(garis: Iterable[tuple[int, str]]) -> tuple[list[BarisMentah], list[Catatan]]:
    baris: list[BarisMentah] = []
    catatan: list[Catatan] = []
    lebar = 0
    sambung = False
    for nomor, teks in garis:
        if not teks.strip():
            sambung = sambung and "\t" in teks
            continue
        potong = teks.split("\t")
        kurang = lebar - len(baris[-1].sel) if baris else 0
        if sambung and baris and kurang and len(potong) - 1 <= kurang:
            # A line break inside a cell: the rest of the row stands in the next line.
            baris[-1] = _joined(baris[-1], potong)
        elif "\t" in teks:
            baris.append(row(potong, nomor))
            check_size(len(baris), len(potong))
            lebar = lebar or len(potong)
            sambung = True
            continue
        elif not _JUDUL.match(clean(teks)):
            catatan.append(_outside(nomor, clean(teks)))
        sambung = bool(baris) and len(baris[-1].sel) < lebar
    return [b for b in baris if not b.kosong], catatan


def _joined(atas: BarisMentah, potong: list[str]) -> BarisMentah:
    bawah = row(potong, atas.nomor)
    temu = row([f"{atas.sel[-1].teks} {bawah.sel[0].teks}"], atas.nomor)
    return BarisMentah((*atas.sel[:-1], *temu.sel, *bawah.sel[1:]), atas.nomor)


def _outside(nomor: int, teks: str) -> Catatan:
    perabot = bool(_PERABOT.match(teks))
    return Catatan(
        f"baris {nomor} tidak dimasukkan ({'nomor halaman' if perabot else 'bukan baris tabel'}): {teks}",
        f"line {nomor} was left out ({'page number' if perabot else 'no table row'}): {teks}",
        periksa=not perabot,
    )
