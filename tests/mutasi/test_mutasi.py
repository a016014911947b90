"""A report in order is left alone; each mistake that is put into it is found, by the right rule and at its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from indikator_sintetis import INDIKATOR, TERTINGGAL
from laporan_sintetis import SATKER, tulis_folder
from mutasi import TAHUNAN, TW2, Mutasi
from mutasi_hitung import KESELARASAN, PERHITUNGAN
from mutasi_isi import KELENGKAPAN, SIMPULAN
from mutasi_lain import ANGGARAN, ANTARLAPORAN, DATA, PRIBADI, WAKTU
from paket import Paket, keluhan, pakai, sendirian
from ubah import Naskah

from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.laporan import Laporan
from mkdocs_kinerja.pipeline import Pemroses, Pengaturan
from mkdocs_kinerja.temuan import Keparahan, Temuan

# A mistake is put into the last report of a directory; the others are what it can be held against.
FOLDER = {TW2: ((2024, 4), (2025, 1), (2025, 2)), TAHUNAN: ((2023, 4), (2024, 4))}
BERSIH = [(TW2, "2024-tahunan"), (TW2, "2025-tw1"), (TW2, TW2), (TAHUNAN, TAHUNAN)]
MELESET = "2023-tahunan"
PENGHUBUNG = {"KIN001", "KIN002", "KIN003"}
"""Rules that link findings and make none of their own."""
HANYA_BILA_ADA = {"KIN212", "KIN906", "KIN907", "KIN908"}
"""What a report in order does not have: a correction, the other notation, damaged text, a reply."""
# Those of one report stand together.
MUTASI = sorted(
    (*KELENGKAPAN, *PERHITUNGAN, *KESELARASAN, *SIMPULAN, *ANGGARAN, *WAKTU, *ANTARLAPORAN, *PRIBADI, *DATA),
    key=lambda m: m.laporan,
)


@dataclass(frozen=True, slots=True)
class Meja:
    """A data directory with reports in order, and the pipeline that judges it again and again."""

    pemroses: Pemroses
    berkas: dict[str, Path]
    bersih: Hasil
    ingatan: dict[str, tuple[Temuan, ...]] = field(default_factory=dict)

    def keluhan(self, mutasi: Mutasi, naskah: Naskah, semua: Paket) -> list[str]:
        """Judge a packet, once, and return what is wrong with the findings about one of its mistakes."""
        if semua.naskah.teks not in self.ingatan:
            hasil = self.periksa(semua.laporan, semua.naskah.teks)
            assert hasil.galat_mesin == {}
            lama = {t.id for t in self.bersih.temuan}
            self.ingatan[semua.naskah.teks] = tuple(t for t in hasil.temuan if t.id not in lama)
        return keluhan(mutasi, naskah, self.ingatan[semua.naskah.teks], semua, f"{SATKER}/{semua.laporan}.yml")

    def periksa(self, laporan: str, teks: str) -> Hasil:
        """Judge with another text in the place of one report, and put that back."""
        semula = self.berkas[laporan].read_text("utf-8")
        self.berkas[laporan].write_text(teks, "utf-8")
        try:
            return self.pemroses.run()
        finally:
            self.berkas[laporan].write_text(semula, "utf-8")


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Meja]]:
    semua = {}
    for nama, saat in FOLDER.items():
        folder = tmp_path_factory.mktemp(nama)
        berkas = tulis_folder(folder, saat)
        pemroses = Pemroses(Pengaturan(data=folder / "data", akar=folder, mesin="reference"))
        semua[nama] = Meja(pemroses, berkas, pemroses.run())
    yield semua
    for m in semua.values():
        m.pemroses.close()


@pytest.fixture(scope="module")
def paket(meja: Mapping[str, Meja]) -> Mapping[str, Paket]:
    return pakai(MUTASI, {nama: m.berkas[nama].read_text("utf-8") for nama, m in meja.items()})


def berat(temuan: Iterable[Temuan]) -> list[Temuan]:
    return [t for t in temuan if t.keparahan is not Keparahan.INFO]


def laporan_of(hasil: Hasil, id_: str) -> Laporan:
    return next(x for x in hasil.laporan if x.kunci == (SATKER, id_))


# -- reports in order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("folder", "laporan"), BERSIH)
def test_a_report_in_order_is_left_alone(meja: Mapping[str, Meja], folder: str, laporan: str) -> None:
    bersih = meja[folder].bersih
    isi = laporan_of(bersih, laporan)
    assert (len(isi.sasaran), sum(len(s.indikator) for s in isi.sasaran), len(INDIKATOR)) == (8, 40, 40)
    assert [(t.aturan, t.pesan["id"]) for t in berat(bersih.temuan_of(isi))] == []
    assert bersih.galat_mesin == {}


def test_of_a_report_that_tells_its_misses_only_the_misses_are_told(meja: Mapping[str, Meja]) -> None:
    bersih = meja[TAHUNAN].bersih
    ditemukan = [(t.aturan, t.hal) for t in berat(bersih.temuan_of(laporan_of(bersih, MELESET)))]
    assert sorted(ditemukan) == sorted(("KIN402", f"indikator/{i}") for i in TERTINGGAL)


def test_left_alone_does_not_mean_unchecked(meja: Mapping[str, Meja]) -> None:
    diperiksa = set()
    for folder, laporan in BERSIH:
        bersih = meja[folder].bersih
        hitung = {p.aturan: p for p in bersih.pemeriksaan if (p.satker, p.laporan) == (SATKER, laporan)}
        diperiksa |= {a for a, p in hitung.items() if p.lolos + p.temuan > 0}
        assert sum(p.lolos for p in hitung.values()) > 1500
        for id_, paling_sedikit in (("KIN201", 60), ("KIN202", 30), ("KIN203", 20), ("KIN204", 40), ("KIN303", 60)):
            assert hitung[id_].lolos >= paling_sedikit, id_
    assert {a.id for a in meja[TW2].bersih.aturan} - diperiksa == PENGHUBUNG | HANYA_BILA_ADA


# -- reports with a mistake ------------------------------------------------------------------------------------------


def test_every_rule_of_the_book_has_its_mistake(meja: Mapping[str, Meja]) -> None:
    assert len({m.nama for m in MUTASI}) == len(MUTASI)
    assert {a.id for a in meja[TW2].bersih.aturan} - PENGHUBUNG == {m.aturan for m in MUTASI if not m.luput}


@pytest.mark.parametrize("mutasi", MUTASI, ids=lambda m: f"{m.aturan} {m.nama}")
def test_a_mistake_is_found(meja: Mapping[str, Meja], paket: Mapping[str, Paket], mutasi: Mutasi) -> None:
    m, semua = meja[mutasi.laporan], paket[mutasi.nama]
    naskah = next(n for x, n in semua.anggota if x is mutasi)
    assert naskah.teks != m.berkas[mutasi.laporan].read_text("utf-8")
    keluhan = m.keluhan(mutasi, naskah, semua)
    if keluhan and len(semua.anggota) > 1:
        # Mistakes that stand together may get in each other's way.
        keluhan = m.keluhan(mutasi, naskah, sendirian(mutasi, naskah))
    if mutasi.luput:
        assert keluhan, "kini ditemukan: hapus `luput`"
        pytest.xfail(mutasi.luput)
    assert keluhan == []
