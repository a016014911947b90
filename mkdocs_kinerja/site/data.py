"""The page about the downloads: which form for whom, what each column means, how to cite and to repeat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from .. import lembar
from ..lembar import Lembar
from . import tautan, unduhan
from .pagespec import Bagian, PageSpec
from .situs import Halaman, Situs
from .templat import render

MAKS_BERKAS: Final = 12
"""Files of one form that are listed at once; where there are more, all but the first are folded."""
_RIBU: Final = 1000


@dataclass(frozen=True, slots=True)
class Berkas:
    """A link to a file: what it is called, and how large it is."""

    nama: str
    url: str
    ukuran: str


def page(situs: Situs) -> PageSpec:
    """Return the page."""
    h = situs.halaman(tautan.DATA)
    return PageSpec(h.src_uri, h.kata("data.judul"), partial(_content, h), h.kata("data.deskripsi"), lebar=False)


def _content(h: Halaman) -> list[Bagian]:
    semua, isi = unduhan.sheets(h.situs), unduhan.files(h.situs)
    return [
        Bagian(1, h.kata("data.judul"), "data", render("paragraf", teks=h.kata("data.pengantar"))),
        Bagian(2, h.kata("data.bentuk"), "bentuk", render("data-bentuk", h=h, bentuk=_forms(h, isi), maks=MAKS_BERKAS)),
        Bagian(2, h.kata("data.lembar"), "lembar", render("paragraf", teks=h.kata("data.lembar.pengantar"))),
        *(Bagian(3, x.judul(h.b), f"lembar-{x.id}", _sheet(h, x, isi)) for x in semua.values()),
        Bagian(2, h.kata("data.api"), "api", render("data-api", h=h, alamat=_addresses(h, isi))),
        Bagian(2, h.kata("data.ulang"), "ulang", render("data-ulang", h=h, masukan=h.situs.hasil.masukan)),
    ]


def _forms(h: Halaman, isi: Mapping[str, bytes]) -> list[tuple[str, str, list[Berkas]]]:
    """Return for each form what it is called, whom it is for, and its files."""

    def b(jalur: str, nama: str = "") -> Berkas:
        return _file(h, isi, jalur, nama)

    satker = h.situs.hasil.satker.values()
    api = [f"{tautan.API}{n}" for n in lembar.NAMA]
    return [
        (
            h.kata("data.xlsx"),
            h.kata("data.xlsx.untuk"),
            [b(tautan.BUKU, h.kata("lembar.ringkasan.semua")), *(b(tautan.buku(s.id), s.label) for s in satker)],
        ),
        ("CSV", h.kata("data.csv.untuk"), [b(f"{a}.csv") for a in api]),
        ("JSON", h.kata("data.json.untuk"), [b(f"{a}.json") for a in api]),
        (h.kata("data.paket"), h.kata("data.paket.untuk"), [b(tautan.PAKET)]),
        (h.kata("data.sarif"), h.kata("data.sarif.untuk"), [b(tautan.SARIF)]),
        (h.kata("data.skema"), h.kata("data.skema.untuk"), [b(j) for j in sorted(isi) if j.startswith(tautan.SKEMA)]),
        (h.kata("data.manifes"), h.kata("data.manifes.untuk"), [b(tautan.MANIFES)]),
    ]


def _sheet(h: Halaman, x: Lembar, isi: Mapping[str, bytes]) -> str:
    kolom = [(k.nama, k.judul(h.b, x.id), h.kata(f"data.tipe.{k.tipe}"), k.arti(h.b, x.id)) for k in x.kolom]
    berkas = [_file(h, isi, f"{tautan.API}{x.id}.{akhiran}", akhiran.upper()) for akhiran in ("csv", "json")]
    return render("data-lembar", h=h, lembar=x, arti=x.arti(h.b), kolom=kolom, berkas=berkas)


def _addresses(h: Halaman, isi: Mapping[str, bytes]) -> list[Berkas]:
    return [_file(h, isi, j, j) for j in sorted(isi) if j.startswith(tautan.API)]


def _file(h: Halaman, isi: Mapping[str, bytes], jalur: str, nama: str = "") -> Berkas:
    return Berkas(nama or jalur.rpartition("/")[2], h.ke(jalur), size(h, len(isi[jalur])))


def size(h: Halaman, bita: int) -> str:
    """Write a size as people read it: `339 KB`."""
    if bita < _RIBU:
        return h.kata("unduh.bita", isi=h.b.angka(bita))
    if bita < _RIBU * _RIBU:
        return h.kata("unduh.kb", isi=h.b.angka(-(-bita // _RIBU)))
    return h.kata("unduh.mb", isi=h.b.angka(Decimal(bita) / (_RIBU * _RIBU), 1))
