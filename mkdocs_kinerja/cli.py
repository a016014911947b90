"""The command `kinerja`: a thin adapter between the terminal and the pipeline."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import click

from . import __version__
from .bahasa import Bahasa
from .engine import RuleFileError
from .pengaturan import for_command, unique, without_ignoring
from .pipeline import AMBANG_SAMPAH, DataError, Pemroses, read_profiles, read_rules, shipped_rules
from .profil import UMUM, exceptions
from .report import json_, text
from .temuan import Keparahan

BENTUK = ("text", "json", "sarif", "junit", "github", "csv")
NamaMesin = Literal["auto", "durable", "reference"]
BERHENTI = "tidak"
TINGKAT = [k.value for k in Keparahan]
_GAYA: dict[str, dict[str, Any]] = {
    "galat": {"fg": "red", "bold": True},
    "peringatan": {"fg": "yellow", "bold": True},
    "info": {"fg": "blue"},
    "tempat": {"bold": True},
    "judul": {"bold": True, "underline": True},
    "redup": {"dim": True},
}


def _paint(teks: str, gaya: str) -> str:
    return click.style(teks, **_GAYA[gaya])


def _fail(pesan: str) -> None:
    """Tell why the run itself failed, and end with status 2."""
    click.echo(click.style("kinerja: ", fg="red") + pesan, err=True)
    sys.exit(2)


class _Perintah(click.Group):
    """The commands; those with modules of their own load them only when they are called."""

    _IMPOR = ("import", "new")

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self._IMPOR, "schema"})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "schema":
            from .cli_bentuk import schema  # noqa: PLC0415 - only this command needs it

            return schema
        if cmd_name not in self._IMPOR:
            return super().get_command(ctx, cmd_name)
        from . import cli_import  # noqa: PLC0415 - a third of the start-up time, which every other command would pay

        return cli_import.import_ if cmd_name == "import" else cli_import.new


@click.group(cls=_Perintah, help="Kinerja: memeriksa laporan kinerja instansi pemerintah.")
@click.version_option(__version__, prog_name="kinerja")
def main() -> None:
    """Run the command group."""
    # Messages hold arrows and signs that the code page of a Windows console, the default of a pipe there, lacks.
    for keluaran in (sys.stdout, sys.stderr):
        if isinstance(keluaran, io.TextIOWrapper):
            keluaran.reconfigure(encoding="utf-8")


@main.command("check", help="Periksa data dan tampilkan temuannya.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "bentuk", type=click.Choice([*BENTUK]), default="text", help="Bentuk keluaran.")
@click.option(
    "--fail-on", type=click.Choice([*TINGKAT, BERHENTI]), default=Keparahan.GALAT.value, show_default=True,
    help="Status keluar 1 bila ada temuan setingkat ini atau lebih.",
)  # fmt: skip
@click.option("--rules", multiple=True, type=click.Path(exists=True, path_type=Path), help="Folder aturan tambahan.")
@click.option("--satker", multiple=True, help="Hanya satker ini.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--engine", type=click.Choice(["auto", "durable", "reference"]), default="auto", help="Mesin aturan.")
@click.option(
    "--minimum", type=click.Choice(TINGKAT), default=Keparahan.INFO.value, help="Temuan terendah yang ditampilkan."
)
def check(
    path: Path | None, bentuk: str, fail_on: str, rules: tuple[Path, ...], satker: tuple[str, ...], lang: str,
    engine: NamaMesin, minimum: str,
) -> None:  # fmt: skip
    """Check a data directory; exit 1 when there are findings at or above --fail-on, 2 when the run failed."""
    gc.set_threshold(*AMBANG_SAMPAH)
    try:
        pengaturan = replace(for_command(path, rules), satker=satker, mesin=engine)
        pemroses = Pemroses(pengaturan)
        hasil = pemroses.run()
    except (DataError, RuleFileError) as galat:
        _fail(str(galat))
        return
    pemroses.close()
    if not hasil.laporan and not hasil.temuan:
        # An empty folder must not look like reports without findings.
        data = pengaturan.data
        _fail(
            f"Tidak ada laporan di {data.as_posix()!r}. Laporan dicari di {(data / 'satker').as_posix()}"
            "/<satker>/<tahun>-tw<1-4>.yml atau <tahun>-tahunan.yml. Buat yang pertama dengan `kinerja new laporan`, "
            "atau sebutkan folder data yang lain."
        )
        return
    bahasa = Bahasa("en" if lang == "en" else "id")
    if bentuk == "json":
        click.echo(json_.render(hasil), nl=False)
    elif bentuk != "text":
        from .cli_bentuk import write  # noqa: PLC0415 - writers that most runs do not need

        write(bentuk, hasil, bahasa, Keparahan(minimum), None if fail_on == BERHENTI else Keparahan(fail_on))
    else:
        cat: Callable[[str, str], str] = _paint if sys.stdout.isatty() else text.plain
        click.echo(text.render(hasil, bahasa, cat, Keparahan(minimum)), nl=False)
        if hasil.catatan_mesin:
            click.echo(bahasa.teks(hasil.catatan_mesin), err=True)
    if hasil.galat_mesin:
        sys.exit(2)
    if fail_on != BERHENTI and hasil.at_least(Keparahan(fail_on)):
        sys.exit(1)


@main.command("check-rules", help="Jalankan contoh setiap aturan, juga yang di FOLDER dan menurut kinerja.yml.")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
def check_rules(folder: Path | None) -> None:
    """Run the examples of the shipped rules and of the own ones; exit 2 when a rule is not in order."""
    from . import contoh  # noqa: PLC0415 - only this command needs it

    try:
        sendiri = for_command(None, [folder] if folder else []).aturan
        buku, hasil = contoh.run_dir(unique([shipped_rules(), *sendiri]), Path())
    except RuleFileError as galat:
        _fail(str(galat))
        return
    for masalah in buku.problems:
        click.echo(str(masalah))
    for h in hasil:
        if not h.ok:
            click.echo(f"{h.posisi}: {h.aturan_id}: {h.pesan}")
    salah = sum(not h.ok for h in hasil) + len(buku.problems)
    click.echo(f"{len(buku.aturan)} aturan, {len(hasil)} contoh, {salah} masalah.")
    if salah:
        sys.exit(2)


@main.command("explain", help="Jelaskan satu aturan, misalnya KIN201.")
@click.argument("id_", metavar="ATURAN")
@click.option("--rules", multiple=True, type=click.Path(exists=True, path_type=Path), help="Folder aturan tambahan.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa.")
def explain(id_: str, rules: tuple[Path, ...], lang: str) -> None:
    """Show a rule: what it looks at, why, on what basis, how to mend."""
    from .report import explain as penjelas  # noqa: PLC0415 - only this command needs it

    try:
        pengaturan = for_command(None, rules)
        profil = read_profiles(pengaturan)
        buku = read_rules(without_ignoring(pengaturan))
    except RuleFileError as galat:
        _fail(str(galat))
        return
    aturan = buku.find(id_.upper())
    if aturan is None:
        _fail(penjelas.unknown(id_, [a.id for a in buku.aturan]))
        return
    dipakai = profil[UMUM].buku.find(aturan.id) is not None
    khusus = exceptions(profil).get(aturan.id, ())
    click.echo(penjelas.render(aturan, Bahasa("en" if lang == "en" else "id"), dipakai, khusus), nl=False)


if __name__ == "__main__":
    main()
