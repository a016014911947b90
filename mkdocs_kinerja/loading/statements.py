"""The grids of prose: obstacles and follow-up, figures and judgements, labels, dates of events."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .. import lokasi
from .. import periode as periode_
from ..angka import Notasi
from ..laporan import Amatan, ArahSimpulan, Besaran, JenisKendala, Kendala, Label, Masalah, Peristiwa, Simpulan
from ..lokasi import Posisi, Sumber
from ..pengenal import BesaranError, Pengenal
from . import figures, grid
from .grid import BarisKisi
from .node import Node

KOLOM_KENDALA = ("sumber", "hal", "kendala", "tindak lanjut", "tempat")
KOLOM_PERNYATAAN = ("sumber", "hal", "ukuran", "periode", "nilai", "tempat")
KOLOM_LABEL = ("sumber", "hal", "tertulis", "maksud", "tempat")
KOLOM_PERISTIWA = ("sumber", "hal", "tanggal", "semestinya", "tempat")
SIMPULAN = "simpulan"

_STRIP = frozenset({"-", "\u2013", "\u2014", "--"})
_SANGKAL = re.compile(
    r"(?:(?:tidak|belum) (?:ada|terdapat|ditemukan|ditemui|mengalami|memiliki|dijumpai)\b[^.;,]*?"
    r"\b(?:kendala|hambatan|permasalahan|masalah)\w*|nihil\b|tanpa (?:kendala|hambatan)\b"
    r"|(?:tidak|belum) ada(?=[.\s]*\Z))",
    re.IGNORECASE,
)
_KETERANGAN_SANGKAL = re.compile(
    r"(?:\s+(?!namun\b|tetapi\b|tapi\b|hanya\b|kecuali\b|akan tetapi\b|meski|walau)[^.;,]*)?[.\s]*\Z", re.IGNORECASE
)
"""What may follow a denial without taking it back: `yang berarti`, `dalam pelaksanaan kegiatan`."""
_GAGAL = re.compile(r"\b(?:gagal|ketidakberhasilan|tidak berhasil|kurang berhasil|tidak optimal)\b", re.IGNORECASE)
_INGKAR = re.compile(r"\b(?:tidak|belum|kurang|gagal)(?:\s+\w+){0,2}\s*\Z", re.IGNORECASE)
"""A denial right before the word of success: `belum dapat mencapai`, but not `tercapai meskipun belum optimal`."""
_TIDAK_KURANG = re.compile(r"\btidak kurang dari\b", re.IGNORECASE)
_BERHASIL = re.compile(
    r"\b(?:berhasil|keberhasilan|tercapai|mencapai|dicapai|melebihi|melampaui|terpenuhi|memenuhi|terlaksana|direalisasi\w*)\b",
    re.IGNORECASE,
)
_KURANG = re.compile(r"\b(?:tidak|belum|kurang)\b", re.IGNORECASE)
_NAIK = re.compile(r"\b(?:meningkat|naik|kenaikan|peningkatan)\b", re.IGNORECASE)
_TURUN = re.compile(r"\b(?:menurun|turun|penurunan)\b", re.IGNORECASE)
_TETAP = re.compile(r"\b(?:sama dengan|sama seperti|tetap|tidak berubah|stabil)\b", re.IGNORECASE)


def kind_of_kendala(teks: str) -> JenisKendala:
    """Classify what a place says about obstacles: nothing, a dash, a denial, a denial and then a fact, a fact."""
    bersih = " ".join(teks.split())
    if not bersih:
        return "kosong"
    if bersih in _STRIP:
        return "strip"
    sangkal = _SANGKAL.match(bersih)
    if not sangkal:
        return "nyata"
    return "menyangkal" if _KETERANGAN_SANGKAL.match(bersih[sangkal.end() :]) else "menyangkal-lalu-menyebut"


def direction(teks: str) -> ArahSimpulan:
    """Classify a judgement: berhasil, gagal, naik, turun, tetap, or lain."""
    if _TIDAK_KURANG.search(teks):
        return "berhasil"
    if _GAGAL.search(teks):
        return "gagal"
    berhasil = _BERHASIL.search(teks)
    if berhasil:
        return "gagal" if _INGKAR.search(teks[: berhasil.start()]) else "berhasil"
    if _NAIK.search(teks):
        return "naik"
    if _TURUN.search(teks):
        return "turun"
    if _TETAP.search(teks):
        return "tetap"
    return "gagal" if _KURANG.search(teks) else "lain"


@dataclass(slots=True)
class Prosa:
    """What was read from one of the grids."""

    amatan: list[Amatan] = field(default_factory=list)
    simpulan: list[Simpulan] = field(default_factory=list)
    kendala: list[Kendala] = field(default_factory=list)
    label: list[Label] = field(default_factory=list)
    peristiwa: list[Peristiwa] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PembacaProsa:
    """Reads the grids of one report."""

    pengenal: Pengenal
    dokumen: str
    notasi: Notasi
    jenis_ukuran: Callable[[Besaran], str]

    def kendala(self, node: Node | None) -> Prosa:
        """Read the grid `kendala`: sumber | hal | kendala | tindak lanjut | tempat."""
        prosa = Prosa()
        for b, isi in self._rows(node, KOLOM_KENDALA, 3, "kendala", prosa):
            hal = self._hal(node, b, isi["hal"], prosa, "kendala")
            if node is None or hal is None:
                continue
            teks = isi["kendala"]
            lanjut = isi["tindak lanjut"] if len(b.sel) > 3 else None
            prosa.kendala.append(
                Kendala(
                    hal, teks, kind_of_kendala(teks), lanjut, self._at(node, b, 2), self._source(node, b, isi, prosa)
                )
            )
        return prosa

    def pernyataan(self, node: Node | None) -> Prosa:
        """Read the grid `pernyataan`: sumber | hal | ukuran | periode | nilai | tempat."""
        prosa = Prosa()
        konteks = figures.Konteks(self.notasi)
        for b, isi in self._rows(node, KOLOM_PERNYATAAN, 5, "pernyataan", prosa):
            hal = self._hal(node, b, isi["hal"], prosa, "pernyataan")
            if node is None or hal is None:
                continue
            posisi, sumber = self._at(node, b, 4), self._source(node, b, isi, prosa)
            besaran = self._quantity(node, b, isi, hal, prosa)
            if besaran is None:
                continue
            if besaran.ukuran == SIMPULAN:
                arah = direction(isi["nilai"])
                prosa.simpulan.append(
                    Simpulan(hal, isi["nilai"], arah, besaran.periode, posisi, sumber, besaran.kelompok)
                )
                continue
            jenis = self.jenis_ukuran(besaran)
            nama = self.pengenal.nama.get(hal, hal)
            amatan = figures.observe(isi["nilai"], besaran, jenis, konteks, posisi, sumber, nama)
            if amatan is not None:
                prosa.amatan.append(amatan)
                masalah = figures.problem(amatan, self.notasi, jenis)
                if masalah:
                    prosa.masalah.append(masalah)
        return prosa

    def label(self, node: Node | None) -> Prosa:
        """Read the grid `label`: sumber | hal | tertulis | maksud | tempat."""
        prosa = Prosa()
        for b, isi in self._rows(node, KOLOM_LABEL, 3, "label", prosa):
            hal = self._hal(node, b, isi["hal"], prosa, "label")
            if node is not None and hal is not None:
                sumber = self._source(node, b, isi, prosa)
                prosa.label.append(Label(hal, isi["tertulis"], isi["maksud"], self._at(node, b, 2), sumber))
        return prosa

    def peristiwa(self, node: Node | None) -> Prosa:
        """Read the grid `peristiwa`: sumber | hal | tanggal | semestinya | tempat."""
        prosa = Prosa()
        for b, isi in self._rows(node, KOLOM_PERISTIWA, 3, "peristiwa", prosa):
            hal = self._hal(node, b, isi["hal"], prosa, "peristiwa")
            if node is not None and hal is not None:
                sumber = self._source(node, b, isi, prosa)
                prosa.peristiwa.append(Peristiwa(hal, isi["tanggal"], isi["semestinya"], self._at(node, b, 2), sumber))
        return prosa

    def _rows(
        self, node: Node | None, kolom: tuple[str, ...], paling_sedikit: int, bagian: str, prosa: Prosa
    ) -> list[tuple[BarisKisi, dict[str, str]]]:
        if node is None:
            return []
        hasil = []
        for b in grid.read(node.grid_lines(), 0).isi:
            if not paling_sedikit <= len(b.sel) <= len(kolom):
                prosa.masalah.append(
                    Masalah(
                        "skema",
                        {
                            "id": f"Baris {bagian} berisi {len(b.sel)} sel; seharusnya {paling_sedikit}-{len(kolom)}: "
                            f"{' | '.join(kolom)}.",
                            "en": f"The {bagian} row has {len(b.sel)} cells, not {paling_sedikit} to {len(kolom)}: "
                            f"{' | '.join(kolom)}.",
                        },
                        self._at(node, b, 0),
                        f"{bagian}/{b.awal.teks}/{b.sel[1].teks if len(b.sel) > 1 else ''}",
                    )
                )
                continue
            teks = [s.teks for s in b.sel] + [""] * (len(kolom) - len(b.sel))
            hasil.append((b, dict(zip(kolom, teks, strict=True))))
        return hasil

    @staticmethod
    def _at(node: Node, b: BarisKisi, kolom: int) -> Posisi:
        sel = b.sel[min(kolom, len(b.sel) - 1)]
        return Posisi(node.berkas, sel.baris, sel.kolom)

    def _hal(self, node: Node | None, b: BarisKisi, teks: str, prosa: Prosa, bagian: str) -> str | None:
        hal = self.pengenal.hal(teks)
        if hal is None and node is not None:
            galat = self.pengenal.unknown("Hal", "subject", teks, self.pengenal.hal_names())
            self._note(prosa, self._at(node, b, 1), galat.pesan, galat.pesan_en, f"{bagian}/{teks}")
        return hal

    def _quantity(self, node: Node, b: BarisKisi, isi: dict[str, str], hal: str, prosa: Prosa) -> Besaran | None:
        try:
            besaran = self.pengenal.besaran(isi["ukuran"], hal)
        except BesaranError as galat:
            self._note(prosa, self._at(node, b, 2), galat.pesan, galat.pesan_en, f"pernyataan/{isi['ukuran']}")
            return None
        if not isi["periode"]:
            return besaran
        dibaca = periode_.read(isi["periode"], self.pengenal.periode.tahun)
        if dibaca is None:
            self._note(
                prosa, self._at(node, b, 3),
                f"Periode {isi['periode']!r} tidak dikenal. Tulis misalnya 2025, tw2, jun, atau sd-tw2.",
                f"The period {isi['periode']!r} is unknown. Write for example 2025, tw2, jun or sd-tw2.",
                f"pernyataan/{isi['periode']}",
            )  # fmt: skip
            return None
        if "#" not in isi["ukuran"]:
            ukuran = self.pengenal.kosakata.ukuran[besaran.ukuran]
            besaran = besaran._replace(versi=self.pengenal.default_versi(ukuran, dibaca))
        return besaran._replace(periode=dibaca)

    def _source(self, node: Node, b: BarisKisi, isi: dict[str, str], prosa: Prosa) -> Sumber:
        teks = isi["sumber"]
        rentang = lokasi.read_rentang(teks) if teks else lokasi.Rentang()
        if rentang is None:
            self._note(
                prosa, self._at(node, b, 0),
                f"Sumber {teks!r} tidak dapat dibaca. Tulis nomor baris seperti `435` atau `hal. 12`.",
                f"The source {teks!r} cannot be read. Write a line number like `435`, or `hal. 12`.", f"sumber/{teks}",
            )  # fmt: skip
            rentang = lokasi.Rentang()
        baris = (rentang.baris[0], rentang.baris[-1]) if rentang.baris else None
        return Sumber(self.dokumen, baris, rentang.halaman, isi["tempat"])

    @staticmethod
    def _note(prosa: Prosa, posisi: Posisi, pesan: str, pesan_en: str, jalur: str) -> None:
        prosa.masalah.append(Masalah("rujukan", {"id": pesan, "en": pesan_en}, posisi, jalur))
