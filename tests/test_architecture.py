"""The walls of the house: which room may import what. Read from the source, so a lazy import counts as well."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).parent.parent
PAKET = AKAR / "mkdocs_kinerja"
NAMA = "mkdocs_kinerja"

# Room -> the rooms it may import from, besides itself. Data flows downwards in this table: a room rests on those above.
# A room is a folder or a module; `inti` are the modules of INTI.
INTI = frozenset({
    "amatan", "angka", "capaian", "fakta", "kosakata", "label", "laporan", "lokasi", "pengenal", "periode", "pribadi", "pribadi_pola",
    "rumus", "sebutan_periode", "selang", "tabel", "tanggapan", "temuan",
})  # fmt: skip
RUANG: dict[str, frozenset[str]] = {
    "inti": frozenset(),
    "loading": frozenset({"inti"}),
    # No messages, but the wording of an expected value: "3,5 yang semestinya sudah dicapai".
    "checks": frozenset({"inti", "bahasa"}),
    # Facts are its only input; rule files are read like data files.
    "engine": frozenset({"fakta", "lokasi", "loading.yaml_events*", "loading.schema*"}),
    "bahasa": frozenset({"inti"}),
    # A result says how each indicator is judged.
    "hasil": frozenset({"inti", "engine", "checks.ringkasan"}),
    "pesan": frozenset({"inti", "bahasa", "engine"}),
    # Findings and what the rules say about them; it words nothing.
    "hubungan_sebab": frozenset({"inti", "engine"}),
    "hubungan_tanggapan": frozenset({"inti"}),
    # Two results, one of them known only from its file.
    "terbitan": frozenset({"inti", "hasil"}),
    "review": frozenset({"inti", "hasil", "loading.yaml_events*", "loading.schema*"}),
    "contoh": frozenset({"inti", "loading", "checks", "engine"}),
    # Settings name rules and thresholds, and are read like data files.
    "pengaturan": frozenset({"inti", "engine", "loading.yaml_events*", "loading.schema*"}),
    "profil": frozenset({"inti", "checks", "engine", "hasil", "pengaturan"}),
    "pipeline": frozenset(
        {
            "inti",
            "loading",
            "checks",
            "engine",
            "hasil",
            "pesan",
            "hubungan_sebab",
            "hubungan_tanggapan",
            "review",
            "pengaturan",
            "profil",
        }
    ),
    "importer": frozenset({"inti", "loading"}),
    # The result as tables: rows of what checks and indicators amount to, columns explained in the catalogue.
    "lembar": frozenset({"inti", "bahasa", "hasil", "checks"}),
    # What would settle a finding is worded once, for terminal and site.
    "report": frozenset({"inti", "bahasa", "hasil", "engine", "pesan", "lembar"}),
    "site": frozenset({"inti", "bahasa", "hasil", "engine", "checks", "pesan", "lembar", "report", "terbitan"}),
}
TEPI = frozenset(
    {"plugin", "config", "mkdocs_page", "mkdocs_run", "search_index", "cli", "cli_bentuk", "cli_import", "emit"}
)
"""Thin adapters: they may import everything, and nothing imports them."""

# Who may import a library. What is not here and not in the standard library is imported by nobody.
PUSTAKA: dict[str, tuple[str, ...]] = {
    "mkdocs": ("plugin", "config", "mkdocs_page", "mkdocs_run"),
    "click": ("cli", "cli_bentuk", "cli_import"),
    "durable_rules_engine": ("engine.core",),
    "jsonschema": ("loading.schema*",),
    "jsonschema_rs": ("loading.schema*",),
    "yaml": ("loading.yaml_events*", "loading.syntax_messages*", "bahasa", "site.yaml_teks"),
    "jinja2": ("site.templat",),
    "babel": ("bahasa",),
    "num2words": ("checks.terbilang",),
    "openpyxl": ("importer.*", "report.*"),
    "ruamel": ("importer.sisip",),
}

BARIS_PLUGIN = 180
BARIS_MODUL = 300
DAFTAR = frozenset({"checks.jenis"})
"""Lists of declarations: long, but there is nothing to follow in them."""


@dataclass(frozen=True, slots=True)
class Impor:
    """`modul` imports `target`, both without the name of the package if they belong to it."""

    modul: str
    target: str
    baris: int
    sendiri: bool

    def __str__(self) -> str:
        return f"{self.modul}:{self.baris} mengimpor {self.target}"


def modules() -> dict[str, Path]:
    """Return the modules by name: `angka`, `loading.cell`, `checks` for `checks/__init__.py`; "" is the package."""
    hasil = {}
    for jalur in sorted(PAKET.rglob("*.py")):
        bagian = jalur.relative_to(PAKET).with_suffix("").parts
        hasil[".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)] = jalur
    return hasil


MODUL = modules()


def imports(modul: str, jalur: Path) -> Iterator[Impor]:
    """Return all imports of a module, also those inside functions and those only for types."""
    paket = [NAMA, *modul.split(".")] if modul else [NAMA]
    if jalur.name != "__init__.py":
        paket.pop()
    for node in ast.walk(ast.parse(jalur.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            nama = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            dasar = ".".join(paket[: len(paket) + 1 - node.level]) if node.level else ""
            dari = ".".join(filter(None, (dasar, node.module)))
            # `from .. import rumus` imports a module, `from ..rumus import read` a name from one.
            nama = [f"{dari}.{a.name}" if _is_module(f"{dari}.{a.name}") else dari for a in node.names]
        else:
            continue
        for n in dict.fromkeys(nama):
            sendiri = n == NAMA or n.startswith(f"{NAMA}.")
            yield Impor(modul, n.removeprefix(NAMA).removeprefix(".") if sendiri else n, node.lineno, sendiri)


def _is_module(nama: str) -> bool:
    return nama.startswith(f"{NAMA}.") and nama.removeprefix(f"{NAMA}.") in MODUL


def room(modul: str) -> str:
    puncak = modul.partition(".")[0]
    return "inti" if puncak in INTI else puncak


def fits(modul: str, pola: str) -> bool:
    """Whether a module is what `pola` names: a room, or a module with `*` at the end for several."""
    if "." not in pola:
        return pola in {room(modul), modul.partition(".")[0]}
    return modul.startswith(pola[:-1]) if pola.endswith("*") else modul == pola


IMPOR = [i for modul, jalur in MODUL.items() for i in imports(modul, jalur)]


def test_imports_are_found() -> None:
    # If reading went wrong, all walls would stand for want of anyone walking.
    assert {"mkdocs", "yaml", "click", "durable_rules_engine"} <= {i.target.partition(".")[0] for i in IMPOR}
    assert any(i.modul == "checks.hitung" and i.target == "rumus" for i in IMPOR)
    assert any(i.modul == "engine" and i.target == "engine.book" for i in IMPOR)


def test_every_module_has_a_room() -> None:
    assert not {m for m in MODUL if m and room(m) not in RUANG.keys() | TEPI}, "Beri modul itu tempat dalam RUANG."


def test_rooms_import_only_what_they_rest_on() -> None:
    keliru = []
    for i in IMPOR:
        dari, ke = room(i.modul), room(i.target)
        # The package itself holds nothing but its version.
        if not i.sendiri or dari == ke or dari in TEPI or not i.target:
            continue
        if not any(fits(i.target, pola) for pola in RUANG[dari]):
            keliru.append(str(i))
    assert not keliru


def test_every_third_party_library_has_its_place() -> None:
    keliru = []
    for i in IMPOR:
        puncak = i.target.partition(".")[0]
        if i.sendiri or puncak in sys.stdlib_module_names:
            continue
        if not any(fits(i.modul, pola) for pola in PUSTAKA.get(puncak, ())):
            keliru.append(str(i))
    assert not keliru


def test_every_library_is_a_declared_dependency() -> None:
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text("utf-8"))["project"]
    daftar = [*proyek["dependencies"], *(d for e in proyek["optional-dependencies"].values() for d in e)]
    nama = {re.split(r"[^\w-]", d)[0].lower().replace("-", "_") for d in daftar}
    dipakai = {i.target.partition(".")[0] for i in IMPOR if not i.sendiri} - sys.stdlib_module_names
    beda = {"yaml": "pyyaml", "durable_rules_engine": "durable_rules"}
    assert {beda.get(p, p) for p in dipakai} <= nama


def test_checking_needs_neither_mkdocs_nor_templates() -> None:
    program = (
        "import sys\n"
        "from mkdocs_kinerja import cli\n"
        "cli.main(['check', 'data', '--fail-on', 'tidak'], standalone_mode=False)\n"
        "sys.exit(' '.join({'mkdocs', 'material', 'jinja2', 'markdown'} & sys.modules.keys()) or 0)\n"
    )
    selesai = subprocess.run(
        [sys.executable, "-c", program], cwd=AKAR, capture_output=True, encoding="utf-8", check=False
    )
    assert selesai.returncode == 0, selesai.stderr
    assert "temuan" in selesai.stdout


FORBIDDEN = {
    "float": "angka laporan adalah Decimal",
    "eval": "rumus punya bahasanya sendiri",
    "exec": "data bukan program",
    "yaml.load": "pakai loading.yaml_events",
    "yaml.unsafe_load": "pakai loading.yaml_events",
    "yaml.full_load": "pakai loading.yaml_events",
    "print": "pakai click.echo di cli, log di plugin",
}


def test_no_module_calls_what_is_forbidden() -> None:
    keliru = []
    for modul, jalur in MODUL.items():
        for node in ast.walk(ast.parse(jalur.read_text("utf-8"))):
            nama = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if nama in FORBIDDEN:
                keliru.append(f"{modul}:{node.lineno}: {nama}: {FORBIDDEN[nama]}")
    assert not keliru


def test_the_core_has_no_clock() -> None:
    keliru = []
    for modul, jalur in MODUL.items():
        if room(modul) in {"inti", "loading", "checks", "engine", "ringkasan", "site", "report"}:
            teks = ast.unparse(ast.parse(jalur.read_text("utf-8")))
            keliru += [f"{modul}: {jam}" for jam in re.findall(r"\b(?:now|utcnow|today|time\.time)\(", teks)]
    assert not keliru, "hari ini adalah parameter"


def test_lists_of_declarations_hold_no_logic() -> None:
    for modul in DAFTAR:
        pohon = ast.walk(ast.parse(MODUL[modul].read_text("utf-8")))
        assert not [n for n in pohon if isinstance(n, ast.If | ast.For | ast.While | ast.Try | ast.FunctionDef)]


def test_no_module_is_too_long() -> None:
    panjang = {m: len(j.read_text("utf-8").splitlines()) for m, j in MODUL.items() if m not in DAFTAR}
    assert not {m: n for m, n in panjang.items() if n > (BARIS_PLUGIN if m == "plugin" else BARIS_MODUL)}
