"""Pages without a host: what they say, and that nothing printed becomes markup."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from halaman import read
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.periode import Periode
from mkdocs_kinerja.pipeline import shipped_rules
from mkdocs_kinerja.site import BLOCKS, PageSpec, Situs, pages
from mkdocs_kinerja.site.matriks import periods
from mkdocs_kinerja.temuan import Keparahan

JUMLAH = """\
  - id: "2.3"
    tempat: Tabel 3
    judul: Hasil layanan
    sumber: 40-42
    isi: |
      layanan*    | hasil
      Pengujian   | 10
      Kalibrasi   | 20
      = Jumlah    | 31
"""
LAPORAN = LAPORAN_YML.replace("kendala: |", JUMLAH + "\nkendala: |")
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} <b onclick=x>"


def text(spec: PageSpec) -> str:
    return " ".join("".join(read("".join(b.html for b in spec.bagian)).teks).split())


def situs(hasil: Hasil, folder: Path, kode: str = "id", **lain: str) -> Situs:
    return Situs.of(hasil, Bahasa("en" if kode == "en" else "id"), akar=folder, **lain)  # type: ignore[arg-type]


def halaman(s: Situs) -> dict[str, PageSpec]:
    return {p.src_uri: p for p in pages(s)}


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    site(tmp_path, LAPORAN)
    return run(tmp_path)


def test_a_finding_shows_both_values_the_arithmetic_and_its_places(hasil: Hasil, tmp_path: Path) -> None:
    s = situs(hasil, tmp_path, berkas_url="https://contoh.id/{berkas}#L{baris}")
    laporan = halaman(s)["satker/uji/2025-tw2.md"]
    (temuan,) = [t for t in hasil.temuan if t.aturan == "KIN202"]
    (bagian,) = [b for b in laporan.bagian if b.id == f"t-{temuan.id}"]
    assert bagian.tingkat == 4
    isi = " ".join("".join(read(bagian.html).teks).split())
    for potongan in (
        "Galat",
        "KIN202",
        "31",
        "30",
        "+1",
        "10 + 20 = 30",
        "Tabel 3",
        "baris 42",
        "2 angka yang dipakai",
    ):
        assert potongan in isi
    tautan = read(bagian.html).tautan
    baris = f"b{temuan.lokasi[0].baris}"
    assert f"#{baris}" in tautan
    (tabel,) = [b for b in laporan.bagian if b.id == "tabel-2.3"]
    (tujuan,) = re.findall(rf'<tr id="{baris}"[^>]*>(.*?)</tr>', tabel.html)
    assert "31" in tujuan
    assert "../../../aturan/kin202/" in tautan
    assert f"https://contoh.id/data/satker/uji/2025-tw2.yml#L{temuan.lokasi[0].baris}" in tautan


def test_a_marked_cell_says_so_in_words_and_links_to_its_finding(hasil: Hasil, tmp_path: Path) -> None:
    laporan = halaman(situs(hasil, tmp_path))["satker/uji/2025-tw2.md"]
    (tabel,) = [b for b in laporan.bagian if b.id == "tabel-2.3"]
    (sel,) = re.findall(r"<td class=\"[^\"]*kin-tanda[^\"]*\">(.*?)</td>", tabel.html)
    (temuan,) = [t for t in hasil.temuan if t.aturan == "KIN202"]
    assert sel.startswith("31")
    assert f'href="#t-{temuan.id}"' in sel
    assert "galat" in re.sub("<[^>]*>", "", sel)


def test_counts_are_told_with_their_denominator_and_link_to_their_lists(hasil: Hasil, tmp_path: Path) -> None:
    laporan = halaman(situs(hasil, tmp_path))["satker/uji/2025-tw2.md"]
    r = hasil.ringkasan
    isi = text(laporan)
    assert f"{r['pemeriksaan']} pemeriksaan" in isi
    assert f"{r['lolos']} lolos" in isi
    semua = read("".join(b.html for b in laporan.bagian))
    anker = {b.id for b in laporan.bagian} | set(semua.id)
    assert {t.removeprefix("#") for t in semua.tautan if t.startswith("#")} <= anker
    kartu = re.findall(r'<li[^>]*><a href="#([^"]+)"><b>([^<]+)</b>', laporan.bagian[0].html)
    assert ("galat", str(hasil.count(Keparahan.GALAT))) in kartu


def test_every_anchor_is_used_once(hasil: Hasil, tmp_path: Path) -> None:
    for spec in pages(situs(hasil, tmp_path)):
        id_ = [b.id for b in spec.bagian] + read("".join(b.html for b in spec.bagian)).id
        assert len(id_) == len(set(id_)), spec.src_uri
        assert spec.bagian[0].tingkat == 1
        # Levels are never skipped on the way down.
        tingkat = [b.tingkat for b in spec.bagian]
        assert all(b <= a + 1 for a, b in pairwise(tingkat)), spec.src_uri


def test_printed_text_never_becomes_markup(tmp_path: Path) -> None:
    laporan = LAPORAN
    for teks in ("Tabel 2", "Pelanggan berkurang", "Pengujian"):
        laporan = laporan.replace(teks, HOSTILE)
    site(tmp_path, laporan)
    s = situs(run(tmp_path), tmp_path)
    for spec in pages(s):
        html = "".join(b.html for b in spec.bagian)
        assert "<script>" not in html, spec.src_uri
        assert "onclick" not in read(html).atribut, spec.src_uri
    assert "alert(1)" in text(halaman(s)["satker/uji/2025-tw2.md"])


def test_unreadable_files_have_a_page_with_the_line_and_what_to_do(tmp_path: Path) -> None:
    jalur = site(tmp_path)
    jalur.write_text("laporan:\n  dokumen: a\n\ttahun: 2025\n", "utf-8")
    s = situs(run(tmp_path), tmp_path)
    isi = text(halaman(s)["satker/uji/2025-tw2.md"])
    assert "Berkas belum terbaca" in isi
    assert "data/satker/uji/2025-tw2.yml:3:" in isi
    assert "tahun: 2025" in isi
    assert "KIN901" in isi
    assert "Berkas belum terbaca" in BLOCKS["beranda"](s.halaman("index.md"))


def test_findings_about_shared_files_have_a_place(tmp_path: Path) -> None:
    site(tmp_path, indikator="indikator:\n  ikm: {nama: IKM, arrah: naik}\n")
    s = situs(run(tmp_path), tmp_path)
    daftar = halaman(s)["satker/index.md"]
    assert "bersama" in {b.id for b in daftar.bagian}
    assert "arrah" in text(daftar)


def test_no_data_at_all_is_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    s = situs(run(tmp_path), tmp_path)
    assert "Belum ada laporan" in text(halaman(s)["satker/index.md"])
    assert "Belum ada laporan" in BLOCKS["beranda"](s.halaman("index.md"))


def test_both_languages_and_the_same_bytes_twice(hasil: Hasil, tmp_path: Path) -> None:
    english = halaman(situs(hasil, tmp_path, "en"))
    assert "As computed" in text(english["satker/uji/2025-tw2.md"])
    isi = [{u: p.bagian for u, p in halaman(situs(hasil, tmp_path)).items()} for _ in range(2)]
    assert isi[0] == isi[1]
    assert set(english) == set(halaman(situs(hasil, tmp_path)))


def test_offices_are_in_alphabetical_order_whatever_was_found(hasil: Hasil, tmp_path: Path) -> None:
    (laporan,) = hasil.laporan
    bersih = replace(laporan, satker=replace(laporan.satker, id="z", singkatan="A"))
    hasil = replace(hasil, satker={"uji": laporan.satker, "z": bersih.satker}, laporan=(laporan, bersih))
    isi = BLOCKS["beranda"](situs(hasil, tmp_path).halaman("index.md"))
    assert isi.index(">A</a>") < isi.index(">BU</a>")
    assert "bukan peringkat" in isi


def test_missing_quarters_are_a_status_but_those_to_come_are_not(hasil: Hasil, tmp_path: Path) -> None:
    (laporan,) = hasil.laporan
    assert [str(p) for p in periods([laporan])] == ["2025-tw1", "2025-tw2"]
    assert BLOCKS["beranda"](situs(hasil, tmp_path).halaman("index.md")).count("Belum dilaporkan<") == 1


def test_reports_of_other_years_are_not_pushed_out_by_quarters_nobody_reported(hasil: Hasil) -> None:
    (laporan,) = hasil.laporan
    lain = [Periode.tahunan(2022), Periode.triwulan(2023, 2), Periode.tahunan(2023), Periode.triwulan(2024, 4)]
    semua = [laporan, *(replace(laporan, periode=p) for p in lain)]
    assert [str(p) for p in periods(semua)] == ["2022", "2023-tw2", "2023", "2024-tw4", "2025-tw2"]


def test_every_rule_has_a_page_with_its_examples(hasil: Hasil, tmp_path: Path) -> None:
    semua = halaman(situs(hasil, tmp_path))
    for aturan in hasil.aturan:
        isi = text(semua[f"aturan/{aturan.id.lower()}.md"])
        assert "Harus menjadi temuan" in isi
        assert "Tidak boleh menjadi temuan" in isi
    (temuan,) = [t for t in hasil.temuan if t.aturan == "KIN202"]
    tautan = read("".join(b.html for b in semua["aturan/kin202.md"].bagian)).tautan
    assert f"../../satker/uji/2025-tw2/#t-{temuan.id}" in tautan


def test_a_permalink_survives_new_rows_new_words_and_another_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas_laporan = site(tmp_path, LAPORAN)
    asli = {t.id: (t.aturan, t.hal) for t in run(tmp_path).temuan if t.aturan in {"KIN202", "KIN401"}}
    assert len(asli) > 1
    pindah = LAPORAN.replace("      Kalibrasi   | 20\n", "").replace(
        "      Pengujian   | 10\n", "      Kalibrasi   | 20\n      Pengujian   | 10\n"
    )
    bagian = pindah.partition("  - id: capaian")
    pindah = f"# Catatan baru\n{bagian[0].replace('tempat: Tabel 1', 'tempat: Tabel Satu')}{bagian[1]}{bagian[2]}"
    berkas_laporan.write_text(pindah, "utf-8")
    aturan = shutil.copytree(shipped_rules(), tmp_path / "aturan")
    for berkas in aturan.glob("*.yml"):
        teks = berkas.read_text("utf-8")
        berkas.write_text(teks.replace("padahal", "sedangkan").replace("tercapai dengan", "dicapai dengan"), "utf-8")
    monkeypatch.setattr("mkdocs_kinerja.pipeline.shipped_rules", lambda: aturan)
    baru = run(tmp_path)
    assert any("sedangkan" in t.pesan["id"] for t in baru.temuan)
    assert asli.items() <= {t.id: (t.aturan, t.hal) for t in baru.temuan}.items()
