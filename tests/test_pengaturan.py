"""Settings: which file says what, for whom it holds, and what is told about a name that does not exist."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pabrik import LAPORAN_YML, own_rules, site

from mkdocs_kinerja.cli import main
from mkdocs_kinerja.engine import MATI, RuleFileError
from mkdocs_kinerja.hasil import Hasil, Khusus
from mkdocs_kinerja.loading.schema import load_schema
from mkdocs_kinerja.pengaturan import Isi, Lapis, Pengaturan, Setelan, for_command, read, unique
from mkdocs_kinerja.pipeline import Pemroses, read_profiles
from mkdocs_kinerja.profil import UMUM, MesinProfil, exceptions
from mkdocs_kinerja.temuan import Keparahan

TIGA = ("balai", "kantor", "uji")
PANDUAN = Path(__file__).parent.parent / "docs" / "panduan" / "aturan.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three satker with the same report: KIN401 once each, and KIN201."""
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    for satker in ("balai", "kantor"):
        shutil.copytree(tmp_path / "data/satker/uji", tmp_path / "data/satker" / satker)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def jalan(*perintah: str) -> Result:
    return CliRunner().invoke(main, perintah)


def temuan(*perintah: str) -> set[tuple[str, str, str]]:
    isi = json.loads(jalan("check", "--format", "json", *perintah).stdout)
    return {(t["satker"], t["aturan"], t["keparahan"]) for t in isi["temuan"]}


def hasil(folder: Path, *lapis: Lapis, **lain: object) -> Hasil:
    pemroses = Pemroses(Pengaturan(data=folder / "data", akar=folder, lapis=lapis, **lain))  # type: ignore[arg-type]
    try:
        return pemroses.run()
    finally:
        pemroses.close()


# -- for whom a setting holds ------------------------------------------------------------------------------------------


def test_a_rule_off_for_one_satker_and_another_threshold_for_another(folder: Path) -> None:
    (folder / "kinerja.yml").write_text(
        "satker:\n"
        "  balai: {abaikan: KIN201}\n"
        "  kantor: {ambang: {KIN407: {batas: 100.85}}, keparahan: {KIN201: info}}\n",
        "utf-8",
    )
    assert temuan() == {
        ("balai", "KIN401", "info"),
        ("kantor", "KIN201", "info"),
        ("kantor", "KIN401", "info"),
        ("kantor", "KIN407", "info"),
        ("uji", "KIN201", "galat"),
        ("uji", "KIN401", "info"),
    }


def test_thresholds_are_exact_decimals(folder: Path) -> None:
    # Shown as 100,85 and kept with three decimals: 100,855.
    (folder / "kinerja.yml").write_text("ambang: {KIN407: {batas: 100.855}}\n", "utf-8")
    assert for_command(None).lapis[0].umum.ambang == {"KIN407": {"batas": Decimal("100.855")}}
    assert "KIN407" not in {a for _, a, _ in temuan()}
    (folder / "kinerja.yml").write_text("ambang: {KIN407: {batas: 100.854}}\n", "utf-8")
    assert "KIN407" in {a for _, a, _ in temuan()}


def test_counts_stay_those_of_the_whole_book(folder: Path) -> None:
    biasa = hasil(folder)
    lapis = Lapis(satker={"balai": Setelan(abaikan=("KIN201",))})
    lain = hasil(folder, lapis)
    assert [a.id for a in lain.aturan] == [a.id for a in biasa.aturan]
    assert lain.ringkasan["pemeriksaan"] == biasa.ringkasan["pemeriksaan"]
    lama, baru = ({(p.satker, p.aturan): p for p in h.pemeriksaan} for h in (biasa, lain))
    assert lama.keys() == baru.keys()
    assert {k for k in lama if lama[k] != baru[k]} == {("balai", "KIN201")}
    p = baru["balai", "KIN201"]
    assert (p.lolos, p.temuan) == (0, 0)
    assert p.alasan[MATI] == lama["balai", "KIN201"].lolos + lama["balai", "KIN201"].temuan == 2


