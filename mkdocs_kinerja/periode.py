"""Periods: a span of whole months, so that `sd-tw2`, `sd-jun` and January to June are one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

BULAN = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agt", "sep", "okt", "nov", "des")
NAMA_BULAN = {
    "januari": 0, "februari": 1, "pebruari": 1, "maret": 2, "april": 3, "mei": 4, "juni": 5, "juli": 6, "agustus": 7,
    "ags": 7, "agu": 7, "agst": 7, "sept": 8, "september": 8, "oktober": 9, "nopember": 10, "november": 10, "nop": 10,
    "desember": 11,
} | {nama: n for n, nama in enumerate(BULAN)}  # fmt: skip
ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
TAHUN_AWAL, TAHUN_AKHIR = 1945, 2100
AWAL_TERBUKA = 0


class Periode(NamedTuple):
    """Months `awal` to `akhir`, both included, counted as year * 12 + month (January is 0).

    `awal` is AWAL_TERBUKA where the beginning is open (`..2021`: all years up to 2021).
    """

    awal: int
    akhir: int

    @classmethod
    def tahunan(cls, tahun: int) -> Periode:
        """The whole year."""
        return cls(tahun * 12, tahun * 12 + 11)

    @classmethod
    def triwulan(cls, tahun: int, nomor: int) -> Periode:
        """Triwulan 1 to 4 alone."""
        return cls(tahun * 12 + 3 * nomor - 3, tahun * 12 + 3 * nomor - 1)

    @property
    def tahun(self) -> int:
        """The year in which the period ends."""
        return self.akhir // 12

    @property
    def sampai_akhir(self) -> Periode:
        """From January of its last year to its end: the cumulative period."""
        return Periode(self.tahun * 12, self.akhir)

    @property
    def setahun(self) -> Periode:
        """The whole year in which the period ends."""
        return Periode.tahunan(self.tahun)

    @property
    def bulan(self) -> int:
        """Its length in months."""
        return self.akhir - self.awal + 1

    def memuat(self, lain: Periode) -> bool:
        """Whether the other period lies within this one."""
        return self.awal <= lain.awal and lain.akhir <= self.akhir

    def teks(self, tahun: int | None = None) -> str:
        """Return the short canonical form; the year is left out where it is `tahun`."""
        if self.awal == AWAL_TERBUKA:
            return f"..{self.tahun}"
        awal_tahun, akhir_tahun = self.awal // 12, self.akhir // 12
        a, b = self.awal % 12, self.akhir % 12
        if (a, b) == (0, 11):
            return str(awal_tahun) if awal_tahun == akhir_tahun else f"{awal_tahun}-{akhir_tahun}"
        depan = "" if tahun == akhir_tahun else f"{akhir_tahun}-"
        if awal_tahun != akhir_tahun:
            return f"{awal_tahun}-{BULAN[a]}..{akhir_tahun}-{BULAN[b]}"
        if a == b:
            return f"{depan}{BULAN[a]}"
        if (a % 3, b - a) == (0, 2):
            return f"{depan}tw{a // 3 + 1}"
        if a == 0:
            return f"{depan}sd-tw{b // 3 + 1}" if b % 3 == 2 else f"{depan}sd-{BULAN[b]}"
        return f"{depan}{BULAN[a]}..{depan}{BULAN[b]}"

    def __str__(self) -> str:
        return self.teks()


_TAHUN = re.compile(r"(19|20)\d\d\Z")
_POLA = re.compile(r"(?:(?P<tahun>(?:19|20)\d\d)-)?(?P<sd>sd-|s\.?d\.?[ -]?)?(?P<inti>[a-z]+(?: ?[0-9]| [iv]+)?)\Z")


def read(teks: str, tahun: int) -> Periode | None:
    """Read `2025`, `tw2`, `jun`, `sd-jun`, `2024-sd-tw3`, `2021-2024`, `..2021`, `jan..mar`; else None.

    Args:
        teks: The text; case and surrounding blanks do not matter.
        tahun: The year that is meant where none is written.
    """
    bersih = teks.strip().lower()
    if _TAHUN.match(bersih):
        return Periode.tahunan(int(bersih))
    if bersih.startswith("..") and _TAHUN.match(bersih[2:]):
        return Periode(AWAL_TERBUKA, int(bersih[2:]) * 12 + 11)
    for pemisah in ("..", "-", "\u2013"):
        kiri, ada, kanan = bersih.partition(pemisah)
        if ada and _TAHUN.match(kiri.strip()) and _TAHUN.match(kanan.strip()):
            awal, akhir = int(kiri), int(kanan)
            return Periode(awal * 12, akhir * 12 + 11) if awal <= akhir else None
    if ".." in bersih:
        a, b = (read(bagian, tahun) for bagian in bersih.split("..", 1))
        return Periode(a.awal, b.akhir) if a and b and a.awal <= b.akhir else None
    cocok = _POLA.match(bersih)
    if not cocok:
        return None
    dasar = _read_inti(cocok["inti"], int(cocok["tahun"] or tahun))
    if dasar and cocok["sd"]:
        return dasar.sampai_akhir
    return dasar


def _read_inti(inti: str, tahun: int) -> Periode | None:
    if inti in NAMA_BULAN:
        bulan = tahun * 12 + NAMA_BULAN[inti]
        return Periode(bulan, bulan)
    for awalan in ("triwulan", "tw"):
        if inti.startswith(awalan):
            nomor = inti.removeprefix(awalan).strip()
            urutan = ROMAWI.get(nomor) or (int(nomor) if nomor.isdigit() else 0)
            return Periode.triwulan(tahun, urutan) if 1 <= urutan <= 4 else None
    if inti in {"semester 1", "smt1", "sem1"}:
        return Periode(tahun * 12, tahun * 12 + 5)
    if inti in {"semester 2", "smt2", "sem2"}:
        return Periode(tahun * 12 + 6, tahun * 12 + 11)
    return None


def gabungan(bagian: Iterable[Periode]) -> Periode | None:
    """Return the period that the parts fill without gap or overlap; None if they do not."""
    urut = sorted(bagian)
    if not urut:
        return None
    for kiri, kanan in pairwise(urut):
        if kanan.awal != kiri.akhir + 1:
            return None
    return Periode(urut[0].awal, urut[-1].akhir)
