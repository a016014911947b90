"""Arithmetic relations: sums, hierarchies, formulas, capaian, cumulative series, amounts in words."""

from __future__ import annotations

import pytest
from pabrik import facts, report

from mkdocs_kinerja import checks
from mkdocs_kinerja.fakta import Fakta


def hubungan(teks: str, id_: str = "2025-tw2") -> list[Fakta]:
    return facts(teks, "hubungan", id_)


def ringkas(fakta: list[Fakta]) -> list[tuple[object, ...]]:
    return [
        (f.uji["jenis"], f.tampil["nama"], f.uji["ukuran"], f.uji["terhitung"], f.uji["cocok"], f.tampil["dilaporkan"], str(f.tampil["seharusnya"]))
        for f in fakta
    ]  # fmt: skip


def test_total_row_sums_top_level_rows_and_parents_their_children() -> None:
    hasil = ringkas(hubungan("""
        tabel:
          - id: a
            isi: |
              kro>ro*    | pagu
              6077.AEC   | 30
              > 001      | 10
              > 002      | 21
              6077.AEF   | 5
              = Jumlah   | 35
    """))  # fmt: skip
    assert hasil == [
        ("jenjang", "6077.AEC", "pagu", True, False, "30", "31"),
        ("jumlah", "Satker Uji (Jumlah)", "pagu", True, True, "35", "35"),
    ]


def test_dash_counts_as_zero_and_unreadable_stops_the_judgement() -> None:
    satu, dua = hubungan("""
        tabel:
          - id: a
            isi: |
              layanan* | hasil | order
              A        | -     | ?
              B        | 4     | 4
              =        | 4     | 9
    """)
    assert (satu.uji["terhitung"], satu.uji["cocok"]) == (True, True)
    assert dua.uji["terhitung"] is False
    assert dua.tampil["alasan"]["id"] == "rincian tidak tercetak sebagai angka"


def test_counts_and_whole_rupiah_are_exact_thousands_are_rounded() -> None:
    def cocok(skala: str, ukuran: str, total: str) -> bool:
        (f,) = hubungan(f"""
            tabel:
              - id: a
                skala: {skala}
                isi: |
                  layanan* | {ukuran}
                  A        | 10
                  B        | 10
                  =        | {total}
        """)
        return bool(f.uji["cocok"])

    assert not cocok("Rp", "hasil", "21")
    assert not cocok("Rp", "pagu", "21")
    assert cocok("Rp ribu", "pagu", "21")
    assert not cocok("Rp ribu", "pagu", "22")


def test_months_of_a_row_make_the_cumulative_column() -> None:
    hasil = ringkas(hubungan("""
        tabel:
          - id: a
            ukuran: hasil
            kepala: [periode]
            isi: |
              layanan*            | jan | feb | mar | apr | mei | jun | sd-tw2
              Sertifikasi Profesi | 27  | 18  | 0   | 5   | 8   | 6   | 45
              Kalibrasi           | 1   | 1   | 1   | 1   | 1   | 1   | 6
    """))  # fmt: skip
    assert hasil == [
        ("jumlah", "Sertifikasi Profesi", "hasil", True, False, "45", "64"),
        ("jumlah", "Kalibrasi", "hasil", True, True, "6", "6"),
    ]


