"""The steps of a formula, computed again by their origin, give what the formula gave."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkipnb.calculate.rumus import RUMUS
from lkipnb.model import RentangNilai


@pytest.mark.parametrize(("value", "whole"), [("0", 100), ("5", 100), ("-0.01", 0), ("5.01", 0)])
def test_a_range_computed_again_holds_both_its_bounds(value, whole):
    again = RUMUS["rentang"].langkah["dalam_rentang"].fungsi
    assert again(Decimal(value), Decimal(0), Decimal(5)) == whole


@pytest.mark.parametrize(
    ("value", "capaian"), [("9", 90), ("10", 100), ("20", 100), ("21", 95), ("40", 0)]
)
def test_outside_a_range_the_nearest_bound_counts(value, capaian):
    target = RentangNilai(Decimal(10), Decimal(20))
    assert RUMUS["rentang"].hitung(target, Decimal(value), ()) == capaian


def test_the_rank_of_a_level_begins_with_one():
    rank = RUMUS["jenjang"].langkah["peringkat"].fungsi
    assert [rank(level, "C; B; A") for level in "CBA"] == [1, 2, 3]
