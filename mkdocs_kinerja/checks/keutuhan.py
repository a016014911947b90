"""What ought to be there and is not, and what ought not to be: members of complete tables, errors of spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..angka import Keadaan
from ..fakta import Fakta
from ..laporan import Amatan, Baris, Besaran, Laporan, Tabel
from ..lokasi import Sumber
from ..temuan import Bukti, Tempat
from .bukti import Indeks, column_name, measure, place, usable, where
from .data import once

_KOSONG = frozenset({Keadaan.KOSONG, Keadaan.STRIP, Keadaan.TIDAK_BERLAKU})


def members(laporan: Laporan) -> Iterable[Fakta]:
    """Return, for each table that lists all indicators (`lengkap: ya`, perjanjian kinerja), one fact per indicator."""
    semua = [i for s in laporan.sasaran for i in s.indikator if i in laporan.indikator]
    for tabel in laporan.tabel:
        hadir = {b.hal for b in tabel.baris}
        # `lengkap` may also speak of the parts of one indicator: only a table with most of them lists them all.
        banyak = sum(f"indikator/{i}" in hadir for i in semua)
        if not (tabel.lengkap or tabel.jenis == "pk") or banyak * 2 <= len(semua):
            continue
        for i in semua:
            yield _member(laporan, tabel, f"indikator/{i}", f"indikator/{i}" in hadir)


def listed(laporan: Laporan) -> Iterable[Fakta]:
    """Return, for each table that ought to list all rows of another (`lengkap: <id>`), one fact per such row."""
    menurut = {t.id: t for t in laporan.tabel}
    for tabel in laporan.tabel:
        acuan = menurut.get(tabel.menurut)
        if acuan is None:
            continue
        kelas = {b.hal.partition("/")[0] for b in tabel.baris if b.hal}
        hadir = {b.hal for b in tabel.baris} | {a.besaran.hal for b in tabel.baris for a in b.sel if a is not None}
        for b in acuan.baris:
            if not b.total and b.hal.partition("/")[0] in kelas:
                yield _member(laporan, tabel, b.hal, b.hal in hadir, b)


def required(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per cell of a column that no row may leave empty (`wajib`); one for a column that is empty."""
    for tabel in laporan.tabel:
        for nama in tabel.wajib:
            n = next(i for i, k in enumerate(tabel.kolom) if k.label == nama)
            # A cell that the document does not have (`~`) cannot be empty.
            ada = [b for b in tabel.baris if not b.total and (b.sel[n] is not None or nama in b.label)]
            fakta = list(once([_required(laporan, tabel, b, nama, n) for b in ada]))
            if len(fakta) > 1 and not any(f.uji["terisi"] for f in fakta):
                semua = {"nama": {"id": f"Semua {len(fakta)} baris", "en": f"All {len(fakta)} rows"}}
                yield replace(fakta[0], tampil={**fakta[0].tampil, **semua}, bobot=len(fakta))
            else:
                yield from fakta


def _required(laporan: Laporan, tabel: Tabel, b: Baris, nama: str, n: int) -> Fakta:
    a = b.sel[n]
    baris: str | Mapping[str, str] = b.nama
    if a is not None:
        isi, posisi = a.angka.teks.strip(), a.posisi
        if tabel.kolom[n].ukuran is None:
            # Where each row is a measure of its own, the measure tells the rows apart.
            baris = {bahasa: f"{b.nama}, {teks}" for bahasa, teks in measure(laporan, a.besaran).items()}
    else:
        isi, posisi = b.label.get(nama, ("", b.posisi))
    return Fakta(
        "sel_wajib",
        ("sel_wajib", tabel.id, b.hal or str(b.nomor), a.besaran.ukuran if a is not None else "", nama),
        {"hal": b.hal, "tabel": tabel.id, "terisi": bool(isi)},
        {
            "nama": baris,
            "kolom": column_name(tabel.kolom[n]),
            "tempat": tabel.label,
            "dilaporkan": isi,
            "alasan": {},
            "_besaran": Besaran(b.hal, nama),
        },
        Bukti((Tempat("dilaporkan", isi, posisi, b.sumber, b.nama, tabel.id, nama),)),
    )


