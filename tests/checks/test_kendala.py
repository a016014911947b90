"""Obstacles and follow-up: what counts as an answer, where it may stand, and places that contradict each other."""

from __future__ import annotations

import pytest
from pabrik import facts, judged, report

from mkdocs_kinerja.checks.kendala import follow_up
from mkdocs_kinerja.laporan import Laporan
from mkdocs_kinerja.temuan import Temuan

KEPALA = "laporan: {sasaran: {s1: {kode: S1, nama: Layanan, indikator: [ikm, pelanggan]}}}\n"


def laporan(*baris: str, tabel: str = "", id_: str = "2025-tw2") -> Laporan:
    return report(f"{KEPALA}{tabel}kendala: |\n" + "".join(f"  {n} | {b}\n" for n, b in enumerate(baris, 1)), id_)


def temuan(*baris: str, tabel: str = "", id_: str = "2025-tw2") -> list[str]:
    """Return the findings of the rules about obstacles."""
    aturan = {"KIN103", "KIN104", "KIN115", "KIN119", "KIN308", "KIN314", "KIN320", "KIN415"}
    return [t.aturan for t in judged(laporan(*baris, tabel=tabel, id_=id_)) if t.aturan in aturan]


@pytest.mark.parametrize(
    ("baris", "jenis"),
    [
        ("ikm | Rusak", "tanpa-tempat"),
        ("ikm | Rusak |", "kosong"),
        ("ikm | Rusak | \u2013", "strip"),
        ("ikm | Rusak | Beli", "ada"),
    ],
)
def test_kinds_of_follow_up(baris: str, jenis: str) -> None:
    assert follow_up(laporan(baris).kendala[0]) == jenis


@pytest.mark.parametrize(
    ("lanjut", "hasil"),
    [
        ("Membeli alat uji baru pada Agustus", []),
        ("Alat uji rusak", ["KIN104"]),
        ("Tidak ada tindak lanjut", ["KIN104"]),
        ("Belum diperlukan", ["KIN104"]),
        ("Melaksanakan kegiatan sesuai rencana", ["KIN115"]),
        ("Akan ditindaklanjuti", ["KIN115"]),
        ("Meningkatkan koordinasi", ["KIN115"]),
        ("Koordinasi dengan Biro Perencanaan", []),
        ("Koordinasi dengan eselon I", ["KIN115"]),
        ("-", ["KIN103"]),
    ],
)
def test_whether_a_follow_up_answers(lanjut: str, hasil: list[str]) -> None:
    assert temuan(f"ikm | Alat uji rusak | {lanjut}") == hasil


def test_a_follow_up_that_only_repeats_an_activity_of_the_tables() -> None:
    tabel = "tabel:\n  - id: a\n    isi: |\n      layanan* | rencana | hasil\n      A | Pengujian contoh air | 1\n"
    assert temuan("ikm | Alat uji rusak | Pengujian contoh air", tabel=tabel) == ["KIN104"]


def test_boilerplate_needs_three_subjects_with_obstacles_of_their_own() -> None:
    sama = "Mengusulkan revisi anggaran"
    baris = [
        f"{hal} | {teks} | {sama}" for hal, teks in (("ikm", "A rusak"), ("pelanggan", "B rusak"), ("sla", "C rusak"))
    ]
    assert temuan(*baris) == ["KIN115"] * 3
    assert temuan(*baris[:2]) == []
    satu_sebab = [b.replace("B rusak", "A rusak").replace("C rusak", "A rusak") for b in baris]
    assert temuan(*satu_sebab) == [], "one obstacle may have one answer everywhere"


def test_nothing_is_due_where_nothing_is_wrong() -> None:
    assert temuan("ikm | Tidak ada kendala | Tidak ada") == []
    assert temuan("ikm | - | -") == []
    assert temuan("ikm | - | Membeli alat") == ["KIN119"]


def test_an_indicator_behind_its_target_needs_a_follow_up_even_if_all_is_denied() -> None:
    tabel = "tabel:\n  - id: a\n    isi: |\n      indikator* | target | realisasi\n      pelanggan | 600 | {}\n"
    baris = "pelanggan | Tidak ada kendala | Tidak ada tindak lanjut"
    assert temuan(baris, tabel=tabel.format(100)) == ["KIN104"]
    assert temuan(baris, tabel=tabel.format(400)) == []


