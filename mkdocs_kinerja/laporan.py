"""The domain model: one report as a set of observations, each with its printed value and its two places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .amatan import LAPORAN, SATKER, Amatan, Besaran
from .angka import Notasi
from .capaian import Arah, CaraCapaian
from .kosakata import Agregasi, JenisUkuran, Kosakata
from .lokasi import Posisi, Sumber
from .periode import Periode
from .rumus import Simpul
from .tabel import AturanJumlah, Baris, JenisJumlah, KolomTabel, Tabel
from .tanggapan import Tanggapan

if TYPE_CHECKING:
    from .pengenal import Pengenal

__all__ = [
    "LAPORAN",
    "SATKER",
    "Amatan",
    "Arah",
    "AturanJumlah",
    "Baris",
    "Besaran",
    "CaraCapaian",
    "Indikator",
    "JenisJumlah",
    "JenisKendala",
    "Kaitan",
    "Kendala",
    "KolomTabel",
    "Label",
    "Laporan",
    "Masalah",
    "Peristiwa",
    "Rujukan",
    "Sasaran",
    "Satker",
    "Simpulan",
    "Tabel",
    "Tanggapan",
]

ArahSimpulan = Literal["berhasil", "gagal", "naik", "turun", "tetap", "lain"]


@dataclass(frozen=True, slots=True)
class Satker:
    """A unit with reports, or one that is only named (then most fields are empty)."""

    id: str
    nama: str
    singkatan: str = ""
    nama_lama: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    kode: str = ""
    dipa: str = ""
    induk: str = ""
    kota: str = ""
    posisi: Posisi | None = None

    @property
    def label(self) -> str:
        """The short name, or the name where there is none."""
        return self.singkatan or self.nama


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator of the registry, shared by all satker.

    Attributes:
        arah: naik: higher is better; turun: lower is better; tetap: the target is to be met exactly.
        agregasi: jumlah: the result accumulates through the year, so that part of the target is due each month.
        rumus: How the result follows from other measures of the same hal.
        akhir_tahun: It is measured at the end of the year only; within the year nothing is due.
    """

    id: str
    nama: str
    alias: tuple[str, ...] = ()
    satuan: str = ""
    arah: Arah = "naik"
    agregasi: Agregasi = "terakhir"
    agregasi_tahun: Agregasi = "terakhir"
    jenis: JenisUkuran = "indeks"
    rumus: Simpul | None = None
    rumus_teks: str = ""
    akhir_tahun: bool = False
    posisi: Posisi | None = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A goal of the perjanjian kinerja and the ids of its indicators, in the printed order."""

    id: str
    kode: str
    nama: str
    indikator: tuple[str, ...]
    posisi: Posisi


JenisKendala = Literal["kosong", "strip", "menyangkal", "menyangkal-lalu-menyebut", "nyata"]


@dataclass(frozen=True, slots=True)
class Kendala:
    """What one place says about obstacles of one hal, and what it wants to do about them.

    `tindak_lanjut` is None where the place has no slot for it.
    """

    hal: str
    teks: str
    jenis: JenisKendala
    tindak_lanjut: str | None
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Simpulan:
    """A judgement in prose: `berhasil`, `tidak mencapai sasaran`; `arah` is what it amounts to.

    `kelompok` is the side that is judged, `keuangan` or `fisik`; empty for the matter as a whole.
    """

    hal: str
    teks: str
    arah: ArahSimpulan
    periode: Periode | None
    posisi: Posisi
    sumber: Sumber
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Kaitan:
    """A declared relation: `hasil` ought to equal the expression."""

    nama: str
    hasil: Besaran
    rumus: Simpul
    teks: str
    dasar: str
    posisi: Posisi


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A printed cross-reference and the table it means."""

    tertulis: str
    maksud: str
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label, heading or name outside the tables, and what it is meant to say.

    Attributes:
        hal: Whose label it is.
        maksud: A period, a hal, or the text that ought to stand there; empty for the report's own period.
    """

    hal: str
    tertulis: str
    maksud: str
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """A printed date of an event.

    Attributes:
        hal: The event; rows with one hal are mentions of one event.
        tanggal: As printed, or as `2025-07-05`, `2025-07`.
        semestinya: `dalam <period>`, `sebelum <date>`, `sesudah <date>`; empty for within the period of the report.
    """

    hal: str
    tanggal: str
    semestinya: str
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Masalah:
    """Something in the data files that the author has to mend; becomes a finding of family 9.

    Attributes:
        kode: `skema`, `rujukan`, `ganda` or `angka`.
        jalur: A stable address of the place that does not change when lines move.
    """

    kode: Literal["skema", "rujukan", "ganda", "angka", "ragu"]
    pesan: Mapping[str, str]
    posisi: Posisi
    jalur: str = ""
    amatan: Amatan | None = None


@dataclass(frozen=True, slots=True)
class Laporan:
    """One report of one satker for one period.

    Attributes:
        id: Year and period as in the file name: `2025-tw2`.
        revisi_pk: Date or number of a revision of the perjanjian kinerja, so that targets may have changed.
        tahunan: It covers a whole year, so that targets are due.
        berkas: Its data file, relative to the project.
        dokumen: The document whose lines or pages `sumber` counts.
        versi: DIPA revisions in order of date, name -> date; `versi_tertulis`: the same in the order of the file.
        sumber: Where date and signature are printed.
        letak: `tanggal`, `versi/r1` -> where it stands in the file.
        masalah: What could not be read; the rest is there all the same.
        nama_hal: hal -> name for readers.
        capaian: How capaian is computed here.
        unit: The units of the registry, to tell their names from its own.
        salah_tempat: Cells whose figures belong elsewhere (another row, column or year), as the checks found out: no
            other figure is held against them.
        terbaca: False where the file could not be read at all; then only `masalah` says anything.
        pengenal: Resolves names and references as the authors of this report write them.
    """

    satker: Satker
    id: str
    periode: Periode
    tahunan: bool
    berkas: str
    judul: str = ""
    dokumen: str = ""
    tanggal: str = ""
    sumber: Sumber = field(default_factory=lambda: Sumber(""))
    letak: Mapping[str, Posisi] = field(default_factory=dict)
    notasi: Notasi = "id"
    versi: Mapping[str, str] = field(default_factory=dict)
    versi_tertulis: Mapping[str, str] = field(default_factory=dict)
    sasaran: tuple[Sasaran, ...] = ()
    tabel: tuple[Tabel, ...] = ()
    pernyataan: tuple[Amatan, ...] = ()
    simpulan: tuple[Simpulan, ...] = ()
    kendala: tuple[Kendala, ...] = ()
    kaitan: tuple[Kaitan, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    label: tuple[Label, ...] = ()
    peristiwa: tuple[Peristiwa, ...] = ()
    tanggapan: tuple[Tanggapan, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    nama_hal: Mapping[str, str] = field(default_factory=dict)
    kosakata: Kosakata = field(default_factory=lambda: Kosakata.of(()))
    indikator: Mapping[str, Indikator] = field(default_factory=dict)
    capaian: CaraCapaian = field(default_factory=CaraCapaian)
    revisi_pk: str = ""
    posisi: Posisi | None = None
    unit: tuple[Satker, ...] = ()
    salah_tempat: frozenset[Posisi] = frozenset()
    terbaca: bool = True
    pengenal: Pengenal | None = None

    @property
    def tahun(self) -> int:
        """The year of the report."""
        return self.periode.tahun

    @property
    def kunci(self) -> tuple[str, str]:
        """(satker, laporan): what identifies it on the whole site."""
        return self.satker.id, self.id

    def nama(self, hal: str) -> str:
        """Return the name of a hal for readers, or the hal itself."""
        return self.nama_hal.get(hal, hal)

    def jenis_ukuran(self, besaran: Besaran) -> JenisUkuran:
        """Return the kind of number: an indicator's target and result are of the indicator's kind."""
        if besaran.hal.startswith("indikator/") and besaran.ukuran in {"target", "target_antara", "realisasi"}:
            indikator = self.indikator.get(besaran.hal.removeprefix("indikator/"))
            if indikator:
                return indikator.jenis
        ukuran = self.kosakata.ukuran.get(besaran.ukuran)
        return ukuran.jenis if ukuran else "indeks"

    def amatan(self) -> tuple[Amatan, ...]:
        """Return every observation: tables in order, row by row, then prose."""
        sel = (a for t in self.tabel for b in t.baris for a in b.sel if a is not None)
        return (*sel, *self.pernyataan)
