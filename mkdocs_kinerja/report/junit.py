"""The result as JUnit XML, which build servers show as tests: a report is a suite, a finding is a failed test."""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..bahasa import Bahasa
from ..hasil import Hasil
from ..temuan import Keparahan, Pemeriksaan, Temuan
from . import polos
from .samaran import published


def render(hasil: Hasil, bahasa: Bahasa, gagal: Keparahan | None = Keparahan.GALAT) -> str:
    """Return the result as XML text.

    Args:
        hasil: The result.
        bahasa: Language of the messages.
        gagal: Findings at least this serious are failures, as for the exit status; the others are passed tests with
            an output. None: no finding is a failure.
    """
    hasil = published(hasil)
    judul = {a.id: polos.plain(bahasa.teks(a.judul)) for a in hasil.aturan}
    temuan: defaultdict[tuple[str, str], list[Temuan]] = defaultdict(list)
    hitungan: defaultdict[tuple[str, str], list[Pemeriksaan]] = defaultdict(list)
    for t in hasil.temuan:
        temuan[t.satker, t.laporan].append(t)
    for p in hasil.pemeriksaan:
        hitungan[p.satker, p.laporan].append(p)
    akar = Element("testsuites", name="kinerja")
    for kunci in sorted({*temuan, *hitungan}):
        nama = "/".join(x for x in kunci if x) or bahasa.kata("satker.bersama")
        suite = SubElement(akar, "testsuite", name=polos.plain(nama))
        kelas = polos.plain(".".join(x for x in kunci if x) or "kinerja")
        for t in temuan[kunci]:
            _failed(suite, kelas, t, judul, bahasa, gagal)
        bertemu = {t.aturan for t in temuan[kunci]}
        for p in hitungan[kunci]:
            if p.aturan not in bertemu and (p.lolos or p.tidak_berlaku):
                uji = SubElement(
                    suite, "testcase", classname=kelas, name=f"{p.aturan} {judul.get(p.aturan, '')}", time="0"
                )
                if not p.lolos:
                    SubElement(uji, "skipped", message=polos.plain("; ".join(sorted(p.alasan))))
        _count(suite)
    _count(akar)
    indent(akar)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(akar, encoding="unicode") + "\n"


def _failed(
    suite: Element, kelas: str, t: Temuan, judul: dict[str, str], bahasa: Bahasa, gagal: Keparahan | None
) -> None:
    """Add a finding."""
    nama = f"{t.aturan} {polos.plain(t.nama) or judul.get(t.aturan, '')} [{t.id}]"
    uji = SubElement(suite, "testcase", classname=kelas, name=nama, time="0")
    if t.lokasi:
        uji.set("file", polos.plain(t.lokasi[0].berkas))
        uji.set("line", str(t.lokasi[0].baris))
    pesan = polos.message(t, bahasa)
    isi = "\n".join(
        [*(str(p) for p in t.lokasi[:1]), pesan, *(f"{teks} \u2190 {p}" for p, teks in polos.others(t, bahasa))]
    )
    if gagal is not None and t.keparahan.tingkat >= gagal.tingkat:
        SubElement(uji, "failure", type=t.keparahan.value, message=pesan).text = polos.plain(isi)
    else:
        SubElement(uji, "system-out").text = polos.plain(f"{bahasa.kata(f'keparahan.{t.keparahan}')}: {isi}")


def _count(elemen: Element) -> None:
    uji = list(elemen.iter("testcase"))
    elemen.set("tests", str(len(uji)))
    elemen.set("failures", str(sum(u.find("failure") is not None for u in uji)))
    elemen.set("errors", "0")
    elemen.set("skipped", str(sum(u.find("skipped") is not None for u in uji)))
    elemen.set("time", "0")
