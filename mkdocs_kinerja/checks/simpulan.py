"""Facts about judgements in words: success and failure against targets, rise and fall against the series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan, Simpulan
from ..periode import Periode
from ..temuan import Bukti, Tempat
from .bukti import Indeks, measure, place, usable
from .prosa import ordinal, where
from .ringkasan import BarisIndikator

RENCANA = (
    ("realisasi_anggaran_persen", "target_keuangan"),
    ("serapan_efektif", "target_keuangan"),
    ("fisik.realisasi", "fisik.target"),
)
"""What is spent or done, and what was planned."""


def facts(laporan: Laporan, indeks: Indeks, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact for each judgement, and one more for each that speaks of rise or fall.

    Args:
        laporan: The report.
        indeks: Its observations.
        ringkas: Its indicators, judged.
    """
    status = {f"indikator/{b.id}": b for b in ringkas}
    for n, s in enumerate(laporan.simpulan):
        nomor = ordinal(laporan.simpulan, n)
        yield _judgement(laporan, indeks, s, nomor, _state(laporan, indeks, s.hal, status))
        if s.arah in {"naik", "turun", "tetap"}:
            yield from _trend(laporan, indeks, s, nomor)


class _Keadaan:
    """What the figures say about a hal: its state, and the observations that show it."""

    __slots__ = ("ada", "nama", "status", "tempat")

    def __init__(
        self, status: str, tempat: Iterable[Tempat] = (), nama: Mapping[str, str] | None = None, *, ada: bool = True
    ) -> None:
        self.status, self.tempat, self.nama, self.ada = status, tuple(tempat), nama or {}, ada


def _state(laporan: Laporan, indeks: Indeks, hal: str, status: Mapping[str, BarisIndikator]) -> _Keadaan:
    """Judge the hal of a claim: an indicator, a goal by its indicators, a part of the budget by its plan."""
    kelas, _, kunci = hal.partition("/")
    if kelas == "indikator":
        baris = status.get(hal)
        if baris is None:
            return _Keadaan("tidak-dinilai")
        kosong = baris.realisasi is not None and not usable(baris.realisasi)
        tempat = [place(baris.realisasi, "pembanding")] if kosong and baris.realisasi else []
        return _Keadaan(baris.status, tempat, ada=not kosong and baris.realisasi is not None)
    if kelas == "sasaran":
        anggota = next((s.indikator for s in laporan.sasaran if s.id == kunci), ())
        return _goal([b for i in anggota if (b := status.get(f"indikator/{i}"))])
    if hal == "laporan" or kelas == "tujuan":
        return _goal([b for b in status.values() if hal == "laporan"])
    return _budget(laporan, indeks, hal)


def _goal(baris: Sequence[BarisIndikator]) -> _Keadaan:
    gagal = [b for b in baris if b.status in {"tidak-tercapai", "belum-tercapai", "tertinggal"}]
    if gagal:
        tempat = [place(a, "pembanding") for b in gagal for a in (b.realisasi,) if a is not None]
        teks = "; ".join(b.nama for b in gagal)
        return _Keadaan(gagal[0].status, tempat, {"id": teks, "en": teks})
    lengkap = baris and all(b.status in {"tercapai", "sesuai-laju"} for b in baris)
    return _Keadaan("tercapai" if lengkap else "tidak-dinilai")


def _budget(laporan: Laporan, indeks: Indeks, hal: str) -> _Keadaan:
    """Hold planned against actual spending and progress of a budget code, at the end of the report's period."""
    sd = laporan.periode.sampai_akhir
    beda: list[tuple[Amatan, Amatan]] = []
    dinilai = False
    for ukuran, rencana in RENCANA:
        for a in indeks.find(Besaran(hal, ukuran, "", sd)):
            for b in indeks.find(Besaran(hal, rencana, "", sd)):
                if a.tabel != b.tabel or a.posisi.baris != b.posisi.baris:
                    continue
                dinilai = True
                if indeks.selang(a).atas < indeks.selang(b).bawah:
                    beda.append((a, b))
    if beda:
        tempat = [place(x, "pembanding") for pasangan in beda for x in pasangan]
        teks = "; ".join(f"{a.angka.teks.strip()} < {b.angka.teks.strip()}" for a, b in beda)
        return _Keadaan("tertinggal", tempat, {"id": teks, "en": teks})
    return _Keadaan("tercapai" if dinilai else "tidak-dinilai")


def _judgement(laporan: Laporan, indeks: Indeks, s: Simpulan, nomor: str, keadaan: _Keadaan) -> Fakta:
    nama = laporan.nama(s.hal)
    return Fakta(
        "simpulan",
        ("simpulan", s.hal, nomor),
        {
            "hal": s.hal,
            "arah": s.arah,
            "periode_ini": s.periode in {None, laporan.periode.sampai_akhir, laporan.periode},
            "indikator": s.hal.startswith("indikator/"),
            "status": keadaan.status,
            "ada_angka": keadaan.ada,
        },
        {
            "nama": nama,
            "dilaporkan": s.teks,
            "tempat": where(laporan, s.sumber),
            "kenyataan": keadaan.nama,
            "alasan": {"id": "tidak ada angka yang dapat menilainya", "en": "no figure can tell"},
            "_besaran": Besaran(s.hal, "simpulan", "", s.periode),
        },
        Bukti((Tempat("dilaporkan", s.teks, s.posisi, s.sumber, nama, "", "simpulan", s.periode), *keadaan.tempat)),
    )


# -- rise and fall --------------------------------------------------------------------------------------------------------


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
    periode = s.periode or laporan.periode.setahun
    for besaran in indeks.all():
        if besaran.hal != s.hal or besaran.periode not in {periode, periode.sampai_akhir, laporan.periode.sampai_akhir}:
            continue
        if s.hal.startswith("indikator/") and besaran.ukuran != "realisasi":
            continue
        ukuran = laporan.kosakata.ukuran.get(besaran.ukuran)
        if ukuran is None or "target" in besaran.ukuran or ukuran.jenis == "teks" or besaran.periode is None:
            continue
        p = besaran.periode
        lama = indeks.find(replace(besaran, periode=Periode(p.awal - 12, p.akhir - 12), versi=""))
        kini = indeks.find(besaran)
        if lama and kini and usable(lama[0]) and usable(kini[0]):
            yield lama[0], kini[0]


def _direction(indeks: Indeks, lama: Amatan, kini: Amatan) -> str:
    a, b = indeks.selang(lama), indeks.selang(kini)
    if a.bertemu(b):
        return "tetap" if a.tengah == b.tengah else "?"
    return "naik" if b.tengah > a.tengah else "turun"
