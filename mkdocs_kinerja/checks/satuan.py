"""Printed units of targets and results against the unit of the indicator, and figures that differ by a power of ten."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from ..fakta import Fakta
from ..laporan import Amatan, Laporan
from ..temuan import Bukti
from .bukti import measure, place, where

_SEPADAN = (
    frozenset({"rp", "rupiah", "idr"}),
    frozenset({"persen", "%", "persentase", "prosen"}),
    frozenset({"indeks", "index", "nilai", "skor", "angka", "poin"}),
    frozenset({"orang", "pegawai", "peserta"}),
)


def same_unit(a: str, b: str) -> bool:
    """Whether two printed units mean the same: spelling, synonyms, and a shortened list of nouns do not count."""
    x, y = _words(a), _words(b)
    if not x or not y or x & y or any(get_close_matches(kata, y, 1, 0.8) for kata in x):
        return True
    return any(x & s and y & s for s in _SEPADAN)


def _words(teks: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+|%", teks.lower())) - {"dan", "per"}


_JENIS_TABEL = frozenset({"pk", "rencana-aksi", "pengukuran", "lampiran", "renstra"})
"""Tables that state the indicator itself; a detail table or prose may count in other words."""


def facts(laporan: Laporan, sebutan: Iterable[Fakta]) -> Iterable[Fakta]:
    """Return one fact for each target or result that is printed with a unit, and one per quantity for the scale.

    Args:
        laporan: The report.
        sebutan: The facts about mentions of the same quantity.
    """
    terlihat: set[tuple[str, str, str]] = set()
    for a in laporan.amatan():
        kelas, _, kunci = a.besaran.hal.partition("/")
        indikator = laporan.indikator.get(kunci) if kelas == "indikator" else None
        if indikator is None or not indikator.satuan or not a.satuan or a.besaran.ukuran not in {"target", "realisasi"}:
            continue
        satu = (a.besaran.hal, a.satuan, a.tabel)
        if a.jenis in _JENIS_TABEL and satu not in terlihat:
            terlihat.add(satu)
            yield _fakta(laporan, a, indikator.satuan)
    yield from _volumes(laporan)
    for f in sebutan:
        uji = {k: f.uji[k] for k in ("hal", "ukuran", "periode", "tabel")}
        yield Fakta(
            "satuan", ("skala", *f.kunci), {**uji, "jenis": "skala", "sama": not f.uji["beda_skala"]}, f.tampil, f.bukti
        )


def _volumes(laporan: Laporan) -> Iterable[Fakta]:
    """Compare the units in which the tables print the target of one output: one fact per output."""
    menurut: dict[str, list[Amatan]] = defaultdict(list)
    for a in laporan.amatan():
        if a.besaran.ukuran == "volume.target" and a.satuan and a.tabel:
            menurut[a.besaran.hal].append(a)
    for semua in menurut.values():
        if len({a.tabel for a in semua}) > 1:
            # The unit that most tables print is the norm; among equals the first.
            baku = max(semua, key=lambda a: sum(same_unit(b.satuan, a.satuan) for b in semua))
            beda = [a for a in semua if not same_unit(a.satuan, baku.satuan)]
            lain = beda[0] if beda else semua[-1]
            tempat = (
                place(lain, "dilaporkan"),
                *(place(a, "dilaporkan" if a in beda else "acuan") for a in semua if a is not lain),
            )
            yield replace(_fakta(laporan, lain, baku.satuan), bukti=Bukti(tempat))


def _fakta(laporan: Laporan, a: Amatan, baku: str) -> Fakta:
    tahun = laporan.tahun
    periode = a.besaran.periode.teks(tahun) if a.besaran.periode else ""
    return Fakta(
        "satuan",
        ("satuan", a.besaran.teks(tahun), a.tabel),
        {
            "hal": a.besaran.hal,
            "ukuran": a.besaran.ukuran,
            "periode": periode,
            "tabel": a.tabel,
            "jenis": "satuan",
            "sama": same_unit(a.satuan, baku),
        },
        {
            "nama": laporan.nama(a.besaran.hal),
            "ukuran_nama": measure(laporan, a.besaran),
            "periode_nama": a.besaran.periode,
            "tempat": where(laporan, a),
            "dilaporkan": a.satuan,
            "seharusnya": baku,
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti((place(a, "dilaporkan"),)),
    )