@pytest.mark.parametrize("mesin", ["auto", "reference"])
def test_a_rule_that_is_off_is_no_cause_for_later_phases(folder: Path, mesin: str) -> None:
    teks = own_rules(folder / "aturan" / "8.yml")
    kepala, satu = teks.split("  - id: KIN851", 1)
    awal = satu.index("    periksa:"), satu.index("    pesan:")
    lanjut = (
        satu[: awal[0]]
        + "    periksa: {t: {fakta: temuan, aturan: KIN851}}\n    fase: 2\n    bila: [{t: {hal: {bukan: ''}}}]\n"
        + "    pesan: Ikut\n    contoh: {temuan: {laporan: {}}, bersih: {laporan: {}}}\n"
        + satu[satu.index("    mengapa:") : satu.index("    contoh:")]
    )
    (folder / "aturan" / "8.yml").write_text(f"{kepala}  - id: KIN851{satu}\n  - id: KIN852{lanjut}", "utf-8")
    lapis = Lapis(satker={"balai": Setelan(abaikan=("KIN851",))})
    h = hasil(folder, lapis, aturan=(folder / "aturan",), mesin=mesin)
    ditemukan = {(t.satker, t.aturan) for t in h.temuan if t.aturan.startswith("KIN85")}
    assert ditemukan == {(s, a) for s in ("kantor", "uji") for a in ("KIN851", "KIN852")}


def test_later_files_win_and_one_satker_wins_over_all(folder: Path) -> None:
    bawah = Lapis(
        Setelan({"KIN407": {"batas": 90}, "KIN101": {"batas": 80}}, {"KIN201": "info"}, ("KIN401",)),
        {"uji": Setelan({"KIN407": {"batas": 200}})},
    )
    atas = Lapis(
        Setelan({"KIN407": {"batas": 300}}, {"KIN201": "peringatan"}), {"uji": Setelan(keparahan={"KIN407": "galat"})}
    )
    profil = read_profiles(Pengaturan(data=folder / "data", akar=folder, lapis=(bawah, atas)))
    nilai = {
        s: [(a.keparahan, a.ambang["batas"].nilai) for i in ("KIN101", "KIN407") if (a := p.buku.find(i))]
        for s, p in profil.items()
    }
    assert nilai == {UMUM: [("peringatan", 80), ("info", 300)], "uji": [("peringatan", 80), ("galat", 200)]}
    assert {p.buku.find("KIN401") for p in profil.values()} == {None}
    assert [p.buku.find("KIN201").keparahan for p in profil.values()] == ["peringatan"] * 2  # type: ignore[union-attr]
    (khusus,) = exceptions(profil)["KIN407"]
    assert (khusus.satker, khusus.mati, khusus.keparahan) == ("uji", False, Keparahan.GALAT)
    assert [a.nilai for a in khusus.ambang] == [200]


def test_a_rule_that_nobody_uses_can_still_be_set(folder: Path) -> None:
    lapis = Lapis(Setelan(abaikan=("KIN407",)), {"uji": Setelan({"KIN407": {"batas": 1}}, abaikan=("KIN407",))})
    h = hasil(folder, lapis)
    assert "KIN407" not in {a.id for a in h.aturan}
    assert not h.khusus


def test_an_engine_per_different_profile_and_all_are_closed(folder: Path) -> None:
    sama = Setelan({"KIN407": {"batas": 99}})
    profil = read_profiles(
        Pengaturan(data=folder / "data", akar=folder, lapis=(Lapis(satker={
            "balai": sama, "kantor": Setelan({"KIN407": {"batas": Decimal("99.0")}}), "uji": Setelan(),
        }),))
    )  # fmt: skip
    mesin = MesinProfil(profil, "reference")
    balai, umum = mesin.of("balai"), mesin.of(UMUM)
    assert balai is mesin.of("kantor")
    assert umum is mesin.of("uji") is mesin.of("satker lain")
    assert balai is not umum
    mesin.close()
    for m in (balai, umum):
        with pytest.raises(RuntimeError, match="closed"):
            m.evaluate(())


