"""Replies of a satker: beside the finding they answer, beside all findings of a rule, or told to answer nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from halaman import read
from pabrik import LAPORAN_YML, report, site
from pabrik import run as run_with

from mkdocs_kinerja.bahasa import Bahasa, Kode
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.report import json_, text
from mkdocs_kinerja.site import Situs, pages
from mkdocs_kinerja.temuan import Temuan

SALAH = LAPORAN_YML.replace("100,9%", "109,9%").replace("69,7%", "79,7%")
"""Two findings of KIN201."""


def run(folder: Path) -> Hasil:
    """Run with the engine that is there at once; which one judges makes no difference to a reply."""
    return run_with(folder, mesin="reference")


def reply(temuan: str, isi: str = "Sudah diperbaiki", lain: str = "") -> str:
    return f"\ntanggapan:\n  - {{temuan: {temuan}, isi: {json.dumps(isi, ensure_ascii=False)}{lain}}}\n"


def of(hasil: Hasil, aturan: str) -> list[Temuan]:
    return [t for t in hasil.temuan if t.aturan == aturan]


def report_page(hasil: Hasil, folder: Path, kode: Kode = "id") -> dict[str, str]:
    """Return the parts of the page of the only report, as HTML by anchor."""
    situs = Situs.of(hasil, Bahasa(kode), akar=folder)
    (spec,) = (p for p in pages(situs) if p.src_uri == "satker/uji/2025-tw2.md")
    return {b.id: b.html for b in spec.bagian}


def plain(html: str) -> str:
    return " ".join("".join(read(html).teks).split())


@pytest.fixture(scope="module")
def nomor(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of the finding about pelanggan, from a run without replies."""
    folder = tmp_path_factory.mktemp("awal")
    site(folder, SALAH)
    (t,) = (t for t in of(run(folder), "KIN201") if t.hal == "indikator/pelanggan")
    return t.id


def test_a_reply_is_read_with_its_place_and_its_paragraphs() -> None:
    laporan = report("""
        laporan: {}
        tanggapan:
          - temuan: 9f2c61d0a4b7
            oleh: Subbagian Program
            tanggal: 2025-08-01
            isi: |
              Satu.
              Masih satu.

              Dua.
          - {temuan: KIN202, isi: Ya}
    """)
    satu, dua = laporan.tanggapan
    assert (satu.temuan, satu.oleh, satu.tanggal, satu.umum) == (
        "9f2c61d0a4b7",
        "Subbagian Program",
        "2025-08-01",
        False,
    )
    assert satu.alinea == ("Satu.\nMasih satu.", "Dua.")
    assert str(satu.posisi) == "2025-tw2.yml:3:5"
    assert (dua.umum, dua.oleh, dua.tanggal, dua.alinea) == (True, "", "", ("Ya",))
    assert laporan.masalah == ()


@pytest.mark.parametrize("nomor", ["123456789012", "000012345678", "1234567890e1", "0x1234567890", "12345678901e"])
def test_a_number_that_looks_like_another_kind_of_value_is_a_number_of_a_finding(nomor: str) -> None:
    laporan = report(f"laporan: {{}}\ntanggapan:\n  - {{temuan: {nomor}, isi: x}}\n")
    if "x" in nomor:
        assert [m.kode for m in laporan.masalah] == ["skema"]
    else:
        assert [x.temuan for x in laporan.tanggapan] == [nomor]


@pytest.mark.parametrize(
    ("butir", "tempat", "pesan"),
    [
        ("{temuan: KIN20, isi: x}", (3, 14), "nomor temuan seperti `9f2c61d0a4b7`"),
        ("{temuan: '#t-9f2c61d0a4b7', isi: x}", (3, 14), "nomor temuan seperti `9f2c61d0a4b7`"),
        ("{temuan: KIN202, isi: ' '}", (3, 27), "Tulis jawabannya."),
        ("{temuan: KIN202}", (3, 5), "isi"),
        ("{temuan: KIN202, isi: x, tanggal: kemarin}", (3, 39), "misalnya 2025-07-07"),
        ("{temuan: KIN202, isi: x, olh: y}", (3, 30), "oleh"),
        ("sudah", (3, 5), ""),
    ],
)
def test_what_is_wrong_with_a_reply_is_told_at_its_place(butir: str, tempat: tuple[int, int], pesan: str) -> None:
    laporan = report(f"laporan: {{}}\ntanggapan:\n  - {butir}\n")
    (masalah,) = laporan.masalah
    assert (masalah.posisi.baris, masalah.posisi.kolom) == tempat
    assert pesan in masalah.pesan["id"]


