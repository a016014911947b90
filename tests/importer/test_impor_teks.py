"""Tables of a real report, as extracted from its PDF, against what stands in data/."""

from __future__ import annotations

from pathlib import Path

import pytest
from impor_kasus import block, entry, excerpt, header, rows, table

from mkdocs_kinerja.importer.catatan import ImporError
from mkdocs_kinerja.loading import grid
from mkdocs_kinerja.loading.grid import GarisTeks
from mkdocs_kinerja.loading.yaml_events import read_document
from mkdocs_kinerja.lokasi import read_rentang

# Excerpts of 000_75e3843320a1ede7.txt: id in data/, first line, lines. `->` is a tab.
DANA = ("sumber-dana", 290, """
Sumber Dana->Pagu Anggaran(Rp)->Pagu Efektif (Rp)
Rupiah Murni->17.943.407.000->16.417.197.000
BLU->6.828.207.000->5.550.696.000
Saldo awal->2.101.837.000->2.101.837.000
Total->26.873.451.000->24.069.730.000
""")  # fmt: skip
_KEPALA_23 = (
    "Kode->KRO->Pagu Awal (Rp.000)->Pagu Revisi 1 (Rp.000)->Pagu Blokir 1->Pagu Revisi 2 (Rp.000)"
    "->Pagu Revisi 3 (Rp.000)->Pagu Blokir 2->Pagu Revisi 4 (Rp.000)"
)
REVISI = ("2.3", 312, f"""
{_KEPALA_23}
6042.EBB->Layanan Sarana Dan Prasarana Internal->359.720->359.720->356.220->359.720->359.720->356.220->359.720
6042.EBC->Layanan Manajemen->230.000->230.000->133.607->230.000->230.000->133.607->230.000

{_KEPALA_23}
->SDM Internal->->->->->->->
6042.EBD->Layanan Manajemen Kinerja Internal->90.000->90.000->79.162->90.000->90.000->79.162->25.431
""")  # fmt: skip
RINCIAN = ("2.1", 227, """
KODE->OUTPUT / RINCIAN AKUN->PAGU
6077.BAD->Pelayanan Publik->2.670.204.000
027->Sertifikasi->1.042.815.000
051-><i>Jasa Sertifikasi</i>->825.381.000
052-><i>Sertifikasi Profesi</i>->50.684.000

KODE->OUTPUT / RINCIAN AKUN->PAGU
039->Bimbingan->172.500.000
""")  # fmt: skip
BULANAN = ("pnbp-bulanan", 636, """
Bulan->Target PNBPN->Penerimaan PNBPN->%
Januari->589.031.463->710.092.588->120,55%
Februari->628.658.004->771.485.750->122,72%
Maret->299.425.897->391.123.947->130,62%
April->670.486.505->757.997.325->113,05%
Mei->619.383.741->799.777.450->129,12%
Juni->808.085.887->391.152.080->48,40%
Triwulan II->3.615.071.497->3.821.629.140->105,71%
Baseline 2024->6.854.538.433->3.821.629.140->-44,25%
""")  # fmt: skip
HASIL = ("hasil-layanan", 715, """
No->Layanan->Satuan->Triwulan II->->->->->->
->->->Jan->Feb->Mar->Apr->Mei->Jun->Jumlah
1->Pengujian->Lap Hasil Uji->146->208->78->63->220->138->853
2->Kalibrasi->Lap Hasil Kalibrasi->55->39->103->85->82->57->427
3->Sertifikasi->Sertifikat->9->7->3->4->8->5->36
""")  # fmt: skip
EMONEV = ("lampiran-4", 1648, """
NO->NOMENKELATUR KOMPONEN->FISIK->->->ANGGARAN->->->STATUS PELAKSANAAN->
->->Satuan->Vol.->Real.->Alokasi->Real.->%->Status->Progres
6042.EBA.958 - Layanan Hubungan Masyarakat->->Layanan->1->0->22,025,000->0->0.00%->->
1->051 Pengelolaan Data dan Informasi->->1->1->22,025,000->0->0.00%->Pelaksanaan->50.00
6042.EBA.994 - Layanan Perkantoran->->Layanan->1->0->20,974,509,000->12,221,152,756->58.27%->->
2->001 Gaji dan Tunjangan->->1->1->15,674,509,000->10,161,931,324->64.83%->Pelaksanaan->45.00
3->002 Operasional dan Pemeliharaan Kantor->->1->1->5,300,000,000->2,059,221,432->38.85%->Pelaksanaan->50.00
""")  # fmt: skip


def _data(akar: Path, id_: str) -> dict[str, object]:
    data = read_document(akar / "data" / "satker" / "bbspjikkp" / "2025-tw2.yml").data
    return next(t for t in data["tabel"] if t["id"] == id_)  # type: ignore[no-any-return]


def _figures(sel: tuple[str, ...]) -> list[str]:
    return [t for t in sel if t[-1:].isdigit() or t.endswith("%") or t == "-"]


