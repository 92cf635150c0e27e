"""A cell of Excel reads as the person at the screen sees it."""

from __future__ import annotations

import json
from datetime import datetime, time
from decimal import Decimal

import pytest

from lkipnb.errors import Fault
from lkipnb.load.bagian import terurai
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.findings import Faults
from lkipnb.load.gaya import Gaya
from lkipnb.load.hari import hari
from lkipnb.load.levels import scored_level, tingkat_dan_skor
from lkipnb.load.notebooks import cells
from lkipnb.load.numbers import NotANumber
from lkipnb.load.ole import SIGNATURE, aliran
from lkipnb.load.polos import TidakPolos, urai
from lkipnb.load.sel import ERROR, TRUTH, Sel, isi_sel
from lkipnb.load.tampilan import TidakTerbaca, teks
from lkipnb.load.tata import memanggil_luar

DATE = "dd/mm/yyyy"


@pytest.mark.parametrize(
    ("value", "shown_by", "text"),
    [
        (0.85, "0%", "85%"),
        (0.07, "0.00%", "7.00%"),
        (7, "000", "007"),
        (1.1, "0.00", "1.10"),
        (0.1 + 0.2, "General", "0.3"),
        (1250000, "#,##0", "1250000"),
        # Three decimals would read as thousands.
        (1.234, "General", "1.2340"),
        (-5, "0;(0)", "-5"),
        (1e14, "0", "100000000000000"),
        (12, '"Rp"#,##0', "12"),
    ],
)
def test_a_number_keeps_the_digits_that_its_format_shows(value, shown_by, text):
    assert teks(value, shown_by) == text


@pytest.mark.parametrize(
    ("value", "shown_by", "told"),
    [
        (1250000, "#,##0,", "dalam ribuan atau jutaan"),
        (float("nan"), "General", "bukan angka"),
        (1234567890123456, "0", "lebih dari 15 angka"),
    ],
)
def test_a_number_that_is_not_what_it_shows_is_refused(value, shown_by, told):
    with pytest.raises(TidakTerbaca, match=told):
        teks(value, shown_by)


@pytest.mark.parametrize(
    ("shown_by", "date", "elapsed"),
    [
        (DATE, True, False),
        ('0" hari"', False, False),
        ("[Red]0.00", False, False),
        ("[h]:mm", True, True),
        ("General", False, False),
    ],
)
def test_a_format_of_days_is_told_from_words_beside_a_number(shown_by, date, elapsed):
    assert (Gaya(shown_by).is_tanggal, Gaya(shown_by).is_lama) == (date, elapsed)


@pytest.mark.parametrize(
    ("number", "is_1904", "day"),
    [
        (44227, False, datetime(2021, 1, 31)),
        (42765, True, datetime(2021, 1, 31)),
        # Excel counts a 29 February 1900 that there never was.
        (59, False, datetime(1900, 2, 28)),
        (61, False, datetime(1900, 3, 1)),
        (0.5, False, time(12)),
        (44227 + 1 / 3, False, datetime(2021, 1, 31, 8)),
    ],
)
def test_a_number_is_the_day_that_excel_shows(number, is_1904, day):
    assert hari(number, is_1904=is_1904) == day


def test_a_form_takes_no_error_truth_or_date_for_text_and_an_export_lets_pass_what_it_skips():
    plain = Gaya()
    assert isi_sel(Sel(None, 1, 1, plain), longgar=False) == ""
    assert isi_sel(Sel("  Dinas ", 1, 1, plain), longgar=False) == "Dinas"
    # How far a name stands in tells its level in an export.
    assert isi_sel(Sel("  Dinas ", 1, 1, plain), longgar=True) == "  Dinas"
    with pytest.raises(TidakTerbaca, match=TRUTH):
        isi_sel(Sel(True, 1, 1, plain), longgar=False)
    with pytest.raises(TidakTerbaca, match="tanggal"):
        isi_sel(Sel(datetime(2021, 1, 3), 1, 1, Gaya(DATE)), longgar=False)
    for longgar in (True, False):
        with pytest.raises(TidakTerbaca, match=ERROR):
            isi_sel(Sel("#REF!", 1, 1, plain, is_kesalahan=True), longgar=longgar)
    assert isi_sel(Sel(datetime(2021, 1, 3), 1, 1, Gaya(DATE)), longgar=True).startswith("2021")


