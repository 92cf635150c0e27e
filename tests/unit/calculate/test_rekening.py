"""Budget codes: segments, order, nesting; a stand-in is never shown."""

from __future__ import annotations

import pytest

from lkipnb.calculate.rekening import pengganti, ruas, tercetak, urutan_ruas


@pytest.mark.parametrize("code", ["1.02.02", "1 02 02", "1.02.02.", " 1. 02 02 "])
def test_a_code_is_its_segments_whatever_parts_them(code):
    assert ruas(code) == ("1", "02", "02")


def test_codes_are_ordered_segment_by_segment_as_numbers():
    codes = ["10.01", "2.01", "2.1.1", "2"]
    assert sorted(codes, key=lambda code: urutan_ruas(ruas(code))) == [
        "2",
        "2.01",
        "2.1.1",
        "10.01",
    ]


@pytest.mark.parametrize(
    ("code", "shown"), [("1.02.#1", ""), ("#1", ""), ("1.02", "1.02"), (None, "")]
)
def test_a_stand_in_for_a_code_is_never_shown(code, shown):
    assert tercetak(code) == shown
    assert code is None or pengganti(ruas(code)) is (shown == "")
