"""A sheet as JSON: what its columns mean, and its rows as objects. The values are those of the sheet, unprotected."""

from __future__ import annotations

import json
from decimal import Decimal

from ..bahasa import Bahasa
from ..lembar import Lembar, Nilai

VERSI = "1"


def render(lembar: Lembar) -> str:
    """Return a sheet; a column has its title and meaning in both languages."""
    id_, en = Bahasa("id"), Bahasa("en")
    kepala = {
        "versi": VERSI,
        "lembar": lembar.id,
        "judul": {"id": lembar.judul(id_), "en": lembar.judul(en)},
        "kolom": [
            {
                "nama": k.nama,
                "tipe": k.tipe,
                "judul": {"id": k.judul(id_, lembar.id), "en": k.judul(en, lembar.id)},
                "arti": {"id": k.arti(id_, lembar.id), "en": k.arti(en, lembar.id)},
            }
            for k in lembar.kolom
        ],
    }
    nama = [k.nama for k in lembar.kolom]
    row = _exact if any(k.tipe == "number" for k in lembar.kolom) else _plain
    baris = ",\n".join(row(dict(zip(nama, b, strict=True))) for b in lembar.baris)
    return f'{json.dumps(kepala, ensure_ascii=False)[:-1]}, "baris": [\n{baris}\n]}}\n'


def _exact(baris: dict[str, Nilai]) -> str:
    """Write a row with decimals in it; the encoder of the library has no way to write one as the number it is."""
    return "{" + ", ".join(f"{_plain(k)}: {_value(n)}" for k, n in baris.items()) + "}"


def _value(nilai: Nilai) -> str:
    return f"{nilai:f}" if isinstance(nilai, Decimal) else _plain(nilai)


_plain = json.JSONEncoder(ensure_ascii=False).encode
