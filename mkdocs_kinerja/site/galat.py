"""Data files with mistakes: what is wrong, in which line, what the line says; and the banner that tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..laporan import Laporan, Masalah
from ..lokasi import Posisi
from ..pribadi import samarkan
from .pagespec import Bagian
from .situs import BERSAMA, Halaman, Situs
from .templat import render

MAKS_KUTIPAN, MAKS_UKURAN = 160, 4 * 1024 * 1024
MAKS_BANNER = 3


@dataclass(frozen=True, slots=True)
class Kutipan:
    """The line of a mistake with its neighbours; `panah` is where it begins in the line, counted from 0."""

    baris: tuple[tuple[int, str], ...]
    salah: int
    panah: int


def problems(laporan: Laporan) -> list[Masalah]:
    """Return what the author has to mend in the file itself."""
    return [m for m in laporan.masalah if m.kode in {"skema", "ganda", "rujukan"}]


def sections(h: Halaman, laporan: Laporan) -> list[Bagian]:
    """Return the section about the file; empty where each mistake is told as a finding anyway."""
    ditemukan = {p for t in h.situs.temuan_laporan.get(laporan.kunci, ()) for p in t.lokasi}
    masalah = [m for m in problems(laporan) if m.posisi not in ditemukan]
    if not masalah:
        return []
    isi = [(m, quote(h.situs.akar, m.posisi, h.situs.hasil.pribadi), h.ke_berkas(m.posisi)) for m in masalah]
    return [Bagian(2, h.kata("galat.judul"), "berkas", render("galat", h=h, isi=isi))]


def quote(akar: Path, posisi: Posisi, pribadi: frozenset[str] = frozenset()) -> Kutipan | None:
    """Return the lines around a place; None where the file cannot be shown.

    Args:
        akar: The folder that file names are relative to.
        posisi: The place.
        pribadi: What is to be masked beside what the lines themselves tell.
    """
    try:
        jalur = (akar / posisi.berkas).resolve()
        if not jalur.is_relative_to(akar.resolve()) or jalur.stat().st_size > MAKS_UKURAN:
            return None
        baris = jalur.read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return None
    if not 1 <= posisi.baris <= len(baris):
        return None
    awal, akhir = max(1, posisi.baris - 1), min(len(baris), posisi.baris + 1)
    dekat = tuple((n, _shown(samarkan(baris[n - 1], pribadi))) for n in range(awal, akhir + 1))
    return Kutipan(dekat, posisi.baris, min(posisi.kolom - 1, MAKS_KUTIPAN))


def _shown(teks: str) -> str:
    """Return a line as it can be printed: no control or direction characters, not too long."""
    bersih = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in teks.replace("\t", "    "))
    return bersih if len(bersih) <= MAKS_KUTIPAN else bersih[:MAKS_KUTIPAN] + "…"


def banner(situs: Situs, src_uri: str, pesan: Sequence[str] = ()) -> str:
    """Return the banner for the pages of `mkdocs serve`; empty if all is well.

    Args:
        situs: The site.
        src_uri: The page that shows it.
        pesan: What else went wrong, in ready sentences.
    """
    h = situs.halaman(src_uri)
    isi = [(m.posisi, h.teks(m.pesan), _link(h, x, m)) for x in situs.hasil.laporan for m in problems(x)[:1]]
    isi += [(t.lokasi[0], h.teks(t.pesan), h.ke_temuan(t)) for t in situs.temuan_laporan.get(BERSAMA, ()) if t.lokasi]
    if not isi and not pesan:
        return ""
    return render("banner", h=h, isi=isi[:MAKS_BANNER], pesan=pesan, lain=max(0, len(isi) - MAKS_BANNER))


def _link(h: Halaman, laporan: Laporan, masalah: Masalah) -> str:
    temuan = next((t for t in h.situs.temuan_laporan.get(laporan.kunci, ()) if masalah.posisi in t.lokasi), None)
    return h.ke_temuan(temuan) if temuan else h.ke_laporan(*laporan.kunci, "berkas")
