"""A column's labels taken apart: scale, period, DIPA version, percent, and the words that are left for the measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import periode
from .kelas import TAHUN, short
from .kepala import Jalur

_SKALA = (
    (re.compile(r"rp\.?\s*\.?,?\s*000\b|\(\s*000\s*\)|\bribu(?:an)?(?: rupiah)?\b|\brp\.? ribu\b"), "Rp ribu"),
    (re.compile(r"\bjuta(?:an)?(?: rupiah)?\b"), "Rp juta"),
    (re.compile(r"\bmil[iy]ar(?:an)?(?: rupiah)?\b"), "Rp miliar"),
)
_BULAN = (
    r"jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agt|agu?s(?:tus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?"
)
_INTI = rf"(?:triwulan|tw)[ .]*(?:iv|iii|ii|i|[1-4])\b|semester[ ]?(?:ii|i|[12])\b|\b(?:{_BULAN})\b"
_RENTANG = re.compile(rf"\b(?P<a>{_BULAN})\s*(?:-|s\.?/?\s?d\.?)\s*(?P<b>{_BULAN})\b")
_PERIODE = re.compile(
    rf"(?P<sd>\b(?:s\.?\s?/?\s?d\.?|sampai(?: dengan)?)\s*)?(?P<inti>{_INTI})"
    r"(?:\s*(?:tahun|ta\.?)?\s*(?P<tahun>20\d\d))?"
)
_TAHUN = re.compile(r"(?:\b(?:tahun anggaran|tahun|ta|th)\b\.?\s*)?\b(?P<tahun>(?:19|20)\d\d)\b")
_REVISI = re.compile(r"\b(?:revisi|rev\.?)\s*(?:ke[- ]?)?(?P<n>\d{1,2}|[ivx]+)\b")
_AWAL = re.compile(r"\b(?:awal|semula)\b")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_HIASAN = re.compile(r"\(\s*(?:rp\.?|idr|%)?\s*[.,]*\s*\)|\brp\.?(?=\s|\Z)|[%*:()]")


@dataclass(frozen=True, slots=True)
class Judul:
    """What the labels above a column say.

    Attributes:
        kata: Words of the lowest label, without what was recognised.
        kelompok: Words of the labels above it.
        bawah: The lowest label as printed.
        persen: A percent sign stands in them.
        skala: `Rp ribu`, `Rp juta`; empty if none is printed.
        periode: In the notation of the grid: `jan`, `sd-tw2`, `2023`.
        versi: `awal`, `r1`.
    """

    kata: str
    kelompok: str
    bawah: str
    persen: bool
    skala: str
    periode: str
    versi: str


def read(jalur: Jalur) -> Judul:
    """Take the labels above a column apart."""
    kecil = [" ".join(j.lower().split()) for j in jalur]
    penuh = " | ".join(kecil)
    skala = next((s for pola, s in _SKALA if pola.search(penuh)), "")
    bersih = kecil
    for pola, _ in _SKALA:
        bersih = [pola.sub(" ", k) for k in bersih]
    rentang = ""
    versi = ""
    for n in range(len(bersih) - 1, -1, -1):
        bersih[n], ditemukan = _take_period(bersih[n])
        rentang = rentang or ditemukan
        bersih[n], ditemukan = _take_version(bersih[n])
        versi = versi or ditemukan
    kata = [_words(k) for k in bersih]
    atas = " ".join(k for k in kata[:-1] if k)
    return Judul(kata[-1] if kata else "", atas, jalur[-1] if jalur else "", "%" in penuh, skala, rentang, versi)


def _words(teks: str) -> str:
    return " ".join(_HIASAN.sub(" ", teks).split()).strip(" .,-/")


def _take_period(teks: str) -> tuple[str, str]:
    """Return a label without its period, and the period."""
    cocok = _RENTANG.search(teks)
    if cocok:
        a, b = (periode.read(cocok[k], TAHUN) for k in "ab")
        if a and b and a.awal <= b.akhir:
            return _without(teks, cocok), short(periode.Periode(a.awal, b.akhir))
    cocok = _PERIODE.search(teks)
    if cocok:
        inti = re.sub(r"[ .]+", " ", cocok["inti"]).replace("semester i", "semester 1").replace("1i", "2")
        inti = re.sub(r"^(triwulan|tw) ?", "tw ", inti)
        dibaca = periode.read(inti, int(cocok["tahun"] or TAHUN))
        if dibaca:
            dibaca = dibaca.sampai_akhir if cocok["sd"] else dibaca
            return _without(teks, cocok), short(dibaca)
    cocok = _TAHUN.search(teks)
    if cocok:
        return _without(teks, cocok), cocok["tahun"]
    return teks, ""


def _take_version(teks: str) -> tuple[str, str]:
    cocok = _REVISI.search(teks)
    if cocok:
        nomor = _ROMAWI.get(cocok["n"]) or int(cocok["n"] if cocok["n"].isdecimal() else 0)
        return (_without(teks, cocok), f"r{nomor}") if nomor else (teks, "")
    cocok = _AWAL.search(teks)
    return (_without(teks, cocok), "awal") if cocok else (teks, "")


def _without(teks: str, cocok: re.Match[str]) -> str:
    return f"{teks[: cocok.start()]} {teks[cocok.end() :]}"
