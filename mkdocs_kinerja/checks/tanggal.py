"""Dates: a report is signed after its period, and revisions come one after another."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from .. import periode as periode_
from ..bahasa import Bahasa
from ..fakta import Fakta
from ..laporan import Besaran, Laporan, Peristiwa
from ..lokasi import Posisi
from ..periode import Periode
from ..temuan import Bukti, Tempat
from .prosa import where

_ID, _EN = Bahasa("id"), Bahasa("en")
_BULAN = re.compile(r"((?:19|20)\d\d)-(\d\d)")


def read(teks: str) -> dt.date | None:
    """Read `2025-07-07`; None where there is no such day."""
    try:
        return dt.date.fromisoformat(teks)
    except ValueError:
        return None


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for the date of the report and one for each revision after the first."""
    if laporan.tanggal:
        hari = read(laporan.tanggal)
        akhir = dt.date(laporan.periode.tahun, laporan.periode.akhir % 12 + 1, 1)
        # Signed in the last month of its period at the earliest, and within two years: else a slip of the pen.
        wajar = hari is not None and akhir <= hari and hari.year <= laporan.tahun + 2
        yield _fakta(laporan, "laporan", "tanggal", laporan.tanggal, {"pembanding": laporan.periode}, wajar)
    for (lama, dahulu), (baru, kini) in pairwise(laporan.versi_tertulis.items()):
        a, b = read(dahulu), read(kini)
        sebelumnya = {"pembanding": a or dahulu, "lama": lama}
        yield _fakta(laporan, "revisi", baru, kini, sebelumnya, a is not None and b is not None and a <= b)


