"""Facts: what the checks found out, flat and typed, and the only thing rules may look at.

A fact has two halves. `uji` holds what a rule may test: text, yes/no and numbers, each
declared in the fact's `Jenis`, none of them optional ("missing" is a value of its own,
because the engine must never meet an absent field). `tampil` holds what a message may
show, and `bukti` the places a reader has to look at; neither reaches the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any, Literal

JenisKolom = Literal["teks", "ya", "bulat", "persen"]
"""Kinds of a testable field: text; yes/no; whole number; number with three decimals kept."""

SKALA_PERSEN = 1000


@dataclass(frozen=True, slots=True)
class Kolom:
    """One testable field of a fact: its kind, its meaning, and the values it may take (empty: any)."""

    jenis: JenisKolom
    arti: str
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jenis:
    """A type of fact: name, meaning, testable fields and fields for messages."""

    nama: str
    arti: str
    kolom: Mapping[str, Kolom]
    tampil: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fakta:
    """One fact.

    `kunci` identifies it for ever within its report (it survives re-ordering and re-wording). `bobot` is how many
    checks it stands for: a thousand cells that were read without trouble are one fact.
    """

    jenis: str
    kunci: tuple[str, ...]
    uji: Mapping[str, str | int | bool | Decimal]
    tampil: Mapping[str, Any] = field(default_factory=dict)
    bukti: Any = None
    bobot: int = 1


def encode(kolom: Kolom, nilai: str | int | bool | Decimal) -> str | int:
    """Return `nilai` as the engine sees it: text, 0/1, a whole number, or a number times 1,000.

    Raises:
        TypeError: The value is not of the declared kind.
    """
    match kolom.jenis:
        case "teks" if isinstance(nilai, str):
            return nilai
        case "ya" if isinstance(nilai, bool):
            return int(nilai)
        case "bulat" if isinstance(nilai, int) and not isinstance(nilai, bool):
            return nilai
        case "persen" if isinstance(nilai, int | float | Decimal) and not isinstance(nilai, bool):
            # A float can only come from a rule file, where 2.5 is written as a plain number.
            exact = Decimal(str(nilai)) * SKALA_PERSEN
            return int(exact.to_integral_value(ROUND_HALF_UP))
    raise TypeError(f"{nilai!r} is not {kolom.jenis}")


def table(*jenis: Jenis) -> Mapping[str, Jenis]:
    """Return the types by name."""
    return MappingProxyType({j.nama: j for j in jenis})
