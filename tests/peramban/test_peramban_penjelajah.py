"""The explorer in a browser: what a reader filters, sorts, turns over and prints, and what the address says of it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Buka = Callable[..., Page]

pytestmark = pytest.mark.lambat

LEBAR = {"viewport": {"width": 1280, "height": 900}}
PONSEL = {"viewport": {"width": 390, "height": 844}}
BARIS = "table.kin-jelajah tbody tr"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'"
)
CATAT_CSP = """
window.ditolak = [];
document.addEventListener("securitypolicyviolation", (e) => ditolak.push(`${e.sourceFile} ${e.blockedURI}`));
"""


def until(halaman: Page, syarat: str) -> None:
    """Wait until an expression holds. Playwright's own way of waiting asks the page to evaluate, which its policy forbids
    as soon as it does not hold at once."""
    batas = time.monotonic() + 20
    while not halaman.evaluate(syarat):
        assert time.monotonic() < batas, syarat
        halaman.wait_for_timeout(50)


def counts(halaman: Page) -> tuple[int, int]:
    """How many findings match, and how many there are."""
    cocok = re.match(r"([\d.]+) dari ([\d.]+) temuan", halaman.locator(".dt-info").inner_text())
    assert cocok
    return int(cocok[1].replace(".", "")), int(cocok[2].replace(".", ""))


def column(halaman: Page, nomor: int) -> list[str]:
    return [t.strip() for t in halaman.locator(f"{BARIS} td:nth-child({nomor})").all_inner_texts()]


def query(halaman: Page) -> dict[str, str]:
    return {nama: isi for nama, (isi,) in parse_qs(urlsplit(halaman.url).query).items()}


def button(halaman: Page, kata: str) -> Any:
    return halaman.locator("table.kin-jelajah").get_by_role("button", name=kata, exact=True)


def seen(halaman: Page) -> int:
    return halaman.locator(f"{BARIS}:visible").count()


def test_filters_take_effect_at_once_and_are_told(buka: Buka) -> None:
    halaman = buka("penjelajah/", **LEBAR)
    semua = counts(halaman)[1]
    assert counts(halaman) == (semua, semua)
    assert seen(halaman) == 50
    halaman.get_by_label("Keparahan", exact=True).select_option("galat")
    galat = counts(halaman)[0]
    assert 0 < galat < semua
    assert set(column(halaman, 1)) == {"Galat"}
    halaman.get_by_label("Keluarga aturan").select_option("2")
    assert all(a.startswith("KIN2") for a in column(halaman, 2))
    halaman.get_by_label("Satker", exact=True).select_option("bspji-ambon")
    assert set(column(halaman, 3)) == {"BSPJI Ambon"}
    halaman.get_by_label("Kata").press_sequentially("pagu")
    assert all("pagu" in t.lower() for t in halaman.locator(BARIS).all_inner_texts())
    info = halaman.locator(".dt-info")
    assert (info.get_attribute("role"), info.get_attribute("aria-live")) == ("status", "polite")
    assert query(halaman) == {"keparahan": "galat", "keluarga": "2", "satker": "bspji-ambon", "kata": "pagu"}
    halaman.get_by_role("button", name="Kosongkan saringan").click()
    until(halaman, "location.search === ''")
    assert counts(halaman) == (semua, semua)


def test_each_filter_alone_divides_all_findings(buka: Buka) -> None:
    halaman = buka("penjelajah/", **LEBAR)
    semua = counts(halaman)[1]
    for nama in ("satker", "periode", "keluarga", "keparahan", "aturan"):
        pilih = halaman.locator(f"select[name={nama}]")
        jumlah = 0
        for nilai in pilih.locator("option").evaluate_all("o => o.map(x => x.value).filter(x => x)"):
            pilih.select_option(nilai)
            jumlah += counts(halaman)[0]
        assert jumlah == semua, nama
        pilih.select_option("")


def test_the_address_opens_the_same_list_again(buka: Buka) -> None:
    halaman = buka("penjelajah/?satker=bspji-ambon&keparahan=peringatan&urut=-aturan&hal=2&baris=25&kata=n", **LEBAR)
    assert seen(halaman) == 25
    assert "ditampilkan 26–50" in halaman.locator(".dt-info").inner_text()
    aturan = column(halaman, 2)
    assert aturan == sorted(aturan, key=lambda t: t.split()[0], reverse=True)
    assert query(halaman) == {
        "satker": "bspji-ambon", "keparahan": "peringatan", "urut": "-aturan", "hal": "2", "baris": "25", "kata": "n",
    }  # fmt: skip
    baris = halaman.locator(BARIS).all_inner_texts()
    kedua = buka(halaman.url, **LEBAR)
    # The search of the theme stays closed: it has a parameter of its own.
    assert not kedua.locator("#__search").is_checked()
    assert kedua.locator(BARIS).all_inner_texts() == baris


def test_going_back_restores_the_list_of_then(buka: Buka) -> None:
    halaman = buka("penjelajah/?keparahan=galat", **LEBAR)
    galat = counts(halaman)
    halaman.evaluate("history.pushState(null, '', '?keparahan=info'); dispatchEvent(new PopStateEvent('popstate'))")
    assert counts(halaman) != galat
    halaman.go_back()
    until(halaman, "document.querySelector('[name=keparahan]').value === 'galat'")
    assert counts(halaman) == galat


def test_values_that_do_not_occur_find_nothing_rather_than_everything(buka: Buka) -> None:
    halaman = buka("penjelajah/?satker=tidak-ada&urut=entah&hal=99&baris=7&lain=1", **LEBAR)
    assert counts(halaman)[0] == 0
    assert "Tidak ada temuan yang cocok" in halaman.locator(BARIS).inner_text()
    halaman.get_by_label("Keparahan", exact=True).select_option("galat")
    # What is not ours stays.
    assert query(halaman) == {"satker": "tidak-ada", "keparahan": "galat", "lain": "1"}


def test_severity_sorts_by_seriousness_periods_by_time_and_numbers_by_value(buka: Buka) -> None:
    halaman = buka("penjelajah/?baris=-1", **LEBAR)
    urutan = ["Galat", "Peringatan", "Info"]
    keparahan = [urutan.index(k) for k in column(halaman, 1)]
    assert keparahan == sorted(keparahan)
    button(halaman, "Keparahan").click()
    keparahan = [urutan.index(k) for k in column(halaman, 1)]
    assert keparahan == sorted(keparahan, reverse=True)

    button(halaman, "Periode").click()
    waktu = [p for p in halaman.locator("select[name=periode] option").all_inner_texts() if p != "semua"]
    periode = column(halaman, 4)
    assert list(dict.fromkeys(periode)) == [p for p in waktu if p in periode]
    assert [re.findall(r"\d{4}", p)[0] for p in waktu] == sorted(re.findall(r"\d{4}", p)[0] for p in waktu)

    button(halaman, "Dilaporkan").click()
    dilaporkan = column(halaman, 6)
    persen = [float(t[:-1].replace(",", ".")) for t in dilaporkan if re.fullmatch(r"-?\d{1,2},\d{1,2}%", t)]
    assert len(persen) > 10
    assert persen == sorted(persen)
    ribuan = [int(t.replace(".", "")) for t in dilaporkan if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3}){2,}", t)]
    assert len(ribuan) > 10
    assert ribuan == sorted(ribuan)
    for _ in range(2):
        # Numbers, texts, nothing: forwards and backwards.
        kelas = [0 if re.match(r"(?:rp\.? *)?\(?-?\d", t, re.IGNORECASE) else 1 if t else 2 for t in column(halaman, 6)]
        assert kelas == sorted(kelas)
        assert {0, 1, 2} == set(kelas)
        button(halaman, "Dilaporkan").click()


def test_keyboard_alone_is_enough(buka: Buka) -> None:
    halaman = buka("penjelajah/", **LEBAR)
    halaman.get_by_label("Kata").focus()
    halaman.keyboard.type("pagu")
    for _ in range(3):
        halaman.keyboard.press("Tab")
    assert halaman.evaluate("document.activeElement.name") == "keluarga"
    halaman.keyboard.type("3")
    assert query(halaman) == {"kata": "pagu", "keluarga": "3"}
    for _ in range(20):
        if halaman.evaluate("document.activeElement.textContent") == "Satker":
            break
        halaman.keyboard.press("Tab")
    kepala = halaman.locator("th[data-urut=satker]")
    halaman.keyboard.press("Space")
    assert kepala.get_attribute("aria-sort") == "ascending"
    halaman.keyboard.press("Enter")
    assert kepala.get_attribute("aria-sort") == "descending"
    assert halaman.locator("th[aria-sort]").count() == 1
    # Focus stays where it was, so that the next key does what one expects.
    assert halaman.evaluate("document.activeElement.textContent") == "Satker"


def test_pages_are_turned_and_named(buka: Buka) -> None:
    halaman = buka("penjelajah/", **LEBAR)
    nav = halaman.get_by_role("navigation", name="Halaman temuan")
    pertama = column(halaman, 5)
    nav.get_by_role("link", name="Halaman berikutnya").click()
    assert query(halaman) == {"hal": "2"}
    assert set(column(halaman, 5)) != set(pertama)
    assert nav.locator("[aria-current=page]").get_attribute("aria-label") == "Halaman 2"
    # Another filter begins with its first page.
    halaman.get_by_label("Keparahan", exact=True).select_option("info")
    assert query(halaman) == {"keparahan": "info"}
    halaman.get_by_label("Baris per halaman").select_option("semua")
    assert seen(halaman) == counts(halaman)[0]


def test_every_link_of_a_row_leads_to_the_finding_it_names(buka: Buka) -> None:
    halaman = buka("penjelajah/?aturan=KIN201", **LEBAR)
    pertama = halaman.locator(f"{BARIS} td:nth-child(5) p a").first
    id_ = (pertama.get_attribute("href") or "").partition("#")[2]
    pertama.click()
    assert id_.startswith("t-")
    halaman.locator(f"[id='{id_}']").wait_for()


def test_without_javascript_the_table_is_whole_and_has_no_dead_controls(buka: Buka) -> None:
    halaman = buka("penjelajah/", java_script_enabled=False, **LEBAR)
    assert seen(halaman) > 1000
    assert not halaman.locator("form.kin-saring").is_visible()
    assert halaman.locator(".kin-tanpa-skrip").is_visible()
    assert halaman.locator("table.kin-jelajah button").count() == 0


def test_where_the_script_never_comes_all_rows_do(peramban: Browser, situs: str) -> None:
    with peramban.new_context() as konteks:
        halaman = konteks.new_page()
        halaman.route("**/penjelajah.js", lambda r: r.abort())
        halaman.goto(f"{situs}penjelajah/")
        halaman.locator("table.kin-jelajah tbody tr").last.wait_for(state="visible", timeout=30_000)
        assert seen(halaman) > 1000


def test_on_a_phone_rows_are_cards_and_nothing_sticks_out(buka: Buka) -> None:
    halaman = buka("penjelajah/", **PONSEL)
    assert halaman.evaluate("document.documentElement.scrollWidth") == 390
    assert not halaman.locator("table.kin-jelajah thead").is_visible()
    urut = halaman.get_by_label("Urutkan menurut")
    urut.select_option("-aturan")
    aturan = [t.split()[0] for t in column(halaman, 2)]
    assert aturan == sorted(aturan, reverse=True)
    label = halaman.locator(f"{BARIS} td[data-judul]").first
    assert label.evaluate("td => getComputedStyle(td, '::before').content") == '"Dilaporkan: "'
    kotak = halaman.locator(f"{BARIS} td").evaluate_all("s => Math.max(...s.map(x => x.getBoundingClientRect().right))")
    assert kotak <= 390


def test_print_has_all_filtered_rows_and_afterwards_all_is_as_before(buka: Buka) -> None:
    halaman = buka("penjelajah/?keparahan=galat&hal=2", **LEBAR)
    ada, _ = counts(halaman)
    halaman.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert seen(halaman) == ada > 50
    halaman.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen(halaman) == 50
    assert query(halaman) == {"keparahan": "galat", "hal": "2"}
    assert "ditampilkan 51–100" in halaman.locator(".dt-info").inner_text()


def test_a_strict_content_security_policy_refuses_nothing_of_ours(peramban: Browser, situs: str) -> None:
    with peramban.new_context(**LEBAR) as konteks:
        halaman = konteks.new_page()
        halaman.add_init_script(CATAT_CSP)

        def strict(route: Any) -> None:
            jawaban = route.fetch()
            # Without the theme, whose inline scripts are not ours.
            isi = re.search(r"<article.*?</article>", jawaban.text(), re.DOTALL)
            assert isi
            route.fulfill(
                body=f'<!doctype html><html lang="id"><meta charset="utf-8"><title>x</title>{isi[0]}',
                headers={"Content-Security-Policy": CSP, "Content-Type": "text/html"},
            )

        halaman.route("**/penjelajah/", strict)
        halaman.goto(f"{situs}penjelajah/")
        halaman.get_by_label("Kata").press_sequentially("pagu")
        halaman.get_by_role("button", name="Satker").click()
        assert counts(halaman)[0] < counts(halaman)[1]
        assert halaman.evaluate("ditolak") == []


@pytest.fixture
def terbagi(peramban: Browser, situs: str) -> Iterator[Callable[[bool], Page]]:
    """Return a function that opens the page as it is beyond the limit: all rows after the hundredth in the file."""
    with peramban.new_context(**LEBAR) as konteks:

        def open_(ada: bool) -> Page:
            halaman = konteks.new_page()
            baris: list[str] = []

            def split(route: Any) -> None:
                html = route.fetch().text()
                baris.extend(re.findall(r"<tr data-k=.*?</tr>\n?", html))
                for b in baris[100:]:
                    html = html.replace(b, "", 1)
                catatan = (
                    '<p class="kin-sisa" data-sisa="sisa.json" data-memuat="Memuat" data-gagal="Gagal">Sebagian.</p>'
                )
                route.fulfill(
                    body=html.replace('<form class="kin-', f'{catatan}<form class="kin-', 1), content_type="text/html"
                )

            halaman.route("**/penjelajah/?*", split)
            halaman.route(
                "**/sisa.json",
                lambda r: (
                    r.fulfill(body=json.dumps(baris[100:]), content_type="application/json") if ada else r.abort()
                ),
            )
            halaman.goto(f"{situs}penjelajah/?keparahan=info&hal=3")
            return halaman

        yield open_


def test_the_other_rows_come_after_the_page_and_are_like_the_first(terbagi: Callable[[bool], Page], buka: Buka) -> None:
    halaman = terbagi(True)
    halaman.wait_for_selector(".kin-sisa", state="detached")
    utuh = buka("penjelajah/?keparahan=info&hal=3", **LEBAR)
    assert counts(halaman) == counts(utuh)
    assert halaman.locator(BARIS).evaluate_all("b => b.map(x => x.outerHTML)") == utuh.locator(BARIS).evaluate_all(
        "b => b.map(x => x.outerHTML)"
    )


def test_where_the_other_rows_cannot_be_had_the_page_says_so_and_works(terbagi: Callable[[bool], Page]) -> None:
    halaman = terbagi(False)
    until(halaman, "document.querySelector('.kin-sisa').textContent === 'Sebagian. Gagal'")
    halaman.get_by_role("button", name="Kosongkan saringan").click()
    until(halaman, "document.querySelector('.dt-info').textContent.startsWith('100 dari 100')")