# -- where a follow-up may stand ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hal", "lain", "tercakup"),
    [
        ("komponen/6077.BAD.085.053", "ro/6077.BAD.085", True), ("komponen/6077.BAD.085.053", "kro/6077.BAD", True),
        ("komponen/6077.BAD.085.053", "kegiatan/6077", False), ("kro/6077.BAD", "kegiatan/6077", True),
        ("komponen/6077.BAD.085.053", "kro/6077.BAC", False), ("kro/6077.BAD", "komponen/6077.BAD.085.053", False),
        ("ikm", "sasaran/s1", True), ("sla", "sasaran/s1", False), ("ikm", "pelanggan", False),
    ],
)  # fmt: skip
def test_a_follow_up_covers_what_lies_below_it(hal: str, lain: str, tercakup: bool) -> None:
    semua = temuan(f"{hal} | Tertunda lelang | -", f"{lain} | Lelang ulang gagal | Lelang cepat bulan Juli")
    assert semua.count("KIN103") == (0 if tercakup else 1)


# -- contradictions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("satu", "dua", "hasil"),
    [
        ("ikm | Alat rusak", "ikm | Tidak ada kendala", ["KIN308"]),
        ("ikm | Alat rusak", "laporan | Tidak ada kendala", ["KIN308"]),
        ("ikm | Alat rusak", "sasaran/s1 | Tidak ada kendala", ["KIN308"]),
        ("sla | Alat rusak", "sasaran/s1 | Tidak ada kendala", []),
        ("ikm | Alat rusak", "pelanggan | Tidak ada kendala", []),
        ("laporan | Alat rusak", "ikm | Tidak ada kendala", []),
        ("ro/6077.BAD.085 | Alat rusak", "kegiatan/6077 | Tidak ada kendala", ["KIN308"]),
        ("ikm | Alat rusak", "ikm | -", ["KIN320"]),
        ("ikm | Alat rusak", "laporan | -", []),
    ],
)
def test_named_in_one_place_and_denied_in_another(satu: str, dua: str, hasil: list[str]) -> None:
    assert temuan(f"{satu} | Membeli alat uji", f"{dua} |") == hasil
    assert temuan(f"{dua} |", f"{satu} | Membeli alat uji") == hasil, "whichever comes first"


def test_a_contradiction_shows_both_places() -> None:
    semua: list[Temuan] = judged(laporan("ikm | Alat rusak | Beli", "laporan | Tidak ada kendala |"))
    (t,) = [t for t in semua if t.aturan == "KIN308"]
    assert [(x.peran, x.nilai) for x in t.bukti.tempat] == [
        ("dilaporkan", "Tidak ada kendala"), ("pembanding", "Alat rusak")
    ]  # fmt: skip


# -- the beginning of a year --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "id_", "hasil"),
    [
        ("Kegiatan masih dalam tahap persiapan", "2025-tahunan", ["KIN415"]),
        ("Kegiatan masih dalam tahap persiapan", "2025-tw4", ["KIN415"]),
        ("Kegiatan masih dalam tahap persiapan", "2025-tw2", []),
        ("Kegiatan baru sampai tahapan penyusunan KAK", "2025-tahunan", ["KIN415"]),
        ("Tahap persiapan selesai, alat rusak", "2025-tahunan", []),
    ],
)
def test_an_obstacle_of_the_beginning_at_the_end_of_the_year(teks: str, id_: str, hasil: list[str]) -> None:
    assert temuan(f"ikm | {teks} | Membeli alat", id_=id_) == hasil


def test_obstacles_are_told_apart_by_their_order_and_not_by_their_lines() -> None:
    teks = "kendala: |\n  5 | ikm | A rusak | -\n  6 | ikm | B rusak | -\n"
    kunci = [f.kunci for f in facts(teks, "kendala")]
    assert kunci == [("kendala", "indikator/ikm", "0"), ("kendala", "indikator/ikm", "1")]
    assert [f.kunci for f in facts(teks.replace("  5 |", "  50 |"), "kendala")] == kunci
