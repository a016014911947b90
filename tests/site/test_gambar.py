"""Pictures: what is drawn lies within the picture, is in proportion to the numbers, and needs neither ids nor colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.site import gambar
from mkdocs_kinerja.site.gambar import BENTUK, Titik

PERSEN = st.decimals(-(10**9), 10**9, places=3)
UANG = st.decimals(0, 10**13, places=0)
NILAI = st.decimals(-(10**12), 10**12, places=2)
TITIK = st.builds(
    Titik, st.just(Decimal(0)), st.none() | NILAI, st.none() | NILAI, st.sampled_from(sorted(BENTUK)), st.booleans()
)
_PERINTAH = re.compile(r"([MLHVhv])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?")


def shapes(svg: str) -> dict[str, str]:
    """Return the paths of a picture by class."""
    return {p.attrib["class"]: p.attrib["d"] for p in ET.fromstring(svg).iter("path")}


def width(svg: str) -> Decimal:
    return Decimal(ET.fromstring(svg).attrib["viewBox"].split()[2])


def points(jalur: str) -> list[tuple[Decimal, Decimal]]:
    """Return the places that the absolute commands of a path go to."""
    hasil, x, y = [], Decimal(0), Decimal(0)
    for perintah, a, b in _PERINTAH.findall(jalur):
        x = Decimal(a) if perintah in "MLH" else x
        y = Decimal(b) if perintah in "ML" else Decimal(a) if perintah == "V" else y
        hasil.append((x, y))
    return hasil


def spaced(isi: Sequence[Titik]) -> list[Titik]:
    return [t._replace(x=Decimal(3 * n)) for n, t in enumerate(isi)]


def length(svg: str) -> Decimal:
    """Return the length of the bar in a picture."""
    isi = re.match(r"M[01] [23]h([\d.]+)v", shapes(svg)["kin-g-isi"])
    assert isi, svg
    return Decimal(isi[1])


@given(PERSEN)
def test_a_bullet_is_as_long_as_the_achievement_and_cut_only_beyond_the_scale(persen: Decimal) -> None:
    svg = gambar.bullet(persen, "tercapai")
    assert ("kin-g-potong" in svg) == (persen > gambar.SKALA)
    if 0 <= persen <= gambar.SKALA:
        assert abs(length(svg) - persen) <= Decimal("0.05")
    else:
        # Neither end of the scale can be taken for a value that lies there.
        assert (
            shapes(svg)["kin-g-isi"]
            != shapes(gambar.bullet(min(max(persen, Decimal(0)), gambar.SKALA), "tercapai"))["kin-g-isi"]
        )


@given(PERSEN, st.decimals(-10, 500, places=1))
def test_what_is_due_is_marked_where_the_scale_has_room_for_it(persen: Decimal, tempo: Decimal) -> None:
    jalur = shapes(gambar.bullet(persen, "tertinggal", tempo)).get("kin-g-tempo")
    assert (jalur is not None) == (0 < tempo < gambar.SKALA and tempo != 100)
    if jalur:
        ((x, _), *_) = points(jalur)
        assert x == tempo


def test_without_numbers_there_is_no_picture() -> None:
    assert gambar.bullet(None, "tidak-dinilai") == ""
    assert gambar.batang(None, Decimal(1), Decimal(1)) == ""
    assert gambar.batang(Decimal(0), Decimal(1), Decimal(1)) == ""
    assert gambar.cakupan(0, 0, 0) == ""
    assert gambar.trend([Titik(Decimal(0), Decimal(1), Decimal(2))], label="1", judul="x") == ""
    assert gambar.trend([], label="", judul="x") == ""


@given(UANG.filter(bool), UANG, UANG.filter(bool))
def test_spending_fills_the_frame_of_its_ceiling(pagu: Decimal, realisasi: Decimal, terbesar: Decimal) -> None:
    svg = gambar.batang(pagu, realisasi, terbesar)
    bingkai = Decimal(shapes(svg)["kin-g-bingkai"].partition("h")[2].partition("v")[0])
    assert gambar.TERKECIL <= bingkai <= gambar.LEBAR_BATANG
    if "kin-g-potong" in svg:
        assert realisasi / terbesar * 100 > gambar.LEBAR_BATANG
    elif gambar.TERKECIL < bingkai < gambar.LEBAR_BATANG:
        assert (length(svg) > bingkai + Decimal("0.1")) <= (realisasi > pagu)
        assert (length(svg) < bingkai - Decimal("0.1")) <= (realisasi < pagu)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_coverage_fills_its_width_with_all_that_is_there(lolos: int, temuan: int, tidak: int) -> None:
    svg = gambar.cakupan(lolos, temuan, tidak)
    if not svg:
        assert lolos + temuan + tidak == 0
        return
    bagian = {
        nama: tuple(Decimal(n) for n in re.findall(r"[\d.]+", jalur.replace(" 5h", " ")))
        for nama, jalur in shapes(svg).items()
    }
    banyak = {"kin-g-lolos": lolos, "kin-g-temuan": temuan, "kin-g-tidak": tidak}
    assert set(bagian) == {nama for nama, n in banyak.items() if n}
    akhir = Decimal(-1)
    for awal, panjang in bagian.values():
        # A gap of one, and nothing too small to be seen.
        assert awal == akhir + 1
        assert panjang >= gambar.TERKECIL
        akhir = awal + panjang
    assert abs(akhir - gambar.LEBAR_CAKUPAN) <= Decimal("0.2")
    # The largest pays for what would be too small to be seen.
    for a, b in ((a, b) for a in bagian for b in bagian if banyak[a] > banyak[b]):
        assert bagian[a][1] >= bagian[b][1] - gambar.TERKECIL - Decimal("0.1")


@given(st.lists(TITIK, min_size=2, max_size=12).map(spaced))
def test_a_trend_lies_within_its_picture_and_rises_with_its_values(titik: list[Titik]) -> None:
    svg = gambar.trend(titik, label="1", judul="x")
    ada = [t for t in titik if t.nilai is not None]
    if len(ada) < 2:
        assert svg == ""
        return
    jalur = shapes(svg)
    garis = points(jalur["kin-g-garis"])
    assert len(garis) == len(ada)
    for x, y in (*garis, *points(jalur.get("kin-g-target", ""))):
        assert 0 <= x <= width(svg)
        assert 0 <= y <= 30
    assert [x for x, _ in garis] == sorted({x for x, _ in garis})
    for (a, (_, ya)), (b, (_, yb)) in pairwise(zip(ada, garis, strict=True)):
        assert a.nilai is not None
        assert b.nilai is not None
        # Upwards on a page is towards zero; what lies too close together is drawn level.
        assert a.nilai < b.nilai or ya <= yb
        assert a.nilai > b.nilai or ya >= yb


@given(st.lists(TITIK, min_size=2, max_size=12).map(spaced))
def test_the_line_has_a_gap_where_there_is_no_value_or_nothing_to_compare(titik: list[Titik]) -> None:
    svg = gambar.trend(titik, label="1", judul="x")
    if svg:
        lanjut = sum(
            kini.nilai is not None and lalu.nilai is not None and kini.sambung for lalu, kini in pairwise(titik)
        )
        assert shapes(svg)["kin-g-garis"].count("L") == lanjut
        # Every value has its mark, connected or not, in the shape of its status.
        for jenis in BENTUK:
            banyak = sum(t.jenis == jenis and t.nilai is not None for t in titik)
            assert shapes(svg).get(f"kin-{jenis}", "").count(BENTUK[jenis]) >= banyak


def test_a_gap_of_targets_is_a_gap_of_steps() -> None:
    isi = [Decimal(n) if n else None for n in (4, 4, 0, 5, 6)]
    titik = spaced([Titik(Decimal(0), Decimal(n), t) for n, t in enumerate(isi)])
    jalur = shapes(gambar.trend(titik, label="4", judul="x"))["kin-g-target"]
    assert jalur.count("M") == 2
    assert jalur.count("H") == 4
    # 5 to 6 is a step, 4 to 4 is none.
    tinggi = [y for _, y in points(jalur)]
    assert tinggi[0] == tinggi[2] != tinggi[-1]


def test_every_status_has_a_shape_of_its_own() -> None:
    assert len({b for s, b in BENTUK.items() if s != "netral"}) == len(BENTUK) - 1


SEMUA = [
    gambar.bullet(Decimal("87.3"), "tertinggal", Decimal(50)),
    gambar.bullet(Decimal(300), "tercapai"),
    gambar.bullet(Decimal(-5), "tidak-tercapai"),
    gambar.batang(Decimal(80), Decimal(20), Decimal(100)),
    gambar.cakupan(287, 25, 10, "322 pemeriksaan"),
    gambar.trend(
        [Titik(Decimal(n), Decimal(n * n), Decimal(n + 4), s) for n, s in enumerate(BENTUK)], label="49", judul="IKM"
    ),
]


@pytest.mark.parametrize("svg", SEMUA)
def test_a_picture_is_small_and_leaves_looks_to_the_style_sheet(svg: str) -> None:
    akar = ET.fromstring(svg)
    for simpul in akar.iter():
        assert not {"id", "style", "fill", "stroke"} & simpul.attrib.keys()
    assert akar.attrib["width"].endswith("em")
    # Either named for everyone or silent, never a picture without words.
    assert (akar.attrib.get("role") == "img") != (akar.attrib.get("aria-hidden") == "true")
    assert (akar.attrib.get("role") == "img") == (akar.find("title") is not None)
    assert len(svg.encode()) < (700 if len(list(akar)) < 8 else 1000)


def test_titles_and_labels_are_escaped_and_labels_end() -> None:
    titik = [Titik(Decimal(n), Decimal(n)) for n in range(2)]
    svg = gambar.trend(titik, label="<b>" + "9" * 40, judul='"><script>')
    akar = ET.fromstring(svg)
    assert akar.findtext("title") == '"><script>'
    assert akar.findtext("text") == "<b>" + "9" * (gambar.MAKS_HURUF - 4) + "…"
