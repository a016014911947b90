"""Options of the plugin in mkdocs.yml."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config

from .bahasa import Kode
from .pipeline import Pengaturan

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

TIDAK = "tidak"
Mesin = Literal["auto", "durable", "reference"]


class KinerjaConfig(Config):
    """What can be set below `plugins: - kinerja:`. Paths are relative to mkdocs.yml."""

    data_ = opt.Type(str, default="data")
    """Folder with `satker/<id>/<tahun>-<periode>.yml`.

    Its name in mkdocs.yml is `data`: MkDocs drops the `_`, which keeps it apart from an attribute of its own.
    """

    aturan = opt.ListOfItems(opt.Type(str), default=[])
    """Folders with further rule files; the rules that come with the package always apply."""

    bahasa: opt.Choice[Kode] = opt.Choice(("id", "en"), default="id")
    """Language of the generated pages and messages."""

    gagal_pada = opt.Choice(("galat", "peringatan", "info", TIDAK), default=TIDAK)
    """Let `mkdocs build` fail if there is a finding at least this serious. Never applies to `mkdocs serve`."""

    abaikan = opt.ListOfItems(opt.Type(str), default=[])
    """Ids of rules that are not applied: `[KIN104]`."""

    keparahan = opt.DictOfItems(opt.Choice(("galat", "peringatan", "info")), default={})
    """Other severities: `{KIN407: info}`."""

    ambang = opt.DictOfItems(opt.Type(dict), default={})
    """Other thresholds, by rule and name: `{KIN407: {batas: 200}}`."""

    mesin: opt.Choice[Mesin] = opt.Choice(("auto", "durable", "reference"), default="auto")
    """What evaluates the rules: durable_rules, the plain evaluator, or the first that works. The result is the same."""

    tautan_berkas = opt.Type(str, default="")
    """Where data files can be seen, `https://.../{berkas}#L{baris}`. Follows from `repo_url` if that is set."""

    def settings(self, akar: Path) -> Pengaturan:
        """Return the settings of a run below the folder `akar`."""
        return Pengaturan(
            data=akar / self.data_,
            aturan=tuple(akar / a for a in self.aturan),
            akar=akar,
            ambang=self.ambang,
            keparahan=self.keparahan,
            abaikan=tuple(self.abaikan),
            mesin=self.mesin,
        )

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
