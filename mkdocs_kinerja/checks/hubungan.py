"""One arithmetic relation between printed numbers, evaluated on intervals and turned into a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from ..fakta import Fakta
from ..laporan import Amatan
from ..selang import Selang, jumlah
from ..temuan import Bukti, Hitungan
from .bukti import Indeks, difference, like, measure, place, places, share, where

NAMA: Mapping[str, Mapping[str, str]] = {
    "capaian": {"id": "capaian", "en": "achievement"},
    "jumlah": {"id": "jumlah", "en": "sum"},
    "rentang": {"id": "rentang bagian", "en": "span of the parts"},
    "macam": {"id": "macam jumlah", "en": "kind of total"},
    "rerata": {"id": "rata-rata", "en": "mean"},
    "jenjang": {"id": "jumlah rincian", "en": "sum of the parts"},
    "rasio": {"id": "rumus kolom", "en": "column formula"},
    "rumus": {"id": "rumus indikator", "en": "indicator formula"},
    "bagian": {"id": "jumlah bagian", "en": "sum of the shares"},
    "terbilang": {"id": "terbilang", "en": "amount in words"},
    "kaitan": {"id": "kaitan antarbagian", "en": "relation between parts"},
    "kumulatif": {"id": "kumulatif", "en": "cumulative"},
}


NAMA_SKALA = {0: "", 3: " ribu", 6: " juta", 9: " miliar", 12: " triliun"}


def term(operan: Amatan, dilaporkan: Amatan) -> str:
    """Write a term of the arithmetic as printed; with its scale where that differs from the result's."""
    if operan.dibaca.skala == dilaporkan.dibaca.skala:
        return operan.dibaca.bilangan
    return operan.dibaca.bilangan + NAMA_SKALA.get(operan.dibaca.skala, "")


Baca = Callable[[Amatan], Selang]
"""Gives the interval of an observation: the printed one, or a supposed one."""


@dataclass(frozen=True, slots=True)
class Relasi:
    """A relation as it can be computed again with other values.

    Attributes:
        kunci: Key of its fact.
        ulangan: Further places that print the same result.
        hitung: Computes the result from its terms; may raise ZeroDivisionError.
        cocok: Whether it holds as printed.
    """

    kunci: tuple[str, ...]
    dilaporkan: Amatan
    ulangan: tuple[Amatan, ...]
    operan: tuple[Amatan, ...]
    hitung: Callable[[Baca], Selang]
    cocok: bool


class PembuatHubungan:
    """Builds the facts of type `hubungan` for one report, and keeps the relations behind them."""

    def __init__(self, indeks: Indeks) -> None:
        self._indeks, self._laporan = indeks, indeks.laporan
        self.relasi: list[Relasi] = []

    def judged(
        self,
        jenis: str,
        dilaporkan: Amatan,
        hitung: Callable[[Baca], Selang],
        operan: Sequence[Amatan],
        uraian: str,
        *,
        rumus: str = "",
        pembeda: str = "",
        keterangan: Mapping[str, str] | Callable[[], Mapping[str, str]] = MappingProxyType({}),
        ulangan: Sequence[Amatan] = (),
    ) -> Fakta:
        """Return the fact for a relation that could be computed.

        Args:
            jenis: Kind of relation.
            dilaporkan: The printed result.
            hitung: Computes the result from its terms.
            operan: The printed terms.
            uraian: The arithmetic with the printed values.
            rumus: The expression as declared.
            pembeda: Tells relations about the same quantity in the same table apart.
            keterangan: What else is worth saying; or makes it, where that takes time and only a failure needs it.
            ulangan: Further places that print the same result.

        Raises:
            ZeroDivisionError: A divisor may be zero.
        """
        hasil = hitung(self._indeks.selang)
        tercetak = self._indeks.selang(dilaporkan, terukur=True)
        seharusnya = like(dilaporkan, hasil.tengah)
        selisih = difference(dilaporkan, seharusnya)
        turun = -dilaporkan.dibaca.skala
        cocok = tercetak.bertemu(hasil)
        if callable(keterangan):
            keterangan = {} if cocok else keterangan()
        hitungan = Hitungan(
            uraian,
            hasil.tengah.scaleb(turun),
            hasil.bawah.scaleb(turun),
            hasil.atas.scaleb(turun),
            dilaporkan.dibaca.nilai,
            keterangan,
        )
        fakta = self._fakta(
            jenis,
            dilaporkan,
            pembeda,
            uji={
                "terhitung": True,
                "cocok": cocok,
                "dipotong": not cocok and is_cut(dilaporkan, hasil),
                "selisih_persen": share(tercetak.tengah - hasil.tengah, hasil.tengah),
            },
            tampil={
                "seharusnya": seharusnya,
                "selisih": selisih,
                "uraian": uraian,
                "rumus": rumus,
                "keterangan": keterangan,
                "tempat_operan": self._elsewhere(dilaporkan, operan),
                "alasan": {},
            },
            bukti=Bukti((*places(dilaporkan, operan), *(place(a, "dilaporkan") for a in ulangan)), hitungan),
            operan=operan,
        )
        self.relasi.append(Relasi(fakta.kunci, dilaporkan, tuple(ulangan), tuple(operan), hitung, cocok))
        return fakta

    def skipped(self, jenis: str, dilaporkan: Amatan, alasan: Mapping[str, str], *, pembeda: str = "") -> Fakta:
        """Return the fact for a relation that could not be computed, with the reason."""
        return self._fakta(
            jenis,
            dilaporkan,
            pembeda,
            uji={"terhitung": False, "cocok": True, "dipotong": False, "selisih_persen": Decimal(0)},
            tampil={
                "seharusnya": "",
                "selisih": "",
                "uraian": "",
                "rumus": "",
                "keterangan": {},
                "tempat_operan": "",
                "alasan": alasan,
            },
            bukti=Bukti(places(dilaporkan, ())),
        )

    def _elsewhere(self, dilaporkan: Amatan, operan: Sequence[Amatan]) -> str:
        """Return where the terms stand, in parentheses, if that is not where the result stands."""
        tempat = dict.fromkeys(where(self._laporan, a) for a in operan)
        return "" if not tempat or where(self._laporan, dilaporkan) in tempat else f" ({', '.join(tempat)})"

    def _fakta(
        self,
        jenis: str,
        a: Amatan,
        pembeda: str,
        *,
        uji: dict[str, bool | Decimal],
        tampil: dict[str, object],
        bukti: Bukti,
        operan: Sequence[Amatan] = (),
    ) -> Fakta:
        tahun = self._laporan.tahun
        periode = a.besaran.periode.teks(tahun) if a.besaran.periode else ""
        return Fakta(
            "hubungan",
            # A declared relation is the same one wherever its result happens to be printed first.
            (jenis, a.besaran.teks(tahun), "" if pembeda.startswith("kaitan/") else a.tabel, pembeda),
            {
                "hal": a.besaran.hal,
                "ukuran": a.besaran.ukuran,
                "periode": periode,
                "tabel": a.tabel,
                "jenis": jenis,
                **uji,
            },
            {
                "nama": a.nama,
                "ukuran_nama": measure(self._laporan, a.besaran),
                "periode_nama": a.besaran.periode,
                "tempat": where(self._laporan, a),
                "dilaporkan": a.angka.teks.strip(),
                "hubungan": NAMA[jenis],
                "_besaran": a.besaran,
                "dukungan": {},
                "_operan": frozenset(o.besaran for o in operan),
                **tampil,
            },
            bukti,
        )


