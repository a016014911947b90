"""What changed since an earlier publication, of which only its `temuan.json` is known.

A finding that is gone is settled only if it was looked for again. Otherwise leaving out a
report, a table or a rule would count as an improvement.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .hasil import Hasil, Masukan
from .laporan import Laporan
from .temuan import Keparahan, Temuan

VERSI = "1"
"""The version of the result JSON that is understood."""
MAKS_UKURAN = 100_000_000
"""Bytes; a hundred reports with many findings make 90 million."""
BERSAMA = ("", "")
"""Where findings about files stand that all reports share."""

Kunci = tuple[str, str]
"""(satker, laporan)."""
Alasan = Literal["laporan", "aturan", "mesin", "berkas", "tabel"]
"""Why a finding was not looked for again: its report is gone, its rule is gone or switched off, its rule could not be
run, the file of its report cannot be read, its table is gone."""


class TerbitanError(Exception):
    """The file of the earlier publication cannot be used; the message says why and what to do, without its name."""


class TemuanLalu(NamedTuple):
    """A finding as an earlier publication told it."""

    id: str
    aturan: str
    keparahan: Keparahan
    satker: str
    laporan: str
    tabel: str
    nama: str
    pesan: Mapping[str, str]

    @property
    def kunci(self) -> Kunci:
        """(satker, laporan)."""
        return self.satker, self.laporan


@dataclass(frozen=True, slots=True)
class Terbitan:
    """An earlier publication.

    Attributes:
        sidik: Hash of its file.
        masukan: What it was made from.
        temuan: Its findings by id.
        laporan: The reports that had checks or findings.
        pemeriksaan: Number of its checks.
    """

    sidik: str
    masukan: Masukan
    temuan: Mapping[str, TemuanLalu]
    laporan: frozenset[Kunci]
    pemeriksaan: int


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What is different from an earlier publication.

    Attributes:
        baru: Findings that it did not have, in the order of the result.
        tetap: Number of findings that it had as well, whatever their severity.
        selesai: Findings that were looked for again and are gone, by report, severity and rule.
        lepas: Findings that are gone because they were not looked for, and why not.
        laporan_baru: Reports that it did not have.
        laporan_hilang: Reports that only it had.
        data, aturan, perangkat: Whether these inputs are different; `aturan` includes the settings.
    """

    terbitan: Terbitan
    baru: tuple[Temuan, ...]
    tetap: int
    selesai: tuple[TemuanLalu, ...]
    lepas: tuple[tuple[TemuanLalu, Alasan], ...]
    laporan_baru: tuple[Laporan, ...]
    laporan_hilang: tuple[Kunci, ...]
    data: bool
    aturan: bool
    perangkat: bool


def compare(hasil: Hasil, terbitan: Terbitan | None) -> tuple[Hasil, Perubahan | None]:
    """Return the result with the status of its findings, `baru` or `tetap`, and what changed.

    Without an earlier publication all findings stay `baru`, and there is nothing to tell.
    """
    if terbitan is None:
        return hasil, None
    temuan = tuple(replace(t, status="tetap" if t.id in terbitan.temuan else "baru") for t in hasil.temuan)
    baru = tuple(t for t in temuan if t.status == "baru")
    kini = {t.id for t in temuan}
    alasan = _Pencari(hasil)
    hilang = [(t, alasan(t)) for t in sorted(terbitan.temuan.values(), key=_order) if t.id not in kini]
    ada = {x.kunci for x in hasil.laporan}
    lama, masukan = terbitan.masukan, hasil.masukan
    perubahan = Perubahan(
        terbitan=terbitan,
        baru=baru,
        tetap=len(temuan) - len(baru),
        selesai=tuple(t for t, a in hilang if a is None),
        lepas=tuple((t, a) for t, a in hilang if a is not None),
        laporan_baru=tuple(x for x in hasil.laporan if x.kunci not in terbitan.laporan),
        laporan_hilang=tuple(sorted(terbitan.laporan - ada)),
        data=lama.data != masukan.data,
        aturan=lama.aturan != masukan.aturan,
        perangkat=lama.perangkat != masukan.perangkat,
    )
    return replace(hasil, temuan=temuan, masukan=replace(masukan, terbitan_lalu=terbitan.sidik)), perubahan


def _order(t: TemuanLalu) -> tuple[object, ...]:
    return (*t.kunci, -t.keparahan.tingkat, t.aturan, t.id)


class _Pencari:
    """Tells why findings of an earlier publication were not looked for in a result."""

    def __init__(self, hasil: Hasil) -> None:
        self._laporan = {x.kunci: x for x in hasil.laporan}
        self._tabel = {x.kunci: {y.id for y in x.tabel} for x in hasil.laporan}
        self._keluarga = {a.id: a.keluarga for a in hasil.aturan}
        self._mati = {(a, k.satker) for a, daftar in hasil.khusus.items() for k in daftar if k.mati}
        self._galat = hasil.galat_mesin

    def __call__(self, t: TemuanLalu) -> Alasan | None:
        """Return the reason; None if the finding was looked for."""
        laporan = self._laporan.get(t.kunci)
        if laporan is None and t.kunci != BERSAMA:
            return "laporan"
        if t.aturan not in self._keluarga or (t.aturan, t.satker) in self._mati:
            return "aturan"
        if t.aturan in self._galat:
            return "mesin"
        # Rules about the file itself apply to whatever stands there.
        if laporan is None or self._keluarga[t.aturan] == 9:
            return None
        if not laporan.terbaca:
            return "berkas"
        return "tabel" if t.tabel and t.tabel not in self._tabel[t.kunci] else None


