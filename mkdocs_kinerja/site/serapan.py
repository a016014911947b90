"""How much of its budget a unit has spent: at the end of a report, and in the years that a report looks back on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import NamedTuple

from ..checks import pohon
from ..checks.bukti import usable
from ..laporan import SATKER, Amatan, Laporan
from ..periode import Periode
from ..selang import TEPAT
from .situs import Halaman
from .temuan import jangkar_tabel


class Serapan(NamedTuple):
    """One period.

    Attributes:
        laporan: The report that says so.
        pagu: The ceiling in rupiah.
        realisasi: What is spent, in rupiah.
        persen: The share in %, as printed, else computed.
        tercetak: The place where the share is printed.
        jangkar: Where the share stands on the page of the report.
        dikutip: The report looks back on an earlier year.
    """

    periode: Periode
    laporan: Laporan
    pagu: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    tercetak: Amatan | None
    jangkar: str
    dikutip: bool = False


def text(h: Halaman, s: Serapan) -> str:
    """Return the share as printed, in the notation of the site; empty where it is not known."""
    if s.persen is None:
        return ""
    return h.b.persen(s.persen, None if s.tercetak else 2)


def of(laporan: Laporan) -> Serapan | None:
    """Return what a report says about its own period; None where it says nothing."""
    kini, setahun = laporan.periode.sampai_akhir, laporan.periode.setahun
    persen = _first(_of_unit(laporan, "realisasi_anggaran_persen", kini))
    pagu, realisasi = _latest(laporan, setahun), _first(_of_unit(laporan, "realisasi_anggaran", kini))
    if persen is None and (pagu is None or realisasi is None):
        return _tree(laporan)
    jangkar = _anchor(persen or realisasi)
    return _line(laporan, kini, pagu, realisasi, persen, jangkar)


def quoted(laporan: Laporan) -> list[Serapan]:
    """Return what a report says about whole years before its own, the oldest first."""
    hasil = []
    for tahun in sorted({p.tahun for a in laporan.amatan() if (p := a.besaran.periode) and a.besaran.hal == SATKER}):
        periode = Periode.tahunan(tahun)
        persen = _first(_of_unit(laporan, "realisasi_anggaran_persen", periode))
        pagu, realisasi = _latest(laporan, periode), _first(_of_unit(laporan, "realisasi_anggaran", periode))
        if tahun < laporan.tahun and (persen or (pagu and realisasi)):
            baris = _line(laporan, periode, pagu, realisasi, persen, _anchor(persen or realisasi))
            hasil.append(baris._replace(dikutip=True))
    return hasil


def history(laporan: Iterable[Laporan]) -> list[Serapan]:
    """Return all periods of some reports of one unit; a year of its own counts before what later reports say of it."""
    hasil: dict[Periode, Serapan] = {}
    for x in sorted(laporan, key=lambda x: (x.periode.akhir, x.periode.bulan)):
        sendiri = of(x) if x.terbaca else None
        for s in (*(quoted(x) if x.terbaca else ()), *([sendiri] if sendiri else [])):
            lama = hasil.get(s.periode)
            if lama is None or lama.dikutip or not s.dikutip:
                hasil[s.periode] = s
    return sorted(hasil.values(), key=lambda s: (s.periode.akhir, s.periode.bulan))


def _of_unit(laporan: Laporan, ukuran: str, periode: Periode) -> list[Amatan]:
    return [
        a for a in laporan.amatan()
        if (a.besaran.hal, a.besaran.ukuran, a.besaran.kelompok, a.besaran.periode) == (SATKER, ukuran, "", periode)
        and usable(a) and a.posisi not in laporan.salah_tempat
    ]  # fmt: skip


def _first(amatan: list[Amatan]) -> Amatan | None:
    return amatan[0] if amatan else None


def _latest(laporan: Laporan, periode: Periode) -> Amatan | None:
    """Return the ceiling of the last revision that is printed."""
    urutan = list(laporan.versi)
    pagu = _of_unit(laporan, "pagu", periode)
    return max(pagu, key=lambda a: urutan.index(a.besaran.versi) if a.besaran.versi in urutan else -1, default=None)


def _line(
    laporan: Laporan, periode: Periode, pagu: Amatan | None, realisasi: Amatan | None, persen: Amatan | None,
    jangkar: str,
) -> Serapan:  # fmt: skip
    p, r = (a.dibaca.penuh if a else None for a in (pagu, realisasi))
    return Serapan(periode, laporan, p, r, persen.dibaca.nilai if persen else _share(p, r), persen, jangkar)


def _tree(laporan: Laporan) -> Serapan | None:
    """Add up the programs of the budget tree, where each of them has both amounts."""
    akar = pohon.anggaran(laporan)
    pagu = [s.pagu.dibaca.penuh for s in akar if s.pagu and s.pagu.dibaca.penuh is not None]
    realisasi = [s.realisasi.dibaca.penuh for s in akar if s.realisasi and s.realisasi.dibaca.penuh is not None]
    if not akar or len(pagu) != len(akar) or len(realisasi) != len(akar):
        return None
    p, r = sum(pagu, Decimal(0)), sum(realisasi, Decimal(0))
    return Serapan(laporan.periode.sampai_akhir, laporan, p, r, _share(p, r), None, "anggaran")


def _share(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    if not pagu or realisasi is None:
        return None
    with localcontext(TEPAT):
        return realisasi / pagu * 100


def _anchor(amatan: Amatan | None) -> str:
    if amatan is None:
        return ""
    return jangkar_tabel(amatan.tabel) if amatan.tabel else "pernyataan"
