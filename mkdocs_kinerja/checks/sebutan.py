"""All mentions of one quantity, wherever they stand, compared with each other: one fact per quantity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..bahasa import Bahasa
from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan
from ..selang import Selang
from ..temuan import Bukti, Tempat
from .bukti import Indeks, difference, like, measure, place, usable, where
from .hubungan import NAMA_SKALA

_ID, _EN = Bahasa("id"), Bahasa("en")
WENANG = {"pk": frozenset({"target"}), "rencana-aksi": frozenset({"fisik.target", "target_antara", "target"})}
"""Which kind of table settles which measures: the perjanjian kinerja targets, the rencana aksi interim ones."""

NAMA_ACUAN = {
    "pk": {"id": "perjanjian kinerja", "en": "perjanjian kinerja (performance agreement)"},
    "rencana-aksi": {"id": "rencana aksi", "en": "rencana aksi (action plan)"},
}
NAMA_WAJAR: Mapping[str, Mapping[str, str]] = {
    "potong": {
        "id": "angka di belakang koma dipotong, bukan dibulatkan", "en": "decimals were cut off instead of rounded",
    },
    "pembulatan": {
        "id": "dihitung dari angka yang sudah dibulatkan lebih dahulu", "en": "computed from figures rounded earlier",
    },
    "cara": {
        "id": "angka beberapa tahun digabung dengan cara berbeda (dijumlah, dirata-rata, atau diambil yang terakhir)",
        "en": "the years are put together in different ways (added, averaged, or the last one taken)",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A quantity that is printed in at least two places.

    Attributes:
        kunci: Key of its fact.
        amatan: Its mentions that are numbers, in the order of the file.
        kelompok: The mentions split into groups that agree, the largest first.
        wajar: Why the groups differ without contradicting each other: `potong` (digits cut off), `pembulatan` (computed
            from terms that were rounded earlier), `cara` (several years totalled in different ways); empty otherwise.
    """

    kunci: tuple[str, ...]
    besaran: Besaran
    amatan: tuple[Amatan, ...]
    kelompok: tuple[tuple[Amatan, ...], ...]
    wajar: str = ""

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


def facts(
    indeks: Indeks, sebutan: Iterable[Sebutan], teguh: Mapping[Amatan, tuple[int, int]] | None = None
) -> Iterable[Fakta]:
    """Return one fact for each quantity that is printed in at least two places.

    Args:
        indeks: The observations of the report.
        sebutan: The quantities.
        teguh: How well a figure fits the arithmetic around it: relations that hold, and that fail.
    """
    for s in sebutan:
        yield _fakta(indeks, s, teguh or {})


def groups(amatan: Sequence[Amatan], indeks: Indeks) -> list[list[Amatan]]:
    """Split mentions into groups that agree within their printed rounding, the largest first.

    The most precise prints found the groups; a coarser one (105) joins the nearest it can mean (105,27, not 104,7).
    """
    if len({(a.dibaca.nilai, a.dibaca.desimal, a.dibaca.skala) for a in amatan}) == 1:
        return [sorted(amatan, key=lambda a: a.posisi)]
    hasil: list[tuple[Selang, list[Amatan]]] = []
    berselang = [(indeks.selang(a), a) for a in amatan]
    for selang, a in sorted(
        berselang, key=lambda x: (x[0].atas - x[0].bawah, x[1].dibaca.penuh or Decimal(0), x[1].posisi)
    ):
        cocok = [n for n, (lama, _) in enumerate(hasil) if lama.bertemu(selang)]
        if not cocok:
            hasil.append((selang, [a]))
            continue
        dekat = min(cocok, key=lambda n: abs(hasil[n][0].tengah - selang.tengah))
        lama, isi = hasil[dekat]
        isi.append(a)
        hasil[dekat] = (Selang(max(lama.bawah, selang.bawah), min(lama.atas, selang.atas), lama.tengah), isi)
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


def _fakta(indeks: Indeks, s: Sebutan, teguh: Mapping[Amatan, tuple[int, int]]) -> Fakta:
    laporan, besaran, amatan, kelompok = indeks.laporan, s.besaran, s.amatan, s.kelompok
    wenang = authority(besaran, indeks.in_place(amatan))
    # The authority counts before the majority; without either the first mention is what the others are held against.
    tertib = set(indeks.in_place(amatan))
    bersih = [isi for k in kelompok if (isi := [a for a in k if a in tertib])]
    acuan = wenang[1] if wenang else reference(bersih, teguh)
    lain = [a for isi in kelompok if acuan not in isi for a in isi]
    di_tabel = [a for a in amatan if a.tabel]
    tabel_berbeda = len(groups(di_tabel, indeks)) > 1 if di_tabel else False
    dilaporkan = min(lain, key=lambda a: (not a.tabel, a.posisi)) if lain else acuan
    seharusnya = like(dilaporkan, acuan.dibaca.penuh or Decimal(0))
    tahun = laporan.tahun
    asal = _origin(indeks, dilaporkan, acuan) if lain else None
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
            "berbeda": bool(lain),
            "prosa_berbeda": bool(lain) and not tabel_berbeda,
            "acuan": wenang[0] if wenang else "",
            "menyimpang": wenang is not None and bool(lain),
            "hanya_renstra": bool(lain) and all(a.jenis == "renstra" for a in lain),
            "asal": asal[0] if asal else "",
            "wajar": s.wajar,
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
            "asal_nama": asal[1] if asal else {},
            "wajar_nama": NAMA_WAJAR.get(s.wajar, {}),
            "lain": _listed(laporan, [isi for isi in kelompok if acuan not in isi], acuan),
            "alasan": {},
            "_besaran": besaran,
        },
        Bukti(_places(dilaporkan, acuan, amatan, lain)),
    )


