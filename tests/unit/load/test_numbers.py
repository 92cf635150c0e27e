"""Numbers as people write them: read exactly, or refused."""

from decimal import Decimal

import pytest

from lkipnb.load.numbers import NotANumber, Notation, parse, read
from lkipnb.schemas import Anggaran, Fakta, Kinerja, PegawaiKelamin

COUNT = PegawaiKelamin.table["jumlah"]
RUPIAH = Anggaran.table["pagu_rp"]
NUMBER = Fakta.table["nilai"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("25", "25"),
        ("-", "0"),
        ("–", "0"),
        ("98.55", "98.55"),
        ("98,55", "98.55"),
        ("98,60%", "98.60"),
        ("6.353.928.630,80", "6353928630.80"),
        ("600,876,302", "600876302"),
        ("1,674,727,528.80", "1674727528.80"),
        ("Rp. 4.679.201.102,-", "4679201102"),
        ("Rp 6.265.251.035", "6265251035"),
        ("(1.500.000)", "-1500000"),
        ("-1.500.000", "-1500000"),
        ("(Rp 2,5)", "-2.5"),
        ("0.125", "0.125"),
        ("0,300", "0.300"),
        ("1234.567", "1234.567"),
        ("1,5", "1.5"),
        (" 7 ", "7"),
        ("12.3456", "12.3456"),
    ],
)
def test_a_number_that_has_one_meaning_is_read_exactly(text, value):
    assert read(text) == Decimal(value)


@pytest.mark.parametrize("name", ["nilai_pembilang", "nilai_penyebut", "nilai_batas"])
def test_a_dash_for_a_number_that_may_be_missing_is_asked_about(name):
    with pytest.raises(NotANumber, match="dapat berarti nol atau belum ada data"):
        parse(" – ", Kinerja.table[name])
    assert parse("-", RUPIAH) == parse("-", COUNT) == 0


@pytest.mark.parametrize("text", ["3.450", "3,450", "12.000", "999,999", "(1.500)", "Rp 2.700"])
def test_a_number_that_could_be_thousands_or_decimals_is_refused(text):
    with pytest.raises(NotANumber, match="bermakna ganda"):
        read(text)


@pytest.mark.parametrize(
    ("text", "notation", "value"),
    [
        ("3.450", Notation.INDONESIAN, "3450"),
        ("3.450", Notation.ENGLISH, "3.450"),
        ("3,450", Notation.INDONESIAN, "3.450"),
        ("3,450", Notation.ENGLISH, "3450"),
    ],
)
def test_a_known_notation_decides_what_is_ambiguous(text, notation, value):
    assert read(text, notation) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1e5",
        "1.2.3",
        "1,011.080.000",
        "1403.419.201",
        "12.34.567",
        "--5",
        "1 000",
        "=1+1",
        "5%%",
        "٣",
        "1.000.00",
        "0x10",
        "NaN",
        "inf",
        "1_000",
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber):
        read(text)


def test_a_count_has_no_decimals():
    assert parse("25", COUNT) == 25
    assert parse("25.0", COUNT) == 25
    with pytest.raises(NotANumber, match="bilangan bulat"):
        parse("2.5", COUNT)


def test_rupiah_has_two_decimals_at_most():
    assert parse("1674727528.80", RUPIAH) == Decimal("1674727528.80")
    with pytest.raises(NotANumber, match="dua angka desimal"):
        parse("10.0001", RUPIAH)


def test_a_plain_number_keeps_all_its_decimals():
    assert parse("3.14159", NUMBER) == Decimal("3.14159")


@pytest.mark.parametrize(
    "text", ["²", "٣٤", "１２", "1e9", "1E+3", "NaN", "Infinity", "1_000", "0x1F", "१२", "3½"]
)
def test_only_the_digits_0_to_9_make_a_number(text):
    with pytest.raises(NotANumber, match="diharapkan angka"):
        read(text)


def test_an_amount_longer_than_any_budget_is_asked_back():
    assert read("9" * 18) == Decimal("9" * 18)
    with pytest.raises(NotANumber, match="lebih dari 18 angka di depan koma"):
        read("1" + "0" * 18)
    assert read("0" * 30 + "7") == 7
    with pytest.raises(NotANumber, match="lebih dari 18 angka di belakang koma"):
        read("0," + "3" * 19)


def test_a_text_as_long_as_a_page_is_no_number():
    with pytest.raises(NotANumber, match="diharapkan angka"):
        read("9" * 400_000)


@pytest.mark.parametrize("column", [RUPIAH, COUNT])
def test_a_percentage_is_neither_an_amount_nor_a_count(column):
    with pytest.raises(NotANumber, match="tertulis dalam persen"):
        parse("92%", column)
