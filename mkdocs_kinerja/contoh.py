"""The examples of rules: miniature reports, read and checked like real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from . import checks
from .engine import Buku, Contoh, ExampleError, ExampleResult, Mesin, load_rules, run_examples
from .fakta import Fakta
from .laporan import Indikator, Laporan, Satker
from .loading.discover import period_of
from .loading.node import Node
from .loading.registry import Registri, read_indicators, shipped_vocabulary
from .loading.report import from_problems, read_report, unusable
from .loading.schema import Validator
from .loading.yaml_events import Document, Problem

PERIODE = "2025-tw2"
"""The period of an example that names none."""

INDIKATOR = {
    "indeks": Indikator("indeks", "Indeks contoh", satuan="Indeks", jenis="indeks"),
    "layanan": Indikator("layanan", "Jumlah layanan contoh", satuan="Layanan", jenis="cacah", agregasi="jumlah"),
}
"""Indicators every example may use: an index, and a count that accumulates through the year."""

SATKER = Satker("contoh", "Satker contoh", nama_lama=("Baristand Contoh",))
LAIN = Satker("balai-lain", "Balai Lain")
"""The office of every example, and another one that its registry knows."""

_MILIK_CONTOH = frozenset({"indikator", "periode", "lain", "satker"})


def read_example(contoh: Contoh) -> Laporan:
    """Return the report of an example.

    Raises:
        ExampleError: Its period or indicators cannot be read.
    """
    berkas, dokumen = contoh.posisi.berkas, contoh.document
    akar = Node(dokumen, berkas)
    id_ = akar.text("periode", PERIODE)
    periode = period_of(id_)
    if periode is None:
        raise ExampleError(f"Periode contoh {id_!r} tidak dikenal. Tulis seperti 2025-tw2 atau 2025-tahunan.")
    tambahan, masalah = read_indicators(akar.get("indikator"))
    if masalah:
        raise ExampleError(masalah[0].pesan["id"])
    problems = _schema(dokumen)
    # A miniature has no header of its own; that it is missing is no problem here.
    problems = [p for p in problems if p.jalur != ()]
    node = Node(dokumen, berkas, (), unusable(problems))
    registri = Registri(shipped_vocabulary(), {**INDIKATOR, **tambahan}, {LAIN.id: LAIN})
    masalah_berkas = from_problems((*dokumen.problems, *problems), berkas)
    return read_report(node, SATKER, id_, periode, registri, masalah_berkas)


def read_others(contoh: Contoh) -> list[Laporan]:
    """Return the other reports of an example (`lain`), each of another period or office.

    Raises:
        ExampleError: One of them cannot be read.
    """
    dokumen = contoh.document
    daftar = dokumen.data.get("lain", ()) if isinstance(dokumen.data, dict) else ()
    hasil = []
    for n, isi in enumerate(daftar):
        bagian = dokumen.part(("lain", n))
        laporan = read_example(Contoh(contoh.jenis, bagian, contoh.posisi))
        satker = str(isi.get("satker", SATKER.id))
        hasil.append(laporan if satker == SATKER.id else replace(laporan, satker=Satker(satker, f"Satker {satker}")))
    return hasil


def _schema(dokumen: Document) -> list[Problem]:
    if not isinstance(dokumen.data, dict):
        return []
    isi = {k: v for k, v in dokumen.data.items() if k not in _MILIK_CONTOH}
    return _validator().problems(Document(isi, (), dokumen.source, dokumen.place))


@cache
def _validator() -> Validator:
    return Validator("laporan")


def facts_of(contoh: Contoh) -> Sequence[Fakta]:
    """Return the facts of an example. The rules have found nothing in it yet, so that its replies answer nothing."""
    laporan = read_example(contoh)
    lain = read_others(contoh)
    kajian = checks.examine(laporan)
    antar = checks.across([*lain, kajian.laporan]).get(laporan.kunci, ()) if lain else ()
    return [*kajian.fakta, *antar, *checks.replies(laporan.tanggapan)]


def run(buku: Buku, mesin: Mesin) -> list[ExampleResult]:
    """Run the examples of all rules."""
    return run_examples(buku, facts_of, mesin)


def run_dir(folder: Sequence[Path], akar: Path) -> tuple[Buku, list[ExampleResult]]:
    """Load rules and run their examples.

    Raises:
        RuleFileError: A rule file cannot be read at all.
    """
    buku = load_rules(folder, checks.JENIS, akar)
    with Mesin(buku, checks.JENIS) as mesin:
        return buku, run(buku, mesin)
