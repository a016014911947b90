"""Random rule books and facts, with values and names that have broken rule engines before."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from mkdocs_kinerja.engine import TEMUAN
from mkdocs_kinerja.fakta import Fakta, Jenis, Kolom, table

TEXTS = [
    "",
    "a",
    "b",
    'a"b',
    "c\\d",
    "é – ☃",
    "漢字",
    "x\ny",
    "it's",
    "{",
    "}],",
    "5",
    "true",
    "null",
    " spasi ",
    "A",
    "😀",
]
FACT_TEXTS = [*TEXTS, "\x00", "\ud800", "y" * 5000 + "1", "y" * 5000 + "2", "$a.b"]
NUMBERS = [0, 1, -1, 2, 5, 10**15, 10**15 + 1, 2**53, 2**53 + 1, -(10**15)]
FACT_NUMBERS = [*NUMBERS, 2**61, 2**61 + 1]
PERCENTS = [Decimal(t) for t in ("0", "0.001", "-0.001", "99.999", "100", "1E+2", "2.5", "-44.25", "290")]
CHOICES = ("pk", "rencana-aksi", "")


def random_types(r: Random) -> dict[str, Jenis]:
    """Return one to four fact types."""
    kinds = ("teks", "teks", "pilihan", "ya", "bulat", "persen")
    types = []
    for number in range(r.randint(1, 4)):
        columns = {}
        for name in r.sample(["hal", "f0", "f1", "id", "sid", "t", "_", "tabel"], r.randint(1, 5)):
            kind = r.choice(kinds) if name not in {"hal", "tabel"} else "teks"
            columns[name] = Kolom("teks", "", CHOICES) if kind == "pilihan" else Kolom(kind, "")  # type: ignore[arg-type]
        types.append(Jenis(f"t{number}", "", columns))
    return dict(table(*types))


def constant(r: Random, kolom: Kolom) -> Any:
    """Return a constant as it is written in a rule."""
    match kolom.jenis:
        case "teks":
            return r.choice(kolom.pilihan or TEXTS)
        case "ya":
            return r.random() < 0.5
        case "bulat":
            return r.choice(NUMBERS)
        case "persen":
            value = r.choice(PERCENTS)
            return int(value) if value == int(value) else float(value)


def fact_value(r: Random, kolom: Kolom, texts: list[str], numbers: list[int]) -> Any:
    """Return a value as a check would make it; few different ones, so that joins meet."""
    match kolom.jenis:
        case "teks":
            return r.choice(kolom.pilihan or texts)
        case "bulat":
            return r.choice(numbers)
        case "persen":
            return r.choice(PERCENTS)
        case "ya":
            return r.random() < 0.5


def random_tests(
    r: Random, jenis: Jenis, bound: dict[str, Jenis], thresholds: list[str], *, chance: float
) -> dict[str, Any]:
    """Return tests on some columns; joins only where `bound` has something to join to."""
    tests: dict[str, Any] = {}
    for name, kolom in jenis.kolom.items():
        if name.startswith("_") or r.random() > chance:
            continue
        references = [
            f"${a}.{n}" for a, j in bound.items() for n, k in j.kolom.items() if k.jenis == kolom.jenis and n != "_"
        ]
        number = kolom.jenis in {"bulat", "persen"}
        operators = ["sama", "sama", "bukan", *(["kurang", "kurang_sama", "lebih", "lebih_sama"] if number else [])]
        if r.random() < 0.15:
            values = [constant(r, kolom) for _ in range(r.randint(1, 3))]
            tests[name] = {"salah_satu": list(dict.fromkeys(values))}
            continue
        one = {}
        for operator in {r.choice(operators) for _ in range(r.choice([1, 1, 1, 2]))}:
            value = constant(r, kolom)
            if references and r.random() < 0.6:
                value = r.choice(references)
            elif number and r.random() < 0.2:
                thresholds.append(f"batas{len(thresholds)}")
                value = f"$ambang.{thresholds[-1]}"
            one[operator] = value
        if set(one) == {"sama"}:
            tests[name] = one["sama"]
        else:
            one.pop("sama", None)
            tests[name] = one
    return tests


def joined(r: Random, jenis: Jenis, bound: dict[str, Jenis]) -> dict[str, str] | None:
    """Return one equality join, or None where no columns fit."""
    pairs = [
        (n, f"${a}.{m}")
        for n, k in jenis.kolom.items()
        for a, j in bound.items()
        for m, o in j.kolom.items()
        if k.jenis == o.jenis and "_" not in (n, m)
    ]
    return dict([r.choice(pairs)]) if pairs else None


def random_rule(r: Random, number: int, jenis: dict[str, Jenis]) -> dict[str, Any]:
    """Return one rule that ought to be accepted."""
    fase = r.choice([1, 1, 1, 2, 3])
    pool = dict(jenis) if fase == 1 else {**jenis, "temuan": TEMUAN}
    thresholds: list[str] = []

    def tests(j: Jenis, bound: dict[str, Jenis], chance: float) -> dict[str, Any]:
        found = random_tests(r, j, bound, thresholds, chance=chance)
        if j is TEMUAN:
            found.pop("aturan", None)  # must name a rule of an earlier phase
        return found

    subject = r.choice(list(pool.values()))
    bound: dict[str, Jenis] = {}
    entry: dict[str, Any] = {
        "id": f"KIN2{number:02d}",
        "judul": "J",
        "keparahan": "info",
        "fase": fase,
        "periksa": {"a0": {"fakta": subject.nama, **tests(subject, {}, 0.2)}},
        "berlaku": tests(subject, {}, 0.1),
    }
    bila: list[dict[str, Any]] = []
    own = tests(subject, {}, 0.4)
    if own:
        bila.append({"a0": own})
    bound["a0"] = subject
    for n in range(1, r.choice([1, 1, 2, 2, 3, 4])):
        other = r.choice(list(pool.values()))
        if r.random() < 0.35:
            bila.append({"tanpa": {"fakta": other.nama, **tests(other, bound, 0.35)}})
        elif join := joined(r, other, bound):
            bila.append({f"a{n}": {"fakta": other.nama, **tests(other, bound, 0.25), **join}})
            bound[f"a{n}"] = other
    entry |= {"bila": bila} if bila else {}
    if thresholds:
        entry["ambang"] = {n: {"nilai": r.choice([0, 1, 2, 5, 100]), "arti": "x"} for n in thresholds}
    pesan = " ".join(["x", *(f"{{ambang.{n}}}" for n in thresholds)])
    return entry | {"pesan": pesan, "contoh": {"temuan": {"x": 1}, "bersih": {"x": 1}}}


def random_facts(r: Random, jenis: dict[str, Jenis], count: int) -> list[Fakta]:
    """Return facts in random order."""
    texts, numbers = r.sample(FACT_TEXTS, 4), r.sample(FACT_NUMBERS, 3)
    facts = []
    for number in range(count):
        j = r.choice(list(jenis.values()))
        uji = {n: fact_value(r, k, texts, numbers) for n, k in j.kolom.items()}
        facts.append(Fakta(j.nama, (f"k{number}",), uji))
    r.shuffle(facts)
    return facts
