"""The section `capaian:`: what is wrong in it is told at its place, and the rest of the report is read."""

from __future__ import annotations

import pytest
from pabrik import report

from mkdocs_kinerja.capaian import TURUN, CaraCapaian


def baca(isi: str) -> tuple[CaraCapaian, list[tuple[str, int, str]]]:
    laporan = report(f"laporan:\n  capaian:\n    {isi}\n")
    return laporan.capaian, [(m.kode, m.posisi.baris, m.pesan["id"]) for m in laporan.masalah]


@pytest.mark.parametrize(
    ("isi", "kode", "pesan"),
    [
        ("rumus_turun: realisasi /", "skema", "Rumus terputus"),
        ("rumus_turun: pagu / realisasi", "skema", "'pagu' tidak dikenal di sini"),
        ("rumus_turun: 1 + 1", "skema", "tulis rumusnya dengan `realisasi` dan `target`"),
        ("indikator: {ikn: {batas: 100}}", "rujukan", "Maksud Anda 'ikm'?"),
        ("indikator: {ikm: {batas: bebas}}", "skema", "tidak"),
        ("batas: 0", "skema", "0"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_usual_way_is_taken(isi: str, kode: str, pesan: str) -> None:
    cara, masalah = baca(isi)
    assert [(k, n) for k, n, _ in masalah] == [(kode, 3)]
    assert pesan in masalah[0][2]
    assert (cara.turun, cara.batas) == (TURUN, None)
    assert cara.untuk("ikm") == CaraCapaian()


def test_an_indicator_keeps_what_it_does_not_say_itself() -> None:
    cara, masalah = baca(
        "{batas: 120, batas_bawah: 0, indikator: {ikm: {batas: tidak}, temuan: {rumus: target / realisasi}}}"
    )
    assert masalah == []
    assert (cara.untuk("ikm").batas, cara.untuk("ikm").batas_bawah) == (None, 0)
    assert (cara.untuk("temuan").batas, cara.untuk("temuan").turun == TURUN) == (120, False)
    assert cara.untuk("sla") is cara
