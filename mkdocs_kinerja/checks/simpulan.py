"""Facts about judgements in words: success and failure against targets, rise and fall against the series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan, Simpulan
from ..periode import Periode
from ..temuan import Bukti, Tempat
from .bukti import Indeks, measure, place, stated, usable
from .prosa import ordinal, where
from .ringkasan import BarisIndikator

RENCANA = (
    ("keuangan", "realisasi_anggaran_persen", "target_keuangan"),
    ("keuangan", "serapan_efektif", "target_keuangan"),
    ("fisik", "fisik.realisasi", "fisik.target"),
)
"""The side of a plan, what is spent or done, and what was planned."""
_SEBAGIAN = re.compile(
    r"\b(?:(?:pada )?umumnya|secara umum|hampir (?:seluruh|semua)|sebagian(?: besar)?|mayoritas|kebanyakan)\b",
    re.IGNORECASE,
)
"""Words by which a claim speaks of most parts, not of all."""


def facts(laporan: Laporan, indeks: Indeks, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact for all judgements that say the same of one hal, and one for each that speaks of rise or fall.

    Args:
        laporan: The report.
        indeks: Its observations.
        ringkas: Its indicators, judged.
    """
    status = {f"indikator/{b.id}": b for b in ringkas}
    sama: dict[tuple[str, str, str, Periode | None, bool], list[Simpulan]] = defaultdict(list)
    for s in laporan.simpulan:
        sama[s.hal, s.kelompok, s.arah, s.periode, bool(_SEBAGIAN.search(s.teks))].append(s)
    for (hal, kelompok, _, _, sebagian), semua in sama.items():
        keadaan = _state(laporan, indeks, hal, kelompok, status)
        fakta = _judgement(laporan, semua, keadaan.mostly() if sebagian else keadaan)
        yield replace(fakta, kunci=(*fakta.kunci, "sebagian")) if sebagian else fakta
    for n, s in enumerate(laporan.simpulan):
        if s.arah in {"naik", "turun", "tetap"}:
            yield from _trend(laporan, indeks, s, ordinal(laporan.simpulan, n))


@dataclass(frozen=True, slots=True)
class _Keadaan:
    """What the figures say about a hal: its state, and the observations that show it.

    Attributes:
        ada: There are figures at all.
        gagal: The share of its indicators that miss their target, 0 to 1.
    """

    status: str
    tempat: Sequence[Tempat] = ()
    nama: Mapping[str, str] = field(default_factory=dict)
    ada: bool = True
    gagal: Fraction = Fraction(1)

    def mostly(self) -> _Keadaan:
        """Return what counts for a claim about most parts: that a few of them miss their target is no contradiction."""
        return replace(self, status="tidak-dinilai") if self.gagal < Fraction(1, 2) else self


def _state(laporan: Laporan, indeks: Indeks, hal: str, kelompok: str, status: Mapping[str, BarisIndikator]) -> _Keadaan:
    """Judge the hal of a claim: an indicator, a goal by its indicators, a part of the budget by its plan."""
    kelas, _, kunci = hal.partition("/")
    if kelompok:
        return _plan(laporan, indeks, hal, kelompok)
    if kelas == "indikator":
        baris = status.get(hal)
        if baris is None:
            return _Keadaan("tidak-dinilai")
        kosong = baris.realisasi is not None and not stated(baris.realisasi)
        tempat = [place(baris.realisasi, "pembanding")] if kosong and baris.realisasi else []
        return _Keadaan(baris.status, tempat, ada=not kosong and baris.realisasi is not None)
    if kelas == "sasaran":
        anggota = next((s.indikator for s in laporan.sasaran if s.id == kunci), ())
        return _goal([b for i in anggota if (b := status.get(f"indikator/{i}"))])
    if hal == "laporan" or kelas == "tujuan":
        return _goal([b for b in status.values() if hal == "laporan"])
    return _plan(laporan, indeks, hal, kelompok)


def _goal(baris: Sequence[BarisIndikator]) -> _Keadaan:
    gagal = [b for b in baris if b.status in {"tidak-tercapai", "belum-tercapai", "tertinggal"}]
    if gagal:
        tempat = [place(a, "pembanding") for b in gagal for a in (b.realisasi,) if a is not None]
        teks = "; ".join(b.nama for b in gagal)
        return _Keadaan(gagal[0].status, tempat, {"id": teks, "en": teks}, gagal=Fraction(len(gagal), len(baris)))
    lengkap = baris and all(b.status in {"tercapai", "sesuai-laju"} for b in baris)
    return _Keadaan("tercapai" if lengkap else "tidak-dinilai")


def _plan(laporan: Laporan, indeks: Indeks, hal: str, sisi: str) -> _Keadaan:
    """Hold planned against actual spending and progress, at the end of the report's period.

    A claim about the whole is wrong only if nothing it may speak of is on plan.
    """
    sd = laporan.periode.sampai_akhir
    beda: dict[tuple[str, str], Amatan] = {}
    sesuai = False
    for nama, ukuran, rencana in RENCANA:
        if sisi not in {"", nama}:
            continue
        for a in indeks.find(Besaran(hal, ukuran, "", sd)):
            for b in indeks.find(Besaran(hal, rencana, "", sd)):
                satu_baris = (a.tabel, a.posisi.baris) == (b.tabel, b.posisi.baris)
                if satu_baris or (not a.tabel and not b.tabel and a.sumber == b.sumber):
                    kurang = indeks.selang(a).atas < indeks.selang(b).bawah
                    sesuai |= not kurang
                    if kurang:
                        beda.setdefault((a.angka.teks.strip(), b.angka.teks.strip()), a)
    if beda and not sesuai:
        kenyataan = {
            b: "; ".join(f"{a} {dari} {c}" for a, c in beda) for b, dari in (("id", "dari rencana"), ("en", "of"))
        }
        return _Keadaan("tertinggal", [place(a, "pembanding") for a in beda.values()], kenyataan)
    return _Keadaan("tercapai" if sesuai and not beda else "tidak-dinilai")


