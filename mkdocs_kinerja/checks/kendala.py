"""Facts about obstacles and follow-up: what each place says, and places that contradict each other at any level."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..fakta import Fakta
from ..laporan import LAPORAN, SATKER, Besaran, Kendala, Laporan
from ..temuan import Bukti, Peran, Tempat
from .prosa import ordinal, where
from .ringkasan import BarisIndikator

_STRIP = frozenset({"-", "\u2013", "--"})
_BAKU = re.compile(
    r"(?:(?:akan )?(?:melanjutkan|melaksanakan|melakukan|dilanjutkan|dilaksanakan) (?:kegiatan )?(?:sesuai|rencana)"
    r"|sesuai (?:dengan )?(?:rencana|target|jadwal)|(?:akan |segera )?ditindaklanjuti\b"
    r"|(?:akan )?(?:meningkatkan|melakukan|peningkatan) (?:kegiatan )?(?:monitoring|koordinasi|evaluasi|pemantauan)\b"
    r"|(?:akan )?(?:memonitor|monitoring|koordinasi)\b(?! dengan (?!eselon))|memonitor kegiatan)",
    re.IGNORECASE,
)
"""Follow-up that fits any obstacle: it says neither what nor by whom."""
_SANGKAL = re.compile(r"(?:tidak|belum) (?:ada|terdapat|diperlukan|perlu)\b|nihil\b")
"""Follow-up that says there is none."""
_TAHAP_AWAL = re.compile(
    r"\b(?:masih|baru)\b.{0,20}\btahap(?:an)? (?:perencanaan|persiapan|penyusunan)\b", re.IGNORECASE
)
"""An obstacle of the beginning of a year."""
_BERSYARAT = re.compile(r"\b(?:signifikan|berarti|besar|utama|serius|khusus|mendasar)\b", re.IGNORECASE)
"""A denial of some obstacles only: it does not deny a smaller one."""
KEMBAR = 3
"""A follow-up given for that many different subjects word for word is boilerplate."""


NAMA_MUTU: Mapping[str, Mapping[str, str]] = {
    "salinan": {"id": "yang hanya mengulang uraian lain", "en": "which only repeats another text"},
    "sangkal": {"id": "yang menyatakan tidak ada tindak lanjut", "en": "which says that there is no follow-up"},
}
"""What is wrong with a follow-up that does not answer its obstacle."""

NYATA = frozenset({"nyata", "menyangkal-lalu-menyebut"})
"""Kinds of statements that name an obstacle."""
TERTINGGAL = frozenset({"tidak-tercapai", "belum-tercapai", "tertinggal"})


def facts(laporan: Laporan, ringkas: Iterable[BarisIndikator] = ()) -> Iterable[Fakta]:
    """Return one fact for each place that speaks of obstacles, and one for each subject with several such places.

    Args:
        laporan: The report.
        ringkas: Its indicators, judged: where one is short of its target, a follow-up is due even if all is denied.
    """
    tertinggal = {f"indikator/{b.id}" for b in ringkas if b.status in TERTINGGAL}
    lanjut: dict[str, bool] = defaultdict(bool)
    for k in laporan.kendala:
        lanjut[k.hal] |= follow_up(k) == "ada"
    kembar = _repeated(laporan)
    kegiatan = _activities(laporan)
    for n, k in enumerate(laporan.kendala):
        # What is to be done about a whole kegiatan says nothing about the obstacle of one of its components.
        rinci = k.hal.partition("/")[0] in {"ro", "komponen", "subkomponen"}
        lain = any(lanjut[hal] for hal in above(laporan, k.hal) if not (rinci and hal.startswith("kegiatan/")))
        mutu = _quality(k, kembar, kegiatan)
        perlu = k.jenis in NYATA or k.hal in tertinggal
        yield _obstacle(laporan, k, ordinal(laporan.kendala, n), lain, mutu, perlu=perlu)
    yield from _contradictions(laporan)


def above(laporan: Laporan, hal: str) -> Iterable[str]:
    """Return the hal itself and those above it whose follow-up covers it too.

    Many reports state the follow-up once for the goal, or for the KRO whose komponen has the obstacle.
    """
    yield hal
    kelas, _, kunci = hal.partition("/")
    if kelas == "indikator":
        yield from (f"sasaran/{s.id}" for s in laporan.sasaran if kunci in s.indikator)
    if kelas in {"ro", "komponen", "subkomponen", "kro"}:
        bagian = kunci.split(".")
        for atas, panjang in (("kegiatan", 1), ("kro", 2), ("ro", 3), ("komponen", 4)):
            if panjang < len(bagian):
                yield f"{atas}/{'.'.join(bagian[:panjang])}"


def follow_up(k: Kendala) -> str:
    """Classify the follow-up of one place."""
    if k.tindak_lanjut is None:
        return "tanpa-tempat"
    bersih = k.tindak_lanjut.strip()
    return "kosong" if not bersih else "strip" if bersih in _STRIP else "ada"


def _plain(teks: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", teks.lower()))


def _repeated(laporan: Laporan) -> frozenset[str]:
    """Return the follow-ups that are the same for several subjects with a real obstacle of their own."""
    pasangan = {
        (_plain(k.tindak_lanjut or ""), k.hal, _plain(k.teks))
        for k in laporan.kendala
        if follow_up(k) == "ada" and k.jenis in NYATA
    }
    hal, sebab = Counter(t for t, _, _ in pasangan), Counter(t for t, _, _ in {(t, s, s) for t, _, s in pasangan})
    return frozenset(t for t, n in hal.items() if n >= KEMBAR and sebab[t] >= KEMBAR)


def _activities(laporan: Laporan) -> frozenset[str]:
    """Return the texts of the activities that the tables print: a follow-up that repeats one says nothing new."""
    kolom = ("kegiatan", "rencana", "realisasi kegiatan", "rencana kegiatan")
    teks = (_plain(b.label[k][0]) for t in laporan.tabel for b in t.baris for k in kolom if k in b.label)
    return frozenset(t for t in teks if len(t) > 10)


def _quality(k: Kendala, kembar: frozenset[str], kegiatan: frozenset[str]) -> str:
    teks = _plain(k.tindak_lanjut or "")
    if follow_up(k) != "ada":
        return ""
    if _SANGKAL.match(teks):
        return "sangkal"
    if teks == _plain(k.teks) or teks in kegiatan:
        return "salinan"
    if teks in kembar:
        return "kembar"
    return "baku" if _BAKU.match(teks) else "sendiri"


def _obstacle(laporan: Laporan, k: Kendala, nomor: str, lain: bool, mutu: str, *, perlu: bool) -> Fakta:
    nama = laporan.nama(k.hal)
    tempat = [Tempat("dilaporkan", k.teks, k.posisi, k.sumber, nama, "", "kendala")]
    if k.tindak_lanjut is not None:
        tempat.append(Tempat("pembanding", k.tindak_lanjut, k.posisi, k.sumber, nama, "", "tindak lanjut"))
    return Fakta(
        "kendala",
        ("kendala", k.hal, nomor),
        {
            "hal": k.hal,
            "jenis": k.jenis,
            "tindak_lanjut": follow_up(k),
            "mutu": mutu,
            "perlu": perlu,
            "ada_tempat_lain": lain,
            "tahap_awal": laporan.periode.akhir % 12 == 11 and bool(_TAHAP_AWAL.search(k.teks)),
        },
        {
            "nama": nama,
            "kendala_teks": k.teks,
            "tindak_lanjut_teks": k.tindak_lanjut or "",
            "mutu_nama": NAMA_MUTU.get(mutu, {}),
            "tempat": where(laporan, k.sumber),
            "dilaporkan": k.tindak_lanjut or "",
            "alasan": {"id": "tidak ada kendala yang disebut", "en": "no obstacle is named"},
            "_besaran": Besaran(k.hal, "tindak_lanjut"),
        },
        Bukti(tuple(tempat)),
    )


def _contradictions(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per subject that is spoken of in several places, its own or those above it.

    A denial for the whole report, a kegiatan or a goal denies the obstacles of everything below it.
    """
    menurut: Mapping[str, list[Kendala]] = defaultdict(list)
    for k in laporan.kendala:
        menurut[k.hal].append(k)
    for hal, sendiri in menurut.items():
        atas = [a for a in (*above(laporan, hal), *_whole(hal)) if a != hal]
        semua = [*sendiri, *(k for a in atas for k in menurut.get(a, ()))]
        nyata = next((k for k in sendiri if k.jenis == "nyata"), None)
        if nyata is None or len(semua) < 2:
            continue
        sangkal = next((k for k in semua if k.jenis == "menyangkal" and not _BERSYARAT.search(k.teks)), None)
        kosong = next((k for k in sendiri if k.jenis in {"kosong", "strip"} and not k.tindak_lanjut), None)
        yield _contradiction(laporan, hal, nyata, sangkal, kosong)


