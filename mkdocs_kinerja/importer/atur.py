"""The settings of a `tabel` entry: id, title, place, source lines, scale, notation, dimensions, kind of total."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..angka import Notasi
from ..pengenal import slug
from . import baris, blok
from .catatan import ImporError
from .konteks import Konteks
from .mentah import LembarMentah, ranges
from .rancangan import KolomJadi, Rancangan

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_KATA_ID = 4
_BARIS_TERBESAR = 999_999


def settings(
    rancangan: Rancangan, lembar: LembarMentah, konteks: Konteks, tertulis: Notasi, skala: str
) -> tuple[str, list[tuple[str, str]], tuple[str, ...]]:
    """Return id, settings as (key, YAML value), and the dimensions of the header lines."""
    nilai = [k for k in rancangan.kolom if k.nilai]
    dimensi, ukuran = dimensions(nilai)
    tempat, judul = konteks.tempat or lembar.tempat, konteks.judul or lembar.judul
    hasil = [("judul", blok.scalar(judul))] if judul else []
    hasil += [("tempat", blok.scalar(tempat))] if tempat else []
    hasil += _source(rancangan, lembar, konteks)
    hasil += [("ukuran", ukuran)] if ukuran else []
    hasil += [("skala", skala)] if skala else []
    hasil += [("angka", tertulis)] if tertulis != konteks.notasi else []
    jumlah = [b for b in rancangan.baris if b.total]
    if nilai and len(jumlah) == 1 and baris.is_mean(jumlah[0].label):
        nama = dict.fromkeys([ukuran] if ukuran else [k.kepala for k in nilai])
        hasil.append(("jumlah", "{" + ", ".join(f"{n}: rata-rata" for n in nama) + "}"))
    return _id(tempat, judul, rancangan, konteks), hasil, dimensi


def _source(rancangan: Rancangan, lembar: LembarMentah, konteks: Konteks) -> list[tuple[str, str]]:
    """Return `sumber`, unless the report counts lines in another document; then a comment says where rows stand."""
    nomor = [b.nomor for b in rancangan.baris]
    teks = ranges(nomor)
    cocok = not konteks.dokumen or konteks.dokumen == lembar.nama
    if lembar.bernomor and cocok and max(nomor, default=0) <= _BARIS_TERBESAR:
        return [("sumber", teks if set(teks) & set(",-") else f'"{teks}"')]
    if lembar.nama:
        rancangan.note(
            f"sumber: baris {teks} dari {lembar.nama}", f"source: rows {teks} of {lembar.nama}", periksa=False
        )
    return []


def dimensions(nilai: Sequence[KolomJadi]) -> tuple[tuple[str, ...], str]:
    """Return what each header line is, and the measure of the whole table where no line says it."""
    ada = [d for d in ("periode", "versi", "kelompok") if any(getattr(k, d) for k in nilai)]
    satu = len({k.kepala for k in nilai}) == 1 and len(nilai) > 1
    if len(ada) == 1 and satu and all(getattr(k, ada[0]) for k in nilai):
        return (ada[0],), nilai[0].kepala
    # Columns with different dimensions say it in one line: `pegawai~pns`, `realisasi@tw2`.
    return (("ukuran", ada[0]) if len(ada) == 1 and len(nilai) > 1 else ("ukuran",)), ""


def _id(tempat: str, judul: str, rancangan: Rancangan, konteks: Konteks) -> str:
    """Return an id that is not taken: number of the caption, else words of the title, else class of the rows."""
    if konteks.id:
        if not _ID.match(konteks.id):
            raise ImporError(
                f"Id {konteks.id!r} tidak sah: pakai huruf, angka, titik, dan tanda hubung.",
                f"The id {konteks.id!r} is not allowed: use letters, digits, dots and hyphens.",
            )
        return konteks.id
    angka = re.fullmatch(r"Tabel (\d[\d.]*)", tempat)
    kelas = next((k.kepala.rstrip("*").rpartition(">")[2] for k in rancangan.kolom if k.kepala.endswith("*")), "")
    dasar = (
        angka[1].rstrip(".")
        if angka
        else "-".join(slug(judul or ("" if tempat.startswith("Lembar ") else tempat)).split("-")[:_KATA_ID]) or kelas
    )
    dasar = dasar if _ID.match(dasar) else "tabel"
    hasil, n = dasar, 1
    while hasil in konteks.terpakai:
        n += 1
        hasil = f"{dasar}-{n}"
    return hasil
