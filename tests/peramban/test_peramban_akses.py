"""Pages for everybody: what axe-core finds, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from contoh_halaman import LAPORAN, addresses, reports

pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`")
pytest.importorskip("axe_playwright_python", reason="tanpa tambahan `peramban`")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Buka = Callable[..., Page]
# A report has thousands of rows alike, and axe-core needs minutes for them: of what is built alike, one of each
# stays. Whether names repeat and headings follow each other, test_peramban_tilik.py asks of the whole pages.
RINGKAS = """() => {
  const nama = (e) => `${e.localName}.${e.getAttribute("class") ?? ""}`;
  const macam = (e) => [...new Set([e, ...e.querySelectorAll("*")].map(nama))].sort().join();
  for (const apa of [".kin-temuan", ".kin-gulir", "details", "ul, ol, dl", "tr", "li, p, dl > div"]) {
    const ada = new Map();
    for (const e of document.querySelectorAll("article :is(" + apa + ")")) {
      const m = macam(e), n = (ada.get(m) ?? 0) + 1;
      ada.set(m, n);
      if (n < 2 || (e.matches("tr, li") && !e.previousElementSibling)) continue;
      if (e.matches(".kin-temuan")) e.previousElementSibling?.remove();
      e.remove();
    }
  }
  // What is out of view is laid out for the measurement; its colours are read where it stands.
  document.querySelectorAll(".kin-temuan, .kin-gulir").forEach((e) => { e.style.contentVisibility = "visible"; });
  document.querySelectorAll(".md-nav__item .md-nav__item:nth-child(n + 4)").forEach((e) => e.remove());
}"""


def barriers(halaman: Page) -> list[str]:
    """Return what axe-core has against a page, each rule with the first elements that break it."""
    return [
        f"{v['id']} ({v['impact']}), {len(v['nodes'])} kali: {v['help']}: "
        + " | ".join(f"{n['html'][:140]} -> {n['failureSummary'][:200]}" for n in v["nodes"][:2])
        for v in Axe().run(halaman).response["violations"]
    ]


def walk(halaman: Page, situs: str, daftar: list[str]) -> str:
    """Return what axe-core has against some pages, a line each."""
    hasil = []
    for alamat in daftar:
        halaman.goto(situs + alamat)
        halaman.evaluate(RINGKAS)
        hasil += [f"{alamat or 'beranda'}: {x}" for x in barriers(halaman)]
    return "\n".join(hasil)


@pytest.mark.parametrize("skema", ["light", "dark"])
def test_axe_finds_no_barrier_on_any_kind_of_page(buka: Buka, folder_situs: Path, situs: str, skema: str) -> None:
    besar = [daftar[-1] for jenis, daftar in addresses(folder_situs).items() if jenis != LAPORAN]
    # Dark differs in its colours alone, which one report shows.
    daftar = [*besar, *reports(folder_situs)[: 2 if skema == "light" else 1]]
    keliru = walk(buka(color_scheme=skema), situs, daftar)
    assert not keliru, keliru


def test_axe_finds_no_barrier_on_a_phone(buka: Buka, folder_situs: Path, situs: str) -> None:
    halaman = buka(viewport={"width": 390, "height": 844})
    keliru = walk(halaman, situs, [daftar[0] for daftar in addresses(folder_situs).values()])
    assert not keliru, keliru


def test_axe_finds_no_barrier_in_english(buka: Buka, situs_inggris: str) -> None:
    keliru = walk(buka(), situs_inggris, ["", "satker/uji/2025-tw2/", "aturan/kin201/"])
    assert not keliru, keliru


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
    # A hidden switch is shown by the label after it; a field of text has its caret.
    tampak = """(e) => [e, e.nextElementSibling ?? e].map((x) => {
      const g = getComputedStyle(x);
      return [g.outlineStyle === "none" ? "" : g.outlineWidth + g.outlineColor, g.boxShadow, g.backgroundColor,
        g.borderColor, g.color, g.textDecorationLine, g.textDecorationThickness, g.opacity].join();
    }).join()"""
    # Without motion: colours that are still changing are no evidence.
    halaman = buka(reduced_motion="reduce")
    for alamat in ("", reports(folder_situs)[0]):
        halaman.goto(situs + alamat)
        tak_tampak = []
        for _ in range(40):
            halaman.keyboard.press("Tab")
            fokus = halaman.evaluate_handle("document.activeElement").as_element()
            assert fokus is not None
            if fokus.evaluate("(e) => e.matches('input[type=text], input[type=search], body')"):
                continue
            dengan = fokus.evaluate(tampak)
            tanpa = fokus.evaluate(
                f"(e) => {{ e.blur(); const t = ({tampak})(e); e.focus({{focusVisible: true}}); return t; }}"
            )
            if dengan == tanpa:
                tak_tampak.append(fokus.evaluate("(e) => e.outerHTML.slice(0, 200)"))
        assert not tak_tampak, "\n".join(tak_tampak)


def test_folded_parts_open_with_the_keyboard(buka: Buka, folder_situs: Path) -> None:
    lipat = buka(reports(folder_situs)[0]).locator("article details").first
    expect(lipat).not_to_have_attribute("open", "")
    lipat.locator("summary").press("Enter")
    expect(lipat).to_have_attribute("open", "")
