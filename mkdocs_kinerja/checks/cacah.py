"""Counts stated in words ("13 indikator", "5 KRO", "11 tercapai") against what can be counted in the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from ..fakta import Fakta
from ..laporan import Amatan, Laporan, Tabel
from ..pengenal import JENJANG
from ..temuan import Bukti, Tempat
from .bukti import measure, place, usable, where
from .label import plain
from .ringkasan import BarisIndikator

AWALAN = "jumlah_"
"""A measure `jumlah_<kelas>` counts the subjects of a class."""
TABEL = "tabel/"
"""The hal of a table: `jumlah_baris` counts its rows, `jumlah_nama` its different names."""


def facts(laporan: Laporan, ringkas: Sequence[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact per stated count that can be counted."""
    hitung = _Penghitung(laporan, ringkas)
    for a in laporan.pernyataan:
        # A count of a group (those that missed, those surveyed) cannot be told from the list of all.
        if a.besaran.ukuran.startswith(AWALAN) and usable(a) and not a.besaran.kelompok:
            nyata = hitung.count(a)
            if nyata is not None:
                yield _fakta(laporan, a, *nyata)


class _Penghitung:
    """Counts what a stated count is about.

    Args:
        laporan: The report.
        ringkas: Its indicators, judged.
    """

    def __init__(self, laporan: Laporan, ringkas: Sequence[BarisIndikator]) -> None:
        self._laporan, self._ringkas = laporan, ringkas
        self._tabel = {t.id: t for t in laporan.tabel}

    def count(self, a: Amatan) -> tuple[str, list[str], Tabel | None] | None:
        """Return the kind of count, the names that were counted, and the table they stand in; None if unknown."""
        kelas = a.besaran.ukuran.removeprefix(AWALAN)
        if a.besaran.hal.startswith(TABEL):
            return self._rows(a.besaran.hal.removeprefix(TABEL), kelas)
        if kelas in CAPAIAN:
            anggota = self._members(a.besaran.hal)
            if anggota is None or any(b.status == "tidak-dinilai" for b in anggota):
                return None
            return "capaian", [b.nama for b in anggota if CAPAIAN[kelas](b)], None
        if kelas == "indikator":
            anggota = self._members(a.besaran.hal)
            return ("susunan", [b.nama for b in anggota], None) if anggota else None
        if kelas == "sasaran" and self._laporan.sasaran:
            return "susunan", [s.nama for s in self._laporan.sasaran], None
        return self._subjects(a, kelas) if kelas in JENJANG else None

    def _members(self, hal: str) -> list[BarisIndikator] | None:
        if hal in {"laporan", "satker"}:
            terdaftar = {i for s in self._laporan.sasaran for i in s.indikator}
            return [b for b in self._ringkas if b.id in terdaftar] or None
        kelas, _, kunci = hal.partition("/")
        if kelas != "sasaran":
            return None
        anggota = next((s.indikator for s in self._laporan.sasaran if s.id == kunci), ())
        return [b for b in self._ringkas if b.id in anggota] or None

    def _rows(self, id_: str, kelas: str) -> tuple[str, list[str], Tabel | None] | None:
        tabel = self._tabel.get(id_)
        if tabel is None or kelas not in {"baris", "nama"}:
            return None
        nama = [b.label.get("nama", (b.nama, None))[0] or b.nama for b in tabel.baris if not b.total]
        if kelas == "nama":
            nama = list({plain(n): n for n in reversed(nama)}.values())[::-1]
        return "tabel", nama, tabel

    def _subjects(self, a: Amatan, kelas: str) -> tuple[str, list[str], Tabel | None] | None:
        """Count the budget codes of a level, below the code that is spoken of.

        Tables may list some of them only: the count holds if any table has so many, and is held against the longest
        list otherwise.
        """
        daftar: list[tuple[list[str], Tabel]] = []
        for tabel in self._laporan.tabel:
            ada = dict.fromkeys(
                b.hal for b in tabel.baris if b.hal.startswith(f"{kelas}/") and _below(b.hal, a.besaran.hal)
            )
            if ada:
                daftar.append((list(ada), tabel))
        if not daftar:
            return None
        hal, tabel = max(daftar, key=lambda d: (len(d[0]) == a.dibaca.penuh, len(d[0])))
        return "susunan", [self._laporan.nama(h) for h in hal], tabel


CAPAIAN: dict[str, Callable[[BarisIndikator], bool]] = {
    "tercapai": lambda b: b.status in {"tercapai", "sesuai-laju"},
    "tidak_tercapai": lambda b: b.status not in {"tercapai", "sesuai-laju"},
    "melebihi": lambda b: b.capaian_hitung is not None and b.capaian_hitung > 100,
}
"""What a stated count of reached, missed or exceeded targets counts."""


def _below(hal: str, induk: str) -> bool:
    kunci = induk.partition("/")[2]
    return not kunci or hal.partition("/")[2].startswith(f"{kunci}.")


def _fakta(laporan: Laporan, a: Amatan, jenis: str, nama: Sequence[str], tabel: Tabel | None) -> Fakta:
    nyata = len(nama)
    tercetak = a.dibaca.penuh or Decimal(0)
    baris = f"{a.sumber.baris[0]}" if a.sumber.baris else ""
    tempat = [place(a, "dilaporkan")]
    if tabel is not None and tabel.baris:
        tempat.append(Tempat("pembanding", str(nyata), tabel.posisi, tabel.baris[0].sumber, tabel.label, tabel.id))
    return Fakta(
        "cacahan",
        ("cacahan", a.besaran.teks(laporan.tahun), baris),
        {"hal": a.besaran.hal, "ukuran": a.besaran.ukuran, "jenis": jenis, "cocok": tercetak == nyata},
        {
            "nama": tabel.label if tabel is not None and jenis == "tabel" else a.nama,
            "ukuran_nama": measure(laporan, a.besaran),
            "tempat": where(laporan, a),
            "dilaporkan": a.angka.teks.strip(),
            "seharusnya": str(nyata),
            "selisih": tercetak - nyata,
            "di": {"id": f" ({tabel.label})", "en": f" ({tabel.label})"} if tabel is not None else {},
            "daftar": "; ".join(nama[:12]) + ("; \u2026" if len(nama) > 12 else ""),
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti(tuple(tempat)),
    )
