"""One rule as text: `kinerja explain KIN201`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from difflib import get_close_matches

from ..bahasa import Bahasa
from ..engine import Aturan

LEBAR = 88
JUDUL = {
    "mengapa": {"id": "Mengapa", "en": "Why"},
    "dasar": {"id": "Dasar", "en": "Basis"},
    "perbaikan": {"id": "Cara memperbaiki", "en": "How to mend"},
    "ambang": {"id": "Ambang", "en": "Thresholds"},
    "pesan": {"id": "Bunyi temuan", "en": "What it says"},
}


def unknown(id_: str, ada: Iterable[str]) -> str:
    """Return the message for a rule that does not exist, with the nearest one that does."""
    pilihan = sorted(ada)
    dekat = get_close_matches(id_.upper(), pilihan, n=1)
    tanya = f" Maksud Anda {dekat[0]}?" if dekat else ""
    return f"Aturan {id_!r} tidak ada.{tanya} Yang ada: {', '.join(pilihan)}."


def render(aturan: Aturan, bahasa: Bahasa) -> str:
    """Return a rule for a reader in a terminal."""
    baris = [f"{aturan.id}  {bahasa.teks(aturan.judul)}", bahasa.kata(f"keparahan.{aturan.keparahan}"), ""]
    bagian = {
        "pesan": bahasa.teks(aturan.pesan),
        "mengapa": bahasa.teks(aturan.mengapa),
        "perbaikan": bahasa.teks(aturan.perbaikan),
        "dasar": "; ".join(aturan.dasar.get(bahasa.kode) or aturan.dasar.get("id", ())),
        "ambang": "; ".join(
            f"{a.nama} = {bahasa.angka(a.nilai, None)} {a.satuan} ({bahasa.teks(a.arti)})"
            for a in aturan.ambang.values()
        ),
    }
    for kunci, teks in bagian.items():
        if teks:
            baris += [
                bahasa.teks(JUDUL[kunci]),
                textwrap.fill(teks, LEBAR, initial_indent="  ", subsequent_indent="  "),
                "",
            ]
    return "\n".join(baris)
