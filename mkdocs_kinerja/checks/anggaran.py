"""Facts about money: spending against its ceiling, against its plan, and against physical progress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from ..fakta import Fakta
from ..laporan import Amatan, Laporan
from ..temuan import Bukti
from .bukti import Indeks, measure, place, share, usable, where
from .kendala import NYATA, above

SERAPAN = ("realisasi_anggaran_persen", "serapan_efektif")
FISIK = ("progres", "fisik.realisasi")
PAGU = ("pagu_efektif", "pagu")


def facts(laporan: Laporan, indeks: Indeks) -> Iterable[Fakta]:
    """Return one fact for each pair of budget figures that stand in one row, or belong to one hal."""
    terpasang: set[tuple[str, str]] = set()
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            sel = {a.besaran.ukuran: a for a in reversed(baris.sel) if a is not None and _to_date(laporan, a)}
            for fakta in _pairs(laporan, indeks, sel):
                terpasang.add((str(fakta.uji["jenis"]), str(fakta.uji["hal"])))
                yield fakta
    for fakta in _scattered(laporan, indeks):
        # Figures that stand side by side somewhere belong together; no others are looked for then.
        if (fakta.uji["jenis"], fakta.uji["hal"]) not in terpasang:
            yield fakta


def _has_obstacle(laporan: Laporan, hal: str) -> bool:
    """Whether a real obstacle is named for a budget code, for what it belongs to, or for one of its parts."""
    atas, kunci = set(above(laporan, hal)), hal.partition("/")[2]
    return any(
        k.jenis in NYATA and (k.hal in atas or (kunci and k.hal.partition("/")[2].startswith(f"{kunci}.")) or not kunci)
        for k in laporan.kendala
    )


def _to_date(laporan: Laporan, a: Amatan) -> bool:
    periode = a.besaran.periode
    return periode is None or periode in (laporan.periode.sampai_akhir, laporan.periode.setahun)


def _scattered(laporan: Laporan, indeks: Indeks) -> Iterable[Fakta]:
    """Pair the figures of one hal that stand in different rows or in prose, as they often do for the whole office."""
    menurut_hal: dict[str, dict[str, Amatan]] = defaultdict(dict)
    for besaran, amatan in indeks.all().items():
        pertama = next((a for a in amatan if usable(a)), None)
        if pertama is not None and _to_date(laporan, pertama):
            menurut_hal[besaran.hal].setdefault(besaran.ukuran, pertama)
    for sel in menurut_hal.values():
        yield from (replace(fakta, kunci=(*fakta.kunci, "lintas")) for fakta in _pairs(laporan, indeks, sel))


def _pairs(laporan: Laporan, indeks: Indeks, sel: Mapping[str, Amatan]) -> Iterable[Fakta]:
    serapan = next((sel[u] for u in SERAPAN if u in sel), None)
    belanja, rencana = sel.get("realisasi_anggaran"), sel.get("target_keuangan")
    pagu = next((sel[u] for u in PAGU if u in sel), None)
    fisik = next((sel[u] for u in FISIK if u in sel), None)
    if belanja is not None and pagu is not None:
        yield _fakta(laporan, indeks, "pagu", belanja, pagu)
    if serapan is not None and rencana is not None:
        yield _fakta(laporan, indeks, "rencana", serapan, rencana)
    if serapan is not None and fisik is not None:
        yield _fakta(laporan, indeks, "fisik", serapan, fisik)


def _fakta(laporan: Laporan, indeks: Indeks, jenis: str, nilai: Amatan, banding: Amatan) -> Fakta:
    dinilai = usable(nilai) and usable(banding)
    melebihi, serapan, jarak = False, Decimal(0), Decimal(0)
    if dinilai:
        a, b = indeks.selang(nilai), indeks.selang(banding)
        melebihi = a.bawah > b.atas
        serapan = share(a.tengah, b.tengah) if jenis == "pagu" else a.tengah
        jarak = b.tengah - a.tengah if jenis != "pagu" else Decimal(0)
    besaran = nilai.besaran
    periode = besaran.periode.teks(laporan.tahun) if besaran.periode else ""
    return Fakta(
        "anggaran",
        ("anggaran", jenis, besaran.teks(laporan.tahun), nilai.tabel),
        {
            "hal": besaran.hal,
            "ukuran": besaran.ukuran,
            "periode": periode,
            "tabel": nilai.tabel,
            "jenis": jenis,
            "dinilai": dinilai,
            "melebihi": melebihi,
            "serapan": serapan,
            "jarak": jarak,
            "jarak_mutlak": abs(jarak),
            "berkendala": _has_obstacle(laporan, besaran.hal),
        },
        {
            "nama": nilai.nama,
            "ukuran_nama": measure(laporan, besaran),
            "periode_nama": besaran.periode,
            "tempat": where(laporan, nilai),
            "dilaporkan": nilai.angka.teks.strip(),
            "seharusnya": "",
            "pembanding": banding.angka.teks.strip(),
            "selisih": jarak if dinilai and jenis != "pagu" else "",
            "uraian": f"{banding.angka.teks.strip()} \u2212 {nilai.angka.teks.strip()}",
            "alasan": {"id": "salah satu angka tidak tercetak", "en": "one of the figures is not printed"},
            "_besaran": besaran,
        },
        Bukti((place(nilai, "dilaporkan"), place(banding, "pembanding"))),
    )
