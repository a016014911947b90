"""Skeletons of headings, filled with HTML, and links between pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from halaman import read
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.lokasi import Posisi
from mkdocs_kinerja.site import Bagian, PageSpec, Tautan, skeleton, yaml_teks
from mkdocs_kinerja.site.galat import quote
from mkdocs_kinerja.site.temuan import jangkar_tabel

HOSTILE = '<script>x</script> {{ 7*7 }} {% y %} *a* _b_ `c` [d](e) | # & "f" {#g} :smile: www.h.id <!-- i --> \\j 1. k'


def rendered(*bagian: Bagian) -> str:
    return skeleton.render(bagian, Bahasa("id"))


def test_hostile_headings_stay_text() -> None:
    bagian = (Bagian(1, HOSTILE, "satu", "<p>1</p>"), Bagian(4, HOSTILE, "dua.2", "<p>2</p>"))
    html = rendered(*bagian)
    assert "<script" not in html
    assert read(html).id == ["satu", "dua.2"]
    assert html.index('<h1 id="satu">') < html.index("<p>1</p>") < html.index('id="dua.2"') < html.index("<p>2</p>")
    assert HOSTILE in "".join(read(html).teks)
    meta = skeleton.meta(PageSpec("x.md", HOSTILE, lambda: bagian))
    assert "<script" not in str(meta["title"])
    assert "<script" not in str(skeleton.contents(bagian))


@given(st.text(min_size=1))
def test_any_heading_is_one_heading_with_its_anchor(teks: str) -> None:
    html = rendered(Bagian(2, f"a {teks}", "jangkar", "<p>isi</p>"))
    assert html.count("<h2") == 1
    assert read(html).tautan == ["#jangkar"]
    assert html.endswith("<p>isi</p>")


@given(st.lists(st.integers(1, 5), max_size=12))
def test_the_contents_nest_like_the_headings(tingkat: list[int]) -> None:
    isi = skeleton.contents([Bagian(t, str(n), f"b{n}") for n, t in enumerate(tingkat)])

    def flat(entri: list[dict[str, Any]], di_atas: int) -> list[tuple[int, str]]:
        hasil = []
        for e in entri:
            assert e["level"] > di_atas
            hasil += [(e["level"], e["id"]), *flat(e["children"], e["level"])]
        return hasil

    assert flat(isi, 0) == [(t, f"b{n}") for n, t in enumerate(tingkat) if t <= skeleton.KEDALAMAN]


ADDRESSES = ("index.md", "satker/index.md", "satker/a/index.md", "satker/a/2025-tw2.md", "api/v1/temuan.json")


@pytest.mark.parametrize("direktori", [True, False])
@pytest.mark.parametrize("dari", ADDRESSES[:-1])
@pytest.mark.parametrize("ke", ADDRESSES)
def test_links_are_those_of_mkdocs(dari: str, ke: str, direktori: bool) -> None:
    tautan = Tautan(direktori)
    harapan = get_relative_url(tautan.url(ke) or ".", tautan.url(dari) or ".")
    assert tautan.antara(dari, ke).removesuffix("/") == harapan.removesuffix("/")
    assert tautan.antara(dari, ke, "x") == ("#x" if dari == ke else f"{tautan.antara(dari, ke)}#x")


def test_links_are_quoted() -> None:
    assert Tautan().antara("index.md", 'satker/a b"#/index.md') == "satker/a%20b%22%23/"


@given(st.text(min_size=1), st.text(min_size=1))
def test_anchors_of_tables_have_no_blanks(a: str, b: str) -> None:
    assert not set(jangkar_tabel(a)) & set(" \t\n{}=\"'#<>&")
    if a.replace("-", " ") != b.replace("-", " "):
        assert jangkar_tabel(a) != jangkar_tabel(b)


def test_yaml_is_written_as_people_write_it() -> None:
    data = {"periksa": {"h": {"fakta": "hubungan", "cocok": False}}, "isi": "a | b\n1 | 2\n", "kosong": []}
    assert yaml_teks.dump(data) == (
        "periksa: {h: {fakta: hubungan, cocok: false}}\nisi: |\n  a | b\n  1 | 2\nkosong: []\n"
    )


def test_quotes_stay_within_the_root(tmp_path: Path) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "rahasia.yml").write_text("x\n")
    (tmp_path / "dalam" / "a.yml").write_text("satu\n  dua\u202e\x07\ntiga\nempat\n")
    kutipan = quote(tmp_path / "dalam", Posisi("a.yml", 2, 3))
    assert kutipan is not None
    assert (kutipan.baris[0], kutipan.baris[-1], kutipan.panah) == ((1, "satu"), (3, "tiga"), 2)
    assert kutipan.baris[1] == (2, "  dua\ufffd\ufffd")
    assert quote(tmp_path / "dalam", Posisi("../rahasia.yml", 1)) is None
    assert quote(tmp_path / "dalam", Posisi("a.yml", 99)) is None
    assert quote(tmp_path / "dalam", Posisi("tiada.yml", 1)) is None
