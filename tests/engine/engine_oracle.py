"""What rules mean, word for word and by brute force, sharing nothing with the engine."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_kinerja.engine import Aturan, Buku, Syarat, Uji
from mkdocs_kinerja.engine.rule import RujukanAmbang, RujukanKolom
from mkdocs_kinerja.fakta import Fakta

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "sama": operator.eq,
    "bukan": operator.ne,
    "kurang": operator.lt,
    "kurang_sama": operator.le,
    "lebih": operator.gt,
    "lebih_sama": operator.ge,
    "salah_satu": lambda value, choices: any(value == choice for choice in choices),
}
COPIED = ("hal", "ukuran", "periode", "tabel")

Match = tuple[str, tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]
"""Rule, keys of the facts of the first match, keys of the further partners."""


class TooManyError(Exception):
    """The brute force would take too long."""


def expected(
    buku: Buku, facts: Sequence[Fakta], limit: int = 2_000
) -> tuple[list[Match], dict[str, tuple[int, int, int]]]:
    """Return the matches in order, and (lolos, temuan, tidak berlaku) by rule."""
    world = sorted(facts, key=lambda f: (f.jenis, f.kunci))
    matches: dict[str, list[Match]] = {}
    counts: dict[str, tuple[int, int, int]] = {}
    for fase in (1, 2, 3):
        new: list[Fakta] = []
        for aturan in buku.aturan:
            if aturan.fase != fase:
                continue
            rows = frames(aturan, world)
            if len(rows) > limit:
                raise TooManyError
            matches[aturan.id] = []
            for subject in dict.fromkeys(row[0] for row in rows):
                own = [row for row in rows if row[0] == subject]
                further = sorted({n for row in own[1:] for n in row} - set(own[0]))
                matches[aturan.id].append(
                    (aturan.id, tuple(world[n].kunci for n in own[0]), tuple(world[n].kunci for n in further))
                )
                new.append(finding(aturan, world[subject]))
            checks = [
                f for f in world if f.jenis == aturan.periksa.fakta and all_hold(aturan.periksa.uji, f, {}, aturan)
            ]
            applicable = [f for f in checks if all_hold(aturan.berlaku, f, {}, aturan)]
            hits = len(matches[aturan.id])
            counts[aturan.id] = (len(applicable) - hits, hits, len(checks) - len(applicable))
        world = world + sorted(new, key=lambda f: f.kunci)
    return [m for aturan in buku.aturan for m in matches[aturan.id]], counts


def finding(aturan: Aturan, subject: Fakta) -> Fakta:
    uji: dict[str, Any] = {name: v if isinstance(v := subject.uji.get(name), str) else "" for name in COPIED}
    uji |= {"aturan": aturan.id, "kunci": "/".join(subject.kunci)}
    return Fakta("temuan", (aturan.id, subject.jenis, *subject.kunci), uji)


def frames(aturan: Aturan, world: Sequence[Fakta]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    own = [s for s in aturan.bila if s.alias == aturan.periksa.alias]
    rest = [s for s in aturan.bila if s.alias != aturan.periksa.alias]

    def extend(frame: tuple[int, ...], bound: dict[str, Fakta], todo: list[Syarat]) -> None:
        if not todo:
            found.append(frame)
            return
        syarat = todo[0]
        fitting = [
            n
            for n, f in enumerate(world)
            if f.jenis == syarat.fakta and n not in frame and all_hold(syarat.uji, f, bound, aturan)
        ]
        if syarat.tanpa:
            if not fitting:
                extend(frame, bound, todo[1:])
            return
        for n in fitting:
            extend((*frame, n), bound | {syarat.alias: world[n]}, todo[1:])

    for n, f in enumerate(world):
        tests = [*aturan.periksa.uji, *aturan.berlaku, *(u for s in own for u in s.uji)]
        if f.jenis == aturan.periksa.fakta and all_hold(tests, f, {}, aturan):
            extend((n,), {aturan.periksa.alias: f}, rest)
    return sorted(found)


def all_hold(tests: Sequence[Uji], fakta: Fakta, bound: dict[str, Fakta], aturan: Aturan) -> bool:
    return all(holds(uji, fakta, bound, aturan) for uji in tests)


def holds(uji: Uji, fakta: Fakta, bound: dict[str, Fakta], aturan: Aturan) -> bool:
    nilai: Any = uji.nilai
    if isinstance(nilai, RujukanKolom):
        nilai = bound[nilai.alias].uji[nilai.kolom]
    elif isinstance(nilai, RujukanAmbang):
        nilai = aturan.ambang[nilai.nama].nilai
    return bool(COMPARE[uji.operator](fakta.uji[uji.kolom], nilai))
