"""Facts about the data files themselves: what the loader could not read, and how much it could."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..fakta import Fakta
from ..laporan import Besaran, Laporan, Masalah
from ..lokasi import Posisi, Sumber
from ..temuan import Bukti, Tempat
from .bukti import place

JENIS = ("skema", "rujukan", "ganda", "angka", "ragu")


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per problem, and one per kind for all that is in order.

    What is counted as one check is a table, or one of the two grids of prose: a count of single cells would drown the
    checks of what the report says.
    """
    yield from problems(laporan.masalah, laporan)
    posisi = Posisi(laporan.berkas, 1, 1)
    bagian = len(laporan.tabel) + bool(laporan.kendala) + bool(laporan.pernyataan)
    for jenis in JENIS:
        salah = {_part(m.jalur) for m in laporan.masalah if m.kode == jenis}
        banyak = (1 if jenis == "skema" else bagian) - len(salah)
        if banyak > 0:
            fakta = _fakta(("data", jenis, "baik"), jenis, True, {}, posisi, laporan.berkas, "")
            yield replace(fakta, bobot=banyak)


def _part(jalur: str) -> str:
    """Return the part of the report a problem belongs to: `tabel/pk`, or the section."""
    bagian = jalur.split("/")
    return "/".join(bagian[:2]) if bagian[0] == "tabel" else bagian[0]


def problems(masalah: Sequence[Masalah], laporan: Laporan | None = None) -> Iterable[Fakta]:
    """Return one fact per problem of a report, or of the files that all reports share."""
    terlihat: Counter[tuple[str, str]] = Counter()
    for m in masalah:
        terlihat[m.kode, m.jalur] += 1
        kunci = ("data", m.kode, m.jalur, str(terlihat[m.kode, m.jalur]))
        fakta = _fakta(
            kunci, m.kode, False, m.pesan, m.posisi, m.posisi.berkas, m.amatan.angka.teks if m.amatan else ""
        )
        if m.amatan is not None and laporan is not None:
            tampil = {**fakta.tampil, "_besaran": m.amatan.besaran, "nama": m.amatan.nama}
            fakta = replace(fakta, tampil=tampil, bukti=Bukti((place(m.amatan, "dilaporkan"),)))
        yield fakta


def _fakta(
    kunci: tuple[str, ...], jenis: str, baik: bool, pesan: object, posisi: Posisi, nama: str, dilaporkan: str
) -> Fakta:
    return Fakta(
        "data",
        kunci,
        {"hal": "", "ukuran": "", "periode": "", "tabel": "", "jenis": jenis, "baik": baik},
        {
            "masalah": pesan,
            "tempat": str(posisi),
            "nama": nama,
            "dilaporkan": dilaporkan,
            "ukuran_nama": "",
            "periode_nama": None,
            "alasan": {},
            "_besaran": Besaran("", ""),
        },
        Bukti((Tempat("dilaporkan", dilaporkan, posisi, Sumber("")),)),
    )
