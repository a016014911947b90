"""What a result is measured against, whether it gets there, and how far: targets, bounds, ranges and zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from .. import rumus
from ..angka import Keadaan
from ..capaian import Arah, CaraCapaian
from ..laporan import Amatan, Indikator
from ..rumus import Simpul
from ..selang import Selang
from .bukti import usable

PENUH = Decimal(100)


def direction(indikator: Indikator | None, target: Amatan | None) -> Arah:
    """Return which way is better: a target with a single bound says so itself, else the registry does."""
    bawah, atas = target.dibaca.batas or (None, None) if target is not None else (None, None)
    if (bawah is None) != (atas is None):
        return "turun" if bawah is None else "naik"
    return indikator.arah if indikator else "naik"


def bounds(target: Amatan) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of a target in its base unit; a plain number is both its own bounds."""
    if target.dibaca.batas is None:
        return target.dibaca.penuh, target.dibaca.penuh
    bawah, atas = (b.scaleb(target.dibaca.skala) if b is not None else None for b in target.dibaca.batas)
    return bawah, atas


def goal(target: Amatan, arah: Arah) -> Decimal:
    """Return the bound of a target that counts: of a range, the nearest one that still reaches it."""
    bawah, atas = bounds(target)
    pilih = atas if arah == "turun" and atas is not None else bawah if bawah is not None else atas
    return pilih if pilih is not None else Decimal(0)


def nearest(target: Amatan, realisasi: Decimal) -> Decimal | None:
    """Return the bound that a result is measured against; None where the result lies within a range.

    Source: PermenPANRB 6/2022, range targets: the nearest bound.
    """
    bawah, atas = bounds(target)
    if bawah is None or atas is None or bawah == atas:
        return bawah if bawah is not None else atas
    if bawah <= realisasi <= atas:
        return None
    return atas if realisasi > atas else bawah


def reached(nilai: Selang, target: Amatan, arah: Arah) -> bool:
    """Whether the target is reached; what rounding of the printed result can explain counts as reached."""
    bawah, atas = bounds(target)
    cukup = bawah is None or nilai.atas >= bawah
    tidak_lebih = atas is None or nilai.bawah <= atas
    return {"naik": cukup, "turun": tidak_lebih, "tetap": cukup and tidak_lebih}[arah]


def of_zero(realisasi: Decimal, arah: Arah) -> Decimal | None:
    """Return the achievement of a target of zero: nothing of what ought not to be is all, anything of it is nothing.

    Where more is better, a target of zero asks for nothing, and no achievement follows from it.
    """
    if arah == "naik":
        return None
    return PENUH if realisasi == 0 or (arah == "turun" and realisasi < 0) else Decimal(0)


def achievement(cara: CaraCapaian, arah: Arah, realisasi: Decimal, target: Amatan) -> Decimal | None:
    """Return the achievement in %, by the formula and cap the report declares; None where none follows."""
    acuan = nearest(target, realisasi)
    if acuan is None:
        return PENUH
    if acuan == 0:
        return of_zero(realisasi, arah)
    try:
        return evaluate(cara.dibatasi(cara.dasar(arah)), Selang.tepat(realisasi), acuan).tengah
    except ZeroDivisionError:
        # Target / realisasi without any realisasi: as good as can be, which only a cap puts into a number.
        return cara.batas


def evaluate(simpul: Simpul, realisasi: Selang, acuan: Decimal) -> Selang:
    """Compute a formula of capaian.

    Raises:
        ZeroDivisionError: It divides by zero.
    """
    isi = {"realisasi": realisasi, "target": Selang.tepat(acuan)}
    return rumus.evaluate(simpul, lambda nama: [isi[nama]])


def interval(
    cara: CaraCapaian, arah: Arah, target: Amatan, realisasi: Amatan, baca: Callable[[Amatan], Selang]
) -> Selang:
    """Compute the achievement of a target that is a bound, a range or zero, from what `baca` makes of the result.

    Raises:
        ZeroDivisionError: The formula divides by zero.
    """
    nilai = realisasi.dibaca.penuh or Decimal(0)
    acuan = nearest(target, nilai)
    tetap = PENUH if acuan is None else of_zero(nilai, arah) if acuan == 0 else None
    if tetap is not None:
        return Selang.tepat(tetap)
    return evaluate(cara.dibatasi(cara.dasar(arah)), baca(realisasi), acuan or Decimal(0))


def indivisible(target: Amatan, arah: Arah) -> bool:
    """Whether a target is no plain number to divide by: a bound, a range, or nothing at all where less is better."""
    if target.dibaca.keadaan is Keadaan.RENTANG:
        return True
    return arah != "naik" and usable(target) and target.dibaca.penuh == 0


def shown(penuh: Simpul, dasar: Simpul, hitung: Callable[[Simpul], Selang]) -> Simpul:
    """Return the formula to show: without cap and floor where they do not matter.

    Raises:
        ZeroDivisionError: It divides by zero.
    """
    return dasar if hitung(penuh).tengah == hitung(dasar).tengah else penuh


def arithmetic(cara: CaraCapaian, arah: Arah, realisasi: Amatan, target: Amatan) -> str:
    """Write the achievement out with the printed values: `3,60 \u00f7 4,00 \u00d7 100`.

    Of a range and of zero, which take no arithmetic, only the two values: `75 / 70..80`.
    """
    nilai = realisasi.dibaca.penuh or Decimal(0)
    acuan = nearest(target, nilai)
    tercetak, apa_adanya = realisasi.dibaca.bilangan, f"{realisasi.dibaca.bilangan} / {target.angka.teks.strip()}"
    if not acuan:
        return apa_adanya
    dasar = cara.dasar(arah)
    try:
        simpul = shown(cara.dibatasi(dasar), dasar, lambda s: evaluate(s, Selang.tepat(nilai), acuan))
    except ZeroDivisionError:
        return apa_adanya
    batas = f"{acuan.scaleb(-target.dibaca.skala).normalize():f}".replace(".", ",")
    angka = target.dibaca.bilangan if target.dibaca.batas is None else batas
    return rumus.show(simpul, lambda nama: tercetak if nama == "realisasi" else angka)


def remark(realisasi: Amatan, target: Amatan, arah: Arah) -> Mapping[str, str]:
    """Say what decides where no arithmetic does; empty elsewhere."""
    nilai, tujuan = realisasi.dibaca.penuh or Decimal(0), target.angka.teks.strip()
    acuan = nearest(target, nilai)
    if acuan is None:
        return {"id": f"Realisasi berada dalam target {tujuan}; capaiannya 100%.",
                "en": f"The result lies within the target {tujuan}; that is 100%."}  # fmt: skip
    if acuan == 0 and (hasil := of_zero(nilai, arah)) is not None:
        return {"id": f"Target nol {'terpenuhi' if hasil else 'tidak terpenuhi'}; capaiannya {hasil}%.",
                "en": f"The target of zero is {'met' if hasil else 'not met'}; that is {hasil}%."}  # fmt: skip
    return {}
