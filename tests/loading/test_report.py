"""From the text of a report to observations: keys, dimensions, defaults, sources, names."""

from __future__ import annotations

import pytest
from pabrik import report

from mkdocs_kinerja.laporan import Laporan


def sel(laporan: Laporan) -> dict[str, str]:
    return {a.besaran.teks(laporan.tahun): a.angka.teks for a in laporan.amatan()}


def pesan(laporan: Laporan) -> list[str]:
    return [m.pesan["id"] for m in laporan.masalah]


def test_defaults_of_period_and_version() -> None:
    r = report("""
        laporan:
          versi: {awal: 2024-12-02, r1: 2025-02-21, r9: 2025-09-01}
        tabel:
          - id: a
            isi: |
              kro*     | pagu | realisasi_anggaran | target | aset
              6077.AEC | 100  | 40                 | 5      | 9
    """)
    assert sel(r) == {
        "kro/6077.AEC:pagu@2025#r1": "100",
        "kro/6077.AEC:realisasi_anggaran@sd-tw2": "40",
        "kro/6077.AEC:target@2025": "5",
        "kro/6077.AEC:aset": "9",
    }


def test_headers_of_several_dimensions_repeat_to_the_right() -> None:
    r = report("""
        laporan: {versi: {awal: 2024-12-02, r1: 2025-02-21, r4: 2025-06-16}}
        tabel:
          - id: a
            skala: Rp ribu
            kepala: [ukuran, versi]
            isi: |
              kro*     | pagu  |    | blokir | pagu
                       | awal  | r1 | r1     | r4
              6077.AEC | 25    | 26 | 15     | 27
    """)
    assert sel(r) == {
        "kro/6077.AEC:pagu@2025#awal": "25", "kro/6077.AEC:pagu@2025#r1": "26",
        "kro/6077.AEC:blokir@2025#r1": "15", "kro/6077.AEC:pagu@2025#r4": "27",
    }  # fmt: skip
    assert r.tabel[0].baris[0].sel[1].angka.penuh == 25000  # type: ignore[union-attr]


def test_budget_levels_are_keyed_by_their_path() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              program>kegiatan>kro>ro>komponen* | nama  | pagu
              EC                                | Nilai | 10
              > 6077                            | Jasa  | 10
              >> 6077.AEC                       | Kerja | 10
              >>> 003                           | Sama  | 10
              >>>> 051                          | Isi   | 10
              >> 6077.AEF                       | Lain  | 0
              >>> 003                           | Sama  | 0
              = Jumlah                          |       | 10
    """)
    assert [b.hal for b in r.tabel[0].baris] == [
        "program/EC", "kegiatan/6077", "kro/6077.AEC", "ro/6077.AEC.003", "komponen/6077.AEC.003.051",
        "kro/6077.AEF", "ro/6077.AEF.003", "satker",
    ]  # fmt: skip
    assert r.nama("ro/6077.AEC.003") == "Sama"


def test_two_keys_and_empty_means_as_above() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              kro*     | nama  | ro*          | nama     | volume.target
              6077.AEC | Kerja | 6077.AEC.003 | Sama     | 88
                       |       | 6077.AEC.004 |          | 5
              6042.EBA | Kantor| 958          | Humas    | 1
    """)
    assert sel(r) == {
        "ro/6077.AEC.003:volume.target@2025": "88",
        "ro/6077.AEC.004:volume.target@2025": "5",
        "ro/6042.EBA.958:volume.target@2025": "1",
    }
    assert [b.nama for b in r.tabel[0].baris] == ["Sama", "6077.AEC.004", "Humas"]
    assert [(h, n) for h, n, _ in r.tabel[0].baris[0].sebutan] == [
        ("kro/6077.AEC", "Kerja"),
        ("ro/6077.AEC.003", "Sama"),
    ]


