"""Inputs to result: read the data, make facts, let the rules judge, word the findings. Keeps what did not change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import __version__, checks, hubungan_sebab, hubungan_tanggapan, pesan
from .checks import data as data_checks
from .checks import pribadi as personal_checks
from .checks.ringkasan import BarisIndikator
from .engine import Buku, Putusan, RuleFileError, load_rules
from .engine import Pemeriksaan as Hitung
from .fakta import Fakta
from .hasil import Hasil, Masukan
from .laporan import Laporan
from .loading.discover import BerkasLaporan, Bersama, Pencari
from .pengaturan import Pengaturan
from .pribadi import forms
from .profil import UMUM, MesinProfil, Profil, check_satker, profiles
from .temuan import Pemeriksaan, Temuan

PAKET = Path(__file__).parent
AMBANG_SAMPAH = (100_000, 50, 100)
"""For `gc.set_threshold`: a run makes a million small objects that live to its end; looking for garbage finds none."""


class DataError(Exception):
    """The data directory cannot be used at all; the message says why and what to do."""


def shipped_rules() -> Path:
    """Return the directory of the rules of this package: inside it when installed, beside it in the repository."""
    dalam = PAKET / "rules"
    return dalam if dalam.is_dir() else PAKET.parent / "rules"


def read_profiles(pengaturan: Pengaturan) -> Mapping[str, Profil]:
    """Return the rules of a run, for the site and for each satker that has settings of its own.

    Raises:
        RuleFileError: A rule, a rule file or a setting is not in order; all mistakes at once.
    """
    buku = load_rules([shipped_rules(), *pengaturan.aturan], checks.JENIS, pengaturan.akar)
    if buku.problems:
        raise RuleFileError("Ada aturan yang tidak dapat dipakai:", buku.problems)
    return profiles(buku, pengaturan.lapis)


def read_rules(pengaturan: Pengaturan) -> Buku:
    """Return the rules of a run as they are for the whole site.

    Raises:
        RuleFileError: As `read_profiles`.
    """
    return read_profiles(pengaturan)[UMUM].buku


@dataclass(frozen=True, slots=True)
class _Dinilai:
    """One judged report, kept as long as its file, the shared files and the rules stay the same.

    `laporan` is None for what is wrong with the shared files themselves.
    """

    laporan: Laporan | None
    temuan: tuple[Temuan, ...]
    pemeriksaan: tuple[Pemeriksaan, ...]
    galat: Mapping[str, str]
    indikator: tuple[BarisIndikator, ...] = ()


Penilai = Callable[[Laporan | None, Sequence[Fakta], str, str], _Dinilai]
"""Lets the rules judge facts: of a report, its satker and id."""


class Pemroses:
    """Runs the pipeline, once or again and again; unchanged reports are not read a second time.

    Raises:
        RuleFileError: The rules are not in order.
    """

    def __init__(self, pengaturan: Pengaturan) -> None:
        self._pengaturan = pengaturan
        self._mesin: MesinProfil | None = None
        self._sidik_aturan = ""
        self._ingatan: dict[str, tuple[str, _Dinilai]] = {}
        self._siapkan_aturan()

    def close(self) -> None:
        """Give back what the engine holds."""
        if self._mesin is not None:
            self._mesin.close()
            self._mesin = None

    def run(self) -> Hasil:
        """Return the result.

        Raises:
            DataError: There is no data directory.
            RuleFileError: The rules have changed and are not in order, or settings name a satker that is not there.
        """
        self._siapkan_aturan()
        if self._mesin is None:
            raise RuntimeError("closed")
        data = self._pengaturan.data
        if not data.is_dir():
            raise DataError(
                f"Folder data {data.as_posix()!r} tidak ditemukan. Buat folder itu, atau sebutkan letaknya."
            )
        pencari = Pencari(data, self._pengaturan.akar)
        bersama = pencari.shared()
        check_satker(self._pengaturan.lapis, bersama.registri.satker)
        sidik_data = hashlib.sha256(bersama.sidik.encode())
        dinilai = []
        for berkas in self._chosen(bersama.laporan):
            isi = _fingerprint(berkas.jalur)
            sidik_data.update(f"{berkas.berkas}\0{isi}\n".encode())
            dinilai.append(self._report(pencari, bersama, berkas, isi))
        umum = self._shared(bersama)
        return self._result(bersama, [umum, *self._answered(self._across(dinilai))], sidik_data.hexdigest())

    def _across(self, dinilai: Sequence[_Dinilai]) -> list[_Dinilai]:
        """Add to each report what only several reports together can tell."""
        fakta = checks.across([d.laporan for d in dinilai if d.laporan is not None])
        return [_joined(d, fakta, self._judge) for d in dinilai]

    def _answered(self, dinilai: Sequence[_Dinilai]) -> list[_Dinilai]:
        """Put each reply beside the findings it answers, and tell of those that answer none: they must not vanish."""
        asal = {t.id: d.laporan.berkas for d in dinilai if d.laporan for t in d.temuan}
        return [_replied(d, asal, self._judge) for d in dinilai]

    def _chosen(self, berkas: Sequence[BerkasLaporan]) -> Iterable[BerkasLaporan]:
        dipilih = self._pengaturan.satker
        ada = {b.satker for b in berkas}
        for satker in dipilih:
            if satker not in ada:
                raise DataError(f"Satker {satker!r} tidak ada dalam data. Yang ada: {', '.join(sorted(ada)) or '-'}.")
        yield from (b for b in berkas if not dipilih or b.satker in dipilih)

    def _siapkan_aturan(self) -> None:
        """Read the rules again when one of their files has changed."""
        folder = [shipped_rules(), *self._pengaturan.aturan]
        sidik = hashlib.sha256()
        for jalur in sorted(p for f in folder for p in ([f] if f.is_file() else f.glob("*.y*ml"))):
            sidik.update(jalur.name.encode() + b"\0" + _bytes(jalur))
        if sidik.hexdigest() == self._sidik_aturan:
            return
        # The old engine stays until the new rules are known to be in order: broken rules that are mended again find it.
        mesin = MesinProfil(read_profiles(self._pengaturan), self._pengaturan.mesin)
        self.close()
        self._mesin = mesin
        self._sidik_aturan = sidik.hexdigest()
        self._ingatan.clear()

    def _report(self, pencari: Pencari, bersama: Bersama, berkas: BerkasLaporan, isi: str) -> _Dinilai:
        kunci = f"{isi}/{bersama.sidik}"
        lama = self._ingatan.get(berkas.berkas)
        if lama and lama[0] == kunci:
            return lama[1]
        laporan = pencari.report(berkas, bersama)
        kajian = checks.examine(laporan)
        hasil = replace(self._judge(kajian.laporan, kajian.fakta, *laporan.kunci), indikator=kajian.indikator)
        self._ingatan[berkas.berkas] = (kunci, hasil)
        return hasil

    def _shared(self, bersama: Bersama) -> _Dinilai | None:
        """Judge what is wrong with the files that all reports share; they belong to no report."""
        fakta = [*data_checks.problems(bersama.masalah), *personal_checks.shared(bersama.pribadi)]
        return self._judge(None, fakta, "", "") if fakta else None

    def _judge(self, laporan: Laporan | None, fakta: Sequence[Fakta], satker: str, id_: str) -> _Dinilai:
        assert self._mesin is not None
        putusan: Putusan = self._mesin.of(satker).evaluate(fakta)
        temuan = [pesan.finding(k, satker, id_) for k in putusan.cocok if not k.aturan.hubungkan]
        temuan = hubungan_sebab.proposed(temuan, putusan, fakta)
        temuan = hubungan_sebab.linked(temuan, putusan, satker, id_)
        penghubung = {a.id for a in self._mesin.buku.aturan if a.hubungkan}
        return _Dinilai(
            laporan,
            tuple(sorted(temuan, key=_order)),
            tuple(
                _count(h, satker, id_)
                for h in putusan.pemeriksaan
                if h.aturan_id not in penghubung and (laporan or h.temuan)
            ),
            putusan.galat,
        )

    def _result(self, bersama: Bersama, dinilai: Sequence[_Dinilai | None], sidik_data: str) -> Hasil:
        ada = [d for d in dinilai if d is not None]
        assert self._mesin is not None
        sidik_aturan = hashlib.sha256(f"{self._sidik_aturan}\0{self._mesin.sidik}".encode()).hexdigest()
        pribadi = (*bersama.pribadi, *(x for d in ada if d.laporan for x in d.laporan.pribadi))
        dipakai = {d.laporan.satker.id for d in ada if d.laporan}
        return Hasil(
            masukan=Masukan(f"sha256:{sidik_data}", f"sha256:{sidik_aturan}", __version__, self._mesin.name),
            satker={i: s for i, s in sorted(bersama.registri.satker.items()) if i in dipakai},
            unit=dict(sorted(bersama.registri.satker.items())),
            laporan=tuple(d.laporan for d in ada if d.laporan),
            indikator={d.laporan.kunci: d.indikator for d in ada if d.laporan and d.laporan.terbaca},
            temuan=tuple(t for d in ada for t in d.temuan),
            pemeriksaan=tuple(p for d in ada for p in d.pemeriksaan),
            aturan=self._mesin.buku.aturan,
            catatan_mesin=self._mesin.reason,
            galat_mesin={a: g for d in ada for a, g in d.galat.items()},
            khusus=self._mesin.khusus,
            pribadi=frozenset(f for x in pribadi for f in forms(x.literal)),
        )


def _joined(
    d: _Dinilai,
    fakta: Mapping[tuple[str, str], Sequence[Fakta]],
    judge: Penilai,
) -> _Dinilai:
    if d.laporan is None or d.laporan.kunci not in fakta:
        return d
    lain = judge(d.laporan, fakta[d.laporan.kunci], *d.laporan.kunci)
    terhitung = {p.aturan: p for p in lain.pemeriksaan}
    return replace(
        d,
        temuan=tuple(sorted((*d.temuan, *lain.temuan), key=_order)),
        pemeriksaan=tuple(p + terhitung[p.aturan] if p.aturan in terhitung else p for p in d.pemeriksaan),
        galat={**d.galat, **lain.galat},
    )


def _replied(d: _Dinilai, asal: Mapping[str, str], judge: Penilai) -> _Dinilai:
    """Return a report with its replies; one that answers nothing stands beside the finding that says so."""
    if d.laporan is None or not d.laporan.tanggapan:
        return d
    lepas = hubungan_tanggapan.unanswering(d.temuan, d.laporan.tanggapan)
    ada = {x for t in d.temuan for x in (t.id, t.aturan)}
    terpakai = len(d.laporan.tanggapan) - len(lepas)
    fakta = list(checks.replies(lepas, terpakai, ada, asal))
    dijawab = replace(d, temuan=tuple(hubungan_tanggapan.answered(d.temuan, d.laporan.tanggapan)))
    hasil = _joined(dijawab, {d.laporan.kunci: fakta}, judge)
    return replace(hasil, temuan=tuple(hubungan_tanggapan.astray(hasil.temuan, lepas)))


def _fingerprint(laporan: Path) -> str:
    """Return a hash over a report file and the tables that may stand in files beside it."""
    sidik = hashlib.sha256(_bytes(laporan))
    for jalur in sorted(laporan.parent.glob("*.tsv")):
        sidik.update(jalur.name.encode() + b"\0" + _bytes(jalur))
    return sidik.hexdigest()


def _bytes(jalur: Path) -> bytes:
    """Return the content of a file, or nothing where it cannot be read: the loader tells why."""
    try:
        return jalur.read_bytes()
    except OSError:
        return b""


def _order(t: Temuan) -> tuple[object, ...]:
    return (-t.keparahan.tingkat, t.aturan, t.lokasi[0] if t.lokasi else None, t.id)


def _count(h: Hitung, satker: str, laporan: str) -> Pemeriksaan:
    return Pemeriksaan(h.aturan_id, satker, laporan, h.lolos, h.temuan, h.tidak_berlaku, h.alasan)
