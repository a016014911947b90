"""Every kind of page, each opened once, on a phone and on a screen: width, headings, tables, languages, files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from contoh_halaman import reports, samples, smallest
from pembaca import new_reader

pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`")
from playwright.sync_api import Browser, Page

Buka = Callable[..., Page]

LEBAR = """() => {
  const lebar = document.documentElement.clientWidth, akar = document.scrollingElement;
  if (akar.scrollWidth <= lebar) return [];
  const gulir = (e) => e && e !== document.body && (getComputedStyle(e).overflowX !== "visible" || gulir(e.parentElement));
  const keluar = [...document.querySelectorAll("body *")].filter((e) =>
    e.getBoundingClientRect().right > lebar + 1 && !gulir(e.parentElement));
  return [`${akar.scrollWidth} > ${lebar}`, ...keluar.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))];
}"""
# Material sees to code blocks, as soon as they come into view.
TERJANGKAU = """() => [...document.querySelectorAll("article *")].filter((e) =>
  e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX)
  && e.checkVisibility() && !e.matches("pre > code") && !e.hasAttribute("tabindex") && !e.querySelector("a[href], button, [tabindex]")
).slice(0, 3).map((e) => e.outerHTML.slice(0, 140))"""
JUDUL = """() => {
  const keluhan = [], katakan = (apa, e) => keluhan.push(`${apa}: ${e.outerHTML.slice(0, 140)}`);
  const judul = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((e) => e.checkVisibility());
  if (judul.filter((e) => e.localName === "h1").length !== 1) keluhan.push("h1 bukan satu");
  if (judul[0]?.localName !== "h1") keluhan.push("tidak diawali h1");
  judul.slice(1).forEach((e, i) => { if (e.localName[1] - judul[i].localName[1] > 1) katakan("tingkat terlewat", e); });
  judul.forEach((e) => { if (!e.textContent.trim()) katakan("judul kosong", e); });
  const nama = new Set();
  for (const e of document.querySelectorAll("article [role=region]")) {
    if (nama.has(e.ariaLabel)) katakan("nama daerah berulang", e);
    nama.add(e.ariaLabel);
  }
  return keluhan.slice(0, 6);
}"""
TABEL = """() => {
  const keluhan = [], katakan = (apa, e) => keluhan.push(`${apa}: ${e.outerHTML.slice(0, 140)}`);
  for (const t of document.querySelectorAll("article table")) {
    const kepala = [...t.querySelectorAll("th")];
    if (!kepala.length) katakan("tanpa th", t);
    kepala.filter((e) => !e.textContent.trim()).forEach((e) => katakan("th kosong", e));
    // Markdown writes tables without scope; theirs are in `thead` alone, where it goes without saying.
    kepala.filter((e) => !e.scope && (t.matches(".kin-tabel") || !e.closest("thead"))).forEach((e) => katakan("tanpa scope", e));
    if (t.matches(".kin-tabel") && !t.caption && !t.closest("[aria-label]")) katakan("tanpa nama", t);
  }
  return keluhan.slice(0, 6);
}"""
# Not `innerText`: what is out of view is not laid out, and has none.
KATA = """(e) => {
  const kata = [], jalan = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  while (jalan.nextNode()) kata.push(jalan.currentNode.data);
  return kata.join(" ");
}"""
TAUTAN = """() => [...document.querySelectorAll("article a[href]")].map((a) => a.href)"""


@dataclass
class Tilikan:
    """What was seen: by question and page, only pages of which there is something to say."""

    keluhan: list[str] = field(default_factory=list)
    jawaban: dict[str, dict[str, Any]] = field(default_factory=dict)
    bahasa: dict[str, str] = field(default_factory=dict)
    kata: dict[str, set[str]] = field(default_factory=dict)
    berkas: set[str] = field(default_factory=set)
    halaman: int = 0


@pytest.fixture(scope="module")
def tilikan(peramban: Browser, situs: str, folder_situs: Path) -> Tilikan:
    """All pages that stand for their kinds, each loaded once."""
    hasil = Tilikan()
    konteks = new_reader(peramban, hasil.keluhan, has_touch=True)
    halaman = konteks.new_page()
    panjang = set(reports(folder_situs)[1:])
    for alamat in samples(folder_situs):
        for lebar, tinggi, tanya in (
            (320, 640, {"lebar-320": LEBAR, "terjangkau": TERJANGKAU}),
            (390, 844, {"lebar-390": LEBAR}),
            (1280, 900, {"judul": JUDUL, "tabel": TABEL}),
        ):
            # To lay out a report takes seconds, and what fits the narrow screen fits this one.
            if lebar == 390 and alamat in panjang:
                continue
            halaman.set_viewport_size({"width": lebar, "height": tinggi})
            if lebar == 320:
                halaman.goto(situs + alamat)
            for nama, program in tanya.items():
                if jawab := halaman.evaluate(program):
                    hasil.jawaban.setdefault(nama, {})[alamat] = jawab
        hasil.bahasa[alamat] = halaman.evaluate("document.documentElement.lang")
        hasil.kata[alamat] = words(halaman)
        for a in halaman.evaluate(TAUTAN):
            if a.startswith(situs) and re.search(r"\.(?!html)\w+$", urldefrag(a).url.removeprefix(situs)):
                hasil.berkas.add(urldefrag(a).url)
        hasil.halaman += 1
    konteks.close()
    return hasil


def words(halaman: Page) -> set[str]:
    return set(re.findall(r"\w{4,}", halaman.locator("article").evaluate(KATA).lower()))


def test_all_kinds_of_pages_were_seen_without_complaint(tilikan: Tilikan) -> None:
    assert tilikan.halaman > 15
    assert not tilikan.keluhan, "\n".join(tilikan.keluhan)


@pytest.mark.parametrize("apa", ["lebar-320", "lebar-390", "terjangkau", "judul", "tabel"])
def test_pages_are_laid_out_for_everybody(tilikan: Tilikan, apa: str) -> None:
    """No page is wider than a phone; what scrolls is reached by keyboard; headings leave out no level and names of
    regions do not repeat; tables have headers."""
    keliru = tilikan.jawaban.get(apa, {})
    assert not keliru, "\n".join(f"{a or 'beranda'}: {x}" for a, daftar in keliru.items() for x in daftar)


def test_pages_name_their_language(tilikan: Tilikan, buka: Buka, situs_inggris: str) -> None:
    assert set(tilikan.bahasa.values()) == {"id"}
    halaman = buka(situs_inggris)
    for alamat in ("satker/uji/2025-tw2/", "aturan/kin201/"):
        halaman.goto(situs_inggris + alamat)
        assert halaman.locator("html").get_attribute("lang") == "en", alamat


def test_files_that_pages_offer_are_there(tilikan: Tilikan, buka: Buka, situs: str) -> None:
    halaman = buka()
    jawaban = {a: halaman.request.get(a) for a in sorted(tilikan.berkas)}
    assert not [a for a, j in jawaban.items() if not j.ok or not j.body()]
    assert jawaban[f"{situs}api/v1/temuan.json"].json()["ringkasan"]["laporan"] == 5


def test_pages_say_the_same_without_scripts(tilikan: Tilikan, buka: Buka, folder_situs: Path, situs: str) -> None:
    halaman = buka(java_script_enabled=False)
    kurang = {}
    for alamat in smallest(folder_situs):
        if alamat == "penjelajah/":
            continue  # What its script adds and leaves away has tests of its own.
        halaman.goto(situs + alamat)
        # Buttons that only a script can serve are added by it.
        hilang = tilikan.kata[alamat] - words(halaman) - {"salin", "tautan", "tersalin"}
        if hilang or not halaman.locator("article h1").is_visible():
            kurang[alamat] = sorted(hilang)[:9]
        tabel = halaman.locator("article table").first
        if tabel.count():
            assert tabel.locator("tr").count(), alamat
    assert not kurang