def test_rows_of_periods_and_a_total_that_names_its_quantity() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            hal: indikator/pelanggan
            isi: |
              bulan*   | order | realisasi
              Januari  | 3     | 2
              Feb      | 4     | 2
              = sd-feb | 7     | 4
          - id: b
            ukuran: hasil
            kepala: [periode]
            isi: |
              layanan*                        | jan | sd-tw1
              Uji Mutu                        | 1   | 5
              = indikator/pelanggan:realisasi | 1   | 5
    """)
    assert sel(r) == {
        "indikator/pelanggan:order@jan": "3", "indikator/pelanggan:realisasi@jan": "1",
        "indikator/pelanggan:order@feb": "4", "indikator/pelanggan:realisasi@feb": "2",
        "indikator/pelanggan:order@sd-feb": "7", "indikator/pelanggan:realisasi@sd-feb": "4",
        "layanan/uji-mutu:hasil@jan": "1", "layanan/uji-mutu:hasil@tw1": "5", "indikator/pelanggan:realisasi@tw1": "5",
    }  # fmt: skip


def test_rows_that_name_their_measure() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              ukuran*                          | nilai
              pnbp.target                      | 8.813
              kro/6077.AEC:pagu@2024           | 5
              indikator/IKM:realisasi          | 3,9
    """)
    assert sel(r) == {
        "satker:pnbp.target@2025": "8.813", "kro/6077.AEC:pagu@2024": "5", "indikator/ikm:realisasi@sd-tw2": "3,9",
    }  # fmt: skip


def test_names_and_aliases_of_things_meet() -> None:
    r = report("""
        laporan: {}
        hal:
          layanan:
            profesi: {nama: Sertifikasi Profesi, alias: [LSP]}
        tabel:
          - id: a
            isi: |
              layanan*            | hasil
              Sertifikasi  profesi| 45
          - id: b
            isi: |
              layanan* | pnbp.realisasi
              LSP      | 9
          - id: c
            isi: |
              indikator*                         | target
              indeks kepuasan masyarakat (IKM)*  | 3,86
    """)
    assert sorted(sel(r)) == [
        "indikator/ikm:target@2025", "layanan/profesi:hasil@sd-tw2", "layanan/profesi:pnbp.realisasi@sd-tw2",
    ]  # fmt: skip


def test_a_column_in_the_other_notation_is_told_once() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              indikator* | target | realisasi
              ikm        | 73.30  | 1,5
              sla        | 73.40  | 7.55
              kadar      | 73.50  | 1,5
    """)
    assert [(m.kode, m.posisi.baris) for m in r.masalah] == [("angka", 6), ("angka", 7)]
    assert pesan(r)[0].startswith("Kolom 'target': 3 angka ditulis dalam notasi yang berbeda")


def test_the_ceiling_of_another_year_has_no_version_of_this_one() -> None:
    r = report("""
        laporan: {versi: {r1: 2025-02-21}}
        tabel:
          - id: a
            kelompok: rm
            isi: |
              kro*     | pagu@2023 | pagu
              6077.AEC | 100       | 200
    """)
    assert sel(r) == {"kro/6077.AEC:pagu~rm@2023": "100", "kro/6077.AEC:pagu~rm@2025#r1": "200"}


def test_versions_follow_the_period_of_the_column_and_of_the_statement() -> None:
    r = report("""
        laporan: {versi: {r1: 2025-02-21}}
        tabel:
          - id: a
            kepala: [periode]
            isi: |
              ukuran* | 2019 | 2025
              pagu    | 100  | 200
        pernyataan: |
          5 | satker | pagu | 2019 | 100
    """)
    assert [a.besaran.teks(2025) for a in r.amatan()] == ["satker:pagu@2019", "satker:pagu@2025#r1", "satker:pagu@2019"]


def test_units_of_comparison_tables_are_known_by_every_name() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              unit*                | realisasi
              BSPJI Ambon          | 1
              Baristand Ambon      | 2
    """)
    assert {b.hal for b in r.tabel[0].baris} == {"unit/bspji-ambon"}
    assert [m.kode for m in r.masalah] == ["ganda"]


