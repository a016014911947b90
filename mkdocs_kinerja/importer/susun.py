"""From a raw table to a `tabel` entry: the steps of the importer in order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .. import angka
from ..angka import Keadaan
from . import atur, baris, blok, halaman, isi, kepala, kunci, nilai_kolom, notasi, peran, pisah, tebakan
from .blok import Blok
from .catatan import ImporError
from .isi import Isi
from .konteks import Konteks
from .mentah import LembarMentah
from .peran import Peran
from .rancangan import TIDAK_ADA, KolomJadi, Rancangan

_TANDA_SEL = re.compile(r"[{\[]|\?\.\.\.\Z|~\Z")


def compose(lembar: LembarMentah, konteks: Konteks) -> Blok:
    """Return the entry for a raw table.

    Raises:
        ImporError: There is no table in it.
    """
    rancangan = Rancangan(catatan=list(lembar.catatan))
    if lembar.baris and not lembar.judul:
        atas = lembar.baris[: kepala.titles(lembar.baris)]
        lembar = replace(lembar, judul=" ".join(t for b in atas for t in b.teks if t))
    badan = _body(lembar, rancangan, konteks).without_strays(rancangan)
    nilai = badan.values()
    suasana = tebakan.mood(
        [k.kelas for k in badan.names()], [k.judul for k in badan.kolom], f"{lembar.tempat} {lembar.judul}"
    )
    tertulis, menyimpang = notasi.detect(
        [t for k in nilai for t in k.teks], konteks.notasi, uang=suasana.anggaran or suasana.pnbp
    )
    if konteks.angka != "auto":
        tertulis = konteks.angka
    elif menyimpang:
        contoh = ", ".join(menyimpang[:5])
        rancangan.note(f"notasi lain di tengah tabel: {contoh}", f"other notation within the table: {contoh}")
    isi.read_rows(badan, rancangan, tertulis, suasana)
    jumlah = [baris.numbers(k.teks, tertulis) for k in nilai]
    aditif = next((a for a in jumlah if any(a)), [None] * len(badan.baris))
    ekor = kunci.build(badan, rancangan, konteks.pengenal, aditif)
    _number_columns(badan, rancangan)
    skala = nilai_kolom.build(badan, rancangan, konteks, suasana, jumlah)
    rancangan.kolom += ekor
    _mark(rancangan)
    id_, pengaturan, dimensi = atur.settings(rancangan, lembar, konteks, tertulis, skala)
    return blok.write(id_, pengaturan, rancangan, dimensi)


def _body(lembar: LembarMentah, rancangan: Rancangan, konteks: Konteks) -> Isi:
    """Return the body as on one page, its columns with their roles."""
    if not lembar.baris:
        raise ImporError("Tidak ada tabel di sana: semua baris kosong.", "There is no table: all rows are empty.")
    lebar = max(len(b.sel) for b in lembar.baris)
    judul = kepala.titles(lembar.baris)
    semua = [b.widen(lebar) for b in lembar.baris[judul:]]
    banyak = kepala.count(semua)
    badan, catatan = halaman.unite(semua[:banyak], semua[banyak:])
    rancangan.catatan += catatan
    if not badan:
        raise ImporError(
            "Tabel ini hanya berisi judul kolom. Sertakan baris isinya.",
            "This table has only column headers. Include its rows.",
        )
    lebar = max(lebar, *(len(b.sel) for b in badan))
    badan = [b.widen(lebar) for b in badan]
    jalur = kepala.labels(semua[:banyak], lebar)
    if not banyak:
        rancangan.note("tabel tanpa judul kolom; beri judulnya", "the table has no column headers; name them")
        jalur = [(f"Kolom {n}",) for n in range(1, lebar + 1)]
    elif geser := kepala.shifted(jalur, badan):
        jalur = geser
        rancangan.note(
            "judul kurang satu kolom dari isi; judul digeser sesudah kolom pertama",
            "the header has one column less than the rows; it was moved right after the first column",
        )
    return Isi(peran.assign(pisah.columns(jalur, badan), konteks.kosakata), badan)


def _number_columns(badan: Isi, rancangan: Rancangan) -> None:
    """Leave out running numbers, which the order of the rows says as well; keep others as a label."""
    for k in badan.kolom:
        if k.peran is not Peran.NOMOR:
            continue
        nomor = [int(t.strip("().")) for t in k.teks if t]
        if all(b in {1, a + 1} for a, b in pairwise([0, *nomor])):
            rancangan.note(
                "nomor urut baris tidak disalin", "the running numbers of the rows were left out", periksa=False
            )
        else:
            rancangan.kolom.append(KolomJadi("no", list(k.teks)))


def _mark(rancangan: Rancangan) -> None:
    """Put the labels of totals where the key stands, and tell cells that will not be read as printed."""
    pertama = next((k for k in rancangan.kolom if k.kepala.endswith("*") and not k.nilai), None)
    for n, b in enumerate(rancangan.baris):
        if b.total and pertama is not None:
            lama = pertama.sel[n]
            pertama.sel[n] = b.label if lama in b.label else f"{lama} {b.label}".strip()
        for k in rancangan.kolom:
            teks = k.sel[n]
            if teks == TIDAK_ADA or (k.kepala == "baris*" and not b.total):
                continue
            alasan = _reason(teks, nilai=k.nilai)
            if alasan:
                rancangan.note(
                    f"baris {b.nomor}, {k.kepala}: {teks!r} {alasan[0]}",
                    f"row {b.nomor}, {k.kepala}: {teks!r} {alasan[1]}",
                )


def _reason(teks: str, *, nilai: bool) -> tuple[str, str] | None:
    """Return why a cell will not be read as it is printed."""
    if nilai and teks == "?":
        return "tidak terbaca (mungkin rumus tanpa hasil tersimpan)", "is unreadable (perhaps a formula never computed)"
    if nilai and teks and angka.read(teks).keadaan is Keadaan.TEKS:
        return "bukan angka", "is no number"
    if _TANDA_SEL.search(teks):
        return "akan dibaca sebagai tanda penyalin", "will be read as a mark of the transcriber"
    return None
