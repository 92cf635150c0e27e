"""Values of a cell of a measure: bounds, ratios, levels and what they are made of."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from lkipnb.asal import Sel
from lkipnb.nilai import NOT_APPLICABLE, Batas, Rasio, RentangNilai, Tingkat, tingkat_jenjang

CELL = Sel("kinerja", "target", 2)


@pytest.mark.parametrize(
    ("sign", "kept"),
    [
        ("<", [True, False, False]),
        ("<=", [True, True, False]),
        (">", [False, False, True]),
        (">=", [False, True, True]),
    ],
)
def test_a_bound_is_kept_on_its_side_and_on_itself_where_it_says_so(sign, kept):
    bound = Batas(5, sign)
    assert [bound.dipenuhi(Decimal(value)) for value in (4, 5, 6)] == kept


def test_values_are_told_as_they_were_typed():
    assert str(Batas(5, "<=")) == "<= 5"
    assert str(Batas("2.61", "<", "inflasi nasional")) == "< inflasi nasional"
    assert str(Rasio(2500)) == "1:2500"
    assert str(RentangNilai(Decimal(1), Decimal(2))) == "1 - 2"
    assert str(NOT_APPLICABLE) == "n/a"


@pytest.mark.parametrize(
    "value", [Batas("2.61", "<", "inflasi", CELL), Rasio(5, CELL), Tingkat("BB", CELL, Decimal(72))]
)
def test_a_copy_keeps_all_that_a_value_knows(value):
    same = pickle.loads(pickle.dumps(value))
    assert (same, type(same), same.asal) == (value, type(value), CELL)
    for name in ("tanda", "sebutan", "skor"):
        assert getattr(same, name, None) == getattr(value, name, None)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("TMP; TW;WDP ; WTP", ["TMP", "TW", "WDP", "WTP"]),
        (None, []),
        ("", []),
        ("A;;B;", ["A", "B"]),
    ],
)
def test_a_ladder_is_its_levels_from_low_to_high(text, levels):
    assert tingkat_jenjang(text) == levels
