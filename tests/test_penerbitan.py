"""The guide for publishers: its files are those it offers, their commands exist, and its settings are ours."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from mkdocs.__main__ import build_command

from mkdocs_kinerja.cli import main
from mkdocs_kinerja.config import KinerjaConfig

AKAR = Path(__file__).parent.parent
PANDUAN = AKAR / "docs" / "panduan" / "penerbit.md"
BERKAS = sorted((PANDUAN.parent / "penerbitan").iterdir())
ALUR = [b for b in BERKAS if b.suffix == ".yml"]
BENTUK = {"text", "json", "sarif", "junit", "github", "csv"}
"""Formats of `kinerja check` by contract."""


def load(berkas: Path) -> dict[str, Any]:
    isi: dict[str, Any] = yaml.safe_load(berkas.read_text("utf-8"))
    # YAML 1.1 reads the key `on` as a yes.
    return {str(k): v for k, v in isi.items()}


def commands(isi: object) -> list[str]:
    """Return all command lines of a workflow, wherever they stand."""
    if isinstance(isi, list):
        return [x for butir in isi for x in ([butir] if isinstance(butir, str) else commands(butir))]
    if not isinstance(isi, dict):
        return []
    hasil = [baris for k in ("run",) if k in isi for baris in str(isi[k]).splitlines()]
    for kunci, nilai in isi.items():
        if kunci in {"script", "before_script"} or not isinstance(nilai, list | str) or kunci == "steps":
            hasil += commands(nilai)
    return hasil


def options(perintah: click.Command, kata: list[str]) -> dict[str, str]:
    """Return the options of a command line with their values, as click reads them."""
    hasil = perintah.make_parser(click.Context(perintah)).parse_args(list(kata))[0]
    return {nama: str(nilai) for nama, nilai in hasil.items()}


def test_there_are_files() -> None:
    assert {b.name for b in BERKAS} == {"apache.conf", "github-pages.yml", "gitlab-pages.yml", "nginx.conf"}


@pytest.mark.parametrize("berkas", BERKAS, ids=lambda b: b.name)
def test_the_guide_shows_and_offers_exactly_the_file(berkas: Path) -> None:
    teks = PANDUAN.read_text("utf-8")
    assert f'[{berkas.name}](penerbitan/{berkas.name}){{ download="{berkas.name}" }}' in teks
    assert re.search(rf"^```\w+\n{re.escape(berkas.read_text('utf-8'))}```$", teks, re.MULTILINE)


@pytest.mark.parametrize("berkas", ALUR, ids=lambda b: b.name)
def test_every_command_of_a_workflow_exists(berkas: Path) -> None:
    baris = [shlex.split(x.partition(" > ")[0]) for x in commands(load(berkas))]
    kinerja = [x[1:] for x in baris if x[0] == "kinerja"]
    assert kinerja
    for nama, *kata in kinerja:
        assert isinstance(main, click.Group)
        perintah = main.commands[nama]
        nilai = options(perintah, kata)
        assert nilai.pop("bentuk") in BENTUK
        for opsi in perintah.params:
            if opsi.name in nilai and isinstance(opsi.type, click.Choice):
                assert nilai[opsi.name] in opsi.type.choices
    mkdocs = [x[1:] for x in baris if x[0] == "mkdocs"]
    assert mkdocs
    for nama, *kata in mkdocs:
        assert nama == "build"
        assert options(build_command, kata)["strict"] == "True"
    assert {x[0] for x in baris} == {"kinerja", "mkdocs", "pip"}


@pytest.mark.parametrize("berkas", ALUR, ids=lambda b: b.name)
def test_findings_do_not_keep_a_site_from_being_published(berkas: Path) -> None:
    periksa = [x for x in commands(load(berkas)) if x.startswith("kinerja check")]
    assert len(periksa) == 1
    assert "--fail-on tidak" in periksa[0]


def test_the_github_workflow_may_do_no_more_than_it_needs() -> None:
    alur = load(PANDUAN.parent / "penerbitan" / "github-pages.yml")
    assert alur["permissions"] == {"contents": "read"}
    bangun, terbitkan = alur["jobs"]["bangun"], alur["jobs"]["terbitkan"]
    assert "permissions" not in bangun
    assert terbitkan["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request" in terbitkan["if"]
    assert terbitkan["needs"] == "bangun"
    langkah = [*bangun["steps"], *terbitkan["steps"]]
    # Actions of GitHub only, each held to a major version.
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", x["uses"]) for x in langkah if "uses" in x)
    # MkDocs builds to `site` unless it is told otherwise; that is what is uploaded.
    assert [x["with"]["path"] for x in langkah if "upload-pages-artifact" in x.get("uses", "")] == ["site"]


def test_gitlab_publishes_what_was_built_and_only_from_the_main_branch() -> None:
    alur = load(PANDUAN.parent / "penerbitan" / "gitlab-pages.yml")
    assert alur["pages"]["artifacts"]["paths"] == ["public"]
    assert any("--site-dir public" in x for x in alur["pages"]["script"])
    assert alur["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_the_nginx_configuration_is_well_formed() -> None:
    teks = (PANDUAN.parent / "penerbitan" / "nginx.conf").read_text("utf-8")
    polos = re.sub(r'"[^"\n]*"|#.*', "", teks)
    dalam = 0
    for tanda in re.findall(r"[{}]", polos):
        dalam += 1 if tanda == "{" else -1
        assert dalam >= 0
    assert dalam == 0
    # Every line opens a block, closes one, or ends a statement.
    assert [b for b in polos.splitlines() if b.strip() and b.strip()[-1] not in "{};"] == []
    # Headers of a block replace those around it, so that all stand in one.
    lokasi = re.findall(r"location [^{]*\{([^}]*)\}", polos)
    assert lokasi
    assert not [isi for isi in lokasi if "add_header" in isi]


def test_both_web_servers_send_the_same_headers() -> None:
    nginx, apache = ((PANDUAN.parent / "penerbitan" / n).read_text("utf-8") for n in ("nginx.conf", "apache.conf"))
    kirim = dict(re.findall(r'add_header (\S+) "(.*)" always;', nginx))
    diatur = dict(re.findall(r'^    Header always set (\S+) "(.*)"$', apache, re.MULTILINE))
    assert diatur.pop("Cache-Control") == "no-cache"
    assert diatur == kirim
    csp = kirim["Content-Security-Policy"]
    # Scripts of the theme in the page are named in the page by their hash; a header knows none and would stop them.
    assert not re.search(r"default-src|script-src|style-src|sandbox", csp)
    assert "frame-ancestors 'none'" in csp


def test_the_settings_of_the_guide_exist() -> None:
    (teks,) = re.findall(r"^`mkdocs.yml`\n\n```yaml\n(.*?)^```$", PANDUAN.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    isi = yaml.safe_load(teks)
    assert isi["theme"]["font"] is False
    (pilihan,) = (p["kinerja"] for p in isi["plugins"] if isinstance(p, dict) and "kinerja" in p)
    assert set(pilihan) <= {nama for nama, _ in KinerjaConfig._schema}
    assert pilihan["tautan_berkas"].format(berkas="data/a.yml", baris=3).endswith("data/a.yml#L3")


def test_what_the_server_says_of_a_page_is_what_the_page_says_itself() -> None:
    halaman: dict[str, str] = pytest.importorskip("mkdocs_kinerja.site.keamanan").ATURAN
    nginx = (PANDUAN.parent / "penerbitan" / "nginx.conf").read_text("utf-8")
    (csp,) = re.findall(r'add_header Content-Security-Policy "(.*)" always;', nginx)
    server = dict(x.split(" ", 1) for x in csp.split("; "))
    assert server.pop("frame-ancestors") == "'none'"
    # Not named in the page, where `default-src` stands for them.
    assert {k: v for k, v in server.items() if v != halaman.get(k, halaman["default-src"])} == {}
    assert set(halaman) - set(server) == {"default-src", "script-src", "style-src"}
