"""A result as it may leave the house: personal data in its texts is masked, whatever it is written as afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..hasil import Hasil
from ..lokasi import Sumber
from ..pribadi import samarkan
from ..temuan import Bukti, Hitungan, Tempat, Temuan


def published(hasil: Hasil) -> Hasil:
    """Return the result with all texts of its findings masked. Ids and places in files are ours and stay."""
    samar = partial(_finding, pribadi=hasil.pribadi)
    galat = {a: samarkan(g, hasil.pribadi) for a, g in hasil.galat_mesin.items()}
    return replace(hasil, temuan=tuple(map(samar, hasil.temuan)), galat_mesin=galat)


def _finding(t: Temuan, pribadi: frozenset[str]) -> Temuan:
    def s(teks: str) -> str:
        return samarkan(teks, pribadi)

    return replace(
        t,
        pesan={kode: s(isi) for kode, isi in t.pesan.items()},
        nama=s(t.nama),
        dilaporkan=s(t.dilaporkan),
        seharusnya=s(t.seharusnya),
        selisih=s(t.selisih),
        sumber=tuple(_source(x, pribadi) for x in t.sumber),
        bukti=Bukti(tuple(_place(x, pribadi) for x in t.bukti.tempat), _arithmetic(t.bukti.hitungan, pribadi)),
        pengecualian=None if t.pengecualian is None else s(t.pengecualian),
        tanggapan=tuple(replace(x, isi=s(x.isi), oleh=s(x.oleh)) for x in t.tanggapan),
    )


def _place(x: Tempat, pribadi: frozenset[str]) -> Tempat:
    nilai, nama = samarkan(x.nilai, pribadi), samarkan(x.nama, pribadi)
    return x._replace(nilai=nilai, nama=nama, sumber=_source(x.sumber, pribadi))


def _source(x: Sumber, pribadi: frozenset[str]) -> Sumber:
    return replace(x, tempat=samarkan(x.tempat, pribadi))


def _arithmetic(h: Hitungan | None, pribadi: frozenset[str]) -> Hitungan | None:
    return None if h is None else replace(h, uraian=samarkan(h.uraian, pribadi))
