"""Facts about the data files themselves: what the loader could not read, and how much it could."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ..fakta import Fakta
from ..laporan import Amatan, Besaran, Laporan, Masalah
from ..lokasi import Posisi, Sumber
from ..pengenal import suggest
from ..tanggapan import Tanggapan
from ..temuan import Bukti, Tempat
from .bukti import place, where

JENIS = ("skema", "rujukan", "ganda", "angka", "ragu")
_TANPA: Mapping[str, str] = {}


def facts(laporan: Laporan) -> Iterable[Fakta]:
    """Return one fact per problem, and one per kind for all that is in order.

    What is counted as one check is a table, or one of the two grids of prose: a count of single cells would drown the
    checks of what the report says.
    """
    yield from problems(laporan.masalah, laporan)
    yield from once(printed(laporan))
    posisi = Posisi(laporan.berkas, 1, 1)
    bagian = len(laporan.tabel) + bool(laporan.kendala) + bool(laporan.pernyataan)
    for jenis in JENIS:
        salah = {_part(m.jalur) for m in laporan.masalah if m.kode == jenis}
        banyak = (1 if jenis == "skema" else bagian) - len(salah)
        if banyak > 0:
            fakta = _fakta(("data", jenis, "baik"), jenis, True, {}, posisi, laporan.berkas, "")
            yield replace(fakta, bobot=banyak)


def printed(laporan: Laporan) -> Iterable[Fakta]:
    """Return what the transcriber marked about the document itself: the other notation, damaged text; once a column."""
    notasi: dict[tuple[str, str], list[Amatan]] = defaultdict(list)
    for a in laporan.amatan():
        if a.angka.notasi not in {None, laporan.notasi} and {"sic", "en", "id"} & set(a.catatan):
            notasi[a.tabel, a.besaran.ukuran].append(a)
        if a.dugaan:
            yield _damaged(laporan, a)
    for isi in notasi.values():
        yield _other_notation(laporan, isi)


def _damaged(laporan: Laporan, a: Amatan) -> Fakta:
    teks = a.angka.teks.strip()
    pesan = {
        "id": f"{a.nama}: tercetak {teks!r}, diduga terbaca {a.dugaan} ({where(laporan, a)}).",
        "en": f"{a.nama}: {teks!r} is printed, presumably {a.dugaan} ({where(laporan, a)}).",
    }
    return _about(a, ("data", "rusak", a.besaran.teks(laporan.tahun), a.tabel), "rusak", pesan)


def _other_notation(laporan: Laporan, isi: Sequence[Amatan]) -> Fakta:
    a, teks = isi[0], ", ".join(x.angka.teks.strip() for x in isi[:3])
    lebih = (f" dan {len(isi) - 3} lagi", f" and {len(isi) - 3} more") if len(isi) > 3 else ("", "")
    pesan = {
        "id": f"{where(laporan, a)}: {teks}{lebih[0]} dicetak dalam notasi lain dari dokumennya.",
        "en": f"{where(laporan, a)}: {teks}{lebih[1]} is printed in another notation than the document's.",
    }
    return _about(a, ("data", "notasi", a.tabel, a.besaran.ukuran), "notasi", pesan)


def _about(a: Amatan, kunci: tuple[str, ...], jenis: str, pesan: Mapping[str, str]) -> Fakta:
    fakta = _fakta(kunci, jenis, False, pesan, a.posisi, a.posisi.berkas, a.angka.teks.strip())
    tampil = {**fakta.tampil, "_besaran": a.besaran, "nama": a.nama}
    return replace(fakta, tampil=tampil, bukti=Bukti((place(a, "dilaporkan"),)))


def _part(jalur: str) -> str:
    """Return the part of the report a problem belongs to: `tabel/pk`, or the section."""
    bagian = jalur.split("/")
    return "/".join(bagian[:2]) if bagian[0] == "tabel" else bagian[0]


def once(fakta: Iterable[Fakta]) -> Iterable[Fakta]:
    """Number facts with the same key, in the order of the file."""
    terlihat: Counter[tuple[str, ...]] = Counter()
    for f in fakta:
        terlihat[f.kunci] += 1
        yield replace(f, kunci=(*f.kunci, str(terlihat[f.kunci]))) if terlihat[f.kunci] > 1 else f


def problems(masalah: Sequence[Masalah], laporan: Laporan | None = None) -> Iterable[Fakta]:
    """Return one fact per problem of a report, or of the files that all reports share."""
    terlihat: Counter[tuple[str, str]] = Counter()
    for m in masalah:
        terlihat[m.kode, m.jalur] += 1
        kunci = ("data", m.kode, m.jalur, str(terlihat[m.kode, m.jalur]))
        fakta = _fakta(
            kunci, m.kode, False, m.pesan, m.posisi, m.posisi.berkas, m.amatan.angka.teks if m.amatan else ""
        )
        if m.amatan is not None and laporan is not None:
            tampil = {**fakta.tampil, "_besaran": m.amatan.besaran, "nama": m.amatan.nama}
            fakta = replace(fakta, tampil=tampil, bukti=Bukti((place(m.amatan, "dilaporkan"),)))
        yield fakta


def replies(
    lepas: Iterable[Tanggapan], terpakai: int = 0, temuan: Collection[str] = (), lain: Mapping[str, str] = _TANPA
) -> Iterable[Fakta]:
    """Return one fact per reply that answers nothing, and one for all that do. Known only after the rules have judged.

    Args:
        lepas: The replies that answer no finding of their report.
        terpakai: How many replies do answer one.
        temuan: Ids of the findings of the report, and of their rules, to suggest the one that was meant.
        lain: Ids of findings of other reports -> the file of the report.
    """
    lepas = list(lepas)
    for n, x in enumerate(lepas):
        ke = sum(y.temuan == x.temuan for y in lepas[: n + 1])
        pesan = _astray(x, suggest(x.temuan, temuan), lain.get(x.temuan, ""))
        yield _fakta(("data", "tanggapan", x.temuan, str(ke)), "tanggapan", False, pesan, x.posisi, x.posisi.berkas, "")
    if terpakai:
        fakta = _fakta(("data", "tanggapan", "baik"), "tanggapan", True, {}, Posisi("", 1, 1), "", "")
        yield replace(fakta, bobot=terpakai)


def _astray(x: Tanggapan, dekat: str, berkas: str) -> Mapping[str, str]:
    """Say which finding is missed, and what to do: nobody knows whether it was mended or its number mistyped."""
    if berkas:
        return {
            "id": f"Tanggapan atas {x.temuan}: temuan itu milik laporan lain. Pindahkan tanggapan ini ke {berkas}.",
            "en": f"Reply to {x.temuan}: the finding is of another report. Move the reply to {berkas}.",
        }
    tanya, ask = (f" Maksud Anda {dekat!r}?", f" Did you mean {dekat!r}?") if dekat else ("", "")
    return {
        "id": f"Tanggapan atas {x.temuan}: laporan ini tidak mempunyai temuan itu. Bila sudah diperbaiki, hapus "
        f"tanggapan ini; bila belum, periksa nomornya.{tanya}",
        "en": f"Reply to {x.temuan}: this report has no such finding. If it has been mended, remove the reply; if not, "
        f"check the number.{ask}",
    }


def _fakta(
    kunci: tuple[str, ...], jenis: str, baik: bool, pesan: object, posisi: Posisi, nama: str, dilaporkan: str
) -> Fakta:
    return Fakta(
        "data",
        kunci,
        {"hal": "", "ukuran": "", "periode": "", "tabel": "", "jenis": jenis, "baik": baik},
        {
            "masalah": pesan,
            "tempat": str(posisi),
            "nama": nama,
            "dilaporkan": dilaporkan,
            "ukuran_nama": "",
            "periode_nama": None,
            "alasan": {},
            "_besaran": Besaran("", ""),
        },
        Bukti((Tempat("dilaporkan", dilaporkan, posisi, Sumber("")),)),
    )
