"""The result of a run: reports, findings, counts, and what they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .checks.ringkasan import BarisIndikator
from .laporan import Laporan, Satker
from .temuan import Keparahan, Pemeriksaan, Temuan

if TYPE_CHECKING:
    from .engine.rule import Ambang, Aturan


@dataclass(frozen=True, slots=True)
class Masukan:
    """Hashes of all that influences the result, so that anyone can repeat it.

    Attributes:
        terbitan_lalu: Hash of the earlier result that gives findings their status; empty if there is none.
    """

    data: str
    aturan: str
    perangkat: str
    mesin: str = ""
    terbitan_lalu: str = ""


@dataclass(frozen=True, slots=True)
class Khusus:
    """How a rule applies to one satker, where the settings make that different from the rest of the site.

    Attributes:
        mati: The satker is not held to the rule.
        keparahan: The other severity; None where it is the usual one.
        ambang: Thresholds with another value.
    """

    satker: str
    mati: bool
    keparahan: Keparahan | None
    ambang: tuple[Ambang, ...]


@dataclass(frozen=True, slots=True)
class Hasil:
    """Everything the writers and the site need.

    Attributes:
        satker: Units with reports, by id.
        indikator: The indicators of each readable report, by (satker, laporan), judged.
        unit: All units of the registry, parents and units only named in comparisons included.
        laporan: All reports, sorted by satker and period, unreadable ones included.
        temuan: All findings, sorted by report, severity, rule and place.
        pemeriksaan: One count per rule and report.
        contoh: Outcome of the rules' examples where they were run: rule id -> (all as promised, messages).
        catatan_mesin: Why another engine runs than the usual one, in Indonesian and English; empty if it is the usual.
        galat_mesin: Rule id -> what went wrong with it in the engine; other findings are not affected.
        khusus: Rule id -> the satker to which it applies differently.
        pribadi: Personal data of all files in every form in which it may be printed; `samarkan` masks it.
    """

    masukan: Masukan
    satker: Mapping[str, Satker]
    laporan: tuple[Laporan, ...]
    temuan: tuple[Temuan, ...]
    pemeriksaan: tuple[Pemeriksaan, ...]
    aturan: tuple[Aturan, ...]
    indikator: Mapping[tuple[str, str], tuple[BarisIndikator, ...]] = field(default_factory=dict)
    unit: Mapping[str, Satker] = field(default_factory=dict)
    catatan_mesin: Mapping[str, str] = field(default_factory=dict)
    galat_mesin: Mapping[str, str] = field(default_factory=dict)
    khusus: Mapping[str, tuple[Khusus, ...]] = field(default_factory=dict)
    pribadi: frozenset[str] = frozenset()

    def temuan_of(self, laporan: Laporan) -> tuple[Temuan, ...]:
        """Return the findings of one report."""
        return tuple(t for t in self.temuan if (t.satker, t.laporan) == laporan.kunci)

    def count(self, keparahan: Keparahan) -> int:
        """Return the number of findings of one severity."""
        return sum(t.keparahan is keparahan for t in self.temuan)

    def at_least(self, keparahan: Keparahan) -> tuple[Temuan, ...]:
        """Return the findings that are at least that serious."""
        return tuple(t for t in self.temuan if t.keparahan.tingkat >= keparahan.tingkat)

    @property
    def ringkasan(self) -> dict[str, int]:
        """Counts as in the result JSON."""
        return {
            "laporan": len(self.laporan),
            **_sum(self.pemeriksaan),
            "galat": self.count(Keparahan.GALAT),
            "peringatan": self.count(Keparahan.PERINGATAN),
            "info": self.count(Keparahan.INFO),
        }


def _sum(pemeriksaan: Iterable[Pemeriksaan]) -> dict[str, int]:
    lolos = temuan = tidak_berlaku = 0
    for p in pemeriksaan:
        lolos, temuan, tidak_berlaku = lolos + p.lolos, temuan + p.temuan, tidak_berlaku + p.tidak_berlaku
    return {
        "pemeriksaan": lolos + temuan + tidak_berlaku,
        "lolos": lolos,
        "temuan": temuan,
        "tidak_berlaku": tidak_berlaku,
    }
