"""What would settle a finding, in words; consequences under their cause in the terminal; both in the JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pabrik import run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.lokasi import Posisi, Sumber
from mkdocs_kinerja.pesan import remedy
from mkdocs_kinerja.report import json_, text
from mkdocs_kinerja.temuan import Keparahan, Tempat, Temuan, Usulan

ID, EN = Bahasa("id"), Bahasa("en")
DASAR = Temuan("x", "KIN202", Keparahan.GALAT, "s", "l", {"id": "Salah.", "en": "Wrong."}, ())


def usul(nilai: str, salah_ketik: str = "", tempat: str = "Tabel 2") -> Temuan:
    t = Tempat("dilaporkan", "16", Posisi("a.yml", 3, 9), Sumber("", tempat=tempat), "Uji")
    return replace(DASAR, usulan=Usulan(t, Decimal(nilai), salah_ketik))


@pytest.mark.parametrize(
    ("salah_ketik", "akhir"),
    [
        ("tukar", " Dua angka mungkin tertukar."), ("satu", " Satu angka mungkin salah ketik."),
        ("kurang", " Satu angka mungkin tertinggal."), ("lebih", " Satu angka mungkin kelebihan."), ("", ""),
    ],
)  # fmt: skip
def test_a_guess_names_value_and_place(salah_ketik: str, akhir: str) -> None:
    t = usul("61", salah_ketik)
    assert remedy(t, ID) == f"Dugaan: dengan 61, bukan 16 (Uji, Tabel 2), temuan ini selesai.{akhir}"
    assert remedy(t, EN).startswith("A guess: with 61 instead of 16 (Uji, Tabel 2), this finding is settled.")


def test_a_guess_is_written_in_the_language_and_with_its_decimals() -> None:
    assert "dengan 25.431,50, bukan" in remedy(usul("25431.50"), ID)
    assert "with 25,431.50 instead" in remedy(usul("25431.50"), EN)
    assert "(Uji)" in remedy(usul("61", tempat=""), ID)


def test_how_much_goes_with_a_cause() -> None:
    assert remedy(replace(DASAR, akibat=("a", "b")), ID) == "Memperbaiki ini menyelesaikan 3 temuan."
    assert remedy(replace(DASAR, akibat=("a", "b")), EN) == "Mending this settles 3 findings."
    assert remedy(replace(usul("61"), akibat=("a",)), ID).endswith("selesai. Memperbaiki ini menyelesaikan 2 temuan.")
    assert remedy(DASAR, ID) == ""


# -- in a result --------------------------------------------------------------------------------------------------------


LAPORAN = """\
laporan:
  dokumen: sumber.txt
tabel:
  - id: hasil
    ukuran: hasil
    tempat: Tabel 2
    sumber: 10-14
    kepala: [periode]
    isi: |
      layanan*  | jan | feb | mar | tw1
      Uji       | 10  | 20  | 30  | 60
      Kalibrasi | 16  | 39  | 10  | 110
      = Jumlah  | 71  | 59  | 40  | 170
"""


@pytest.fixture(name="hasil", scope="module")
def _hasil(tmp_path_factory: pytest.TempPathFactory) -> Hasil:
    folder: Path = tmp_path_factory.mktemp("situs")
    site(folder, LAPORAN)
    return run(folder)


def test_consequences_stand_in_one_line_under_their_cause(hasil: Hasil) -> None:
    baris = text.render(hasil, ID).splitlines()
    (awal,) = [n for n, b in enumerate(baris) if "KIN212" in b]
    lanjut = [n for n, b in enumerate(baris) if "\u2514" in b]
    assert len(lanjut) == 2
    assert all("KIN202" in baris[n] for n in lanjut)
    assert lanjut[0] > awal
    assert lanjut[1] == lanjut[0] + 1
    assert sum("KIN202" in b for b in baris) == 2, "they are told nowhere else"
    assert any("Dugaan: dengan 61, bukan 16" in b for b in baris)
    assert any("Memperbaiki ini menyelesaikan 3 temuan." in b for b in baris)


def test_a_consequence_whose_cause_is_not_shown_stands_by_itself(hasil: Hasil) -> None:
    """With the cause below the wanted severity, what follows from it is still told in full."""
    turun = replace(
        hasil, temuan=tuple(replace(t, keparahan=Keparahan.INFO) if t.aturan == "KIN212" else t for t in hasil.temuan)
    )
    baris = text.render(turun, ID, minimal=Keparahan.GALAT).splitlines()
    assert not any("KIN212" in b or "\u2514" in b for b in baris)
    assert sum("KIN202" in b for b in baris) == 2


def test_the_json_tells_causes_consequences_and_proposals(hasil: Hasil) -> None:
    temuan = json.loads(json_.render(hasil))["temuan"]
    (akar,) = [t for t in temuan if t["aturan"] == "KIN212"]
    lain = [t for t in temuan if t["aturan"] == "KIN202"]
    assert {t["sebab"] for t in lain} == {akar["id"]}
    assert sorted(akar["akibat"]) == sorted(t["id"] for t in lain)
    assert [t["akibat"] for t in lain] == [[], []]
    assert akar["sebab"] is None
    usulan = akar["usulan"]
    assert (usulan["tercetak"], usulan["nilai"], usulan["salah_ketik"]) == ("16", "61", "tukar")
    assert usulan["lokasi"] == akar["lokasi"][0]
    assert [t["usulan"] for t in lain] == [None, None]


def test_linking_rules_are_counted_nowhere(hasil: Hasil) -> None:
    assert not [p for p in hasil.pemeriksaan if p.aturan in {"KIN001", "KIN002", "KIN003"}]
    assert not [t for t in hasil.temuan if t.aturan in {"KIN001", "KIN002", "KIN003"}]
    r = hasil.ringkasan
    assert r["temuan"] == len(hasil.temuan)
    assert r["pemeriksaan"] == r["lolos"] + r["temuan"] + r["tidak_berlaku"]


def test_findings_stand_in_both_languages_without_gaps(hasil: Hasil) -> None:
    for bahasa in (ID, EN):
        teks = text.render(hasil, bahasa)
        assert "{" not in teks
        assert "None" not in teks
