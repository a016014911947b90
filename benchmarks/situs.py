"""What a page costs, beside a page of MkDocs that says almost nothing: CPU, memory, size, search index.

    python benchmarks/situs.py [REPORTS ...]

Each site is built in a process of its own with the same theme, settings and search. `checks` is reading, checking and
judging the reports, `downloads` the CSV, JSON, XLSX and SARIF files, `contents` the HTML of the pages, `host` all the
rest: MkDocs, the theme, the search, writing; of an almost empty page that is all there is (`own`).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

MKDOCS_YML = """\
site_name: Ukur
theme: {name: material, language: id, font: false, features: [navigation.path, navigation.footer]}
extra: {generator: false}
nav: [index.md]
not_in_nav: /halaman/
plugins: [search%s]
"""
INDIKATOR = 8
PER_SATKER = 20
UKUR = """
import resource, sys, time
from mkdocs.commands.build import build
from mkdocs.config import load_config
mulai = time.process_time()
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="build", dirty=False)
periksa = unduh = isi = 0.0
if "kinerja" in config.plugins:
    from mkdocs_kinerja.pipeline import Pemroses
    asli = Pemroses.run
    def run(self):
        global periksa
        awal = time.process_time()
        hasil = asli(self)
        periksa = time.process_time() - awal
        return hasil
    Pemroses.run = run
    from mkdocs_kinerja.site import unduhan
    buat = unduhan._files
    def files(satu):
        global unduh
        awal = time.process_time()
        hasil = buat(satu)
        unduh += time.process_time() - awal
        return hasil
    unduhan._files = files
    from mkdocs_kinerja.site import PageSpec, Situs
    susun, indeks = PageSpec.bagian.fget, Situs.of
    def bagian(self):
        global isi
        awal, lama = time.process_time(), unduh
        hasil = susun(self)
        isi += time.process_time() - awal - (unduh - lama)
        return hasil
    def of(*a, **k):
        global isi
        awal = time.process_time()
        hasil = indeks(*a, **k)
        isi += time.process_time() - awal
        return hasil
    PageSpec.bagian, Situs.of = property(bagian), of
build(config)
puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.process_time() - mulai, periksa, unduh, isi, puncak)
"""


@dataclass(frozen=True)
class Ukuran:
    """One build: CPU seconds, of them for checks, downloads, contents; MiB; pages; bytes around each; of the search."""

    cpu: float
    periksa: float
    unduh: float
    isi: float
    puncak: float
    halaman: int
    bingkai: float
    indeks: int


def main() -> None:
    """Measure and print a table."""
    print("| reports | pages | ours, s | checks | downloads | contents | host | MkDocs' own, s | "
          "ms per page: contents / host / own | ratio: host | with contents | all | MiB ours / own | chrome, kB | "
          "search index, MB |")  # fmt: skip
    print("|---" * 15 + "|")
    for n in [int(a) for a in sys.argv[1:]] or [100, 300, 1000, 3000]:
        with tempfile.TemporaryDirectory() as folder:
            kita = _built(Path(folder) / "kita", n, reports=True)
            # As many pages as ours has.
            mereka = _built(Path(folder) / "mereka", kita.halaman, reports=False)
        tuan = kita.cpu - kita.periksa - kita.unduh - kita.isi
        ms = 1000 / kita.halaman
        print(
            f"| {n} | {kita.halaman} | {kita.cpu:.1f} | {kita.periksa:.1f} | {kita.unduh:.1f} | {kita.isi:.1f} | "
            f"{tuan:.1f} | {mereka.cpu:.1f} | {kita.isi * ms:.1f} / {tuan * ms:.1f} / {mereka.cpu * ms:.1f} | "
            f"{tuan / mereka.cpu:.2f} | {(tuan + kita.isi) / mereka.cpu:.2f} | {kita.cpu / mereka.cpu:.2f} | "
            f"{kita.puncak:.0f} / {mereka.puncak:.0f} | {kita.bingkai / 1000:.1f} | {kita.indeks / 1e6:.2f} |",
            flush=True,
        )


def _built(folder: Path, n: int, *, reports: bool) -> Ukuran:
    (folder / "docs" / "halaman").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS_YML % (", kinerja" if reports else ""), "utf-8")
    (folder / "docs" / "index.md").write_text("# Ukur\n", "utf-8")
    if reports:
        _write_reports(folder / "data", n)
    else:
        for i in range(n - 1):
            (folder / "docs" / "halaman" / f"{i}.md").write_text(f"# Halaman {i}\n\nHampir kosong.\n", "utf-8")
    lingkungan = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    keluar = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", UKUR], cwd=folder, env=lingkungan, capture_output=True, text=True, check=True
    )
    cpu, periksa, unduh, isi, puncak = map(float, keluar.stdout.split()[-5:])
    halaman = [p for p in (folder / "site").rglob("*.html") if p.name != "404.html"]
    bingkai = sum(len(re.sub(r"<article.*?</article>", "", p.read_text("utf-8"), flags=re.DOTALL)) for p in halaman)
    indeks = (folder / "site" / "search" / "search_index.json").stat().st_size
    return Ukuran(cpu, periksa, unduh, isi, puncak, len(halaman), bingkai / len(halaman), indeks)


def _write_reports(data: Path, n: int) -> None:
    """Write `n` small reports with a few mistakes; each satker has five years of quarters."""
    data.mkdir()
    satu = "  i{0}: {{nama: Jumlah layanan jenis {0}, satuan: Layanan, jenis: cacah, agregasi: jumlah}}\n"
    isi = "".join(satu.format(k) for k in range(INDIKATOR))
    (data / "indikator.yml").write_text(f"indikator:\n{isi}", "utf-8")
    for i in range(n):
        satker = data / "satker" / f"s{i // PER_SATKER:04}"
        satker.mkdir(parents=True, exist_ok=True)
        (satker / "satker.yml").write_text(f"satker:\n  nama: Balai Contoh {i // PER_SATKER}\n", "utf-8")
        tahun, triwulan = 2020 + i % PER_SATKER // 4, i % 4 + 1
        (satker / f"{tahun}-tw{triwulan}.yml").write_text(_report(i), "utf-8")


def _report(i: int) -> str:
    """Return a report in order, but for one capaian in every fourth."""
    baris = []
    for k in range(INDIKATOR):
        satker, tahun, triwulan = i // PER_SATKER, i % PER_SATKER // 4, i % 4 + 1
        target = 4 * (25 + (satker * 7 + tahun * 3 + k * 13) % 50)
        realisasi = target * triwulan // 4 + k % 3
        capaian = realisasi * 100 / target + (9 if i % 4 == 0 and k == 0 else 0)
        baris.append((f"i{k}", str(target), str(realisasi), f"{capaian:.2f}".replace(".", ",") + "%"))
    pk = "\n".join(f"      {b[0]} | {b[1]}" for b in baris)
    ukur = "\n".join(f"      {' | '.join(b)}" for b in baris)
    return f"""\
laporan:
  dokumen: laporan-{i}.txt
  sasaran:
    s1: {{kode: S1, nama: Layanan, indikator: [{", ".join(b[0] for b in baris)}]}}
tabel:
  - id: pk
    jenis: pk
    tempat: Tabel 1
    sumber: 10-{9 + INDIKATOR}
    isi: |
      indikator* | target
{pk}
  - id: pengukuran
    jenis: pengukuran
    tempat: Tabel 2
    sumber: 30-{29 + INDIKATOR}
    isi: |
      indikator* | target | realisasi | capaian
{ukur}
"""


if __name__ == "__main__":
    main()
