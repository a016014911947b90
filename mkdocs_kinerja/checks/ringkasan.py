"""What a report amounts to: one line per indicator, judged against its target. Shown by pages, tested by rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Literal

from ..angka import Keadaan
from ..laporan import Amatan, Besaran, Indikator, Kendala, Laporan
from ..periode import Periode
from ..selang import TEPAT, Selang, jumlah
from .bukti import Indeks, usable
from .jumlah import fill
from .sebutan import authority, groups, reference
from .target import achievement, direction, goal, reached

Status = Literal["tercapai", "sesuai-laju", "tertinggal", "belum-tercapai", "tidak-tercapai", "tidak-dinilai"]
"""Reached; on track within the year; behind within the year; not yet reached (in-year, for a value that does not
accumulate); not reached (annual); not judged, with a reason."""

TANPA_TARGET = {"id": "target tidak tercetak sebagai angka", "en": "the target is not printed as a number"}
TANPA_REALISASI = {"id": "realisasi tidak tercetak sebagai angka", "en": "the result is not printed as a number"}
BELUM_TERSEDIA = {"id": "realisasi dinyatakan belum tersedia", "en": "the result is said not to be available yet"}
AKHIR_TAHUN = {"id": "baru dinilai pada akhir tahun", "en": "assessed at the end of the year only"}
TANPA_KUMULATIF = {"id": "realisasi sampai akhir periode tidak tercetak", "en": "no result up to the end is printed"}
TARGET_NOL = {"id": "target nol", "en": "the target is zero"}


TOLERANSI = Decimal(5)
"""Percent by which a value that does not accumulate (an index, a score) may be below its annual target within the
year and still count as on track; a report may declare its own (`capaian: {toleransi: 3}`)."""


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator of a report.

    Attributes:
        target: The mention that counts: the perjanjian kinerja if it is there, else the first one.
            Of a triwulan whose result is printed alone, its own target.
        realisasi: The mention that counts: the value most places give; among equals, the first in a table.
        capaian: The printed achievement that goes with it.
        capaian_hitung: Achievement in %, recomputed from target and realisasi; None where it cannot be.
        laju: Result against what is due at the end of the period, in %; equal to capaian where nothing is due yet.
        semestinya: What is due at the end of the period; the target itself in annual reports.
        alasan: Why there is no judgement, in Indonesian and English.
        kendala: Every place that speaks of its obstacles, its sasaran included.
        klaim: The judgement words of the report about it.
    """

    id: str
    nama: str
    sasaran: str
    satuan: str
    target: Amatan | None
    realisasi: Amatan | None
    capaian: Amatan | None
    capaian_hitung: Decimal | None
    laju: Decimal | None
    semestinya: Decimal | None
    fisik_target: Amatan | None
    fisik_realisasi: Amatan | None
    status: Status
    alasan: Mapping[str, str]
    kendala: tuple[Kendala, ...]
    klaim: tuple[str, ...] = ()


def indikator(laporan: Laporan, indeks: Indeks | None = None) -> tuple[BarisIndikator, ...]:
    """Return the indicators of a report in the order of its goals, then those that stand outside any goal.

    Args:
        laporan: The report.
        indeks: Its observations, where they have been sorted already.
    """
    indeks = indeks or Indeks(laporan)
    urut: dict[str, str] = {i: s.id for s in laporan.sasaran for i in s.indikator if i in laporan.indikator}
    for a in laporan.amatan():
        kelas, _, kunci = a.besaran.hal.partition("/")
        if kelas == "indikator" and kunci in laporan.indikator and a.besaran.ukuran in {"target", "realisasi"}:
            urut.setdefault(kunci, "")
    return tuple(_line(laporan, indeks, laporan.indikator[i], sasaran) for i, sasaran in urut.items())


