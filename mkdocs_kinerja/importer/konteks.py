"""What is known besides the table: the report it goes into, and what the user says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from ..angka import Notasi
from ..kosakata import Kosakata
from ..pengenal import Pengenal


@dataclass(frozen=True, slots=True)
class Konteks:
    """Settings of one import.

    Attributes:
        kosakata: Measures of the report, or those of the package.
        pengenal: Names of the data directory and the report; None without one.
        notasi: Notation of the report.
        angka: Notation the user says the table has; `auto` finds it.
        tahun: Year of the report, which is left out of periods; 0 if not known.
        id: Id the user wants; empty for one made of the caption.
        judul: Title the user gives.
        tempat: Place the user gives.
        dokumen: Document whose lines `sumber` counts; empty if not known.
        versi: DIPA versions of the report.
        terpakai: Ids the report has already.
    """

    kosakata: Kosakata
    pengenal: Pengenal | None = None
    notasi: Notasi = "id"
    angka: Literal["auto", "id", "en"] = "auto"
    tahun: int = 0
    id: str = ""
    judul: str = ""
    tempat: str = ""
    dokumen: str = ""
    versi: tuple[str, ...] = ()
    terpakai: Collection[str] = field(default_factory=frozenset)
