"""Causes in the five real reports: mending what a finding proposes settles what is listed under it, and breaks nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pabrik import AKAR

from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pengaturan import Pengaturan
from mkdocs_kinerja.pipeline import Pemroses
from mkdocs_kinerja.temuan import Temuan


@dataclass(frozen=True)
class Meja:
    """A copy of the data, what was found in it, and the processor that reads only what has changed."""

    akar: Path
    pemroses: Pemroses
    hasil: Hasil


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    akar = tmp_path_factory.mktemp("perbaikan")
    shutil.copytree(AKAR / "data", akar / "data")
    pemroses = Pemroses(Pengaturan(data=akar / "data", akar=akar))
    yield Meja(akar, pemroses, pemroses.run())
    pemroses.close()


def mended(meja: Meja, t: Temuan) -> Hasil:
    """Return what is found when the proposed value stands where the finding says; the data are as before afterwards."""
    assert t.usulan is not None
    tempat = t.usulan.tempat
    berkas = meja.akar / tempat.posisi.berkas
    asli = berkas.read_text("utf-8")
    baris = asli.split("\n")
    isi, k = baris[tempat.posisi.baris - 1], tempat.posisi.kolom - 1
    assert isi[k:].startswith(tempat.nilai)
    baru = f"{t.usulan.nilai:f}".replace(".", ",")
    baris[tempat.posisi.baris - 1] = f"{isi[:k]}{baru} {{id}}{isi[k + len(tempat.nilai) :]}"
    try:
        berkas.write_text("\n".join(baris), "utf-8")
        return meja.pemroses.run()
    finally:
        berkas.write_text(asli, "utf-8")


@pytest.mark.lambat
def test_mending_a_wrong_cell_settles_what_is_listed_under_it(meja: Meja) -> None:
    penyebab = [t for t in meja.hasil.temuan if t.aturan == "KIN212"]
    assert len(penyebab) >= 3
    for t in penyebab:
        tersisa = {x.id for x in mended(meja, t).temuan}
        assert not tersisa & {t.id, *t.akibat}, t.pesan["id"]


@pytest.mark.lambat
def test_a_proposal_makes_no_new_contradiction(meja: Meja) -> None:
    """Whatever a proposal is for, the relations and the places that agree now agree with it, too."""
    hitungan = {"KIN201", "KIN202", "KIN203", "KIN204", "KIN205", "KIN208", "KIN209", "KIN301", "KIN302", "KIN303"}
    sebelum = {t.id for t in meja.hasil.temuan}
    usulan = [t for t in meja.hasil.temuan if t.usulan is not None]
    assert len(usulan) > 20
    for t in usulan:
        baru = [x for x in mended(meja, t).temuan if x.aturan in hitungan and x.id not in sebelum]
        assert not baru, (t.pesan["id"], [x.pesan["id"] for x in baru])


def test_cause_and_consequence_reckon_with_the_same_figures(meja: Meja) -> None:
    """They share a cell; or, where a result differs because its terms do, they stand in the same two tables."""
    menurut = {t.id: t for t in meja.hasil.temuan}
    pasangan = [(t, menurut[t.sebab]) for t in meja.hasil.temuan if t.sebab]
    assert len(pasangan) > 100
    for akibat, sebab in pasangan:
        sel = {x.posisi for x in akibat.bukti.tempat} & {x.posisi for x in sebab.bukti.tempat}
        tabel = {x.tabel for x in akibat.bukti.tempat if x.tabel} & {x.tabel for x in sebab.bukti.tempat if x.tabel}
        assert sel or len(tabel) > 1, (sebab.pesan["id"], akibat.pesan["id"])