def _whole(hal: str) -> Sequence[str]:
    return () if hal in {LAPORAN, SATKER} else (LAPORAN,)


def _contradiction(
    laporan: Laporan, hal: str, nyata: Kendala, sangkal: Kendala | None, kosong: Kendala | None
) -> Fakta:
    nama = laporan.nama(hal)
    lain = [k for k in (sangkal, kosong) if k is not None]
    return Fakta(
        "pertentangan",
        ("pertentangan", hal),
        {
            "hal": hal,
            "ada": sangkal is not None,
            "kosong": kosong is not None,
            "sendiri": sangkal is not None and sangkal.hal == hal,
        },
        {
            "nama": nama,
            "kendala_teks": nyata.teks,
            "tempat": where(laporan, nyata.sumber),
            "dilaporkan": sangkal.teks if sangkal else "",
            "tempat_lain": where(laporan, lain[0].sumber) if lain else "",
            "alasan": {},
            "_besaran": Besaran(hal, "kendala"),
        },
        Bukti((*(_place(laporan, k, "dilaporkan") for k in lain), _place(laporan, nyata, "pembanding"))),
    )


def _place(laporan: Laporan, k: Kendala, peran: Peran) -> Tempat:
    return Tempat(peran, k.teks, k.posisi, k.sumber, laporan.nama(k.hal), "", "kendala")
