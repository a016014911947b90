"""From the labels above a column to a measure of the vocabulary, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..kosakata import Kosakata
from ..pengenal import JENJANG
from .judul import Judul


@dataclass(frozen=True, slots=True)
class Tebakan:
    """A measure, or none (`ukuran` is empty); `yakin` where the label leaves no doubt."""

    ukuran: str
    yakin: bool


@dataclass(frozen=True, slots=True)
class Suasana:
    """What the table is about as a whole.

    Attributes:
        anggaran: Its rows or columns are about the budget.
        indikator: Its rows are performance indicators.
        pnbp: It is about revenue.
        layanan: Its rows are services.
        volume: It has columns of volumes, so `Real.` beside them is one as well.
    """

    anggaran: bool = False
    indikator: bool = False
    pnbp: bool = False
    layanan: bool = False
    volume: bool = False

    def ukuran(self, *, uang: bool) -> str:
        """Return the measure that is meant where no label names one."""
        if self.pnbp and uang:
            return "pnbp.realisasi"
        if self.indikator:
            return "realisasi"
        return "realisasi_anggaran" if self.anggaran and uang else "hasil" if self.layanan else "nilai"


_ANGGARAN = {*JENJANG, "akun", "dana", "belanja"}
# Words of the lowest label, words of the labels above it, measure, sure.
_POLA: tuple[tuple[str, str, str, bool], ...] = (
    (r"s|sasaran|target|target antara|rencana", r".*fisik.*", "fisik.target", True),
    (r"r|real|realisasi|realisasi antara|progres", r".*fisik.*", "fisik.realisasi", True),
    (r"(?:target|rencana) (?:antara )?fisik|fisik (?:target|s)|fisik target antara", r".*", "fisik.target", True),
    (r"(?:realisasi|progres) fisik|fisik (?:realisasi|r)", r".*", "fisik.realisasi", True),
    (r"s|sasaran|target", r".*keuangan.*", "target_keuangan", True),
    (r"target keuangan", r".*", "target_keuangan", True),
    (r"target antara", r".*", "target_antara", True),
    (r"vol|volume|target", r".*(?:volume|fisik|output).*", "volume.target", False),
    (r"(?:pagu|anggaran|total pagu|belanja pagu|pagu anggaran|alokasi anggaran|pagu total)", r".*", "pagu", True),
    (r"pagu (?:alokasi|revisi|dipa|akhir|akun|terakhir|non efektif)|rencana anggaran", r".*", "pagu", False),
    (r"pagu efektif|anggaran efektif", r".*", "pagu_efektif", True),
    (r"(?:pagu |nilai |anggaran )?(?:di)?blokir(?: \d+)?", r".*", "blokir", True),
    (r"(?:target|rencana).*(?:pnbpn?|pnpb|penerimaan).*", r".*", "pnbp.target", True),
    (r"(?:realisasi|penerimaan|jumlah).*(?:pnbpn?|pnpb|penerimaan).*|pnbp|penerimaan", r".*", "pnbp.realisasi", True),
    (r"realisasi (?:keuangan|anggaran|belanja|penggunaan)", r".*", "realisasi_anggaran", True),
    (r"(?:penyerapan|serapan|daya serap).*", r".*", "realisasi_anggaran_persen", True),
    (r"capaian|persentase capaian|capaian kinerja|tingkat capaian", r".*", "capaian", True),
    (r"target (?:kinerja|tahunan|pk|perkin|renstra)", r".*", "target", False),
    (r"realisasi (?:kinerja|tahunan|capaian)", r".*", "realisasi", False),
    (r"(?:jumlah )?order.*(?:spm|sla|tepat).*", r".*", "order_tepat", False),
    (r"jumlah (?:order|layanan)|order", r".*", "order", False),
    (r"(?:jumlah )?(?:pelanggan|perusahaan|customer)", r".*", "pelanggan", False),
    (r"(?:jumlah )?responden", r".*", "responden", True),
    (r"(?:jumlah )?(?:pegawai|peserta|pns|pppk|asn|orang)", r".*", "pegawai", False),
    (r"(?:indeks|nilai|skor|score|nilai akhir)(?: \w+){0,3}", r".*", "nilai", False),
    (r"(?:bobot|bobot aspek)", r".*", "bobot", True),
    (r"(?:peningkatan|kenaikan|pertumbuhan)(?: .*)?", r".*", "pertumbuhan", False),
    (r"(?:jumlah )?unit", r".*", "unit", False),
)
_REALISASI = re.compile(r"(?:realisasi|real\.?|r)\Z")
_PERSEN = {"realisasi_anggaran": "realisasi_anggaran_persen", "pdn": "pdn_persen", "impor": "impor_persen"}


def mood(kelas: Iterable[str], judul: Iterable[Judul], tempat: str) -> Suasana:
    """Return what a table is about.

    Args:
        kelas: The classes of its keys.
        judul: The labels of its columns.
        tempat: Its caption.
    """
    kelas, judul = set(kelas), list(judul)
    kata = " ".join(f"{j.kelompok} {j.kata}" for j in judul)
    return Suasana(
        anggaran=bool(kelas & _ANGGARAN) or bool(re.search(r"\b(pagu|anggaran|alokasi|blokir)\b", kata)),
        indikator="indikator" in kelas,
        pnbp=bool(re.search(r"pnbp|pnpb|penerimaan", f"{kata} {tempat.lower()} {' '.join(kelas)}")),
        layanan="layanan" in kelas,
        volume=any(re.fullmatch(r"vol|volume|tvro", j.kata) for j in judul),
    )


def guess(judul: Judul, suasana: Suasana, kosakata: Kosakata, kiri: str, *, persen: bool, uang: bool) -> Tebakan:
    """Return the measure of a column.

    Args:
        judul: Its labels.
        suasana: What the table is about.
        kosakata: The vocabulary.
        kiri: The measure of the column left of it.
        persen: Its cells are percentages.
        uang: Its cells are amounts of money.
    """
    if not judul.kata and (persen or "%" in judul.bawah):
        return _percentage(suasana, kiri)
    kata = judul.kata or judul.kelompok
    persen = persen or judul.persen
    if not kata:
        return Tebakan("", yakin=False)
    if _REALISASI.match(kata):
        return _spent(judul, suasana, kosakata, persen=persen, uang=uang)
    for pola, atas, ukuran, yakin in _POLA:
        if re.fullmatch(pola, kata) and re.fullmatch(atas, judul.kelompok) and ukuran in kosakata.ukuran:
            if ukuran == "realisasi_anggaran" and persen:
                return Tebakan("realisasi_anggaran_persen", yakin=True)
            return Tebakan("pnbp.target" if ukuran == "target" and suasana.pnbp else ukuran, yakin)
    dikenal = kosakata.find(kata)
    if dikenal:
        if dikenal.id == "target" and not suasana.indikator and (suasana.pnbp or suasana.anggaran):
            return Tebakan("pnbp.target" if suasana.pnbp else "volume.target", yakin=False)
        return Tebakan(dikenal.id, yakin=True)
    if re.match(r"jumlah|total|nilai|sub ?total", kata) and uang:
        return Tebakan("pnbp.realisasi" if suasana.pnbp else "pagu" if suasana.anggaran else "nilai", yakin=False)
    return _percentage(suasana, kiri) if kata in {"persentase", "persen"} else Tebakan("", yakin=False)


def _spent(judul: Judul, suasana: Suasana, kosakata: Kosakata, *, persen: bool, uang: bool) -> Tebakan:
    """Return what `Realisasi` means: of an indicator, of money, of volume."""
    if "keuangan" in judul.kelompok or "anggaran" in judul.kelompok:
        return Tebakan("realisasi_anggaran_persen" if persen else "realisasi_anggaran", yakin=True)
    if "fisik" in judul.kelompok:
        return Tebakan("volume.realisasi" if suasana.volume else "fisik.realisasi", yakin=True)
    if suasana.indikator:
        return Tebakan("realisasi", yakin=True)
    if suasana.pnbp and uang:
        return Tebakan("pnbp.realisasi", yakin=False)
    if suasana.anggaran and "realisasi_anggaran" in kosakata.ukuran:
        return Tebakan("realisasi_anggaran" if uang else "volume.realisasi", yakin=False)
    return Tebakan("hasil" if suasana.layanan else "realisasi", yakin=False)


def _percentage(suasana: Suasana, kiri: str) -> Tebakan:
    if kiri in _PERSEN:
        return Tebakan(_PERSEN[kiri], yakin=True)
    if suasana.indikator:
        return Tebakan("capaian", yakin=False)
    return Tebakan("persen", yakin=False)
