"""The built site of the five reports, served on this computer, and a Chromium that tells what went wrong in it.

Tests in this folder are `lambat` and run one after another in one process, so that the site is built once.
Playwright is imported by those that use it: without the extra `peramban` everything here is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pembaca import new_reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

SINI = Path(__file__).parent
PROGRAM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Where Chromium hides; `cari_chromium` in ./kerja looks for the same."""
JALAN_KELUAR = "tidak ada Chromium: sudo apt-get install chromium, atau CHROMIUM=/letak/chromium"
BENDERA = (
    # Nothing but the site is to be asked for anything: no updates, no suggestions, and no name leads anywhere.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before marks are looked at, and before xdist reads its groups."""
    for item in items:
        if SINI in item.path.parents:
            item.add_marker("lambat")
            item.add_marker(pytest.mark.xdist_group("peramban"))


class _Penyaji(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing; what the browser asks for is collected by the browser."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this computer; gives its address with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Penyaji, directory=str(folder))) as server:
        utas = threading.Thread(target=server.serve_forever, daemon=True)
        utas.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            utas.join()


def build(mkdocs_yml: Path, tujuan: Path) -> Path:
    """Build a site the way its owner does, in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", mkdocs_yml, "-d", tujuan],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return tujuan


@pytest.fixture(scope="session")
def folder_situs(akar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five reports, as published."""
    return build(akar / "mkdocs.yml", tmp_path_factory.mktemp("peramban") / "situs")


@pytest.fixture(scope="session")
def situs(folder_situs: Path) -> Iterator[str]:
    """The address of the site, with a slash at the end."""
    with serve(folder_situs) as alamat:
        yield alamat


@pytest.fixture(scope="session")
def folder_inggris(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in English: one report of one satker."""
    from pabrik import LAPORAN_YML, site  # noqa: PLC0415 - beside tests/conftest.py

    folder = tmp_path_factory.mktemp("inggris")
    site(folder, LAPORAN_YML.replace("100,9%", "190,9%"))
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n\n<!-- kinerja:beranda -->\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Test\n"
        "theme: {name: material, language: en, font: false, features: [navigation.path, navigation.footer]}\n"
        "extra: {generator: false}\n"
        "plugins: [search, kinerja: {bahasa: en}]\n"
        "markdown_extensions: [toc: {permalink: true, toc_depth: 3}]\n",
        "utf-8",
    )
    return build(folder / "mkdocs.yml", folder / "situs")


@pytest.fixture(scope="session")
def situs_inggris(folder_inggris: Path) -> Iterator[str]:
    """The address of the small site in English, with a slash at the end."""
    with serve(folder_inggris) as alamat:
        yield alamat


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    api = pytest.importorskip("playwright.sync_api", reason="tanpa tambahan `peramban`: pip install -e .[peramban]")
    with api.sync_playwright() as p:
        yield p


@pytest.fixture(scope="session")
def peramban(_playwright: Playwright) -> Iterator[Browser]:
    """Chromium, the one of this computer: Playwright downloads none."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAM)), None)
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(JALAN_KELUAR)
    # Chromium does not lock root into its sandbox; in containers everybody is root.
    sebagai_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    peramban = _playwright.chromium.launch(executable_path=program, args=[*BENDERA, *sebagai_root])
    yield peramban
    peramban.close()


@pytest.fixture
def keluhan() -> Iterator[list[str]]:
    """What went wrong in the browser so far; what is left at the end makes the test fail."""
    daftar: list[str] = []
    yield daftar
    assert not daftar, "\n".join(daftar)


@pytest.fixture
def konteks(peramban: Browser, keluhan: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that gives a new reader: a context that shares nothing, watched as `buka` says."""
    dibuka: list[BrowserContext] = []

    def new(**pilihan: Any) -> BrowserContext:
        dibuka.append(new_reader(peramban, keluhan, **pilihan))
        return dibuka[-1]

    yield new
    for lama in dibuka:
        lama.close()


@pytest.fixture
def buka(konteks: Callable[..., BrowserContext], situs: str) -> Callable[..., Page]:
    """Return a function that opens a page of the site: `buka("satker/", viewport=...)`.

    Arguments by keyword are those of `Browser.new_context`. A path may also be a whole address. After the test, errors
    and warnings of the console, errors of scripts, and requests to other hosts make it fail.
    """

    def open_(jalur: str = "", **pilihan: Any) -> Page:
        halaman = konteks(**pilihan).new_page()
        halaman.goto(jalur if jalur.startswith("http") else situs + jalur, wait_until="load")
        return halaman

    return open_
