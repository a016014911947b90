"""Figures in the wrong place: columns moved by rows, cells moved by columns, rows that hold another row's figures.

Each cell of a table is held against what the rest of the report says about the same quantity: another table, or the
formula of its column. Where many cells disagree, but fit when they are moved, one slip explains them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ..laporan import Amatan, Baris, Laporan, Tabel
from ..periode import Periode
from ..selang import Selang
from .bukti import Indeks, usable
from .hubungan import Relasi
from .salah_tempat import Geseran, JenisGeseran
from .sebutan import Sebutan, groups, reference

ANTARA = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))
"""Parts of a yearly target that are due after each quarter."""
SEDIKITNYA = 3
"""Fewer cells that fit when moved may do so by chance."""
PANJANG = 8
"""Digits of an amount that does not equal another year's by chance."""
BAGIAN = 0.75
"""Share of the disagreeing cells that must fit when moved."""


class Pencari:
    """Looks for misplaced figures in one report.

    Args:
        indeks: Its observations.
        relasi: Its relations.
        sebutan: Its quantities with several places.
    """

    def __init__(self, indeks: Indeks, relasi: Iterable[Relasi], sebutan: Iterable[Sebutan]) -> None:
        self._indeks = indeks
        self._laporan: Laporan = indeks.laporan
        self._relasi: dict[Amatan, Relasi] = {}
        for r in relasi:
            if r.kunci[0] in {"rasio", "capaian", "bagian", "jumlah"}:
                self._relasi.setdefault(r.dilaporkan, r)
        self._diperselisihkan = {a for s in sebutan if not s.sepakat for a in s.amatan}
        self._ingat: dict[Amatan, Selang | None] = {}
        self._beda: dict[Amatan, bool] = {}
        self._salah: set[Amatan] = set()

    def facts_of(self, tabel: Tabel) -> list[Geseran]:
        """Return the slips of one table; cells that one slip explains are not explained by another."""
        baris = [b for b in tabel.baris if not b.total and not b.rusak]
        salah = (self._off(a) or (a in self._relasi and not self._relasi[a].cocok) for b in baris for a in b.sel if a)
        if sum(salah) < SEDIKITNYA:
            return []
        terpakai: set[Amatan] = set(self._salah)
        hasil: list[Geseran] = []
        for cari in (self._rows, self._columns, self._copies, self._totals):
            for g in cari(tabel, baris):
                if not terpakai & set(g.sel):
                    terpakai |= set(g.sel)
                    hasil.append(g)
        return hasil

    # -- what the rest of the report says ---------------------------------------------------------------------------

    def _expected(self, a: Amatan | None) -> Selang | None:
        """Return what other tables, or the formula of the column, give for the quantity of a cell."""
        if a is None or not usable(a):
            return None
        if a not in self._ingat:
            self._ingat[a] = self._elsewhere(a)
        return self._ingat[a]

    def _elsewhere(self, a: Amatan) -> Selang | None:
        lain = [
            b for b in self._indeks.find(a.besaran) if b.tabel and b.tabel != a.tabel and b not in self._salah
        ]  # fmt: skip
        if len(lain) == 1:
            return self._indeks.selang(lain[0])
        if lain:
            return self._indeks.selang(reference(groups(lain, self._indeks)))
        r = self._relasi.get(a)
        return r.hitung(self._indeks.selang) if r is not None else None

    def _fits(self, a: Amatan, selang: Selang | None) -> bool:
        return selang is not None and self._indeks.selang(a, terukur=True).bertemu(selang)

    def _off(self, a: Amatan | None) -> bool:
        """Whether a cell disagrees with the rest of the report."""
        if a is None:
            return False
        if a not in self._beda:
            # Most cells agree with every other place and with their own formula: nothing has to be looked up for them.
            r = self._relasi.get(a)
            harap = self._expected(a) if a in self._diperselisihkan or (r is not None and not r.cocok) else None
            self._beda[a] = harap is not None and not self._fits(a, harap)
        return self._beda[a]

    def _enough(self, cocok: Sequence[Amatan], salah: int) -> bool:
        beda = {a.dibaca.penuh for a in cocok if a.dibaca.penuh}
        return len(cocok) >= SEDIKITNYA and len(beda) >= SEDIKITNYA and len(cocok) >= BAGIAN * salah

    def _made(self, jenis: JenisGeseran, tabel: Tabel, pembeda: str, sel: Iterable[Amatan]) -> Geseran:
        isi = tuple(sorted(sel, key=lambda a: a.posisi))
        return Geseran(jenis, tabel, pembeda, isi, tuple(h for a in isi if (h := self._expected(a)) is not None))

    # -- the slips ----------------------------------------------------------------------------------------------------

    def _rows(self, tabel: Tabel, baris: Sequence[Baris]) -> Iterable[Geseran]:
        """A column whose figures fit when moved by some rows, round the end if need be."""
        for n in range(len(tabel.kolom)):
            kolom = [b.sel[n] for b in baris]
            salah = [i for i, a in enumerate(kolom) if self._off(a)]
            if len(salah) < SEDIKITNYA:
                continue
            pilihan = [(self._moved(kolom, salah, k), k) for k in range(1, len(kolom))]
            cocok, k = max(pilihan, key=lambda p: (len(p[0]), -p[1]), default=([], 0))
            if self._enough(cocok, len(salah)):
                langkah = k if k <= len(kolom) // 2 else k - len(kolom)
                yield replace(self._made("baris", tabel, str(n), cocok), langkah=langkah)

    def _moved(self, kolom: Sequence[Amatan | None], salah: Sequence[int], k: int) -> list[Amatan]:
        """Return the disagreeing cells that hold what belongs `k` rows further down."""
        banyak = len(kolom)
        return [
            a for i in salah
            if (a := kolom[i]) is not None and self._fits(a, self._expected(kolom[(i + k) % banyak]))
        ]  # fmt: skip

    def _columns(self, tabel: Tabel, baris: Sequence[Baris]) -> Iterable[Geseran]:
        """Rows whose figures fit when moved by one or two columns."""
        salah = [(b, n) for b in baris for n, a in enumerate(b.sel) if self._off(a)]
        if len(salah) < 2 * SEDIKITNYA:
            return
        pilihan = []
        for k in (-1, 1, -2, 2):
            cocok = [
                a for b, n in salah
                if 0 <= n + k < len(b.sel) and (a := b.sel[n]) is not None
                and self._fits(a, self._expected(b.sel[n + k]))
            ]  # fmt: skip
            pilihan.append((cocok, k))
        cocok, k = max(pilihan, key=lambda p: len(p[0]))
        baris_cocok = {a.posisi.baris for a in cocok}
        semua = [a for b, n in salah if (a := b.sel[n]) is not None and a.posisi.baris in baris_cocok]
        if len(baris_cocok) > 1 and self._enough(cocok, round(len(semua) * 0.8)):
            # The cell before the first one moved has no place of its own any more: it belongs to the same slip.
            yield replace(self._made("kolom", tabel, str(k), semua), langkah=k)

    def _copies(self, tabel: Tabel, baris: Sequence[Baris]) -> Iterable[Geseran]:
        """A row that holds what the rest of the report says about another row."""
        for b in baris:
            salah = [(n, a) for n, a in enumerate(b.sel) if a is not None and self._off(a)]
            if len(salah) < SEDIKITNYA:
                continue
            for lain in baris:
                cocok = [a for n, a in salah if lain is not b and self._fits(a, self._expected(lain.sel[n]))]
                if self._enough(cocok, len(salah)) or (len(cocok) >= SEDIKITNYA and _telling(cocok)):
                    yield replace(self._made("salin", tabel, b.hal, cocok), sumber=lain)
                    break

    def _totals(self, tabel: Tabel, baris: Sequence[Baris]) -> Iterable[Geseran]:
        """A column in which the result of the row was written once more instead of a term of it."""
        menurut: dict[tuple[int, int], list[tuple[Amatan, Relasi]]] = defaultdict(list)
        for b in baris:
            kolom = {a: n for n, a in enumerate(b.sel) if a is not None}
            for hasil, n in kolom.items():
                r = self._relasi.get(hasil)
                if r is None or r.cocok or not hasil.dibaca.penuh:
                    continue
                for a in r.operan:
                    if a in kolom and a.dibaca.penuh == hasil.dibaca.penuh:
                        menurut[kolom[a], n].append((a, r))
        for (n, m), pasangan in menurut.items():
            sel = tuple(a for a, _ in pasangan)
            if self._enough(sel, len(sel)):
                seharusnya = tuple(self._missing(a, r) for a, r in pasangan)
                yield Geseran("salin-kolom", tabel, f"{n}/{m}", sel, seharusnya, langkah=m)

    def _missing(self, a: Amatan, r: Relasi) -> Selang:
        """Return what a term of a sum ought to be; the terms may be added or taken away."""
        baca = self._indeks.selang
        hasil, lebih = r.hitung(baca), r.hitung(lambda b: baca(b) + Selang.tepat(1) if b is a else baca(b))
        tanda = 1 if lebih.tengah > hasil.tengah else -1
        lebar = hasil.atas - hasil.bawah
        nilai = (a.dibaca.penuh or Decimal(0)) + tanda * ((r.dilaporkan.dibaca.penuh or Decimal(0)) - hasil.tengah)
        return Selang(nilai - lebar, nilai + lebar, nilai)

    def interim(self) -> list[Geseran]:
        """Return the tables whose results are, row by row, the part of the target that was due within the year.

        One such row may be a coincidence; over the whole report they are figures of an earlier form.
        """
        hasil: list[Geseran] = []
        setahun = self._laporan.periode.setahun
        for bagian in ANTARA if self._laporan.tahunan else ():
            menurut: dict[str, list[tuple[Tabel, Amatan]]] = defaultdict(list)
            for t in self._laporan.tabel:
                for b in t.baris:
                    menurut[t.id] += [(t, a) for a in self._due_part(b, setahun, bagian)]
            semua = [a for isi in menurut.values() for _, a in isi]
            if (
                len({a.dibaca.penuh for a in semua}) > SEDIKITNYA
                and sum(self._disputed(a) for a in semua) >= SEDIKITNYA
            ):
                hasil += [
                    Geseran("antara", isi[0][0], f"{bagian}", tuple(a for _, a in isi), (), langkah=int(bagian * 100))
                    for isi in menurut.values() if isi
                ]  # fmt: skip
        return hasil

    def _due_part(self, b: Baris, setahun: Periode, bagian: Decimal) -> list[Amatan]:
        """Return the result of a row if it is exactly that part of the target beside it."""
        sel = {a.besaran.ukuran: a for a in b.sel if a is not None and usable(a) and a.besaran.periode == setahun}
        target, realisasi = sel.get("target"), sel.get("realisasi")
        if target is None or realisasi is None or not target.dibaca.penuh or realisasi in self._salah:
            return []
        return [realisasi] if realisasi.dibaca.penuh == target.dibaca.penuh * bagian else []

    def years(self, tabel: Tabel) -> Iterable[Geseran]:
        """Return the columns of a table whose figures other places print for another year, while they differ from this.

        A single total counts where it is long enough not to be equal by chance: then the whole column is of that year.
        """
        menurut: dict[tuple[str, Periode], list[Amatan]] = defaultdict(list)
        for b in tabel.baris:
            for a in b.sel:
                if a is not None and usable(a) and a.besaran.periode is not None:
                    menurut[a.besaran.ukuran, a.besaran.periode].append(a)
        for (ukuran, periode), sel in menurut.items():
            beda = [a for a in sel if self._disputed(a)]
            for geser in (-1, 1, -2, 2) if beda else ():
                lain = Periode(periode.awal + 12 * geser, periode.akhir + 12 * geser)
                dapat = [a for a in beda if self._printed(a, lain) is not None]
                cocok = [a for a in dapat if self._fits(a, self._printed(a, lain))]
                if self._enough(cocok, len(dapat)) or any(self._unmistakable(a, lain) for a in cocok):
                    pembeda = f"{ukuran}@{periode.teks(self._laporan.tahun)}"
                    yield Geseran("tahun", tabel, pembeda, tuple(beda), (), periode=lain)
                    break

    def believe(self, geseran: Iterable[Geseran]) -> list[Geseran]:
        """Take slips for granted: what they misplaced speaks for nothing. Returns them with what is due there."""
        semua = list(geseran)
        self._salah |= {a for g in semua for a in g.sel}
        self._ingat.clear()
        self._beda.clear()
        hasil = []
        for g in semua:
            sel = [a for a in g.sel if self._expected(a) is not None and self._off(a)]
            if sel:
                hasil.append(replace(g, sel=tuple(sel), seharusnya=tuple(h for a in sel if (h := self._expected(a)))))
        return hasil

    def _disputed(self, a: Amatan) -> bool:
        """Whether another place prints another value of the same quantity."""
        if a not in self._diperselisihkan:
            return False
        selang = self._indeks.selang(a)
        return any(not selang.bertemu(self._indeks.selang(b)) for b in self._indeks.find(a.besaran) if b is not a)

    def _printed(self, a: Amatan, periode: Periode) -> Selang | None:
        lain = [b for b in self._indeks.find(a.besaran._replace(periode=periode, versi="")) if b.tabel != a.tabel]
        return self._indeks.selang(lain[0]) if lain else None

    def _unmistakable(self, a: Amatan, periode: Periode) -> bool:
        nilai = a.dibaca.penuh
        if nilai is None or len(nilai.normalize().as_tuple().digits) < PANJANG:
            return False
        return any(b.dibaca.penuh == nilai for b in self._indeks.find(a.besaran._replace(periode=periode, versi="")))


def _telling(sel: Iterable[Amatan]) -> bool:
    """Whether at least two of the figures are too long to be equal by chance."""
    nilai = {a.dibaca.penuh.normalize() for a in sel if a.dibaca.penuh}
    return sum(len(n.as_tuple().digits) >= PANJANG // 2 for n in nilai) > 1


def all_of(laporan: Laporan, pencari: Pencari) -> list[Geseran]:
    """Return the slips of all tables of a report."""
    lain_tahun = pencari.believe([*(g for t in laporan.tabel for g in pencari.years(t)), *pencari.interim()])
    return [*lain_tahun, *(g for t in laporan.tabel for g in pencari.facts_of(t))]
