"""Numbers that know where they come from behave as numbers, and their origin computes
them again.
"""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkipnb.asal import Angka, Sel, banyak, nilai, tulis

numbers = st.decimals(min_value=-1000, max_value=1000, places=2).filter(bool)


def cell(value: str | Decimal, row: int = 2, column: str = "x") -> Angka:
    return Angka(value, Sel("t", column, row))


def again(value: Angka, cells: dict[int, Decimal]) -> object:
    return nilai(tulis(value.asal), lambda table, column, row: cells[row], {})


@given(numbers, numbers, numbers)
def test_any_arithmetic_can_be_computed_again(a, b, c):
    x, y, z = cell(a, 2), cell(b, 3), cell(c, 4)
    result = (x + y * 2 - z) / y * 100 + (-x) + abs(z) - 7
    assert result == (a + b * 2 - c) / b * 100 + (-a) + abs(c) - 7
    assert again(result, {2: a, 3: b, 4: c}) == result


@given(st.lists(numbers, min_size=1, max_size=60))
def test_a_sum_is_told_by_its_rows(values):
    cells = dict(enumerate(values, start=2))
    total = sum((cell(value, row) for row, value in cells.items()), Decimal(0))
    assert again(total, cells) == sum(values)
    if len(values) > 1:
        assert tulis(total.asal) == f'jumlah("t", "x", "2-{len(values) + 1}")'


def test_a_long_sum_is_no_deep_recursion():
    total = sum((cell("1", row) for row in range(2, 5000, 2)), Decimal(0))
    assert tulis(total.asal).startswith('jumlah("t", "x", "2,4,6')


def test_it_equals_and_orders_as_the_plain_number():
    assert cell("1.50") == Decimal("1.5")
    assert hash(cell("1.50")) == hash(Decimal("1.5"))
    assert max(cell("2"), Decimal(1)) == 2


def test_a_copy_keeps_the_origin():
    value = cell("3")
    for same in (
        copy.copy(value),
        copy.deepcopy({"a": [value]})["a"][0],
        pickle.loads(pickle.dumps(value)),
    ):
        assert (same, same.asal) == (value, value.asal)


def test_a_count_names_what_it_counts():
    assert tulis(banyak([cell("5"), "B"]).asal) == 'banyak(sel("t", "x", 2), \'B\')'
    assert nilai("banyak('A', 'B')", None, {}) == 2


@pytest.mark.parametrize(
    "hostile",
    [
        "__import__('os')",
        "k('1').__class__",
        "[1]",
        "lambda: 1",
        "sel",
        "open('x')",
        "1 if 1 else 2",
    ],
)
def test_an_expression_is_arithmetic_and_nothing_else(hostile):
    with pytest.raises(ValueError, match="tidak dikenal"):
        nilai(hostile, lambda *cell: Decimal(1), {})
