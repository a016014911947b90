"""Ten ways to break a data file: each a clear message with file, line and column, the status of the contract, no traceback.

1. a TAB for indentation        6. a row with a cell too many
2. an unclosed quote            7. an unknown indicator
3. a key written twice          8. an unknown measure in a header
4. an unknown key               9. the wrong encoding
5. a wrong kind of value       10. a file that is no YAML at all (binary)
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pabrik import LAPORAN_YML, site

from mkdocs_kinerja.cli import main

RUSAK: dict[str, tuple[str | bytes, str, int, int, str]] = {
    "tab": (LAPORAN_YML.replace("  dokumen", "\tdokumen"), "KIN901", 2, 1, "Tab"),
    "kutip": (LAPORAN_YML.replace("Tabel 1", '"Tabel 1'), "KIN901", 9, 13, "kutip"),
    "kunci-ganda": (LAPORAN_YML.replace("    jenis: pk\n", "    jenis: pk\n    jenis: pk\n"), "KIN903", 9, 5, "jenis"),
    "kunci-asing": (LAPORAN_YML.replace("    sumber: 10-11", "    sumbr: 10-11"), "KIN901", 10, 5, "sumber"),
    "jenis-nilai": (LAPORAN_YML.replace("jenis: pk", "jenis: [pk]"), "KIN901", 8, 12, "jenis"),
    "sel-lebih": (LAPORAN_YML.replace("3,893     | 100,9%", "3,893     | 100,9% | 1"), "KIN901", 21, 7, "5 sel"),
    "indikator-asing": (LAPORAN_YML.replace("ikm        | 3,86\n", "imk        | 3,86\n"), "KIN902", 13, 7, "ikm"),
    "ukuran-asing": (LAPORAN_YML.replace("| realisasi | capaian", "| realisai  | capaian"), "KIN902", 20, 29, "realisasi"),
    "pengodean": (LAPORAN_YML.replace("Layanan", "L\u00e9yanan").encode("latin-1"), "KIN901", 4, 27, "UTF-8"),
    "biner": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "KIN901", 1, 1, "PNG"),
}  # fmt: skip


@pytest.mark.parametrize("cara", RUSAK)
def test_a_broken_file_gives_one_clear_message(cara: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi, aturan, baris, kolom, kata = RUSAK[cara]
    berkas = site(tmp_path)
    berkas.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    sebelum = berkas.read_bytes()
    monkeypatch.chdir(tmp_path)
    hasil = CliRunner().invoke(main, ["check", "data", "--format", "json"])
    assert hasil.exit_code == 1
    assert "Traceback" not in hasil.output
    temuan = [t for t in json.loads(hasil.stdout)["temuan"] if t["aturan"].startswith("KIN9")]
    assert [t["aturan"] for t in temuan][:1] == [aturan]
    assert temuan[0]["lokasi"][0] == {"berkas": "data/satker/uji/2025-tw2.yml", "baris": baris, "kolom": kolom}
    assert kata in temuan[0]["pesan"]["id"]
    assert temuan[0]["pesan"]["en"] != temuan[0]["pesan"]["id"]
    assert berkas.read_bytes() == sebelum


@pytest.mark.parametrize("cara", RUSAK)
def test_the_terminal_shows_the_place_first(cara: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi, aturan, baris, kolom, _ = RUSAK[cara]
    site(tmp_path).write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    monkeypatch.chdir(tmp_path)
    keluaran = CliRunner().invoke(main, ["check", "data"]).stdout
    assert f"  data/satker/uji/2025-tw2.yml:{baris}:{kolom} Galat {aturan}\n" in keluaran


def test_hostile_text_in_the_data_reaches_the_result_unchanged_and_harmless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jahat = "<script>alert(1)</script> {{ 7*7 }} {x} $i.hal"
    site(tmp_path, LAPORAN_YML.replace("Tabel 2", f"'{jahat}'").replace("69,7%", "79,7%"))
    monkeypatch.chdir(tmp_path)
    hasil = CliRunner().invoke(main, ["check", "data", "--format", "json"])
    (t,) = [t for t in json.loads(hasil.stdout)["temuan"] if t["aturan"] == "KIN201"]
    assert jahat in t["pesan"]["id"]
