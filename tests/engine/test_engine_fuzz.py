"""Differential fuzz: durable_rules, the reference evaluator and the oracle on random rule books."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from engine_case import ENGINES, write_book
from engine_oracle import TooManyError, expected
from engine_random import random_facts, random_rule, random_types
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_kinerja.engine import Buku, Mesin, Putusan, load_rules
from mkdocs_kinerja.fakta import Fakta, Jenis

BOOKS = int(os.environ.get("KINERJA_FUZZ_BOOKS", "240"))
CHUNKS = 8


def random_book(r: Random, directory: Path) -> tuple[dict[str, Jenis], Buku]:
    jenis = random_types(r)
    rules = [random_rule(r, number, jenis) for number in range(r.randint(1, 8))]
    buku = load_rules([write_book(directory, *rules)], jenis, directory)
    # The reader must not refuse what is fine; limits on alternatives are the only way out.
    assert all("salah_satu" in p.pesan for p in buku.problems), [str(p) for p in buku.problems]
    return jenis, buku


def told(putusan: Putusan) -> list[tuple[str, tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]]:
    return [
        (k.aturan.id, tuple(f.kunci for f in k.fakta.values()), tuple(f.kunci for f in k.lain)) for k in putusan.cocok
    ]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_engines_agree_with_the_meaning_of_rules(chunk: int, tmp_path: Path) -> None:
    matches = absences = 0
    for seed in range(chunk * BOOKS // CHUNKS, (chunk + 1) * BOOKS // CHUNKS):
        r = Random(seed)
        jenis, buku = random_book(r, tmp_path / str(seed))
        machines = [Mesin(buku, jenis, engine) for engine in ENGINES]
        for count in (0, 3, 8, 14):
            facts = random_facts(r, jenis, count)
            try:
                want, counts = expected(buku, facts)
            except TooManyError:
                continue
            for mesin in machines:
                putusan = mesin.evaluate(facts)
                where = f"seed {seed}, {count} facts, {mesin.name}"
                assert not putusan.galat, where
                assert told(putusan) == want, where
                got = {p.aturan_id: (p.lolos, p.temuan, p.tidak_berlaku) for p in putusan.pemeriksaan}
                assert got == counts, where
            matches += len(want)
            absences += sum(any(s.tanpa for s in a.bila) for a in buku.aturan)
        for mesin in machines:
            mesin.close()
    # The generator must keep producing what it is here for.
    assert matches > 150
    assert absences > 100


@settings(max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(1_000, 1_400), order=st.randoms(use_true_random=False))
def test_input_order_does_not_matter(seed: int, order: Random, tmp_path: Path) -> None:
    r = Random(seed)
    jenis, buku = random_book(r, tmp_path)
    facts: list[Fakta] = random_facts(r, jenis, 12)
    shuffled = list(facts)
    order.shuffle(shuffled)
    for engine in ENGINES:
        with Mesin(buku, jenis, engine) as mesin:
            first, second = mesin.evaluate(facts), mesin.evaluate(shuffled)
            assert first == second
            assert repr(first) == repr(second)
