"""A text that a spreadsheet would run is held back, in whatever width its first sign is typed."""

from __future__ import annotations

import pytest
from conftest import OPD, TAHUN

from lkipnb.load.dataset import load
from lkipnb.rumus import aman


@pytest.mark.parametrize(
    "text", ["=1", "＝1", "+1", "＋1", "-a", "－a", "@a", "＠a", "﹦1", "\ta", "\r=1", "\r\n=1"]
)
def test_a_formula_gets_an_apostrophe(text):
    assert aman(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "Ａ", "5"])
def test_any_other_text_stays(text):
    assert aman(text) == text


def test_a_wide_sign_of_equality_is_refused_in_a_cell(data):
    data.set("aset", 2, "nama", "＝1+1")
    _, faults = load(OPD, TAHUN, data.path)
    assert "tampak seperti rumus Excel" in str(faults[0])
