"""Findings: what a rule says about one place of one report, with all a reader needs to verify it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from .lokasi import Posisi, Sumber
from .periode import Periode
from .tanggapan import Tanggapan


class Keparahan(StrEnum):
    """How serious a finding is: galat cannot be right, peringatan needs an explanation, info is worth knowing."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"

    @property
    def tingkat(self) -> int:
        """3 for galat, 2 for peringatan, 1 for info."""
        return {"galat": 3, "peringatan": 2, "info": 1}[self.value]


Peran = Literal["dilaporkan", "acuan", "pembanding", "operan"]
"""What a place is in a finding: the reported value; the authority; another mention; a term of the arithmetic."""


class Tempat(NamedTuple):
    """One place a reader has to look at: where, and what is printed there.

    Attributes:
        nilai: The value as printed, `(kosong)` never: an empty cell is the empty text.
        nama: How the row is called there.
        ukuran: Name of the measure and its period, for readers.
    """

    peran: Peran
    nilai: str
    posisi: Posisi
    sumber: Sumber
    nama: str = ""
    tabel: str = ""
    ukuran: str = ""
    periode: Periode | None = None


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The arithmetic of a check, written out.

    Attributes:
        uraian: The expression with the printed values in it: `453 ÷ 650 × 100`.
        hasil: What it gives, in the printed unit of the reported value (Rp ribu where that is Rp ribu).
        bawah, atas: The interval that rounding of the printed terms allows; equal where all terms are exact.
        dilaporkan: The printed value as a number.
        keterangan: What else is worth saying, in Indonesian and English (`cocok sebagai rata-rata biasa`).
    """

    uraian: str
    hasil: Decimal
    bawah: Decimal
    atas: Decimal
    dilaporkan: Decimal | None = None
    keterangan: Mapping[str, str] = field(default_factory=dict)


class Bukti(NamedTuple):
    """The evidence behind a fact: places, the first of which is the one to mend, and the arithmetic if there is any."""

    tempat: tuple[Tempat, ...]
    hitungan: Hitungan | None = None


@dataclass(frozen=True, slots=True)
class Usulan:
    """A value that would settle a finding and what follows from it: a guess for whoever mends it, never a verdict.

    Attributes:
        tempat: The cell.
        nilai: The value, in the printed unit of the cell.
        salah_ketik: The slip of the pen that turns it into what is printed: `tukar` (two digits swapped), `satu` (one
            digit differs), `kurang` or `lebih` (a digit is missing or one too many); empty if it is none of these.
    """

    tempat: Tempat
    nilai: Decimal
    salah_ketik: str = ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. Field names follow the result JSON, which is a public contract.

    Attributes:
        sebab: Id of the finding this one follows from.
        akibat: Ids of the findings that follow from this one; mending it settles them too.
        usulan: What would settle it, where one value does.
        tanggapan: What the satker answers, in the order of its file.
    """

    id: str
    aturan: str
    keparahan: Keparahan
    satker: str
    laporan: str
    pesan: Mapping[str, str]
    lokasi: tuple[Posisi, ...]
    sumber: tuple[Sumber, ...] = ()
    hal: str = ""
    ukuran: str = ""
    periode: Periode | None = None
    versi: str = ""
    tabel: str = ""
    nama: str = ""
    dilaporkan: str = ""
    seharusnya: str = ""
    selisih: str = ""
    bukti: Bukti = field(default_factory=lambda: Bukti(()))
    sebab: str | None = None
    akibat: tuple[str, ...] = ()
    usulan: Usulan | None = None
    status: str = "baru"
    pengecualian: str | None = None
    tanggapan: tuple[Tanggapan, ...] = ()


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """How often a rule was evaluated in a report, and with what outcome; `alasan` counts why it did not apply."""

    aturan: str
    satker: str
    laporan: str
    lolos: int
    temuan: int
    tidak_berlaku: int
    alasan: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, lain: Pemeriksaan) -> Pemeriksaan:
        """Return the counts of two evaluations of one rule in one report together."""
        alasan = {a: self.alasan.get(a, 0) + lain.alasan.get(a, 0) for a in sorted({*self.alasan, *lain.alasan})}
        return Pemeriksaan(
            self.aturan, self.satker, self.laporan, self.lolos + lain.lolos, self.temuan + lain.temuan,
            self.tidak_berlaku + lain.tidak_berlaku, alasan,
        )  # fmt: skip


def fingerprint(*bagian: str) -> str:
    """Return the stable id of a finding: 12 hexadecimal digits over what it is about, not how it is worded."""
    return hashlib.sha256("\x1f".join(bagian).encode()).hexdigest()[:12]
