"""The explorer without a browser: every finding has its row, and what the script reads from rows is right."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from halaman import read
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pengaturan import Pengaturan
from mkdocs_kinerja.pipeline import Pemroses
from mkdocs_kinerja.site import Situs, downloads, pages
from mkdocs_kinerja.site.ikon import BENTUK
from mkdocs_kinerja.site.penjelajah import KOLOM, MAKS_BARIS, SISA, page, rest
from mkdocs_kinerja.site.templat import ASET
from mkdocs_kinerja.temuan import Temuan

SALAH = LAPORAN_YML.replace("100,9%", "190,9%").replace("69,7%", "96,7%")
PUSTAKA = ASET / "kinerja" / "vendor" / "datatables"


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    site(tmp_path, SALAH)
    return run(tmp_path)


def rows(html: str) -> list[str]:
    return re.findall(r"<tr data-k=.*?</tr>", html)


def table(hasil: Hasil, kode: str = "id", **lain: int) -> str:
    return page(Situs.of(hasil, Bahasa("en" if kode == "en" else "id")), **lain).bagian[0].html


def text(html: str) -> str:
    return " ".join("".join(read(html).teks).split())


def many(hasil: Hasil, n: int) -> Hasil:
    """The findings again and again, each with an id of its own."""
    asal = hasil.temuan
    return replace(hasil, temuan=tuple(replace(asal[i % len(asal)], id=f"{i:012x}", sebab=None) for i in range(n)))


def test_every_finding_has_a_row_with_its_permalink_and_its_report(hasil: Hasil) -> None:
    baris = rows(table(hasil))
    assert len(baris) == len(hasil.temuan) > 2
    tautan = {t for b in baris for t in read(b).tautan}
    assert {f"../satker/uji/2025-tw2/#t-{t.id}" for t in hasil.temuan} <= tautan
    assert "../satker/uji/2025-tw2/" in tautan
    assert {f"../aturan/{t.aturan.lower()}/" for t in hasil.temuan} <= tautan


def test_a_row_says_what_its_finding_says_and_repeats_nothing(hasil: Hasil) -> None:
    (t,) = [t for t in hasil.temuan if t.aturan == "KIN201" and t.dilaporkan.startswith("190")]
    (baris,) = [b for b in rows(table(hasil)) if t.id in b]
    isi = text(baris)
    assert t.pesan["id"] in isi
    assert isi.count(t.nama) == 1
    assert "Galat" in isi
    assert "Triwulan II 2025" in isi
    assert re.findall(r'data-judul="([^"]*)">([^<]*)', baris) == [
        ("Dilaporkan", "190,9%"),
        ("Menurut hitungan", "100,9%"),
    ]


def test_rows_carry_what_the_filters_ask_for(hasil: Hasil) -> None:
    html = table(hasil)
    kode = sorted(re.findall(r'data-k="([^"]*)"', html))
    assert kode == sorted(f"uji|2025-tw2|{t.keparahan}|{t.aturan}" for t in hasil.temuan)
    pilihan = {
        nama: re.findall(r'<option value="([^"]+)"', isi)
        for nama, isi in re.findall(r'<select id="kin-\w+" name="(\w+)">(.*?)</select>', html)
    }
    assert pilihan["satker"] == ["uji"]
    assert pilihan["periode"] == ["2025-tw2"]
    assert pilihan["keparahan"] == [
        k for k in ("galat", "peringatan", "info") if any(t.keparahan == k for t in hasil.temuan)
    ]
    assert pilihan["aturan"] == sorted({t.aturan for t in hasil.temuan})
    assert pilihan["keluarga"] == sorted({t.aturan[3] for t in hasil.temuan})
    assert {u.removeprefix("-") for u in pilihan["urut"]} == set(KOLOM) - {"status"}
    # All have the same status: nothing to choose.
    assert "status" not in pilihan


def test_statuses_that_differ_become_a_column_and_a_filter(hasil: Hasil) -> None:
    pertama, *lain = hasil.temuan
    html = table(replace(hasil, temuan=(replace(pertama, status="tetap", pengecualian="Sudah dijelaskan."), *lain)))
    assert re.findall(r'<select id="kin-status" name="status">.*?</select>', html)[0].count("<option") == 3
    assert 'data-urut="status"' in html
    (baris,) = [b for b in rows(html) if pertama.id in b]
    assert baris.endswith("<td>tetap ada: Sudah dijelaskan.</td></tr>")
    assert re.search(r'data-k="[^"]*\|tetap"', baris)
    assert {len(re.findall("<td", b)) for b in rows(html)} == {len(KOLOM)}


def test_the_most_serious_come_first_and_consequences_are_told_as_such(hasil: Hasil) -> None:
    a, b, *_ = hasil.temuan
    hasil = replace(hasil, temuan=(a, replace(b, sebab=a.id), *hasil.temuan[2:]))
    baris = rows(table(hasil))
    tingkat = [
        {"galat": 3, "peringatan": 2, "info": 1}[re.findall(r'data-k="[^"|]*\|[^"|]*\|(\w+)', x)[0]] for x in baris
    ]
    assert tingkat == sorted(tingkat, reverse=True)
    assert [b.id in x for x in baris if "akibat temuan lain" in x] == [True]


def test_beyond_the_limit_the_table_holds_the_most_serious_and_the_file_the_others(hasil: Hasil) -> None:
    hasil = many(hasil, 40)
    html, sisa = table(hasil, maks=25), json.loads(rest(Situs.of(hasil, Bahasa()), 25))
    assert (len(rows(html)), len(sisa)) == (25, 15)
    # Together they are what a page without a limit shows.
    assert rows(html) + sisa == rows(table(hasil))
    assert "memuat 25 temuan yang paling berat dari 40" in text(html)
    assert 'data-sisa="sisa.json"' in html
    assert "index.json" in read(html).tautan


def test_within_the_limit_nothing_is_said_and_there_is_no_file(hasil: Hasil) -> None:
    s = Situs.of(hasil, Bahasa())
    assert SISA not in dict(downloads(s))
    assert "kin-sisa" not in table(hasil)


def test_the_file_of_other_rows_belongs_to_the_site(hasil: Hasil) -> None:
    isi = dict(downloads(Situs.of(many(hasil, MAKS_BARIS + 2), Bahasa())))[SISA].decode()
    assert len(json.loads(isi)) == 2


def test_printed_text_in_rows_and_file_stays_text(hasil: Hasil) -> None:
    jahat = "<img src=x onerror=alert(1)>"
    temuan: list[Temuan] = [
        replace(t, nama=jahat, pesan={"id": f"{jahat}: `a`"}, dilaporkan=jahat) for t in hasil.temuan
    ]
    hasil = replace(hasil, temuan=tuple(temuan))
    for html in (table(hasil), "".join(json.loads(rest(Situs.of(hasil, Bahasa()), 0)))):
        assert "onerror" not in read(html).atribut
        assert "<img" not in html
        assert "<code>a</code>" in html


def test_findings_about_shared_files_have_rows_too(tmp_path: Path) -> None:
    site(tmp_path, indikator="indikator:\n  ikm: {nama: IKM, arrah: naik}\n")
    html = table(run(tmp_path))
    baris = [b for b in rows(html) if 'data-k="-|-|' in b]
    assert baris
    assert "../satker/#t-" in baris[0]
    assert '<option value="-">Berkas bersama</option>' in html


def test_english(hasil: Hasil) -> None:
    html = table(hasil, "en")
    isi = text(html)
    for kata in ("Severity", "Error", "Quarter II 2025", "Elsewhere or computed", "Clear filters", "need JavaScript"):
        assert kata in isi
    assert 'data-judul="As computed"' in html


def test_no_findings_at_all(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    html = table(run(tmp_path))
    assert "Tidak ada temuan." in text(html)
    assert "<script" not in html


def test_nothing_on_the_page_needs_an_exception_from_a_content_security_policy(hasil: Hasil) -> None:
    (spec,) = [p for p in pages(Situs.of(hasil, Bahasa())) if p.src_uri == "penjelajah/index.md"]
    halaman = read(spec.bagian[0].html)
    assert not spec.cari
    assert "style" not in halaman.atribut
    assert not [a for a in halaman.atribut if a.startswith("on")]
    skrip = re.findall(r"<script([^>]*)>([^<]*)</script>", spec.bagian[0].html)
    assert [isi for _, isi in skrip] == ["", ""]
    assert all(re.search(r'src="\.\./kinerja/[\w/.]+" defer', atribut) for atribut, _ in skrip)
    for alamat in halaman.sumber_daya:
        assert (ASET / alamat.removeprefix("../")).is_file()


def test_a_filtered_list_can_be_linked_to(hasil: Hasil) -> None:
    h = Situs.of(hasil, Bahasa()).halaman("satker/uji/2025-tw2.md")
    assert h.ke_penjelajah() == "../../../penjelajah/"
    url = urlsplit(h.ke_penjelajah(satker="uji", kata="pagu & realisasi"))
    assert url.path == "../../../penjelajah/"
    assert parse_qs(url.query) == {"satker": ["uji"], "kata": ["pagu & realisasi"]}


def test_the_icons_of_the_style_sheet_are_those_of_the_site() -> None:
    gaya = (ASET / "kinerja" / "penjelajah.css").read_text("utf-8")
    for keparahan in ("galat", "peringatan", "info"):
        assert f".kin-{keparahan} {{ --kin-bentuk:" in gaya
        assert BENTUK[keparahan] in gaya


def test_the_library_is_what_its_file_of_origin_says() -> None:
    asal = (PUSTAKA / "README.md").read_text("utf-8")
    isi = (PUSTAKA / "dataTables.min.js").read_bytes()
    (versi,) = re.findall(r"\| version \| (\S+) \|", asal)
    assert f"DataTables {versi}".encode() in isi[:100]
    assert hashlib.sha256(isi).hexdigest() in asal
    assert len(base64.b64decode(re.findall(r"sha512-(\S+)", asal)[0])) == 64
    assert "MIT License" in (PUSTAKA / "LICENSE.txt").read_text("utf-8")


@pytest.mark.lambat
def test_rows_of_real_reports_stay_small(akar: Path) -> None:
    pemroses = Pemroses(Pengaturan(data=akar / "data", akar=akar))
    try:
        hasil = pemroses.run()
    finally:
        pemroses.close()
    baris = rows(table(hasil))
    assert len(baris) == min(len(hasil.temuan), MAKS_BARIS) > 1000
    assert sum(len(b.encode()) for b in baris) < 600 * len(baris)
