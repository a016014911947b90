"""The budget as a tree, from the table that goes deepest, with spending from wherever the report prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from ..laporan import Amatan, Besaran, Laporan, Tabel
from ..pengenal import JENJANG
from ..selang import TEPAT
from .bukti import Indeks


@dataclass(frozen=True, slots=True)
class SimpulAnggaran:
    """A node of the budget tree: program, kegiatan, KRO, RO, komponen. `persen` is realisasi of pagu."""

    hal: str
    kode: str
    nama: str
    pagu: Amatan | None
    realisasi: Amatan | None
    persen: Decimal | None
    anak: tuple[SimpulAnggaran, ...] = ()


def anggaran(laporan: Laporan) -> tuple[SimpulAnggaran, ...]:
    """Return the budget as the table prints it that goes deepest; empty where no table has such a tree."""
    calon = [t for t in laporan.tabel if _depth(t) > 1 and any(_ceiling(b.sel) for b in t.baris)]
    if not calon:
        return ()
    tabel = max(calon, key=lambda t: (_depth(t), len(t.baris)))
    indeks = Indeks(laporan)
    daftar = [b for b in tabel.baris if not b.total and b.hal]
    return _nodes(laporan, indeks, [(b.tingkat, b.hal, b.nama, _ceiling(b.sel)) for b in daftar])


def _depth(tabel: Tabel) -> int:
    """Count the levels of the budget in the deepest key column; levels above the program do not make it deeper."""
    return max((sum(kelas in JENJANG for kelas in k.kelas) for k in tabel.kolom), default=0)


def _ceiling(sel: Iterable[Amatan | None]) -> Amatan | None:
    return next((a for a in sel if a is not None and a.besaran.ukuran == "pagu" and a.dibaca.nilai is not None), None)


def _nodes(
    laporan: Laporan, indeks: Indeks, baris: Sequence[tuple[int, str, str, Amatan | None]]
) -> tuple[SimpulAnggaran, ...]:
    hasil: list[SimpulAnggaran] = []
    n = 0
    while n < len(baris):
        tingkat, hal, nama, pagu = baris[n]
        akhir = n + 1
        while akhir < len(baris) and baris[akhir][0] > tingkat:
            akhir += 1
        anak = _nodes(laporan, indeks, baris[n + 1 : akhir])
        belanja = indeks.find(Besaran(hal, "realisasi_anggaran", "", laporan.periode.sampai_akhir))
        realisasi = belanja[0] if belanja else None
        hasil.append(SimpulAnggaran(hal, hal.partition("/")[2], nama, pagu, realisasi, _share(realisasi, pagu), anak))
        n = akhir
    return tuple(hasil)


def _share(realisasi: Amatan | None, pagu: Amatan | None) -> Decimal | None:
    if realisasi is None or pagu is None or realisasi.dibaca.penuh is None or not pagu.dibaca.penuh:
        return None
    with localcontext(TEPAT):
        return realisasi.dibaca.penuh / pagu.dibaca.penuh * 100
