"""Reading rules: what is accepted, and how each mistake is told."""

from __future__ import annotations

import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from engine_case import CONTOH, JENIS, good_book, read_book, rule, write_book

from mkdocs_kinerja.engine import TEMUAN, RuleFileError, load_rules
from mkdocs_kinerja.fakta import Jenis

I = {"i": {"fakta": "hubungan"}}  # noqa: E741 - the alias as rules write it


def k(**tests: Any) -> dict[str, Any]:
    return {"k": {"fakta": "kendala", "hal": "$i.hal", **tests}}


def many(count: int) -> list[dict[str, Any]]:
    return [{f"k{n}": {"fakta": "kendala", "hal": "$i.hal"}} for n in range(count)]


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    # keys of the rule, the key whose line the message points to, part of the message
    ({"periksa": {"i": {"fakta": "hubungn"}}}, "periksa", "Maksud Anda `hubungan`?"),
    ({"periksa": {"i": {"fakta": "hubungan", "jens": "capaian"}}}, "periksa", "Maksud Anda `jenis`?"),
    ({"periksa": {"i": {"fakta": "hubungan", "jenis": "capain"}}}, "periksa", "Pilihannya: capaian, jumlah, rasio"),
    ({"periksa": {"i": {"fakta": "hubungan", "hal": "$k.hal"}}}, "periksa", "hanya membandingkan dengan nilai tetap"),
    ({"periksa": {"tanpa": {"fakta": "hubungan"}}, "pesan": "x"}, "periksa", "Pakai nama lain"),
    ({"berlaku": {"terhitung": "ya"}}, "berlaku", "tulis true atau false"),
    ({"berlaku": {"dilaporkan": "1"}}, "berlaku", "hanya untuk pesan"),
    ({"bila": [{"i": {"nilai": {"lebih": "seratus"}}}]}, "bila", "tulis dengan titik desimal"),
    ({"bila": [{"i": {"nilai": 0.0001}}]}, "bila", "tiga desimal"),
    ({"bila": [{"i": {"nilai": 100000000000000000}}]}, "bila", "terlalu besar"),
    ({"bila": [{"i": {"banyak": 1.5}}]}, "bila", "bilangan bulat"),
    ({"bila": [{"i": {"hal": {"lebih": "a"}}}]}, "bila", "`lebih` tidak berarti di sini"),
    ({"bila": [{"i": {"cocok": {"kurang": True}}}]}, "bila", "`kurang` tidak berarti di sini"),
    ({"bila": [{"i": {"hal": True}}]}, "bila", "di antara tanda petik"),
    ({"bila": [{"i": {"nilai": "$ambang.batas"}}]}, "bila", "Ambang ditulis pada `ambang:`"),
    ({"bila": [{"i": {"nilai": "$ambang"}}]}, "bila", "Tulis `$alias.kolom` atau `$ambang.nama`"),
    ({"bila": [{"i": {"hal": {"salah_satu": ["$k.hal"]}}}]}, "bila", "hanya memuat nilai tetap"),
    ({"bila": [{"i": {"fakta": "kendala", "cocok": True}}]}, "bila", "Hapus `fakta:` di sini"),
    ({"bila": [{"k": {"hal": "$i.hal"}}]}, "bila", "Tambahkan `fakta: <jenis>`"),
    ({"bila": [{"k": {"fakta": "kendala"}}]}, "bila", "belum dihubungkan"),
    ({"bila": [{"k": {"fakta": "kendala", "hal": {"bukan": "$i.hal"}}}]}, "bila", "belum dihubungkan"),
    ({"bila": [{"k": {"fakta": "kendala", "hal": "$m.hal"}}]}, "bila", "Fakta harus disebut lebih dahulu"),
    ({"bila": [k(isi="$i.nama")]}, "bila", "Kolom `nama` tidak dikenal pada fakta `hubungan`"),
    ({"bila": [k(nomor="$i.nilai")]}, "bila", "berbeda jenis"),
    ({"bila": [k(), k()]}, "bila", "Alias `k` sudah dipakai"),
    ({"bila": [{"tanpa": {"hal": "$i.hal"}}]}, "bila", "Tambahkan `fakta: <jenis>`"),
    ({"bila": [{"ambang": {"fakta": "kendala", "hal": "$i.hal"}}]}, "bila", "Pakai nama lain"),
    ({"bila": [{"t": {"fakta": "temuan", "hal": "$i.hal"}}]}, "bila", "Tambahkan `fase: 2`"),
    ({"bila": many(15)}, "id", "16 syarat"),
    ({"bila": [{"tanpa": {"fakta": "kendala", "nomor": {"salah_satu": list(range(15))}}}]}, "id", "16 syarat"),
    ({"bila": [{"i": {"banyak": {"salah_satu": list(range(33))}}}]}, "id", "paling banyak 32"),
    (
        {"bila": [{"i": {"banyak": {"salah_satu": [1, 2, 3, 4, 5, 6]}}}, k(nomor={"salah_satu": [1, 2, 3, 4, 5, 6]})]},
        "id",
        "36 kemungkinan",
    ),
    (
        {"fase": 2, "bila": [{"t": {"fakta": "temuan", "hal": "$i.hal", "aturan": "KIN299"}}]},
        "bila",
        "`KIN299` tidak dikenal",
    ),
    ({"pesan": "{i.nma}"}, "pesan", "Maksud Anda `nama`?"),
    ({"pesan": "{j.nama}"}, "pesan", "Alias `j` tidak dikenal"),
    ({"pesan": "{ambang.x}"}, "pesan", "Ambang `x` tidak dikenal"),
    ({"pesan": "x", "pesan_en": "{i.nama!r}"}, "pesan_en", "Kurung kurawal hanya untuk"),
    ({"ambang": {"b": {"nilai": 1, "arti": "x"}}}, "ambang", "Ambang `b` tidak dipakai"),
    (
        {"ambang": {"b": {"nilai": 1.5, "arti": "x"}}, "bila": [{"i": {"banyak": "$ambang.b"}}]},
        "id",
        "bernilai 1.5. Kolom `banyak` berisi bilangan bulat",
    ),
    (
        {"ambang": {"b": {"nilai": 1, "arti": "x"}}, "bila": [{"i": {"cocok": "$ambang.b"}}]},
        "bila",
        "Ambang adalah angka",
    ),
    ({"id": "KIN301"}, "id", "Angka pertama harus 2"),
]


