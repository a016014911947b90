"""Tables in a file beside the report."""

from __future__ import annotations

from pathlib import Path

from pabrik import LAPORAN_YML, run, site

TABEL = """
  - id: besar
    tempat: Tabel 9
    sumber: 50-51
    berkas: besar.tsv
"""


def lengkap(folder: Path, isi: str | bytes) -> Path:
    laporan = site(folder, LAPORAN_YML.replace("\nkendala:", TABEL + "\nkendala:"))
    tsv = laporan.with_name("besar.tsv")
    tsv.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return tsv


def test_cells_of_a_side_file_know_their_own_place(tmp_path: Path) -> None:
    lengkap(tmp_path, "layanan*\thasil\nUji\t4\n= Jumlah\t5\n")
    (t,) = [t for t in run(tmp_path).temuan if t.aturan == "KIN202"]
    assert [str(p) for p in t.lokasi] == ["data/satker/uji/besar.tsv:3:10", "data/satker/uji/besar.tsv:2:5"]
    assert t.sumber[0].baris == (51, 51)


def test_a_change_of_the_side_file_is_seen(tmp_path: Path) -> None:
    tsv = lengkap(tmp_path, "layanan*\thasil\nUji\t4\n= Jumlah\t4\n")
    lama = run(tmp_path).masukan.data
    tsv.write_text("layanan*\thasil\nUji\t4\n= Jumlah\t5\n", "utf-8")
    assert run(tmp_path).masukan.data != lama


def test_side_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    tsv = lengkap(tmp_path, b"\xff\xfe\x00")
    tsv2 = tmp_path / "luar.tsv"
    tsv2.write_text("x*\thasil\n", "utf-8")
    assert "UTF-8" in run(tmp_path).temuan[0].pesan["id"]
    tsv.unlink()
    assert "tidak ditemukan" in run(tmp_path).temuan[0].pesan["id"]
    tsv.symlink_to(tsv2)
    assert "tautan" in run(tmp_path).temuan[0].pesan["id"]
