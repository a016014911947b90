"""Readers on their way: from the home page to a finding, by permalink, by search, and what they leave behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from contoh_halaman import reports, samples, smallest

pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`")
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

Buka = Callable[..., Page]


def in_view(tempat: Locator) -> bool:
    """Whether something is on the screen, below the header that stays there."""
    return tempat.evaluate(
        """e => {
          const k = e.getBoundingClientRect();
          const kepala = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
          return k.height > 0 && k.top >= kepala - 1 && k.top < innerHeight;
        }"""
    )


@pytest.fixture(scope="module")
def satu(folder_situs: Path) -> tuple[str, str]:
    """The page of a report and the id of a finding in the middle of it."""
    alamat = reports(folder_situs)[0]
    id_ = re.findall(r'id="(t-[0-9a-f]+)"', (folder_situs / alamat / "index.html").read_text("utf-8"))
    return alamat, id_[len(id_) // 2]


@pytest.mark.parametrize("skrip", [True, False], ids=["skrip", "tanpa-skrip"])
def test_a_finding_is_two_clicks_from_the_home_page(buka: Buka, skrip: bool) -> None:
    halaman = buka(java_script_enabled=skrip)
    halaman.locator("table.kin-matriks a").filter(has_text=re.compile(r"^[\d.]+ temuan")).first.click()
    expect(halaman).to_have_url(re.compile("#temuan$"))
    halaman.locator("#temuan ~ * a[href*='#t-']").first.click()
    expect(halaman).to_have_url(re.compile("#t-[0-9a-f]+$"))
    tujuan = halaman.locator(f"[id='{urldefrag(halaman.url).fragment}']")
    assert in_view(tujuan)
    expect(tujuan).not_to_be_empty()


def test_a_permalink_shows_its_finding_and_marks_it(buka: Buka, satu: tuple[str, str]) -> None:
    alamat, id_ = satu
    halaman = buka(f"{alamat}#{id_}")
    assert in_view(halaman.locator(f"[id='{id_}']"))
    # The heading or the block beside it differs from one of the same severity that is not meant.
    tampak = """id => {
      const judul = document.getElementById(id);
      const blok = judul.closest(".kin-temuan") ?? judul.nextElementSibling;
      return [judul, blok].map(e => {
        const g = getComputedStyle(e);
        return [g.backgroundColor, g.outlineStyle, g.outlineWidth, g.boxShadow, g.borderLeftWidth].join();
      }).join();
    }"""
    ditunjuk = halaman.evaluate(tampak, id_)
    halaman.evaluate("location.hash = '#temuan'")
    assert halaman.evaluate(tampak, id_) != ditunjuk


def test_a_button_copies_the_permalink(buka: Buka, situs: str, satu: tuple[str, str]) -> None:
    alamat, id_ = satu
    halaman = buka(alamat, permissions=["clipboard-read", "clipboard-write"])
    halaman.evaluate("id => document.getElementById(id).scrollIntoView()", id_)
    tombol = halaman.locator(f".kin-temuan:has(a.kin-id[href$='#{id_}']) button.kin-salin")
    tombol.click()
    expect(tombol).to_have_text("tautan tersalin")
    assert halaman.evaluate("navigator.clipboard.readText()") == f"{situs}{alamat}#{id_}"


@pytest.mark.parametrize(
    "dicari",
    [
        pytest.param("KIN201", id="aturan"),
        pytest.param("Indeks Kepuasan Masyarakat", id="indikator"),
        pytest.param("6042.EBA", id="kro"),
        pytest.param("6.464.414.000", id="jumlah"),
    ],
)
def test_search_leads_to_what_is_searched_for(buka: Buka, folder_situs: Path, situs: str, dicari: str) -> None:
    halaman = buka()
    halaman.locator("[data-md-component='search-query']").click()
    # What is typed before the index is there is not looked up.
    expect(halaman.locator(".md-search-result__meta")).to_have_text("Ketik untuk mulai pencarian", timeout=30_000)
    # Looked up once, at the key after it, and not letter by letter.
    halaman.keyboard.insert_text(dicari)
    halaman.keyboard.press("End")
    pertama = halaman.locator(".md-search-result__link").first
    expect(pertama).to_be_visible(timeout=30_000)
    tujuan, jangkar = urldefrag(pertama.evaluate("(a) => a.href"))
    jalur = unquote(tujuan.partition("?")[0].removeprefix(situs))
    teks = (folder_situs / jalur / "index.html").read_text("utf-8")
    # In a page of a million letters the place matters as well.
    assert dicari in (teks[teks.index(f'id="{unquote(jangkar)}"') :] if jangkar else teks)
    pertama.click()
    expect(halaman).to_have_url(re.compile(re.escape(jalur)))
    expect(halaman.locator("article h1")).to_be_visible()


# -- traces, policies, complaints --------------------------------------------------------------------------------------------


def test_nothing_is_kept_but_settings_of_the_display(
    buka: Buka, konteks: Callable[..., BrowserContext], situs: str
) -> None:
    halaman = buka()
    halaman.locator("[data-md-component='palette'] label:visible").click()
    halaman.locator("[data-md-component='search-query']").click()
    expect(halaman.locator(".md-search-result__meta")).to_have_text("Ketik untuk mulai pencarian", timeout=30_000)
    halaman.keyboard.insert_text("kendala")
    halaman.keyboard.press("End")
    expect(halaman.locator(".md-search-result__link").first).to_be_visible()
    halaman.goto(f"{situs}satker/")
    assert halaman.context.cookies() == []
    kunci = halaman.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert {k.rpartition("__")[2] for k in kunci} <= {"palette", "tabs"}
    assert halaman.evaluate("navigator.serviceWorker.getRegistrations().then((r) => r.length)") == 0


def test_a_policy_that_is_given_is_kept_and_holds(
    buka: Buka, peramban: Browser, folder_situs: Path, situs: str
) -> None:
    kebijakan = [a for a in samples(folder_situs) if 'http-equiv="Content-Security-Policy"' in _source(folder_situs, a)]
    if not kebijakan:
        pytest.skip("situs ini belum menyatakan Content-Security-Policy")
    assert kebijakan == samples(folder_situs)
    halaman = buka()
    for alamat in smallest(folder_situs):
        halaman.goto(situs + alamat)
        halaman.locator("[data-md-component='palette'] label:visible").click()
    # Without the collector of complaints: what follows is to be refused.
    konteks = peramban.new_context()
    asing = konteks.new_page()
    asing.goto(situs)
    asing.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.masuk = 1'}))"
    )
    assert asing.evaluate("window.masuk") is None
    konteks.close()


def _source(folder: Path, alamat: str) -> str:
    berkas = folder / alamat
    return (berkas if berkas.is_file() else berkas / "index.html").read_text("utf-8")[:20_000]


def test_complaints_are_collected(buka: Buka, keluhan: list[str]) -> None:
    halaman = buka()
    halaman.evaluate("console.error('satu')")
    halaman.evaluate("setTimeout(() => { throw new Error('dua') })")
    halaman.evaluate("fetch('http://contoh.invalid/tiga').catch(() => 0)")
    halaman.evaluate("new Promise((selesai) => setTimeout(selesai, 50))")
    semua = " ".join(keluhan)
    keluhan.clear()
    assert "error: satu" in semua
    assert "skrip: dua" in semua
    # The policy of the page lets no request leave.
    assert "CSP: connect-src: http://contoh.invalid/tiga" in semua
