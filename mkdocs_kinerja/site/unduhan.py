"""Every file that can be downloaded: sheets as CSV and JSON, twins of pages, workbooks, SARIF, schemas, manifest."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from .. import lembar
from ..lembar import Lembar
from ..pribadi import samarkan
from ..report import csv_, json_, json_lembar, sarif, xlsx
from . import paket, penjelajah, tautan
from .situs import Situs

LEMBAR_BUKU: Final = ("temuan", "indikator", "anggaran", "pemeriksaan")

_book = lru_cache(maxsize=32)(xlsx.render)
"""While an author has the site open, a save changes one unit: the workbooks of the others are still known."""


def downloads(situs: Situs, milik: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each file, the manifest last; files that the site has of its own stay."""
    yield from ((jalur, isi) for jalur, isi in files(situs).items() if jalur not in milik)


def files(situs: Situs) -> Mapping[str, bytes]:
    """Return the content of each file by its address; made once per site."""
    return _files(_Satu(situs))


def material(situs: Situs) -> lembar.Bahan:
    """Return what sheets are made from."""

    def url(src_uri: str, jangkar: str = "") -> str:
        return situs.tautan.url(src_uri) + (f"#{jangkar}" if jangkar else "")

    alamat = lembar.Alamat(
        temuan=lambda t: url(*situs.address(t)),
        laporan=lambda kunci: url(tautan.laporan(*kunci)),
        satker=lambda id_: url(tautan.satker(id_)),
        aturan=lambda id_: url(tautan.aturan(id_)),
    )
    return lembar.Bahan(situs.hasil, situs.bahasa, situs.indikator, alamat)


class _Satu:
    """A site as a key that is equal to itself only."""

    def __init__(self, situs: Situs) -> None:
        self.situs = situs

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Satu) and lain.situs is self.situs

    def __hash__(self) -> int:
        return id(self.situs)


def sheets(situs: Situs) -> Mapping[str, Lembar]:
    """Return all sheets by id; made once per site."""
    return _sheets(_Satu(situs))


@lru_cache(maxsize=1)
def _sheets(satu: _Satu) -> Mapping[str, Lembar]:
    return lembar.sheets(material(satu.situs))


@lru_cache(maxsize=1)
def _files(satu: _Satu) -> Mapping[str, bytes]:
    situs = satu.situs
    semua = sheets(situs)
    hasil: dict[str, bytes] = {}
    for jalur, isi in _all(situs, semua):
        hasil.setdefault(jalur, isi)
    hasil[tautan.MANIFES] = paket.manifest(situs, hasil)
    return hasil


def _all(situs: Situs, semua: Mapping[str, Lembar]) -> Iterator[tuple[str, bytes]]:
    """Yield all files but the manifest."""
    api = {id_: _written(x) for id_, x in semua.items()}
    yield tautan.HASIL_JSON, json_.render(situs.hasil).encode()
    for id_, (csv, json) in api.items():
        yield f"{tautan.API}{id_}.csv", csv
        yield f"{tautan.API}{id_}.json", json
    tabel = {f"{id_}.csv": (semua[id_], csv) for id_, (csv, _) in api.items()}
    yield tautan.PAKET, paket.package(situs, tabel)
    for halaman, lembar_ in _twins(situs, semua):
        csv, json = api[lembar_.id] if lembar_ is semua[lembar_.id] else _written(lembar_)
        yield tautan.kembaran(halaman, "csv"), csv
        yield tautan.kembaran(halaman, "json"), json
    yield from _books(situs, semua)
    yield tautan.SARIF, sarif.render(situs.hasil, situs.bahasa, situs.alamat).encode()
    yield from paket.schemas()
    if sisa := penjelajah.rest(situs):
        yield penjelajah.SISA, sisa.encode()


def _written(x: Lembar) -> tuple[bytes, bytes]:
    return csv_.render(x, bom=True).encode(), json_lembar.render(x).encode()


def _twins(situs: Situs, semua: Mapping[str, Lembar]) -> Iterator[tuple[str, Lembar]]:
    """Yield each list page and the sheet that says the same."""
    temuan, indikator, laporan = semua["temuan"], semua["indikator"], semua["laporan"]
    yield tautan.BERANDA, laporan
    yield tautan.SATKER, semua["satker"]
    yield tautan.ATURAN, semua["aturan"]
    yield tautan.INDIKATOR, indikator
    yield tautan.PENJELAJAH, temuan
    per_satker, per_laporan = laporan.groups("satker"), temuan.groups("satker", "laporan")
    for id_ in situs.hasil.satker:
        yield tautan.satker(id_), per_satker.get((id_,), laporan.kosong)
    for kunci in situs.laporan:
        yield tautan.laporan(*kunci), per_laporan.get(kunci, temuan.kosong)
    per_aturan = temuan.groups("aturan")
    for a in situs.hasil.aturan:
        yield tautan.aturan(a.id), per_aturan.get((a.id,), temuan.kosong)
    for (kode,), isi in indikator.groups("indikator").items():
        yield tautan.indikator(str(kode)), isi


def _books(situs: Situs, semua: Mapping[str, Lembar]) -> Iterator[tuple[str, bytes]]:
    yield tautan.BUKU, _workbook(situs, situs.bahasa.kata("lembar.ringkasan.semua"), semua)
    bagian = {id_: semua[id_].groups("satker") for id_ in ("laporan", *LEMBAR_BUKU)}
    for id_, satker in situs.hasil.satker.items():
        milik = {nama: isi.get((id_,), semua[nama].kosong) for nama, isi in bagian.items()}
        yield tautan.buku(id_), _workbook(situs, samarkan(satker.nama, situs.hasil.pribadi), milik)


def _workbook(situs: Situs, nama: str, isi: Mapping[str, Lembar]) -> bytes:
    b, masukan = situs.bahasa, situs.hasil.masukan
    judul = b.kata("lembar.ringkasan.judul", isi=nama)
    sidik = b.kata("lembar.ringkasan.sidik", data=masukan.data, aturan=masukan.aturan, perangkat=masukan.perangkat)
    pengantar = [judul, b.kata("lembar.ringkasan.catatan"), *([situs.alamat] if situs.alamat else []), ""]
    halaman: Sequence[xlsx.Halaman] = (
        xlsx.Halaman(b.kata("lembar.ringkasan"), isi["laporan"], tuple(pengantar), ("", sidik)),
        *(xlsx.Halaman(isi[id_].judul(b), isi[id_]) for id_ in LEMBAR_BUKU),
    )
    return _book(tuple(halaman), b, judul, situs.alamat)
