"""The section `capaian:` of a report: its own formulas, cap and floor."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from ..capaian import CaraCapaian, read_formula
from ..lokasi import Posisi
from ..rumus import RumusError, Simpul
from .node import Node

Catat = Callable[[str, Posisi, str, str, str], None]
"""Takes (kind, place, message in Indonesian, in English, stable address)."""


def read(node: Node | None, indikator: Collection[str], catat: Catat) -> CaraCapaian:
    """Read the section; what cannot be read is told, and the usual way is taken instead.

    Args:
        node: The section; None where the report has none.
        indikator: Ids of the registry.
        catat: Takes what is wrong.
    """
    cara = CaraCapaian()
    if node is None:
        return cara
    cara = replace(
        _limits(cara, node),
        toleransi=_number(node, "toleransi"),
        naik=_formula(node, "rumus_naik", "", catat) or cara.naik,
        turun=_formula(node, "rumus_turun", "", catat) or cara.turun,
        tetap=_formula(node, "rumus_tetap", "", catat) or cara.tetap,
    )
    sendiri = {}
    bagian = node.get("indikator")
    for id_, isi in bagian.items() if bagian else ():
        if id_ not in indikator:
            dekat = get_close_matches(id_, sorted(indikator), n=1)
            tanya = f" Maksud Anda {dekat[0]!r}?" if dekat else " Tambahkan ke data/indikator.yml."
            ask = f" Did you mean {dekat[0]!r}?" if dekat else " Add it to data/indikator.yml."
            catat("rujukan", isi.posisi, f"Indikator {id_!r} tidak dikenal.{tanya}", f"Unknown indicator {id_!r}.{ask}",
                  f"capaian/indikator/{id_}")  # fmt: skip
            continue
        satu = _limits(cara, isi)
        simpul = _formula(isi, "rumus", f"indikator/{id_}/", catat)
        sendiri[id_] = replace(satu, naik=simpul, turun=simpul, tetap=simpul) if simpul else satu
    return replace(cara, indikator=sendiri)


def _limits(cara: CaraCapaian, node: Node) -> CaraCapaian:
    """Return a way with the cap and floor of a mapping; `tidak` takes away what holds for the rest."""
    batas, bawah = _number(node, "batas"), _number(node, "batas_bawah")
    return replace(
        cara,
        batas=None if node.text("batas") == "tidak" else cara.batas if batas is None else batas,
        batas_bawah=None if node.text("batas_bawah") == "tidak" else cara.batas_bawah if bawah is None else bawah,
    )


def _number(node: Node, kunci: str) -> Decimal | None:
    try:
        return Decimal(node.text(kunci))
    except InvalidOperation:
        return None


def _formula(node: Node, kunci: str, awal: str, catat: Catat) -> Simpul | None:
    isi = node.get(kunci)
    if isi is None:
        return None
    try:
        return read_formula(isi.teks)
    except RumusError as galat:
        catat("skema", isi.posisi, f"`{kunci}`: {galat.pesan}", f"`{kunci}`: {galat.pesan_en}",
              f"capaian/{awal}{kunci}")  # fmt: skip
        return None
