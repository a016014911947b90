"""Key and name columns: which of the texts say what a row is about, and whether they tell all rows apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..pengenal import Pengenal, slug
from . import kelas, kode
from .isi import Isi
from .peran import KolomBerperan, Peran
from .rancangan import KolomJadi, Rancangan

_TERDAFTAR = ("indikator", "sasaran")


@dataclass(frozen=True, slots=True)
class _Kunci:
    """A key column in the making.

    Attributes:
        kelas: Its class, or classes joined by `>`.
        sel: Its cells.
        nama: The cells of the name column that goes with it.
        kode: The codes as printed, where the key is shorter.
        tercetak: The cells as printed, where the key is another word for them (`jan` for `Januari`).
    """

    kelas: str
    sel: list[str]
    nama: list[str] | None = None
    kode: list[str] | None = None
    tercetak: list[str] | None = None


def build(
    badan: Isi, rancangan: Rancangan, pengenal: Pengenal | None, nilai: Sequence[Decimal | None]
) -> list[KolomJadi]:
    """Add the columns that stand before the values, and return those that stand behind them.

    Args:
        badan: The body.
        rancangan: The table; its rows already say which are totals, and get their levels here.
        pengenal: The names known to the data directory, if there is one.
        nilai: An additive value per row, for budget trees.
    """
    kolom = badan.without_labels(rancangan.baris)
    awal = next((n for n, k in enumerate(badan.kolom) if k.peran is Peran.NILAI), len(badan.kolom))
    depan = sum(k.peran is not Peran.NOMOR for k in badan.kolom[:awal])
    kunci: list[_Kunci] = []
    label: list[KolomJadi] = []
    for n, k in enumerate(kolom[:depan]):
        kiri = kolom[n - 1] if n else None
        bernama = kiri is not None and (kiri.peran is Peran.KODE or kelas.is_code(kiri.kolom.judul))
        if k.peran is Peran.LABEL:
            label.append(_label(k, label))
        elif k.peran is Peran.PERIODE:
            kunci.append(_Kunci(k.kelas, [kelas.period_key(t) for t in k.teks], tercetak=k.teks))
        elif k.peran is Peran.KODE or (kelas.is_code(k.kolom.judul) and n + 1 < depan):
            kunci.append(_coded(k, kolom[n + 1 : depan], rancangan, nilai))
        elif kunci and kunci[-1].nama is None and bernama:
            kunci[-1] = replace(kunci[-1], nama=k.teks)
        elif k.kelas in _TERDAFTAR or not kunci or not _tell_apart(kunci, rancangan):
            kunci.append(_Kunci(k.kelas or ("uraian" if kelas.is_name(k.kolom.judul) else "hal"), k.teks))
        else:
            label.append(_label(k, label))
    ekor: list[KolomJadi] = []
    for k in kolom[depan:]:
        ekor.append(_label(k, [*label, *ekor]))
    kunci = _ensured(_registered(kunci, rancangan, pengenal, label), rancangan)
    for satu in kunci:
        rancangan.kolom.append(KolomJadi(f"{satu.kelas}*", satu.sel))
        rancangan.kolom += [KolomJadi("kode", satu.kode)] if satu.kode is not None else []
        rancangan.kolom += [KolomJadi("nama", satu.nama)] if satu.nama is not None else []
    rancangan.kolom += label
    return ekor


def _label(k: KolomBerperan, ada: Sequence[KolomJadi]) -> KolomJadi:
    """Return a label column: one of those the grid knows, once each, else one that is not interpreted."""
    nama = kelas.label(k.kolom.jalur) if k.peran is Peran.LABEL else ""
    terpakai = {a.kepala for a in ada}
    dasar = "_" + (k.kolom.judul.strip("_* ") or "kolom")
    calon = [*([nama] if nama else []), dasar, *(f"{dasar} {n}" for n in range(2, len(ada) + 3))]
    return KolomJadi(next(c for c in calon if c not in terpakai), list(k.teks))


def _coded(
    k: KolomBerperan, kanan: Sequence[KolomBerperan], rancangan: Rancangan, nilai: Sequence[Decimal | None]
) -> _Kunci:
    """Return the key for a column of codes, and set the levels of the rows where the codes are a tree."""
    sel = list(k.teks)
    isi = [t for t, b in zip(sel, rancangan.baris, strict=True) if not b.total]
    if k.peran is not Peran.KODE or not kode.is_column(isi, k.kolom.judul):
        return _Kunci(next((b.kelas for b in kanan if b.kelas), "") or "kode", sel)
    per_baris = kode.classes(sel, [s.miring for s in k.kolom.sel], nilai)
    per_baris = ["" if b.total else kls for kls, b in zip(per_baris, rancangan.baris, strict=True)]
    urut = kode.order(per_baris)
    if len(urut) < 2:
        satu = urut[0] if urut else "kode"
        # Three digits in a column that says so are RO.
        return _Kunci("ro" if satu == "komponen" and k.kelas in {"ro", "output", "kro"} else satu, sel)
    lalu = 0
    for n, b in enumerate(rancangan.baris):
        if b.total:
            continue
        wajar = urut.index(per_baris[n]) if per_baris[n] else lalu
        b.tingkat = min(wajar, lalu + 1) if n else 0
        if b.tingkat != wajar:
            rancangan.note(
                f"baris {b.nomor}: tingkat kode {sel[n]!r} tidak jelas", f"row {b.nomor}: level of {sel[n]!r} unclear"
            )
        lalu = b.tingkat
    pendek = [kode.short(t, kls) if len(urut) > 1 else t for t, kls in zip(sel, per_baris, strict=True)]
    return _Kunci(">".join(urut), pendek, kode=sel if pendek != sel else None)


def _tell_apart(kunci: Sequence[_Kunci], rancangan: Rancangan) -> bool:
    """Whether every row has a key that no other row has."""
    terlihat: set[tuple[str, ...]] = set()
    penuh = [_filled(k.sel, rancangan) for k in kunci[:-1]]
    di_atas: list[str] = []
    for n, b in enumerate(rancangan.baris):
        if b.total:
            continue
        terakhir = kunci[-1].sel[n]
        di_atas = [*di_atas[: b.tingkat], slug(terakhir)]
        kini = (*(slug(sel[n]) for sel in penuh), *di_atas)
        if not all(kini) or kini in terlihat or len(di_atas) != b.tingkat + 1:
            return False
        terlihat.add(kini)
    return True


def _filled(sel: Sequence[str], rancangan: Rancangan) -> list[str]:
    """Return the cells with empty ones filled from above, as readers of the table do."""
    hasil: list[str] = []
    lalu = ""
    for teks, b in zip(sel, rancangan.baris, strict=True):
        lalu = lalu if b.total else teks or lalu
        hasil.append(teks if b.total else lalu)
    return hasil


def _ensured(kunci: list[_Kunci], rancangan: Rancangan) -> list[_Kunci]:
    """Give the rows numbers as keys where their own keys are empty or the same; what is printed stays as a label."""
    if kunci and _tell_apart(kunci, rancangan):
        return kunci
    nomor = 0
    sel = []
    for b in rancangan.baris:
        nomor += not b.total
        sel.append(b.label if b.total else f"[{nomor}]")
    rancangan.note(
        "kunci baris kosong atau berulang, jadi baris diberi nomor; tentukan kuncinya",
        "row keys are empty or repeated, so the rows were numbered; choose their keys",
    )
    rancangan.kolom.append(KolomJadi("baris*", sel))
    for n, k in enumerate(kunci):
        akhiran = f" {n + 1}" if n else ""
        rancangan.kolom.append(KolomJadi(f"_{k.kelas.replace('>', ' ')}{akhiran}", k.tercetak or k.kode or k.sel))
        rancangan.kolom += [KolomJadi(f"_nama{akhiran}", k.nama)] if k.nama is not None else []
    for b in rancangan.baris:
        b.tingkat = 0
    return []


def _registered(
    kunci: Sequence[_Kunci], rancangan: Rancangan, pengenal: Pengenal | None, label: list[KolomJadi]
) -> list[_Kunci]:
    """Replace printed names of indicators and sasaran by their ids, keeping the printed name beside it."""
    hasil: list[_Kunci] = []
    for k in kunci:
        if k.kelas not in _TERDAFTAR:
            hasil.append(k)
            continue
        isi = dict.fromkeys(t for t, b in zip(k.sel, rancangan.baris, strict=True) if t and not b.total)
        dikenal = {t: h for t in isi if pengenal and (h := pengenal.row_key(k.kelas, t, ""))}
        asing = "; ".join(t for t in isi if t not in dikenal)
        if k.kelas == "sasaran" and asing and len(kunci) > 1:
            # Without its sasaran a table of indicators says the same.
            label.append(KolomJadi("_sasaran", k.sel))
            label += [KolomJadi("_nama sasaran", k.nama)] if k.nama is not None else []
            continue
        if asing and pengenal:
            rancangan.note(f"{k.kelas} belum terdaftar: {asing}", f"{k.kelas} not registered: {asing}")
        if dikenal and k.nama is None:
            sel = [dikenal[t].partition("/")[2] if t in dikenal else t for t in k.sel]
            nama = ["" if b.total else t for t, b in zip(k.sel, rancangan.baris, strict=True)]
            k = _Kunci(k.kelas, sel, nama)  # noqa: PLW2901 - the same key, better known
        hasil.append(k)
    return hasil
