"""Several mistakes in one report, where none of them can be taken for another: judging a whole report takes a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mutasi import Mutasi
from ubah import Naskah

from mkdocs_kinerja.temuan import Keparahan, Temuan

BANYAK = 6


@dataclass(slots=True)
class Paket:
    """Mistakes that are put into one report together; no rule may speak of two of them, and no line holds two.

    Attributes:
        laporan: The report.
        naskah: Its text with all of them.
        anggota: Each mistake, with the text that has it alone. No line is added or taken away, so that places in
            that text are places in the common one.
    """

    laporan: str
    naskah: Naskah
    anggota: list[tuple[Mutasi, Naskah]] = field(default_factory=list)

    def muat(self, m: Mutasi, sendiri: Naskah) -> bool:
        """Whether one more mistake can be told apart from those that are there."""
        if m.laporan != self.laporan or len(self.anggota) >= BANYAK:
            return False
        return not any(_aturan(m) & _aturan(x) or set(sendiri.garis) & set(n.garis) for x, n in self.anggota)


def _aturan(m: Mutasi) -> frozenset[str]:
    return m.ikut | m.akibat | {m.aturan}


def pakai(mutasi: Iterable[Mutasi], teks: Mapping[str, str]) -> Mapping[str, Paket]:
    """Put mistakes together as far as they can be told apart.

    Args:
        mutasi: The mistakes.
        teks: The text of each report in order.

    Returns:
        The packet of each mistake, by its name.
    """
    hasil: dict[str, Paket] = {}
    terbuka: list[Paket] = []
    for m in mutasi:
        semula = Naskah(teks[m.laporan])
        sendiri = m.ubah(semula)
        tetap = len(sendiri.baris) == len(semula.baris) and bool(sendiri.garis)
        # What is wrong with the file itself may keep the rest from being read.
        bersama = tetap and not m.luput and not m.aturan.startswith("KIN9")
        paket = next((p for p in terbuka if bersama and p.muat(m, sendiri)), None)
        if paket is None:
            paket = Paket(m.laporan, semula)
            if bersama:
                terbuka.append(paket)
        baris = paket.naskah.baris
        if bersama and paket.anggota:
            for nomor in sendiri.garis:
                baris[nomor - 1] = sendiri.baris[nomor - 1]
            paket.naskah = Naskah("\n".join(baris))
        else:
            paket.naskah = sendiri
        paket.anggota.append((m, sendiri))
        hasil[m.nama] = paket
    return hasil


def sendirian(m: Mutasi, naskah: Naskah) -> Paket:
    """Return a packet of one mistake only."""
    return Paket(m.laporan, naskah, [(m, naskah)])


def keluhan(m: Mutasi, naskah: Naskah, temuan: Sequence[Temuan], paket: Paket, tempat: str) -> list[str]:
    """Return what is wrong with the findings about one mistake; nothing where it is told as it should be.

    Args:
        m: The mistake.
        naskah: The text that has it alone.
        temuan: The findings that the report in order does not have.
        paket: The mistakes that were judged together.
        tempat: How the path of the report's file ends.
    """
    milik = [t for t in temuan if t.aturan == m.aturan]
    if not milik:
        return [f"{m.aturan} tidak ada"]
    terkait = [t for t in temuan if t.sebab in {x.id for x in milik}]
    hasil = [f"{a} bukan akibat" for a in sorted(m.akibat - {t.aturan for t in terkait})]
    # Exactly this rule, apart from its consequences, and from those that look at the same figure in another relation.
    sebab = {t.id for t in temuan for x, _ in paket.anggota if t.aturan == x.aturan}
    boleh = {a for x, _ in paket.anggota for a in (x.aturan, *x.ikut)}
    hasil += [
        f"{t.aturan} ikut: {t.pesan['id']}"
        for t in temuan
        if t.keparahan is not Keparahan.INFO and t.aturan not in boleh and t.sebab not in sebab
    ]
    letak = [[p.baris for p in t.lokasi if p.berkas.endswith(tempat)] for t in milik]
    if m.tempat(naskah) not in [t[0] for t in letak if t]:
        hasil.append(f"bukan pada baris {m.tempat(naskah)}: {letak}")
    lain = [t for t in letak if t and naskah.garis and not set(naskah.garis) & set(t) and m.tempat(naskah) != t[0]]
    return [*hasil, *(f"juga pada baris {t}" for t in lain)]
