"""From a data directory to satker and reports: which files there are, what they are called, and reading them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..laporan import Indikator, Laporan, Masalah, Satker
from ..lokasi import Posisi
from ..periode import Periode
from ..pribadi import DataPribadi, in_lines
from .node import Node
from .registry import Registri, read_indicators, read_satker, shipped_vocabulary
from .report import from_problems, read_report, unusable
from .schema import Validator
from .yaml_events import Document, Limits, Problem, read_document
from .yaml_events_bytes import read_bytes
from .yaml_events_document import split_lines

NAMA_LAPORAN = re.compile(r"(?P<tahun>(?:19|20)\d\d)-(?P<periode>tw[1-4]|tahunan)\Z")
_EKSTENSI = (".yml", ".yaml")
_TSV = re.compile(r"(?<![\w./-])[A-Za-z0-9][A-Za-z0-9._-]*\.tsv(?![\w.-])")


@dataclass(frozen=True, slots=True)
class BerkasLaporan:
    """A report file that was found."""

    jalur: Path
    berkas: str
    satker: str
    id: str
    periode: Periode


@dataclass(frozen=True, slots=True)
class Bersama:
    """What all reports share, and what is wrong with it.

    `sidik` is a hash over the shared files: reports have to be read again when it changes. `pribadi` is the personal
    data in them.
    """

    registri: Registri
    laporan: tuple[BerkasLaporan, ...]
    masalah: tuple[Masalah, ...]
    sidik: str
    pribadi: tuple[DataPribadi, ...] = ()


def period_of(nama: str) -> Periode | None:
    """Return the period that a file name such as `2025-tw2` or `2023-tahunan` stands for."""
    cocok = NAMA_LAPORAN.match(nama)
    if not cocok:
        return None
    tahun = int(cocok["tahun"])
    return (
        Periode.tahunan(tahun) if cocok["periode"] == "tahunan" else Periode.triwulan(tahun, int(cocok["periode"][2]))
    )


class Pencari:
    """Looks through one data directory.

    Args:
        data: The directory.
        akar: Files are named relative to it.
    """

    def __init__(self, data: Path, akar: Path) -> None:
        self._data, self._akar = data, akar
        self._sah = {nama: Validator(nama) for nama in ("laporan", "satker", "indikator", "daftar-satker")}
        self._masalah: list[Masalah] = []
        self._pribadi: list[DataPribadi] = []

    def shared(self) -> Bersama:
        """Read the registries and find the reports."""
        self._masalah, self._pribadi = [], []
        sidik = hashlib.sha256()
        indikator: dict[str, Indikator] = {}
        satker: dict[str, Satker] = {}
        node = self._node("indikator.yml", "indikator", sidik)
        if node:
            hasil, masalah = read_indicators(node.get("indikator"))
            indikator.update(hasil)
            self._masalah += masalah
        node = self._node("satker.yml", "daftar-satker", sidik)
        daftar = node.get("satker") if node else None
        for id_, isi in daftar.items() if daftar else ():
            satker[id_] = read_satker(id_, isi)
        laporan: list[BerkasLaporan] = []
        for folder in self._folders():
            node = self._node(f"satker/{folder.name}/satker.yml", "satker", sidik)
            satker[folder.name] = read_satker(folder.name, node.get("satker") if node else None)
            laporan += self._reports(folder)
        registri = Registri(shipped_vocabulary(), indikator, satker)
        return Bersama(registri, tuple(laporan), tuple(self._masalah), sidik.hexdigest(), tuple(self._pribadi))

    def report(self, berkas: BerkasLaporan, bersama: Bersama, document: Document | None = None) -> Laporan:
        """Read one report file; one that cannot be read becomes a report with nothing but problems."""
        document = document or read_document(berkas.jalur)
        return replace(self._read(berkas, bersama, document), pribadi=_personal(berkas, document))

    def _read(self, berkas: BerkasLaporan, bersama: Bersama, document: Document) -> Laporan:
        satker = bersama.registri.satker[berkas.satker]
        if not isinstance(document.data, dict):
            masalah = from_problems(document.problems, berkas.berkas) or [self._not_mapping(berkas.berkas, document)]
            return Laporan(
                satker, berkas.id, berkas.periode, berkas.periode.bulan == 12, berkas.berkas,
                masalah=tuple(masalah), terbaca=False, posisi=Posisi(berkas.berkas, 1, 1),
                kosakata=bersama.registri.kosakata, indikator=bersama.registri.indikator,
            )  # fmt: skip
        problems = self._sah["laporan"].problems(document)
        masalah = from_problems((*document.problems, *problems), berkas.berkas)
        node = Node(document, berkas.berkas, (), unusable(problems), berkas.jalur.parent)
        return read_report(node, satker, berkas.id, berkas.periode, bersama.registri, masalah)

    @staticmethod
    def _not_mapping(berkas: str, document: Document) -> Masalah:
        return Masalah(
            "skema",
            {"id": "Isi berkas bukan laporan. Baris pertama biasanya `laporan:`.",
             "en": "This is no report. Its first line usually is `laporan:`."},
            Posisi(berkas, *document.position(())), "berkas",
        )  # fmt: skip

    def _name(self, jalur: Path) -> str:
        try:
            return jalur.relative_to(self._akar).as_posix()
        except ValueError:
            return jalur.as_posix()

    def _node(self, nama: str, skema: str, sidik: hashlib._Hash) -> Node | None:
        """Read a shared file; its problems are kept, the usable rest is returned."""
        jalur = self._data / nama
        if not jalur.exists() or not self._inside(jalur):
            return None
        document = read_document(jalur)
        sidik.update(nama.encode() + b"\0" + "\n".join(document.lines).encode())
        berkas = self._name(jalur)
        self._pribadi += in_lines(document.lines, berkas)
        self._masalah += from_problems(document.problems, berkas)
        if not isinstance(document.data, dict):
            if not document.problems:
                self._masalah.append(self._not_mapping(berkas, document))
            return None
        problems = self._sah[skema].problems(document)
        self._masalah += from_problems(problems, berkas)
        return Node(document, berkas, (), frozenset(tuple(p.jalur) for p in problems))

    def _folders(self) -> list[Path]:
        folder = self._data / "satker"
        if not folder.is_dir() or not self._inside(folder):
            return []
        return sorted((p for p in folder.iterdir() if p.is_dir() and self._inside(p)), key=lambda p: p.name)

    def _reports(self, folder: Path) -> Iterator[BerkasLaporan]:
        for jalur in sorted(folder.iterdir(), key=lambda p: p.name):
            if jalur.suffix not in _EKSTENSI or jalur.stem == "satker" or not self._inside(jalur):
                continue
            periode = period_of(jalur.stem)
            if periode is None:
                self._masalah.append(
                    Masalah(
                        "skema",
                        {"id": f"Nama berkas {jalur.name!r} tidak menyebut periode. "
                               "Namai seperti `2025-tw2.yml` atau `2023-tahunan.yml`.",
                         "en": f"The file name {jalur.name!r} names no period. "
                               "Call it like `2025-tw2.yml` or `2023-tahunan.yml`."},
                        Posisi(self._name(jalur), 1, 1), "nama",
                    )
                )  # fmt: skip
                continue
            yield BerkasLaporan(jalur, self._name(jalur), folder.name, jalur.stem, periode)

    def _inside(self, jalur: Path) -> bool:
        """Whether a path stays within the data directory; a link that leads out of it is told and not followed."""
        if jalur.resolve().is_relative_to(self._data.resolve()):
            return True
        self._masalah.append(
            Masalah(
                "skema",
                {"id": f"{jalur.name!r} menunjuk ke luar folder data dan tidak dibaca. Salin berkasnya ke sana.",
                 "en": f"{jalur.name!r} points outside the data directory and is not read. Copy the file into it."},
                Posisi(self._name(jalur), 1, 1), "tautan",
            )
        )  # fmt: skip
        return False


def _personal(berkas: BerkasLaporan, document: Document) -> tuple[DataPribadi, ...]:
    """Return the personal data in the text of a report and of the tables beside it, readable as data or not."""
    hasil = in_lines(document.lines, berkas.berkas)
    for nama in sorted(set(_TSV.findall(document.source))):
        jalur = berkas.jalur.parent / nama
        isi = None if jalur.is_symlink() or not jalur.is_file() else read_bytes(jalur, Limits())
        if isi is not None and not isinstance(isi, Problem):
            teks = isi.decode("utf-8", "replace").removeprefix("\ufeff")
            hasil += in_lines(split_lines(teks), f"{berkas.berkas.rpartition('/')[0]}/{nama}".lstrip("/"))
    return hasil
