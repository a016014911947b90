"""What a run is about, and the file `kinerja.yml` that says it for the command line and the site alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from .engine import Pilihan, RuleFileError, RuleProblem, Setting, unknown
from .loading.schema import Validator
from .loading.yaml_events import Document, read_document
from .lokasi import Posisi

NAMA: Final = "kinerja.yml"
DATA: Final = "data"
_KELIRU: Final = "Pengaturan tidak dapat dipakai:"


@dataclass(frozen=True, slots=True)
class Setelan:
    """How rules are to apply.

    Attributes:
        ambang: Rule id -> name of a threshold -> its value.
        keparahan: Rule id -> severity.
        abaikan: Ids of rules that do not apply.
        posisi: Where each of these is written, as far as it is known.
    """

    ambang: Mapping[str, Mapping[str, int | Decimal]] = field(default_factory=dict)
    keparahan: Mapping[str, str] = field(default_factory=dict)
    abaikan: tuple[str, ...] = ()
    posisi: Mapping[Setting, Posisi] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lapis:
    """What one file says of the rules: for all satker, and for single ones.

    Attributes:
        umum: For all.
        satker: Satker id -> what is different there.
        posisi: Where each satker is named.
    """

    umum: Setelan = field(default_factory=Setelan)
    satker: Mapping[str, Setelan] = field(default_factory=dict)
    posisi: Mapping[str, Posisi] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """What a run is about.

    Attributes:
        data: The data directory.
        akar: Files are named relative to it.
        aturan: Directories of further rules, after the shipped ones.
        lapis: How the rules apply; what comes later wins.
        satker: Only these; empty for all.
        mesin: Which engine to use.
    """

    data: Path
    akar: Path
    aturan: tuple[Path, ...] = ()
    lapis: tuple[Lapis, ...] = ()
    satker: tuple[str, ...] = ()
    mesin: Pilihan = "auto"


@dataclass(frozen=True, slots=True)
class Isi:
    """What a settings file says; paths are relative to where the program runs."""

    data: Path | None = None
    aturan: tuple[Path, ...] = ()
    lapis: Lapis = field(default_factory=Lapis)


def read(jalur: Path, akar: Path) -> Isi:
    """Read `kinerja.yml`; nothing is said where there is no such file, or only comments in it.

    Args:
        jalur: The file.
        akar: Messages name the file relative to it.

    Raises:
        RuleFileError: It cannot be used; the message has the places.
    """
    if not jalur.exists():
        return Isi()
    berkas = jalur.relative_to(akar).as_posix() if jalur.is_relative_to(akar) else jalur.as_posix()
    document = read_document(jalur)
    if any(p.kode != "kosong" for p in document.problems):
        raise RuleFileError(
            _KELIRU, [RuleProblem(Posisi(berkas, p.baris, p.kolom), p.pesan) for p in document.problems]
        )
    return of_document(document, berkas, jalur.parent)


def of_document(document: Document, berkas: str, folder: Path) -> Isi:
    """Return what a document says.

    Args:
        document: It has the form of `kinerja.yml`.
        berkas: What the file is called in messages.
        folder: Where its relative paths begin.

    Raises:
        RuleFileError: As `read`.
    """
    data, problems = _validator().check(document)
    keliru = [RuleProblem(Posisi(berkas, p.baris, p.kolom), p.pesan) for p in problems]
    if keliru or data is None:
        if keliru:
            raise RuleFileError(_KELIRU, keliru)
        return Isi()
    aturan = []
    for nomor, nama in enumerate(_list(data.get("aturan"))):
        if not (folder / nama).exists():
            posisi = Posisi(berkas, *document.position(("aturan", nomor)))
            keliru.append(RuleProblem(posisi, unknown("Folder aturan", nama, _folders(folder))))
        aturan.append(folder / nama)
    if keliru:
        raise RuleFileError(_KELIRU, keliru)
    satker = data.get("satker", {})
    return Isi(
        data=folder / data["data"] if "data" in data else None,
        aturan=tuple(aturan),
        lapis=Lapis(
            umum=_settings(document, berkas, (), data),
            satker={id_: _settings(document, berkas, ("satker", id_), isi) for id_, isi in satker.items()},
            posisi={id_: Posisi(berkas, *document.key_position(("satker", id_))) for id_ in satker},
        ),
    )


def for_command(data: Path | None, aturan: Iterable[Path] = ()) -> Pengaturan:
    """Return the settings of a command that runs in the current folder.

    Args:
        data: The data directory, if the command names one; `kinerja.yml` beside it counts where the current folder
            has none.
        aturan: Directories of rules that the command names.

    Raises:
        RuleFileError: `kinerja.yml` cannot be used.
    """
    jalur = Path(NAMA)
    if data is not None and not jalur.exists():
        jalur = data.parent / NAMA
    isi = read(jalur, Path())
    return Pengaturan(
        data=data or isi.data or Path(DATA),
        akar=Path(),
        aturan=unique((*isi.aturan, *aturan)),
        lapis=(isi.lapis,),
    )


def unique(folder: Iterable[Path]) -> tuple[Path, ...]:
    """Return directories of rules in their order, each once: the same rules twice would be one number for two rules."""
    pertama: dict[Path, Path] = {}
    for f in folder:
        pertama.setdefault(f.resolve(), f)
    return tuple(pertama.values())


def without_ignoring(pengaturan: Pengaturan) -> Pengaturan:
    """Return the settings with all rules in use, to speak of one that is not."""
    lapis = tuple(replace(x, umum=replace(x.umum, abaikan=())) for x in pengaturan.lapis)
    return replace(pengaturan, lapis=lapis)


@cache
def _validator() -> Validator:
    return Validator("kinerja")


def _list(nilai: list[str] | str | None) -> list[str]:
    return [nilai] if isinstance(nilai, str) else nilai or []


def _settings(document: Document, berkas: str, jalur: Setting, data: Mapping[str, Any]) -> Setelan:
    """Return the settings below one path of a document, and where each stands."""
    ambang, keparahan = data.get("ambang", {}), data.get("keparahan", {})
    abaikan = _list(data.get("abaikan"))
    tempat: list[Setting] = [("keparahan", a) for a in keparahan]
    tempat += [("ambang", a, *nama) for a, nilai in ambang.items() for nama in ((), *((n,) for n in nilai))]
    tempat += [("abaikan", n) for n in range(len(abaikan))]
    posisi = {t: Posisi(berkas, *document.key_position((*jalur, *t))) for t in tempat}
    return Setelan(ambang, keparahan, tuple(abaikan), posisi)


def _folders(folder: Path) -> list[str]:
    """Return what could have been meant by the name of a folder."""
    return [p.name for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")]
