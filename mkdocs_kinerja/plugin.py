"""The MkDocs plugin: settings in, pages out. What the pages say is decided in `pipeline` and `site`.

`on_startup` makes MkDocs keep the plugin between rebuilds of `mkdocs serve`, so that only
files that changed are read again. Wrong data is content, not a failure: it becomes
findings and error pages. Only wrong settings stop a build.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File

from . import search_index, site
from .bahasa import Bahasa
from .config import TIDAK, KinerjaConfig, root
from .mkdocs_page import GeneratedPage, attach
from .mkdocs_run import Pelaksana
from .pribadi import samarkan
from .site import galat, keamanan
from .temuan import Keparahan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_DIREKTIF = re.compile(r"<!--\s*kinerja:([a-z-]+)\s*-->")


class KinerjaPlugin(BasePlugin[KinerjaConfig]):
    """Checks the reports below `data` and adds their pages."""

    _server: LiveReloadServer | None = None
    _situs: site.Situs
    _halaman: Sequence[site.PageSpec]

    def __init__(self) -> None:
        self._pelaksana = Pelaksana()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served; its presence alone keeps this object between rebuilds."""
        self._pelaksana.start(menyajikan=command == "serve")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet, the script, and the folders to watch."""
        # After `custom_dir`, so that a site can replace our files with its own.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(site.ASET))
        config.extra_css.append("kinerja/kinerja.css")
        config.extra_javascript.append("kinerja/kinerja.js")
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
        (hasil, perubahan), akar = self._pelaksana.run(self.config, config), root(config)
        self._situs = site.Situs.of(
            hasil, Bahasa(self.config.bahasa), site.Tautan(config.use_directory_urls),
            akar=akar, berkas_url=self.config.file_url(config), perubahan=perubahan, alamat=config.site_url or "",
        )  # fmt: skip
        # A hand-written README.md is a home page, too.
        ada = {"index.md" if u == "README.md" else u for u in files.src_uris}
        self._halaman = [p for p in site.pages(self._situs) if p.src_uri not in ada]
        for spec in self._halaman:
            files.append(GeneratedPage(spec, config).file)
        for jalur, isi in site.downloads(self._situs, ada):
            files.append(File.generated(config, jalur, content=isi))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages outside the navigation their place below another page, for breadcrumbs and previous/next."""
        attach(nav, files, self._halaman)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the blocks that a hand-written page asks for in their places."""
        if not isinstance(page, GeneratedPage):
            h = self._situs.halaman(page.file.src_uri)
            isi = _DIREKTIF.sub(lambda m: site.BLOCKS[m[1]](h) if m[1] in site.BLOCKS else m[0], html)
            return self._banner(page) + isi
        return html

    @event_priority(-50)  # After the search has looked at the page: it gets entries of ours.
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make one of our pages, just before it is written."""
        if isinstance(page, GeneratedPage):
            page.fill(self._situs, self._banner(page), self._pelaksana.ingatan)
        return context

    @event_priority(-100)  # Last: what another plugin changes in a script would change its hash.
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say in the page what it may load, and forget its content."""
        if isinstance(page, GeneratedPage):
            page.release()
        return self._protected(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Say in pages of the theme what they may load, and in 404.html where to go."""
        if template_name == "404.html":
            output_content = site.not_found(self._situs, output_content)
        return self._protected(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # After the search has written its index, before the offline plugin packs it.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the search, and fail if the site asks for it. `--strict` sees nothing under `-q`, so we count."""
        search_index.extend(Path(config.site_dir), site.entries(self._situs, self._halaman))
        if self._pelaksana.menyajikan or self.config.gagal_pada == TIDAK:
            return
        berat = self._situs.hasil.at_least(Keparahan(self.config.gagal_pada))
        if berat:
            raise PluginError(
                f"{len(berat)} temuan setingkat `{self.config.gagal_pada}` atau lebih (`gagal_pada`). "
                f"Yang pertama: {berat[0].lokasi[0]}: {samarkan(berat[0].pesan['id'], self._situs.hasil.pribadi)}"
            )

    def on_shutdown(self) -> None:
        """Stop the rule engine."""
        self._pelaksana.close()

    def _banner(self, page: Page) -> str:
        ini = self._pelaksana
        return galat.banner(self._situs, page.file.src_uri, ini.keliru) if ini.menyajikan else ""

    def _protected(self, output: str) -> str:
        # `mkdocs serve` puts a script into each page.
        return keamanan.protect(output) if self.config.csp and not self._pelaksana.menyajikan else output
