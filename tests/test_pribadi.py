"""Personal data is found wherever it stands in a file, nothing else is taken for it, and none of it is published."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja import site as situs_
from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pribadi import DataPribadi, find, forms, in_lines, mask, samarkan
from mkdocs_kinerja.report import github, json_, junit, sarif, text
from mkdocs_kinerja.site import skeleton
from mkdocs_kinerja.site.galat import MAKS_KUTIPAN

ADA = {
    "nip": (
        "199912312024211999", "NIP. 19991231 202421 1 999", "NIP19991231.202421.1.999", "(19680229 199403 2 002)",
        "NIP 199913452024999999",
    ),
    "nik": ("1199993112999999", "NIK: 1199 9931 1299 9999", "81.71.01.710568.0002", "NIK 1199994512999999"),
    "telepon": (
        "081234567890", "0812-3456-7890", "0812 3456 7890", "0812.3456.7890", "+62 812-3456-7890", "+62812 3456 7890",
        "HP081234567890", "Telp.081234567890", "WA 6281234567890", "https://wa.me/6281234567890", "(0911) 341720",
        "(021) 525-2746", "Telp. 0911-341720", "Telp/Fax 0911 341720", "+62 911 341720", "0812\u20133456\u20137890",
        "081234567890/pagi", "Hubungi 081234567890.",
    ),
    "surel": ("a@b.co", "Surel: kepala_balai@kemenperin.go.id.", "<mailto:info@jan.co.id>", "hubungi,x.y-z+1@a-b.id"),
    "rekening": (
        "No. Rek. BRI 0123-01-234567-50-1", "rekening Mandiri: 152-00-1234567-8", "1234567890 (rekening BCA)",
        "rek.0123456789 a.n. Bendahara", "Nomor rekening | 0123456789",
    ),
}  # fmt: skip
TIDAK = (
    "Rp 081234567890", "Rp081234567890", "26.873.451.000", "Rp 26.873.451.000,00", "6077.AEC.001", "3,1415926535897",
    "0,081234567890", "SP DIPA-019.09.2.247246/2025", "2021-2024", "2019 2020 2021 2022 2023", "2024-12-31 2025-01-01",
    "laporan-081234567890.pdf", "081234567890.xlsx", "t-081234567890", "ab0812345678f", "081234567890%", "62812345678",
    "+62.812.345.678", "199913312024211999", "199912312001211999", "9999993112999999", "1199993213999999",
    "kode rekening 5211111234567", "rekening belanja 521211", "kode rekening 5.1.02.01.01.0024", "rekening Rp26873451000",
    "rekening 26.873.451.000", "rekening 2021 2022 2023", "rekening per 31-12-2024 10:15", "rekening 5.1.02.01.01.0024",
    "(051) 12.345.678", "Komponen 051 - 521211", "022-521211", "1234567890", "0911-341720",
    "satker:pnbp.realisasi@sd-tw2", "indikator/pelanggan:target@2025", "realisasi@jan", "x/y:realisasi@tw2.ab", "a@b",
    "c196b55e0a0d1c2f08123456789012345678901234567890abcdef0123456789",
)  # fmt: skip


@pytest.mark.parametrize(("jenis", "teks"), [(j, t) for j, semua in ADA.items() for t in semua])
def test_personal_data_is_found_and_masked(jenis: str, teks: str) -> None:
    (x,) = find(teks)
    assert x.jenis == jenis
    assert x.literal == teks[x.awal : x.akhir]
    samar = samarkan(teks)
    assert len(samar) == len(teks)
    assert (samar[: x.awal], samar[x.akhir :]) == (teks[: x.awal], teks[x.akhir :])
    assert sum(c.isalnum() for c in samar[x.awal : x.akhir]) == (1 if jenis == "surel" else 2)


@pytest.mark.parametrize("teks", TIDAK)
def test_what_only_looks_like_it_is_left_alone(teks: str) -> None:
    assert find(teks) == []
    assert samarkan(teks) is teks


def test_several_numbers_in_one_line_are_all_found() -> None:
    teks = "Telp. (0911) 341720, 341721; HP 081234567890/081234567891 2024; a@b.co, c@d.co"
    assert [x.literal for x in find(teks)] == [
        "(0911) 341720, 341721", "081234567890", "081234567891", "a@b.co", "c@d.co",
    ]  # fmt: skip


POTONGAN = st.sampled_from([*(t for semua in ADA.values() for t in semua), *TIDAK, "rekening", "Telp.", "NIP", "|"])
ACAK = st.text("0123456789 .-/()+@|abRpnip:,\u2013", max_size=40)


@given(st.lists(POTONGAN | ACAK, max_size=6), st.sampled_from(["", " ", ", ", " | ", "-"]))
def test_masking_leaves_nothing_to_find_and_is_done_once(bagian: list[str], sela: str) -> None:
    teks = sela.join(bagian)
    samar = samarkan(teks)
    assert find(samar) == []
    assert samarkan(samar) == samar
    assert len(samar) == len(teks)
    assert not [x.literal for x in find(teks) if x.literal in samar]


@given(ACAK, st.sampled_from([x.literal for semua in ADA.values() for t in semua for x in find(t)]), ACAK)
def test_what_was_found_elsewhere_is_masked_without_anything_around_it(depan: str, literal: str, belakang: str) -> None:
    assert literal not in samarkan(f"{depan}{literal}{belakang}", frozenset(forms(literal)))


def test_a_number_taken_for_an_amount_is_masked_too() -> None:
    literal = frozenset(forms("0123-01-234567-50-1"))
    for teks in ("Rp12.301.234.567.501", "12,301,234,567,501", "012301234567501", "0123-01-234567-50-1"):
        samar = samarkan(teks, literal)
        assert sum(c.isdigit() for c in samar) == 2


def test_the_place_is_that_of_the_first_character() -> None:
    (x,) = in_lines(["a: b", "  surel: nama@example.com"], "x.yml")
    assert x == DataPribadi("surel", mask("nama@example.com"), x.posisi, "nama@example.com")
    assert str(x.posisi) == "x.yml:2:10"


@pytest.mark.parametrize("pemisah", ["|", "\t"])
def test_a_column_says_that_its_numbers_are_accounts(pemisah: str) -> None:
    kepala, isi = ("nama*", "no. rekening", "nilai"), ("Uji", "0123456789", "9876543210")
    baris = [pemisah.join(kepala), "# keterangan", pemisah.join(isi), pemisah.join(isi), "akhir", pemisah.join(isi)]
    assert [(x.jenis, x.literal, x.posisi.baris) for x in in_lines(baris, "x")] == [
        ("rekening", "0123456789", 3), ("rekening", "0123456789", 4),
    ]  # fmt: skip


def test_the_figures_of_the_real_reports_are_not_taken_for_personal_data(akar: Path) -> None:
    berkas = sorted((akar / "data").rglob("*.yml"))
    assert len(berkas) > 10
    assert [x for b in berkas for x in in_lines(b.read_text("utf-8").splitlines(), b.name)] == []


# -- a report full of it -----------------------------------------------------------------------------------------------

NIP, NIK, HP, SUREL, REK = (
    "199912312024211999", "1199993112999999", "0812-0000-0001", "nama.orang@example.com", "0000000017",
)  # fmt: skip
LITERAL = (
    NIP, NIK, HP, SUREL, REK, "20240102 202421 1 998", "081200000002", "lain@example.com", "000-00-0000000-9",
    "081200000003", "kotor@example.com", "19991231 2024", "081200000004",
)  # fmt: skip
KOTOR = (
    LAPORAN_YML.replace("  dokumen: sumber.txt", f"  judul: Laporan {SUREL}\n  dokumen: sumber.txt  # NIK {NIK}")
    .replace("Tabel 2\n", f"Tabel 2 ({HP})\n")
    .replace("453       | 69,7%", f"{NIP} | 79,7%")
    .replace("Pelanggan berkurang", f"Pelanggan berkurang, rekening {REK}, {NIP}")
    .replace("Promosi", "Promosi lewat 081200000002")
    .replace("tabel:\n", f"tabel:\n  - id: sisi\n    berkas: sisi.tsv\n  - id: bank\n    judul: Rekening\n    isi: |\n"
             f"      layanan* | hasil | rekening\n      Uji {REK} | 1 | {REK}\n", 1)
)  # fmt: skip
RUSAK = f"laporan:\n  penanda_tangan: {{nama: [{'x' * 120} NIP 20240102 202421 1 998}}\n  lain: lain@example.com"
SATKER_YML = "satker:\n  nama: Balai Uji 081200000003\n  singkatan: BU\n  # kotor@example.com\n"
ATURAN = {"KIN801", "KIN802", "KIN803", "KIN804", "KIN805"}


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    laporan = site(tmp_path, KOTOR)
    (laporan.parent / "satker.yml").write_text(SATKER_YML, "utf-8")
    (laporan.parent / "2025-tw1.yml").write_text(RUSAK, "utf-8")
    (laporan.parent / "sisi.tsv").write_text("layanan*\thasil\nUji 081200000004\t1\n", "utf-8")
    (tmp_path / "data" / "satker.yml").write_text(
        "satker:\n  pusat: {nama: Pusat}  # rekening 000-00-0000000-9\n", "utf-8"
    )
    return run(tmp_path, mesin="reference")


def test_everything_is_found_with_its_place(hasil: Hasil) -> None:
    ditemukan = {
        (t.laporan, t.aturan): [str(p).removeprefix("data/") for p in t.lokasi]
        for t in hasil.temuan
        if t.aturan in ATURAN
    }
    assert {k: v for k, v in ditemukan.items() if k[0] != "2025-tw2"} == {
        ("2025-tw1", "KIN801"): ["satker/uji/2025-tw1.yml:2:152"],
        ("2025-tw1", "KIN804"): ["satker/uji/2025-tw1.yml:3:9"],
        ("", "KIN803"): ["satker/uji/satker.yml:2:19"],
        ("", "KIN804"): ["satker/uji/satker.yml:4:5"],
        ("", "KIN805"): ["satker.yml:2:36"],
    }
    assert {a for lap, a in ditemukan if lap == "2025-tw2"} == ATURAN
    assert ditemukan["2025-tw2", "KIN802"] == ["satker/uji/2025-tw2.yml:3:30"]
    assert "satker/uji/sisi.tsv:2:5" in ditemukan["2025-tw2", "KIN803"]
    # In the text beside the word, and in the column; the name of the row is masked though nothing there tells.
    assert len(ditemukan["2025-tw2", "KIN805"]) == 2


def unpacked(isi: bytes) -> str:
    """Return a file as text; of a workbook, all that it is packed from."""
    if not isi.startswith(b"PK"):
        return isi.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return "\n".join(arsip.read(n).decode("utf-8") for n in arsip.namelist())


def published(hasil: Hasil, akar: Path) -> Iterator[tuple[str, str]]:
    yield "temuan.json", json_.render(hasil)
    for kode in ("id", "en"):
        bahasa = Bahasa(kode)  # type: ignore[arg-type]
        yield f"teks {kode}", text.render(hasil, bahasa)
        yield f"warna {kode}", text.render(hasil, bahasa, lambda teks, _: f"\x1b[1m{teks}\x1b[0m")
        s = situs_.Situs.of(hasil, bahasa, akar=akar)
        for jalur, isi in situs_.downloads(s):
            if not jalur.startswith("skema/"):
                yield f"{kode} {jalur}", unpacked(isi)
        for bentuk in (junit, github, sarif):
            yield f"{bentuk.__name__} {kode}", bentuk.render(hasil, bahasa)
        yield f"cari {kode}", json.dumps(situs_.entries(s, situs_.pages(s)), ensure_ascii=False)
        for spec in situs_.pages(s):
            isi = (skeleton.render(spec.bagian, bahasa), json.dumps(skeleton.meta(spec)))
            yield f"{kode} {spec.src_uri}", "\n".join(isi)


def test_nothing_of_it_is_published(hasil: Hasil, tmp_path: Path) -> None:
    semua = dict(published(hasil, tmp_path))
    assert len([n for n in semua if n.startswith("id satker/uji/") and n.endswith(".md")]) == 3
    polos = {re.sub(r"\W", "", x) for x in LITERAL}
    bocor = [(n, x) for n, isi in semua.items() for x in LITERAL if x in isi]
    bocor += [(n, x) for n, isi in semua.items() for x in polos if x in re.sub(r"&#\d+;|[.,() -]", "", isi)]
    assert bocor == []
    # What the reader gets instead, in a table, a heading, a quotation and the list of findings.
    laporan = semua["id satker/uji/2025-tw2.md"]
    for x in (NIP, HP, SUREL, REK):
        assert mask(x) in laporan.replace("&#46;", ".").replace("&#64;", "@"), x
    assert mask("20240102 202421 1 998")[:2] in semua["id satker/uji/2025-tw1.md"]


def test_a_line_is_masked_before_it_is_cut(tmp_path: Path) -> None:
    panjang = "x" * (MAKS_KUTIPAN - 40)
    laporan = site(tmp_path, LAPORAN_YML.replace("    sumber: 10-11", f"    sumbr: {panjang} 199912312024211999"))
    assert laporan.exists()
    semua = dict(published(run(tmp_path, mesin="reference"), tmp_path))
    assert f"{panjang[:20]}" in semua["id satker/uji/2025-tw2.md"]
    assert not [n for n, isi in semua.items() if "1999123" in isi]


def test_ids_of_findings_are_not_masked(hasil: Hasil) -> None:
    isi = json.loads(json_.render(hasil))
    assert [t["id"] for t in isi["temuan"]] == [t.id for t in hasil.temuan]
    assert isi["masukan"]["data"] == hasil.masukan.data


def test_the_id_of_a_finding_does_not_tell_the_number(tmp_path: Path) -> None:
    """A hash over so few digits could be tried out: two numbers in one place give the same id."""
    id_ = []
    for nomor in ("199912312024211999", "199912312024211998"):
        (folder := tmp_path / nomor).mkdir()
        site(folder, LAPORAN_YML + f"# {nomor}\n")
        id_ += [t.id for t in run(folder, mesin="reference").temuan if t.aturan == "KIN801"]
    assert len(id_) == 2
    assert len(set(id_)) == 1
