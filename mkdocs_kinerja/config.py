"""Options of the plugin in mkdocs.yml."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.plugins import get_plugin_logger

from . import pengaturan, terbitan
from .bahasa import Kode
from .engine import RuleFileError, RuleProblem, unknown
from .loading.yaml_events import Document, Limits, read_document
from .lokasi import Posisi
from .pengaturan import NAMA, Pengaturan
from .terbitan import Terbitan, TerbitanError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger(__name__)
TIDAK = "tidak"
Mesin = Literal["auto", "durable", "reference"]
_BERSAMA = ("aturan", "abaikan", "keparahan", "ambang", "satker")
"""The options that `kinerja.yml` has as well. `object`: the schema of that file says what may stand there."""
_JALAN_KELUAR = (
    "Unduh lagi `api/v1/temuan.json` dari situs yang sudah terbit, atau hapus berkas itu untuk terbit tanpa pembanding."
)


class KinerjaConfig(Config):
    """What can be set below `plugins: - kinerja:`. Paths are relative to mkdocs.yml."""

    data_ = opt.Type(str, default="data")
    """Folder with `satker/<id>/<tahun>-<periode>.yml`.

    Its name in mkdocs.yml is `data`: MkDocs drops the `_`, which keeps it apart from an attribute of its own.
    """

    aturan = opt.Type(object, default=[])
    """Folders with further rule files; the rules that come with the package always apply."""

    bahasa: opt.Choice[Kode] = opt.Choice(("id", "en"), default="id")
    """Language of the generated pages and messages."""

    gagal_pada = opt.Choice(("galat", "peringatan", "info", TIDAK), default=TIDAK)
    """Let `mkdocs build` fail if there is a finding at least this serious. Never applies to `mkdocs serve`."""

    abaikan = opt.Type(object, default=[])
    """Ids of rules that are not applied: `[KIN104]`."""

    keparahan = opt.Type(object, default={})
    """Other severities: `{KIN407: info}`."""

    ambang = opt.Type(object, default={})
    """Other thresholds, by rule and name: `{KIN407: {batas: 200}}`."""

    satker = opt.Type(object, default={})
    """The three options before this one, for single satker: `{balai: {abaikan: [KIN407]}}`."""

    mesin: opt.Choice[Mesin] = opt.Choice(("auto", "durable", "reference"), default="auto")
    """What evaluates the rules: durable_rules, the plain evaluator, or the first that works. The result is the same."""

    tautan_berkas = opt.Type(str, default="")
    """Where data files can be seen, `https://.../{berkas}#L{baris}`. Follows from `repo_url` if that is set."""

    terbitan_lalu = opt.Type(str, default="")
    """`api/v1/temuan.json` of an earlier publication, to tell what changed; a file that is not there is no mistake."""

    csp = opt.Type(bool, default=True)
    """Tell browsers in every page to load nothing from elsewhere. Not under `mkdocs serve`."""

    def settings(self, config: MkDocsConfig) -> Pengaturan:
        """Return the settings of a run: those of `kinerja.yml`, and over them those of mkdocs.yml.

        Raises:
            RuleFileError: One of the two is not in order.
        """
        akar = root(config)
        bawah = pengaturan.read(akar / NAMA, akar)
        tertulis, berkas = _written(akar / Path(config.config_file_path or "mkdocs.yml").name, akar)
        atas = pengaturan.of_document(self._document(tertulis, berkas), berkas, akar)
        return Pengaturan(
            data=atas.data or bawah.data or akar / self.data_,
            aturan=pengaturan.unique((*bawah.aturan, *atas.aturan)),
            akar=akar,
            lapis=(bawah.lapis, atas.lapis),
            mesin=self.mesin,
        )

    def watched(self, config: MkDocsConfig) -> list[str]:
        """Return what `mkdocs serve` is to watch besides docs; only what exists, anything else would end it."""
        akar = root(config)
        jalur = {akar / NAMA, akar / self.data_, *([akar / self.terbitan_lalu] if self.terbitan_lalu else [])}
        try:
            dipakai = self.settings(config)
            jalur |= {dipakai.data, *dipakai.aturan}
        except RuleFileError:  # told when the pages are made
            jalur |= {akar / a for a in self.aturan if isinstance(a, str)} if isinstance(self.aturan, list) else set()
        return sorted(str(j) for j in jalur if j.exists())

    def previous(self, config: MkDocsConfig) -> Terbitan | None:
        """Return the earlier publication; None if none is asked for or the file is not there.

        Raises:
            RuleFileError: The file cannot be used.
        """
        if not self.terbitan_lalu:
            return None
        jalur = root(config) / self.terbitan_lalu
        try:
            lalu = _earlier(jalur, Path(config.site_dir))
        except (TerbitanError, ValueError) as salah:  # ValueError: no name of a file at all
            pesan = f"Berkas `{self.terbitan_lalu}` (`terbitan_lalu`) tidak dapat dipakai: {salah}. {_JALAN_KELUAR}"
            raise RuleFileError("Pengaturan tidak dapat dipakai:", [RuleProblem(self._place(config), pesan)]) from salah
        if lalu is None:
            log.info("`terbitan_lalu`: %s belum ada; ini terbitan pertama, tanpa pembanding", self.terbitan_lalu)
        return lalu

    def _place(self, config: MkDocsConfig) -> Posisi:
        akar = root(config)
        tertulis, berkas = _written(akar / Path(config.config_file_path or "mkdocs.yml").name, akar)
        return Posisi(berkas, *tertulis.position(("terbitan_lalu",)))

    def _document(self, tertulis: Document, berkas: str) -> Document:
        """Return the options that `kinerja.yml` has as well, with their places in mkdocs.yml."""
        ada = tertulis.data if isinstance(tertulis.data, dict) else {}
        nama = {"data", "enabled", *(n for n, _ in self._schema)}
        keliru = [
            RuleProblem(Posisi(berkas, *tertulis.key_position((kunci,))), unknown("Pilihan", kunci, nama))
            for kunci in ada
            if kunci not in nama
        ]
        if keliru:
            raise RuleFileError("Pengaturan tidak dapat dipakai:", keliru)
        isi = {n: _exact(self[n]) for n in _BERSAMA if self[n]}
        # Written there even if it says no more than the default: then it wins over `kinerja.yml`.
        if "data" in ada or self.data_ != pengaturan.DATA:
            isi["data"] = self.data_
        return Document(isi, (), tertulis.source, tertulis.place)

    def file_url(self, config: MkDocsConfig) -> str:
        """Return the pattern of links to data files; empty if there is nothing to link to."""
        if self.tautan_berkas or not config.repo_url or not config.edit_uri:
            return self.tautan_berkas
        docs = Path(os.path.relpath(config.docs_dir, root(config))).as_posix()
        cabang = re.sub(r"^/*edit/", "blob/", config.edit_uri).removesuffix("/").removesuffix(docs)
        return f"{config.repo_url.rstrip('/')}/{cabang.rstrip('/')}/{{berkas}}#L{{baris}}"


def root(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml, to which paths are relative."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _earlier(jalur: Path, site_dir: Path) -> Terbitan | None:
    # MkDocs has emptied the folder by now: it would be the first publication again and again.
    if jalur.resolve().is_relative_to(site_dir.resolve()):
        raise TerbitanError("ada di dalam `site_dir`, yang dikosongkan setiap kali situs dibangun")
    return terbitan.read(jalur)


def _written(jalur: Path, akar: Path) -> tuple[Document, str]:
    """Return the options of the plugin as they are written, and the name of the file: mkdocs.yml, or one it inherits.

    Only their places are used. What MkDocs reads is more than our reader takes: tags, anchors, variables.
    """
    berkas, dibaca = jalur, set[Path]()
    while berkas not in dibaca:
        dibaca.add(berkas)
        document = read_document(berkas, Limits(problems=10_000))
        isi = document.data if isinstance(document.data, dict) else {}
        plugins = isi.get("plugins")
        for nomor, satu in enumerate(plugins) if isinstance(plugins, list) else [("", plugins)]:
            if isinstance(satu, dict) and isinstance(satu.get("kinerja"), dict):
                bagian = document.part(tuple(b for b in ("plugins", nomor, "kinerja") if b != ""))
                return bagian, Path(os.path.relpath(berkas, akar)).as_posix()
        berkas = berkas.parent / str(isi.get("INHERIT", berkas.name))
    return Document({}, ()), jalur.name


def _exact(nilai: Any) -> Any:
    """Return a value of MkDocs' reader as ours would have read it: decimals as they were typed, keys as text."""
    match nilai:
        case dict():
            return {str(kunci): _exact(isi) for kunci, isi in nilai.items()}
        case list():
            return [_exact(isi) for isi in nilai]
        case float():
            # The shortest text that gives this number: what was typed, up to 15 digits.
            tepat = Decimal(repr(nilai))
            return tepat if tepat.is_finite() else str(nilai)
        case None | bool() | int() | str():
            return nilai
        case _:  # a date, for one
            return str(nilai)
