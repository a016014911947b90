"""What is said about a value, one function per kind of schema keyword. Each returns (pesan, pesan_en)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from .schema_messages_values import KINDS, Told, Wording, example_text, shown_value
from .schema_violations import Node
from .syntax_messages import excerpt


def wrong_type(told: Told) -> Wording:
    """Say what kind of value belongs here, and why an empty one may have come about."""
    named = told.limit
    kinds = [KINDS[kind] for kind in ([named] if isinstance(named, str) else named)]
    wanted, wanted_en = " atau ".join(k[0] for k in kinds), " or ".join(k[1] for k in kinds)
    hint, hint_en = told.hint
    if told.value is None and told.path:
        line, column = told.document.position(told.path)
        comment = re.match(r"\s*(#.*)$", told.document.lines[line - 1][column - 1 :])
        if comment:
            text = f"`{told.path[-1]}: '{excerpt(comment[1])}'`"
            return (
                (
                    f"{told.where} kosong karena `#` memulai komentar. Bila `#` bagian dari nilai, apit dengan kutip: "
                    f"{text}."
                ),
                (
                    f"{told.where_en} is empty because `#` starts a comment. If `#` is part of the value, quote it: "
                    f"{text}."
                ),
            )
        return (
            f"{told.where} kosong. Isi dengan {wanted}, atau hapus kunci ini.{hint}",
            f"{told.where_en} is empty. Fill in {wanted_en}, or delete this key.{hint_en}",
        )
    have, have_en = shown_value(told.value)
    return (
        f"{told.where} harus berupa {wanted}, bukan {have}.{hint}",
        f"{told.where_en} must be {wanted_en}, not {have_en}.{hint_en}",
    )


def not_an_option(told: Told) -> Wording:
    """List the options and suggest the nearest."""
    options = [example_text(option) for option in (told.limit if told.keyword == "enum" else [told.limit])]
    have, have_en = shown_value(told.value)
    meant = get_close_matches(str(told.value).strip().casefold(), options, n=1) if isinstance(told.value, str) else []
    if isinstance(told.value, bool) and {"ya", "tidak"} <= set(options):
        meant = ["ya" if told.value else "tidak"]
    elif told.value in ("true", "false", "yes", "no") and {"ya", "tidak"} <= set(options):
        meant = ["ya" if told.value in ("true", "yes") else "tidak"]
    suggestion, suggestion_en = (f" Maksud Anda `{meant[0]}`?", f" Did you mean `{meant[0]}`?") if meant else ("", "")
    listed = ", ".join(options)
    return (
        f"{told.where} tidak boleh berisi {have}.{suggestion} Pilihan: {listed}.",
        f"{told.where_en} may not be {have_en}.{suggestion_en} Options: {listed}.",
    )


def wrong_form(told: Told) -> Wording:
    """Say how the text must look."""
    have, have_en = shown_value(told.value)
    hint, hint_en = told.hint
    return f"{told.where} tidak boleh berisi {have}.{hint}", f"{told.where_en} may not be {have_en}.{hint_en}"


def wrong_format(told: Told) -> Wording:
    """Say that a text of the right form names nothing that exists, such as 30 February."""
    if told.limit != "date":
        return wrong_form(told)
    shown = excerpt(str(told.value), 40)
    return (
        f"{told.where} berisi “{shown}”, yang bukan tanggal di kalender. Tulis tahun-bulan-hari, misalnya 2025-07-07.",
        (
            f"{told.where_en} holds “{shown}”, which is not a date of the calendar. Write year-month-day, such as "
            "2025-07-07."
        ),
    )


def empty_text(told: Told) -> Wording:
    """Say that a text is empty or too short."""
    hint, hint_en = told.hint
    return (
        f"{told.where} kosong. Isi, atau hapus kunci ini.{hint}",
        f"{told.where_en} is empty. Fill it in, or delete this key.{hint_en}",
    )


def too_long(told: Told) -> Wording:
    """Say how long a text may be."""
    return (
        f"{told.where} terlalu panjang ({len(told.value)} huruf). Ringkas menjadi paling banyak {told.limit} huruf.",
        f"{told.where_en} is too long ({len(told.value)} characters). Shorten it to at most {told.limit}.",
    )


def out_of_range(told: Told) -> Wording:
    """Say which numbers are possible."""
    words, words_en = {
        "minimum": ("paling kecil", "at least"),
        "maximum": ("paling besar", "at most"),
        "exclusiveMinimum": ("lebih dari", "more than"),
        "exclusiveMaximum": ("kurang dari", "less than"),
    }[told.keyword]
    return (
        f"{told.where} berisi {_number(told.value)}; nilainya harus {words} {_number(told.limit)}. Periksa angkanya.",
        f"{told.where_en} is {_number(told.value)}; it must be {words_en} {_number(told.limit)}. Check the number.",
    )


def _number(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def too_few(told: Told) -> Wording:
    """Say how many items or keys are needed."""
    hint, hint_en = told.hint
    return (
        (
            f"{told.where} baru berisi {len(told.value)} butir; perlu paling sedikit {told.limit}. "
            f"Tambahkan, atau hapus kunci ini.{hint}"
        ),
        (
            f"{told.where_en} has {len(told.value)} entries; at least {told.limit} needed. Add to it, or delete this "
            f"key.{hint_en}"
        ),
    )


def too_many(told: Told) -> Wording:
    """Say how many items or keys are possible."""
    hint, hint_en = told.hint
    return (
        (
            f"{told.where} berisi {len(told.value)} butir; paling banyak {told.limit}. Hapus atau pisahkan "
            f"kelebihannya.{hint}"
        ),
        f"{told.where_en} has {len(told.value)} entries; at most {told.limit}. Delete or split the rest.{hint_en}",
    )


def repeated_item(told: Told) -> Wording:
    """Name the item that is there twice."""
    # Entries may be lists or mappings, which no set can hold.
    twice = next((item for n, item in enumerate(told.value) if item in told.value[:n]), None)
    shown = excerpt(example_text(twice), 40)
    return (
        f"{told.where} memuat “{shown}” lebih dari sekali. Hapus yang berlebih.",
        f"{told.where_en} holds “{shown}” more than once. Delete the extra one.",
    )


def no_alternative(told: Told) -> Wording:
    """Put the alternatives into words: their titles, or the keys they need."""
    named = [_alternative(node) for node in told.limit]
    listed, listed_en = ", atau ".join(n[0] for n in named), ", or ".join(n[1] for n in named)
    keys = [set(node.get("required", ())) for node in told.limit]
    if all(keys) and isinstance(told.value, Mapping):
        begun = sum(bool(needed & set(told.value)) for needed in keys)
        if begun > 1:
            return (
                f"{told.where} memuat lebih dari satu pilihan. Pakai satu saja: {listed}.",
                f"{told.where_en} has more than one of the alternatives. Keep only one: {listed_en}.",
            )
        state, state_en = ("baru memuat sebagian", "has only a part") if begun else ("belum lengkap", "is not complete")
        return f"{told.where} {state}. Tulis {listed}.", f"{told.where_en} {state_en}. Write {listed_en}."
    return (
        f"{told.where} harus memenuhi {'tepat ' if told.keyword == 'oneOf' else ''}salah satu: {listed}.",
        f"{told.where_en} must match {'exactly ' if told.keyword == 'oneOf' else ''}one of: {listed_en}.",
    )


def _alternative(node: Node) -> Wording:
    if "title" in node:
        return node["title"], node.get("x-title-en", node["title"])
    if "required" in node:
        keys = [f"`{key}`" for key in node["required"]]
        return " dan ".join(keys), " and ".join(keys)
    named = node.get("type", "object")
    kinds = [KINDS[kind] for kind in ([named] if isinstance(named, str) else named)]
    return " atau ".join(k[0] for k in kinds), " or ".join(k[1] for k in kinds)


def otherwise(told: Told) -> Wording:
    """Say the little that is known about a keyword without words of its own."""
    have, have_en = shown_value(told.value)
    hint, hint_en = told.hint
    return (
        f"{told.where} berisi {have}, yang tidak sesuai skema ({told.keyword}).{hint or ' Lihat panduan data.'}",
        (
            f"{told.where_en} is {have_en}, which does not fit the schema "
            f"({told.keyword}).{hint_en or ' See the data guide.'}"
        ),
    )
