"""Writing files: all or nothing, and never over what is there unless that was asked for."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from .catatan import ImporError


def write_file(jalur: Path, teks: str, *, timpa: bool = False) -> None:
    """Write a file in one step: readers see the old content or the new, never a part of it.

    Args:
        jalur: The file. A link is followed, its target written.
        teks: The content, with the line ends it is to have.
        timpa: Replace a file that exists.

    Raises:
        ImporError: The file exists, or cannot be written.
    """
    tujuan = Path(os.path.realpath(jalur))
    if tujuan.exists() and not timpa:
        raise exists(jalur)
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        nomor, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=f".{tujuan.name}.")
    except OSError as galat:
        raise _unwritable(jalur, galat) from galat
    sementara = Path(nama)
    try:
        with os.fdopen(nomor, "w", encoding="utf-8", newline="") as berkas:
            berkas.write(teks)
            berkas.flush()
            os.fsync(berkas.fileno())
        sementara.chmod(tujuan.stat().st_mode & 0o7777 if tujuan.exists() else 0o666 & ~_umask())
        _put(sementara, tujuan, timpa=timpa)
    except FileExistsError as galat:
        raise exists(jalur) from galat
    except (OSError, UnicodeEncodeError) as galat:
        raise _unwritable(jalur, galat) from galat
    finally:
        with suppress(FileNotFoundError):
            sementara.unlink()


def _put(sementara: Path, tujuan: Path, *, timpa: bool) -> None:
    """Move the finished file to its place; without `timpa` a file that came to be meanwhile stays as it is."""
    if timpa:
        sementara.replace(tujuan)
        return
    try:
        os.link(sementara, tujuan)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system. What is left is a moment in which another file could be replaced.
        if tujuan.exists():
            raise FileExistsError(tujuan) from None
        sementara.replace(tujuan)


def exists(jalur: Path) -> ImporError:
    """Return the error for a file that is there already."""
    return ImporError(
        f"{jalur} sudah ada dan tidak ditimpa. Pakai nama lain, atau --force.",
        f"{jalur} exists and was not overwritten. Use another name, or --force.",
    )


def _unwritable(jalur: Path, galat: Exception) -> ImporError:
    nomor = f" (errno {galat.errno})" if isinstance(galat, OSError) and galat.errno else ""
    return ImporError(
        f"{jalur} tidak dapat ditulis{nomor}. Periksa folder dan izinnya.",
        f"{jalur} cannot be written{nomor}. Check its folder and permissions.",
    )


def _umask() -> int:
    kini = os.umask(0)
    os.umask(kini)
    return kini
