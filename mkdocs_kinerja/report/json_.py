"""The result as JSON: `kinerja check --format json` and `api/v1/temuan.json`. Its fields are a public contract."""

from __future__ import annotations

import json
from typing import Any

from ..hasil import Hasil
from ..lokasi import Posisi, Sumber
from ..tanggapan import Tanggapan
from ..temuan import Hitungan, Pemeriksaan, Tempat, Temuan, Usulan

VERSI = "1"


def render(hasil: Hasil) -> str:
    """Return the result as JSON text, ending in a newline; the same input gives the same bytes."""
    tahun = {lap.kunci: lap.tahun for lap in hasil.laporan}
    dokumen = {
        "versi": VERSI,
        "masukan": {
            "data": hasil.masukan.data,
            "aturan": hasil.masukan.aturan,
            "perangkat": hasil.masukan.perangkat,
            "mesin": hasil.masukan.mesin,
            **({"terbitan_lalu": hasil.masukan.terbitan_lalu} if hasil.masukan.terbitan_lalu else {}),
        },
        "ringkasan": hasil.ringkasan,
        "temuan": [_finding(t, tahun.get((t.satker, t.laporan))) for t in hasil.temuan],
        "pemeriksaan": [_count(p) for p in hasil.pemeriksaan if p.lolos or p.temuan or p.tidak_berlaku],
        "galat_mesin": dict(sorted(hasil.galat_mesin.items())),
    }
    # A finding a line: easy to compare, and much sooner written than with every field on its own line.
    bagian = ",\n".join(f" {_text(kunci)}: {_lines(isi)}" for kunci, isi in dokumen.items())
    return f"{{\n{bagian}\n}}\n"


def _lines(isi: Any) -> str:
    if not isinstance(isi, list) or not isi:
        return _text(isi)
    return "[\n" + ",\n".join(f"  {_text(x)}" for x in isi) + "\n ]"


def _text(isi: Any) -> str:
    return json.dumps(isi, ensure_ascii=False)


def _finding(t: Temuan, tahun: int | None) -> dict[str, Any]:
    return {
        "id": t.id,
        "aturan": t.aturan,
        "keparahan": t.keparahan.value,
        "satker": t.satker,
        "laporan": t.laporan,
        "hal": t.hal,
        "ukuran": t.ukuran,
        "periode": t.periode.teks(tahun) if t.periode else None,
        "versi": t.versi or None,
        "tabel": t.tabel or None,
        "nama": t.nama,
        "dilaporkan": t.dilaporkan,
        "seharusnya": t.seharusnya,
        "selisih": t.selisih,
        "pesan": dict(t.pesan),
        "lokasi": [_position(p) for p in t.lokasi],
        "sumber": [_source(s) for s in t.sumber],
        "tempat": [_place(p) for p in t.bukti.tempat],
        "hitungan": _arithmetic(t.bukti.hitungan),
        "sebab": t.sebab,
        "akibat": list(t.akibat),
        "usulan": _proposal(t.usulan),
        "status": t.status,
        "pengecualian": t.pengecualian,
        "tanggapan": [_reply(x) for x in t.tanggapan],
    }


def _position(p: Posisi) -> dict[str, Any]:
    return {"berkas": p.berkas, "baris": p.baris, "kolom": p.kolom}


def _source(s: Sumber) -> dict[str, Any]:
    return {
        "dokumen": s.dokumen or None,
        "baris": list(s.baris) if s.baris else None,
        "halaman": list(s.halaman) if s.halaman else None,
        "tempat": s.tempat or None,
    }


def _place(t: Tempat) -> dict[str, Any]:
    return {
        "peran": t.peran,
        "nilai": t.nilai,
        "nama": t.nama,
        "tabel": t.tabel or None,
        "ukuran": t.ukuran,
        "lokasi": _position(t.posisi),
        "sumber": _source(t.sumber),
    }


def _arithmetic(h: Hitungan | None) -> dict[str, Any] | None:
    if h is None:
        return None
    return {"uraian": h.uraian, "hasil": f"{h.hasil:f}", "bawah": f"{h.bawah:f}", "atas": f"{h.atas:f}"}


def _proposal(u: Usulan | None) -> dict[str, Any] | None:
    if u is None:
        return None
    return {
        "lokasi": _position(u.tempat.posisi),
        "tercetak": u.tempat.nilai,
        "nilai": f"{u.nilai:f}",
        "salah_ketik": u.salah_ketik or None,
    }


def _reply(x: Tanggapan) -> dict[str, Any]:
    return {"temuan": x.temuan, "isi": x.isi, "oleh": x.oleh or None, "tanggal": x.tanggal or None}


def _count(p: Pemeriksaan) -> dict[str, Any]:
    return {
        "aturan": p.aturan,
        "satker": p.satker,
        "laporan": p.laporan,
        "lolos": p.lolos,
        "temuan": p.temuan,
        "tidak_berlaku": p.tidak_berlaku,
        "alasan": dict(p.alasan),
    }
