"""All mentions of one quantity, wherever they stand, compared with each other: one fact per quantity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan
from ..selang import Selang
from ..temuan import Bukti, Tempat
from .bukti import Indeks, difference, like, measure, place, usable, where
from .hubungan import NAMA_SKALA

WENANG = {"pk": frozenset({"target"}), "rencana-aksi": frozenset({"fisik.target", "target_antara", "target"})}
"""Which kind of table settles which measures: the perjanjian kinerja targets, the rencana aksi interim ones."""

NAMA_ACUAN = {
    "pk": {"id": "perjanjian kinerja", "en": "perjanjian kinerja (performance agreement)"},
    "rencana-aksi": {"id": "rencana aksi", "en": "rencana aksi (action plan)"},
}


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A quantity that is printed in at least two places.

    Attributes:
        kunci: Key of its fact.
        amatan: Its mentions that are numbers, in the order of the file.
        kelompok: The mentions split into groups that agree, the largest first.
    """

    kunci: tuple[str, ...]
    besaran: Besaran
    amatan: tuple[Amatan, ...]
    kelompok: tuple[tuple[Amatan, ...], ...]

    @property
    def sepakat(self) -> bool:
        """Whether all places can mean the same number."""
        return len(self.kelompok) == 1


def mentions(indeks: Indeks) -> list[Sebutan]:
    """Return every quantity that is printed in at least two places."""
    hasil = []
    for besaran, semua in indeks.all().items():
        amatan = tuple(a for a in semua if usable(a))
        if len({a.posisi for a in amatan}) > 1:
            kunci = ("sebutan", besaran.teks(indeks.laporan.tahun))
            hasil.append(Sebutan(kunci, besaran, amatan, tuple(tuple(isi) for isi in groups(amatan, indeks))))
    return hasil


def facts(indeks: Indeks, sebutan: Iterable[Sebutan]) -> Iterable[Fakta]:
    """Return one fact for each quantity that is printed in at least two places."""
    for s in sebutan:
        yield _fakta(indeks, s)


def groups(amatan: Sequence[Amatan], indeks: Indeks) -> list[list[Amatan]]:
    """Split mentions into groups that agree within their printed rounding, the largest first.

    Values are taken in order of size; one joins a group when all of the group can be the same number.
    """
    hasil: list[tuple[Selang, list[Amatan]]] = []
    for a in sorted(amatan, key=lambda a: (a.dibaca.penuh or Decimal(0), a.posisi)):
        selang = indeks.selang(a)
        if hasil and hasil[-1][0].bertemu(selang):
            lama, isi = hasil[-1]
            isi.append(a)
            hasil[-1] = (
                Selang(max(lama.bawah, selang.bawah), min(lama.atas, selang.atas), lama.tengah), isi,
            )  # fmt: skip
        else:
            hasil.append((selang, [a]))
    urut = [sorted(isi, key=lambda a: a.posisi) for _, isi in hasil]
    return sorted(urut, key=lambda isi: (-len(isi), isi[0].posisi))


def representative(kelompok: Sequence[Amatan]) -> Amatan:
    """Return the mention that speaks for a group of mentions that agree: the value printed most often, then the first.

    A coarse print (1) may agree with a finer one (0,75) that stands elsewhere; it must not be shown as that.
    """
    banyak = Counter(a.dibaca.penuh for a in kelompok)
    return max(kelompok, key=lambda a: (banyak[a.dibaca.penuh], bool(a.tabel), -kelompok.index(a)))


def authority(besaran: Besaran, amatan: Iterable[Amatan]) -> tuple[str, Amatan] | None:
    """Return the kind of document that settles this measure, and its mention, if it is among them."""
    for jenis, ukuran in WENANG.items():
        if besaran.ukuran in ukuran:
            for a in amatan:
                if a.jenis == jenis:
                    return jenis, a
    return None


