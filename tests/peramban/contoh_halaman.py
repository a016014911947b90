"""Which pages of a built site stand for all of them: of each kind the smallest and the largest, and every report."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

LAPORAN = "satker/*/*"
"""Each page of this kind has another shape: what a report holds decides about it."""


def kind(alamat: str) -> str:
    """Return the kind of a page by its address: `aturan/kin201/` is one of `aturan/*`."""
    bagian = alamat.rstrip("/").split("/")
    return "/".join([bagian[0], *("*" for _ in bagian[1:])])


def addresses(folder: Path) -> dict[str, list[str]]:
    """Return the addresses of all pages by kind, each list from the smallest page to the largest."""
    jenis: dict[str, list[str]] = defaultdict(list)
    for berkas in sorted(folder.rglob("*.html"), key=lambda b: (b.stat().st_size, b)):
        alamat = berkas.relative_to(folder).as_posix().removesuffix("index.html")
        jenis[kind(alamat)].append(alamat)
    return dict(sorted(jenis.items()))


def samples(folder: Path) -> list[str]:
    """Return the pages that stand for all."""
    hasil = []
    for jenis, daftar in addresses(folder).items():
        hasil += daftar if jenis == LAPORAN else sorted({daftar[0], daftar[-1]})
    return hasil


def smallest(folder: Path) -> list[str]:
    """Return one page of each kind, the smallest."""
    return [daftar[0] for daftar in addresses(folder).values()]


def reports(folder: Path) -> list[str]:
    """Return the pages of the reports, the smallest first."""
    return addresses(folder)[LAPORAN]
