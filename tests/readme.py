"""The examples of README.md, for the tests that run them."""

from __future__ import annotations

import re
from pathlib import Path


def code_blocks(akar: Path, bahasa: str) -> list[str]:
    """Return the code blocks in a language."""
    teks = (akar / "README.md").read_text("utf-8")
    return re.findall(rf"^```{bahasa}\n(.*?)\n```$", teks, re.MULTILINE | re.DOTALL)


def example_files(akar: Path) -> dict[str, str]:
    """Return the files of the smallest site by name; each block of YAML begins with its name."""
    return {isi.partition("\n")[0].removeprefix("# "): f"{isi}\n" for isi in code_blocks(akar, "yaml")}
