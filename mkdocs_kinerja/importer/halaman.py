"""Page breaks: repeated headers are removed, other column layouts mapped back, names broken over lines joined."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from .catatan import Catatan
from .mentah import BarisMentah, SelMentah, ranges, shown
from .nilai import is_figure, is_numbering, is_value

_MIRIP = 0.9


def unite(kepala: Sequence[BarisMentah], isi: Sequence[BarisMentah]) -> tuple[list[BarisMentah], list[Catatan]]:
    """Return the body of a table as if it stood on one page.

    Args:
        kepala: The header lines at its beginning.
        isi: All rows below, those of later pages included.
    """
    catatan: list[Catatan] = []
    hasil: list[BarisMentah] = []
    susunan: list[list[int]] | None = None
    terpisah = False
    dibuang: list[int] = []
    for b in isi:
        ulang = next((k for k in kepala if _same(k, b)), None)
        if ulang is not None or (is_numbering(b.teks) and b is not isi[-1]):
            if ulang is kepala[0] if kepala else False:
                susunan = _layout(kepala[0], b)
                if susunan:
                    catatan.append(
                        Catatan(
                            f"baris {b.nomor}: judul halaman ini berkolom lain; kolomnya digabung menurut judul",
                            f"line {b.nomor}: this page has other columns; they were merged by their headers",
                        )
                    )
            terpisah = True
            dibuang.append(b.nomor)
            continue
        baris = _mapped(b, susunan) if susunan else b
        lanjutan = bool(hasil) and _continues(hasil, baris, terpisah)
        if lanjutan:
            catatan.append(_joined_note(hasil[-1], baris))
            hasil[-1] = _join(hasil[-1], baris)
        else:
            hasil.append(baris)
        terpisah = False
    if dibuang:
        daftar = ranges(dibuang)
        catatan.append(
            Catatan(
                f"judul berulang dibuang: baris {daftar}", f"repeated headers removed: lines {daftar}", periksa=False
            )
        )
    return hasil, catatan


def _key(b: BarisMentah) -> str:
    return " ".join(t.lower() for t in b.teks if t)


def _same(kepala: BarisMentah, b: BarisMentah) -> bool:
    """Whether a row repeats a header line; a letter may have been misread."""
    satu, dua = _key(kepala), _key(b)
    if satu == dua:
        return bool(satu)
    if any(is_figure(t) for t in b.teks) or len(satu) < 12:
        return False
    return SequenceMatcher(None, satu, dua).ratio() > _MIRIP


def _layout(asli: BarisMentah, ulang: BarisMentah) -> list[list[int]] | None:
    """Return which columns of a later page make up each column of the first; None if they are the same."""
    satu = [n for n, t in enumerate(asli.teks) if t]
    dua = [n for n, t in enumerate(ulang.teks) if t]
    if len(satu) != len(dua) or satu == dua:
        return None
    hasil: list[list[int]] = []
    for i, (a, b) in enumerate(zip(satu, dua, strict=True)):
        lebar_a = (satu[i + 1] if i + 1 < len(satu) else len(asli.sel)) - a
        lebar_b = dua[i + 1] - b if i + 1 < len(dua) else lebar_a
        if lebar_b < lebar_a:
            return None
        lebih = lebar_b - lebar_a
        hasil.append(list(range(b, b + lebih + 1)))
        hasil += [[b + lebih + n] for n in range(1, lebar_a)]
    return hasil


def _mapped(b: BarisMentah, susunan: list[list[int]]) -> BarisMentah:
    lebar = max(n for kolom in susunan for n in kolom) + 1
    penuh = b.widen(lebar)
    sel = []
    for kolom in susunan:
        isi = [penuh.sel[n] for n in kolom]
        sel.append(SelMentah(" ".join(s.teks for s in isi if s.teks), any(s.miring for s in isi), isi[0].inden))
    return BarisMentah((*sel, *penuh.sel[lebar:]), b.nomor)


def _continues(hasil: Sequence[BarisMentah], b: BarisMentah, terpisah: bool) -> bool:
    """Whether a row is only the rest of the name above it: no key, no value, and such rows are rare."""
    atas = hasil[-1]
    isi = [n for n, t in enumerate(b.teks) if t]
    if not isi or any(is_value(b.teks[n]) for n in isi) or b.sel[0].teks or any(s.gabung for s in b.sel):
        return False
    if any(n >= len(atas.sel) or not atas.sel[n].teks for n in isi):
        return False
    berangka = sum(any(is_figure(t) for t in h.teks) for h in hasil)
    lebih = sum(1 for t in atas.teks if t) > len(isi)
    return lebih and (terpisah or berangka * 5 > len(hasil) * 4) and berangka * 2 > len(hasil)


def _join(atas: BarisMentah, b: BarisMentah) -> BarisMentah:
    penuh = b.widen(len(atas.sel))
    sel = (
        SelMentah(f"{a.teks} {s.teks}".strip(), a.miring, a.inden, a.gabung)
        for a, s in zip(atas.sel, penuh.sel, strict=False)
    )
    return BarisMentah(tuple(sel), atas.nomor)


def _joined_note(atas: BarisMentah, b: BarisMentah) -> Catatan:
    isi = shown(t for t in b.teks if t)
    return Catatan(
        f"baris {b.nomor} disambung ke baris {atas.nomor}: {isi}",
        f"line {b.nomor} was joined to line {atas.nomor}: {isi}",
    )
