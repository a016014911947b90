"""The tables of a report as HTML tables: what is printed, cell by cell, with marks where a finding points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..laporan import LAPORAN, SATKER, Amatan, Baris, Besaran, KolomTabel, Laporan, Tabel
from ..lokasi import Posisi
from ..temuan import Temuan
from .pagespec import Bagian
from .situs import Halaman, span
from .templat import render
from .temuan import jangkar_baris, jangkar_tabel

_DIMENSI = {"bulan", "triwulan", "tahun", "periode", "versi", "kelompok", "ukuran"}
_KODE = re.compile(r"[A-Z0-9.]+\Z")
_DITUNJUK = {"dilaporkan", "pembanding"}
"""Roles of places that are marked in tables; terms of a sum and authorities are not what is in doubt."""


@dataclass(frozen=True, slots=True)
class KolomTampil:
    """A column heading, with the dimensions it fixes on a second line."""

    judul: str
    rincian: str
    angka: bool


class SelTampil(NamedTuple):
    """A cell: its printed text (None: the document has no such cell), the findings about it, and how it looks."""

    teks: str | None
    catatan: str
    temuan: tuple[Temuan, ...]
    kelas: str
    induk: bool


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A row: its level, whether it is a total, its cells, where it stands in the document, and its anchor."""

    tingkat: int
    total: bool
    sel: tuple[SelTampil, ...]
    sumber: str
    jangkar: str = ""


def marks(daftar: Sequence[Temuan]) -> Mapping[Posisi, tuple[Temuan, ...]]:
    """Return the findings that point to each cell, the most serious first."""
    hasil: defaultdict[Posisi, dict[str, Temuan]] = defaultdict(dict)
    for t in sorted(daftar, key=lambda t: -t.keparahan.tingkat):
        tunjuk = [x.posisi for x in t.bukti.tempat if x.peran in _DITUNJUK] or t.lokasi
        for posisi in tunjuk:
            hasil[posisi][t.id] = t
    return {posisi: tuple(isi.values()) for posisi, isi in hasil.items()}


def sections(h: Halaman, laporan: Laporan, tanda: Mapping[Posisi, tuple[Temuan, ...]]) -> list[Bagian]:
    """Return one section per table, in the order of the report."""
    return [Bagian(3, _title(t), jangkar_tabel(t.id), block(h, laporan, t, tanda)) for t in laporan.tabel]


def block(h: Halaman, laporan: Laporan, tabel: Tabel, tanda: Mapping[Posisi, tuple[Temuan, ...]]) -> str:
    """Return one table."""
    tampak = [n for n, k in enumerate(tabel.kolom) if _shown(tabel, k) and not _internal(laporan, tabel, n)]
    kolom = [
        # The name alone stands for its key then, and is called what the key is.
        _column(h, laporan, tabel.kolom[n - 1 if n and _internal(laporan, tabel, n - 1) else n])
        for n in tampak
    ]
    baris = [
        BarisTampil(
            b.tingkat,
            b.total,
            tuple(
                _dressed(*_cell(h, laporan, tabel, b, n, tanda, pertama=i == 0), k.angka, b.tingkat, pertama=i == 0)
                for i, (n, k) in enumerate(zip(tampak, kolom, strict=True))
            ),
            span(b.sumber.baris),
            jangkar_baris(b.posisi) if b.posisi.berkas == laporan.berkas else "",
        )
        for b in tabel.baris
    ]
    return render(
        "tabel",
        h=h,
        tabel=tabel,
        judul=_title(tabel),
        kolom=kolom,
        baris=baris,
        # Document lines are worth a column, one for each row; pages are the same for all of them.
        per_baris=any(b.sumber.baris for b in tabel.baris),
        sumber=_sources(h, tabel),
        ditandai=sum(bool(s.temuan) for b in baris for s in b.sel),
        berkas=h.ke_berkas(tabel.posisi),
    )


