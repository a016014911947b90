"""Values: what a constant in a rule may be, and how values of rules and facts look to the engine."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Final

from ..fakta import SKALA_PERSEN, Kolom, encode
from .rule import Konstanta

LARGEST: Final = 2**62 - 1
"""The core computes with 64 bits and saturates silently: we saturate earlier, on purpose."""
LONGEST: Final = 2_000
"""Characters of text that reach the engine as they are."""


class ConstantError(ValueError):
    """A constant that does not fit its column; the message is for the author of the rule."""


def engine_value(kolom: Kolom, nilai: str | int | bool | Decimal) -> str | int:
    """Return a value as both engines see it. Equal values stay equal, different ones (nearly always) different.

    Numbers beyond 2^62 become 2^62, very long text its beginning and a hash, lone surrogates a readable escape:
    the core would stop reading, or compare wrongly, without telling.

    Raises:
        TypeError: The value is not of the declared kind.
    """
    encoded = encode(kolom, nilai)
    if isinstance(encoded, int):
        return max(-LARGEST, min(LARGEST, encoded))
    return encoded if encoded.isascii() and len(encoded) <= LONGEST else _safe(encoded)


def _safe(text: str) -> str:
    data = text.encode("utf-8", "backslashreplace")
    if len(text) > LONGEST:
        return f"{text[:100].encode('utf-8', 'backslashreplace').decode()}#{hashlib.sha256(data).hexdigest()}"
    return data.decode()


def check_constant(nama: str, kolom: Kolom, nilai: object, tertulis: str | None = None) -> Konstanta:
    """Return a constant as the column wants it.

    Args:
        nama: Name of the column.
        kolom: Its kind and choices.
        nilai: The constant as YAML typed it.
        tertulis: The exact text in the file, so that `kode: 2.10` can be a text.

    Raises:
        ConstantError: It does not fit.
    """
    checked = _checked(nama, kolom, nilai, tertulis)
    if isinstance(checked, str) and kolom.pilihan and checked not in kolom.pilihan:
        raise ConstantError(f"Kolom `{nama}` tidak pernah berisi `{checked}`. Pilihannya: {', '.join(kolom.pilihan)}.")
    number = _number(checked)
    limit = LARGEST // (SKALA_PERSEN if kolom.jenis == "persen" else 1)
    if number is not None and not -limit <= number <= limit:
        raise ConstantError(f"Angka {checked} terlalu besar untuk kolom `{nama}`.")
    return checked


def _checked(nama: str, kolom: Kolom, nilai: object, tertulis: str | None) -> Konstanta:
    number = _number(nilai)
    match kolom.jenis:
        case "teks" if isinstance(nilai, str):
            return nilai
        case "teks" if number is not None:
            return tertulis or str(number)
        case "ya" if isinstance(nilai, bool):
            return nilai
        case "bulat" if number is not None and number == int(number):
            return int(number)
        case "persen" if number is not None:
            if number * SKALA_PERSEN != int(number * SKALA_PERSEN):
                raise ConstantError(f"Kolom `{nama}` disimpan dengan tiga desimal; bulatkan {number} lebih dahulu.")
            return number
    wanted = {
        "teks": "berisi teks; tulis nilainya di antara tanda petik",
        "ya": "berisi ya atau tidak; tulis true atau false",
        "bulat": "berisi bilangan bulat; tulis angka tanpa desimal",
        "persen": "berisi angka; tulis dengan titik desimal, misalnya 97.5",
    }
    raise ConstantError(f"Kolom `{nama}` {wanted[kolom.jenis]}, bukan `{tertulis or nilai}`.")


def _number(nilai: object) -> int | Decimal | None:
    if isinstance(nilai, bool) or (isinstance(nilai, Decimal) and not nilai.is_finite()):
        return None
    return nilai if isinstance(nilai, int | Decimal) else None
