"""Causes and consequences among the findings of one report, as the rules of family 0 link them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .engine import Kecocokan, Putusan
from .fakta import Fakta
from .temuan import Temuan, fingerprint


def linked(temuan: Sequence[Temuan], putusan: Putusan, satker: str, laporan: str) -> list[Temuan]:
    """Return the findings with `sebab` and `akibat` filled in.

    A finding has one cause at most: the first that a rule names, in order of rules. A chain ends at its root, so that
    every consequence stands directly under what has to be mended. Circles are cut where they close.
    """
    ada = {t.id for t in temuan}
    sebab: dict[str, str] = {}
    for k in putusan.cocok:
        for id_akibat, id_sebab in _pairs(k, satker, laporan):
            if {id_akibat, id_sebab} <= ada and id_akibat != id_sebab and not _leads(sebab, id_sebab, id_akibat):
                sebab.setdefault(id_akibat, id_sebab)
    akar = {id_: _root(sebab, id_) for id_ in sebab}
    akibat: dict[str, list[str]] = defaultdict(list)
    for t in temuan:
        if t.id in akar:
            akibat[akar[t.id]].append(t.id)
    return [
        replace(t, sebab=akar.get(t.id), akibat=tuple(akibat.get(t.id, ()))) if t.id in akar or t.id in akibat else t
        for t in temuan
    ]


def _pairs(k: Kecocokan, satker: str, laporan: str) -> Iterable[tuple[str, str]]:
    """Return the ids of consequence and cause of one match."""
    if k.aturan.hubungkan:
        a, s = (k.fakta[alias].kunci for alias in k.aturan.hubungkan)
        # The key of a finding as a fact: rule, type of the fact that was checked, and its key.
        yield fingerprint(a[0], satker, laporan, *a[2:]), fingerprint(s[0], satker, laporan, *s[2:])


def _leads(sebab: Mapping[str, str], dari: str, ke: str) -> bool:
    """Whether the causes of `dari` lead to `ke`."""
    while dari in sebab:
        dari = sebab[dari]
        if dari == ke:
            return True
    return False


def _root(sebab: Mapping[str, str], id_: str) -> str:
    while id_ in sebab:
        id_ = sebab[id_]
    return id_


def proposed(temuan: Sequence[Temuan], putusan: Putusan, fakta: Iterable[Fakta]) -> list[Temuan]:
    """Return the findings with what would settle them, where the checks found such a value."""
    usulan = {str(f.uji["kunci"]): f.tampil["_usulan"] for f in fakta if f.jenis == "usulan"}
    if not usulan:
        return list(temuan)
    kunci = ["/".join(k.subjek.kunci) for k in putusan.cocok if not k.aturan.hubungkan]
    return [replace(t, usulan=usulan[k]) if k in usulan else t for t, k in zip(temuan, kunci, strict=True)]