def test_a_reply_stands_beside_the_finding_it_answers_and_no_other(tmp_path: Path, nomor: str) -> None:
    site(tmp_path, SALAH + reply(nomor, lain=", oleh: Kepala Balai, tanggal: 2025-08-01"))
    hasil = run(tmp_path)
    dijawab = [t for t in hasil.temuan if t.tanggapan]
    assert [t.id for t in dijawab] == [nomor]
    assert not of(hasil, "KIN908")
    bagian = report_page(hasil, tmp_path)
    assert "Tanggapan satker Sudah diperbaiki Kepala Balai, 1 Agustus 2025" in plain(bagian[f"t-{nomor}"])
    assert [id_ for id_, html in bagian.items() if "Sudah diperbaiki" in html] == [f"t-{nomor}"]


def test_a_reply_to_a_rule_stands_beside_all_its_findings_and_says_so(tmp_path: Path) -> None:
    site(tmp_path, SALAH + reply("KIN201"))
    hasil = run(tmp_path)
    assert len(of(hasil, "KIN201")) == 2
    assert {t.aturan for t in hasil.temuan if t.tanggapan} == {"KIN201"}
    bagian = report_page(hasil, tmp_path)
    for t in of(hasil, "KIN201"):
        assert "Tanggapan satker untuk semua temuan KIN201 dalam laporan ini" in plain(bagian[f"t-{t.id}"])
    inggris = report_page(hasil, tmp_path, "en")
    assert "Reply of the office to all KIN201 findings of this report" in plain(
        inggris[f"t-{of(hasil, 'KIN201')[0].id}"]
    )


def test_several_replies_keep_the_order_of_the_file(tmp_path: Path, nomor: str) -> None:
    site(tmp_path, SALAH + reply("KIN201", "satu") + f"  - {{temuan: {nomor}, isi: dua}}\n")
    (t,) = (t for t in run(tmp_path).temuan if t.id == nomor)
    assert [x.isi for x in t.tanggapan] == ["satu", "dua"]


@pytest.mark.parametrize(
    ("temuan", "saran"),
    [("KIN210", "Maksud Anda 'KIN201'?"), ("KIN999", ""), ("000000000000", "")],
)
def test_a_reply_without_a_finding_is_told_and_can_still_be_read(tmp_path: Path, temuan: str, saran: str) -> None:
    berkas = site(tmp_path, SALAH + reply(temuan, "Kami sedang memeriksanya"))
    hasil = run(tmp_path)
    (t,) = of(hasil, "KIN908")
    assert t.keparahan == "info"
    assert t.pesan["id"].startswith(f"Tanggapan atas {temuan}: laporan ini tidak mempunyai temuan itu.")
    assert t.pesan["id"].endswith(saran or "periksa nomornya.")
    assert berkas.read_text("utf-8").splitlines()[t.lokasi[0].baris - 1].startswith(f"  - {{temuan: {temuan}")
    assert "Kami sedang memeriksanya" in plain(report_page(hasil, tmp_path)[f"t-{t.id}"])


def test_a_mistyped_number_is_suggested(tmp_path: Path, nomor: str) -> None:
    keliru = nomor[:5] + ("0" if nomor[5] != "0" else "1") + nomor[6:]
    site(tmp_path, SALAH + reply(keliru))
    (t,) = of(run(tmp_path), "KIN908")
    assert f"Maksud Anda {nomor!r}?" in t.pesan["id"]
    assert f"Did you mean {nomor!r}?" in t.pesan["en"]


def test_a_reply_in_the_file_of_another_report_is_sent_there(tmp_path: Path, nomor: str) -> None:
    berkas = site(tmp_path, SALAH)
    berkas.with_name("2025-tw1.yml").write_text(LAPORAN_YML + reply(nomor), "utf-8")
    hasil = run(tmp_path)
    (t,) = of(hasil, "KIN908")
    assert "Pindahkan tanggapan ini ke data/satker/uji/2025-tw2.yml." in t.pesan["id"]
    assert [x.id for x in hasil.temuan if x.tanggapan] == [t.id]


def test_a_finding_that_only_several_reports_show_can_be_answered(tmp_path: Path) -> None:
    berkas = site(tmp_path)
    berkas.with_name("2025-tw1.yml").write_text(
        LAPORAN_YML.replace("| 650 ", "| 700 ").replace("| 650    |", "| 700    |").replace("69,7%", "64,7%"), "utf-8"
    )
    (awal,) = of(run(tmp_path), "KIN304")
    berkas.write_text(LAPORAN_YML + reply(awal.id), "utf-8")
    hasil = run(tmp_path)
    assert [t.id for t in hasil.temuan if t.tanggapan] == [awal.id]
    assert not of(hasil, "KIN908")


