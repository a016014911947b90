"""The examples of README.md, for the tests that run them."""

from __future__ import annotations

import re
from pathlib import Path


def code_blocks(akar: Path, bahasa: str) -> list[str]:
    """Return the code blocks in a language, or in several: `yaml|markdown`."""
    teks = (akar / "README.md").read_text("utf-8")
    return re.findall(rf"^```(?:{bahasa})\n(.*?)\n```$", teks, re.MULTILINE | re.DOTALL)


def example_files(akar: Path) -> dict[str, str]:
    """Return the files of the smallest site by name; each block begins with a comment that is its name."""
    return {isi.partition("\n")[0].strip("<!-># "): f"{isi}\n" for isi in code_blocks(akar, "yaml|markdown")}
