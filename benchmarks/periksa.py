"""Where the time of a check goes: import, rules, each report; and how it grows when the same reports are multiplied.

    python benchmarks/periksa.py [TIMES]

With TIMES (for example 20), the reports are copied so often into a temporary directory; time per report stays flat.
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Measure."""
    mulai = time.process_time()
    from mkdocs_kinerja.pengaturan import Pengaturan  # noqa: PLC0415 - the import is part of what is measured
    from mkdocs_kinerja.pipeline import Pemroses  # noqa: PLC0415
    from mkdocs_kinerja.report import json_  # noqa: PLC0415

    gc.set_threshold(100_000, 50, 100)  # as the command does
    impor = time.process_time() - mulai
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        akar = multiplied(Path(folder), kali)
        mulai = time.process_time()
        pemroses = Pemroses(Pengaturan(data=akar / "data", akar=akar))
        aturan = time.process_time() - mulai
        mulai = time.process_time()
        hasil = pemroses.run()
        periksa = time.process_time() - mulai
        mulai = time.process_time()
        json_.render(hasil)
        tulis = time.process_time() - mulai
        pemroses.close()
    n = len(hasil.laporan)
    print(f"CPU: import {impor:.2f} s, rules {aturan:.2f} s, {n} reports {periksa:.2f} s, JSON {tulis:.2f} s")
    puncak = f", peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB" if resource else ""
    banyak = hasil.ringkasan["pemeriksaan"]
    print(f"per report {periksa / n * 1000:.0f} ms, {banyak} checks, engine {hasil.masukan.mesin}{puncak}")


def multiplied(folder: Path, kali: int) -> Path:
    """Copy the data of this repository `kali` times, each satker under further names."""
    shutil.copytree("data", folder / "data")
    for satker in sorted((folder / "data" / "satker").iterdir()):
        for n in range(1, kali):
            shutil.copytree(satker, satker.with_name(f"{satker.name}-{n}"))
    return folder


if __name__ == "__main__":
    main()
