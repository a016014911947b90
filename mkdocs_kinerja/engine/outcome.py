"""What an evaluation yields: matches, counts, engine errors; and matches as facts for later phases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..fakta import Fakta, Jenis, Kolom
from .rule import Aturan

_COPIED: Final = {
    "hal": "hal fakta yang diperiksa",
    "ukuran": "ukurannya",
    "periode": "periodenya",
    "tabel": "tabelnya",
}
_SHOWN: Final = {
    "nama": "nama hal fakta yang diperiksa",
    "ukuran_nama": "nama ukurannya",
    "periode_nama": "nama periodenya",
    "tempat": "tempatnya",
    "dilaporkan": "nilai yang tercetak",
}

TEMUAN: Final = Jenis(
    "temuan",
    "Temuan aturan lain dari fase sebelumnya; kolom kosong bila fakta yang diperiksa tidak memilikinya.",
    {
        "aturan": Kolom("teks", "id aturan yang menemukannya"),
        "kunci": Kolom("teks", "kunci fakta yang diperiksa, bagian-bagiannya digabung dengan `/`"),
        **{name: Kolom("teks", arti) for name, arti in _COPIED.items()},
    },
    dict(_SHOWN),
)
"""The fact type that the engine declares itself."""


@dataclass(frozen=True, slots=True)
class Kecocokan:
    """A rule matched: one per rule and subject fact.

    Attributes:
        fakta: The facts of the first match in fact order, by alias; the subject comes first.
        lain: Facts of further matches of the same subject, in fact order.
    """

    aturan: Aturan
    fakta: Mapping[str, Fakta]
    lain: tuple[Fakta, ...] = ()

    @property
    def subjek(self) -> Fakta:
        """The fact that was checked."""
        return self.fakta[self.aturan.periksa.alias]

    @property
    def kunci(self) -> tuple[str, ...]:
        """Identifies the match within its report; the `temuan` fact made of it has the same key."""
        return (self.aturan.id, self.subjek.jenis, *self.subjek.kunci)

    def as_fact(self) -> Fakta:
        """Return the match as later phases see it."""
        subjek = self.subjek
        copied = {name: value if isinstance(value := subjek.uji.get(name), str) else "" for name in _COPIED}
        return Fakta(
            TEMUAN.nama,
            self.kunci,
            {"aturan": self.aturan.id, "kunci": "/".join(subjek.kunci), **copied},
            {name: subjek.tampil.get(name, "") for name in _SHOWN},
            subjek.bukti,
        )


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """How many facts a rule was checked against, and with what outcome; `alasan` counts why it did not apply."""

    aturan_id: str
    lolos: int
    temuan: int
    tidak_berlaku: int
    alasan: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Putusan:
    """The outcome of one evaluation; nothing in it depends on the order of the input or of the engine.

    Attributes:
        cocok: Matches in order of rules, then of subject facts.
        pemeriksaan: One count per rule, in order of rules.
        galat: Rule id -> what the engine could not do; such a rule has no matches, the others are complete.
    """

    cocok: tuple[Kecocokan, ...]
    pemeriksaan: tuple[Pemeriksaan, ...]
    galat: Mapping[str, str]
