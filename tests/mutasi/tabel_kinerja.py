"""The tables about indicators: agreement, action plan, results by goal, series, years, appendix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from cetak import Penulis, bagi, bulat, cetak
from indikator_sintetis import (
    INDIKATOR,
    JATAH,
    SASARAN,
    TERKUMPUL,
    bulanan,
    capaian,
    operasi,
    order,
    realisasi,
    survei,
    target,
    target_cetak,
)
from saat import Saat

LAYANAN = {"pengujian": 30, "kalibrasi": 20, "sertifikasi": 25, "pelatihan": 10, "konsultansi": 8, "inspeksi": 7}
UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
BELUM = "belum tersedia"


def tulis_kinerja(p: Penulis, saat: Saat) -> None:
    """Write all tables about indicators."""
    _perjanjian(p, saat)
    _rencana(p, saat)
    _renstra(p, saat)
    for n, id_ in enumerate(SASARAN, start=1):
        _pengukuran(p, saat, n, id_)
    _bulanan(p, saat)
    _fisik(p, saat)
    _layanan(p, saat)
    _dasar(p, saat)
    _unsur(p, saat)
    _lalu(p, saat)
    _rekap(p, saat)
    _lampiran(p, saat)


def hasil_cetak(id_: str, saat: Saat) -> tuple[str, str]:
    """Return result and achievement as printed; neither where it is measured at the end of the year only."""
    c = INDIKATOR[id_]
    if c.akhir_tahun and not saat.tahunan:
        return BELUM, BELUM
    hasil = realisasi(id_, saat.tahun, saat.triwulan)
    return cetak(hasil, c.desimal), f"{cetak(capaian(id_, saat.tahun, saat.triwulan), 2)}%"


def _perjanjian(p: Penulis, saat: Saat) -> None:
    isi = [
        [id_, nama if n == 0 else "", c.id, c.nama, target_cetak(c.id, saat.tahun), c.satuan]
        for id_, (nama, ind) in SASARAN.items()
        for n, c in enumerate(ind)
    ]
    kepala = ["sasaran*", "nama", "indikator*", "nama", "target", "satuan"]
    p.tabel("pk", "Tabel 2.1", f"Perjanjian Kinerja Tahun {saat.tahun}", [kepala], isi, jenis="pk", lengkap="ya")


def _rencana(p: Penulis, saat: Saat) -> None:
    periode = [f"sd-tw{q}" for q in (1, 2, 3)] + [str(saat.tahun)]
    isi = []
    for c in INDIKATOR.values():
        tuju = int(target(c.id, saat.tahun))
        antara = [cetak(tuju * j // 100) if c.terkumpul else "~" for j in JATAH]
        isi.append([c.id, *antara, cetak(25 * saat.triwulan)])
    kepala = [["indikator*", "target_antara", "", "", "", "fisik.target"], ["", *periode, saat.sampai]]
    p.tabel(
        "rencana", "Tabel 2.2", f"Rencana Aksi Tahun {saat.tahun}", kepala, isi,
        jenis="rencana-aksi", lengkap="ya", kepala="[ukuran, periode]",
    )  # fmt: skip


def _renstra(p: Penulis, saat: Saat) -> None:
    tahun = range(saat.tahun - 1, saat.tahun + 2)
    kepala = [["indikator*", "satuan", "target", "", ""], ["", "", *map(str, tahun)]]
    isi = [[c.id, c.satuan, *(target_cetak(c.id, t) for t in tahun)] for c in INDIKATOR.values()]
    p.tabel(
        "renstra", "Tabel 2.3", f"Target Rencana Strategis {tahun[0]} sampai {tahun[-1]}", kepala, isi,
        jenis="renstra", lengkap="ya", kepala="[ukuran, periode]",
    )  # fmt: skip


def _pengukuran(p: Penulis, saat: Saat, nomor: int, id_: str) -> None:
    nama, ind = SASARAN[id_]
    isi = [[c.id, c.satuan, target_cetak(c.id, saat.tahun), *hasil_cetak(c.id, saat)] for c in ind]
    kepala = ["indikator*", "satuan", "target", "realisasi", "capaian"]
    p.tabel(id_, f"Tabel 3.{nomor}", f"Capaian Sasaran {nama}", [kepala], isi, jenis="pengukuran")


def _bulanan(p: Penulis, saat: Saat) -> None:
    periode = [*saat.bulan, saat.sampai]
    isi = []
    for i in TERKUMPUL:
        nilai = bulanan(i, saat.tahun)[: len(saat.bulan)]
        isi.append([i, *map(cetak, nilai), cetak(sum(nilai))])
    kunci = {"ukuran": "realisasi", "kepala": "[periode]"}
    p.tabel("bulanan", "Tabel 3.9", "Realisasi Indikator per Bulan", [["indikator*", *periode]], isi, **kunci)
    kumulatif = saat.kumulatif()
    isi = [[i, *(cetak(realisasi(i, saat.tahun, q)) for q, _ in kumulatif)] for i in TERKUMPUL]
    kepala = ["indikator*", *(nama for _, nama in kumulatif)]
    p.tabel("kumulatif", "Tabel 3.10", "Perkembangan Realisasi Kumulatif", [kepala], isi, **kunci)


def _fisik(p: Penulis, saat: Saat) -> None:
    periode = [nama for _, nama in saat.kumulatif()]
    isi = []
    for k, i in enumerate(INDIKATOR):
        nyata = [cetak(Decimal(25 * q) - Decimal(k % 5) / 4 * (2 - q // 4), 2) for q, _ in saat.kumulatif()]
        isi.append([i, cetak(25 * saat.triwulan), *nyata])
    kosong = [""] * (len(periode) - 1)
    kepala = [["indikator*", "fisik.target", "fisik.realisasi", *kosong], ["", saat.sampai, *periode]]
    p.tabel("fisik", "Tabel 3.11", "Kemajuan Fisik per Indikator", kepala, isi, kepala="[ukuran, periode]")


def _layanan(p: Penulis, saat: Saat) -> None:
    bobot = list(LAYANAN.values())
    per_bulan = [bagi(n, bobot) for n in bulanan("hasil-layanan", saat.tahun)[: len(saat.bulan)]]
    kolom: list[Sequence[int]] = [[b[n] for b in per_bulan] for n in range(len(bobot))]
    isi = [[nama, *map(cetak, kolom[n]), cetak(sum(kolom[n]))] for n, nama in enumerate(LAYANAN)]
    jumlah = [sum(b) for b in per_bulan]
    isi += [["= indikator/hasil-layanan:realisasi", *map(cetak, jumlah), cetak(sum(jumlah))]]
    p.tabel(
        "layanan", "Tabel 3.12", "Hasil Layanan per Bulan", [["layanan*", *saat.bulan, saat.sampai]], isi,
        ukuran="hasil", kepala="[periode]",
    )  # fmt: skip
    lalu, kini = sum(bulanan("penerimaan", saat.tahun - 1)), int(realisasi("penerimaan", saat.tahun, saat.triwulan))
    dulu, baru = bagi(lalu, bobot, 1000), bagi(kini, [*bobot[:-1], bobot[-1]], 1000)
    isi = [[nama, cetak(dulu[n]), cetak(baru[n])] for n, nama in enumerate(LAYANAN)]
    isi += [["= Jumlah", cetak(lalu), cetak(kini)]]
    kepala = ["layanan*", f"pnbp.realisasi@{saat.tahun - 1}", "pnbp.realisasi"]
    p.tabel("pnbp", "Tabel 3.13", "Penerimaan menurut Layanan", [kepala], isi)


def _dasar(p: Penulis, saat: Saat) -> None:
    """Write the tables from which three indicators follow by their own formulas."""
    banyak = len(saat.bulan)
    bagian = order(saat.tahun)[:banyak]

    def sla(o: int, t: int) -> list[str]:
        return [cetak(o), cetak(t), cetak(Decimal(t) / o * 100, 2)]

    isi = [[b, *sla(*n)] for b, n in zip(saat.bulan, bagian, strict=True)]
    isi += [[f"= {saat.sampai}", *sla(sum(o for o, _ in bagian), sum(t for _, t in bagian))]]
    kepala = ["bulan*", "order", "order_tepat", "realisasi"]
    p.tabel("sla", "Tabel 3.14", "Ketepatan Waktu Layanan", [kepala], isi, hal="indikator/sla")

    def nps(a: int, b: int, c: int) -> list[str]:
        return [cetak(a), cetak(b), cetak(c), cetak(Decimal(a - c) / (a + b + c) * 100, 2)]

    suara = survei(saat.tahun)[: saat.triwulan]
    total = [sum(s) for s in zip(*suara, strict=True)]
    isi = [[f"tw{q}", *nps(*n)] for q, n in enumerate(suara, start=1)]
    if saat.triwulan > 1:
        isi += [[f"= {saat.sampai}", *nps(*total)]]
    kepala = ["triwulan*", "promotor", "pasif", "detraktor", "realisasi"]
    p.tabel("nps", "Tabel 3.15", "Hasil Survei Rekomendasi", [kepala], isi, hal="indikator/nps")

    def pobo(masuk: int, keluar: int) -> list[str]:
        return [cetak(masuk), cetak(keluar), cetak(Decimal(masuk) / keluar * 100, 2)]

    uang = operasi(saat.tahun)[: saat.triwulan]
    isi = [[f"tw{q}", *pobo(*n)] for q, n in enumerate(uang, start=1)]
    if saat.triwulan > 1:
        isi += [[f"= {saat.sampai}", *pobo(sum(m for m, _ in uang), sum(k for _, k in uang))]]
    kepala = ["triwulan*", "pendapatan", "biaya", "realisasi"]
    p.tabel("pobo", "Tabel 3.16", "Pendapatan dan Biaya Operasional", [kepala], isi, hal="indikator/pobo")


def _unsur(p: Penulis, saat: Saat) -> None:
    ikm = realisasi("ikm", saat.tahun, saat.triwulan)
    isi = [[u, cetak(ikm + Decimal(n - 4) / 50, 2)] for n, u in enumerate(UNSUR)]
    isi += [["= indikator/ikm:realisasi", cetak(ikm, 2)]]
    p.tabel(
        "unsur", "Tabel 3.17", "Nilai Kepuasan per Unsur", [["unsur*", "nilai"]], isi, jumlah="{nilai: rata-rata}",
    )  # fmt: skip


def _lalu(p: Penulis, saat: Saat) -> None:
    t = saat.tahun - 1
    isi = []
    for c in INDIKATOR.values():
        if c.id == "pnbp-naik":
            continue  # what is said of its growth rests on last year's report
        hasil = cetak(realisasi(c.id, t, 4), c.desimal)
        isi.append([c.id, target_cetak(c.id, t), hasil, f"{cetak(capaian(c.id, t, 4), 2)}%"])
    kepala = ["indikator*", f"target@{t}", f"realisasi@{t}", f"capaian@{t}"]
    p.tabel("lalu", "Tabel 3.18", f"Capaian Tahun {t}", [kepala], isi)
    if not saat.tahunan:
        kepala = ["indikator*", f"realisasi@{t}-{saat.sampai}", "realisasi"]
        isi = [[i, *(cetak(realisasi(i, x, saat.triwulan)) for x in (t, saat.tahun))] for i in TERKUMPUL]
        p.tabel("sebelum", "Tabel 3.21", f"Perbandingan dengan Periode yang Sama Tahun {t}", [kepala], isi)
    if saat.tahunan:
        naik = [c for c in INDIKATOR.values() if not c.akhir_tahun]
        isi = []
        for c in naik:
            dulu, kini = realisasi(c.id, t, 4), realisasi(c.id, saat.tahun, 4)
            isi.append([c.id, cetak(dulu, c.desimal), cetak(kini, c.desimal), cetak((kini - dulu) / dulu * 100, 2)])
        kepala = ["indikator*", f"realisasi@{t}", "realisasi", "pertumbuhan"]
        rumus = f'{{pertumbuhan: "(realisasi@{saat.tahun} - realisasi@{t}) / realisasi@{t} * 100"}}'
        p.tabel("banding", "Tabel 3.19", f"Perbandingan dengan Tahun {t}", [kepala], isi, rumus=rumus)


def _rekap(p: Penulis, saat: Saat) -> None:
    isi = []
    for id_, (nama, ind) in SASARAN.items():
        nilai = [capaian(c.id, saat.tahun, saat.triwulan) for c in ind if saat.tahunan or not c.akhir_tahun]
        isi.append([id_, nama, f"{cetak(bulat(sum(nilai, Decimal(0)) / len(nilai)), 2)}%"])
    p.tabel("rekap", "Tabel 3.20", "Rata-rata Capaian Sasaran", [["sasaran*", "nama", "capaian"]], isi)


def _lampiran(p: Penulis, saat: Saat) -> None:
    isi = []
    for c in INDIKATOR.values():
        hasil, persen = hasil_cetak(c.id, saat)
        hasil += f" {{diukur: {saat.tahun}}}" if c.id == "ipp" else ""
        isi.append([c.id, c.nama, c.satuan, target_cetak(c.id, saat.tahun), hasil, persen])
    kepala = ["indikator*", "nama", "satuan", "target", "realisasi", "capaian"]
    p.tabel("lampiran", "Lampiran 1", "Pengukuran Kinerja", [kepala], isi, jenis="lampiran", lengkap="ya")
