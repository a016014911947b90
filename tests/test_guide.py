"""The guide for authors: every example in it is read like real data, and its complete example becomes a result."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pabrik import report, run

PANDUAN = Path(__file__).parent.parent / "docs" / "panduan" / "penulis.md"
BLOK = re.compile(r"(?:^`(?P<nama>data/[^`]+)`\n\n)?^```yaml\n(?P<isi>.*?)^```$", re.MULTILINE | re.DOTALL)


def blok() -> list[tuple[str, str]]:
    return [(m["nama"] or "", m["isi"]) for m in BLOK.finditer(PANDUAN.read_text("utf-8"))]


def test_the_complete_example_is_a_result_without_problems(tmp_path: Path) -> None:
    berkas = {nama: isi for nama, isi in blok() if nama}
    assert len(berkas) == 3
    for nama, isi in berkas.items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_text(isi, "utf-8")
    hasil = run(tmp_path)
    assert [lap.kunci for lap in hasil.laporan] == [("balai-contoh", "2025-tw2")]
    assert {t.aturan for t in hasil.temuan} == {"KIN401"}
    assert hasil.ringkasan["lolos"] > 20


@pytest.mark.parametrize("isi", [isi for nama, isi in blok() if not nama])
def test_every_excerpt_is_read_without_a_problem(isi: str) -> None:
    laporan = report(isi)
    assert [m.pesan["id"] for m in laporan.masalah] == []
    assert laporan.tabel


def test_the_guide_names_every_key_of_a_table() -> None:
    """A key that authors may write and cannot read about would be a secret."""
    skema = json.loads((PANDUAN.parents[2] / "mkdocs_kinerja/schemas/laporan.schema.json").read_text("utf-8"))
    kunci = set(skema["$defs"]["tabel"]["properties"])
    teks = PANDUAN.read_text("utf-8")
    assert {k for k in kunci if f"`{k}`" not in teks} == set()
