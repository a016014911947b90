"""How the synthetic report prints: Indonesian numbers, rounding half up, aligned grids, entries of `tabel`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

Baris = Sequence[str]


def bulat(nilai: Decimal, desimal: int = 2) -> Decimal:
    """Round half up, as a report does."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


def cetak(nilai: Decimal | int, desimal: int = 0) -> str:
    """Print `1.234,50`."""
    return f"{bulat(Decimal(nilai), desimal):,f}".translate(str.maketrans(",.", ".,"))


def persen(bagian: Decimal | int, dari: Decimal | int) -> str:
    """Print a share in percent with two decimals."""
    return f"{cetak(Decimal(bagian) / Decimal(dari) * 100, 2)}%"


def bagi(total: int, bobot: Sequence[int], kelipatan: int = 1) -> list[int]:
    """Split a total into whole multiples by weights; the last part takes what rounding leaves over."""
    satuan, semua = total // kelipatan, sum(bobot)
    bagian = [satuan * b // semua for b in bobot[:-1]]
    return [b * kelipatan for b in (*bagian, satuan - sum(bagian))]


def kisi(baris: Iterable[Baris]) -> list[str]:
    """Align the cells of a grid; blanks at the end of a line are left out."""
    isi = [list(b) for b in baris]
    lebar = [max(len(b[n]) for b in isi) for n in range(len(isi[0]))]
    return [" | ".join(s.ljust(w) for s, w in zip(b, lebar, strict=True)).rstrip() for b in isi]


class Penulis:
    """Collects the lines of one report; counts the lines of the document that its tables come from."""

    def __init__(self) -> None:
        self.baris: list[str] = []
        self._nomor = 100

    def nomor(self) -> int:
        """Return the next line of the document."""
        self._nomor += 1
        return self._nomor

    def tabel(
        self, id_: str, tempat: str, judul: str, kepala: Sequence[Baris], isi: Sequence[Baris], /, **kunci: str
    ) -> None:
        """Write one table; further keys in YAML notation."""
        awal = self._nomor + 3
        self._nomor = awal + len(isi) - 1
        self.baris += [f'  - id: "{id_}"', f"    tempat: {tempat}", f"    judul: {judul}"]
        self.baris += [f"    sumber: {awal}-{self._nomor}", *(f"    {k}: {v}" for k, v in kunci.items())]
        self.baris += ["    isi: |", *(f"      {b}" for b in kisi([*kepala, *isi])), ""]

    def prosa(self, bagian: str, isi: Iterable[Baris]) -> None:
        """Write one of the grids `kendala` and `pernyataan`."""
        self.baris += [f"{bagian}: |", *(f"  {b}" for b in kisi([str(self.nomor()), *b] for b in isi)), ""]

    def peta(self, isi: Mapping[str, str], jarak: int) -> None:
        """Write a mapping of plain values."""
        self.baris += [f"{' ' * jarak}{k}: {v}" for k, v in isi.items()]
