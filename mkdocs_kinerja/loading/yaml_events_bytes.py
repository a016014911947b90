"""From bytes to text: encodings, binary files, and characters that no data file may hold."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path

from .yaml_events_document import Limits, Problem

# Everything YAML itself refuses, and the line breaks only some programs know: they would shift every line number.
# A byte order mark inside the text is refused with them, because libyaml takes it for a value.
FATAL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
# Legal but invisible: they make equal names differ, or show text in another order than it is read.
INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
_FATAL = re.compile(f"[{FATAL}]")
_SUSPECT = re.compile(f"[{FATAL}{INVISIBLE}]")
_HARMLESS = bytes([9, 10, 13, *range(32, 127)])
_BREAK = re.compile("\r\n|\r|\n")
_MAX_TOLD = 20

_BINARY = (
    (b"PK\x03\x04", "Excel/Word (XLSX/DOCX) atau ZIP", "Excel/Word (XLSX/DOCX) or ZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel/Word lama (XLS/DOC)", "old Excel/Word (XLS/DOC)"),
    (b"%PDF", "PDF", "PDF"),
    (b"\x89PNG", "gambar PNG", "PNG image"),
    (b"\xff\xd8\xff", "gambar JPEG", "JPEG image"),
    (b"\x1f\x8b", "arsip GZIP", "GZIP archive"),
)
_UTF16 = (
    "Berkas ini tersimpan dengan pengodean UTF-16 atau UTF-32. Simpan ulang sebagai UTF-8.",
    "This file is saved as UTF-16 or UTF-32. Save it again as UTF-8.",
)


def read_bytes(path: Path, limits: Limits) -> bytes | Problem:
    """Return the content of a regular file, or the problem that prevents it. Never reads more than the limit."""
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            return _at_start("berkas", "Ini folder, bukan berkas YAML.", "This is a folder, not a YAML file.")
        if not stat.S_ISREG(info.st_mode):
            return _at_start(
                "berkas", "Ini bukan berkas biasa. Ganti dengan berkas YAML.", "This is not a regular file."
            )
        if info.st_size > limits.bytes:
            return too_large(info.st_size, limits)
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        return _unreadable(error)
    return too_large(len(data), limits) if len(data) > limits.bytes else data


def read_text(path: Path, limits: Limits) -> str | Problem:
    """Return the text of a UTF-8 file, or the problem that prevents it."""
    data = read_bytes(path, limits)
    return data if isinstance(data, Problem) else decode(data)


def _unreadable(error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return _at_start("berkas", "Berkas tidak ditemukan. Periksa nama dan foldernya.", "File not found.")
    if isinstance(error, PermissionError):
        return _at_start(
            "berkas",
            "Berkas tidak boleh dibaca. Beri izin baca kepada pengguna yang menjalankan pemeriksaan.",
            "The file may not be read. Give read permission to the user who runs the check.",
        )
    # The system's own words would be in any language: the number is what can be looked up.
    reason = f" (errno {error.errno})" if isinstance(error, OSError) and error.errno else ""
    return _at_start(
        "berkas",
        f"Berkas tidak dapat dibaca{reason}. Periksa nama berkas dan medianya.",
        f"The file cannot be read{reason}. Check its name and its medium.",
    )


def too_large(size: int, limits: Limits) -> Problem:
    """Return the problem of a file over the limit."""
    have, most = f"{size / (1 << 20):.1f}", f"{limits.bytes / (1 << 20):.1f}"
    return _at_start(
        "batas",
        f"Berkas terlalu besar ({have.replace('.', ',')} MiB; paling banyak {most.replace('.', ',')} MiB). "
        "Pindahkan tabel besar ke berkas TSV dan tunjuk dengan `berkas:`.",
        f"The file is too large ({have} MiB; at most {most} MiB). Move large tables to TSV files (`berkas:`).",
    )


def decode(data: bytes) -> str | Problem:
    """Return the text of UTF-8 bytes (a BOM is dropped), or the problem that says what else the file is."""
    for magic, nama, name in _BINARY:
        if data.startswith(magic):
            return _at_start(
                "pengodean",
                f"Ini berkas {nama}, bukan YAML. Salin isinya ke berkas YAML (teks UTF-8).",
                f"This is a {name} file, not YAML. Copy its content into a YAML file (UTF-8 text).",
            )
    head = data[:1000]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) * 4 > len(head) + 4:
        return _at_start("pengodean", *_UTF16)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(data, error)


def _undecodable(data: bytes, error: UnicodeDecodeError) -> Problem:
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    # "utf-8-sig" counts from behind the BOM on some paths and from the start on others: find the place anew.
    try:
        data[start:].decode("utf-8")
    except UnicodeDecodeError as exact:
        error = exact
    line, column = place_of(data[start : start + error.start].decode("utf-8"), None)
    if error.reason == "unexpected end of data":
        return Problem(
            line,
            column,
            "pengodean",
            "Berkas terpotong di tengah sebuah huruf. Salin ulang berkas dari sumbernya.",
            "The file is cut off in the middle of a character. Copy it again from its source.",
        )
    byte = data[start + error.start : start + error.start + 1]
    guess = byte.decode("cp1252", "replace")
    shown = f" (mungkin huruf “{guess}” dari Windows-1252)" if guess.isprintable() and guess != "\ufffd" else ""
    shown_en = f" (perhaps “{guess}” of Windows-1252)" if shown else ""
    return Problem(
        line,
        column,
        "pengodean",
        f"Berkas bukan UTF-8: bita 0x{byte.hex().upper()} di sini{shown}. Simpan ulang sebagai UTF-8.",
        f"The file is not UTF-8: byte 0x{byte.hex().upper()} here{shown_en}. Save it again as UTF-8.",
    )


def forbidden_characters(text: str) -> tuple[list[Problem], bool]:
    """Return a problem per character that may not stand in a data file, and whether YAML can still be read."""
    # Deleting the harmless bytes first makes the common case (plain ASCII, a few accents) nearly free.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS)
    if not rest or not _SUSPECT.search(rest.decode("utf-8", "surrogatepass")):
        return [], True
    problems = []
    for count, found in enumerate(_SUSPECT.finditer(text)):
        if count == _MAX_TOLD:
            break
        line, column = place_of(text, found.start())
        char = found.group()
        code = f"U+{ord(char):04X}"
        name = unicodedata.name(char, "")
        control = unicodedata.category(char) == "Cc"
        kind = ("kendali", "control") if control else ("tak tampak", "invisible")
        problems.append(
            Problem(
                line,
                column,
                "karakter",
                f"Ada karakter {kind[0]} {code}{f' ({name})' if name else ''} di sini, biasanya sisa salin-tempel. "
                "Hapus, lalu ketik ulang bagian ini.",
                f"There is the {kind[1]} character {code}{f' ({name})' if name else ''} here, usually left by "
                "copy and paste. Delete it and type this part again.",
            )
        )
    return problems, not _FATAL.search(text)


def place_of(text: str, offset: int | None) -> tuple[int, int]:
    """Return line and column (from 1) of an offset in `text`; of its end if None."""
    end = len(text) if offset is None else offset
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, end):
        line, start = line + 1, found.end()
    return line, end - start + 1


def _at_start(kode: str, pesan: str, pesan_en: str) -> Problem:
    return Problem(1, 1, kode, pesan, pesan_en)
