"""Header lines of a table: what each column is, and which dimensions it fixes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import periode as periode_
from ..kosakata import normal
from ..laporan import KolomTabel
from ..pengenal import KELAS_DIMENSI, Pengenal
from .grid import Sel

LABEL = {
    "nama": "nama", "uraian": "nama", "satuan": "satuan", "kode": "kode", "keterangan": "keterangan", "no": "no",
    "kendala": "kendala", "tindak lanjut": "tindak lanjut", "simpulan": "simpulan", "rencana": "rencana",
    "rencana kegiatan": "rencana", "kegiatan": "kegiatan", "realisasi kegiatan": "kegiatan", "tanggal": "tanggal",
    "lokasi": "lokasi", "pelaksana": "pelaksana", "pihak": "pihak",
}  # fmt: skip
PER_BARIS = "nilai"
"""Header of the value column where the row key names the measure (`ukuran*`)."""


@dataclass(frozen=True, slots=True)
class MasalahKolom:
    """A header cell that cannot be understood."""

    sel: Sel
    pesan: str
    pesan_en: str


def read(
    kepala: Sequence[Sequence[Sel]], dimensi: Sequence[str], pengenal: Pengenal, ukuran: str
) -> tuple[tuple[KolomTabel, ...], list[MasalahKolom]]:
    """Return the columns of a table.

    Args:
        kepala: Header lines, all of the same width.
        dimensi: What each header line is: ukuran, periode, versi, kelompok, hal.
        pengenal: The names of the report.
        ukuran: The measure that is meant where no header line names one; may be empty.
    """
    masalah: list[MasalahKolom] = []
    lebar = len(kepala[0]) if kepala else 0
    mentah = [[baris[n] for baris in kepala] for n in range(lebar)]
    per_baris = any(_classes(sel) == ("ukuran",) for kolom in mentah for sel in kolom)
    kolom: list[KolomTabel] = []
    kiri: list[str] = [""] * len(kepala)
    for sel in mentah:
        tetap = _fixed(sel)
        if tetap is not None:
            kolom.append(tetap)
            kiri = [""] * len(kepala)
            continue
        akhir = len(sel) - 1
        kiri = [s.teks or (kiri[i] if i < akhir else "") for i, s in enumerate(sel)]
        kolom.append(_value(sel, dict(zip(dimensi, kiri, strict=False)), pengenal, ukuran, per_baris, masalah))
    return tuple(kolom), masalah


def _classes(sel: Sel) -> tuple[str, ...]:
    if not sel.teks.endswith("*"):
        return ()
    return tuple(bagian.strip().lower() for bagian in sel.teks[:-1].split(">"))


def _fixed(sel: Iterable[Sel]) -> KolomTabel | None:
    """Return the column if it is a key, a label or one that is not interpreted."""
    isi = [s for s in sel if s.teks]
    if not isi:
        return None
    for s in isi:
        kelas = _classes(s)
        if kelas and all(kelas):
            return KolomTabel(s.teks.removesuffix("*"), "kunci", kelas=kelas)
    teks = isi[0].teks
    if len(isi) == 1 and teks.startswith("_"):
        return KolomTabel(teks.lstrip("_").strip() or teks, "abaikan")
    if len(isi) == 1 and normal(teks) in LABEL:
        return KolomTabel(LABEL[normal(teks)], "label")
    return None


def _value(
    sel: Sequence[Sel],
    isi: dict[str, str],
    pengenal: Pengenal,
    ukuran: str,
    per_baris: bool,
    masalah: list[MasalahKolom],
) -> KolomTabel:
    label = " ".join(s.teks for s in sel if s.teks) or " ".join(t for t in isi.values() if t)
    tempat = next((s for s in sel if s.teks), sel[-1])
    nama = isi.get("ukuran") or ukuran
    periode = versi = kelompok = hal = ""
    if nama and not (per_baris and nama == PER_BARIS):
        kiri, _, sisa = nama.rpartition(":")
        hal = kiri
        nama, periode, versi, kelompok = _split(sisa)
    kelompok = isi.get("kelompok") or kelompok
    versi, periode, hal = isi.get("versi") or versi, isi.get("periode") or periode, isi.get("hal") or hal
    dikenal = None if per_baris and nama in {"", PER_BARIS} else pengenal.kosakata.find(nama)
    if dikenal is None and not per_baris:
        masalah.append(_unknown(tempat, nama, label, pengenal))
        return KolomTabel(label or "?", "abaikan")
    rentang = periode_.read(periode, pengenal.periode.tahun) if periode else None
    if periode and rentang is None:
        masalah.append(
            MasalahKolom(
                tempat,
                f"Periode {periode!r} pada judul kolom tidak dikenal. Tulis misalnya 2025, tw2, jun, atau sd-tw2.",
                f"The period {periode!r} in the header is unknown. Write for example 2025, tw2, jun or sd-tw2.",
            )
        )
        return KolomTabel(label, "abaikan")
    if versi and pengenal.versi and versi not in pengenal.versi:
        galat = pengenal.unknown("Versi", "version", versi, pengenal.versi)
        masalah.append(MasalahKolom(tempat, galat.pesan, galat.pesan_en))
        return KolomTabel(label, "abaikan")
    tertuju = pengenal.hal(hal) if hal else ""
    if tertuju is None:
        masalah.append(
            MasalahKolom(
                tempat, f"Hal {hal!r} pada judul kolom tidak dikenal.", f"Unknown subject {hal!r} in the header."
            )
        )
        return KolomTabel(label, "abaikan")
    return KolomTabel(label, "nilai", (), dikenal, rentang, versi, kelompok, tertuju)


def _split(teks: str) -> tuple[str, str, str, str]:
    """Split `ukuran~kelompok@periode#versi` into (ukuran, periode, versi, kelompok)."""
    teks, _, versi = teks.partition("#")
    teks, _, periode = teks.partition("@")
    nama, _, kelompok = teks.partition("~")
    return nama.strip(), periode.strip(), versi.strip(), kelompok.strip()


def _unknown(sel: Sel, nama: str, label: str, pengenal: Pengenal) -> MasalahKolom:
    if not nama:
        return MasalahKolom(
            sel,
            f"Kolom {label!r} tidak menyebut ukuran. Tambahkan `ukuran:` pada tabel, atau baris judul berisi ukuran.",
            f"Column {label!r} names no measure. Add `ukuran:` to the table, or a header line of that dimension.",
        )
    galat = pengenal.unknown(
        "Ukuran", "measure", nama, (*pengenal.kosakata.names, *LABEL, *(f"{k}*" for k in KELAS_DIMENSI))
    )
    return MasalahKolom(
        sel,
        f"{galat.pesan} Ukuran baru dapat ditambahkan di bagian `ukuran:`; kolom yang tidak diperiksa diawali `_`.",
        f"{galat.pesan_en} New measures go into the section `ukuran:`; columns not to be checked begin with `_`.",
    )
