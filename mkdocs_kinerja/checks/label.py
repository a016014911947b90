"""Labels: names printed beside the same code, codes beside the same name, headings, and cross-references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from ..fakta import Fakta
from ..laporan import Besaran, Label, Laporan, Rujukan
from ..lokasi import Posisi, Sumber
from ..pengenal import JENJANG
from ..temuan import Bukti, Tempat
from .prosa import where

_TABEL = re.compile(r"(?:tabel|table)\s*", re.IGNORECASE)
_TAMBAHAN = re.compile(r"\([^)]*\)")
"""What a transcriber adds to a name that the document uses twice: `Tabel 3.7 (kedua)`."""
_KATA_TUGAS = re.compile(r"\b(?:dan|atau|yang|di|pada|untuk|bidang)\b")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_RESMI = frozenset({"indikator", "sasaran", "tujuan"})
"""Classes besides the budget codes whose names are official."""
PANJANG_NAMA = 10
"""Shorter names are too common to tell that two codes mean the same."""


@lru_cache(maxsize=8192)
def plain(nama: str, *, kurung: bool = False) -> str:
    """Return a name without case, markup, punctuation, blanks and small words: spelling is not what is compared.

    Args:
        nama: The name.
        kurung: Keep what stands in parentheses; it is an explanation in a name, but part of a passage.
    """
    bersih = re.sub(r"<[^>]+>|\*" if kurung else r"<[^>]+>|\([^)]*\)|\*", " ", nama.lower())
    return re.sub(r"[^a-z0-9]+", "", _KATA_TUGAS.sub(" ", re.sub(r"[^a-z0-9]+", " ", bersih)))


@dataclass(frozen=True, slots=True)
class _Nama:
    """A printed name: where, and how a reader calls the place; `tabel` is empty outside tables."""

    nama: str
    posisi: Posisi
    sumber: Sumber
    tempat: str
    tabel: str


def _printed(laporan: Laporan) -> Iterable[tuple[str, _Nama]]:
    for tabel in laporan.tabel:
        for b in tabel.baris:
            for hal, nama, posisi in b.sebutan:
                yield hal, _Nama(nama, posisi, b.sumber, tabel.label, tabel.id)
    for n, label in enumerate(laporan.label):
        hal = meant(laporan, label)
        if hal:
            yield hal, _Nama(label.tertulis, label.posisi, label.sumber, where(laporan, label.sumber), f"label/{n}")


def meant(laporan: Laporan, label: Label) -> str:
    """Return the hal whose name a label ought to be; empty where it is about something else."""
    if not label.maksud or laporan.pengenal is None or "/" not in (hal := laporan.pengenal.hal(label.maksud) or ""):
        return ""
    return hal


def names(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per official name that is printed in at least two places."""
    sebutan: dict[str, dict[str, _Nama]] = defaultdict(dict)
    banyak: dict[str, set[str]] = defaultdict(set)
    semua = list(_printed(laporan))
    # Of other things (services, firms) tables print short names freely: they are compared where a label says whose.
    berlabel = {hal for hal, isi in semua if isi.tabel.startswith("label/")}
    for hal, isi in semua:
        kelas = hal.partition("/")[0]
        bernama = (kelas in JENJANG and any(c.isdigit() for c in hal)) or kelas in _RESMI or hal in berlabel
        if bernama and plain(isi.nama):
            sebutan[hal].setdefault(plain(isi.nama), isi)
            banyak[hal].add(isi.tabel)
    for hal, menurut in sebutan.items():
        if len(banyak[hal]) > 1:
            yield _names(laporan, hal, list(menurut.values()))


def _names(laporan: Laporan, hal: str, isi: Sequence[_Nama]) -> Fakta:
    kelas, _, kode = hal.partition("/")
    if kelas not in JENJANG:
        kode = laporan.nama(hal)
    inti = [plain(n.nama) for n in isi]
    # A name that is cut short, or one with an addition, is the same name: only names that part ways differ.
    beda = any(a not in b and b not in a for a in inti for b in inti)
    if kelas not in JENJANG:
        beda = beda and any(_differ(a.nama, b.nama) for a in isi for b in isi)
    return Fakta(
        "nama",
        ("nama", hal),
        {"hal": hal, "jenis": "nama", "anggaran": kelas in JENJANG, "beda": beda},
        {
            "nama": kode,
            "daftar": "; ".join(f'"{n.nama}" ({n.tempat})' for n in isi),
            "tempat": isi[-1].tempat,
            "dilaporkan": isi[-1].nama,
            "seharusnya": isi[0].nama,
            "alasan": {},
            "_besaran": Besaran(hal, "nama"),
        },
        Bukti(
            tuple(
                Tempat("acuan" if k == 0 else "dilaporkan", n.nama, n.posisi, n.sumber, kode, n.tabel, "nama")
                for k, n in enumerate(isi)
            )
        ),
    )