@pytest.mark.parametrize(("keys", "line_of", "pesan"), REFUSED, ids=[str(n) for n in range(len(REFUSED))])
def test_a_mistake_is_told_where_it_is_and_costs_one_rule(
    keys: dict[str, Any], line_of: str, pesan: str, tmp_path: Path
) -> None:
    entry = rule(**keys)
    buku = read_book(tmp_path, rule("KIN200"), entry, rule("KIN202"))

    assert [a.id for a in buku.aturan] == ["KIN200", "KIN202"]
    (problem,) = buku.problems
    assert pesan in problem.pesan
    assert problem.aturan_id == entry["id"]
    first = 4 + len(rule())
    assert (problem.posisi.berkas, problem.posisi.baris) == ("2.yml", first + list(entry).index(line_of))
    assert str(problem).startswith(f"{problem.posisi}: {entry['id']}: ")


@pytest.mark.parametrize(
    ("awaited", "fase", "pesan"),
    [("KIN201", 2, "`fase: 3`"), ("KIN204", 3, "turunkan fase KIN204"), ("KIN202", 2, "temuannya sendiri")],
)
def test_a_rule_waits_for_findings_of_an_earlier_phase(awaited: str, fase: int, pesan: str, tmp_path: Path) -> None:
    waiting = {"fase": fase, "periksa": {"t": {"fakta": "temuan", "aturan": {"salah_satu": [awaited, "KIN203"]}}}}
    buku = read_book(
        tmp_path,
        rule("KIN201", fase=2),
        rule("KIN202", **waiting, pesan="x"),
        rule("KIN203"),
        rule("KIN204", fase=3),
    )
    assert [a.id for a in buku.aturan] == ["KIN201", "KIN203", "KIN204"]
    assert [p.aturan_id for p in buku.problems] == ["KIN202"]
    assert pesan in buku.problems[0].pesan


def test_column_of_the_place_is_that_of_the_word(tmp_path: Path) -> None:
    buku = read_book(tmp_path, rule(periksa={"i": {"fakta": "hubungan", "jens": "x"}}))
    line = (tmp_path / "2.yml").read_text("utf-8").splitlines()[buku.problems[0].posisi.baris - 1]
    assert line[buku.problems[0].posisi.kolom - 1 :].startswith('"jens"')


