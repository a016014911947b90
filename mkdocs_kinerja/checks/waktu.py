"""Cumulative series: a cumulative value is the previous one plus this period, and does not fall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise

from ..bahasa import Bahasa
from ..fakta import Fakta
from ..laporan import Amatan
from ..selang import Selang, jumlah
from .bukti import Indeks, plain, usable
from .hubungan import Baca, PembuatHubungan, sum_of
from .jumlah import fill

_ID, _EN = Bahasa("id"), Bahasa("en")

NAIK = frozenset({"fisik.target", "fisik.realisasi", "progres"})
"""Progress measures: cumulative by nature, even where months are not printed."""


def facts(indeks: Indeks, buat: PembuatHubungan) -> Iterable[Fakta]:
    """Return the relations between periods that stand in different places of the report."""
    seri: dict[tuple[str, str, str, str], list[Amatan]] = defaultdict(list)
    for besaran, amatan in indeks.all().items():
        if besaran.periode is None or not (indeks.accumulates(besaran) or besaran.ukuran in NAIK):
            continue
        pertama = next((a for a in sorted(amatan, key=lambda a: not a.tabel) if usable(a)), None)
        if pertama is not None:
            seri[(besaran.hal, besaran.ukuran, besaran.kelompok, besaran.versi)].append(pertama)
    for isi in seri.values():
        yield from _sums(isi, indeks, buat)
        yield from _falls(isi, buat)


def _sums(isi: list[Amatan], indeks: Indeks, buat: PembuatHubungan) -> Iterable[Fakta]:
    for total in isi:
        bagian = fill(total.besaran.periode, [a for a in isi if a is not total])
        # Within one table this is a plain sum, and `jumlah` tells it.
        if len(bagian) < 2 or (total.tabel and all(a.tabel == total.tabel for a in bagian)):
            continue
        uraian = " + ".join(a.dibaca.bilangan for a in bagian)
        keterangan = partial(_added_up, indeks, total, bagian)
        yield buat.judged("kumulatif", total, sum_of(bagian), bagian, uraian, pembeda="jumlah", keterangan=keterangan)


def _added_up(indeks: Indeks, total: Amatan, bagian: list[Amatan]) -> Mapping[str, str]:
    jumlahnya = plain(jumlah(indeks.selang(a) for a in bagian).tengah.scaleb(-total.dibaca.skala))
    return {
        "id": f"jumlah periode-periodenya {_ID.angka(jumlahnya)}",
        "en": f"its periods add up to {_EN.angka(jumlahnya)}",
    }


def _falls(isi: list[Amatan], buat: PembuatHubungan) -> Iterable[Fakta]:
    """Compare each cumulative value (from January on) with the one before."""
    kumulatif = [a for a in isi if a.besaran.periode and a.besaran.periode.awal % 12 == 0]
    tahun = sorted({a.besaran.periode.tahun for a in kumulatif if a.besaran.periode})
    for t in tahun:
        seri = sorted(
            (a for a in kumulatif if a.besaran.periode and a.besaran.periode.tahun == t),
            key=lambda a: a.besaran.periode.akhir if a.besaran.periode else 0,
        )
        for lama, baru in pairwise(seri):
            if len(fill(baru.besaran.periode, [a for a in isi if a is not baru])) > 1:
                continue  # its periods are printed: the sum says more than the order
            uraian = f"\u2265 {lama.dibaca.bilangan}"
            dahulu = lama.dibaca.bilangan
            keterangan = {
                "id": f"nilai kumulatif sebelumnya sudah {dahulu}",
                "en": f"the cumulative value before it is already {dahulu}",
            }
            yield buat.judged(
                "kumulatif", baru, partial(_not_below, lama, baru), [lama], uraian, pembeda="naik",
                keterangan=keterangan,
            )  # fmt: skip


def _not_below(lama: Amatan, baru: Amatan, baca: Baca) -> Selang:
    """Return what may follow a cumulative value: anything from it upwards, so the interval is open towards the next."""
    dulu, kini = baca(lama), baca(baru)
    return replace(dulu, atas=max(dulu.atas, kini.atas)) if kini.atas >= dulu.bawah else dulu
