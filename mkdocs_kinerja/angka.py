"""Numbers as printed: notation, precision, scale, units, and all the ways of not giving a number.

A value keeps the text of its cell for ever; the reading (`nilai`) is an exact `Decimal` in the
unit that is printed, `skala` the power of ten of that unit (3 for Rp ribu).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from . import pribadi
from .selang import Selang

Notasi = Literal["id", "en"]
"""id: 1.234,5   en: 1,234.5"""


class Keadaan(StrEnum):
    """What a cell holds."""

    ANGKA = "angka"
    RENTANG = "rentang"
    STRIP = "strip"
    KOSONG = "kosong"
    TIDAK_BERLAKU = "tidak-berlaku"
    BELUM_TERSEDIA = "belum-tersedia"
    GALAT_LEMBAR = "galat-lembar"
    HURUF = "huruf"
    TEKS = "teks"
    TAK_TERBACA = "tak-terbaca"


@dataclass(frozen=True, slots=True)
class Angka:
    """One printed value.

    Attributes:
        teks: The cell as printed.
        keadaan: What kind of thing it is; only ANGKA and RENTANG have numbers.
        nilai: The number in the printed unit (for a range its lower, or only, bound).
        desimal: Printed decimals: 96,50 has two.
        skala: Power of ten of the printed unit: 3 for Rp ribu, 6 for Rp juta.
        satuan: Printed unit: `%`, `Rp`, `Indeks`, `Perusahaan`; empty if none.
        notasi: The notation in which the number could be read.
        ragu: The other notation would give another value (a lone group of three digits).
        batas: For a range, (lower, upper), either may be None.
    """

    teks: str
    keadaan: Keadaan
    nilai: Decimal | None = None
    desimal: int = 0
    skala: int = 0
    satuan: str = ""
    notasi: Notasi | None = None
    ragu: bool = False
    batas: tuple[Decimal | None, Decimal | None] | None = None

    @property
    def bilangan(self) -> str:
        """The number as printed, without words: `1.995 layanan/order` is 1.995, `Rp 1.000,-` is 1.000."""
        cocok = _CETAK.search(self.teks) if self.nilai is not None else None
        return cocok[0].rstrip(".,") if cocok else self.teks.strip()

    @property
    def penuh(self) -> Decimal | None:
        """The number in its base unit (Rp ribu 25.431 is 25431000)."""
        return self.nilai if self.nilai is None or self.skala == 0 else self.nilai.scaleb(self.skala)

    def selang(self, *, tepat: bool = False, potong: bool = False) -> Selang:
        """Return what the number may have been before it was rounded (or, with `potong`, cut off).

        Args:
            tepat: The number is exact as it stands: a count, an amount in whole rupiah, a target that was set.
            potong: The table cuts digits off instead of rounding them.

        Raises:
            ValueError: The cell holds no number.
        """
        penuh = self.penuh
        if penuh is None:
            raise ValueError(self.keadaan)
        if tepat:
            return Selang.tepat(penuh)
        satuan_terakhir = Decimal(1).scaleb(self.skala - self.desimal)
        if potong:
            arah = -1 if penuh < 0 else 1
            ujung = penuh + arah * satuan_terakhir
            return Selang(min(penuh, ujung), max(penuh, ujung), penuh)
        setengah = satuan_terakhir / 2
        return Selang(penuh - setengah, penuh + setengah, penuh)


SKALA = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12, "000": 3}
_POLA: dict[Notasi, re.Pattern[str]] = {
    "id": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\Z"),
    "en": re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z"),
}
_LAIN: dict[Notasi, Notasi] = {"id": "en", "en": "id"}
_BILANGAN = re.compile(
    r"(?P<depan>[^\d]*?)(?P<buka>\(\s*)?(?P<tanda>(?<![A-Za-z])[-\u2212\u2013+]\s*)?(?P<angka>\d[\d.,]*)(?P<tutup>\s*\))?(?P<belakang>.*)\Z",
    re.DOTALL,
)
_RENTANG = re.compile(r"(?P<a>[^.]*?[\d.,]*\d)\s*(?:\.\.|\u2026)\s*(?P<b>[\d.,]*\d.*)\Z", re.DOTALL)
_BANDING = re.compile(r"(>=|=>|\u2265|<=|=<|\u2264|>|<|min(?:imal)?\b|maks(?:imal)?\b)\s*(?=\d)", re.IGNORECASE)
_STRIP = frozenset({"-", "\u2013", "\u2014", "--", "\u2212", "- -", "---"})
_TIDAK_BERLAKU = frozenset({"n/a", "na", "n.a.", "tidak berlaku"})
_BELUM = re.compile(
    r"(belum (tersedia|ada|dinilai|rilis|keluar|terbit|diukur|muncul|final)|menunggu|on progress|dalam proses)\b",
    re.IGNORECASE,
)
_GALAT = re.compile(r"#(DIV/0!|VALUE!|REF!|NAME\?|N/A|NUM!|NULL!|ERROR!?)\Z", re.IGNORECASE)
_HURUF = re.compile(r"[A-E]{1,3}[+-]?\Z")
_CETAK = re.compile(r"\([\d.,]+\)|[-\u2212]?\d[\d.,]*%?")
_HURUF_DI_ANGKA = re.compile(r"[OoIl][\d.,]*\d")
"""A letter that was read for a digit: `2O,25`."""
MAKS_ANGKA = 40


@lru_cache(maxsize=8192)
def read(teks: str, notasi: Notasi = "id", skala: int = 0) -> Angka:
    """Read a cell as printed.

    Args:
        teks: The cell, without the transcriber's marks.
        notasi: Notation of the document; a number that only fits the other one is read in that one.
        skala: Power of ten of the table's unit, for money; a scale word in the cell (`2,4 miliar`) wins.
    """
    bersih = " ".join(teks.split())
    if not bersih:
        return Angka(teks, Keadaan.KOSONG)
    if bersih in _STRIP:
        return Angka(teks, Keadaan.STRIP)
    if bersih.lower() in _TIDAK_BERLAKU:
        return Angka(teks, Keadaan.TIDAK_BERLAKU)
    if _GALAT.match(bersih):
        return Angka(teks, Keadaan.GALAT_LEMBAR)
    if bersih == "?":
        return Angka(teks, Keadaan.TAK_TERBACA)
    if _BELUM.match(bersih):
        return Angka(teks, Keadaan.BELUM_TERSEDIA)
    if _HURUF.match(bersih):
        return Angka(teks, Keadaan.HURUF)
    rentang = _RENTANG.match(bersih)
    if rentang:
        a, b = read(rentang["a"], notasi, skala), read(rentang["b"], notasi, skala)
        if a.nilai is not None and b.nilai is not None:
            return Angka(
                teks,
                Keadaan.RENTANG,
                a.nilai,
                a.desimal,
                b.skala,
                b.satuan or a.satuan,
                a.notasi,
                a.ragu or b.ragu,
                (a.nilai, b.nilai),
            )
    return _read_bilangan(teks, bersih, notasi, skala)


def _read_bilangan(teks: str, bersih: str, notasi: Notasi, skala: int) -> Angka:
    cocok = _BILANGAN.match(bersih)
    # From what is computed with a NIP, the NIP could be computed back.
    if not cocok or pribadi.find(bersih):
        return Angka(teks, Keadaan.TEKS)
    if len(cocok["angka"]) > MAKS_ANGKA:
        return Angka(teks, Keadaan.TAK_TERBACA)
    belakang = cocok["belakang"].strip()
    angka = cocok["angka"]
    if _HURUF_DI_ANGKA.match(cocok["belakang"]):
        return Angka(teks, Keadaan.TAK_TERBACA)
    # `Rp 2.803.721.000,-` and a full stop or comma that ends the phrase are not part of the number.
    if angka[-1] in ".,":
        angka = angka.rstrip(".,")
        belakang = belakang.lstrip("-").strip()
    terpakai: Notasi = notasi if _POLA[notasi].match(angka) else _LAIN[notasi]
    if not _POLA[terpakai].match(angka):
        return Angka(teks, Keadaan.TAK_TERBACA)
    nilai, desimal = _decimal(angka, terpakai)
    lain = _LAIN[terpakai]
    ragu = bool(_POLA[lain].match(angka)) and _decimal(angka, lain)[0] != nilai
    if (cocok["tanda"] and cocok["tanda"].strip() != "+") or (cocok["buka"] and cocok["tutup"]):
        nilai = -nilai
    depan = cocok["depan"].strip()
    banding = _BANDING.search(bersih)
    if banding:
        depan = depan[: -len(banding[1])].strip() if depan.lower().endswith(banding[1].lower()) else depan
    satuan, skala = _unit(depan, belakang, skala)
    if banding:
        bawah = banding[1].lower() in {">=", "=>", "\u2265", ">", "min", "minimal"}
        batas = (nilai, None) if bawah else (None, nilai)
        return Angka(teks, Keadaan.RENTANG, nilai, desimal, skala, satuan, terpakai, ragu, batas)
    return Angka(teks, Keadaan.ANGKA, nilai, desimal, skala, satuan, terpakai, ragu)


def _decimal(angka: str, notasi: Notasi) -> tuple[Decimal, int]:
    ribuan, koma = (".", ",") if notasi == "id" else (",", ".")
    bersih = angka.replace(ribuan, "").replace(koma, ".")
    _, _, pecahan = bersih.partition(".")
    return Decimal(bersih), len(pecahan)


def _unit(depan: str, belakang: str, skala: int) -> tuple[str, int]:
    """Split what stands around the number into unit and scale: `Rp 2,4 miliar` is (Rp, 9)."""
    rupiah = re.match(r"(?:Rp|IDR)\b\.?", depan, re.IGNORECASE)
    kata, _, sisa = belakang.partition(" ")
    kunci = kata.lower().strip(".,")
    if kunci in SKALA and (rupiah or kunci != "000"):
        skala, belakang = SKALA[kunci], sisa.strip()
    if rupiah:
        return "Rp", skala
    if belakang.startswith("%"):
        return "%", skala
    return (depan.strip(" .:,-") or belakang.strip(" .:,-")), skala