def test_an_index_is_not_summed() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            hal: indikator/ikm
            isi: |
              bulan*   | realisasi
              jan      | 3,8
              feb      | 3,9
              = sd-feb | 3,70
    """)
    assert (f.uji["terhitung"], f.tampil["alasan"]["id"]) == (False, "ukuran ini tidak dijumlahkan")


@pytest.mark.parametrize(
    ("jumlah", "total", "cocok"),
    [("rata-rata", "40,00", True), ("rata-rata", "60,00", False), ("{tertimbang: pagu}", "20,00", True)],
)
def test_declared_kinds_of_total(jumlah: str, total: str, cocok: bool) -> None:
    fakta = hubungan(f"""
        tabel:
          - id: a
            jumlah: {{serapan: {jumlah}, pagu: tidak}}
            isi: |
              kro*     | pagu | serapan
              6077.AEC | 90   | 10,00
              6077.AEF | 10   | 110,00
              6077.AEG | -    | -
              =        | ~    | {total}
    """)
    (f,) = [f for f in fakta if f.uji["ukuran"] == "realisasi_anggaran_persen"]
    assert f.uji["cocok"] is cocok


def test_a_share_of_the_whole_and_weights_from_another_table() -> None:
    teks = """
        tabel:
          - id: a
            isi: |
              kro*     | pagu
              6077.AEC | 40
              6077.AEF | 10
          - id: b
            jumlah: {{serapan: {jumlah}}}
            isi: |
              kro*     | serapan
              6077.AEC | 50,00
              6077.AEF | 100,00
              =        | {total}
        pernyataan: |
          5 | satker | pagu | | 100
    """

    def cocok(jumlah: str, total: str) -> bool:
        fakta = hubungan(teks.format(jumlah=jumlah, total=total))
        (f,) = [f for f in fakta if f.uji["ukuran"] == "realisasi_anggaran_persen"]
        assert f.uji["terhitung"]
        return bool(f.uji["cocok"])

    assert cocok('{bagian: "satker:pagu"}', "30,00")
    assert not cocok('{bagian: "satker:pagu"}', "60,00")
    assert cocok("{tertimbang: pagu}", "60,00")


def test_a_dash_weighs_in_full_unless_such_rows_do_not_count() -> None:
    def seharusnya(kosong: str) -> str:
        (f,) = hubungan(f"""
            tabel:
              - id: a
                kosong: {kosong}
                jumlah: {{serapan: {{tertimbang: pagu}}, pagu: tidak}}
                isi: |
                  kro*     | pagu | serapan
                  6077.AEC | 60   | 50,00
                  6077.AEF | 40   | -
                  =        | ~    | 1,00
        """)
        return str(f.tampil["seharusnya"])

    assert (seharusnya("nol"), seharusnya("lewati")) == ("30.00", "50.00")


def test_a_wrong_weighted_total_that_is_the_plain_mean_says_so() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            jumlah: {serapan: {tertimbang: pagu}, pagu: tidak}
            isi: |
              kro*     | pagu | serapan
              6077.AEC | 90   | 10,00
              6077.AEF | 10   | 90,00
              =        | ~    | 50,00
    """)
    assert f.uji["cocok"] is False
    assert "rata-rata biasa" in f.tampil["keterangan"]["id"]


def test_capaian_within_rounding_and_beyond() -> None:
    hasil = ringkas(hubungan("""
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi | capaian
              sla        | 40,00  | 29,39     | 73,48%
              ikm        | 3,86   | 3,893     | 100,9%
              pelanggan  | 650    | 453       | 79,7%
    """))  # fmt: skip
    assert [(h[1], h[4], h[6]) for h in hasil] == [
        ("Layanan tepat waktu (SLA)", True, "73.475"),
        ("Indeks Kepuasan Masyarakat (IKM)", True, "100.85"),
        ("Jumlah pelanggan", False, "69.7"),
    ]


def test_capaian_of_lower_is_better_and_with_a_cap() -> None:
    teks = """
        laporan: {{capaian: {capaian}}}
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi | capaian
              temuan     | 10     | 8         | {cetak}
              pelanggan  | 10     | 30        | 120%
    """

    def cocok(capaian: str, cetak: str) -> list[bool]:
        fakta = checks.facts(report(teks.format(capaian=capaian, cetak=cetak)))
        return [bool(f.uji["cocok"]) for f in fakta if f.jenis == "hubungan"]

    assert cocok("{batas: 120}", "120%") == [True, True]
    assert cocok('{batas: 130, rumus_turun: "target / realisasi"}', "125%") == [True, False]


