"""Causes of syntax errors that lie in the signs of a value: quotes, brackets, `-`, `>`, `@`."""

from __future__ import annotations

import re

from .syntax_messages import excerpt
from .syntax_messages_stumble import Stumble, quoted
from .yaml_events_document import Problem


def unclosed_quote(s: Stumble) -> Problem | None:
    """A quote that is never closed."""
    if "quoted scalar" not in s.while_ or not ("end of stream" in s.says or "document" in s.says):
        return None
    quote = s.line_text(s.began_line)[s.began_column : s.began_column + 1]
    return s.problem(
        s.began_line,
        s.began_column,
        f"Tanda kutip {quote} dibuka di sini tetapi tidak ditutup. Tambahkan {quote} di akhir nilai.",
        f"The quote {quote} opens here but is never closed. Add {quote} at the end of the value.",
    )


def bad_escape(s: Stumble) -> Problem | None:
    """A backslash that starts no escape."""
    if "escape" not in s.says and "hexadecimal" not in s.says and "Unicode" not in s.says:
        return None
    column = s.text.rfind("\\", 0, s.column + 1)
    return s.problem(
        s.line,
        max(column, 0),
        "Garis miring terbalik \\ di dalam kutip ganda harus diikuti kode yang sah. Pakai kutip tunggal '…', atau "
        "tulis \\\\.",
        "A backslash inside double quotes must start a valid escape. Use single quotes '…', or write \\\\.",
    )


def bad_start(s: Stumble) -> Problem | None:
    """A value that starts with `@`, a backtick or `%`."""
    if "cannot start any token" not in s.says and "directive" not in f"{s.while_} {s.says}":
        return None
    value = s.text[s.column :].strip() or s.text.strip()
    return s.problem(
        s.line,
        s.column,
        f"Nilai tidak boleh diawali `{value[:1]}`. Apit dengan tanda kutip: {quoted(value)}.",
        f"A value may not start with `{value[:1]}`. Put it in quotes: {quoted(value)}.",
    )


def version_line(s: Stumble) -> Problem | None:
    """A `%YAML` line."""
    if "incompatible YAML" not in s.says and not s.text.startswith("%"):
        return None
    return s.problem(
        s.line,
        0,
        "Baris `%…` tidak dipakai di sini. Hapus baris ini.",
        "A `%…` line is not used here. Delete this line.",
    )


def lone_dash(s: Stumble) -> Problem | None:
    """A dash right after a key: the printed "none", or a list on the wrong line."""
    if "sequence entries" not in s.says:
        return None
    value = s.text[s.column :].strip()
    if re.fullmatch(r"-\s*(#.*)?", value):
        return s.problem(
            s.line,
            s.column,
            'Tanda `-` sendirian bukan nilai. Tulis "-" (dengan tanda kutip) bila memang tercetak begitu.',
            'A lone `-` is not a value. Write "-" (in quotes) if that is what is printed.',
        )
    return s.problem(
        s.line,
        s.column,
        "Daftar tidak boleh dimulai di baris kuncinya. Tulis tiap butir `- …` di baris baru, "
        f"atau apit dengan tanda kutip bila ini teks: {quoted(value)}.",
        "A list may not start on the line of its key. Put each `- …` item on a new line, "
        f"or quote it if it is text: {quoted(value)}.",
    )


def bracket(s: Stumble) -> Problem | None:
    """Brackets that are not closed, or not filled as lists are."""
    in_flow = "flow sequence" in s.while_ or "flow mapping" in s.while_
    if not in_flow and "flow node" not in s.while_:
        return None
    line, column = s.began_line, s.began_column
    opening = s.line_text(line)[column : column + 1]
    at_end = not s.text[s.column :].strip() and not any(text.strip() for text in s.lines[s.line + 1 :])
    if opening in ("[", "{") and (line != s.line or at_end):
        closing = "]" if opening == "[" else "}"
        return s.problem(
            line,
            column,
            f"Kurung `{opening}` dibuka di sini tetapi tidak ditutup. Tambahkan `{closing}` di akhirnya.",
            f"The bracket `{opening}` opens here but is never closed. Add `{closing}` at its end.",
        )
    if at_end:
        return s.problem(
            s.line,
            s.column,
            "Berkas berakhir sebelum kurung ditutup. Tambahkan `]` atau `}` yang kurang.",
            "The file ends before the bracket is closed. Add the missing `]` or `}`.",
        )
    return s.problem(
        s.line,
        s.column,
        "Isi kurung di sini tidak terbaca. Pisahkan butir dengan satu koma, dan apit teks yang memuat tanda baca "
        "dengan "
        "tanda kutip.",
        "The content of the brackets cannot be read here. Separate items by one comma, and quote text with "
        "punctuation.",
    )


def marked_value(s: Stumble) -> Problem | None:
    """A value that starts with a sign of YAML: `> 90`, `|x`, `*`, `&`, `!`."""
    if not any(word in s.while_ for word in ("block scalar", "alias", "anchor", "tag", "%")):
        return None
    value = s.line_text(s.began_line)[s.began_column :].strip()
    return s.problem(
        s.began_line,
        s.began_column,
        f"Nilai yang diawali `{value[:1]}` harus diapit tanda kutip: {quoted(value)}.",
        f"A value that starts with `{value[:1]}` must be put in quotes: {quoted(value)}.",
    )


def after_quote(s: Stumble) -> Problem | None:
    """Text after a closing quote."""
    before = s.text[: s.column].rstrip()
    if "expected" not in s.says or not before.endswith(('"', "'")) or s.column >= len(s.text):
        return None
    found = re.match(r"\s*(?:- +)*(?:[^\s:'\"][^:'\"]*:\s+)?", s.text)
    value = s.text[found.end() :].strip() if found else s.text.strip()
    quote = "'" if "'" not in value else '"'
    suggestion = f": {quote}{excerpt(value)}{quote}" if quote not in value else ""
    return s.problem(
        s.line,
        s.column,
        f"Ada teks setelah tanda kutip penutup. Apit seluruh nilai dengan kutip jenis lain{suggestion}.",
        f"There is text after the closing quote. Put the whole value in quotes of the other kind{suggestion}.",
    )


def stray_sign(s: Stumble) -> Problem | None:
    """A comma or closing bracket where a value should be."""
    if "node content" not in s.says:
        return None
    value = s.text[s.column :].strip()
    return s.problem(
        s.line,
        s.column,
        f"Nilai tidak boleh diawali `{value[:1]}`. Apit dengan tanda kutip: {quoted(value)}, atau hapus.",
        f"A value may not start with `{value[:1]}`. Put it in quotes: {quoted(value)}, or delete it.",
    )


def after_end(s: Stumble) -> Problem | None:
    """Text after the end of the document."""
    if "document start" not in s.says:
        return None
    return s.problem(
        s.line,
        s.column,
        "Ada isi setelah akhir dokumen. Hapus baris `...` atau `---` sebelumnya, atau hapus isi ini.",
        "There is content after the end of the document. Delete the `...` or `---` before it, or delete this.",
    )
