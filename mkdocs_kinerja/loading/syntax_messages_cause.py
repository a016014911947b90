"""From libyaml's syntax errors to what the author did, and what to write instead.

libyaml names the token it stumbled over, often lines after the cause. Each cause looks at the text of the lines
around: it takes a `Stumble` and returns a Problem if it fits, else None; the first that fits is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import yaml

from . import syntax_messages_lines as lines
from . import syntax_messages_signs as signs
from .syntax_messages_stumble import Stumble, stumble_of
from .yaml_events_document import Problem

_CAUSES: tuple[Callable[[Stumble], Problem | None], ...] = (
    lines.tab_indent,
    signs.unclosed_quote,
    signs.bad_escape,
    lines.short_block_line,
    signs.version_line,
    signs.bad_start,
    signs.lone_dash,
    lines.stray_colon,
    signs.bracket,
    lines.not_a_pair,
    signs.marked_value,
    signs.after_quote,
    lines.list_item,
    lines.wrong_indent,
    signs.after_end,
    signs.stray_sign,
)


def syntax_problem(error: yaml.YAMLError, source: Sequence[str]) -> Problem:
    """Return the problem behind a syntax error of PyYAML (libyaml or pure) in these source lines."""
    stumble = stumble_of(error, source)
    for cause in _CAUSES:
        problem = cause(stumble)
        if problem is not None:
            return problem
    return stumble.problem(
        stumble.line,
        stumble.column,
        "Susunan YAML di baris ini tidak dapat dibaca. Periksa indentasi, titik dua, kurung dan tanda kutip di sini "
        "dan di baris sebelumnya.",
        "The YAML of this line cannot be read. Check indentation, colons, brackets and quotes here and above.",
    )
