"""One indicator across offices and years, trends of an office, and the pictures on whole pages."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from halaman import read
from hypothesis import given
from hypothesis import strategies as st
from pabrik import INDIKATOR_YML, LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.site import PageSpec, Situs, Tautan, pages, tautan

PERIODE = [f"{tahun}-tw{n}" for tahun in (2024, 2025) for n in (1, 2, 3, 4)]
IKM = ["3,50", "3,55", "3,61", "3,60", "3,72", "3,76", "3,80", "3,893"]
PELANGGAN = ["100", "290", "430", "650", "120", "210", "500", "640"]
ANGGARAN = """
  - id: anggaran
    jenis: anggaran
    tempat: Tabel 4
    sumber: 50-53
    isi: |
      program>kegiatan* | nama     | pagu      | realisasi_anggaran
      EC                | Program  | 1.000.000 | 400.000
      > 6077            | Kegiatan | 800.000   | 300.000
"""


def report(ikm: str, pelanggan: str, lain: str = "") -> str:
    isi = LAPORAN_YML.replace("3,893", ikm).replace("| 453       | 69,7%", f"| {pelanggan} |")
    return isi.replace("\nkendala: |", f"{lain}\nkendala: |")


def eight(folder: Path, tanpa: str = "") -> Hasil:
    """Write and check eight quarters of one office, all but one of them."""
    contoh = site(folder)
    contoh.unlink()
    for n, id_ in enumerate(PERIODE):
        if id_ != tanpa:
            (contoh.parent / f"{id_}.yml").write_text(report(IKM[n], PELANGGAN[n]), "utf-8")
    return run(folder)


def book(hasil: Hasil, folder: Path, kode: str = "id", *, direktori: bool = True) -> dict[str, PageSpec]:
    s = Situs.of(hasil, Bahasa("en" if kode == "en" else "id"), Tautan(direktori), akar=folder)
    return {p.src_uri: p for p in pages(s)}


def html(spec: PageSpec) -> str:
    return "".join(b.html for b in spec.bagian)


def words(potongan: str) -> str:
    return " ".join("".join(read(potongan).teks).split())


def section(spec: PageSpec, id_: str) -> str:
    (isi,) = [b.html for b in spec.bagian if b.id == id_]
    return isi


def row(isi: str, nama: str) -> str:
    """Return the table row of an indicator."""
    (baris,) = [b for b in re.findall(r"<tr>.*?</tr>", isi, re.DOTALL) if nama in b.partition("</th>")[0]]
    return str(baris)


@pytest.fixture
def delapan(tmp_path: Path) -> dict[str, PageSpec]:
    return book(eight(tmp_path), tmp_path)


def test_the_trend_of_an_office_says_in_words_and_cells_what_it_shows(delapan: dict[str, PageSpec]) -> None:
    ikm = row(section(delapan["satker/uji/index.md"], "indikator"), "IKM")
    assert "Indeks Kepuasan Masyarakat (IKM): dari 3,50 (Triwulan I 2024) menjadi 3,893 (Triwulan IV 2025)" in ikm
    assert '<text x="102" y="8.5">3,893</text>' in ikm
    # The twin: every value that is drawn stands in a cell with a link to its table.
    assert re.findall(r'<td class="kin-n"[^>]*><a [^>]*href="[^"]*#tabel-capaian">([^<]*)</a>', ikm) == IKM
    (garis,) = re.findall(r'class="kin-g-garis" d="([^"]*)"', ikm)
    assert garis.count("L") == 7


def test_what_adds_up_through_the_year_begins_anew_in_january(delapan: dict[str, PageSpec]) -> None:
    pelanggan = row(section(delapan["satker/uji/index.md"], "indikator"), "Jumlah pelanggan")
    (garis,) = re.findall(r'class="kin-g-garis" d="([^"]*)"', pelanggan)
    assert [bagian.count("L") for bagian in garis.split("M")[1:]] == [3, 3]


def test_a_quarter_without_report_is_a_gap(tmp_path: Path) -> None:
    spec = book(eight(tmp_path, tanpa="2024-tw3"), tmp_path)["satker/uji/index.md"]
    (garis,) = re.findall(r'class="kin-g-garis" d="([^"]*)"', row(section(spec, "indikator"), "IKM"))
    assert [bagian.count("L") for bagian in garis.split("M")[1:]] == [1, 4]


def test_one_report_is_shown_without_a_trend(tmp_path: Path) -> None:
    site(tmp_path)
    semua = book(run(tmp_path), tmp_path)
    for uri in ("satker/uji/index.md", "indikator/ikm.md"):
        assert "kin-g-tren" not in html(semua[uri])
        assert "Garis tren" not in words(html(semua[uri]))
        assert "3,893" in words(html(semua[uri]))
        assert "Tercapai" in words(html(semua[uri]))


LAMPAU = """
  - id: riwayat
    tempat: Tabel 9
    sumber: 60
    isi: |
      indikator* | target@2023 | realisasi@2023 | realisasi@2024
      ikm        | 3,40        | 3,30           | 3,45
