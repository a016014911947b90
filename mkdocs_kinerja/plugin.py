"""The MkDocs plugin: settings in, pages out. What the pages say is decided in `pipeline` and `site`.

`on_startup` makes MkDocs keep the plugin between rebuilds of `mkdocs serve`, so that only
files that changed are read again. Wrong data is content, not a failure: it becomes
findings and error pages. Only wrong settings stop a build.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from . import site
from .bahasa import Bahasa
from .config import TIDAK, KinerjaConfig, root
from .engine import RuleFileError
from .hasil import Hasil, Masukan
from .pengaturan import Pengaturan
from .pipeline import DataError, Pemroses
from .report import json_
from .site import galat, skeleton
from .temuan import Keparahan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger(__name__)
_DIREKTIF = re.compile(r"<!--\s*kinerja:([a-z-]+)\s*-->")


class KinerjaPlugin(BasePlugin[KinerjaConfig]):
    """Checks the reports below `data` and adds their pages."""

    _menyajikan = False
    _server: LiveReloadServer | None = None
    _pemroses: Pemroses | None = None
    _pengaturan: Pengaturan | None = None
    _situs: site.Situs
    _halaman: Mapping[str, site.PageSpec]
    _keliru: tuple[str, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served; its presence alone keeps this object between rebuilds."""
        self._menyajikan = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet, the script, what the headings need, and the folders to watch."""
        # After `custom_dir`, so that a site can replace our files with its own.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(site.ASET))
        config.extra_css.append("kinerja/kinerja.css")
        config.extra_javascript.append("kinerja/kinerja.js")
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        diawasi = self.config.watched(config)
        config.watch.extend(diawasi)
        # What the settings name only since the server runs; a path twice is no matter.
        if self._server is not None:
            for jalur in diawasi:
                self._server.watch(jalur)
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        """Remember the server, to watch further folders later."""
        self._server = server
        return server

    @event_priority(50)  # Before plugins that work on all pages, such as redirects or tags.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Run the checks and add the pages; a page that someone wrote by hand stays as it is."""
        hasil, akar = self._run(config), root(config)
        self._situs = site.Situs.of(
            hasil, Bahasa(self.config.bahasa), site.Tautan(config.use_directory_urls),
            akar=akar, berkas_url=self.config.file_url(config),
        )  # fmt: skip
        self._halaman = {p.src_uri: p for p in site.pages(self._situs)}
        # A hand-written README.md is a home page, too.
        ada = {"index.md" if u == "README.md" else u for u in files.src_uris}
        baru = [p for p in self._halaman.values() if p.src_uri not in ada]
        for spec in baru:
            files.append(_file(spec, config))
        files.append(File.generated(config, site.HASIL_JSON, content=json_.render(hasil)))
        for alamat, isi in site.files(self._situs):
            files.append(File.generated(config, alamat, content=isi))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages outside the navigation their place below another page, for breadcrumbs and previous/next."""
        kiri: dict[str, Page] = {}
        for spec in self._halaman.values():
            halaman, induk = _page(files, spec.src_uri), _page(files, spec.induk)
            if halaman is None or induk is None or halaman in nav.pages:
                continue
            halaman.parent = induk  # type: ignore[assignment]
            halaman.previous_page = kiri.get(spec.induk, induk)
            if spec.induk in kiri:
                kiri[spec.induk].next_page = halaman
            kiri[spec.induk] = halaman
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the blocks below the headings, and blocks that a hand-written page asks for in their places."""
        h = self._situs.halaman(page.file.src_uri)
        spec = self._halaman.get(page.file.src_uri)
        if spec and page.file.generated_by:
            html = skeleton.fill(html, spec)
        else:
            html = _DIREKTIF.sub(lambda m: site.BLOCKS[m[1]](h) if m[1] in site.BLOCKS else m[0], html)
        return galat.banner(self._situs, h.src_uri, self._keliru) + html if self._menyajikan else html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail if the site asks for it. Counting for ourselves: `--strict` sees nothing under `-q`."""
        if self._menyajikan or self.config.gagal_pada == TIDAK:
            return
        berat = self._situs.hasil.at_least(Keparahan(self.config.gagal_pada))
        if berat:
            raise PluginError(
                f"{len(berat)} temuan setingkat `{self.config.gagal_pada}` atau lebih (`gagal_pada`). "
                f"Yang pertama: {berat[0].lokasi[0]}: {berat[0].pesan['id']}"
            )

    def on_shutdown(self) -> None:
        """Stop the rule engine."""
        if self._pemroses is not None:
            self._pemroses.close()
        self._pemroses = None

    def _run(self, config: MkDocsConfig) -> Hasil:
        """Run the checks. What makes that impossible ends a build, but is told on every page while serving."""
        self._keliru = ()
        try:
            pengaturan = self.config.settings(config)
            if self._pemroses is None or pengaturan != self._pengaturan:
                self.on_shutdown()
                self._pemroses, self._pengaturan = Pemroses(pengaturan), pengaturan
            hasil = self._pemroses.run()
        except (DataError, RuleFileError) as salah:
            self.on_shutdown()
            if not self._menyajikan:
                raise PluginError(str(salah)) from salah
            log.error(str(salah))
            self._keliru = tuple(str(salah).splitlines())
            return Hasil(Masukan("", "", ""), {}, (), (), (), ())
        _tell(hasil)
        return hasil


def _file(spec: site.PageSpec, config: MkDocsConfig) -> File:
    """Return the page as a source file: front matter, as JSON because YAML includes it, and headings."""
    isi = f"---\n{json.dumps(skeleton.meta(spec))}\n---\n\n{skeleton.markdown(spec)}"
    level = InclusionLevel.NOT_IN_NAV if spec.induk else InclusionLevel.UNDEFINED
    berkas = File.generated(config, spec.src_uri, content=isi, inclusion=level)
    berkas.edit_uri = skeleton.edit_uri(spec, root(config), config.docs_dir)
    return berkas


def _page(files: Files, src_uri: str) -> Page | None:
    berkas = files.get_file_from_path(src_uri) if src_uri else None
    return berkas.page if berkas else None


def _tell(hasil: Hasil) -> None:
    """Log the totals, and a warning per file that cannot be read: that is a defect of the site, findings are not."""
    log.info("{laporan} laporan, {pemeriksaan} pemeriksaan, {temuan} temuan".format_map(hasil.ringkasan))
    for x in hasil.laporan:
        if not x.terbaca and x.masalah:
            log.warning(f"{x.masalah[0].posisi}: {x.masalah[0].pesan['id']}")
