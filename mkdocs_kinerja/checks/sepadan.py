"""Places that print different numbers and yet mean the same: digits cut off, rounded earlier, totalled otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ..laporan import Amatan, Baris
from ..selang import NOL, Selang, jumlah
from .bukti import Indeks, usable
from .hubungan import Relasi
from .sebutan import Sebutan

MAKS_OPERAN = 2
"""Terms of a relation whose rounding explains a difference; that of a long sum would explain nearly everything."""
MAKS_LEBAR = Decimal("0.002")
"""Width of what rounded terms allow, as a part of the result: coarser terms explain too much."""
SEDIKITNYA = 10
"""Smaller numbers lose too much with their decimals: 3 is not 3,6."""


class Penyepadan:
    """Finds out why places of one quantity may differ without contradicting each other.

    Args:
        indeks: The observations of the report.
        relasi: Its relations; those that hold tell how a result was computed.
    """

    def __init__(self, indeks: Indeks, relasi: Iterable[Relasi]) -> None:
        self._indeks = indeks
        self._hasil: dict[Amatan, list[Relasi]] = defaultdict(list)
        for r in relasi:
            if r.cocok and len(r.operan) <= MAKS_OPERAN:
                self._hasil[r.dilaporkan].append(r)
        self._baris = {
            a: b for t in indeks.laporan.tabel for b in t.baris for a in b.sel if a is not None and _years(a) > 1
        }

    def explained(self, s: Sebutan) -> Sebutan:
        """Return the quantity with the reason why its places differ, where one is known."""
        if s.sepakat:
            return s
        if self._cut(s.amatan):
            return replace(s, wajar="potong")
        if self._rounded_earlier(s.amatan):
            return replace(s, wajar="pembulatan")
        return replace(s, wajar="cara") if self._totalled_otherwise(s.kelompok) else s

    def _cut(self, amatan: Sequence[Amatan]) -> bool:
        """Whether all places fit the finest print, once digits may have been cut off instead of rounded."""
        halus = max(amatan, key=lambda a: a.dibaca.desimal - a.dibaca.skala)
        if self._indeks.exact(halus) or halus.dibaca.desimal == 0:
            return False
        tujuan = self._indeks.selang(halus)
        return all(self._indeks.selang(a).bertemu(tujuan) or _is_cut(a, halus, tujuan) for a in amatan)

    def _rounded_earlier(self, amatan: Sequence[Amatan]) -> bool:
        """Whether all places fit what the rounded terms of one of them allow: 26,35 : 3 may be 878,17 to 878,5 %."""
        for r in (r for a in amatan for r in self._hasil.get(a, ())):
            hasil = r.hitung(self._indeks.selang)
            if 0 < hasil.atas - hasil.bawah <= abs(hasil.tengah) * MAKS_LEBAR and all(
                self._indeks.selang(a, terukur=True).bertemu(hasil) for a in amatan
            ):
                return True
        return False

    def _totalled_otherwise(self, kelompok: Sequence[Sequence[Amatan]]) -> bool:
        """Whether each value for several years is a sum, a mean, the last or the highest of the years beside it."""
        return all(any(self._made_of_its_years(a) for a in isi) for isi in kelompok)

    def _made_of_its_years(self, a: Amatan) -> bool:
        baris = self._baris.get(a)
        if baris is None:
            return False
        tahun = [self._indeks.selang(x) for x in _single_years(baris, a)]
        return len(tahun) > 1 and any(self._indeks.selang(a, terukur=True).bertemu(c) for c in _ways(tahun))


def _is_cut(a: Amatan, halus: Amatan, tujuan: Selang) -> bool:
    """Whether a coarser print is a finer one without its last digits."""
    lebih_kasar = a.dibaca.desimal - a.dibaca.skala < halus.dibaca.desimal - halus.dibaca.skala
    besar = abs(a.dibaca.nilai or NOL) >= SEDIKITNYA
    return lebih_kasar and besar and a.dibaca.selang(potong=True).bertemu(tujuan)


def _years(a: Amatan) -> int:
    p = a.besaran.periode
    return (p.bulan + 11) // 12 if p else 0


def _single_years(baris: Baris, a: Amatan) -> list[Amatan]:
    """Return the figures of the same row and measure for single years within the longer period, in order of time."""
    b, periode = a.besaran, a.besaran.periode
    menurut: Mapping[int, Amatan] = {
        x.besaran.periode.tahun: x
        for x in baris.sel
        if x is not None and usable(x) and x.besaran.periode and _years(x) == 1 and periode is not None
        and periode.memuat(x.besaran.periode) and x.besaran._replace(periode=periode) == b
    }  # fmt: skip
    return [menurut[t] for t in sorted(menurut)]


def _ways(tahun: Sequence[Selang]) -> Iterable[Selang]:
    jumlahnya = jumlah(tahun)
    yield jumlahnya
    yield jumlahnya / Selang.tepat(Decimal(len(tahun)))
    yield tahun[-1]
    yield max(tahun, key=lambda s: s.tengah)
