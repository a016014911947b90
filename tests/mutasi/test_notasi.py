"""The notation of numbers changes nothing: a report that prints 1,234.5 is judged as one that prints 1.234,5."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from laporan_sintetis import SATKER, tulis_folder
from ubah import Naskah, tulis

from mkdocs_kinerja.pipeline import Pemroses, Pengaturan
from mkdocs_kinerja.temuan import Temuan

_ANGKA = re.compile(r"(?<![\w.,/])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\w.])")
_TUKAR = str.maketrans(".,", ",.")


def inggris(teks: str) -> str:
    """Print all numbers of the grids in the other notation, and say so."""
    kepala, tabel, badan = teks.partition("tabel:\n")
    baris = [_ANGKA.sub(lambda m: m[0].translate(_TUKAR), b) if "|" in b else b for b in badan.split("\n")]
    return kepala.replace("  jenis:", "  angka: en\n  jenis:", 1) + tabel + "\n".join(baris)


def salah(teks: str) -> str:
    """Put a mistake into a report in order."""
    n = tulis("ro", "6042.EBD.952", "pagu", "63.128.000")(Naskah(teks))
    return tulis("lalu", "kompetensi", "capaian@2024", "108,24%")(n).teks


def temuan(folder: Path, ubah: Callable[[str], str]) -> list[Temuan]:
    berkas = tulis_folder(folder, ((2025, 2),))["2025-tw2"]
    berkas.write_text(ubah(berkas.read_text("utf-8")), "utf-8")
    pemroses = Pemroses(Pengaturan(data=folder / "data", akar=folder, mesin="reference"))
    try:
        return [t for t in pemroses.run().temuan if t.satker == SATKER]
    finally:
        pemroses.close()


def test_a_report_in_the_other_notation_gives_the_same_findings(tmp_path: Path) -> None:
    def ringkas(semua: list[Temuan], geser: int) -> list[tuple[str, str, int]]:
        return [(t.aturan, t.hal, t.lokasi[0].baris - geser) for t in semua]

    for nama, ubah in (("bersih", str), ("salah", salah)):
        semula, lain = tmp_path / nama / "id", tmp_path / nama / "en"
        biasa = ringkas(temuan(semula, ubah), 0)
        assert ringkas(temuan(lain, lambda teks, ubah=ubah: inggris(ubah(teks))), 1) == biasa
        assert {"KIN201", "KIN301"} & {a for a, _, _ in biasa} == ({"KIN201", "KIN301"} if nama == "salah" else set())
