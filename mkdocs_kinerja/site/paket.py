"""What says what the downloads are: the Data Package with the meaning of each column, the schemas, the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from ..lembar import Kolom, Lembar
from ..pribadi import samarkan
from . import tautan
from .situs import Situs

VERSI: Final = "1"

_PAKET: Final = Path(__file__).parent.parent
_TIPE: Final = {"text": "string", "uri": "string", "integer": "integer", "number": "number", "date": "date"}
_KUNCI: Final[Mapping[str, tuple[str, ...]]] = {
    "temuan": ("id",),
    "laporan": ("satker", "laporan"),
    "satker": ("satker",),
    "aturan": ("aturan",),
}


def package(situs: Situs, tabel: Mapping[str, tuple[Lembar, bytes]]) -> bytes:
    """Return the descriptor of a tabular data package.

    Args:
        situs: The site.
        tabel: File name in the folder of the descriptor -> sheet and content of the file.
    """
    b = situs.bahasa
    isi = {
        "profile": "tabular-data-package",
        "name": "kinerja",
        "id": situs.hasil.masukan.data,
        "title": b.kata("paket.judul"),
        "description": b.kata("paket.arti", len(situs.hasil.laporan)),
        **({"homepage": situs.alamat} if situs.alamat else {}),
        "version": VERSI,
        "sources": [
            {
                "title": samarkan(x.judul or f"{x.satker.label}, {b.periode(x.periode)}", situs.hasil.pribadi),
                "path": x.berkas,
            }
            for x in situs.hasil.laporan
        ],
        "resources": [_resource(situs, nama, x, isi) for nama, (x, isi) in tabel.items()],
    }
    return _json(isi)


def _resource(situs: Situs, nama: str, x: Lembar, isi: bytes) -> dict[str, Any]:
    skema: dict[str, Any] = {"fields": [_field(situs, x, k) for k in x.kolom], "missingValues": [""]}
    if x.id in _KUNCI:
        skema["primaryKey"] = list(_KUNCI[x.id])
    return {
        "profile": "tabular-data-resource",
        "name": x.id,
        "path": nama,
        "title": x.judul(situs.bahasa),
        "description": x.arti(situs.bahasa),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(isi),
        "hash": f"sha256:{hashlib.sha256(isi).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": skema,
    }


def _field(situs: Situs, x: Lembar, k: Kolom) -> dict[str, str]:
    return {
        "name": k.nama,
        "type": _TIPE[k.tipe],
        "title": k.judul(situs.bahasa, x.id),
        "description": k.arti(situs.bahasa, x.id),
    }


def schemas() -> Iterator[tuple[str, bytes]]:
    """Yield the JSON Schemas of data files and of the result."""
    for jalur in sorted((_PAKET / "schemas").glob("*.schema.json")):
        yield f"{tautan.SKEMA}{jalur.name}", jalur.read_bytes()


def manifest(situs: Situs, berkas: Mapping[str, bytes]) -> bytes:
    """Return what everything was made from, and the hash of each file; nothing in it depends on a clock."""
    masukan = situs.hasil.masukan
    return _json(
        {
            "versi": VERSI,
            "masukan": {"data": masukan.data, "aturan": masukan.aturan},
            "perangkat": {
                "nama": "mkdocs-kinerja",
                "versi": masukan.perangkat,
                "sidik": _software(),
                "mesin": masukan.mesin,
            },
            "bahasa": situs.bahasa.kode,
            "alamat": situs.alamat or None,
            "ringkasan": situs.hasil.ringkasan,
            "berkas": [
                {"jalur": jalur, "bita": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}
                for jalur, isi in sorted(berkas.items())
            ],
        }
    )


@cache
def _software() -> str:
    """Return a hash over the files of this package: a version under development says little."""
    sidik = hashlib.sha256()
    for jalur in sorted(
        p for p in _PAKET.rglob("*") if p.is_file() and p.suffix != ".pyc" and p.parent.name != "rules"
    ):
        sidik.update(f"{jalur.relative_to(_PAKET).as_posix()}\0".encode() + jalur.read_bytes() + b"\0")
    return f"sha256:{sidik.hexdigest()}"


def _json(isi: Mapping[str, Any]) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()
