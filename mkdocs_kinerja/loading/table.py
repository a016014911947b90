"""One `tabel` entry: its grid, row by row, as observations with their quantities and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from .. import lokasi
from .. import periode as periode_
from ..angka import Notasi
from ..kosakata import normal
from ..laporan import SATKER, Amatan, Baris, Besaran, KolomTabel, Masalah, Tabel
from ..lokasi import Posisi, Sumber
from ..pengenal import Pengenal
from ..periode import Periode
from . import cell, columns, declared, figures, grid
from .grid import BarisKisi, GarisTeks, Sel
from .keys import PembacaKunci, is_reference
from .node import Node
from .yaml_events_bytes import read_text
from .yaml_events_document import Limits, Problem

_YA_TIDAK = frozenset({"", "ya", "tidak"})


class PembacaTabel:
    """Reads one table; what could not be understood collects in `masalah`.

    Args:
        node: The entry.
        pengenal: The names of the report.
        dokumen: Source document of the report.
        notasi: Notation of the report.
        jenis_ukuran: Gives the kind of number of a quantity.
    """

    def __init__(
        self, node: Node, pengenal: Pengenal, dokumen: str, notasi: Notasi, jenis_ukuran: Callable[[Besaran], str]
    ) -> None:
        self._node, self._pengenal, self._dokumen, self._jenis_ukuran = node, pengenal, dokumen, jenis_ukuran
        self.masalah: list[Masalah] = []
        self.id = node.text("id")
        self._notasi: Notasi = "en" if node.text("angka", notasi) == "en" else "id"
        self._hal = self._default_hal()
        self._konteks = figures.Konteks(
            self._notasi,
            cell.read_scale(node.text("skala", "Rp")) or 0,
            self.id,
            node.text("jenis", "rincian"),
            node.text("satuan_tercetak"),
        )
        self._berkas = node.berkas
        self._per_kolom: dict[int, list[Masalah]] = defaultdict(list)
        self._terlihat: dict[tuple[Besaran, int], Posisi] = {}

    def read(self) -> Tabel:
        """Return the table."""
        node = self._node
        dimensi = node.texts("kepala") or ("ukuran",)
        kisi = grid.read(self._lines(), len(dimensi))
        kolom, masalah = columns.read(kisi.kepala, dimensi, self._pengenal, node.text("ukuran"))
        for m in masalah:
            self._note("rujukan", self._at(m.sel), m.pesan, m.pesan_en, f"kepala/{m.sel.teks}")
        kunci = PembacaKunci(
            self._pengenal,
            kolom,
            Besaran(self._hal, "", node.text("kelompok"), self._default_periode(), node.text("versi")),
        )
        sumber = self._sources(kisi.isi)
        baris = tuple(
            self._row(n, b, kolom, kunci, s) for n, (b, s) in enumerate(zip(kisi.isi, sumber, strict=True), start=1)
        )
        self._check_columns(kolom, baris)
        return Tabel(
            id=self.id,
            jenis=self._konteks.jenis,
            judul=node.text("judul"),
            tempat=node.text("tempat"),
            kolom=kolom,
            baris=baris,
            posisi=node.posisi,
            hal=self._hal,
            lengkap=node.yes("lengkap"),
            menurut="" if (lengkap := node.text("lengkap")).lower() in _YA_TIDAK else lengkap,
            wajib=self._required(node.texts("wajib"), kolom),
            rumus=tuple(declared.formulas(node.get("rumus"), kolom, self._hal, self._pengenal, self._note)),
            jumlah=declared.totals(node.get("jumlah"), kolom, self._pengenal, self._note),
            kosong="lewati" if node.text("kosong") == "lewati" else "nol",
            potong=node.text("pembulatan") == "potong",
            urutan=node.texts("urutan"),
            catatan=node.text("catatan"),
            letak_judul=judul.posisi if (judul := node.get("judul")) else None,
        )

    def _required(self, nama: tuple[str, ...], kolom: tuple[KolomTabel, ...]) -> tuple[str, ...]:
        """Return the columns that `wajib` names; unknown ones are told and left out."""
        ada = {normal(k.label): k.label for k in kolom}
        for teks in (n for n in nama if normal(n) not in ada):
            galat = self._pengenal.unknown("Kolom", "column", teks, ada)
            self._note("rujukan", self._node.posisi_kunci("wajib"), galat.pesan, galat.pesan_en, f"wajib/{teks}")
        return tuple(ada[normal(n)] for n in nama if normal(n) in ada)

    def _lines(self) -> list[GarisTeks]:
        """Return the lines of the grid: from the report itself, or from the file beside it that `berkas` names."""
        isi, nama = self._node.get("isi"), self._node.text("berkas")
        if isi is not None or not nama or self._node.folder is None:
            return isi.grid_lines() if isi is not None else []
        self._berkas = f"{self._node.berkas.rpartition('/')[0]}/{nama}".lstrip("/")
        jalur = self._node.folder / nama
        if jalur.is_symlink():
            self._note(
                "skema", self._node.posisi_kunci("berkas"), f"{nama!r} adalah tautan; salin berkasnya.",
                f"{nama!r} is a link; copy the file.", "berkas",
            )  # fmt: skip
            return []
        teks = read_text(jalur, Limits())
        if isinstance(teks, Problem):
            letak = self._node.posisi_kunci("berkas")
            self._note("skema", letak, f"{nama}: {teks.pesan}", f"{nama}: {teks.pesan_en}", "berkas")
            return []
        return [GarisTeks(garis, n, 1) for n, garis in enumerate(teks.splitlines(), start=1)]

    # -- problems ------------------------------------------------------------------------------------------------

    def _note(self, kode: str, posisi: Posisi, pesan: str, pesan_en: str, jalur: str) -> None:
        self.masalah.append(
            Masalah(
                "skema" if kode == "skema" else "ganda" if kode == "ganda" else "rujukan",
                {"id": f"Tabel {self.id!r}: {pesan}", "en": f"Table {self.id!r}: {pesan_en}"},
                posisi,
                f"tabel/{self.id}/{jalur}",
            )
        )

    def _at(self, sel: Sel) -> Posisi:
        return Posisi(self._berkas, sel.baris, sel.kolom)

    # -- defaults of the table -----------------------------------------------------------------------------------

    def _default_hal(self) -> str:
        teks = self._node.text("hal", SATKER)
        hal = self._pengenal.hal(teks)
        if hal is None:
            galat = self._pengenal.unknown("Hal", "subject", teks, self._pengenal.hal_names())
            self._note("rujukan", self._node.posisi_kunci("hal"), galat.pesan, galat.pesan_en, "hal")
        return hal or SATKER

    def _default_periode(self) -> Periode | None:
        teks = self._node.text("periode")
        dibaca = periode_.read(teks, self._pengenal.periode.tahun) if teks else None
        if teks and dibaca is None:
            self._note(
                "skema", self._node.posisi_kunci("periode"),
                f"periode {teks!r} tidak dikenal. Tulis misalnya 2025, tw2, jun, atau sd-tw2.",
                f"the period {teks!r} is unknown. Write for example 2025, tw2, jun or sd-tw2.", "periode",
            )  # fmt: skip
        return dibaca

    def _sources(self, isi: tuple[BarisKisi, ...]) -> list[Sumber]:
        """Give each body row its place in the document."""
        teks = self._node.text("sumber")
        tempat = self._node.text("tempat") or self._node.text("judul")
        rentang = lokasi.read_rentang(teks) if teks else lokasi.Rentang()
        if rentang is None:
            self._note(
                "skema", self._node.posisi_kunci("sumber"),
                f"sumber {teks!r} tidak dapat dibaca. Tulis nomor baris seperti `308-314, 318`, atau `hal. 12`.",
                f"the source {teks!r} cannot be read. Write line numbers like `308-314, 318`, or `hal. 12`.", "sumber",
            )  # fmt: skip
            rentang = lokasi.Rentang()
        nomor = list(rentang.baris)
        tanpa = sum(b.sumber is None for b in isi)
        if isi and nomor and len(nomor) not in {len(isi), tanpa}:
            self._note(
                "skema", self._node.posisi_kunci("sumber"),
                f"sumber menyebut {len(nomor)} baris dokumen, padahal tabel berisi {len(isi)} baris. "
                "Samakan jumlahnya, atau tulis `@nomor` di awal baris tabel.",
                f"the source names {len(nomor)} document lines, but the table has {len(isi)} rows. "
                "Make them equal, or write `@line` at the start of a row.", "sumber",
            )  # fmt: skip
            return [Sumber(self._dokumen, (nomor[0], nomor[-1]), None, tempat) for _ in isi]
        antre = iter(nomor)
        hasil = []
        for b in isi:
            baris = next(antre, None) if len(nomor) == len(isi) or b.sumber is None else None
            baris = b.sumber or baris
            hasil.append(Sumber(self._dokumen, (baris, baris) if baris else None, rentang.halaman, tempat))
        return hasil

    # -- rows ----------------------------------------------------------------------------------------------------

    def _row(
        self, nomor: int, b: BarisKisi, kolom: tuple[KolomTabel, ...], kunci: PembacaKunci, sumber: Sumber
    ) -> Baris:
        sel = b.sel
        rusak = len(sel) != len(kolom) and not (b.terputus and len(sel) < len(kolom))
        if rusak:
            self._note(
                "skema", self._at(b.awal),
                f"baris {b.awal.teks!r} berisi {len(sel)} sel, padahal judul tabel {len(kolom)} kolom. "
                "Tambahkan atau hapus pemisah `|`; sel yang tidak ada dalam dokumen ditulis `~`.",
                f"row {b.awal.teks!r} has {len(sel)} cells, but the header has {len(kolom)} columns. "
                "Add or remove a `|`; a cell that the document does not have is written `~`.",
                f"baris/{b.awal.teks}",
            )  # fmt: skip
        pemilik, galat = kunci.owners(b)
        for salah, g in galat:
            self._note("rujukan", self._at(salah), g.pesan, g.pesan_en, f"kunci/{salah.teks}")
        label, sebutan = self._labels(sel, kolom, pemilik)
        terakhir = pemilik[-1] if pemilik else None
        hal = terakhir.hal if terakhir else ""
        tercetak = {h: t for h, t, _ in sebutan}
        nama = self._name(b, hal, tercetak, kunci.tercetak)
        satuan = label["satuan"][0] if "satuan" in label else ""
        isi: list[Amatan | None] = [None] * len(kolom)
        for n, k in enumerate(kolom):
            besaran = self._quantity(k, pemilik[n]) if k.jenis == "nilai" and not rusak and n < len(sel) else None
            if besaran is None:
                continue
            jenis = self._jenis_ukuran(besaran)
            # Columns left of the last key belong to another hal than the row as a whole.
            milik = nama if besaran.hal == hal else self._name(b, besaran.hal, tercetak, kunci.tercetak)
            amatan = figures.observe(
                sel[n].teks, besaran, jenis, self._konteks, self._at(sel[n]), sumber, milik, satuan
            )
            isi[n] = amatan
            if amatan is not None:
                self._check_cell(amatan, jenis, n, b.total)
        return Baris(
            nomor, b.tingkat, b.total, hal, nama, self._at(b.awal), sumber, tuple(isi), label, tuple(sebutan), rusak
        )

    def _labels(
        self, sel: tuple[Sel, ...], kolom: tuple[KolomTabel, ...], pemilik: list[Besaran | None]
    ) -> tuple[dict[str, tuple[str, Posisi]], list[tuple[str, str, Posisi]]]:
        label: dict[str, tuple[str, Posisi]] = {}
        sebutan: list[tuple[str, str, Posisi]] = []
        for n, (k, s) in enumerate(zip(kolom, sel, strict=False)):
            if k.jenis not in {"label", "abaikan"} or s.teks == cell.TIDAK_ADA:
                continue
            label[k.label] = (s.teks, self._at(s))
            milik = pemilik[n]
            if k.label == "nama" and s.teks and milik is not None:
                sebutan.append((milik.hal, s.teks, self._at(s)))
        return label, sebutan

    def _name(self, b: BarisKisi, hal: str, tercetak: dict[str, str], kunci: dict[str, str]) -> str:
        """Return how a reader calls the row: its printed name, else the name of its hal, else the printed key.

        The total of a table about the whole office bears the office's name and its own label.
        """
        if hal in tercetak:
            return tercetak[hal]
        dikenal = self._pengenal.nama.get(hal)
        if b.total and hal == SATKER:
            label = b.awal.teks
            periode = periode_.read(label, self._pengenal.periode.tahun) if label else None
            return (
                f"{dikenal or 'Jumlah'} ({label})"
                if label and not is_reference(label) and not periode
                else dikenal or label
            )
        return dikenal or kunci.get(hal) or hal.partition("/")[2] or hal

    def _quantity(self, k: KolomTabel, pemilik: Besaran | None) -> Besaran | None:
        if pemilik is None:
            return None
        # The label of a total may say which measure the sum is: services add up to the indicator's result.
        nama = pemilik.ukuran or (k.ukuran.id if k.ukuran else "")
        ukuran = self._pengenal.kosakata.ukuran.get(nama)
        if ukuran is None:
            return None
        periode = k.periode or pemilik.periode or self._pengenal.default_periode(ukuran)
        bawaan = self._pengenal.default_versi(ukuran, periode)
        versi = (k.versi or pemilik.versi or bawaan) if ukuran.berversi else ""
        return Besaran(k.hal or pemilik.hal, ukuran.id, k.kelompok or pemilik.kelompok, periode, versi)

    def _check_cell(self, amatan: Amatan, jenis: str, kolom: int, total: bool) -> None:
        masalah = figures.problem(amatan, self._notasi, jenis)
        if masalah:
            self._per_kolom[kolom].append(masalah)
        if total:
            return
        lama = self._terlihat.setdefault((amatan.besaran, kolom), amatan.posisi)
        if lama != amatan.posisi:
            self._note(
                "ganda", amatan.posisi,
                f"{amatan.nama!r} sudah ada pada baris {lama.baris}; setiap baris harus memiliki kunci sendiri.",
                f"{amatan.nama!r} already stands in line {lama.baris}; each row needs a key of its own.",
                f"ganda/{amatan.besaran.teks()}",
            )  # fmt: skip

    def _check_columns(self, kolom: tuple[KolomTabel, ...], baris: tuple[Baris, ...]) -> None:
        for n, k in enumerate(kolom):
            self.masalah.extend(figures.together(self._per_kolom[n], k.label))
            isi = [a for b in baris if (a := b.sel[n]) is not None]
            self.masalah.extend(figures.doubtful([(a, self._jenis_ukuran(a.besaran)) for a in isi]))
