"""Causes of syntax errors that lie in how lines stand to each other: indents, colons, list dashes."""

from __future__ import annotations

import re

from .syntax_messages import excerpt
from .syntax_messages_stumble import Stumble, indent_of, key_column, quoted
from .yaml_events_document import Problem

_BLOCK_HEADER = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[^\s:#][^:#]*):[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$"
)
_KEY_LINE = re.compile(r" *(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:#|][^:|]*):(?:\s|$)")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w.-]*):(?P<value>[^\s:/].*)$")
_KEY_VALUE = re.compile(r"\s*(?:- +)*(?P<key>[^\s:][^:]*):\s+(?P<value>\S.*)$")


def tab_indent(s: Stumble) -> Problem | None:
    """Tabs before the first character of a line."""
    text = s.text
    lead = text[: len(text) - len(text.lstrip())]
    if "\t" in lead:
        column = text.index("\t")
    elif "tab character" in s.says or "'\\t'" in s.says:
        column = text.find("\t", s.column)
    else:
        return None
    return s.problem(
        s.line,
        max(column, 0),
        "Ada Tab di indentasi baris ini. Ganti Tab dengan spasi, dua spasi tiap tingkat.",
        "There is a Tab in the indentation of this line. Use spaces, two for each level.",
    )


def short_block_line(s: Stumble) -> Problem | None:
    """A line of a `key: |` text that stands too far left, so that YAML takes it for structure."""
    line = s.began_line if "simple key" in s.while_ else s.line
    if _KEY_LINE.match(s.line_text(line)) and "|" not in s.line_text(line):
        return None
    header, first = line, line
    while (header := s.previous(header)) >= 0:
        text = s.line_text(header)
        found = _BLOCK_HEADER.match(text)
        if found:
            break
        if _KEY_LINE.match(text) and "|" not in text:
            return None
        first = header
    else:
        return None
    key, key_indent = found["key"].strip(), len(found["indent"]) + len(found["dashes"])
    indent = indent_of(s.line_text(line))
    wanted = max(indent_of(s.line_text(first)) if first != line else 0, key_indent + 2)
    blank = header + 1
    if indent > key_indent and not s.line_text(blank).strip() and len(s.line_text(blank)) > indent:
        return s.problem(
            blank,
            0,
            f"Baris kosong di bawah `{key}: {text.rstrip()[-1]}` berisi terlalu banyak spasi. Hapus spasi di baris "
            "ini.",
            f"The blank line below `{key}:` holds too many spaces. Delete the spaces of this line.",
        )
    return s.problem(
        line,
        indent,
        f"Baris ini kurang menjorok: ia bagian dari teks di bawah `{key}:` (baris {header + 1}). "
        f"Awali setiap baris teks itu dengan {wanted} spasi.",
        f"This line is not indented enough: it belongs to the text below `{key}:` (line {header + 1}). "
        f"Start every line of that text with {wanted} spaces.",
    )


def stray_colon(s: Stumble) -> Problem | None:
    """A colon where no key can be: inside a value, or on a line that YAML took for the rest of the line before."""
    if "mapping values" not in s.says:
        return None
    before = s.text[: s.column]
    found = _KEY_VALUE.match(before)
    if found:
        value = s.text[found.start("value") :].rstrip()
        return s.problem(
            s.line,
            s.column,
            f"Nilai ini memuat titik dua dan spasi. Apit dengan tanda kutip: `{found['key']}: {quoted(value)}`.",
            f"This value holds a colon and a space. Put it in quotes: `{found['key']}: {quoted(value)}`.",
        )
    above = s.previous(s.line)
    return _missing_space(s, above) or _no_colon(s, above) or _too_deep(s, above)


def _missing_space(s: Stumble, line: int) -> Problem | None:
    found = _NO_SPACE.match(s.line_text(line))
    if not found:
        return None
    right = f"`{found['key']}: {excerpt(found['value'])}`"
    return s.problem(
        line,
        found.start("value"),
        f"Beri spasi setelah titik dua: {right}.",
        f"Put a space after the colon: {right}.",
    )


