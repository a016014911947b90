"""Headings and printed labels: what they say against what stands below them, or against what they are meant to say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .. import periode as periode_
from .. import sebutan_periode
from ..fakta import Fakta
from ..laporan import Besaran, Label, Laporan, Satker, Tabel
from ..lokasi import Posisi, Sumber
from ..periode import Periode
from ..temuan import Bukti, Tempat
from .label import meant, plain
from .prosa import where

PANJANG_JUDUL = 15
"""Shorter titles ("Realisasi") may stand over several tables without being mistaken for each other."""
_NOMOR = re.compile(r"tabel\s+(\d+(?:\.\d+)*)\b", re.IGNORECASE)
_LANJUTAN = re.compile(r"\blanjutan\b|\(lanj", re.IGNORECASE)


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for each title and label that can be held against something."""
    yield from _own_title(laporan)
    for tabel in laporan.tabel:
        yield from _title(laporan, tabel)
    yield from _repeated(laporan)
    yield from _numbers(laporan)
    for n, label in enumerate(laporan.label):
        yield from _label(laporan, label, n)
    yield from _foreign(laporan)


# -- periods --------------------------------------------------------------------------------------------------------


def _own_title(laporan: Laporan) -> Iterable[Fakta]:
    """Hold the year and the quarter on the cover against the period of the report."""
    sebut = sebutan_periode.find(laporan.judul)
    if not sebut:
        return
    tahun = not sebut.tahun or laporan.tahun in sebut.tahun
    triwulan = laporan.tahunan or not sebut.triwulan or laporan.periode.akhir % 12 // 3 + 1 in sebut.triwulan
    yield _fakta(
        laporan, ("judul", ""), "periode", tepat=tahun and triwulan, tertulis=laporan.judul, maksud=laporan.periode,
        tempat="judul laporan", posisi=laporan.letak["judul"], sumber=Sumber(laporan.dokumen),
    )  # fmt: skip


