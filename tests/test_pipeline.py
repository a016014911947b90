"""The whole way from files to a result: counts, identity, order, repeatability, the two engines."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from pabrik import INDIKATOR_YML, LAPORAN_YML, run, site

from mkdocs_kinerja import checks, contoh
from mkdocs_kinerja.engine import Mesin, RuleFileError
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pengaturan import Pengaturan
from mkdocs_kinerja.pipeline import DataError, Pemroses, read_rules, shipped_rules
from mkdocs_kinerja.report import json_

AKAR = Path(__file__).parent.parent
HANYA_BILA_SALAH = {"KIN001", "KIN002", "KIN003", "KIN108", "KIN212", "KIN213", "KIN906", "KIN907", "KIN908"}
"""Rules about causes, cells that are filled elsewhere, supposed corrections, kinds of total, marked cells, replies."""


def aturan(hasil: Hasil) -> list[str]:
    return [t.aturan for t in hasil.temuan]


def test_a_small_report_in_order(tmp_path: Path) -> None:
    site(tmp_path)
    hasil = run(tmp_path)
    assert aturan(hasil) == ["KIN401"]
    r = hasil.ringkasan
    assert (r["laporan"], r["galat"], r["peringatan"], r["info"]) == (1, 0, 0, 1)
    assert r["pemeriksaan"] == r["lolos"] + r["temuan"] + r["tidak_berlaku"]
    assert r["lolos"] > 20


def test_every_finding_has_places_and_both_languages(tmp_path: Path) -> None:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%").replace("650    |", "560    |"))
    hasil = run(tmp_path)
    assert aturan(hasil)[:2] == ["KIN201", "KIN303"]
    for t in hasil.temuan:
        assert t.lokasi
        assert t.sumber
        assert set(t.pesan) == {"id", "en"}
        assert all("{" not in p and p.strip() for p in t.pesan.values())
        assert (tmp_path / t.lokasi[0].berkas).is_file()


def test_a_finding_points_at_the_cell(tmp_path: Path) -> None:
    berkas = site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    (t,) = [t for t in run(tmp_path).temuan if t.aturan == "KIN201"]
    baris = berkas.read_text("utf-8").splitlines()[t.lokasi[0].baris - 1]
    assert baris[t.lokasi[0].kolom - 1 :].startswith("79,7%")
    assert (t.dilaporkan, t.seharusnya, t.selisih) == ("79,7%", "69.7", "10.0")
    assert t.sumber[0].baris == (21, 21)


def test_identity_survives_moving_and_rewording(tmp_path: Path) -> None:
    rusak = LAPORAN_YML.replace("69,7%", "79,7%")
    site(tmp_path / "a", rusak)
    tabel = rusak[rusak.index("  - id: pk") : rusak.index("  - id: capaian")]
    pindah = rusak.replace(tabel, "").replace("kendala: |", tabel + "kendala: |")
    pindah = "# baris baru\n\n" + pindah.replace("ikm        | 3,86   | 3,893     | 100,9%\n      pelanggan  | 650    | 453       | 79,7%",
                                                "pelanggan  | 650    | 453       | 79,7%\n      ikm        | 3,86   | 3,893     | 100,9%")  # fmt: skip
    assert pindah != rusak
    site(tmp_path / "b", pindah)
    satu, dua = run(tmp_path / "a"), run(tmp_path / "b")
    assert {t.id for t in satu.temuan} == {t.id for t in dua.temuan}
    assert len({t.id for t in satu.temuan}) == len(satu.temuan)


def test_twice_the_same_bytes_whatever_the_engine(tmp_path: Path) -> None:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    satu, dua, tiga = run(tmp_path), run(tmp_path), run(tmp_path, mesin="reference")
    assert json_.render(satu) == json_.render(dua)
    a, b = json.loads(json_.render(satu)), json.loads(json_.render(tiga))
    assert (a["temuan"], a["pemeriksaan"]) == (b["temuan"], b["pemeriksaan"])


def test_the_json_has_the_fields_of_the_contract(tmp_path: Path) -> None:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    isi = json.loads(json_.render(run(tmp_path)))
    assert set(isi) >= {"versi", "masukan", "ringkasan", "temuan", "pemeriksaan"}
    assert set(isi["masukan"]) >= {"data", "aturan", "perangkat"}
    t = next(t for t in isi["temuan"] if t["aturan"] == "KIN201")
    assert set(t) >= {
        "id", "aturan", "keparahan", "satker", "laporan", "hal", "ukuran", "periode", "versi", "tabel", "nama", "dilaporkan",
        "seharusnya", "selisih", "pesan", "lokasi", "sumber", "sebab", "akibat", "status", "pengecualian",
        "tanggapan",
    }  # fmt: skip
    assert (t["satker"], t["laporan"], t["hal"], t["ukuran"], t["periode"]) == (
        "uji",
        "2025-tw2",
        "indikator/pelanggan",
        "capaian",
        "sd-tw2",
    )
    assert t["lokasi"][0] == {"berkas": "data/satker/uji/2025-tw2.yml", "baris": 22, "kolom": 41}
    assert t["sumber"][0] == {"dokumen": "sumber.txt", "baris": [21, 21], "halaman": None, "tempat": "Tabel 2"}


def test_only_changed_reports_are_read_again(tmp_path: Path) -> None:
    berkas = site(tmp_path)
    pemroses = Pemroses(Pengaturan(data=tmp_path / "data", akar=tmp_path))
    pertama = pemroses.run()
    assert pemroses.run().laporan[0] is pertama.laporan[0]
    berkas.write_text(LAPORAN_YML.replace("69,7%", "79,7%"), "utf-8")
    assert "KIN201" in aturan(pemroses.run())
    (tmp_path / "data" / "indikator.yml").write_text(INDIKATOR_YML.replace("jenis: cacah, ", ""), "utf-8")
    assert pemroses.run().laporan[0].indikator["pelanggan"].jenis == "indeks"
    pemroses.close()


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    berkas = site(tmp_path)
    berkas.with_name("2025-tw1.yml").write_text("laporan: [\n", "utf-8")
    hasil = run(tmp_path)
    assert [lap.id for lap in hasil.laporan] == ["2025-tw1", "2025-tw2"]
    assert [t.aturan for t in hasil.temuan] == ["KIN901", "KIN401"]
    assert not hasil.laporan[0].terbaca


def test_problems_of_shared_files_are_findings_too(tmp_path: Path) -> None:
    site(tmp_path, indikator=INDIKATOR_YML.replace("jenis: cacah", "jenis: bulat"))
    t = run(tmp_path).temuan[0]
    assert (t.aturan, t.satker, t.laporan, t.lokasi[0].berkas) == ("KIN901", "", "", "data/indikator.yml")


def test_files_that_are_not_reports_and_links_out_are_told(tmp_path: Path) -> None:
    berkas = site(tmp_path)
    berkas.with_name("laporan-baru.yml").write_text("laporan: {}\n", "utf-8")
    luar = tmp_path / "luar.yml"
    luar.write_text("laporan: {}\n", "utf-8")
    berkas.with_name("2024-tw1.yml").symlink_to(luar)
    pesan = [t.pesan["id"] for t in run(tmp_path).temuan if not t.satker]
    assert len(pesan) == 2
    assert "'2024-tw1.yml' menunjuk ke luar folder data" in pesan[0]
    assert "'laporan-baru.yml' tidak menyebut periode" in pesan[1]


def test_settings_and_their_mistakes(tmp_path: Path) -> None:
    site(tmp_path)
    assert aturan(run(tmp_path, abaikan=("KIN401",))) == []
    assert [t.keparahan for t in run(tmp_path, keparahan={"KIN401": "galat"}).temuan] == ["galat"]
    assert "KIN407" in aturan(run(tmp_path, ambang={"KIN407": {"batas": 100}}))
    with pytest.raises(RuleFileError, match="Maksud Anda `KIN4"):
        run(tmp_path, abaikan=("KIN4O1",))
    with pytest.raises(RuleFileError, match="batas"):
        run(tmp_path, ambang={"KIN407": {"bats": 100}})


def test_no_data_directory_and_unknown_satker(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="tidak ditemukan"):
        run(tmp_path)
    site(tmp_path)
    with pytest.raises(DataError, match="Yang ada: uji"):
        run(tmp_path, satker=("uij",))


def test_rules_of_a_site_work_like_ours(tmp_path: Path) -> None:
    site(tmp_path)
    folder = tmp_path / "aturan"
    folder.mkdir()
    asli = (shipped_rules() / "4-simpulan.yml").read_text("utf-8")
    satu = asli[asli.index("  - id: KIN401") : asli.index("  - id: KIN402")]
    teks = "keluarga: 4\njudul: Simpulan\naturan:\n" + satu.replace("KIN401", "KIN450").replace(
        "status: tercapai", "status: sesuai-laju"
    )
    (folder / "milik.yml").write_text(teks, "utf-8")
    assert "KIN450" in aturan(run(tmp_path, aturan=(folder,)))
    (folder / "milik.yml").write_text(teks.replace("KIN450", "KIN401"), "utf-8")
    with pytest.raises(RuleFileError, match="sudah dipakai"):
        run(tmp_path, aturan=(folder,))


def test_the_examples_of_all_shipped_rules() -> None:
    buku, hasil = contoh.run_dir([shipped_rules()], AKAR)
    assert not buku.problems
    assert [f"{h.aturan_id} {h.jenis}: {h.pesan}" for h in hasil if not h.ok] == []
    # A clean example that the rule never looks at would show nothing, but for rules whose facts are there only where
    # something is wrong, or where findings are to be linked.
    assert {h.aturan_id for h in hasil if not h.diperiksa} == HANYA_BILA_SALAH
    assert {h.jenis for h in hasil if not h.diperiksa} == {"bersih"}
    assert len(hasil) >= 2 * len(buku.aturan)


def test_both_engines_agree_on_all_examples_in_any_order() -> None:
    buku = read_rules(Pengaturan(data=AKAR / "data", akar=AKAR))
    acak = random.Random(7)
    with Mesin(buku, checks.JENIS) as mesin, Mesin(buku, checks.JENIS, "reference") as rujukan:
        for butir in (c for a in buku.aturan for c in a.contoh):
            fakta = list(contoh.facts_of(butir))
            lama = mesin.evaluate(fakta)
            acak.shuffle(fakta)
            for lain in (rujukan.evaluate(fakta), mesin.evaluate(fakta)):
                assert [k.kunci for k in lain.cocok] == [k.kunci for k in lama.cocok]
                assert lain.pemeriksaan == lama.pemeriksaan
