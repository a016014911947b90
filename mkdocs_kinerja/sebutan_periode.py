"""Periods as they are named in running text: `TA. 2024`, `Triwulan III`, `s.d. September 2023`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .periode import NAMA_BULAN, ROMAWI, Periode

_TAHUN = re.compile(r"(?<![\d/-])(?<!\d\.)((?:19|20)\d\d)(?![\d/]|\.\d)")
_NOMOR = re.compile(
    r"\b(?:nomor|no|uu|pp|permen\w*|perpres|kep\w*|iso\S*|sni)\b\.?\s*[\w./:-]*\d[\w./:-]*(?:\s+tahun\s+(?:19|20)\d\d)?",
    re.IGNORECASE,
)
"""Numbers of regulations and standards; the year behind them is theirs."""
_RENTANG = re.compile(r"\b((?:19|20)\d\d)\s*[-\u2013/]\s*((?:19|20)\d\d)\b")
_ANGKA_TRIWULAN = r"(?:IV|III|II|I|[1-4])\b"
_TRIWULAN = re.compile(
    rf"\b(?:triwulan|tw)\.?\s*(?:ke-?\s*)?({_ANGKA_TRIWULAN}"
    rf"(?:\s*(?:,|-|\u2013|/|dan|&|s\.?\s*d\.?|sampai(?:\s+dengan)?)\s*(?:(?:triwulan|tw)\.?\s*)?{_ANGKA_TRIWULAN})*)",
    re.IGNORECASE,
)
_SATU_TRIWULAN = re.compile(rf"\b{_ANGKA_TRIWULAN}", re.IGNORECASE)
_BULAN = re.compile(r"\b(" + "|".join(n for n in NAMA_BULAN if len(n) > 3 or n == "mei") + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SebutanPeriode:
    """Years, spans of years, quarters (1 to 4) and months (0 to 11) that a text names, in the order of the text."""

    tahun: tuple[int, ...]
    rentang: tuple[tuple[int, int], ...]
    triwulan: tuple[int, ...]
    bulan: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.tahun or self.rentang or self.triwulan or self.bulan)

    def fits(self, periode: Periode) -> bool:
        """Whether what is named fits the period: years within it, its last quarter, its last month."""
        tahun = range(max(periode.awal // 12, 1), periode.akhir // 12 + 1)
        if any(t not in tahun for t in self.tahun) or any(not a <= tahun[-1] <= b for a, b in self.rentang):
            return False
        akhir = periode.akhir % 12
        if self.triwulan and akhir % 3 == 2 and max(self.triwulan) != akhir // 3 + 1:
            return False
        if self.bulan and periode.bulan == 1:
            return set(self.bulan) == {akhir}
        return not self.bulan or self.bulan[-1] == akhir


def find(teks: str) -> SebutanPeriode:
    """Return the periods that a text names; regulations and numbers of letters (`6/2022`, `2011.`) are no years."""
    bersih = _NOMOR.sub(" ", teks)
    rentang = tuple((int(m[1]), int(m[2])) for m in _RENTANG.finditer(bersih))
    bersih = _RENTANG.sub(" ", bersih)
    return SebutanPeriode(
        tuple(int(m[1]) for m in _TAHUN.finditer(bersih)),
        rentang,
        tuple(
            ROMAWI.get(n.lower()) or int(n) for m in _TRIWULAN.finditer(bersih) for n in _SATU_TRIWULAN.findall(m[1])
        ),
        tuple(NAMA_BULAN[m[1].lower()] for m in _BULAN.finditer(bersih)),
    )
