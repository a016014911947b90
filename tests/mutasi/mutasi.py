"""What an entry of the mutation table says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ubah import Naskah, Ubahan

MENYUSUL = frozenset(
    {
        "KIN104", "KIN108", "KIN110", "KIN206", "KIN211", "KIN212", "KIN304", "KIN307", "KIN309", "KIN310", "KIN312",
        "KIN409", "KIN411", "KIN504", "KIN505", "KIN603", "KIN701", "KIN704",
    }
)  # fmt: skip
"""Rules that are still to come: their entries are skipped as long as the rule book does not know them."""

TW1, TW2, TAHUNAN = "2025-tw1", "2025-tw2", "2024-tahunan"


@dataclass(frozen=True, slots=True)
class Mutasi:
    """One kind of mistake.

    Attributes:
        nama: What somebody did wrong.
        aturan: The rule that tells of it.
        ubah: Puts the mistake into a report in order.
        di: The line the finding points at first; by default the line changed last.
        ikut: Other rules that may tell of the same mistake, because the figure also stands in other relations.
        laporan: The report it is put into.
        kini: The rule that tells of it until `aturan` is there.
        luput: Why it is not found today; the test fails as soon as it is.
    """

    nama: str
    aturan: str
    ubah: Ubahan
    di: Callable[[Naskah], int] | None = None
    ikut: frozenset[str] = frozenset()
    laporan: str = TW2
    kini: str = ""
    luput: str = ""

    def tempat(self, naskah: Naskah) -> int:
        """Return the line the finding points at first."""
        return self.di(naskah) if self.di else naskah.garis[-1]


def bersama(*aturan: str) -> frozenset[str]:
    """Return the rules that may speak too."""
    return frozenset(aturan)
