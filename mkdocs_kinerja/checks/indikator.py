"""Facts about each indicator: judgement, obstacles named for it, physical progress, missing cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from ..angka import Keadaan
from ..bahasa import Bahasa
from ..fakta import Fakta
from ..laporan import Amatan, Baris, Besaran, Laporan, Tabel
from ..lokasi import Posisi, Sumber
from ..periode import Periode
from ..temuan import Bukti, Hitungan, Peran, Tempat
from .bukti import Indeks, place, plain, stated, usable, where
from .kendala import NYATA
from .ringkasan import BarisIndikator
from .target import arithmetic, direction

URUTAN_KENDALA = ("kosong", "strip", "menyangkal", "menyangkal-lalu-menyebut", "nyata")
_BATAS = Decimal(999_999)
_MELESET = re.compile(
    r"\b(?:target|sasaran|capaian|nilai)\b.*\b(?:belum|tidak)\b(?:\s+\w+){0,2}\s+(?:ter|men)?capai\w*"
    r"|\b(?:belum|tidak)\b(?:\s+\w+){0,2}\s+(?:tercapai|mencapai|terpenuhi|memenuhi)\b",
    re.IGNORECASE,
)
"""An obstacle that complains of a miss."""
_ID, _EN = Bahasa("id"), Bahasa("en")


def facts(laporan: Laporan, indeks: Indeks, ringkas: Iterable[BarisIndikator]) -> Iterable[Fakta]:
    """Return one fact per indicator, and one per printed cell of capaian."""
    for baris in ringkas:
        yield _indicator(laporan, indeks, baris)
    yield from _cells(laporan)


def strongest(baris: BarisIndikator) -> str:
    """Return the strongest thing any place says about obstacles of the indicator."""
    jenis = {k.jenis for k in baris.kendala}
    return max(jenis, key=URUTAN_KENDALA.index) if jenis else "tidak-ada"


def _bounded(nilai: Decimal | None) -> Decimal:
    return Decimal(0) if nilai is None else max(-_BATAS, min(nilai, _BATAS)).quantize(Decimal("0.001"))


def _two_decimals(nilai: Decimal) -> Decimal:
    return nilai.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def _printed(amatan: Amatan | None) -> str:
    return amatan.angka.teks.strip() if amatan else ""


def _indicator(laporan: Laporan, indeks: Indeks, b: BarisIndikator) -> Fakta:
    hal = f"indikator/{b.id}"
    rencana, fisik = b.fisik_target, b.fisik_realisasi
    berfisik = usable(fisik)
    sesuai = berfisik and _at_plan(indeks, fisik, rencana)
    lalu = _above_target(laporan, indeks, b)
    tempat = (*_places(b), *([place(lalu, "pembanding")] if lalu else ()))
    tahun = laporan.tahun
    periode = (b.realisasi.besaran.periode if b.realisasi else None) or laporan.periode.sampai_akhir
    return Fakta(
        "indikator",
        ("indikator", hal),
        {
            "hal": hal,
            "ada_target": stated(b.target),
            "ada_realisasi": stated(b.realisasi),
            "alasan_kosong": _reason_given(laporan, indeks, b),
            "dinilai": b.status != "tidak-dinilai",
            "jatuh_tempo": laporan.tahunan or not laporan.indikator[b.id].akhir_tahun,
            "tahunan": laporan.tahunan,
            "capaian": _bounded(_so_far(laporan, b)),
            "laju": _bounded(b.laju),
            "status": b.status,
            "kendala": strongest(b),
            "fisik_jarak": _behind(fisik, rencana),
            "fisik_sesuai": sesuai,
            "berfisik": berfisik,
            "mengeluh": any(_MELESET.search(k.teks) for k in b.kendala if k.jenis == "nyata"),
            "turun_target": lalu is not None,
        },
        {
            "nama": b.nama,
            "ukuran_nama": laporan.kosakata.ukuran["realisasi"].nama,
            "periode_nama": periode,
            "tempat": where(laporan, b.realisasi) if b.realisasi else "",
            "dilaporkan": _printed(b.realisasi),
            "target": _printed(b.target),
            "realisasi": _printed(b.realisasi),
            "capaian": _two_decimals(b.capaian_hitung) if b.capaian_hitung is not None else "\u2265 100",
            "seharusnya": plain(b.semestinya) if b.semestinya is not None else _printed(b.target),
            "selisih": "",
            "fisik": _printed(fisik),
            "fisik_target": _printed(rencana),
            "semestinya": _due(laporan, b),
            "realisasi_lalu": f"{_printed(lalu)} ({where(laporan, lalu)})" if lalu else "",
            "kendala_teks": next((k.teks for k in b.kendala if k.jenis == strongest(b)), ""),
            "uraian": _arithmetic(laporan, b),
            "alasan": b.alasan,
            "_besaran": Besaran(hal, "realisasi", "", periode),
        },
        Bukti(tempat, _hitungan(laporan, b)) if tempat else Bukti((_registry(laporan, b, tahun),)),
    )


def _reason_given(laporan: Laporan, indeks: Indeks, b: BarisIndikator) -> bool:
    """Whether a missing result is explained: not available yet, an obstacle, or printed in the wrong place only."""
    if any(k.hal == f"indikator/{b.id}" and k.jenis in NYATA for k in b.kendala):
        return True
    if b.realisasi is None:
        besaran = Besaran(f"indikator/{b.id}", "realisasi", "", laporan.periode.sampai_akhir)
        return any(a.posisi in laporan.salah_tempat for a in indeks.find(besaran))
    return b.realisasi.dibaca.keadaan is Keadaan.BELUM_TERSEDIA


def _due(laporan: Laporan, b: BarisIndikator) -> Mapping[str, str]:
    """Say what the result is held against: the whole target, or the part of it that is due by now.

    Only an indicator that accumulates through the year owes part of its target within the year; of any other it can
    only be said that the annual target has not been reached yet.
    """
    target = _printed(b.target)
    if b.target is not None and b.target.besaran.periode not in {None, laporan.periode.setahun}:
        periode = b.target.besaran.periode
        return {
            "id": f"target {_ID.periode(periode)}, {target}",
            "en": f"the target of {_EN.periode(periode)}, {target}",
        }
    if laporan.tahunan or b.semestinya is None or b.target is None or b.semestinya == b.target.dibaca.penuh:
        return {"id": f"target setahun {target}", "en": f"the annual target {target}"}
    angka = plain(b.semestinya)
    rata = (b.target.dibaca.penuh or Decimal(0)) * laporan.periode.sampai_akhir.bulan / 12 == b.semestinya
    return {
        "id": f"{_ID.angka(angka)} yang semestinya sudah dicapai (target setahun {target}"
        f"{', dibagi rata menurut bulan' if rata else ''})",
        "en": f"{_EN.angka(angka)}, which is due by then (annual target {target}"
        f"{', spread evenly over the months' if rata else ''})",
    }


def _so_far(laporan: Laporan, b: BarisIndikator) -> Decimal | None:
    """Return the achievement; an early count that must stay below a maximum means nothing yet, however low it is."""
    ind, capaian = laporan.indikator[b.id], b.capaian_hitung
    menumpuk = ind.arah == "turun" and ind.agregasi == "jumlah" and not laporan.tahunan
    return min(capaian, Decimal(100)) if menumpuk and capaian is not None else capaian


def _above_target(laporan: Laporan, indeks: Indeks, b: BarisIndikator) -> Amatan | None:
    """Return last year's result as the report itself prints it, where the target asks for less."""
    ind = laporan.indikator[b.id]
    lalu = indeks.find(Besaran(f"indikator/{b.id}", "realisasi", "", Periode.tahunan(laporan.tahun - 1)))
    if not lalu or b.target is None or not usable(b.target) or ind.arah == "tetap":
        return None
    target, dahulu = indeks.selang(b.target), indeks.selang(lalu[0])
    kurang = target.bawah > dahulu.atas if ind.arah == "turun" else target.atas < dahulu.bawah
    return lalu[0] if kurang else None


