"""What a row key, a name or a reference means: the one place where texts become `hal` and `Besaran`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from . import periode as periode_
from .kosakata import Kosakata, Ukuran
from .laporan import LAPORAN, SATKER, Besaran, Indikator, Sasaran, Satker
from .periode import Periode

JENJANG = ("program", "kegiatan", "kro", "ro", "komponen", "subkomponen")
"""The levels of the budget. Codes below kegiatan repeat, so their key is the path from kegiatan, joined by dots."""

KELAS_PERIODE = frozenset({"bulan", "triwulan", "tahun", "periode", "semester"})
KELAS_DIMENSI = KELAS_PERIODE | {"ukuran", "versi", "kelompok"}
TUNGGAL = frozenset({SATKER, LAPORAN})

_KODE = re.compile(r"[A-Z0-9.]+\Z")
_BUKAN_SLUG = re.compile(r"[^a-z0-9]+")
_REF = re.compile(
    r"(?:(?P<hal>[^:~@#]*):)?(?P<ukuran>[^:~@#]*)(?:~(?P<kelompok>[^:~@#]*))?(?:@(?P<periode>[^:~@#]*))?(?:#(?P<versi>[^:~@#]*))?\Z"
)
_HAL = re.compile(r"[a-z][a-z0-9_-]*(?:/[^\s:~@#]+)\Z")


def slug(teks: str) -> str:
    """Return the key of a name: `Sertifikasi Profesi` is sertifikasi-profesi, codes such as `6077.AEC` stay."""
    bersih = teks.strip().rstrip("*").strip()
    if _KODE.match(bersih):
        return bersih.strip(".")
    return _BUKAN_SLUG.sub("-", bersih.lower()).strip("-")


@lru_cache(maxsize=8192)
def _sama(teks: str) -> str:
    return " ".join(_BUKAN_SLUG.sub(" ", re.sub(r"</?i>", "", teks.lower())).split())


class BesaranError(ValueError):
    """A reference that cannot be understood; the message is for the author."""

    def __init__(self, pesan: str, pesan_en: str) -> None:
        super().__init__(pesan)
        self.pesan, self.pesan_en = pesan, pesan_en


def suggest(teks: str, pilihan: Iterable[str]) -> str:
    """Return ` Maksud Anda "...?"` for the nearest name, or nothing."""
    dekat = get_close_matches(teks, sorted(pilihan), n=1, cutoff=0.6)
    return dekat[0] if dekat else ""


class Pengenal:
    """Knows every name of a report: registry indicators, its `hal` section, its sasaran, its versions.

    Args:
        indikator: The registry.
        nama: `hal` -> (name, further names), from the report.
        sasaran: The report's goals.
        kosakata: Measures, the report's own included.
        periode: The report's period.
        versi: Versions in order of date, and the date of each.
        unit: Units of the registry, for tables that compare offices (`unit*`).
    """

    def __init__(
        self,
        indikator: Mapping[str, Indikator],
        nama: Mapping[str, tuple[str, tuple[str, ...]]],
        sasaran: Iterable[Sasaran],
        kosakata: Kosakata,
        periode: Periode,
        versi: Mapping[str, str],
        unit: Iterable[Satker] = (),
    ) -> None:
        self.kosakata, self.periode, self.versi = kosakata, periode, versi
        self.indikator = indikator
        self.nama: dict[str, str] = {f"indikator/{i.id}": i.nama for i in indikator.values()}
        self._kunci: dict[tuple[str, str], str] = {}
        for i in indikator.values():
            self._learn("indikator", i.id, (i.nama, *i.alias))
        for s in sasaran:
            self.nama[f"sasaran/{s.id}"] = s.nama
            self._learn("sasaran", s.id, (s.kode, s.nama))
        for u in unit:
            self.nama[f"unit/{u.id}"] = u.label
            self._learn("unit", u.id, (u.nama, u.singkatan, *u.nama_lama, *u.alias))
        for hal, (utama, lain) in nama.items():
            kelas, _, kunci = hal.partition("/")
            self.nama[hal] = utama
            self._learn(kelas, kunci, (utama, *lain))

    def _learn(self, kelas: str, kunci: str, nama: Iterable[str]) -> None:
        for teks in (kunci, *(n for n in nama if n)):
            self._kunci.setdefault((kelas, _sama(teks)), f"{kelas}/{kunci}")

    def row_key(self, kelas: str, teks: str, induk: str) -> str | None:
        """Return the hal of a row, or None where an indicator or sasaran is not registered.

        Args:
            kelas: Class of the key column at this level.
            teks: The cell.
            induk: Hal of the parent row or of a key column to the left; empty at the top.
        """
        dikenal = self._kunci.get((kelas, _sama(teks)))
        if dikenal and not (kelas in JENJANG[2:] and induk):
            return dikenal
        if kelas in {"indikator", "sasaran"}:
            return None
        kunci = slug(teks)
        if not kunci:
            return None
        kelas_induk, _, kunci_induk = induk.partition("/")
        if kelas in JENJANG:
            bersambung = kelas_induk in JENJANG[1:] and JENJANG.index(kelas_induk) < JENJANG.index(kelas)
            if bersambung and not kunci.startswith(f"{kunci_induk}."):
                kunci = f"{kunci_induk}.{kunci}"
        elif kunci_induk:
            kunci = f"{kunci_induk}/{kunci}"
        return f"{kelas}/{kunci}"

    def hal(self, teks: str) -> str | None:
        """Return the hal that is written `teks`: `kro/6077.AEC`, `satker`, or an indicator by id or name."""
        bersih = teks.strip()
        if bersih in TUNGGAL:
            return bersih
        kelas, ada, kunci = bersih.partition("/")
        if ada and _HAL.match(bersih):
            dikenal = self._kunci.get((kelas, _sama(kunci)))
            if dikenal or kelas in {"indikator", "sasaran"}:
                return dikenal
            return bersih
        return self._kunci.get(("indikator", _sama(bersih))) or self._kunci.get(("sasaran", _sama(bersih)))

    def hal_names(self) -> list[str]:
        """Return every way in which a registered indicator or sasaran can be named, for suggestions."""
        pendek = [hal.removeprefix("indikator/") for hal in self.nama]
        return sorted({*pendek, *self.nama, *TUNGGAL})

    def default_periode(self, ukuran: Ukuran) -> Periode | None:
        """Return the period that is meant where none is written."""
        match ukuran.periode:
            case "tahun":
                return self.periode.setahun
            case "sd":
                return self.periode.sampai_akhir
            case "periode":
                return self.periode
            case "tidak":
                return None

    def default_versi(self, ukuran: Ukuran, periode: Periode | None) -> str:
        """Return the last version dated on or before the end of the report, for measures that have versions.

        Revisions belong to the report's own year: the ceiling of another year has none of them.
        """
        if not ukuran.berversi or not self.versi or (periode and periode.tahun != self.periode.tahun):
            return ""
        akhir = f"{self.periode.tahun:04d}-{self.periode.akhir % 12 + 1:02d}-31"
        lewat = [nama for nama, tanggal in self.versi.items() if tanggal <= akhir]
        return lewat[-1] if lewat else next(iter(self.versi))

    def besaran(self, ref: str, hal: str, *, bawaan: Besaran | None = None) -> Besaran:
        """Read a reference `hal:ukuran~kelompok@periode#versi`.

        Args:
            ref: The text.
            hal: What is meant where the reference names no hal.
            bawaan: Where it is given, period, version and group default to its own.

        Raises:
            BesaranError: It cannot be understood.
        """
        cocok = _REF.match(ref.strip())
        if not cocok:
            raise BesaranError(
                f"Rujukan {ref!r} tidak dapat dibaca. Tulis seperti `indikator/ikm:realisasi@sd-tw2`.",
                f"The reference {ref!r} cannot be read. Write it like `indikator/ikm:realisasi@sd-tw2`.",
            )
        tertuju = self.hal(cocok["hal"]) if cocok["hal"] else hal
        if tertuju is None:
            raise self.unknown("Hal", "subject", cocok["hal"], self.hal_names())
        ukuran = self.kosakata.find(cocok["ukuran"])
        if ukuran is None:
            raise self.unknown("Ukuran", "measure", cocok["ukuran"], self.kosakata.names)
        periode = self._periode(cocok["periode"], ukuran, bawaan)
        return Besaran(
            tertuju,
            ukuran.id,
            cocok["kelompok"] if cocok["kelompok"] is not None else (bawaan.kelompok if bawaan else ""),
            periode,
            self._versi(cocok["versi"], ukuran, bawaan, periode),
        )

    def _periode(self, teks: str | None, ukuran: Ukuran, bawaan: Besaran | None) -> Periode | None:
        if teks is None:
            if bawaan and ukuran.periode != "tidak":
                return bawaan.periode
            return self.default_periode(ukuran)
        dibaca = periode_.read(teks, self.periode.tahun)
        if dibaca is None:
            raise BesaranError(
                f"Periode {teks!r} tidak dikenal. Tulis misalnya 2025, tw2, jun, atau sd-tw2.",
                f"The period {teks!r} is unknown. Write for example 2025, tw2, jun or sd-tw2.",
            )
        return dibaca

    def _versi(self, teks: str | None, ukuran: Ukuran, bawaan: Besaran | None, periode: Periode | None) -> str:
        if teks is None:
            if bawaan and ukuran.berversi and bawaan.versi:
                return bawaan.versi
            return self.default_versi(ukuran, periode)
        if self.versi and teks not in self.versi:
            raise self.unknown("Versi", "version", teks, self.versi)
        return teks

    @staticmethod
    def unknown(apa: str, what: str, teks: str, pilihan: Iterable[str]) -> BesaranError:
        """Return the error for an unknown name, with the nearest known one as a suggestion."""
        dekat = suggest(teks, pilihan)
        tanya, ask = (f" Maksud Anda {dekat!r}?", f" Did you mean {dekat!r}?") if dekat else ("", "")
        return BesaranError(f"{apa} {teks!r} tidak dikenal.{tanya}", f"Unknown {what} {teks!r}.{ask}")
