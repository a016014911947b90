"""One report file: its parts read in order and put together as a `Laporan`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from .. import rumus
from ..angka import Notasi
from ..laporan import SATKER, Besaran, Kaitan, Kendala, Laporan, Masalah, Rujukan, Sasaran, Satker, Tabel, Tanggapan
from ..lokasi import Posisi, Sumber, read_rentang
from ..pengenal import BesaranError, Pengenal, suggest
from ..periode import Periode
from ..rumus import Rujuk
from . import achievement
from .node import Node
from .registry import Registri, read_measures
from .statements import PembacaProsa, kind_of_kendala
from .table import PembacaTabel
from .yaml_events import Document, Jalur, Problem

_RANGKA_TABEL = frozenset({"id", "isi", "kepala", "ukuran", "hal", "skala", "angka", "periode", "versi", "kosong"})
"""Members of a table without which its grid would be misread; if one is wrong, the table is left out."""


def unusable(problems: Iterable[Problem]) -> frozenset[Jalur]:
    """Return the paths to leave out because validation refused them."""
    hasil = set()
    for p in problems:
        jalur = tuple(p.jalur)
        if len(jalur) >= 2 and jalur[0] == "tabel" and (len(jalur) < 3 or len(jalur) > 3 or jalur[2] in _RANGKA_TABEL):
            jalur = jalur[:2]
        hasil.add(jalur)
    return frozenset(hasil)


def from_problems(problems: Iterable[Problem], berkas: str) -> list[Masalah]:
    """Return what reading and validation found, as problems of the report."""
    return [
        Masalah(
            "ganda" if p.kode == "ganda" else "skema",
            {"id": p.pesan, "en": p.pesan_en},
            Posisi(berkas, p.baris, p.kolom),
            "/".join(map(str, p.jalur)) or p.kode,
        )
        for p in problems
    ]


def read_report(
    node: Node, satker: Satker, id_: str, periode: Periode, registri: Registri, masalah: Iterable[Masalah] = ()
) -> Laporan:
    """Return the report that stands at `node`.

    Args:
        node: The root of the file, or the example of a rule.
        satker: Whose report it is.
        id_: Year and period as in the file name, `2025-tw2`.
        periode: The same, as a period.
        registri: Indicators and measures.
        masalah: What reading and validation found before.
    """
    return _Pembaca(node, satker, id_, periode, registri, list(masalah)).read()


class _Pembaca:
    """Holds the names and problems of one report while its parts are read."""

    def __init__(
        self, node: Node, satker: Satker, id_: str, periode: Periode, registri: Registri, masalah: list[Masalah]
    ) -> None:
        self._node, self._satker, self._id, self._periode, self._registri = node, satker, id_, periode, registri
        self._masalah = masalah
        # A report without the section `laporan` is read as if it were there and empty.
        self._kepala = node.get("laporan") or Node(Document(None, ()), node.berkas)
        versi = self._kepala.get("versi")
        self._versi = dict(sorted(((k, v.teks) for k, v in versi.items()), key=lambda kv: kv[1])) if versi else {}
        self._sasaran = tuple(self._read_sasaran())
        kosakata = registri.kosakata.extend(read_measures(node.get("ukuran")))
        self._pengenal = Pengenal(
            registri.indikator,
            dict(self._read_names()),
            self._sasaran,
            kosakata,
            periode,
            self._versi,
            registri.satker.values(),
        )
        self._pengenal.nama.setdefault(SATKER, satker.label)

    def read(self) -> Laporan:
        kepala, node = self._kepala, self._node
        notasi: Notasi = "en" if kepala.text("angka") == "en" else "id"
        self._check_identity()
        dokumen = kepala.text("dokumen")
        kerangka = Laporan(
            satker=self._satker,
            id=self._id,
            periode=self._periode,
            tahunan=self._periode.bulan == 12,
            berkas=node.berkas,
            judul=kepala.text("judul"),
            dokumen=dokumen,
            tanggal=kepala.text("tanggal"),
            sumber=_source(kepala, dokumen),
            letak=self._places(),
            notasi=notasi,
            versi=self._versi,
            versi_tertulis={k: v.teks for k, v in tertulis.items()} if (tertulis := kepala.get("versi")) else {},
            sasaran=self._sasaran,
            nama_hal=self._pengenal.nama,
            kosakata=self._pengenal.kosakata,
            indikator=self._registri.indikator,
            posisi=node.posisi,
            unit=tuple(u for _, u in sorted(self._registri.satker.items())),
            pengenal=self._pengenal,
            capaian=achievement.read(kepala.get("capaian"), self._registri.indikator, self._note),
            revisi_pk=kepala.text("revisi_pk"),
        )
        tabel = tuple(self._tables(dokumen, notasi, kerangka))
        prosa = PembacaProsa(self._pengenal, dokumen, notasi, kerangka.jenis_ukuran)
        kendala, pernyataan = prosa.kendala(node.get("kendala")), prosa.pernyataan(node.get("pernyataan"))
        label, peristiwa = prosa.label(node.get("label")), prosa.peristiwa(node.get("peristiwa"))
        self._masalah += kendala.masalah + pernyataan.masalah + label.masalah + peristiwa.masalah
        laporan = replace(
            kerangka,
            tabel=tabel,
            pernyataan=tuple(pernyataan.amatan),
            simpulan=tuple(pernyataan.simpulan),
            kendala=tuple(kendala.kendala) + tuple(prosa_tabel(tabel)),
            rujukan=tuple(self._cross_references(dokumen)),
            label=tuple(label.label),
            peristiwa=tuple(peristiwa.peristiwa),
            tanggapan=tuple(self._replies()),
        )
        kaitan = tuple(self._relations(laporan))
        return replace(
            laporan,
            kaitan=kaitan,
            masalah=tuple(self._masalah),
        )

    def _note(self, kode: str, posisi: Posisi, pesan: str, pesan_en: str, jalur: str) -> None:
        self._masalah.append(
            Masalah("skema" if kode == "skema" else "ganda" if kode == "ganda" else "rujukan",
                    {"id": pesan, "en": pesan_en}, posisi, jalur)
        )  # fmt: skip

    def _check_identity(self) -> None:
        """The file name decides; what the file says about itself must not differ."""
        nyata = {"tahun": str(self._periode.tahun), "periode": self._id.partition("-")[2],
                 "jenis": "tahunan" if self._periode.bulan == 12 else "triwulanan"}  # fmt: skip
        for kunci, seharusnya in nyata.items():
            tertulis = self._kepala.text(kunci)
            if tertulis and tertulis.lower() != seharusnya:
                self._note(
                    "skema", self._kepala.posisi_kunci(kunci),
                    f"Isi `{kunci}: {tertulis}` berbeda dari nama berkas ({self._id}). Ubah salah satunya.",
                    f"`{kunci}: {tertulis}` differs from the file name ({self._id}). Change one of them.",
                    f"laporan/{kunci}",
                )  # fmt: skip

    def _read_sasaran(self) -> Iterable[Sasaran]:
        bagian = self._kepala.get("sasaran")
        for kunci, isi in bagian.items() if bagian else ():
            indikator = isi.texts("indikator")
            for nama in indikator:
                if nama not in self._registri.indikator:
                    dekat = get_close_matches(nama, sorted(self._registri.indikator), n=1)
                    tanya = f" Maksud Anda {dekat[0]!r}?" if dekat else " Tambahkan ke data/indikator.yml."
                    ask = f" Did you mean {dekat[0]!r}?" if dekat else " Add it to data/indikator.yml."
                    self._note(
                        "rujukan", isi.posisi_kunci("indikator"), f"Indikator {nama!r} tidak dikenal.{tanya}",
                        f"Unknown indicator {nama!r}.{ask}", f"sasaran/{kunci}/{nama}",
                    )  # fmt: skip
            yield Sasaran(kunci, isi.text("kode", kunci.upper()), isi.text("nama", kunci), indikator, isi.posisi)

    def _read_names(self) -> Iterable[tuple[str, tuple[str, tuple[str, ...]]]]:
        bagian = self._node.get("hal")
        for kelas, isi in bagian.items() if bagian else ():
            for kunci, nama in isi.items():
                if nama.is_mapping:
                    yield f"{kelas}/{kunci}", (nama.text("nama", kunci), nama.texts("alias"))
                else:
                    yield f"{kelas}/{kunci}", (nama.teks.strip(), ())

    def _tables(self, dokumen: str, notasi: Notasi, kerangka: Laporan) -> Iterable[Tabel]:
        terlihat: dict[str, Posisi] = {}
        lengkap: list[tuple[str, Node]] = []
        for node in self._node.get("tabel") or ():
            if not node.is_mapping:
                continue
            pembaca = PembacaTabel(node, self._pengenal, dokumen, notasi, kerangka.jenis_ukuran)
            tabel = pembaca.read()
            self._masalah += pembaca.masalah
            if tabel.id in terlihat:
                self._note(
                    "ganda", tabel.posisi,
                    f"Id tabel {tabel.id!r} sudah dipakai pada baris {terlihat[tabel.id].baris}. Beri id lain.",
                    f"The table id {tabel.id!r} is already used in line {terlihat[tabel.id].baris}. Choose another.",
                    f"tabel/{tabel.id}",
                )  # fmt: skip
                continue
            terlihat[tabel.id] = tabel.posisi
            if tabel.menurut:
                lengkap.append((tabel.menurut, node))
            # Later tables often print a code alone; its name is the one the first table prints beside it.
            for hal, nama, _ in (s for b in tabel.baris for s in b.sebutan):
                self._pengenal.nama.setdefault(hal, nama)
            yield tabel
        for id_, node in (x for x in lengkap if x[0] not in terlihat):
            dekat = suggest(id_, terlihat)
            self._note(
                "rujukan", node.posisi_kunci("lengkap"),
                f"`lengkap` berisi {id_!r}, padahal tabel itu tidak ada."
                f"{f' Maksud Anda {dekat!r}?' if dekat else ''} Tulis `ya`, atau id tabel yang semestinya termuat.",
                f"`lengkap` says {id_!r}, but there is no table of that id."
                f"{f' Did you mean {dekat!r}?' if dekat else ''} Write `ya`, or the id of the table it ought to hold.",
                f"tabel/{node.text('id')}/lengkap",
            )  # fmt: skip

    def _relations(self, laporan: Laporan) -> Iterable[Kaitan]:
        ada: dict[Besaran, None] = dict.fromkeys(a.besaran for a in laporan.amatan())
        for node in self._node.get("kaitan") or ():
            nama, sama = node.text("nama"), node.texts("sama")
            teks_hasil = node.text("hasil") or (sama[0] if sama else "")
            teks_rumus = node.text("rumus") or (sama[1] if len(sama) > 1 else "")
            try:
                hasil = self._pengenal.besaran(teks_hasil, "satker")
                simpul = rumus.read(teks_rumus) if not sama else Rujuk(teks_rumus)
                perlu = [hasil, *(self._pengenal.besaran(n, hasil.hal, bawaan=hasil) for n in rumus.names(simpul))]
            except (BesaranError, rumus.RumusError) as galat:
                self._note(
                    "rujukan",
                    node.posisi,
                    f"Kaitan {nama!r}: {galat.pesan}",
                    f"Relation {nama!r}: {galat.pesan_en}",
                    f"kaitan/{nama}",
                )
                continue
            hilang = [b for b in perlu if b not in ada]
            if hilang:
                self._missing(node, nama, hilang[0], ada, laporan.tahun)
                continue
            yield Kaitan(nama, hasil, simpul, teks_rumus, node.text("dasar"), node.posisi)

    def _missing(self, node: Node, nama: str, besaran: Besaran, ada: Mapping[Besaran, None], tahun: int) -> None:
        teks = besaran.teks(tahun)
        dekat = get_close_matches(teks, sorted({b.teks(tahun) for b in ada}), n=1, cutoff=0.5)
        tanya, ask = (f" Yang terdekat: {dekat[0]}.", f" The nearest is {dekat[0]}.") if dekat else ("", "")
        self._note(
            "rujukan", node.posisi,
            f"Kaitan {nama!r}: {teks} tidak tercantum di tabel atau pernyataan mana pun.{tanya}",
            f"Relation {nama!r}: {teks} stands in no table or statement.{ask}", f"kaitan/{nama}/{teks}",
        )  # fmt: skip

    def _places(self) -> Mapping[str, Posisi]:
        versi = self._kepala.get("versi")
        hasil = {f"versi/{k}": v.posisi for k, v in versi.items()} if versi else {}
        return hasil | {k: node.posisi for k in ("judul", "tanggal") if (node := self._kepala.get(k))}

    def _cross_references(self, dokumen: str) -> Iterable[Rujukan]:
        for node in self._node.get("rujukan") or ():
            yield Rujukan(node.text("tertulis"), node.text("maksud"), node.posisi, _source(node, dokumen))

    def _replies(self) -> Iterable[Tanggapan]:
        for node in self._node.get("tanggapan") or ():
            temuan, isi = node.text("temuan"), node.text("isi")
            # Where one of them is not as the schema wants it, that has been told.
            if temuan and isi:
                yield Tanggapan(temuan, isi, node.text("oleh"), node.text("tanggal"), node.posisi)


def _source(node: Node, dokumen: str) -> Sumber:
    rentang = read_rentang(node.text("sumber")) if node.text("sumber") else None
    baris = (rentang.baris[0], rentang.baris[-1]) if rentang and rentang.baris else None
    return Sumber(dokumen, baris, rentang.halaman if rentang else None)


def prosa_tabel(tabel: Iterable[Tabel]) -> Iterable[Kendala]:
    """Return the obstacles that stand in table columns `kendala` and `tindak lanjut`."""
    for t in tabel:
        for b in t.baris:
            if "kendala" not in b.label or not b.hal:
                continue
            teks, posisi = b.label["kendala"]
            lanjut = b.label.get("tindak lanjut")
            yield Kendala(b.hal, teks, kind_of_kendala(teks), lanjut[0] if lanjut else None, posisi, b.sumber)
