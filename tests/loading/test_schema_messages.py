"""Schema problems stand at the right place and say in Indonesian what to write instead."""

from __future__ import annotations

import pytest

from mkdocs_kinerja.loading.schema import MAX_PROBLEMS, Validator
from mkdocs_kinerja.loading.yaml_events import Problem, parse

GRID = "    isi: |\n      a | b\n"

# name: (schema, text, line, column, code, what the message must hold)
CASES = {
    "not a mapping": ("laporan", "- a\n", 1, 1, "skema", "Berkas ini harus berupa pasangan"),
    "missing key": ("laporan", "hal: {}\n", 1, 1, "skema", "Berkas ini belum memuat `laporan`"),
    "missing key in a list": (
        "laporan",
        "laporan: {}\ntabel:\n  - judul: x\n" + GRID,
        3,
        5,
        "skema",
        "`tabel[1]` belum memuat `id`",
    ),
    "missing key has a title": ("aturan", "judul: x\naturan: []\n", 1, 1, "skema", "Tambahkan `keluarga: 2`"),
    "unknown key": ("laporan", "laporan:\n  judl: x\n", 2, 3, "kunci", "Maksud Anda `judul`?"),
    "unknown key, spelled apart": (
        "laporan",
        "laporan:\n  penanda-tangan: {}\n",
        2,
        3,
        "kunci",
        "Maksud Anda `penanda_tangan`?",
    ),
    "key of elsewhere": ("laporan", "laporan:\n  skala: Rp\n", 2, 3, "kunci", "tempatnya di `tabel`"),
    "key of the top": ("laporan", "laporan:\n  rujukan: []\n", 2, 3, "kunci", "tempatnya di tingkat teratas"),
    "key of nowhere": (
        "daftar-satker",
        "satker:\n  x:\n    nama: X\n    qqqq: 1\n",
        4,
        5,
        "kunci",
        "salah satu: alias, induk",
    ),
    "free key of the wrong form": ("daftar-satker", "satker:\n  Satu Dua: {nama: x}\n", 2, 3, "kunci", "huruf kecil"),
    "empty value": ("laporan", "laporan:\n  judul:\n", 2, 9, "skema", "`laporan > judul` kosong. Isi dengan teks"),
    "comment by mistake": ("laporan", "laporan:\n  tempat: #1 Yogya\n", 2, 10, "skema", "tempat: '#1 Yogya'"),
    "list for text": ("laporan", "laporan:\n  judul: [a]\n", 2, 10, "skema", "harus berupa teks, bukan daftar"),
    "text for a mapping": (
        "laporan",
        "laporan:\n  penanda_tangan: Budi\n",
        2,
        19,
        "skema",
        "pasangan `kunci: nilai`, bukan teks “Budi”",
    ),
    "mapping for a list": ("laporan", "laporan: {}\ntabel: {id: x}\n", 2, 8, "skema", "harus berupa daftar"),
    "text for a number": ("laporan", "laporan:\n  capaian: {batas: '1,5'}\n", 2, 20, "skema", "tanpa titik ribuan"),
    "text for a year": ("laporan", "laporan:\n  tahun: dua ribu\n", 2, 10, "skema", "bilangan bulat"),
    "absurd year": ("laporan", "laporan:\n  tahun: 20255\n", 2, 10, "skema", "paling besar 2100"),
    "early year": ("laporan", "laporan:\n  tahun: 25\n", 2, 10, "skema", "paling kecil 1945"),
    "negative limit": (
        "laporan",
        "laporan:\n  capaian: {batas: -1.5}\n",
        2,
        20,
        "skema",
        "berisi -1.5; nilainya harus lebih dari 0",
    ),
    "unknown option": ("laporan", "laporan:\n  angka: ind\n", 2, 10, "skema", "Maksud Anda `id`? Pilihan: id, en."),
    "option in capitals": ("laporan", "laporan:\n  periode: TW2\n", 2, 12, "skema", "Maksud Anda `tw2`?"),
    "true for ya": (
        "laporan",
        "laporan: {}\nukuran:\n  x: {nama: X, tepat: true}\n",
        3,
        23,
        "skema",
        "Maksud Anda `ya`?",
    ),
    "date in words": ("laporan", "laporan:\n  tanggal: 7 Juli 2025\n", 2, 12, "skema", "misalnya 2025-07-07"),
    "no such day": ("laporan", "laporan:\n  tanggal: 2025-02-30\n", 2, 12, "skema", "bukan tanggal di kalender"),
    "version without a date": (
        "laporan",
        "laporan:\n  versi: {awal: 2024}\n",
        2,
        17,
        "skema",
        "`laporan > versi > awal`",
    ),
    "source in words": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: pk\n    sumber: baris 3\n" + GRID,
        4,
        13,
        "skema",
        "`tabel[1] (id pk) > sumber`",
    ),
    "path out of the folder": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n    berkas: ../x.tsv\n",
        4,
        13,
        "skema",
        "folder yang sama",
    ),
    "no grid": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n",
        3,
        5,
        "skema",
        "belum lengkap. Tulis `isi: |`, atau `berkas`",
    ),
    "two grids": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n    berkas: x.tsv\n" + GRID,
        3,
        5,
        "skema",
        "Pakai satu saja",
    ),
    "grid on one line": ("laporan", "laporan: {}\nkendala: 3 | ikm\n", 2, 10, "blok", "Tulis `kendala: |`"),
    "folded grid": ("laporan", "laporan: {}\nkendala: >\n  3 | ikm\n", 2, 10, "blok", "Tulis `kendala: |`"),
    "empty grid": ("laporan", "laporan: {}\nkendala:\n", 2, 9, "skema", "Tulis `kendala: |`"),
    "half a relation": (
        "laporan",
        "laporan: {}\nkaitan:\n  - {nama: x, hasil: a}\n",
        3,
        5,
        "skema",
        "baru memuat sebagian",
    ),
    "two dimensions alike": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n    kepala: [hal, hal]\n" + GRID,
        4,
        13,
        "skema",
        "“hal” lebih dari sekali",
    ),
    "unknown total": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n    jumlah: {p: rerata}\n" + GRID,
        4,
        17,
        "skema",
        "Pilihan: jumlah, rata-rata, tidak",
    ),
    "two totals": (
        "laporan",
        "laporan: {}\ntabel:\n  - id: x\n    jumlah: {p: {tertimbang: a, bagian: b}}\n" + GRID,
        4,
        17,
        "skema",
        "paling banyak 1",
    ),
    "empty list": ("aturan", "keluarga: 1\njudul: x\naturan: []\n", 3, 9, "skema", "paling sedikit 1"),
    "web address": ("satker", "satker:\n  nama: x\n  situs: javascript:alert(1)\n", 3, 10, "skema", "https://"),
}


