"""What an entry of the mutation table says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ubah import Naskah, Ubahan

TW2, TAHUNAN = "2025-tw2", "2024-tahunan"


@dataclass(frozen=True, slots=True)
class Mutasi:
    """One kind of mistake.

    Attributes:
        nama: What somebody did wrong.
        aturan: The rule that tells of it; the cause, where findings are linked.
        ubah: Puts the mistake into a report in order.
        di: The line the finding points at first; by default the line changed last.
        ikut: Other rules that may tell of the same mistake on their own, because the figure also stands in other
            relations. What is linked to the finding as its consequence may be of any rule.
        akibat: Rules that have to be linked to the finding as its consequences.
        laporan: The report it is put into.
        luput: Why it is not found today; the test fails as soon as it is.
    """

    nama: str
    aturan: str
    ubah: Ubahan
    di: Callable[[Naskah], int] | None = None
    ikut: frozenset[str] = frozenset()
    akibat: frozenset[str] = frozenset()
    laporan: str = TW2
    luput: str = ""

    def tempat(self, naskah: Naskah) -> int:
        """Return the line the finding points at first."""
        return self.di(naskah) if self.di else naskah.garis[-1]


def bersama(*aturan: str) -> frozenset[str]:
    """Return the rules that may speak too."""
    return frozenset(aturan)
