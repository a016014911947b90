"""Facts about personal data in the files: one per kind, with every place; of what it says only the mask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..fakta import Fakta
from ..laporan import Laporan
from ..lokasi import Sumber
from ..pribadi import JENIS, DataPribadi, JenisPribadi
from ..temuan import Bukti, Tempat


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per kind of personal data, also where a report holds none."""
    for jenis in JENIS:
        yield _fakta(jenis, ("pribadi", jenis), [x for x in laporan.pribadi if x.jenis == jenis])


def shared(pribadi: Sequence[DataPribadi]) -> Iterable[Fakta]:
    """Return one fact per file and kind for what stands in the files that all reports share."""
    for berkas in sorted({x.posisi.berkas for x in pribadi}):
        for jenis in JENIS:
            isi = [x for x in pribadi if (x.posisi.berkas, x.jenis) == (berkas, jenis)]
            if isi:
                yield _fakta(jenis, ("pribadi", jenis, berkas), isi)


def _fakta(jenis: JenisPribadi, kunci: tuple[str, ...], isi: Sequence[DataPribadi]) -> Fakta:
    lebih = len(isi) - 1
    return Fakta(
        "pribadi",
        kunci,
        {"jenis": jenis, "ada": bool(isi), "banyak": len(isi)},
        {
            "nama": "",
            "dilaporkan": isi[0].samar if isi else "",
            "tempat": str(isi[0].posisi) if isi else "",
            "lebih": {"id": f" dan di {lebih} tempat lain", "en": f" and in {lebih} more places"} if lebih > 0 else {},
            "alasan": {},
        },
        Bukti(tuple(Tempat("dilaporkan", x.samar, x.posisi, Sumber("")) for x in isi)),
    )
