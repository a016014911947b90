"""Every rule carries its own tests: reports that must fire and reports that must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..fakta import Fakta
from ..lokasi import Posisi
from .book import Buku
from .evaluate import Mesin
from .rule import Aturan, Contoh


class ExampleError(ValueError):
    """The mini report of an example cannot be read; the message is for the author of the rule."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Whether one example does what it promises.

    Attributes:
        pesan: What is wrong, for the author; empty if it is fine.
        diperiksa: How many facts of the example the rule looked at. A clean example with none shows little.
    """

    aturan_id: str
    jenis: Literal["temuan", "bersih"]
    ok: bool
    pesan: str
    posisi: Posisi
    diperiksa: int = 0


def run_examples(buku: Buku, facts_of: Callable[[Contoh], Sequence[Fakta]], mesin: Mesin) -> list[ExampleResult]:
    """Run the examples of all rules, in order of rules.

    Args:
        buku: The rules.
        facts_of: Makes the facts of an example; may raise ExampleError.
        mesin: An engine with these rules.
    """
    return [_run(aturan, contoh, facts_of, mesin) for aturan in buku.aturan for contoh in aturan.contoh]


def _run(aturan: Aturan, contoh: Contoh, facts_of: Callable[[Contoh], Sequence[Fakta]], mesin: Mesin) -> ExampleResult:
    try:
        facts = facts_of(contoh)
    except ExampleError as error:
        return ExampleResult(aturan.id, contoh.jenis, False, str(error), contoh.posisi)
    putusan = mesin.evaluate(facts)
    count = next(p for p in putusan.pemeriksaan if p.aturan_id == aturan.id)
    checked = count.lolos + count.temuan + count.tidak_berlaku
    pesan = ""
    if aturan.id in putusan.galat:
        pesan = putusan.galat[aturan.id]
    elif contoh.jenis == "temuan" and not count.temuan:
        pesan = _silent(aturan, count.lolos, count.tidak_berlaku)
    elif contoh.jenis == "bersih" and count.temuan:
        first = next(k for k in putusan.cocok if k.aturan.id == aturan.id)
        keys = ", ".join(f"{alias} = {'/'.join(fakta.kunci)}" for alias, fakta in first.fakta.items())
        pesan = f"Contoh ini seharusnya bersih, tetapi aturan menghasilkan {count.temuan} temuan, yang pertama: {keys}."
    return ExampleResult(aturan.id, contoh.jenis, not pesan, pesan, contoh.posisi, checked)


def _silent(aturan: Aturan, lolos: int, tidak_berlaku: int) -> str:
    if not lolos and not tidak_berlaku:
        return (
            f"Contoh ini seharusnya menghasilkan temuan, tetapi tidak memuat satu pun fakta `{aturan.periksa.fakta}` "
            "yang cocok dengan `periksa`."
        )
    return (
        "Contoh ini seharusnya menghasilkan temuan, tetapi tidak ada: "
        f"{lolos} fakta lolos, {tidak_berlaku} fakta tidak berlaku."
    )
