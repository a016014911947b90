"""What the importer's tests share: a block from text, its grid, and the table the real loader makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pabrik

from mkdocs_kinerja.importer import baca, masukan, susun
from mkdocs_kinerja.importer.blok import Blok
from mkdocs_kinerja.importer.konteks import Konteks
from mkdocs_kinerja.laporan import Masalah, Tabel
from mkdocs_kinerja.loading import grid
from mkdocs_kinerja.loading.grid import GarisTeks, Kisi
from mkdocs_kinerja.loading.registry import shipped_vocabulary
from mkdocs_kinerja.loading.yaml_events import parse

KONTEKS = Konteks(shipped_vocabulary())
FOLDER = Path(__file__).parent


def block(
    teks: str | bytes, nama: str = "tabel.txt", lines: str = "", konteks: Konteks = KONTEKS, **pilihan: object
) -> Blok:
    """Import a text or file content."""
    bita = teks.encode() if isinstance(teks, str) else teks
    garis = baca.lines(lines)
    atur = {k: pilihan.pop(k) for k in ("lembar", "rentang") if k in pilihan}
    isi = masukan.take(nama, bita, sebagian=garis is not None)
    lembar = baca.read(isi, garis=garis, **atur)  # type: ignore[arg-type]
    return susun.compose(lembar, replace(konteks, **pilihan))  # type: ignore[arg-type]


def excerpt(awal: int, teks: str) -> str:
    """Return a text whose lines begin at line `awal`; `->` stands for a tab."""
    return "\n" * (awal - 1) + teks.replace("->", "\t").strip("\n") + "\n"


def entry(blok: Blok) -> dict[str, object]:
    """Return the entry as data."""
    return parse("tabel:\n" + blok.text()).data["tabel"][0]  # type: ignore[no-any-return]


def kisi(blok: Blok) -> Kisi:
    """Return the grid of a block."""
    isi = entry(blok)
    kepala = isi.get("kepala", ["ukuran"])
    return grid.read([GarisTeks(t, n, 1) for n, t in enumerate(str(isi["isi"]).splitlines(), 1)], len(kepala))  # type: ignore[arg-type]


def rows(blok: Blok) -> list[tuple[str, ...]]:
    """Return the cells of the body, each row with its marker in front."""
    return [
        ("=" if b.total else ">" * b.tingkat, *(s.teks for s in b.sel))
        for b in kisi(blok).isi
    ]  # fmt: skip


def header(blok: Blok) -> list[tuple[str, ...]]:
    """Return the header lines."""
    return [tuple(s.teks for s in k) for k in kisi(blok).kepala]


def table(blok: Blok, kepala: str = "laporan: {}\n") -> tuple[Tabel, tuple[Masalah, ...]]:
    """Return what the real loader makes of a block, and what it has to say."""
    laporan = pabrik.report(kepala + "tabel:\n" + blok.text())
    return laporan.tabel[0], laporan.masalah
