"""The registries: measures shipped with the package, indicators shared by all satker, and the satker themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .. import rumus
from ..kosakata import Kosakata, Ukuran
from ..laporan import Indikator, Masalah, Satker
from .node import Node
from .yaml_events import read_document

PAKET = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Registri:
    """All that reports share."""

    kosakata: Kosakata
    indikator: Mapping[str, Indikator] = field(default_factory=dict)
    satker: Mapping[str, Satker] = field(default_factory=dict)


@cache
def shipped_vocabulary() -> Kosakata:
    """Return the vocabulary of the package."""
    dokumen = read_document(PAKET / "kosakata.yml")
    return Kosakata.of(read_measures(Node(dokumen, "kosakata.yml").get("ukuran")))


def read_measures(node: Node | None) -> list[Ukuran]:
    """Read a section `ukuran:`."""
    # What the schema does not allow has been taken out of the node: the ignored types are those of its enums.
    return [
        Ukuran(
            id=kunci,
            nama={"id": isi.text("nama", kunci), "en": isi.text("nama_en", isi.text("nama", kunci))},
            jenis=isi.text("jenis", "indeks"),  # type: ignore[arg-type]
            periode=isi.text("periode", "sd"),  # type: ignore[arg-type]
            berversi=isi.yes("berversi"),
            tepat=isi.yes("tepat"),
            agregasi=isi.text("agregasi", "terakhir"),  # type: ignore[arg-type]
            bertotal=isi.yes("bertotal"),
            alias=isi.texts("alias"),
            indikator=isi.text("indikator"),
        )
        for kunci, isi in (node.items() if node else ())
    ]


def read_indicators(node: Node | None) -> tuple[dict[str, Indikator], list[Masalah]]:
    """Read a section `indikator:`; formulas that cannot be read are told and left out."""
    hasil: dict[str, Indikator] = {}
    masalah: list[Masalah] = []
    for kunci, isi in node.items() if node else ():
        teks = isi.text("rumus")
        simpul = None
        if teks:
            try:
                simpul = rumus.read(teks)
            except rumus.RumusError as galat:
                masalah.append(
                    Masalah(
                        "skema",
                        {
                            "id": f"Rumus indikator {kunci!r}: {galat.pesan}",
                            "en": f"Formula of indicator {kunci!r}: {galat.pesan_en}",
                        },
                        isi.posisi_kunci("rumus"),
                        f"indikator/{kunci}/rumus",
                    )
                )
        # As in read_measures: the schema has seen to the enums.
        hasil[kunci] = Indikator(
            id=kunci,
            nama=isi.text("nama", kunci),
            alias=isi.texts("alias"),
            satuan=isi.text("satuan"),
            arah=isi.text("arah", "naik"),  # type: ignore[arg-type]
            agregasi=isi.text("agregasi", "terakhir"),  # type: ignore[arg-type]
            agregasi_tahun=isi.text("agregasi_tahun", "terakhir"),  # type: ignore[arg-type]
            jenis=isi.text("jenis", "indeks"),  # type: ignore[arg-type]
            rumus=simpul,
            rumus_teks=teks,
            akhir_tahun=isi.text("dinilai") == "akhir-tahun",
            posisi=isi.posisi,
        )
    return hasil, masalah


def read_satker(id_: str, isi: Node | None) -> Satker:
    """Read one satker; without data, one that has only its id."""
    if isi is None:
        return Satker(id_, id_)
    return Satker(
        id=id_,
        nama=isi.text("nama", id_),
        singkatan=isi.text("singkatan"),
        nama_lama=isi.texts("nama_lama"),
        alias=isi.texts("alias"),
        kode=isi.text("kode"),
        dipa=isi.text("dipa"),
        induk=isi.text("induk"),
        kota=isi.text("kota"),
        posisi=isi.posisi,
    )
