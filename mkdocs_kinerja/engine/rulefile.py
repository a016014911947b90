"""Rule files: YAML entries to rules. A rule with a mistake is left out alone, and its author told where and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..fakta import Jenis
from ..loading.schema import Validator
from ..loading.yaml_events import Document, read_document
from ..lokasi import Posisi
from .book import Buku, RuleFileError, RuleProblem, unknown
from .compile import CompileError, compile_rule
from .conditions import ConditionReader
from .entry import Entry
from .message import check_message, thresholds_in
from .outcome import TEMUAN
from .rule import FASE_TERAKHIR, Ambang, Aturan, Contoh, Tingkat

SCHEMA = "aturan"


@dataclass(frozen=True, slots=True)
class _RuleFile:
    """A rule file that conforms to the schema, apart from single entries."""

    document: Document
    berkas: str
    data: Any
    problems: tuple[RuleProblem, ...]
    broken: frozenset[int]


def with_temuan(jenis: Mapping[str, Jenis]) -> Mapping[str, Jenis]:
    """Return the fact types with the engine's own.

    Raises:
        ValueError: The name is taken, which is a bug in the checks.
    """
    if jenis.get(TEMUAN.nama, TEMUAN) != TEMUAN:
        raise ValueError(f"the fact type {TEMUAN.nama!r} belongs to the engine")
    return {**jenis, TEMUAN.nama: TEMUAN}


def load_rules(dirs: Sequence[Path], jenis: Mapping[str, Jenis], root: Path) -> Buku:
    """Read the rules of several directories (or single files) in the given order.

    Args:
        dirs: Where rules are; later ones may add rules, not replace them.
        jenis: The fact types that rules may look at.
        root: The project, to which places in messages are relative.

    Returns:
        The usable rules, and the problems of the others.

    Raises:
        RuleFileError: A directory or file cannot be read, or a file is broken as a whole.
    """
    jenis = with_temuan(jenis)
    files = _read_files(dirs, root)
    problems: list[RuleProblem] = []
    rules: dict[str, Aturan] = {}
    seen: dict[str, Posisi] = {}
    for file in files:
        problems.extend(file.problems)
        for entry in _entries(file):
            assert entry.aturan_id is not None
            if entry.aturan_id in seen:
                entry.get("id").refuse(
                    f"Nomor ini sudah dipakai di {seen[entry.aturan_id]}. Nomor aturan tidak boleh dipakai dua kali; "
                    "pakai nomor lain."
                )
            seen.setdefault(entry.aturan_id, entry.get("id").posisi)
            aturan = _rule(entry, file, jenis)
            if aturan is not None and not entry.problems:
                rules[aturan.id] = aturan
            problems.extend(entry.problems)
    for problem in list(_chain_problems(rules, seen)):
        problems.append(problem)
        rules.pop(str(problem.aturan_id), None)
    return Buku(tuple(rules.values()), tuple(sorted(problems, key=lambda p: (p.posisi, p.pesan))), jenis)


def _read_files(dirs: Sequence[Path], root: Path) -> list[_RuleFile]:
    files: list[_RuleFile] = []
    broken: list[RuleProblem] = []
    validator = Validator(SCHEMA)
    for directory in dirs:
        paths = sorted(p for p in directory.glob("*.y*ml") if p.suffix in {".yml", ".yaml"})
        if directory.is_file():
            paths = [directory]
        if not paths:
            what = "tidak memuat berkas *.yml" if directory.is_dir() else "tidak ada"
            broken.append(RuleProblem(Posisi(_relative(directory, root), 1), f"Direktori aturan {what}."))
        for path in paths:
            file = _read_file(path, _relative(path, root), validator)
            if isinstance(file, _RuleFile):
                files.append(file)
            else:
                broken.extend(file)
    if broken:
        raise RuleFileError("Berkas aturan tidak dapat dibaca:", broken)
    return files


def _relative(path: Path, root: Path) -> str:
    path, root = path.resolve(), root.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _read_file(path: Path, berkas: str, validator: Validator) -> _RuleFile | list[RuleProblem]:
    document = read_document(path)
    if document.problems:
        return [RuleProblem(Posisi(berkas, p.baris, p.kolom), p.pesan) for p in document.problems]
    data = validator.normalise(document)
    whole: list[RuleProblem] = []
    single: list[RuleProblem] = []
    broken: set[int] = set()
    for problem in validator.problems(document):
        posisi = Posisi(berkas, problem.baris, problem.kolom)
        match problem.jalur:
            case ("aturan", int(number), *_):
                broken.add(number)
                single.append(RuleProblem(posisi, problem.pesan, _id_of(data["aturan"][number])))
            case _:
                whole.append(RuleProblem(posisi, problem.pesan))
    return whole or _RuleFile(document, berkas, data, tuple(single), frozenset(broken))


def _id_of(data: object) -> str | None:
    found = data.get("id") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None


def _entries(file: _RuleFile) -> Iterator[Entry]:
    for number, data in enumerate(file.data["aturan"]):
        if number not in file.broken:
            yield Entry(file.document, file.berkas, data, ("aturan", number), data["id"])


def _rule(entry: Entry, file: _RuleFile, jenis: Mapping[str, Jenis]) -> Aturan | None:
    """Return the rule of one entry, or None; the entry's problems say why, and may do so for a returned rule too."""
    family = file.data["keluarga"]
    if entry.text("id")[3] != str(family):
        entry.get("id").refuse(
            f"Angka pertama harus {family}, sesuai `keluarga: {family}` berkas ini. Pindahkan aturan, atau ganti "
            "nomornya."
        )
    fase = entry.data.get("fase", 1)
    ambang = {name: _threshold(name, node) for name, node in entry.get("ambang").items()}
    reader = ConditionReader(entry, jenis, fase, frozenset(ambang))
    subject = reader.subject()
    if subject is None:
        return None
    aturan = Aturan(
        id=entry.text("id"),
        keluarga=family,
        judul=entry.both("judul"),
        keparahan=_level(entry),
        periksa=subject[0],
        berlaku=subject[1],
        bila=reader.violation(subject[0]),
        fase=fase,
        ambang=ambang,
        pesan=entry.both("pesan"),
        mengapa=entry.both("mengapa"),
        dasar={"id": entry.texts("dasar"), "en": entry.texts("dasar_en") or entry.texts("dasar")},
        perbaikan=entry.both("perbaikan"),
        tidak_berlaku=entry.both("tidak_berlaku"),
        contoh=tuple(_examples(entry)),
        posisi=entry.posisi,
        judul_keluarga={"id": file.data["judul"], "en": file.data.get("judul_en", file.data["judul"])},
        hubungkan=_linked(entry),
    )
    _check_links(entry, aturan)
    check_message(entry, aturan.alias, jenis, ambang)
    unused = set(ambang) - reader.used_thresholds - thresholds_in("".join(aturan.pesan.values()))
    for name in sorted(unused) if not entry.problems else ():
        entry.get("ambang").get(name).refuse_key(f"Ambang `{name}` tidak dipakai. Pakai `$ambang.{name}`, atau hapus.")
    if not entry.problems:
        try:
            compile_rule(aturan, jenis)
        except CompileError as error:
            entry.refuse(str(error))
    return aturan


