"""Numbers as people write them: read exactly, or refused."""

from dataclasses import replace
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


def test_three_decimals_of_rupiah_are_one_too_many():
    assert parse("1674.12", RUPIAH) == Decimal("1674.12")
    with pytest.raises(NotANumber, match="dua angka desimal"):
        parse("1674.1234", RUPIAH)
    with pytest.raises(NotANumber, match="dua angka desimal"):
        parse("0,125", RUPIAH)


def test_eighty_characters_are_the_most_of_a_number():
    assert read("0" * 79 + "7") == 7
    with pytest.raises(NotANumber, match="diharapkan angka"):
        read("0" * 80 + "7")


def test_eighteen_decimals_are_kept_exactly():
    assert read("0," + "3" * 18) == Decimal("0." + "3" * 18)


@pytest.mark.parametrize("text", ["(1500", "1500)", "(", "()", "Rp"])
def test_a_bracket_alone_makes_no_negative_number(text):
    with pytest.raises(NotANumber, match="diharapkan angka"):
        read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3.450", "tulis 3450 bila ribuan, atau 3,45 bila desimal"),
        ("3.000", "tulis 3000 bila ribuan, atau 3,0 bila desimal"),
        ("3.125", "tulis 3125 bila ribuan, atau 3,1250 bila desimal"),
    ],
)
def test_both_ways_to_write_an_ambiguous_number_are_told_and_neither_is_ambiguous(text, told):
    with pytest.raises(NotANumber, match=told):
        read(text)
    for way in (told.split()[1], told.split()[5]):
        read(way)


def test_a_percentage_in_a_count_is_told_by_what_is_counted():
    with pytest.raises(NotANumber, match=f"diharapkan {COUNT.unit}"):
        parse("92%", COUNT)
    with pytest.raises(NotANumber, match="diharapkan bilangan bulat"):
        parse("92%", replace(COUNT, unit=""))


@pytest.mark.parametrize("sign", ["-", "\N{MINUS SIGN}", "\N{EN DASH}"])
def test_any_sign_of_minus_makes_a_negative_number(sign):
    """A PDF prints U+2212."""
    assert read(f"{sign}5") == read(f"{sign} Rp5") == -5
    assert read(sign) == 0
