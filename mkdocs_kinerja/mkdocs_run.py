"""The checks as MkDocs runs them: once for a build, again and again under `mkdocs serve`."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from .config import KinerjaConfig
from .engine import RuleFileError
from .hasil import Hasil, Masukan
from .mkdocs_page import Ingatan
from .pengaturan import Pengaturan
from .pipeline import AMBANG_SAMPAH, DataError, Pemroses
from .pribadi import samarkan
from .terbitan import Perubahan, compare

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger(__name__)


class Pelaksana:
    """Keeps what stays the same between rebuilds, so that only files that changed are read again.

    Attributes:
        menyajikan: Pages are served: what makes a run impossible is told on every page instead of ending it.
        keliru: What made the last run impossible, in ready sentences; empty if nothing did.
        ingatan: Pages of the last build while pages are served; None in a build, where each is made once.
    """

    def __init__(self) -> None:
        self.menyajikan = False
        self.keliru: tuple[str, ...] = ()
        self.ingatan: Ingatan | None = None
        self._ambang = gc.get_threshold()
        self._pemroses: Pemroses | None = None
        self._pengaturan: Pengaturan | None = None

    def start(self, *, menyajikan: bool) -> None:
        """Get ready."""
        self.menyajikan = menyajikan
        self.ingatan = {} if menyajikan else None
        gc.set_threshold(*AMBANG_SAMPAH)

    def run(self, pilihan: KinerjaConfig, config: MkDocsConfig) -> tuple[Hasil, Perubahan | None]:
        """Return the result, and what changed since the earlier publication if there is one.

        Raises:
            PluginError: The run is impossible, and this is a build.
        """
        self.keliru = ()
        try:
            pengaturan = pilihan.settings(config)
            if self._pemroses is None or pengaturan != self._pengaturan:
                self._stop()
                self._pemroses, self._pengaturan = Pemroses(pengaturan), pengaturan
            hasil, perubahan = compare(self._pemroses.run(), pilihan.previous(config))
        except (DataError, RuleFileError) as salah:
            self._stop()
            if not self.menyajikan:
                raise PluginError(str(salah)) from salah
            log.error(str(salah))
            self.keliru = tuple(str(salah).splitlines())
            return Hasil(Masukan("", "", ""), {}, (), (), (), ()), None
        _tell(hasil)
        return hasil, perubahan

    def close(self) -> None:
        """Stop the rule engine, and leave the process as it was."""
        gc.set_threshold(*self._ambang)
        self._stop()

    def _stop(self) -> None:
        if self._pemroses is not None:
            self._pemroses.close()
        self._pemroses = None


def _tell(hasil: Hasil) -> None:
    """Log the totals, and a warning per file that cannot be read: that is a defect of the site, findings are not."""
    log.info("{laporan} laporan, {pemeriksaan} pemeriksaan, {temuan} temuan".format_map(hasil.ringkasan))
    for x in hasil.laporan:
        if not x.terbaca and x.masalah:
            log.warning(f"{x.masalah[0].posisi}: {samarkan(x.masalah[0].pesan['id'], hasil.pribadi)}")
