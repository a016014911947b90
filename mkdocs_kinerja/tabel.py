"""A table as printed: columns, rows, cells, and the relations that are declared for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .amatan import SATKER, Amatan
from .kosakata import Ukuran
from .lokasi import Posisi, Sumber
from .periode import Periode
from .rumus import Simpul


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """A column of a table: its printed label and, for value columns, the dimensions it fixes."""

    label: str
    jenis: Literal["kunci", "label", "nilai", "abaikan"]
    kelas: tuple[str, ...] = ()
    ukuran: Ukuran | None = None
    periode: Periode | None = None
    versi: str = ""
    kelompok: str = ""
    hal: str = ""


@dataclass(frozen=True, slots=True)
class Baris:
    """A body row.

    Attributes:
        tingkat: 0 for a top-level row, 1 for its children.
        total: Whether it is a `=` row.
        sel: One observation per column of the table; None for keys, labels and cells that are not there.
        label: Texts of the label columns (`satuan`, `kendala`, ...); of `nama` the one of the last key.
        sebutan: Every name printed beside a key of the row: (hal, name, place).
        rusak: The row could not be split into cells; relations that need it are not judged.
    """

    nomor: int
    tingkat: int
    total: bool
    hal: str
    nama: str
    posisi: Posisi
    sumber: Sumber
    sel: tuple[Amatan | None, ...]
    label: Mapping[str, tuple[str, Posisi]] = field(default_factory=dict)
    sebutan: tuple[tuple[str, str, Posisi], ...] = ()
    rusak: bool = False


JenisJumlah = Literal["jumlah", "rata-rata", "tertimbang", "bagian", "tidak"]


@dataclass(frozen=True, slots=True)
class AturanJumlah:
    """What the total of a column ought to be: a kind, and what weighs it or what it is a share of."""

    jenis: JenisJumlah
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table as printed, row by row, with the relations that are declared for it.

    Attributes:
        lengkap: It lists all indicators, or all parts.
        menurut: Id of another table all of whose rows it ought to list; empty if none is named.
        wajib: Labels of columns that no row may leave empty.
    """

    id: str
    jenis: str
    judul: str
    tempat: str
    kolom: tuple[KolomTabel, ...]
    baris: tuple[Baris, ...]
    posisi: Posisi
    hal: str = SATKER
    lengkap: bool = False
    menurut: str = ""
    wajib: tuple[str, ...] = ()
    rumus: tuple[tuple[str, Simpul, str, Posisi], ...] = ()
    jumlah: Mapping[str, AturanJumlah] = field(default_factory=dict)
    kosong: Literal["nol", "lewati"] = "nol"
    potong: bool = False
    urutan: tuple[str, ...] = ()
    catatan: str = ""
    letak_judul: Posisi | None = None

    @property
    def label(self) -> str:
        """How a reader finds it: `Tabel 2.4`, else its title, else its id."""
        return self.tempat or self.judul or self.id
