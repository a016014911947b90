"""Forms of the result for other programs, and the schemas of the data files: parts of `kinerja` that few runs need."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from . import lembar
from .bahasa import Bahasa
from .hasil import Hasil
from .report import csv_, github, junit, sarif
from .temuan import Keparahan

SKEMA: Final = Path(__file__).parent / "schemas"
AKHIRAN: Final = ".schema.json"
POLA: Final = {
    "laporan": "data/satker/*/[0-9]*.yml",
    "satker": "data/satker/*/satker.yml",
    "indikator": "data/indikator.yml",
    "daftar-satker": "data/satker.yml",
    "kinerja": "kinerja.yml",
}
"""Which data files a schema is for."""


def write(bentuk: str, hasil: Hasil, bahasa: Bahasa, minimal: Keparahan, gagal: Keparahan | None) -> None:
    """Write a result to the standard output.

    Args:
        bentuk: `sarif`, `junit`, `github` or `csv`.
        hasil: The result.
        bahasa: Language of the messages.
        minimal: Less serious findings are left out where the form is a list for people.
        gagal: From which severity on a finding is a failed test; None for never.
    """
    match bentuk:
        case "sarif":
            teks = sarif.render(hasil, bahasa)
        case "junit":
            teks = junit.render(hasil, bahasa, gagal)
        case "github":
            teks = github.render(hasil, bahasa, minimal)
        case _:
            teks = csv_.render(lembar.sheet(lembar.Bahan(hasil, bahasa), "temuan"))
    # Bytes: lines of CSV end in CRLF on every system, and the others in LF.
    click.echo(teks.encode(), nl=False)


@click.command("schema", help="Tampilkan skema berkas data NAMA, atau daftarnya; --install menyalinnya untuk editor.")
@click.argument("nama", required=False)
@click.option(
    "--install", "folder", type=click.Path(file_okay=False, path_type=Path),
    help="Salin semua skema ke folder ini dan tampilkan pengaturan editornya.",
)  # fmt: skip
def schema(nama: str | None, folder: Path | None) -> None:
    """Show a schema or the list of schemas, or copy them all; what is there under the same name is replaced."""
    ada = {p.name.removesuffix(AKHIRAN): p for p in sorted(SKEMA.glob(f"*{AKHIRAN}"))}
    if nama is not None and nama not in ada:
        raise click.UsageError(f"Skema {nama!r} tidak ada. Yang ada: {', '.join(ada)}.")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for satu in ada.values():
            (folder / satu.name).write_bytes(satu.read_bytes())
        click.echo(_settings(folder))
    elif nama is None:
        click.echo("\n".join(ada))
    else:
        click.echo(ada[nama].read_text("utf-8"), nl=False)


def _settings(folder: Path) -> str:
    """Return what to put into the settings of an editor with the YAML extension of Red Hat."""
    tujuan = folder.as_posix() if folder.is_absolute() else f"./{folder.as_posix()}"
    baris = ",\n".join(f'    "{tujuan}/{n}{AKHIRAN}": "{pola}"' for n, pola in POLA.items())
    return f'Tambahkan ke .vscode/settings.json (ekstensi YAML dari Red Hat):\n\n  "yaml.schemas": {{\n{baris}\n  }}'
