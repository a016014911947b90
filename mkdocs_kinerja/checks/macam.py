"""Kinds of total: the same word "Jumlah" means a sum, a plain mean, a weighted mean, or a share of the whole pagu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..angka import Keadaan
from ..laporan import Amatan, AturanJumlah, Baris, Besaran, Tabel
from ..pengenal import BesaranError
from ..selang import Selang, jumlah
from .bukti import Indeks, usable
from .hubungan import Baca, sum_of, term

NOL = frozenset({Keadaan.STRIP, Keadaan.KOSONG})
"""States of a cell that add nothing to a sum."""

NAMA: Mapping[str, Mapping[str, str]] = {
    "jumlah": {"id": "jumlah biasa", "en": "a plain sum"},
    "rata-rata": {"id": "rata-rata biasa tanpa bobot", "en": "a plain mean without weights"},
    "tertimbang": {"id": "rata-rata tertimbang menurut {bobot}", "en": "a mean weighted by {bobot}"},
    "bagian": {"id": "bagian dari pagu seluruh satker", "en": "a share of the ceiling of the whole office"},
}
PENIMBANG = ("pagu_efektif", "pagu", "bobot")
"""Measures that weigh a column where nothing is declared, in the order they are tried."""


@dataclass(frozen=True, slots=True)
class Cara:
    """One way of making a total from its rows.

    Attributes:
        macam: jumlah, rata-rata, tertimbang or bagian.
        hitung: Computes it.
        operan: The observations it takes.
        uraian: The arithmetic with the printed values.
        nama: Its name for readers.
    """

    macam: str
    hitung: Callable[[Baca], Selang]
    operan: tuple[Amatan, ...]
    uraian: str
    nama: Mapping[str, str]


class Totalan:
    """The ways in which one column of a table may have been totalled.

    Args:
        tabel: The table.
        indeks: The observations of its report.
        bagian: The rows that the total is of.
        n: The column.
    """

    def __init__(self, tabel: Tabel, indeks: Indeks, bagian: Sequence[Baris], n: int) -> None:
        self._tabel, self._indeks, self._bagian, self._n = tabel, indeks, bagian, n
        self._isi = [a for b in bagian if (a := b.sel[n]) is not None]
        self._angka = [a for a in self._isi if usable(a)]

    def sum(self) -> Cara:
        """The plain sum."""
        uraian = " + ".join(a.dibaca.bilangan for a in self._angka)
        return Cara("jumlah", sum_of(self._angka), tuple(self._angka), uraian, NAMA["jumlah"])

    def mean(self) -> Cara:
        """The plain mean; a dash counts as zero unless the table says that such rows do not count."""
        banyak = len(self._isi) if self._tabel.kosong == "nol" else len(self._angka)
        tambah = " + ".join(a.dibaca.bilangan for a in self._angka)
        hitung = partial(_mean, tuple(self._angka), banyak)
        return Cara("rata-rata", hitung, tuple(self._angka), f"({tambah}) \u00f7 {banyak}", NAMA["rata-rata"])

    def weighted(self, aturan: AturanJumlah) -> Cara | None:
        """Weigh each value: by the weights' own sum (`tertimbang`), or as shares of one quantity (`bagian`).

        Returns:
            None where a value has no weight, or the weights make no divisor.
        """
        ukuran, keseluruhan = self._scale(aturan)
        pasangan: list[tuple[Amatan, Amatan]] = []
        for b in self._bagian:
            nilai = b.sel[self._n]
            if nilai is not None and usable(nilai) and (bobot := self._weight(b, nilai, ukuran)):
                pasangan.append((nilai, bobot))
        if len(pasangan) != len(self._angka) or not pasangan or (aturan.jenis == "bagian" and keseluruhan is None):
            return None
        # A dash is a zero with its full weight, unless the table says that such rows do not count.
        nol = [] if self._tabel.kosong == "lewati" else [b.sel[self._n] for b in self._bagian]
        tanpa_nilai = [
            w for b, a in zip(self._bagian, nol, strict=False)
            if a is not None and a.dibaca.keadaan in NOL and (w := self._weight(b, a, ukuran))
        ]  # fmt: skip
        hitung = partial(_weighted, tuple(pasangan), tuple(tanpa_nilai), keseluruhan)
        try:
            hitung(self._indeks.selang)
        except ZeroDivisionError:
            return None
        atas = " + ".join(f"{v.dibaca.bilangan} \u00d7 {w.dibaca.bilangan}" for v, w in pasangan)
        if keseluruhan is None:
            bawah = " + ".join(w.dibaca.bilangan for w in (*(w for _, w in pasangan), *tanpa_nilai))
        else:
            bawah = term(keseluruhan, pasangan[0][1])
        operan = (*self._angka, *(w for _, w in pasangan), *tanpa_nilai, *([keseluruhan] if keseluruhan else ()))
        dikenal = self._indeks.laporan.kosakata.ukuran.get(ukuran)
        penimbang = dikenal.nama if dikenal else {"id": ukuran, "en": ukuran}
        nama = {b: t.format(bobot=penimbang.get(b, ukuran).lower()) for b, t in NAMA[aturan.jenis].items()}
        return Cara(aturan.jenis, hitung, operan, f"({atas}) \u00f7 ({bawah})", nama)

    def of(self, aturan: AturanJumlah) -> Cara | None:
        """Return the declared way; None where it needs weights that are not there."""
        if aturan.jenis == "rata-rata":
            return self.mean()
        return self.weighted(aturan) if aturan.jenis in {"tertimbang", "bagian"} else self.sum()

    def others(self, kecuali: str, *, berbobot: bool) -> list[Cara]:
        """Return every other way that makes sense, the plain ones first.

        Args:
            kecuali: The way that has been tried already.
            berbobot: Whether values of this kind are ever weighted (percentages and indices are, amounts are not).
        """
        cara: list[Cara | None] = [self.sum(), self.mean()] if len(self._angka) > 1 else []
        if berbobot:
            cara += [self.weighted(AturanJumlah("tertimbang", u)) for u in PENIMBANG]
            cara.append(self.weighted(AturanJumlah("bagian", "satker:pagu")))
        return [c for c in cara if c is not None and c.macam != kecuali]

    @property
    def telling(self) -> bool:
        """Whether the values differ enough to tell a sum from a mean: a single row is both."""
        return len({a.dibaca.penuh for a in self._angka if a.dibaca.penuh}) > 1

    def _scale(self, aturan: AturanJumlah) -> tuple[str, Amatan | None]:
        """Return the measure of the weights and, for shares, the whole they are shares of."""
        pengenal = self._indeks.laporan.pengenal
        if aturan.jenis == "tertimbang" or pengenal is None:
            dikenal = self._indeks.laporan.kosakata.find(aturan.acuan)
            return dikenal.id if dikenal else aturan.acuan, None
        try:
            besaran = pengenal.besaran(aturan.acuan, self._tabel.hal)
        except BesaranError:
            return "", None
        return besaran.ukuran, next(iter(self._indeks.find(besaran)), None)

    def _weight(self, b: Baris, nilai: Amatan, ukuran: str) -> Amatan | None:
        """Return the weight of a row: its own column, else what any table prints about the same hal."""
        sebaris = next((a for a in b.sel if a is not None and usable(a) and a.besaran.ukuran == ukuran), None)
        pengenal = self._indeks.laporan.pengenal
        if sebaris is not None or pengenal is None or not ukuran:
            return sebaris
        besaran: Besaran = pengenal.besaran(ukuran, nilai.besaran.hal)
        return next(iter(self._indeks.find(besaran)), None)


def _mean(angka: Sequence[Amatan], banyak: int, baca: Baca) -> Selang:
    return jumlah(baca(a) for a in angka) / Selang.tepat(banyak)


def _weighted(
    pasangan: Sequence[tuple[Amatan, Amatan]], tanpa_nilai: Sequence[Amatan], keseluruhan: Amatan | None, baca: Baca
) -> Selang:
    """Compute the weighted total.

    The weights cancel out: their printed values are taken as exact, or the interval would be far too wide.
    """
    bobot = [Selang.tepat(baca(w).tengah) for _, w in pasangan]
    semua = [*bobot, *(Selang.tepat(baca(w).tengah) for w in tanpa_nilai)]
    pembagi = jumlah(semua) if keseluruhan is None else baca(keseluruhan)
    if pembagi.bawah <= 0:
        raise ZeroDivisionError
    return jumlah(baca(v) * w for (v, _), w in zip(pasangan, bobot, strict=True)) / pembagi
