"""Where libyaml stumbled, with the lines around to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from .syntax_messages import excerpt
from .yaml_events_document import Problem


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where libyaml stopped (0-based), what it says, and where the thing began that it was reading."""

    lines: Sequence[str]
    says: str
    line: int
    column: int
    while_: str
    began_line: int
    began_column: int

    @property
    def text(self) -> str:
        """The line it stopped in."""
        return self.line_text(self.line)

    def line_text(self, line: int) -> str:
        """Return a line's text, "" outside the file."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def previous(self, line: int) -> int:
        """Return the nearest line above that is neither blank nor a comment, or -1."""
        line -= 1
        while line >= 0 and (not self.lines[line].strip() or self.lines[line].lstrip().startswith("#")):
            line -= 1
        return line

    def problem(self, line: int, column: int, pesan: str, pesan_en: str) -> Problem:
        """Return a problem that shows the text of its line."""
        shown = excerpt(self.line_text(line))
        if shown:
            pesan, pesan_en = f"{pesan} Tertulis: `{shown}`.", f"{pesan_en} Written: `{shown}`."
        return Problem(line + 1, column + 1, "sintaks", pesan, pesan_en)


def stumble_of(error: yaml.YAMLError, lines: Sequence[str]) -> Stumble:
    """Return where a syntax error of PyYAML (libyaml or pure) happened."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    # At the end of the file libyaml points behind the last line: go back to text.
    last = len(lines) - 1
    if line > last or (line == last and not lines[line].strip()):
        line = last
        while line > 0 and not lines[line].strip():
            line -= 1
        column = len(lines[line].rstrip())
    began = getattr(error, "context_mark", None)
    return Stumble(
        lines,
        str(getattr(error, "problem", None) or ""),
        line,
        min(column, len(lines[line])),
        str(getattr(error, "context", None) or ""),
        began.line if began is not None else line,
        began.column if began is not None else column,
    )


def indent_of(text: str) -> int:
    """Return how many spaces start a line."""
    return len(text) - len(text.lstrip(" "))


def key_column(text: str) -> int:
    """Return the column of the first key of a line, behind its list dashes."""
    found = re.match(r" *(?:- +)*", text)
    return found.end() if found else 0


def quoted(value: str) -> str:
    """Return `value` in the quotes that need no escapes in it."""
    value = excerpt(re.sub(r"\s+#.*$", "", value))
    return f"'{value}'" if '"' in value or "\\" in value else f'"{value}"'
