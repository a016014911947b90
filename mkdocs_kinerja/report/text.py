"""The result for a terminal: by report, the place first, one sentence, the arithmetic under it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from ..bahasa import Bahasa
from ..hasil import Hasil
from ..laporan import Laporan
from ..lokasi import Posisi, Sumber
from ..pesan import remedy
from ..tanggapan import Tanggapan
from ..temuan import Keparahan, Temuan

Cat = Callable[[str, str], str]
"""Paints a text: (text, style) -> text; styles are galat, peringatan, info, tempat, judul, redup."""

MAKS_TEMPAT = 6
MAKS_URAIAN = 400
"""Longer arithmetic is left to the site and the JSON."""

KATA: Mapping[str, Mapping[str, str]] = {
    "bersih": {"id": "Tidak ada temuan.", "en": "No findings."},
    "bersama": {"id": "Berkas bersama", "en": "Shared files"},
    "umum": {"id": "untuk semua temuan {aturan}", "en": "to all {aturan} findings"},
    "kosong": {"id": "(kosong)", "en": "(empty)"},
    "lainnya": {"id": "dan {n} tempat lain", "en": "and {n} more places"},
    "baris": {"id": "baris {nomor}", "en": "line {nomor}"},
    "halaman": {"id": "hal. {nomor}", "en": "p. {nomor}"},
    "ringkasan": {
        "id": "{laporan} laporan, {pemeriksaan} pemeriksaan: {lolos} lolos, {temuan} tidak lolos, "
        "{tidak_berlaku} tidak berlaku.",
        "en": "{laporan} report(s), {pemeriksaan} checks: {lolos} passed, {temuan} failed, "
        "{tidak_berlaku} not applicable.",
    },
    "tingkat": {
        "id": "Temuan: {galat} galat, {peringatan} peringatan, {info} info.",
        "en": "Findings: {galat} errors, {peringatan} warnings, {info} notes.",
    },
}


def _kata(bahasa: Bahasa, kunci: str, **isi: object) -> str:
    return bahasa.teks(KATA[kunci]).format(**isi)


def plain(teks: str, gaya: str) -> str:  # noqa: ARG001 - it is called like every painter
    """Paint nothing: for files and pipes."""
    return teks


def render(hasil: Hasil, bahasa: Bahasa, cat: Cat = plain, minimal: Keparahan = Keparahan.INFO) -> str:
    """Return the whole result as text.

    Args:
        hasil: The result.
        bahasa: Language of the messages.
        cat: Paints parts of the text.
        minimal: Findings below this severity are counted, not listed.
    """
    baris: list[str] = []
    laporan = {lap.kunci: lap for lap in hasil.laporan}
    for kunci, isi in groupby(hasil.temuan, key=lambda t: (t.satker, t.laporan)):
        temuan = [t for t in isi if t.keparahan.tingkat >= minimal.tingkat]
        baris += _report(laporan.get(kunci), temuan, bahasa, cat)
    bersih = [lap for lap in hasil.laporan if not hasil.temuan_of(lap)]
    for lap in bersih:
        baris += [cat(_title(lap, bahasa), "judul"), f"  {_kata(bahasa, 'bersih')}", ""]
    baris += _footer(hasil, bahasa, cat)
    return "\n".join(baris) + "\n"


def _title(laporan: Laporan | None, bahasa: Bahasa) -> str:
    if laporan is None:
        return _kata(bahasa, "bersama")
    return f"{laporan.satker.label} \u00b7 {bahasa.periode(laporan.periode)} \u00b7 {laporan.berkas}"


def _report(laporan: Laporan | None, temuan: Iterable[Temuan], bahasa: Bahasa, cat: Cat) -> list[str]:
    hasil = [cat(_title(laporan, bahasa), "judul")]
    semua = list(temuan)
    menurut = {t.id: t for t in semua}
    terbaca: set[Posisi] = set()
    for t in semua:
        if t.sebab in menurut:
            continue  # told under its cause
        hasil += _finding(t, laporan, bahasa, cat, [_reply(x, bahasa) for x in _fresh(t, terbaca)])
        for akibat in (menurut[a] for a in t.akibat if a in menurut):
            hasil.append(_consequence(akibat, bahasa, cat))
            hasil += [f"      {_reply(x, bahasa)}" for x in _fresh(akibat, terbaca)]
    return [*hasil, ""]


def _finding(t: Temuan, laporan: Laporan | None, bahasa: Bahasa, cat: Cat, tanggapan: Iterable[str] = ()) -> list[str]:
    hasil = [f"  {_head(t, bahasa, cat)}", f"    {bahasa.teks(t.pesan)}"]
    h = t.bukti.hitungan
    if h is not None and len(h.uraian) < MAKS_URAIAN:
        hasil.append(cat(f"    {h.uraian} = {bahasa.angka(h.hasil, 4)}", "redup"))
    if saran := remedy(t, bahasa):
        hasil.append(f"    {saran}")
    hasil += [f"    {x}" for x in tanggapan]
    return hasil + [cat(f"    {garis}", "redup") for garis in _places(t, laporan, bahasa)]


def _fresh(t: Temuan, terbaca: set[Posisi]) -> list[Tanggapan]:
    """Return the replies that have not been told yet; one to a rule with many findings is told at the first."""
    baru = [x for x in t.tanggapan if x.posisi not in terbaca]
    terbaca.update(x.posisi for x in baru)
    return baru


def _reply(x: Tanggapan, bahasa: Bahasa) -> str:
    """Tell a reply in one line; what a file says must not steer the terminal, so only printable signs are left."""
    siapa = [x.oleh, bahasa.tanggal(x.tanggal), _kata(bahasa, "umum", aturan=x.temuan) if x.umum else ""]
    kepala = bahasa.kata("tanggapan") + (f" ({isi})" if (isi := ", ".join(s for s in siapa if s)) else "")
    polos = "".join(c if c.isprintable() else " " for c in f"{kepala}: {x.isi}")
    return textwrap.shorten(polos, MAKS_URAIAN, placeholder=" \u2026")


def _head(t: Temuan, bahasa: Bahasa, cat: Cat) -> str:
    tingkat = bahasa.kata(f"keparahan.{t.keparahan.value}")
    tempat = str(t.lokasi[0]) if t.lokasi else "-"
    return f"{cat(tempat, 'tempat')} {cat(tingkat, t.keparahan.value)} {cat(t.aturan, 'redup')}"


def _consequence(t: Temuan, bahasa: Bahasa, cat: Cat) -> str:
    """Tell what follows from another finding in one line under it."""
    return f"    \u2514 {_head(t, bahasa, cat)} {bahasa.teks(t.pesan)}"


def _places(t: Temuan, laporan: Laporan | None, bahasa: Bahasa) -> list[str]:
    """Write the places in the document: all that disagree; of the terms of a sum, those that stand elsewhere.

    Where they hold different measures each says which: a bare 50 beside a 100 explains nothing.
    """
    tempat = [p for p in t.bukti.tempat if p.sumber.baris or p.sumber.halaman]
    utama = [p for p in tempat if p.peran != "operan"]
    dekat = {(p.sumber.dokumen, p.tabel) for p in utama if p.tabel}
    tempat = utama + [p for p in tempat if p.peran == "operan" and (p.sumber.dokumen, p.tabel) not in dekat]
    ukuran = laporan.kosakata.ukuran if laporan and len({p.ukuran for p in tempat}) > 1 else {}
    garis = []
    for p in tempat[:MAKS_TEMPAT]:
        nama = f"{bahasa.teks(u.nama)} " if (u := ukuran.get(p.ukuran)) else ""
        garis.append(f"{where(p.sumber, bahasa)}: {nama}{p.nilai or _kata(bahasa, 'kosong')}  \u2190 {p.posisi}")
    lebih = len(tempat) - MAKS_TEMPAT
    return [*garis, _kata(bahasa, "lainnya", n=lebih)] if lebih > 0 else garis


def where(sumber: Sumber, bahasa: Bahasa) -> str:
    """Name a place of the document: `Tabel 2.3, baris 318`."""
    bagian = [sumber.tempat] if sumber.tempat else []
    if sumber.baris:
        awal, akhir = sumber.baris
        nomor = str(awal) if awal == akhir else f"{awal}\u2013{akhir}"
        bagian.append(_kata(bahasa, "baris", nomor=nomor))
    elif sumber.halaman:
        awal, akhir = sumber.halaman
        nomor = str(awal) if awal == akhir else f"{awal}\u2013{akhir}"
        bagian.append(_kata(bahasa, "halaman", nomor=nomor))
    return ", ".join(bagian) or sumber.dokumen


def _footer(hasil: Hasil, bahasa: Bahasa, cat: Cat) -> list[str]:
    r: Mapping[str, int] = hasil.ringkasan
    garis = [
        _kata(
            bahasa,
            "ringkasan",
            laporan=bahasa.angka(r["laporan"]),
            pemeriksaan=bahasa.angka(r["pemeriksaan"]),
            lolos=bahasa.angka(r["lolos"]),
            temuan=bahasa.angka(r["temuan"]),
            tidak_berlaku=bahasa.angka(r["tidak_berlaku"]),
        ),
        _kata(
            bahasa,
            "tingkat",
            galat=cat(bahasa.angka(r["galat"]), "galat"),
            peringatan=cat(bahasa.angka(r["peringatan"]), "peringatan"),
            info=cat(bahasa.angka(r["info"]), "info"),
        ),
    ]
    garis += [f"{aturan}: {galat}" for aturan, galat in hasil.galat_mesin.items()]
    return garis
