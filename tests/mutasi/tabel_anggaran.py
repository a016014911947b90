"""The tables about money: budget tree, revisions, spending, progress, volumes, kinds of spending, sources, staff."""

from __future__ import annotations

from decimal import Decimal

from anggaran_sintetis import BLOKIR, KRO, PROGRAM, Anggaran, komponen, ro
from cetak import Penulis, bagi, bulat, cetak, persen
from saat import Saat

BELANJA = {"pegawai": 62, "barang": 26, "modal": 12}
GOLONGAN = (("iv", 14, 0), ("iii", 41, 3), ("ii", 12, 5), ("i", 1, 0))


def tulis_anggaran(p: Penulis, saat: Saat, a: Anggaran) -> None:
    """Write all tables about money, and the one about staff."""
    _pohon(p, saat, a)
    _revisi(p, a)
    _kro(p, a)
    _kemajuan(p, a)
    _ro(p, a)
    _luaran(p, a)
    _bulanan(p, saat, a)
    _belanja(p, a)
    _dana(p, a)
    isi = [[g, cetak(pns), cetak(pppk)] for g, pns, pppk in GOLONGAN]
    isi += [["= Jumlah", *(cetak(sum(g[n] for g in GOLONGAN)) for n in (1, 2))]]
    p.tabel(
        "pegawai", "Tabel 1.1", "Pegawai menurut Golongan", [["golongan*", "pns", "pppk"]], isi,
        ukuran="pegawai", kepala="[kelompok]",
    )  # fmt: skip


def _pohon(p: Penulis, saat: Saat, a: Anggaran) -> None:
    isi = []
    for program, (nama, kegiatan, nama_kegiatan) in PROGRAM.items():
        jumlah = cetak(a.pagu(kegiatan))
        isi += [[program, nama, jumlah], [f"> {kegiatan}", nama_kegiatan, jumlah]]
        for kro, (nama_kro, keluaran) in KRO.items():
            if not kro.startswith(kegiatan):
                continue
            isi += [[f">> {kro}", nama_kro, cetak(a.pagu(kro))]]
            for r in keluaran:
                kode = f"{kro}.{r.kode}"
                isi += [[f">>> {kode}", r.nama, cetak(a.pagu(kode))]]
                bagian = [k for k in komponen() if k.startswith(f"{kode}.")]
                isi += [[f">>>> {k}", komponen()[k], cetak(a.komponen(k))] for k in bagian]
    isi += [["= Jumlah", "", cetak(a.pagu())]]
    kepala = ["program>kegiatan>kro>ro>komponen*", "nama", "pagu"]
    p.tabel("anggaran", "Tabel 2.4", f"Rincian Anggaran Tahun {saat.tahun}", [kepala], isi, lengkap="ya")


