"""The machine around the rules: choice of engine, quarantine, bugs in facts, closing, the wall around the library."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from engine_case import ENGINES, JENIS, fired, good_book, hubungan, kendala, rule, run

import mkdocs_kinerja
from mkdocs_kinerja.engine import (
    Contoh,
    EngineError,
    ExampleError,
    FactError,
    Mesin,
    Pemeriksaan,
    core,
    run_examples,
    shards,
)
from mkdocs_kinerja.engine.compile import Condition, Filter, Pattern
from mkdocs_kinerja.engine.match import Frame
from mkdocs_kinerja.fakta import Fakta

needs_core = pytest.mark.skipif(not core.available(), reason="the C core of durable_rules cannot be loaded here")


def test_only_one_module_imports_the_library() -> None:
    package = Path(mkdocs_kinerja.__file__).parent
    importers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in imported(node)
        if name.startswith("durable")
    }
    assert importers == {"engine/core.py"}


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""] if not node.level else []
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {
        "__import__",
        "import_module",
        "importlib.import_module",
    }:
        return [str(a.value) for a in node.args if isinstance(a, ast.Constant)]
    return []


@needs_core
def test_the_usual_engine_is_the_library(tmp_path: Path) -> None:
    with Mesin(good_book(tmp_path, rule()), JENIS) as mesin:
        assert mesin.name == "durable_rules 2.0.28"
        assert mesin.reason == {}


def test_the_reference_evaluator_steps_in_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buku = good_book(tmp_path, rule())
    monkeypatch.setattr(core, "_core", None)
    error = ImportError("/home/x/durable_rules_engine.so: undefined symbol: PyEval_CallObject")
    monkeypatch.setattr(core, "_IMPORT_ERROR", error)
    assert not core.available()
    with Mesin(buku, JENIS) as mesin:
        assert mesin.name == "evaluator rujukan"
        assert set(mesin.reason) == {"id", "en"}
        for text in mesin.reason.values():
            assert "PyEval_CallObject" in text
            assert "/home" not in text
        assert fired(mesin.evaluate([hubungan("a")])) == [("KIN201", "a")]
    with pytest.raises(EngineError, match="PyEval_CallObject"):
        Mesin(buku, JENIS, "durable")


def test_the_reference_evaluator_can_be_chosen(tmp_path: Path) -> None:
    with Mesin(good_book(tmp_path, rule()), JENIS, "reference") as mesin:
        assert mesin.name == "evaluator rujukan"
        assert mesin.reason["en"]


@needs_core
def test_a_failing_rule_is_named_and_costs_no_other_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    join = {"bila": [{"k": {"fakta": "kendala", "hal": "$i.hal"}}]}
    buku = good_book(tmp_path, rule("KIN201"), rule("KIN202", **join), rule("KIN203", **join), rule("KIN204", fase=2))
    facts = [hubungan("a"), hubungan("b", hal="y"), kendala("k")]
    healthy = core.Shard.run

    def explode(self: core.Shard, pieces: Iterable[str]) -> dict[str, set[Frame]]:
        if any(p.aturan_id == "KIN202" for p in self._rules.values()):
            raise EngineError("ledakan")
        return healthy(self, pieces)

    with Mesin(buku, JENIS, "durable") as mesin:
        whole = mesin.evaluate(facts)
        monkeypatch.setattr(core.Shard, "run", explode)
        putusan = mesin.evaluate(facts)
        monkeypatch.undo()
        again = mesin.evaluate(facts)
    assert putusan.galat == {"KIN202": "ledakan"}
    assert putusan.cocok == tuple(k for k in whole.cocok if k.aturan.id != "KIN202")
    assert len(putusan.cocok) == len(whole.cocok) - 1
    failed = Pemeriksaan("KIN202", 0, 0, 2, {"Mesin gagal menjalankan aturan ini.": 2})
    assert putusan.pemeriksaan == tuple(failed if p.aturan_id == "KIN202" else p for p in whole.pemeriksaan)
    assert again == whole


@needs_core
def test_a_rule_that_the_core_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buku = good_book(tmp_path, rule("KIN201"), rule("KIN202", bila=[{"i": {"cocok": {"bukan": True}}}]))
    # An operator that the core does not know stands in for whatever it may refuse one day.
    monkeypatch.setitem(core._OPERATORS, "bukan", "$unknown")
    with Mesin(buku, JENIS, "durable") as mesin:
        putusan = mesin.evaluate([hubungan("a", cocok=False)])
    assert list(putusan.galat) == ["KIN202"]
    assert "menolak" in putusan.galat["KIN202"]
    assert fired(putusan) == [("KIN201", "a")]


def test_too_many_matches_are_an_error_of_that_rule_in_every_engine(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule("KIN201", bila=[{"k": {"fakta": "kendala", "hal": "$i.hal"}}]), rule("KIN202"))
    facts = [*(hubungan(f"{n}") for n in range(160)), *(kendala(f"{n}") for n in range(160))]
    putusan = run(buku, *facts)
    assert list(putusan.galat) == ["KIN201"]
    assert "lebih dari 20000 kali" in putusan.galat["KIN201"]
    assert len(putusan.cocok) == 160
    assert {k.aturan.id for k in putusan.cocok} == {"KIN202"}
    few = run(buku, *facts[:120], *facts[160:320])
    assert not few.galat
    assert len(few.cocok) == 240


@needs_core
@pytest.mark.parametrize(
    "piece", ['{"id": "f00001", "_": 1, "t": "a", "k_n": 1e-05}', '{"id": "f00000", "_": 1, "t": "a", "k_n": 1}', "{"]
)
def test_a_batch_that_is_not_read_to_its_end_is_an_error(piece: str) -> None:
    shard = core.Shard([Pattern("KIN201", (Condition("a", (Filter("n", "sama", 1),), ()),))])
    good = '{"id": "f00000", "_": 1, "t": "a", "k_n": 1}'
    try:
        assert shard.run([good]) == {"KIN201": {(0,)}}
        with pytest.raises(EngineError):
            shard.run([good, piece])
        assert shard.run([good]) == {"KIN201": {(0,)}}
    finally:
        shard.close()
        shard.close()


@needs_core
def test_a_swamping_join_never_reaches_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The core builds all matches before it tells the first: 490,000 of them would take a second and 250 MB.
    ran: set[str] = set()
    healthy = core.Shard.run

    def spy(self: core.Shard, pieces: Iterable[str]) -> dict[str, set[Frame]]:
        ran.update(p.aturan_id for p in self._rules.values())
        return healthy(self, pieces)

    monkeypatch.setattr(core.Shard, "run", spy)
    buku = good_book(tmp_path, rule("KIN201", bila=[{"k": {"fakta": "kendala", "hal": "$i.hal"}}]), rule("KIN202"))
    with Mesin(buku, JENIS, "durable") as mesin:
        putusan = mesin.evaluate([make(f"{n}") for n in range(700) for make in (hubungan, kendala)])
    assert ran == {"KIN202"}
    assert list(putusan.galat) == ["KIN201"]
    assert len(putusan.cocok) == 700


@needs_core
def test_conditions_keep_to_the_subset_that_is_known_to_be_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without the guard the core reads beyond the end of its buffer, which a plain build does not show.
    bodies: list[dict[str, Any]] = []
    healthy: Any = vars(core)["_core"]

    class Spy:
        def __getattr__(self, name: str) -> Any:
            return getattr(healthy, name)

        def create_ruleset(self, name: str, body: str) -> Any:
            bodies.append(json.loads(body))
            return healthy.create_ruleset(name, body)

    monkeypatch.setattr(core, "_core", Spy())
    joins = {"hal": "$i.hal", "nomor": {"lebih": "$i.banyak"}, "isi": {"bukan": "a"}}
    bila = [{"k": {"fakta": "kendala", **joins}}, {"tanpa": {"fakta": "kendala", **joins}}, {"tanpa": {"fakta": "id"}}]
    with Mesin(good_book(tmp_path, rule(bila=bila)), JENIS, "durable"):
        (body,) = bodies
    equal, unequal = {"k_hal": {"c0": "k_hal"}}, {"$gt": {"k_nomor": {"c0": "k_banyak"}}}
    joined = {"$and": [{"t": "kendala"}, {"$neq": {"k_isi": "a"}}, unequal, equal, {"_": {"gate": "_"}}]}
    assert body["r0"]["all"] == [
        {"gate": {"t": "!gate"}},
        {"c0": {"$and": [{"t": "hubungan"}]}},
        {"c1": joined},
        {"n2$not": joined},
        {"n3$not": {"$and": [{"t": "id"}]}},
    ]


@needs_core
def test_large_books_are_spread_over_shards_without_changing_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    create = core.Shard.__init__

    def spy(self: core.Shard, patterns: list[Pattern]) -> None:
        sizes.append(sum(len(p.conditions) + 1 for p in patterns))
        create(self, patterns)

    monkeypatch.setattr(core.Shard, "__init__", spy)
    numbers = list(range(30))
    rules = [
        rule(
            f"KIN2{n:02d}",
            bila=[{"i": {"banyak": {"salah_satu": numbers}}}, {"tanpa": {"fakta": "kendala", "nomor": n}}],
        )
        for n in range(20)
    ]
    buku = good_book(tmp_path, *rules)
    putusan = run(buku, *(hubungan(f"{n:02d}", banyak=n) for n in (0, 29, 30)), kendala("k", nomor=3))
    assert fired(putusan) == [(f"KIN2{n:02d}", key) for n in range(20) if n != 3 for key in ("00", "29")]
    assert sum(sizes) == 20 * 30 * 3
    assert max(sizes) <= shards.MAX_CONDITIONS


@pytest.mark.parametrize(
    "fact",
    [
        Fakta("tidak_ada", ("a",), {}),
        Fakta("kendala", ("a",), {"hal": "x"}),
        Fakta("kendala", ("a",), {"hal": "x", "ada": 1}),
        Fakta("kendala", ("a",), {"hal": None, "ada": True}),  # type: ignore[dict-item]
    ],
)
def test_a_fact_that_breaks_its_declaration_is_a_bug(fact: Fakta, tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"tanpa": {"fakta": "kendala", "hal": "$i.hal", "ada": True}}]))
    for engine in ENGINES:
        with Mesin(buku, JENIS, engine) as mesin, pytest.raises(FactError, match=fact.jenis):
            mesin.evaluate([fact])


@needs_core
def test_only_tested_columns_reach_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    healthy = core.Shard.run

    def spy(self: core.Shard, pieces: Iterable[str]) -> dict[str, set[Frame]]:
        pieces = list(pieces)
        sent.extend(pieces)
        return healthy(self, pieces)

    monkeypatch.setattr(core.Shard, "run", spy)
    buku = good_book(tmp_path, rule(bila=[{"i": {"cocok": False}}]))
    with Mesin(buku, JENIS, "durable") as mesin:
        mesin.evaluate([hubungan("a"), kendala("k")])
    assert json.loads(f"[{','.join(sent)}]") == [{"id": "f00000", "_": 1, "t": "hubungan", "k_cocok": 1}]


def test_a_closed_engine_does_not_run(tmp_path: Path) -> None:
    for engine in ENGINES:
        mesin = Mesin(good_book(tmp_path, rule()), JENIS, engine)
        mesin.close()
        mesin.close()
        with pytest.raises(RuntimeError, match="closed"):
            mesin.evaluate([])


def test_threads_share_an_engine(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"k": {"fakta": "kendala", "hal": "$i.hal"}}]))
    reports = [[*(hubungan(f"{n}") for n in range(size)), kendala("k")] for size in range(1, 21)]
    for engine in ENGINES:
        got: dict[int, int] = {}

        def work(number: int, mesin: Mesin, got: dict[int, int] = got) -> None:
            got[number] = len(mesin.evaluate(reports[number]).cocok)

        with Mesin(buku, JENIS, engine) as mesin:
            threads = [Thread(target=work, args=(n, mesin)) for n in range(len(reports))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert got == {n: n + 1 for n in range(20)}


def test_examples(tmp_path: Path) -> None:
    facts = {
        "cocok": [hubungan("a", cocok=True)],
        "salah": [hubungan("a", cocok=False)],
        "jumlah": [hubungan("a", cocok=False, terhitung=False)],
        "kosong": [],
    }
    wrong = {"berlaku": {"terhitung": True}, "bila": [{"i": {"cocok": False}}]}

    def named(*names: str) -> list[dict[str, str]]:
        return [{"nama": name} for name in names]

    buku = good_book(
        tmp_path,
        rule("KIN201", **wrong, contoh={"temuan": {"nama": "salah"}, "bersih": named("cocok", "jumlah")}),
        rule(
            "KIN202", **wrong, contoh={"temuan": named("cocok", "jumlah", "kosong"), "bersih": named("salah", "kosong")}
        ),
        rule("KIN203", **wrong, contoh={"temuan": {"nama": "rusak"}, "bersih": {"nama": "cocok"}}),
    )

    def facts_of(contoh: Contoh) -> list[Fakta]:
        name = contoh.document.data["nama"]
        if name not in facts:
            raise ExampleError("contoh tidak terbaca")
        return facts[name]

    for engine in ENGINES:
        with Mesin(buku, JENIS, engine) as mesin:
            results = run_examples(buku, facts_of, mesin)
        assert [(r.aturan_id, r.jenis, r.ok, r.diperiksa) for r in results] == [
            ("KIN201", "temuan", True, 1),
            ("KIN201", "bersih", True, 1),
            ("KIN201", "bersih", True, 1),
            ("KIN202", "temuan", False, 1),
            ("KIN202", "temuan", False, 1),
            ("KIN202", "temuan", False, 0),
            ("KIN202", "bersih", False, 1),
            ("KIN202", "bersih", True, 0),
            ("KIN203", "temuan", False, 0),
            ("KIN203", "bersih", True, 1),
        ]
        assert "1 fakta lolos, 0 fakta tidak berlaku" in results[3].pesan
        assert "0 fakta lolos, 1 fakta tidak berlaku" in results[4].pesan
        assert "tidak memuat satu pun fakta `hubungan`" in results[5].pesan
        assert "1 temuan, yang pertama: i = a" in results[6].pesan
        assert results[8].pesan == "contoh tidak terbaca"
        assert all(r.posisi.berkas == "2.yml" and r.posisi.baris > 3 for r in results)
