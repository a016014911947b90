"""From the text of a cell to an observation: reading, scale, notation, units, and what is suspicious about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import angka as angka_
from ..angka import Angka, Keadaan, Notasi
from ..laporan import Amatan, Besaran, Masalah
from ..lokasi import Posisi, Sumber
from . import cell

PALING_BANYAK = 3
"""From so many cells on, a column in the other notation is told once."""

_LAIN = {"id": "Inggris (1,234.5)", "en": "Indonesia (1.234,5)"}
_TUKAR = str.maketrans(",.", ".,")
_OTHER = {"id": "English (1,234.5)", "en": "Indonesian (1.234,5)"}


@dataclass(frozen=True, slots=True)
class Konteks:
    """What the table or grid says about all its cells."""

    notasi: Notasi
    skala: int = 0
    tabel: str = ""
    jenis: str = "pernyataan"
    satuan: str = ""


def observe(
    teks: str,
    besaran: Besaran,
    jenis: str,
    konteks: Konteks,
    posisi: Posisi,
    sumber: Sumber,
    nama: str,
    satuan: str = "",
) -> Amatan | None:
    """Read one cell; None where the document has no such cell (`~`).

    Args:
        teks: The cell with its marks.
        besaran: What it is about.
        jenis: Kind of number of the quantity: cacah, uang, persen, indeks or teks.
        konteks: Notation, scale and kind of the table.
        posisi: Place of the cell in the file.
        sumber: Place in the document.
        nama: Name of the row.
        satuan: Unit that the row prints, if any.
    """
    if teks == cell.TIDAK_ADA:
        return None
    isi = cell.read(teks)
    uang = jenis == "uang"
    skala = isi.skala if isi.skala is not None else konteks.skala if uang else 0
    dibaca = angka_.read(isi.teks, isi.notasi or konteks.notasi, skala)
    # The unit of a row is that of its volume or indicator, not that of the money and percentages beside them.
    hasil = besaran.hal.startswith("indikator/") and besaran.ukuran in {"target", "target_antara", "realisasi"}
    satuan_sel = (
        isi.satuan or dibaca.satuan or (satuan or konteks.satuan if hasil or jenis not in {"persen", "uang"} else "")
    )
    return Amatan(
        besaran, dibaca, posisi, sumber, nama, konteks.tabel, konteks.jenis, satuan_sel,
        isi.tercetak, isi.dugaan, (*isi.catatan, *([isi.notasi] if isi.notasi else [])), isi.terbilang,
        angka_.read(isi.dugaan, isi.notasi or konteks.notasi, skala) if isi.dugaan else None,
    )  # fmt: skip


def _settled(amatan: Amatan) -> bool:
    """Whether the transcriber has said how the cell is meant: `{sic}`, `{en}`, `{id}` or a believed reading."""
    return bool(amatan.dugaan or {"sic", "en", "id"} & set(amatan.catatan))


def problem(amatan: Amatan, notasi: Notasi, jenis: str) -> Masalah | None:
    """Return what is wrong with the way a value is written, if anything."""
    a = amatan.angka
    teks = a.teks.strip()
    if _settled(amatan):
        return None
    if a.keadaan is Keadaan.TAK_TERBACA and teks != "?":
        return _masalah(
            "angka", amatan,
            f"Angka {teks!r} tidak dapat dibaca dalam notasi mana pun.",
            f"The number {teks!r} cannot be read in either notation.",
        )  # fmt: skip
    if a.keadaan is Keadaan.TEKS and jenis != "teks":
        return _masalah(
            "angka", amatan,
            f"{teks!r} bukan angka, padahal kolom ini berisi angka.",
            f"{teks!r} is no number, but this column holds numbers.",
        )  # fmt: skip
    if a.notasi is not None and a.notasi != notasi and a.keadaan is Keadaan.ANGKA:
        return _masalah(
            "angka", amatan,
            f"{teks!r} ditulis dalam notasi {_LAIN[notasi]}, berbeda dari notasi yang dinyatakan; dibaca {_baca(a)}.",
            f"{teks!r} is written in {_OTHER[notasi]} notation, unlike the declared one; read as {_baca(a, 'en')}.",
        )  # fmt: skip
    return None


def together(masalah: list[Masalah], kolom: str) -> list[Masalah]:
    """Tell a column in the other notation once, at its first cell: forty messages would say no more.

    Args:
        masalah: The problems of the cells of one column.
        kolom: The label of the column.
    """
    notasi = [
        m for m in masalah if m.amatan is not None and m.amatan.angka.keadaan is Keadaan.ANGKA and m.kode == "angka"
    ]
    if len(notasi) < PALING_BANYAK:
        return masalah
    pertama = notasi[0]
    nama = f"Kolom {kolom!r}" if kolom else "Kolom ini"
    column = f"Column {kolom!r}" if kolom else "This column"
    satu = replace(
        pertama,
        pesan={
            "id": f"{nama}: {len(notasi)} angka ditulis dalam notasi yang berbeda dari yang dinyatakan. "
            f"Yang pertama: {pertama.pesan['id']}",
            "en": f"{column}: {len(notasi)} numbers are written in another notation than the declared one. "
            f"The first: {pertama.pesan['en']}",
        },
    )
    return [satu, *(m for m in masalah if m not in notasi)]


def doubtful(kolom: list[tuple[Amatan, str]]) -> list[Masalah]:
    """Return the lone groups of three digits in a column that their kind of number, or the column, contradicts.

    `1.995` reads 1995 in Indonesian notation and 1.995 in English. A percentage above a thousand in a column of
    small ones, and a count or an amount with three decimals, were probably meant the other way.

    Args:
        kolom: The observations of one column, each with its kind of number.
    """
    lain = {
        jenis: [abs(a.angka.nilai) for a, j in kolom if j == jenis and a.angka.nilai is not None and not a.angka.ragu]
        for jenis in ("persen", "indeks")
    }
    hasil = []
    for amatan, jenis in kolom:
        a = amatan.angka
        if not a.ragu or _settled(amatan):
            continue
        pecahan = a.desimal > 0
        if (pecahan and jenis in {"cacah", "uang"} and not a.skala) or (
            not pecahan and len(lain.get(jenis, ())) > 1 and max(lain[jenis]) < 1000
        ):
            hasil.append(
                _masalah(
                    "ragu", amatan,
                    f"{a.teks.strip()!r} dibaca {_baca(a)}, tetapi isi kolom ini menunjukkan arti lain.",
                    f"{a.teks.strip()!r} is read as {_baca(a, 'en')}, but its column suggests another meaning.",
                )
            )  # fmt: skip
    return hasil


def _baca(a: Angka, notasi: Notasi = "id") -> str:
    teks = f"{a.nilai:,f}"
    return teks if notasi == "en" else teks.translate(_TUKAR)


def _masalah(kode: str, amatan: Amatan, pesan: str, pesan_en: str) -> Masalah:
    return Masalah(
        "ragu" if kode == "ragu" else "angka",
        {"id": pesan, "en": pesan_en},
        amatan.posisi,
        f"{amatan.tabel}/{amatan.besaran.teks()}",
        amatan,
    )
