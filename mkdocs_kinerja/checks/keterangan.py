"""Words in table columns: attributes of one thing that differ between tables, passages that several things share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..fakta import Fakta
from ..laporan import Baris, Besaran, Laporan, Tabel
from ..lokasi import Posisi, Sumber
from ..temuan import Bukti, Tempat
from .label import plain
from .prosa import where

_BUKAN = frozenset({"nama", "no", "kode", "kendala", "tindak lanjut", "satuan"})
"""Label columns that have checks of their own, or say nothing by themselves."""
_URAIAN = frozenset({"rencana", "kegiatan", "keterangan"})
"""Columns of running text; who does a thing, and where, may well be the same for several."""
PANJANG = 30
"""Shorter passages may be equal by chance."""


@dataclass(frozen=True, slots=True)
class _Teks:
    hal: str
    kolom: str
    teks: str
    nama: str
    posisi: Posisi
    sumber: Sumber
    tabel: str
    tempat: str


def _texts(laporan: Laporan) -> Iterable[_Teks]:
    for t in laporan.tabel:
        dicetak = [k.label for k in t.kolom if k.jenis == "label" and k.label not in _BUKAN]
        for b in t.baris:
            for nama in dicetak if b.hal and not b.total else ():
                if nama in b.label and len(plain(b.label[nama][0])) > 1:
                    teks, posisi = b.label[nama]
                    yield _Teks(b.hal, nama, teks, b.nama, posisi, b.sumber, t.id, t.label)


def attributes(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per attribute (date, place, plan) of one thing that at least two tables print."""
    menurut: dict[tuple[str, str], list[_Teks]] = defaultdict(list)
    for t in _texts(laporan):
        menurut[t.hal, t.kolom].append(t)
    for (hal, kolom), semua in menurut.items():
        if len({t.tabel for t in semua}) < 2:
            continue
        beda = list({plain(t.teks, kurung=True): t for t in reversed(semua)}.values())[::-1]
        # A text that is cut short, or has an addition, is the same text.
        inti = [plain(t.teks, kurung=True) for t in beda]
        berbeda = any(a not in b and b not in a for a in inti for b in inti)
        pertama = semua[0]
        yield Fakta(
            "keterangan",
            ("keterangan", hal, kolom),
            {"hal": hal, "jenis": "berbeda", "ada": berbeda},
            {
                "nama": pertama.nama,
                "kolom": kolom,
                "daftar": "; ".join(f'"{t.teks}" ({t.tempat})' for t in beda),
                "tempat": beda[-1].tempat,
                "dilaporkan": beda[-1].teks,
                "seharusnya": beda[0].teks,
                "alasan": {},
                "_besaran": Besaran(hal, kolom),
            },
            Bukti(tuple(_place(t, "acuan" if n == 0 else "dilaporkan") for n, t in enumerate(beda))),
        )


def _place(t: _Teks, peran: str) -> Tempat:
    return Tempat("acuan" if peran == "acuan" else "dilaporkan", t.teks, t.posisi, t.sumber, t.nama, t.tabel, t.kolom)


def passages(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per long passage of a table column or obstacle, telling for how many things it stands."""
    menurut: dict[str, list[_Teks]] = defaultdict(list)
    for t in _texts(laporan):
        if t.kolom in _URAIAN:
            menurut[plain(t.teks, kurung=True)].append(t)
    for k in laporan.kendala:
        if k.jenis == "nyata":
            nama = laporan.nama(k.hal)
            menurut[plain(k.teks, kurung=True)].append(
                _Teks(k.hal, "kendala", k.teks, nama, k.posisi, k.sumber, "", where(laporan, k.sumber))
            )
    for kunci, semua in menurut.items():
        sekali = list({t.hal: t for t in reversed(semua)}.values())[::-1]
        if len(kunci) < PANJANG or not sekali:
            continue
        yield _passage(laporan, kunci, sekali)


def _passage(laporan: Laporan, kunci: str, semua: Sequence[_Teks]) -> Fakta:
    pertama = semua[0]
    satu_induk = len({_goal(laporan, t.hal) for t in semua}) == 1
    return Fakta(
        "keterangan",
        ("salinan", kunci),
        {"hal": pertama.hal, "jenis": "salinan", "ada": len(semua) > 1 and not satu_induk},
        {
            "nama": pertama.nama,
            "kolom": pertama.kolom,
            "daftar": "; ".join(t.nama for t in semua),
            "tempat": pertama.tempat,
            "dilaporkan": pertama.teks,
            "seharusnya": "",
            "alasan": {},
            "_besaran": Besaran(pertama.hal, pertama.kolom),
        },
        Bukti(tuple(_place(t, "dilaporkan") for t in semua)),
    )


def _goal(laporan: Laporan, hal: str) -> str:
    """Return what a thing belongs to: what holds for all of one goal may be said in one sentence for each of them."""
    kelas, _, kunci = hal.partition("/")
    if kelas == "sasaran":
        return kunci
    if kelas == "indikator":
        return next((s.id for s in laporan.sasaran if kunci in s.indikator), hal)
    return kunci.partition(".")[0] if kelas in {"kro", "ro", "komponen", "subkomponen"} else hal


def twins(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per table of figures, telling whether two of its rows hold the same figures throughout."""
    for t in laporan.tabel:
        menurut: dict[tuple[object, ...], list[Baris]] = defaultdict(list)
        for b in t.baris:
            angka = tuple(a.dibaca.penuh for a in b.sel if a is not None)
            if not b.total and not b.rusak and _telling(b):
                menurut[angka].append(b)
        kembar = [isi for isi in menurut.values() if len(isi) > 1 and _apart(isi)]
        if menurut:
            yield _twins(t, kembar[0] if kembar else [], ())
            yield from (_twins(t, isi, tuple(b.hal for b in isi)) for isi in kembar[1:])


def _telling(b: Baris) -> bool:
    """Whether the figures of a row are so many and so long that another row holds them by copying only."""
    nilai = [a.dibaca.penuh for a in b.sel if a is not None and a.dibaca.penuh]
    panjang = [n for n in nilai if n is not None and len(n.normalize().as_tuple().digits) >= 5]
    return len(nilai) >= 3 and len(set(panjang)) >= 2


def _apart(isi: Sequence[Baris]) -> bool:
    """Whether two rows are neither parent and only child, nor one thing named twice."""
    a, b = isi[0], isi[1]
    x, y = (h.partition("/")[2] for h in (a.hal, b.hal))
    return a.tingkat == b.tingkat and x != y and not x.startswith(y) and not y.startswith(x)


def _twins(t: Tabel, isi: Sequence[Baris], pembeda: tuple[str, ...]) -> Fakta:
    sel = [next(a for a in b.sel if a is not None) for b in isi]
    return Fakta(
        "keterangan",
        ("kembar", t.id, *pembeda),
        {"hal": isi[0].hal if isi else "", "jenis": "kembar", "ada": bool(isi)},
        {
            "nama": t.label,
            "kolom": "",
            "daftar": "; ".join(b.nama for b in isi),
            "tempat": t.label,
            "dilaporkan": sel[1].angka.teks.strip() if sel else "",
            "seharusnya": "",
            "alasan": {},
            "_besaran": Besaran(isi[0].hal if isi else "", ""),
        },
        Bukti(
            tuple(
                Tempat("dilaporkan", a.angka.teks.strip(), a.posisi, a.sumber, b.nama, t.id, a.besaran.ukuran)
                for a, b in list(zip(sel, isi, strict=True))[::-1]
            )
        ),
    )
