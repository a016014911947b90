"""Putting a table into a report file: every byte that was there stays, comments and order included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..loading.yaml_events import parse
from .blok import IMPOR, PERIKSA, Blok
from .catatan import ImporError

_SESUDAH = ("kendala", "pernyataan", "kaitan", "rujukan", "tanggapan")
"""Sections that stand behind `tabel`."""
_GARIS = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+\Z")
"""Lines as YAML counts them."""
_KOSONG_ATAU_KOMENTAR = re.compile(r"\s*(?:#.*)?\s*\Z")


@dataclass(frozen=True, slots=True)
class _Tempat:
    """Lines `awal` to `akhir` (from 0, `akhir` not included) give way to the block, indented by `inden`."""

    awal: int
    akhir: int
    inden: int
    kepala: str = ""


def insert(teks: str, blok: Blok, *, timpa: bool = False) -> str:
    """Return the text of a report with the block at the end of `tabel`, or in place of the table with its id.

    Args:
        teks: The report file.
        blok: The entry.
        timpa: Replace a table that has the id already.

    Raises:
        ImporError: The file cannot be read, or has such a table.
    """
    masalah = parse(teks).problems
    if masalah:
        p = masalah[0]
        raise ImporError(
            f"Berkas laporan belum dapat disunting, perbaiki dulu baris {p.baris}: {p.pesan}",
            f"The report file cannot be edited yet, mend line {p.baris} first: {p.pesan_en}",
        )
    garis = _GARIS.findall(teks)
    akhir_baris = "\r\n" if garis and garis[0].endswith("\r\n") else "\n"
    dokumen = _load(teks)
    tempat = _place(dokumen, garis, blok.id, timpa=timpa)
    sebelum, sesudah = garis[: tempat.awal], garis[tempat.akhir :]
    if sebelum and not sebelum[-1].endswith(("\n", "\r")):
        sebelum[-1] += akhir_baris
    isi = tempat.kepala + blok.text(tempat.inden)
    depan = "\n" if tempat.awal == tempat.akhir and sebelum and sebelum[-1].strip() else ""
    belakang = "\n" if sesudah and sesudah[0].strip() else ""
    hasil = "".join(sebelum) + f"{depan}{isi}{belakang}".replace("\n", akhir_baris) + "".join(sesudah)
    _verify(dokumen, hasil, blok.id)
    return hasil


def _load(teks: str) -> Any:
    """Return the round-trip tree, whose nodes know their places; it has no useful types."""
    try:
        from ruamel.yaml import YAML  # noqa: PLC0415 - an extra
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415
    except ImportError as galat:
        raise ImporError(
            "Untuk menyisipkan ke berkas laporan perlu ruamel.yaml: pip install 'mkdocs-kinerja[impor]'. "
            "Atau salin sendiri blok dari keluaran standar.",
            "Inserting into a report file needs ruamel.yaml: pip install 'mkdocs-kinerja[impor]'. "
            "Or copy the block from standard output yourself.",
        ) from galat
    try:
        dokumen = YAML(typ="rt").load(teks)
    except (YAMLError, ValueError) as galat:
        raise _unusable() from galat
    if not hasattr(dokumen, "lc") or not isinstance(dokumen, dict):
        raise _unusable()
    return dokumen


def _unusable() -> ImporError:
    return ImporError(
        "Berkas itu bukan laporan (baris pertama biasanya `laporan:`), jadi tabel tidak disisipkan.",
        "That file is no report (its first line usually is `laporan:`), so the table was not inserted.",
    )


def _place(dokumen: Any, garis: Sequence[str], id_: str, *, timpa: bool) -> _Tempat:
    """Find where the block goes, from the places ruamel.yaml knows."""
    tabel: Any = dokumen.get("tabel")
    if "tabel" not in dokumen:
        berikut = [dokumen.lc.key(k)[0] for k in _SESUDAH if k in dokumen]
        n = _before_comments(garis, min(berikut, default=len(garis)))
        return _Tempat(n, n, 2, "tabel:\n")
    baris = dokumen.lc.key("tabel")[0]
    batas = min((dokumen.lc.key(k)[0] for k in dokumen if dokumen.lc.key(k)[0] > baris), default=len(garis))
    if tabel is None or tabel == []:
        # `tabel:` or `tabel: []` gives way; comments below it stay.
        return _Tempat(baris, baris + 1, 2, "tabel:\n")
    if not hasattr(tabel, "append") or tabel.fa.flow_style():
        raise ImporError(
            "`tabel` dalam laporan itu tidak ditulis sebagai daftar berbaris (`- id: ...`). Sisipkan sendiri.",
            "`tabel` in that report is not written as a list of lines (`- id: ...`). Insert it yourself.",
        )
    inden = tabel.lc.col
    nomor = next((n for n, t in enumerate(tabel) if isinstance(t, dict) and str(t.get("id")) == id_), None)
    if nomor is None:
        n = _before_comments(garis, batas)
        return _Tempat(n, n, inden)
    if not timpa:
        raise ImporError(
            f"Tabel {id_!r} sudah ada dalam laporan. Pakai --id lain, atau --force untuk menggantinya.",
            f"The report has a table {id_!r} already. Use another --id, or --force to replace it.",
        )
    akhir = tabel.lc.item(nomor + 1)[0] if nomor + 1 < len(tabel) else batas
    return _Tempat(_own_comments(garis, tabel.lc.item(nomor)[0]), _before_comments(garis, akhir), inden)


def _before_comments(garis: Sequence[str], n: int) -> int:
    """Return the end of what stands above line `n`: blanks and comments belong to what follows."""
    while n and _KOSONG_ATAU_KOMENTAR.match(garis[n - 1]):
        n -= 1
    return n


def _own_comments(garis: Sequence[str], n: int) -> int:
    """Return the first of the importer's own comments above line `n`: they are about the table that goes."""
    while n and garis[n - 1].lstrip().startswith((PERIKSA, IMPOR)):
        n -= 1
    return n


def _verify(lama: Any, hasil: str, id_: str) -> None:
    """Make sure that nothing but the table changed."""
    try:
        baru = _load(hasil)
    except ImporError:
        raise _would_change() from None
    tabel = [t for t in (baru.get("tabel") or []) if str(t.get("id")) == id_]
    sisa = [t for t in (baru.get("tabel") or []) if str(t.get("id")) != id_]
    dulu = [t for t in (lama.get("tabel") or []) if not isinstance(t, dict) or str(t.get("id")) != id_]
    lain = {k: v for k, v in lama.items() if k != "tabel"} == {k: v for k, v in baru.items() if k != "tabel"}
    if len(tabel) != 1 or sisa != dulu or not lain or parse(hasil).problems:
        raise _would_change()


def _would_change() -> ImporError:
    return ImporError(
        "Tabel tidak dapat disisipkan tanpa mengubah isi lain berkas itu; berkas dibiarkan. Sisipkan sendiri.",
        "The table cannot be inserted without changing the rest of that file; it was left alone. Do it yourself.",
    )
