"""The budget of reports as a list: every node of the tree with its level and the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..checks import pohon
from ..checks.pohon import SimpulAnggaran
from .bahan import Bahan
from .indikator import figure
from .kolom import Baris, Kolom, computed

KOLOM: Final = (
    Kolom("satker", lebar=16),
    Kolom("nama_satker", lebar=18),
    Kolom("laporan", lebar=13),
    Kolom("periode_laporan", lebar=18),
    Kolom("tingkat", "integer", 9),
    Kolom("jalur", lebar=30),
    Kolom("kode", lebar=16),
    Kolom("nama", lebar=48),
    Kolom("pagu", lebar=18),
    Kolom("pagu_rupiah", "number", 18, uang=True),
    Kolom("realisasi", lebar=18),
    Kolom("realisasi_rupiah", "number", 18, uang=True),
    Kolom("persen", "number", 10),
    Kolom("tautan", "uri", 40),
)


def rows(bahan: Bahan) -> Iterator[Baris]:
    """Yield the nodes, report by report, a parent before its children."""
    for x in bahan.terbaca:
        alamat = bahan.alamat.laporan(x.kunci)
        tautan = f"{alamat}#anggaran" if alamat else ""
        for jalur, s in _flat(pohon.anggaran(x), ()):
            nama = "" if s.nama == s.kode else s.nama
            yield (
                *bahan.kepala(x), len(jalur), " / ".join(jalur), s.kode, nama,
                *figure(s.pagu), *figure(s.realisasi), computed(s.persen), tautan,
            )  # fmt: skip


def _flat(simpul: Iterable[SimpulAnggaran], atas: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], SimpulAnggaran]]:
    for s in simpul:
        jalur = (*atas, s.kode)
        yield jalur, s
        yield from _flat(s.anak, jalur)
