"""What follows from what: one slip and the contradictions that it explains, as facts that rules link findings by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ..fakta import Fakta
from ..laporan import Amatan, Laporan
from ..temuan import Bukti, Usulan
from . import geseran, koreksi, salah_tempat
from .bukti import Indeks, like, measure, place, where
from .hubungan import Relasi
from .koreksi import Koreksi, slip
from .salah_tempat import Geseran
from .sebutan import Sebutan

Kunci = tuple[str, ...]


LAIN_WAKTU = frozenset({"tahun", "antara"})
"""Slips in time; they are believed by themselves."""
JAUH_LEBIH = 10
"""A slip of many cells that settles so many times more than it breaks is believed all the same."""
MAKS_DUGAAN = 12
"""In a longer sum nearly always some digit of some term would do."""


class Penelusur:
    """Looks for causes in one report.

    Args:
        indeks: Its observations.
        relasi: Its relations.
        sebutan: Its quantities with several places.
    """

    def __init__(self, indeks: Indeks, relasi: Sequence[Relasi], sebutan: Sequence[Sebutan]) -> None:
        self._indeks, self._laporan = indeks, indeks.laporan
        self._relasi, self._sebutan = relasi, sebutan
        self._pencari = koreksi.Pencari(indeks, relasi, sebutan)

    def facts(self, bergeser: Sequence[tuple[Geseran, list[Kunci]]]) -> Iterable[Fakta]:
        """Return the slips, and one fact for each pair of cause and consequence.

        Args:
            bergeser: What `misplaced` returned.
        """
        yield from salah_tempat.clean(self._laporan, [g for g, _ in bergeser])
        terjelaskan: set[Kunci] = set()
        for g, selesai in bergeser:
            terjelaskan |= set(selesai)
            yield salah_tempat.fact(self._laporan, g, len(selesai))
            yield from (_pair("geseran", g.kunci, k) for k in selesai)
        for k in self._pencari.corrections():
            if not terjelaskan & set(k.selesai):
                terjelaskan |= set(k.selesai)
                yield from self._corrected(k)
        yield from self._derived(terjelaskan)
        yield from self._guesses(terjelaskan)

    # -- slips of whole rows and columns ------------------------------------------------------------------------------

    def misplaced(self, semua: Sequence[Geseran]) -> list[tuple[Geseran, list[Kunci]]]:
        """Return the slips that settle several contradictions and break hardly anything, the largest first.

        Figures of another year are believed by themselves: two printed years tell them apart.
        """
        lain_tahun = [g for g in semua if g.jenis in LAIN_WAKTU]
        bersama = {a: h.tengah for g in lain_tahun for a, h in salah_tempat.replaced(g).items()}
        selesai_bersama = set(self._pencari.solve(bersama)[0]) if bersama else set()
        calon: list[tuple[Geseran, list[Kunci]]] = []
        for g in semua:
            ganti = {a: h.tengah for a, h in salah_tempat.replaced(g).items()}
            selesai, rusak = self._pencari.solve(ganti)
            if g.jenis in LAIN_WAKTU:
                calon.append((g, [k for k in self._pencari.about(g.sel) if k in selesai_bersama]))
            elif len(selesai) >= max(geseran.SEDIKITNYA, len(rusak) * JAUH_LEBIH):
                calon.append((g, selesai))
        # Of two tables that are each other's mirror, the exported appendix is right, else the one with whole counts.
        calon.sort(key=_rank)
        hasil: list[tuple[Geseran, list[Kunci]]] = []
        terpakai: set[Kunci] = set()
        for g, selesai in calon:
            if g.jenis in LAIN_WAKTU or len(set(selesai) - terpakai) >= geseran.SEDIKITNYA:
                hasil.append((g, [k for k in selesai if k not in terpakai]))
                terpakai |= set(selesai)
        return hasil

    # -- single cells -------------------------------------------------------------------------------------------------

    def _corrected(self, k: Koreksi) -> Iterable[Fakta]:
        sebab = self._own_finding(k)
        usulan = self._proposal(k.sel, k.nilai)
        if sebab is None:
            fakta = _cell(self._laporan, k, usulan)
            yield fakta
            sebab = fakta.kunci
        yield _proposed(sebab, usulan)
        yield from (_pair("sel", sebab, akibat) for akibat in k.selesai if akibat != sebab)

    def _own_finding(self, k: Koreksi) -> Kunci | None:
        """Return the contradiction that is told at the wrong cell itself: places that differ, else a wrong result."""
        menurut = {s.kunci: s for s in self._sebutan}
        for kunci in k.selesai:
            if kunci in menurut:
                return kunci
        hasil = {r.kunci for r in self._relasi if r.dilaporkan in k.ganti}
        return next((kunci for kunci in k.selesai if kunci in hasil), None)

    def _proposal(self, sel: Amatan, nilai: Decimal) -> Usulan:
        return Usulan(place(sel, "dilaporkan"), like(sel, nilai), slip(sel.dibaca, nilai))

    # -- what was computed from something that differs ----------------------------------------------------------------

    def _derived(self, terjelaskan: set[Kunci]) -> Iterable[Fakta]:
        """Where places of a result differ because each was computed from terms that differ, the terms are the cause."""
        beda = {a: s for s in self._sebutan if not s.sepakat for a in s.amatan}
        hasil: dict[Amatan, list[Relasi]] = defaultdict(list)
        for r in self._relasi:
            if r.cocok:
                hasil[r.dilaporkan].append(r)
        for s in self._sebutan:
            if s.sepakat or s.kunci in terjelaskan:
                continue
            sebab = self._differing_term(s, beda, hasil)
            if sebab is not None:
                yield _pair("turunan", sebab.kunci, s.kunci)

    @staticmethod
    def _differing_term(
        s: Sebutan, beda: Mapping[Amatan, Sebutan], hasil: Mapping[Amatan, Sequence[Relasi]]
    ) -> Sebutan | None:
        calon: list[set[Kunci]] = []
        menurut: dict[Kunci, Sebutan] = {}
        for isi in s.kelompok:
            operan = [o for a in isi for r in hasil.get(a, ()) for o in r.operan]
            berbeda = {beda[o].kunci: beda[o] for o in operan if o in beda and beda[o] is not s}
            menurut |= berbeda
            calon.append(set(berbeda))
        # Each of two groups must have been computed, from terms that disagree with each other.
        for kunci in sorted(menurut):
            if sum(kunci in c for c in calon) > 1:
                return menurut[kunci]
        return None

    # -- guesses ------------------------------------------------------------------------------------------------------

    def _guesses(self, terjelaskan: set[Kunci]) -> Iterable[Fakta]:
        """Where exactly one cell of a relation fits when two digits are swapped or one is changed, say so."""
        for r in self._relasi:
            if r.cocok or r.kunci in terjelaskan or len(r.operan) > MAKS_DUGAAN or self._pencari.cut(r):
                continue
            usulan = [
                self._proposal(a, nilai)
                for a in dict.fromkeys((r.dilaporkan, *r.operan))
                if (nilai := self._pencari.solved(r, a)) is not None and self._likely(a, nilai)
            ]
            if len(usulan) == 1:
                yield _proposed(r.kunci, usulan[0])
        for s in self._sebutan:
            if not s.sepakat and s.kunci not in terjelaskan and len(s.kelompok[0]) > len(s.kelompok[1]):
                a, nilai = s.kelompok[1][0], s.kelompok[0][0].dibaca.penuh
                if nilai is not None and self._likely(a, nilai):
                    yield _proposed(s.kunci, self._proposal(a, nilai))

    def _likely(self, a: Amatan, nilai: Decimal) -> bool:
        """Whether one slip of the pen explains a figure, and the other value contradicts nothing that holds now."""
        return bool(slip(a.dibaca, nilai)) and not self._pencari.solve({a: nilai})[1]


TERSENTUH = frozenset({"anggaran", "luaran", "keterangan", "hubungan", "sebutan"})
"""Facts about single cells: what they say about a misplaced figure is a consequence of its being misplaced."""


def touched(fakta: Iterable[Fakta]) -> Iterable[Fakta]:
    """Return the pairs of slips and the facts that reckon with figures which they misplaced."""
    semua = list(fakta)
    ada = {f.kunci for f in semua if f.jenis == "sebab"}
    sel = {t.posisi: f.kunci for f in semua if f.jenis == "geseran" and f.bukti is not None for t in f.bukti.tempat}
    for f in semua:
        if f.jenis not in TERSENTUH or f.bukti is None:
            continue
        # Of a disagreement, the places that deviate; of anything else, all that it reckons with.
        tempat = [t for t in f.bukti.tempat if f.jenis != "sebutan" or t.peran == "dilaporkan"]
        sebab = next((sel[t.posisi] for t in tempat if t.posisi in sel), None)
        semua_salah = all(t.posisi in sel for t in tempat)
        if sebab is not None and (f.jenis != "sebutan" or semua_salah):
            pasangan = _pair("geseran", sebab, f.kunci)
            if pasangan.kunci not in ada:
                yield pasangan


def _rank(calon: tuple[Geseran, list[Kunci]]) -> tuple[object, ...]:
    g, selesai = calon
    return g.jenis not in LAIN_WAKTU, -len(selesai), g.tabel.jenis == "lampiran", -_fractions(g), g.sel[0].posisi


def _fractions(g: Geseran) -> int:
    """Count the figures of a slip that have decimals where the measure is a count."""
    return sum(a.dibaca.desimal > 0 and a.besaran.ukuran.startswith("volume") for a in g.sel)


def _pair(jenis: str, sebab: Kunci, akibat: Kunci) -> Fakta:
    a, b = "/".join(sebab), "/".join(akibat)
    return Fakta("sebab", ("sebab", jenis, a, b), {"jenis": jenis, "sebab": a, "akibat": b})


def _proposed(kunci: Kunci, usulan: Usulan) -> Fakta:
    """Return a fact that no rule needs to look at: it carries a proposal to the finding about `kunci`."""
    return Fakta(
        "usulan", ("usulan", *kunci), {"kunci": "/".join(kunci), "salah_ketik": usulan.salah_ketik}, {"_usulan": usulan}
    )


def _cell(laporan: Laporan, k: Koreksi, usulan: Usulan) -> Fakta:
    a, tahun = k.sel, laporan.tahun
    return Fakta(
        "koreksi",
        ("koreksi", a.besaran.teks(tahun), a.tabel, str(a.posisi.kolom) if not a.tabel else ""),
        {
            "hal": a.besaran.hal,
            "ukuran": a.besaran.ukuran,
            "periode": a.besaran.periode.teks(tahun) if a.besaran.periode else "",
            "tabel": a.tabel,
            "menyelesaikan": len(k.selesai),
            "salah_ketik": usulan.salah_ketik,
        },
        {
            "nama": a.nama,
            "ukuran_nama": measure(laporan, a.besaran),
            "periode_nama": a.besaran.periode,
            "tempat": where(laporan, a),
            "dilaporkan": a.angka.teks.strip(),
            "seharusnya": usulan.nilai,
            "selisih": (a.dibaca.nilai or Decimal(0)) - usulan.nilai,
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti(tuple(place(b, "dilaporkan") for b in k.ganti)),
    )