def test_an_indicator_with_a_fixed_target_loses_what_it_is_away_from_it() -> None:
    (fakta,) = hubungan("""
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi | capaian
              kadar      | 5      | 4         | 80%
    """)  # fmt: skip
    assert (fakta.uji["jenis"], fakta.uji["cocok"]) == ("capaian", True)


def test_column_formula_with_reasons_where_it_cannot_be_judged() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            rumus: {serapan: realisasi_anggaran / pagu * 100}
            isi: |
              kro*     | pagu | realisasi_anggaran | serapan
              6077.AEC | 200  | 100                | 50,00%
              6077.AEF | 0    | 0                  | 0,00%
              6077.AEG | 200  | -                  | 10%
              6077.AEH | 200  | 50                 | -
              6077.AEI | 200  | 50                 | 35%
    """)
    assert [(f.uji["terhitung"], f.uji["cocok"], f.tampil["alasan"].get("id", "")) for f in fakta] == [
        (True, True, ""),
        (False, True, "pembagi nol"),
        (False, True, "ada angka yang diperlukan tetapi tidak tercetak"),
        (False, True, "nilai hasil tidak tercetak sebagai angka"),
        (True, False, ""),
    ]
    assert fakta[-1].tampil["uraian"] == "50 \u00f7 200 \u00d7 100"


def test_formula_takes_the_column_of_the_same_version() -> None:
    fakta = hubungan("""
        hal: {}
        tabel:
          - id: a
            kepala: [ukuran, versi]
            rumus: {pagu_efektif: pagu - blokir}
            isi: |
              kro*     | pagu | blokir | pagu_efektif | pagu | blokir | pagu_efektif
                       | a    | a      | a            | b    | b      | b
              6077.AEC | 10   | 2      | 8            | 20   | 5      | 15
    """)
    assert [(f.uji["jenis"], f.uji["cocok"], f.tampil["dilaporkan"]) for f in fakta] == [
        ("rasio", True, "8"),
        ("rasio", True, "15"),
    ]


def test_formulas_of_a_row_of_several_years() -> None:
    fakta = hubungan(
        """
        tabel:
          - id: a
            rumus: {serapan: realisasi_anggaran / pagu * 100, pertumbuhan: realisasi@2024 - realisasi@2023}
            isi: |
              indikator* | pagu@2024 | realisasi_anggaran@2024 | serapan@2024 | pagu | realisasi_anggaran | serapan | realisasi@2023 | realisasi@2024 | pertumbuhan
              sla        | 100       | 50                      | 50,00        | 200  | 60                 | 30,00   | 90,00          |                | 5,00
          - id: b
            isi: |
              indikator* | realisasi@2024
              sla        | 95,00
    """
    )
    hasil = [(f.uji["ukuran"], f.uji["periode"], f.uji["terhitung"], f.uji["cocok"]) for f in fakta]
    assert hasil == [
        ("realisasi_anggaran_persen", "2024", True, True),
        ("realisasi_anggaran_persen", "sd-tw2", True, True),
        ("pertumbuhan", "sd-tw2", False, True),
    ]


def test_effective_ceiling_follows_without_being_declared() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            isi: |
              kro*     | pagu | blokir | pagu_efektif
              6077.AEC | 100  | 30     | 75
    """)
    assert (f.uji["jenis"], f.uji["cocok"], str(f.tampil["seharusnya"])) == ("bagian", False, "70")


