"""Findings as a reader sees them: a heading, both values, every place, the arithmetic, the rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ..laporan import Laporan
from ..lokasi import Posisi, Sumber
from ..pesan import remedy
from ..tabel import Tabel
from ..temuan import Hitungan, Keparahan, Peran, Tempat, Temuan
from . import galat, tautan
from .pagespec import Bagian
from .situs import Halaman, Situs
from .templat import render

DESIMAL_HITUNGAN = 4
"""Decimals of computed values in the arithmetic, enough to show why 73,485 is not 73,48."""

MAKS_TEMPAT = 8
"""Places in view; more of them, such as the 53 cells of a shifted table, are folded."""

_URUTAN = tuple(sorted(Keparahan, key=lambda k: -k.tingkat))
_ANGKA_POLOS = re.compile(r"-?\d+(\.\d+)?\Z")


@dataclass(frozen=True, slots=True)
class TempatTampil:
    """One place: what is printed, where in the document, where in the data file, and its table on the site."""

    peran: Peran
    nilai: str
    hal: str
    ukuran: str
    tempat: str
    url: str
    dokumen: str
    posisi: Posisi
    berkas_url: str


def jangkar_tabel(id_: str) -> str:
    """Return the anchor of a table; different ids give different anchors."""
    return "tabel-" + re.sub(r"[^A-Za-z0-9.]", lambda m: "-" if m[0] in " -" else f"_{ord(m[0]):x}", id_)


def judul(situs: Situs, t: Temuan) -> str:
    """Return the heading of a finding: what it is about and what the rule says about it."""
    aturan = situs.aturan.get(t.aturan)
    isi = situs.bahasa.teks(aturan.judul) if aturan else t.aturan
    if not t.nama:
        return isi
    laporan = situs.laporan.get((t.satker, t.laporan))
    # Names and follow-ups are no measures: ids of ours say nothing to a reader.
    ukuran = measure(situs, laporan, t.ukuran) if laporan and t.ukuran in laporan.kosakata.ukuran else ""
    periode = situs.bahasa.periode(t.periode) if ukuran else ""
    hal = ", ".join(x for x in (t.nama, _lower(" ".join(x for x in (ukuran, periode) if x))) if x)
    return f"{hal[:1].upper()}{hal[1:]}: {_lower(isi)}"


def measure(situs: Situs, laporan: Laporan, id_: str) -> str:
    """Return the name of a measure."""
    ukuran = laporan.kosakata.ukuran.get(id_)
    return situs.bahasa.teks(ukuran.nama) if ukuran else id_


def _lower(teks: str) -> str:
    """Begin with a small letter, as within a sentence, unless the first word is an abbreviation."""
    return teks[0].lower() + teks[1:] if len(teks) > 1 and not teks[1].isupper() else teks


def contents(h: Halaman, daftar: Sequence[Temuan]) -> str:
    """Return what was found, rule by rule in the order of the sections, with links to the first of each."""
    kelompok = [list(isi) for k in _URUTAN for _, isi in groupby((t for t in daftar if t.keparahan is k), _rule)]
    return render("daftar-temuan", h=h, kelompok=kelompok, daftar=lambda t: _listed(h, t))


def _listed(h: Halaman, t: Temuan) -> str:
    """Return the link to all findings of the same rule in the same report."""
    laporan = h.situs.laporan.get((t.satker, t.laporan))
    if laporan is None:
        return h.ke_penjelajah(aturan=t.aturan)
    return h.ke_penjelajah(aturan=t.aturan, satker=t.satker, periode=str(laporan.periode))


def _rule(t: Temuan) -> str:
    return t.aturan


def sections(h: Halaman, daftar: Sequence[Temuan]) -> list[Bagian]:
    """Return the findings of a report, the most serious first, each below its own heading, consequences after it."""
    hasil: list[Bagian] = []
    menurut = {t.id: t for t in daftar}
    for keparahan in _URUTAN:
        bagian = [t for t in daftar if t.keparahan is keparahan]
        if not bagian:
            continue
        judul_ = f"{h.kata(f'keparahan.{keparahan}')} ({h.b.angka(len(bagian))})"
        pengantar = render("keparahan", h=h, keparahan=keparahan)
        hasil.append(Bagian(3, judul_, str(keparahan), pengantar))
        for t in bagian:
            if t.sebab not in menurut:
                hasil.append(Bagian(4, judul(h.situs, t), tautan.jangkar_temuan(t.id), block(h, t)))
                hasil += [_below(h, menurut[a]) for a in t.akibat if a in menurut]
    return hasil


def _below(h: Halaman, t: Temuan) -> Bagian:
    """Return a consequence, right below its cause whatever its own severity."""
    return Bagian(5, judul(h.situs, t), tautan.jangkar_temuan(t.id), block(h, t))


def block(h: Halaman, t: Temuan) -> str:
    """Return the block of one finding."""
    tempat = places(h, t)
    hitungan = t.bukti.hitungan
    utama = [x for x in tempat if x.peran != "operan"]
    return render(
        "temuan",
        h=h,
        t=t,
        aturan=h.situs.aturan.get(t.aturan),
        seharusnya=expected(h, t),
        selisih=difference(h, t),
        utama=utama[:MAKS_TEMPAT],
        lain=utama[MAKS_TEMPAT:],
        suku=[x for x in tempat if x.peran == "operan"],
        hitungan=hitungan,
        tepat=_exact(hitungan),
        # A mistake in the data file is easiest to see in the file.
        kutipan=galat.quote(h.situs.akar, t.lokasi[0], h.situs.hasil.pribadi)
        if t.aturan.startswith("KIN9") and t.lokasi
        else None,
        berkas_saja=t.aturan.startswith("KIN9") and not any(x.dokumen or x.nilai for x in tempat),
        angka=lambda n: h.b.angka(n, DESIMAL_HITUNGAN),
        sebab=h.situs.temuan.get(t.sebab) if t.sebab else None,
        akibat=[h.situs.temuan[a] for a in t.akibat if a in h.situs.temuan],
        judul=lambda lain: judul(h.situs, lain),
        saran=remedy(t, h.b),
    )


def places(h: Halaman, t: Temuan) -> list[TempatTampil]:
    """Return every place of a finding, the one to mend first."""
    if t.bukti.tempat:
        return [_place(h, x) for x in t.bukti.tempat]
    sumber = (*t.sumber, *(Sumber("") for _ in t.lokasi))
    return [
        _place(h, Tempat("dilaporkan", t.dilaporkan, posisi, s, t.nama, t.tabel))
        for posisi, s in zip(t.lokasi, sumber, strict=False)
    ]


def _place(h: Halaman, x: Tempat) -> TempatTampil:
    laporan = h.situs.berkas.get(x.posisi.berkas)
    tabel = next((y for y in laporan.tabel if y.id == x.tabel), None) if laporan and x.tabel else None
    url = h.ke_laporan(*laporan.kunci, _anchor(laporan, tabel, x.posisi)) if laporan and tabel else ""
    ukuran = measure(h.situs, laporan, x.ukuran) if laporan and x.ukuran else x.ukuran
    periode = h.b.periode(x.periode)
    if periode and periode not in ukuran:
        ukuran = f"{ukuran}, {periode}" if ukuran else periode
    return TempatTampil(
        peran=x.peran,
        nilai=x.nilai,
        hal=x.nama,
        ukuran=ukuran,
        tempat=x.sumber.tempat or (tabel.label if tabel else ""),
        url=url,
        dokumen=h.sumber(x.sumber),
        posisi=x.posisi,
        berkas_url=h.ke_berkas(x.posisi),
    )


def jangkar_baris(posisi: Posisi) -> str:
    """Return the anchor of a row of a table: its line in the data file, of which a page has only one."""
    return f"b{posisi.baris}"


def _anchor(laporan: Laporan, tabel: Tabel, posisi: Posisi) -> str:
    """Return the anchor of the row that holds a place, or of its table; rows of side files have no anchors."""
    ada = posisi.berkas == laporan.berkas and any(b.posisi.baris == posisi.baris for b in tabel.baris)
    return jangkar_baris(posisi) if ada else jangkar_tabel(tabel.id)


def expected(h: Halaman, t: Temuan) -> str:
    """Return the expected value for readers: as printed elsewhere, or the computed number in the site's notation."""
    tercetak = {x.nilai for x in t.bukti.tempat if x.peran in {"acuan", "pembanding"}}
    if t.seharusnya in tercetak or not _ANGKA_POLOS.match(t.seharusnya):
        return t.seharusnya
    return h.b.angka(Decimal(t.seharusnya), DESIMAL_HITUNGAN) + ("%" if _is_percent(t) else "")


def _is_percent(t: Temuan) -> bool:
    return t.dilaporkan.rstrip().endswith("%")


def difference(h: Halaman, t: Temuan) -> str:
    """Return the difference with its sign; it is always computed."""
    if not _ANGKA_POLOS.match(t.selisih):
        return t.selisih
    nilai = h.b.angka(Decimal(t.selisih), DESIMAL_HITUNGAN, tanda=True).replace("-", "\N{MINUS SIGN}")
    return h.kata("temuan.poin", isi=nilai) if _is_percent(t) else nilai


def _exact(hitungan: Hitungan | None) -> bool:
    """Whether no rounding takes part in the arithmetic."""
    return hitungan is not None and hitungan.bawah == hitungan.atas
