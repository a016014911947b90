"""Labels: the names printed beside the same code in different places, and cross-references to other tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ..fakta import Fakta
from ..laporan import Besaran, Laporan, Rujukan, Tabel
from ..lokasi import Posisi, Sumber
from ..pengenal import JENJANG
from ..temuan import Bukti, Tempat

_TABEL = re.compile(r"(?:tabel|table)\s*", re.IGNORECASE)
_TAMBAHAN = re.compile(r"\([^)]*\)")
"""What a transcriber adds to a name that the document uses twice: `Tabel 3.7 (kedua)`."""
_KATA_TUGAS = re.compile(r"\b(?:dan|atau|yang|di|pada|untuk|bidang)\b")


def plain(nama: str) -> str:
    """Return a name without case, markup, punctuation, blanks and small words: spelling is not what is compared."""
    bersih = re.sub(r"<[^>]+>|\([^)]*\)|\*", " ", nama.lower())
    return re.sub(r"[^a-z0-9]+", "", _KATA_TUGAS.sub(" ", re.sub(r"[^a-z0-9]+", " ", bersih)))


def names(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per budget code that is printed with a name in at least two tables."""
    sebutan: dict[str, dict[str, tuple[str, Posisi, Sumber, Tabel]]] = defaultdict(dict)
    banyak: dict[str, set[str]] = defaultdict(set)
    for tabel in laporan.tabel:
        for b in tabel.baris:
            for hal, nama, posisi in b.sebutan:
                if hal.partition("/")[0] in JENJANG and any(c.isdigit() for c in hal) and plain(nama):
                    sebutan[hal].setdefault(plain(nama), (nama, posisi, b.sumber, tabel))
                    banyak[hal].add(tabel.id)
    for hal, isi in sebutan.items():
        if len(banyak[hal]) > 1:
            yield _names(hal, list(isi.values()))


def _names(hal: str, isi: list[tuple[str, Posisi, Sumber, Tabel]]) -> Fakta:
    kode = hal.partition("/")[2]
    inti = [plain(nama) for nama, *_ in isi]
    # A name that is cut short, or one with an addition, is the same name: only names that part ways differ.
    beda = any(a not in b and b not in a for a in inti for b in inti)
    daftar = "; ".join(f'"{nama}" ({tabel.label})' for nama, _, _, tabel in isi)
    return Fakta(
        "nama",
        ("nama", hal),
        {"hal": hal, "beda": beda},
        {
            "nama": kode,
            "daftar": daftar,
            "tempat": isi[-1][3].label,
            "dilaporkan": isi[-1][0],
            "seharusnya": isi[0][0],
            "alasan": {},
            "_besaran": Besaran(hal, "nama"),
        },
        Bukti(
            tuple(
                Tempat("acuan" if n == 0 else "dilaporkan", nama, posisi, sumber, kode, tabel.id, "nama")
                for n, (nama, posisi, sumber, tabel) in enumerate(isi)
            )
        ),
    )


def references(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per printed cross-reference whose meaning the data declares."""
    tempat = {t.id: t.label for t in laporan.tabel}
    for r in laporan.rujukan:
        yield _reference(laporan, r, tempat.get(r.maksud, r.maksud))


def _reference(laporan: Laporan, r: Rujukan, maksud: str) -> Fakta:
    tertulis, benar = (_TABEL.sub("", _TAMBAHAN.sub("", t)).strip(" .").lower() for t in (r.tertulis, maksud))
    baris = f"baris {r.sumber.baris[0]}" if r.sumber.baris else laporan.berkas
    return Fakta(
        "rujukan",
        ("rujukan", r.tertulis, r.maksud, baris),
        {"hal": "", "tepat": tertulis == benar},
        {
            "nama": r.tertulis,
            "dilaporkan": r.tertulis,
            "seharusnya": maksud,
            "tempat": baris,
            "alasan": {},
            "_besaran": Besaran("", "rujukan"),
        },
        Bukti((Tempat("dilaporkan", r.tertulis, r.posisi, r.sumber, r.tertulis),)),
    )
