"""What a report says in prose: figures, judgements, obstacles, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..laporan import Laporan
from ..lokasi import Posisi, Sumber
from ..temuan import Temuan
from .situs import Halaman
from .tabel import note, subject
from .templat import render


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One figure or judgement."""

    hal: str
    ukuran: str
    nilai: str
    catatan: str
    sumber: Sumber
    posisi: Posisi
    temuan: tuple[Temuan, ...]


def statements(h: Halaman, laporan: Laporan, tanda: Mapping[Posisi, tuple[Temuan, ...]]) -> str:
    """Return the figures and judgements in document order; empty if there are none."""
    kalimat = []
    for a in laporan.pernyataan:
        ukuran = laporan.kosakata.ukuran.get(a.besaran.ukuran)
        nama = h.teks(ukuran.nama) if ukuran else a.besaran.ukuran
        periode = h.b.periode(a.besaran.periode, laporan.tahun, singkat=True)
        rincian = (nama, a.besaran.kelompok, periode, a.besaran.versi)
        kalimat.append(
            Kalimat(
                subject(h, laporan, a.besaran.hal),
                " · ".join(x for x in rincian if x),
                a.angka.teks,
                note(h, a),
                a.sumber,
                a.posisi,
                tanda.get(a.posisi, ()),
            )
        )
    for s in laporan.simpulan:
        periode = h.b.periode(s.periode, laporan.tahun, singkat=True)
        judul = " · ".join(x for x in (h.kata("prosa.simpulan"), periode) if x)
        kalimat.append(
            Kalimat(subject(h, laporan, s.hal), judul, f"“{s.teks}”", "", s.sumber, s.posisi, tanda.get(s.posisi, ()))
        )
    kalimat.sort(key=lambda k: (k.sumber.baris or k.sumber.halaman or (0, 0), k.posisi))
    return render("prosa", h=h, kalimat=kalimat) if kalimat else ""


def obstacles(h: Halaman, laporan: Laporan, tanda: Mapping[Posisi, tuple[Temuan, ...]]) -> str:
    """Return everything the report says about obstacles and follow-up; empty if it says nothing."""
    if not laporan.kendala:
        return ""
    baris = [(subject(h, laporan, k.hal), k, h.sumber(k.sumber), tanda.get(k.posisi, ())) for k in laporan.kendala]
    return render("kendala", h=h, baris=baris)
