"""Real builds: MkDocs with the plugin, as a site uses it."""

from __future__ import annotations

import html
import json
import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from pabrik import LAPORAN_YML, own_rules, site

from mkdocs_kinerja.plugin import KinerjaPlugin

sys.path.insert(0, str(Path(__file__).parent / "site"))
from halaman import broken_links, outside, read, repeated_ids

HOSTILE = "<script>alert(1)</script> {{ 7*7 }}"
SALAH = LAPORAN_YML.replace("100,9%", "190,9%")
"""KIN201, a galat."""
MATERIAL = {
    "name": "material", "language": "id", "font": False, "features": ["navigation.path", "navigation.footer"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _lingkungan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    # The clock of sitemap.xml and its compressed twin.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751846400")


def project(folder: Path, *, laporan: str = LAPORAN_YML, plugin: dict[str, Any] | None = None, **lain: Any) -> Path:
    """Write a site and return its mkdocs.yml."""
    site(folder, laporan)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Beranda\n\n<!-- kinerja:beranda -->\n", "utf-8")
    isi = {
        "site_name": "Uji",
        "theme": MATERIAL,
        "extra": {"generator": False},
        "plugins": ["search", {"kinerja": plugin or {}}],
        "nav": [{"Beranda": "index.md"}, {"Satker": "satker/index.md"}, {"Aturan": "aturan/index.md"}],
        "markdown_extensions": [{"toc": {"permalink": True, "toc_depth": 3}}],
        **lain,
    }
    jalur = folder / "mkdocs.yml"
    jalur.write_text(yaml.safe_dump(isi), "utf-8")
    return jalur


def make(mkdocs_yml: Path, folder: Path | None = None, **lain: Any) -> Path:
    """Build a site and return its folder."""
    config: MkDocsConfig = load_config(str(mkdocs_yml), site_dir=str(folder or mkdocs_yml.parent / "situs"), **lain)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def plain(halaman: Path) -> str:
    """Return the text of a page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", "", re.sub(r"(?=<t[hrd])", " ", halaman.read_text("utf-8"))).split())


def mkdocs(*perintah: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *perintah], cwd=cwd, capture_output=True, encoding="utf-8", timeout=120,
        check=False,
    )  # fmt: skip


# -- what is built -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("direktori", [True, False])
def test_all_links_resolve_and_nothing_comes_from_outside(tmp_path: Path, direktori: bool) -> None:
    situs = make(project(tmp_path, laporan=SALAH, use_directory_urls=direktori))
    assert not broken_links(situs)
    assert not outside(situs)
    assert not repeated_ids(situs)
    alamat = "satker/uji/2025-tw2/index.html" if direktori else "satker/uji/2025-tw2.html"
    isi = (situs / alamat).read_text("utf-8")
    assert "190,9%" in isi
    assert "kinerja/kinerja.css" in isi
    assert (situs / "kinerja" / "kinerja.css").is_file()
    assert json.loads((situs / "api/v1/temuan.json").read_text("utf-8"))["ringkasan"]["laporan"] == 1


def test_the_own_site_builds_strictly(akar: Path, tmp_path: Path) -> None:
    for nama in ("docs", "data"):
        shutil.copytree(akar / nama, tmp_path / nama)
    shutil.copy(akar / "mkdocs.yml", tmp_path)
    selesai = mkdocs("build", "--strict", "-d", "situs", cwd=tmp_path)
    assert selesai.returncode == 0, selesai.stderr
    assert not broken_links(tmp_path / "situs")
    assert not outside(tmp_path / "situs")
    assert not repeated_ids(tmp_path / "situs")


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, laporan=SALAH)
    a, b = make(mkdocs_yml, tmp_path / "a"), make(mkdocs_yml, tmp_path / "b")
    berkas = sorted(p.relative_to(a) for p in a.rglob("*") if p.is_file())
    assert berkas == sorted(p.relative_to(b) for p in b.rglob("*") if p.is_file())
    assert [str(p) for p in berkas if (a / p).read_bytes() != (b / p).read_bytes()] == []


def test_hostile_text_stays_text_everywhere(tmp_path: Path) -> None:
    laporan = LAPORAN_YML.replace("Tabel 2", HOSTILE).replace("nama: Layanan", f"nama: '{HOSTILE}'")
    situs = make(project(tmp_path, laporan=laporan))
    (tmp_path / "data/satker/uji/satker.yml").write_text(f"satker:\n  nama: '{HOSTILE}'\n", "utf-8")
    situs = make(tmp_path / "mkdocs.yml")
    for jalur in situs.rglob("*.html"):
        isi = jalur.read_text("utf-8")
        assert "<script>alert" not in isi, jalur
        assert "49" not in read(isi).teks, jalur
    assert "alert(1)" in (situs / "satker/uji/2025-tw2/index.html").read_text("utf-8")
    assert not broken_links(situs)


def test_report_pages_stay_out_of_the_navigation_but_know_where_they_are(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path)
    shutil.copy(tmp_path / "data/satker/uji/2025-tw2.yml", tmp_path / "data/satker/uji/2025-tw3.yml")
    situs = make(mkdocs_yml)
    beranda = (situs / "index.html").read_text("utf-8")
    navigasi = beranda[beranda.index("md-nav--primary") : beranda.index("md-content")]
    assert "2025-tw2" not in navigasi
    assert "satker/" in navigasi
    laporan = (situs / "satker/uji/2025-tw3/index.html").read_text("utf-8")
    jejak = laporan[laporan.index('class="md-path"') :]
    jejak = jejak[: jejak.index("</nav>")]
    assert jejak.index('href="../../"') < jejak.index('href="../"')
    kaki = laporan[laporan.index("md-footer") :]
    assert "../2025-tw2/" in kaki


def test_the_search_finds_each_finding_by_its_permalink(tmp_path: Path) -> None:
    situs = make(project(tmp_path, laporan=SALAH))
    temuan = json.loads((situs / "api/v1/temuan.json").read_text("utf-8"))["temuan"]
    lokasi = {d["location"] for d in json.loads((situs / "search/search_index.json").read_text("utf-8"))["docs"]}
    assert temuan
    assert {f"satker/{t['satker']}/{t['laporan']}/#t-{t['id']}" for t in temuan} <= lokasi


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme_works_too(tmp_path: Path, theme: str) -> None:
    situs = make(project(tmp_path, laporan=SALAH, theme={"name": theme}, extra={}))
    isi = (situs / "satker/uji/2025-tw2/index.html").read_text("utf-8")
    assert "190,9%" in isi
    assert "kinerja/kinerja.css" in isi


def test_edit_and_file_links_lead_to_the_data(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, laporan=SALAH, repo_url="https://contoh.id/kinerja", edit_uri="edit/main/docs/",
                         theme={"name": "readthedocs"}, extra={})  # fmt: skip
    tautan = read((make(mkdocs_yml) / "satker/uji/2025-tw2/index.html").read_text("utf-8")).tautan
    assert "https://contoh.id/kinerja/edit/main/data/satker/uji/2025-tw2.yml" in tautan
    assert any(t.startswith("https://contoh.id/kinerja/blob/main/data/satker/uji/2025-tw2.yml#L") for t in tautan)


def test_a_page_written_by_hand_wins(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path)
    (tmp_path / "docs/satker").mkdir()
    (tmp_path / "docs/satker/index.md").write_text("# Satker kami\n\n<!-- kinerja:beranda -->\n", "utf-8")
    isi = (make(mkdocs_yml) / "satker/index.html").read_text("utf-8")
    assert "Satker kami" in isi
    assert "kin-matriks" in isi


def test_english_and_settings_reach_the_pages(tmp_path: Path) -> None:
    mkdocs_yml = project(
        tmp_path, laporan=SALAH, plugin={"bahasa": "en", "keparahan": {"KIN201": "info"}, "abaikan": ["KIN401"]}
    )
    isi = (make(mkdocs_yml) / "satker/uji/2025-tw2/index.html").read_text("utf-8")
    assert "Reported" in isi
    temuan = json.loads((tmp_path / "situs/api/v1/temuan.json").read_text("utf-8"))["temuan"]
    assert {t["keparahan"] for t in temuan if t["aturan"] == "KIN201"} == {"info"}
    assert not [t for t in temuan if t["aturan"] == "KIN401"]


SETELAN = """\
aturan: aturan
ambang: {KIN407: {batas: 100}}
satker:
  uji: {abaikan: [KIN401], keparahan: {KIN407: galat}, ambang: {KIN407: {batas: 100.5}}}
  lain: {ambang: {KIN407: {batas: 101}}}
"""


def test_settings_of_a_file_and_own_rules_reach_the_pages(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, plugin={"keparahan": {"KIN851": "peringatan"}})
    shutil.copytree(tmp_path / "data/satker/uji", tmp_path / "data/satker/lain")
    (tmp_path / "kinerja.yml").write_text(SETELAN, "utf-8")
    own_rules(tmp_path / "aturan" / "8.yml")
    own_rules(tmp_path / "aturan" / "4.yml", "KIN490", 4, "Simpulan kami")
    situs = make(mkdocs_yml, strict=True)
    temuan = json.loads((situs / "api/v1/temuan.json").read_text("utf-8"))["temuan"]
    assert {(t["satker"], t["aturan"], t["keparahan"]) for t in temuan} == {
        ("lain", "KIN401", "info"), ("lain", "KIN490", "info"), ("lain", "KIN851", "peringatan"),
        ("uji", "KIN407", "galat"), ("uji", "KIN490", "info"), ("uji", "KIN851", "peringatan"),
    }  # fmt: skip
    katalog = html.unescape((situs / "aturan/index.html").read_text("utf-8"))
    assert re.findall(r"<h2[^>]*>(KIN[48]xx: [^<]*)", katalog) == [
        "KIN4xx: Simpulan", "KIN4xx: Simpulan kami", "KIN8xx: Data pribadi", "KIN8xx: Milik kami",
    ]  # fmt: skip
    assert "Contoh ini dijalankan sebagai uji" in plain(situs / "aturan/kin851/index.html")
    khusus = plain(situs / "aturan/kin407/index.html")
    assert "batas = 100 persen" in khusus
    assert "BU: Galat, batas = 100,5 persen" in khusus
    assert "BU: tidak dipakai" in plain(situs / "aturan/kin401/index.html")
    laporan = plain(situs / "satker/uji/2025-tw2/index.html")
    assert "tidak dipakai untuk satker ini" in laporan
    assert laporan.index("Simpulan KIN401") < laporan.index("Simpulan kami KIN490") < laporan.index("Milik kami KIN851")
    assert not broken_links(situs)
    assert not repeated_ids(situs)


def test_mkdocs_yml_wins_over_the_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    mkdocs_yml = project(tmp_path, plugin={"data": "data", "keparahan": {"KIN401": "galat"}})
    (tmp_path / "kinerja.yml").write_text(
        "data: tiada\nkeparahan: {KIN401: peringatan, KIN407: galat}\nambang: {KIN407: {batas: 100}}\n", "utf-8"
    )
    temuan = json.loads((make(mkdocs_yml) / "api/v1/temuan.json").read_text("utf-8"))["temuan"]
    assert {(t["aturan"], t["keparahan"]) for t in temuan} == {("KIN401", "galat"), ("KIN407", "galat")}
    mkdocs_yml.write_text(mkdocs_yml.read_text("utf-8").replace("data: data", "bahasa: id"), "utf-8")
    with pytest.raises(Abort):
        make(mkdocs_yml)
    assert "tiada' tidak ditemukan" in caplog.text


def test_decimals_of_mkdocs_yml_are_as_they_were_typed(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, plugin={"ambang": {"KIN407": {"batas": 100.85}}, "satker": {"uji": {}}})
    config = load_config(str(mkdocs_yml))
    plugin = config.plugins["kinerja"]
    assert isinstance(plugin, KinerjaPlugin)
    (_, atas) = plugin.config.settings(config).lapis
    nilai = atas.umum.ambang["KIN407"]["batas"]
    assert isinstance(nilai, Decimal)
    assert str(nilai) == "100.85"


# -- what makes a build fail -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pilihan", [[], ["-q"], ["--strict"], ["--strict", "-q"]])
def test_the_gate_does_not_depend_on_quiet_or_strict(tmp_path: Path, pilihan: list[str]) -> None:
    project(tmp_path, laporan=SALAH, plugin={"gagal_pada": "galat"}, theme={"name": "readthedocs"}, extra={})
    selesai = mkdocs("build", *pilihan, cwd=tmp_path)
    assert selesai.returncode == 1
    assert "gagal_pada" in selesai.stderr
    assert "data/satker/uji/2025-tw2.yml:" in selesai.stderr
    assert "Traceback" not in selesai.stderr


def test_findings_alone_do_not_fail_even_a_strict_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"):
        make(project(tmp_path, laporan=SALAH), strict=True)
    assert "1 laporan" in caplog.text
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


def test_the_gate_lets_pass_what_is_less_serious(tmp_path: Path) -> None:
    make(project(tmp_path, plugin={"gagal_pada": "galat"}))


def test_an_unreadable_file_is_a_warning_and_a_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    situs = make(project(tmp_path, laporan="laporan:\n\tdokumen: x\n"))
    assert [r.getMessage() for r in caplog.records if "data/satker/uji/2025-tw2.yml:2:" in r.getMessage()]
    assert "Berkas belum terbaca" in (situs / "satker/uji/2025-tw2/index.html").read_text("utf-8")
    assert "kinerja-banner" not in (situs / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("plugin", "pesan"),
    [
        ({"data": "dta"}, "Folder data"),
        ({"abaikan": ["KIN2O1"]}, "Maksud Anda"),
        ({"gagal_pada": "gallat"}, "gagal_pada"),
        ({"aturan": ["aturn"]}, "mkdocs.yml:14:7: Folder aturan `aturn` tidak dikenal. Maksud Anda `aturan`?"),
        ({"abaikn": ["KIN401"]}, "mkdocs.yml:13:5: Pilihan `abaikn` tidak dikenal. Maksud Anda `abaikan`?"),
        (
            {"keparahan": {"KIN401": "galt"}},
            "mkdocs.yml:14:15: `keparahan > KIN401` tidak boleh berisi teks “galt”. Maksud Anda `galat`?",
        ),
        (
            {"ambang": {"KIN407": {"bats": 9.5}}},
            "mkdocs.yml:15:9: ambang: KIN407: Ambang `bats` tidak dikenal. Maksud Anda `batas`?",
        ),
        (
            {"ambang": {"KIN407": {"batas": float("inf")}}},
            "mkdocs.yml:15:16: `ambang > KIN407 > batas` harus berupa angka",
        ),
        ({"satker": {"ujii": {}}}, "mkdocs.yml:14:7: Satker `ujii` tidak dikenal. Maksud Anda `uji`?"),
    ],
)
def test_wrong_settings_end_a_build_with_a_clear_message(tmp_path: Path, plugin: dict[str, Any], pesan: str) -> None:
    project(tmp_path, plugin=plugin, theme={"name": "readthedocs"}, extra={})
    (tmp_path / "aturan").mkdir()
    selesai = mkdocs("build", cwd=tmp_path)
    assert selesai.returncode == 1
    assert pesan in selesai.stderr
    assert "Traceback" not in selesai.stderr


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("satker:\n  uji:\n    abaikan: [KIN401, KIN4O7]\n", "kinerja.yml:3:23: satker uji: abaikan: Aturan `KIN4O7` tidak"),
        ("data: [data]\n", "kinerja.yml:1:7: `data` harus berupa teks"),
    ],
)  # fmt: skip
def test_a_wrong_settings_file_ends_a_build_with_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, isi: str, pesan: str
) -> None:
    mkdocs_yml = project(tmp_path)
    (tmp_path / "kinerja.yml").write_text(isi, "utf-8")
    with pytest.raises(Abort):
        make(mkdocs_yml)
    assert pesan in caplog.text


@pytest.mark.parametrize("ambang", ["{KIN407: {bats: 2}}", "{KIN407: {bats: !ENV [TIADA, 2]}}"])
def test_a_wrong_option_is_told_where_it_is_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, ambang: str
) -> None:
    project(tmp_path).rename(tmp_path / "dasar.yml")
    with (tmp_path / "dasar.yml").open("a") as f:
        f.write(f"plugins: {{kinerja: {{ambang: {ambang}}}}}\n")
    isi = (tmp_path / "dasar.yml").read_text("utf-8")
    (tmp_path / "dasar.yml").write_text(re.sub(r"plugins:\n(- .*\n)+", "", isi), "utf-8")
    baris = len((tmp_path / "dasar.yml").read_text("utf-8").splitlines())
    (tmp_path / "mkdocs.yml").write_text("INHERIT: dasar.yml\n", "utf-8")
    with pytest.raises(Abort):
        make(tmp_path / "mkdocs.yml")
    assert f"dasar.yml:{baris}:39: ambang: KIN407: Ambang `bats` tidak dikenal. Maksud Anda `batas`?" in caplog.text


# -- an earlier publication --------------------------------------------------------------------------------------------

LALU: dict[str, Any] = {"terbitan_lalu": "lalu.json"}


def result(situs: Path) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads((situs / "api/v1/temuan.json").read_text("utf-8"))
    return isi


def test_what_was_mended_since_the_last_publication_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    mkdocs_yml = project(tmp_path, laporan=SALAH, plugin=LALU)
    with caplog.at_level(logging.INFO, "mkdocs"):
        pertama = make(mkdocs_yml, tmp_path / "pertama", strict=True)
    assert "lalu.json belum ada; ini terbitan pertama" in caplog.text
    assert not (pertama / "perubahan").exists()
    assert "terbitan sebelumnya" not in plain(pertama / "index.html")
    assert {t["status"] for t in result(pertama)["temuan"]} == {"baru"}
    assert "kin-status-baru" not in (pertama / "satker/uji/2025-tw2/index.html").read_text("utf-8")

    shutil.copy(pertama / "api/v1/temuan.json", tmp_path / "lalu.json")
    # The mistake is mended, and another one is made: the target is not the same in both tables.
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(LAPORAN_YML.replace("| 650    |", "| 640    |"), "utf-8")
    kedua = make(mkdocs_yml, tmp_path / "kedua", strict=True)
    lama, kini = ({t["id"]: t for t in result(s)["temuan"]} for s in (pertama, kedua))
    selesai, baru = lama.keys() - kini.keys(), kini.keys() - lama.keys()
    assert selesai
    assert baru
    assert {t["id"] for t in kini.values() if t["status"] == "baru"} == baru
    assert {t["status"] for t in kini.values()} == {"baru", "tetap"}
    ringkas = f"{len(baru)} temuan baru · {len(selesai)} selesai · {len(kini) - len(baru)} tetap ada"
    assert ringkas in plain(kedua / "index.html")
    halaman = kedua / "perubahan/index.html"
    assert "Semua perbedaan berasal dari data laporan." in plain(halaman)
    assert all(html.escape(lama[i]["pesan"]["id"]) in halaman.read_text("utf-8") for i in selesai)
    assert {f"../satker/uji/2025-tw2/#t-{i}" for i in baru} <= set(read(halaman.read_text("utf-8")).tautan)
    laporan = (kedua / "satker/uji/2025-tw2/index.html").read_text("utf-8")
    assert laporan.count(">baru</span>") == len(baru)
    assert laporan.count(">tetap ada</span>") == len(kini) - len(baru)
    assert not [x for x in broken_links(kedua) if "penjelajah/" not in x]
    assert not repeated_ids(kedua)

    ketiga = make(mkdocs_yml, tmp_path / "ketiga")
    berkas = [p.relative_to(kedua) for p in sorted(kedua.rglob("*")) if p.is_file()]
    assert [str(p) for p in berkas if (kedua / p).read_bytes() != (ketiga / p).read_bytes()] == []


def test_an_earlier_publication_is_told_in_english_too(tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, laporan=SALAH, plugin={**LALU, "bahasa": "en"}, theme={"name": "mkdocs"}, extra={})
    shutil.copy(make(mkdocs_yml) / "api/v1/temuan.json", tmp_path / "lalu.json")
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(LAPORAN_YML, "utf-8")
    situs = make(mkdocs_yml)
    assert "Since the previous publication: 0 new findings ·" in plain(situs / "index.html")
    halaman = plain(situs / "perubahan/index.html")
    for potongan in ("Settled findings (", "All differences come from the data", "There are no new findings."):
        assert potongan in halaman


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"<!doctype html><title>404</title>", "bukan JSON yang utuh (baris 1)"),
        (b"", "bukan JSON yang utuh"),
        (b'{"versi": "9"}', "`versi`-nya bukan `1`"),
        (b"[" * 100_000, "bukan JSON yang utuh"),
    ],
)
def test_a_file_that_is_no_earlier_publication_ends_a_build_with_a_way_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, isi: bytes, pesan: str
) -> None:
    mkdocs_yml = project(tmp_path, plugin=LALU)
    (tmp_path / "lalu.json").write_bytes(isi)
    with pytest.raises(Abort):
        make(mkdocs_yml)
    assert f"Berkas `lalu.json` (`terbitan_lalu`) tidak dapat dipakai: {pesan}" in caplog.text
    assert re.search(r"mkdocs\.yml:\d+:\d+: Berkas", caplog.text)
    assert "hapus berkas itu untuk terbit tanpa pembanding" in caplog.text


def test_the_site_folder_is_no_place_for_the_earlier_publication(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mkdocs_yml = project(tmp_path, plugin={"terbitan_lalu": "situs/api/v1/temuan.json"})
    with pytest.raises(Abort):
        make(mkdocs_yml)
    assert "dikosongkan setiap kali situs dibangun" in caplog.text


@pytest.mark.parametrize(("alamat", "akar"), [("https://contoh.id/kinerja/", "/kinerja/"), ("", "/")])
def test_a_page_that_does_not_exist_says_where_to_go(tmp_path: Path, alamat: str, akar: str) -> None:
    situs = make(project(tmp_path, site_url=alamat))
    isi = (situs / "404.html").read_text("utf-8")
    assert "Halaman tidak ditemukan" in isi
    assert "404 - Not found" not in isi
    tautan = [t for t in read(isi).tautan if t.endswith("penjelajah/")]
    assert tautan == [f"{akar}penjelajah/"]
    assert (situs / "penjelajah/index.html").is_file()
    assert "Content-Security-Policy" in isi


# -- mkdocs serve ------------------------------------------------------------------------------------------------------


@contextmanager
def serving(folder: Path) -> Iterator[Callable[[str], str]]:
    """Run `mkdocs serve` on a free port; gives a function that fetches a page."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with (folder / "serve.log").open("w") as log:
        proses = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"], cwd=folder, stdout=log, stderr=log,
            env=os.environ,
        )  # fmt: skip

    def fetch(alamat: str) -> str:
        if proses.poll() is not None:
            raise AssertionError((folder / "serve.log").read_text())
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{alamat}", timeout=10) as jawab:
                return str(jawab.read().decode())
        except urllib.error.HTTPError as salah:
            with salah:
                return ""
        except OSError:
            return ""

    try:
        yield fetch
    finally:
        proses.terminate()
        proses.wait(20)


def until(syarat: Callable[[], bool], detik: float = 90) -> bool:
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        if syarat():
            return True
        time.sleep(0.2)
    return False


def test_serve_shows_mistakes_and_forgets_them_when_mended(tmp_path: Path) -> None:
    project(tmp_path, theme={"name": "readthedocs"}, extra={}, plugin={"gagal_pada": "info"})
    jalur = tmp_path / "data/satker/uji/2025-tw2.yml"
    baik = jalur.read_text("utf-8")
    jalur.write_text(baik.replace("  dokumen:", "\tdokumen:"), "utf-8")
    with serving(tmp_path) as fetch:
        # The first build already meets the mistake; raising there would end the server.
        assert until(lambda: "kinerja-banner" in fetch(""))
        rusak = fetch("satker/uji/2025-tw2/")
        assert "2025-tw2.yml:2:" in rusak
        assert "Berkas belum terbaca" in rusak
        jalur.write_text(baik.replace("3,893", "3,777"), "utf-8")
        assert until(lambda: "3,777" in fetch("satker/uji/2025-tw2/"))
        assert "kinerja-banner" not in fetch("")
        assert "kinerja-banner" not in fetch("satker/uji/2025-tw2/")
        jalur.write_text(baik.replace("realisasi | capaian", "realisasii | capaian"), "utf-8")
        assert until(lambda: "kinerja-banner" in fetch(""))
        assert "realisasii" in fetch("")


def test_what_is_served_after_an_edit_is_what_a_build_gives(tmp_path: Path) -> None:
    """Pages that an edit does not touch are remembered; none of them may be out of date."""
    project(tmp_path, theme={"name": "readthedocs"}, extra={}, plugin={"csp": False})
    satker = tmp_path / "data/satker/uji"
    (satker / "2024-tw2.yml").write_text(LAPORAN_YML, "utf-8")
    jalur = satker / "2025-tw2.yml"
    halaman = ["satker/uji/2025-tw2/", "satker/uji/2024-tw2/", "satker/uji/", "aturan/kin201/", "aturan/kin401/", ""]

    def article(isi: str) -> str:
        return isi[isi.index('role="main"') : isi.rindex("<footer")]

    with serving(tmp_path) as fetch:
        assert until(lambda: "2025-tw2" in fetch(""))
        # One more finding in one report; then another name, which stands in all of them.
        jalur.write_text(LAPORAN_YML.replace("69,7%", "79,7%"), "utf-8")
        assert until(lambda: "79,7%" in fetch("satker/uji/2025-tw2/"))
        satu = {h: article(fetch(h)) for h in halaman}
        (satker / "satker.yml").write_text("satker:\n  nama: Balai Lain\n  singkatan: BL\n", "utf-8")
        assert until(lambda: "Balai Lain" in fetch("satker/uji/2024-tw2/"))
        dua = {h: article(fetch(h)) for h in halaman}
    situs = make(tmp_path / "mkdocs.yml")
    assert dua == {h: article((situs / h / "index.html").read_text("utf-8")) for h in halaman}
    (satker / "satker.yml").write_text("satker:\n  nama: Balai Uji\n  singkatan: BU\n", "utf-8")
    situs = make(tmp_path / "mkdocs.yml")
    assert satu == {h: article((situs / h / "index.html").read_text("utf-8")) for h in halaman}


def test_serve_survives_missing_data_and_broken_rules(akar: Path, tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, theme={"name": "readthedocs"}, extra={}, plugin={"aturan": ["sendiri"]})
    (tmp_path / "sendiri").mkdir()
    aturan = tmp_path / "sendiri" / "8.yml"
    aturan.write_text("keluarga: 8\naturan:\n  - id: KIN8\n", "utf-8")
    with serving(tmp_path) as fetch:
        assert until(lambda: "sendiri/8.yml" in fetch(""))
        isi = (akar / "rules" / "4-simpulan.yml").read_text("utf-8")
        aturan.write_text(
            isi.replace("keluarga: 4", "keluarga: 8").replace("KIN4", "KIN8").replace("KIN80", "KIN85"), "utf-8"
        )
        assert until(lambda: "KIN851" in fetch("satker/uji/2025-tw2/"))
        assert "kinerja-banner" not in fetch("")
        mkdocs_yml.write_text(re.sub(r"aturan:\s+- sendiri", "data: tiada", mkdocs_yml.read_text("utf-8")), "utf-8")
        assert until(lambda: "Folder data" in fetch(""))


def test_serve_follows_the_settings_file_and_what_it_names(tmp_path: Path) -> None:
    project(tmp_path, theme={"name": "readthedocs"}, extra={})
    setelan = tmp_path / "kinerja.yml"
    setelan.write_text("abaikan: [KIN4O1]\n", "utf-8")
    halaman = "satker/uji/2025-tw2/"
    with serving(tmp_path) as fetch:
        # The first build already meets the mistake; raising there would end the server.
        assert until(lambda: "kinerja.yml:1:11" in fetch(""))
        setelan.write_text("abaikan: [KIN401]\n", "utf-8")
        assert until(lambda: "kinerja-banner" not in fetch("") and "KIN201" in fetch(halaman))
        assert "KIN401" not in fetch(halaman)
        setelan.write_text("satker: {ujii: {}}\n", "utf-8")
        assert until(lambda: "kinerja.yml:1:10: Satker <code>ujii" in fetch(""))
        teks = own_rules(tmp_path / "sendiri" / "8.yml")
        setelan.write_text("aturan: sendiri\n", "utf-8")
        assert until(lambda: "KIN851" in fetch(halaman))
        # A folder that was not there when the server started is watched all the same.
        (tmp_path / "sendiri" / "8.yml").write_text(teks.replace("KIN851", "KIN852"), "utf-8")
        assert until(lambda: "KIN852" in fetch(halaman))


def test_serve_tells_of_a_broken_earlier_publication_until_it_is_mended(tmp_path: Path) -> None:
    project(tmp_path, theme={"name": "readthedocs"}, extra={}, plugin=LALU)
    (tmp_path / "lalu.json").write_text("{", "utf-8")
    with serving(tmp_path) as fetch:
        assert until(lambda: "kinerja-banner" in fetch(""))
        assert "<code>lalu.json</code>" in fetch("")
        isi = {
            "versi": "1", "masukan": {"data": "", "aturan": "", "perangkat": ""}, "ringkasan": {"pemeriksaan": 0},
            "temuan": [], "pemeriksaan": [],
        }  # fmt: skip
        (tmp_path / "lalu.json").write_text(json.dumps(isi), "utf-8")
        assert until(lambda: "laporan baru" in fetch(""))
        assert "kinerja-banner" not in fetch("")


@pytest.mark.parametrize(("isi", "judul"), [(None, "Laporan kinerja, diperiksa"), ("# Milik kami\n", "Milik kami")])
def test_a_site_without_a_home_page_gets_one(isi: str | None, judul: str, tmp_path: Path) -> None:
    mkdocs_yml = project(tmp_path, nav=None, theme={"name": "mkdocs"})
    (tmp_path / "docs" / "index.md").unlink()
    if isi:
        (tmp_path / "docs" / "README.md").write_text(isi, "utf-8")
    beranda = html.unescape((make(mkdocs_yml) / "index.html").read_text("utf-8"))
    assert re.search(rf"<h1[^>]*>{judul}<", beranda)
    assert ("2025-tw2" in beranda) is (isi is None)
