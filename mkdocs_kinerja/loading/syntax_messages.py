"""What is said about YAML that is well formed but not accepted here. Each function returns (kode, pesan, pesan_en)."""

from __future__ import annotations

import re

from ..pribadi import samarkan
from .yaml_events_document import Problem

Wording = tuple[str, str, str]

_MAX_EXCERPT = 60
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def excerpt(text: str, limit: int = _MAX_EXCERPT) -> str:
    """Return text fit for a message: one line, no invisible characters, personal data masked, shortened."""
    # Half a number would no longer be known for what it is.
    shown = samarkan(_UNPRINTABLE.sub(" ", text).strip())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def empty() -> Problem:
    """Say that the file holds no data."""
    return Problem(
        1,
        1,
        "kosong",
        "Berkas ini tidak berisi data. Isi dengan pasangan `kunci: nilai`, atau hapus berkasnya.",
        "This file holds no data. Fill in `key: value` pairs, or delete the file.",
    )


def second_document() -> Wording:
    """Say that only the first document counts."""
    return (
        "dokumen",
        (
            "Satu berkas hanya boleh memuat satu dokumen. Hapus baris `---` ini, "
            "atau pindahkan isi sesudahnya ke berkas lain."
        ),
        "A file may hold one document only. Delete this `---` line, or move what follows to another file.",
    )


def duplicate_key(key: str, first: int) -> Wording:
    """Say that a key was written before, at line `first`."""
    return (
        "ganda",
        (
            f"Kunci `{excerpt(key)}` sudah ditulis di baris {first}; baris itu yang dipakai. "
            "Hapus atau ganti salah satunya."
        ),
        f"Key `{excerpt(key)}` was already written at line {first}, which is used. Delete or rename one of the two.",
    )


def alias(name: str | None) -> Wording:
    """Say that `*name` is not text."""
    shown = excerpt(f"*{name or ''}")
    return (
        "alias",
        (
            f"Tanda `*` di awal (`{shown}`) berarti alias YAML, yang tidak dipakai di sini. "
            f'Bila maksudnya teks, tulis "{shown}"; bila tidak, tulis ulang isinya.'
        ),
        (
            f"A leading `*` (`{shown}`) means a YAML alias, which is not used here. "
            f'If it is text write "{shown}"; otherwise write the content again.'
        ),
    )


def anchor(name: str) -> Wording:
    """Say that `&name` is not text."""
    shown = excerpt(f"&{name}")
    return (
        "alias",
        (
            f"Tanda `&` di awal (`{shown}`) berarti jangkar YAML, yang tidak dipakai di sini. "
            f'Hapus, atau apit teksnya: "{shown} …".'
        ),
        (
            f"A leading `&` (`{shown}`) means a YAML anchor, which is not used here. Delete it, or quote the text: "
            f'"{shown} …".'
        ),
    )


def merge_key() -> Wording:
    """Say that `<<` does not merge."""
    return (
        "alias",
        "Kunci gabungan `<<` tidak dipakai di sini. Tulis ulang isi yang dimaksud.",
        "The merge key `<<` is not used here. Write the content again.",
    )


def tag(name: str) -> Wording:
    """Say that `!name` is not text."""
    shown = excerpt(name.replace("tag:yaml.org,2002:", "!!"))
    return (
        "tag",
        (
            f"Tanda `!` di awal (`{shown}`) berarti tag YAML, yang tidak dipakai di sini. Hapus, atau apit nilainya "
            "dengan tanda kutip."
        ),
        f"A leading `!` (`{shown}`) means a YAML tag, which is not used here. Delete it, or put the value in quotes.",
    )


def key_not_text(_: str | None = None) -> Wording:
    """Say that a list or mapping cannot be a key."""
    return (
        "kunci",
        (
            "Kunci harus berupa teks, bukan daftar atau peta. Bila ini teks yang diawali `[`, "
            "`{` atau `?`, apit dengan tanda kutip."
        ),
        (
            "A key must be text, not a list or a mapping. If it is text that starts with `[`, "
            "`{` or `?`, put it in quotes."
        ),
    )


def empty_key() -> Wording:
    """Say that a key has no text."""
    return (
        "kunci",
        "Kunci di sini kosong. Tulis nama kunci sebelum titik dua.",
        "This key is empty. Write its name before the colon.",
    )


def too_deep(limit: int) -> Wording:
    """Say that the nesting is over the limit."""
    return (
        "batas",
        f"Data bersarang lebih dari {limit} tingkat di sini. Periksa kurung dan indentasi baris ini.",
        f"Data is nested more than {limit} levels deep here. Check brackets and indentation of this line.",
    )


def too_many_nodes(limit: int) -> Wording:
    """Say that there are more values than the limit."""
    shown = f"{limit:,}"
    return (
        "batas",
        (
            f"Berkas memuat lebih dari {shown.replace(',', '.')} nilai. Bagi menjadi beberapa berkas, atau pakai tabel "
            "`isi: |`."
        ),
        f"The file holds more than {shown} values. Split it, or use `isi: |` tables.",
    )


def too_many_problems(count: int) -> Wording:
    """Say that reading stopped."""
    return (
        "batas",
        f"Sudah ada {count} masalah; sisanya tidak diperiksa. Perbaiki dulu yang di atas.",
        f"There are {count} problems already; the rest was not checked. Mend those first.",
    )
