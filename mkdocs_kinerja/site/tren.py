"""An indicator of one unit over time: what each report says of its own period, and of the years it looks back on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..angka import Keadaan
from ..checks.bukti import usable
from ..checks.target import direction, goal
from ..laporan import Amatan, Indikator, Laporan
from ..periode import Periode
from . import gambar
from .gambar import Titik
from .indikator import due
from .situs import Halaman, Situs

SETAHUN = 12
KUTIPAN = "kutipan"
"""Status of a year that only a later report tells of: it is shown, but judged by nobody."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """An indicator in one period.

    Attributes:
        laporan: The report that says so.
        status: As judged in that report, or KUTIPAN.
        alasan: Why it is not judged, in Indonesian and English.
        tempo: What is due by then, in % of the target, where that is not the target itself.
    """

    periode: Periode
    laporan: Laporan
    target: Amatan | None
    realisasi: Amatan | None
    capaian: Amatan | None
    capaian_hitung: Decimal | None = None
    status: str = KUTIPAN
    satuan: str = ""
    alasan: Mapping[str, str] = field(default_factory=dict)
    tempo: Decimal | None = None

    @property
    def dikutip(self) -> bool:
        """Whether only a later report tells of it."""
        return self.status == KUTIPAN


def series(situs: Situs, laporan: Iterable[Laporan]) -> dict[str, list[Nilai]]:
    """Return the indicators of some reports of one unit, each from the oldest period to the newest.

    They are in the order of the latest report, which is the one in force; what only older reports have follows.
    """
    urut = sorted((x for x in laporan if x.terbaca), key=lambda x: (x.periode.akhir, x.periode.bulan), reverse=True)
    hasil: dict[str, dict[Periode, Nilai]] = {}
    for x in urut:
        for r in situs.indikator.get(x.kunci, ()):
            hasil.setdefault(r.id, {})[x.periode] = Nilai(
                x.periode,
                x,
                r.target,
                r.realisasi,
                r.capaian,
                r.capaian_hitung,
                r.status,
                r.satuan,
                r.alasan,
                due(x, r),
            )
    for x in urut:
        for id_, nilai in quoted(x):
            # What a report says of its own year comes first; of several that look back, the latest.
            hasil.setdefault(id_, {}).setdefault(nilai.periode, nilai)
    return {id_: sorted(isi.values(), key=lambda n: (n.periode.akhir, n.periode.bulan)) for id_, isi in hasil.items()}


def quoted(laporan: Laporan) -> list[tuple[str, Nilai]]:
    """Return what a report says about indicators in whole years before its own."""
    kumpulan: dict[tuple[str, Periode], dict[str, list[Amatan]]] = {}
    for a in laporan.amatan():
        b = a.besaran
        kelas, _, id_ = b.hal.partition("/")
        if (
            kelas != "indikator"
            or b.kelompok
            or b.periode is None
            or b.ukuran not in {"target", "realisasi", "capaian"}
        ):
            continue
        if b.periode.bulan == SETAHUN and b.periode.setahun == b.periode and b.periode.tahun < laporan.tahun:
            kumpulan.setdefault((id_, b.periode), {}).setdefault(b.ukuran, []).append(a)
    hasil = []
    for (id_, periode), isi in kumpulan.items():
        target, realisasi, capaian = (_usual(laporan, isi.get(u, [])) for u in ("target", "realisasi", "capaian"))
        # A target alone is a plan, and says nothing about that year.
        if realisasi is not None and id_ in laporan.indikator:
            satuan = laporan.indikator[id_].satuan
            hasil.append((id_, Nilai(periode, laporan, target, realisasi, capaian, satuan=satuan)))
    return hasil


def _usual(laporan: Laporan, amatan: Sequence[Amatan]) -> Amatan | None:
    """Return the number that most places print, the first of them; None where there is no number in its place."""
    baik = [a for a in amatan if usable(a) and a.posisi not in laporan.salah_tempat]
    if not baik:
        return None
    hitung = Counter(a.dibaca.penuh for a in baik)
    return max(baik, key=lambda a: hitung[a.dibaca.penuh])


def picture(h: Halaman, indikator: Indikator, nilai: Sequence[Nilai]) -> str:
    """Return the trend; empty where there are not two values."""
    ada = [n for n in nilai if usable(n.realisasi)]
    if len(ada) < 2:
        return ""
    titik = [_point(indikator, n, nilai[m - 1] if m else None) for m, n in enumerate(nilai)]
    awal, akhir = ada[0], ada[-1]
    judul = h.kata(
        "gambar.tren", nama=indikator.nama, awal=printed(awal), dari=h.b.periode(awal.periode),
        akhir=printed(akhir), sampai=h.b.periode(akhir.periode),
    )  # fmt: skip
    return gambar.trend(titik, label=printed(akhir), judul=judul)


def printed(nilai: Nilai) -> str:
    """Return the result as a number as printed, empty where there is none."""
    return nilai.realisasi.dibaca.bilangan if nilai.realisasi is not None else ""


def target(nilai: Nilai) -> str:
    """Return the target as printed, a plain number without its unit, which stands beside the name."""
    if nilai.target is None:
        return ""
    angka = nilai.target.angka
    return angka.bilangan if angka.keadaan is Keadaan.ANGKA else angka.teks


def _point(indikator: Indikator, nilai: Nilai, lalu: Nilai | None) -> Titik:
    batas = None
    if nilai.target is not None and nilai.target.dibaca.nilai is not None:
        batas = goal(nilai.target, direction(indikator, nilai.target))
    realisasi = nilai.realisasi.dibaca.penuh if nilai.realisasi is not None and usable(nilai.realisasi) else None
    sambung = lalu is not None and comparable(indikator, lalu, nilai)
    return Titik(Decimal(nilai.periode.akhir), realisasi, batas, nilai.status, sambung)


def comparable(indikator: Indikator, lalu: Nilai, kini: Nilai) -> bool:
    """Whether a line may lead from one value to the next: no period lies between, and both measure the same span.

    What adds up through the year begins anew in January, so that only whole years compare across its end.
    """
    if kini.periode.awal > lalu.periode.akhir + 1:
        return False
    a, b = (n.realisasi.besaran.periode if n.realisasi is not None else None for n in (lalu, kini))
    if a is None or b is None or (a == a.sampai_akhir) != (b == b.sampai_akhir):
        return False
    return indikator.agregasi != "jumlah" or a.tahun == b.tahun or a.bulan == b.bulan == SETAHUN