@pytest.mark.parametrize(("id_", "awal", "teks"), [DANA, REVISI, BULANAN, HASIL, EMONEV], ids=lambda v: str(v)[:14])
def test_reports_come_out_as_they_stand_in_data(akar: Path, id_: str, awal: int, teks: str) -> None:
    isi = excerpt(awal, teks)
    blok = block(isi, lines=f"{awal}-{isi.count(chr(10))}")
    asli = _data(akar, id_)
    kepala = asli.get("kepala", ["ukuran"])
    garis = [GarisTeks(t, n, 1) for n, t in enumerate(str(asli["isi"]).splitlines())]
    sumber = read_rentang(str(asli["sumber"]))
    assert sumber is not None
    menurut_sumber = dict(zip(sumber.baris, grid.read(garis, len(kepala)).isi, strict=True))  # type: ignore[arg-type]
    nomor = read_rentang(str(entry(blok)["sumber"]))
    assert nomor is not None
    hasil = rows(blok)
    assert len(nomor.baris) == len(hasil)
    for n, (tanda, *sel) in zip(nomor.baris, hasil, strict=True):
        benar = menurut_sumber[n]
        assert tanda == ("=" if benar.total else ">" * benar.tingkat)
        figur = _figures(tuple(s.teks for s in benar.sel[1:]))
        assert _figures(tuple(sel[1:]))[: len(figur)] == figur
        if not benar.total:
            assert sel[0].lower() == benar.sel[0].teks.lower()
    assert not table(blok)[1]
    for kunci in ("skala", "angka", "kepala"):
        assert entry(blok).get(kunci) == asli.get(kunci), kunci


def test_a_budget_tree_gets_its_levels_and_loses_the_page_break() -> None:
    _, awal, teks = RINCIAN
    blok = block(excerpt(awal, teks), lines=f"{awal}-{awal + 8}")
    assert header(blok) == [("kro>ro>komponen*", "nama", "pagu")]
    assert [(b[0], b[1]) for b in rows(blok)] == [
        ("", "6077.BAD"), (">", "027"), (">>", "051"), (">>", "052"), (">", "039"),
    ]  # fmt: skip
    assert entry(blok)["sumber"] == "228-231, 234"
    assert rows(blok)[2][2] == "Jasa Sertifikasi"


def test_levels_come_from_sums_where_nothing_is_in_italics() -> None:
    blok = block(
        "Kode\tUraian\tPagu\n6077.BAD\tA\t300.000\n012\tB\t200.000\n051\tC\t150.000\n052\tD\t50.000\n013\tE\t100.000\n"
    )
    assert [b[0] + b[1] for b in rows(blok)] == ["6077.BAD", ">012", ">>051", ">>052", ">013"]


def test_a_name_broken_by_a_page_is_joined_and_told() -> None:
    id_, awal, teks = REVISI
    blok = block(excerpt(awal, teks), lines=f"{awal}-{awal + 8}")
    assert "Layanan Manajemen SDM Internal" in [b[2] for b in rows(blok)]
    assert any("disambung ke baris 314: SDM Internal" in c.pesan for c in blok.catatan)
    assert header(blok)[1][2:5] == ("awal", "r1", "")
    assert id_ == "2.3"


def test_a_row_that_is_no_period_is_listed_and_not_lost() -> None:
    _, awal, teks = BULANAN
    blok = block(excerpt(awal, teks), lines=f"{awal}-{awal + 8}")
    assert rows(blok)[-1][:2] == ("=", "sd-tw2")
    lengkap = "Baseline 2024 | 6.854.538.433 | 3.821.629.140 | -44,25%"
    assert any(lengkap in c.pesan and c.periksa for c in blok.catatan)
    assert f"# periksa: baris 644 bukan periode dan tidak dimasukkan: {lengkap}" in blok.text()


def test_months_and_their_sum_share_a_measure() -> None:
    _, awal, teks = HASIL
    blok = block(excerpt(awal, teks), lines=f"{awal}-{awal + 4}")
    assert entry(blok)["ukuran"] == "hasil"
    assert header(blok) == [("layanan*", "satuan", "jan", "feb", "mar", "apr", "mei", "jun", "sd-tw2")]


def test_another_layout_on_the_next_page_is_mapped_back() -> None:
    blok = block(
        "Kode\tSasaran\tIndikator Kinerja\tTarget\tRealisasi\n"
        "SK1\tLayanan\t1 Indeks Kepuasan\tIndeks 3,86\t3,9\n"
        "\t\t2 Jumlah pelanggan\t650 Perusahaan\t453\n"
        "Kode\tSasaran\tIndikator Kinerja\t\tTarget\tRealisasi\n"
        "SK2\tMandiri\t1\tNilai RoA\t4,5 Persen\t1,5\n"
    )
    assert [b[1] for b in rows(blok)] == ["Indeks Kepuasan", "Jumlah pelanggan", "Nilai RoA"]
    assert [b[-2:] for b in rows(blok)] == [("Indeks 3,86", "3,9"), ("650 Perusahaan", "453"), ("4,5 Persen", "1,5")]


