"""A report in order is left alone; each mistake that is put into it is found, by the right rule and at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from indikator_sintetis import INDIKATOR, TERTINGGAL
from laporan_sintetis import tulis_folder
from mutasi import MENYUSUL, Mutasi
from mutasi_hitung import KESELARASAN, PERHITUNGAN
from mutasi_isi import KELENGKAPAN, SIMPULAN
from mutasi_lain import ANGGARAN, ANTARLAPORAN, DATA, WAKTU
from ubah import Naskah

from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pipeline import Pemroses, Pengaturan
from mkdocs_kinerja.temuan import Keparahan, Temuan

SAAT = ((2023, 4), (2024, 4), (2025, 1), (2025, 2))
BERSIH = ("2024-tahunan", "2025-tw1", "2025-tw2")
MELESET = "2023-tahunan"
# Those of one report stand together: the pipeline then judges only that one again.
MUTASI = sorted(
    (*KELENGKAPAN, *PERHITUNGAN, *KESELARASAN, *SIMPULAN, *ANGGARAN, *WAKTU, *ANTARLAPORAN, *DATA),
    key=lambda m: m.laporan,
)


@dataclass(frozen=True, slots=True)
class Meja:
    """The data directory with the reports in order, and the pipeline that judges it again and again."""

    pemroses: Pemroses
    berkas: dict[str, Path]
    bersih: Hasil

    def periksa(self, laporan: str, teks: str) -> Hasil:
        """Judge with another text in the place of one report, and put that back."""
        semula = self.berkas[laporan].read_text("utf-8")
        self.berkas[laporan].write_text(teks, "utf-8")
        try:
            return self.pemroses.run()
        finally:
            self.berkas[laporan].write_text(semula, "utf-8")


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    folder = tmp_path_factory.mktemp("sintetis")
    berkas = tulis_folder(folder, SAAT)
    pemroses = Pemroses(Pengaturan(data=folder / "data", akar=folder, mesin="reference"))
    yield Meja(pemroses, berkas, pemroses.run())
    pemroses.close()


def berat(temuan: tuple[Temuan, ...]) -> list[Temuan]:
    return [t for t in temuan if t.keparahan is not Keparahan.INFO]


def aturan(hasil: Hasil) -> set[str]:
    return {a.id for a in hasil.aturan}


# -- reports in order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("laporan", BERSIH)
def test_a_report_in_order_is_left_alone(meja: Meja, laporan: str) -> None:
    isi = next(x for x in meja.bersih.laporan if x.id == laporan)
    assert (len(isi.sasaran), sum(len(s.indikator) for s in isi.sasaran), len(INDIKATOR)) == (8, 40, 40)
    assert [(t.aturan, t.pesan["id"]) for t in berat(meja.bersih.temuan_of(isi))] == []
    assert meja.bersih.galat_mesin == {}


def test_of_a_report_that_tells_its_misses_only_the_misses_are_told(meja: Meja) -> None:
    isi = next(x for x in meja.bersih.laporan if x.id == MELESET)
    ditemukan = [(t.aturan, t.hal) for t in berat(meja.bersih.temuan_of(isi))]
    assert sorted(ditemukan) == sorted(("KIN402", f"indikator/{i}") for i in TERTINGGAL)


@pytest.mark.parametrize("laporan", [*BERSIH, MELESET])
def test_left_alone_does_not_mean_unchecked(meja: Meja, laporan: str) -> None:
    hitung = {p.aturan: p for p in meja.bersih.pemeriksaan if p.laporan == laporan}
    tak_mungkin = {"KIN402"} if laporan.startswith("2025") else {"KIN403"}
    # Without a claim of failure there is nothing to hold against the figures.
    tak_mungkin |= {"KIN405"} if laporan == "2024-tahunan" else set()
    diperiksa = {a for a, p in hitung.items() if p.lolos + p.temuan > 0}
    assert aturan(meja.bersih) - MENYUSUL - diperiksa == tak_mungkin - diperiksa
    assert sum(p.lolos for p in hitung.values()) > 1500
    for id_, paling_sedikit in (("KIN201", 60), ("KIN202", 40), ("KIN203", 20), ("KIN204", 40), ("KIN303", 60)):
        assert hitung[id_].lolos >= paling_sedikit, id_


# -- reports with a mistake ------------------------------------------------------------------------------------------


def test_the_table_knows_fifty_kinds_and_every_rule() -> None:
    assert len({m.nama for m in MUTASI}) == len(MUTASI)
    assert len([m for m in MUTASI if m.aturan not in MENYUSUL]) >= 50
    assert {m.aturan for m in MUTASI} >= MENYUSUL


def test_every_rule_of_the_book_has_its_mistake(meja: Meja) -> None:
    # That a target is reached is no mistake.
    assert aturan(meja.bersih) - {m.aturan for m in MUTASI} == {"KIN401"}


@pytest.mark.parametrize("mutasi", MUTASI, ids=lambda m: f"{m.aturan} {m.nama}")
def test_a_mistake_is_found(meja: Meja, mutasi: Mutasi, request: pytest.FixtureRequest) -> None:
    semula = meja.berkas[mutasi.laporan].read_text("utf-8")
    naskah = mutasi.ubah(Naskah(semula))
    assert naskah.teks != semula
    ada = mutasi.aturan in aturan(meja.bersih)
    assert ada or mutasi.aturan in MENYUSUL
    id_ = mutasi.aturan if ada else mutasi.kini
    if not id_:
        pytest.skip(f"{mutasi.aturan} belum ada")
    if mutasi.luput:
        request.applymarker(pytest.mark.xfail(reason=mutasi.luput, strict=True))
    hasil = meja.periksa(mutasi.laporan, naskah.teks)
    assert hasil.galat_mesin == {}
    lama = {t.id for t in meja.bersih.temuan}
    baru = [t for t in hasil.temuan if t.id not in lama]
    ditemukan = [t for t in baru if t.aturan == id_]
    semua = [(t.aturan, t.lokasi[0].baris, t.pesan["id"]) for t in baru]
    assert ditemukan, semua
    boleh = {id_, mutasi.kini, "KIN212", *mutasi.ikut}
    # Exactly this rule, apart from the one that names a common cause, and those that look at the same figure in another relation.
    assert {t.aturan for t in baru if t.keparahan is not Keparahan.INFO} <= boleh, semua
    tempat = [[p.baris for p in t.lokasi if p.berkas.endswith(f"{mutasi.laporan}.yml")] for t in ditemukan]
    if mutasi.aturan in MENYUSUL:
        # Where a rule to come points first is for its author to say; the changed line has to be among its places.
        assert any({*naskah.garis, mutasi.tempat(naskah)} & set(t) for t in tempat), semua
        return
    assert mutasi.tempat(naskah) in [t[0] for t in tempat if t], semua
    if naskah.garis:
        assert all(set(naskah.garis) & set(t) or mutasi.tempat(naskah) == t[0] for t in tempat), semua
