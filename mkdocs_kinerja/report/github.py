"""The result as workflow commands of GitHub Actions, which mark the lines of the data files in a pull request."""

from __future__ import annotations

from typing import Final

from ..bahasa import Bahasa
from ..hasil import Hasil
from ..temuan import Keparahan, Temuan
from . import polos
from .samaran import published

PERINTAH: Final = {Keparahan.GALAT: "error", Keparahan.PERINGATAN: "warning", Keparahan.INFO: "notice"}


def render(hasil: Hasil, bahasa: Bahasa, minimal: Keparahan = Keparahan.INFO) -> str:
    """Return one command per finding, the most serious first: GitHub shows ten of each level per step.

    Args:
        hasil: The result.
        bahasa: Language of the messages.
        minimal: Less serious findings are left out.
    """
    hasil = published(hasil)
    judul = {a.id: bahasa.teks(a.judul) for a in hasil.aturan}
    daftar = sorted(hasil.at_least(minimal), key=lambda t: -t.keparahan.tingkat)
    return "".join(_command(t, judul.get(t.aturan, ""), bahasa) for t in daftar)


def _command(t: Temuan, judul: str, bahasa: Bahasa) -> str:
    sifat = {"title": f"{t.aturan} {judul}".strip()}
    if t.lokasi:
        p = t.lokasi[0]
        sifat = {"file": p.berkas, "line": str(p.baris), "col": str(p.kolom), **sifat}
    ekor = ",".join(f"{k}={_property(v)}" for k, v in sifat.items())
    pesan = "\n".join([polos.message(t, bahasa), *(f"{teks} \u2190 {p}" for p, teks in polos.others(t, bahasa))])
    return f"::{PERINTAH[t.keparahan]} {ekor}::{_data(pesan)}\n"


def _data(teks: str) -> str:
    return polos.plain(teks).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(teks: str) -> str:
    return _data(teks).replace(":", "%3A").replace(",", "%2C")
