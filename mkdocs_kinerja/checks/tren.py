"""Indicators against last year, and results that say nothing because they all equal their plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan
from ..periode import Periode
from ..temuan import Bukti
from .bukti import Indeks, measure, place, usable, where
from .ringkasan import BarisIndikator

_DIUKUR = re.compile(r"diukur:?\s*((?:19|20)\d\d)\Z")
SEDIKITNYA = 5
"""Fewer indicators whose progress equals its plan may be on plan indeed."""


def regressions(laporan: Laporan, indeks: Indeks, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact per indicator whose result of the same period last year is printed too."""
    sd = laporan.periode.sampai_akhir
    for b in ringkas:
        lalu = indeks.find(Besaran(f"indikator/{b.id}", "realisasi", "", Periode(sd.awal - 12, sd.akhir - 12)))
        if not lalu or b.realisasi is None or not usable(b.realisasi):
            continue
        yield _regression(laporan, indeks, b, b.realisasi, lalu[0])


def _regression(laporan: Laporan, indeks: Indeks, b: BarisIndikator, kini: Amatan, lalu: Amatan) -> Fakta:
    arah = laporan.indikator[b.id].arah
    a, z = indeks.selang(lalu), indeks.selang(kini)
    mundur = z.bawah > a.atas if arah == "turun" else z.atas < a.bawah if arah == "naik" else False
    hal = f"indikator/{b.id}"
    return Fakta(
        "kemunduran",
        ("kemunduran", hal),
        {"hal": hal, "mundur": mundur},
        {
            "nama": b.nama,
            "dilaporkan": kini.angka.teks.strip(),
            "seharusnya": "",
            "lama": lalu.angka.teks.strip(),
            "periode_nama": kini.besaran.periode,
            "periode_lama": lalu.besaran.periode,
            "tempat": where(laporan, kini),
            "tempat_lama": where(laporan, lalu),
            "alasan": {},
            "_besaran": kini.besaran,
        },
        Bukti((place(kini, "dilaporkan"), place(lalu, "pembanding"))),
    )


def measured(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per figure whose year of measurement the document states (`{diukur: 2021}`)."""
    for a in laporan.amatan():
        diukur = next((m[1] for c in a.catatan if (m := _DIUKUR.match(c))), "")
        if diukur and a.besaran.periode is not None:
            tahun = a.besaran.periode.tahun
            yield Fakta(
                "pengukuran",
                ("pengukuran", a.besaran.teks(laporan.tahun), a.tabel, str(a.posisi.kolom)),
                {"hal": a.besaran.hal, "sesuai": int(diukur) == tahun},
                {
                    "nama": a.nama,
                    "ukuran_nama": measure(laporan, a.besaran),
                    "periode_nama": a.besaran.periode,
                    "dilaporkan": a.angka.teks.strip(),
                    "seharusnya": str(tahun),
                    "diukur": diukur,
                    "tempat": where(laporan, a),
                    "alasan": {},
                    "_besaran": a.besaran,
                },
                Bukti((place(a, "dilaporkan"),)),
            )


def uniform(laporan: Laporan, indeks: Indeks, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact for a report that prints planned and actual physical progress of several indicators."""
    pasangan = [
        (b, b.fisik_realisasi, b.fisik_target)
        for b in ringkas
        if b.fisik_realisasi is not None and b.fisik_target is not None
        and usable(b.fisik_realisasi) and usable(b.fisik_target)
    ]  # fmt: skip
    if len(pasangan) < SEDIKITNYA:
        return
    sama = all(indeks.selang(nyata).bertemu(indeks.selang(rencana)) for _, nyata, rencana in pasangan)
    tertinggal = [b for b, _, _ in pasangan if b.status in {"tertinggal", "belum-tercapai", "tidak-tercapai"}]
    nyata, rencana = pasangan[0][1], pasangan[0][2]
    yield Fakta(
        "keseragaman",
        ("keseragaman",),
        {"seragam": sama, "banyak": len(pasangan), "tertinggal": len(tertinggal)},
        {
            "nama": laporan.satker.label,
            "dilaporkan": nyata.angka.teks.strip(),
            "daftar": "; ".join(b.nama for b in tertinggal),
            "tempat": where(laporan, nyata),
            "alasan": {},
            "_besaran": Besaran("laporan", "fisik.realisasi", "", laporan.periode.sampai_akhir),
        },
        Bukti((place(nyata, "dilaporkan"), place(rencana, "pembanding"))),
    )
