"""Loading a report, with the place of every value, against PyYAML's CSafeLoader without places.

Prints the median CPU time of both and their ratio; the ratio is what can be compared between machines.

    python benchmarks/muat.py [FILE...]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from mkdocs_kinerja.loading.yaml_events import parse

KALI = 15


def median(kerja: Callable[[], object]) -> float:
    """Return the median CPU time of one call, in milliseconds."""
    waktu = []
    for _ in range(KALI):
        mulai = time.process_time()
        kerja()
        waktu.append((time.process_time() - mulai) * 1000)
    return statistics.median(waktu)


def main() -> None:
    """Measure each file."""
    berkas = [Path(a) for a in sys.argv[1:]] or sorted(Path("data/satker").glob("*/20*.yml"))
    for jalur in berkas:
        teks = jalur.read_text("utf-8")
        kami = median(lambda: parse(teks))  # noqa: B023 - called at once
        mereka = median(lambda: yaml.load(teks, yaml.CSafeLoader))  # noqa: B023
        print(f"{jalur}  {len(teks) / 1024:.0f} KiB  {kami:.1f} ms  CSafeLoader {mereka:.1f} ms  {kami / mereka:.2f}")


if __name__ == "__main__":
    main()
