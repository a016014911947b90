"""What a report prints outside its tables and is not a figure: cross-references, labels, dates of events."""

from __future__ import annotations

from dataclasses import dataclass

from .lokasi import Posisi, Sumber


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A printed cross-reference and the table it means."""

    tertulis: str
    maksud: str
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label, heading or name outside the tables, and what it is meant to say.

    Attributes:
        hal: Whose label it is.
        maksud: A period, a hal, or the text that ought to stand there; empty for the report's own period.
    """

    hal: str
    tertulis: str
    maksud: str
    posisi: Posisi
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """A printed date of an event.

    Attributes:
        hal: The event; rows with one hal are mentions of one event.
        tanggal: As printed, or as `2025-07-05`, `2025-07`.
        semestinya: `dalam <period>`, `sebelum <date>`, `sesudah <date>`; empty for within the period of the report.
    """

    hal: str
    tanggal: str
    semestinya: str
    posisi: Posisi
    sumber: Sumber
