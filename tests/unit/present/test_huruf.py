"""Texts measured and folded in the report's typeface."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.present.huruf import lebar, lipat


def test_wide_letters_are_wider_than_narrow_ones_and_bold_wider_than_plain():
    assert lebar("WWW", 11) > 2 * lebar("iii", 11)
    assert lebar("Sekretariat", 11, True) > lebar("Sekretariat", 11)
    assert lebar("Sekretariat", 22) == pytest.approx(2 * lebar("Sekretariat", 11))


def test_all_digits_are_equally_wide_so_that_amounts_stand_below_each_other():
    assert {lebar(digit) for digit in "0123456789"} == {lebar("0")}


@given(st.text(st.sampled_from("abcdefgW .,/"), max_size=80), st.floats(30, 200))
def test_a_folded_text_fits_and_keeps_every_letter(text, room):
    lines = lipat(text, room, 11)
    assert all(lebar(line, 11) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_a_word_wider_than_the_room_is_broken_and_others_are_not():
    assert lipat("Sub Bagian Umum", 60, 11) == ("Sub Bagian", "Umum")
    assert lipat("Mempertanggungjawabkan", 60, 11) == ("Mempertang", "gungjawabk", "an")
