"""What a small picture costs: a bullet bar and a trend line of eight points, made by libraries and by our templates.

    python benchmarks/gambar.py

Prints milliseconds per picture (median CPU time), bytes of the SVG, time of the first import, and installed size with
everything that comes along. What is not installed is left out; nothing of it is a dependency of the project.
"""

from __future__ import annotations

import importlib
import io
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

NILAI = [3.5, 3.55, 3.61, 3.6, 3.72, 3.76, 3.8, 3.89]
TARGET = [3.5, 3.5, 3.6, 3.6, 3.7, 3.7, 3.86, 3.86]
PERSEN = 87.3
SKALA = 125
WAKTU = 1.0
"""Seconds spent on each picture, at most."""

Pembuat = Callable[[], str]


def pygal() -> tuple[Pembuat, Pembuat]:
    """Lines and bars with the sizes of a table cell and without its scripts."""
    from pygal import Config, HorizontalBar, Line  # noqa: PLC0415 - measured only where it is installed

    def gaya() -> object:
        return Config(
            width=160, height=30, show_legend=False, show_x_labels=False, show_y_labels=False, js=[], margin=0,
            disable_xml_declaration=True, no_prefix=True,
        )  # fmt: skip

    def bullet() -> str:
        gambar = HorizontalBar(gaya(), range=(0, SKALA))
        gambar.add("realisasi", [PERSEN])
        gambar.add("target", [100])
        return str(gambar.render(is_unicode=True))

    def tren() -> str:
        gambar = Line(gaya())
        gambar.add("realisasi", NILAI)
        gambar.add("target", TARGET)
        return str(gambar.render(is_unicode=True))

    return bullet, tren


def matplotlib() -> tuple[Pembuat, Pembuat]:
    """Figures without axes, one object for all of them, as its documentation advises for many pictures."""
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    mpl.rcParams["svg.hashsalt"] = "tetap"

    def save(gambar: Figure) -> str:
        keluar = io.StringIO()
        gambar.savefig(keluar, format="svg", metadata={"Date": None})
        return keluar.getvalue()

    def bullet() -> str:
        gambar = Figure(figsize=(1.6, 0.2))
        sumbu = gambar.add_axes((0, 0, 1, 1))
        sumbu.set_axis_off()
        sumbu.barh([0], [PERSEN])
        sumbu.axvline(100)
        sumbu.set_xlim(0, SKALA)
        return save(gambar)

    def tren() -> str:
        gambar = Figure(figsize=(1.6, 0.3))
        sumbu = gambar.add_axes((0, 0, 1, 1))
        sumbu.set_axis_off()
        sumbu.plot(NILAI, marker="o")
        sumbu.step(range(len(TARGET)), TARGET, where="mid")
        return save(gambar)

    return bullet, tren


def altair() -> tuple[Pembuat, Pembuat]:
    """Vega-Lite specifications as Altair would write them, drawn by vl-convert."""
    import vl_convert  # noqa: PLC0415

    def draw(isi: dict[str, object]) -> str:
        return str(vl_convert.vegalite_to_svg(json.dumps({"width": 160, "height": 30, **isi})))

    def bullet() -> str:
        sumbu = {"field": "n", "type": "quantitative", "axis": None, "scale": {"domain": [0, SKALA]}}
        return draw({"layer": [
            {"data": {"values": [{"n": PERSEN}]}, "mark": "bar", "encoding": {"x": sumbu}},
            {"data": {"values": [{"n": 100}]}, "mark": "tick", "encoding": {"x": sumbu}},
        ]})  # fmt: skip

    def tren() -> str:
        baris = [{"x": n, "r": r, "t": t} for n, (r, t) in enumerate(zip(NILAI, TARGET, strict=True))]
        x = {"field": "x", "type": "ordinal", "axis": None}

        def y(kolom: str) -> dict[str, object]:
            return {"field": kolom, "type": "quantitative", "axis": None, "scale": {"zero": False}}

        return draw({"data": {"values": baris}, "layer": [
            {"mark": {"type": "line", "point": True}, "encoding": {"x": x, "y": y("r")}},
            {"mark": {"type": "line", "interpolate": "step"}, "encoding": {"x": x, "y": y("t")}},
        ]})  # fmt: skip

    return bullet, tren


