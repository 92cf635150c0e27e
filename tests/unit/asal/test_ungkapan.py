"""Expressions of origins: what is written can be read, and leads to its cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkipnb.asal import Jumlah, Operasi, Sel, Tetapan, baca, nilai, sel_dari, tulis
from lkipnb.asal.baris import baris_dari, sebut_baris


@pytest.mark.parametrize(
    ("rows", "text"),
    [([3], "3"), ([3, 4], "3-4"), ([9, 3, 5, 4, 11], "3-5,9,11"), (range(2, 7), "2-6")],
)
def test_rows_are_told_in_runs_and_read_again(rows, text):
    assert sebut_baris(rows) == text
    assert baris_dari(text) == sorted(rows)


def test_a_sum_and_a_constant_are_read_as_what_they_are():
    read = baca('jumlah("t", "x", "2-3") * k("100")')
    assert read == Operasi("*", Jumlah("t", "x", "2-3"), Tetapan("100"))
    assert read.kiri.sel == [Sel("t", "x", 2), Sel("t", "x", 3)]


def test_the_cells_nearest_to_the_figure_come_first():
    read = baca('banyak(sel("t", "x", 2) + sel("t", "x", 3)) / sel("t", "y", 4)')
    assert [cell.baris for cell in sel_dari(read)] == [4, 2, 3]


def test_a_bound_of_a_range_is_a_cell_of_its_own():
    cell = Sel("t", "x", 2, "sampai")
    assert baca(tulis(cell)) == cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('sel("t", "x", 2) - k("1")', 1),
        ('jumlah("t", "x", "2-4")', 9),
        ('bulat(k("2.345"), k("2"))', Decimal("2.35")),
        ('(k("6") / k("4"))', Decimal("1.5")),
    ],
)
def test_an_expression_is_computed_from_cells(text, value):
    assert nilai(text, lambda table, column, row: Decimal(row), {}) == value


def test_a_rule_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="aturan entah tidak dikenal"):
        nilai('entah(k("1"))', lambda *cell: None, {})
