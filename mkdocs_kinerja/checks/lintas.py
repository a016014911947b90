"""Across reports: what several reports say about the same quantity, and what several offices say in the same words.

Every report is entered into an index once, so that the work grows with the number of reports and no faster.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..fakta import Fakta
from ..laporan import SATKER, Amatan, Besaran, Laporan
from ..lokasi import Posisi, Sumber
from ..periode import Periode
from ..selang import Selang
from ..temuan import Bukti, Peran, Tempat
from . import pencilan
from .bukti import Indeks, measure, place, usable, where
from .label import plain
from .prosa import where as where_text
from .sebutan import groups, reference

UKURAN = frozenset({"realisasi", "target", "realisasi_anggaran", "pnbp.realisasi", "pagu"})
"""Measures that reports repeat about each other's years."""
PANJANG = 60
"""A passage of that many letters is not the same in two offices by chance."""

Kunci = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Catatan:
    """What one report says about one quantity: the mention that counts there, and what it may have been."""

    laporan: Laporan
    amatan: Amatan
    selang: Selang


def facts(laporan: Sequence[Laporan]) -> Mapping[Kunci, list[Fakta]]:
    """Return the facts of each report that rest on other reports as well; reports without any are left out."""
    terbaca = [x for x in laporan if x.terbaca]
    if len(terbaca) < 2:
        return {}
    hasil: dict[Kunci, list[Fakta]] = defaultdict(list)
    catatan = _entries(terbaca)
    for fakta in (_same_office(catatan), _claims(terbaca, catatan), _others_about_it(terbaca, catatan),
                  _outliers(catatan), _passages(terbaca)):  # fmt: skip
        for kunci, f in fakta:
            hasil[kunci].append(f)
    return hasil


def _entries(laporan: Iterable[Laporan]) -> dict[tuple[str, Besaran], list[_Catatan]]:
    """Return what each report says about indicators and the office as a whole, by office and quantity."""
    hasil: dict[tuple[str, Besaran], list[_Catatan]] = defaultdict(list)
    for x in laporan:
        indeks = Indeks(x)
        for besaran in indeks.all():
            if besaran.ukuran not in UKURAN or not (besaran.hal == SATKER or besaran.hal.startswith("indikator/")):
                continue
            angka = indeks.in_place(a for a in indeks.find(besaran) if usable(a))
            if angka:
                acuan = reference(groups(angka, indeks)) if len(angka) > 1 else angka[0]
                # Ceilings of different revisions are different quantities, and revisions have names of their own.
                hasil[x.satker.id, besaran].append(_Catatan(x, acuan, indeks.selang(acuan)))
    return hasil


# -- reports of one office ------------------------------------------------------------------------------------------


def _same_office(catatan: Mapping[tuple[str, Besaran], Sequence[_Catatan]]) -> Iterable[tuple[Kunci, Fakta]]:
    """Compare later reports of an office with the earliest one that is about the same period."""
    for (_, besaran), semua in catatan.items():
        if len(semua) < 2 or besaran.versi:
            continue
        urut = sorted(semua, key=lambda c: (c.laporan.periode.akhir, c.laporan.id))
        sumber = next((c for c in urut if besaran.periode in _own(c.laporan)), urut[0])
        for c in urut:
            if c is not sumber and c.laporan.periode.akhir > sumber.laporan.periode.akhir:
                yield c.laporan.kunci, _between(besaran, c, sumber)


def _own(laporan: Laporan) -> frozenset[Periode]:
    return frozenset({laporan.periode, laporan.periode.sampai_akhir, laporan.periode.setahun})


