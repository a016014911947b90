"""Facts about what the report says in words: obstacles and follow-up, and judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..fakta import Fakta
from ..laporan import Besaran, Kendala, Laporan, Simpulan
from ..lokasi import Sumber
from ..temuan import Bukti, Tempat


def where(laporan: Laporan, sumber: Sumber) -> str:
    """Return how a reader calls a place in the prose."""
    if sumber.baris:
        return f"{sumber.tempat}, baris {sumber.baris[0]}" if sumber.tempat else f"baris {sumber.baris[0]}"
    if sumber.halaman:
        return f"hal. {sumber.halaman[0]}"
    return sumber.tempat or laporan.berkas


def obstacles(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for each place that speaks of obstacles."""
    lanjut: dict[str, bool] = defaultdict(bool)
    for k in laporan.kendala:
        lanjut[k.hal] |= follow_up(k) == "ada"
    for n, k in enumerate(laporan.kendala):
        lain = any(lanjut[hal] for hal in _above(laporan, k.hal))
        yield _obstacle(laporan, k, _ordinal(laporan, n), lain)


def _above(laporan: Laporan, hal: str) -> Iterable[str]:
    """Return the hal itself and those above it whose follow-up covers it too.

    Many reports state the follow-up once for the goal, or for the KRO whose komponen has the obstacle.
    """
    yield hal
    kelas, _, kunci = hal.partition("/")
    if kelas == "indikator":
        yield from (f"sasaran/{s.id}" for s in laporan.sasaran if kunci in s.indikator)
    if kelas in {"ro", "komponen", "subkomponen"}:
        bagian = kunci.split(".")
        for atas, panjang in (("kro", 2), ("ro", 3), ("komponen", 4)):
            if panjang < len(bagian):
                yield f"{atas}/{'.'.join(bagian[:panjang])}"


def _ordinal(laporan: Laporan, n: int) -> str:
    k = laporan.kendala[n]
    return str(sum(lain.hal == k.hal for lain in laporan.kendala[:n]))


def follow_up(k: Kendala) -> str:
    """Classify the follow-up of one place."""
    if k.tindak_lanjut is None:
        return "tanpa-tempat"
    bersih = k.tindak_lanjut.strip()
    return "kosong" if not bersih else "strip" if bersih in {"-", "\u2013", "--"} else "ada"


def _obstacle(laporan: Laporan, k: Kendala, nomor: str, lain: bool) -> Fakta:
    nama = laporan.nama(k.hal)
    tempat = [Tempat("dilaporkan", k.teks, k.posisi, k.sumber, nama, "", "kendala")]
    if k.tindak_lanjut is not None:
        tempat.append(Tempat("pembanding", k.tindak_lanjut, k.posisi, k.sumber, nama, "", "tindak lanjut"))
    return Fakta(
        "kendala",
        ("kendala", k.hal, nomor),
        {"hal": k.hal, "jenis": k.jenis, "tindak_lanjut": follow_up(k), "ada_tempat_lain": lain},
        {
            "nama": nama,
            "kendala_teks": k.teks,
            "tempat": where(laporan, k.sumber),
            "dilaporkan": k.tindak_lanjut or "",
            "alasan": {"id": "tidak ada kendala yang disebut", "en": "no obstacle is named"},
            "_besaran": Besaran(k.hal, "tindak_lanjut"),
        },
        Bukti(tuple(tempat)),
    )


def judgements(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact for each judgement in prose."""
    for n, s in enumerate(laporan.simpulan):
        nomor = str(sum(lain.hal == s.hal for lain in laporan.simpulan[:n]))
        yield _judgement(laporan, s, nomor)


def _judgement(laporan: Laporan, s: Simpulan, nomor: str) -> Fakta:
    nama = laporan.nama(s.hal)
    return Fakta(
        "simpulan",
        ("simpulan", s.hal, nomor),
        {
            "hal": s.hal,
            "arah": s.arah,
            "periode_ini": s.periode in {None, laporan.periode.sampai_akhir, laporan.periode},
        },
        {
            "nama": nama,
            "dilaporkan": s.teks,
            "tempat": where(laporan, s.sumber),
            "alasan": {"id": "bukan simpulan berhasil", "en": "no claim of success"},
            "_besaran": Besaran(s.hal, "simpulan", "", s.periode),
        },
        Bukti((Tempat("dilaporkan", s.teks, s.posisi, s.sumber, nama, "", "simpulan", s.periode),)),
    )