def _no_colon(s: Stumble, line: int) -> Problem | None:
    text = s.line_text(line)
    if line < 0 or ":" in text or text.lstrip().startswith("- "):
        return None
    return s.problem(
        line,
        indent_of(text),
        f"Baris ini tidak punya titik dua. Tulis `{excerpt(text, 30)}: …`, atau jorokkan bila ini lanjutan baris di "
        "atasnya.",
        f"This line has no colon. Write `{excerpt(text, 30)}: …`, or indent it if it continues the line above.",
    )


def _too_deep(s: Stumble, above: int) -> Problem:
    return s.problem(
        s.line,
        indent_of(s.text),
        f"Indentasi baris ini tidak cocok: baris {above + 1} sudah berisi nilai. Sejajarkan kunci ini dengan kunci di "
        "baris "
        f"{above + 1} ({key_column(s.line_text(above))} spasi), atau apit nilai di atas dengan tanda kutip.",
        f"The indentation of this line does not fit: line {above + 1} already has a value. Align this key with the "
        "key in "
        f"line {above + 1} ({key_column(s.line_text(above))} spaces), or quote the value above.",
    )


def not_a_pair(s: Stumble) -> Problem | None:
    """A line that is no `key: value` pair."""
    if "simple key" not in s.while_:
        return None
    text = s.line_text(s.began_line)
    if text[s.began_column : s.began_column + 1] in ("'", '"') and s.began_line != s.line:
        return s.problem(
            s.began_line,
            s.began_column,
            "Tanda kutip ini tidak ditutup di baris yang sama. Tutup, atau periksa kutip di baris-baris sesudahnya.",
            "This quote is not closed on its line. Close it, or check the quotes of the lines that follow.",
        )
    return _missing_space(s, s.began_line) or s.problem(
        s.began_line,
        s.began_column,
        "Baris ini bukan pasangan `kunci: nilai`. Tambahkan titik dua dan spasi setelah kuncinya, "
        "atau jorokkan bila ini lanjutan baris di atasnya.",
        "This line is not a `key: value` pair. Add a colon and a space after the key, "
        "or indent it if it continues the line above.",
    )


def list_item(s: Stumble) -> Problem | None:
    """A list item among keys, or a key among list items."""
    if "block collection" in s.while_ or "block sequence" in s.while_:
        return s.problem(
            s.line,
            s.column,
            f"Baris ini sejajar dengan daftar di baris {s.began_line + 1} tetapi tidak diawali `- `. Tambahkan `- `, "
            "atau sejajarkan dengan kunci yang dimaksud.",
            f"This line is aligned with the list at line {s.began_line + 1} but does not start with `- `. Add `- `, "
            "or align it with the key it belongs to.",
        )
    if "block mapping" in s.while_ and re.match(r"-(\s|$)", s.text[s.column :]):
        return s.problem(
            s.line,
            s.column,
            f"Butir daftar `- ` ini berada di antara pasangan `kunci: nilai` (mulai baris {s.began_line + 1}). "
            "Beri kunci di atasnya, atau perbaiki indentasinya.",
            f"This `- ` item stands among `key: value` pairs (from line {s.began_line + 1}). Give it a key, or mend "
            "its indentation.",
        )
    return None


def wrong_indent(s: Stumble) -> Problem | None:
    """A line that is aligned with nothing above."""
    if "block mapping" not in s.while_:
        return None
    if s.text[s.column : s.column + 1] == ":":
        return s.problem(
            s.line,
            s.column,
            "Tidak ada kunci sebelum titik dua ini. Tulis nama kuncinya.",
            "There is no key before this colon.",
        )
    if s.text[: s.column].strip():
        return None
    above = s.previous(s.line)
    near = sorted({s.began_column, key_column(s.line_text(above))} if above >= 0 else {s.began_column})
    wanted, wanted_en = " atau ".join(map(str, near)), " or ".join(map(str, near))
    return s.problem(
        s.line,
        s.column,
        f"Indentasi baris ini ({s.column} spasi) tidak sejajar dengan kunci di atasnya. Pakai {wanted} spasi.",
        f"The indentation of this line ({s.column} spaces) does not match the keys above. Use {wanted_en} spaces.",
    )
