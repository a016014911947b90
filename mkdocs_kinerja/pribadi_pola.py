"""The forms of personal data: NIP, NIK, telephone, e-mail and account numbers, and what only looks like them.

What a number is shows in its form (a NIP holds two dates), or in a word near it (`Telp.`, `rekening`). Amounts, codes,
dates, file names and the references of data files are none of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

JenisPribadi = Literal["nip", "nik", "telepon", "surel", "rekening"]
JENIS: Final[tuple[JenisPribadi, ...]] = ("nip", "nik", "telepon", "surel", "rekening")


class Temu(NamedTuple):
    """One find: `teks[awal:akhir] == literal`."""

    jenis: JenisPribadi
    awal: int
    akhir: int
    literal: str


# -- numbers -----------------------------------------------------------------------------------------------------------

_S: Final = r"[ .\-\u2010-\u2013\u00a0]"
_T: Final = r"[ \-\u2010-\u2013\u00a0]"
"""Signs between digits; without the dot where an amount could be meant."""
_AREA: Final = r"0(?:21|22|24|31|61|[2-79][0-9]{2})"
_NIP: Final = re.compile(
    rf"(?<![0-9])([0-9]{{4}}){_S}?([0-9]{{2}}){_S}?([0-9]{{2}}){_S}{{0,2}}"
    rf"((?:19|20)[0-9]{{2}}){_S}?(0[1-9]|1[0-2]|21){_S}{{0,2}}[12]{_S}{{0,2}}[0-9]{{3}}(?![0-9])"
)
_NIK: Final = re.compile(
    rf"(?<![0-9])(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]){_S}?[0-9]{{2}}{_S}?[0-9]{{2}}{_S}?"
    rf"([0-7][0-9]){_S}?([01][0-9]){_S}?([0-9]{{2}}){_S}?[0-9]{{4}}(?![0-9])"
)
_SELULER: Final = re.compile(
    rf"(?:08[1-9][0-9](?:{_S}{{0,3}}[0-9]){{6,9}}"
    rf"|(?:\+|00)?62{_T}{{0,2}}(?:\(0\){_T}?)?8[1-9][0-9](?:{_T}{{0,3}}[0-9]){{6,9}})(?![0-9])"
)
_KABEL: Final = re.compile(
    rf"(?:(?:\+62{_T}?)?\({_AREA}\)|\+62{_T}{{0,2}}(?:\(0?[2-79][0-9]{{1,2}}\)|[2-79][0-9]{{1,2}}){_T})"
    rf"{_T}{{0,3}}[0-9](?:{_T}?[0-9]){{4,7}}(?![0-9])(?:\s?[,/]\s?[0-9]{{6,8}}(?![0-9.,])){{0,4}}"
)
_KABEL_POLOS: Final = re.compile(
    rf"(?<![0-9]){_AREA}{_T}{{0,3}}/?{_T}?[0-9](?:{_T}?[0-9]){{4,7}}(?![0-9])(?:\s?[,/]\s?[0-9]{{6,8}}(?![0-9.,])){{0,4}}"
)
_NIP_DISEBUT: Final = re.compile(rf"(?<![0-9])[0-9](?:{_S}{{0,2}}[0-9]){{17}}(?![0-9])")
_NIK_DISEBUT: Final = re.compile(rf"(?<![0-9])[0-9](?:{_S}{{0,2}}[0-9]){{15}}(?![0-9])")
"""Mistyped, but named: no date in it needs to be one."""
REKENING: Final = re.compile(rf"(?<![0-9])[0-9](?:{_S}?[0-9]){{9,15}}(?![0-9])")

_NAMA: Final = {nama: re.compile(rf"{nama}\W{{0,4}}\Z", re.IGNORECASE) for nama in ("nip", "nik")}
_KATA_TELEPON: Final = re.compile(
    r"(?<![a-z])(?:te?lp|tel|telepon|telephone|fax|faks|faksimil[ei]|hp|handphone|ponsel|wa|whatsapp|phone|kontak"
    r"|hubungi)(?![a-z])",
    re.IGNORECASE,
)
_DEMPET: Final = re.compile(r"(?<![A-Za-z])(?:te?lp|tel|telepon|fax|hp|wa|rek|rekening)[-.:]?\Z", re.IGNORECASE)
KATA_REKENING: Final = re.compile(
    r"(?<!kode )(?<!kode)(?<![a-z])(?:no\.?|nomor)?\s?rek(?:ening)?(?![a-z])(?! belanja)", re.IGNORECASE
)
_DEPAN: Final = re.compile(r"(?:\w|\w-|[0-9][.,]|\bRp\.?\s{0,2})\Z")
"""What stands before a number that is an amount, a code, or part of a name."""
_BELAKANG: Final = re.compile(r"[A-Za-z_]|[.,][0-9]|\s?%|\.(?:pdf|xlsx?|docx?|csv|tsv|ya?ml|txt|jpe?g|png|zip)\b")
_JUMLAH_UANG: Final = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})+\Z|[0-9]\.[0-9]|(?:(?:19|20)[0-9]{2}\D)+(?:19|20)[0-9]{2}\Z"
)
"""Amounts, codes of accounts (`5.1.02.01.01.0024`) and rows of years."""
_TANGGAL: Final = re.compile(
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2}(?![0-9])"
)
_DEKAT, _SESUDAH = 60, 25


def _born(tahun: int, bulan: str, hari: int) -> bool:
    try:
        date(tahun, int(bulan), hari)
    except ValueError:
        return False
    return True


def _is_nip(_teks: str, m: re.Match[str]) -> bool:
    lahir, diangkat = int(m[1]), int(m[4])
    return lahir >= 1930 and 15 <= diangkat - lahir <= 65 and _born(lahir, m[2], int(m[3]))


def _is_nik(_teks: str, m: re.Match[str]) -> bool:
    hari = int(m[1])
    # For women 40 is added to the day; of which century the year is does not show.
    return any(_born(abad + int(m[3]), m[2], hari - 40 if hari > 40 else hari) for abad in (1900, 2000))


def _is_named(nama: str) -> Callable[[str, re.Match[str]], bool]:
    return lambda teks, m: bool(_NAMA[nama].search(teks[max(0, m.start() - 8) : m.start()]))


def _is_free(teks: str, m: re.Match[str]) -> bool:
    """Whether a number stands for itself: it is no part of an amount, a code, an identifier or a file name."""
    depan = teks[max(0, m.start() - 16) : m.start()]
    return not _BELAKANG.match(teks, m.end()) and (not _DEPAN.search(depan) or bool(_DEMPET.search(depan)))


def _near(kata: re.Pattern[str], teks: str, m: re.Match[str]) -> bool:
    return bool(kata.search(teks[max(0, m.start() - _DEKAT) : m.start()]))


def _is_mobile(teks: str, m: re.Match[str]) -> bool:
    # 62812345678 alone may be an amount.
    polos = m[0].startswith("62") and m[0][2].isdigit()
    return _is_free(teks, m) and (not polos or teks.endswith("wa.me/", 0, m.start()) or _near(_KATA_TELEPON, teks, m))


def _is_local(teks: str, m: re.Match[str]) -> bool:
    return _is_free(teks, m) and _near(_KATA_TELEPON, teks, m)


def looks_like_account(teks: str, m: re.Match[str]) -> bool:
    """Whether a number may be one of an account, if a word near it or above its column says so."""
    return _is_free(teks, m) and not _JUMLAH_UANG.match(m[0]) and not _TANGGAL.match(m[0])


def _is_account(teks: str, m: re.Match[str]) -> bool:
    return looks_like_account(teks, m) and (
        _near(KATA_REKENING, teks, m) or bool(KATA_REKENING.search(teks[m.end() : m.end() + _SESUDAH]))
    )


POLA: Final[tuple[tuple[JenisPribadi, re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...]] = (
    ("nip", _NIP, _is_nip),
    ("nik", _NIK, _is_nik),
    ("nip", _NIP_DISEBUT, _is_named("nip")),
    ("nik", _NIK_DISEBUT, _is_named("nik")),
    ("telepon", _KABEL, _is_free),
    ("telepon", _SELULER, _is_mobile),
    ("telepon", _KABEL_POLOS, _is_local),
    ("rekening", REKENING, _is_account),
)
has_digits: Final = re.compile(
    r"[0-9](?:[ ()/\-\u2010-\u2013\u00a0]{0,4}[0-9]){8}|[0-9]{4}\.[0-9]|[0-9]\.[0-9]{4}"
).search
"""What every pattern above has in it, and an amount in its usual form has not."""

# -- addresses ---------------------------------------------------------------------------------------------------------

_LOKAL: Final = re.compile(r"[\w%+-](?:[\w.%+-]{0,62}[\w%+-])?\Z")
_DOMAIN: Final = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9@])")
_PERIODE: Final = re.compile(r"(?:19|20)[0-9]{2}|sd-|tw[1-4]", re.IGNORECASE)


def addresses(teks: str) -> Iterator[Temu]:
    """Yield the e-mail addresses of a text."""
    mulai = teks.find("@")
    while mulai >= 0:
        lokal = _LOKAL.search(teks[max(0, mulai - 64) : mulai])
        domain = _DOMAIN.match(teks, mulai + 1)
        if lokal and domain:
            awal = mulai - len(lokal[0])
            # `indikator/ikm:realisasi@tw2.x` is a reference in the notation of the data.
            if not (awal and teks[awal - 1] in ":/~" and _PERIODE.match(domain[0])):
                yield Temu("surel", awal, domain.end(), teks[awal : domain.end()])
        mulai = teks.find("@", mulai + 1)
