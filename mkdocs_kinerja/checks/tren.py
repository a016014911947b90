"""Indicators against last year, and results that say nothing because they all equal their plan."""

from __future__ import annotations

import re
from collections import defaultdict
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


def uniform(laporan: Laporan, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact for the indicators, and one per other table, that print planned beside actual progress."""
    menurut: dict[str, dict[str, tuple[Amatan, Amatan]]] = defaultdict(dict)
    for t in laporan.tabel:
        for b in t.baris:
            sel = {a.besaran.ukuran: a for a in b.sel if a is not None and usable(a) and _now(laporan, a)}
            nyata, rencana = sel.get("fisik.realisasi"), sel.get("fisik.target")
            if nyata is not None and rencana is not None and not b.total:
                kelompok = "indikator" if nyata.besaran.hal.startswith("indikator/") else t.id
                menurut[kelompok].setdefault(nyata.besaran.hal, (nyata, rencana))
    for kelompok, isi in menurut.items():
        if len(isi) >= SEDIKITNYA:
            yield _uniform(laporan, kelompok, list(isi.values()), ringkas if kelompok == "indikator" else ())


def _now(laporan: Laporan, a: Amatan) -> bool:
    return a.besaran.periode in {None, laporan.periode, laporan.periode.sampai_akhir}


def _uniform(
    laporan: Laporan, kelompok: str, pasangan: Sequence[tuple[Amatan, Amatan]], ringkas: Sequence[BarisIndikator]
) -> Fakta:
    sama = all(nyata.dibaca.penuh == rencana.dibaca.penuh for nyata, rencana in pasangan)
    tertinggal = [b for b in ringkas if b.status in {"tertinggal", "belum-tercapai", "tidak-tercapai"}]
    nyata, rencana = pasangan[0]
    return Fakta(
        "keseragaman",
        ("keseragaman", kelompok),
        {"seragam": sama, "banyak": len(pasangan), "tertinggal": len(tertinggal)},
        {
            "nama": laporan.satker.label if kelompok == "indikator" else where(laporan, nyata),
            "dilaporkan": nyata.angka.teks.strip(),
            "daftar": "; ".join(b.nama for b in tertinggal),
            "tempat": where(laporan, nyata),
            "lebih": {
                "id": f"; {len(tertinggal)} di antaranya belum mencapai yang semestinya" if tertinggal else "",
                "en": f"; {len(tertinggal)} of them are behind" if tertinggal else "",
            },
            "alasan": {},
            "_besaran": Besaran("laporan", "fisik.realisasi", "", laporan.periode.sampai_akhir),
        },
        Bukti((place(nyata, "dilaporkan"), place(rencana, "pembanding"))),
    )
