"""Row keys: what each row of a table is about, column by column, with keys from above and parents in mind."""

from __future__ import annotations

from collections.abc import Sequence

from .. import periode as periode_
from ..laporan import Besaran, KolomTabel
from ..pengenal import KELAS_PERIODE, BesaranError, Pengenal
from .cell import TIDAK_ADA
from .grid import BarisKisi, Sel

_TANDA_RUJUKAN = frozenset("/:@")


def is_reference(label: str) -> bool:
    """Whether the label of a total row is a reference (`indikator/ikm:realisasi`) and not a name (`Jumlah`)."""
    return " " not in label and bool(_TANDA_RUJUKAN & set(label))


def split_reference(label: str) -> tuple[str, str, str, str, str]:
    """Split the label of a total, `[hal][:ukuran][~kelompok][@periode][#versi]`, into its five parts."""
    label, _, versi = label.partition("#")
    label, _, periode = label.partition("@")
    label, _, kelompok = label.partition("~")
    hal, ada, ukuran = label.rpartition(":")
    return (hal, ukuran, kelompok, periode, versi) if ada else (label, "", kelompok, periode, versi)


class PembacaKunci:
    """Follows the keys of one table from row to row; `tercetak` collects each hal as the key cells print it.

    Args:
        pengenal: The names of the report.
        kolom: The columns of the table.
        dasar: What the table as a whole is about: hal, period and version.
    """

    def __init__(self, pengenal: Pengenal, kolom: Sequence[KolomTabel], dasar: Besaran) -> None:
        self._pengenal, self._kolom, self._dasar = pengenal, kolom, dasar
        self._di_atas: dict[int, str] = {}
        self._induk: list[str] = []
        self._galat: list[tuple[Sel, BesaranError]] = []
        self.tercetak: dict[str, str] = {}

    def owners(self, b: BarisKisi) -> tuple[list[Besaran | None], list[tuple[Sel, BesaranError]]]:
        """Return, for each column, what the keys at and left of it fix, and what could not be understood.

        The `ukuran` of such a quantity is empty unless a key names it; None stands for a key that is not known.
        """
        self._galat = []
        kini: Besaran | None = self._dasar
        hasil: list[Besaran | None] = []
        pertama = True
        for n, k in enumerate(self._kolom):
            if k.jenis == "kunci" and n < len(b.sel):
                if b.total:
                    kini = self._total(b.sel[n], kini) if pertama and kini else kini
                elif kini is not None:
                    kini = self._key(n, b, k, kini, pertama)
                pertama = False
            hasil.append(kini)
        return hasil, self._galat

    def _total(self, sel: Sel, kini: Besaran) -> Besaran:
        teks = sel.teks
        dibaca = periode_.read(teks, self._pengenal.periode.tahun) if teks else None
        if dibaca is not None:
            return kini._replace(periode=dibaca)
        if not is_reference(teks):
            return kini
        hal, ukuran, kelompok, periode, versi = split_reference(teks)
        tertuju = self._pengenal.hal(hal) if hal else kini.hal
        dikenal = self._pengenal.kosakata.find(ukuran) if ukuran else None
        rentang = periode_.read(periode, self._pengenal.periode.tahun) if periode else kini.periode
        if tertuju is None or (ukuran and dikenal is None) or (periode and rentang is None):
            self._galat.append((sel, self._pengenal.unknown("Rujukan", "reference", teks, self._pengenal.hal_names())))
            return kini
        return Besaran(tertuju, dikenal.id if dikenal else "", kelompok or kini.kelompok, rentang, versi or kini.versi)

    def _key(self, n: int, b: BarisKisi, k: KolomTabel, kini: Besaran, pertama: bool) -> Besaran | None:
        sel = b.sel[n]
        teks = sel.teks.strip("[]").strip()
        if teks and teks != TIDAK_ADA:
            # A new key starts a new group: what stood above in the keys to its right no longer holds.
            self._di_atas = {m: t for m, t in self._di_atas.items() if m < n} | {n: teks}
        teks = self._di_atas.get(n, "")
        kelas = k.kelas[min(b.tingkat, len(k.kelas) - 1)]
        if kelas in KELAS_PERIODE:
            dibaca = periode_.read(teks, self._pengenal.periode.tahun)
            if dibaca is None:
                self._unknown(sel, kelas, teks)
                return None
            return kini._replace(periode=dibaca)
        if kelas == "versi":
            return kini._replace(versi=teks)
        if kelas == "kelompok":
            return kini._replace(kelompok=teks)
        if kelas == "ukuran":
            return self._measure(sel, teks, kini)
        induk = "" if pertama else kini.hal
        if 0 < b.tingkat <= len(self._induk):
            induk = self._induk[b.tingkat - 1]
        hal = self._pengenal.row_key(kelas, teks, induk)
        if hal is None:
            self._unknown(sel, kelas, teks)
            return None
        self.tercetak.setdefault(hal, teks)
        if pertama or len(k.kelas) > 1:
            self._induk = [*self._induk[: b.tingkat], hal]
        return kini._replace(hal=hal)

    def _measure(self, sel: Sel, teks: str, kini: Besaran) -> Besaran | None:
        try:
            besaran = self._pengenal.besaran(teks, kini.hal)
        except BesaranError as galat:
            self._galat.append((sel, galat))
            return None
        if "#" not in teks:
            # Which version is meant depends on the period, and a column may still say another one.
            besaran = besaran._replace(versi="")
        # A period that is not written falls back to the table's, then to the measure's own.
        if "@" not in teks and self._dasar.periode is not None:
            return besaran._replace(periode=self._dasar.periode)
        return besaran

    def _unknown(self, sel: Sel, kelas: str, teks: str) -> None:
        nama = self._pengenal.hal_names()
        self._galat.append((sel, self._pengenal.unknown(kelas.capitalize(), kelas, teks, nama)))