def _between(besaran: Besaran, baru: _Catatan, lama: _Catatan) -> Fakta:
    setahun = baru.laporan.tahun == lama.laporan.tahun
    jenis = "target" if besaran.ukuran == "target" and setahun else "pagu" if besaran.ukuran == "pagu" else "nilai"
    a = baru.amatan
    tahun = baru.laporan.tahun
    return Fakta(
        "antarlaporan",
        ("antarlaporan", besaran.teks(tahun), lama.laporan.id),
        {
            "hal": besaran.hal,
            "ukuran": besaran.ukuran,
            "periode": besaran.periode.teks(tahun) if besaran.periode else "",
            "jenis": jenis,
            "sama": baru.selang.bertemu(lama.selang),
            "direvisi": bool(baru.laporan.revisi_pk),
        },
        {
            "nama": baru.laporan.nama(besaran.hal),
            "ukuran_nama": measure(baru.laporan, besaran),
            "periode_nama": besaran.periode,
            "tempat": where(baru.laporan, a),
            "dilaporkan": a.angka.teks.strip(),
            "seharusnya": lama.amatan.angka.teks.strip(),
            "laporan_lain": lama.laporan.periode,
            "satker_lain": lama.laporan.satker.label,
            "alasan": {},
            "_besaran": besaran,
        },
        Bukti((place(a, "dilaporkan"), place(lama.amatan, "acuan"))),
    )


def _claims(
    laporan: Sequence[Laporan], catatan: Mapping[tuple[str, Besaran], Sequence[_Catatan]]
) -> Iterable[tuple[Kunci, Fakta]]:
    """Hold claims of rise and fall against last year's report, where the report itself does not print last year."""
    for x in laporan:
        for s in x.simpulan:
            periode = s.periode or x.periode.sampai_akhir
            besaran = Besaran(s.hal, "realisasi", "", periode)
            dulu = besaran._replace(periode=Periode(periode.awal - 12, periode.akhir - 12))
            kini = next((c for c in catatan.get((x.satker.id, besaran), ()) if c.laporan is x), None)
            lama = next((c for c in catatan.get((x.satker.id, dulu), ()) if c.laporan is not x), None)
            sendiri = any(c.laporan is x for c in catatan.get((x.satker.id, dulu), ()))
            if s.arah not in {"naik", "turun", "tetap"} or kini is None or lama is None or sendiri:
                continue
            a, b = lama.selang, kini.selang
            nyata = "tetap" if a.bertemu(b) else "naik" if b.tengah > a.tengah else "turun"
            yield (
                x.kunci,
                Fakta(
                    "antarlaporan",
                    ("tren", s.hal, s.arah, lama.laporan.id),
                    {
                        "hal": s.hal,
                        "ukuran": "realisasi",
                        "periode": periode.teks(x.tahun),
                        "jenis": "tren",
                        "sama": nyata == s.arah,
                        "direvisi": False,
                    },
                    {
                        "nama": x.nama(s.hal),
                        "ukuran_nama": measure(x, besaran),
                        "periode_nama": periode,
                        "tempat": where_text(x, s.sumber),
                        "dilaporkan": s.teks,
                        "seharusnya": f"{lama.amatan.angka.teks.strip()} \u2192 {kini.amatan.angka.teks.strip()}",
                        "laporan_lain": lama.laporan.periode,
                        "satker_lain": x.satker.label,
                        "alasan": {},
                        "_besaran": besaran,
                    },
                    Bukti(
                        (
                            Tempat("dilaporkan", s.teks, s.posisi, s.sumber, x.nama(s.hal), "", "simpulan", s.periode),
                            place(lama.amatan, "acuan"),
                            place(kini.amatan, "pembanding"),
                        )
                    ),
                ),
            )


# -- tables that compare offices ------------------------------------------------------------------------------------


def _others_about_it(
    laporan: Sequence[Laporan], catatan: Mapping[tuple[str, Besaran], Sequence[_Catatan]]
) -> Iterable[tuple[Kunci, Fakta]]:
    """Hold what a table says about another office against that office's own report."""
    for x in laporan:
        for a in x.amatan():
            kelas, _, unit = a.besaran.hal.partition("/")
            ukuran = x.kosakata.ukuran.get(a.besaran.ukuran)
            if kelas != "unit" or unit == x.satker.id or ukuran is None or not ukuran.indikator or not usable(a):
                continue
            milik = Besaran(f"indikator/{ukuran.indikator}", "realisasi", "", a.besaran.periode)
            sendiri = next((c for c in catatan.get((unit, milik), ()) if milik.periode in _own(c.laporan)), None)
            if sendiri is not None:
                fakta = _between(a.besaran, _Catatan(x, a, a.dibaca.selang()), sendiri)
                yield x.kunci, replace(fakta, uji={**fakta.uji, "jenis": "satker"})