def _line(laporan: Laporan, indeks: Indeks, ind: Indikator, sasaran: str) -> BarisIndikator:
    hal = f"indikator/{ind.id}"
    sd, setahun = laporan.periode.sampai_akhir, laporan.periode.setahun

    def semua(ukuran: str, periode: Periode = sd) -> list[Amatan]:
        return [a for a in indeks.all().get(Besaran(hal, ukuran, "", periode), ()) if a.tercetak]

    target = _target(indeks.in_place(semua("target", setahun)))
    realisasi, capaian = _majority(semua("realisasi"), indeks), _majority(semua("capaian"), indeks)
    if realisasi is None and (sendiri := _majority(semua("realisasi", laporan.periode), indeks)) is not None:
        # A triwulan that is printed alone has its own target, if any, and its own achievement.
        realisasi, capaian = sendiri, _majority(semua("capaian", laporan.periode), indeks)
        target = _target(indeks.in_place(semua("target", laporan.periode))) or target
    kosong = BarisIndikator(
        id=ind.id,
        nama=ind.nama,
        sasaran=sasaran,
        satuan=ind.satuan,
        target=target,
        realisasi=realisasi,
        capaian=capaian,
        capaian_hitung=None,
        laju=None,
        semestinya=None,
        fisik_target=_target(semua("fisik.target")),
        fisik_realisasi=_majority(semua("fisik.realisasi"), indeks),
        status="tidak-dinilai",
        alasan={},
        kendala=tuple(k for k in laporan.kendala if k.hal in {hal, f"sasaran/{sasaran}"}),
        klaim=tuple(s.teks for s in laporan.simpulan if s.hal == hal),
    )
    return _judge(laporan, indeks, ind, kosong)


def _target(amatan: Sequence[Amatan]) -> Amatan | None:
    angka = [a for a in amatan if a.dibaca.nilai is not None]
    if not angka:
        return amatan[0] if amatan else None
    wenang = authority(angka[0].besaran, angka)
    return wenang[1] if wenang else angka[0]


def _majority(amatan: Sequence[Amatan], indeks: Indeks) -> Amatan | None:
    angka = [a for a in amatan if usable(a)]
    if angka and all(a.posisi in indeks.laporan.salah_tempat for a in angka):
        return None  # every figure that is printed belongs elsewhere: nothing is known
    angka = indeks.in_place(angka)
    if not angka:
        # Of the places without a number, the one that gives a reason says most.
        alasan = [a for a in amatan if a.dibaca.keadaan is Keadaan.BELUM_TERSEDIA]
        return next(iter([*alasan, *amatan]), None)
    return reference(groups(angka, indeks))


def _judge(laporan: Laporan, indeks: Indeks, ind: Indikator, baris: BarisIndikator) -> BarisIndikator:
    target, realisasi = baris.target, baris.realisasi
    if target is None or target.dibaca.nilai is None:
        return replace(baris, alasan=TANPA_TARGET)
    if ind.akhir_tahun and not laporan.tahunan and (realisasi is None or not usable(realisasi)):
        return replace(baris, alasan=AKHIR_TAHUN)
    if realisasi is None or not usable(realisasi):
        tunda = realisasi is not None and realisasi.dibaca.keadaan is Keadaan.BELUM_TERSEDIA
        return replace(baris, alasan=BELUM_TERSEDIA if tunda else TANPA_REALISASI)
    arah, cara = direction(ind, target), laporan.capaian.untuk(ind.id)
    nilai, sasaran = indeks.selang(realisasi), goal(target, arah)
    with localcontext(TEPAT):
        capaian = achievement(cara, arah, nilai.tengah, target)
        tercapai = reached(nilai, target, arah)
        if capaian is None and not tercapai:
            return replace(baris, alasan=TARGET_NOL)
        if target.besaran.periode != laporan.periode.setahun:
            status: Status = "sesuai-laju" if tercapai else "tertinggal"
            return replace(baris, capaian_hitung=capaian, laju=capaian, semestinya=sasaran, status=status)
        if realisasi.besaran.periode != laporan.periode.sampai_akhir and ind.agregasi == "jumlah":
            return replace(baris, alasan=TANPA_KUMULATIF)
        # What must stay below its target can only be called reached when the year is over.
        menumpuk = arah == "turun" and ind.agregasi == "jumlah"
        if laporan.tahunan or (tercapai and not menumpuk):
            status = "tercapai" if tercapai else "tidak-tercapai"
            return replace(baris, capaian_hitung=capaian, laju=capaian, semestinya=sasaran, status=status)
        if ind.akhir_tahun:
            return replace(baris, capaian_hitung=capaian, alasan=AKHIR_TAHUN)
        return _within_year(laporan, indeks, ind, replace(baris, capaian_hitung=capaian), target, nilai)