def _judgement(laporan: Laporan, semua: Sequence[Simpulan], keadaan: _Keadaan) -> Fakta:
    s, nama = semua[0], laporan.nama(semua[0].hal)
    periode = s.periode.teks(laporan.tahun) if s.periode else ""
    tempat = [Tempat("dilaporkan", x.teks, x.posisi, x.sumber, nama, "", "simpulan", x.periode) for x in semua]
    return Fakta(
        "simpulan",
        ("simpulan", s.hal, s.kelompok, s.arah, periode),
        {
            "hal": s.hal,
            "arah": s.arah,
            "periode_ini": s.periode in {None, laporan.periode.sampai_akhir, laporan.periode},
            "indikator": s.hal.startswith("indikator/") and not s.kelompok,
            "status": keadaan.status,
            "ada_angka": keadaan.ada,
        },
        {
            "nama": f"{nama} ({s.kelompok})" if s.kelompok else nama,
            "dilaporkan": s.teks,
            "tempat": ", ".join(dict.fromkeys(where(laporan, x.sumber) for x in semua)),
            "kenyataan": keadaan.nama,
            "alasan": {"id": "tidak ada angka yang dapat menilainya", "en": "no figure can tell"},
            "_besaran": Besaran(s.hal, "simpulan", s.kelompok, s.periode),
        },
        Bukti((*tempat, *keadaan.tempat)),
    )


# -- rise and fall --------------------------------------------------------------------------------------------------


def _trend(laporan: Laporan, indeks: Indeks, s: Simpulan, nomor: str) -> Iterable[Fakta]:
    """Hold a claim of rise or fall against last year's figure of the same measure, where the report prints both."""
    pasangan = list(_pairs(laporan, indeks, s))
    # Where measures of one hal moved differently, nobody can tell which of them is meant.
    arah = {_direction(indeks, lama, kini) for lama, kini in pasangan}
    dinilai = len(arah) == 1 and "?" not in arah
    if not pasangan:
        return
    lama, kini = pasangan[0]
    nyata = next(iter(arah)) if dinilai else ""
    nama = laporan.nama(s.hal)
    yield Fakta(
        "tren",
        ("tren", s.hal, nomor),
        {"hal": s.hal, "arah": s.arah, "nyata": nyata, "dinilai": dinilai, "cocok": not dinilai or nyata == s.arah},
        {
            "nama": nama,
            "ukuran_nama": measure(laporan, kini.besaran),
            "dilaporkan": s.teks,
            "tempat": where(laporan, s.sumber),
            "lama": lama.angka.teks.strip(),
            "kini": kini.angka.teks.strip(),
            "periode_lama": lama.besaran.periode,
            "periode_kini": kini.besaran.periode,
            "alasan": {"id": "ukuran-ukurannya bergerak berbeda", "en": "its measures moved differently"},
            "_besaran": Besaran(s.hal, "simpulan", "", s.periode),
        },
        Bukti(
            (
                Tempat("dilaporkan", s.teks, s.posisi, s.sumber, nama, "", "simpulan", s.periode),
                place(lama, "pembanding"),
                place(kini, "pembanding"),
            )
        ),
    )


def _pairs(laporan: Laporan, indeks: Indeks, s: Simpulan) -> Iterable[tuple[Amatan, Amatan]]:
    """Return last year's and this year's figure of each measure that the claim may speak of."""
    sendiri = laporan.periode
    periode = {s.periode, s.periode.sampai_akhir} if s.periode else {sendiri.setahun, sendiri.sampai_akhir}
    dimaksud = laporan.kosakata.find(s.kelompok) if s.kelompok else None
    for besaran in indeks.all():
        if besaran.hal != s.hal or besaran.periode not in periode:
            continue
        if dimaksud is not None and besaran.ukuran != dimaksud.id:
            continue
        if dimaksud is None and s.hal.startswith("indikator/") and besaran.ukuran != "realisasi":
            continue
        ukuran = laporan.kosakata.ukuran.get(besaran.ukuran)
        if ukuran is None or "target" in besaran.ukuran or ukuran.jenis == "teks" or besaran.periode is None:
            continue
        p = besaran.periode
        lama = indeks.find(besaran._replace(periode=Periode(p.awal - 12, p.akhir - 12), versi=""))
        kini = indeks.find(besaran)
        if lama and kini and usable(lama[0]) and usable(kini[0]):
            yield lama[0], kini[0]


def _direction(indeks: Indeks, lama: Amatan, kini: Amatan) -> str:
    a, b = indeks.selang(lama), indeks.selang(kini)
    if a.bertemu(b):
        return "tetap" if a.tengah == b.tengah else "?"
    return "naik" if b.tengah > a.tengah else "turun"