def test_declared_relation_between_tables_of_different_scale() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            isi: |
              kro*     | pagu
              6077.AEC | 25.431.000
              6077.AEF | 1.000.000
          - id: b
            skala: Rp ribu
            isi: |
              ukuran*     | nilai
              satker:pagu | 26.432
        kaitan:
          - {nama: Pagu, hasil: "satker:pagu", rumus: "kro/6077.AEC:pagu + kro/6077.AEF:pagu"}
    """)
    assert [(f.uji["jenis"], f.uji["cocok"], str(f.tampil["seharusnya"])) for f in fakta] == [
        ("bagian", False, "26431")
    ]
    assert fakta[0].tampil["uraian"] == "25.431.000 + 1.000.000"


def test_cumulative_values_do_not_fall_and_follow_from_their_periods() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            kepala: [ukuran, periode]
            isi: |
              indikator* | fisik.target |        |        | realisasi
                         | sd-tw1       | sd-tw2 | sd-tw3 | tw1
              pelanggan  | 20           | 50     | 40     | 100
          - id: b
            ukuran: realisasi
            kepala: [periode]
            isi: |
              indikator* | tw2 | sd-tw2
              pelanggan  | 50  | 160
    """)
    hasil = [
        (f.uji["jenis"], f.uji["periode"], f.uji["cocok"], f.tampil["uraian"])
        for f in fakta
        if f.uji["ukuran"] != "realisasi"
    ]
    assert hasil == [("kumulatif", "sd-tw2", True, "\u2265 20"), ("kumulatif", "sd-tw3", False, "\u2265 50")]


def test_a_formula_does_not_hide_the_sum_of_its_column() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            rumus: {order: order_tepat * 1}
            isi: |
              layanan* | order_tepat | order
              A        | 1           | 1
              B        | 2           | 2
              =        | 3           | 4
    """)
    assert ("jumlah", "order", False) in [(f.uji["jenis"], f.uji["ukuran"], f.uji["cocok"]) for f in fakta]


def test_a_yearly_measure_stands_beside_a_cumulative_result() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            hal: indikator/sla
            isi: |
              ukuran*                   | nilai
              indikator/sla:pagu        | 200
              indikator/sla:realisasi   | 35,00
              indikator/sla:pdn         | 100
        kaitan:
          - {nama: P3DN, hasil: "indikator/sla:realisasi", rumus: "indikator/sla:pdn / indikator/sla:pagu@2025 * 100"}
    """)
    assert (f.uji["jenis"], f.uji["cocok"], str(f.tampil["seharusnya"])) == ("kaitan", False, "50.00")


def test_a_believed_reading_is_what_is_reckoned_with() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              A        | 46 {dugaan: 64}
              B        | 1
              =        | 65
    """)
    assert (f.uji["cocok"], f.tampil["uraian"]) == (True, "64 + 1")


def test_terms_of_the_same_line_belong_to_the_result() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              A        | 10
        pernyataan: |
          8 | layanan/A | hasil |      | 12
          8 | layanan/A | hasil | 2024 | 6
          8 | layanan/A | order |      | 2
        kaitan:
          - {nama: Kali, hasil: "layanan/A:order", rumus: "layanan/A:hasil / layanan/A:hasil@2024"}
    """)
    assert [(f.uji["jenis"], f.uji["cocok"], f.tampil["uraian"]) for f in fakta] == [("kaitan", True, "12 \u00f7 6")]


