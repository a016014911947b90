"""Causes and consequences among findings: one cause each, no circles, everything under its root."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja.engine import Kecocokan, Putusan
from mkdocs_kinerja.fakta import Fakta
from mkdocs_kinerja.hubungan_sebab import linked, proposed
from mkdocs_kinerja.lokasi import Posisi, Sumber
from mkdocs_kinerja.temuan import Keparahan, Tempat, Temuan, Usulan, fingerprint


def id_(nomor: int) -> str:
    return fingerprint("KIN201", "s", "l", str(nomor))


def temuan(nomor: int) -> Temuan:
    return Temuan(id_(nomor), "KIN201", Keparahan.GALAT, "s", "l", {"id": "", "en": ""}, ())


def pasangan(akibat: int, sebab: int) -> Kecocokan:
    def fakta(nomor: int) -> Fakta:
        return Fakta("temuan", ("KIN201", "hubungan", str(nomor)), {})

    aturan: Any = SimpleNamespace(hubungkan=("a", "s"), periksa=SimpleNamespace(alias="p"))
    return Kecocokan(aturan, {"a": fakta(akibat), "s": fakta(sebab)})


def putusan(*semua: tuple[int, int]) -> Putusan:
    return Putusan(tuple(pasangan(a, s) for a, s in semua), (), {})


def hubungkan(banyak: int, *semua: tuple[int, int]) -> dict[int, int | None]:
    """Return the cause of each finding."""
    hasil = linked([temuan(n) for n in range(banyak)], putusan(*semua), "s", "l")
    nomor = {id_(n): n for n in range(banyak)}
    return {nomor[t.id]: nomor[t.sebab] if t.sebab else None for t in hasil}


def test_a_chain_ends_at_its_root() -> None:
    assert hubungkan(4, (1, 0), (2, 1), (3, 2)) == {0: None, 1: 0, 2: 0, 3: 0}


def test_the_first_cause_that_is_named_counts() -> None:
    assert hubungkan(3, (2, 0), (2, 1)) == {0: None, 1: None, 2: 0}
    assert hubungkan(3, (2, 1), (2, 0)) == {0: None, 1: None, 2: 1}


def test_a_circle_is_cut_where_it_closes() -> None:
    assert hubungkan(3, (1, 0), (2, 1), (0, 2)) == {0: None, 1: 0, 2: 0}
    assert hubungkan(1, (0, 0)) == {0: None}


def test_what_was_waived_or_never_found_is_nobodys_cause() -> None:
    assert hubungkan(2, (1, 7), (7, 0)) == {0: None, 1: None}


panah = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=25)


@given(panah, st.permutations(range(8)))
def test_every_finding_stands_under_one_root_or_is_one(semua: list[tuple[int, int]], urut: list[int]) -> None:
    hasil = linked([temuan(n) for n in urut], putusan(*semua), "s", "l")
    assert [t.id for t in hasil] == [id_(n) for n in urut]
    menurut = {t.id: t for t in hasil}
    for t in hasil:
        if t.sebab:
            assert menurut[t.sebab].sebab is None, "a cause is a root"
            assert t.akibat == ()
            assert t.id in menurut[t.sebab].akibat
    banyak = Counter(a for t in hasil for a in t.akibat)
    assert banyak == Counter(t.id for t in hasil if t.sebab), "every consequence is told once"
    lurus = linked([temuan(n) for n in range(8)], putusan(*semua), "s", "l")
    assert {t.id: t.sebab for t in lurus} == {t.id: t.sebab for t in hasil}, "in any order of findings"


@given(panah)
def test_findings_that_are_linked_have_a_path_of_links(semua: list[tuple[int, int]]) -> None:
    sebab = hubungkan(8, *semua)
    for akibat, akar in sebab.items():
        if akar is not None:
            capai, baru = {akibat}, {akibat}
            while baru:
                baru = {s for a, s in semua if a in baru} - capai
                capai |= baru
            assert akar in capai


def test_a_proposal_goes_to_the_finding_about_its_fact() -> None:
    usulan = Usulan(Tempat("dilaporkan", "16", Posisi("a.yml", 1, 1), Sumber("")), cast("Any", 61), "tukar")
    fakta = [
        Fakta("usulan", ("usulan", "x"), {"kunci": "jumlah/x", "salah_ketik": "tukar"}, {"_usulan": usulan}),
        Fakta("hubungan", ("jumlah", "x"), {}),
    ]
    aturan: Any = SimpleNamespace(hubungkan=None, periksa=SimpleNamespace(alias="h"))
    cocok = [Kecocokan(aturan, {"h": Fakta("hubungan", ("jumlah", k), {})}) for k in ("w", "x")]
    hasil = proposed([temuan(0), temuan(1)], Putusan((*cocok, pasangan(0, 1)), (), {}), fakta)
    assert [t.usulan for t in hasil] == [None, usulan]
    assert proposed([temuan(0)], Putusan((cocok[1],), (), {}), fakta[1:]) == [temuan(0)]
