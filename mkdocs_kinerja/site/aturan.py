"""The catalogue of rules, and a page per rule: why, on what basis, in what case, with examples and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..checks import JENIS
from ..temuan import Temuan
from . import ikon, tautan, yaml_teks
from .pagespec import Bagian, PageSpec
from .pemeriksaan import Hitung
from .situs import Halaman, Situs
from .templat import render

if TYPE_CHECKING:
    from ..engine.rule import Aturan, Syarat, Uji

MAKS_TEMUAN = 500
"""Findings listed on the page of a rule; the others are on the pages of their reports."""
MAKS_LAPORAN = 100
"""Reports listed with their counts."""


def index(situs: Situs) -> PageSpec:
    """Return the catalogue."""
    h = situs.halaman(tautan.ATURAN)
    return PageSpec(h.src_uri, h.kata("aturan.judul"), partial(_index, h), h.kata("aturan.deskripsi"))


def _index(h: Halaman) -> list[Bagian]:
    pengantar = render("aturan-pengantar", h=h, ikon=ikon.sprite())
    bagian = [Bagian(1, h.kata("aturan.judul"), "aturan", pengantar)]
    ada: Counter[str] = Counter()
    # Rules of a site stand below the title of their own file, also where they belong to a family of ours.
    for (keluarga, nama), isi in groupby(
        sorted(h.situs.hasil.aturan, key=lambda a: a.keluarga), key=lambda a: _family(h, a)
    ):
        baris = [(a, _count(h.situs, a)) for a in isi]
        awalan = f"KIN{keluarga}xx"
        ada[awalan] += 1
        jangkar = awalan.lower() + (f"-{ada[awalan]}" if ada[awalan] > 1 else "")
        judul = f"{awalan}: {nama}"
        bagian.append(Bagian(2, judul, jangkar, render("aturan-daftar", h=h, judul=judul, baris=baris)))
    return bagian


def _family(h: Halaman, aturan: Aturan) -> tuple[int, str]:
    return aturan.keluarga, h.teks(aturan.judul_keluarga) or h.kata("aturan.keluarga")


def page(situs: Situs, aturan: Aturan) -> PageSpec:
    """Return the page of one rule."""
    h = situs.halaman(tautan.aturan(aturan.id))
    return PageSpec(
        src_uri=h.src_uri,
        judul=_title(h, aturan),
        isi=partial(_content, h, aturan),
        deskripsi=h.teks(aturan.mengapa),
        induk=tautan.ATURAN,
        sunting=aturan.posisi.berkas if _is_ours(aturan) else "",
        kunci=(situs.umum, aturan, situs.temuan_aturan.get(aturan.id), situs.pemeriksaan_aturan.get(aturan.id)),
    )


def _is_ours(aturan: Aturan) -> bool:
    """Whether the rule file stands in the repository of the site; those of an installed package do not."""
    return not PurePath(aturan.posisi.berkas).is_absolute()


def _title(h: Halaman, aturan: Aturan) -> str:
    return f"{aturan.id}: {h.teks(aturan.judul)}"


def _content(h: Halaman, aturan: Aturan) -> list[Bagian]:
    hitung = _count(h.situs, aturan)
    return [
        Bagian(1, _title(h, aturan), "aturan", render("aturan", h=h, aturan=aturan, hitung=hitung, ikon=ikon.sprite())),
        Bagian(2, h.kata("aturan.mengapa"), "mengapa", _reason(h, aturan)),
        Bagian(2, h.kata("aturan.definisi"), "definisi", _definition(h, aturan)),
        Bagian(2, h.kata("aturan.perbaikan"), "perbaikan", render("paragraf", teks=h.teks(aturan.perbaikan))),
        Bagian(2, h.kata("aturan.contoh"), "contoh", _examples(h, aturan)),
        Bagian(2, h.kata("temuan.judul"), "temuan", _findings(h, h.situs.temuan_aturan.get(aturan.id, []))),
        Bagian(2, h.kata("pemeriksaan.judul"), "pemeriksaan", _checks(h, aturan)),
    ]


def _count(situs: Situs, aturan: Aturan) -> Hitung:
    return Hitung.of(situs.pemeriksaan_aturan.get(aturan.id, []), situs.temuan_aturan.get(aturan.id, []))


def _reason(h: Halaman, aturan: Aturan) -> str:
    dasar = aturan.dasar.get(h.b.kode) or aturan.dasar.get("id", ())
    return render("aturan-mengapa", h=h, aturan=aturan, dasar=dasar)


def _definition(h: Halaman, aturan: Aturan) -> str:
    """Return the conditions of a rule as sentences, and as the YAML that is really evaluated."""
    syarat = [(_heading(h, aturan, s), _words(h, s.fakta, s.uji)) for s in aturan.bila]
    return render(
        "aturan-definisi",
        h=h,
        aturan=aturan,
        periksa=_words(h, aturan.periksa.fakta, aturan.periksa.uji),
        arti=_meaning(h, aturan.periksa.fakta),
        berlaku=_words(h, aturan.periksa.fakta, aturan.berlaku),
        syarat=syarat,
        khusus=h.situs.hasil.khusus.get(aturan.id, ()),
        berkas_aturan=_is_ours(aturan),
        yaml=yaml_teks.dump(_as_written(aturan)),
    )


def _heading(h: Halaman, aturan: Aturan, syarat: Syarat) -> str:
    if syarat.alias == aturan.periksa.alias:
        return h.kata("syarat.subjek")
    kunci = "syarat.tanpa" if syarat.tanpa else "syarat.ada"
    return h.kata(kunci, fakta=syarat.fakta, arti=_meaning(h, syarat.fakta))


def _meaning(h: Halaman, fakta: str) -> str:
    """Return what a type of fact is; the table of facts has Indonesian only."""
    jenis = JENIS.get(fakta)
    return jenis.arti if jenis and h.b.kode == "id" else fakta


def _words(h: Halaman, fakta: str, uji: Sequence[Uji]) -> list[tuple[str, str, str, str]]:
    """Return each test as column, relation in words, value, and what the column means."""
    jenis = JENIS.get(fakta)
    hasil = []
    for u in uji:
        nilai = ", ".join(_value(h, n) for n in u.nilai) if isinstance(u.nilai, tuple) else _value(h, u.nilai)
        kolom = jenis.kolom.get(u.kolom) if jenis else None
        arti = kolom.arti if kolom and h.b.kode == "id" else ""
        hasil.append((u.kolom, h.kata(f"syarat.{u.operator}"), nilai, arti))
    return hasil


def _value(h: Halaman, nilai: object) -> str:
    if isinstance(nilai, bool):
        return h.kata("ya" if nilai else "tidak")
    if nilai == "":
        return h.kata("nilai.kosong")
    return h.b.angka(nilai, None) if isinstance(nilai, int | Decimal) else str(nilai)


def _as_written(aturan: Aturan) -> Mapping[str, object]:
    """Return the part of the rule that decides, in the notation of rule files."""
    hasil: dict[str, object] = {"periksa": {aturan.periksa.alias: _condition(aturan.periksa)}}
    if aturan.berlaku:
        hasil["berlaku"] = _tests(aturan.berlaku)
    hasil["bila"] = [{s.alias or "tanpa": _condition(s)} for s in aturan.bila]
    if aturan.fase > 1:
        hasil["fase"] = aturan.fase
    if aturan.ambang:
        hasil["ambang"] = {a.nama: {"nilai": a.nilai, "satuan": a.satuan} for a in aturan.ambang.values()}
    return hasil


def _condition(syarat: Syarat) -> dict[str, object]:
    return {"fakta": syarat.fakta, **_tests(syarat.uji)}


def _tests(uji: Sequence[Uji]) -> dict[str, object]:
    hasil: dict[str, object] = {}
    for u in uji:
        nilai: object = list(u.nilai) if isinstance(u.nilai, tuple) else u.nilai
        if not isinstance(nilai, list | bool | int | Decimal):
            nilai = str(nilai)
        if u.operator == "sama" and u.kolom not in hasil:
            hasil[u.kolom] = nilai
            continue
        lama = hasil.get(u.kolom)
        hasil[u.kolom] = {**(lama if isinstance(lama, dict) else {}), u.operator: nilai}
    return hasil


def _examples(h: Halaman, aturan: Aturan) -> str:
    contoh = [(c.jenis, yaml_teks.dump(c.document.data).rstrip()) for c in aturan.contoh]
    return render("aturan-contoh", h=h, contoh=contoh)


def _findings(h: Halaman, daftar: Sequence[Temuan]) -> str:
    baris = [(t, h.situs.laporan.get((t.satker, t.laporan))) for t in daftar[:MAKS_TEMUAN]]
    return render("aturan-temuan", h=h, baris=baris, lain=len(daftar) - len(baris))


def _checks(h: Halaman, aturan: Aturan) -> str:
    """Return how often the rule was applied, report by report."""
    isi = [p for p in h.situs.pemeriksaan_aturan.get(aturan.id, ()) if (p.satker, p.laporan) in h.situs.laporan]
    baris = [
        (
            h.situs.laporan[p.satker, p.laporan],
            Hitung.of([p], ()),
            sorted(p.alasan.items(), key=lambda a: (-a[1], a[0])),
        )
        for p in isi
        if p.lolos or p.temuan or p.tidak_berlaku
    ]
    return render(
        "aturan-pemeriksaan", h=h, aturan=aturan.id, baris=baris[:MAKS_LAPORAN], lain=max(0, len(baris) - MAKS_LAPORAN)
    )
