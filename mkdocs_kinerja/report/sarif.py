"""The result as SARIF 2.1.0, which code hosts and editors show beside the lines of the data files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..bahasa import Bahasa
from ..hasil import Hasil
from ..lokasi import Posisi
from ..temuan import Temuan
from . import polos
from .samaran import published

if TYPE_CHECKING:
    from ..engine import Aturan

SKEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
AKAR: Final = "%SRCROOT%"
TINGKAT: Final[Mapping[str, str]] = {"galat": "error", "peringatan": "warning", "info": "note"}
MAKS_TEMPAT: Final = 100
"""Further places of one finding; GitHub shows that many."""

_EKOR: Final = "]}]}"
_KURUNG: Final = re.compile(r"([\[\]\\])")


def render(hasil: Hasil, bahasa: Bahasa, situs: str = "") -> str:
    """Return the result as SARIF text.

    Args:
        hasil: The result.
        bahasa: Language of the messages; rules come in both.
        situs: Address of the site with a slash at its end, for links to rules; empty if there is none.
    """
    hasil = published(hasil)
    lain = Bahasa("id" if bahasa.kode == "en" else "en")
    nomor = {a.id: n for n, a in enumerate(hasil.aturan)}
    perangkat = {
        "name": "mkdocs-kinerja",
        "version": hasil.masukan.perangkat,
        "language": bahasa.kode,
        "rules": [_rule(a, bahasa, situs) for a in hasil.aturan],
    }
    if re.fullmatch(r"\d+\.\d+\.\d+", hasil.masukan.perangkat):
        perangkat["semanticVersion"] = hasil.masukan.perangkat
    putaran = {
        "tool": {"driver": perangkat},
        "translations": [
            {
                "name": "mkdocs-kinerja",
                "language": lain.kode,
                "rules": [_words(a, lain) for a in hasil.aturan],
                "isComprehensive": False,
            }
        ],
        "language": bahasa.kode,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {AKAR: {"description": {"text": "Folder proyek / project folder"}}},
        "invocations": [_invocation(hasil)],
        "properties": {"data": hasil.masukan.data, "aturan": hasil.masukan.aturan, "mesin": hasil.masukan.mesin},
        "results": [],
    }
    # One line per result: with `indent` the library takes its slow path.
    kepala = json.dumps({"$schema": SKEMA, "version": "2.1.0", "runs": [putaran]}, ensure_ascii=False)
    isi = ",\n".join(json.dumps(_result(t, bahasa, nomor), ensure_ascii=False) for t in hasil.temuan)
    return f"{kepala.removesuffix(_EKOR)}\n{isi}\n{_EKOR}\n"


def _rule(a: Aturan, bahasa: Bahasa, situs: str) -> dict[str, Any]:
    isi = _words(a, bahasa)
    if situs:
        isi["helpUri"] = f"{situs}aturan/{quote(a.id.lower())}/"
    isi["defaultConfiguration"] = {"level": TINGKAT[a.keparahan]}
    isi["properties"] = {"tags": ["kinerja", f"kin{a.keluarga}xx"], "precision": "high"}
    return isi


def _words(a: Aturan, bahasa: Bahasa) -> dict[str, Any]:
    """Return what a rule says in one language."""
    mengapa, perbaikan = polos.plain(bahasa.teks(a.mengapa)), polos.plain(bahasa.teks(a.perbaikan))
    return {
        "id": a.id,
        "shortDescription": _text(polos.plain(bahasa.teks(a.judul))),
        "fullDescription": _text(mengapa or polos.plain(bahasa.teks(a.judul))),
        "help": {
            "text": _escaped("\n\n".join(x for x in (mengapa, perbaikan) if x) or a.id),
            "markdown": f"{mengapa}\n\n**{bahasa.kata('temuan.perbaikan')}** {perbaikan}",
        },
    }


def _result(t: Temuan, bahasa: Bahasa, nomor: Mapping[str, int]) -> dict[str, Any]:
    pesan = polos.message(t, bahasa)
    hasil: dict[str, Any] = {
        "ruleId": t.aturan,
        "level": TINGKAT[t.keparahan.value],
        "message": {"text": _escaped(pesan.replace("`", "")), "markdown": pesan},
        "locations": [{"physicalLocation": _location(t.lokasi[0])}] if t.lokasi else [],
        "partialFingerprints": {
            "kinerja/v1": t.id,
            # The one that GitHub compares, so that a finding is not a new one because lines have moved.
            "primaryLocationLineHash": f"{t.id}:1",
        },
        "properties": {
            "pesan": {kode: polos.plain(isi) for kode, isi in t.pesan.items()},
            "satker": t.satker,
            "laporan": t.laporan,
            "dilaporkan": polos.plain(t.dilaporkan),
            "seharusnya": polos.plain(t.seharusnya),
        },
    }
    if t.aturan in nomor:
        hasil["ruleIndex"] = nomor[t.aturan]
    tempat = [
        {"id": n, "physicalLocation": _location(p)} | ({"message": _text(teks)} if teks else {})
        for n, (p, teks) in enumerate(list(polos.others(t, bahasa))[:MAKS_TEMPAT], 1)
    ]
    if tempat:
        hasil["relatedLocations"] = tempat
    if t.pengecualian:
        hasil["suppressions"] = [{"kind": "external", "justification": polos.plain(t.pengecualian)}]
    return hasil


def _location(p: Posisi) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(p.berkas),
        "region": {"startLine": max(p.baris, 1), "startColumn": max(p.kolom, 1)},
    }


def _artifact(berkas: str) -> dict[str, Any]:
    """Return the address of a file: relative to the project, unless it lies elsewhere."""
    if berkas.startswith("/"):
        return {"uri": f"file://{quote(berkas)}"}
    if re.match(r"[A-Za-z]:/", berkas):
        return {"uri": f"file:///{quote(berkas, safe='/:')}"}
    return {"uri": quote(berkas), "uriBaseId": AKAR}


def _invocation(hasil: Hasil) -> dict[str, Any]:
    isi: dict[str, Any] = {"executionSuccessful": not hasil.galat_mesin}
    if hasil.galat_mesin:
        isi["toolExecutionNotifications"] = [
            {"level": "error", "message": _text(polos.plain(f"{aturan}: {galat}"))}
            for aturan, galat in sorted(hasil.galat_mesin.items())
        ]
    return isi


def _text(teks: str) -> dict[str, str]:
    return {"text": _escaped(teks)}


def _escaped(teks: str) -> str:
    """Return a text in which brackets are no links."""
    return _KURUNG.sub(r"\\\1", teks)