def test_each_row_has_its_line_of_the_document() -> None:
    r = report("""
        laporan: {dokumen: s.txt}
        tabel:
          - id: a
            tempat: Tabel 9
            sumber: 308-309, 318
            isi: |
              kro*     | pagu
              6077.AEC | 1
              6077.AEF | 2
              6042.EBD | 3
          - id: b
            sumber: hal. 12-13
            isi: |
              kro*     | pagu
              6077.BAD | 1
          - id: c
            sumber: 5
            isi: |
              kro*          | pagu
              6077.CAH      | 1
              @99 6077.XXX  | 1
    """)
    sumber = [b.sumber for t in r.tabel for b in t.baris]
    assert [s.baris for s in sumber] == [(308, 308), (309, 309), (318, 318), None, (5, 5), (99, 99)]
    assert sumber[3].halaman == (12, 13)
    assert (sumber[0].dokumen, sumber[0].tempat) == ("s.txt", "Tabel 9")


def test_a_cell_knows_its_own_line_and_column() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              kro*     | pagu
              6077.AEC |   1.000
    """)
    amatan = r.tabel[0].baris[0].sel[1]
    assert amatan is not None
    assert (amatan.posisi.baris, amatan.posisi.kolom) == (6, 20)


def test_marks_of_the_transcriber() -> None:
    r = report("""
        laporan: {angka: id}
        tabel:
          - id: a
            isi: |
              layanan* | hasil
              A        | [453]
              B        | 78.34 {sic}
              C        | 1.995 {en}
              D        | 46 {dugaan: 64}
              E        | ~
              F        | 7 {terbaca samar}
    """)
    a, b, c, d, e, f = (baris.sel[1] for baris in r.tabel[0].baris)
    assert e is None
    assert all((a, b, c, d, f))
    assert a is not None
    assert (a.tercetak, a.angka.penuh) == (False, 453)
    assert (b.catatan, str(c.angka.penuh), d.dugaan, f.catatan) == (("sic",), "1.995", "64", ("terbaca samar",))
    assert not r.masalah


def test_obstacles_and_judgements_of_prose_and_tables() -> None:
    r = report("""
        laporan:
          sasaran: {s1: {kode: SK.1, nama: Layanan, indikator: [ikm]}}
        tabel:
          - id: a
            isi: |
              indikator* | target | kendala             | tindak lanjut
              ikm        | 3,86   | Tidak ada kendala   | -
        kendala: |
          # sumber | hal | kendala | tindak lanjut
          5 | ikm        | -                                             | Sesuai rencana
          6 | sasaran/s1 | Tidak ada kendala, namun anggaran diblokir    |
          7 | SK.1       | Belum ada aplikasi                            | Membuat
          8 | laporan    | Tidak terdapat hambatan yang berarti.
        pernyataan: |
          9  | ikm | simpulan  |     | telah berhasil dilaksanakan
          10 | ikm | simpulan  |     | tidak mencapai sasaran
          11 | ikm | realisasi | tw2 | 3,9
          12 | satker | pagu   |     | Rp 1.500 (seribu lima ratus rupiah)
    """)
    assert [(k.hal, k.jenis, k.tindak_lanjut) for k in r.kendala] == [
        ("indikator/ikm", "strip", "Sesuai rencana"),
        ("sasaran/s1", "menyangkal-lalu-menyebut", ""),
        ("sasaran/s1", "nyata", "Membuat"),
        ("laporan", "menyangkal", None),
        ("indikator/ikm", "menyangkal", "-"),
    ]
    assert [s.arah for s in r.simpulan] == ["berhasil", "gagal"]
    assert [a.besaran.teks(2025) for a in r.pernyataan] == ["indikator/ikm:realisasi@tw2", "satker:pagu@2025"]
    assert r.pernyataan[1].terbilang == "seribu lima ratus rupiah"
    assert not r.masalah


@pytest.mark.parametrize(
    ("bagian", "kode", "kata", "baris"),
    [
        ("kepala: [ukuran]\n    isi: |\n      kro* | pagoe\n      6077.AEC | 1", "rujukan", "Maksud Anda 'pagu'", 6),
        ("isi: |\n      indikator* | target\n      imk | 1", "rujukan", "Indikator 'imk' tidak dikenal. Maksud Anda 'ikm'", 6),
        ("isi: |\n      kro* | pagu\n      6077.AEC | 1 | 2", "skema", "berisi 3 sel, padahal judul tabel 2 kolom", 6),
        ("isi: |\n      kro* | pagu\n      A.1 | 1\n      A.1 | 2", "ganda", "sudah ada pada baris 6", 7),
        ("sumber: 7-9\n    isi: |\n      kro* | pagu\n      A.1 | 1", "skema", "menyebut 3 baris dokumen, padahal tabel berisi 1", 4),
        ("sumber: tujuh\n    isi: |\n      kro* | pagu\n      A.1 | 1", "skema", "Tulis nomor baris seperti", 4),
        ("rumus: {pagu: blokir +}\n    isi: |\n      kro* | pagu | blokir\n      A.1 | 1 | 2", "skema", "terputus", 4),
        ("rumus: {pagu: blokr * 2}\n    isi: |\n      kro* | pagu | blokir\n      A.1 | 1 | 2", "rujukan", "Maksud Anda 'blokir'", 4),
        ("isi: |\n      bulan* | hasil\n      Juno | 1", "rujukan", "Bulan 'Juno' tidak dikenal", 6),
        ("isi: |\n      kro* | pagu\n      A.1 | 73.30.1", "angka", "tidak dapat dibaca dalam notasi mana pun", 6),
        ("isi: |\n      kro* | pagu\n      A.1 | 73.30", "angka", "notasi Inggris", 6),
        ("hal: indikator/zzz\n    isi: |\n      bulan* | hasil\n      jan | 1", "rujukan", "Hal 'indikator/zzz' tidak dikenal", 4),
    ],
)  # fmt: skip
def test_mistakes_in_a_table_are_told_at_their_place(bagian: str, kode: str, kata: str, baris: int) -> None:
    r = report(f"laporan: {{}}\ntabel:\n  - id: a\n    {bagian}")
    cocok = [m for m in r.masalah if m.kode == kode and kata in m.pesan["id"]]
    assert cocok, pesan(r)
    assert cocok[0].posisi.baris == baris
    assert cocok[0].pesan["en"] != cocok[0].pesan["id"]


def test_a_broken_table_does_not_take_the_others_down() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            kosong: nihil
            isi: |
              kro*     | pagu
              6077.AEC | 1
          - id: b
            isi: |
              kro*     | pagu
              6077.AEC | 2
    """)
    assert [t.id for t in r.tabel] == ["b"]
    assert "kosong" in pesan(r)[0]


def test_a_relation_over_figures_that_are_not_there_is_told_with_the_nearest() -> None:
    r = report("""
        laporan: {}
        tabel:
          - id: a
            isi: |
              kro*     | pagu
              6077.AEC | 2
        kaitan:
          - {nama: Jumlah, hasil: "satker:pagu", rumus: "kro/6077.AEC:pagu * 1"}
          - {nama: Sama, sama: ["kro/6077.AEC:pagu", "kro/6077.AEC:pagu@2024"]}
    """)
    assert [m.kode for m in r.masalah] == ["rujukan", "rujukan"]
    assert "tidak tercantum" in pesan(r)[0]
    assert "Yang terdekat: kro/6077.AEC:pagu@2025" in pesan(r)[1]
    assert not r.kaitan


def test_the_file_name_decides_and_a_contradiction_is_told() -> None:
    r = report("laporan: {tahun: 2024, periode: tw3, jenis: tahunan}\n")
    assert r.tahun == 2025
    assert [m.posisi.kolom for m in r.masalah] == [11, 24, 38]
