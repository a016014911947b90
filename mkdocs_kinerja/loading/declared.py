"""What a table declares about its columns: formulas (`rumus`) and kinds of total (`jumlah`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from .. import rumus
from ..kosakata import normal
from ..laporan import AturanJumlah, JenisJumlah, KolomTabel
from ..lokasi import Posisi
from ..pengenal import BesaranError, Pengenal
from ..rumus import Simpul
from .node import Node

Catat = Callable[[str, Posisi, str, str, str], None]
"""Takes (kind, place, message in Indonesian, in English, stable address)."""


def _names(kolom: Sequence[KolomTabel]) -> set[str]:
    return {normal(k.label) for k in kolom} | {normal(k.ukuran.id) for k in kolom if k.ukuran}


def formulas(
    node: Node | None, kolom: Sequence[KolomTabel], hal: str, pengenal: Pengenal, catat: Catat
) -> list[tuple[str, Simpul, str, Posisi]]:
    """Read `rumus:`; entries that cannot be read or name unknown columns are told and left out."""
    hasil = []
    per_baris = any(k.kelas == ("ukuran",) for k in kolom)
    for nama, isi in node.items() if node else ():
        try:
            simpul = rumus.read(isi.teks)
        except rumus.RumusError as galat:
            catat(
                "skema",
                isi.posisi,
                f"rumus {nama!r}: {galat.pesan}",
                f"formula {nama!r}: {galat.pesan_en}",
                f"rumus/{nama}",
            )
            continue
        asing = [n for n in rumus.names(simpul) if not _known(n, kolom, hal, pengenal)]
        if normal(nama) not in _names(kolom) and not (per_baris and pengenal.kosakata.find(nama)):
            asing.insert(0, nama)
        if asing:
            tak_dikenal = pengenal.unknown("Kolom", "column", asing[0], [k.label for k in kolom])
            catat("rujukan", isi.posisi, tak_dikenal.pesan, tak_dikenal.pesan_en, f"rumus/{nama}")
            continue
        hasil.append((nama, simpul, isi.teks.strip(), isi.posisi))
    return hasil


def _known(nama: str, kolom: Sequence[KolomTabel], hal: str, pengenal: Pengenal) -> bool:
    awal, ada, akhir = nama.partition("..")
    if ada and {normal(awal), normal(akhir)} <= _names(kolom):
        return True
    if normal(nama) in _names(kolom):
        return True
    try:
        pengenal.besaran(nama, hal)
    except BesaranError:
        return False
    return True


def totals(node: Node | None, kolom: Sequence[KolomTabel], pengenal: Pengenal, catat: Catat) -> dict[str, AturanJumlah]:
    """Read `jumlah:`: what the `=` row ought to be, per column or measure."""
    hasil: dict[str, AturanJumlah] = {}
    for nama, isi in node.items() if node else ():
        if normal(nama) not in _names(kolom):
            galat = pengenal.unknown("Kolom", "column", nama, [k.label for k in kolom])
            catat("rujukan", isi.posisi, galat.pesan, galat.pesan_en, f"jumlah/{nama}")
            continue
        teks, acuan = isi.teks.strip(), ""
        if isi.is_mapping:
            teks, acuan = next(((k, anak.teks.strip()) for k, anak in isi.items()), ("", ""))
        for jenis in get_args(JenisJumlah):
            if teks == jenis:
                hasil[normal(nama)] = AturanJumlah(jenis, acuan)
    return hasil
