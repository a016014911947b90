"""What the search finds, and how large its index becomes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.site import Situs, Tautan, cari, pages

ANGGARAN = """\
  - id: anggaran
    tempat: Tabel 3
    sumber: 40-43
    isi: |
      kro*           | pagu    | realisasi_anggaran
      = Jumlah       | 300     | 120
      6077.AEC       | 100     | 50
      6042.EBD       | 200     | 90
"""
LAPORAN = LAPORAN_YML.replace("kendala: |", ANGGARAN + "\nkendala: |").replace("100,9%", "190,9%")


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    site(tmp_path, LAPORAN)
    return run(tmp_path)


def entries(hasil: Hasil) -> list[cari.Entri]:
    situs = Situs.of(hasil, Bahasa("id"), Tautan())
    return cari.entries(situs, pages(situs))


def found(entri: list[cari.Entri], kata: str) -> set[str]:
    return {e["location"] for e in entri if kata.lower() in f"{e['title']} {e['text']}".lower()}


@pytest.mark.parametrize("aturan", ["KIN201", "KIN202"])
def test_a_finding_is_found_by_rule_name_and_amount(hasil: Hasil, aturan: str) -> None:
    t = next(t for t in hasil.temuan if t.aturan == aturan)
    tujuan = f"satker/uji/2025-tw2/#t-{t.id}"
    isi = entries(hasil)
    for kata in (aturan, t.nama, t.dilaporkan):
        assert kata, aturan
        assert tujuan in found(isi, kata), kata


def test_what_a_report_is_about_is_found_without_a_finding(hasil: Hasil) -> None:
    isi = entries(hasil)
    assert "satker/uji/2025-tw2/#indikator" in found(isi, "Jumlah pelanggan")
    assert "aturan/kin407/" in found(isi, "KIN407")
    assert "satker/uji/" in {e["location"] for e in isi}
    # A browser shows an entry below its page, which it has to know first.
    tempat = [e["location"] for e in isi]
    assert all(x.partition("#")[0] in tempat[: n + 1] for n, x in enumerate(tempat))


def test_a_code_of_the_budget_leads_to_its_findings(hasil: Hasil) -> None:
    asli = hasil.temuan[0]
    kro = replace(asli, id="0" * 12, hal="kro/6077.AEC", nama="Fasilitasi")
    isi = entries(replace(hasil, temuan=(*hasil.temuan, kro)))
    assert f"satker/uji/2025-tw2/#t-{kro.id}" in found(isi, "6077.AEC")


@pytest.mark.parametrize(("banyak", "semua"), [(26_000, True), (60_000, False)])
def test_the_index_stays_small(hasil: Hasil, banyak: int, semua: bool) -> None:
    """A hundred reports like ours have 26,000 findings."""
    temuan = tuple(replace(hasil.temuan[n % len(hasil.temuan)], id=f"{n:012x}") for n in range(banyak))
    isi = entries(replace(hasil, temuan=temuan))
    assert len(json.dumps(isi, ensure_ascii=False).encode()) < 5_000_000
    punya = {e["location"].rpartition("#t-")[2] for e in isi}
    assert ({t.id for t in temuan} <= punya) is semua
    galat = {t.id for t in temuan if t.keparahan == "galat"}
    if len(galat) < banyak / 3:
        assert galat <= punya