def test_replies_are_counted_as_checks(tmp_path: Path, nomor: str) -> None:
    site(tmp_path, SALAH + reply(nomor) + "  - {temuan: KIN999, isi: x}\n")
    hasil = run(tmp_path)
    (hitung,) = (p for p in hasil.pemeriksaan if p.aturan == "KIN908")
    assert (hitung.lolos, hitung.temuan, hitung.tidak_berlaku) == (1, 1, 0)


def test_a_reply_changes_no_finding(tmp_path: Path, nomor: str) -> None:
    site(tmp_path, SALAH + reply(nomor))
    (tmp_path / "tanpa").mkdir()
    site(tmp_path / "tanpa", SALAH)
    ada, tanpa = run(tmp_path), run(tmp_path / "tanpa")
    assert [(t.id, t.keparahan, t.status) for t in ada.temuan] == [(t.id, t.keparahan, t.status) for t in tanpa.temuan]


def test_the_json_carries_replies(tmp_path: Path, nomor: str) -> None:
    site(tmp_path, SALAH + reply(nomor, lain=", tanggal: 2025-08-01"))
    isi = {t["id"]: t["tanggapan"] for t in json.loads(json_.render(run(tmp_path)))["temuan"]}
    assert isi.pop(nomor) == [{"temuan": nomor, "isi": "Sudah diperbaiki", "oleh": None, "tanggal": "2025-08-01"}]
    assert set(map(tuple, isi.values())) == {()}


def test_the_terminal_shows_a_reply_in_one_line(tmp_path: Path, nomor: str) -> None:
    jahat = "Baris satu.\n\nBaris\tdua \x1b[31mmerah\x1b[0m \u202eterbalik " + "kata " * 200
    site(tmp_path, SALAH + reply(nomor, jahat, ", oleh: Kepala Balai, tanggal: 2025-08-01"))
    hasil = run(tmp_path)
    (baris,) = (b for b in text.render(hasil, Bahasa("id")).splitlines() if "Tanggapan" in b)
    assert baris.startswith("    Tanggapan satker (Kepala Balai, 1 Agustus 2025): Baris satu. Baris dua ")
    assert baris.endswith(" \u2026")
    assert baris.isprintable()
    (inggris,) = (b for b in text.render(hasil, Bahasa("en")).splitlines() if "Reply" in b)
    assert "Reply of the office (Kepala Balai, 1 August 2025)" in inggris


def test_the_terminal_tells_a_reply_to_a_rule_once(tmp_path: Path) -> None:
    site(tmp_path, SALAH + reply("KIN201"))
    baris = [b for b in text.render(run(tmp_path), Bahasa("id")).splitlines() if "Tanggapan" in b]
    assert baris == ["    Tanggapan satker (untuk semua temuan KIN201): Sudah diperbaiki"]


def test_a_reply_to_a_consequence_is_shown_below_it_in_the_terminal(tmp_path: Path) -> None:
    tabel = """\
  - id: hasil
    isi: |
      layanan*  | hasil@jan | hasil@feb | hasil@mar | hasil@tw1
      Pengujian | 10        | 20        | 30        | 60
      Kalibrasi | 55        | 39        | 10        | 110
      = Jumlah  | 65        | 65        | 40        | 170
"""
    laporan = LAPORAN_YML.replace("kendala: |", tabel + "kendala: |")
    site(tmp_path, laporan)
    akibat = next(t for t in run(tmp_path).temuan if t.sebab)
    (tmp_path / "data/satker/uji/2025-tw2.yml").write_text(laporan + reply(akibat.id, "Akan dicek"), "utf-8")
    baris = text.render(run(tmp_path), Bahasa("id")).splitlines()
    n = next(i for i, b in enumerate(baris) if "Akan dicek" in b)
    assert baris[n - 1].startswith("    \u2514 ")
    assert baris[n].startswith("      Tanggapan satker: Akan dicek")


def test_hostile_text_is_text(tmp_path: Path, nomor: str) -> None:
    jahat = "<script>alert(1)</script> {{ 7*7 }} </div><img src=x onerror=y> | `a`"
    site(tmp_path, SALAH + reply(nomor, jahat, f", oleh: {json.dumps(jahat)}"))
    html = report_page(run(tmp_path), tmp_path)[f"t-{nomor}"]
    halaman = read(html)
    assert "<script" not in html
    assert not {"onerror", "src"} & halaman.atribut
    assert "".join(halaman.teks).count("<script>alert(1)</script> {{ 7*7 }} </div>") == 2
