"""The domain model: one report as a set of observations, each with its printed value and its two places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .angka import Angka, Notasi
from .kosakata import Agregasi, JenisUkuran, Kosakata, Ukuran
from .lokasi import Posisi, Sumber
from .periode import Periode
from .rumus import Simpul

if TYPE_CHECKING:
    from .pengenal import Pengenal

SATKER = "satker"
"""The hal of the office itself, as in `satker:pagu`."""
LAPORAN = "laporan"
"""The hal of the report as a whole."""

Arah = Literal["naik", "turun", "tetap"]


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
    posisi: Posisi | None = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A goal of the perjanjian kinerja and the ids of its indicators, in the printed order."""

    id: str
    kode: str
    nama: str
    indikator: tuple[str, ...]
    posisi: Posisi


@dataclass(frozen=True, slots=True, order=True)
class Besaran:
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


@dataclass(frozen=True, slots=True)
class Amatan:
    """One printed figure at one place.

    Attributes:
        nama: How the row is called there.
        tabel: Id of its table, empty for prose.
        jenis: Kind of the table (`pk`, `rencana-aksi`, ...) or `pernyataan`.
        satuan: Printed unit, from the cell or the row.
        tercetak: False where the transcriber supplied the value.
        dugaan: The reading that is believed where the extracted text is damaged.
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
    """A table as printed, row by row, with the relations that are declared for it."""

    id: str
    jenis: str
    judul: str
    tempat: str
    kolom: tuple[KolomTabel, ...]
    baris: tuple[Baris, ...]
    posisi: Posisi
    hal: str = SATKER
    lengkap: bool = False
    rumus: tuple[tuple[str, Simpul, str, Posisi], ...] = ()
    jumlah: Mapping[str, AturanJumlah] = field(default_factory=dict)
    kosong: Literal["nol", "lewati"] = "nol"
    potong: bool = False
    urutan: tuple[str, ...] = ()
    catatan: str = ""

    @property
    def label(self) -> str:
        """How a reader finds it: `Tabel 2.4`, else its title, else its id."""
        return self.tempat or self.judul or self.id


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
    """A judgement in prose: `berhasil`, `tidak mencapai sasaran`; `arah` is what it amounts to."""

    hal: str
    teks: str
    arah: Literal["berhasil", "gagal", "naik", "turun", "lain"]
    periode: Periode | None
    posisi: Posisi
    sumber: Sumber


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

    `rujukan_baik` and `kunci_baik` count the references and keys that were found in order.
    """

    satker: Satker
    id: str
    periode: Periode
    tahunan: bool
    berkas: str
    judul: str = ""
    dokumen: str = ""
    tanggal: str = ""
    notasi: Notasi = "id"
    versi: Mapping[str, str] = field(default_factory=dict)
    sasaran: tuple[Sasaran, ...] = ()
    tabel: tuple[Tabel, ...] = ()
    pernyataan: tuple[Amatan, ...] = ()
    simpulan: tuple[Simpulan, ...] = ()
    kendala: tuple[Kendala, ...] = ()
    kaitan: tuple[Kaitan, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    nama_hal: Mapping[str, str] = field(default_factory=dict)
    kosakata: Kosakata = field(default_factory=lambda: Kosakata.of(()))
    indikator: Mapping[str, Indikator] = field(default_factory=dict)
    batas_capaian: str = ""
    rumus_turun: str = "2 - realisasi / target"
    posisi: Posisi | None = None
    terbaca: bool = True
    rujukan_baik: int = 0
    kunci_baik: int = 0
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