def test_cells_with_line_breaks_are_put_together() -> None:
    blok = block("Layanan\tKegiatan\tTarget\tRealisasi\nUji\tsatu\ndua\t3\t4\nLab\ttiga\t5\t6\n")
    assert rows(blok) == [("", "Uji", "satu dua", "3", "4"), ("", "Lab", "tiga", "5", "6")]


def test_prose_and_page_numbers_are_told() -> None:
    blok = block("Layanan\tTarget\nUji\t3\n17\nSumber: laporan bulanan\nLab\t5\n")
    assert [b[1] for b in rows(blok)] == ["Uji", "Lab"]
    pesan = {c.pesan: c.periksa for c in blok.catatan}
    assert pesan["baris 3 tidak dimasukkan (nomor halaman): 17"] is False
    assert pesan["baris 4 tidak dimasukkan (bukan baris tabel): Sumber: laporan bulanan"] is True


def test_the_caption_above_gives_title_and_place() -> None:
    blok = block("Tabel 2. 4 Perjanjian Kinerja\n\nLayanan\tTarget\nUji\t3\n", lines="3-4")
    assert (blok.id, entry(blok)["judul"], entry(blok)["tempat"]) == ("2.4", "Perjanjian Kinerja", "Tabel 2.4")


# Excerpts of 004_0c7f7389fa0a8c24.txt: one fragment per line.
def test_rows_are_put_together_from_fragments() -> None:
    teks = (
        "Tabel 2. 13 KRO dan Anggaran\n\nNo. Kode KRO Anggaran (Rp) \n\n1. 6077.AEC Kerja sama 52.540.000 \n\n"
        "2. 6077.AEF Sosialisasi dan Diseminasi 453.280.000 \n\n  Total 505.820.000 \n"
    )
    blok = block(teks)
    assert header(blok) == [("kro*", "nama", "pagu")]
    assert rows(blok) == [
        ("", "6077.AEC", "Kerja sama", "52.540.000"), ("", "6077.AEF", "Sosialisasi dan Diseminasi", "453.280.000"),
        ("=", "Total", "", "505.820.000"),
    ]  # fmt: skip
    assert entry(blok)["sumber"] == "5, 7, 9"


def test_names_over_several_lines_belong_to_the_figures_below() -> None:
    teks = (
        "No Unit Kerja \nNilai IP \n\nASN \n\n1 BBSPJI Kerajinan dan Batik 88,93 \n\n"
        "2 BBSPJI Hasil Perkebunan, \ndan Maritim \n\n82,21 \n\n  Rata rata Balai Besar 85,57 \n"
    )
    blok = block(teks)
    assert rows(blok)[1] == ("", "BBSPJI Hasil Perkebunan, dan Maritim", "82,21")
    assert rows(blok)[2][0] == "="
    assert entry(blok)["sumber"] == "6, 8, 13"


def test_years_become_periods() -> None:
    teks = (
        "Tabel 3. 25 Penerimaan Layanan Jasa\nJenis \n\nLayanan \n2019 2020 2021 \n\n"
        "Pengujian 2.328.110.000 1.688.917.500 1.516.003.000 \n\nStandardisasi 34.950.000 - - \n\n"
        "Jumlah 2.363.060.000 1.688.917.500 1.516.003.000 \n"
    )
    blok = block(teks)
    assert entry(blok)["ukuran"] == "pnbp.realisasi"
    assert header(blok) == [("layanan*", "2019", "2020", "2021")]
    assert rows(blok)[1] == ("", "Standardisasi", "34.950.000", "-", "-")


@pytest.mark.parametrize("lines", ["0-3", "5-2", "x", "3-"])
def test_lines_that_make_no_sense_are_refused(lines: str) -> None:
    with pytest.raises(ImporError, match="--lines"):
        block("a\tb\n", lines=lines)


def test_lines_beyond_the_end_are_refused() -> None:
    with pytest.raises(ImporError, match="hanya 2 baris"):
        block("a\tb\n", lines="9-10")


def test_a_value_with_its_unit_is_not_a_numbered_name() -> None:
    blok = block("Layanan\tTarget\tRealisasi\nUji\t1 Perusahaan\t1 Perusahaan\nLab\t3 Indeks\t3 Indeks\n")
    assert rows(blok) == [("", "Uji", "1 Perusahaan", "1 Perusahaan"), ("", "Lab", "3 Indeks", "3 Indeks")]


def test_the_whole_year_up_to_its_end_has_no_year_of_its_own() -> None:
    blok = block("Layanan\tRealisasi s.d. Triwulan IV\tTarget 2024\nUji\t1,5\t2\nLab\t2,5\t3\n")
    assert header(blok)[1] == ("", "sd-tw4", "2024")