def is_cut(dilaporkan: Amatan, hasil: Selang) -> bool:
    """Whether the printed value is the result with further digits cut off instead of rounded."""
    a = dilaporkan.dibaca
    return a.desimal > 0 and a.selang(potong=True).bertemu(hasil)


def sum_of(bagian: Sequence[Amatan]) -> Callable[[Baca], Selang]:
    """Return the computation of a plain sum."""
    return lambda baca: jumlah(baca(a) for a in bagian)


def once(fakta: Iterable[Fakta]) -> list[Fakta]:
    """Drop relations that say the same again: the same printed result from the same terms, the first kind wins.

    A sum may be declared as a formula although the table's months already imply it; it is one check all the same.
    """
    hasil: list[Fakta] = []
    terlihat: set[tuple[object, ...]] = set()
    for f in fakta:
        operan = f.tampil["_operan"]
        kunci = (f.bukti.tempat[0].posisi, operan)
        if operan and kunci in terlihat:
            continue
        terlihat.add(kunci)
        hasil.append(f)
    return hasil


def standing(relasi: Iterable[Relasi]) -> Mapping[Amatan, tuple[int, int]]:
    """Return how well each figure fits the arithmetic around it: relations that hold, and (negative) that fail.

    What no arithmetic confirms stands below what at least one does, however many of its other relations fail.
    """
    cocok: Counter[Amatan] = Counter()
    gagal: Counter[Amatan] = Counter()
    for r in relasi:
        (cocok if r.cocok else gagal).update((r.dilaporkan, *r.ulangan, *r.operan))
    return {a: (cocok[a], -gagal[a]) for a in cocok | gagal}


def confirmed(fakta: Iterable[Fakta], relasi: Iterable[Relasi]) -> Iterable[Fakta]:
    """Say of a result that fails in one relation when another one confirms it: its terms may be the wrong ones."""
    cocok = {r.kunci: a.posisi for r in relasi if r.cocok for a in (r.dilaporkan,)}
    fakta = list(fakta)
    uraian = {cocok[f.kunci]: f.tampil["uraian"] for f in reversed(fakta) if f.kunci in cocok}
    berumus = {f.bukti.tempat[0].posisi for f in fakta if f.uji["cocok"] and f.uji["jenis"] in {"rumus", "rasio"}}
    for f in fakta:
        if f.uji["jenis"] == "macam" and f.bukti.tempat[0].posisi in berumus:
            continue  # the total is no sum, and its formula says what it is
        dasar = "" if f.uji["cocok"] else uraian.get(f.bukti.tempat[0].posisi, "")
        if not dasar:
            yield f
            continue
        yield replace(f, tampil={**f.tampil, "dukungan": {
            "id": f" Angka {f.tampil['dilaporkan']} sendiri cocok dengan hitungan lain ({dasar}), jadi periksa juga"
            " angka-angka yang dibandingkan dengannya.",
            "en": f" The figure {f.tampil['dilaporkan']} fits another computation ({dasar}), so check what it is"
            " compared with, too.",
        }})  # fmt: skip
