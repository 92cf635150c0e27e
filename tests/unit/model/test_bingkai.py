"""Frames of results for an analyst: the rows, their types and their units."""

from decimal import Decimal

import lkipnb


def test_a_frame_shows_the_rows_with_types_and_units():
    lk = lkipnb.open("contoh", 2023)
    frame = lk.hasil.anggaran
    assert list(frame.pagu_rp) == [line.pagu_rp for line in lk.results.anggaran.baris]
    assert (frame.tingkat.dtype, frame.rinci.dtype) == ("int64", "bool")
    assert isinstance(frame.pagu_rp.iloc[0], Decimal)
    assert frame.attrs["satuan"]["pagu_rp"] == "Rp"
    assert "hanya_persen" not in frame.attrs["satuan"]


def test_what_is_changed_in_a_frame_is_not_changed_in_the_results():
    lk = lkipnb.open("contoh", 2023)
    lk.hasil.capaian.loc[:, "capaian_persen"] = Decimal(1)
    assert lk.results.capaian[0].capaian_persen != 1


def test_a_frame_without_rows_has_its_columns():
    lk = lkipnb.open("contoh", 2023)
    assert list(lk.hasil.anggaran_lain) == list(lk.hasil.anggaran)
