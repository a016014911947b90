"""How other offices compute: one complete sample report per custom, its planted defects named with their arithmetic.

The golden files hold the whole result; here is what must be in it, and that nothing else is accused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest
from pabrik import run

from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.temuan import Temuan

GOLDEN = Path(__file__).parent / "golden"
PENILAIAN = {"KIN401", "KIN402", "KIN403"}
"""Rules that say whether a target is reached: no accusation."""


@cache
def hasil(kasus: str) -> Hasil:
    return run(GOLDEN / kasus)


def d(teks: str) -> Decimal:
    return Decimal(teks)


def dua(nilai: Decimal) -> str:
    return str(nilai.quantize(Decimal("0.01"), ROUND_HALF_UP))


def tertimbang(*isi: tuple[int, str]) -> Decimal:
    return sum((w * d(v) for w, v in isi), Decimal(0)) / sum(w for w, _ in isi)


NSS = ((30, "111.73"), (25, "87.34"), (25, "94.02"), (20, "100.24"))
NPSS_3 = (8, "100.00"), (6, "105.00"), (6, "98.33")

# sample -> (rule, name of the row, as printed, what it ought to be).
CACAT: dict[str, list[tuple[str, str, str, str]]] = {
    "kemenkeu-nko": [
        ("KIN201", "Persentase keberatan yang dikabulkan", "115,00", dua((2 - d("46") / 40) * 100)),
        ("KIN201", "Persentase penarikan dana terhadap rencana", "103,20", dua(100 - abs(d("103.20") - 100))),
        ("KIN201", "Jumlah keluhan yang berulang", "-150,00", dua(max((2 - d("7") / 2) * 100, Decimal(0)))),
        ("KIN206", "KC (Nilai Kinerja Organisasi)", "98,33", dua(tertimbang(*NSS))),
        ("KIN404", "Persentase penyelesaian permintaan penjelasan", "berhasil", ""),
    ],
    "npss-sasaran": [
        ("KIN201", "Jumlah kecelakaan kerja", "83,33", dua((2 - d("6") / 5) * 100)),
        ("KIN201", "Nilai laporan keuangan", "105,00", dua(min(d("84") / 80 * 100, Decimal(100)))),
        ("KIN203", "Organisasi yang akuntabel", "25", str(8 + 6 + 6)),
        ("KIN204", "Nilai pelaksanaan anggaran", "9,50", dua(6 * d("98.33") / 100)),
        ("KIN302", "KC", "104,81", dua(tertimbang((45, "106.41"), (35, "103.14"), (20, "101.00")))),
    ],
    "triwulan-target": [
        ("KIN201", "Indeks kepuasan masyarakat", "101,04%", dua(d("3.90") / d("3.84") * 100)),
        ("KIN202", "Jumlah pelatihan pegawai", "40", str(10 + 10 + 10 + 15)),
        ("KIN303", "Persentase penyerapan anggaran", "60,00%", "65,00%"),
        ("KIN101", "Jumlah sertifikat yang diterbitkan", "72", "90"),
        ("KIN404", "Persentase layanan tepat waktu", "berhasil", ""),
    ],
    "rentang-target": [
        ("KIN201", "Persentase ketersediaan sistem", "101,65%", "100.00"),
        ("KIN201", "Suhu ruang penyimpanan", "105,00%", dua((24 - (d("25.2") - 24)) / 24 * 100)),
        ("KIN201", "Pemakaian air per contoh", "110,00%", dua((2 - d("33") / 30) * 100)),
        ("KIN201", "Jumlah kecelakaan kerja", "0,00%", "100.00"),
        ("KIN404", "Jumlah kejadian pencemaran", "berhasil", ""),
    ],
}


def terbaca(temuan: Iterable[Temuan], boleh: Callable[[Temuan], bool]) -> list[tuple[str, str, str, str]]:
    return sorted((t.aturan, t.nama, t.dilaporkan, t.seharusnya) for t in temuan if boleh(t))


@pytest.mark.parametrize("kasus", sorted(CACAT))
def test_the_planted_defects_are_found_and_nothing_else_is_accused(kasus: str) -> None:
    """What follows from a defect (the score of its sasaran) is listed under it, and is no accusation of its own."""
    tuduhan = terbaca(hasil(kasus).temuan, lambda t: t.sebab is None and t.aturan not in PENILAIAN)
    diharapkan = sorted(CACAT[kasus])
    assert [t[:3] for t in tuduhan] == [c[:3] for c in diharapkan]
    for (*_, nyata), (*_, semestinya) in zip(tuduhan, diharapkan, strict=True):
        assert not semestinya or nyata.replace(",", ".") == semestinya.replace(",", ".")


@pytest.mark.parametrize("kasus", sorted(CACAT))
def test_consequences_lead_to_a_planted_defect(kasus: str) -> None:
    asal = {t.id: t for t in hasil(kasus).temuan}
    tertanam = {(aturan, nama) for aturan, nama, _, _ in CACAT[kasus]}
    for t in asal.values():
        if t.sebab is not None:
            sebab = asal[t.sebab]
            assert (sebab.aturan, sebab.nama) in tertanam


@pytest.mark.parametrize(
    ("kasus", "tercapai"),
    [("kemenkeu-nko", 7), ("npss-sasaran", 6), ("triwulan-target", 6), ("rentang-target", 7)],
)
def test_each_indicator_is_judged_in_its_own_direction(kasus: str, tercapai: int) -> None:
    """Counted by hand: in the triwulan sample one indicator is due at the end of the year only."""
    satu = next(iter(hasil(kasus).laporan))
    gagal = [t for t in hasil(kasus).temuan if t.aturan in {"KIN402", "KIN403"}]
    banyak = sum(len(s.indikator) for s in satu.sasaran) - (kasus == "triwulan-target")
    assert banyak - len(gagal) == tercapai


def test_every_figure_of_the_samples_is_checked() -> None:
    """A sample that is not understood would be clean for the wrong reason."""
    for kasus, capaian in {"kemenkeu-nko": 12, "npss-sasaran": 10, "triwulan-target": 9, "rentang-target": 11}.items():
        hitung = next(p for p in hasil(kasus).pemeriksaan if p.aturan == "KIN201")
        assert hitung.lolos + hitung.temuan == capaian, kasus
    rerata = next(p for p in hasil("kemenkeu-nko").pemeriksaan if p.aturan == "KIN206")
    assert rerata.lolos + rerata.temuan == 5
    assert not [t for k in CACAT for t in hasil(k).temuan if t.aturan.startswith("KIN9")]


def test_the_samples_are_what_their_scores_say() -> None:
    """The printed scores that are right, computed once more from the printed rows."""
    assert dua(tertimbang((50, "103.45"), (30, "120.00"), (20, "120.00"))) == "111.73"
    assert dua(tertimbang((50, "102.67"), (30, "120.00"), (20, "0.00"))) == "87.34"
    assert dua(tertimbang((40, "96.30"), (30, "85.00"), (30, "100.00"))) == "94.02"
    assert dua(tertimbang((40, "106.00"), (30, "96.80"), (30, "96.00"))) == "100.24"
    assert dua(sum((d(v) for _, v in NSS), Decimal(0)) / 4) == "98.33"
    assert dua(tertimbang(*NSS)) == "98.91"
    assert dua(tertimbang(*NPSS_3)) == "101.00"
