"""The package as others get it: built, installed into an empty environment, used in a folder with nothing but data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from readme import example_files

from mkdocs_kinerja import __version__

pytestmark = [pytest.mark.lambat, pytest.mark.xdist_group("paket")]


def run(*perintah: str | Path, cwd: Path, env: Mapping[str, str] | None = None, status: int = 0) -> str:
    """Return what a command says; fail unless it ends with `status`."""
    selesai = subprocess.run(
        [str(p) for p in perintah], cwd=cwd, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(env or {})},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    assert selesai.returncode == status, selesai.stdout
    return selesai.stdout


@pytest.fixture(scope="module")
def paket(akar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    tujuan = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", tujuan, cwd=akar)
    return tujuan


@pytest.fixture(scope="module")
def program(paket: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an empty environment, into which the wheel is installed without any extra."""
    lingkungan = tmp_path_factory.mktemp("venv")
    venv.create(lingkungan, with_pip=True)
    tempat = lingkungan / ("Scripts" if sys.platform == "win32" else "bin")
    run(tempat / "python", "-m", "pip", "install", "-q", *paket.glob("*.whl"), cwd=lingkungan)
    return tempat


@pytest.fixture(scope="module")
def folder(akar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest site, as the README gives it: one report of one line."""
    tujuan = tmp_path_factory.mktemp("situs")
    for nama, isi in example_files(akar).items():
        (tujuan / nama).parent.mkdir(parents=True, exist_ok=True)
        (tujuan / nama).write_text(isi, "utf-8")
    return tujuan


def test_the_wheel_holds_the_package_and_the_rules_and_nothing_else(akar: Path, paket: Path) -> None:
    (roda,) = paket.glob("*.whl")
    with zipfile.ZipFile(roda) as arsip:
        isi = {n for n in arsip.namelist() if ".dist-info/" not in n}
    di_folder = {
        p.relative_to(akar).as_posix()
        for p in (akar / "mkdocs_kinerja").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert isi == di_folder | {f"mkdocs_kinerja/rules/{p.name}" for p in (akar / "rules").iterdir()}
    assert {"mkdocs_kinerja/kosakata.yml", "mkdocs_kinerja/site/kata.yml", "mkdocs_kinerja/py.typed"} <= isi
    assert roda.name == f"mkdocs_kinerja-{__version__}-py3-none-any.whl"


def test_the_source_archive_holds_what_the_site_and_the_tests_need(paket: Path) -> None:
    (arsip_sumber,) = paket.glob("*.tar.gz")
    with tarfile.open(arsip_sumber) as arsip:
        isi = {n.partition("/")[2] for n in arsip.getnames()}
    assert {
        "pyproject.toml", "kerja", "mkdocs.yml", "LICENSE", "README.md", "CHANGELOG.md", "rules/2-perhitungan.yml",
        "data/satker.yml", "docs/index.md", "tests/conftest.py", "mkdocs_kinerja/site/kata.yml", ".ci/run",
    } <= isi  # fmt: skip
    assert not {n for n in isi if n.startswith((".venv", "site/", ".hypothesis")) or "__pycache__" in n}


def test_the_installed_command_checks_with_the_shipped_rules(program: Path, folder: Path) -> None:
    assert __version__ in run(program / "kinerja", "--version", cwd=folder)
    hasil = json.loads(_json(run(program / "kinerja", "check", "--format", "json", cwd=folder, status=1)))
    temuan = {t["aturan"]: t for t in hasil["temuan"]}
    assert temuan["KIN201"]["dilaporkan"] == "95,00%"
    assert temuan["KIN201"]["lokasi"][0]["berkas"] == "data/satker/balai/2025-tahunan.yml"
    assert " 0 masalah" in run(program / "kinerja", "check-rules", cwd=folder)


def test_the_installed_plugin_builds_a_site_from_nothing_but_data(program: Path, folder: Path) -> None:
    run(program / "mkdocs", "build", "--strict", cwd=folder)
    halaman = (folder / "site/satker/balai/2025-tahunan/index.html").read_text("utf-8")
    assert "KIN201" in halaman
    assert "95,00%" in halaman
    hasil = json.loads((folder / "site/api/v1/temuan.json").read_text("utf-8"))
    assert "KIN201" in {t["aturan"] for t in hasil["temuan"]}
    assert (folder / "site/aturan/index.html").is_file()
    assert 'href="satker/balai/2025-tahunan/' in (folder / "site/index.html").read_text("utf-8")


def _json(keluaran: str) -> str:
    return keluaran[keluaran.index("{") : keluaran.rindex("}") + 1]
