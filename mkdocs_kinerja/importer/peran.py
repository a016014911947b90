"""What each raw column is: a running number, a code, a period, a text, a label, or values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ..kosakata import Kosakata
from . import judul, kelas, kode, tebakan
from .judul import Judul
from .nilai import is_value, share
from .pisah import Kolom
from .tebakan import Suasana


class Peran(Enum):
    """Roles of columns."""

    NOMOR = auto()
    KODE = auto()
    PERIODE = auto()
    TEKS = auto()
    LABEL = auto()
    NILAI = auto()


@dataclass(frozen=True, slots=True)
class KolomBerperan:
    """A column with its role, its labels taken apart, and the key class it would have."""

    kolom: Kolom
    peran: Peran
    judul: Judul
    kelas: str = ""

    @property
    def teks(self) -> list[str]:
        """The texts of its cells."""
        return self.kolom.teks


def assign(kolom: Sequence[Kolom], kosakata: Kosakata) -> list[KolomBerperan]:
    """Give each column its role."""
    hasil: list[KolomBerperan] = []
    for k in kolom:
        dibaca = judul.read(k.jalur)
        peran = _role(k, dibaca, hasil, kosakata)
        hasil.append(KolomBerperan(k, peran, dibaca, _class(k, peran, hasil)))
    return hasil


def _class(k: Kolom, peran: Peran, kiri: Sequence[KolomBerperan]) -> str:
    if peran is Peran.PERIODE:
        return kelas.period(k.teks)
    if peran not in {Peran.KODE, Peran.TEKS}:
        return ""
    if not k.jalur and kiri and kiri[-1].peran is not Peran.TEKS:
        return ""
    return kelas.of_label(k.judul)


def _role(k: Kolom, dibaca: Judul, kiri: Sequence[KolomBerperan], kosakata: Kosakata) -> Peran:
    isi = [t for t in k.teks if t]
    if k.nomor:
        return Peran.NOMOR
    angka = share(isi)
    belum = all(b.peran is not Peran.NILAI for b in kiri)
    if belum and kode.is_column(isi, k.judul):
        return Peran.KODE
    if belum and kelas.period(isi) and all(b.peran is Peran.NOMOR for b in kiri):
        return Peran.PERIODE
    if kelas.label(k.jalur) and angka < 0.5:
        return Peran.LABEL
    if isi and angka >= 0.5:
        return Peran.NILAI
    ditebak = tebakan.guess(dibaca, Suasana(), kosakata, "", persen=False, uang=False)
    berisi = sum(map(is_value, isi)) * 2 >= len(isi)
    # A column without cells is a measure only where its header says so; `Realisasi` may hold prose.
    if ditebak.ukuran and (berisi if isi else k.jalur and not belum):
        return Peran.NILAI
    return Peran.TEKS