def _within_year(
    laporan: Laporan, indeks: Indeks, ind: Indikator, baris: BarisIndikator, target: Amatan, nilai: Selang
) -> BarisIndikator:
    """Judge a result that has not reached the annual target by what is due at the end of the period."""
    arah, cara, capaian = direction(ind, target), laporan.capaian.untuk(ind.id), baris.capaian_hitung
    setahun, antara = goal(target, arah), _interim(laporan, indeks, target, ind)
    # An index whose interim target is the annual one is not behind because it has not got there yet.
    if antara is not None and (ind.agregasi == "jumlah" or goal(antara, arah) != setahun):
        laju = achievement(cara, arah, nilai.tengah, antara)
        status: Status = "sesuai-laju" if reached(nilai, antara, arah) else "tertinggal"
        return replace(baris, laju=capaian if laju is None else laju, semestinya=goal(antara, arah), status=status)
    if ind.agregasi != "jumlah":
        cukup = capaian is not None and capaian >= 100 - (TOLERANSI if cara.toleransi is None else cara.toleransi)
        return replace(baris, laju=capaian, semestinya=setahun, status="sesuai-laju" if cukup else "belum-tercapai")
    jatuh_tempo = _due(laporan, indeks, target, setahun)
    laju = nilai.tengah / jatuh_tempo * 100 if jatuh_tempo else capaian
    if arah == "turun":
        laju = (2 * jatuh_tempo - nilai.tengah) / jatuh_tempo * 100 if jatuh_tempo else capaian
        status = "sesuai-laju" if nilai.bawah <= jatuh_tempo else "tertinggal"
    else:
        status = "sesuai-laju" if nilai.atas >= jatuh_tempo else "tertinggal"
    return replace(baris, laju=laju, semestinya=jatuh_tempo, status=status)


def _interim(laporan: Laporan, indeks: Indeks, target: Amatan, ind: Indikator) -> Amatan | None:
    """Return the printed target that is due by the end of the period, be it called interim or that of the triwulan."""
    sd, sendiri = laporan.periode.sampai_akhir, laporan.periode
    calon = [("target_antara", sd), ("target", sd)]
    if ind.agregasi != "jumlah":
        calon += [("target_antara", sendiri), ("target", sendiri)]
    for ukuran, periode in calon:
        besaran = target.besaran._replace(ukuran=ukuran, periode=periode)
        isi = [a for a in indeks.all().get(besaran, ()) if a.tercetak and a.dibaca.nilai is not None]
        if isi and besaran != target.besaran:
            return _target(indeks.in_place(isi))
    return None


def _due(laporan: Laporan, indeks: Indeks, target: Amatan, setahun: Decimal) -> Decimal:
    """Return the part of a target that accumulates which is due by now: that of the months, else by their number."""
    sd, sama = laporan.periode.sampai_akhir, target.besaran
    bagian = [
        isi[0] for b in indeks.all()
        if (b.hal, b.kelompok) == (sama.hal, sama.kelompok) and b.ukuran in {"target_antara", "target"}
        and (isi := indeks.find(b))
    ]  # fmt: skip
    bulanan = fill(sd, bagian)
    if bulanan:
        return jumlah(indeks.selang(a) for a in bulanan).tengah
    return setahun * sd.bulan / 12
