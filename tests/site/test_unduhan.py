"""What can be downloaded: twins of the pages, workbooks, the data package, the manifest; and the page that tells of it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from halaman import read
from openpyxl import load_workbook
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.report import json_
from mkdocs_kinerja.site import Situs, Tautan, pages
from mkdocs_kinerja.site.unduhan import downloads, files

LAPORAN = LAPORAN_YML.replace("69,7%", "79,7%")


@pytest.fixture
def situs(tmp_path: Path) -> Situs:
    site(tmp_path, LAPORAN)
    return make(tmp_path)


def make(folder: Path, kode: str = "id", tautan: Tautan | None = None, alamat: str = "https://contoh.id/k/") -> Situs:
    bahasa = Bahasa("en" if kode == "en" else "id")
    return Situs.of(run(folder), bahasa, tautan, akar=folder, alamat=alamat)


def table(isi: bytes) -> list[dict[str, str]]:
    assert isi.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(isi.decode("utf-8-sig"), newline="")))


def data(isi: bytes) -> Any:
    return json.loads(isi)


# -- twins ---------------------------------------------------------------------------------------------------------------


def test_every_page_that_offers_a_file_offers_one_that_is_there(situs: Situs) -> None:
    ada = files(situs)
    ditawarkan = {}
    for spec in pages(situs):
        alamat = [
            a for b in spec.bagian for a in read(b.html).tautan if a.endswith((".csv", ".json", ".xlsx", ".sarif"))
        ]
        dasar = PurePosixPath("/") / situs.tautan.url(spec.src_uri)
        jalur = {str(_resolved(dasar / a)) for a in alamat}
        assert jalur <= {f"/{j}" for j in ada}, spec.src_uri
        ditawarkan[spec.src_uri] = jalur
    for halaman in ("satker/index", "satker/uji/index", "satker/uji/2025-tw2", "aturan/index", "aturan/kin201"):
        assert {f"/{halaman}.csv", f"/{halaman}.json"} <= ditawarkan[f"{halaman}.md"], halaman
    assert "/unduh/uji.xlsx" in ditawarkan["satker/uji/2025-tw2.md"]


def _resolved(jalur: PurePosixPath) -> PurePosixPath:
    bagian: list[str] = []
    for b in jalur.parts[1:]:
        if b == "..":
            bagian.pop()
        else:
            bagian.append(b)
    return PurePosixPath("/", *bagian)


def test_the_twin_of_a_page_says_what_the_page_says(situs: Situs) -> None:
    isi, hasil = files(situs), situs.hasil
    assert [b["id"] for b in table(isi["satker/uji/2025-tw2.csv"])] == [t.id for t in hasil.temuan]
    assert [b["id"] for b in data(isi["aturan/kin201.json"])["baris"]] == [
        t.id for t in hasil.temuan if t.aturan == "KIN201"
    ]
    assert [b["aturan"] for b in table(isi["aturan/index.csv"])] == [a.id for a in hasil.aturan]
    assert [b["satker"] for b in table(isi["satker/index.csv"])] == ["uji"]
    assert [b["laporan"] for b in table(isi["satker/uji/index.csv"])] == ["2025-tw2"]
    assert {b["indikator"] for b in table(isi["indikator/ikm.csv"])} == {"ikm"}
    assert isi["penjelajah/index.csv"] == isi["api/v1/temuan.csv"]
    assert isi["index.json"] == isi["api/v1/laporan.json"]
    # A rule without findings has a twin all the same, so that its address never changes.
    assert table(isi["aturan/kin104.csv"]) == []


@pytest.mark.parametrize(("direktori", "alamat"), [(True, "satker/uji/2025-tw2/"), (False, "satker/uji/2025-tw2.html")])
def test_links_are_those_of_the_site(tmp_path: Path, direktori: bool, alamat: str) -> None:
    site(tmp_path, LAPORAN)
    isi = files(make(tmp_path, tautan=Tautan(direktori)))
    for b in table(isi["api/v1/temuan.csv"]):
        assert b["tautan"] == f"{alamat}#t-{b['id']}"


def test_the_full_result_stays_what_the_command_writes(situs: Situs) -> None:
    assert files(situs)["api/v1/temuan.json"].decode() == json_.render(situs.hasil)


def test_a_file_that_cannot_be_read_has_its_findings_among_the_downloads(tmp_path: Path) -> None:
    site(tmp_path, "laporan: [")
    isi = files(make(tmp_path))
    assert [b["aturan"][:4] for b in table(isi["satker/uji/2025-tw2.csv"])] == ["KIN9"]
    assert [b["terbaca"] for b in table(isi["api/v1/laporan.csv"])] == ["tidak"]
    assert table(isi["api/v1/indikator.csv"]) == []


def test_a_site_without_reports_has_downloads(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    isi = files(make(tmp_path))
    assert table(isi["api/v1/temuan.csv"]) == []
    assert load_workbook(io.BytesIO(isi["unduh/kinerja.xlsx"])).sheetnames[0] == "Ringkasan"


# -- workbooks -----------------------------------------------------------------------------------------------------------


def test_a_workbook_has_its_sheets_and_links_back(situs: Situs) -> None:
    isi = files(situs)
    for nama in ("unduh/kinerja.xlsx", "unduh/uji.xlsx"):
        buku = load_workbook(io.BytesIO(isi[nama]))
        assert buku.sheetnames == ["Ringkasan", "Temuan", "Indikator", "Anggaran", "Pemeriksaan"]
        assert all(x.freeze_panes and x.auto_filter.ref for x in buku)
        assert not [s.coordinate for x in buku for baris in x for s in baris if s.data_type == "f"]
        temuan = buku["Temuan"]
        assert temuan.max_row == 1 + len(situs.hasil.temuan)
        kepala = [s.value for s in temuan[1]]
        tautan = temuan.cell(2, kepala.index("Tautan") + 1)
        assert tautan.hyperlink.target == f"https://contoh.id/k/{tautan.value}"
        assert buku["Ringkasan"]["A1"].value.startswith("Hasil pemeriksaan laporan kinerja: ")
    assert load_workbook(io.BytesIO(isi["unduh/uji.xlsx"]))["Ringkasan"]["A1"].value.endswith("Balai Uji")


def test_a_workbook_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    site(tmp_path, LAPORAN)
    buku = load_workbook(io.BytesIO(files(make(tmp_path, "en"))["unduh/uji.xlsx"]))
    assert buku.sheetnames == ["Summary", "Findings", "Indicators", "Budget", "Checks"]
    assert "Office" in [s.value for s in buku["Findings"][1]]


def test_hostile_names_make_no_formulas(tmp_path: Path) -> None:
    jahat = '=HYPERLINK("http://x.id")'
    berkas = site(tmp_path, LAPORAN.replace("nama: Layanan", f"nama: '{jahat}'"))
    (berkas.parent / "satker.yml").write_text(f"satker:\n  nama: '{jahat}'\n", "utf-8")
    isi = files(make(tmp_path))
    assert {b["nama"] for b in table(isi["satker/index.csv"])} == {f"'{jahat}"}
    assert [b["nama"] for b in data(isi["satker/index.json"])["baris"]] == [jahat]
    buku = load_workbook(io.BytesIO(isi["unduh/uji.xlsx"]))
    assert not [s.coordinate for x in buku for baris in x for s in baris if s.data_type == "f"]


# -- data package and manifest -------------------------------------------------------------------------------------------


def test_the_data_package_describes_each_table_as_it_is(situs: Situs) -> None:
    isi = files(situs)
    paket = data(isi["api/v1/datapackage.json"])
    assert paket["profile"] == "tabular-data-package"
    assert "licenses" not in paket
    assert {r["name"] for r in paket["resources"]} == {
        "temuan", "indikator", "anggaran", "pemeriksaan", "laporan", "satker", "aturan",
    }  # fmt: skip
    for r in paket["resources"]:
        berkas = isi[f"api/v1/{r['path']}"]
        assert r["bytes"] == len(berkas)
        assert r["hash"] == f"sha256:{hashlib.sha256(berkas).hexdigest()}"
        kolom = [f["name"] for f in r["schema"]["fields"]]
        assert next(csv.reader([berkas.decode("utf-8-sig").splitlines()[0]])) == kolom
        assert all(f["title"] and f["description"] for f in r["schema"]["fields"])
        kunci = r["schema"].get("primaryKey", [])
        assert set(kunci) <= set(kolom)
        baris = [tuple(b[k] for k in kunci) for b in table(berkas)]
        assert not kunci or len(set(baris)) == len(baris)


def test_the_manifest_has_the_hash_of_every_file_and_of_what_they_were_made_from(situs: Situs) -> None:
    isi = dict(downloads(situs))
    manifes = data(isi.pop("manifest.json"))
    assert {b["jalur"]: (b["bita"], b["sha256"]) for b in manifes["berkas"]} == {
        j: (len(i), hashlib.sha256(i).hexdigest()) for j, i in isi.items()
    }
    assert manifes["masukan"] == {"data": situs.hasil.masukan.data, "aturan": situs.hasil.masukan.aturan}
    assert manifes["perangkat"]["versi"] == situs.hasil.masukan.perangkat
    assert manifes["perangkat"]["mesin"] == situs.hasil.masukan.mesin
    assert manifes["perangkat"]["sidik"].startswith("sha256:")


def test_the_same_data_gives_the_same_files_and_other_data_others(situs: Situs, tmp_path: Path) -> None:
    pertama = files(situs)
    assert files(make(tmp_path)) == pertama
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(LAPORAN.replace("79,7%", "69,7%"), "utf-8")
    kedua = files(make(tmp_path))
    assert kedua.keys() == pertama.keys()
    assert kedua["manifest.json"] != pertama["manifest.json"]
    assert kedua["unduh/uji.xlsx"] != pertama["unduh/uji.xlsx"]
    assert kedua["skema/laporan.schema.json"] == pertama["skema/laporan.schema.json"]


# -- the page ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["id", "en"])
def test_the_page_lists_every_form_with_its_size_and_every_column_with_its_meaning(tmp_path: Path, kode: str) -> None:
    site(tmp_path, LAPORAN)
    s = make(tmp_path, kode)
    (halaman,) = [p for p in pages(s) if p.src_uri == "data/index.md"]
    isi = read("".join(b.html for b in halaman.bagian))
    teks, milik = " ".join("".join(isi.teks).split()), files(s)
    for jalur in milik:
        if jalur.startswith(("api/", "unduh/", "skema/")) or jalur == "manifest.json":
            assert f"../{jalur}" in isi.tautan, jalur
    for r in data(milik["api/v1/datapackage.json"])["resources"]:
        for f in r["schema"]["fields"]:
            assert f["name"] in teks
            assert " ".join(f["description"].replace("`", "").split()) in teks
    assert s.hasil.masukan.data in teks
    assert f"{-(-len(milik['unduh/kinerja.xlsx']) // 1000)} KB" in teks


def test_many_files_of_one_form_are_folded(tmp_path: Path) -> None:
    berkas = site(tmp_path, LAPORAN)
    for n in range(14):
        lain = tmp_path / f"data/satker/lain{n:02}"
        lain.mkdir()
        (lain / "satker.yml").write_text(f"satker:\n  nama: Balai {n}\n", "utf-8")
        (lain / "2025-tw2.yml").write_text(berkas.read_text("utf-8"), "utf-8")
    (halaman,) = [p for p in pages(make(tmp_path)) if p.src_uri == "data/index.md"]
    (bentuk,) = [b.html for b in halaman.bagian if b.id == "bentuk"]
    assert bentuk.count("<details") == 1
    assert "15 berkas lain" in bentuk
