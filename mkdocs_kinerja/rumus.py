"""The small language of relations: `order_tepat / order * 100`, `jumlah(jan..jun)`, `satker:pagu - satker:blokir`.

Operators stand between blanks, because `/` and `-` also occur inside references. There is no
`eval`: the text becomes a tree of four node types, evaluated on intervals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .selang import Selang, jumlah

FUNGSI = ("jumlah", "rata", "min", "max")
MAKS_PANJANG, MAKS_DALAM = 4000, 20


class RumusError(ValueError):
    """The text is no expression; `kolom` is the 1-based place in it, the message is for the author."""

    def __init__(self, kolom: int, pesan: str, pesan_en: str) -> None:
        super().__init__(pesan)
        self.kolom, self.pesan, self.pesan_en = kolom, pesan, pesan_en


@dataclass(frozen=True, slots=True)
class Tetapan:
    """A number written in the expression."""

    nilai: Decimal


@dataclass(frozen=True, slots=True)
class Rujuk:
    """A name: a measure, a column, or a reference `hal:ukuran@periode`."""

    nama: str


@dataclass(frozen=True, slots=True)
class Operasi:
    """`kiri tanda kanan`, tanda one of + - * /."""

    tanda: str
    kiri: Simpul
    kanan: Simpul


@dataclass(frozen=True, slots=True)
class Panggilan:
    """A function of one or more arguments."""

    fungsi: str
    isi: tuple[Simpul, ...]


Simpul = Tetapan | Rujuk | Operasi | Panggilan

_TOKEN = re.compile(
    r"\s*(?:(?P<angka>\d+(?:\.\d+)?)(?![\w.:/@])|(?P<nama>[A-Za-z0-9_.:][\w./:@#~%-]*)|(?P<tanda>[-+*/(),]))"
)


def read(teks: str) -> Simpul:
    """Read an expression.

    Raises:
        RumusError: It cannot be read; says where and why.
    """
    if len(teks) > MAKS_PANJANG:
        raise RumusError(1, "Rumus terlalu panjang.", "The expression is too long.")
    return _Pembaca(teks).seluruh()


class _Pembaca:
    """Recursive descent over the tokens of one expression."""

    def __init__(self, teks: str) -> None:
        self._token: list[tuple[str, str, int]] = []
        ke = 0
        akhir = len(teks.rstrip())
        while ke < akhir:
            cocok = _TOKEN.match(teks, ke)
            if not cocok or cocok.lastgroup is None:
                raise RumusError(
                    ke + 1,
                    f"Rumus tidak dapat dibaca mulai dari {teks[ke:].strip()[:20]!r}.",
                    f"The expression cannot be read from {teks[ke:].strip()[:20]!r} on.",
                )
            self._token.append((cocok.lastgroup, cocok[cocok.lastgroup], cocok.start(cocok.lastgroup) + 1))
            ke = cocok.end()
        self._token.append(("akhir", "", akhir + 1))
        self._ke = 0

    def seluruh(self) -> Simpul:
        simpul = self._suku(MAKS_DALAM)
        jenis, isi, kolom = self._token[self._ke]
        if jenis != "akhir":
            raise RumusError(
                kolom,
                f"Tidak terduga: {isi!r}. Beri spasi di kiri dan kanan tanda + - * /.",
                f"Unexpected {isi!r}. Put blanks around + - * /.",
            )
        return simpul

    def _ambil(self, *tanda: str) -> str | None:
        jenis, isi, _ = self._token[self._ke]
        if jenis == "tanda" and isi in tanda:
            self._ke += 1
            return isi
        return None

    def _suku(self, dalam: int) -> Simpul:
        kiri = self._faktor(dalam)
        while tanda := self._ambil("+", "-"):
            kiri = Operasi(tanda, kiri, self._faktor(dalam))
        return kiri

    def _faktor(self, dalam: int) -> Simpul:
        kiri = self._dasar(dalam)
        while tanda := self._ambil("*", "/"):
            kiri = Operasi(tanda, kiri, self._dasar(dalam))
        return kiri

    def _dasar(self, dalam: int) -> Simpul:
        jenis, isi, kolom = self._token[self._ke]
        if dalam == 0:
            raise RumusError(kolom, "Kurung bersarang terlalu dalam.", "Too many nested parentheses.")
        if self._ambil("-"):
            return Operasi("-", Tetapan(Decimal(0)), self._dasar(dalam - 1))
        if self._ambil("("):
            simpul = self._suku(dalam - 1)
            self._tutup()
            return simpul
        self._ke += 1
        if jenis == "angka":
            return Tetapan(Decimal(isi))
        if jenis == "nama":
            if isi in FUNGSI and self._ambil("("):
                bagian = [self._suku(dalam - 1)]
                while self._ambil(","):
                    bagian.append(self._suku(dalam - 1))
                self._tutup()
                return Panggilan(isi, tuple(bagian))
            return Rujuk(isi)
        raise RumusError(kolom, "Rumus terputus: nama atau angka diharapkan.", "A name or a number is expected here.")

    def _tutup(self) -> None:
        if not self._ambil(")"):
            raise RumusError(self._token[self._ke][2], "Kurung tutup `)` tidak ada.", "A closing `)` is missing.")


def names(simpul: Simpul) -> tuple[str, ...]:
    """Return the names in the expression, in order, each once."""
    match simpul:
        case Rujuk(nama):
            return (nama,)
        case Operasi(_, kiri, kanan):
            bagian: Sequence[Simpul] = (kiri, kanan)
        case Panggilan(_, isi):
            bagian = isi
        case _:
            bagian = ()
    return tuple(dict.fromkeys(n for b in bagian for n in names(b)))


def evaluate(simpul: Simpul, nilai: Callable[[str], Sequence[Selang]]) -> Selang:
    """Compute the expression.

    Args:
        simpul: The expression.
        nilai: Gives the values a name stands for: one, or several for a range such as `jan..jun`.

    Raises:
        ZeroDivisionError: A divisor may be zero.
        LookupError: A name has no value (raised by `nilai`).
    """
    match simpul:
        case Tetapan(angka):
            return Selang.tepat(angka)
        case Rujuk(nama):
            return jumlah(nilai(nama))
        case Operasi(tanda, kiri, kanan):
            a, b = evaluate(kiri, nilai), evaluate(kanan, nilai)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "/": a.__truediv__}[tanda](b)
        case Panggilan(fungsi, isi):
            bagian = [s for b in isi for s in (nilai(b.nama) if isinstance(b, Rujuk) else (evaluate(b, nilai),))]
            if not bagian:
                raise LookupError(fungsi)
            if fungsi == "jumlah":
                return jumlah(bagian)
            if fungsi == "rata":
                return jumlah(bagian) / Selang.tepat(len(bagian))
            pilih = min if fungsi == "min" else max
            return Selang(
                pilih(s.bawah for s in bagian), pilih(s.atas for s in bagian), pilih(s.tengah for s in bagian)
            )


def is_sum(simpul: Simpul) -> bool:
    """Whether the expression only adds and takes away."""
    match simpul:
        case Rujuk():
            return True
        case Operasi(tanda, kiri, kanan):
            return tanda in "+-" and is_sum(kiri) and is_sum(kanan)
        case Panggilan(fungsi, isi):
            return fungsi == "jumlah" and all(is_sum(b) for b in isi)
        case _:
            return False


def show(simpul: Simpul, tampil: Callable[[str], str]) -> str:
    """Write the expression with each name replaced by `tampil(name)`; signs as a reader writes them (x, :)."""
    if isinstance(simpul, Panggilan) and simpul.fungsi == "jumlah":
        return " + ".join(_show(b, tampil) for b in simpul.isi)
    return _show(simpul, tampil)


def _show(simpul: Simpul, tampil: Callable[[str], str]) -> str:
    match simpul:
        case Tetapan(angka):
            return str(angka).replace(".", ",")
        case Rujuk(nama):
            return tampil(nama)
        case Operasi(tanda, kiri, kanan):
            simbol = {"*": "\u00d7", "/": "\u00f7", "-": "\u2212"}.get(tanda, tanda)
            a, b = _show(kiri, tampil), _show(kanan, tampil)
            if tanda in "*/" and isinstance(kiri, Operasi) and kiri.tanda in "+-":
                a = f"({a})"
            if isinstance(kanan, Operasi) and (tanda in "/-" or (tanda == "*" and kanan.tanda in "+-")):
                b = f"({b})"
            return f"{a} {simbol} {b}"
        case Panggilan(fungsi, isi):
            bagian = [_show(b, tampil) for b in isi]
            if fungsi == "jumlah":
                return f"({' + '.join(bagian)})"
            return f"{fungsi}({'; '.join(bagian)})"
