"""CSV, TSV, the clipboard, Markdown; and any small table comes out as it went in."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from impor_kasus import KONTEKS, block, entry, header, kisi, rows, table

from mkdocs_kinerja.importer.kelas import period_key
from mkdocs_kinerja.importer.mentah import clean


@pytest.mark.parametrize(
    ("nama", "teks"),
    [
        ("a.csv", "Layanan;Target;Realisasi\nUji;1.234,5;-\nLab;2;3,5%\n"),
        ("a.csv", 'Layanan,Target,Realisasi\nUji,"1.234,5",-\nLab,2,"3,5%"\n'),
        ("a.tsv", "Layanan\tTarget\tRealisasi\nUji\t1.234,5\t-\nLab\t2\t3,5%\n"),
        ("", "Layanan\tTarget\tRealisasi\r\nUji\t1.234,5\t-\r\nLab\t2\t3,5%\r\n"),
        ("a.md", "| Layanan | Target | Realisasi |\n|---|---:|---|\n| Uji | 1.234,5 | - |\n| Lab | 2 | 3,5% |\n"),
        ("", "Layanan | Target | Realisasi\n--- | --- | ---\nUji | 1.234,5 | -\nLab | 2 | 3,5%\n"),
        ("a.csv", "\ufeffLayanan;Target;Realisasi\nUji;1.234,5;-\nLab;2;3,5%\n"),
    ],
)
def test_all_forms_give_the_same_grid(nama: str, teks: str) -> None:
    blok = block(teks, nama)
    assert header(blok) == [("layanan*", "target", "hasil")]
    assert rows(blok) == [("", "Uji", "1.234,5", "-"), ("", "Lab", "2", "3,5%")]


def test_other_encodings_are_read() -> None:
    teks = "Layanan;Target\nCafé;3\n"
    assert rows(block(teks.encode("cp1252"), "a.csv"))[0][1] == "Café"
    assert rows(block(teks.encode("utf-16"), "a.csv"))[0][1] == "Café"


def test_a_quoted_cell_may_hold_line_breaks() -> None:
    blok = block('Layanan\tTarget\n"Uji\nlaboratorium"\t3\nLab\t4\n', "a.tsv")
    assert rows(blok) == [("", "Uji laboratorium", "3"), ("", "Lab", "4")]
    assert entry(blok)["sumber"] == "2, 4"


def test_stray_quotation_marks_swallow_nothing() -> None:
    blok = block('Layanan\tTarget\n"Uji\t3\nLab\t4\n', "a.tsv")
    assert [b[1] for b in rows(blok)] == ['"Uji', "Lab"]
    assert any("tanda kutip" in c.pesan for c in blok.catatan)


def test_text_around_a_markdown_table_is_told() -> None:
    blok = block("Tabel target:\n\n| Layanan | Target |\n|--|--|\n| Uji | 3 |\n", "a.md")
    assert any("baris 1" in c.pesan and "Tabel target:" in c.pesan for c in blok.catatan)


@pytest.mark.parametrize(
    ("kolom", "angka"),
    [(["1,234.5", "2,000"], "en"), (["1.234,5", "2.000"], None), (["0.5", "33.25"], "en"), (["12", "13"], None)],
)
def test_notation_is_found_and_stated(kolom: list[str], angka: str | None) -> None:
    blok = block("Layanan;Pagu\nUji;" + kolom[0] + "\nLab;" + kolom[1] + "\n", "a.csv")
    assert entry(blok).get("angka") == angka


def test_a_cell_in_the_other_notation_is_told() -> None:
    blok = block("KRO;Pagu\nA;1.000,5\nB;2.000,5\nC;1,000,000\n", "a.csv")
    assert any("notasi lain" in c.pesan and "1,000,000" in c.pesan for c in blok.catatan)


def test_means_are_declared() -> None:
    blok = block("Unit Kerja;Nilai\nA;80\nB;90\nRata-rata;85\n", "a.csv")
    assert rows(blok)[-1] == ("=", "Rata-rata", "85")
    assert entry(blok)["jumlah"] == {"nilai": "rata-rata"}


def test_children_are_found_by_their_sums() -> None:
    blok = block(
        "No;Jenis Penerimaan;Target\n1;Pengujian dan Kalibrasi;300.000\n;Pengujian;200.000\n;Kalibrasi;100.000\n"
        "2;Pelatihan;50.000\n;Pelatihan;50.000\n;Total;350.000\n",
        "a.csv",
    )
    assert [b[0] + b[1] for b in rows(blok)] == [
        "Pengujian dan Kalibrasi", ">Pengujian", ">Kalibrasi", "Pelatihan", ">Pelatihan", "=Total",
    ]  # fmt: skip
    assert not table(blok)[1]


def test_indented_names_are_children() -> None:
    blok = block("Layanan\tPagu\nSemua\t30\n  Uji\t10\n  Lab\t20\n", "a.tsv")
    assert [b[0] for b in rows(blok)] == ["", ">", ">"]


def test_indicators_that_begin_with_jumlah_are_no_totals() -> None:
    blok = block("Indikator Kinerja;Target\nJumlah pelanggan;650\nIKM;3,86\n", "a.csv")
    assert [b[0] for b in rows(blok)] == ["", ""]


def test_repeated_keys_get_numbers() -> None:
    blok = block("Perusahaan;Target\nA;1\nA;2\n", "a.csv")
    assert header(blok) == [("baris*", "_perusahaan", "target")]
    assert [b[1] for b in rows(blok)] == ["[1]", "[2]"]
    assert not table(blok)[1]


def test_columns_of_one_measure_become_groups() -> None:
    blok = block("Jabatan\tJumlah Pegawai\t\n\tPNS\tPPPK\nPerencana\t1\t-\nArsiparis\t2\t1\n", "a.tsv")
    assert (entry(blok)["ukuran"], entry(blok)["kepala"]) == ("pegawai", ["kelompok"])
    assert header(blok) == [("jabatan*", "pns", "pppk")]


def test_unknown_columns_stay_visible_and_unchecked() -> None:
    blok = block("Layanan;Kode Warna;Target\nUji;12;3\nLab;13;4\n", "a.csv")
    assert "_Kode Warna" in header(blok)[0]
    assert any("_Kode Warna" in c.pesan and c.periksa for c in blok.catatan)
    assert not table(blok)[1]


def test_sources_of_another_document_are_a_comment() -> None:
    blok = block("Layanan;Target\nUji;3\n", "a.csv", konteks=replace(KONTEKS, dokumen="laporan.txt"))
    assert "sumber" not in entry(blok)
    assert "# impor: sumber: baris 2 dari a.csv" in blok.text()


def test_ids_are_not_taken_twice() -> None:
    assert (
        block("Layanan;Target\nUji;3\n", "a.csv", konteks=replace(KONTEKS, terpakai={"layanan", "layanan-2"})).id
        == "layanan-3"
    )


ANGKA = st.one_of(
    st.integers(-999, 10**9).map(str),
    st.integers(0, 10**9).map(lambda n: f"{n:,}".replace(",", ".")),
    st.decimals(0, 10**4, places=2).map(lambda d: str(d).replace(".", ",")),
    st.sampled_from(["-", "12,5%", "Rp 1.000", "N/A", "(5)"]),
)
TEKS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=12)
SEL = st.one_of(
    ANGKA, TEKS, st.just(""), st.sampled_from(["= x", "> y", "# z", "@3", "a|b", "\\", "{en}", "Jumlah", "|"])
)


def written(tabel: list[list[str]]) -> str:
    berkas = io.StringIO()
    csv.writer(berkas, delimiter="\t", lineterminator="\n").writerows(tabel)
    return berkas.getvalue()


def _expected(tabel: list[list[str]]) -> list[str]:
    return sorted(t for b in tabel for s in b if (t := clean(s)))


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(SEL, min_size=n, max_size=n), min_size=1, max_size=6)))
@example([["= x"], ["> y"]])
@example([["a", "b"], ["", "1"]])
@example([["|", "#"]])
def test_no_cell_is_lost_whatever_the_table(isi: list[list[str]]) -> None:
    """Every cell stands in the grid or, if a row or header had no place there, in a comment."""
    kepala = [[f"Judul {chr(65 + n)}" for n in range(len(isi[0]))]]
    if not _expected(isi):
        return
    blok = block(written([*kepala, *isi]), "a.tsv")
    letak = [s.teks for b in kisi(blok).isi for s in b.sel] + [s.teks for k in kisi(blok).kepala for s in k]
    sisa = " ".join([*letak, *(c.pesan for c in blok.catatan), str(entry(blok).get("judul", ""))])
    for teks in _expected(isi):
        polos = teks.rstrip(" :")
        assert teks in letak or polos in sisa or _split_up(teks, letak), (teks, blok.text())


def _split_up(teks: str, letak: list[str]) -> bool:
    """Whether a cell was divided into running number or code, and name, or is a month in its short form."""
    return period_key(teks) in letak or any(teks.endswith(t) for t in letak if t)


@given(
    st.lists(
        TEKS.filter(lambda t: len(clean(t)) > 1 and clean(t)[0].isalpha()), min_size=1, max_size=6, unique_by=str.lower
    ),
    st.data(),
)
def test_a_table_of_names_and_numbers_comes_out_as_it_went_in(nama: list[str], data: st.DataObject) -> None:
    angka = [[data.draw(ANGKA), data.draw(ANGKA)] for _ in nama]
    tabel = [["Layanan", "Target", "Realisasi"], *([n, *a] for n, a in zip(nama, angka, strict=True))]
    blok = block(written(tabel), "a.tsv")
    assert [list(b[-2:]) for b in rows(blok)] == [[clean(t) for t in a] for a in angka]
    sel = {t for b in rows(blok) for t in b}
    assert {clean(n).rstrip(" :") for n in nama} <= {t.rstrip(" :") for t in sel}


@given(st.lists(st.lists(SEL, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_is_written_can_be_read_by_the_loader(isi: list[list[str]]) -> None:
    # Rows like the header are headers of further pages, so a table of nothing else has no rows.
    blok = block(written([["Layanan", "Target", "Realisasi"], *isi, ["Layanan lain", "1", "2"]]), "a.tsv")
    salah = [m for m in table(blok)[1] if m.kode in {"skema", "ganda"}]
    assert not salah, (salah, blok.text())