BERMAKNA = 3
"""Digits a value must have before its equality with another one says something."""


def _origin(indeks: Indeks, a: Amatan, acuan: Amatan) -> tuple[str, Mapping[str, str]] | None:
    """Return where a deviating value belongs, if it is exactly what is printed for another version or period.

    Returns:
        `versi` or `periode`, and what a message adds about it.
    """
    nilai, b = a.dibaca.penuh, a.besaran
    if nilai is None or len(nilai.normalize().as_tuple().digits) < BERMAKNA:
        return None
    for lain in indeks.siblings(b):
        if lain == b or not any(x.dibaca.penuh == nilai for x in indeks.find(lain)):
            continue
        if any(x.dibaca.penuh == acuan.dibaca.penuh for x in indeks.find(lain)):
            continue  # both values are printed there, which settles nothing
        if lain.periode == b.periode:
            return "versi", {
                "id": f" Nilai {a.angka.bilangan} adalah angka versi {lain.versi}.",
                "en": f" The value {a.angka.bilangan} is that of version {lain.versi}.",
            }
        if lain.periode is not None:
            return "periode", {
                k.kode: f" {teks} {a.angka.bilangan} {sama} {k.periode(lain.periode)}."
                for k, teks, sama in ((_ID, "Nilai", "sama dengan angka"), (_EN, "The value", "is that of"))
            }
    return None


def reference(kelompok: Sequence[Sequence[Amatan]], teguh: Mapping[Amatan, tuple[int, int]] | None = None) -> Amatan:
    """Return the mention the others are held against when no document settles the matter.

    The majority; among equals the one that most arithmetic confirms, then tables before prose, then the one that least
    arithmetic contradicts, then an appendix, which is usually exported from the source system, then the first.
    """
    terbanyak = max(len(isi) for isi in kelompok)
    sama_banyak = [isi for isi in kelompok if len(isi) == terbanyak]
    return representative(min(sama_banyak, key=lambda isi: min(_standing(a, teguh or {}) for a in isi)))


def _standing(a: Amatan, teguh: Mapping[Amatan, tuple[int, int]]) -> tuple[object, ...]:
    cocok, gagal = teguh.get(a, (0, 0))
    return -cocok, not a.tabel, -gagal, a.jenis != "lampiran", a.posisi


def _places(dilaporkan: Amatan, acuan: Amatan, amatan: Sequence[Amatan], lain: Sequence[Amatan]) -> tuple[Tempat, ...]:
    """List every mention: the first that deviates, the reference, then all others in the order of the file."""
    hasil = [place(dilaporkan, "dilaporkan")]
    if acuan is not dilaporkan:
        hasil.append(place(acuan, "acuan"))
    sisa = [a for a in amatan if a is not dilaporkan and a is not acuan]
    return (*hasil, *(place(a, "dilaporkan" if a in lain else "pembanding") for a in sisa))


def _listed(laporan: Laporan, kelompok: Sequence[Sequence[Amatan]], acuan: Amatan) -> str:
    """Write the groups out: `90.000 (Tabel 2.1, Tabel 2.3); 25.431 (Tabel 2.3)`, the reference's group first."""
    semua = [a for isi in kelompok for a in isi]
    if len({(a.angka.teks, a.angka.skala) for a in semua}) == 1:
        return f"{_with_scale(semua[0], {a.angka.skala for a in (acuan, *semua)})} ({_where(laporan, semua)})"
    urut = sorted(kelompok, key=lambda isi: acuan not in isi)
    skala = {a.angka.skala for a in (acuan, *(a for isi in kelompok for a in isi))}
    bagian = []
    for isi in urut:
        wakil = acuan if acuan in isi else representative(isi)
        # Prints of one group that only agree by rounding (1 and 0,75) are listed as printed.
        nilai = dict.fromkeys(a.dibaca.penuh for a in (wakil, *isi))
        for n in nilai:
            sama = [a for a in isi if a.dibaca.penuh == n]
            bagian.append(f"{_with_scale(wakil if wakil in sama else sama[0], skala)} ({_where(laporan, sama)})")
    return "; ".join(bagian)


def _where(laporan: Laporan, isi: Iterable[Amatan]) -> str:
    return ", ".join(dict.fromkeys(where(laporan, a) for a in isi))


def _with_scale(a: Amatan, skala: set[int]) -> str:
    """Write a value as printed; with its scale where the places differ in it."""
    teks, nama = a.angka.teks.strip(), NAMA_SKALA.get(a.angka.skala, "")
    return teks if len(skala) < 2 or nama.strip() in teks.lower() else f"{teks}{nama}"


def _same_but_scale(a: Amatan, b: Amatan) -> bool:
    """Whether the digits agree and only the power of ten differs, as with a unit that was mistaken."""
    x, y = a.dibaca.penuh, b.dibaca.penuh
    if not x or not y or x == y:
        return False
    if a.angka.satuan == b.angka.satuan == "%" and min(abs(x), abs(y)) > 1:
        return False  # 5% and 500% are two percentages; 0,95 and 95 are one, as a share and in percent
    return x.normalize().as_tuple().digits == y.normalize().as_tuple().digits and x.is_signed() == y.is_signed()
