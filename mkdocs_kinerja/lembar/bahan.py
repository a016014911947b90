"""What sheets are made from, and the addresses they may point to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ..bahasa import Bahasa
from ..checks.ringkasan import BarisIndikator
from ..hasil import Hasil
from ..laporan import Laporan
from ..temuan import Keparahan, Pemeriksaan, Temuan

K = TypeVar("K")
Kunci = tuple[str, str]
"""(satker, laporan)."""


@dataclass(frozen=True, slots=True)
class Alamat:
    """Addresses of pages, relative to the site; empty texts where there is no site."""

    temuan: Callable[[Temuan], str] = lambda _: ""
    laporan: Callable[[Kunci], str] = lambda _: ""
    satker: Callable[[str], str] = lambda _: ""
    aturan: Callable[[str], str] = lambda _: ""


@dataclass(frozen=True, slots=True)
class Bahan:
    """A result and how to speak of it.

    Attributes:
        bahasa: Language of messages and names; names of columns and statuses are the same in all.
        indikator: The indicators of each report.
    """

    hasil: Hasil
    bahasa: Bahasa
    indikator: Mapping[Kunci, Sequence[BarisIndikator]] = field(default_factory=dict)
    alamat: Alamat = field(default_factory=Alamat)

    def nama_satker(self, id_: str) -> str:
        """Return the short name of a unit; its id where nothing is known of it."""
        satker = self.hasil.unit.get(id_) or self.hasil.satker.get(id_)
        return satker.label if satker else id_

    def kepala(self, laporan: Laporan) -> tuple[str, str, str, str]:
        """Return what stands first in every row about a report: satker, its name, report, period in words."""
        return laporan.satker.id, laporan.satker.label, laporan.id, self.bahasa.periode(laporan.periode)

    @property
    def terbaca(self) -> tuple[Laporan, ...]:
        """The reports that could be read."""
        return tuple(x for x in self.hasil.laporan if x.terbaca)


@dataclass(slots=True)
class Hitungan:
    """Counts of checks and of findings."""

    lolos: int = 0
    tidak_lolos: int = 0
    tidak_berlaku: int = 0
    galat: int = 0
    peringatan: int = 0
    info: int = 0

    def add(self, p: Pemeriksaan) -> None:
        """Count checks."""
        self.lolos, self.tidak_lolos = self.lolos + p.lolos, self.tidak_lolos + p.temuan
        self.tidak_berlaku += p.tidak_berlaku

    def note(self, t: Temuan) -> None:
        """Count a finding."""
        self.galat += t.keparahan is Keparahan.GALAT
        self.peringatan += t.keparahan is Keparahan.PERINGATAN
        self.info += t.keparahan is Keparahan.INFO

    @property
    def pemeriksaan(self) -> tuple[int, int, int, int]:
        """All checks, passed, failed, not applicable."""
        jumlah = self.lolos + self.tidak_lolos + self.tidak_berlaku
        return jumlah, self.lolos, self.tidak_lolos, self.tidak_berlaku

    @property
    def temuan(self) -> tuple[int, int, int, int]:
        """All findings, and those of each severity."""
        return self.galat + self.peringatan + self.info, self.galat, self.peringatan, self.info


def count(hasil: Hasil, kunci: Callable[[Pemeriksaan | Temuan], K]) -> Mapping[K, Hitungan]:
    """Count checks and findings by what `kunci` says of them."""
    jumlah: defaultdict[K, Hitungan] = defaultdict(Hitungan)
    for p in hasil.pemeriksaan:
        jumlah[kunci(p)].add(p)
    for t in hasil.temuan:
        jumlah[kunci(t)].note(t)
    return jumlah