def problems(name: str, text: str, library: str = "auto") -> list[Problem]:
    document = parse(text)
    assert document.problems == ()
    return Validator(name, library).problems(document)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CASES)
def test_message_and_place(name: str) -> None:
    schema, text, line, column, code, says = CASES[name]
    found = problems(schema, text)
    hits = [p for p in found if (p.baris, p.kolom, p.kode) == (line, column, code) and says in p.pesan]
    assert hits, found
    assert hits[0].pesan_en != hits[0].pesan


@pytest.mark.parametrize("name", CASES)
def test_both_libraries_lead_to_the_same_words(name: str) -> None:
    schema, text, *_ = CASES[name]
    assert problems(schema, text, "jsonschema_rs") == problems(schema, text, "jsonschema")


@pytest.mark.parametrize("name", CASES)
def test_no_library_text_is_shown(name: str) -> None:
    schema, text, *_ = CASES[name]
    for problem in problems(schema, text):
        for english in (" is not ", "required property", "does not match", "unexpected", "were", "instance"):
            assert english not in problem.pesan
        assert problem.pesan[0] in "`KB"
        assert problem.pesan.endswith((".", "?", "`"))


def test_one_slip_is_told_once() -> None:
    assert len(problems("laporan", "laporan:\n  tanggal: 7 Juli\n")) == 1
    assert len(problems("laporan", "laporan: {}\ntabel:\n  - 3\n")) == 1
    assert len(problems("laporan", "laporan:\n  tahun: 1.5\n")) == 1


def test_problems_carry_their_path() -> None:
    (unknown,) = problems("laporan", "laporan:\n  judl: x\n")
    assert unknown.jalur == ("laporan", "judl")
    (wrong,) = problems("laporan", "laporan: {}\ntabel:\n  - id: x\n    sumber: y\n" + GRID)
    assert wrong.jalur == ("tabel", 0, "sumber")


def test_problems_stand_in_the_order_of_the_file() -> None:
    found = problems("laporan", "laporan:\n  judl: x\n  tahun: x\n  tanggal: x\nhall: {}\n")
    assert [p.baris for p in found] == [2, 3, 4, 5]


def test_hostile_values_are_shown_on_one_line() -> None:
    (problem,) = problems("laporan", 'laporan:\n  angka: "a\\nb\\e[31m' + "x" * 500 + '"\n')
    assert "\n" not in problem.pesan
    assert "\x1b" not in problem.pesan
    assert len(problem.pesan) < 200


def test_a_document_without_data_has_no_schema_problems() -> None:
    assert Validator("laporan").problems(parse("a: [")) == []


def test_a_flood_of_problems_is_cut_off() -> None:
    document = parse("laporan:\n" + "".join(f"  z{i}: 1\n" for i in range(50_000)))
    found = Validator("laporan").problems(document)
    assert len(found) == MAX_PROBLEMS + 1
    assert [p.baris for p in found if p.kode == "batas"] == [1]


def test_unknown_schema() -> None:
    with pytest.raises(ValueError, match="laporan, satker"):
        Validator("laporn")
