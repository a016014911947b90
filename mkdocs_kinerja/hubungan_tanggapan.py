"""Replies and the findings of one report: which stands beside which, and which replies have none to stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .tanggapan import Tanggapan
from .temuan import Temuan

TANPA_TEMUAN = "KIN908"
"""The rule that tells of a reply without a finding."""


def answered(temuan: Iterable[Temuan], tanggapan: Sequence[Tanggapan]) -> list[Temuan]:
    """Return the findings with their replies, in the order of the file.

    A reply to a finding stands beside that one alone, not beside its causes or consequences; a reply to a rule stands
    beside all findings of the rule.
    """
    return [
        replace(t, tanggapan=milik) if (milik := tuple(x for x in tanggapan if x.temuan in {t.id, t.aturan})) else t
        for t in temuan
    ]


def unanswering(temuan: Iterable[Temuan], tanggapan: Iterable[Tanggapan]) -> list[Tanggapan]:
    """Return the replies that answer no finding: it has been mended meanwhile, or its number is mistyped."""
    ada = {x for t in temuan for x in (t.id, t.aturan)}
    return [x for x in tanggapan if x.temuan not in ada]


def astray(temuan: Iterable[Temuan], lepas: Sequence[Tanggapan]) -> list[Temuan]:
    """Return the findings; what tells of a reply without a finding shows that reply, so that it can still be read."""
    menurut = {x.posisi: x for x in lepas}
    return [
        replace(t, tanggapan=(*t.tanggapan, menurut[t.lokasi[0]])) if t.aturan == TANPA_TEMUAN and t.lokasi else t
        for t in temuan
    ]