def test_what_is_wrong_with_shared_files_is_judged_by_the_settings_of_the_site(folder: Path) -> None:
    (folder / "data" / "indikator.yml").write_text("indikator: {ikm: {nama: x, jenis: bulat}}\n", "utf-8")
    semua = {s: Setelan(abaikan=("KIN901",)) for s in TIGA}
    h = hasil(folder, Lapis(Setelan(keparahan={"KIN901": "info"}), semua))
    assert {(t.satker, t.keparahan) for t in h.temuan if t.aturan == "KIN901"} == {("", "info")}


def test_other_settings_give_another_hash_and_the_same_settings_the_same(folder: Path) -> None:
    def sidik(*lapis: Lapis) -> str:
        return hasil(folder, *lapis).masukan.aturan

    a = Setelan({"KIN407": {"batas": 99}})
    berbeda = [
        sidik(),
        sidik(Lapis(a)),
        sidik(Lapis(Setelan(abaikan=("KIN407",)))),
        sidik(Lapis(Setelan(keparahan={"KIN407": "galat"}))),
        sidik(Lapis(satker={"uji": a})),
        sidik(Lapis(satker={"balai": a})),
        sidik(Lapis(satker={"uji": Setelan(abaikan=("KIN407",))})),
    ]
    assert len(set(berbeda)) == len(berbeda)
    assert sidik(Lapis(), Lapis(Setelan({"KIN407": {"batas": Decimal("99.0")}}))) == berbeda[1]
    # What changes nothing is no other setting.
    assert sidik(Lapis(a, {"uji": a})) == berbeda[1]
    assert sidik(Lapis(Setelan({"KIN407": {"batas": 150}}))) == berbeda[0]


# -- the file ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("isi", ["", "# belum ada\n", "{}\n"])
def test_a_file_that_says_nothing(tmp_path: Path, isi: str) -> None:
    (tmp_path / "kinerja.yml").write_text(isi, "utf-8")
    assert read(tmp_path / "kinerja.yml", tmp_path) == Isi() == read(tmp_path / "tiada.yml", tmp_path)


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a" / "aturan").mkdir(parents=True)
    (tmp_path / "a" / "kinerja.yml").write_text("data: laporan\naturan: aturan\n", "utf-8")
    isi = read(tmp_path / "a" / "kinerja.yml", tmp_path)
    assert (isi.data, isi.aturan) == (tmp_path / "a" / "laporan", (tmp_path / "a" / "aturan",))