@pytest.mark.parametrize("without", ["temuan", "bersih"])
def test_a_rule_without_both_examples_is_refused(without: str, tmp_path: Path) -> None:
    contoh = {key: value for key, value in CONTOH.items() if key != without}
    buku = read_book(tmp_path, rule("KIN201", contoh=contoh), rule("KIN202"))
    assert [a.id for a in buku.aturan] == ["KIN202"]
    assert buku.problems[0].aturan_id == "KIN201"
    assert without in buku.problems[0].pesan


def test_an_id_is_used_once_over_all_directories(tmp_path: Path) -> None:
    write_book(tmp_path / "a", rule("KIN201", judul="Pertama"))
    write_book(tmp_path / "b", rule("KIN201", judul="Kedua"), rule("KIN202"))
    buku = load_rules([tmp_path / "a", tmp_path / "b"], JENIS, tmp_path)
    assert [(a.id, a.judul["id"]) for a in buku.aturan] == [("KIN201", "Pertama"), ("KIN202", "Judul")]
    (problem,) = buku.problems
    assert problem.posisi.berkas == "b/2.yml"
    assert "a/2.yml:4:9" in problem.pesan


def test_files_are_read_in_order_of_directories_then_names(tmp_path: Path) -> None:
    write_book(tmp_path / "b", rule("KIN203"), name="9.yml")
    write_book(tmp_path / "b", rule("KIN202"), name="1.yaml")
    write_book(tmp_path / "a", rule("KIN201"))
    buku = load_rules([tmp_path / "b", tmp_path / "a" / "2.yml"], JENIS, tmp_path)
    assert [a.id for a in buku.aturan] == ["KIN202", "KIN203", "KIN201"]


def test_everything_a_rule_may_say_is_kept(tmp_path: Path) -> None:
    (tmp_path / "2.yml").write_text(
        """\
keluarga: 2
judul: Perhitungan
judul_en: Arithmetic
aturan:
  - id: KIN201
    judul: Capaian terlalu besar
    judul_en: Achievement too large
    keparahan: peringatan
    periksa: {i: {fakta: hubungan, jenis: capaian}}
    berlaku: {terhitung: true}
    tidak_berlaku: tidak terhitung
    bila:
      - i: {nilai: {lebih: $ambang.batas}, hal: {salah_satu: [2.10, "b"]}}
      - k: {fakta: kendala, hal: $i.hal}
      - tanpa: {fakta: kendala, hal: $i.hal, ada: true}
    fase: 1
    ambang: {batas: {nilai: 150.5, satuan: persen, arti: batas wajar, arti_en: limit}}
    pesan: "{i.nama} melebihi {ambang.batas}"
    pesan_en: "{i.nama} exceeds {ambang.batas}"
    mengapa: karena
    dasar: [Permen A, Permen B]
    dasar_en: Regulation
    perbaikan: perbaiki
    contoh:
      temuan:
        - {laporan: {tahun: 2025}}
        - {laporan: {tahun: 2026}}
      bersih: {laporan: {kode: 1.10}}
""",
        "utf-8",
    )
    buku = load_rules([tmp_path], JENIS, tmp_path)
    assert not buku.problems
    (aturan,) = buku.aturan
    assert aturan.judul == {"id": "Capaian terlalu besar", "en": "Achievement too large"}
    assert aturan.mengapa == {"id": "karena", "en": "karena"}
    assert aturan.dasar == {"id": ("Permen A", "Permen B"), "en": ("Regulation",)}
    assert aturan.judul_keluarga == {"id": "Perhitungan", "en": "Arithmetic"}
    assert aturan.tidak_berlaku["id"] == "tidak terhitung"
    assert (aturan.ambang["batas"].nilai, aturan.ambang["batas"].satuan) == (Decimal("150.5"), "persen")
    assert aturan.alias == {"i": "hubungan", "k": "kendala"}
    assert [s.tanpa for s in aturan.bila] == [False, False, True]
    assert aturan.bila[0].uji[1].nilai == ("2.10", "b")  # text, exactly as written
    assert str(aturan.posisi) == "2.yml:5:5"
    assert [(c.jenis, c.document.data["laporan"]) for c in aturan.contoh] == [
        ("temuan", {"tahun": 2025}),
        ("temuan", {"tahun": 2026}),
        ("bersih", {"kode": Decimal("1.10")}),
    ]
    assert aturan.contoh[2].document.lexical(("laporan", "kode")) == "1.10"
    assert aturan.contoh[1].document.position(("laporan", "tahun"))[0] == aturan.contoh[1].posisi.baris == 27


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("keluarga: 2\njudul: x\n", "aturan"),
        ("keluarga: [2\n", "2.yml:"),
        ("", "tidak berisi data"),
    ],
)
def test_a_broken_file_stops_reading(text: str, pesan: str, tmp_path: Path) -> None:
    (tmp_path / "2.yml").write_text(text, "utf-8")
    with pytest.raises(RuleFileError, match=pesan) as caught:
        load_rules([tmp_path], JENIS, tmp_path)
    assert caught.value.problems[0].posisi.berkas == "2.yml"


