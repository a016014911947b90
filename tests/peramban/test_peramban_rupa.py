"""How pages look: dark, on paper, without motion."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from contoh_halaman import reports, smallest

pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`")
from playwright.sync_api import Page, expect

Buka = Callable[..., Page]
CERAH = """e => {
  const [r, g, b] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 3;
}"""


def test_dark_mode_can_be_chosen_and_stays(buka: Buka, situs: str) -> None:
    halaman = buka(color_scheme="light")
    badan = halaman.locator("body")
    assert badan.evaluate(CERAH) > 200
    halaman.locator("[data-md-component='palette'] label:visible").click()
    expect(badan).to_have_attribute("data-md-color-scheme", "slate")
    halaman.goto(f"{situs}satker/")
    expect(badan).to_have_attribute("data-md-color-scheme", "slate")
    assert badan.evaluate(CERAH) < 60


def test_dark_mode_follows_the_computer(buka: Buka) -> None:
    assert buka(color_scheme="dark").locator("body").evaluate(CERAH) < 60


def test_on_paper_everything_folded_is_open_and_navigation_is_gone(buka: Buka, folder_situs: Path) -> None:
    halaman = buka(reports(folder_situs)[0])
    halaman.emulate_media(media="print")
    terlipat = halaman.locator("article details:not([open], .kin-cara)").evaluate_all(
        """daftar => daftar.filter((d) => [...d.children].some((e) =>
          e.localName !== "summary" && !e.checkVisibility({contentVisibilityAuto: true}))).map((d) => d.id || d.className)"""
    )
    assert not terlipat
    for jejak in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".md-search", ".kin-salin", ".md-top"):
        assert not halaman.locator(jejak).filter(visible=True).count(), jejak
    expect(halaman.locator("article h1")).to_be_visible()
    # What scrolls on a screen would be cut off on paper.
    assert not halaman.locator(".kin-gulir").evaluate_all(
        "d => d.filter((e) => getComputedStyle(e).overflowX !== 'visible').length"
    )


def test_a_report_prints(buka: Buka, folder_situs: Path) -> None:
    pdf = buka(reports(folder_situs)[0]).pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    lembar = len(re.findall(rb"/Type\s*/Page\b", pdf))
    # Neither the first screen alone nor one row a page.
    assert 5 < lembar < 400


def test_nothing_moves_for_those_who_want_no_motion(buka: Buka, folder_situs: Path, situs: str) -> None:
    halaman = buka()
    lama = """() => [...document.querySelectorAll("*")].flatMap((e) => [null, "::before", "::after"].flatMap((p) => {
      const g = getComputedStyle(e, p);
      const detik = (s) => Math.max(...s.split(",").map((x) => parseFloat(x) * (x.trim().endsWith("ms") ? 0.001 : 1)));
      const bergerak = detik(g.transitionDuration) > 0.01 || (g.animationName !== "none" && detik(g.animationDuration) > 0.01);
      return bergerak || g.scrollBehavior === "smooth" ? [`${e.localName}.${e.className}${p ?? ""}`] : [];
    }))"""
    assert halaman.evaluate(lama), "yang dicari harus ada bila gerak diinginkan"
    halaman = buka(reduced_motion="reduce")
    bergerak = {}
    # The pages of reports have ten thousands of elements, all of kinds that the others have as well.
    for alamat in sorted(set(smallest(folder_situs)) - {reports(folder_situs)[0]}):
        halaman.goto(situs + alamat)
        if daftar := halaman.evaluate(lama):
            bergerak[alamat] = sorted(set(daftar))[:5]
    assert not bergerak
    halaman.locator("[data-md-component='palette'] label:visible").click()
    assert (
        halaman.evaluate("document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 10).length")
        == 0
    )
