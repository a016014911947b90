"""A quantity, and one printed figure about it: the atoms of a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .angka import Angka
from .lokasi import Posisi, Sumber
from .periode import Periode

SATKER = "satker"
"""The hal of the office itself, as in `satker:pagu`."""
LAPORAN = "laporan"
"""The hal of the report as a whole."""


class Besaran(NamedTuple):
    """The identity of a quantity within one satker: everything printed about it must agree.

    Attributes:
        hal: `kelas/kunci`, or `satker`.
        ukuran: Id of the measure.
        kelompok: A free dimension (industri, non).
        periode: None for measures without a period.
        versi: DIPA revision, empty for measures without one.
    """

    hal: str
    ukuran: str
    kelompok: str = ""
    periode: Periode | None = None
    versi: str = ""

    def teks(self, tahun: int | None = None) -> str:
        """Return the reference that names it: `indikator/ikm:realisasi@sd-tw2`."""
        bagian = f"{self.hal}:{self.ukuran}"
        if self.kelompok:
            bagian += f"~{self.kelompok}"
        if self.periode:
            bagian += f"@{self.periode.teks(tahun)}"
        return bagian + (f"#{self.versi}" if self.versi else "")


@dataclass(frozen=True, slots=True, eq=False)
class Amatan:
    """One printed figure at one place. Two of them are never equal: each stands in a cell of its own.

    Attributes:
        nama: How the row is called there.
        tabel: Id of its table, empty for prose.
        jenis: Kind of the table (`pk`, `rencana-aksi`, ...) or `pernyataan`.
        satuan: Printed unit, from the cell or the row.
        tercetak: False where the transcriber supplied the value.
        dibaca: The value to reckon with: the believed reading where the text is damaged, else the printed one.
        dugaan: The reading that is believed where the extracted text is damaged; `angka_dugaan` is its value.
        catatan: Marks of the transcriber (`sic`, notes).
    """

    besaran: Besaran
    angka: Angka
    posisi: Posisi
    sumber: Sumber
    nama: str = ""
    tabel: str = ""
    jenis: str = "pernyataan"
    satuan: str = ""
    tercetak: bool = True
    dugaan: str = ""
    catatan: tuple[str, ...] = ()
    terbilang: str = ""
    angka_dugaan: Angka | None = None
    dibaca: Angka = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "dibaca", self.angka_dugaan or self.angka)
