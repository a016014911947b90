"""A rule as its author wrote it: names checked and values typed, but nothing compiled yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from ..lokasi import Posisi

if TYPE_CHECKING:
    from ..loading.yaml_events import Document

Tingkat = Literal["galat", "peringatan", "info"]
Operator = Literal["sama", "bukan", "kurang", "kurang_sama", "lebih", "lebih_sama", "salah_satu"]
Konstanta = str | int | bool | Decimal

TINGKAT: Final[tuple[Tingkat, ...]] = ("galat", "peringatan", "info")
FASE_TERAKHIR: Final = 3
PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\}")
"""What a message may contain: `{alias.kolom}`, or `{ambang.nama}` for a threshold."""


@dataclass(frozen=True, slots=True)
class RujukanKolom:
    """`$alias.kolom`: the value of a column of another fact of the match."""

    alias: str
    kolom: str

    def __str__(self) -> str:
        return f"${self.alias}.{self.kolom}"


@dataclass(frozen=True, slots=True)
class RujukanAmbang:
    """`$ambang.nama`: the value of a threshold, which a site may change."""

    nama: str

    def __str__(self) -> str:
        return f"$ambang.{self.nama}"


@dataclass(frozen=True, slots=True)
class Uji:
    """One test on one column. `nilai` is a tuple for `salah_satu` and only then."""

    kolom: str
    operator: Operator
    nilai: Konstanta | tuple[Konstanta, ...] | RujukanKolom | RujukanAmbang
    posisi: Posisi


@dataclass(frozen=True, slots=True)
class Syarat:
    """One condition: a fact of a type that passes some tests, or with `tanpa` that there is no such fact.

    Attributes:
        alias: Name of the fact in messages and joins; empty for `tanpa`.
    """

    alias: str
    fakta: str
    uji: tuple[Uji, ...]
    posisi: Posisi

    @property
    def tanpa(self) -> bool:
        """Whether the condition asks for the absence of such a fact."""
        return not self.alias


@dataclass(frozen=True, slots=True)
class Ambang:
    """A number that a site may set otherwise."""

    nama: str
    nilai: int | Decimal
    satuan: str
    arti: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contoh:
    """A miniature report that must fire (`temuan`) or must not (`bersih`).

    Attributes:
        document: The report as a YAML document of its own; its places are those of the rule file.
    """

    jenis: Literal["temuan", "bersih"]
    document: Document = field(repr=False, compare=False)
    posisi: Posisi


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule. Texts are by language: `id` always, `en` falls back to `id`.

    Attributes:
        periksa: The subject. Each fact that passes these tests is one check.
        berlaku: Further tests on the subject; a fact that fails them is "tidak berlaku", not "lolos".
        bila: The violation; conditions with the alias of `periksa` are more tests on the subject.
        fase: A rule sees the findings of rules with a smaller `fase` as facts of type `temuan`.
        hubungkan: Aliases of two such findings, (akibat, sebab): the rule says that one follows from the other, and
            makes no finding of its own.
        tidak_berlaku: The reason shown for facts that fail `berlaku` and do not bring one; may be empty.
    """

    id: str
    keluarga: int
    judul: Mapping[str, str]
    keparahan: Tingkat
    periksa: Syarat
    berlaku: tuple[Uji, ...]
    bila: tuple[Syarat, ...]
    fase: int
    ambang: Mapping[str, Ambang]
    pesan: Mapping[str, str]
    mengapa: Mapping[str, str]
    dasar: Mapping[str, tuple[str, ...]]
    perbaikan: Mapping[str, str]
    tidak_berlaku: Mapping[str, str]
    contoh: tuple[Contoh, ...]
    posisi: Posisi
    judul_keluarga: Mapping[str, str] = field(default_factory=dict)
    hubungkan: tuple[str, str] | None = None

    @property
    def alias(self) -> Mapping[str, str]:
        """The fact type of every alias that a message may name, the subject first."""
        return {s.alias: s.fakta for s in (self.periksa, *self.bila) if not s.tanpa}

    def tests(self) -> Iterator[tuple[str, Uji]]:
        """Iterate over all tests with the fact type they are about."""
        for syarat in (self.periksa, *self.bila):
            for uji in syarat.uji:
                yield syarat.fakta, uji
        for uji in self.berlaku:
            yield self.periksa.fakta, uji
