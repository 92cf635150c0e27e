"""Trees of rows, told from the top down."""

from __future__ import annotations

import pytest
from baris import baris
from conftest import chapter_outputs

import lkipnb
from lkipnb.calculate.organisasi import pohon
from lkipnb.errors import DataError
from lkipnb.schemas import Unit

OPD, TAHUN = "dinsos-flores-timur", 2020


def unit(kode, induk):
    return baris(Unit, kode=kode, induk=induk)


def test_a_row_comes_before_its_parts_at_any_depth():
    deep = [unit(str(n), str(n - 1) if n else None) for n in range(3000)]
    told = pohon([unit("b", None), *reversed(deep), unit("c", "0")])
    assert [branch.isi.kode for branch in told[:3]] == ["b", "0", "1"]
    last = [(branch.isi.kode, branch.kedalaman) for branch in told[-2:]]
    assert last == [("2999", 2999), ("c", 1)]


@pytest.fixture
def nested(data):
    """Facts of five levels below one indicator, the fifth in the rows of the file before the
    fourth.
    """
    header = data.rows("fakta")[0]
    codes = ["tingkat-1", "tingkat-2", "tingkat-3", "tingkat-5", "tingkat-4"]
    above = dict(zip(codes, ["", "tingkat-1", "tingkat-2", "tingkat-4", "tingkat-3"], strict=True))
    rows = [[kode, "IKU-1", above[kode], f"Rincian {kode}", "7", "orang"] for kode in codes]
    data.write("fakta", [header, *rows])
    return data


def test_supporting_figures_of_every_level_stand_in_the_chapter(nested):
    shown = "".join(chapter_outputs(lkipnb.open(OPD, TAHUN, bab="3", data=nested.path)).values())
    at = [shown.index(f"Rincian tingkat-{n}") for n in range(1, 6)]
    assert at == sorted(at)


def test_a_supporting_figure_below_itself_is_refused(nested):
    nested.set("fakta", 2, "induk", "tingkat-5")
    with pytest.raises(DataError, match=r"fakta.csv, baris 2, kolom induk"):
        lkipnb.open(OPD, TAHUN, data=nested.path)
