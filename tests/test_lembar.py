"""Sheets and what they are written as: the same values everywhere, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja import lembar
from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.checks import ringkasan
from mkdocs_kinerja.lembar import Bahan, Kolom, Lembar
from mkdocs_kinerja.report import csv_, json_lembar, xlsx

ID = Bahasa("id")
JAHAT = (
    '=HYPERLINK("http://x.id","y")', "+62", "@SUM(1)", "-2+3+cmd|' /C calc'!A0", "\t=1", "\r=1", " =1", "\N{FULLWIDTH EQUALS SIGN}1",
)  # fmt: skip
JINAK = ("-", "--", "-3,5", "-3,5%", "- 12", "(12)", "3+4", "a=b", "'=1", "")
LAIN = ("baris\nkedua", 'petik " dan , koma', "x" * 40_000, "a\x00b\x0bc\ufffe", "_x0041_", "<b>&amp;</b>", "  tepi  ")
KOLOM = (Kolom("nama"), Kolom("tahun", "integer"), Kolom("capaian_hitung", "number"), Kolom("tanggal", "date"), Kolom("tautan", "uri"))  # fmt: skip


def satu(*teks: str) -> Lembar:
    return Lembar.of("indikator", KOLOM, [(t, 2025, Decimal("69.6923"), "2025-07-07", "satker/a/#t-1") for t in teks])


def buku(x: Lembar, situs: str = "") -> bytes:
    return xlsx.render([xlsx.Halaman("Satu", x)], ID, "Uji", situs)


@pytest.fixture
def bahan(tmp_path: Path) -> Bahan:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    hasil = run(tmp_path)
    return Bahan(hasil, ID, {x.kunci: ringkasan.indikator(x) for x in hasil.laporan})


def test_every_column_of_every_sheet_says_what_it_is_in_both_languages(bahan: Bahan) -> None:
    for x in lembar.sheets(bahan).values():
        for b in (ID, Bahasa("en")):
            assert x.judul(b)
            assert x.arti(b).endswith(".")
            assert all(k.judul(b, x.id) and k.arti(b, x.id).endswith(".") for k in x.kolom)
        assert len({k.nama for k in x.kolom}) == len(x.kolom)


def test_values_are_of_the_type_of_their_column(bahan: Bahan) -> None:
    tipe = {"integer": (int, type(None)), "number": (Decimal, type(None))}
    for x in lembar.sheets(bahan).values():
        assert x.baris or x.id == "anggaran"
        for b in x.baris:
            assert all(isinstance(n, tipe.get(k.tipe, (str,))) for k, n in zip(x.kolom, b, strict=True))


def test_a_finding_has_its_values_as_printed_and_both_its_places(bahan: Bahan) -> None:
    x = lembar.sheet(bahan, "temuan")
    (b,) = x.groups("aturan")["KIN201",].baris
    baris = dict(zip((k.nama for k in x.kolom), b, strict=True))
    assert (baris["dilaporkan"], baris["seharusnya"], baris["keparahan"]) == ("79,7%", "69.7", "galat")
    assert (baris["berkas"], baris["baris"], baris["kolom"]) == ("data/satker/uji/2025-tw2.yml", 22, 41)
    assert (baris["tempat"], baris["baris_dokumen"], baris["baris_dokumen_akhir"]) == ("Tabel 2", 21, 21)
    assert (baris["nama_satker"], baris["periode_laporan"]) == ("BU", "Triwulan II 2025")


def test_the_reply_of_the_office_stands_beside_the_finding(tmp_path: Path) -> None:
    site(
        tmp_path, LAPORAN_YML.replace("69,7%", "79,7%") + "\ntanggapan:\n  - {temuan: KIN201, isi: Akan diperbaiki.}\n"
    )
    x = lembar.sheet(Bahan(run(tmp_path), ID), "temuan")
    jawaban = {b[x.index("aturan")]: b[x.index("tanggapan")] for b in x.baris}
    assert jawaban["KIN201"] == "Akan diperbaiki."
    assert {isi for aturan, isi in jawaban.items() if aturan != "KIN201"} <= {""}


def test_an_indicator_is_printed_read_and_recomputed(bahan: Bahan) -> None:
    x = lembar.sheet(bahan, "indikator")
    nilai = {b[x.index("indikator")]: dict(zip((k.nama for k in x.kolom), b, strict=True)) for b in x.baris}
    salah = next(b for b in nilai.values() if b["capaian"] == "79,7%")
    assert (salah["target"], salah["realisasi"]) == ("650 Perusahaan", "453")
    assert (salah["target_nilai"], salah["realisasi_nilai"], salah["capaian_nilai"]) == (650, 453, Decimal("79.7"))
    assert salah["capaian_hitung"] == Decimal("69.6923")


def test_checks_add_up_to_those_of_the_result(bahan: Bahan) -> None:
    x, ringkas = lembar.sheet(bahan, "pemeriksaan"), bahan.hasil.ringkasan
    for kolom, kunci in (("pemeriksaan",) * 2, ("lolos",) * 2, ("tidak_lolos", "temuan"), ("tidak_berlaku",) * 2):
        jumlah = sum(int(str(b[x.index(kolom)])) for b in x.baris)
        assert jumlah == ringkas[kunci]
        for lain in ("laporan", "satker", "aturan"):
            y = lembar.sheet(bahan, lain)
            assert sum(int(str(b[y.index(kolom)])) for b in y.baris) == jumlah


def test_groups_hold_each_row_once(bahan: Bahan) -> None:
    x = lembar.sheet(bahan, "pemeriksaan")
    bagian = x.groups("aturan")
    assert sorted(b for y in bagian.values() for b in y.baris) == sorted(x.baris)
    assert all({b[x.index("aturan")] for b in y.baris} == {aturan} for (aturan,), y in bagian.items())
    assert not x.kosong.baris


# -- CSV and JSON --------------------------------------------------------------------------------------------------------


def unprotected(teks: str) -> str:
    return teks[1:] if teks[:1] == csv_.LINDUNG and csv_.is_formula(teks[1:]) else teks


def read_csv(teks: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(teks, newline=""), strict=True))


def test_csv_and_json_hold_the_same_rows(bahan: Bahan) -> None:
    for x in lembar.sheets(bahan).values():
        kepala, *baris = read_csv(csv_.render(x))
        data = json.loads(json_lembar.render(x), parse_float=Decimal)
        assert kepala == [k["nama"] for k in data["kolom"]] == [k.nama for k in x.kolom]
        assert len(baris) == len(data["baris"]) == len(x.baris)
        for a, b, asli in zip(baris, data["baris"], x.baris, strict=True):
            assert tuple(b.values()) == asli
            assert [unprotected(n) for n in a] == [
                "" if n is None else f"{n:f}" if isinstance(n, Decimal) else str(n) for n in asli
            ]


def test_csv_is_that_of_rfc_4180_and_begins_with_a_mark_for_excel_only_where_asked() -> None:
    teks = csv_.render(satu('a,"b"\nc'))
    assert teks == (
        'nama,tahun,capaian_hitung,tanggal,tautan\r\n"a,""b""\nc",2025,69.6923,2025-07-07,satker/a/#t-1\r\n'
    )
    assert csv_.render(satu("a"), bom=True).encode().startswith(b"\xef\xbb\xbfnama,")


@pytest.mark.parametrize("teks", JAHAT)
def test_what_looks_like_a_formula_is_protected_in_csv(teks: str) -> None:
    assert read_csv(csv_.render(satu(teks)))[1][0] == f"'{teks}"
    assert json.loads(json_lembar.render(satu(teks)))["baris"][0]["nama"] == teks


@pytest.mark.parametrize("teks", [*JINAK, *LAIN])
def test_other_text_stays_as_it_is(teks: str) -> None:
    assert read_csv(csv_.render(satu(teks)))[1][0] == teks
    assert json.loads(json_lembar.render(satu(teks)))["baris"][0]["nama"] == teks


@given(st.text())
def test_no_cell_of_a_csv_begins_like_a_formula(teks: str) -> None:
    (sel,) = [b[0] for b in read_csv(csv_.render(satu(teks.replace("\r", "").replace("\x00", ""))))[1:]]
    assert sel.lstrip()[:1] not in {"=", "+", "@"}
    assert (
        sel[:1] != "-"
        or set(sel[1:]) <= set("0123456789., %-")
        or sel[1:].replace(".", "").replace(",", "").strip(" %").isdecimal()
    )


# -- XLSX ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", [*JAHAT, *JINAK[:-1]])
def test_no_cell_of_a_workbook_is_a_formula(teks: str) -> None:
    sel = load_workbook(io.BytesIO(buku(satu(teks))))["Satu"]["A2"]
    assert sel.data_type == "s"
    assert sel.value == teks.replace("\r", "\n")
    # Text stays text when it is edited; Excel keeps what looks like a formula from becoming one.
    assert sel.number_format == "@"
    assert bool(sel.quotePrefix) == (teks in JAHAT)
    for nama, isi in parts(buku(satu(teks))).items():
        assert b"<f>" not in isi, nama


def parts(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {n: arsip.read(n) for n in arsip.namelist()}


def test_what_a_cell_cannot_hold_is_marked_or_cut() -> None:
    lembar_ = load_workbook(io.BytesIO(buku(satu(*LAIN))))["Satu"]
    nilai = [lembar_.cell(n, 1).value for n in range(2, 2 + len(LAIN))]
    assert nilai[:2] == list(LAIN[:2])
    assert len(nilai[2]) == 32_767
    assert nilai[2].endswith("x…")
    assert nilai[3] == "a\ufffdb\ufffdc\ufffd"
    # `_x0041_` is how Excel writes a character by its number.
    assert nilai[4] in {"_x0041_", "_x005F_x0041_"}
    assert nilai[5:] == list(LAIN[5:])


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    _, tahun, hitung, tanggal, _ = load_workbook(io.BytesIO(buku(satu("a"))))["Satu"][2]
    assert (tahun.value, tahun.data_type) == (2025, "n")
    assert (hitung.value, hitung.data_type) == (69.6923, "n")
    assert tanggal.is_date
    assert tanggal.value.isoformat() == "2025-07-07T00:00:00"


def test_the_header_stays_in_sight_and_filters() -> None:
    x = satu("a", "b")
    lembar_ = load_workbook(io.BytesIO(xlsx.render([xlsx.Halaman("Satu", x, ("Judul", ""), ("Akhir",))], ID, "Uji")))[
        "Satu"
    ]
    assert lembar_.freeze_panes == "A4"
    assert lembar_.auto_filter.ref == "A3:E5"
    assert [s.value for s in lembar_[3]] == [k.judul(ID, "indikator") for k in KOLOM]
    assert [lembar_.cell(n, 1).value for n in (1, 4, 5, 6)] == ["Judul", "a", "b", "Akhir"]
    assert lembar_.column_dimensions["A"].width == KOLOM[0].lebar


def test_addresses_are_links_where_the_site_is_known() -> None:
    sel = load_workbook(io.BytesIO(buku(satu("a"), "https://contoh.id/k/")))["Satu"]["E2"]
    assert sel.hyperlink.target == "https://contoh.id/k/satker/a/#t-1"
    assert load_workbook(io.BytesIO(buku(satu("a"))))["Satu"]["E2"].hyperlink is None


def test_a_workbook_has_no_clock_and_no_machine() -> None:
    isi = buku(satu("a"), "https://contoh.id/")
    assert isi == buku(satu("a"), "https://contoh.id/")
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert {i.date_time for i in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {i.create_system for i in arsip.infolist()} == {0}
        assert b"dcterms:" not in arsip.read("docProps/core.xml").replace(b"xmlns:dcterms=", b"")
