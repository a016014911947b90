"""The rules as each satker has them, and an engine for every set of rules that differs."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .checks import JENIS
from .engine import WRONG_SETTINGS, Buku, Mesin, Pilihan, RuleFileError, unknown
from .hasil import Khusus
from .lokasi import Posisi
from .pengaturan import Lapis, Setelan
from .temuan import Keparahan

UMUM = ""
"""Stands for the site where a satker is asked for: for what belongs to none, and for those without own settings."""


@dataclass(frozen=True, slots=True)
class Profil:
    """All rules of the site with the thresholds and severities of one satker.

    Attributes:
        mati: Ids of rules of the book that the satker is not held to.
    """

    buku: Buku
    mati: frozenset[str] = frozenset()

    @property
    def sidik(self) -> str:
        """What tells this profile from another one, as text: the same however a number is written."""
        aturan = {a.id: [a.keparahan, {n: _plain(x.nilai) for n, x in a.ambang.items()}] for a in self.buku.aturan}
        return json.dumps([aturan, sorted(self.mati)], sort_keys=True)


def profiles(buku: Buku, lapis: Sequence[Lapis]) -> Mapping[str, Profil]:
    """Return the profile of the site, by UMUM, and those of the satker that have settings of their own.

    Args:
        buku: All rules as they were written.
        lapis: What the files say; what comes later wins, and what is said of one satker wins over what is said of all.

    Raises:
        RuleFileError: A rule, threshold or severity does not exist; all mistakes at once.
    """
    keliru: list[tuple[Posisi | None, str]] = []
    umum = _adjusted(buku, [x.umum for x in lapis], keliru, "")
    tanpa = {a for x in lapis for a in x.umum.abaikan}
    hasil = {UMUM: Profil(umum.without(tanpa))}
    for id_ in sorted({s for x in lapis for s in x.satker}):
        milik = [x.satker[id_] for x in lapis if id_ in x.satker]
        khusus = _adjusted(umum, milik, keliru, f"satker {id_}: ")
        mati = {a for s in milik for a in s.abaikan} - tanpa
        hasil[id_] = Profil(khusus.without(tanpa), frozenset(mati))
    _refuse(keliru)
    return hasil


def _adjusted(buku: Buku, setelan: Sequence[Setelan], keliru: list[tuple[Posisi | None, str]], siapa: str) -> Buku:
    """Return the book with some settings, one after the other; what is wrong with them is added to `keliru`."""
    for s in setelan:
        buku, baru = buku.adjusted(s.ambang, s.keparahan, s.abaikan)
        keliru += [(s.posisi.get(setting), siapa + pesan) for setting, pesan in baru]
    return buku


def _refuse(keliru: Sequence[tuple[Posisi | None, str]]) -> None:
    """Tell all mistakes in the order of the files."""
    if keliru:
        baris = [f"{posisi}: {pesan}" if posisi else pesan for posisi, pesan in sorted(keliru, key=_place)]
        raise RuleFileError("\n".join([WRONG_SETTINGS, *baris]))


def _place(keliru: tuple[Posisi | None, str]) -> tuple[object, ...]:
    return (keliru[0] is not None, keliru[0] or 0)


def exceptions(profil: Mapping[str, Profil]) -> Mapping[str, tuple[Khusus, ...]]:
    """Return by rule id the satker to which a rule applies differently; rules without any are left out."""
    hasil: dict[str, list[Khusus]] = {}
    for biasa in profil[UMUM].buku.aturan:
        for satker, p in profil.items():
            aturan = p.buku.find(biasa.id)
            mati = biasa.id in p.mati
            if aturan is None or (aturan == biasa and not mati):
                continue
            khusus = Khusus(
                satker,
                mati,
                Keparahan(aturan.keparahan) if aturan.keparahan != biasa.keparahan else None,
                tuple(a for a in aturan.ambang.values() if a.nilai != biasa.ambang[a.nama].nilai),
            )
            hasil.setdefault(biasa.id, []).append(khusus)
    return {aturan_id: tuple(isi) for aturan_id, isi in hasil.items()}


def check_satker(lapis: Sequence[Lapis], ada: Collection[str]) -> None:
    """See that every satker with settings of its own exists.

    Raises:
        RuleFileError: One does not; all such mistakes at once.
    """
    _refuse([(x.posisi.get(i), unknown("Satker", i, ada)) for x in lapis for i in x.satker if i not in ada])


class MesinProfil:
    """An engine for each different profile, made when it is first needed.

    Args:
        profil: From `profiles`.
        mesin: Which engine to use.
    """

    def __init__(self, profil: Mapping[str, Profil], mesin: Pilihan) -> None:
        self._profil, self._pilihan = profil, mesin
        self._sidik = {satker: p.sidik for satker, p in profil.items()}
        self._mesin: dict[str, Mesin] = {}
        # At once: an engine that cannot be had is told before any data is read.
        umum = self.of(UMUM)
        self.name, self.reason = umum.name, umum.reason
        self.khusus = exceptions(profil)

    @property
    def buku(self) -> Buku:
        """The rules of the site."""
        return self._profil[UMUM].buku

    @property
    def sidik(self) -> str:
        """What tells these settings from others, as text."""
        khusus = {satker: s for satker, s in self._sidik.items() if s != self._sidik[UMUM]}
        return json.dumps([self._sidik[UMUM], khusus], sort_keys=True)

    def of(self, satker: str) -> Mesin:
        """Return the engine with the rules of a satker; UMUM for what belongs to none."""
        siapa = satker if satker in self._profil else UMUM
        sidik = self._sidik[siapa]
        if sidik not in self._mesin:
            profil = self._profil[siapa]
            self._mesin[sidik] = Mesin(profil.buku, JENIS, self._pilihan, profil.mati)
        return self._mesin[sidik]

    def close(self) -> None:
        """Give back what the engines hold."""
        for mesin in self._mesin.values():
            mesin.close()
        self._mesin.clear()


def _plain(nilai: int | Decimal) -> str:
    """Return a number without what does not count: `200`, `200.0` and `2E+2` are one."""
    teks = f"{Decimal(nilai):f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks
