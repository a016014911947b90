"""The body of a table while it is being understood: its columns with their roles, and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import periode
from ..angka import Notasi
from . import baris, kelas
from .mentah import BarisMentah, SelMentah, shown
from .peran import KolomBerperan, Peran
from .pisah import Kolom
from .rancangan import BarisJadi, Rancangan
from .tebakan import Suasana

_KUNCI = {Peran.KODE, Peran.TEKS, Peran.PERIODE}


@dataclass(slots=True)
class Isi:
    """Columns and rows of a body; each column has one cell per row."""

    kolom: list[KolomBerperan]
    baris: list[BarisMentah]

    def names(self) -> list[KolomBerperan]:
        """Return the columns that say what a row is: all but values and running numbers."""
        return [k for k in self.kolom if k.peran not in {Peran.NILAI, Peran.NOMOR}]

    def values(self) -> list[KolomBerperan]:
        """Return the columns with values."""
        return [k for k in self.kolom if k.peran is Peran.NILAI]

    def periods(self) -> KolomBerperan | None:
        """Return the column whose cells are periods."""
        return next((k for k in self.kolom if k.peran is Peran.PERIODE), None)

    def without_strays(self, rancangan: Rancangan) -> Isi:
        """Return the body without the rows of a table over periods that are about something else; they are told."""
        kunci = self.periods()
        if kunci is None:
            return self
        tetap = []
        for n, teks in enumerate(kunci.teks):
            if not teks or periode.read(teks, kelas.TAHUN) or baris.total_label([teks], akhir=True, indikator=False):
                tetap.append(n)
                continue
            b = self.baris[n]
            rancangan.note(
                f"baris {b.nomor} bukan periode dan tidak dimasukkan: {shown(b.teks)}",
                f"line {b.nomor} is no period and was left out: {shown(b.teks)}",
            )
        return Isi([_with(k, [k.kolom.sel[n] for n in tetap]) for k in self.kolom], [self.baris[n] for n in tetap])

    def without_labels(self, jadi: Sequence[BarisJadi]) -> list[KolomBerperan]:
        """Return the columns that say what a row is, without the labels of totals: those go where the key stands."""
        return [
            _with(k, [replace(s, teks="") if _labels(s.teks, b) else s for s, b in zip(k.kolom.sel, jadi, strict=True)])
            for k in self.names()
        ]


def _with(k: KolomBerperan, sel: Sequence[SelMentah]) -> KolomBerperan:
    return replace(k, kolom=Kolom(k.kolom.jalur, tuple(sel), k.kolom.nomor))


def _labels(teks: str, b: BarisJadi) -> bool:
    return b.total and bool(teks) and (teks in b.label or teks.rstrip(" :") == b.label or _is_period(teks))


def _is_period(teks: str) -> bool:
    return periode.read(teks, kelas.TAHUN) is not None


def read_rows(isi: Isi, rancangan: Rancangan, notasi: Notasi, suasana: Suasana) -> None:
    """Find totals and children; the rows of `rancangan` get their markers."""
    nama = isi.names()
    jumlah = [baris.numbers(k.teks, notasi) for k in isi.values()]
    akhir = len(isi.baris) - 1
    for n, b in enumerate(isi.baris):
        label = baris.total_label([k.teks[n] for k in nama], akhir=n >= akhir - 1, indikator=suasana.indikator)
        jadi = BarisJadi(b.nomor, label is not None, label or "")
        if label is None and n == akhir and n > 1 and _unlabelled(nama, jumlah, n):
            jadi.total, jadi.label = True, " ".join(k.teks[n] for k in nama if k.teks[n])
            rancangan.note(
                f"baris {b.nomor} tanpa kata jumlah, tetapi tampaknya baris jumlah",
                f"line {b.nomor} does not say so, but seems to be a total",
            )
        rancangan.baris.append(jadi)
    _period_totals(isi, rancangan)
    if not any(k.peran is Peran.KODE for k in nama):
        _children(isi, rancangan, jumlah)


def _unlabelled(nama: Sequence[KolomBerperan], jumlah: Sequence[list[baris.Angka]], n: int) -> bool:
    kunci = [k for k in nama if k.peran in _KUNCI]
    return bool(kunci) and not kunci[0].teks[n] and baris.sums(jumlah, range(n), n)


def _period_totals(isi: Isi, rancangan: Rancangan) -> None:
    """Rows of a table over periods that cover others are totals, whatever they are called."""
    kunci = isi.periods()
    if kunci is None:
        return
    dibaca = [periode.read(t, kelas.TAHUN) for t in kunci.teks]
    panjang = sorted(p.bulan for p in dibaca if p)
    biasa = panjang[len(panjang) // 2] if panjang else 0
    bagian = [p for p, b in zip(dibaca, rancangan.baris, strict=True) if p and p.bulan <= biasa and not b.total]
    for n, (p, b) in enumerate(zip(dibaca, rancangan.baris, strict=True)):
        if not b.total and (p is None or p.bulan <= biasa):
            continue
        label, lain = baris.period_total(kunci.teks[n], bagian)
        b.total, b.label = True, label
        if lain:
            rancangan.note(
                f"baris {b.nomor} tercetak {kunci.teks[n]!r}, tetapi baris di atasnya {label}",
                f"line {b.nomor} prints {kunci.teks[n]!r}, but the rows above it are {label}",
            )


def _children(isi: Isi, rancangan: Rancangan, jumlah: Sequence[list[baris.Angka]]) -> None:
    nama = next((k for k in isi.names() if k.peran is Peran.TEKS), None)
    nomor = next((k.teks for k in isi.kolom if k.peran is Peran.NOMOR), [])
    if nama is None or any(not t and not b.total for t, b in zip(nama.teks, rancangan.baris, strict=True)):
        return
    inden = [s.inden for s in nama.kolom.sel]
    tingkat, ditebak = baris.levels(inden, nomor, [b.total for b in rancangan.baris], jumlah)
    for b, t in zip(rancangan.baris, tingkat, strict=True):
        b.tingkat = t
    if ditebak:
        rancangan.note(
            "baris tanpa nomor menjadi anak (>) baris bernomor di atasnya, karena jumlahnya cocok",
            "rows without a number became children (>) of the numbered row above, for they add up to it",
        )