def _shown(tabel: Tabel, kolom: KolomTabel) -> bool:
    """Whether a column is worth a place: one that is not checked only if it holds any text."""
    return kolom.jenis != "abaikan" or any(b.label.get(kolom.label, ("",))[0] for b in tabel.baris)


def _internal(laporan: Laporan, tabel: Tabel, n: int) -> bool:
    """Whether a key column holds ids of the data files (`ikm`), not codes of the document, beside the printed name."""
    berikut = tabel.kolom[n + 1] if n + 1 < len(tabel.kolom) else None
    if tabel.kolom[n].jenis != "kunci" or berikut is None or berikut.label != "nama":
        return False
    kode = {
        _code(laporan, hal)
        for b in tabel.baris
        for hal in (b.hal, *(s[0] for s in b.sebutan))
        if _is_of(hal, tabel.kolom[n])
    }
    return not any(_KODE.match(k) for k in kode)


def _title(tabel: Tabel) -> str:
    if tabel.tempat and tabel.judul:
        return f"{tabel.tempat}: {tabel.judul}"
    return tabel.label


def _sources(h: Halaman, tabel: Tabel) -> str:
    """Name the lines or pages of the whole table."""
    baris = [x for b in tabel.baris for x in (b.sumber.baris or ())]
    halaman = [x for b in tabel.baris for x in (b.sumber.halaman or ())]
    if baris:
        return h.kata("sumber.baris", isi=span((min(baris), max(baris))))
    return h.kata("sumber.halaman", isi=span((min(halaman), max(halaman)))) if halaman else ""


def _column(h: Halaman, laporan: Laporan, k: KolomTabel) -> KolomTampil:
    if k.jenis == "nilai":
        judul = h.teks(k.ukuran.nama) if k.ukuran else h.kata("kolom.nilai")
        hal = laporan.nama(k.hal) if k.hal else ""
        periode = h.b.periode(k.periode, laporan.tahun, singkat=True)
        return KolomTampil(judul, " · ".join(x for x in (hal, k.kelompok, k.versi, periode) if x), angka=True)
    if k.jenis in {"label", "abaikan"}:
        return KolomTampil(k.label[:1].upper() + k.label[1:], "", angka=False)
    return KolomTampil(" / ".join(_class(x) for x in k.kelas), "", angka=False)


def _class(kelas: str) -> str:
    return kelas.upper() if len(kelas) <= 3 else kelas.capitalize()


def _cell(
    h: Halaman,
    laporan: Laporan,
    tabel: Tabel,
    b: Baris,
    n: int,
    tanda: Mapping[Posisi, tuple[Temuan, ...]],
    *,
    pertama: bool,
) -> tuple[str | None, str, tuple[Temuan, ...]]:
    """Return the text of a cell, what is noted about it, and its findings; those of the row stand in its first cell."""
    kolom = tabel.kolom[n]
    awal = tanda.get(b.posisi, ()) if pertama else ()
    if kolom.jenis in {"label", "abaikan"}:
        teks, posisi = _label(tabel, b, n)
        return teks, "", tanda.get(posisi, ()) or awal
    if kolom.jenis == "kunci":
        return _key(h, laporan, tabel, b, n), "", awal
    amatan = b.sel[n] if n < len(b.sel) else None
    if amatan is None:
        return None, "", ()
    return amatan.angka.teks, note(h, amatan), tanda.get(amatan.posisi, ())


def _dressed(
    teks: str | None, catatan: str, temuan: tuple[Temuan, ...], angka: bool, tingkat: int, *, pertama: bool
) -> SelTampil:
    kelas = (
        "kin-n" if angka else "",
        f"kin-t{tingkat}" if pertama and tingkat else "",
        f"kin-tanda kin-{temuan[0].keparahan}" if temuan else "",
    )
    return SelTampil(teks, catatan, temuan, " ".join(filter(None, kelas)), pertama and bool(teks))