def _level(entry: Entry) -> Tingkat:
    level: Tingkat = entry.data["keparahan"]
    return level


def _linked(entry: Entry) -> tuple[str, str] | None:
    if "hubungkan" not in entry.data:
        return None
    node = entry.get("hubungkan")
    return node.text("akibat"), node.text("sebab")


def _check_links(entry: Entry, aturan: Aturan) -> None:
    """Note where `hubungkan` names something else than a finding of the match."""
    temuan = [alias for alias, fakta in aturan.alias.items() if fakta == TEMUAN.nama]
    for peran, alias in zip(("akibat", "sebab"), aturan.hubungkan or (), strict=False):
        if alias not in temuan:
            entry.get("hubungkan").get(peran).refuse(unknown("Temuan", alias, temuan))


def _threshold(name: str, node: Entry) -> Ambang:
    nilai: int | Decimal = node.data["nilai"]
    return Ambang(name, nilai, node.text("satuan"), node.both("arti"))


def _examples(entry: Entry) -> Iterator[Contoh]:
    for item in entry.get("contoh").get("temuan"):
        yield Contoh("temuan", entry.document.part(item.jalur), item.posisi)
    for item in entry.get("contoh").get("bersih"):
        yield Contoh("bersih", entry.document.part(item.jalur), item.posisi)


def _chain_problems(rules: Mapping[str, Aturan], seen: Mapping[str, Posisi]) -> Iterator[RuleProblem]:
    """Yield the rules that wait for findings which no rule of an earlier phase can make."""
    for aturan in rules.values():
        for fakta, uji in aturan.tests():
            if fakta != TEMUAN.nama or uji.kolom != "aturan" or uji.operator not in {"sama", "salah_satu"}:
                continue
            for name in uji.nilai if isinstance(uji.nilai, tuple) else (uji.nilai,):
                if isinstance(name, str) and name not in seen:
                    yield RuleProblem(uji.posisi, unknown("Aturan", name, seen), aturan.id)
                elif isinstance(name, str) and name in rules and rules[name].fase >= aturan.fase:
                    yield RuleProblem(uji.posisi, _too_late(aturan, rules[name]), aturan.id)


def _too_late(aturan: Aturan, awaited: Aturan) -> str:
    if awaited is aturan:
        return "Aturan tidak dapat menunggu temuannya sendiri. Sebut aturan lain dari fase yang lebih awal."
    if awaited.fase < FASE_TERAKHIR:
        way_out = f"Beri aturan ini `fase: {awaited.fase + 1}`."
    else:
        way_out = f"Fase terakhir adalah {FASE_TERAKHIR}; turunkan fase {awaited.id}."
    return f"Temuan {awaited.id} (fase {awaited.fase}) belum ada pada fase {aturan.fase}. {way_out}"
