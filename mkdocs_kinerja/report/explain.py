"""One rule as text: `kinerja explain KIN201`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from ..bahasa import Bahasa
from ..engine import Ambang, Aturan
from ..hasil import Khusus

LEBAR = 88
JUDUL = {
    "mengapa": {"id": "Mengapa", "en": "Why"},
    "dasar": {"id": "Dasar", "en": "Basis"},
    "perbaikan": {"id": "Cara memperbaiki", "en": "How to mend"},
    "ambang": {"id": "Ambang", "en": "Thresholds"},
    "khusus": {"id": "Berbeda untuk satker", "en": "Different for satker"},
    "pesan": {"id": "Bunyi temuan", "en": "What it says"},
}


def unknown(id_: str, ada: Iterable[str]) -> str:
    """Return the message for a rule that does not exist, with the nearest one that does."""
    pilihan = sorted(ada)
    dekat = get_close_matches(id_.upper(), pilihan, n=1)
    tanya = f" Maksud Anda {dekat[0]}?" if dekat else ""
    return f"Aturan {id_!r} tidak ada.{tanya} Yang ada: {', '.join(pilihan)}."


def render(aturan: Aturan, bahasa: Bahasa, dipakai: bool = True, khusus: Sequence[Khusus] = ()) -> str:
    """Return a rule for a reader in a terminal.

    Args:
        aturan: The rule.
        bahasa: The language.
        dipakai: Whether the settings leave it in use.
        khusus: The satker to which it applies differently.
    """
    baris = [f"{aturan.id}  {bahasa.teks(aturan.judul)}", bahasa.kata(f"keparahan.{aturan.keparahan}"), ""]
    if not dipakai:
        baris[-1:] = [bahasa.kata("aturan.diabaikan"), ""]
    bagian = {
        "pesan": bahasa.teks(aturan.pesan),
        "mengapa": bahasa.teks(aturan.mengapa),
        "perbaikan": bahasa.teks(aturan.perbaikan),
        "dasar": "; ".join(aturan.dasar.get(bahasa.kode) or aturan.dasar.get("id", ())),
        "ambang": "; ".join(f"{_threshold(a, bahasa)} ({bahasa.teks(a.arti)})" for a in aturan.ambang.values()),
        "khusus": "; ".join(f"{k.satker}: {_exception(k, bahasa)}" for k in khusus),
    }
    for kunci, teks in bagian.items():
        if teks:
            baris += [
                bahasa.teks(JUDUL[kunci]),
                textwrap.fill(teks, LEBAR, initial_indent="  ", subsequent_indent="  "),
                "",
            ]
    return "\n".join(baris)


def _threshold(ambang: Ambang, bahasa: Bahasa) -> str:
    return f"{ambang.nama} = {bahasa.angka(ambang.nilai, None)} {ambang.satuan}".rstrip()


def _exception(khusus: Khusus, bahasa: Bahasa) -> str:
    if khusus.mati:
        return bahasa.kata("aturan.khusus.mati")
    tingkat = [bahasa.kata(f"keparahan.{khusus.keparahan}").lower()] if khusus.keparahan else []
    return ", ".join([*tingkat, *(_threshold(a, bahasa) for a in khusus.ambang)])
