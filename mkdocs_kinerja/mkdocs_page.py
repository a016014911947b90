"""A page of ours as MkDocs builds it: made when its turn comes, and forgotten as soon as it is written.

MkDocs keeps the content of every page until the last one is written. A report is a megabyte,
so ours are empty until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from . import site
from .config import root
from .site import skeleton

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


Ingatan = dict[str, tuple[tuple[object, ...], str, list[dict[str, Any]], frozenset[str]]]
"""Pages by address: the key, the content, the contents, the anchors."""
MAKS_INGATAN = 300
"""Pages that are remembered while an author has the site open: those of some fifty reports and all rules."""


class GeneratedPage(Page):
    """A page without a Markdown source."""

    def __init__(self, spec: site.PageSpec, config: MkDocsConfig) -> None:
        level = InclusionLevel.NOT_IN_NAV if spec.induk else InclusionLevel.UNDEFINED
        berkas = File.generated(config, spec.src_uri, content="", inclusion=level)
        berkas.edit_uri = skeleton.edit_uri(spec, root(config), config.docs_dir)
        self.spec = spec
        super().__init__(dict(_titles(config.nav)).get(spec.src_uri), berkas, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the front matter; there is nothing to read."""
        self.markdown, self.meta = "", skeleton.meta(self.spec)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing yet."""
        self.content = ""
        self.links_to_anchors = None

    def fill(self, situs: site.Situs, atas: str, ingatan: Ingatan | None) -> None:
        """Make the page, below the block `atas`; take it from memory if nothing it is made from has changed."""
        lama = ingatan.get(self.spec.src_uri) if ingatan is not None else None
        if lama is not None and self.spec.kunci is not None and lama[0] == self.spec.kunci:
            _, isi, daftar_isi, jangkar = lama
        else:
            bagian = self.spec.bagian
            isi, daftar_isi = skeleton.render(bagian, situs.bahasa), skeleton.contents(bagian)
            jangkar = frozenset(b.id for b in bagian)
        if ingatan is not None and self.spec.kunci is not None and len(ingatan) < MAKS_INGATAN:
            ingatan[self.spec.src_uri] = self.spec.kunci, isi, daftar_isi, jangkar
        self.content = atas + isi
        self.toc = get_toc(daftar_isi)  # type: ignore[arg-type]
        self.present_anchor_ids = set(jangkar)

    def release(self) -> None:
        """Forget what `fill` made."""
        self.content, self.toc = "", get_toc([])


def attach(nav: Navigation, files: Files, halaman: Iterable[site.PageSpec]) -> None:
    """Give pages outside the navigation their place below another page, for breadcrumbs and previous/next."""
    kiri: dict[str, Page] = {}
    dalam = set(map(id, nav.pages))
    for spec in halaman:
        ini, induk = _page(files, spec.src_uri), _page(files, spec.induk)
        if ini is None or induk is None or id(ini) in dalam:
            continue
        # Breadcrumbs begin with the home page anyway.
        ini.parent = None if induk.is_homepage else induk  # type: ignore[assignment]
        ini.previous_page = kiri.get(spec.induk, induk)
        if spec.induk in kiri:
            kiri[spec.induk].next_page = ini
        kiri[spec.induk] = ini


def _page(files: Files, src_uri: str) -> Page | None:
    berkas = files.get_file_from_path(src_uri) if src_uri else None
    return berkas.page if berkas else None


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield (address, title) of the pages to which the navigation of mkdocs.yml gives a title."""
    for satu in nav if isinstance(nav, list) else [nav]:
        for judul, isi in satu.items() if isinstance(satu, dict) else ():
            if isinstance(isi, str):
                yield isi, judul
            else:
                yield from _titles(isi)
