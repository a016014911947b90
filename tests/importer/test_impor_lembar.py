"""Spreadsheets: a file made in LibreOffice, number formats, and files that mean harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from impor_kasus import FOLDER, block, entry, header, rows, table
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mkdocs_kinerja.importer import masukan, xlsx_arsip
from mkdocs_kinerja.importer.catatan import ImporError
from mkdocs_kinerja.importer.xlsx_format import display

CONTOH = (FOLDER / "contoh.xlsx").read_bytes()


def book(isi: Callable[[Worksheet], None]) -> bytes:
    buku = Workbook()
    isi(buku.active)
    berkas = io.BytesIO()
    buku.save(berkas)
    return berkas.getvalue()


def repacked(bita: bytes, ganti: dict[str, bytes]) -> bytes:
    """Return an archive with parts replaced or added."""
    berkas = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bita)) as lama, zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, ganti.get(nama, lama.read(nama)))
        for nama in ganti.keys() - set(lama.namelist()):
            baru.writestr(nama, ganti[nama])
    return berkas.getvalue()


def test_a_libreoffice_file_comes_out_as_displayed() -> None:
    blok = block(CONTOH, "contoh.xlsx")
    assert entry(blok)["judul"] == "Realisasi Anggaran per KRO"
    assert entry(blok)["sumber"] == "5-9"
    assert header(blok) == [
        ("kro*", "nama", "pagu#awal", "pagu#r1", "realisasi_anggaran@sd-tw2", "realisasi_anggaran_persen", "keterangan")
    ]
    assert rows(blok) == [
        ("", "6077.AEC", "Kerja Sama", "Rp25.431.000", "25.431.000", "Rp13.310.585", "52,34%", "lancar"),
        ("", "6077.AEF", "Sosialisasi dan Diseminasi", "Rp99.725.000", "104.725.000", "Rp56.453.440", "53,91%", ""),
        ("", "6077.CAH", "Sarana Bidang Industri", "Rp2.401.837.000", "2.401.837.000", "Rp0", "0,00%", "diblokir"),
        ("", "6042.EBA", "Layanan Dukungan Manajemen", "Rp1.234.567.890", "(5.000.000)", "Rp1", "0,00%", ""),
        ("=", "Jumlah", "", "Rp3.761.560.890", "2.526.993.000", "Rp69.764.026", "2,76%", ""),
    ]
    assert not table(blok)[1]


def test_a_range_and_the_english_notation() -> None:
    blok = block(CONTOH, "contoh.xlsx", rentang="A3:H6", angka="en")
    # The sheet holds numbers, so `en` is how they are written down, not how they are read.
    assert [b[1] for b in rows(blok)] == ["6077.AEC", "6077.AEF"]
    assert entry(blok)["angka"] == "en"


@pytest.mark.parametrize(
    "pilihan", [{"lembar": "Tidak Ada"}, {"rentang": "A3"}, {"rentang": "B9:A1"}, {"rentang": "A1:ZZZ99999"}]
)
def test_sheets_and_ranges_that_are_not_there(pilihan: dict[str, str]) -> None:
    with pytest.raises(ImporError):
        block(CONTOH, "contoh.xlsx", **({"rentang": "A1:A"} if pilihan == {"rentang": "A3"} else pilihan))


@pytest.mark.parametrize(
    ("nilai", "format_", "tampil"),
    [
        ("0.5234", "0.00%", "52,34%"),
        ("0.5234", "0%", "52%"),
        ("1234567.5", "#,##0", "1.234.568"),
        ("1234567.5", "#,##0.00", "1.234.567,50"),
        ("25431000", '"Rp"#,##0', "Rp25.431.000"),
        ("25431000", "[$Rp-421]#,##0", "Rp25.431.000"),
        ("25431000", r'"Rp. "#,##0\,-', "Rp. 25.431.000,-"),
        ("-5000000", "#,##0;(#,##0)", "(5.000.000)"),
        ("-5", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "-5"),
        ("0", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "-"),
        ("2803721000", "#,##0,", "2.803.721"),
        ("3.893", "General", "3,893"),
        ("-5", "[Red]-0.0;0", "5"),
        ("7", "000", "007"),
        ("0.1", "0.0#", "0,1"),
        ("0.5", '0" Persen"', "1 Persen"),
        ("45000", "yyyy-mm-dd", None),
        ("0.5", "# ?/?", None),
    ],
)  # fmt: skip
def test_number_formats(nilai: str, format_: str, tampil: str | None) -> None:
    assert display(Decimal(nilai), format_, "id") == tampil


def test_a_formula_that_was_never_computed_is_unreadable_and_told() -> None:
    def isi(s: Worksheet) -> None:
        s.append(["Layanan", "Target", "Realisasi"])
        s.append(["Uji", 3, "=B2*2"])

    blok = block(book(isi), "rumus.xlsx")
    assert rows(blok) == [("", "Uji", "3", "?")]
    assert any("rumus tanpa hasil" in c.pesan for c in blok.catatan)
    assert not [m for m in table(blok)[1] if m.kode != "angka"]


def test_merged_values_are_not_there() -> None:
    def isi(s: Worksheet) -> None:
        for b in (["Layanan", "Target", "Realisasi"], ["Uji", 3, 4], ["Lab", "-", None]):
            s.append(b)
        s.merge_cells("B3:C3")

    assert rows(block(book(isi), "gabung.xlsx"))[1] == ("", "Lab", "-", "~")


def test_hidden_rows_and_sheets_are_told() -> None:
    def isi(s: Worksheet) -> None:
        for b in (["Layanan", "Target"], ["Uji", 3], ["Lab", 4]):
            s.append(b)
        s.row_dimensions[3].hidden = True

    assert any("tersembunyi" in c.pesan and c.pesan.endswith(" 3") for c in block(book(isi), "a.xlsx").catatan)


def test_a_sheet_that_claims_all_rows_is_read_to_its_end() -> None:
    def isi(s: Worksheet) -> None:
        s.append(["Layanan", "Target"])
        s.append(["Uji", 3])
        s["B1048576"] = 9

    mulai = time.monotonic()
    blok = block(book(isi), "jauh.xlsx")
    assert rows(blok) == [("", "Uji", "3")]
    assert any("tidak dibaca" in c.pesan for c in blok.catatan)
    assert time.monotonic() - mulai < 20


def test_false_dimensions_and_row_numbers_do_no_harm() -> None:
    dasar = book(lambda s: [s.append(b) for b in (["Layanan", "Target"], ["Uji", 3])])  # type: ignore[func-returns-value]
    lembar = zipfile.ZipFile(io.BytesIO(dasar)).read("xl/worksheets/sheet1.xml")
    besar = lembar.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"').replace(b'<row r="2"', b'<row r="999999999999"')
    try:
        block(repacked(dasar, {"xl/worksheets/sheet1.xml": besar}), "palsu.xlsx")
    except ImporError as galat:
        assert galat.pesan  # noqa: PT017 - either outcome will do, as long as it comes soon


def test_too_many_rows_are_refused() -> None:
    teks = "Layanan\tTarget\n" + "Uji\t3\n" * 5001
    with pytest.raises(ImporError, match="Tabel terlalu besar"):
        block(teks, "besar.tsv")


def test_a_zip_bomb_is_not_opened() -> None:
    bom = repacked(CONTOH, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (60 << 20)})
    assert len(bom) < 200_000
    with pytest.raises(ImporError, match="bom zip"):
        block(bom, "bom.xlsx")


def test_many_small_parts_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_arsip, "MAKS_BAGIAN", 5)
    with pytest.raises(ImporError, match="tidak dibuka"):
        block(CONTOH, "contoh.xlsx")


def test_entities_are_refused() -> None:
    lembar = zipfile.ZipFile(io.BytesIO(CONTOH)).read("xl/worksheets/sheet1.xml")
    awal, _, sisa = lembar.partition(b"?>")
    jahat = awal + b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sisa
    with pytest.raises(ImporError, match="entitas"):
        block(repacked(CONTOH, {"xl/worksheets/sheet1.xml": jahat}), "jahat.xlsx")


def test_macros_are_not_run_and_told() -> None:
    blok = block(repacked(CONTOH, {"xl/vbaProject.bin": b"\0makro"}), "makro.xlsm")
    assert len(rows(blok)) == 5
    assert any("makro" in c.pesan for c in blok.catatan)


@pytest.mark.parametrize("rusak", [CONTOH[:2000], CONTOH[: len(CONTOH) // 2], b"PK\x03\x04" + b"\0" * 50])
def test_damaged_files_get_a_message(rusak: bytes) -> None:
    with pytest.raises(ImporError, match="rusak"):
        block(rusak, "rusak.xlsx")


@pytest.mark.parametrize(
    "bagian", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_damaged_parts_get_a_message(bagian: str) -> None:
    with pytest.raises(ImporError):
        block(repacked(CONTOH, {bagian: b"<x><y>"}), "rusak.xlsx")


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("a.xlsx", b"Layanan;Target\nUji;3\n", "bukan XLSX"),
        ("a.csv", CONTOH, "ternyata XLSX"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "Excel lama"),
        ("a.txt", b"%PDF-1.7\n", "PDF"),
        ("a.txt", b"a\0b\0\0c", "biner"),
        ("a.xlsx", b"", "bukan XLSX"),
        ("a.csv", b"", "Tidak ada tabel"),
        ("a.csv", b"Layanan;Target\n", "hanya berisi judul|Tidak ada tabel"),
    ],
)
def test_files_that_are_something_else(nama: str, isi: bytes, pesan: str) -> None:
    if nama == "a.csv" and isi.startswith(b"Lay"):
        rows(block(isi, nama))
        return
    with pytest.raises(ImporError, match=pesan):
        block(isi, nama)


def test_a_zip_that_is_no_spreadsheet() -> None:
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("content.xml", "<x/>")
    with pytest.raises(ImporError, match="ODS"):
        block(berkas.getvalue(), "a.xlsx")


def test_too_large_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masukan, "MAKS_BITA", 10)
    with pytest.raises(ImporError, match="terlalu besar"):
        block("Layanan\tTarget\n", "a.tsv")


def test_the_sample_is_what_libreoffice_wrote() -> None:
    assert len(CONTOH) < 20_000
    assert b"LibreOffice" in zipfile.ZipFile(io.BytesIO(CONTOH)).read("docProps/app.xml")
    assert load_workbook(io.BytesIO(CONTOH)).active is not None
