"""Amounts in words against amounts in digits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..fakta import Fakta
from ..laporan import Amatan, Laporan
from ..temuan import Bukti
from .bukti import measure, place, usable, where

_EJAAN = {"milyar": "miliar", "trilyun": "triliun", "satu ratus": "seratus", "satu puluh": "sepuluh", "dan": ""}
_SATUAN = re.compile(r"\b(?:rupiah|persen|orang|unit|buah|kali)\b")


@cache
def in_words(nilai: int) -> str:
    """Return a whole number in Indonesian words."""
    # Loaded only where a report spells an amount out: the library costs more than the check.
    from num2words import num2words  # noqa: PLC0415 - see above

    return str(num2words(nilai, lang="id"))


def normal(teks: str) -> str:
    """Return the words without unit, spelling variants and punctuation."""
    bersih = " ".join(re.findall(r"[a-z]+", _SATUAN.sub(" ", teks.lower())))
    for lama, baru in _EJAAN.items():
        bersih = re.sub(rf"\b{lama}\b", baru, bersih)
    return " ".join(bersih.split())


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for each amount that is also spelled out."""
    for a in laporan.amatan():
        if (
            a.terbilang
            and usable(a)
            and a.dibaca.penuh is not None
            and a.dibaca.penuh == a.dibaca.penuh.to_integral_value()
        ):
            yield _fakta(laporan, a, in_words(int(a.dibaca.penuh)))


def _fakta(laporan: Laporan, a: Amatan, seharusnya: str) -> Fakta:
    tahun = laporan.tahun
    periode = a.besaran.periode.teks(tahun) if a.besaran.periode else ""
    baris = str(a.sumber.baris[0]) if a.sumber.baris else ""
    return Fakta(
        "hubungan",
        ("terbilang", a.besaran.teks(tahun), a.tabel, baris),
        {
            "hal": a.besaran.hal,
            "ukuran": a.besaran.ukuran,
            "periode": periode,
            "tabel": a.tabel,
            "jenis": "terbilang",
            "terhitung": True,
            "dipotong": False,
            "cocok": normal(a.terbilang) == normal(seharusnya),
            "selisih_persen": 0,
        },
        {
            "nama": a.nama,
            "ukuran_nama": measure(laporan, a.besaran),
            "periode_nama": a.besaran.periode,
            "tempat": where(laporan, a),
            "dilaporkan": a.terbilang,
            "seharusnya": seharusnya,
            "selisih": "",
            "uraian": a.angka.teks.strip(),
            "rumus": "",
            "keterangan": {},
            "hubungan": {"id": "terbilang", "en": "amount in words"},
            "alasan": {},
            "_besaran": a.besaran,
        },
        Bukti((place(a, "dilaporkan"),)),
    )
