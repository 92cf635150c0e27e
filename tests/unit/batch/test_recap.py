"""The recapitulation of a region: sums, and names that stay text."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl

from lkipnb.batch.recap import files
from lkipnb.batch.region import regions
from lkipnb.batch.summary import Summary


def agency(opd: str = "satu", **more: object) -> Summary:
    known = {"nama": opd, "capaian_persen": "90", "pagu_rp": "100", "realisasi_rp": "50"}
    return Summary(**{"opd": opd, "tahun": 2023, **known, **more})


def test_serapan_of_the_region_is_sum_over_sum():
    [region] = regions([agency("a"), agency("b", pagu_rp="900", realisasi_rp="900")])
    assert region.serapan_persen == Decimal(95)


def test_an_agency_without_realisasi_is_in_neither_sum():
    [region] = regions([agency("a"), agency("b", pagu_rp="900", realisasi_rp=None)])
    assert (region.pagu_rp, region.realisasi_rp, region.banyak_beranggaran) == (100, 50, 1)


def test_each_year_is_a_region_and_those_that_failed_count_in_no_sum():
    first, second = regions(
        [agency("a", tercapai=3), agency("b", tahun=2024), agency("c", tercapai=9, sebab=("x",))]
    )
    assert (first.tahun, first.jumlah["tercapai"], len(first.gagal)) == (2023, 3, 1)
    assert second.tahun == 2024


def test_names_stay_text_in_every_file():
    [region] = regions([agency(nama="=1+1"), agency("dua", nama="<b>x</b>")])
    made = files(region, ["html"])
    assert "'=1+1" in made["rekap.csv"].decode()
    page = made["index.html"].decode()
    assert "&lt;b&gt;x" in page
    assert "<b>" not in page
    sheet = openpyxl.load_workbook(BytesIO(made["rekap.xlsx"])).active
    cells = [cell for row in sheet for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert all(cell.data_type != "f" for cell in cells)


def test_of_what_failed_nothing_is_counted_as_zero():
    [region] = regions([agency(sebab=("rusak",), capaian_persen=None)])
    line = files(region, ["html"])["rekap.csv"].decode().splitlines()[1]
    assert line.endswith(",,,,,,,,gagal,rusak")


def test_an_empty_region_has_no_chart():
    [region] = regions([agency(sebab=("rusak",))])
    assert b"<svg" not in files(region, ["html"])["index.html"]