def test_the_same_rules_twice_are_read_once(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    assert unique([a, b, a / "." / "..", a, b / ".." / "a"]) == (a, b, a / "..")


def test_the_command_line_finds_the_file_here_or_beside_the_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "data").rename(folder / "laporan")
    (folder / "kinerja.yml").write_text("data: laporan\nabaikan: [KIN401]\n", "utf-8")
    assert {a for _, a, _ in temuan()} == {"KIN201"}
    (folder / "lain").mkdir()
    monkeypatch.chdir(folder / "lain")
    assert {a for _, a, _ in temuan("../laporan")} == {"KIN201"}
    Path("kinerja.yml").write_text("abaikan: [KIN201]\n", "utf-8")
    assert {a for _, a, _ in temuan("../laporan")} == {"KIN401"}
    Path("kinerja.yml").write_text("data: ../laporan\n", "utf-8")
    assert jalan("new", "satker", "baru", "--nama", "Balai Baru").exit_code == 0
    assert (folder / "laporan/satker/baru/satker.yml").is_file()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("abaikn: [KIN401]\n", "kinerja.yml:1:1: Kunci `abaikn` tidak dikenal di berkas ini. Maksud Anda `abaikan`?"),
        ("satker:\n  uji:\n    ambng: {}\n", "kinerja.yml:3:5: Kunci `ambng` tidak dikenal di `satker > uji`. Maksud Anda `ambang`?"),
        ("abaikan: [KIN201, KIN4001]\n", "kinerja.yml:1:19: abaikan: Aturan `KIN4001` tidak dikenal. Maksud Anda `KIN401`?"),
        ("keparahan:\n  kin401: info\n", "kinerja.yml:2:3: keparahan: Aturan `kin401` tidak dikenal. Maksud Anda `KIN401`?"),
        ("keparahan: {KIN401: galt}\n", "kinerja.yml:1:21: `keparahan > KIN401` tidak boleh berisi teks “galt”. Maksud Anda `galat`?"),
        ("ambang:\n  KIN407:\n    bats: 1\n", "kinerja.yml:3:5: ambang: KIN407: Ambang `bats` tidak dikenal. Maksud Anda `batas`?"),
        ("ambang: {KIN4077: {batas: 1}}\n", "kinerja.yml:1:10: ambang: Aturan `KIN4077` tidak dikenal. Maksud Anda `KIN407`?"),
        ("ambang: {KIN407: {batas: tinggi}}\n", "kinerja.yml:1:26: `ambang > KIN407 > batas` harus berupa angka"),
        ("ambang: {KIN407: 200}\n", "kinerja.yml:1:18: `ambang > KIN407` harus berupa pasangan `kunci: nilai`, bukan angka 200. Contoh: `{batas: 200}`."),
        ("ambang: {KIN407: {batas: 1.23456}}\n", "kinerja.yml:1:10: ambang: KIN407: Ambang `batas` bernilai 1.23456. Kolom"),
        ("satker: {ujii: {}}\n", "kinerja.yml:1:10: Satker `ujii` tidak dikenal. Maksud Anda `uji`?"),
        ("satker: {uji: {abaikan: KIN4001}}\n", "kinerja.yml:1:25: satker uji: abaikan: Aturan `KIN4001` tidak dikenal. Maksud Anda `KIN401`?"),
        ("aturan: [aturn]\n", "kinerja.yml:1:10: Folder aturan `aturn` tidak dikenal. Maksud Anda `aturan`?"),
        ("abaikan: [KIN401\n", "kinerja.yml:1:10: "),
        ("a: &x 1\nb: *x\n", "kinerja.yml:1:4: "),
    ],
)  # fmt: skip
def test_every_wrong_name_is_told_with_its_place_and_ends_with_two(folder: Path, isi: str, pesan: str) -> None:
    (folder / "aturan").mkdir()
    (folder / "kinerja.yml").write_text(isi, "utf-8")
    keluar = jalan("check")
    assert keluar.exit_code == 2
    assert pesan in keluar.stderr
    assert not keluar.stdout


def test_all_wrong_names_are_told_at_once_in_the_order_of_the_file(folder: Path) -> None:
    (folder / "kinerja.yml").write_text(
        "satker:\n  uji: {abaikan: [KIN999]}\nkeparahan: {KIN998: info}\nabaikan: [KIN997]\nambang: {KIN407: {x: 1, y: 2}}\n",
        "utf-8",
    )
    baris = jalan("check").stderr.splitlines()[1:]
    assert [b.split(": ")[0] for b in baris] == [
        "kinerja.yml:2:19", "kinerja.yml:3:13", "kinerja.yml:4:11", "kinerja.yml:5:19", "kinerja.yml:5:25",
    ]  # fmt: skip


def test_other_commands_end_with_two_as_well(folder: Path) -> None:
    (folder / "kinerja.yml").write_text("abaikn: []\n", "utf-8")
    for perintah in (("explain", "KIN201"), ("check-rules",), ("new", "satker", "baru")):
        keluar = jalan(*perintah)
        assert keluar.exit_code == 2, perintah
        assert "kinerja.yml:1:1: Kunci `abaikn`" in keluar.stderr


def test_wrong_names_without_a_file_are_told_by_satker(folder: Path) -> None:
    with pytest.raises(RuleFileError, match=r"\nsatker uji: ambang: KIN407: Ambang `x` tidak dikenal"):
        hasil(folder, Lapis(satker={"uji": Setelan({"KIN407": {"x": 1}})}))
    with pytest.raises(RuleFileError, match=r"\nSatker `ui` tidak dikenal. Maksud Anda `uji`"):
        hasil(folder, Lapis(satker={"ui": Setelan()}))


# -- own rules ---------------------------------------------------------------------------------------------------------