def _fakta(indeks: Indeks, s: Sebutan) -> Fakta:
    laporan, besaran, amatan, kelompok = indeks.laporan, s.besaran, s.amatan, s.kelompok
    wenang = authority(besaran, amatan)
    # The authority counts before the majority; without either the first mention is what the others are held against.
    acuan = wenang[1] if wenang else reference(kelompok)
    lain = [a for isi in kelompok if acuan not in isi for a in isi]
    di_tabel = [a for a in amatan if a.tabel]
    tabel_berbeda = len(groups(di_tabel, indeks)) > 1 if di_tabel else False
    dilaporkan = min(lain, key=lambda a: (not a.tabel, a.posisi)) if lain else acuan
    seharusnya = like(dilaporkan, acuan.dibaca.penuh or Decimal(0))
    tahun = laporan.tahun
    return Fakta(
        "sebutan",
        s.kunci,
        {
            "hal": besaran.hal,
            "ukuran": besaran.ukuran,
            "periode": besaran.periode.teks(tahun) if besaran.periode else "",
            "tabel": dilaporkan.tabel,
            "banyak": len(amatan),
            "tabel_berbeda": tabel_berbeda,
            "prosa_berbeda": bool(lain) and not tabel_berbeda,
            "acuan": wenang[0] if wenang else "",
            "menyimpang": wenang is not None and bool(lain),
            "beda_skala": bool(lain) and _same_but_scale(dilaporkan, acuan),
            "jamak_tabel": len(di_tabel) > 1,
            "ada_prosa": len(di_tabel) < len(amatan),
        },
        {
            "nama": laporan.nama(besaran.hal) if besaran.hal in laporan.nama_hal else dilaporkan.nama,
            "ukuran_nama": measure(laporan, besaran),
            "periode_nama": besaran.periode,
            "tempat": where(laporan, dilaporkan),
            "dilaporkan": dilaporkan.angka.teks.strip(),
            "seharusnya": acuan.angka.teks.strip(),
            "selisih": difference(dilaporkan, seharusnya),
            "acuan_nama": NAMA_ACUAN[wenang[0]] if wenang else {},
            "daftar": _listed(laporan, kelompok, acuan),
            "lain": _listed(laporan, [isi for isi in kelompok if acuan not in isi], acuan),
            "alasan": {},
            "_besaran": besaran,
        },
        Bukti(_places(dilaporkan, acuan, amatan, lain)),
    )


def reference(kelompok: Sequence[Sequence[Amatan]]) -> Amatan:
    """Return the mention the others are held against when no document settles the matter.

    The majority; among equals an appendix, which is usually exported from the source system, then tables before
    prose, then the first.
    """
    sama_banyak = [isi for isi in kelompok if len(isi) == len(kelompok[0])]
    if len(sama_banyak) > 1:
        pertama = min(
            (a for isi in sama_banyak for a in isi), key=lambda a: (a.jenis != "lampiran", not a.tabel, a.posisi)
        )
        return representative(next(isi for isi in sama_banyak if pertama in isi))
    return representative(kelompok[0])


def _places(dilaporkan: Amatan, acuan: Amatan, amatan: Sequence[Amatan], lain: Sequence[Amatan]) -> tuple[Tempat, ...]:
    """List every mention: the first that deviates, the reference, then all others in the order of the file."""
    hasil = [place(dilaporkan, "dilaporkan")]
    if acuan is not dilaporkan:
        hasil.append(place(acuan, "acuan"))
    sisa = [a for a in amatan if a is not dilaporkan and a is not acuan]
    return (*hasil, *(place(a, "dilaporkan" if a in lain else "pembanding") for a in sisa))


def _listed(laporan: Laporan, kelompok: Sequence[Sequence[Amatan]], acuan: Amatan) -> str:
    """Write the groups out: `90.000 (Tabel 2.1, Tabel 2.3); 25.431 (Tabel 2.3)`, the reference's group first."""
    urut = sorted(kelompok, key=lambda isi: acuan not in isi)
    skala = {a.angka.skala for a in (acuan, *(a for isi in kelompok for a in isi))}
    return "; ".join(
        f"{_with_scale(acuan if acuan in isi else representative(isi), skala)} ({_where(laporan, isi)})" for isi in urut
    )


def _where(laporan: Laporan, isi: Iterable[Amatan]) -> str:
    return ", ".join(dict.fromkeys(where(laporan, a) for a in isi))


def _with_scale(a: Amatan, skala: set[int]) -> str:
    """Write a value as printed; with its scale where the places differ in it."""
    teks = a.angka.teks.strip()
    return teks if len(skala) < 2 else f"{teks}{NAMA_SKALA.get(a.angka.skala, '')}"


def _same_but_scale(a: Amatan, b: Amatan) -> bool:
    """Whether the digits agree and only the power of ten differs, as with a unit that was mistaken."""
    x, y = a.dibaca.penuh, b.dibaca.penuh
    if not x or not y or x == y:
        return False
    return x.normalize().as_tuple().digits == y.normalize().as_tuple().digits and x.is_signed() == y.is_signed()
