"""Plain scalars are typed by JSON's grammar; everything else is what the author typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mkdocs_kinerja.loading.yaml_events import parse

TEXT = (
    "1.234.567", "12_000", "1:30", "12:30:45", "No", "no", "Ya", "tidak", "y", "off", "on", "True", "Null",
    "2025-07-15", "2025-02-30", "3,86", "051", "089", "0x1F", "0o17", "12.", ".5", "+5", "--", "n/a", "=", "<<",
    "NaN", ".nan", ".inf", "100%", "Rp 1.000", "x", "4/12", "1234567890123456789012", "1_000.5", "-0x", "1.2.3",
    "9" * 400,
)  # fmt: skip


@pytest.mark.parametrize("text", TEXT)
def test_stays_text(text: str) -> None:
    document = parse(f"k: {text}\n")
    assert document.problems == ()
    assert document.data == {"k": text}
    assert document.lexical(("k",)) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("~", None),
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("2025", 2025),
        ("197107151995031001", 197107151995031001),
        ("1.10", Decimal("1.10")),
        ("1e3", Decimal("1e3")),
    ],
)
def test_is_typed_and_keeps_its_text(text: str, value: object) -> None:
    document = parse(f"k: {text}\n")
    assert document.problems == ()
    assert document.data["k"] == value
    assert type(document.data["k"]) is type(value)
    assert document.lexical(("k",)) == text


def test_a_key_is_its_text() -> None:
    assert list(parse("3.1: a\ntrue: b\n~: c\n051: d\n'q r': e\n").data) == ["3.1", "true", "~", "051", "q r"]


def test_quoted_scalars_are_text_without_a_lexical_form() -> None:
    document = parse("a: \"1\"\nb: '2'\n")
    assert document.data == {"a": "1", "b": "2"}
    assert document.lexical(("a",)) is None
