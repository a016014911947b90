"""Value columns: a measure for each, with its period, DIPA version and group, and what was only guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .. import periode
from ..pengenal import slug
from . import tebakan
from .baris import Angka
from .isi import Isi
from .kelas import TAHUN, short
from .konteks import Konteks
from .peran import KolomBerperan
from .rancangan import TIDAK_ADA, KolomJadi, Rancangan
from .tebakan import Suasana, Tebakan

_JUMLAH = re.compile(r"(?:jumlah|total|jml)\Z")
_DIGIT_UANG = 7
_RIBU_TERBESAR = Decimal(10) ** 9
"""In thousands a trillion rupiah, more than a satker spends: the header probably lies about the scale."""


def build(badan: Isi, rancangan: Rancangan, konteks: Konteks, suasana: Suasana, jumlah: Sequence[list[Angka]]) -> str:
    """Add the value columns, and return the scale their headers print.

    Args:
        badan: The body.
        rancangan: The table.
        konteks: Vocabulary, year and versions of the report.
        suasana: What the table is about.
        jumlah: The numbers of each value column.
    """
    kolom = badan.values()
    jadi = _measured(kolom, konteks, suasana, rancangan)
    _sum_over_periods(kolom, jadi, rancangan, jumlah)
    _grouped(kolom, jadi)
    terpakai: dict[tuple[str, ...], str] = {}
    ditebak: dict[str, list[str]] = {}
    asing: list[str] = []
    for k, (hasil, yakin) in zip(kolom, jadi, strict=True):
        nama = k.kolom.judul or "tanpa judul"
        kunci = (hasil.kepala, hasil.periode, hasil.versi, hasil.kelompok)
        if not hasil.kepala or kunci in terpakai:
            sama = terpakai.get(kunci, "") if hasil.kepala else ""
            hasil.nilai, hasil.kepala = False, _label(nama, [h.kepala for h, _ in jadi])
            hasil.periode = hasil.versi = hasil.kelompok = ""
            if sama:
                rancangan.note(
                    f"kolom {nama!r} berukuran sama dengan {sama!r}; ditulis {hasil.kepala!r}, jadi belum diperiksa",
                    f"column {nama!r} has the same measure as {sama!r}; written {hasil.kepala!r}, so not checked yet",
                )
            else:
                asing.append(hasil.kepala)
        else:
            terpakai[kunci] = nama
            if not yakin:
                ditebak.setdefault(hasil.kepala, []).append(nama)
        rancangan.kolom.append(hasil)
    if asing:
        daftar = ", ".join(map(repr, asing))
        rancangan.note(
            f"kolom {daftar} belum punya ukuran; ganti judulnya dengan ukurannya",
            f"column {daftar} has no measure yet; replace its header by its measure",
        )
    for ukuran, nama_ in ditebak.items():
        daftar = ", ".join(map(repr, nama_))
        rancangan.note(f"kolom {daftar} ditebak {ukuran}", f"column {daftar} is guessed to be {ukuran}")
    return _scale(kolom, jumlah, rancangan)


def _measured(
    kolom: Sequence[KolomBerperan], konteks: Konteks, suasana: Suasana, rancangan: Rancangan
) -> list[tuple[KolomJadi, bool]]:
    """Return each column with its measure, and whether that is sure."""
    hasil: list[tuple[KolomJadi, bool]] = []
    kiri = ""
    for k in kolom:
        isi = [t for t in k.teks if t]
        persen = sum(t.endswith("%") for t in isi) * 2 > len(isi)
        uang = _money(isi, k)
        ditebak = tebakan.guess(k.judul, suasana, konteks.kosakata, kiri, persen=persen, uang=uang)
        if not ditebak.ukuran and k.judul.periode and not k.judul.kata:
            # Nothing but periods above the columns: what they measure is what the table is about.
            ditebak = Tebakan(suasana.ukuran(uang=uang), yakin=False)
        sel = [TIDAK_ADA if s.gabung and not s.teks else s.teks for s in k.kolom.sel]
        tahun = f"{konteks.tahun}-"
        jadi = KolomJadi(ditebak.ukuran, sel, nilai=True, periode=k.judul.periode.removeprefix(tahun))
        ukuran = konteks.kosakata.find(ditebak.ukuran) if ditebak.ukuran else None
        if k.judul.versi and ukuran and ukuran.berversi:
            if konteks.versi and k.judul.versi not in konteks.versi:
                versi = k.judul.versi
                rancangan.note(f"versi {versi!r} tidak ada dalam laporan", f"the report has no version {versi!r}")
            else:
                jadi.versi = k.judul.versi
        kiri = ditebak.ukuran or kiri
        hasil.append((jadi, ditebak.yakin))
    return hasil


def _money(isi: Sequence[str], k: KolomBerperan) -> bool:
    """Whether the cells look like amounts of money."""
    rupiah = any(t.lower().startswith("rp") for t in isi) or "(rp" in k.kolom.judul.lower()
    besar = sum(sum(h.isdigit() for h in t) >= _DIGIT_UANG for t in isi)
    return rupiah or bool(k.judul.skala) or besar * 2 > len(isi)


def _sum_over_periods(
    kolom: Sequence[KolomBerperan],
    jadi: list[tuple[KolomJadi, bool]],
    rancangan: Rancangan,
    jumlah: Sequence[list[Angka]],
) -> None:
    """Give `Jumlah` beside Jan, Feb, Mar the measure and the whole period of those, if it is their sum."""
    for n, k in enumerate(kolom):
        bagian = [m for m in range(n) if jadi[m][0].periode and jadi[m][0].kepala == jadi[n - 1][0].kepala]
        if not _JUMLAH.match(k.judul.kata) or len(bagian) < 2:
            continue
        dibaca = [periode.read(jadi[m][0].periode, TAHUN) for m in bagian]
        gabung = periode.gabungan([p for p in dibaca if p])
        cocok = sum(sum(jumlah[m][b] or 0 for m in bagian) == jumlah[n][b] for b in range(len(rancangan.baris)))
        if gabung and cocok * 2 >= len(rancangan.baris):
            jadi[n][0].kepala, jadi[n][0].periode = jadi[bagian[0]][0].kepala, short(gabung)


def _grouped(kolom: Sequence[KolomBerperan], jadi: list[tuple[KolomJadi, bool]]) -> None:
    """Tell columns of one measure below one label apart by their group: `JUMLAH PEGAWAI` over PNS and PPPK."""
    serumpun: dict[tuple[str, ...], list[int]] = {}
    for n, (k, (j, _)) in enumerate(zip(kolom, jadi, strict=True)):
        if j.kepala and k.judul.kelompok and k.judul.kata:
            serumpun.setdefault((j.kepala, j.periode, j.versi, k.judul.kelompok), []).append(n)
    for anggota in serumpun.values():
        nama = {slug(kolom[n].judul.kata) for n in anggota}
        if len(anggota) > 1 and len(nama) == len(anggota):
            for n in anggota:
                jadi[n][0].kelompok = slug(kolom[n].judul.kata)


def _label(nama: str, ada: Sequence[str]) -> str:
    dasar = "_" + (nama.strip("_* ") or "kolom")
    hasil, n = dasar, 1
    while hasil in ada:
        n += 1
        hasil = f"{dasar} {n}"
    return hasil


def _scale(kolom: Sequence[KolomBerperan], jumlah: Sequence[list[Angka]], rancangan: Rancangan) -> str:
    berskala = [(k.judul.skala, isi) for k, isi in zip(kolom, jumlah, strict=True) if k.judul.skala]
    if not berskala:
        return ""
    terbesar = max((abs(a) for _, isi in berskala for a in isi if a is not None), default=Decimal(0))
    if terbesar >= _RIBU_TERBESAR:
        rancangan.note(
            f"judul menyebut {berskala[0][0]}, tetapi angkanya tampak rupiah penuh",
            f"the header says {berskala[0][0]}, but the figures look like whole rupiah",
        )
    return berskala[0][0]
