"""Golden folders: data and the whole result it must give. Update with `pytest --update-golden` and read the diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pabrik import run

from mkdocs_kinerja.report import json_

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kasus", sorted(p.name for p in GOLDEN.iterdir()))
def test_the_result_is_as_recorded(kasus: str, request: pytest.FixtureRequest) -> None:
    isi = json.loads(json_.render(run(GOLDEN / kasus)))
    # What it was made with differs between machines and versions; what was found may not.
    del isi["masukan"]
    berkas = GOLDEN / kasus / "temuan.json"
    if request.config.getoption("--update-golden"):
        berkas.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert isi == json.loads(berkas.read_text("utf-8"))
