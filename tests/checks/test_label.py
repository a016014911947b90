"""Official names and codes, and cross-references: what differs, and what is only spelled or cut otherwise."""

from __future__ import annotations

import pytest
from pabrik import facts, findings, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.checks.label import plain
from mkdocs_kinerja.fakta import Fakta


def nama(a: str, b: str, hal: str = "kro/6077.AEC") -> bool:
    """Return whether two printed names of one code are told to differ."""
    kelas, _, kode = hal.partition("/")
    teks = "".join(
        f"  - id: t{n}\n    isi: |\n      {kelas}* | nama | pagu\n      {kode} | {x} | 1\n"
        for n, x in enumerate((a, b))
    )
    (f,) = [f for f in facts("tabel:\n" + teks, "nama") if f.uji["jenis"] == "nama"]
    return bool(f.uji["beda"])


@pytest.mark.parametrize(
    ("a", "b", "beda"),
    [
        ("Kerja Sama Industri", "Kerja sama  industri.", False),
        ("Kerja Sama dan Industri", "Kerja Sama Industri", False),
        ("Fasilitasi dan Pembinaan Industri", "Fasilitasi dan Pembinaan", False),
        ("Layanan Umum (Base Line)", "Layanan Umum", False),
        ("Layanan Umum", "Sarana Internal", True),
        ("Layanan Dukungan Manajemen Internal", "Layanan Dukungan Manajemen Eksternal", True),
    ],
)
def test_names_of_budget_codes(a: str, b: str, beda: bool) -> None:
    assert nama(a, b) is beda
    assert nama(b, a) is beda


def test_one_place_alone_differs_from_nothing() -> None:
    teks = "tabel:\n  - id: a\n    isi: |\n      kro* | nama | pagu\n      6077.AEC | Kerja | 1\n"
    assert facts(teks, "nama") == []


def indikator(tertulis: str) -> list[str]:
    """Return what is found where a heading names the indicator IKM so, and another one by its whole name."""
    teks = f"""
        label: |
          4 | ikm | Indeks Kepuasan Masyarakat (IKM) | ikm
          5 | ikm | {tertulis} | ikm
    """
    return [t.aturan for t in findings(teks, "KIN306", "KIN312", "KIN603")]


@pytest.mark.parametrize(
    ("tertulis", "hasil"),
    [
        ("Indeks Kepuasan Masyarakat", []), ("Indek Kepuasan Masarakat", []), ("Indeks Kepuasan", []),
        ("Indeks Kepuasan Masyarakat terhadap Layanan Balai", []), ("Nilai Akuntabilitas Kinerja", ["KIN306"]),
    ],
)  # fmt: skip
def test_spelling_is_no_other_name(tertulis: str, hasil: list[str]) -> None:
    assert indikator(tertulis) == hasil


def test_every_place_of_a_name_is_listed() -> None:
    teks = """
        tabel:
          - id: a
            tempat: Tabel 1
            isi: |
              kro*     | nama  | pagu
              6077.AEC | Kerja | 1
          - id: b
            tempat: Tabel 2
            isi: |
              kro*     | nama    | pagu
              6077.AEC | Pelatih | 1
    """
    (t,) = findings(teks, "KIN306")
    assert [(x.peran, x.nilai) for x in t.bukti.tempat] == [("acuan", "Kerja"), ("dilaporkan", "Pelatih")]
    assert '"Kerja" (Tabel 1); "Pelatih" (Tabel 2)' in t.pesan["id"]


# -- codes --------------------------------------------------------------------------------------------------------------


def kode(*tabel: tuple[tuple[str, str], ...]) -> list[Fakta]:
    teks = "".join(
        f"  - id: t{n}\n    isi: |\n      ro* | nama | pagu\n" + "".join(f"      {k} | {x} | 1\n" for k, x in isi)
        for n, isi in enumerate(tabel)
    )
    return [f for f in facts("tabel:\n" + teks, "nama") if f.uji["jenis"] == "kode"]


A, B, NAMA = "6077.AEC.001", "6077.AEC.002", "Pelatihan Industri Kecil"


def test_one_name_under_two_codes() -> None:
    (f,) = kode(((A, NAMA),), ((B, NAMA),))
    assert (f.uji["beda"], f.tampil["seharusnya"], f.tampil["dilaporkan"]) == (True, "6077.AEC.001", "6077.AEC.002")


def test_names_that_are_common_or_stand_under_another_parent_say_nothing() -> None:
    assert kode(((A, "Umum"),), ((B, "Umum"),)) == []
    assert kode(((A, NAMA),), (("6077.AEF.002", NAMA),)) == []


def test_a_table_that_has_both_codes_knows_them_apart() -> None:
    (f,) = kode(((A, NAMA), (B, "Sertifikasi Industri")), ((B, NAMA),))
    assert f.uji["beda"] is False


# -- cross-references ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tertulis", "maksud", "tepat"),
    [
        ("Tabel 3.1", "a", True), ("tabel 3.1.", "a", True), ("Tabel 3.7", "a", False), ("Tabel 3.10", "a", False),
        ("Lampiran II", "Lampiran 2", True), ("lamp. 2", "Lampiran II", True), ("Lampiran III", "Lampiran 2", False),
        ("Tabel 3.1 (kedua)", "a", True),
    ],
)  # fmt: skip
def test_references(tertulis: str, maksud: str, tepat: bool) -> None:
    r = report(
        "laporan: {}\ntabel:\n  - id: a\n    tempat: Tabel 3.1\n    isi: |\n      layanan* | hasil\n      A | 1\n"
        f"rujukan:\n  - {{tertulis: {tertulis!r}, maksud: {maksud!r}, sumber: 5}}\n"
    )
    (f,) = [f for f in checks.facts(r) if f.jenis == "rujukan"]
    assert f.uji["tepat"] is tepat


def test_plain_keeps_letters_and_figures_only() -> None:
    assert plain("<b>Kerja</b>-Sama, dan *Industri* (baru) 4.0") == "kerjasamaindustri40"
    assert plain("Kerja (baru)", kurung=True) == "kerjabaru"
    assert plain("Bidang") == ""
