"""How quick the explorer is: `python benchmarks/penjelajah.py [FINDINGS]...`; needs Playwright and Chromium.

The findings of `data/` again and again, in the page as the site has it but without a theme. Times are medians in
milliseconds: from navigation to a table that answers, until all rows are there, and per key in the field of words.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import statistics
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from mkdocs_kinerja.bahasa import Bahasa
from mkdocs_kinerja.hasil import Hasil
from mkdocs_kinerja.pengaturan import Pengaturan
from mkdocs_kinerja.pipeline import Pemroses
from mkdocs_kinerja.site import Situs
from mkdocs_kinerja.site.penjelajah import SISA, page, rest
from mkdocs_kinerja.site.templat import ASET

AKAR = Path(__file__).parent.parent
KETIK = "pagu anggaran"
ULANG = 5
UKUR = """
async (tulisan) => {
  const medan = document.querySelector("[name=kata]"), waktu = [];
  for (let n = 1; n <= tulisan.length; n++) {
    medan.value = tulisan.slice(0, n);
    const awal = performance.now();
    medan.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    waktu.push(performance.now() - awal);
    await new Promise(requestAnimationFrame);
  }
  medan.form.reset();
  await new Promise((lanjut) => setTimeout(lanjut, 50));
  const urut = {};
  for (const th of document.querySelectorAll("th[data-urut]")) {
    const awal = performance.now();
    th.querySelector("button").click();
    document.body.offsetHeight;
    urut[th.dataset.urut] = Math.round(performance.now() - awal);
  }
  return [waktu, urut];
}
"""


class _Penyaji(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def many(hasil: Hasil, n: int) -> Hasil:
    """Return the result with `n` findings, each with an id of its own."""
    asal = hasil.temuan
    return replace(hasil, temuan=tuple(replace(asal[i % len(asal)], id=f"{i:012x}") for i in range(n)))


def write(hasil: Hasil, folder: Path) -> None:
    """Write the page, its file of other rows and the assets."""
    situs = Situs.of(hasil, Bahasa())
    shutil.copytree(ASET / "kinerja", folder / "kinerja")
    (folder / "penjelajah").mkdir()
    kepala = (
        '<!doctype html><html lang="id"><meta charset="utf-8"><link rel="stylesheet" href="../kinerja/kinerja.css">'
    )
    (folder / "penjelajah" / "index.html").write_text(kepala + page(situs).bagian[0].html, "utf-8")
    (folder / SISA).write_text(rest(situs), "utf-8")


def measure(peramban: Browser, alamat: str) -> tuple[list[float], dict[str, int]]:
    """Return the time until the page answers, until it is complete, per key in the middle and at most; and per sort."""
    halaman = peramban.new_page(viewport={"width": 1280, "height": 900})
    halaman.goto(alamat, wait_until="load")
    siap = halaman.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    halaman.wait_for_function("!document.querySelector('.kin-sisa')", timeout=300_000)
    lengkap = max(siap, halaman.evaluate("performance.now()") if halaman.locator(".dt-info").count() else 0)
    tombol, urut = halaman.evaluate(UKUR, KETIK)
    halaman.close()
    return [siap, lengkap, statistics.median(tombol), max(tombol)], urut


def main() -> None:
    """Measure and print."""
    pemroses = Pemroses(Pengaturan(data=AKAR / "data", akar=AKAR))
    hasil = pemroses.run()
    pemroses.close()
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print("temuan  KiB halaman  KiB sisa  siap  lengkap  per huruf  paling lama  urut")
    with sync_playwright() as p, tempfile.TemporaryDirectory() as sementara:
        peramban = p.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for n in [int(a) for a in sys.argv[1:]] or [1300, 10_000, 30_000]:
            folder = Path(sementara) / str(n)
            folder.mkdir()
            write(many(hasil, n), folder)
            server = http.server.ThreadingHTTPServer(
                ("127.0.0.1", 0), functools.partial(_Penyaji, directory=str(folder))
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            ukuran = [measure(peramban, f"http://127.0.0.1:{server.server_port}/penjelajah/") for _ in range(ULANG)]
            server.shutdown()
            besar = [(folder / f).stat().st_size // 1024 for f in ("penjelajah/index.html", SISA)]
            tengah = [round(statistics.median(u[0][k] for u in ukuran)) for k in range(4)]
            urut = {k: round(statistics.median(u[1][k] for u in ukuran)) for k in ukuran[0][1]}
            print(n, *besar, *tengah, urut)
        peramban.close()


if __name__ == "__main__":
    main()
