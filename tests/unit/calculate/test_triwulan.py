"""A year made of quarters: one that is missing leaves the year unknown, never zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import buka, indikator, kinerja


def year(folder, cara: str, quarters: dict[int, object], realisasi: object = "") -> object:
    told = [
        {"indikator": "A1", "triwulan": quarter, "target": 10, "realisasi": value}
        for quarter, value in quarters.items()
    ]
    own = {"indikator": [indikator(triwulan=cara, satuan="orang")], "triwulan": told}
    lk = buka(folder, kinerja=[kinerja(realisasi=realisasi)], **own)
    return lk.hasil.capaian.realisasi.iloc[0]


FOUR = {1: 10, 2: 20, 3: 30, 4: 40}


@pytest.mark.parametrize(
    ("cara", "whole"),
    [("jumlah", Decimal(100)), ("rata-rata", Decimal(25)), ("terakhir", Decimal(40))],
)
def test_four_quarters_make_a_year(tmp_path, cara, whole):
    assert year(tmp_path, cara, FOUR) == whole


@pytest.mark.parametrize("cara", ["jumlah", "rata-rata"])
@pytest.mark.parametrize("missing", [1, 4])
def test_a_quarter_without_a_row_or_without_a_value_leaves_the_year_unknown(
    tmp_path, cara, missing
):
    without = {quarter: value for quarter, value in FOUR.items() if quarter != missing}
    assert year(tmp_path / "a", cara, without) is None
    assert year(tmp_path / "b", cara, FOUR | {missing: ""}) is None


def test_the_last_quarter_alone_is_enough_for_what_is_read_last(tmp_path):
    assert year(tmp_path / "a", "terakhir", {4: 40}) == 40
    assert year(tmp_path / "b", "terakhir", {1: 10, 2: 20, 3: 30}) is None
