"""Data as YAML text, for examples and definitions on rule pages."""

from __future__ import annotations

from decimal import Decimal

import yaml

MAKS_SEBARIS = 90
"""Lists and mappings up to this length are written on one line, as people write them in rule files."""


class _Atas(dict[object, object]):
    """The top of a document, whose keys always stand on lines of their own."""


class _Penulis(yaml.SafeDumper):
    """Writes grids as blocks and decimals as plain numbers, and never an anchor."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _inline(data: object) -> bool:
    teks = repr(data)
    return len(teks) <= MAKS_SEBARIS and "\\n" not in teks


def _text(penulis: yaml.SafeDumper, teks: str) -> yaml.ScalarNode:
    return penulis.represent_scalar("tag:yaml.org,2002:str", teks, style="|" if "\n" in teks else None)


def _decimal(penulis: yaml.SafeDumper, angka: Decimal) -> yaml.ScalarNode:
    return penulis.represent_scalar("tag:yaml.org,2002:float", f"{angka:f}")


def _list(penulis: yaml.SafeDumper, isi: list[object]) -> yaml.SequenceNode:
    return penulis.represent_sequence("tag:yaml.org,2002:seq", isi, flow_style=_inline(isi))


def _dict(penulis: yaml.SafeDumper, isi: dict[object, object]) -> yaml.MappingNode:
    return penulis.represent_mapping(
        "tag:yaml.org,2002:map", isi, flow_style=not isinstance(isi, _Atas) and _inline(isi)
    )


_Penulis.add_representer(str, _text)
_Penulis.add_representer(Decimal, _decimal)
_Penulis.add_representer(list, _list)
_Penulis.add_representer(dict, _dict)
_Penulis.add_representer(_Atas, _dict)


def dump(data: object) -> str:
    """Return `data` as YAML with its keys in their order."""
    if isinstance(data, dict):
        data = _Atas(data)
    teks: str = yaml.dump(data, Dumper=_Penulis, allow_unicode=True, sort_keys=False, width=110)
    return teks
