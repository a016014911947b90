"""The archive around an XLSX file: refused before anything in it is parsed if it could do harm."""

from __future__ import annotations

import io
import zipfile

from .catatan import Catatan, ImporError

MAKS_BAGIAN = 2_000
MAKS_TERBUKA = 120 << 20
MAKS_LEMBAR = 16 << 20
"""A sheet up to this size is read as a whole, for its merged cells; larger ones row by row."""
MAKS_RASIO = 200
RASIO_MULAI = 1 << 20
"""Small parts may be as repetitive as they like."""
_KEPALA = 4096


def check(bita: bytes) -> tuple[bool, tuple[Catatan, ...]]:
    """Look at the archive's directory and at the beginning of its XML.

    Returns:
        Whether the sheets are small enough to be read as a whole, and what is to be told.

    Raises:
        ImporError: The archive is damaged or hostile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(bita)) as arsip:
            bagian = arsip.infolist()
            _check_size(bagian)
            for b in bagian:
                if b.filename.endswith((".xml", ".rels", ".vml")):
                    _check_xml(arsip, b)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as galat:
        raise broken() from galat
    lembar = sum(
        b.file_size for b in bagian if b.filename.startswith("xl/worksheets/") or "sharedStrings" in b.filename
    )
    makro = any("vbaproject" in b.filename.lower() or "macrosheets" in b.filename.lower() for b in bagian)
    catatan = Catatan(
        "berkas ini berisi makro; makronya tidak dijalankan, hanya nilai sel yang dibaca",
        "the file has macros; they are not run, only the values of its cells are read",
        periksa=False,
    )
    return lembar <= MAKS_LEMBAR, (catatan,) if makro else ()


def broken() -> ImporError:
    """Return the error for a file that cannot be read."""
    return ImporError(
        "Berkas XLSX rusak, terpotong, atau bersandi. Simpan ulang dari LibreOffice atau Excel tanpa sandi.",
        "The XLSX file is damaged, cut off or has a password. Save it anew from LibreOffice or Excel without one.",
    )


def _check_size(bagian: list[zipfile.ZipInfo]) -> None:
    terbuka = sum(b.file_size for b in bagian)
    padat = [b for b in bagian if b.file_size > RASIO_MULAI and b.file_size > MAKS_RASIO * max(b.compress_size, 1)]
    if padat or terbuka > MAKS_TERBUKA or len(bagian) > MAKS_BAGIAN:
        raise ImporError(
            f"Berkas XLSX ini mengembang menjadi {terbuka >> 20} MiB, jadi tidak dibuka (mungkin bom zip, atau format "
            "sampai baris terakhir lembar). Salin tabelnya ke berkas baru.",
            f"This XLSX file grows to {terbuka >> 20} MiB, so it is not opened (perhaps a zip bomb, or formats down to "
            "the last row of the sheet). Copy the table into a new file.",
        )


def _check_xml(arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo) -> None:
    """Refuse a document type: Excel writes none, and entities are defined nowhere else."""
    with arsip.open(bagian) as isi:
        kepala = isi.read(_KEPALA)
    if b"<!DOCTYPE" in kepala.replace(b"\0", b"") or b"<!ENTITY" in kepala.replace(b"\0", b""):
        raise ImporError(
            f"Bagian {bagian.filename} berisi deklarasi entitas XML, yang tidak pernah ditulis Excel. Tidak dibuka.",
            f"The part {bagian.filename} declares XML entities, which Excel never writes. It is not opened.",
        )
