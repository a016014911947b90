"""Key classes: what the rows of a table are about, from the label above their names and from the names themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import periode
from ..pengenal import KELAS_DIMENSI, slug
from ..periode import Periode
from .nilai import is_year

_KELAS = (
    (r"indikator", "indikator"),
    (r"sasaran|tujuan", "sasaran"),
    (r"sub ?komponen", "subkomponen"),
    (r"sumber dana", "dana"),
    (r"unit kerja|satuan kerja|satker|unit pelayanan", "unit"),
    (r"jenjang", "jenjang"),
    (r"jabatan", "jabatan"),
    (r"penerimaan|layanan|jasa", "layanan"),
    (r"belanja", "belanja"),
    (r"akun|\bmak\b", "akun"),
    (r"\bkro\b|klasifikasi rincian output", "kro"),
    (r"\bro\b|rincian output", "ro"),
    (r"\bkomponen\b", "komponen"),
    (r"\bprogram\b", "program"),
    (r"\bkegiatan\b", "kegiatan"),
    (r"\boutput\b", "output"),
    (r"aspek", "aspek"),
    (r"unsur", "unsur"),
    (r"perusahaan|industri", "perusahaan"),
    (r"pelatihan", "pelatihan"),
)
_LABEL = (
    (r"satuan(?: ukur| target)?", "satuan"),
    (r"keterangan|ket\.?", "keterangan"),
    (r"kendala|hambatan|permasalahan(?: keterangan)?", "kendala"),
    (r"(?:rencana )?tindak lanjut", "tindak lanjut"),
    (r"simpulan|kesimpulan", "simpulan"),
)
_NAMA = re.compile(r"(uraian|nama|rincian|nomenkelatur|nomenklatur)\b", re.IGNORECASE)
_KODE = re.compile(r"kode\b", re.IGNORECASE)
_TAKAR = 0.6
TAHUN = 2000
"""Periods in keys are read without their year: it is the report's."""


def of_label(judul: str) -> str:
    """Return the class a header label names, or a class made of its first word; empty if it names nothing."""
    kecil = " ".join(judul.lower().split())
    for pola, kelas in _KELAS:
        if re.search(pola, kecil):
            return kelas
    if not kecil or _NAMA.match(kecil) or _KODE.match(kecil) or kecil.rstrip(".") in {"no", "nomor"}:
        return ""
    kata = slug(kecil.split()[0])
    return kata if re.match(r"[a-z][a-z0-9-]*\Z", kata) and kata not in KELAS_DIMENSI else ""


def label(jalur: Sequence[str]) -> str:
    """Return the label column (`satuan`, `keterangan`, `kendala`, ...) that labels stand for; empty if none."""
    for judul in (" ".join(jalur), jalur[-1] if jalur else ""):
        kecil = " ".join(judul.lower().split())
        for pola, nama in _LABEL:
            if re.fullmatch(pola, kecil):
                return nama
    return ""


def is_name(judul: str) -> bool:
    """Whether a header says that the column holds names."""
    return bool(_NAMA.match(judul.strip()))


def is_code(judul: str) -> bool:
    """Whether a header says that the column holds codes."""
    return bool(_KODE.match(judul.strip()))


def period(teks: Sequence[str]) -> str:
    """Return `bulan`, `triwulan` or `tahun` where the cells of a column are such periods; else empty."""
    isi = [t for t in teks if t]
    dibaca = [p for t in isi if (p := periode.read(t, TAHUN))]
    if len(dibaca) < 2 or len(dibaca) < _TAKAR * len(isi):
        return ""
    if all(is_year(t) for t in isi):
        return "tahun"
    bulan = sum(p.bulan == 1 for p in dibaca)
    return "bulan" if bulan * 2 > len(dibaca) else "triwulan"


def short(rentang: Periode) -> str:
    """Return a period in its short form; the whole of the year that is only assumed is `sd-tw4`."""
    teks = rentang.teks(TAHUN)
    return "sd-tw4" if teks == str(TAHUN) else teks


def period_key(teks: str) -> str:
    """Return a period in its short form: `Januari` is jan; the text itself if it is none."""
    dibaca = periode.read(teks, TAHUN)
    return short(dibaca) if dibaca and not is_year(teks) else teks
