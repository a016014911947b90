"""A small world for the engine's tests: fact types, rule files made from plain data, and short ways to say facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from mkdocs_kinerja.engine import Buku, Mesin, Putusan, core, load_rules
from mkdocs_kinerja.engine.evaluate import Pilihan
from mkdocs_kinerja.fakta import Fakta, Jenis, Kolom, table

JENIS = table(
    Jenis(
        "hubungan",
        "hubungan hitung",
        {
            "hal": Kolom("teks", "hal"),
            "jenis": Kolom("teks", "jenis", ("capaian", "jumlah", "rasio")),
            "terhitung": Kolom("ya", "terhitung"),
            "cocok": Kolom("ya", "cocok"),
            "nilai": Kolom("persen", "nilai"),
            "banyak": Kolom("bulat", "banyak"),
        },
        {"nama": "nama", "dilaporkan": "nilai tercetak", "alasan": "alasan"},
    ),
    Jenis(
        "kendala",
        "kendala",
        {
            "hal": Kolom("teks", "hal"),
            "isi": Kolom("teks", "isi"),
            "ada": Kolom("ya", "ada"),
            "nomor": Kolom("bulat", "nomor"),
        },
        {"nama": "nama"},
    ),
    Jenis("id", "nama kolom yang berarti bagi mesin", {n: Kolom("teks", n) for n in ("id", "sid", "_", "t")}),
)
ENGINES: tuple[Pilihan, ...] = ("durable", "reference") if core.available() else ("reference",)
CONTOH = {"temuan": {"x": 1}, "bersih": {"x": 2}}


def rule(aturan_id: str = "KIN201", **keys: Any) -> dict[str, Any]:
    """Return one entry of a rule file; `bila` may be left out."""
    return {
        "id": aturan_id,
        "judul": "Judul",
        "keparahan": "galat",
        "periksa": {"i": {"fakta": "hubungan"}},
        "pesan": "Pesan {i.nama}",
        "contoh": CONTOH,
        **keys,
    }


def write_book(directory: Path, *rules: dict[str, Any], name: str = "2.yml") -> Path:
    """Write a rule file: JSON is YAML, one key per line so that places can be told."""
    directory.mkdir(parents=True, exist_ok=True)
    lines = ["keluarga: 2", "judul: Uji", "aturan:"]
    for entry in rules:
        for number, (key, value) in enumerate(entry.items()):
            lines.append(f"  {'-' if number == 0 else ' '} {key}: {json.dumps(value, ensure_ascii=False)}")
    (directory / name).write_text("\n".join(lines) + "\n", "utf-8")
    return directory


def read_book(directory: Path, *rules: dict[str, Any]) -> Buku:
    """Return the book of these rules, problems included."""
    return load_rules([write_book(directory, *rules)], JENIS, directory)


def good_book(directory: Path, *rules: dict[str, Any]) -> Buku:
    """Return the book of these rules, which must have no problem."""
    buku = read_book(directory, *rules)
    assert not buku.problems, [str(p) for p in buku.problems]
    return buku


def hubungan(kunci: str, tampil: dict[str, Any] | None = None, **uji: Any) -> Fakta:
    """Return a fact of type `hubungan`."""
    default: dict[str, Any] = {
        "hal": "x",
        "jenis": "capaian",
        "terhitung": True,
        "cocok": True,
        "nilai": Decimal(100),
        "banyak": 1,
    }
    return Fakta("hubungan", (kunci,), default | uji, tampil or {})


def kendala(kunci: str, **uji: Any) -> Fakta:
    """Return a fact of type `kendala`."""
    default: dict[str, Any] = {"hal": "x", "isi": "", "ada": True, "nomor": 0}
    return Fakta("kendala", (kunci,), default | uji)


@contextmanager
def engines(buku: Buku) -> Iterator[list[Mesin]]:
    """Yield every engine that can be had here, with these rules."""
    machines = [Mesin(buku, JENIS, engine) for engine in ENGINES]
    try:
        yield machines
    finally:
        for mesin in machines:
            mesin.close()


def run(buku: Buku, *facts: Fakta) -> Putusan:
    """Evaluate with every engine; they must agree, and the outcome is returned."""
    with engines(buku) as machines:
        outcomes = [mesin.evaluate(facts) for mesin in machines]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return outcomes[0]


def fired(putusan: Putusan) -> list[tuple[str, str]]:
    """Return (rule, key of the subject) of all matches."""
    return [(k.aturan.id, k.subjek.kunci[-1]) for k in putusan.cocok]