"""


def test_years_that_a_report_looks_back_on_are_quoted_but_not_judged(tmp_path: Path) -> None:
    jalur = site(tmp_path, report("3,893", "453", LAMPAU))
    semua = book(run(tmp_path), tmp_path)
    ikm = row(section(semua["satker/uji/index.md"], "indikator"), "IKM")
    assert "dari 3,30 (Tahun 2023) menjadi 3,893 (Triwulan II 2025)" in ikm
    isi = section(semua["indikator/ikm.md"], "satker")
    (lama,) = [b for b in re.findall(r"<tr>.*?</tr>", isi, re.DOTALL) if "Tahun 2023" in b]
    assert "menurut laporan Triwulan II 2025" in words(lama)
    assert "kin-status" not in lama
    # A report of that year speaks for itself.
    (jalur.parent / "2024-tahunan.yml").write_text(report("3,50", "640"), "utf-8")
    semua = book(run(tmp_path), tmp_path)
    isi = words(section(semua["indikator/ikm.md"], "satker"))
    assert "3,45" not in isi
    assert "Tahun 2024 3,86 3,50" in isi


def test_the_latest_findings_of_an_office_are_counted_and_linked(tmp_path: Path) -> None:
    hasil = eight(tmp_path)
    isi = section(book(hasil, tmp_path)["satker/uji/index.md"], "temuan")
    terakhir = [t for t in hasil.temuan if t.laporan == "2025-tw4"]
    assert terakhir
    assert {(u, n) for u, n in re.findall(r'href="([^"]*)">.*?<b>(\d+)</b>', isi)} == {
        (f"2025-tw4/#{k}", str(sum(t.keparahan == k for t in terakhir))) for k in {t.keparahan for t in terakhir}
    }


def test_budget_is_shown_against_the_ceiling_above_and_over_time(tmp_path: Path) -> None:
    jalur = site(tmp_path, report("3,893", "453", ANGGARAN))
    (jalur.parent / "2025-tw1.yml").write_text(report("3,8", "200", ANGGARAN.replace("400.000", "100.000")), "utf-8")
    semua = book(run(tmp_path), tmp_path)
    pohon = section(semua["satker/uji/2025-tw2.md"], "anggaran")
    assert [Decimal(n) for n in re.findall(r'kin-g-bingkai" d="M1 1h([\d.]+)v', pohon)] == [100, 80]
    assert [Decimal(n) for n in re.findall(r'kin-g-isi" d="M1 3h([\d.]+)v', pohon)] == [40, 30]
    serapan = section(semua["satker/uji/index.md"], "anggaran")
    assert "s.d. Triwulan II 2025 1.000.000 400.000 40%" in words(serapan)
    assert "Serapan anggaran: dari 10% (Triwulan I 2025) menjadi 40% (s.d. Triwulan II 2025)" in serapan


def test_every_indicator_that_occurs_has_a_page_and_is_on_the_list(delapan: dict[str, PageSpec]) -> None:
    daftar = delapan["indikator/index.md"]
    assert {u for u in delapan if u.startswith("indikator/")} == {
        f"indikator/{i}.md" for i in ("index", "ikm", "pelanggan")
    }
    assert {"ikm/", "pelanggan/"} <= set(read(html(daftar)).tautan)
    assert "Jumlah pelanggan Perusahaan makin besar makin baik 1 8" in words(html(daftar))
    ikm = delapan["indikator/ikm.md"]
    assert ikm.induk == "indikator/index.md"
    assert "Sebutan lain dalam laporan: IKM" in words(html(ikm))
    for uri in ("satker/uji/index.md", "satker/uji/2025-tw4.md"):
        tujuan = {
            normpath(join(dirname(Tautan().url(uri)), t)) for t in read(section(delapan[uri], "indikator")).tautan
        }
        assert {"indikator/ikm", "indikator/pelanggan"} <= tujuan


def test_findings_about_an_indicator_are_listed_from_everywhere(tmp_path: Path) -> None:
    hasil = eight(tmp_path)
    semua = book(hasil, tmp_path)
    tentang = [t for t in hasil.temuan if t.hal == "indikator/ikm"]
    assert len({t.laporan for t in tentang}) > 1
    tautan_ = read(section(semua["indikator/ikm.md"], "temuan")).tautan
    assert {f"../../satker/uji/{t.laporan}/#t-{t.id}" for t in tentang} == {t for t in tautan_ if "#t-" in t}


def test_offices_stand_in_alphabetical_order_whatever_their_results(tmp_path: Path) -> None:
    site(tmp_path)
    hasil = run(tmp_path)
    (laporan,) = hasil.laporan
    lain = replace(laporan, satker=replace(laporan.satker, id="z", singkatan="A", nama="Balai Lain"))
    (dinilai,) = hasil.indikator.values()
    dua = replace(
        hasil,
        satker={"uji": laporan.satker, "z": lain.satker},
        laporan=(laporan, lain),
        indikator={x.kunci: dinilai for x in (laporan, lain)},
    )
    semua = book(dua, tmp_path)
    isi = section(semua["indikator/ikm.md"], "satker")
    assert isi.index(">A</a>") < isi.index(">BU</a>")
    assert "tidak memeringkat" in words(html(semua["indikator/index.md"]))


@pytest.mark.parametrize("direktori", [True, False])
def test_links_lead_to_pages_and_anchors_that_exist(tmp_path: Path, *, direktori: bool) -> None:
    semua = book(eight(tmp_path), tmp_path, direktori=direktori)
    t = Tautan(direktori)
    jangkar = {t.url(u): {b.id for b in p.bagian} | set(read(html(p)).id) for u, p in semua.items()}
    for uri, spec in semua.items():
        if not uri.startswith(("indikator/", "satker/")):
            continue
        for alamat in read(html(spec)).tautan:
            lokal, _, kepingan = alamat.partition("#")
            lokal = lokal.partition("?")[0]
            if lokal.endswith((".csv", ".json", ".xlsx")):
                continue  # downloads: followed on the built site
            tujuan = t.url(uri)
            if lokal:
                tujuan = normpath(join(dirname(t.url(uri)), lokal)) + ("/" if lokal.endswith("/") else "")
            assert tujuan in jangkar, (uri, alamat)
            assert not kepingan or kepingan in jangkar[tujuan], (uri, alamat)


def test_no_page_has_looks_or_scripts_of_its_own(tmp_path: Path) -> None:
    site(tmp_path, report("3,893", "453", ANGGARAN))
    for uri, spec in book(run(tmp_path), tmp_path).items():
        halaman = read(html(spec))
        assert not {a for a in halaman.atribut if a == "style" or a.startswith("on")}, uri
        assert len(halaman.id) == len(set(halaman.id)), uri


def test_coverage_by_family_adds_up_to_the_totals(tmp_path: Path) -> None:
    site(tmp_path)
    hasil = run(tmp_path)
    isi = section(book(hasil, tmp_path)["satker/uji/2025-tw2.md"], "pemeriksaan")
    (tabel,) = re.findall(r'<table class="kin-tabel kin-tumpuk kin-cakupan">.*?</table>', isi, re.DOTALL)
    angka = [
        [int(n) for n in re.findall(r"<td class=\"kin-n\"[^>]*>(?:<[^>]*>)?(\d+)", b)] for b in tabel.split("<tr>")[2:]
    ]
    r = hasil.ringkasan
    jumlah = [sum(kolom) for kolom in zip(*angka, strict=True)]
    assert jumlah == [r["pemeriksaan"], r["lolos"], r["temuan"], r["tidak_berlaku"]]


def test_english_pages_are_english(tmp_path: Path) -> None:
    semua = book(eight(tmp_path), tmp_path, "en")
    isi = words(html(semua["indikator/ikm.md"]))
    assert "By office and period" in isi
    assert "higher is better" in isi
    assert "from 3,50 (Quarter I 2024) to 3,893 (Quarter IV 2025)" in html(semua["satker/uji/index.md"])
    assert "Findings in the latest report" in {b.judul for b in semua["satker/uji/index.md"].bagian}


ID = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,12}", fullmatch=True)


@given(ID, ID)
def test_different_indicators_never_share_an_address(a: str, b: str) -> None:
    x, y = tautan.indikator(a), tautan.indikator(b)
    # Also on file systems that know no capital letters.
    assert (x.lower() == y.lower()) == (a == b)
    assert re.fullmatch(r"indikator/[a-z0-9._~-]+\.md", x)


@pytest.mark.parametrize("id_", ["index", "README", "readme", "ikm.csv", "1.1", "con", "IKM", "a."])
def test_ids_that_mean_something_to_others_have_pages_too(id_: str, tmp_path: Path) -> None:
    site(tmp_path, LAPORAN_YML.replace("ikm", id_), INDIKATOR_YML.replace("ikm:", f"{id_!r}:"))
    semua = book(run(tmp_path), tmp_path)
    alamat = tautan.indikator(id_)
    assert alamat not in {"indikator/index.md", "indikator/README.md", "indikator/readme.md"}
    assert "Indeks Kepuasan Masyarakat" in semua[alamat].judul
    nama = alamat.removeprefix("indikator/").removesuffix(".md")
    assert not nama.endswith((".csv", ".json", "."))
    assert f"../../{Tautan().url(alamat)}" in {
        t.replace("%7E", "~") for t in read(html(semua["satker/uji/index.md"])).tautan
    }