def test_a_figure_of_another_year_is_never_borrowed() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            rumus: {serapan: realisasi_anggaran / pagu * 100}
            isi: |
              tahun* | realisasi_anggaran | serapan
              2019   | 50                 | 95,00
          - id: b
            isi: |
              ukuran*     | nilai
              satker:pagu | 100
    """)
    assert [(f.uji["terhitung"], f.uji["cocok"]) for f in fakta if f.uji["jenis"] == "rasio"] == [(False, True)]


def test_every_place_of_a_wrong_value_is_evidence() -> None:
    (f,) = hubungan("""
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              A        | 2
              B        | 3
        pernyataan: |
          8 | satker | hasil | | 6
          9 | satker | hasil | | 6
        kaitan:
          - {nama: Semua, hasil: "satker:hasil", rumus: "layanan/A:hasil + layanan/B:hasil"}
    """)
    assert [t.sumber.baris for t in f.bukti.tempat if t.peran == "dilaporkan"] == [(8, 8), (9, 9)]


def test_the_same_sum_is_told_once() -> None:
    fakta = hubungan("""
        tabel:
          - id: a
            ukuran: hasil
            kepala: [periode]
            rumus: {tw1: jumlah(jan..mar)}
            isi: |
              layanan* | jan | feb | mar | tw1
              A        | 1   | 2   | 3   | 7
    """)
    assert [(f.uji["jenis"], f.uji["cocok"]) for f in fakta] == [("jumlah", False)]


@pytest.mark.parametrize(
    ("kata", "cocok"),
    [
        ("Dua puluh enam milyar delapan ratus tujuh puluh tiga juta empat ratus lima puluh satu ribu rupiah", True),
        ("dua puluh enam miliar delapan ratus tujuh puluh tiga juta empat ratus lima puluh satu ribu", True),
        ("dua puluh enam miliar delapan ratus tujuh puluh dua juta empat ratus lima puluh satu ribu rupiah", False),
    ],
)
def test_amount_in_words(kata: str, cocok: bool) -> None:
    (f,) = hubungan(f"""
        pernyataan: |
          204 | satker | pagu | | Rp 26.873.451.000 ({kata})
    """)
    assert (f.uji["jenis"], f.uji["cocok"]) == ("terbilang", cocok)


@pytest.mark.parametrize(
    ("tercetak", "cocok"),
    [
        ("4 (empat)", [True]),
        ("4 (dua)", [False]),
        ("105 (seratus lima)", [True]),
        ("4 (baik)", []),
        ("4 (dua di Ambon)", []),
    ],
)
def test_small_numbers_in_words(tercetak: str, cocok: list[bool]) -> None:
    fakta = hubungan(f"""
        pernyataan: |
          204 | satker | pagu | | {tercetak}
    """)
    assert [f.uji["cocok"] for f in fakta] == cocok


def test_truncating_tables_are_judged_by_truncation() -> None:
    def cocok(pembulatan: str) -> bool:
        (f,) = hubungan(f"""
            tabel:
              - id: a
                pembulatan: {pembulatan}
                rumus: {{persen: order_tepat / order * 100}}
                isi: |
                  layanan* | order_tepat | order | persen
                  A        | 2           | 3     | 66,6
        """)
        return bool(f.uji["cocok"])

    assert cocok("potong")
    assert not cocok("setengah")


def test_a_relation_is_judged_once_when_another_place_prints_another_value() -> None:
    """That 90 stands against 100 is told by the comparison of places; the sum itself is judged for the usual value."""
    fakta = hubungan("""
        tabel:
          - id: dana
            isi: |
              dana* | pagu
              RM    | 70
              PNBP  | 30
        pernyataan: |
          5 | satker | pagu | | 100
          6 | satker | pagu | | 100
          7 | satker | pagu | | 90
        kaitan:
          - nama: Sumber dana
            hasil: satker:pagu
            rumus: dana/RM:pagu + dana/PNBP:pagu
    """)
    assert [(f.tampil["dilaporkan"], f.uji["cocok"]) for f in fakta if f.uji["jenis"] == "bagian"] == [("100", True)]


def test_a_relation_is_judged_again_where_the_other_value_has_its_own_terms() -> None:
    fakta = hubungan("""
        tabel:
          - id: dana
            jumlah: {pagu: tidak}
            isi: |
              dana*         | pagu
              RM            | 70
              PNBP          | 30
              = satker:pagu | 100
          - id: lampiran
            jumlah: {pagu: tidak}
            isi: |
              dana*         | pagu
              RM            | 70
              PNBP          | 30
              = satker:pagu | 90
        pernyataan: |
          5 | satker | pagu | | 100
        kaitan:
          - nama: Sumber dana
            hasil: satker:pagu
            rumus: dana/RM:pagu + dana/PNBP:pagu
    """)
    hasil = [(f.tampil["dilaporkan"], f.uji["cocok"]) for f in fakta if f.uji["jenis"] == "bagian"]
    assert sorted(hasil) == [("100", True), ("90", False)]
