"""Words and formats for readers in Indonesian and English: numbers, rupiah, periods, dates, status words.

Numbers are rounded half up, as people do it, and never pass through a float. The words are
in `site/kata.yml`, one entry with both languages per word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import NumberPattern, parse_pattern

from .kosakata import JenisUkuran
from .periode import AWAL_TERBUKA, Periode

Kode = Literal["id", "en"]
KATALOG = Path(__file__).parent / "site" / "kata.yml"
MAKS_DESIMAL = 2
"""Decimals of computed values; printed values are never formatted again."""

_LEBAR = Context(prec=200)
_ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Bahasa:
    """One language. Equal calls give equal text: nothing depends on the clock or the machine.

    Attributes:
        kode: `id` or `en`.
    """

    kode: Kode = "id"

    def teks(self, pilihan: Mapping[str, str]) -> str:
        """Return the text in this language; Indonesian where it is missing, empty where both are."""
        return pilihan.get(self.kode) or pilihan.get("id") or ""

    def kata(self, kunci: str, n: int | None = None, **isian: object) -> str:
        """Return a text of the catalogue.

        Args:
            kunci: Its key in `kata.yml`.
            n: A count; chooses singular or plural and fills `{n}`.
            isian: Values for the other placeholders.

        Raises:
            KeyError: The catalogue has no such key (a mistake in the program, not in the data).
        """
        if n is None and not isian:
            return self.kamus[kunci]
        entri = _catalogue()[kunci][self.kode]
        if isinstance(entri, Mapping):
            entri = entri["satu" if n == 1 else "lain"]
        angka = {} if n is None else {"n": self.angka(n)}
        return str(entri).format(**angka, **isian)

    @property
    def kamus(self) -> Mapping[str, str]:
        """All texts of the catalogue that need no filling in: pages ask for some of them thousands of times."""
        return _words(self.kode)

    def angka(
        self,
        nilai: Decimal | int,
        maks_desimal: int | None = MAKS_DESIMAL,
        min_desimal: int = 0,
        *,
        tanda: bool = False,
    ) -> str:
        """Write a number: `1.234,5` or `1,234.5`.

        Args:
            nilai: The number.
            maks_desimal: Decimals to round to; None keeps them all.
            min_desimal: Decimals to fill up to with zeros.
            tanda: Put a plus before positive numbers.
        """
        if type(nilai) is int and not (min_desimal or tanda):
            return _whole(self.kode, nilai)
        hasil = _number(self.kode, _rounded(Decimal(nilai), maks_desimal), min_desimal)
        return f"+{hasil}" if tanda and nilai > 0 else hasil

    def persen(self, nilai: Decimal | int, maks_desimal: int | None = MAKS_DESIMAL, *, tanda: bool = False) -> str:
        """Write a percentage; `nilai` is already in percent: 69.69 is `69,69%`."""
        return f"{self.angka(nilai, maks_desimal, tanda=tanda)}%"

    def rupiah(self, nilai: Decimal | int) -> str:
        """Write an amount in full: `Rp26.873.451.000`."""
        tanda = "-" if nilai < 0 else ""
        return f"{tanda}Rp{self.angka(Decimal(nilai).copy_abs())}"

    def nilai(self, nilai: Decimal | int, jenis: JenisUkuran, maks_desimal: int | None = MAKS_DESIMAL) -> str:
        """Write a value according to the kind of its measure."""
        if jenis == "uang":
            return self.rupiah(nilai)
        return self.persen(nilai, maks_desimal) if jenis == "persen" else self.angka(nilai, maks_desimal)

    def periode(self, periode: Periode | None, tahun: int | None = None, *, singkat: bool = False) -> str:
        """Name a period: `Triwulan II 2025`, `s.d. Triwulan II 2025`, `Juni 2025`, `Tahun 2025`.

        Args:
            periode: The period; None gives the empty text.
            tahun: A year that need not be written.
            singkat: Write `TW II` for `Triwulan II`.
        """
        return "" if periode is None else _period(self, periode, tahun, singkat)

    def tanggal(self, iso: str) -> str:
        """Write a date: `7 Juli 2025`. What is no date stays as it is: it is data, and wrong data."""
        return _date(self.kode, iso)


@lru_cache(maxsize=1)
def _catalogue() -> Mapping[str, Mapping[str, str | Mapping[str, str]]]:
    # A tenth of the time of `safe_load`, which every command and every build would pay.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(KATALOG.read_text(encoding="utf-8"))
    katalog: dict[str, Mapping[str, str | Mapping[str, str]]] = loader.get_single_data()
    return katalog


@lru_cache(maxsize=2)
def _words(kode: Kode) -> Mapping[str, str]:
    return {
        kunci: isi["lain"] if isinstance(isi := entri[kode], Mapping) else str(isi)
        for kunci, entri in _catalogue().items()
    }


@lru_cache(maxsize=2)
def _locale(kode: Kode) -> Locale:
    # Both are written out so that the catalogue, not the machine, decides about the territory.
    return Locale.parse({"id": "id_ID", "en": "en_GB"}[kode])


@lru_cache(maxsize=32)
def _pattern(desimal: int) -> NumberPattern:
    pola: NumberPattern = parse_pattern("#,##0" + (f".{'0' * desimal}" if desimal else ""))
    return pola


def _rounded(nilai: Decimal, maks: int | None) -> Decimal:
    if maks is None or -int(nilai.as_tuple().exponent) <= maks:
        return nilai
    return nilai.quantize(Decimal(1).scaleb(-maks), ROUND_HALF_UP, _LEBAR)


@lru_cache(maxsize=8192)
def _whole(kode: Kode, nilai: int) -> str:
    return _number(kode, Decimal(nilai), 0)


@lru_cache(maxsize=8192)
def _number(kode: Kode, nilai: Decimal, min_desimal: int) -> str:
    _, _, pecahan = f"{nilai:f}".partition(".")
    desimal = max(len(pecahan.rstrip("0")), min_desimal)
    # The pattern has exactly as many decimals as the number: Babel rounds half to even, so it must not round.
    # Adding zero turns -0 into 0.
    bersih = _LEBAR.add(nilai, 0)
    # Babel quantizes in the current context, whose 28 digits an absurd number may exceed.
    with localcontext(_LEBAR):
        return str(_pattern(desimal).apply(bersih, _locale(kode), decimal_quantization=False))


@lru_cache(maxsize=1024)
def _period(b: Bahasa, p: Periode, tahun: int | None, singkat: bool) -> str:
    akhir_tahun, bulan_akhir = divmod(p.akhir, 12)
    if p.awal == AWAL_TERBUKA:
        return b.kata("periode.sd", isi=akhir_tahun)
    awal_tahun, bulan_awal = divmod(p.awal, 12)
    if (bulan_awal, bulan_akhir) == (0, 11):
        sama = awal_tahun == akhir_tahun
        return b.kata("periode.tahun", tahun=akhir_tahun) if sama else f"{awal_tahun}\u2013{akhir_tahun}"
    ekor = "" if tahun == akhir_tahun else f" {akhir_tahun}"
    if awal_tahun == akhir_tahun and bulan_akhir % 3 == 2 and bulan_awal in {0, bulan_akhir - 2}:
        nomor = bulan_akhir // 3
        kunci = "periode.tw" if singkat else "periode.triwulan"
        triwulan = b.kata(kunci, romawi=_ROMAWI[nomor], nomor=nomor + 1) + ekor
        return triwulan if bulan_awal == bulan_akhir - 2 else b.kata("periode.sd", isi=triwulan)
    nama = {n: str(m) for n, m in get_month_names("abbreviated" if singkat else "wide", locale=_locale(b.kode)).items()}
    akhir = nama[bulan_akhir + 1] + ekor
    if p.awal == p.akhir:
        return akhir
    if awal_tahun != akhir_tahun:
        return f"{nama[bulan_awal + 1]} {awal_tahun}\u2013{nama[bulan_akhir + 1]} {akhir_tahun}"
    return b.kata("periode.sd", isi=akhir) if bulan_awal == 0 else f"{nama[bulan_awal + 1]}\u2013{akhir}"


@lru_cache(maxsize=1024)
def _date(kode: Kode, iso: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", iso):
        return iso
    try:
        hari = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return str(format_date(hari, "d MMMM y", locale=_locale(kode)))