def _title(laporan: Laporan, tabel: Tabel) -> Iterable[Fakta]:
    """Hold the years and quarters of a title against the periods of the columns, or of the report."""
    sebut = sebutan_periode.find(tabel.judul)
    if not sebut or not tabel.judul:
        return
    isi = {a.besaran.periode for b in tabel.baris for a in b.sel if a is not None and a.besaran.periode is not None}
    kolom: set[Periode] = isi or {laporan.periode, laporan.periode.sampai_akhir}
    tahun = {t for p in kolom for t in range(max(p.awal // 12, p.akhir // 12 - 20), p.akhir // 12 + 1)}
    triwulan = {p.akhir % 12 // 3 + 1 for p in kolom if p.bulan < 12 and p.akhir % 3 == 2}
    if not laporan.tahunan or not triwulan:
        triwulan.add(laporan.periode.akhir % 12 // 3 + 1)
    isi_tahun = {p.akhir // 12 for p in kolom}
    salah_tahun = (bool(sebut.tahun) and not set(sebut.tahun) & tahun) or (
        bool(sebut.rentang) and not any(a <= t <= b for a, b in sebut.rentang for t in (max(isi_tahun),))
    )
    salah_triwulan = bool(sebut.triwulan) and not set(sebut.triwulan) & triwulan
    baris = tabel.baris[0].sumber if tabel.baris else Sumber(laporan.dokumen)
    yield _fakta(
        laporan,
        ("judul", tabel.id),
        "periode",
        tepat=not salah_tahun and not salah_triwulan,
        tertulis=tabel.judul,
        maksud=_spans(kolom) if salah_tahun else laporan.periode,
        tempat=tabel.label,
        posisi=tabel.letak_judul or tabel.posisi,
        sumber=baris,
        tabel=tabel.id,
    )


def _spans(kolom: Iterable[Periode]) -> Mapping[str, str]:
    """Name the periods of the columns: the years they are in."""
    tahun = sorted({p.akhir // 12 for p in kolom})
    teks = str(tahun[0]) if len(tahun) == 1 else f"{tahun[0]}\u2013{tahun[-1]}"
    return {"id": f"isinya tentang {teks}", "en": f"its content is about {teks}"}


def _label(laporan: Laporan, label: Label, n: int) -> Iterable[Fakta]:
    """Hold a printed label against the period, the text or the office it is meant to name."""
    if meant(laporan, label):
        return  # a name: compared with the other places that print it
    periode = periode_.read(label.maksud, laporan.tahun) if label.maksud else laporan.periode
    if periode is not None:
        jenis, tepat = "periode", sebutan_periode.find(label.tertulis).fits(periode)
        maksud: Mapping[str, str] | Periode = periode
    else:
        jenis, tepat = "isi", _says(label.tertulis, label.maksud)
        maksud = {"id": f'"{label.maksud}"', "en": f'"{label.maksud}"'}
    urutan = sum(x.hal == label.hal and x.tertulis == label.tertulis for x in laporan.label[:n])
    yield _fakta(
        laporan, ("label", label.hal, label.tertulis, str(urutan)), jenis, tepat=tepat, tertulis=label.tertulis,
        maksud=maksud, tempat=where(laporan, label.sumber), posisi=label.posisi, sumber=label.sumber,
    )  # fmt: skip


def _says(tertulis: str, maksud: str) -> bool:
    """Whether a label says what is meant; what the meaning explains in parentheses need not be printed."""
    if "(" not in tertulis:
        maksud = re.sub(r"\([^)]*\)", " ", maksud)
    return _words(tertulis) == _words(maksud)


def _words(teks: str) -> list[str]:
    """Return the words and numbers of a text: case, blanks and punctuation aside."""
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]+>", " ", teks.lower()))


# -- titles that stand twice ----------------------------------------------------------------------------------------


def _repeated(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per title that stands over several tables, of which only the first is told apart."""
    menurut: dict[str, list[Tabel]] = defaultdict(list)
    for tabel in laporan.tabel:
        kunci = plain(tabel.judul, kurung=True)
        if len(kunci) >= PANJANG_JUDUL and not _LANJUTAN.search(f"{tabel.judul} {tabel.tempat}"):
            menurut[kunci].append(tabel)
    for kunci, semua in menurut.items():
        daftar = list({t.tempat: t for t in reversed(semua)}.values())[::-1]
        beda = len(daftar) > 1 and len({frozenset(b.hal for b in t.baris) for t in daftar}) > 1
        yield _twice(laporan, kunci, daftar, beda=beda)


def _twice(laporan: Laporan, kunci: str, daftar: Sequence[Tabel], *, beda: bool) -> Fakta:
    teks = ", ".join(t.label for t in daftar)
    return Fakta(
        "judul",
        ("judul", "kembar", kunci),
        {"hal": "", "tabel": daftar[0].id, "jenis": "kembar", "tepat": not beda},
        {
            "nama": daftar[0].judul,
            "dilaporkan": daftar[0].judul,
            "seharusnya": "",
            "maksud": {"id": teks, "en": teks},
            "tempat": teks,
            "alasan": {},
            "_besaran": Besaran("", "judul"),
        },
        Bukti(tuple(_place(t.judul, t.letak_judul or t.posisi, _first(laporan, t), t.id) for t in daftar)),
    )


def _numbers(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per table number (`Tabel 3.12`) that stands over tables with different titles."""
    menurut: dict[str, list[Tabel]] = defaultdict(list)
    for tabel in laporan.tabel:
        nomor = _NOMOR.match(tabel.tempat)
        if nomor and tabel.judul and not _LANJUTAN.search(f"{tabel.judul} {tabel.tempat}"):
            menurut[nomor[1]].append(tabel)
    for nomor_, semua in menurut.items():
        beda = list({plain(t.judul, kurung=True): t for t in reversed(semua)}.values())[::-1]
        fakta = _twice(laporan, f"nomor/{nomor_}", beda, beda=len(beda) > 1)
        teks = "; ".join(f'"{t.judul}"' for t in beda)
        yield replace(
            fakta,
            uji={**fakta.uji, "jenis": "nomor"},
            tampil={**fakta.tampil, "nama": f"Tabel {nomor_}", "maksud": {"id": teks, "en": teks}},
        )


def _first(laporan: Laporan, tabel: Tabel) -> Sumber:
    return tabel.baris[0].sumber if tabel.baris else Sumber(laporan.dokumen)


# -- other offices --------------------------------------------------------------------------------------------------


def _foreign(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per title, label and obstacle that names an office other than the report's own."""
    induk = {u.induk for u in laporan.unit} | {laporan.satker.induk}
    lain = [u for u in laporan.unit if u.id != laporan.satker.id and u.id not in induk]
    sendiri = plain(f"{laporan.satker.nama} {laporan.satker.singkatan}")
    dahulu = [n for n in laporan.satker.nama_lama if plain(n) not in sendiri]
    banding = {t.id for t in laporan.tabel if any("unit" in k.kelas for k in t.kolom) or t.hal.startswith("unit/")}
    berjudul = [t for t in laporan.tabel if t.id not in banding]
    teks = [
        *((t.judul, t.letak_judul or t.posisi, _first(laporan, t), t.label) for t in berjudul),
        *((x.tertulis, x.posisi, x.sumber, where(laporan, x.sumber)) for x in laporan.label),
        *((k.teks, k.posisi, k.sumber, where(laporan, k.sumber)) for k in laporan.kendala),
    ]  # fmt: skip
    pola = _pattern(lain)
    menurut: dict[tuple[str, str], list[Tempat]] = defaultdict(list)
    for isi, posisi, sumber, _ in teks:
        cocok = pola.search(isi)
        asing = next((u for u in lain if cocok and cocok[0].lower() in _called(u)), None)
        lama = next((n for n in dahulu if n.lower() in isi.lower()), "")
        if asing is not None or lama:
            kunci = ("asing", asing.nama) if asing is not None else ("lama", lama)
            menurut[kunci].append(_place(isi, posisi, sumber, ""))
    for (jenis, nama), tempat in menurut.items():
        yield _office(laporan, jenis, nama, tempat)


def _office(laporan: Laporan, jenis: str, nama: str, tempat: Sequence[Tempat]) -> Fakta:
    milik = laporan.satker.nama
    lebih = len(tempat) - 1
    return Fakta(
        "judul",
        ("satker", jenis, nama),
        {"hal": "", "tabel": "", "jenis": jenis, "tepat": False},
        {
            "nama": nama,
            "dilaporkan": tempat[0].nilai,
            "seharusnya": milik,
            "maksud": {"id": milik, "en": milik},
            "tempat": where(laporan, tempat[0].sumber),
            "lebih": {"id": f" dan {lebih} tempat lain" if lebih else "",
                      "en": f" and {lebih} more places" if lebih else ""},
            "alasan": {},
            "_besaran": Besaran("", "judul"),
        },
        Bukti(tuple(tempat)),
    )  # fmt: skip


def _called(unit: Satker) -> set[str]:
    """Return the names of an office that are long enough to be nothing else."""
    return {n.lower() for n in (unit.nama, unit.singkatan, *unit.nama_lama, *unit.alias) if len(n) > 5}


def _pattern(unit: Iterable[Satker]) -> re.Pattern[str]:
    nama = sorted({n for u in unit for n in _called(u)}, key=lambda n: (-len(n), n))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nama))})\b" if nama else r"(?!)", re.IGNORECASE)


# -- facts ----------------------------------------------------------------------------------------------------------


def _place(teks: str, posisi: Posisi, sumber: Sumber, tabel: str) -> Tempat:
    return Tempat("dilaporkan", teks, posisi, sumber, teks, tabel, "judul")


def _fakta(
    laporan: Laporan,
    kunci: tuple[str, ...],
    jenis: str,
    *,
    tepat: bool,
    tertulis: str,
    maksud: Mapping[str, str] | Periode,
    tempat: str,
    posisi: Posisi,
    sumber: Sumber,
    tabel: str = "",
) -> Fakta:
    return Fakta(
        "judul",
        kunci,
        {"hal": "", "tabel": tabel, "jenis": jenis, "tepat": tepat},
        {
            "nama": tempat,
            "dilaporkan": tertulis,
            "seharusnya": "",
            "maksud": maksud,
            "tempat": tempat,
            "alasan": {},
            "_besaran": Besaran("", "judul", "", laporan.periode),
        },
        Bukti((_place(tertulis, posisi, sumber, tabel),)),
    )