def read(jalur: Path) -> Terbitan | None:
    """Read the `temuan.json` of an earlier publication; None if there is no such file.

    Raises:
        TerbitanError: It is no such file.
    """
    try:
        keadaan = jalur.stat()
        if not jalur.is_file():
            raise TerbitanError("bukan berkas")
        if keadaan.st_size > MAKS_UKURAN:
            raise TerbitanError(f"lebih besar daripada {MAKS_UKURAN // 1_000_000} MB")
        return _read(jalur, keadaan.st_mtime_ns, keadaan.st_size)
    except FileNotFoundError:
        return None
    except OSError as salah:
        raise TerbitanError(f"tidak dapat dibaca ({salah.strerror or type(salah).__name__})") from salah


@lru_cache(maxsize=1)
def _read(jalur: Path, _saat: int, _ukuran: int) -> Terbitan:
    """Read a file; `mkdocs serve` asks again after every change, but not of this file."""
    return parse(jalur.read_bytes())


def parse(isi: bytes) -> Terbitan:
    """Understand the bytes of a `temuan.json`.

    Raises:
        TerbitanError: They are something else.
    """
    try:
        dokumen = json.loads(isi.decode("utf-8-sig"), object_hook=_slim)
    except (ValueError, RecursionError) as salah:
        baris = f" (baris {salah.lineno})" if isinstance(salah, json.JSONDecodeError) else ""
        raise TerbitanError(f"bukan JSON yang utuh{baris}") from salah
    if not isinstance(dokumen, dict) or "versi" not in dokumen:
        raise TerbitanError("bukan hasil pemeriksaan: tidak ada `versi` di dalamnya")
    if dokumen["versi"] != VERSI:
        raise TerbitanError(f"`versi`-nya bukan `{VERSI}`, sehingga isinya tidak dapat dibandingkan")
    try:
        masukan = Masukan(*(_text(dokumen["masukan"], n) for n in ("data", "aturan", "perangkat")))
        temuan = {t.id: t for t in map(_finding, _list(dokumen["temuan"]))}
        diperiksa = {(_text(p, "satker"), _text(p, "laporan")) for p in _list(dokumen["pemeriksaan"])}
        jumlah = _number(dokumen["ringkasan"], "pemeriksaan")
    except (KeyError, TypeError, ValueError) as salah:
        raise TerbitanError(f"bukan hasil pemeriksaan yang lengkap: {_named(salah)} tidak ada atau keliru") from salah
    laporan = frozenset(diperiksa | {t.kunci for t in temuan.values()}) - {BERSAMA}
    return Terbitan(f"sha256:{hashlib.sha256(isi).hexdigest()}", masukan, temuan, laporan, jumlah)


_DIPAKAI = frozenset({
    "versi", "masukan", "data", "aturan", "perangkat", "ringkasan", "pemeriksaan", "temuan", "id", "en", "keparahan",
    "satker", "laporan", "tabel", "nama", "pesan",
})  # fmt: skip


def _slim(isi: dict[str, Any]) -> dict[str, Any]:
    """Forget at once what is of no use here: it is most of the file."""
    return {kunci: nilai for kunci, nilai in isi.items() if kunci in _DIPAKAI}


def _finding(isi: Any) -> TemuanLalu:
    pesan = isi["pesan"]
    return TemuanLalu(
        id=_text(isi, "id"),
        aturan=_text(isi, "aturan"),
        keparahan=Keparahan(_text(isi, "keparahan")),
        satker=_text(isi, "satker"),
        laporan=_text(isi, "laporan"),
        tabel=_text(isi, "tabel") if isi["tabel"] is not None else "",
        nama=_text(isi, "nama"),
        pesan=dict(_texts(pesan)),
    )


def _texts(pesan: Any) -> Iterator[tuple[str, str]]:
    yield "id", _text(pesan, "id")
    if "en" in pesan:
        yield "en", _text(pesan, "en")


def _number(isi: Any, kunci: str) -> int:
    if type(isi[kunci]) is not int:
        raise TypeError(kunci)
    return int(isi[kunci])


def _list(isi: Any) -> list[Any]:
    if not isinstance(isi, list):
        raise TypeError("temuan")
    return isi


def _text(isi: Any, kunci: str) -> str:
    """Return a text of an object, as it can be printed and sorted anywhere: without halves of characters."""
    nilai = isi[kunci]
    if not isinstance(nilai, str):
        raise TypeError(kunci)
    return nilai.encode("utf-8", "replace").decode("utf-8")


def _named(salah: Exception) -> str:
    """Name the field that is missing or wrong, as far as it is known."""
    kunci = salah.args[0] if salah.args else None
    return f"`{kunci}`" if isinstance(kunci, str) and kunci in _DIPAKAI else "sebagian isinya"
