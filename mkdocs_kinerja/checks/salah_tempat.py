"""Misplaced figures as a thing by themselves: what moved where, as a fact and in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..fakta import Fakta
from ..laporan import Amatan, Baris, Besaran, Laporan, Tabel
from ..periode import Periode
from ..selang import Selang
from ..temuan import Bukti
from .bukti import column_name, like, measure, place

JenisGeseran = Literal["baris", "kolom", "salin", "salin-kolom", "tahun", "antara"]


@dataclass(frozen=True, slots=True)
class Geseran:
    """Cells of one table whose figures belong elsewhere.

    Attributes:
        jenis: baris: a column moved by rows; kolom: rows moved by columns; salin: a row that holds another row's
            figures; salin-kolom: a column that holds the result its row adds up to; tahun: figures of another year;
            antara: results that are the part of the target which was due within the year.
        pembeda: Tells slips of one kind in the same table apart.
        sel: The cells, in the order of the table.
        seharusnya: What the rest of the report says for each of them.
        asal: For each of them, a cell (or the row) it fits, as a reader finds it.
        langkah: By how many rows or columns; 0 for the others.
        periode: The other year, for `tahun`.
        sumber: The row whose figures were copied, for `salin`.
    """

    jenis: JenisGeseran
    tabel: Tabel
    pembeda: str
    sel: tuple[Amatan, ...]
    seharusnya: tuple[Selang, ...]
    langkah: int = 0
    periode: Periode | None = None
    sumber: Baris | None = None

    @property
    def kunci(self) -> tuple[str, ...]:
        """Key of its fact."""
        return ("geseran", self.jenis, self.tabel.id, self.pembeda)


def replaced(g: Geseran) -> Mapping[Amatan, Selang]:
    """Return the cells of a slip with what the rest of the report says about them."""
    return dict(zip(g.sel, g.seharusnya, strict=True))


def clean(laporan: Laporan, ada: Sequence[Geseran]) -> Iterable[Fakta]:
    """Return one fact for all tables without a slip; none where every table has one."""
    bergeser = {g.tabel.id for g in ada}
    banyak = sum(t.id not in bergeser for t in laporan.tabel)
    if banyak:
        yield Fakta(
            "geseran",
            ("geseran", "bersih"),
            {"tabel": "", "jenis": "", "ada": False, "banyak": 0, "menyelesaikan": 0},
            {"alasan": {}},
            None,
            banyak,
        )


def fact(laporan: Laporan, g: Geseran, selesai: int) -> Fakta:
    """Return the fact about one slip.

    Args:
        laporan: The report.
        g: The slip.
        selesai: How many contradictions it settles.
    """
    uraian = _described(laporan, g)
    pertama = g.sel[0]
    return Fakta(
        "geseran",
        g.kunci,
        {"tabel": g.tabel.id, "jenis": g.jenis, "ada": True, "banyak": len(g.sel), "menyelesaikan": selesai},
        {
            "nama": g.tabel.label,
            "tempat": g.tabel.label,
            "uraian": uraian,
            "dilaporkan": pertama.angka.teks.strip(),
            "seharusnya": like(pertama, g.seharusnya[0].tengah),
            "alasan": {},
            "_besaran": Besaran(
                g.tabel.hal, pertama.besaran.ukuran, "", pertama.besaran.periode, pertama.besaran.versi
            ),
        },
        Bukti(tuple(place(a, "dilaporkan") for a in g.sel)),
    )


def _described(laporan: Laporan, g: Geseran) -> Mapping[str, str]:
    """Say what moved where, in words."""
    banyak, a = len(g.sel), g.sel[0]
    nama = measure(laporan, a.besaran)
    langkah = abs(g.langkah)
    match g.jenis:
        case "baris":
            arah = ("ke atas", "up") if g.langkah > 0 else ("ke bawah", "down")
            return {
                "id": f"{banyak} angka kolom {nama['id']} bergeser {langkah} baris {arah[0]}",
                "en": f"{banyak} figures of the column {nama['en']} are moved {arah[1]} by {langkah} rows",
            }
        case "kolom":
            arah = ("ke kiri", "to the left") if g.langkah > 0 else ("ke kanan", "to the right")
            return {
                "id": f"{banyak} angka bergeser {langkah} kolom {arah[0]}",
                "en": f"{banyak} figures are moved {arah[1]} by {langkah} columns",
            }
        case "salin":
            asal = g.sumber.nama if g.sumber else ""
            return {
                "id": f"baris {a.nama} memuat {banyak} angka milik baris {asal}",
                "en": f"the row {a.nama} holds {banyak} figures that belong to the row {asal}",
            }
        case "salin-kolom":
            salah, hasil = (column_name(g.tabel.kolom[int(n)]) for n in g.pembeda.split("/"))
            return {
                "id": f"{banyak} angka kolom {salah['id']} sama dengan kolom {hasil['id']}",
                "en": f"{banyak} figures of the column {salah['en']} repeat the column {hasil['en']}",
            }
        case "antara":
            return {
                "id": f"{banyak} realisasi persis {g.langkah}% dari target setahun, jadi target antara, bukan hasil",
                "en": f"{banyak} results are exactly {g.langkah}% of the annual target: interim targets, not results",
            }
        case "tahun":
            tahun = g.periode.tahun if g.periode else ""
            return {
                "id": f"{banyak} angka {nama['id']} adalah angka tahun {tahun}",
                "en": f"{banyak} figures of {nama['en']} are those of {tahun}",
            }
