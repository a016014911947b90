"""Numbers as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_kinerja import angka
from mkdocs_kinerja.angka import Keadaan


@pytest.mark.parametrize(
    ("teks", "notasi", "nilai", "desimal", "satuan"),
    [
        ("3,893", "id", "3.893", 3, ""),
        ("Indeks 3,86", "id", "3.86", 2, "Indeks"),
        (
            "650 Perusahaan Industri/ Pelaku Usaha/ Instansi",
            "id",
            "650",
            0,
            "Perusahaan Industri/ Pelaku Usaha/ Instansi",
        ),
        ("Rp 1.000.000,-", "id", "1000000", 0, "Rp"),
        ("Rp. 2.803.721.000,-", "id", "2803721000", 0, "Rp"),
        ("100,9%", "id", "100.9", 1, "%"),
        ("(1.000)", "id", "-1000", 0, ""),
        ("-44,25%", "id", "-44.25", 2, "%"),
        ("\u221244,25", "id", "-44.25", 2, ""),
        ("96,50 Persen", "id", "96.50", 2, "Persen"),
        ("ke-5", "id", "5", 0, "ke"),
        ("Rp -5", "id", "-5", 0, "Rp"),
        (".49 pelanggan", "id", "49", 0, "pelanggan"),
        ("22,025,000", "en", "22025000", 0, ""),
        ("64.83%", "en", "64.83", 2, "%"),
        ("1.995", "id", "1995", 0, ""),
        ("1.995", "en", "1.995", 3, ""),
        ("0", "id", "0", 0, ""),
        ("000", "id", "0", 0, ""),
    ],
)
def test_reads_numbers_as_printed(teks: str, notasi: angka.Notasi, nilai: str, desimal: int, satuan: str) -> None:
    a = angka.read(teks, notasi)
    assert (a.keadaan, a.nilai, a.desimal, a.satuan) == (Keadaan.ANGKA, Decimal(nilai), desimal, satuan)
    assert a.teks == teks


@pytest.mark.parametrize(
    ("teks", "keadaan"),
    [
        ("", Keadaan.KOSONG), ("  ", Keadaan.KOSONG), ("-", Keadaan.STRIP), ("\u2013", Keadaan.STRIP),
        ("N/A", Keadaan.TIDAK_BERLAKU), ("#DIV/0!", Keadaan.GALAT_LEMBAR), ("#VALUE!", Keadaan.GALAT_LEMBAR),
        ("belum tersedia", Keadaan.BELUM_TERSEDIA), ("Belum dinilai oleh Itjen", Keadaan.BELUM_TERSEDIA),
        ("B-", Keadaan.HURUF), ("AA", Keadaan.HURUF), ("?", Keadaan.TAK_TERBACA), ("1.234.56", Keadaan.TAK_TERBACA),
        ("1,2,3", Keadaan.TAK_TERBACA), ("berhasil", Keadaan.TEKS),
    ],
)  # fmt: skip
def test_knows_what_is_no_number(teks: str, keadaan: Keadaan) -> None:
    a = angka.read(teks)
    assert (a.keadaan, a.nilai) == (keadaan, None)


def test_scale_words_and_table_scale() -> None:
    assert angka.read("Rp 2,4 miliar").penuh == Decimal("2400000000")
    assert angka.read("25.431", "id", 3).penuh == Decimal("25431000")
    assert angka.read("Rp 5 juta", "id", 3).skala == 6


def test_ranges_keep_both_bounds() -> None:
    assert angka.read("70..80").batas == (Decimal(70), Decimal(80))
    assert angka.read("\u2265 90").batas == (Decimal(90), None)
    assert angka.read("< 5%").batas == (None, Decimal(5))


def test_a_number_of_the_other_notation_is_read_and_says_so() -> None:
    a = angka.read("73.30", "id")
    assert (a.nilai, a.notasi) == (Decimal("73.30"), "en")
    assert angka.read("1.995", "id").ragu
    assert not angka.read("1.995.000", "id").ragu
    assert not angka.read("12,5", "id").ragu


def test_interval_is_half_a_unit_of_the_last_printed_place() -> None:
    s = angka.read("73,48").selang()
    assert (s.bawah, s.atas) == (Decimal("73.475"), Decimal("73.485"))
    ribuan = angka.read("25.431", "id", 3).selang()
    assert (ribuan.bawah, ribuan.atas) == (Decimal("25430500"), Decimal("25431500"))
    potong = angka.read("-73,48").selang(potong=True)
    assert (potong.bawah, potong.atas) == (Decimal("-73.49"), Decimal("-73.48"))
    assert angka.read("453").selang(tepat=True).bawah == 453


def test_interval_of_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="strip"):
        angka.read("-").selang()


@given(st.integers(0, 10**15), st.integers(0, 4), st.sampled_from(["id", "en"]))
def test_what_is_written_is_what_is_read(bulat: int, desimal: int, notasi: angka.Notasi) -> None:
    """Whatever is written with all its separators in a notation is read back exactly, with its decimals."""
    nilai = Decimal(bulat).scaleb(-desimal)
    inggris = f"{nilai:,.{desimal}f}"
    teks = inggris if notasi == "en" else inggris.translate(str.maketrans(",.", ".,"))
    a = angka.read(teks, notasi)
    assert (a.nilai, a.desimal, a.notasi) == (nilai, desimal, notasi)


@given(st.text(max_size=40), st.sampled_from(["id", "en"]))
def test_any_text_is_read_without_failing_and_kept(teks: str, notasi: angka.Notasi) -> None:
    a = angka.read(teks, notasi)
    assert a.teks == teks
    assert (a.nilai is not None) == (a.keadaan in {Keadaan.ANGKA, Keadaan.RENTANG})


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=6), st.integers(0, 3))
def test_a_value_lies_in_the_interval_of_its_rounded_print(nilai: Decimal, desimal: int) -> None:
    cetak = nilai.quantize(Decimal(1).scaleb(-desimal), rounding="ROUND_HALF_UP")
    s = angka.read(f"{cetak:f}".replace(".", ","), "id").selang()
    assert s.bawah <= nilai <= s.atas


@pytest.mark.parametrize(
    ("teks", "bilangan"),
    [("1.995 layanan/order", "1.995"), ("Rp 1.000,-", "1.000"), ("(5)", "(5)"), ("-44,25%", "-44,25%")],
)
def test_arithmetic_shows_the_bare_number(teks: str, bilangan: str) -> None:
    assert angka.read(teks).bilangan == bilangan
