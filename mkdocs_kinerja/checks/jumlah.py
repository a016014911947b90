"""Sums that a table ought to keep: its total rows, its parents, and its periods within a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ..fakta import Fakta
from ..kosakata import normal
from ..laporan import Amatan, AturanJumlah, Baris, Tabel
from ..periode import Periode, gabungan
from ..selang import Selang
from .bukti import Indeks, usable
from .hubungan import Baca, PembuatHubungan, sum_of
from .macam import NOL, Cara, Totalan

RAGAM_ALASAN = {
    "total": {"id": "total tidak tercetak sebagai angka", "en": "the total is not printed as a number"},
    "rincian": {"id": "rincian tidak tercetak sebagai angka", "en": "the parts are not printed as numbers"},
    "bobot": {"id": "bobotnya tidak tercetak", "en": "the weights are not printed"},
    "rusak": {"id": "ada baris yang tidak terbaca", "en": "a row cannot be read"},
    "ukuran": {"id": "ukuran ini tidak dijumlahkan", "en": "this measure is not summed"},
}
BAWAAN = AturanJumlah("jumlah")
"""What a total of counts or amounts is where nothing is declared."""


class Penjumlah:
    """Checks the sums of one table."""

    def __init__(self, tabel: Tabel, indeks: Indeks, buat: PembuatHubungan) -> None:
        self._tabel, self._indeks, self._buat = tabel, indeks, buat
        self._berumus = {normal(nama) for nama, _, _, _ in tabel.rumus}

    def facts(self) -> Iterable[Fakta]:
        """Return every sum of the table, judged or with the reason why not."""
        atas = [b for b in self._tabel.baris if not b.total and b.tingkat == 0]
        rusak = any(b.rusak for b in self._tabel.baris)
        for b in self._tabel.baris:
            if b.total:
                yield from self._row("jumlah", b, atas, rusak)
            else:
                anak = self._children(b)
                if anak:
                    yield from self._row("jenjang", b, anak, rusak)
            yield from self._periods(b)

    def _children(self, induk: Baris) -> list[Baris]:
        hasil = []
        for b in self._tabel.baris[induk.nomor :]:
            if b.total or b.tingkat <= induk.tingkat:
                break
            if b.tingkat == induk.tingkat + 1:
                hasil.append(b)
        return hasil

    def _rule(self, jenis: str, n: int, amatan: Amatan) -> AturanJumlah:
        kolom = self._tabel.kolom[n]
        for nama in (kolom.label, amatan.besaran.ukuran, kolom.ukuran.id if kolom.ukuran else ""):
            if normal(nama) in self._tabel.jumlah:
                dinyatakan = self._tabel.jumlah[normal(nama)]
                return replace(dinyatakan, acuan="dinyatakan") if dinyatakan.jenis == "tidak" else dinyatakan
        if self._indeks.laporan.jenis_ukuran(amatan.besaran) in {"cacah", "uang"}:
            return BAWAAN
        ukuran = self._indeks.laporan.kosakata.ukuran.get(amatan.besaran.ukuran)
        if ukuran is not None and ukuran.bertotal:
            # The weights of a group add up to 100, to the weight of the group, or to nothing in particular.
            return BAWAAN if jenis == "jumlah" else AturanJumlah("tidak", "dinyatakan")
        dasar = kolom.ukuran.id if kolom.ukuran else amatan.besaran.ukuran
        berumus = {normal(kolom.label), normal(dasar)} & self._berumus
        return AturanJumlah("tidak", "rumus" if berumus else "")

    def _row(self, jenis: str, total: Baris, bagian: Sequence[Baris], rusak: bool) -> Iterable[Fakta]:
        for n, sel in enumerate(total.sel):
            if sel is None:
                continue
            aturan = self._rule(jenis, n, sel)
            termasuk = [b for b in bagian if _within(b.sel[n], sel)]
            isi = [a for b in termasuk if (a := b.sel[n]) is not None]
            alasan = self._obstacle(sel, isi, rusak)
            if aturan.jenis == "tidak" and (aturan.acuan == "dinyatakan" or alasan):
                continue
            if alasan:
                yield self._buat.skipped(jenis, sel, RAGAM_ALASAN[alasan], pembeda=f"baris/{n}")
                continue
            totalan = Totalan(self._tabel, self._indeks, termasuk, n)
            if aturan.jenis == "tidak" and jenis == "jenjang":
                yield from self._range(sel, isi, n)
            elif aturan.jenis == "tidak":
                yield from () if aturan.acuan else [self._undeclared(sel, totalan, n)]
            else:
                yield from self._judge(jenis, sel, totalan, aturan, n)

    @staticmethod
    def _obstacle(total: Amatan, isi: Sequence[Amatan], rusak: bool) -> str:
        if not usable(total):
            return "total"
        if rusak:
            return "rusak"
        if not any(usable(a) for a in isi) or any(not usable(a) and a.dibaca.keadaan not in NOL for a in isi):
            return "rincian"
        return ""

    def _judge(self, jenis: str, total: Amatan, totalan: Totalan, aturan: AturanJumlah, n: int) -> Iterable[Fakta]:
        pembeda = f"baris/{n}"
        cara = totalan.of(aturan)
        if cara is None:
            yield self._buat.skipped("rerata", total, RAGAM_ALASAN["bobot"], pembeda=pembeda)
            return
        rerata = aturan.jenis != "jumlah"
        if self._fits(total, cara) or not totalan.telling:
            yield self._sum("rerata" if rerata else jenis, total, cara, n)
            return
        berbobot = rerata or self._indeks.laporan.jenis_ukuran(total.besaran) in {"persen", "indeks"}
        lain = next((c for c in totalan.others(cara.macam, berbobot=berbobot) if self._fits(total, c)), None)
        if lain is not None and aturan == BAWAAN:
            yield self._kind(total, lain, n)
            return
        yield self._sum("rerata" if rerata else jenis, total, cara, n, _nearest(lain))

    def _undeclared(self, total: Amatan, totalan: Totalan, n: int) -> Fakta:
        """Recognise the total of a column that is not summed by nature and says nothing about itself."""
        calon = totalan.others("", berbobot=True) if totalan.telling else []
        cocok = next((c for c in calon if self._fits(total, c)), None)
        if cocok is None:
            return self._buat.skipped("jumlah", total, RAGAM_ALASAN["ukuran"], pembeda=f"baris/{n}")
        return self._kind(total, cocok, n)

    def _range(self, induk: Amatan, isi: Sequence[Amatan], n: int) -> Iterable[Fakta]:
        """Whatever the weights, the percentage of a whole lies between the lowest and the highest of its parts."""
        angka = [a for a in isi if usable(a)]
        if self._indeks.laporan.jenis_ukuran(induk.besaran) != "persen" or len(angka) < 2:
            return
        kosong = len(angka) < len(isi)
        rendah = "0" if kosong else min(angka, key=lambda a: a.dibaca.penuh or 0).dibaca.bilangan
        tinggi = max(angka, key=lambda a: a.dibaca.penuh or 0).dibaca.bilangan
        yield self._buat.judged(
            "rentang", induk, partial(_between, tuple(angka), kosong, induk), angka, f"{rendah} \u2026 {tinggi}",
            pembeda=f"baris/{n}",
            keterangan={"id": f"bagian-bagiannya antara {rendah} dan {tinggi}",
                        "en": f"its parts lie between {rendah} and {tinggi}"},
        )  # fmt: skip

    def _fits(self, total: Amatan, cara: Cara) -> bool:
        tercetak = self._indeks.selang(total, terukur=True)
        return tercetak.bertemu(cara.hitung(self._indeks.selang))

    def _sum(self, jenis: str, total: Amatan, cara: Cara, n: int, keterangan: Mapping[str, str] | None = None) -> Fakta:
        return self._buat.judged(
            jenis, total, cara.hitung, cara.operan, cara.uraian, pembeda=f"baris/{n}", keterangan=keterangan or {}
        )

    def _kind(self, total: Amatan, cara: Cara, n: int) -> Fakta:
        """Return the fact that a total is of a kind that nothing declares."""
        return self._buat.judged(
            "macam", total, cara.hitung, cara.operan, cara.uraian, pembeda=f"baris/{n}", keterangan=cara.nama
        )

    def _periods(self, b: Baris) -> Iterable[Fakta]:
        """Within a row, a longer period ought to be the sum of the shorter ones that fill it."""
        sel = [a for a in b.sel if a is not None and a.besaran.periode is not None]
        for total in sel:
            if not self._indeks.accumulates(total.besaran) or not usable(total):
                continue
            sama = [a for a in sel if a is not total and _same_but_period(a, total)]
            isi = fill(total.besaran.periode, sama)
            if len(isi) < 2:
                continue
            alasan = self._obstacle(total, isi, False)
            if alasan:
                yield self._buat.skipped("jumlah", total, RAGAM_ALASAN[alasan], pembeda="periode")
                continue
            angka = [a for a in isi if usable(a)]
            uraian = " + ".join(a.dibaca.bilangan for a in angka)
            yield self._buat.judged("jumlah", total, sum_of(angka), angka, uraian, pembeda="periode")


def _between(angka: Sequence[Amatan], kosong: bool, induk: Amatan, baca: Baca) -> Selang:
    """Return the span of the parts, with the printed whole as its centre where it lies inside."""
    selang = [baca(a) for a in angka]
    bawah, atas = min(s.bawah for s in selang), max(s.atas for s in selang)
    bawah = min(bawah, Decimal(0)) if kosong else bawah
    return Selang(bawah, atas, min(max(baca(induk).tengah, bawah), atas))


def _within(a: Amatan | None, total: Amatan) -> bool:
    """Whether a cell belongs to the period of a total: `= tw2` below twelve months sums three of them."""
    if a is None:
        return True
    p, q = a.besaran.periode, total.besaran.periode
    return p is None or q is None or p == q or q.memuat(p)


def _nearest(cara: Cara | None) -> Mapping[str, str]:
    """Say so when a total that ought to be one thing is exactly another."""
    if cara is None:
        return {}
    return {
        "id": f"Nilai tercetak cocok sebagai {cara.nama['id']}.",
        "en": f"The printed value fits {cara.nama['en']}.",
    }


def _same_but_period(a: Amatan, b: Amatan) -> bool:
    x, y = a.besaran, b.besaran
    return (x.hal, x.ukuran, x.kelompok, x.versi) == (y.hal, y.ukuran, y.kelompok, y.versi)


def fill(periode: Periode | None, isi: Sequence[Amatan]) -> list[Amatan]:
    """Return the shortest periods among `isi` that together fill `periode` exactly; empty if they do not."""
    if periode is None:
        return []
    muat = [a for a in isi if a.besaran.periode and periode.memuat(a.besaran.periode) and a.besaran.periode != periode]
    hasil: list[Amatan] = []
    mulai = periode.awal
    while mulai <= periode.akhir:
        calon = [a for a in muat if a.besaran.periode is not None and a.besaran.periode.awal == mulai]
        if not calon:
            return []
        pilih = min(calon, key=lambda a: a.besaran.periode.akhir if a.besaran.periode else 0)
        hasil.append(pilih)
        mulai = (pilih.besaran.periode.akhir if pilih.besaran.periode else mulai) + 1
    return hasil if gabungan(a.besaran.periode for a in hasil if a.besaran.periode) == periode else []
