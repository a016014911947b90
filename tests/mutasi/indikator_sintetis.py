"""Forty indicators of all kinds, with targets and results for any year: made up, and consistent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from cetak import bagi, bulat, cetak

D = Decimal
TAHUN_DASAR = 2025
JATAH = (20, 45, 70, 100)
"""Percent of the annual target that is due after each quarter."""


@dataclass(frozen=True, slots=True)
class Ciri:
    """One indicator.

    Attributes:
        target: That of the base year; it moves by `langkah` a year.
        rentang: A target that is a range, as printed; `target` is a value within.
        tertinggal: It misses its target in 2023 and is behind in 2025.
    """

    id: str
    nama: str
    satuan: str
    target: Decimal
    langkah: Decimal
    jenis: str = "indeks"
    arah: str = "naik"
    agregasi: str = "terakhir"
    rumus: str = ""
    rentang: str = ""
    akhir_tahun: bool = False
    tertinggal: bool = False
    maks: Decimal | None = None

    @property
    def terkumpul(self) -> bool:
        """Whether months add up to the year."""
        return self.agregasi == "jumlah"

    @property
    def desimal(self) -> int:
        """Printed decimals."""
        return 0 if self.jenis in {"cacah", "uang"} else 2


def _c(id_: str, nama: str, satuan: str, target: str, langkah: str = "0", **lain: object) -> Ciri:
    return Ciri(id_, nama, satuan, D(target), D(langkah), **lain)  # type: ignore[arg-type]


def _cacah(id_: str, nama: str, satuan: str, target: str, langkah: str, **lain: object) -> Ciri:
    return _c(id_, nama, satuan, target, langkah, **{"jenis": "cacah", "agregasi": "jumlah", **lain})


def _persen(id_: str, nama: str, target: str, langkah: str = "0", **lain: object) -> Ciri:
    return _c(id_, nama, "Persen", target, langkah, **{"jenis": "persen", "maks": D(100), **lain})


SASARAN: dict[str, tuple[str, tuple[Ciri, ...]]] = {
    "s1": ("Terwujudnya layanan jasa industri yang prima", (
        _c("ikm", "Indeks Kepuasan Masyarakat", "Indeks", "3.60", "0.02", maks=D(4)),
        _persen("sla", "Persentase layanan tepat waktu", "95", "0.5", rumus="order_tepat / order * 100"),
        _c("nps", "Nilai Net Promoter Score", "Nilai", "60", "1",
           rumus="(promotor - detraktor) / (promotor + pasif + detraktor) * 100"),
        _cacah("keluhan", "Jumlah keluhan pelanggan", "Keluhan", "24", "-2", arah="turun"),
        _c("waktu-layanan", "Rata-rata lama penyelesaian layanan", "Hari", "12", "-0.25", arah="turun",
           agregasi="rata-rata"),
    )),
    "s2": ("Meningkatnya pemanfaatan layanan jasa industri", (
        _cacah("pelanggan", "Jumlah perusahaan pengguna layanan", "Perusahaan", "1200", "60"),
        _cacah("hasil-layanan", "Jumlah hasil layanan jasa industri", "Hasil Layanan", "5400", "200"),
        _cacah("sertifikat", "Jumlah sertifikat yang diterbitkan", "Sertifikat", "320", "20", tertinggal=True),
        _cacah("contoh-uji", "Jumlah contoh yang diuji", "Contoh", "8600", "300"),
        _cacah("kalibrasi", "Jumlah alat yang dikalibrasi", "Alat", "2400", "100"),
    )),
    "s3": ("Menguatnya kemandirian keuangan satuan kerja", (
        _c("penerimaan", "Nilai penerimaan dari jasa layanan", "Rupiah", "4800000000", "250000000",
           jenis="uang", agregasi="jumlah"),
        _persen("pnbp-naik", "Persentase peningkatan penerimaan", "5.5", "0", akhir_tahun=True, maks=None,
                rumus="(satker:pnbp.realisasi - satker:baseline) / satker:baseline * 100"),
        _persen("pobo", "Rasio pendapatan terhadap biaya operasional", "60", "0.5", rumus="pendapatan / biaya * 100"),
        _c("kerja-sama", "Nilai kontrak kolaborasi", "Rupiah", "950000000", "40000000", jenis="uang",
           agregasi="jumlah", tertinggal=True),
        _persen("piutang", "Persentase piutang yang belum tertagih", "5", "-0.25", arah="turun"),
    )),
    "s4": ("Terwujudnya aparatur yang profesional", (
        _c("ipasn", "Indeks profesionalitas aparatur", "Indeks", "82", "0.5", maks=D(100)),
        _cacah("pelatihan", "Jumlah pegawai yang mengikuti pelatihan", "Orang", "75", "3"),
        _persen("kompetensi", "Persentase pegawai bersertifikat kompetensi", "85", "1"),
        _persen("disiplin", "Persentase kehadiran pegawai", "96", "0.25"),
        _persen("rotasi", "Persentase formasi yang dirotasi", "12", arah="tetap"),
    )),
    "s5": ("Terjaminnya mutu sarana dan laboratorium", (
        _c("akreditasi", "Jumlah lembaga terakreditasi", "Lembaga", "9", jenis="cacah"),
        _persen("uji-banding", "Persentase hasil uji banding memuaskan", "92", "0.5"),
        _persen("alat-laik", "Persentase alat laik pakai", "90", rentang="≥ 90"),
        _persen("henti", "Persentase waktu henti peralatan", "4", "-0.2", arah="turun", tertinggal=True),
        _c("suhu", "Suhu ruang penyimpanan", "Derajat", "23", arah="tetap"),
    )),
    "s6": ("Menguatnya sistem informasi terintegrasi", (
        _c("spbe", "Indeks sistem pemerintahan berbasis elektronik", "Indeks", "3.40", "0.05", tertinggal=True,
           maks=D(5)),
        _c("ipp", "Indeks pelayanan publik", "Indeks", "4.20", "0.05", maks=D(5)),
        _persen("integrasi", "Persentase layanan yang terhubung", "88", "2"),
        _c("keamanan", "Skor keamanan informasi", "Skor", "640", "10"),
        _persen("ketersediaan", "Persentase ketersediaan sistem", "98", rentang="97..100"),
    )),
    "s7": ("Tercapainya akuntabilitas dan pengawasan internal", (
        _c("sakip", "Nilai akuntabilitas kinerja", "Nilai", "78", "0.5", akhir_tahun=True, maks=D(100)),
        _c("ikpa", "Nilai pelaksanaan anggaran", "Nilai", "94", "0.25", maks=D(100)),
        _persen("rekomendasi", "Persentase rekomendasi yang ditindaklanjuti", "92", "0.5", tertinggal=True),
        _c("kearsipan", "Nilai pengawasan kearsipan", "Nilai", "76", "1", maks=D(100)),
        _c("laporan-keuangan", "Nilai penyajian laporan keuangan", "Nilai", "86", "0.5", akhir_tahun=True,
           maks=D(100)),
    )),
    "s8": ("Meningkatnya industri hijau dan produk dalam negeri", (
        _persen("p3dn", "Persentase belanja produk dalam negeri", "80", "1"),
        _cacah("hijau", "Jumlah perusahaan yang menerapkan industri hijau", "Perusahaan", "40", "2"),
        _persen("emisi", "Intensitas emisi terhadap baku mutu", "10", "-0.5", arah="turun", agregasi="rata-rata"),
        _c("air", "Pemakaian air per contoh", "Liter", "25", rentang="20..30"),
        _cacah("publikasi", "Jumlah publikasi teknis", "Naskah", "60", "4"),
    )),
}  # fmt: skip
INDIKATOR = {c.id: c for _, isi in SASARAN.values() for c in isi}
_URUTAN = {i: n for n, i in enumerate(INDIKATOR)}
TERKUMPUL = tuple(c.id for c in INDIKATOR.values() if c.terkumpul)
TERTINGGAL = tuple(c.id for c in INDIKATOR.values() if c.tertinggal)


def target(id_: str, tahun: int) -> Decimal:
    """Return the target of a year; of a range a value within it."""
    c = INDIKATOR[id_]
    return bulat(c.target + c.langkah * (tahun - TAHUN_DASAR), c.desimal)


def target_cetak(id_: str, tahun: int) -> str:
    """Return the target as printed."""
    c = INDIKATOR[id_]
    return c.rentang or cetak(target(id_, tahun), c.desimal)


@cache
def bulanan(id_: str, tahun: int) -> Sequence[int]:
    """Return the twelve monthly results of an indicator that accumulates."""
    c, k = INDIKATOR[id_], _URUTAN[id_]
    if c.arah == "turun":
        faktor = 85
    elif c.tertinggal and tahun != 2024:
        faktor = 88
    else:
        faktor = 102 + k % 7
    return bagi(int(target(id_, tahun)) * faktor // 100, [6 + (3 * m + k) % 4 for m in range(12)],
                1000 if c.jenis == "uang" else 1)  # fmt: skip


@cache
def order(tahun: int) -> Sequence[tuple[int, int]]:
    """Return orders and orders on time of each month."""
    return [(banyak := 80 + (13 * m + tahun) % 30, banyak - 1 - (m + tahun) % 3) for m in range(12)]


@cache
def survei(tahun: int) -> Sequence[tuple[int, int, int]]:
    """Return promoters, passives and detractors of each quarter."""
    return [(72 + q + tahun % 3, 20 - q, 7 - q % 2) for q in range(4)]


@cache
def operasi(tahun: int) -> Sequence[tuple[int, int]]:
    """Return income and cost of each quarter."""
    return [
        ((1_250_000 + 31_000 * q + 9_000 * (tahun - 2020)) * 1000, (1_980_000 + 37_000 * q) * 1000) for q in range(4)
    ]


def realisasi(id_: str, tahun: int, triwulan: int) -> Decimal:
    """Return the result from January to the end of a quarter, as printed."""
    c, k = INDIKATOR[id_], _URUTAN[id_]
    if c.terkumpul:
        return D(sum(bulanan(id_, tahun)[: 3 * triwulan]))
    match id_:
        case "sla":
            bagian = order(tahun)[: 3 * triwulan]
            return bulat(D(sum(t for _, t in bagian)) / sum(o for o, _ in bagian) * 100)
        case "nps":
            p, n, d = (sum(s) for s in zip(*survei(tahun)[:triwulan], strict=True))
            return bulat(D(p - d) / (p + n + d) * 100)
        case "pobo":
            masuk, keluar = (sum(s) for s in zip(*operasi(tahun)[:triwulan], strict=True))
            return bulat(D(masuk) / keluar * 100)
        case "pnbp-naik":
            kini, lalu = (sum(bulanan("penerimaan", t)) for t in (tahun, tahun - 1))
            return bulat(D(kini - lalu) / lalu * 100)
    tuju = target(id_, tahun)
    if c.arah == "tetap" or c.rentang == "20..30" or c.jenis == "cacah":
        return tuju
    if c.tertinggal and tahun != 2024:
        selisih = D("-0.10") + D("0.005") * triwulan
    else:
        selisih = D(k % 4) / 100 - D("0.008") * (4 - triwulan)
    nilai = tuju * (1 - selisih if c.arah == "turun" else 1 + selisih)
    if c.rentang:
        nilai = max(nilai, tuju - D("0.5"), D(90))
    return bulat(min(nilai, c.maks) if c.maks else nilai)


def capaian(id_: str, tahun: int, triwulan: int) -> Decimal:
    """Return the achievement in percent, from target and result as printed; within a range it is 100%."""
    c, hasil, tuju = INDIKATOR[id_], realisasi(id_, tahun, triwulan), target(id_, tahun)
    if ".." in c.rentang or c.arah == "tetap":
        return D("100.00")
    return bulat((2 - hasil / tuju if c.arah == "turun" else hasil / tuju) * 100)


def tercapai(id_: str, tahun: int, triwulan: int) -> bool:
    """Whether the annual target is reached."""
    c, hasil, tuju = INDIKATOR[id_], realisasi(id_, tahun, triwulan), target(id_, tahun)
    return bool(c.rentang) or (hasil <= tuju if c.arah == "turun" else hasil >= tuju)
