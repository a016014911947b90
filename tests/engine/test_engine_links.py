"""Rules that link findings (`hubungkan`): what they may name, and that they find and count nothing themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from engine_case import fired, good_book, hubungan, kendala, read_book, rule, run

from mkdocs_kinerja.engine import Putusan

PENGHUBUNG: dict[str, Any] = {
    "fase": 2,
    "periksa": {"p": {"fakta": "kendala"}},
    "bila": [{"s": {"fakta": "temuan", "kunci": "$p.hal"}}, {"a": {"fakta": "temuan", "kunci": "$p.isi"}}],
    "hubungkan": {"akibat": "a", "sebab": "s"},
    "pesan": "{a.nama}: akibat dari {s.nama}.",
}
SALAH = rule("KIN201", bila=[{"i": {"cocok": False}}])


def rules(**keys: Any) -> list[dict[str, Any]]:
    return [SALAH, rule("KIN299", **(PENGHUBUNG | keys))]


def links(putusan: Putusan) -> list[tuple[str, str]]:
    """Return (consequence, cause) of each link, as keys of the facts that were checked."""
    return [
        (k.fakta[a].kunci[-1], k.fakta[s].kunci[-1])
        for k in putusan.cocok if k.aturan.hubungkan for a, s in (k.aturan.hubungkan,)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "pesan"),
    [
        ({"hubungkan": {"akibat": "p", "sebab": "s"}}, "Temuan `p` tidak dikenal"),
        ({"hubungkan": {"akibat": "a", "sebab": "sbb"}}, "Temuan `sbb` tidak dikenal"),
        ({"hubungkan": {"akibat": "a", "sebab": "i"}}, "Temuan `i` tidak dikenal"),
        ({"hubungkan": {"akibat": "a"}}, "sebab"),
        ({"hubungkan": {"akibat": "a", "sebab": "s", "lain": "s"}}, "lain"),
        ({"fase": 1}, "Tambahkan `fase: 2`"),
    ],
)
def test_what_a_link_may_not_name(tmp_path: Path, keys: dict[str, Any], pesan: str) -> None:
    buku = read_book(tmp_path, *rules(**keys))
    assert any(pesan in str(p) for p in buku.problems), [str(p) for p in buku.problems]


def test_a_link_ties_two_findings(tmp_path: Path) -> None:
    putusan = run(
        good_book(tmp_path, *rules()),
        hubungan("x", cocok=False), hubungan("y", cocok=False), hubungan("z"), kendala("p", hal="x", isi="y"),
    )  # fmt: skip
    assert links(putusan) == [("y", "x")]


@pytest.mark.parametrize(("sebab", "akibat"), [("x", "z"), ("z", "x"), ("x", "tiada")])
def test_nothing_is_linked_to_what_was_not_found(tmp_path: Path, sebab: str, akibat: str) -> None:
    putusan = run(
        good_book(tmp_path, *rules()), hubungan("x", cocok=False), hubungan("z"), kendala("p", hal=sebab, isi=akibat)
    )
    assert links(putusan) == []
    assert fired(putusan) == [("KIN201", "x")]


def test_a_link_is_no_finding_for_later_phases(tmp_path: Path) -> None:
    """A rule of phase 3 that looks at every finding sees those of phase 1 only."""
    akhir = rule(
        "KIN298",
        fase=3,
        periksa={"t": {"fakta": "temuan"}},
        bila=[{"t": {"aturan": {"bukan": "KIN200"}}}],
        pesan="{t.nama}",
    )
    putusan = run(
        good_book(tmp_path, *rules(), akhir),
        hubungan("x", cocok=False), hubungan("y", cocok=False), kendala("p", hal="x", isi="y"),
    )  # fmt: skip
    assert links(putusan) == [("y", "x")]
    assert [k.subjek.kunci[0] for k in putusan.cocok if k.aturan.id == "KIN298"] == ["KIN201", "KIN201"]


def test_links_leave_the_counts_of_other_rules_alone(tmp_path: Path) -> None:
    fakta = [hubungan(k, cocok=k == "z") for k in "xyz"]
    tanpa = run(good_book(tmp_path / "a", SALAH), *fakta)
    dengan = run(good_book(tmp_path / "b", *rules()), *fakta, kendala("p", hal="x", isi="y"))
    assert dengan.pemeriksaan[0] == tanpa.pemeriksaan[0]
    assert (dengan.pemeriksaan[0].temuan, dengan.pemeriksaan[0].lolos) == (2, 1)


def test_chains_and_circles_are_left_to_whoever_reads_the_links(tmp_path: Path) -> None:
    fakta = [hubungan(k, cocok=False) for k in "xyz"]
    pasangan = [kendala(f"p{n}", hal=s, isi=a) for n, (s, a) in enumerate((("x", "y"), ("y", "z"), ("z", "x")))]
    putusan = run(good_book(tmp_path, *rules()), *fakta, *pasangan)
    assert sorted(links(putusan)) == [("x", "z"), ("y", "x"), ("z", "y")]
