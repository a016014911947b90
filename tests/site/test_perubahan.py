"""The page about an earlier publication, and its line on the home page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from halaman import read
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa, Kode
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.report import json_
from mkdocs_kinerja.site import BLOCKS, Situs, pages, perubahan
from mkdocs_kinerja.site.tautan import PERUBAHAN
from mkdocs_kinerja.terbitan import compare, parse

HOSTILE = "<script>alert(1)</script> `kode` {{ 7*7 }}"


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    site(tmp_path, LAPORAN_YML.replace("100,9%", "190,9%"))
    return run(tmp_path)


def compared(hasil: Hasil, ubah: Callable[[dict[str, Any]], object], kode: Kode = "id") -> Situs:
    """Return the site of a result that is compared with itself, changed by `ubah`."""
    dokumen = json.loads(json_.render(hasil))
    ubah(dokumen)
    kini, beda = compare(hasil, parse(json.dumps(dokumen).encode()))
    return Situs.of(kini, Bahasa(kode), perubahan=beda)


def gone(dokumen: dict[str, Any], n: int, awalan: str = "a", **lain: object) -> None:
    """Add findings to an earlier result that the present one does not have."""
    contoh = dokumen["temuan"][0]
    dokumen["temuan"] += [
        {**contoh, "id": f"{awalan}{i:011x}", "tabel": None, "pesan": {"id": HOSTILE, "en": HOSTILE}, **lain}
        for i in range(n)
    ]


def content(s: Situs) -> dict[str, str]:
    """Return the blocks of the page by anchor."""
    (spec,) = [p for p in pages(s) if p.src_uri == PERUBAHAN]
    return {b.id: b.html for b in spec.bagian}


def text(html: str) -> str:
    return " ".join("".join(read(html).teks).split())


def home(s: Situs) -> str:
    return BLOCKS["beranda"](s.halaman("index.md"))


def test_without_an_earlier_publication_there_is_neither_page_nor_line(hasil: Hasil) -> None:
    s = Situs.of(hasil, Bahasa())
    assert PERUBAHAN not in {p.src_uri for p in pages(s)}
    assert "Sejak terbitan" not in text(home(s))


def test_each_number_leads_to_what_it_counts(hasil: Hasil) -> None:
    def ubah(d: dict[str, Any]) -> None:
        del d["temuan"][0]
        gone(d, 3)
        gone(d, 2, "b", laporan="2019-tw1")

    beranda = home(compared(hasil, ubah))
    sisa = len(hasil.temuan) - 1
    assert f"1 temuan baru · 3 selesai · {sisa} tetap ada" in text(beranda)
    assert "2 tidak diperiksa lagi" in text(beranda)
    tautan = set(read(beranda).tautan)
    assert {"penjelajah/?status=baru", "penjelajah/?status=tetap", "perubahan/#selesai", "perubahan/#lepas"} <= tautan


def test_nothing_new_is_no_link_to_an_empty_list(hasil: Hasil) -> None:
    s = compared(hasil, dict.copy)
    beranda = home(s)
    assert "0 temuan baru" in text(beranda)
    assert "penjelajah/?status=baru" not in read(beranda).tautan
    assert "Tidak ada temuan yang selesai." in text(content(s)["selesai"])


def test_old_messages_are_text_with_code(hasil: Hasil) -> None:
    isi = content(compared(hasil, lambda d: gone(d, 1)))
    (daftar,) = [html for id_, html in isi.items() if id_.startswith("selesai-")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <code>kode</code> {{ 7*7 }}" in daftar
    assert "<script" not in daftar


def test_what_is_not_checked_any_more_says_why(hasil: Hasil) -> None:
    def ubah(d: dict[str, Any]) -> None:
        gone(d, 1, satker="<b>x", laporan="2019-tw1")

    s = compared(hasil, ubah)
    isi = content(s)
    assert "bukan karena sudah diperbaiki" in text(isi["lepas"])
    assert "Laporannya tidak ada lagi di situs ini." in text(isi["lepas-1"])
    assert "<b>x, 2019-tw1" in text(isi["laporan"])
    assert "1 tidak diperiksa lagi" in text(home(s))
    assert "Tidak ada temuan yang selesai." in text(isi["selesai"])


def test_new_reports_are_named_and_their_findings_counted_apart(hasil: Hasil) -> None:
    def ubah(d: dict[str, Any]) -> None:
        d["temuan"], d["pemeriksaan"] = [], []

    s = compared(hasil, ubah)
    isi = content(s)
    n = len(hasil.temuan)
    assert f"Dari {n} temuan baru, {n} ada dalam laporan yang baru diterbitkan" in text(isi["perubahan"])
    assert "../satker/uji/2025-tw2/" in read(isi["laporan"]).tautan
    assert "1 laporan baru" in text(home(s))
    assert {f"../satker/uji/2025-tw2/#t-{t.id}" for t in hasil.temuan} <= set(read(isi["baru-uji-2025-tw2"]).tautan)


@pytest.mark.parametrize(
    ("beda", "kalimat", "di_beranda"),
    [
        ((), "Data, aturan, dan perangkat pemeriksaan sama", False),
        (("data",), "Semua perbedaan berasal dari data laporan.", False),
        (("aturan",), "Tidak satu pun perbedaan berasal dari laporan.", True),
        (("data", "aturan"), "tidak selalu berasal dari laporan", True),
        (("data", "perangkat"), "tidak selalu berasal dari laporan", True),
    ],
)
def test_it_is_said_where_differences_may_come_from(
    hasil: Hasil, beda: tuple[str, ...], kalimat: str, di_beranda: bool
) -> None:
    s = compared(hasil, lambda d: d["masukan"].update(dict.fromkeys(beda, "lain")))
    assert kalimat in text(content(s)["perubahan"])
    assert ("perangkat pemeriksaan juga berubah" in text(home(s))) is di_beranda


def test_numbers_stand_beside_the_number_of_checks(hasil: Hasil) -> None:
    s = compared(hasil, lambda d: d["ringkasan"].update(pemeriksaan=1234))
    kini = s.bahasa.angka(hasil.ringkasan["pemeriksaan"])
    assert f"Pemeriksaan 1.234 {kini}" in text(content(s)["perubahan"].replace("<td", " <td"))


def test_long_lists_are_cut_and_say_so(hasil: Hasil) -> None:
    s = compared(hasil, lambda d: gone(d, perubahan.MAKS_DAFTAR + 7))
    isi = content(s)
    assert "7 temuan lagi tidak ditampilkan di sini." in text(isi["selesai"])
    assert isi["selesai-uji-2025-tw2"].count("<li>") == perubahan.MAKS_DAFTAR


def test_it_is_told_in_english(hasil: Hasil) -> None:
    s = compared(hasil, lambda d: gone(d, 1), "en")
    assert "0 new findings · 1 settled" in text(home(s))
    assert "Settled findings (1)" in [b.judul for p in pages(s) if p.src_uri == PERUBAHAN for b in p.bagian]


def test_the_status_of_a_finding_is_told_only_where_there_is_something_to_compare(hasil: Hasil) -> None:
    def laporan(s: Situs) -> str:
        return "".join(b.html for p in pages(s) if p.src_uri == "satker/uji/2025-tw2.md" for b in p.bagian)

    assert "kin-status-" not in laporan(Situs.of(hasil, Bahasa()))
    berbeda = laporan(compared(hasil, lambda d: d["temuan"].pop()))
    assert berbeda.count(">baru</span>") == 1
    assert berbeda.count(">tetap ada</span>") == len(hasil.temuan) - 1
