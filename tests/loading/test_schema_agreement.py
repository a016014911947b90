"""jsonschema and jsonschema_rs break every document at the same (path, keyword), so either may answer."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("jsonschema_rs")
from jsonschema import Draft202012Validator

from mkdocs_kinerja.loading.schema import NAMES, load_schema
from mkdocs_kinerja.loading.schema_text import Normaliser
from mkdocs_kinerja.loading.schema_violations import Judge
from mkdocs_kinerja.loading.yaml_events import Document, parse

VALID = {
    "laporan": """
laporan:
  judul: x
  tahun: 2025
  periode: tw2
  tanggal: 2025-07-07
  penanda_tangan: {nama: a, jabatan: b}
  sasaran: {tj: {kode: TJ, indikator: [ikm, sla]}}
  versi: {awal: 2024-12-02}
  capaian: {batas: 120, rumus_turun: target / realisasi}
hal: {layanan: {a: A, b: {nama: B, alias: [C]}}}
ukuran: {promotor: {nama: P, jenis: cacah, periode: sd}}
tabel:
  - {id: pk, jenis: pk, sumber: "1-2, 4", kepala: [ukuran, versi], jumlah: {a: tidak, b: {tertimbang: c}}, isi: x}
  - {id: "2.1", lengkap: ya, rumus: {a: b / c}, berkas: x.tsv}
kendala: x
kaitan:
  - {nama: a, hasil: b, rumus: c}
  - {nama: a, sama: [b, c]}
rujukan:
  - {sumber: hal. 12, tertulis: a, maksud: b}
tanggapan:
  - {temuan: KIN201, isi: x}
""",
    "satker": "satker: {nama: x, nama_lama: [y], induk: z, situs: 'https://a.go.id'}",
    "indikator": "indikator: {ikm: {nama: x, alias: [y], arah: naik, agregasi: jumlah, jenis: persen}}",
    "daftar-satker": "satker: {x: {nama: y, alias: [z], induk: q}}",
    "aturan": """
keluarga: 2
judul: x
aturan:
  - id: KIN201
    judul: x
    keparahan: galat
    periksa: {i: {fakta: f, a: b}}
    berlaku: {c: true}
    bila: [{i: {cocok: false}}, {tanpa: {fakta: g, d: {salah_satu: [1, a]}, e: {kurang: 3}}}]
    fase: 1
    ambang: {batas: {nilai: 1.5, arti: x}}
    pesan: x
    contoh: {temuan: {laporan: {}}, bersih: [{laporan: {}}]}
""",
    "kinerja": """
data: data
aturan: [aturan]
abaikan: KIN401
keparahan: {KIN407: info}
ambang: {KIN407: {batas: 99.5}}
satker: {balai: {abaikan: [KIN407], keparahan: {KIN201: galat}, ambang: {KIN101: {batas: 90}}}, "247199": {}}
""",
}
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 3, 20255, "", "x", "X y", "a\n", "ya", "2025-02-30", "2025-07-07\n", "٢٠٢٥-07-07", "1-2\n", "𝟏",
    [], ["x"], ["x", "x"], [1, 1, True], {}, {"x": 1}, {"sama": ["a", "b"]}, {"isi": "x", "berkas": "x.tsv"},
)  # fmt: skip
KEYS = ("judl", "x", "X y", "isi", "berkas", "sama", "a\n", "fakta", "é")


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path below the root."""
    steps = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [place for step, below in steps for place in ((*path, step), *places(below, (*path, step)))]


def broken(data: Any, chance: random.Random) -> Any:
    """Return the data with one to four places deleted, replaced, doubled or renamed."""
    data = copy.deepcopy(data)
    box: Any
    for _ in range(chance.randint(1, 4)):
        paths = places(data)
        if not paths:
            break
        *parents, last = chance.choice(paths)
        box = data
        for step in parents:
            box = box[step]
        match chance.randrange(4):
            case 0:
                del box[last]
            case 1:
                box[last] = copy.deepcopy(chance.choice(ODD))
            case 2 if isinstance(box, dict):
                box[chance.choice(KEYS)] = box.pop(last)
            case _ if isinstance(box, list):
                box.append(copy.deepcopy(box[0]))
            case _:
                box[chance.choice(KEYS)] = copy.deepcopy(chance.choice(ODD))
    return data


def told(judge: Judge, data: Any) -> set[tuple[tuple[str | int, ...], str, int]]:
    return {(v.path, v.keyword, id(v.node)) for v in judge.violations(data)}


JUDGES = {name: (Judge(load_schema(name), "jsonschema_rs"), Judge(load_schema(name), "jsonschema")) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(load_schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_valid_documents_are_valid(name: str) -> None:
    data, _ = Normaliser(load_schema(name)).normalise(parse(VALID[name]))
    for judge in JUDGES[name]:
        assert told(judge, data) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described(name: str) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item)
        if isinstance(node, dict):
            if isinstance(node.get("properties"), dict):
                for key, below in node["properties"].items():
                    assert below["title"], key
                    assert below["description"], key
            for below in node.values():
                walk(below)

    schema = load_schema(name)
    assert schema["$id"] == f"urn:kinerja:{name}:1"
    walk(schema)


@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 1 << 30))
@settings(max_examples=120, deadline=None)
def test_same_violations_on_broken_documents(name: str, seed: int) -> None:
    valid, _ = Normaliser(load_schema(name)).normalise(parse(VALID[name]))
    data = broken(valid, random.Random(seed))
    # As in use: both libraries see normalised data.
    data, _ = Normaliser(load_schema(name)).normalise(Document(data, ()))
    rust, python = (told(judge, data) for judge in JUDGES[name])
    assert rust == python