def test_directories_without_rules_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(RuleFileError) as caught:
        load_rules([tmp_path / "kosong", tmp_path / "hilang"], JENIS, tmp_path)
    assert [str(p) for p in caught.value.problems] == [
        "kosong:1:1: Direktori aturan tidak memuat berkas *.yml.",
        "hilang:1:1: Direktori aturan tidak ada.",
    ]


def test_the_type_of_findings_belongs_to_the_engine(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="temuan"):
        load_rules([tmp_path], {"temuan": Jenis("temuan", "", {})}, tmp_path)
    buku = good_book(tmp_path, rule())
    assert buku.jenis["temuan"] is TEMUAN


BATAS = {"ambang": {"batas": {"nilai": 1, "arti": "x"}}, "bila": [{"i": {"banyak": {"lebih": "$ambang.batas"}}}]}


def test_settings_change_thresholds_severities_and_rules(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule("KIN201", **BATAS), rule("KIN202"), rule("KIN203"))
    changed = buku.with_settings({"KIN201": {"batas": 5}}, {"KIN203": "info"}, ["KIN202"])
    assert [(a.id, a.keparahan) for a in changed.aturan] == [("KIN201", "galat"), ("KIN203", "info")]
    assert changed.aturan[0].ambang["batas"].nilai == 5
    assert buku.aturan[0].ambang["batas"].nilai == 1
    assert buku.with_settings() == buku


@pytest.mark.parametrize(
    ("settings", "pesan"),
    [
        ({"ambang": {"KIN291": {"batas": 1}}}, "Maksud Anda `KIN201`"),
        ({"ambang": {"KIN201": {"bats": 1}}}, "Maksud Anda `batas`"),
        ({"ambang": {"KIN202": {"batas": 1}}}, "tidak ada satu pun"),
        ({"ambang": {"KIN201": {"batas": "lima"}}}, "harus angka"),
        ({"ambang": {"KIN201": {"batas": True}}}, "harus angka"),
        ({"ambang": {"KIN201": {"batas": 1.5}}}, "bilangan bulat"),
        ({"ambang": {"KIN201": {"batas": float("nan")}}}, "bilangan bulat"),
        ({"keparahan": {"KIN201": "galt"}}, "Maksud Anda `galat`"),
        ({"keparahan": {"KIN2011": "galat"}}, "Maksud Anda `KIN201`"),
        ({"abaikan": ["KIN204"]}, "Maksud Anda"),
        ({"abaikan": ["KIN203"]}, "sedang tidak dapat dipakai"),
    ],
)
def test_settings_that_name_nothing_are_refused(settings: dict[str, Any], pesan: str, tmp_path: Path) -> None:
    broken = rule("KIN203", pesan="{i.tidak_ada}")
    buku = read_book(tmp_path, rule("KIN201", **BATAS), rule("KIN202"), broken)
    with pytest.raises(RuleFileError, match=pesan):
        buku.with_settings(**settings)


def test_all_mistakes_in_settings_are_told_at_once(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule("KIN201", **BATAS))
    with pytest.raises(RuleFileError) as caught:
        buku.with_settings({"KIN201": {"x": 1}}, {"KIN201": "x"}, ["KIN999"])
    assert len(str(caught.value).splitlines()) == 4


def test_a_book_can_be_sent_to_another_process(tmp_path: Path) -> None:
    buku = good_book(tmp_path, rule("KIN201", **BATAS))
    assert pickle.loads(pickle.dumps(buku)) == buku
