"""Headers of extraction that lost the columns: where they end, and which words belong to which column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .nilai import is_figure, is_numbering, is_year

_ISTILAH = re.compile(
    r"(?:no\.?|nomor|kode|uraian|layanan|indikator|kinerja|sasaran|strategis|target|realisasi|capaian|satuan|nilai|"
    r"jumlah|anggaran|pagu|komponen|sub\s?komponen|output|kro|ro|unit|kerja|satker|nama|jenis|tahun|ta\.?|total|"
    r"triwulan|fisik|keuangan|sumber|dana|%|\(.*\)|(?:19|20)\d\d|[ivx]+|s|r|/|bobot|indeks|aspek|persentase|"
    r"bulan|akun|keterangan|rincian|komponen/|subkomponen/)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class KepalaTerurai:
    """The headers of the columns; `ditebak` where the words could not be told apart."""

    judul: list[str]
    ditebak: bool


def divide(garis: Sequence[tuple[int, str, tuple[str, ...]]], lebar: int) -> tuple[list[str], int]:
    """Return the words of the header, and the index of the first line of the body.

    Args:
        garis: Number, text and figures of each line.
        lebar: How many figure columns there are.
    """
    akhir = 0
    for n, (_, teks, angka) in enumerate(garis):
        kata = teks.split()
        if angka and all(is_year(a) for a in angka) and (akhir == n or n < 6):
            akhir = n + 1
            break
        if is_numbering(kata) and n > 0:
            akhir = n + 1
            break
        if all(_ISTILAH.match(k) for k in kata) and not (len(angka) == lebar and not all(map(is_year, angka))):
            akhir = n + 1
        elif re.match(r"1\.?\s+\D", teks) or len(angka) == lebar:
            # The first row: what stands above belongs to the header if the row begins on this line.
            akhir = n if re.match(r"1\.?\s+\D", teks) or _own_name(teks) else akhir
            break
    judul = [t for _, t, _ in garis[:akhir] if not is_numbering(t.split())]
    return judul, akhir


def _own_name(teks: str) -> bool:
    return not is_figure(teks.split(maxsplit=1)[0])


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
    banyak = len(depan) + 1 + lebar + ekor
    for baris in [" ".join(judul), *reversed(judul)]:
        kata = _words(baris)
        if nomor and kata and kata[0].lower().rstrip(".") != "no":
            kata = ["No", *kata]
        if len(kata) == banyak:
            return KepalaTerurai(kata, ditebak=False)
        if len(kata) == lebar and not ekor and lebar > 1:
            sisa = _words(" ".join(j for j in judul if j != baris))
            nama = " ".join(k for k in sisa if k.lower().rstrip(".") not in {"no", "kode"})
            return KepalaTerurai([*depan, nama or "Uraian", *kata], ditebak=False)
    semua = [k for k in _words(" ".join(judul)) if k.lower().rstrip(".") not in {"no", "kode"}]
    if lebar == 1 and not ekor and semua:
        return KepalaTerurai([*depan, " ".join(semua[:-1]) or "Uraian", semua[-1]], ditebak=len(semua) != 2)
    kolom = [f"Kolom {n}" for n in range(1, lebar + 1)]
    return KepalaTerurai([*depan, "Uraian", *kolom, *(["Keterangan"] if ekor else [])], ditebak=True)


def _words(teks: str) -> list[str]:
    """Split a header line into words; what stands in parentheses belongs to the word before it."""
    hasil: list[str] = []
    for kata in re.sub(r"\s+\(", "\u0000(", teks).split():
        hasil.append(kata.replace("\u0000", " "))
    return hasil