def test_own_rules_work_like_ours_on_the_command_line(folder: Path) -> None:
    own_rules(folder / "aturan" / "8.yml")
    (folder / "kinerja.yml").write_text(
        "aturan: [aturan]\nkeparahan: {KIN851: peringatan}\nsatker: {balai: {abaikan: [KIN851]}}\n", "utf-8"
    )
    assert {x for x in temuan() if x[1] == "KIN851"} == {(s, "KIN851", "peringatan") for s in ("kantor", "uji")}
    # Named twice, they are still the same rules.
    assert jalan("check", "--rules", "aturan", "--fail-on", "tidak").exit_code == 0
    sebelum = jalan("check-rules").stdout
    (folder / "kinerja.yml").unlink()
    tanpa = jalan("check-rules").stdout
    assert int(sebelum.split()[0]) == int(tanpa.split()[0]) + 1
    assert jalan("check-rules", "aturan").stdout == sebelum
    assert "KIN851" not in {a for _, a, _ in temuan()}
    own_rules(folder / "lain" / "8.yml", "KIN852")
    (folder / "kinerja.yml").write_text("aturan: aturan\n", "utf-8")
    assert {a for _, a, _ in temuan("--rules", "lain")} >= {"KIN851", "KIN852"}


def test_explain_tells_the_rule_as_it_is_here(folder: Path) -> None:
    own_rules(folder / "aturan" / "8.yml")
    (folder / "kinerja.yml").write_text(
        "aturan: aturan\nabaikan: KIN851\nkeparahan: {KIN407: galat}\nambang: {KIN407: {batas: 120.5}}\n"
        "satker:\n  uji: {abaikan: KIN407}\n  balai: {ambang: {KIN407: {batas: 99}}, keparahan: {KIN407: info}}\n",
        "utf-8",
    )
    teks = jalan("explain", "KIN407").stdout
    assert teks.splitlines()[1] == "Galat"
    assert "  batas = 120,5 persen (" in teks
    assert "Berbeda untuk satker\n  balai: info, batas = 99 persen; uji: tidak dipakai\n" in teks
    milik = jalan("explain", "KIN851").stdout
    assert milik.splitlines()[:3] == ["KIN851  Target tercapai", "Info", "Tidak dipakai di sini, menurut pengaturan."]
    assert "Not used here" in jalan("explain", "KIN851", "--lang", "en").stdout


def test_a_rule_that_is_as_everywhere_is_no_exception(folder: Path) -> None:
    lapis = Lapis(satker={"uji": Setelan({"KIN407": {"batas": 150}}, {"KIN407": "info"}, ("KIN401",))})
    assert hasil(folder, lapis).khusus == {"KIN401": (Khusus("uji", True, None, ()),)}


# -- the guide ---------------------------------------------------------------------------------------------------------


def test_the_example_of_the_guide_does_what_the_guide_says(folder: Path) -> None:
    contoh = re.findall(r"^`([\w/.-]+)`\n\n```yaml\n(.*?)^```$", PANDUAN.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [nama for nama, _ in contoh] == [
        "kinerja.yml",
        "aturan/8-milik-kami.yml",
        "aturan/8-pagu.yml",
        "aturan/8-sebab.yml",
    ]
    for nama, isi in contoh:
        (folder / nama).parent.mkdir(exist_ok=True)
        (folder / nama).write_text(isi, "utf-8")
    assert jalan("check-rules").stdout.endswith(" 0 masalah.\n")
    # An achievement of 129.5%.
    for satker in TIGA:
        berkas = folder / "data" / "satker" / satker / "2025-tw2.yml"
        berkas.write_text(
            LAPORAN_YML.replace("3,893     | 100,9%", "5,00      | 129,5%").replace("| 3,893", "| 5,00"), "utf-8"
        )
    assert temuan() == {
        ("balai", "KIN851", "peringatan"),
        ("kantor", "KIN407", "info"),
        ("uji", "KIN407", "peringatan"),
        ("uji", "KIN851", "peringatan"),
    }


def test_the_guide_shows_the_real_message(folder: Path) -> None:
    (folder / "kinerja.yml").write_text(
        "ambang:\n  KIN407: {bats: 200}\nsatker:\n  balai: {abaikan: [KIN4001]}\n", "utf-8"
    )
    (pesan,) = re.findall(r"^```text\n(.*?)^```$", PANDUAN.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert jalan("check").stderr == pesan


def test_the_guide_names_every_key() -> None:
    teks = PANDUAN.read_text("utf-8")
    assert [k for k in load_schema("kinerja")["properties"] if f"{k}:" not in teks] == []
