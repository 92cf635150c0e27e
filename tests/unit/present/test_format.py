"""Indonesian numbers, dates and lists."""

from decimal import Decimal

import pytest

from lkipnb.model import NOT_APPLICABLE
from lkipnb.present import format as bentuk


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("69.245", "69,25%"),
        ("69.2449999", "69,24%"),
        ("2.675", "2,68%"),
        ("98.604", "98,60%"),
        ("0", "0,00%"),
        ("-0.004", "0,00%"),
        ("-12.345", "−12,35%"),
        ("8726", "8.726,00%"),
        ("1E+3", "1.000,00%"),
    ],
)
def test_a_percentage_is_rounded_half_up_to_two_decimals(value, shown):
    assert bentuk.persen(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("4679201102", "Rp4.679.201.102"),
        ("6353928630.80", "Rp6.353.928.630,80"),
        ("0", "Rp0"),
        ("-1500.5", "−Rp1.500,50"),
        ("12345678901234567.89", "Rp12.345.678.901.234.567,89"),
    ],
)
def test_rupiah_shows_sen_only_where_there_are_any(value, shown):
    assert bentuk.rupiah(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "satuan", "shown"),
    [
        ("6.25", "persen", "6,25%"),
        ("100", "persen", "100%"),
        ("2000000", "rupiah", "Rp2.000.000"),
        ("3450", "kilogram", "3.450 kilogram"),
    ],
)
def test_a_quantity_carries_its_unit(value, satuan, shown):
    assert bentuk.nilai(Decimal(value), satuan) == shown


@pytest.mark.parametrize(
    "form",
    [bentuk.angka, bentuk.persen, bentuk.rupiah, lambda v: bentuk.nilai(v, "persen"), bentuk.teks],
)
def test_not_reported_not_applicable_and_zero_are_three_things(form):
    assert form(None) == "belum dilaporkan"
    assert form(NOT_APPLICABLE) == "tidak berlaku"
    assert form(Decimal(0)).lstrip("Rp").startswith("0")


def test_dates_with_and_without_a_day():
    assert bentuk.tanggal("2021-01") == "Januari 2021"
    assert bentuk.tanggal("2021-02-28") == "28 Februari 2021"


def test_lists_and_words():
    assert bentuk.daftar([]) == ""
    assert bentuk.daftar(["a"]) == "a"
    assert bentuk.daftar(["a", "b"]) == "a dan b"
    assert bentuk.daftar(["a", "b", "c"]) == "a, b, dan c"
    assert bentuk.terbilang(28) == "dua puluh delapan"
    assert bentuk.huruf_kecil("Persentase PMKS") == "persentase PMKS"
    assert bentuk.huruf_kecil("PMKS yang") == "PMKS yang"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1507841700", "Rp1,51 miliar"), ("600876302", "Rp600,9 juta"), ("900000", "Rp900.000")],
)
def test_round_amounts_in_pictures(value, shown):
    assert bentuk.jutaan(Decimal(value)) == shown


def test_a_name_keeps_its_capitals_in_a_sentence():
    names = ("Indeks Kepuasan pelanggan", "Pajak Air Permukaan")
    assert [bentuk.huruf_kecil(name) for name in names] == list(names)
    assert bentuk.huruf_kecil("Membantu Bupati") == "membantu Bupati"


@pytest.mark.parametrize(
    ("nama", "satuan", "told"),
    [
        ("Pajak Kendaraan Bermotor", "kendaraan", "Pajak Kendaraan Bermotor (kendaraan)"),
        ("Jumlah wajib pajak", "wajib pajak", "Jumlah wajib pajak"),
        ("Indeks Kepuasan Pegawai", "nilai", "Indeks Kepuasan Pegawai"),
    ],
)
def test_a_name_tells_its_unit_only_where_it_counts(nama, satuan, told):
    assert bentuk.nama_bersatuan(nama, satuan) == told


def test_one_amount_with_sen_gives_sen_to_its_column():
    amounts = [Decimal("1674727528.80"), Decimal("4679201102")]
    shown = [bentuk.uang(value, bentuk.sen(amounts)) for value in amounts]
    assert shown == ["1.674.727.528,80", "4.679.201.102,00"]
