"""Headers of extraction that lost the columns: where they end, and which words belong to which column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .nilai import is_figure, is_numbering, is_year

_ISTILAH = re.compile(
    r"(?:no|nomor|kode|uraian|layanan|indikator|kinerja|kenerja|sasaran|strategis|target|realisasi|capaian|satuan|"
    r"nilai|ip|asn|jumlah|anggaran|pagu|(?:sub)?komponen(?:/(?:subkomponen/?)?)?|output|kro|ro|unit|kerja|satker|nama|"
    r"jenis|tahun|ta|total|triwulan|fisik|keuangan|sumber|dana|%|\(.*\)|(?:19|20)\d\d|[ivx]+|s|r|/|bobot|indeks|"
    r"aspek|persentase|bulan|akun|keterangan|rincian)\.?\Z",
    re.IGNORECASE,
)
_UKURAN = re.compile(
    r"(?:target|realisasi|capaian|nilai|jumlah|anggaran|pagu|indeks|persentase|%|total)\Z", re.IGNORECASE
)
_BARIS_SATU = re.compile(r"1\.?\s+\D")
_PENANDA = {"no", "kode", "nomor"}


@dataclass(frozen=True, slots=True)
class KepalaTerurai:
    """The headers of the columns; `ditebak` where the words could not be told apart."""

    judul: list[str]
    ditebak: bool


def divide(garis: Sequence[tuple[int, str, tuple[str, ...]]], lebar: int) -> tuple[list[str], int]:
    """Return the lines of the header, and the index of the first line of the body.

    Args:
        garis: Number, text and figures of each line.
        lebar: How many figure columns there are.
    """
    akhir = tahun = 0
    for n, (_, teks, angka) in enumerate(garis):
        kata = teks.split()
        tahun = n + 1 if angka and all(map(is_year, angka)) else tahun
        if is_numbering(kata) and n:
            akhir = n + 1
            break
        if _BARIS_SATU.match(teks):
            akhir = n
            break
        if all(map(_ISTILAH.match, kata)) and (not angka or all(map(is_year, angka))):
            akhir = n + 1
        elif len(angka) == lebar and not all(map(is_year, angka)):
            # All above a row that is whole on its line is header; above one that is not stands its name.
            akhir = (tahun or akhir) if is_figure(kata[0]) else n
            break
    return [t for _, t, _ in garis[:akhir] if not is_numbering(t.split())], akhir


def columns(judul: list[str], lebar: int, *, nomor: bool, kode: bool, ekor: bool) -> KepalaTerurai:
    """Return one header per column.

    Args:
        judul: The header's lines.
        lebar: How many figure columns there are.
        nomor: The rows begin with a running number.
        kode: The rows have a code.
        ekor: Text stands behind the figures.
    """
    depan = [*(["No"] if nomor else []), *(["Kode"] if kode else [])]
    semua = [k for k in _words(" ".join(judul)) if k.lower().rstrip(".") not in _PENANDA]
    if len(semua) == 1 + lebar + ekor:
        return KepalaTerurai([*depan, *semua], ditebak=False)
    tahun = [k for k in semua if is_year(k)]
    if len(tahun) == lebar > 1 and not ekor:
        sisa = [k for k in semua if not is_year(k)]
        ukuran = next((k for k in sisa if _UKURAN.match(k)), "")
        nama = " ".join(dict.fromkeys(k for k in sisa if k != ukuran and k.lower() not in {"ta.", "tahun", "ta"}))
        return KepalaTerurai(
            [*depan, nama or "Uraian", *(f"{ukuran} {t}".strip() for t in tahun)], ditebak=bool(ukuran)
        )
    for baris in reversed(judul):
        kata = _words(baris)
        if len(kata) == lebar > 1 and not ekor and all(_ISTILAH.match(k.split()[0]) for k in kata):
            sisa = [k for j in judul if j is not baris for k in _words(j) if k.lower().rstrip(".") not in _PENANDA]
            return KepalaTerurai([*depan, " ".join(sisa) or "Uraian", *kata], ditebak=len(sisa) > 3)
    if lebar == 1 and semua:
        return _single(depan, semua, ekor=ekor)
    kolom = [f"Kolom {n}" for n in range(1, lebar + 1)]
    return KepalaTerurai([*depan, "Uraian", *kolom, *(["Keterangan"] if ekor else [])], ditebak=True)


def _single(depan: list[str], semua: list[str], *, ekor: bool) -> KepalaTerurai:
    """Return the headers around the only column of figures: the name before its measure, the rest behind."""
    n = next((n for n, k in enumerate(semua) if n and _UKURAN.match(k.split()[0])), len(semua) - 1)
    nama = " ".join(semua[:n]) or "Uraian"
    if not ekor:
        return KepalaTerurai([*depan, nama, " ".join(semua[n:])], ditebak=False)
    return KepalaTerurai([*depan, nama, semua[n], " ".join(semua[n + 1 :]) or "Keterangan"], ditebak=False)


def _words(teks: str) -> list[str]:
    """Split a header line into words; what stands in parentheses belongs to the word before it."""
    return [k.replace("\0", " ") for k in re.sub(r"\s+\(", "\0(", teks).split()]
