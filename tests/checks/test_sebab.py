"""Causes as facts and as links between findings: what hangs under what, and what is reckoned with afterwards."""

from __future__ import annotations

from pabrik import facts, findings, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.checks import sebab
from mkdocs_kinerja.fakta import Fakta
from mkdocs_kinerja.lokasi import Posisi, Sumber
from mkdocs_kinerja.temuan import Bukti, Peran, Tempat, Temuan

LAMPIRAN = """
tabel:
  - id: a
    jenis: lampiran
    isi: |
      kro*     | pagu        | realisasi_anggaran
      6077.AEC | 110.000.111 | 55.000.055
      6077.AEF | 220.000.222 | 66.000.066
      6077.AEG | 330.000.333 | 33.000.033
      6077.AEH | 440.000.444 | 88.000.088
  - id: b
    tempat: Tabel 2
    isi: |
      kro*     | pagu        | realisasi_anggaran
      6077.AEC | 110.000.111 | 66.000.066
      6077.AEF | 220.000.222 | 33.000.033
      6077.AEG | 330.000.333 | 88.000.088
      6077.AEH | 440.000.444 | 55.000.055
"""


def pasangan(teks: str) -> list[tuple[str, str, str]]:
    return [(str(f.uji["jenis"]), str(f.uji["sebab"]), str(f.uji["akibat"])) for f in facts(teks, "sebab")]


def menurut_sebab(semua: list[Temuan]) -> dict[str, list[str]]:
    """Return the rules of the consequences by the rule of their cause."""
    nama = {t.id: t.aturan for t in semua}
    return {t.aturan: sorted(nama[a] for a in t.akibat if a in nama) for t in semua if t.akibat}


def test_tables_without_a_slip_are_counted_once() -> None:
    (f,) = facts("tabel:\n  - id: a\n    isi: |\n      layanan* | hasil\n      A | 1\n", "geseran")
    assert (f.uji["ada"], f.bobot, f.bukti) == (False, 1, None)
    (bersih, _) = facts(LAMPIRAN, "geseran")
    assert (bersih.kunci, bersih.bobot) == (("geseran", "bersih"), 1)


def test_misplaced_figures_are_told_once_and_settle_the_rest() -> None:
    semua = findings(LAMPIRAN, "KIN211", "KIN301")
    assert menurut_sebab(semua) == {"KIN211": ["KIN301"] * 4}
    (akar,) = [t for t in semua if t.akibat]
    assert akar.usulan is None
    assert akar.tabel == "b"


def test_a_report_knows_its_misplaced_figures() -> None:
    kajian = checks.examine(report(f"laporan: {{}}\n{LAMPIRAN}"))
    (f,) = [f for f in kajian.fakta if f.kunci == ("geseran", "baris", "b", "2")]
    assert kajian.laporan.salah_tempat == {t.posisi for t in f.bukti.tempat}
    assert len(kajian.laporan.salah_tempat) == 4


def test_what_is_said_about_a_misplaced_figure_follows_from_it() -> None:
    """In the moved table spending is above its ceiling, but only because it is another row's."""
    teks = LAMPIRAN.replace("6077.AEC | 110.000.111", "6077.AEC | 60.000.111")
    semua = findings(teks, "KIN211", "KIN501")
    assert menurut_sebab(semua)["KIN211"].count("KIN501") == 1
    assert [t.nama for t in semua if t.aturan == "KIN501"] == ["6077.AEC"]


def test_achievements_differ_because_the_results_differ() -> None:
    teks = """
tabel:
  - id: a
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 4,00   | 3,00      | 75%
  - id: b
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 4,00   | 3,50      | 87,5%
"""
    assert pasangan(teks) == [
        ("turunan", "sebutan/indikator/ikm:realisasi@sd-tw2", "sebutan/indikator/ikm:capaian@sd-tw2")
    ]
    assert menurut_sebab(findings(teks, "KIN301")) == {"KIN301": ["KIN301"]}


def test_a_result_that_is_wrong_itself_does_not_follow_from_its_terms() -> None:
    teks = """
tabel:
  - id: a
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 4,00   | 3,00      | 75%
  - id: b
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 4,00   | 3,50      | 61%
"""
    assert [p for p in pasangan(teks) if p[0] == "turunan"] == []


# -- touched ------------------------------------------------------------------------------------------------------------


def fakta(jenis: str, kunci: str, *tempat: tuple[int, Peran]) -> Fakta:
    isi = tuple(Tempat(peran, "1", Posisi("a.yml", baris, 1), Sumber("")) for baris, peran in tempat)
    return Fakta(jenis, (kunci,), {}, {}, Bukti(isi))


def tersentuh(*lain: Fakta) -> list[str]:
    geser = fakta("geseran", "g", (1, "dilaporkan"), (2, "dilaporkan"))
    return [str(f.uji["akibat"]) for f in sebab.touched([geser, *lain])]


def test_a_disagreement_follows_only_if_every_place_that_deviates_is_misplaced() -> None:
    assert tersentuh(fakta("sebutan", "s", (1, "dilaporkan"), (9, "acuan"))) == ["s"]
    assert tersentuh(fakta("sebutan", "s", (1, "dilaporkan"), (9, "dilaporkan"))) == []
    assert tersentuh(fakta("sebutan", "s", (9, "dilaporkan"), (1, "acuan"))) == []


def test_anything_that_reckons_with_a_misplaced_figure_follows_from_it() -> None:
    assert tersentuh(fakta("hubungan", "h", (9, "dilaporkan"), (2, "operan"))) == ["h"]
    assert tersentuh(fakta("anggaran", "a", (9, "dilaporkan"))) == []
    assert tersentuh(fakta("kendala", "k", (1, "dilaporkan"))) == []


def test_a_pair_that_is_known_is_not_told_again() -> None:
    h = fakta("hubungan", "h", (1, "dilaporkan"))
    (satu,) = sebab.touched([fakta("geseran", "g", (1, "dilaporkan")), h])
    assert list(sebab.touched([fakta("geseran", "g", (1, "dilaporkan")), h, satu])) == []
