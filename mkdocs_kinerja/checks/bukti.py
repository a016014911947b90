"""From observations to evidence: places, exactness, intervals, and numbers as a message shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from decimal import Decimal, localcontext

from ..angka import Keadaan
from ..bahasa import Bahasa
from ..laporan import Amatan, Besaran, Laporan, Tabel
from ..lokasi import Posisi
from ..selang import TEPAT, Selang
from ..tabel import KolomTabel
from ..temuan import Peran, Tempat

SETAHUN = 12


class Indeks:
    """The observations of one report, by quantity; prose and tables alike, in the order of the file."""

    def __init__(self, laporan: Laporan) -> None:
        self.laporan = laporan
        self._besaran: dict[Besaran, list[Amatan]] = defaultdict(list)
        self._angka: dict[Besaran, tuple[Amatan, ...]] = {}
        self._memotong = {t.id for t in laporan.tabel if t.potong}
        for amatan in laporan.amatan():
            self._besaran[amatan.besaran].append(amatan)
        self._nol = {p for t in laporan.tabel for p in _zero_among_decimals(t)}
        self._selang: dict[tuple[Amatan, bool], Selang] = {}
        self._kerabat: dict[tuple[str, str, str], list[Besaran]] = defaultdict(list)
        for b in self._besaran:
            self._kerabat[b.hal, b.ukuran, b.kelompok].append(b)

    def of(self, laporan: Laporan) -> Indeks:
        """Return the same observations for a report that knows more about itself."""
        sama = copy(self)
        sama.laporan = laporan
        return sama

    def all(self) -> Mapping[Besaran, list[Amatan]]:
        """Return every quantity with its observations."""
        return self._besaran

    def find(self, besaran: Besaran) -> Sequence[Amatan]:
        """Return the observations of one quantity that are numbers, printed and undamaged."""
        if besaran not in self._angka:
            self._angka[besaran] = tuple(a for a in self._besaran.get(besaran, ()) if usable(a))
        return self._angka[besaran]

    def in_place(self, amatan: Iterable[Amatan]) -> list[Amatan]:
        """Return the observations that stand where they belong; all of them where none does."""
        semua = list(amatan)
        return [a for a in semua if a.posisi not in self.laporan.salah_tempat] or semua

    def siblings(self, besaran: Besaran) -> list[Besaran]:
        """Return the quantities that differ from one in period or version only, itself included."""
        return self._kerabat.get((besaran.hal, besaran.ukuran, besaran.kelompok), [])

    def selang(self, amatan: Amatan, *, terukur: bool = False) -> Selang:
        """Return the interval of one observation; wider on one side where its table cuts digits off.

        Args:
            amatan: A number.
            terukur: Treat a target like a measurement: printed as the result of a formula, it may be rounded.
        """
        kunci = (amatan, terukur)
        if kunci not in self._selang:
            self._selang[kunci] = self._interval(amatan, terukur=terukur)
        return self._selang[kunci]

    def _interval(self, amatan: Amatan, *, terukur: bool) -> Selang:
        nilai = amatan.dibaca.penuh
        if not amatan.tabel and not amatan.terbilang and nilai and self._rounded(amatan, nilai):
            return Selang(nilai - 500, nilai + 500, nilai)
        if amatan.posisi in self._nol:
            return Selang.tepat(0)
        return amatan.dibaca.selang(tepat=self.exact(amatan, terukur=terukur), potong=amatan.tabel in self._memotong)

    def _rounded(self, amatan: Amatan, nilai: Decimal) -> bool:
        """Whether an amount in running text may have been rounded to thousands: its last three digits are zeros."""
        return self.laporan.jenis_ukuran(amatan.besaran) == "uang" and amatan.dibaca.skala == 0 and nilai % 1000 == 0

    def accumulates(self, besaran: Besaran) -> bool:
        """Whether the values of shorter periods add up to that of a longer one."""
        kelas, _, kunci = besaran.hal.partition("/")
        indikator = self.laporan.indikator.get(kunci) if kelas == "indikator" else None
        if indikator is not None and besaran.ukuran in {"realisasi", "target_antara", "target"}:
            # The targets of the triwulan make the annual one; how those of years go together is another matter.
            if besaran.ukuran == "target" and (besaran.periode is None or besaran.periode.bulan > SETAHUN):
                return False
            return indikator.agregasi == "jumlah" and indikator.jenis in {"cacah", "uang"}
        ukuran = self.laporan.kosakata.ukuran.get(besaran.ukuran)
        return ukuran is not None and ukuran.agregasi == "jumlah"

    def exact(self, amatan: Amatan, *, terukur: bool = False) -> bool:
        """Whether the number is exact as printed: a count, an amount in whole rupiah, a target that was set."""
        jenis = self.laporan.jenis_ukuran(amatan.besaran)
        if jenis == "cacah":
            return True
        if jenis == "uang":
            return amatan.dibaca.skala == 0 and amatan.dibaca.desimal == 0
        ukuran = self.laporan.kosakata.ukuran.get(amatan.besaran.ukuran)
        return bool(ukuran and ukuran.tepat and not terukur)


def _zero_among_decimals(tabel: Tabel) -> Iterable[Posisi]:
    """Return the zeros in columns of decimals: beside 97,25 a 0 is nothing, not anything up to one half."""
    for n in range(len(tabel.kolom)):
        angka = [a for b in tabel.baris if (a := b.sel[n]) is not None and usable(a)]
        pecahan = sum(a.dibaca.desimal > 0 for a in angka)
        if pecahan > 1 and pecahan * 2 >= len(angka):
            yield from (a.posisi for a in angka if a.dibaca.desimal == 0 and not a.dibaca.nilai)


def usable(amatan: Amatan | None) -> bool:
    """Whether an observation is a plain number that the document prints, damaged or not."""
    return amatan is not None and amatan.dibaca.keadaan is Keadaan.ANGKA and amatan.tercetak


def stated(amatan: Amatan | None) -> bool:
    """Whether an observation says how much it is: a number, a range or a grade."""
    return amatan is not None and amatan.dibaca.keadaan in {Keadaan.ANGKA, Keadaan.RENTANG, Keadaan.HURUF}


def place(amatan: Amatan, peran: Peran) -> Tempat:
    """Return the place of an observation, as a finding lists it."""
    return Tempat(
        peran, amatan.angka.teks.strip(), amatan.posisi, amatan.sumber, amatan.nama, amatan.tabel,
        amatan.besaran.ukuran, amatan.besaran.periode,
    )  # fmt: skip


def places(dilaporkan: Amatan, lain: Iterable[Amatan], peran: Peran = "operan") -> tuple[Tempat, ...]:
    """Return the reported place first, then the others, none of them twice."""
    unik = dict.fromkeys((dilaporkan, *lain))
    return tuple(place(a, "dilaporkan" if a is dilaporkan else peran) for a in unik)


def where(laporan: Laporan, amatan: Amatan) -> str:
    """Return how a reader calls the place: the table's name, or a line of the document."""
    if amatan.sumber.tempat:
        return amatan.sumber.tempat
    if amatan.sumber.baris:
        return f"baris {amatan.sumber.baris[0]}"
    if amatan.sumber.halaman:
        return f"hal. {amatan.sumber.halaman[0]}"
    return laporan.berkas


