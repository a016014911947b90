"""Columns that hold two things: code and name in one cell, a running number before a name, a number column apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .kepala import Jalur, is_measure
from .mentah import BarisMentah, SelMentah
from .nilai import is_figure, is_index

KODE_BERNAMA = re.compile(
    r"(?P<kode>\d{4}(?:\.[A-Z]{3}(?:\.\d{3})?)?|[A-Z]{2,3}\.\d{3,4}|[A-Z]{2,3}|\d{3}|\d{6})\s*(?:-\s+|\s)(?P<nama>[A-Z][a-z].*)"
)
_NOMOR = re.compile(r"\d{1,2}[.)]?\s+(?=[A-Z][A-Za-z])")
_NO = re.compile(r"(?:no|nomor|nr|#)\.?\Z", re.IGNORECASE)
_TAKAR = 0.6


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of the raw table: the labels above it and its cells, one per body row."""

    jalur: Jalur
    sel: tuple[SelMentah, ...]
    nomor: bool = False

    @property
    def teks(self) -> list[str]:
        """The texts of its cells."""
        return [s.teks for s in self.sel]

    @property
    def judul(self) -> str:
        """The labels above it as one text."""
        return " ".join(self.jalur)


def columns(jalur: Sequence[Jalur], isi: Sequence[BarisMentah]) -> list[Kolom]:
    """Return the columns of a body, with running numbers set apart and combined cells divided."""
    mentah = [Kolom(j, tuple(b.sel[n] for b in isi)) for n, j in enumerate(jalur)]
    mentah = [k for k in mentah if k.jalur or any(k.teks)]
    _shift_headings(mentah)
    hasil: list[Kolom] = []
    for n, k in enumerate(mentah):
        kanan = mentah[n + 1] if n + 1 < len(mentah) else None
        if _is_number_column(k, kanan, pertama=n == 0):
            hasil.append(Kolom(k.jalur, k.sel, nomor=True))
            if kanan is not None and not kanan.jalur:
                mentah[n + 1] = Kolom(k.jalur, kanan.sel)
            continue
        hasil += _divide(k)
    return hasil


def _shift_headings(kolom: list[Kolom]) -> None:
    """Move texts that stand in the number column (`JUMLAH`, `6042.EBA.958 - Layanan`) to the empty cell beside them."""
    if len(kolom) < 2 or not _NO.match(kolom[0].judul.strip()):
        return
    kiri, kanan = list(kolom[0].sel), list(kolom[1].sel)
    for n, s in enumerate(kiri):
        if s.teks and not is_index(s.teks) and not kanan[n].teks:
            kiri[n], kanan[n] = SelMentah(), s
    kolom[0], kolom[1] = Kolom(kolom[0].jalur, tuple(kiri)), Kolom(kolom[1].jalur, tuple(kanan))


def _is_number_column(k: Kolom, kanan: Kolom | None, *, pertama: bool) -> bool:
    isi = [t for t in k.teks if t]
    if not isi or kanan is None or not all(map(is_index, isi)):
        return False
    if _NO.match(k.judul.strip()):
        return True
    nomor = [int(t.strip("().")) for t in isi]
    bertahap = nomor[0] == 1 and all(b in {1, a + 1} for a, b in pairwise(nomor))
    berteks = sum(is_figure(t) for t in kanan.teks if t) * 3 < len([t for t in kanan.teks if t])
    # `Indikator Kinerja` above two columns: the first only counts.
    return bertahap and berteks and (not kanan.jalur or (pertama and not k.jalur))


def _divide(k: Kolom) -> list[Kolom]:
    """Split `003 Kerja Sama` into code and name, and cut `1 ` off from `1 Indeks Kepuasan`."""
    isi = [t for t in k.teks if t]
    if not isi:
        return [k]
    if sum(bool(KODE_BERNAMA.match(t)) for t in isi) >= _TAKAR * len(isi):
        kode, nama = [], []
        for s in k.sel:
            cocok = KODE_BERNAMA.match(s.teks)
            kode.append(SelMentah(cocok["kode"] if cocok else s.teks, s.miring, s.inden, s.gabung))
            nama.append(SelMentah(cocok["nama"] if cocok else "", s.miring))
        return [Kolom(k.jalur, tuple(kode)), Kolom((), tuple(nama))]
    if sum(bool(_NOMOR.match(t)) for t in isi) >= _TAKAR * len(isi) and len(isi) > 1 and not is_measure(k.jalur):
        nomor, nama = [], []
        for s in k.sel:
            cocok = _NOMOR.match(s.teks)
            nomor.append(SelMentah(cocok[0].strip() if cocok else ""))
            nama.append(SelMentah(s.teks[cocok.end() :] if cocok else s.teks, s.miring, s.inden, s.gabung))
        return [Kolom((), tuple(nomor), nomor=True), Kolom(k.jalur, tuple(nama))]
    return [k]
