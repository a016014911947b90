"""What ought to be there and is not, and what ought not to be: members of complete tables, errors of spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..angka import Keadaan
from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan, Tabel
from ..lokasi import Sumber
from ..temuan import Bukti, Tempat
from .bukti import measure, place, where


def members(laporan: Laporan) -> Iterable[Fakta]:
    """Return, for each table that lists all indicators (`lengkap: ya`, perjanjian kinerja), one fact per indicator."""
    semua = [i for s in laporan.sasaran for i in s.indikator if i in laporan.indikator]
    for tabel in laporan.tabel:
        hadir = {b.hal for b in tabel.baris}
        # `lengkap` may also speak of the parts of one indicator: only a table with most of them lists them all.
        banyak = sum(f"indikator/{i}" in hadir for i in semua)
        if not (tabel.lengkap or tabel.jenis == "pk") or banyak * 2 <= len(semua):
            continue
        for i in semua:
            yield _member(laporan, tabel, f"indikator/{i}", f"indikator/{i}" in hadir)


def _member(laporan: Laporan, tabel: Tabel, hal: str, hadir: bool) -> Fakta:
    baris = tuple(sorted({n for b in tabel.baris if b.sumber.baris for n in b.sumber.baris}))
    sumber = Sumber(laporan.dokumen, (baris[0], baris[-1]) if baris else None, None, tabel.label)
    nama = laporan.nama(hal)
    return Fakta(
        "anggota",
        ("anggota", tabel.id, hal),
        {"hal": hal, "tabel": tabel.id, "hadir": hadir},
        {
            "nama": nama,
            "tempat": tabel.label,
            "dilaporkan": "",
            "alasan": {},
            "_besaran": Besaran(hal, "target"),
        },
        Bukti((Tempat("dilaporkan", "", tabel.posisi, sumber, nama, tabel.id),)),
    )


def spreadsheet_errors(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per cell that prints an error of a spreadsheet, and one for all tables that print none."""
    bersih = 0
    for tabel in laporan.tabel:
        galat = [a for b in tabel.baris for a in b.sel if a and a.dibaca.keadaan is Keadaan.GALAT_LEMBAR]
        bersih += not galat
        yield from (_error(laporan, a) for a in galat)
    if bersih:
        contoh = laporan.tabel[0]
        bukti = Bukti((Tempat("dilaporkan", "", contoh.posisi, Sumber(laporan.dokumen)),))
        kosong = Fakta("galat_lembar", ("galat_lembar", "bersih"), {"ada": False, "tabel": "", "hal": ""}, {}, bukti)
        yield replace(kosong, bobot=bersih)


def _error(laporan: Laporan, a: Amatan) -> Fakta:
    return Fakta(
        "galat_lembar",
        ("galat_lembar", a.besaran.teks(laporan.tahun), a.tabel),
        {"ada": True, "tabel": a.tabel, "hal": a.besaran.hal},
        {
            "nama": a.nama,
            "ukuran_nama": measure(laporan, a.besaran),
            "periode_nama": a.besaran.periode,
            "tempat": where(laporan, a),
            "dilaporkan": a.angka.teks.strip(),
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti((place(a, "dilaporkan"),)),
    )