def _at_plan(indeks: Indeks, fisik: Amatan | None, rencana: Amatan | None) -> bool:
    if fisik is None:
        return False
    nyata = indeks.selang(fisik)
    if nyata.atas >= 100:
        return True
    return rencana is not None and usable(rencana) and nyata.atas >= indeks.selang(rencana).tengah > 0


def _behind(fisik: Amatan | None, rencana: Amatan | None) -> Decimal:
    """Return by how many points physical progress lags behind its plan; zero where it does not, or is not printed."""
    if fisik is None or rencana is None or not usable(fisik) or not usable(rencana):
        return Decimal(0)
    return max(Decimal(0), (rencana.dibaca.penuh or Decimal(0)) - (fisik.dibaca.penuh or Decimal(0)))


def _arithmetic(laporan: Laporan, b: BarisIndikator) -> str:
    if b.realisasi is None or not usable(b.realisasi) or b.target is None or b.target.dibaca.nilai is None:
        return ""
    arah = direction(laporan.indikator[b.id], b.target)
    return arithmetic(laporan.capaian.untuk(b.id), arah, b.realisasi, b.target)


def _hitungan(laporan: Laporan, b: BarisIndikator) -> Hitungan | None:
    if b.capaian_hitung is None:
        return None
    keterangan: Mapping[str, str] = {}
    if b.laju is not None and b.laju != b.capaian_hitung and b.semestinya is not None:
        keterangan = {
            "id": "sampai akhir periode ini semestinya sudah dicapai sebagian target",
            "en": "part of the target is due by the end of this period",
        }
    capaian = _two_decimals(b.capaian_hitung)
    return Hitungan(_arithmetic(laporan, b), capaian, capaian, capaian, None, keterangan)