def events(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per printed date of an event, and one per event with several of them."""
    menurut: dict[str, list[Peristiwa]] = defaultdict(list)
    for p in laporan.peristiwa:
        yield _event(laporan, p, len(menurut[p.hal]))
        menurut[p.hal].append(p)
    for hal, semua in menurut.items():
        rentang = [r for p in semua if (r := span(p.tanggal, laporan.tahun)) is not None]
        if len(semua) > 1 and len(rentang) == len(semua):
            yield _same_event(laporan, hal, semua, sama=max(a for a, _ in rentang) <= min(b for _, b in rentang))


def span(teks: str, tahun: int) -> tuple[dt.date, dt.date] | None:
    """Read a date, or a period that the event lies in, as its first and last day; None where there is no such day."""
    hari = read(teks.strip())
    if hari is not None:
        return hari, hari
    bulan = _BULAN.fullmatch(teks.strip())
    periode = periode_.read(teks, tahun)
    if bulan and 1 <= int(bulan[2]) <= 12:
        awal = akhir = int(bulan[1]) * 12 + int(bulan[2]) - 1
    elif periode is not None and periode.awal:
        awal, akhir = periode.awal, periode.akhir
    else:
        return None
    return dt.date(awal // 12, awal % 12 + 1, 1), dt.date((akhir + 1) // 12, (akhir + 1) % 12 + 1, 1) - dt.timedelta(1)


DOKUMEN = frozenset({"dokumen", "perjanjian", "peraturan", "surat", "surat-tugas", "sertifikat", "dipa", "revisi-dipa"})
"""Classes of papers: they may be older than the period, but not younger."""


def _meant(laporan: Laporan, p: Peristiwa) -> tuple[str, tuple[dt.date, dt.date] | None]:
    """Split `sebelum 2024-01-31` into the kind of bound and its days; the report's period where it is empty."""
    semestinya = _due(laporan, p)
    if not semestinya:
        return "dalam", span(laporan.periode.teks(), laporan.tahun)
    kata, _, batas = semestinya.partition(" ")
    return kata, span(batas, laporan.tahun) if kata in {"dalam", "sebelum", "sesudah", "pada"} else None


def _due(laporan: Laporan, p: Peristiwa) -> str:
    """Return the bound of a date: the declared one; of a paper without one, that it is not of a later day."""
    if p.semestinya or p.hal.partition("/")[0] not in DOKUMEN:
        return p.semestinya
    sesudah = laporan.periode.akhir + 1
    return f"sebelum {sesudah // 12}-{sesudah % 12 + 1:02d}-01"


def _event(laporan: Laporan, p: Peristiwa, nomor: int) -> Fakta:
    rentang = span(p.tanggal, laporan.tahun)
    kata, batas = _meant(laporan, p)
    wajar = rentang is not None
    if rentang is not None and batas is not None:
        if kata in {"dalam", "pada"}:
            wajar = rentang[0] <= batas[1] and batas[0] <= rentang[1]
        else:
            wajar = rentang[0] < batas[0] if kata == "sebelum" else rentang[1] > batas[1]
    nama = laporan.nama(p.hal)
    return Fakta(
        "peristiwa",
        ("peristiwa", p.hal, p.tanggal, str(nomor)),
        {"hal": p.hal, "jenis": "batas", "wajar": wajar},
        {
            "nama": nama,
            "dilaporkan": spoken(p.tanggal, laporan.tahun),
            "seharusnya": _bound(laporan, _due(laporan, p)),
            "tempat": where(laporan, p.sumber),
            "daftar": "",
            "alasan": {},
            "_besaran": Besaran(p.hal, "tanggal"),
        },
        Bukti((Tempat("dilaporkan", p.tanggal, p.posisi, p.sumber, nama),)),
    )


def spoken(teks: str, tahun: int) -> dt.date | Periode | str:
    """Return a date or period as a message can show it in its own language; other text stays as it is."""
    bulan = _BULAN.fullmatch(teks.strip())
    if bulan and 1 <= int(bulan[2]) <= 12:
        nomor = int(bulan[1]) * 12 + int(bulan[2]) - 1
        return Periode(nomor, nomor)
    return read(teks.strip()) or periode_.read(teks, tahun) or teks


def _bound(laporan: Laporan, semestinya: str) -> Mapping[str, str]:
    kata, _, batas = semestinya.partition(" ") if semestinya else ("dalam", "", "")
    isi = spoken(batas, laporan.tahun) if batas else laporan.periode
    english = {"dalam": "within", "sebelum": "before", "sesudah": "after", "pada": "in"}
    return {
        b.kode: f"{awal} {b.periode(isi) if isinstance(isi, Periode) else b.tanggal(str(isi))}"
        for b, awal in ((_ID, kata), (_EN, english.get(kata, kata)))
    }


def _same_event(laporan: Laporan, hal: str, semua: Sequence[Peristiwa], *, sama: bool) -> Fakta:
    """Compare the mentions of one event; the one that fits fewest of the others is told first."""
    nama, tahun = laporan.nama(hal), laporan.tahun
    rentang = [r for p in semua if (r := span(p.tanggal, tahun)) is not None]
    cocok = [sum(a[0] <= b[1] and b[0] <= a[1] for b in rentang) for a in rentang]
    ganjil = len(semua) - 1 - cocok[::-1].index(min(cocok))
    acuan = next((p for n, p in enumerate(semua) if n != ganjil and cocok[n] == max(cocok)), semua[0])
    lain = [p for p in semua if p is not semua[ganjil]]
    return Fakta(
        "peristiwa",
        ("peristiwa", hal),
        {"hal": hal, "jenis": "sama", "wajar": sama},
        {
            "nama": nama,
            "dilaporkan": spoken(semua[ganjil].tanggal, tahun),
            "seharusnya": spoken(acuan.tanggal, tahun),
            "tempat": where(laporan, semua[ganjil].sumber),
            "daftar": {b.kode: "; ".join(_listed(laporan, p, b) for p in semua) for b in (_ID, _EN)},
            "alasan": {},
            "_besaran": Besaran(hal, "tanggal"),
        },
        Bukti(
            tuple(
                Tempat("dilaporkan" if p is semua[ganjil] else "acuan", p.tanggal, p.posisi, p.sumber, nama)
                for p in (semua[ganjil], *lain)
            )
        ),
    )


def _listed(laporan: Laporan, p: Peristiwa, bahasa: Bahasa) -> str:
    isi = spoken(p.tanggal, laporan.tahun)
    teks = bahasa.periode(isi) if isinstance(isi, Periode) else bahasa.tanggal(str(isi))
    return f"{teks} ({where(laporan, p.sumber)})"


def _fakta(
    laporan: Laporan, jenis: str, nama: str, tanggal: str, pembanding: Mapping[str, object], wajar: bool
) -> Fakta:
    letak = "tanggal" if jenis == "laporan" else f"versi/{nama}"
    posisi = laporan.letak.get(letak) or laporan.posisi or Posisi(laporan.berkas, 1, 1)
    return Fakta(
        "tanggal",
        ("tanggal", jenis, nama),
        {"hal": "laporan", "jenis": jenis, "wajar": wajar},
        {
            "nama": nama,
            "dilaporkan": read(tanggal) or tanggal,
            "tempat": laporan.dokumen or laporan.berkas,
            "alasan": {},
            "_besaran": Besaran("laporan", "tanggal"),
            **pembanding,
        },
        Bukti((Tempat("dilaporkan", tanggal, posisi, laporan.sumber, nama),)),
    )
