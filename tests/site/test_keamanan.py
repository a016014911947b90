"""What a page may load, said in the page itself."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from mkdocs_kinerja.site import keamanan


def policy(halaman: str) -> dict[str, str]:
    (isi,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', halaman)
    return dict(a.strip().split(" ", 1) for a in isi.split(";"))


def sha(isi: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()}'"


HALAMAN = """<!doctype html><html><head><meta charset="utf-8"><title>x</title>
<style>a{color:red}</style><script>var a=1</script><script src="a.js"></script>
<script type="application/json">{"a": 1}</script></head><body><script
defer>var b="</p>"</script></body></html>"""


def test_only_the_scripts_that_stand_in_the_page_may_run() -> None:
    aturan = policy(keamanan.protect(HALAMAN))
    skrip = ["var a=1", 'var b="</p>"']
    assert aturan["script-src"] == " ".join(["'self'", *map(sha, skrip)])
    assert aturan["style-src"] == f"'self' {sha('a{color:red}')}"
    assert aturan["default-src"] == "'none'"
    assert not re.search(r"unsafe|https?:|\*", " ".join(aturan.values()))


def test_the_policy_comes_before_anything_it_governs() -> None:
    isi = keamanan.protect(HALAMAN)
    assert isi.index("Content-Security-Policy") < isi.index("<style>")
    assert isi.index("charset") < isi.index("Content-Security-Policy")
    # Browsers look for the character set in the first 1,024 bytes only.
    assert isi.index("charset") < 1024


@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
def test_line_ends_are_those_that_a_browser_sees(akhir: str) -> None:
    aturan = policy(keamanan.protect(f"<head><script>a{akhir}b</script></head>"))
    assert aturan["script-src"].endswith(sha("a\nb"))


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert keamanan.protect("<p>x</p>") == "<p>x</p>"
