"""Reader for extraction that lost the columns: fragments of names on lines of their own, figures together on one.

6 BBSPJI Hasil Perkebunan,
dan Maritim
82,21
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from . import judul_terurai
from .catatan import Catatan
from .mentah import BarisMentah, row
from .nilai import is_figure, is_numbering, is_year
from .pemisah import check_size

_KODE = re.compile(r"(?:\d{4}(?:\.[A-Z]{3})?(?:\.\d{3})?|[A-Z]{3}\.\d{3}|0\d\d|[A-Z]{2,3}(?=\s+[A-Z][a-z]))(?=\s|\Z)")
_NOMOR = re.compile(r"[1-9]\d?(?:\.(?=\s)|(?=\s+\D))")


@dataclass(frozen=True, slots=True)
class Uraian:
    """One row in the making: what stands before the figures, the figures, and what stands behind them."""

    depan: str
    angka: tuple[str, ...]
    belakang: str
    nomor: int


def split(teks: str) -> tuple[str, tuple[str, ...], str]:
    """Split a line into text, figures, and text behind them (`52,540,000 PNBP`)."""
    kata = teks.split()
    akhir = len(kata)
    while akhir and not is_figure(kata[akhir - 1]):
        akhir -= 1
    awal = akhir
    while awal and is_figure(kata[awal - 1]):
        awal -= 1
    # `052 Publikasi` and `1 BBSPJI Tekstil`: a code or a number in front is no figure of the row.
    if akhir == 0 or (awal == 0 and akhir < len(kata) and (_KODE.match(teks) or _NOMOR.match(teks))):
        return teks, (), ""
    if awal == 0 and akhir == 1 and len(kata) == 1 and _KODE.match(teks):
        return teks, (), ""
    return " ".join(kata[:awal]), tuple(kata[awal:akhir]), " ".join(kata[akhir:])


def read(garis: Sequence[tuple[int, str]]) -> tuple[list[BarisMentah], list[Catatan]]:
    """Put the rows together again.

    Args:
        garis: Number and text of the lines that are not empty.
    """
    terpotong = [(n, t, split(t)) for n, t in garis]
    berangka = [p[1] for _, t, p in terpotong if p[1] and not is_numbering(t.split())]
    banyak = Counter(len(a) for a in berangka if not all(map(is_year, a)))
    if not banyak:
        return [row([t], n) for n, t in garis], []
    # The number of figure columns is what most lines have; where that is undecided, the larger one.
    lebar = max(banyak, key=lambda k: (banyak[k], k))
    judul, isi = judul_terurai.divide([(n, t, p[1]) for n, t, p in terpotong], lebar)
    uraian, catatan = _rows(terpotong[isi:], lebar)
    return _grid(judul, uraian, lebar, catatan), catatan


def _rows(
    terpotong: Sequence[tuple[int, str, tuple[str, tuple[str, ...], str]]], lebar: int
) -> tuple[list[Uraian], list[Catatan]]:
    hasil: list[Uraian] = []
    catatan: list[Catatan] = []
    depan: list[str] = []
    mulai = 0
    for nomor, teks, (awal, angka, belakang) in terpotong:
        if is_numbering(teks.split()) and len(teks.split()) != lebar:
            continue
        if angka and len(angka) == lebar:
            hasil.append(Uraian(" ".join([*depan, awal]).strip(), angka, belakang, nomor if not depan else mulai))
            depan = []
        elif angka and not awal and not belakang:
            catatan.append(
                Catatan(
                    f"baris {nomor} berisi {len(angka)} angka, padahal baris lain {lebar}: {teks}",
                    f"line {nomor} has {len(angka)} figures, other lines have {lebar}: {teks}",
                )
            )
        else:
            mulai = mulai if depan else nomor
            depan.append(teks)
    if depan:
        catatan.append(
            Catatan(
                f"baris {mulai} tidak dimasukkan, tidak ada angka sesudahnya: {' '.join(depan)}",
                f"line {mulai} was left out, no figures follow: {' '.join(depan)}",
            )
        )
    return hasil, catatan


def _grid(judul: list[str], uraian: list[Uraian], lebar: int, catatan: list[Catatan]) -> list[BarisMentah]:
    """Give the rows columns: number, code, name, figures, text behind."""
    nomor = _mostly(uraian, _NOMOR)
    sisa = [_cut(u.depan, _NOMOR if nomor else None) for u in uraian]
    kode = sum(bool(_KODE.match(s[1])) for s in sisa) * 2 > len(sisa)
    ekor = any(u.belakang for u in uraian)
    kepala = judul_terurai.columns(judul, lebar, nomor=nomor, kode=kode, ekor=ekor)
    if kepala.ditebak:
        catatan.append(
            Catatan(
                f"judul kolom tidak dapat dipisahkan: {' '.join(judul)}",
                f"the column headers could not be told apart: {' '.join(judul)}",
            )
        )
    baris = [row(kepala.judul, 0)]
    for u, (no, nama) in zip(uraian, sisa, strict=True):
        bagian = _cut(nama, _KODE) if kode else ("", nama)
        sel = [*([no] if nomor else []), *(bagian if kode else [nama]), *u.angka, *([u.belakang] if ekor else [])]
        baris.append(row(sel, u.nomor))
        check_size(len(baris), len(sel))
    return baris


def _mostly(uraian: list[Uraian], pola: re.Pattern[str]) -> bool:
    return sum(bool(pola.match(u.depan)) for u in uraian) * 2 > len(uraian)


def _cut(teks: str, pola: re.Pattern[str] | None) -> tuple[str, str]:
    cocok = pola.match(teks) if pola else None
    return (cocok[0], teks[cocok.end() :].strip()) if cocok else ("", teks)
