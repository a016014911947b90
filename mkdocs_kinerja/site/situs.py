"""All that the pages are made from, indexed once, and what a single page needs to write itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ..bahasa import Bahasa
from ..checks.ringkasan import BarisIndikator
from ..hasil import Hasil
from ..laporan import Laporan
from ..lokasi import Posisi, Sumber
from ..temuan import Pemeriksaan, Temuan
from ..terbitan import Perubahan
from . import tautan
from .tautan import Alamat, Tautan

if TYPE_CHECKING:
    from ..engine.rule import Aturan

Kunci = tuple[str, str]
"""(satker, laporan)."""
BERSAMA: Kunci = ("", "")
"""Where findings about files stand that all reports share."""


@dataclass(frozen=True, slots=True)
class Situs:
    """One result, ready to be shown.

    Attributes:
        akar: The folder that file names are relative to.
        berkas_url: Where data files can be seen, with `{berkas}` and `{baris}` in it; empty if nowhere.
        alamat: Address of the finished site with a slash at its end; empty if it is not known.
        laporan: Reports by (satker, id).
        berkas: Reports by the name of their file.
        aturan: Rules by id.
        temuan: Findings by id.
        temuan_laporan: Findings of a report in the order of the result; ("", "") has those of shared files.
        temuan_aturan: Findings of a rule.
        laporan_satker: Readable and unreadable reports of a unit, the oldest first.
        pemeriksaan: Counts of a report, in the order of the result.
        pemeriksaan_aturan: Counts of a rule.
        indikator: One line per indicator of each report.
        perubahan: What changed since an earlier publication; None if none is known.
    """

    hasil: Hasil
    bahasa: Bahasa
    tautan: Tautan
    akar: Path
    berkas_url: str
    laporan: Mapping[Kunci, Laporan]
    berkas: Mapping[str, Laporan]
    aturan: Mapping[str, Aturan]
    temuan: Mapping[str, Temuan]
    temuan_laporan: Mapping[Kunci, list[Temuan]]
    temuan_aturan: Mapping[str, list[Temuan]]
    laporan_satker: Mapping[str, list[Laporan]]
    pemeriksaan: Mapping[Kunci, list[Pemeriksaan]]
    pemeriksaan_aturan: Mapping[str, list[Pemeriksaan]]
    indikator: Mapping[Kunci, tuple[BarisIndikator, ...]] = field(default_factory=dict)
    alamat: str = ""
    perubahan: Perubahan | None = None

    @classmethod
    def of(
        cls,
        hasil: Hasil,
        bahasa: Bahasa,
        tautan: Tautan | None = None,
        *,
        akar: Path = Path(),
        berkas_url: str = "",
        alamat: str = "",
        perubahan: Perubahan | None = None,
    ) -> Situs:
        """Index a result."""
        per_laporan: defaultdict[Kunci, list[Temuan]] = defaultdict(list)
        per_aturan: defaultdict[str, list[Temuan]] = defaultdict(list)
        per_satker: defaultdict[str, list[Laporan]] = defaultdict(list)
        pemeriksaan: defaultdict[Kunci, list[Pemeriksaan]] = defaultdict(list)
        pemeriksaan_aturan: defaultdict[str, list[Pemeriksaan]] = defaultdict(list)
        ada = {x.kunci for x in hasil.laporan}
        for t in hasil.temuan:
            per_laporan[(t.satker, t.laporan) if (t.satker, t.laporan) in ada else BERSAMA].append(t)
            per_aturan[t.aturan].append(t)
        for p in hasil.pemeriksaan:
            pemeriksaan[p.satker, p.laporan].append(p)
            pemeriksaan_aturan[p.aturan].append(p)
        for x in sorted(hasil.laporan, key=lambda x: (x.periode.akhir, x.periode.bulan)):
            per_satker[x.satker.id].append(x)
        return cls(
            hasil=hasil,
            bahasa=bahasa,
            tautan=tautan or Tautan(),
            akar=akar,
            berkas_url=berkas_url,
            laporan={x.kunci: x for x in hasil.laporan},
            berkas={x.berkas: x for x in hasil.laporan},
            aturan={a.id: a for a in hasil.aturan},
            temuan={t.id: t for t in hasil.temuan},
            temuan_laporan=dict(per_laporan),
            temuan_aturan=dict(per_aturan),
            laporan_satker=dict(per_satker),
            pemeriksaan=dict(pemeriksaan),
            pemeriksaan_aturan=dict(pemeriksaan_aturan),
            indikator=hasil.indikator,
            alamat=alamat,
            perubahan=perubahan,
        )

    def address(self, t: Temuan) -> tuple[str, str]:
        """Return the page and the anchor of a finding: what belongs to no report stands on the list of all units."""
        ada = (t.satker, t.laporan) in self.laporan
        return tautan.laporan(t.satker, t.laporan) if ada else tautan.SATKER, tautan.jangkar_temuan(t.id)

    @property
    def umum(self) -> tuple[object, ...]:
        """What all pages depend on: settings, rules, names, and which reports there are."""
        hasil = self.hasil
        return (
            self.bahasa, self.tautan, self.akar, self.berkas_url, hasil.aturan, hasil.khusus, hasil.unit, hasil.pribadi,
            hasil.galat_mesin, tuple(self.laporan), self.perubahan is None,
        )  # fmt: skip

    def halaman(self, src_uri: str) -> Halaman:
        """Return what the page at this address needs."""
        return Halaman(self, src_uri)


@dataclass(frozen=True, slots=True)
class Halaman:
    """What templates may call: words, and links as seen from this page."""

    situs: Situs
    src_uri: str

    @property
    def b(self) -> Bahasa:
        """Formats."""
        return self.situs.bahasa

    @property
    def k(self) -> Mapping[str, str]:
        """Texts of the catalogue as they are; `kata` fills in numbers and names."""
        return self.situs.bahasa.kamus

    def kata(self, kunci: str, n: int | None = None, **isian: object) -> str:
        """Return a text of the catalogue."""
        return self.situs.bahasa.kata(kunci, n, **isian)

    def teks(self, pilihan: Mapping[str, str]) -> str:
        """Return the text in the language of the site."""
        return self.situs.bahasa.teks(pilihan)

    def ke(self, src_uri: str, jangkar: str = "") -> str:
        """Return the link to another page."""
        return self.situs.tautan.antara(self.src_uri, src_uri, jangkar)

    def kembaran(self, akhiran: str, halaman: str = "") -> str:
        """Return the link to a page, this one unless named, as data: `csv` or `json`."""
        return self.ke(tautan.kembaran(halaman or self.src_uri, akhiran))

    def ke_satker(self, id_: str) -> str:
        """Return the link to a unit's page."""
        return self.ke(tautan.satker(id_))

    def ke_laporan(self, satker: str, id_: str, jangkar: str = "") -> str:
        """Return the link to a report's page."""
        return self.ke(tautan.laporan(satker, id_), jangkar)

    def ke_aturan(self, id_: str) -> str:
        """Return the link to a rule's page; empty if there is no such rule."""
        return self.ke(tautan.aturan(id_)) if id_ in self.situs.aturan else ""

    def ke_temuan(self, t: Temuan) -> str:
        """Return the permalink of a finding."""
        return self.ke(*self.situs.address(t))

    def ke_penjelajah(self, **saringan: str) -> str:
        """Return the link to the list of findings, filtered (`keparahan="galat"`); names as in `penjelajah`."""
        return Alamat(self.ke(tautan.PENJELAJAH) + (f"?{urlencode(saringan)}" if saringan else ""))

    def ke_berkas(self, posisi: Posisi) -> str:
        """Return the link to a line of a data file, where data files are to be seen."""
        pola = self.situs.berkas_url
        return pola.replace("{berkas}", posisi.berkas).replace("{baris}", str(posisi.baris)) if pola else ""

    def sumber(self, sumber: Sumber) -> str:
        """Name lines or pages of the document: `baris 308-314`, `hal. 12`."""
        if sumber.baris:
            return self.kata("sumber.baris", isi=span(sumber.baris))
        return self.kata("sumber.halaman", isi=span(sumber.halaman)) if sumber.halaman else ""

    def nama_laporan(self, laporan: Laporan) -> str:
        """Name a report: `BBSPJIKKP, Triwulan II 2025`."""
        return f"{laporan.satker.label}, {self.b.periode(laporan.periode)}"


def span(rentang: tuple[int, int] | None) -> str:
    """Write the first and last of some lines or pages; only one number if they are the same."""
    if rentang is None:
        return ""
    awal, akhir = rentang
    return str(awal) if awal == akhir else f"{awal}\u2013{akhir}"
