"""Plain numbers where the schema wants text are taken as typed."""

from __future__ import annotations

from decimal import Decimal

from mkdocs_kinerja.loading.schema import Validator
from mkdocs_kinerja.loading.yaml_events import parse


def test_codes_stay_as_typed() -> None:
    document = parse(
        "laporan:\n"
        "  tahun: 2025\n"
        "  sasaran: {s1: {kode: 1.10, indikator: [1, 2.30]}}\n"
        "  capaian: {batas: 120.50}\n"
        "hal: {kro: {6077: 051, x: 1.20}, akun: {521: true}}\n"
        "tabel:\n"
        "  - id: 2.30\n"
        "    sumber: 318\n"
        "    rumus: {persen: 1e3}\n"
        "    jumlah: {x: {tertimbang: 7}}\n"
        "    isi: |\n"
        "      a | b\n"
    )
    data, problems = Validator("laporan").check(document)
    assert problems == []
    assert data["laporan"]["tahun"] == 2025
    assert data["laporan"]["sasaran"]["s1"] == {"kode": "1.10", "indikator": ["1", "2.30"]}
    assert data["laporan"]["capaian"]["batas"] == Decimal("120.50")
    assert data["hal"] == {"kro": {"6077": "051", "x": "1.20"}, "akun": {"521": "true"}}
    table = data["tabel"][0]
    assert (table["id"], table["sumber"]) == ("2.30", "318")
    assert table["rumus"] == {"persen": "1e3"}
    assert table["jumlah"] == {"x": {"tertimbang": "7"}}


def test_a_whole_number_with_a_point_is_a_whole_number() -> None:
    data, problems = Validator("laporan").check(parse("laporan: {tahun: 2025.0}\n"))
    assert problems == []
    assert data == {"laporan": {"tahun": 2025}}
    assert type(data["laporan"]["tahun"]) is int


def test_tests_of_rules_keep_their_types() -> None:
    document = parse(
        "keluarga: 2\njudul: Hitung\naturan:\n"
        "  - id: KIN201\n    judul: x\n    keparahan: galat\n    pesan: x {i.nama}\n"
        "    periksa: {i: {fakta: hubungan, jenis: capaian}}\n"
        "    berlaku: {terhitung: true}\n"
        "    bila:\n"
        "      - i: {cocok: false, selisih: {lebih: 1.50, bukan: $ambang.batas}}\n"
        "      - tanpa: {fakta: kendala, hal: $i.hal, jenis: {salah_satu: [a, 1]}}\n"
        "    ambang: {batas: {nilai: 150, satuan: persen, arti: batas}}\n"
        "    dasar: PP 39/2006\n"
        "    contoh: {temuan: {laporan: {kode: 1.10}}, bersih: [{laporan: {}}, {laporan: {}}]}\n"
    )
    assert document.problems == ()
    data, problems = Validator("aturan").check(document)
    assert problems == []
    rule = data["aturan"][0]
    assert rule["berlaku"] == {"terhitung": True}
    assert rule["bila"][0]["i"]["selisih"]["lebih"] == Decimal("1.50")
    assert rule["bila"][1]["tanpa"]["jenis"] == {"salah_satu": ["a", 1]}


def test_the_document_is_not_changed() -> None:
    document = parse("laporan: {judul: 1.10}\n")
    Validator("laporan").check(document)
    assert document.data == {"laporan": {"judul": Decimal("1.10")}}
