"""What the importer has to tell: notes about its guesses and leftovers, and the error that stops it."""

from __future__ import annotations

from dataclasses import dataclass


class ImporError(Exception):
    """The input cannot be imported; the message names the cause and the way out."""

    def __init__(self, pesan: str, pesan_en: str) -> None:
        super().__init__(pesan)
        self.pesan, self.pesan_en = pesan, pesan_en


@dataclass(frozen=True, slots=True)
class Catatan:
    """One note.

    Attributes:
        pesan: In Indonesian; it also becomes a comment above the block.
        pesan_en: In English, for the terminal.
        periksa: It is a guess or a leftover, to be checked by the author.
    """

    pesan: str
    pesan_en: str
    periksa: bool = True
