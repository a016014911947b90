"""Small changes to the YAML text of a report, found by table, row and column, never by line number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

Isi = str | Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Naskah:
    """The text of a report, and the lines (1-based) that were changed so far."""

    teks: str
    garis: tuple[int, ...] = ()

    @property
    def baris(self) -> list[str]:
        """The lines."""
        return self.teks.split("\n")

    def dengan(self, nomor: int, isi: str) -> Naskah:
        """Return the text with one line replaced."""
        baris = self.baris
        baris[nomor - 1] = isi
        return Naskah("\n".join(baris), (*self.garis, nomor))

    def sisip(self, nomor: int, isi: str) -> Naskah:
        """Return the text with a line put in after another one."""
        baris = self.baris
        baris.insert(nomor, isi)
        return Naskah("\n".join(baris), (*(g + (g > nomor) for g in self.garis), nomor + 1))

    def tanpa(self, nomor: int) -> Naskah:
        """Return the text without one line; no line then shows the change."""
        baris = self.baris
        del baris[nomor - 1]
        return Naskah("\n".join(baris), tuple(g - (g > nomor) for g in self.garis if g != nomor))


Ubahan = Callable[[Naskah], Naskah]


def semua(*ubahan: Ubahan) -> Ubahan:
    """Return several changes as one."""
    return lambda n: reduce(lambda hasil, u: u(hasil), ubahan, n)


# -- finding ---------------------------------------------------------------------------------------------------------


def cari(n: Naskah, penanda: str, mulai: int = 1) -> int:
    """Return the first line from `mulai` on that contains the marker."""
    for nomor, isi in enumerate(n.baris[mulai - 1 :], start=mulai):
        if penanda in isi:
            return nomor
    raise LookupError(penanda)


def awal_tabel(tabel: str) -> Callable[[Naskah], int]:
    """Return where a table begins."""
    return lambda n: cari(n, f'  - id: "{tabel}"')


def kunci_tabel(tabel: str, kunci: str) -> Callable[[Naskah], int]:
    """Return the line of a key of a table, such as `judul`."""
    return lambda n: cari(n, f"    {kunci}:", awal_tabel(tabel)(n))


def _grid(n: Naskah, tabel: str) -> tuple[int, int, list[str]]:
    """Return the first line of the grid, the number of header lines, and the name of each column."""
    awal = awal_tabel(tabel)(n)
    isi = cari(n, "    isi: |", awal)
    dimensi = next((b for b in n.baris[awal:isi] if b.startswith("    kepala:")), "")
    banyak = dimensi.count(",") + 1
    kepala = [[s.strip() for s in b.split("|")] for b in n.baris[isi : isi + banyak]]
    for baris in kepala[:-1]:
        for k in range(1, len(baris)):
            baris[k] = baris[k] or ("" if kepala[0][k - 1].endswith("*") else baris[k - 1])
    return isi + 1, banyak, ["/".join(s for s in kolom if s) for kolom in zip(*kepala, strict=True)]


def _sel(n: Naskah, tabel: str, baris: str) -> tuple[int, list[str], list[str]]:
    """Return line, cells and column names of one row."""
    awal, banyak, kolom = _grid(n, tabel)
    kunci = [k for k, nama in enumerate(kolom) if nama.endswith("*")]
    nomor = awal + banyak
    while (isi := n.baris[nomor - 1]).startswith("      "):
        sel = isi.split("|")
        if baris in {re.sub(r"^(?:>+|=)\s*", "", sel[k].strip()) for k in kunci}:
            return nomor, sel, kolom
        nomor += 1
    raise LookupError(f"{tabel}: {baris}")


def letak(tabel: str, baris: str) -> Callable[[Naskah], int]:
    """Return the line of a row."""
    return lambda n: _sel(n, tabel, baris)[0]


def nilai(n: Naskah, tabel: str, baris: str, kolom: str) -> str:
    """Return what a cell holds."""
    _, sel, nama = _sel(n, tabel, baris)
    return sel[nama.index(kolom)].strip()


def letak_prosa(bagian: str, hal: str, ukuran: str = "") -> Callable[[Naskah], int]:
    """Return the line of a statement, or of what is said about obstacles."""

    def cari_baris(n: Naskah) -> int:
        nomor = cari(n, f"{bagian}: |")
        while (isi := n.baris[nomor]).startswith("  "):
            sel = [s.strip() for s in isi.split("|")]
            nomor += 1
            if sel[1] == hal and ukuran in {"", sel[2]}:
                return nomor
        raise LookupError(f"{bagian}: {hal}")

    return cari_baris


# -- changing --------------------------------------------------------------------------------------------------------


def _baru(isi: Isi, lama: str) -> str:
    return isi if isinstance(isi, str) else isi(lama)


def tulis(tabel: str, baris: str, kolom: str, isi: Isi) -> Ubahan:
    """Write another text into one cell."""

    def ubah(n: Naskah) -> Naskah:
        nomor, sel, nama = _sel(n, tabel, baris)
        k = nama.index(kolom)
        depan = " " * (len(sel[k]) - len(sel[k].lstrip())) if k == 0 else " "
        sel[k] = f"{depan}{_baru(isi, sel[k].strip())} "
        return n.dengan(nomor, "|".join(sel).rstrip())

    return ubah


def tulis_prosa(bagian: str, hal: str, kolom: int, isi: Isi, ukuran: str = "") -> Ubahan:
    """Write another text into one cell of `kendala` or `pernyataan`; columns count from 0, the line of the document."""

    def ubah(n: Naskah) -> Naskah:
        nomor = letak_prosa(bagian, hal, ukuran)(n)
        sel = n.baris[nomor - 1].split("|")
        sel[kolom] = f" {_baru(isi, sel[kolom].strip())} "
        return n.dengan(nomor, "|".join(sel).rstrip())

    return ubah


def hapus_prosa(bagian: str, hal: str) -> Ubahan:
    """Take a row of `kendala` or `pernyataan` out."""
    return lambda n: n.tanpa(letak_prosa(bagian, hal)(n))


def sisip_prosa(bagian: str, *sel: str) -> Ubahan:
    """Put a row at the head of `kendala` or `pernyataan`."""
    return lambda n: n.sisip(cari(n, f"{bagian}: |"), "  " + " | ".join(sel))


def ganti(letak_baris: Callable[[Naskah], int], lama: str, baru: str) -> Ubahan:
    """Replace a text in one line."""

    def ubah(n: Naskah) -> Naskah:
        nomor = letak_baris(n)
        isi = n.baris[nomor - 1]
        if lama not in isi:
            raise LookupError(f"{lama}: {isi}")
        return n.dengan(nomor, isi.replace(lama, baru, 1))

    return ubah


def setelah(letak_baris: Callable[[Naskah], int], isi: Isi) -> Ubahan:
    """Put a line in after another one; a function gets that line."""
    return lambda n: n.sisip(nomor := letak_baris(n), _baru(isi, n.baris[nomor - 1]))


def _sumber(n: Naskah, tabel: str, beda: int) -> Naskah:
    """Let the table name one document line more or less; that is no part of the mistake."""
    nomor = kunci_tabel(tabel, "sumber")(n)
    isi = re.sub(r"-(\d+)$", lambda m: f"-{int(m[1]) + beda}", n.baris[nomor - 1])
    return Naskah(n.dengan(nomor, isi).teks, n.garis)


def hapus_baris(tabel: str, baris: str) -> Ubahan:
    """Take a row out of a table."""
    return lambda n: _sumber(n.tanpa(letak(tabel, baris)(n)), tabel, -1)


def ulangi_baris(tabel: str, baris: str) -> Ubahan:
    """Let a row stand twice."""
    return lambda n: _sumber(setelah(letak(tabel, baris), lambda lama: lama)(n), tabel, 1)


def salin(tabel: str, dari: str, ke: str) -> Ubahan:
    """Write the cells of one row into another one, all but the first."""

    def ubah(n: Naskah) -> Naskah:
        (_, sumber, _), (nomor, sel, _) = _sel(n, tabel, dari), _sel(n, tabel, ke)
        return n.dengan(nomor, "|".join([sel[0], *sumber[1:]]))

    return ubah


def putar(tabel: str, baris: Sequence[str], kolom: str) -> Ubahan:
    """Shift a column down by one row; the last value comes first."""

    def ubah(n: Naskah) -> Naskah:
        isi = [nilai(n, tabel, b, kolom) for b in baris]
        return semua(*(tulis(tabel, b, kolom, i) for b, i in zip(baris, [isi[-1], *isi[:-1]], strict=True)))(n)

    return ubah


def tukar_digit(teks: str) -> str:
    """Swap the first two neighbouring digits that differ, as a typist does."""
    for k, (a, b) in enumerate(pairwise(teks)):
        if a.isdigit() and b.isdigit() and a != b:
            return teks[:k] + b + a + teks[k + 2 :]
    raise LookupError(teks)


def tambah_digit(teks: str) -> str:
    """Change the first digit: 1 becomes 2, 9 becomes 8."""
    k = next(k for k, c in enumerate(teks) if c.isdigit())
    d = int(teks[k])
    return teks[:k] + str(d + 1 if d < 9 else 8) + teks[k + 1 :]