def empty_cells(laporan: Laporan, indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact per cell without a value, telling whether the text or another table gives it."""
    for besaran, semua in indeks.all().items():
        kosong = next((a for a in semua if a.tabel and a.dibaca.keadaan in _KOSONG and a.tercetak), None)
        if kosong is None:
            continue
        # A dash may stand for a zero.
        tabel = next((a for a in semua if a.tabel and a.tabel != kosong.tabel and usable(a) and a.dibaca.nilai), None)
        prosa = next((a for a in semua if not a.tabel and usable(a)), None) if tabel is None else None
        lain = tabel or prosa
        yield Fakta(
            "sel_kosong",
            ("sel_kosong", besaran.teks(laporan.tahun)),
            {
                "hal": besaran.hal,
                "ukuran": besaran.ukuran,
                "di_prosa": prosa is not None,
                "di_tabel": tabel is not None,
            },
            {
                "nama": laporan.nama(besaran.hal) if besaran.hal in laporan.nama_hal else kosong.nama,
                "ukuran_nama": measure(laporan, besaran),
                "periode_nama": besaran.periode,
                "tempat": where(laporan, kosong),
                "dilaporkan": kosong.angka.teks.strip(),
                "seharusnya": lain.angka.teks.strip() if lain else "",
                "tempat_lain": where(laporan, lain) if lain else "",
                "alasan": {},
                "_besaran": besaran,
            },
            Bukti((place(kosong, "dilaporkan"), *([place(lain, "pembanding")] if lain else ()))),
        )


def _member(laporan: Laporan, tabel: Tabel, hal: str, hadir: bool, acuan: Baris | None = None) -> Fakta:
    """Return the fact that a row is or is not in a table; `acuan` is the row of the other table that lists it."""
    baris = tuple(sorted({n for b in tabel.baris if b.sumber.baris for n in b.sumber.baris}))
    sumber = Sumber(laporan.dokumen, (baris[0], baris[-1]) if baris else None, None, tabel.label)
    nama = acuan.nama if acuan else laporan.nama(hal)
    tempat = [Tempat("dilaporkan", "", tabel.posisi, sumber, nama, tabel.id)]
    if acuan is not None:
        tempat.append(Tempat("pembanding", acuan.nama, acuan.posisi, acuan.sumber, nama, tabel.menurut))
    return Fakta(
        "anggota",
        ("anggota", tabel.id, hal),
        {"hal": hal, "tabel": tabel.id, "jenis": "baris" if acuan else "indikator", "hadir": hadir},
        {
            "nama": nama,
            "tempat": tabel.label,
            "tempat_lain": acuan.sumber.tempat if acuan else "",
            "dilaporkan": "",
            "alasan": {},
            "_besaran": Besaran(hal, "target"),
        },
        Bukti(tuple(tempat)),
    )


def spreadsheet_errors(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per cell that prints an error of a spreadsheet, and one for all tables that print none."""
    bersih = 0
    for tabel in laporan.tabel:
        galat = [a for b in tabel.baris for a in b.sel if a and a.dibaca.keadaan is Keadaan.GALAT_LEMBAR]
        bersih += not galat
        yield from (_error(laporan, a) for a in galat)
    if bersih:
        contoh = laporan.tabel[0]
        bukti = Bukti((Tempat("dilaporkan", "", contoh.posisi, Sumber(laporan.dokumen)),))
        kosong = Fakta("galat_lembar", ("galat_lembar", "bersih"), {"ada": False, "tabel": "", "hal": ""}, {}, bukti)
        yield replace(kosong, bobot=bersih)


def _error(laporan: Laporan, a: Amatan) -> Fakta:
    return Fakta(
        "galat_lembar",
        ("galat_lembar", a.besaran.teks(laporan.tahun), a.tabel),
        {"ada": True, "tabel": a.tabel, "hal": a.besaran.hal},
        {
            "nama": a.nama,
            "ukuran_nama": measure(laporan, a.besaran),
            "periode_nama": a.besaran.periode,
            "tempat": where(laporan, a),
            "dilaporkan": a.angka.teks.strip(),
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti((place(a, "dilaporkan"),)),
    )
