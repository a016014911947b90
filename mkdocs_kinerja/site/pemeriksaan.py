"""How many checks there were, rule by rule: passed, with a finding, or not applicable and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ..temuan import Keparahan, Pemeriksaan, Temuan
from . import gambar
from .situs import Halaman
from .templat import render


@dataclass(frozen=True, slots=True)
class Hitung:
    """Totals of some checks and of the findings that are listed with them."""

    pemeriksaan: int
    lolos: int
    bertemuan: int
    tidak_berlaku: int
    temuan: int
    galat: int
    peringatan: int
    info: int

    @classmethod
    def of(cls, pemeriksaan: Sequence[Pemeriksaan], temuan: Sequence[Temuan]) -> Hitung:
        """Add up."""
        lolos = sum(p.lolos for p in pemeriksaan)
        bertemuan = sum(p.temuan for p in pemeriksaan)
        tidak_berlaku = sum(p.tidak_berlaku for p in pemeriksaan)
        tingkat = Counter(t.keparahan for t in temuan)
        return cls(
            pemeriksaan=lolos + bertemuan + tidak_berlaku,
            lolos=lolos,
            bertemuan=bertemuan,
            tidak_berlaku=tidak_berlaku,
            temuan=len(temuan),
            galat=tingkat[Keparahan.GALAT],
            peringatan=tingkat[Keparahan.PERINGATAN],
            info=tingkat[Keparahan.INFO],
        )

    @property
    def terberat(self) -> str:
        """The status of the whole: its most serious severity, or `lolos`."""
        return next((k for k in ("galat", "peringatan", "info") if getattr(self, k)), "lolos")


class BarisPemeriksaan(NamedTuple):
    """A rule in the table: what it is called, why it did not apply, its counts, and the link to its first finding."""

    aturan: str
    url: str
    judul: str
    alasan: Sequence[tuple[str, str]]
    pemeriksaan: str
    lolos: str
    temuan: str
    temuan_url: str
    tidak_berlaku: str


def block(h: Halaman, pemeriksaan: Sequence[Pemeriksaan], temuan: Sequence[Temuan]) -> str:
    """Return the counts as a table, grouped by family of rules."""
    pertama: dict[str, Temuan] = {}
    for t in temuan:
        pertama.setdefault(t.aturan, t)
    urutan = {a.id: n for n, a in enumerate(h.situs.hasil.aturan)}
    berurutan = sorted(pemeriksaan, key=lambda p: (p.aturan[:4], urutan.get(p.aturan, 0), p.aturan))
    dipakai = [p for p in berurutan if p.lolos or p.temuan or p.tidak_berlaku]
    kelompok = [(nama, list(isi)) for (_, nama), isi in groupby(dipakai, key=partial(_family, h))]
    # What passed altogether is told in one line: the table is for what is worth a look.
    rinci = [(nama, [_row(h, p, pertama.get(p.aturan)) for p in isi if _is_telling(p)]) for nama, isi in kelompok]
    lolos = [p for p in dipakai if not _is_telling(p)]
    return render(
        "pemeriksaan",
        h=h,
        keluarga=[(nama, Hitung.of(isi, []), bool(r)) for (nama, isi), (_, r) in zip(kelompok, rinci, strict=True)],
        kelompok=rinci,
        lolos=[f"{p.aturan} {h.b.angka(p.lolos)}×" for p in lolos],
        tanpa=[p.aturan for p in berurutan if not (p.lolos or p.temuan or p.tidak_berlaku)],
        gambar=lambda n: gambar.cakupan(n.lolos, n.bertemuan, n.tidak_berlaku),
        hitung=Hitung.of(pemeriksaan, temuan),
    )


def _is_telling(p: Pemeriksaan) -> bool:
    return bool(p.temuan or p.tidak_berlaku)


def _row(h: Halaman, p: Pemeriksaan, pertama: Temuan | None) -> BarisPemeriksaan:
    aturan, angka = h.situs.aturan.get(p.aturan), h.b.angka
    return BarisPemeriksaan(
        p.aturan,
        h.ke_aturan(p.aturan),
        h.teks(aturan.judul) if aturan else "",
        [(sebab, angka(n)) for sebab, n in reasons(p)],
        angka(p.lolos + p.temuan + p.tidak_berlaku),
        angka(p.lolos),
        angka(p.temuan),
        h.ke_temuan(pertama) if p.temuan and pertama else "",
        angka(p.tidak_berlaku),
    )


def reasons(p: Pemeriksaan) -> list[tuple[str, int]]:
    """Return why a rule did not apply and how often, the most frequent reason first."""
    return sorted(p.alasan.items(), key=lambda a: (-a[1], a[0]))


def in_words(h: Halaman, n: Hitung) -> str:
    """Say what a picture of coverage shows."""
    return h.kata(
        "gambar.cakupan", pemeriksaan=h.b.angka(n.pemeriksaan), lolos=h.b.angka(n.lolos),
        temuan=h.b.angka(n.bertemuan), tidak_berlaku=h.b.angka(n.tidak_berlaku),
    )  # fmt: skip


def _family(h: Halaman, p: Pemeriksaan) -> tuple[str, str]:
    """Return the family of a rule and its title; rules of a site may have a title of their own in a family of ours."""
    aturan, awalan = h.situs.aturan.get(p.aturan), p.aturan[:4]
    return awalan, h.teks(aturan.judul_keluarga) if aturan else awalan
