"""Output volumes: reported at all, and with spending beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan
from ..periode import Periode
from ..temuan import Bukti
from .bukti import Indeks, measure, place, share, usable, where

TARGET, REALISASI = "volume.target", "volume.realisasi"
BELANJA = ("realisasi_anggaran", "realisasi_anggaran_persen", "serapan_efektif")


def facts(laporan: Laporan, indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact per output that has a target volume."""
    sd, setahun = laporan.periode.sampai_akhir, laporan.periode.setahun
    terlihat: set[str] = set()
    hasil: list[Fakta] = []
    for besaran in indeks.all():
        if besaran.ukuran != TARGET or besaran.hal in terlihat:
            continue
        terlihat.add(besaran.hal)
        target = next((a for a in indeks.find(besaran) if a.dibaca.penuh), None)
        if target is not None and besaran.periode in {None, sd, setahun}:
            hasil.append(_output(laporan, indeks, besaran.hal, target, (sd, setahun, laporan.periode)))
    diam = [f for f in hasil if not f.uji["dilaporkan"]]
    if len(diam) == len(hasil) > 1:
        # A report that prints no volume at all is told once.
        semua = {"nama": f"{diam[0].tampil['nama']} dan {len(diam) - 1} keluaran lain"}
        yield replace(diam[0], tampil={**diam[0].tampil, **semua}, bobot=len(diam))
    else:
        yield from hasil


def _first(indeks: Indeks, hal: str, ukuran: Sequence[str], periode: Sequence[Periode]) -> Amatan | None:
    return next((a for u in ukuran for p in periode for a in indeks.find(Besaran(hal, u, "", p))), None)


def _ceiling(laporan: Laporan, indeks: Indeks, hal: str) -> Amatan | None:
    """Return the ceiling of the year, of the revision in force where the report tells revisions apart."""
    setahun, ukuran = laporan.periode.setahun, laporan.kosakata.ukuran.get("pagu")
    versi = laporan.pengenal.default_versi(ukuran, setahun) if laporan.pengenal and ukuran else ""
    return next(iter(indeks.find(Besaran(hal, "pagu", "", setahun, versi))), None)


def _output(laporan: Laporan, indeks: Indeks, hal: str, target: Amatan, periode: Sequence[Periode]) -> Fakta:
    nyata = _first(indeks, hal, (REALISASI,), periode)
    belanja = _first(indeks, hal, BELANJA, periode)
    pagu = _ceiling(laporan, indeks, hal)
    persen = _spent(belanja, pagu)
    progres = _first(indeks, hal, ("progres",), periode)
    ada = [a for a in (nyata, target, belanja, progres) if a is not None]
    jarak = _distance(nyata, target, progres)
    volume = nyata.dibaca.penuh if nyata is not None else None
    return Fakta(
        "luaran",
        ("luaran", hal),
        {
            "hal": hal,
            "dilaporkan": nyata is not None or _anywhere(indeks, hal),
            "dinilai": nyata is not None and usable(nyata) and belanja is not None,
            "tanpa_belanja": bool(volume) and persen == 0,
            "kurang": _short(laporan, nyata, target),
            "tanpa_volume": volume == 0,
            "serapan": persen if persen is not None else Decimal(0),
            "berprogres": bool(jarak is not None),
            "jarak_progres": jarak if jarak is not None else Decimal(0),
        },
        {
            "nama": target.nama,
            "ukuran_nama": measure(laporan, target.besaran),
            "periode_nama": laporan.periode.sampai_akhir,
            "tempat": where(laporan, nyata or target),
            "dilaporkan": (nyata or target).angka.teks.strip(),
            "target": target.angka.teks.strip(),
            "progres": progres.angka.teks.strip() if progres is not None else "",
            "belanja": belanja.angka.teks.strip() if belanja is not None else "",
            "alasan": {
                "id": "volume atau belanjanya tidak tercetak",
                "en": "its volume or its spending is not printed",
            },
            "_besaran": Besaran(hal, REALISASI, "", laporan.periode.sampai_akhir),
        },
        Bukti(tuple(place(a, "dilaporkan" if n == 0 else "pembanding") for n, a in enumerate(ada))),
    )


def _short(laporan: Laporan, nyata: Amatan | None, target: Amatan) -> bool:
    """Whether a volume misses its target when the year is over."""
    if nyata is None or nyata.dibaca.penuh is None or laporan.periode.akhir % 12 != 11:
        return False
    return nyata.dibaca.penuh < (target.dibaca.penuh or Decimal(0))


def _distance(nyata: Amatan | None, target: Amatan, progres: Amatan | None) -> Decimal | None:
    """Return how far volume (in percent of its target, 100 at most) and progress are apart, in points."""
    if nyata is None or progres is None or nyata.dibaca.penuh is None or progres.dibaca.penuh is None:
        return None
    volume = share(nyata.dibaca.penuh, target.dibaca.penuh or Decimal(1))
    return abs(min(volume, Decimal(100)) - progres.dibaca.penuh)


def _anywhere(indeks: Indeks, hal: str) -> bool:
    """Whether any place reports the volume, of whatever period, of the output itself or of its parts."""
    kunci = f"{hal.partition('/')[2]}."
    return any(
        b.ukuran.startswith(REALISASI) and f"{b.hal.partition('/')[2]}.".startswith(kunci) and indeks.find(b)
        for b in indeks.all()
    )


def _spent(belanja: Amatan | None, pagu: Amatan | None) -> Decimal | None:
    """Return spending in percent of its ceiling; None where it cannot be told."""
    if belanja is None or belanja.dibaca.penuh is None:
        return None
    if belanja.besaran.ukuran != "realisasi_anggaran":
        return belanja.dibaca.penuh
    if belanja.dibaca.penuh == 0:
        return belanja.dibaca.penuh
    return share(belanja.dibaca.penuh, pagu.dibaca.penuh) if pagu is not None and pagu.dibaca.penuh else None
