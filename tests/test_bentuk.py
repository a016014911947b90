"""Forms for other programs: SARIF, JUnit, workflow commands, CSV, and the schemas."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from pabrik import LAPORAN_YML, run, site

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.cli import main
from mkdocs_kinerja.hasil import Hasil, Masukan
from mkdocs_kinerja.lokasi import Posisi
from mkdocs_kinerja.report import github, json_, junit, sarif
from mkdocs_kinerja.temuan import Keparahan

ID, EN = Bahasa("id"), Bahasa("en")
JAHAT = "a\x1b[31m\x00 ]]> <x> % ::error::\r\n[tautan](http://x.id) \u202eterbalik"


@pytest.fixture
def hasil(tmp_path: Path) -> Hasil:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    return run(tmp_path)


@pytest.fixture
def jahat(hasil: Hasil) -> Hasil:
    """The same with text in the first finding that means harm."""
    pertama = hasil.temuan[0]
    rusak = replace(pertama, pesan={"id": JAHAT, "en": JAHAT}, nama=JAHAT, dilaporkan=JAHAT, pengecualian=JAHAT)
    return replace(hasil, temuan=(rusak, *hasil.temuan[1:]))


def putaran(hasil: Hasil, bahasa: Bahasa = ID, situs: str = "") -> Any:
    dokumen = json.loads(sarif.render(hasil, bahasa, situs))
    assert (dokumen["version"], len(dokumen["runs"])) == ("2.1.0", 1)
    return dokumen["runs"][0]


# -- SARIF ---------------------------------------------------------------------------------------------------------------


def test_sarif_leads_to_the_line_and_names_the_other_places(hasil: Hasil) -> None:
    (temuan,) = [t for t in hasil.temuan if t.aturan == "KIN201"]
    (satu,) = [x for x in putaran(hasil)["results"] if x["ruleId"] == "KIN201"]
    assert satu["level"] == "error"
    assert satu["message"]["text"] == temuan.pesan["id"].replace("`", "")
    (lokasi,) = satu["locations"]
    assert lokasi["physicalLocation"] == {
        "artifactLocation": {"uri": "data/satker/uji/2025-tw2.yml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 22, "startColumn": 41},
    }
    lain = {x["message"]["text"]: x["physicalLocation"]["region"]["startColumn"] for x in satu["relatedLocations"]}
    assert lain == {
        "Dipakai menghitung: 453 (Tabel 2, baris 21)": 29,
        "Dipakai menghitung: 650 (Tabel 2, baris 21)": 20,
    }
    assert satu["partialFingerprints"]["kinerja/v1"] == temuan.id


def test_sarif_has_every_rule_in_both_languages_and_results_point_to_theirs(hasil: Hasil) -> None:
    p = putaran(hasil, situs="https://contoh.id/k/")
    aturan, terjemahan = p["tool"]["driver"]["rules"], p["translations"][0]["rules"]
    assert [a["id"] for a in aturan] == [a.id for a in hasil.aturan] == [a["id"] for a in terjemahan]
    assert (p["tool"]["driver"]["language"], p["translations"][0]["language"]) == ("id", "en")
    for a, b, asli in zip(aturan, terjemahan, hasil.aturan, strict=True):
        assert a["shortDescription"]["text"].replace("\\", "") == asli.judul["id"]
        assert b["shortDescription"]["text"].replace("\\", "") == asli.judul["en"]
        assert a["help"]["text"]
        assert a["help"]["markdown"]
        assert a["helpUri"] == f"https://contoh.id/k/aturan/{asli.id.lower()}/"
    assert all(aturan[x["ruleIndex"]]["id"] == x["ruleId"] for x in p["results"])
    assert "helpUri" not in putaran(hasil)["tool"]["driver"]["rules"][0]
    assert putaran(hasil, EN)["results"][0]["message"] != p["results"][0]["message"]


def test_sarif_keeps_within_what_github_takes(hasil: Hasil, akar: Path) -> None:
    p = putaran(hasil)
    assert all(len(a["properties"]["tags"]) <= 10 for a in p["tool"]["driver"]["rules"])
    banyak = replace(hasil.temuan[0], lokasi=tuple(Posisi("data/a b.yml", n) for n in range(1, 300)))
    (satu,) = putaran(replace(hasil, temuan=(banyak,)))["results"]
    assert len(satu["relatedLocations"]) == sarif.MAKS_TEMPAT
    assert satu["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "data/a%20b.yml"


@pytest.mark.parametrize(
    ("berkas", "uri"),
    [("/tmp/a b.yml", "file:///tmp/a%20b.yml"), ("C:/x/é.yml", "file:///C:/x/%C3%A9.yml")],
)
def test_a_file_outside_the_project_has_an_address_of_its_own(hasil: Hasil, berkas: str, uri: str) -> None:
    satu = replace(hasil.temuan[0], lokasi=(Posisi(berkas, 1),))
    lokasi = putaran(replace(hasil, temuan=(satu,)))["results"][0]["locations"][0]["physicalLocation"]
    assert lokasi["artifactLocation"] == {"uri": uri}


def test_a_rule_that_could_not_run_is_told_in_sarif(hasil: Hasil) -> None:
    (panggilan,) = putaran(replace(hasil, galat_mesin={"KIN201": "rusak"}))["invocations"]
    assert panggilan["executionSuccessful"] is False
    assert panggilan["toolExecutionNotifications"][0]["message"]["text"] == "KIN201: rusak"


def test_brackets_are_no_links_and_control_characters_are_marked_in_sarif(jahat: Hasil) -> None:
    satu = putaran(jahat)["results"][0]
    assert "\\[tautan\\](http://x.id)" in satu["message"]["text"]
    assert not {"\x1b", "\x00", "\u202e"} & set(json.dumps(satu, ensure_ascii=False))
    assert satu["suppressions"][0]["kind"] == "external"


def test_a_result_without_findings_is_a_sarif_document() -> None:
    assert putaran(Hasil(Masukan("", "", "0"), {}, (), (), (), ()))["results"] == []


# -- JUnit and workflow commands -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gagal", "jumlah"), [(Keparahan.GALAT, 1), (Keparahan.INFO, None), (None, 0)])
def test_junit_fails_as_the_exit_status_does(hasil: Hasil, gagal: Keparahan | None, jumlah: int | None) -> None:
    akar = ET.fromstring(junit.render(hasil, ID, gagal))
    jumlah = len(hasil.temuan) if jumlah is None else jumlah
    assert int(akar.get("failures", "")) == jumlah == len(list(akar.iter("failure")))
    assert int(akar.get("tests", "")) == len(list(akar.iter("testcase")))
    (suite,) = akar
    assert suite.get("name") == "uji/2025-tw2"
    nama = [u.get("name") for u in suite]
    assert len(set(nama)) == len(nama)
    if jumlah:
        salah = next(u for u in suite if u.get("name", "").startswith("KIN201"))
        assert (salah.get("file"), salah.get("line")) == ("data/satker/uji/2025-tw2.yml", "22")
        assert "Dipakai menghitung: 453" in (salah[0].text or "")


def test_junit_counts_passed_and_skipped_rules(hasil: Hasil) -> None:
    akar = ET.fromstring(junit.render(hasil, ID))
    lewat = {p.aturan for p in hasil.pemeriksaan if p.tidak_berlaku and not p.lolos and not p.temuan}
    assert {u.get("name", "")[:6] for u in akar.iter("testcase") if u.find("skipped") is not None} == lewat


def test_hostile_text_stays_text_in_junit(jahat: Hasil) -> None:
    (salah,) = [u for u in ET.fromstring(junit.render(jahat, ID)).iter("testcase") if "terbalik" in u.get("name", "")]
    assert "]]> <x>" in salah.get("name", "")


def test_commands_are_one_line_each_the_most_serious_first(jahat: Hasil) -> None:
    baris = github.render(jahat, ID).splitlines()
    assert len(baris) == len(jahat.temuan)
    tingkat = [b.split(" ")[0] for b in baris]
    assert tingkat == sorted(tingkat, key=["::error", "::warning", "::notice"].index)
    (salah,) = [b for b in baris if "terbalik" in b]
    assert salah.count("::error") == 2 - (not salah.startswith("::error"))
    assert "%25 ::error::%0D%0A[tautan]" in salah
    assert not {"\x1b", "\x00", "\u202e"} & set(salah)


def test_properties_of_commands_hold_no_commas_or_colons(hasil: Hasil) -> None:
    satu = replace(hasil.temuan[0], lokasi=(Posisi("data/a,b:c%.yml", 3, 4),))
    teks = github.render(replace(hasil, temuan=(satu,)), ID)
    assert f"::{github.PERINTAH[satu.keparahan]} file=data/a%2Cb%3Ac%25.yml,line=3,col=4,title={satu.aturan} " in teks


# -- the command -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site(tmp_path, LAPORAN_YML.replace("69,7%", "79,7%"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def jalan(*perintah: str) -> Result:
    return CliRunner().invoke(main, perintah)


@pytest.mark.usefixtures("folder")
def test_each_form_is_what_it_says_and_keeps_the_exit_status() -> None:
    for bentuk in ("sarif", "junit", "github", "csv"):
        assert jalan("check", "--format", bentuk).exit_code == 1
        assert jalan("check", "--format", bentuk, "--fail-on", "tidak").exit_code == 0
    temuan = json.loads(jalan("check", "--format", "json").stdout)["temuan"]
    assert len(json.loads(jalan("check", "--format", "sarif").stdout)["runs"][0]["results"]) == len(temuan)
    assert ET.fromstring(jalan("check", "--format", "junit", "--fail-on", "info").stdout).get("failures") == str(
        len(temuan)
    )
    keluar = jalan("check", "--format", "csv").stdout_bytes
    baris = list(csv.DictReader(io.StringIO(keluar.decode(), newline="")))
    assert [b["id"] for b in baris] == [t["id"] for t in temuan]
    assert keluar.count(b"\r\n") == len(temuan) + 1
    assert (
        "::error file=data/satker/uji/2025-tw2.yml,line=22,col=41,title=KIN201"
        in jalan("check", "--format", "github").stdout
    )
    assert len(jalan("check", "--format", "github", "--minimum", "galat").stdout.splitlines()) == 1


@pytest.mark.usefixtures("folder")
def test_forms_speak_the_language_that_is_asked_for() -> None:
    assert "the achievement is printed" in jalan("check", "--format", "csv", "--lang", "en").stdout
    assert "the achievement is printed" in jalan("check", "--format", "github", "--lang", "en").stdout


def test_schemas_are_listed_shown_and_copied(folder: Path) -> None:
    daftar = jalan("schema").stdout.split()
    assert {"laporan", "satker", "hasil"} <= set(daftar)
    assert json.loads(jalan("schema", "laporan").stdout)["$id"] == "urn:kinerja:laporan:1"
    keluar = jalan("schema", "--install", "skema").stdout
    assert {p.name.partition(".")[0] for p in (folder / "skema").iterdir()} == set(daftar)
    assert '"./skema/laporan.schema.json": "data/satker/*/[0-9]*.yml"' in keluar
    salah = jalan("schema", "lapran")
    assert salah.exit_code == 2
    assert "Yang ada: " in salah.stderr


# -- the schema of the result ----------------------------------------------------------------------------------------------


def result_schema() -> Draft202012Validator:
    skema = json.loads(jalan("schema", "hasil").stdout)
    Draft202012Validator.check_schema(skema)
    return Draft202012Validator(skema)


def test_the_result_fits_its_schema_and_the_schema_knows_every_field(hasil: Hasil, tmp_path: Path) -> None:
    pemeriksa = result_schema()
    dokumen = json.loads(json_.render(hasil))
    assert not list(pemeriksa.iter_errors(dokumen))
    defs = pemeriksa.schema["$defs"]  # type: ignore[index]
    for t in dokumen["temuan"]:
        assert t.keys() == defs["temuan"]["properties"].keys()
        assert all(x.keys() == defs["tempat"]["properties"].keys() for x in t["tempat"])
    assert all(p.keys() == defs["pemeriksaan"]["properties"].keys() for p in dokumen["pemeriksaan"])
    assert dokumen.keys() == pemeriksa.schema["properties"].keys()  # type: ignore[index]


GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/temuan.json"))


@pytest.mark.parametrize("berkas", GOLDEN, ids=lambda p: p.parent.name)
def test_recorded_results_fit_the_schema(berkas: Path) -> None:
    # Recorded without what changes with every version.
    masukan = {"data": "", "aturan": "", "perangkat": "0"}
    assert not list(result_schema().iter_errors({"masukan": masukan, **json.loads(berkas.read_text("utf-8"))}))


@pytest.mark.parametrize(
    ("jalur", "nilai"),
    [
        (("versi",), "2"),
        (("temuan", 0, "keparahan"), "berat"),
        (("temuan", 0, "lokasi"), []),
        (("ringkasan", "temuan"), -1),
    ],
)
def test_the_schema_refuses_another_form(hasil: Hasil, jalur: tuple[Any, ...], nilai: Any) -> None:
    dokumen = json.loads(json_.render(hasil))
    isi = dokumen
    for kunci in jalur[:-1]:
        isi = isi[kunci]
    isi[jalur[-1]] = nilai
    assert list(result_schema().iter_errors(dokumen))
