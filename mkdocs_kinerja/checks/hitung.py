"""Evaluating expressions over a report: column formulas, indicator formulas, declared relations, capaian."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from .. import rumus
from ..capaian import Arah, CaraCapaian
from ..fakta import Fakta
from ..kosakata import normal
from ..laporan import Amatan, Baris, Besaran, Kaitan, KolomTabel, Tabel
from ..pengenal import BesaranError
from ..rumus import Panggilan, Rujuk, Simpul
from ..selang import Selang
from .bukti import Indeks, usable, where
from .hubungan import Baca, PembuatHubungan, term
from .sebutan import groups, reference
from .target import arithmetic, direction, indivisible, interval, remark, shown

KOSONG = {"id": "nilai hasil tidak tercetak sebagai angka", "en": "the result is not printed as a number"}
HILANG = {"id": "ada angka yang diperlukan tetapi tidak tercetak", "en": "a number that is needed is not printed"}
NOL = {"id": "pembagi nol", "en": "division by zero"}
MAKS_URAIAN = 200
"""A longer arithmetic is not repeated in the sentence; it stands below it."""


class Penghitung:
    """Evaluates the expressions of one report."""

    def __init__(self, indeks: Indeks, buat: PembuatHubungan) -> None:
        self._indeks, self._buat, self._laporan = indeks, buat, indeks.laporan

    def facts(self) -> Iterable[Fakta]:
        """Return every expression of the report, judged or with the reason why not."""
        for tabel in self._laporan.tabel:
            for b in tabel.baris:
                yield from self._column_formulas(tabel, b)
                yield from self._capaian(tabel, b)
                yield from self._ceiling(tabel, b)
        yield from self._indicator_formulas()
        for kaitan in self._laporan.kaitan:
            yield from self._relation(kaitan)

    def _evaluate(
        self,
        jenis: str,
        dilaporkan: Amatan,
        simpul: Simpul,
        cari: Callable[[str], Sequence[Amatan]],
        *,
        teks: str = "",
        pembeda: str = "",
        dasar: Simpul | None = None,
        ulangan: Sequence[Amatan] = (),
        padahal: Callable[[Mapping[str, Sequence[Amatan]], str], Mapping[str, str]] | None = None,
    ) -> Fakta:
        if not usable(dilaporkan):
            return self._buat.skipped(jenis, dilaporkan, KOSONG, pembeda=pembeda)
        operan: dict[str, Sequence[Amatan]] = {}
        for nama in rumus.names(simpul):
            # The lowest of several may be the very one that is called the lowest.
            isi = [a for a in cari(nama) if a is not dilaporkan or isinstance(simpul, Panggilan)]
            if not isi or not all(usable(a) for a in isi):
                return self._buat.skipped(jenis, dilaporkan, HILANG, pembeda=pembeda)
            operan[nama] = isi
        semua = [a for isi in operan.values() for a in isi]
        hitung = partial(_value, simpul, operan)
        try:
            tampak = shown(simpul, dasar, lambda s: _value(s, operan, self._indeks.selang)) if dasar else simpul
            uraian = rumus.show(tampak, lambda nama: " + ".join(term(a, dilaporkan) for a in operan[nama]))
            return self._buat.judged(
                jenis, dilaporkan, hitung, semua, uraian,
                rumus=teks, pembeda=pembeda, ulangan=ulangan,
                keterangan=partial(padahal, operan, uraian) if padahal else {},
            )  # fmt: skip
        except ZeroDivisionError:
            return self._buat.skipped(jenis, dilaporkan, NOL, pembeda=pembeda)

    # -- within a table ------------------------------------------------------------------------------------------

    def _column_formulas(self, tabel: Tabel, b: Baris) -> Iterable[Fakta]:
        for nama, simpul, teks, _ in tabel.rumus:
            for n, sel in enumerate(b.sel):
                if sel is None or not _is_column(nama, self._measure(nama), tabel.kolom[n], sel):
                    continue
                if b.total and _declared_total(tabel, n, sel):
                    continue
                yield self._evaluate(
                    "rasio", sel, simpul, partial(self._in_row, tabel, b, sel),
                    teks=teks, pembeda=f"rumus/{n}",
                )  # fmt: skip

    def _in_row(self, tabel: Tabel, b: Baris, sel: Amatan, nama: str) -> Sequence[Amatan]:
        """Find what a name means for one cell: columns of its row first, then the whole report."""
        pasangan = [(k, a) for k, a in zip(tabel.kolom, b.sel, strict=True) if a is not None and a is not sel]
        awal, ada, akhir = nama.partition("..")
        if ada:
            nama_kolom = [normal(k.label) for k in tabel.kolom]
            if normal(awal) in nama_kolom and normal(akhir) in nama_kolom:
                dari, sampai = nama_kolom.index(normal(awal)), nama_kolom.index(normal(akhir))
                return [a for a in b.sel[dari : sampai + 1] if a is not None]
        ukuran = self._measure(nama)
        sama = [(k, a) for k, a in pasangan if k.ukuran is not None and k.ukuran.id == ukuran]
        if sama:
            return [
                max(sama, key=lambda ka: (*_likeness(ka[1].besaran, sel.besaran), normal(ka[0].label) == normal(nama)))[
                    1
                ]
            ]
        tepat = [a for k, a in pasangan if normal(k.label) == normal(nama)]
        if tepat:
            return tepat[:1]
        sendiri = self._own_cell(pasangan, nama, sel)
        return sendiri or self._anywhere(nama, sel.besaran, tabel.id)

    def _measure(self, nama: str) -> str:
        """Return the id of the measure that a name in a formula may stand for; empty if it is none."""
        ukuran = self._laporan.kosakata.find(nama)
        return ukuran.id if ukuran else ""

    def _own_cell(self, pasangan: Sequence[tuple[KolomTabel, Amatan]], nama: str, sel: Amatan) -> Sequence[Amatan]:
        """Find the cell of the row that a reference such as `realisasi@2022` means, be it empty."""
        if self._laporan.pengenal is None:
            return ()
        try:
            besaran = self._laporan.pengenal.besaran(nama, sel.besaran.hal)
        except BesaranError:
            return ()
        return [a for _, a in pasangan if a.besaran == besaran][:1]

    def _anywhere(self, nama: str, bawaan: Besaran, tabel: str = "", dekat: Amatan | None = None) -> Sequence[Amatan]:
        """Find the observation a reference means; its own table first, else the first place that prints it."""
        if self._laporan.pengenal is None:
            return ()
        try:
            besaran = self._laporan.pengenal.besaran(nama, bawaan.hal, bawaan=bawaan)
            # A yearly measure (pagu, target) beside a cumulative one: its own period, if there is none of the other's.
            umum = self._laporan.pengenal.besaran(nama, bawaan.hal)
        except BesaranError:
            return ()
        isi = self._indeks.find(besaran)
        setahun = (ukuran := self._laporan.kosakata.ukuran.get(umum.ukuran)) is not None and ukuran.periode == "tahun"
        if not isi and setahun and bawaan.periode and umum.periode and umum.periode.memuat(bawaan.periode):
            isi = self._indeks.find(umum)
        # Where one place prints result and terms, they belong together; else tables come before prose.
        return sorted(
            isi,
            key=lambda a: (
                dekat is None or not a.sumber.baris or a.sumber.baris != dekat.sumber.baris,
                not tabel or a.tabel != tabel,
                not a.tabel,
            ),
        )[:1]

    def _capaian(self, tabel: Tabel, b: Baris) -> Iterable[Fakta]:
        if any(normal(nama) == "capaian" for nama, _, _, _ in tabel.rumus):
            return
        for sel in b.sel:
            if sel is None or sel.besaran.ukuran != "capaian":
                continue
            indikator = self._laporan.indikator.get(sel.besaran.hal.removeprefix("indikator/"))
            cara = self._laporan.capaian.untuk(indikator.id if indikator else "")
            target, realisasi = (next(iter(self._in_row(tabel, b, sel, n)), None) for n in ("target", "realisasi"))
            arah = direction(indikator, target)
            if target and realisasi and usable(realisasi) and usable(sel) and indivisible(target, arah):
                yield from self._against(sel, cara, target, realisasi, arah)
            else:
                dasar, cari = cara.dasar(arah), partial(self._in_row, tabel, b, sel)
                yield self._evaluate("capaian", sel, cara.dibatasi(dasar), cari, dasar=dasar)

    def _against(
        self, sel: Amatan, cara: CaraCapaian, target: Amatan, realisasi: Amatan, arah: Arah
    ) -> Iterable[Fakta]:
        """Compute capaian against the bound that counts, or against zero; within a range it is 100%."""
        hitung, uraian = partial(interval, cara, arah, target, realisasi), arithmetic(cara, arah, realisasi, target)
        try:
            yield self._buat.judged(
                "capaian", sel, hitung, [realisasi], uraian, keterangan=remark(realisasi, target, arah)
            )
        except ZeroDivisionError:
            yield self._buat.skipped("capaian", sel, NOL)

    def _ceiling(self, tabel: Tabel, b: Baris) -> Iterable[Fakta]:
        """Where a row prints pagu, blokir and pagu efektif, the first two make the third."""
        for sel in b.sel:
            if sel is None or sel.besaran.ukuran != "pagu_efektif":
                continue
            isi = {a.besaran.ukuran: a for a in b.sel if a is not None and a.besaran.versi == sel.besaran.versi}
            if not {"pagu", "blokir"} <= isi.keys() or any(normal(n) == "pagu efektif" for n, _, _, _ in tabel.rumus):
                continue
            if all(not usable(isi[u]) for u in ("pagu_efektif", "blokir")):
                continue
            yield self._evaluate("bagian", sel, _EFEKTIF, partial(_alone, isi))

    # -- across the report ---------------------------------------------------------------------------------------

    def _indicator_formulas(self) -> Iterable[Fakta]:
        for besaran, amatan in self._indeks.all().items():
            kelas, _, kunci = besaran.hal.partition("/")
            if kelas != "indikator" or besaran.ukuran != "realisasi":
                continue
            indikator = self._laporan.indikator.get(kunci)
            if indikator is None or indikator.rumus is None or self._timeless(indikator.rumus, besaran):
                continue
            for nilai, tempat in _by_value(amatan).items():
                yield self._evaluate(
                    "rumus", tempat[0],  indikator.rumus,
                    partial(self._anywhere, bawaan=besaran, tabel=tempat[0].tabel, dekat=tempat[0]),
                    teks=indikator.rumus_teks, pembeda=str(nilai), ulangan=tempat[1:],
                )  # fmt: skip

    def _timeless(self, simpul: Simpul, besaran: Besaran) -> bool:
        """Whether a formula over another year would take a term without a period, which is that of this year."""
        if besaran.periode is None or besaran.periode.tahun == self._laporan.tahun:
            return False
        ukuran = (self._laporan.kosakata.find(n.rpartition(":")[2]) for n in rumus.names(simpul))
        return any(u is not None and u.periode == "tidak" for u in ukuran)

    def _relation(self, kaitan: Kaitan) -> Iterable[Fakta]:
        jenis = "bagian" if rumus.is_sum(kaitan.rumus) and not isinstance(kaitan.rumus, Rujuk) else "kaitan"
        hasil = self._indeks.find(kaitan.hasil)
        kelompok = groups([a for a in hasil if usable(a)], self._indeks)
        acuan = next((isi for isi in kelompok if reference(kelompok) in isi), [])
        for nilai, tempat in _by_value(hasil).items():
            cari = partial(self._anywhere, bawaan=kaitan.hasil, tabel=tempat[0].tabel, dekat=tempat[0])
            # That another place prints another value is told already; it is judged where its own table prints terms.
            if tempat[0] in acuan or any(_same_table(tempat[0], cari(nama)) for nama in rumus.names(kaitan.rumus)):
                yield self._evaluate(
                    jenis, tempat[0], kaitan.rumus, cari,
                    teks=kaitan.teks, pembeda=f"kaitan/{kaitan.nama}/{nilai}", ulangan=tempat[1:],
                    padahal=partial(self._related, kaitan),
                )  # fmt: skip

    def _related(self, kaitan: Kaitan, operan: Mapping[str, Sequence[Amatan]], uraian: str) -> Mapping[str, str]:
        """Say what a declared relation holds a figure against: another place, or an arithmetic of others."""
        semua = [a for isi in operan.values() for a in isi]
        if isinstance(kaitan.rumus, Rujuk) and len(semua) == 1:
            a = semua[0]
            tempat = ", ".join(dict.fromkeys((a.nama, where(self._laporan, a))))
            return {"id": f"{tempat} menyebut", "en": f"{tempat} has"}
        tempat = ", ".join(dict.fromkeys(where(self._laporan, a) for a in semua))
        di = f" ({tempat})" if tempat else ""
        if len(uraian) > MAKS_URAIAN:
            return {"id": f"{len(semua)} angka lain{di} menghasilkan", "en": f"{len(semua)} other figures{di} give"}
        return {"id": f"dari angka lain{di}: {uraian} =", "en": f"from other figures{di}: {uraian} ="}


def _value(simpul: Simpul, operan: Mapping[str, Sequence[Amatan]], baca: Baca) -> Selang:
    """Compute an expression over observations."""
    return rumus.evaluate(simpul, lambda nama: [baca(a) for a in operan[nama]])


_EFEKTIF = rumus.read("pagu - blokir")


def _likeness(a: Besaran, b: Besaran) -> tuple[bool, ...]:
    """Order columns of one measure by how well they go with a result: group, then period, then year, then version."""
    tahun = a.periode is not None and b.periode is not None and a.periode.tahun == b.periode.tahun
    return a.kelompok == b.kelompok, a.periode == b.periode, tahun, a.versi == b.versi


def _is_column(nama: str, ukuran: str, kolom: KolomTabel, sel: Amatan) -> bool:
    """Whether a formula is about this cell: it names the measure, whatever its period, or the column's own label."""
    milik = {sel.besaran.ukuran, kolom.ukuran.id if kolom.ukuran else ""}
    return (ukuran in milik) if ukuran else normal(nama) == normal(kolom.label)


def _declared_total(tabel: Tabel, n: int, sel: Amatan) -> bool:
    """Whether the total of this column is declared to be something else than the formula."""
    nama = {normal(tabel.kolom[n].label), normal(sel.besaran.ukuran)}
    return bool(nama & tabel.jumlah.keys())


def _by_value(amatan: Iterable[Amatan]) -> Mapping[Decimal, list[Amatan]]:
    """Return the places of each distinct printed value, tables first, so that one wrong figure is told once."""
    hasil: dict[Decimal, list[Amatan]] = {}
    for a in sorted(amatan, key=lambda a: (not a.tabel, a.posisi)):
        if usable(a) and a.dibaca.penuh is not None:
            hasil.setdefault(a.dibaca.penuh.normalize(), []).append(a)
    return hasil


def _alone(isi: Mapping[str, Amatan], nama: str) -> Sequence[Amatan]:
    return [isi[nama]]


def _same_table(a: Amatan, lain: Iterable[Amatan]) -> bool:
    return bool(a.tabel) and any(b.tabel == a.tabel for b in lain)
