"""Pages for everybody: what axe-core finds, the keyboard, headings, tables, languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from contoh_halaman import addresses, reports, samples, smallest

pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`")
pytest.importorskip("axe_playwright_python", reason="tanpa tambahan `peramban`")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Buka = Callable[..., Page]
# A report has thousands of rows alike, and axe-core needs minutes for them: of what is built alike, two of each stay.
# Whether names repeat and headings follow each other is asked of the whole pages below.
RINGKAS = """() => {
  const nama = (e) => `${e.localName}.${e.getAttribute("class") ?? ""}`;
  const macam = (e) => [...new Set([e, ...e.querySelectorAll("*")].map(nama))].sort().join();
  for (const apa of [".kin-temuan", ".kin-gulir", "details", "ul, ol, dl", "tr", "li, p, dl > div"]) {
    const ada = new Map();
    for (const e of document.querySelectorAll("article :is(" + apa + ")")) {
      const m = macam(e), n = (ada.get(m) ?? 0) + 1;
      ada.set(m, n);
      if (n < 3) continue;
      if (e.matches(".kin-temuan")) e.previousElementSibling?.remove();
      e.remove();
    }
  }
  document.querySelectorAll(".md-nav__item .md-nav__item:nth-child(n + 4)").forEach((e) => e.remove());
}"""


def barriers(halaman: Page) -> list[str]:
    """Return what axe-core has against a page, each rule with the first elements that break it."""
    return [
        f"{v['id']} ({v['impact']}), {len(v['nodes'])} kali: {v['help']}: "
        + " | ".join(f"{n['html'][:140]} -> {n['failureSummary'][:200]}" for n in v["nodes"][:2])
        for v in Axe().run(halaman).response["violations"]
    ]


@pytest.mark.parametrize("skema", ["light", "dark"])
def test_axe_finds_no_barrier_on_any_kind_of_page(buka: Buka, folder_situs: Path, situs: str, skema: str) -> None:
    halaman = buka(color_scheme=skema)
    keliru = {}
    besar = [daftar[-1] for jenis, daftar in addresses(folder_situs).items() if jenis != "satker/*/*"]
    for alamat in [*besar, *reports(folder_situs)[: 5 if skema == "light" else 1]]:
        halaman.goto(situs + alamat)
        halaman.evaluate(RINGKAS)
        if daftar := barriers(halaman):
            keliru[alamat] = daftar
    assert not keliru


@pytest.mark.parametrize("skema", ["light", "dark"])
def test_axe_finds_no_barrier_on_a_phone(buka: Buka, folder_situs: Path, situs: str, skema: str) -> None:
    halaman = buka(color_scheme=skema, viewport={"width": 390, "height": 844})
    keliru = {}
    for alamat in ("", "satker/", reports(folder_situs)[0]):
        halaman.goto(situs + alamat)
        halaman.evaluate(RINGKAS)
        if daftar := barriers(halaman):
            keliru[alamat] = daftar
    assert not keliru


# -- of whole pages ----------------------------------------------------------------------------------------------------


def ask(buka: Buka, situs: str, daftar: list[str], tanya: str, **pilihan: Any) -> dict[str, Any]:
    """Return what a function in the page answers, by page; pages for which it answers with nothing are left out."""
    halaman = buka(**pilihan)
    jawaban = {}
    for alamat in daftar:
        halaman.goto(situs + alamat)
        if jawab := halaman.evaluate(tanya):
            jawaban[alamat] = jawab
    return jawaban


BANGUN = """() => {
  const keluhan = [], katakan = (apa, e) => keluhan.push(`${apa}: ${e.outerHTML.slice(0, 140)}`);
  const judul = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((e) => e.checkVisibility());
  if (judul.filter((e) => e.localName === "h1").length !== 1) keluhan.push("h1 bukan satu");
  if (judul[0]?.localName !== "h1") keluhan.push("tidak diawali h1");
  judul.slice(1).forEach((e, i) => { if (e.localName[1] - judul[i].localName[1] > 1) katakan("tingkat terlewat", e); });
  judul.forEach((e) => { if (!e.textContent.trim()) katakan("judul kosong", e); });
  for (const t of document.querySelectorAll("article table")) {
    if (t.closest(".highlight")) continue;
    const kepala = [...t.querySelectorAll("th")];
    if (!kepala.length) katakan("tabel tanpa th", t);
    if (t.matches(".kin-tabel")) kepala.filter((e) => !e.scope).forEach((e) => katakan("th tanpa scope", e));
    if (t.matches(".kin-tabel") && !t.caption && !t.closest("[aria-label]")) katakan("tabel tanpa nama", t);
  }
  const nama = new Map();
  for (const e of document.querySelectorAll("article [role=region]")) {
    if (nama.has(e.ariaLabel)) katakan("nama daerah berulang", e);
    nama.set(e.ariaLabel);
  }
  return keluhan.slice(0, 6);
}"""


def test_headings_follow_each_other_and_tables_have_headers(buka: Buka, folder_situs: Path, situs: str) -> None:
    assert ask(buka, situs, samples(folder_situs), BANGUN) == {}


def test_what_scrolls_can_be_reached_with_the_keyboard(buka: Buka, folder_situs: Path, situs: str) -> None:
    tanya = """() => [...document.querySelectorAll("article *")].filter((e) =>
      e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.checkVisibility()
      && !e.hasAttribute("tabindex") && !e.querySelector("a[href], button, [tabindex]")
    ).slice(0, 3).map((e) => e.outerHTML.slice(0, 140))"""
    assert ask(buka, situs, smallest(folder_situs), tanya, viewport={"width": 390, "height": 844}) == {}


def test_pages_name_their_language(buka: Buka, folder_situs: Path, situs: str, situs_inggris: str) -> None:
    halaman = buka()
    for alamat in smallest(folder_situs):
        halaman.goto(situs + alamat)
        assert halaman.locator("html").get_attribute("lang") == "id", alamat
    for alamat in ("", "satker/uji/2025-tw2/", "aturan/kin201/"):
        halaman.goto(situs_inggris + alamat)
        assert halaman.locator("html").get_attribute("lang") == "en", alamat


def test_axe_finds_no_barrier_in_english(buka: Buka, situs_inggris: str) -> None:
    halaman = buka(situs_inggris)
    keliru = barriers(halaman)
    halaman.goto(f"{situs_inggris}satker/uji/2025-tw2/")
    assert not keliru + barriers(halaman)
    expect(halaman.locator("article h1")).to_contain_text("2025")


# -- keyboard ----------------------------------------------------------------------------------------------------------


def test_the_first_key_leads_to_the_content(buka: Buka) -> None:
    halaman = buka()
    halaman.keyboard.press("Tab")
    lompat = halaman.locator(".md-skip")
    expect(lompat).to_be_focused()
    expect(lompat).to_have_css("opacity", "1")
    halaman.keyboard.press("Enter")
    halaman.keyboard.press("Tab")
    assert halaman.evaluate("!!document.activeElement.closest('article')")


def test_where_the_keyboard_is_can_be_seen(buka: Buka, folder_situs: Path, situs: str) -> None:
    tampak = """(e) => {
      const g = getComputedStyle(e);
      return [g.outlineStyle === "none" ? "" : g.outlineWidth + g.outlineColor, g.boxShadow, g.backgroundColor,
        g.borderColor, g.color, g.textDecorationLine, g.textDecorationThickness, g.opacity].join();
    }"""
    # Material shows where the keyboard is only once it is used; colours change at once, or their change is half done.
    halaman = buka(reduced_motion="reduce")
    for alamat in ("", reports(folder_situs)[0]):
        halaman.goto(situs + alamat)
        tak_tampak = []
        for _ in range(40):
            halaman.keyboard.press("Tab")
            fokus = halaman.evaluate_handle("document.activeElement").as_element()
            assert fokus is not None
            dengan = fokus.evaluate(tampak)
            tanpa = fokus.evaluate(
                f"(e) => {{ e.blur(); const t = ({tampak})(e); e.focus({{focusVisible: true}}); return t; }}"
            )
            if dengan == tanpa:
                tak_tampak.append(fokus.evaluate("(e) => e.outerHTML.slice(0, 120)"))
        assert not tak_tampak, alamat


def test_folded_parts_open_with_the_keyboard(buka: Buka, folder_situs: Path) -> None:
    halaman = buka(reports(folder_situs)[0])
    lipat = halaman.locator("article details:not([open])").first
    lipat.locator("summary").focus()
    halaman.keyboard.press("Enter")
    expect(lipat).to_have_attribute("open", "")