def _places(b: BarisIndikator) -> tuple[Tempat, ...]:
    peran: tuple[tuple[Amatan | None, Peran], ...] = (
        (b.realisasi, "dilaporkan"), (b.target, "acuan"), (b.capaian, "pembanding"), (b.fisik_realisasi, "pembanding"),
    )  # fmt: skip
    hasil = [place(a, p) for a, p in peran if a is not None]
    hasil += [Tempat("pembanding", k.teks, k.posisi, k.sumber, b.nama, "", "kendala") for k in b.kendala]
    return tuple(hasil)


def _registry(laporan: Laporan, b: BarisIndikator, tahun: int) -> Tempat:
    """An indicator that no table prints is shown where the report lists its goals."""
    sasaran = next((s for s in laporan.sasaran if b.id in s.indikator), None)
    posisi = sasaran.posisi if sasaran else laporan.posisi or Posisi(laporan.berkas, 1, 1)
    return Tempat("dilaporkan", "", posisi, Sumber(laporan.dokumen), f"{b.nama} ({tahun})")


def _cells(laporan: Laporan) -> Iterable[Fakta]:
    """Capaian cells: printed or not, beside a printed target and result."""
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            for capaian in (a for a in baris.sel if a is not None and a.besaran.ukuran == "capaian"):
                target, realisasi = (_beside(baris, capaian, u) for u in ("target", "realisasi"))
                if target is not None and realisasi is not None:
                    yield _cell(laporan, tabel, baris, capaian, target, realisasi)


def _beside(baris: Baris, capaian: Amatan, ukuran: str) -> Amatan | None:
    """Return the target or result that goes with a cell of capaian: in a row of several years, that of its year."""
    calon = [a for a in baris.sel if a is not None and a.besaran.ukuran == ukuran]
    periode = capaian.besaran.periode
    sama = [a for a in calon if a.besaran.periode == periode]
    setahun = [a for a in calon if periode and a.besaran.periode == periode.setahun]
    return next(iter(sama or setahun), None)


def _cell(laporan: Laporan, tabel: Tabel, baris: Baris, capaian: Amatan, target: Amatan, realisasi: Amatan) -> Fakta:
    lengkap = usable(target) and usable(realisasi)
    periode = capaian.besaran.periode.teks(laporan.tahun) if capaian.besaran.periode else ""
    return Fakta(
        "capaian",
        ("capaian", capaian.besaran.teks(laporan.tahun), tabel.id),
        {
            "hal": capaian.besaran.hal,
            "ukuran": "capaian",
            "periode": periode,
            "tabel": tabel.id,
            "lengkap": lengkap,
            "ada": capaian.dibaca.keadaan not in {Keadaan.KOSONG, Keadaan.STRIP, Keadaan.TIDAK_BERLAKU},
        },
        {
            "nama": baris.nama,
            "ukuran_nama": laporan.kosakata.ukuran["capaian"].nama,
            "periode_nama": capaian.besaran.periode,
            "tempat": tabel.label,
            "dilaporkan": capaian.angka.teks.strip(),
            "seharusnya": "",
            "target": target.angka.teks.strip(),
            "realisasi": realisasi.angka.teks.strip(),
            "alasan": {"id": "target atau realisasi tidak tercetak", "en": "target or result is not printed"},
            "_besaran": capaian.besaran,
        },
        Bukti((place(capaian, "dilaporkan"), place(target, "operan"), place(realisasi, "operan"))),
    )