def _label(tabel: Tabel, b: Baris, n: int) -> tuple[str | None, Posisi]:
    """Return the text of a label column. A name belongs to the key on its left: there may be several of each."""
    kolom = tabel.kolom[n]
    kunci = next((k for k in reversed(tabel.kolom[:n]) if k.jenis == "kunci"), None)
    if kolom.label == "nama" and kunci is not None and not b.total:
        return next(((nama, posisi) for hal, nama, posisi in b.sebutan if _is_of(hal, kunci)), ("", b.posisi))
    return b.label.get(kolom.label, (None, b.posisi))


def _is_of(hal: str, kolom: KolomTabel) -> bool:
    return hal.partition("/")[0] in kolom.kelas


def _code(laporan: Laporan, hal: str) -> str:
    """Return the code under which a thing is printed; for a sasaran its own, otherwise the key."""
    kelas, _, kunci = hal.partition("/")
    if kelas == "sasaran":
        return next((s.kode for s in laporan.sasaran if s.id == kunci), kunci)
    return kunci or hal


def subject(h: Halaman, laporan: Laporan, hal: str) -> str:
    """Name what a figure or a statement is about."""
    if hal == SATKER:
        return laporan.satker.label
    return h.kata("hal.laporan") if hal == LAPORAN else laporan.nama(hal)


def note(h: Halaman, amatan: Amatan) -> str:
    """Return what the transcriber says about a value."""
    bagian = [*amatan.catatan]
    if not amatan.tercetak:
        bagian.insert(0, h.kata("sel.tak-tercetak"))
    if amatan.dugaan:
        bagian.insert(0, h.kata("sel.dugaan", isi=amatan.dugaan))
    return "; ".join(bagian)


def _key(h: Halaman, laporan: Laporan, tabel: Tabel, b: Baris, n: int) -> str:
    """Return the text of a key cell: a name, or the code where the name has a column of its own."""
    kolom = tabel.kolom[n]
    if b.total:
        return b.nama if all(k.jenis != "kunci" for k in tabel.kolom[:n]) else ""
    contoh = _governed(tabel, b, n)
    kelas = kolom.kelas[min(b.tingkat, len(kolom.kelas) - 1)]
    if contoh is not None and kelas in _DIMENSI:
        return _dimension(h, laporan, tabel, kelas, contoh.besaran) or b.nama
    terakhir = all(k.jenis != "kunci" for k in tabel.kolom[n + 1 :])
    sebutan = next((hal for hal, _, _ in b.sebutan if _is_of(hal, kolom)), None)
    if any(k.label == "nama" and k.jenis == "label" for k in tabel.kolom):
        hal = sebutan or (b.hal if terakhir else "")
        return _code(laporan, hal) if hal else ""
    if contoh is not None and contoh.besaran.hal != b.hal:
        return laporan.nama(contoh.besaran.hal)
    return b.nama if terakhir or contoh is not None else ""


def _dimension(h: Halaman, laporan: Laporan, tabel: Tabel, kelas: str, besaran: Besaran) -> str:
    """Return the text of a key that is no thing but a period, a revision, a group or a measure."""
    if kelas == "kelompok":
        return besaran.kelompok
    if kelas == "versi":
        return besaran.versi
    if kelas != "ukuran":
        return h.b.periode(besaran.periode, laporan.tahun)
    ukuran = laporan.kosakata.ukuran.get(besaran.ukuran)
    hal = subject(h, laporan, besaran.hal) if besaran.hal != tabel.hal else ""
    return " · ".join(x for x in (hal, h.teks(ukuran.nama) if ukuran else "") if x)


def _governed(tabel: Tabel, b: Baris, n: int) -> Amatan | None:
    """Return an observation of the row that the key column `n` governs."""
    for m in range(n + 1, len(tabel.kolom)):
        if tabel.kolom[m].jenis == "kunci":
            return None
        amatan = b.sel[m] if m < len(b.sel) else None
        if amatan is not None and not tabel.kolom[m].hal:
            return amatan
    return None
