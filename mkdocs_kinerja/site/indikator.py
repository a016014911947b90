"""The indicators of a report: target, result, achievement, judgement, and what the report says about obstacles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import groupby

from ..checks.ringkasan import BarisIndikator, Status
from ..checks.target import direction, goal
from ..laporan import Amatan, Kendala, Laporan
from ..selang import TEPAT
from . import gambar, tautan
from .situs import Halaman
from .templat import render
from .temuan import jangkar_tabel

ADA_ISI = {"menyangkal", "menyangkal-lalu-menyebut", "nyata"}
URUTAN_STATUS: tuple[Status, ...] = (
    "tercapai", "sesuai-laju", "tertinggal", "belum-tercapai", "tidak-tercapai", "tidak-dinilai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KendalaTampil:
    """One text about obstacles and all the places where it stands."""

    hal: str
    teks: str
    tindak_lanjut: str | None
    tempat: tuple[str, ...]


def block(h: Halaman, laporan: Laporan) -> str:
    """Return the table of indicators, grouped by sasaran."""
    baris = h.situs.indikator.get(laporan.kunci, ())
    if not baris:
        return render("kosong", pesan=h.kata("indikator.kosong"))
    nama = {s.id: f"{s.kode}. {s.nama}" if s.kode else s.nama for s in laporan.sasaran}
    kelompok = [(nama.get(id_, id_), list(isi)) for id_, isi in groupby(baris, key=lambda r: r.sasaran)]
    return render(
        "indikator",
        h=h,
        laporan=laporan,
        kelompok=kelompok,
        hitung=count(h, laporan),
        capaian=lambda r: h.b.persen(r.capaian_hitung) if r.capaian_hitung is not None else "",
        laju=lambda r: pace(h, r),
        bullet=lambda r: gambar.bullet(r.capaian_hitung, r.status, due(laporan, r)),
        halaman=lambda r: h.ke(tautan.indikator(r.id)),
        url=_url,
        kendala=lambda r: list(obstacles(h, laporan, r.kendala)),
        fisik=any(r.fisik_realisasi or r.fisik_target for r in baris),
    )


def count(h: Halaman, laporan: Laporan) -> list[tuple[Status, int]]:
    """Return how many indicators have each status, statuses without any left out."""
    baris = h.situs.indikator.get(laporan.kunci, ())
    jumlah = [(s, sum(r.status == s for r in baris)) for s in URUTAN_STATUS]
    return [(s, n) for s, n in jumlah if n]


def pace(h: Halaman, r: BarisIndikator) -> str:
    """Return the result against what is due by now, where that differs from the achievement."""
    if r.laju is None or r.laju == r.capaian_hitung:
        return ""
    return h.b.persen(r.laju)


def due(laporan: Laporan, r: BarisIndikator) -> Decimal | None:
    """Return what is due by now in % of the target, where more is better; None where it is the target itself."""
    if r.target is None or r.semestinya is None or r.laju == r.capaian_hitung:
        return None
    arah = direction(laporan.indikator.get(r.id), r.target)
    penuh = goal(r.target, arah)
    if arah != "naik" or penuh <= 0:
        return None
    with localcontext(TEPAT):
        return r.semestinya / penuh * 100


def obstacles(h: Halaman, laporan: Laporan, daftar: tuple[Kendala, ...]) -> Iterator[KendalaTampil]:
    """Yield the texts that say something, each once with all its places."""
    kumpulan: dict[tuple[str, str, str | None], list[str]] = {}
    for k in daftar:
        if k.jenis not in ADA_ISI:
            continue
        tempat = ", ".join(x for x in (k.sumber.tempat, h.sumber(k.sumber)) if x)
        kumpulan.setdefault((k.hal, k.teks, k.tindak_lanjut or None), []).append(tempat)
    for (hal, teks, tindak_lanjut), tempat_ in kumpulan.items():
        yield KendalaTampil(laporan.nama(hal), teks, tindak_lanjut, tuple(x for x in tempat_ if x))


def _url(amatan: Amatan | None) -> str:
    """Return the link to the table in which a value is printed."""
    return f"#{jangkar_tabel(amatan.tabel)}" if amatan and amatan.tabel else ""
