"""One wrong cell behind several contradictions: which value, put in one place, makes the most of them disappear.

Every relation that fails and every quantity whose places disagree is a contradiction. A supposed value is tried in a
cell: the contradictions that then vanish are its consequences, and it counts only if nothing that holds now breaks.
Method: what an auditor does with a pencil, taken over all cells that stand in at least two contradictions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from ..angka import Angka
from ..laporan import Amatan
from ..selang import TEPAT, Selang
from .bukti import Indeks
from .hubungan import Baca, Relasi, is_cut
from .sebutan import Sebutan

Kunci = tuple[str, ...]
MAKS_OPERAN = 60
"""Of a longer sum no term is singled out: any of them could be wrong."""


@dataclass(frozen=True, slots=True)
class Koreksi:
    """Other values for some cells, and what they would settle.

    Attributes:
        ganti: The cells, all of one quantity, and the value (in the base unit) that is supposed for them.
        selesai: Keys of the facts whose contradiction vanishes, in the order they were made.
    """

    ganti: tuple[Amatan, ...]
    nilai: Decimal
    selesai: tuple[Kunci, ...]

    @property
    def sel(self) -> Amatan:
        """The first of the cells."""
        return self.ganti[0]


class Pencari:
    """Looks for corrections in one report.

    Args:
        indeks: Its observations.
        relasi: Its relations, those that hold included.
        sebutan: Its quantities with several places, those that agree included.
    """

    def __init__(self, indeks: Indeks, relasi: Iterable[Relasi], sebutan: Iterable[Sebutan]) -> None:
        self._indeks = indeks
        self._relasi: dict[Amatan, list[Relasi]] = defaultdict(list)
        self._sebutan: dict[Amatan, Sebutan] = {}
        self._urutan: dict[Kunci, int] = {}
        self._tengah: dict[Kunci, Decimal] = {}
        for r in relasi:
            self._urutan[r.kunci] = len(self._urutan)
            for a in dict.fromkeys((r.dilaporkan, *r.ulangan, *r.operan)):
                self._relasi[a].append(r)
        for s in sebutan:
            self._urutan[s.kunci] = len(self._urutan)
            for a in s.amatan:
                self._sebutan[a] = s

    def corrections(self) -> list[Koreksi]:
        """Return the corrections that settle at least two contradictions and break nothing, none of them twice."""
        semua = [k for ganti, nilai in self._candidates() if (k := self._try(ganti, nilai)) is not None]
        semua.sort(key=lambda k: (-len(k.selesai), len(k.ganti), k.sel.posisi, k.nilai))
        hasil: list[Koreksi] = []
        terpakai: set[Kunci] = set()
        for k in semua:
            baru = tuple(x for x in k.selesai if x not in terpakai)
            if len(baru) != len(k.selesai) or self._rivals(k, semua):
                continue
            hasil.append(k)
            terpakai |= set(k.selesai)
        return hasil

    def _rivals(self, k: Koreksi, semua: Sequence[Koreksi]) -> bool:
        """Whether another quantity explains the same just as well, so that nobody can tell which of them is wrong."""
        setara = [x for x in semua if x.sel.besaran != k.sel.besaran and len(x.selesai) >= len(k.selesai)]
        return any(set(lain.selesai) & set(k.selesai) for lain in setara)

    def about(self, sel: Iterable[Amatan]) -> list[Kunci]:
        """Return the keys of all relations and quantities that some cells stand in."""
        kunci = {r.kunci for a in sel for r in self._relasi.get(a, ())}
        kunci |= {s.kunci for a in sel if (s := self._sebutan.get(a))}
        return sorted(kunci, key=self._urutan.__getitem__)

    def solve(self, ganti: Mapping[Amatan, Decimal]) -> tuple[list[Kunci], list[Kunci]]:
        """Return the contradictions that vanish with other values, and the relations and agreements that then break."""
        selesai: list[Kunci] = []
        rusak: list[Kunci] = []
        relasi = {r.kunci: r for a in ganti for r in self._relasi.get(a, ())}
        for r in relasi.values():
            kini = self._holds(r, ganti)
            if kini != r.cocok:
                (selesai if kini else rusak).append(r.kunci)
        sebutan = {s.kunci: s for a in ganti if (s := self._sebutan.get(a))}
        for s in sebutan.values():
            kini = self._agrees(s, ganti)
            if kini != s.sepakat:
                (selesai if kini else rusak).append(s.kunci)
        return sorted(selesai, key=self._urutan.__getitem__), rusak

    def _try(self, ganti: tuple[Amatan, ...], nilai: Decimal) -> Koreksi | None:
        selesai, rusak = self.solve(dict.fromkeys(ganti, nilai))
        return Koreksi(ganti, nilai, tuple(selesai)) if len(selesai) > 1 and not rusak else None

    def _candidates(self) -> Iterable[tuple[tuple[Amatan, ...], Decimal]]:
        """Yield cells in at least two contradictions with the values that would settle one of them."""
        banyak: dict[Amatan, int] = defaultdict(int)
        for a, daftar in self._relasi.items():
            banyak[a] += sum(not r.cocok for r in daftar)
        for a, s in self._sebutan.items():
            banyak[a] += not s.sepakat
        terlihat: set[tuple[tuple[Amatan, ...], Decimal]] = set()
        for a in sorted((a for a, n in banyak.items() if n), key=lambda a: a.posisi):
            kembar = self._twins(a)
            if sum(banyak[b] for b in kembar) < 2:
                continue
            for nilai in self._values(a):
                for ganti in ((a,), kembar) if len(kembar) > 1 else ((a,),):
                    if (ganti, nilai) not in terlihat:
                        terlihat.add((ganti, nilai))
                        yield ganti, nilai

    def _twins(self, a: Amatan) -> tuple[Amatan, ...]:
        """Return all places that print the same value of the same quantity: a wrong value is often copied."""
        s = self._sebutan.get(a)
        if s is None:
            return (a,)
        return tuple(b for b in s.amatan if b.dibaca.penuh == a.dibaca.penuh)

    def _values(self, a: Amatan) -> list[Decimal]:
        nilai: list[Decimal | None] = []
        s = self._sebutan.get(a)
        if s is not None and not s.sepakat:
            nilai += [isi[0].dibaca.penuh for isi in s.kelompok if a not in isi]
        nilai += [self.solved(r, a) for r in self._relasi.get(a, ()) if not r.cocok]
        return list(dict.fromkeys(n for n in nilai if n is not None and n != a.dibaca.penuh))

    def solved(self, r: Relasi, a: Amatan) -> Decimal | None:
        """Return the value of `a`, with its printed decimals, that makes a relation hold; None where none does."""
        if len(r.operan) > MAKS_OPERAN:
            return None
        with localcontext(TEPAT):
            if a not in r.operan:
                return _like(a, self._centre(r))
            x = a.dibaca.penuh or Decimal(0)
            tujuan = r.dilaporkan.dibaca.penuh or Decimal(0)
            langkah = max(abs(x) / 100, Decimal(1).scaleb(a.dibaca.skala))
            try:
                di = self._centre(r)
                for _ in range(3):
                    ke = self._at(r, a, x + langkah)
                    if di == ke:
                        return None
                    x += langkah * (tujuan - di) / (ke - di)
                    di = self._at(r, a, x)
                    if abs(di - tujuan) <= abs(tujuan) / 10**9:
                        break  # a sum is there at once, a ratio after a step or two
            except ZeroDivisionError:
                return None
            hasil = _like(a, x)
        negatif = hasil < 0 <= (a.dibaca.penuh or Decimal(0))
        return None if negatif or not self._holds(r, {a: hasil}) else hasil

    def cut(self, r: Relasi) -> bool:
        """Whether the printed result has its last digits cut off: nobody has slipped there."""
        return is_cut(r.dilaporkan, r.hitung(self._indeks.selang))

    def _centre(self, r: Relasi) -> Decimal:
        """Return what the printed terms give, their rounding left aside."""
        if r.kunci not in self._tengah:
            self._tengah[r.kunci] = r.hitung(self._indeks.selang).tengah
        return self._tengah[r.kunci]

    def _at(self, r: Relasi, a: Amatan, x: Decimal) -> Decimal:
        def baca(b: Amatan) -> Selang:
            return Selang.tepat(x if b is a else b.dibaca.penuh or Decimal(0))

        return r.hitung(baca).tengah

    def _holds(self, r: Relasi, ganti: Mapping[Amatan, Decimal]) -> bool:
        baca = self._reader(ganti)
        try:
            hasil = r.hitung(baca)
        except ZeroDivisionError:
            return False
        return all(self._read(a, ganti, terukur=True).bertemu(hasil) for a in (r.dilaporkan, *r.ulangan))

    def _agrees(self, s: Sebutan, ganti: Mapping[Amatan, Decimal]) -> bool:
        selang = [self._read(a, ganti) for a in s.amatan]
        return max(x.bawah for x in selang) <= min(x.atas for x in selang)

    def _reader(self, ganti: Mapping[Amatan, Decimal]) -> Baca:
        return lambda a: self._read(a, ganti)

    def _read(self, a: Amatan, ganti: Mapping[Amatan, Decimal], *, terukur: bool = False) -> Selang:
        asli = self._indeks.selang(a, terukur=terukur)
        if a not in ganti:
            return asli
        geser = ganti[a] - asli.tengah
        return Selang(asli.bawah + geser, asli.atas + geser, ganti[a])


def _like(a: Amatan, nilai: Decimal) -> Decimal:
    """Return a value with the printed decimals of `a`, in the base unit."""
    with localcontext(TEPAT):
        satuan = Decimal(1).scaleb(a.dibaca.skala - a.dibaca.desimal)
        return (nilai / satuan).quantize(Decimal(1), rounding="ROUND_HALF_UP") * satuan


def slip(tercetak: Angka, nilai: Decimal) -> str:
    """Return the slip of the pen that turns a value into the printed one, or nothing.

    Returns:
        `tukar`: two neighbouring digits are swapped; `satu`: one digit differs; `kurang`, `lebih`: a digit is missing
        or one too many.
    """
    a = _digits(tercetak.penuh, tercetak)
    b = _digits(nilai, tercetak)
    if not a or not b or a == b or min(len(a), len(b)) < 2:
        return ""
    if len(a) == len(b):
        beda = [n for n in range(len(a)) if a[n] != b[n]]
        if len(beda) == 1 and len(a) > 2:
            return "satu"
        if len(beda) == 2 and beda[1] == beda[0] + 1 and (a[beda[0]], a[beda[1]]) == (b[beda[1]], b[beda[0]]):
            return "tukar"
        return ""
    pendek, panjang = sorted((a, b), key=len)
    if len(panjang) == len(pendek) + 1 and any(panjang[:n] + panjang[n + 1 :] == pendek for n in range(len(panjang))):
        return "kurang" if len(a) < len(b) else "lebih"
    return ""


def _digits(nilai: Decimal | None, tercetak: Angka) -> str:
    if nilai is None or nilai < 0:
        return ""
    with localcontext(TEPAT):
        bulat = nilai.scaleb(tercetak.desimal - tercetak.skala)
        return str(int(bulat)) if bulat == bulat.to_integral_value() else ""
