"""Every table of a report's inventory has its twin in the data, or a reason why not.

The inventories were made from the documents, independently of the data; they name each table and its lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pabrik import AKAR

from mkdocs_kinerja.laporan import Laporan, Tabel
from mkdocs_kinerja.loading.discover import Pencari
from mkdocs_kinerja.loading.yaml_events import read_document
from mkdocs_kinerja.lokasi import read_rentang

INVENTARIS = sorted((Path(__file__).parent / "inventaris").glob("*.yml"))


@pytest.fixture(scope="module")
def laporan() -> dict[str, Laporan]:
    pencari = Pencari(AKAR / "data", AKAR)
    bersama = pencari.shared()
    semua = [pencari.report(b, bersama) for b in bersama.laporan]
    return {f"{x.satker.id}/{x.id}": x for x in semua}


def inventory(berkas: Path) -> dict[str, Any]:
    dokumen = read_document(berkas)
    assert not dokumen.problems, dokumen.problems
    isi: dict[str, Any] = dokumen.data
    return isi


def test_every_report_has_an_inventory(laporan: dict[str, Laporan]) -> None:
    assert {inventory(b)["laporan"] for b in INVENTARIS} == set(laporan)


@pytest.mark.parametrize("berkas", INVENTARIS, ids=lambda b: b.stem)
def test_every_table_has_a_twin_or_a_reason(berkas: Path, laporan: dict[str, Laporan]) -> None:
    isi = inventory(berkas)
    tabel = {t.id: t for t in laporan[isi["laporan"]].tabel}
    assert len(isi["tabel"]) > 20
    salah = []
    for butir in isi["tabel"]:
        ids = [str(i) for i in butir.get("tabel", ())]
        if not ids and not str(butir.get("alasan", "")).strip():
            salah.append(f"{butir['nomor']}: tanpa tabel dan tanpa alasan")
        salah += [f"{butir['nomor']}: tabel {i!r} tidak ada dalam data" for i in ids if i not in tabel]
        ada = [tabel[i] for i in ids if i in tabel]
        if ada and not any(_within(t, str(butir["baris"])) for t in ada):
            salah.append(f"{butir['nomor']}: tidak satu pun tabelnya berasal dari baris {butir['baris']}")
    assert salah == []


def _within(tabel: Tabel, baris: str) -> bool:
    """Whether any row of the table stands within the lines of the inventory."""
    rentang = read_rentang(baris)
    assert rentang is not None, baris
    batas = set(rentang.baris)
    sumber = [b.sumber.baris for b in tabel.baris if b.sumber.baris]
    return any(s[0] in batas for s in sumber)


@pytest.mark.parametrize("berkas", INVENTARIS, ids=lambda b: b.stem)
def test_every_row_names_its_line_and_the_lines_exist_once_in_order_of_print(
    berkas: Path, laporan: dict[str, Laporan]
) -> None:
    x = laporan[inventory(berkas)["laporan"]]
    tanpa = [(t.id, b.nama) for t in x.tabel for b in t.baris if b.sumber.baris is None]
    assert tanpa == []
    assert x.dokumen
