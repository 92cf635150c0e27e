"""What a slip of the hand does to a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkipnb.audit.diagnosis.slips import LEMAH, LONG, TIDAK_ADA, Tetangga, digits, slip


@pytest.mark.parametrize(
    ("printed", "right", "told", "rank"),
    [
        ("1203", "1230", "dua angka tertukar", 1),
        ("-1230", "1230", "tandanya terbalik", 1),
        ("12300", "1230", "pemisah atau nol hilang atau berlebih", 1),
        ("12.3", "1230", "pemisah atau nol hilang atau berlebih", 1),
        ("123", "1243", "satu angka hilang", 2),
        ("12433", "1243", "satu angka tertulis dua kali atau berlebih", 2),
        ("1253", "1243", "satu angka salah", LEMAH),
        ("9" * LONG, "9" * (LONG - 1) + "1", "satu angka salah", 3),
        ("9" * (LONG - 1), "9" * (LONG - 2) + "1", "satu angka salah", LEMAH),
        ("12", "123", "", 9),
        ("13", "12", "", 9),
        ("1356", "1243", "", 9),
        ("3201", "1230", "", 9),
        ("0", "1230", "", 9),
    ],
)
def test_a_slip_is_told_by_what_the_hand_did(printed, right, told, rank):
    found = slip(Decimal(printed), Decimal(right), Tetangga())
    assert (found.sebutan, found.peringkat) == (told, rank)


def test_an_empty_cell_is_a_slip_of_its_own():
    assert slip(None, Decimal(5), Tetangga()).sebutan == "sel kosong"


def test_a_copy_of_the_line_above_is_likelier_than_one_of_the_line_below():
    beside = Tetangga(Decimal(777), Decimal(888))
    above, below = (slip(Decimal(n), Decimal(123), beside) for n in (777, 888))
    assert (above.sebutan, above.peringkat) == ("angka baris di atasnya tersalin", 2)
    assert (below.sebutan, below.peringkat) == ("angka baris di bawahnya tersalin", 4)
    assert slip(Decimal(999), Decimal(123), beside) == TIDAK_ADA


def test_two_exchanged_digits_come_before_a_copied_line():
    beside = Tetangga(Decimal(1203))
    assert slip(Decimal(1203), Decimal(1230), beside).sebutan == "dua angka tertukar"


def test_a_number_is_its_digits_without_sign_and_point():
    assert digits(Decimal("-12.30")) == "1230"
