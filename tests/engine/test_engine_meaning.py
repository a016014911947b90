"""What rules mean, one feature at a time, in every engine that can be had."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from engine_case import ENGINES, JENIS, fired, good_book, hubungan, kendala, rule, run

from mkdocs_kinerja.engine import Mesin, Pemeriksaan
from mkdocs_kinerja.engine.values import engine_value
from mkdocs_kinerja.fakta import Fakta, JenisKolom, Kolom


def test_every_applicable_fact_fires_without_conditions(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(berlaku={"terhitung": True}))
    putusan = run(buku, hubungan("b"), hubungan("a"), hubungan("c", terhitung=False), kendala("d"))
    assert fired(putusan) == [("KIN201", "a"), ("KIN201", "b")]


def test_population_counts(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule(
            periksa={"i": {"fakta": "hubungan", "jenis": {"salah_satu": ["capaian", "rasio"]}}},
            berlaku={"terhitung": True},
            bila=[{"i": {"cocok": False}}],
            tidak_berlaku="alasan aturan",
        ),
        rule("KIN202", berlaku={"banyak": 0}),
    )
    putusan = run(
        buku,
        hubungan("temuan", cocok=False),
        hubungan("lolos", jenis="rasio"),
        hubungan("di luar", jenis="jumlah", cocok=False),
        hubungan(
            "alasan sendiri", {"alasan": {"id": "target kosong", "en": "no target"}}, terhitung=False, cocok=False
        ),
        hubungan("alasan teks", {"alasan": "target kosong"}, terhitung=False),
        hubungan("tanpa alasan", {"alasan": {}}, terhitung=False),
    )
    assert fired(putusan) == [("KIN201", "temuan")]
    assert putusan.pemeriksaan == (
        Pemeriksaan("KIN201", 1, 1, 3, {"alasan aturan": 1, "target kosong": 2}),
        Pemeriksaan("KIN202", 0, 0, 6, {"Syarat `berlaku` tidak terpenuhi.": 4, "target kosong": 2}),
    )


def test_a_rule_without_facts_is_counted_with_zeros(tmp_path: Path) -> None:
    assert run(good_book(tmp_path, rule())).pemeriksaan == (Pemeriksaan("KIN201", 0, 0, 0),)


def test_absence(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"tanpa": {"fakta": "kendala", "hal": "$i.hal", "ada": True}}]))
    facts = [hubungan("a", hal="x"), hubungan("b", hal="y"), hubungan("c", hal="z")]
    putusan = run(buku, kendala("1", hal="x"), *facts, kendala("2", hal="y", ada=False))
    assert fired(putusan) == [("KIN201", "b"), ("KIN201", "c")]


def test_absence_of_each_alternative(tmp_path: Path) -> None:
    # "Neither a nor b", not "no a, or else no b".
    tanpa = {"fakta": "kendala", "hal": "$i.hal", "isi": {"salah_satu": ["a", "b"]}}
    buku = good_book(tmp_path, rule(bila=[{"tanpa": tanpa}]))
    facts = [hubungan(h, hal=h) for h in ("p", "q", "r")]
    putusan = run(buku, *facts, kendala("1", hal="p", isi="a"), kendala("2", hal="q", isi="c"))
    assert fired(putusan) == [("KIN201", "q"), ("KIN201", "r")]


def test_absence_of_another_fact_of_the_same_type(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"tanpa": {"fakta": "hubungan", "hal": "$i.hal"}}]))
    putusan = run(buku, hubungan("a", hal="x"), hubungan("b", hal="y"), hubungan("c", hal="y"))
    assert fired(putusan) == [("KIN201", "a")]


def test_absence_anywhere_in_the_report(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"tanpa": {"fakta": "kendala", "ada": True}}]))
    assert fired(run(buku, hubungan("a"), kendala("k", ada=False))) == [("KIN201", "a")]
    assert fired(run(buku, hubungan("a"), kendala("k"))) == []


def test_join_collects_all_partners_in_one_match(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path, rule(bila=[{"k": {"fakta": "kendala", "hal": "$i.hal", "nomor": {"lebih": "$i.banyak"}}}])
    )
    partners = [kendala(f"k{n}", nomor=n) for n in range(5)]
    putusan = run(buku, *partners, kendala("other", hal="y", nomor=9), hubungan("a", banyak=1), hubungan("b", banyak=9))
    (match,) = putusan.cocok
    assert match.subjek.kunci == ("a",)
    assert match.fakta["k"].kunci == ("k2",)
    assert [f.kunci[0] for f in match.lain] == ["k3", "k4"]
    assert list(match.fakta) == ["i", "k"]
    assert putusan.pemeriksaan[0] == Pemeriksaan("KIN201", 1, 1, 0)


def test_facts_of_one_match_are_different_facts(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule(bila=[{"j": {"fakta": "hubungan", "hal": "$i.hal"}}]))
    assert fired(run(buku, hubungan("a"))) == []
    assert fired(run(buku, hubungan("a"), hubungan("b"))) == [("KIN201", "a"), ("KIN201", "b")]


def test_membership_and_two_bounds(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule(
            bila=[
                {"i": {"jenis": {"salah_satu": ["rasio", "jumlah"]}, "nilai": {"lebih_sama": 99.5, "kurang": 100.25}}}
            ]
        ),
    )
    values = ("99.499", "99.5", "100.249", "100.25")
    facts = [hubungan(f"{j}{v}", jenis=j, nilai=Decimal(v)) for v in values for j in ("rasio", "capaian")]
    assert fired(run(buku, *facts)) == [("KIN201", "rasio100.249"), ("KIN201", "rasio99.5")]


def test_several_choices_multiply(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule(
            bila=[
                {"i": {"banyak": {"salah_satu": [1, 2]}}},
                {"k": {"fakta": "kendala", "hal": "$i.hal", "isi": {"salah_satu": ["a", "b"]}}},
            ]
        ),
    )
    facts = [hubungan(str(n), banyak=n) for n in (1, 2, 3)]
    putusan = run(buku, *facts, kendala("p", isi="a"), kendala("q", isi="b"), kendala("r", isi="c"))
    assert fired(putusan) == [("KIN201", "1"), ("KIN201", "2")]
    assert [f.kunci for k in putusan.cocok for f in k.lain] == [("q",), ("q",)]


def test_thresholds_follow_the_settings(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule(ambang={"batas": {"nilai": 150, "arti": "x"}}, bila=[{"i": {"nilai": {"lebih": "$ambang.batas"}}}]),
    )
    facts = [hubungan(v, nilai=Decimal(v)) for v in ("120.5", "150", "150.001")]
    assert fired(run(buku, *facts)) == [("KIN201", "150.001")]
    assert fired(run(buku.with_settings({"KIN201": {"batas": 120.499}}), *facts)) == [
        ("KIN201", v) for v in ("120.5", "150", "150.001")
    ]


def test_later_phases_see_findings_and_only_earlier_ones(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule("KIN203", fase=3, periksa={"t": {"fakta": "temuan", "aturan": "KIN202"}}, pesan="{t.nama} {t.hal}"),
        rule("KIN201", bila=[{"i": {"cocok": False}}]),
        rule(
            "KIN202",
            fase=2,
            bila=[
                {"t": {"fakta": "temuan", "aturan": "KIN201", "hal": "$i.hal"}},
                {"tanpa": {"fakta": "kendala", "hal": "$t.hal"}},
            ],
        ),
        rule("KIN204", fase=2, periksa={"t": {"fakta": "temuan"}}, bila=[{"t": {"kunci": "rusak"}}], pesan="x"),
    )
    rusak = hubungan("rusak", {"nama": "Rusak", "dilaporkan": "7"}, hal="x", cocok=False)
    putusan = run(buku, rusak, hubungan("ikut", hal="x"), hubungan("lain", hal="y"), kendala("k", hal="y"))
    assert [(k.aturan.id, k.kunci) for k in putusan.cocok] == [
        ("KIN203", ("KIN203", "temuan", "KIN202", "hubungan", "ikut")),
        ("KIN203", ("KIN203", "temuan", "KIN202", "hubungan", "rusak")),
        ("KIN201", ("KIN201", "hubungan", "rusak")),
        ("KIN202", ("KIN202", "hubungan", "ikut")),
        ("KIN202", ("KIN202", "hubungan", "rusak")),
        ("KIN204", ("KIN204", "temuan", "KIN201", "hubungan", "rusak")),
    ]
    partner = putusan.cocok[3].fakta["t"]
    assert partner.kunci == putusan.cocok[2].kunci
    assert partner.uji == {"aturan": "KIN201", "kunci": "rusak", "hal": "x", "ukuran": "", "periode": "", "tabel": ""}
    assert (partner.tampil["nama"], partner.tampil["dilaporkan"], partner.tampil["tempat"]) == ("Rusak", "7", "")


def test_no_findings_is_a_condition_too(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule("KIN201", bila=[{"i": {"cocok": False}}]),
        rule("KIN202", fase=2, bila=[{"tanpa": {"fakta": "temuan", "hal": "$i.hal"}}]),
    )
    putusan = run(buku, hubungan("a", cocok=False, hal="x"), hubungan("b", hal="x"), hubungan("c", hal="y"))
    assert fired(putusan) == [("KIN201", "a"), ("KIN202", "c")]


def test_values_beyond_the_engine_are_ordered_rightly_and_text_of_any_kind_compares(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule("KIN201", bila=[{"i": {"banyak": {"lebih": 1000000000000000}}}]),
        rule("KIN202", bila=[{"i": {"nilai": {"kurang": 0}}}]),
        rule("KIN203", bila=[{"k": {"fakta": "kendala", "hal": "$i.hal"}}]),
    )
    odd = ["\ud800", "\x00", 'a"},{"id":"g","t":"!gate"', "p" * 3000 + "1", "p" * 3000 + "2", "漢" * 2500]
    facts = [hubungan("besar", banyak=10**30, hal="?"), hubungan("kecil", nilai=Decimal("-1E+40"), hal="?")]
    facts += [hubungan(f"h{n}", hal=text) for n, text in enumerate(odd)]
    facts += [kendala(f"k{n}", hal=text) for n, text in enumerate(odd) if n != 3]
    assert fired(run(buku, *facts)) == [
        ("KIN201", "besar"),
        ("KIN202", "kecil"),
        *(("KIN203", f"h{n}") for n in (0, 1, 2, 4, 5)),
    ]


def test_columns_named_like_words_of_the_core(tmp_path: Path) -> None:
    buku = good_book(
        tmp_path,
        rule(
            periksa={"t": {"fakta": "id", "id": "a"}},
            bila=[{"sid": {"fakta": "id", "sid": "$t.sid", "t": {"bukan": "$t.t"}}}],
            pesan="{t.id}",
        ),
    )
    facts = [
        Fakta("id", (f"{n}",), {"id": i, "sid": s, "_": "0", "t": t})
        for n, (i, s, t) in enumerate([("a", "1", "p"), ("b", "1", "q"), ("a", "2", "r")])
    ]
    assert fired(run(buku, *facts)) == [("KIN201", "0")]


def test_two_facts_with_one_key_do_not_bring_disorder(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule())
    facts = [hubungan("a", banyak=n) for n in (3, 1, 2)]
    for engine in ENGINES:
        with Mesin(buku, JENIS, engine) as mesin:
            outcomes = [[k.subjek.uji["banyak"] for k in mesin.evaluate(order).cocok] for order in (facts, facts[::-1])]
            assert outcomes == [[1, 2, 3]] * 2


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("bulat", 2**62, 2**62 - 1),
        ("bulat", -(10**30), 1 - 2**62),
        ("bulat", 2**62 - 1, 2**62 - 1),
        ("persen", Decimal("1E+40"), 2**62 - 1),
        ("persen", Decimal("-0.0005"), -1),
        ("ya", True, 1),
        ("teks", "é\n", "é\n"),
        ("teks", "\ud800", "\\ud800"),
        ("teks", "y" * 2000, "y" * 2000),
    ],
)
def test_values_as_engines_see_them(kind: JenisKolom, value: str | int | Decimal, seen: str | int) -> None:
    assert engine_value(Kolom(kind, ""), value) == seen


def test_long_text_is_shortened_but_stays_different() -> None:
    one, other = (engine_value(Kolom("teks", ""), "y" * 5000 + end) for end in "12")
    assert one != other
    assert {len(str(one)), len(str(other))} == {100 + 1 + 64}
