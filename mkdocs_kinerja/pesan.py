"""From a match to a finding: the sentence in both languages, the places, the identity that never changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .bahasa import Bahasa
from .engine import Kecocokan
from .engine.rule import PLACEHOLDER
from .fakta import Fakta
from .laporan import Besaran
from .periode import Periode
from .temuan import Bukti, Keparahan, Tempat, Temuan, fingerprint

BAHASA = (Bahasa("id"), Bahasa("en"))


def show(nilai: Any, bahasa: Bahasa) -> str:
    """Return the value of a fact as a message shows it; computed numbers keep exactly their decimals."""
    match nilai:
        case None:
            return ""
        case str():
            return nilai
        case bool():
            return bahasa.kata("ya" if nilai else "tidak")
        case Decimal():
            return bahasa.angka(nilai, None, max(0, -int(nilai.as_tuple().exponent)))
        case int():
            return bahasa.angka(nilai)
        case date():
            return bahasa.tanggal(nilai.isoformat())
        case Periode():
            return bahasa.periode(nilai)
        case Mapping():
            return bahasa.teks(nilai)
    raise TypeError(type(nilai))


def sentence(kecocokan: Kecocokan, bahasa: Bahasa) -> str:
    """Fill in the message of the rule."""
    aturan = kecocokan.aturan

    def isi(alias: str, nama: str) -> str:
        if alias == "ambang":
            return show(aturan.ambang[nama].nilai, bahasa)
        fakta = kecocokan.fakta[alias]
        return show(fakta.tampil.get(nama, fakta.uji.get(nama)), bahasa)

    teks = PLACEHOLDER.sub(lambda m: isi(m[1], m[2]), bahasa.teks(aturan.pesan))
    # A figure without a period leaves a blank before the sign that follows it.
    rapi = re.sub(r" (?=[,:;.](?:\s|\Z))", "", " ".join(teks.split()))
    return rapi[:1].upper() + rapi[1:]


def finding(kecocokan: Kecocokan, satker: str, laporan: str) -> Temuan:
    """Return the finding that a match amounts to."""
    subjek = kecocokan.subjek
    besaran = subjek.tampil.get("_besaran") or Besaran("", "")
    bukti = _evidence(kecocokan)
    aturan = kecocokan.aturan
    return Temuan(
        id=fingerprint(aturan.id, satker, laporan, *subjek.kunci),
        aturan=aturan.id,
        keparahan=Keparahan(aturan.keparahan),
        satker=satker,
        laporan=laporan,
        pesan={b.kode: sentence(kecocokan, b) for b in BAHASA},
        lokasi=tuple(dict.fromkeys(t.posisi for t in bukti.tempat)),
        sumber=tuple(dict.fromkeys(t.sumber for t in bukti.tempat if t.sumber.baris or t.sumber.halaman)),
        hal=besaran.hal,
        ukuran=besaran.ukuran,
        periode=besaran.periode,
        versi=besaran.versi,
        tabel=_text(subjek, "tabel"),
        nama=show(subjek.tampil.get("nama"), BAHASA[0]),
        dilaporkan=_plain(subjek.tampil.get("dilaporkan")),
        seharusnya=_plain(subjek.tampil.get("seharusnya")),
        selisih=_plain(subjek.tampil.get("selisih")),
        bukti=bukti,
    )


def remedy(temuan: Temuan, bahasa: Bahasa) -> str:
    """Say what would settle a finding: a guess at the value where there is one, and how much goes with it."""
    bagian = []
    usulan = temuan.usulan
    if usulan is not None:
        t = usulan.tempat
        tempat = ", ".join(x for x in (t.nama, t.sumber.tempat) if x)
        nilai = bahasa.angka(usulan.nilai, None, max(0, -int(usulan.nilai.as_tuple().exponent)))
        bagian.append(bahasa.kata("temuan.usulan", nilai=nilai, tercetak=t.nilai, tempat=tempat))
        if usulan.salah_ketik:
            bagian.append(bahasa.kata(f"salah-ketik.{usulan.salah_ketik}"))
    if temuan.akibat:
        bagian.append(bahasa.kata("temuan.usulan-akibat", 1 + len(temuan.akibat)))
    return " ".join(bagian)


def _text(fakta: Fakta, kolom: str) -> str:
    return str(fakta.uji.get(kolom, ""))


def _plain(nilai: Any) -> str:
    """Return the printed form, or a plain decimal string; never a float."""
    return f"{nilai:f}" if isinstance(nilai, Decimal) else str(nilai or "")


def _evidence(kecocokan: Kecocokan) -> Bukti:
    """Join the evidence of all facts of the match; the subject's first, no place twice."""
    tempat: dict[tuple[object, ...], Tempat] = {}
    hitungan = None
    for fakta in (*kecocokan.fakta.values(), *kecocokan.lain):
        if isinstance(fakta.bukti, Bukti):
            for t in fakta.bukti.tempat:
                tempat.setdefault((t.posisi, t.ukuran), t)
            hitungan = hitungan or fakta.bukti.hitungan
    return Bukti(tuple(tempat.values()), hitungan)
