"""The README says what is so: its example is a site, its finding is found, its table lists the options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from readme import code_blocks, example_files

from mkdocs_kinerja.cli import main
from mkdocs_kinerja.config import KinerjaConfig


def test_the_example_gives_the_finding_that_is_explained(
    akar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nama, isi in example_files(akar).items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_text(isi, "utf-8")
    monkeypatch.chdir(tmp_path)
    hasil = CliRunner().invoke(main, ["check"])
    assert hasil.exit_code == 1
    (temuan,) = code_blocks(akar, "text")
    assert temuan in hasil.output


def test_the_table_lists_every_option_with_its_default(akar: Path) -> None:
    teks = (akar / "README.md").read_text("utf-8")
    baris = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", teks, re.MULTILINE))
    bawaan = {nama: opsi.default for nama, opsi in KinerjaConfig._schema}
    assert {nama: nilai.strip('`"') for nama, nilai in baris.items()} == {
        n: str(b).lower() if isinstance(b, bool) else str(b) for n, b in bawaan.items()
    }