def test_characters_that_excel_writes_as_codes_are_read_as_themselves():
    assert terurai("baris_x000A_lain") == "baris\nlain"
    assert terurai("_xyz_") == "_xyz_"


@pytest.mark.parametrize(
    ("formula", "leads_out"),
    [
        ("SUM(A1:A9)", False),
        ('IF(A1>0,"lihat http://contoh.id","")', False),
        ('HYPERLINK("http://contoh.id")', True),
        ("[1]Sheet1!A1", True),
        ("cmd|'/c calc'!A0", True),
        ("webservice(A1)", True),
    ],
)
def test_a_formula_that_asks_another_place_is_told_from_words_that_name_one(formula, leads_out):
    assert memanggil_luar(formula) is leads_out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("BB (72)", ("BB", Decimal(72))),
        ("72,5 (BB)", ("BB", Decimal("72.5"))),
        ("BB", None),
        ("(72)", None),
    ],
)
def test_a_level_may_stand_beside_its_score(text, told):
    assert tingkat_dan_skor(text) == told


def test_a_level_is_spelt_as_its_ladder_spells_it():
    level = scored_level("bb (72)", ["B", "BB", "A"])
    assert (level, level.skor) == ("BB", 72)
    with pytest.raises(NotANumber, match="salah satu dari: B, BB, A"):
        scored_level("CC (50)", ["B", "BB", "A"])


def test_the_cells_of_a_notebook_are_told_with_their_tags(tmp_path):
    code = {"cell_type": "code", "source": ["a = 1\n", "a"], "metadata": {"tags": ["setup"]}}
    text = {"cell_type": "markdown", "source": "# Bab", "metadata": {}}
    path = tmp_path / "bab.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": [code, text]}))
    first, second = cells(path)
    assert (first.jenis, first.sumber, first.tanda) == ("code", "a = 1\na", ("setup",))
    assert (second.jenis, second.sumber, second.tanda) == ("markdown", "# Bab", ())


@pytest.mark.parametrize("content", [b"", SIGNATURE, SIGNATURE + bytes(600), SIGNATURE * 200])
def test_a_container_without_its_tables_is_refused_and_never_walked_for_ever(content):
    with pytest.raises(Ditolak):
        aliran(content, ["Workbook"])


def test_a_profile_keeps_the_text_that_was_typed_and_the_line_of_each_field():
    read = urai("kode: 0383\nperiode:\n  awal: 2021-01-29\nkosong:\n")
    assert read.isi == {"kode": "0383", "periode": {"awal": "2021-01-29"}, "kosong": None}
    assert read.baris["periode.awal"] == 3


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: 1\na: 2\n", 2, "isian a tertulis dua kali"),
        ("a: &x 1\n", 1, "jangkar"),
        ("a: !!python/name:os.system x\n", 1, "tanda tipe"),
        ("a:\n  b:\n    c:\n      d:\n        e: 1\n", 4, "terlalu dalam"),
        ("a: [1\n", 2, "susunan YAML rusak"),
    ],
)
def test_what_is_more_than_plain_is_refused_with_its_line(text, line, told):
    with pytest.raises(TidakPolos, match=told) as refused:
        urai(text)
    assert refused.value.line == line


def test_a_value_is_given_on_and_its_faults_are_kept_in_their_order():
    faults = Faults()
    first = Fault("a.csv", 2, "kode", "", "kosong")
    second = Fault("b.csv", 3, "kode", "", "kosong")
    assert faults.of(("isi", [first])) == "isi"
    assert faults.of((None, [second])) is None
    assert faults == [first, second]