def _differ(a: str, b: str) -> bool:
    """Whether two names part ways: one that is cut short, has an addition, or is only spelled otherwise does not."""
    x, y = plain(a), plain(b)
    if x in y or y in x:
        return False
    kata_a, kata_b = ([k for k in re.findall(r"[a-z0-9]+", t.lower()) if len(k) > 3] for t in (a, b))
    tanpa_a = [k for k in kata_a if k not in kata_b and not get_close_matches(k, kata_b, 1, 0.75)]
    tanpa_b = [k for k in kata_b if k not in kata_a and not get_close_matches(k, kata_a, 1, 0.75)]
    return bool(tanpa_a and tanpa_b) or len(tanpa_a) + len(tanpa_b) > 2


def codes(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per name of a budget code that two tables print, each once, below the same parent."""
    menurut: dict[tuple[str, str, str], dict[str, list[tuple[str, _Nama]]]] = defaultdict(lambda: defaultdict(list))
    kode_tabel: dict[str, set[str]] = defaultdict(set)
    for hal, isi in _printed(laporan):
        kelas, _, kunci = hal.partition("/")
        if kelas in JENJANG[2:] and len(plain(isi.nama)) >= PANJANG_NAMA:
            kode_tabel[isi.tabel].add(hal)
            induk = kunci.rpartition(".")[0]
            menurut[kelas, induk, plain(isi.nama)][isi.tabel].append((hal, isi))
    for per_tabel in menurut.values():
        sekali = [daftar[0] for daftar in per_tabel.values() if len({h for h, _ in daftar}) == 1]
        if len(sekali) < 2:
            continue
        hal, isi = sekali[0]
        lain = next(
            (
                (h, n) for h, n in sekali
                if h != hal and h not in kode_tabel[isi.tabel] and hal not in kode_tabel[n.tabel]
            ),
            None,
        )  # fmt: skip
        yield _codes(hal, isi, *(lain or sekali[1]), beda=lain is not None)


def _codes(hal: str, isi: _Nama, hal_lain: str, lain: _Nama, *, beda: bool) -> Fakta:
    kode, kode_lain = hal.partition("/")[2], hal_lain.partition("/")[2]
    return Fakta(
        "nama",
        ("kode", hal, plain(isi.nama)),
        {"hal": hal, "jenis": "kode", "anggaran": True, "beda": beda},
        {
            "nama": isi.nama,
            "daftar": f"{kode} ({isi.tempat}); {kode_lain} ({lain.tempat})",
            "tempat": lain.tempat,
            "dilaporkan": kode_lain,
            "seharusnya": kode,
            "alasan": {},
            "_besaran": Besaran(hal, "kode"),
        },
        Bukti(
            (
                Tempat("acuan", isi.nama, isi.posisi, isi.sumber, kode, isi.tabel, "nama"),
                Tempat("dilaporkan", lain.nama, lain.posisi, lain.sumber, kode_lain, lain.tabel, "nama"),
            )
        ),
    )


def _number(teks: str) -> str:
    """Return a reference without the word table and additions; `Lampiran II` and `lamp. 2` are the same."""
    bersih = _TABEL.sub("", _TAMBAHAN.sub("", teks)).strip(" .").lower()
    bersih = re.sub(r"\blamp(?:iran)?\b\.?", "lampiran", bersih)
    return re.sub(r"(?<=lampiran )([ivx]+)\b", lambda m: str(_ROMAWI.get(m[1], m[1])), bersih)


def references(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per printed cross-reference whose meaning the data declares."""
    tempat = {t.id: t.label for t in laporan.tabel}
    for r in laporan.rujukan:
        yield _reference(laporan, r, tempat.get(r.maksud, r.maksud))


def _reference(laporan: Laporan, r: Rujukan, maksud: str) -> Fakta:
    tertulis, benar = (_number(t) for t in (r.tertulis, maksud))
    baris = f"baris {r.sumber.baris[0]}" if r.sumber.baris else laporan.berkas
    return Fakta(
        "rujukan",
        ("rujukan", r.tertulis, r.maksud, baris),
        {"hal": "", "tepat": tertulis == benar},
        {
            "nama": r.tertulis,
            "dilaporkan": r.tertulis,
            "seharusnya": maksud,
            "tempat": baris,
            "alasan": {},
            "_besaran": Besaran("", "rujukan"),
        },
        Bukti((Tempat("dilaporkan", r.tertulis, r.posisi, r.sumber, r.tertulis),)),
    )