def _revisi(p: Penulis, a: Anggaran) -> None:
    isi = [[v, cetak(a.pagu(versi=v))] for v in a.versi]
    p.tabel("dipa", "Tabel 2.5", "Perkembangan DIPA", [["versi*", "pagu"]], isi)
    ribu = [[kro, nama, *(cetak(a.pagu(kro, v) // 1000) for v in a.versi)] for kro, (nama, _) in KRO.items()]
    ribu += [["= Jumlah", "", *(cetak(a.pagu(versi=v) // 1000) for v in a.versi)]]
    kepala = [["kro*", "nama", "pagu", *[""] * (len(a.versi) - 1)], ["", "", *a.versi]]
    p.tabel(
        "revisi", "Tabel 2.6", "Pagu KRO menurut Revisi", kepala, ribu, kepala="[ukuran, versi]", skala="Rp ribu",
    )  # fmt: skip


def _kro(p: Penulis, a: Anggaran) -> None:
    def baris(label: str, nama: str, pagu: int, blokir: int, belanja: int) -> list[str]:
        uang = [pagu, blokir, pagu - blokir, belanja]
        return [label, nama, *map(cetak, uang), persen(belanja, pagu), persen(belanja, pagu - blokir)]

    isi = [baris(k, nama, a.pagu(k), a.blokir(k), a.belanja(k)) for k, (nama, _) in KRO.items()]
    isi[-1][3] = "-"
    isi += [baris("= Jumlah", "", a.pagu(), sum(map(a.blokir, BLOKIR)), a.belanja())]
    kepala = ["kro*", "nama", "pagu", "blokir", "pagu_efektif", "realisasi_anggaran", "serapan", "serapan_efektif"]
    rumus = "{serapan: realisasi_anggaran / pagu * 100, serapan_efektif: realisasi_anggaran / pagu_efektif * 100}"
    p.tabel("kro", "Tabel 4.1", "Realisasi Anggaran menurut KRO", [kepala], isi, rumus=rumus, lengkap="revisi")


def _kemajuan(p: Penulis, a: Anggaran) -> None:
    """Write plan and progress; the totals are means weighted by the ceilings."""
    nilai = {k: [a.rencana(k), a.serapan(k), *a.fisik(k)] for k in KRO}
    isi = [[k, cetak(a.pagu(k)), *(cetak(n, 2) for n in isi)] for k, isi in nilai.items()]
    rata = [bulat(sum(Decimal(a.pagu(k)) * nilai[k][n] for k in KRO) / a.pagu()) for n in range(4)]
    # The absorption of the whole office is printed from its own amounts.
    rata[1] = a.serapan()
    isi += [["= Jumlah", cetak(a.pagu()), *(cetak(n, 2) for n in rata)]]
    kepala = ["kro*", "pagu", "target_keuangan", "serapan", "fisik.target", "fisik.realisasi"]
    jumlah = ", ".join(f"{k}: {{tertimbang: pagu}}" for k in kepala[2:])
    p.tabel("kemajuan", "Tabel 4.2", "Kemajuan Keuangan dan Fisik", [kepala], isi, jumlah=f"{{{jumlah}}}")


def _ro(p: Penulis, a: Anggaran) -> None:
    isi = []
    for kode, r in ro().items():
        hasil, pagu, belanja = a.volume(kode), a.pagu(kode), a.belanja_ro(kode)
        volume = [cetak(r.volume), cetak(hasil), r.satuan, cetak(Decimal(hasil) / r.volume * 100, 2)]
        isi.append([kode, r.nama, *volume, cetak(pagu), cetak(belanja), persen(belanja, pagu)])
    kepala = [
        "ro*",
        "nama",
        "volume.target",
        "volume.realisasi",
        "satuan",
        "progres",
        "pagu",
        "realisasi_anggaran",
        "serapan",
    ]
    rumus = "{progres: volume.realisasi / volume.target * 100, serapan: realisasi_anggaran / pagu * 100}"
    p.tabel("ro", "Tabel 4.3", "Keluaran dan Anggaran menurut RO", [kepala], isi, rumus=rumus, wajib="[satuan]")


def _luaran(p: Penulis, a: Anggaran) -> None:
    """Write the volumes once more, and progress of KRO and RO."""
    isi = [[kode, cetak(r.volume), cetak(a.volume(kode)), r.satuan] for kode, r in ro().items()]
    kepala = ["ro*", "volume.target", "volume.realisasi", "satuan"]
    p.tabel("luaran", "Lampiran 4", "Volume Keluaran", [kepala], isi, lengkap="ro")
    isi = []
    for kro in KRO:
        nilai = {
            kode: Decimal(a.volume(kode)) / r.volume * 100 for kode, r in ro().items() if kode.startswith(f"{kro}.")
        }
        isi += [[kro, cetak(sum(nilai.values(), Decimal(0)) / len(nilai), 2)]]
        isi += [[f"> {kode}", cetak(n, 2)] for kode, n in nilai.items()]
    p.tabel("progres", "Lampiran 5", "Kemajuan KRO dan Keluarannya", [["kro>ro*", "progres"]], isi)


def _bulanan(p: Penulis, saat: Saat, a: Anggaran) -> None:
    isi = [[b, cetak(n)] for b, n in zip(saat.bulan, a.bulanan(), strict=True)]
    isi += [[f"= {saat.sampai}", cetak(a.belanja())]]
    p.tabel("belanja-bulanan", "Tabel 4.4", "Belanja per Bulan", [["bulan*", "realisasi_anggaran"]], isi)


def _belanja(p: Penulis, a: Anggaran) -> None:
    pagu, belanja = (bagi(n, list(BELANJA.values()), 1000) for n in (a.pagu(), a.belanja()))
    baris = [*zip(BELANJA, pagu, belanja, strict=True), ("= Jumlah", a.pagu(), a.belanja())]
    isi = [[nama, cetak(x), cetak(y), persen(y, x)] for nama, x, y in baris]
    kepala = ["belanja*", "pagu", "realisasi_anggaran", "serapan"]
    rumus = "{serapan: realisasi_anggaran / pagu * 100}"
    p.tabel("belanja", "Tabel 4.5", "Anggaran menurut Jenis Belanja", [kepala], isi, rumus=rumus)


def _dana(p: Penulis, a: Anggaran) -> None:
    murni, pnbp = bagi(a.pagu(), [83, 17], 1000)
    isi = [["Rupiah Murni", cetak(murni)], ["PNBP", cetak(pnbp)]]
    p.tabel("dana", "Tabel 4.6", "Sumber Dana", [["dana*", "pagu"]], isi)
