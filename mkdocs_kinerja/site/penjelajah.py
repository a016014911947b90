"""The explorer: all findings in one table, which a script filters, sorts and pages.

The table is complete without the script. Beyond `MAKS_BARIS` findings a page of all rows is no longer quick to open:
it then holds the most serious ones, and the script fetches the others, rendered by the same template, from `SISA`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from ..temuan import Keparahan, Temuan
from . import tautan
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs
from .templat import render
from .temuan import expected

MAKS_BARIS = 3000
"""Rows in the page itself; see benchmarks/README.md."""
SISA = "penjelajah/sisa.json"
"""Address of the other rows: a JSON array of `<tr>` elements."""
BERSAMA = "-"
"""Code of the satker and the period of a finding about files that all reports share."""
BIASA = "baru"
"""The status that most findings have; the code of a row leaves it out."""
KOLOM = ("keparahan", "aturan", "satker", "periode", "temuan", "dilaporkan", "pembanding", "status")
"""Names of the columns in `urut`; `-` before one reverses it. The last one is there where statuses differ.

The parameters of the address are a contract, because other pages and other sites link to filtered lists:
`satker` (id), `periode` (`2025-tw2`, `2025`), `keluarga` (first digit of the rule), `keparahan`, `status`, `aturan`
(id), `kata` (not `q`, with which Material opens its search), `urut`, `hal` (page, from 1), `baris` (rows on a page, -1
for all).
"""


class Pilihan(NamedTuple):
    """One filter: the name of its parameter, and the values that occur with their words."""

    nama: str
    isi: Sequence[tuple[str, str]]


class Baris(NamedTuple):
    """What a row shows beside the finding itself.

    Attributes:
        kode: The values of the filters, satker, period, severity, rule and status, with `|` between them.
        nama, pesan: The text of the link to the finding, and what follows it.
    """

    t: Temuan
    kode: str
    aturan: str
    satker: str
    periode: str
    laporan: str
    nama: str
    pesan: str
    pembanding: str
    status: str
    sebab: Temuan | None


def page(situs: Situs, maks: int = MAKS_BARIS) -> PageSpec:
    """Return the page with the table of at most `maks` findings."""
    h = situs.halaman(tautan.PENJELAJAH)
    # Every finding is found on the page of its report already.
    return PageSpec(
        src_uri=h.src_uri,
        judul=h.kata("penjelajah.judul"),
        isi=partial(_content, h, maks),
        deskripsi=h.kata("penjelajah.deskripsi"),
        cari=False,
        daftar_isi=False,
    )


def _content(h: Halaman, maks: int) -> list[Bagian]:
    situs, pilihan = h.situs, filters(h)
    semua = _sorted(situs)
    dimuat = semua[:maks]
    isi = render(
        "penjelajah",
        h=h,
        pilihan=[p for p in pilihan if p.nama != "status" or len(p.isi) > 1],
        kolom=KOLOM if _statuses(situs) else KOLOM[:-1],
        baris=_rows(h, dimuat),
        semua=len(semua),
        sisa=h.ke(SISA) if len(semua) > len(dimuat) else "",
        buku=tautan.BUKU,
        skrip=[h.ke(f"kinerja/{nama}") for nama in ("vendor/datatables/dataTables.min.js", "penjelajah.js")],
        gaya=h.ke("kinerja/penjelajah.css"),
    )
    return [Bagian(1, h.kata("penjelajah.judul"), "penjelajah", isi)]


def rest(situs: Situs, maks: int = MAKS_BARIS) -> str:
    """Return the rows that are not in the page as JSON; the empty text if the page has them all."""
    sisa = _sorted(situs)[maks:]
    h = situs.halaman(tautan.PENJELAJAH)
    return json.dumps(_rows(h, sisa), ensure_ascii=False, indent=0) if sisa else ""


def filters(h: Halaman) -> tuple[Pilihan, ...]:
    """Return the filters with the values that occur, each in an order in which one looks for them."""
    situs, temuan = h.situs, h.situs.hasil.temuan
    satker = {t.satker if _report(situs, t) else BERSAMA for t in temuan}
    laporan = {situs.laporan[t.satker, t.laporan].periode for t in temuan if _report(situs, t)}
    keluarga = {a.id[3:4]: h.teks(a.judul_keluarga) for a in reversed(situs.hasil.aturan)}
    aturan = [(id_, _title(h, id_)) for id_ in sorted(situs.temuan_aturan)]
    nama = sorted(((s, _unit(h, s)) for s in satker), key=lambda x: (x[0] == BERSAMA, x[1].casefold()))
    return (
        Pilihan("satker", nama),
        Pilihan("periode", [(str(p), h.b.periode(p)) for p in sorted(laporan, key=lambda p: (p.akhir, p.bulan))]),
        Pilihan("keluarga", [(k, f"{k} {keluarga.get(k, '')}") for k in sorted({t.aturan[3:4] for t in temuan})]),
        Pilihan("keparahan", [(k, h.kata(f"keparahan.{k}")) for k in Keparahan if situs.hasil.count(k)]),
        Pilihan("aturan", [(id_, f"{id_} {judul}") for id_, judul in aturan]),
        Pilihan("status", [(s, h.kata(f"status-temuan.{s}")) for s in sorted({t.status for t in temuan})]),
    )


def _sorted(situs: Situs) -> list[Temuan]:
    """Return all findings, the most serious first, otherwise in the order of the result."""
    return sorted(situs.hasil.temuan, key=lambda t: -t.keparahan.tingkat)


def _statuses(situs: Situs) -> bool:
    """Whether findings differ in their status, so that it is worth a column."""
    return len({(t.status, t.pengecualian is None) for t in situs.hasil.temuan}) > 1


def _rows(h: Halaman, temuan: Sequence[Temuan]) -> list[str]:
    beda = _statuses(h.situs)
    return [_row(h, t, beda) for t in temuan]


def _row(h: Halaman, t: Temuan, beda: bool) -> str:
    situs = h.situs
    laporan = situs.laporan.get((t.satker, t.laporan))
    satker, periode = (t.satker, str(laporan.periode)) if laporan else (BERSAMA, BERSAMA)
    pesan, judul = h.teks(t.pesan), _title(h, t.aturan)
    # Most messages begin with what they are about; that is not said twice.
    awal = t.nama if t.nama and pesan.startswith(t.nama) else ""
    baris = Baris(
        t=t,
        kode=f"{satker}|{periode}|{t.keparahan}|{t.aturan}|{t.status}".removesuffix(f"|{BIASA}"),
        aturan=judul,
        satker=_unit(h, satker),
        periode=h.b.periode(laporan.periode) if laporan else "",
        laporan=h.ke_laporan(*laporan.kunci) if laporan else "",
        nama=awal or t.nama or judul or t.aturan,
        pesan=pesan.removeprefix(awal),
        pembanding=expected(h, t),
        status=_status(h, t) if beda else "",
        sebab=situs.temuan.get(t.sebab) if t.sebab else None,
    )
    return render("penjelajah-baris", h=h, b=baris)


def _status(h: Halaman, t: Temuan) -> str:
    kata = h.kata(f"status-temuan.{t.status}")
    return kata if t.pengecualian is None else f"{kata}: {t.pengecualian}"


def _report(situs: Situs, t: Temuan) -> bool:
    return (t.satker, t.laporan) in situs.laporan


def _unit(h: Halaman, id_: str) -> str:
    satker = h.situs.hasil.satker.get(id_)
    return satker.label if satker else h.kata("satker.bersama")


def _title(h: Halaman, id_: str) -> str:
    aturan = h.situs.aturan.get(id_)
    return h.teks(aturan.judul) if aturan else ""