def drawsvg() -> tuple[Pembuat, Pembuat]:
    """The same shapes as ours, written by a library for SVG."""
    import drawsvg as d  # noqa: PLC0415

    def bullet() -> str:
        gambar = d.Drawing(SKALA, 10, class_="kin-g")
        gambar.append(d.Rectangle(0, 2.5, SKALA, 5, class_="kin-g-alas"))
        gambar.append(d.Rectangle(0, 2.5, PERSEN, 5, class_="kin-g-isi"))
        gambar.append(d.Line(100, 0, 100, 10, class_="kin-g-batas"))
        return str(gambar.as_svg())

    def tren() -> str:
        gambar = d.Drawing(140, 30, class_="kin-g")
        garis, target = d.Path(class_="kin-g-garis"), d.Path(class_="kin-g-target")
        for n, (r, t) in enumerate(zip(NILAI, TARGET, strict=True)):
            x, y = 5 + 12 * n, round(28 - (r - 3.5) * 60, 1)
            (garis.L if n else garis.M)(x, y)
            (target.V if n else lambda v, x=x: target.M(x - 6, v))(round(28 - (t - 3.5) * 60, 1))
            target.H(x + 6)
            gambar.append(d.Circle(x, y, 2.5, class_="kin-tercapai"))
        gambar.append(garis)
        gambar.append(target)
        return str(gambar.as_svg())

    return bullet, tren


def templat() -> tuple[Pembuat, Pembuat]:
    """Ours: geometry in Decimal, SVG from Jinja."""
    from mkdocs_kinerja.site import gambar  # noqa: PLC0415

    persen = Decimal(str(PERSEN))
    titik = [
        gambar.Titik(Decimal(n), Decimal(str(r)), Decimal(str(t)), "tercapai", n > 0)
        for n, (r, t) in enumerate(zip(NILAI, TARGET, strict=True))
    ]
    return (
        lambda: gambar.bullet(persen, "belum-tercapai"),
        lambda: gambar.trend(titik, label="3,89", judul="Indeks Kepuasan Masyarakat: 3,50 (2018) sampai 3,89 (2025)"),
    )


CALON: dict[str, tuple[Callable[[], tuple[Pembuat, Pembuat]], str, tuple[str, ...]]] = {
    "pygal": (pygal, "pygal", ("pygal",)),
    "matplotlib": (matplotlib, "matplotlib.figure", ("matplotlib",)),
    "vl-convert": (altair, "vl_convert", ("vl-convert-python",)),
    "drawsvg": (drawsvg, "drawsvg", ("drawsvg",)),
    "our templates": (templat, "jinja2", ("jinja2",)),
}
"""Name -> what makes the pictures, what is imported, what has to be installed."""


def main() -> None:
    """Measure what is there."""
    print("| | bullet | trend | bullet | trend | import | installed |")
    print("|---|---|---|---|---|---|---|")
    for nama, (buat, modul, paket) in CALON.items():
        try:
            importlib.import_module(modul)
            bullet, tren = buat()
        except ImportError:
            print(f"| {nama} | not installed | | | | | |")
            continue
        waktu = [f"{median(g):.3g} ms" for g in (bullet, tren)]
        bita = [f"{len(g().encode()):,} B" for g in (bullet, tren)]
        print(f"| {nama} | {' | '.join((*waktu, *bita))} | {import_time(modul)} | {size(paket)} |")


def median(gambar: Pembuat) -> float:
    """Return the median CPU time of one picture in milliseconds; the first one does not count."""
    gambar()
    waktu: list[float] = []
    mulai = time.process_time()
    while len(waktu) < 2000 and time.process_time() - mulai < WAKTU:
        awal = time.perf_counter()
        gambar()
        waktu.append((time.perf_counter() - awal) * 1000)
    return statistics.median(waktu)


def import_time(modul: str) -> str:
    """Return how long the first import takes in a process of its own."""
    program = f"import time; a = time.perf_counter(); import {modul}; print(time.perf_counter() - a)"
    selesai = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    return f"{float(selesai.stdout) * 1000:.0f} ms"


def size(paket: tuple[str, ...]) -> str:
    """Return the size of the files of some distributions and of all they require, as far as they are installed."""
    tunggu, lihat, jumlah = list(paket), set[str](), 0
    while tunggu:
        nama = tunggu.pop()
        if nama.lower().replace("_", "-") in lihat:
            continue
        lihat.add(nama.lower().replace("_", "-"))
        try:
            isi = distribution(nama)
        except PackageNotFoundError:
            continue
        jumlah += sum(b.size or 0 for b in isi.files or ())
        tunggu += [
            r.split(";")[0].split("[")[0].strip(" ()<>=!~.0123456789") for r in isi.requires or () if "extra" not in r
        ]
    return f"{jumlah / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