def measure(laporan: Laporan, besaran: Besaran) -> Mapping[str, str]:
    """Return the name of what is measured, in both languages, with its group where it has one."""
    ukuran = laporan.kosakata.ukuran.get(besaran.ukuran)
    nama = ukuran.nama if ukuran else {"id": besaran.ukuran, "en": besaran.ukuran}
    return {b: f"{n} ({besaran.kelompok})" for b, n in nama.items()} if besaran.kelompok else nama


def column_name(kolom: KolomTabel) -> Mapping[str, str]:
    """Return what readers call a column: its measure, group and period; of any other column the label as it is."""
    if kolom.ukuran is None:
        return {"id": kolom.label, "en": kolom.label}
    hasil: dict[str, str] = {}
    for b in (Bahasa("id"), Bahasa("en")):
        kelompok = f" ({kolom.kelompok})" if kolom.kelompok else ""
        masa = f" {b.periode(kolom.periode)}" if kolom.periode else ""
        hasil[b.kode] = f"{b.teks(kolom.ukuran.nama)}{kelompok}{masa}"
    return hasil


def like(amatan: Amatan, nilai: Decimal) -> Decimal:
    """Return a computed value in the printed unit of `amatan`, with its decimals, or as many as tell them apart."""
    with localcontext(TEPAT):
        skala = nilai.scaleb(-amatan.dibaca.skala)
        tercetak = amatan.dibaca.nilai
        for desimal in range(amatan.dibaca.desimal, amatan.dibaca.desimal + 4):
            hasil = skala.quantize(Decimal(1).scaleb(-desimal), rounding="ROUND_HALF_UP")
            if hasil != tercetak or skala == tercetak:
                break
        return hasil + 0


def plain(nilai: Decimal) -> Decimal:
    """Return a computed value with at most two decimals and no trailing zeros."""
    bulat = nilai.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP").normalize()
    return bulat.quantize(Decimal(1)) if bulat == bulat.to_integral_value() else bulat


def difference(amatan: Amatan, seharusnya: Decimal) -> Decimal:
    """Return printed minus computed, both as `like` shows them, so that the reader's subtraction agrees."""
    with localcontext(TEPAT):
        return (amatan.dibaca.nilai or Decimal(0)) - seharusnya


def share(bagian: Decimal, dari: Decimal) -> Decimal:
    """Return |bagian| in percent of |dari|, 0 to 999999; 999999 where there is nothing to compare with."""
    if dari == 0:
        return Decimal(0) if bagian == 0 else Decimal(999_999)
    with localcontext(TEPAT):
        return min(abs(bagian / dari) * 100, Decimal(999_999)).quantize(Decimal("0.001"))
