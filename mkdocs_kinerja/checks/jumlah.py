"""Sums that a table ought to keep: its total rows, its parents, and its periods within a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..angka import Keadaan
from ..fakta import Fakta
from ..kosakata import normal
from ..laporan import Amatan, AturanJumlah, Baris, Tabel
from ..pengenal import BesaranError
from ..periode import Periode, gabungan
from ..selang import Selang, jumlah
from .bukti import Indeks, usable
from .hubungan import PembuatHubungan, term

RAGAM_ALASAN = {
    "total": {"id": "total tidak tercetak sebagai angka", "en": "the total is not printed as a number"},
    "rincian": {"id": "rincian tidak tercetak sebagai angka", "en": "the parts are not printed as numbers"},
    "rusak": {"id": "ada baris yang tidak terbaca", "en": "a row cannot be read"},
    "ukuran": {"id": "ukuran ini tidak dijumlahkan", "en": "this measure is not summed"},
}
_NOL = frozenset({Keadaan.STRIP, Keadaan.KOSONG})


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

    def _rule(self, n: int, amatan: Amatan) -> AturanJumlah:
        kolom = self._tabel.kolom[n]
        for nama in (kolom.label, amatan.besaran.ukuran, kolom.ukuran.id if kolom.ukuran else ""):
            if normal(nama) in self._tabel.jumlah:
                return self._tabel.jumlah[normal(nama)]
        if self._indeks.laporan.jenis_ukuran(amatan.besaran) in {"cacah", "uang"}:
            return AturanJumlah("jumlah")
        dasar = kolom.ukuran.id if kolom.ukuran else amatan.besaran.ukuran
        berumus = {normal(kolom.label), normal(dasar)} & self._berumus
        return AturanJumlah("tidak", "rumus" if berumus else "")

    def _row(self, jenis: str, total: Baris, bagian: Sequence[Baris], rusak: bool) -> Iterable[Fakta]:
        for n, sel in enumerate(total.sel):
            if sel is None:
                continue
            aturan = self._rule(n, sel)
            if aturan.jenis == "tidak":
                if aturan.acuan != "rumus" and usable(sel):
                    yield self._buat.skipped(jenis, sel, RAGAM_ALASAN["ukuran"], pembeda=f"baris/{n}")
                continue
            isi = [a for b in bagian if (a := b.sel[n]) is not None]
            alasan = self._obstacle(sel, isi, rusak)
            if alasan:
                yield self._buat.skipped(jenis, sel, RAGAM_ALASAN[alasan], pembeda=f"baris/{n}")
                continue
            yield self._judge(jenis, sel, isi, bagian, aturan, n)

    @staticmethod
    def _obstacle(total: Amatan, isi: Sequence[Amatan], rusak: bool) -> str:
        if not usable(total):
            return "total"
        if rusak:
            return "rusak"
        if not any(usable(a) for a in isi) or any(not usable(a) and a.dibaca.keadaan not in _NOL for a in isi):
            return "rincian"
        return ""

    def _judge(
        self, jenis: str, total: Amatan, isi: Sequence[Amatan], bagian: Sequence[Baris], aturan: AturanJumlah, n: int
    ) -> Fakta:
        angka = [a for a in isi if usable(a)]
        selang = [self._indeks.selang(a) for a in angka]
        banyak = len(isi) if self._tabel.kosong == "nol" else len(angka)
        teks = [a.dibaca.bilangan for a in angka]
        tambah = " + ".join(teks)
        if aturan.jenis == "rata-rata":
            hasil = jumlah(selang) / Selang.tepat(banyak)
            uraian = f"({tambah}) \u00f7 {banyak}"
        elif aturan.jenis in {"tertimbang", "bagian"}:
            dibobot = self._weighted(angka, bagian, aturan, n)
            if dibobot is None:
                return self._buat.skipped(jenis, total, RAGAM_ALASAN["rincian"], pembeda=f"baris/{n}")
            hasil, uraian, bobot = dibobot
            return self._buat.judged(
                jenis, total, hasil, [*angka, *bobot], uraian, pembeda=f"baris/{n}",
                keterangan=self._nearest(total, selang),
            )  # fmt: skip
        else:
            hasil, uraian = jumlah(selang), tambah
        return self._buat.judged(jenis, total, hasil, angka, uraian, pembeda=f"baris/{n}")

    def _weighted(
        self, angka: Sequence[Amatan], bagian: Sequence[Baris], aturan: AturanJumlah, n: int
    ) -> tuple[Selang, str, list[Amatan]] | None:
        """Weigh each value: by the weights' own sum (`tertimbang`), or as shares of one quantity (`bagian`)."""
        ukuran, keseluruhan = self._scale(aturan)
        pasangan: list[tuple[Amatan, Amatan]] = []
        for b in bagian:
            nilai = b.sel[n]
            if nilai is not None and usable(nilai) and (bobot := self._weight(b, nilai, ukuran)):
                pasangan.append((nilai, bobot))
        if len(pasangan) != len(angka) or not pasangan or (aturan.jenis == "bagian" and keseluruhan is None):
            return None
        # A dash is a zero with its full weight, unless the table says that such rows do not count.
        nol = [] if self._tabel.kosong == "lewati" else [b.sel[n] for b in bagian]
        tanpa_nilai = [
            w for b, a in zip(bagian, nol, strict=False)
            if a is not None and a.dibaca.keadaan in _NOL and (w := self._weight(b, a, ukuran))
        ]  # fmt: skip
        # The weights cancel out: their printed values are taken as exact, or the interval would be far too wide.
        bobot_selang = [Selang.tepat(self._indeks.selang(w).tengah) for _, w in pasangan]
        semua = [*bobot_selang, *(Selang.tepat(self._indeks.selang(w).tengah) for w in tanpa_nilai)]
        pembagi = jumlah(semua) if keseluruhan is None else self._indeks.selang(keseluruhan)
        if pembagi.bawah <= 0:
            return None
        atas = jumlah(self._indeks.selang(v) * w for (v, _), w in zip(pasangan, bobot_selang, strict=True))
        uraian = " + ".join(f"{v.dibaca.bilangan} \u00d7 {w.dibaca.bilangan}" for v, w in pasangan)
        if keseluruhan is None:
            bawah = " + ".join(w.dibaca.bilangan for w in (*(w for _, w in pasangan), *tanpa_nilai))
        else:
            bawah = term(keseluruhan, pasangan[0][1])
        operan = [w for _, w in pasangan] + tanpa_nilai + ([keseluruhan] if keseluruhan else [])
        return atas / pembagi, f"({uraian}) \u00f7 ({bawah})", operan

    def _scale(self, aturan: AturanJumlah) -> tuple[str, Amatan | None]:
        """Return the measure of the weights and, for shares, the whole they are shares of."""
        pengenal = self._indeks.laporan.pengenal
        if aturan.jenis == "tertimbang" or pengenal is None:
            dikenal = self._indeks.laporan.kosakata.find(aturan.acuan)
            return dikenal.id if dikenal else aturan.acuan, None
        try:
            besaran = pengenal.besaran(aturan.acuan, self._tabel.hal)
        except BesaranError:
            return "", None
        return besaran.ukuran, next(iter(self._indeks.find(besaran)), None)

    def _weight(self, b: Baris, nilai: Amatan, ukuran: str) -> Amatan | None:
        """Return the weight of a row: its own column, else what any table prints about the same hal."""
        sebaris = next((a for a in b.sel if a is not None and usable(a) and a.besaran.ukuran == ukuran), None)
        pengenal = self._indeks.laporan.pengenal
        if sebaris is not None or pengenal is None or not ukuran:
            return sebaris
        return next(iter(self._indeks.find(pengenal.besaran(ukuran, nilai.besaran.hal))), None)

    def _nearest(self, total: Amatan, selang: Sequence[Selang]) -> dict[str, str]:
        """Say so when a total that should be weighted is exactly the plain mean."""
        rata = jumlah(selang) / Selang.tepat(len(selang))
        if self._indeks.selang(total).bertemu(rata):
            return {
                "id": "Nilai tercetak cocok sebagai rata-rata biasa tanpa bobot.",
                "en": "The printed value fits a plain mean without weights.",
            }
        return {}

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
            hasil = jumlah(self._indeks.selang(a) for a in angka)
            uraian = " + ".join(a.dibaca.bilangan for a in angka)
            yield self._buat.judged("jumlah", total, hasil, angka, uraian, pembeda="periode")


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