def _outliers(catatan: Mapping[tuple[str, Besaran], Sequence[_Catatan]]) -> Iterable[tuple[Kunci, Fakta]]:
    """Compare the results of the same indicator and period over all offices."""
    menurut: dict[Besaran, list[_Catatan]] = defaultdict(list)
    for (_, besaran), semua in catatan.items():
        if besaran.ukuran == "realisasi" and besaran.hal != SATKER:
            sendiri = next((c for c in semua if besaran.periode == c.laporan.periode.sampai_akhir), None)
            if sendiri is not None:
                menurut[besaran].append(sendiri)
    for semua in menurut.values():
        if len({c.laporan.satker.id for c in semua}) >= pencilan.SEDIKITNYA:
            angka = [c.amatan for c in semua]
            fakta = {f.bukti.tempat[0].posisi: f for f in pencilan.facts(semua[0].laporan, angka, angka)}
            for c in semua:
                yield c.laporan.kunci, fakta[c.amatan.posisi]


# -- the same words -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kalimat:
    laporan: Laporan
    hal: str
    teks: str
    posisi: Posisi
    sumber: Sumber


def _passages(laporan: Sequence[Laporan]) -> Iterable[tuple[Kunci, Fakta]]:
    """Return one fact per report with passages, telling of the first that another office prints word for word."""
    menurut: dict[str, list[_Kalimat]] = defaultdict(list)
    for x in laporan:
        for k in x.kendala:
            if k.jenis == "nyata":
                menurut[plain(k.teks)].append(_Kalimat(x, k.hal, k.teks, k.posisi, k.sumber))
    sama: dict[Kunci, list[tuple[_Kalimat, _Kalimat]]] = defaultdict(list)
    for kunci, semua in menurut.items():
        if len(kunci) < PANJANG or len({s.laporan.satker.id for s in semua}) < 2:
            continue
        pertama = semua[0]
        kedua = next(s for s in semua if s.laporan.satker.id != pertama.laporan.satker.id)
        for s in semua:
            lain = kedua if s.laporan.satker.id == pertama.laporan.satker.id else pertama
            sama[s.laporan.kunci].append((s, lain))
    for x in laporan:
        if any(k.jenis == "nyata" for k in x.kendala):
            yield x.kunci, _copied(x, sama.get(x.kunci, ()))


def _place(s: _Kalimat, peran: Peran) -> Tempat:
    return Tempat(peran, s.teks, s.posisi, s.sumber, s.laporan.nama(s.hal), "", "kendala")


def _copied(x: Laporan, sama: Sequence[tuple[_Kalimat, _Kalimat]]) -> Fakta:
    tempat = tuple(
        _place(s, "dilaporkan" if s is pasangan[0] else "acuan") for pasangan in sama for s in pasangan
    )  # fmt: skip
    pertama = sama[0] if sama else None
    return Fakta(
        "kalimat_satker",
        ("kalimat_satker",),
        {"ada": pertama is not None, "banyak": len(sama)},
        {
            "nama": x.nama(pertama[0].hal) if pertama else "",
            "dilaporkan": pertama[0].teks if pertama else "",
            "tempat": where_text(x, pertama[0].sumber) if pertama else "",
            "satker_lain": pertama[1].laporan.satker.label if pertama else "",
            "alasan": {},
            "_besaran": Besaran(pertama[0].hal if pertama else "", "kendala"),
        },
        Bukti(tempat) if tempat else None,
    )
