"""The report file a table goes into: what it and its data directory already know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..loading.discover import BerkasLaporan, Pencari, period_of
from ..loading.node import Node
from ..loading.registry import shipped_vocabulary
from ..loading.yaml_events import read_document
from ..pengenal import Pengenal
from ..periode import Periode
from .catatan import ImporError
from .konteks import Konteks

_TANPA_PERIODE = Periode.tahunan(2000)


@dataclass(frozen=True, slots=True)
class Tujuan:
    """A report file; `teks` is what stands in it, line ends included."""

    jalur: Path
    teks: str
    konteks: Konteks


def of_data(data: Path) -> Konteks:
    """Return what a data directory knows; nothing where there is none."""
    if not data.is_dir():
        return Konteks(shipped_vocabulary())
    registri = Pencari(data, data).shared().registri
    pengenal = Pengenal(registri.indikator, {}, (), registri.kosakata, _TANPA_PERIODE, {})
    return Konteks(registri.kosakata, pengenal if registri.indikator else None)


def names(data: Path, satker: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of a satker, and the ids of the registered indicators.

    Raises:
        ImporError: There is no such satker.
    """
    if not (data / "satker" / satker / "satker.yml").is_file():
        raise ImporError(
            f"Satker {satker!r} belum ada. Buat dulu: kinerja new satker {satker}",
            f"There is no satker {satker!r} yet. Make it first: kinerja new satker {satker}",
        )
    registri = Pencari(data, data).shared().registri
    return registri.satker[satker].nama, tuple(registri.indikator)


def of_report(jalur: Path) -> Tujuan:
    """Return what a report file and its data directory know.

    Raises:
        ImporError: It is not there or not a report.
    """
    try:
        teks = jalur.read_bytes().decode("utf-8")
    except FileNotFoundError as galat:
        raise ImporError(
            f"{jalur} tidak ada. Buat dulu dengan `kinerja new laporan`, atau tulis blok ke berkas baru dengan -o.",
            f"{jalur} does not exist. Make it with `kinerja new laporan`, or write the block to a new file with -o.",
        ) from galat
    except (OSError, UnicodeDecodeError) as galat:
        raise ImporError(
            f"{jalur} tidak dapat dibaca sebagai teks UTF-8. Periksa berkas itu.",
            f"{jalur} cannot be read as UTF-8 text. Check that file.",
        ) from galat
    dokumen = read_document(jalur)
    node = Node(dokumen, jalur.name, ())
    kepala = node.get("laporan") if isinstance(dokumen.data, dict) else None
    tabel = node.get("tabel") if isinstance(dokumen.data, dict) else None
    terpakai = frozenset(t.text("id") for t in tabel) if tabel is not None and isinstance(tabel.data, list) else ()
    dasar = _known(jalur)
    versi = kepala.get("versi") if kepala else None
    periode = period_of(jalur.stem)
    konteks = Konteks(
        dasar.kosakata,
        dasar.pengenal,
        notasi="en" if kepala and kepala.text("angka") == "en" else "id",
        tahun=periode.tahun if periode else 0,
        dokumen=kepala.text("dokumen") if kepala else "",
        versi=tuple(k for k, _ in versi.items()) if versi and versi.is_mapping else (),
        terpakai=terpakai,
    )
    return Tujuan(jalur, teks, konteks)


def _known(jalur: Path) -> Konteks:
    """Return vocabulary and names: those of data/satker/<id>/<report>.yml if the file stands there."""
    penuh = jalur.resolve()
    periode = period_of(penuh.stem)
    if len(penuh.parents) < 3 or penuh.parents[1].name != "satker" or periode is None:
        return Konteks(shipped_vocabulary())
    data = penuh.parents[2]
    pencari = Pencari(data, data)
    bersama = pencari.shared()
    berkas = BerkasLaporan(penuh, penuh.name, penuh.parent.name, penuh.stem, periode)
    if berkas.satker not in bersama.registri.satker:
        return of_data(data)
    laporan = pencari.report(berkas, bersama)
    return Konteks(laporan.kosakata, laporan.pengenal)
