"""Columns and cells as Excel names them."""

import pytest

from lkipnb.load.alamat import alamat_sel, huruf_kolom, nomor_kolom


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")]
)
def test_a_column_has_one_name_and_is_found_by_it(number, letters):
    assert huruf_kolom(number) == letters
    assert nomor_kolom(letters) == number


def test_a_cell_is_its_column_and_its_row():
    assert alamat_sel(7, 5) == "E7"
