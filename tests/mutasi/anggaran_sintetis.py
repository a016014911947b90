"""A budget of a year: program, kegiatan, KRO, RO and komponen, in several revisions, with spending and volumes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from cetak import bagi, bulat

D = Decimal


@dataclass(frozen=True, slots=True)
class Keluaran:
    """One RO: name, unit and volume of its output, and its komponen with their ceilings in thousands of rupiah."""

    kode: str
    nama: str
    satuan: str
    volume: int
    komponen: Sequence[tuple[str, str, int]]


KRO: Mapping[str, tuple[str, tuple[Keluaran, ...]]] = {
    "6077.AEC": ("Kerja Sama", (
        Keluaran("001", "Kemitraan Pemanfaatan Teknologi", "Kesepakatan", 12, (("051", "Penjajakan Mitra", 64_250),)),
    )),
    "6077.AEF": ("Sosialisasi dan Diseminasi", (
        Keluaran("001", "Diseminasi Layanan Teknis", "Orang", 240,
                 (("051", "Pameran Layanan", 88_400), ("052", "Media dan Penerbitan", 51_325))),
    )),
    "6077.BAD": ("Pelayanan Publik kepada Industri", (
        Keluaran("001", "Jasa Pengujian", "Industri", 360,
                 (("051", "Pengambilan Contoh", 612_300), ("052", "Akreditasi Laboratorium", 84_500))),
        Keluaran("002", "Jasa Kalibrasi", "Alat", 800,
                 (("051", "Kalibrasi di Lokasi", 215_700), ("052", "Ketertelusuran Standar", 47_650))),
        Keluaran("003", "Jasa Sertifikasi", "Perusahaan", 120,
                 (("051", "Audit Sertifikasi", 731_480), ("052", "Pengawasan Berkala", 126_900),
                  ("053", "Pengembangan Skema", 40_000))),
    )),
    "6077.CAH": ("Sarana Bidang Industri", (
        Keluaran("001", "Peralatan Laboratorium", "Unit", 20, (("051", "Pengadaan Peralatan", 1_880_000),)),
    )),
    "6042.EBA": ("Layanan Dukungan Manajemen Internal", (
        Keluaran("956", "Layanan Barang Milik Negara", "Layanan", 12, (("051", "Inventarisasi Barang", 36_200),)),
        Keluaran("994", "Layanan Perkantoran", "Layanan", 12,
                 (("001", "Gaji dan Tunjangan", 9_412_000), ("002", "Operasional Kantor", 2_644_310))),
    )),
    "6042.EBB": ("Layanan Sarana Internal", (
        Keluaran("951", "Pengadaan Sarana Kantor", "Unit", 40, (("051", "Perangkat Pengolah Data", 205_000),)),
    )),
    "6042.EBC": ("Layanan Manajemen SDM", (
        Keluaran("954", "Pembinaan Kepegawaian", "Orang", 110,
                 (("051", "Seleksi dan Mutasi", 31_932), ("052", "Pendidikan Pegawai", 176_400))),
    )),
    "6042.EBD": ("Layanan Manajemen Kinerja", (
        Keluaran("952", "Perencanaan dan Penganggaran", "Dokumen", 16, (("051", "Penyusunan Rencana", 61_328),)),
        Keluaran("953", "Pemantauan dan Evaluasi", "Dokumen", 24, (("051", "Pelaporan Kinerja", 52_378),)),
    )),
}  # fmt: skip
PROGRAM = {
    "EC": ("Program Nilai Tambah dan Daya Saing Industri", "6077", "Penyelenggaraan Jasa Industri"),
    "WA": ("Program Dukungan Manajemen", "6042", "Pengelolaan Kesekretariatan"),
}
VERSI = ("awal", "r1", "r2", "r3")
_GESER: Mapping[str, Mapping[str, int]] = {
    "r1": {"6077.CAH.001.051": 120_000},
    "r2": {"6077.AEF.001.051": -15_200, "6077.BAD.001.051": 15_200},
    "r3": {"6077.AEF.001.052": -6_400, "6042.EBC.954.052": 9_900},
}
"""What each revision moves, in thousands of rupiah."""
BLOKIR = {"6077.AEC": 10, "6042.EBB": 20}
"""Percent of the ceiling that is blocked."""
_SERAPAN = {1: 21, 2: 46, 3: 71, 4: 97}


@dataclass(frozen=True, slots=True)
class Anggaran:
    """The budget as it stands after one quarter of one year. All amounts are whole thousands, in rupiah."""

    tahun: int
    triwulan: int

    @property
    def versi(self) -> Sequence[str]:
        """The revisions so far, the one in force last."""
        return VERSI[: {1: 2, 2: 3, 3: 3, 4: 4}[self.triwulan]]

    def komponen(self, kode: str, versi: str = "") -> int:
        """Return the ceiling of a komponen, `6077.AEC.001.051`."""
        kegiatan, kro, ro, bagian = kode.split(".")
        isi = next(k for k in KRO[f"{kegiatan}.{kro}"][1] if k.kode == ro)
        dasar = next(n for kunci, _, n in isi.komponen if kunci == bagian)
        sampai = VERSI.index(versi or self.versi[-1])
        geser = sum(_GESER[v].get(kode, 0) for v in VERSI[1 : sampai + 1])
        return (dasar * (100 + 3 * (self.tahun - 2025)) // 100 + geser) * 1000

    def pagu(self, kode: str = "", versi: str = "") -> int:
        """Return the ceiling of anything above a komponen; of the office where no code is given."""
        return sum(self.komponen(k, versi) for k in komponen() if not kode or k == kode or k.startswith(f"{kode}."))

    def blokir(self, kro: str) -> int:
        """Return what is blocked of a KRO."""
        return self.pagu(kro) * BLOKIR.get(kro, 0) // 100_000 * 1000

    def belanja_ro(self, kode: str) -> int:
        """Return the spending of an RO."""
        urut = list(ro()).index(kode)
        kro = kode.rpartition(".")[0]
        bebas = self.pagu(kode) * (100 - BLOKIR.get(kro, 0)) // 100
        return bebas * (_SERAPAN[self.triwulan] + urut * 7 % 5 - 2) // 100_000 * 1000

    def belanja(self, kode: str = "") -> int:
        """Return the spending of a KRO or of the office."""
        return sum(self.belanja_ro(r) for r in ro() if not kode or r.startswith(f"{kode}."))

    def volume(self, kode: str) -> int:
        """Return what has been delivered of an RO's output."""
        target = ro()[kode].volume
        return target if self.triwulan == 4 else max(1, target * (_SERAPAN[self.triwulan] + 3) // 100)

    def serapan(self, kode: str = "") -> Decimal:
        """Return spending in percent of the ceiling, two decimals."""
        return bulat(D(self.belanja(kode)) / self.pagu(kode) * 100)

    def rencana(self, kro: str) -> Decimal:
        """Return the planned absorption of a KRO: near what was spent."""
        return self.serapan(kro) + D("1.25") * (list(KRO).index(kro) % 3 - 1)

    def fisik(self, kro: str) -> tuple[Decimal, Decimal]:
        """Return planned and real physical progress of a KRO."""
        n = list(KRO).index(kro)
        rencana = D({1: 24, 2: 49, 3: 74, 4: 100}[self.triwulan]) + (0 if self.triwulan == 4 else n % 4)
        return rencana, rencana - D("0.75") * (n % 3)

    def bulanan(self) -> Sequence[int]:
        """Return the spending of each month so far; what one report says of a month, every later one repeats."""
        isi: list[int] = []
        for q in range(1, self.triwulan + 1):
            isi += bagi(Anggaran(self.tahun, q).belanja() - sum(isi), [5, 6, 7], 1000)
        return isi


@cache
def ro() -> Mapping[str, Keluaran]:
    """Return all RO by code."""
    return {f"{kro}.{k.kode}": k for kro, (_, isi) in KRO.items() for k in isi}


@cache
def komponen() -> Mapping[str, str]:
    """Return the names of all komponen by code."""
    return {f"{kode}.{k}": nama for kode, r in ro().items() for k, nama, _ in r.komponen}
