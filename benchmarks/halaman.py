"""What the host costs per page: pages of finished HTML through the plugin, beside almost empty pages of MkDocs itself.

    python benchmarks/halaman.py [PAGES ...]

Each generated page has three tables of 40 rows and 6 cells and an entry in the search; no report
is read or checked, so that nothing has to be subtracted. Both sites have the same theme, settings and number of pages,
with the search on, and are built in processes of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from situs import MKDOCS_YML

PAGES = """
import resource, sys, time
from functools import partial
mulai = time.process_time()
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="build", dirty=False)
if "kinerja" in config.plugins:
    from mkdocs_kinerja import site
    from mkdocs_kinerja.site import Bagian, PageSpec
    asli = site.pages
    def table(i, n):
        sel = "".join(f"<tr>{''.join(f'<td>{i * r + k}</td>' for k in range(6))}</tr>" for r in range(40))
        return f"<table><thead><tr><th scope='col'>Kolom {n}</th></tr></thead><tbody>{sel}</tbody></table>"
    def content(i):
        tabel = (Bagian(2, f"Tabel {n}", f"t{n}", table(i, n)) for n in range(3))
        return [Bagian(1, f"Laporan {i}", "laporan"), *tabel]
    def pages(situs):
        yield from asli(situs)
        for i in range(int(sys.argv[1])):
            yield PageSpec(f"satker/s{i // 20}/{i}.md", f"Laporan {i}", partial(content, i), "Isi.", "satker/index.md")
    site.pages = pages
build(config)
print(time.process_time() - mulai, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Measure and print a table."""
    print("| pages | ours, s | MkDocs' own, s | ms per page: ours / own | ratio | MiB ours / own | bytes a page |")
    print("|---" * 7 + "|")
    for n in [int(a) for a in sys.argv[1:]] or [100, 300, 1000, 3000]:
        with tempfile.TemporaryDirectory() as folder:
            kita, kita_mib, banyak, ukuran = _built(Path(folder) / "kita", n, ours=True)
            mereka, mereka_mib, sama, _ = _built(Path(folder) / "mereka", banyak, ours=False)
        assert sama == banyak
        print(
            f"| {banyak} | {kita:.1f} | {mereka:.1f} | {kita / banyak * 1000:.1f} / {mereka / banyak * 1000:.1f} | "
            f"{kita / mereka:.2f} | {kita_mib:.0f} / {mereka_mib:.0f} | {ukuran:.0f} |",
            flush=True,
        )


def _built(folder: Path, n: int, *, ours: bool) -> tuple[float, float, int, float]:
    """Return CPU seconds, MiB, the number of pages and their mean size in bytes."""
    (folder / "docs" / "halaman").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML % (", kinerja" if ours else ""), "utf-8")
    (folder / "docs" / "index.md").write_text("# Ukur\n", "utf-8")
    if not ours:
        for i in range(n - 1):
            (folder / "docs" / "halaman" / f"{i}.md").write_text(f"# Halaman {i}\n\nHampir kosong.\n", "utf-8")
    lingkungan = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    keluar = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", PAGES, str(n)], cwd=folder, env=lingkungan, capture_output=True, text=True, check=True
    )
    cpu, mib = map(float, keluar.stdout.split()[-2:])
    halaman = [p.stat().st_size for p in (folder / "site").rglob("*.html") if p.name != "404.html"]
    return cpu, mib, len(halaman), sum(halaman) / len(halaman)


if __name__ == "__main__":
    main()
