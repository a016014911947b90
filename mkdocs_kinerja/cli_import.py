"""The commands `kinerja import` and `kinerja new`: thin adapters between the terminal and the importer."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal, NoReturn

import click

from .engine import RuleFileError
from .importer import baca, kerangka, masukan, sisip, susun, tujuan
from .importer.catatan import Catatan, ImporError
from .importer.konteks import Konteks
from .importer.masukan import MAKS_BITA, Bentuk, Masukan
from .importer.tulis import write_file
from .loading.discover import period_of
from .pengaturan import for_command
from .periode import Periode

_BAHASA = click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")


def _data_folder(_context: click.Context, _parameter: click.Parameter, ditulis: Path | None) -> Path:
    """Return the data folder: the one of the command, or that of `kinerja.yml`, or `data`."""
    if ditulis is not None:
        return ditulis
    try:
        return for_command(None).data
    except RuleFileError as galat:
        click.echo(click.style("kinerja: ", fg="red") + str(galat), err=True)
        sys.exit(2)


_DATA = click.option(
    "--data", type=click.Path(path_type=Path), callback=_data_folder,
    help="Folder data; bawaannya `data`, atau menurut kinerja.yml.",
)  # fmt: skip
_TIMPA = click.option("--force", is_flag=True, help="Timpa berkas, atau tabel dengan id yang sama, yang sudah ada.")


def _fail(galat: ImporError, lang: str) -> NoReturn:
    """Tell why the command failed, and end with status 2."""
    click.echo(click.style("kinerja: ", fg="red") + (galat.pesan_en if lang == "en" else galat.pesan), err=True)
    sys.exit(2)


def _tell(catatan: tuple[Catatan, ...], lang: str) -> None:
    for c in catatan:
        awal = ("check: " if lang == "en" else "periksa: ") if c.periksa else ""
        click.echo(click.style(awal, fg="yellow") + (c.pesan_en if lang == "en" else c.pesan), err=True)


def _take(berkas: str, diminta: str, *, sebagian: bool) -> Masukan:
    """Read the input, never more of it than may be."""
    bentuk = None if diminta == "auto" else Bentuk(diminta)
    if berkas == "-":
        return masukan.take("", sys.stdin.buffer.read(MAKS_BITA + 1), bentuk, sebagian=sebagian)
    try:
        with Path(berkas).open("rb") as isi:
            return masukan.take(Path(berkas).name, isi.read(MAKS_BITA + 1), bentuk, sebagian=sebagian)
    except OSError as galat:
        raise ImporError(
            f"{berkas} tidak dapat dibaca. Periksa nama dan izinnya.",
            f"{berkas} cannot be read. Check its name and permissions.",
        ) from galat


@click.command("import", help="Ubah tabel dari XLSX, CSV, TSV, Markdown, atau teks laporan menjadi blok `tabel`.")
@click.argument("file", metavar="BERKAS|-")
@click.option("--format", "bentuk", type=click.Choice(["auto", *Bentuk]), default="auto", help="Bentuk masukan.")
@click.option("--sheet", default="", help="Nama atau nomor lembar XLSX.")
@click.option("--range", "rentang", default="", metavar="A3:F20", help="Bagian lembar XLSX.")
@click.option("--lines", "garis", default="", metavar="A-B", help="Baris teks, misalnya 308-318.")
@click.option("--id", "id_", default="", help="Id tabel.")
@click.option("--judul", default="", help="Judul tabel.")
@click.option("--tempat", default="", help="Tempat tabel, misalnya 'Tabel 2.3'.")
@click.option("--angka", type=click.Choice(["auto", "id", "en"]), default="auto", help="Notasi: 1.234,5 atau 1,234.5.")
@click.option("--into", type=click.Path(path_type=Path, dir_okay=False), help="Sisipkan ke berkas laporan ini.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Tulis ke berkas baru ini.")
@_DATA
@_TIMPA
@_BAHASA
def import_(
    file: str, bentuk: str, sheet: str, rentang: str, garis: str, id_: str, judul: str, tempat: str,
    angka: Literal["auto", "id", "en"], into: Path | None, output: Path | None, data: Path, force: bool, lang: str,
) -> None:  # fmt: skip
    """Import one table; its notes go to standard error and stand as comments above the block."""
    if into and output:
        raise click.UsageError("Pilih salah satu: --into atau -o.")
    try:
        baris = baca.lines(garis)
        isi = _take(file, bentuk, sebagian=baris is not None)
        ke = tujuan.of_report(into) if into else None
        dasar: Konteks = ke.konteks if ke else tujuan.of_data(data)
        konteks = replace(dasar, angka=angka, id=id_, judul=judul, tempat=tempat)
        notasi = konteks.notasi if angka == "auto" else angka
        lembar = baca.read(isi, lembar=sheet, rentang=rentang, garis=baris, notasi=notasi)
        blok = susun.compose(lembar, konteks)
        if ke:
            write_file(ke.jalur, sisip.insert(ke.teks, blok, timpa=force), timpa=True)
        elif output:
            write_file(output, f"tabel:\n{blok.text()}", timpa=force)
        else:
            click.echo(blok.text(), nl=False)
    except ImporError as galat:
        _fail(galat, lang)
    _tell(blok.catatan, lang)


@click.group(help="Buat berkas baru yang sudah sah, dengan penjelasan di dalamnya.")
def new() -> None:
    """Make new files."""


@new.command("satker", help="Buat satker.yml, misalnya `kinerja new satker bspji-ambon`.")
@click.argument("id_", metavar="ID")
@click.option("--nama", default="", help="Nama resmi.")
@click.option("--singkatan", default="", help="Singkatan resmi.")
@click.option("--kota", default="", help="Kota.")
@_DATA
@_TIMPA
@_BAHASA
def new_satker(id_: str, nama: str, singkatan: str, kota: str, data: Path, force: bool, lang: str) -> None:
    """Write `data/satker/ID/satker.yml`."""
    try:
        teks = kerangka.satker(id_, nama, singkatan, kota)
        _write(data / "satker" / id_ / "satker.yml", teks, force)
    except ImporError as galat:
        _fail(galat, lang)


@new.command("laporan", help="Buat laporan, misalnya `kinerja new laporan bspji-ambon 2025-tw2`.")
@click.argument("satker", metavar="SATKER")
@click.argument("periode", metavar="PERIODE")
@_DATA
@_TIMPA
@_BAHASA
def new_laporan(satker: str, periode: str, data: Path, force: bool, lang: str) -> None:
    """Write `data/satker/SATKER/PERIODE.yml`."""
    try:
        kerangka.check_id(satker)
        teks = kerangka.laporan(_period(periode), *tujuan.names(data, satker))
        _write(data / "satker" / satker / f"{periode}.yml", teks, force)
    except ImporError as galat:
        _fail(galat, lang)


def _period(teks: str) -> Periode:
    dibaca = period_of(teks)
    if dibaca is None:
        raise ImporError(
            f"Periode {teks!r} tidak dikenal. Tulis seperti 2025-tw2 atau 2023-tahunan.",
            f"The period {teks!r} is unknown. Write it like 2025-tw2 or 2023-tahunan.",
        )
    return dibaca


def _write(jalur: Path, teks: str, force: bool) -> None:
    write_file(jalur, teks, timpa=force)
    click.echo(jalur.as_posix())
