"""Small reports for tests: written as an author would, read by the real loader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mkdocs_kinerja import checks
from mkdocs_kinerja.fakta import Fakta
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.laporan import Indikator, Laporan, Satker
from mkdocs_kinerja.loading.discover import period_of
from mkdocs_kinerja.loading.node import Node
from mkdocs_kinerja.loading.registry import Registri, shipped_vocabulary
from mkdocs_kinerja.loading.report import from_problems, read_report, unusable
from mkdocs_kinerja.loading.schema import Validator
from mkdocs_kinerja.loading.yaml_events import parse
from mkdocs_kinerja.pengaturan import Lapis, Pengaturan, Setelan
from mkdocs_kinerja.pipeline import Pemroses, shipped_rules
from mkdocs_kinerja.temuan import Temuan

INDIKATOR = {
    i.id: i
    for i in (
        Indikator("ikm", "Indeks Kepuasan Masyarakat (IKM)", ("IKM",), "Indeks"),
        Indikator("pelanggan", "Jumlah pelanggan", (), "Perusahaan", agregasi="jumlah", jenis="cacah"),
        Indikator("sla", "Layanan tepat waktu (SLA)", (), "Persen", jenis="persen"),
        Indikator("temuan", "Jumlah temuan audit", (), "Temuan", arah="turun", jenis="cacah"),
        Indikator("kadar", "Kadar air", (), "Persen", arah="tetap", jenis="persen"),
    )
}

AKAR = Path(__file__).parent.parent
UNIT = {"bspji-ambon": Satker("bspji-ambon", "BSPJI Ambon", nama_lama=("Baristand Ambon",))}

INDIKATOR_YML = """\
indikator:
  ikm: {nama: Indeks Kepuasan Masyarakat (IKM), alias: [IKM], satuan: Indeks}
  pelanggan: {nama: Jumlah pelanggan, satuan: Perusahaan, jenis: cacah, agregasi: jumlah}
"""

LAPORAN_YML = """\
laporan:
  dokumen: sumber.txt
  sasaran:
    s1: {kode: S1, nama: Layanan, indikator: [ikm, pelanggan]}

tabel:
  - id: pk
    jenis: pk
    tempat: Tabel 1
    sumber: 10-11
    isi: |
      indikator* | target
      ikm        | 3,86
      pelanggan  | 650 Perusahaan
  - id: capaian
    jenis: pengukuran
    tempat: Tabel 2
    sumber: 20-21
    isi: |
      indikator* | target | realisasi | capaian
      ikm        | 3,86   | 3,893     | 100,9%
      pelanggan  | 650    | 453       | 69,7%

kendala: |
  # sumber | hal | kendala | tindak lanjut
  30 | pelanggan | Pelanggan berkurang | Promosi

pernyataan: |
  # sumber | hal | ukuran | periode | nilai
  31 | ikm | realisasi | | 3,893
"""


def report(teks: str, id_: str = "2025-tw2", satker: str = "uji") -> Laporan:
    """Read a report from text, validation included; lines count from its first line."""
    document = parse(textwrap.dedent(teks).lstrip("\n"))
    problems = Validator("laporan").problems(document)
    periode = period_of(id_)
    assert periode is not None
    node = Node(document, f"{id_}.yml", (), unusable(problems))
    masalah = from_problems((*document.problems, *problems), f"{id_}.yml")
    return read_report(
        node, Satker(satker, "Satker Uji"), id_, periode, Registri(shipped_vocabulary(), INDIKATOR, UNIT), masalah
    )


def facts(teks: str, jenis: str, id_: str = "2025-tw2") -> list[Fakta]:
    """Return the facts of one type of a report without a header."""
    return [
        f for f in checks.facts(report("laporan: {}\n" + textwrap.dedent(teks).lstrip("\n"), id_)) if f.jenis == jenis
    ]


@cache
def _judge() -> Pemroses:
    return Pemroses(Pengaturan(data=AKAR / "data", akar=AKAR, mesin="reference"))


def judged(laporan: Laporan, lain: Iterable[Laporan] = ()) -> list[Temuan]:
    """Return what the shipped rules find in a report, as the pipeline words and links it, in the order of a result.

    Args:
        laporan: The report.
        lain: Other reports of the site.
    """
    kajian = checks.examine(laporan)
    antar = checks.across([*lain, kajian.laporan]).get(laporan.kunci, ()) if lain else ()
    return list(_judge()._judge(kajian.laporan, [*kajian.fakta, *antar], *laporan.kunci).temuan)


def findings(teks: str, *aturan: str, id_: str = "2025-tw2") -> list[Temuan]:
    """Return the findings of a report without a header; only those of some rules, where any are named."""
    semua = judged(report("laporan: {}\n" + textwrap.dedent(teks).lstrip("\n"), id_))
    return [t for t in semua if not aturan or t.aturan in aturan]


def site(folder: Path, laporan: str = LAPORAN_YML, indikator: str = INDIKATOR_YML) -> Path:
    """Write a data directory with one report of one satker and return the report's path."""
    satker = folder / "data" / "satker" / "uji"
    satker.mkdir(parents=True)
    (folder / "data" / "indikator.yml").write_text(indikator, "utf-8")
    (satker / "satker.yml").write_text("satker:\n  nama: Balai Uji\n  singkatan: BU\n", "utf-8")
    (satker / "2025-tw2.yml").write_text(laporan, "utf-8")
    return satker / "2025-tw2.yml"


def own_rules(berkas: Path, nomor: str = "KIN851", keluarga: int = 8, judul: str = "Milik kami") -> str:
    """Write a rule file of a site: a shipped rule under another number. Returns what it says."""
    asli = (shipped_rules() / "4-simpulan.yml").read_text("utf-8")
    satu = asli[asli.index("  - id: KIN401") : asli.index("  - id: KIN402")].replace("KIN401", nomor)
    teks = f"keluarga: {keluarga}\njudul: {judul}\njudul_en: Of our own\naturan:\n{satu}"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(teks, "utf-8")
    return teks


def run(folder: Path, **pengaturan: object) -> Hasil:
    """Run the pipeline on `folder/data`, with settings for the whole site among the others."""
    umum = {n: pengaturan.pop(n) for n in ("ambang", "keparahan", "abaikan") if n in pengaturan}
    lapis = (Lapis(Setelan(**umum)),)  # type: ignore[arg-type]
    pemroses = Pemroses(Pengaturan(data=folder / "data", akar=folder, **{"lapis": lapis, **pengaturan}))  # type: ignore[arg-type]
    try:
        return pemroses.run()
    finally:
        pemroses.close()
