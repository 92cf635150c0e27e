"""A figure is found however it is written; a figure that is not there leads to those that come
near.
"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from lkipnb.errors import UsageError
from lkipnb.report.readings import readings
from lkipnb.report.trace import telusuri

FIGURES = [
    ("98,60%", "98.59758213213"),
    ("Rp6.265.251.035", "6265251035"),
    ("1:120", "120"),
    ("Rp1,51 miliar", "1512345678"),
    ("dua puluh delapan", "28"),
    ("-3,27%", "-3.27"),
    ("0–5,99%", "0/5.99"),
]


@pytest.fixture
def report(tmp_path):
    figures = [
        {
            "tampil": shown,
            "nilai": exact,
            "tempat": ["bab"],
            "ungkapan": f"sel('anggaran', 'pagu_rp', {row})",
        }
        for row, (shown, exact) in enumerate(FIGURES, start=2)
    ]
    cells = {
        f"anggaran.pagu_rp@{row}": {
            "berkas": "2020/anggaran.csv",
            "baris": row,
            "kolom": "pagu_rp",
            "nilai": "6265251035",
        }
        for row in range(2, 2 + len(FIGURES))
    }
    (tmp_path / "lineage.json").write_text(
        json.dumps({"angka": figures, "sel": cells, "tempat": {"bab": "Tabel 3.1, BAB III"}}),
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        *(
            (typed, "98,60%")
            for typed in ("98,6", "98.60", "98,60", "98.6", "98,60%", "98,60 %", "98.59758213213")
        ),
        *(
            (typed, "Rp6.265.251.035")
            for typed in (
                "6265251035",
                "6.265.251.035",
                "Rp6.265.251.035",
                "Rp 6.265.251.035,00",
                "6,265,251,035",
                "Rp. 6.265.251.035,-",
            )
        ),
        ("1:120", "1:120"),
        ("1 : 120", "1:120"),
        ("1,51", "Rp1,51 miliar"),
        ("1512345678", "Rp1,51 miliar"),
        ("28", "dua puluh delapan"),
        ("dua puluh delapan", "dua puluh delapan"),
        ("-3,27", "-3,27%"),
        ("−3.27", "-3,27%"),
        ("5,99", "0–5,99%"),
    ],
)
def test_one_number_is_found_in_each_of_its_ways_to_be_written(typed, shown, report):
    first, *_ = telusuri(typed, report)
    assert first.startswith(f"{shown}  (nilai ")


def test_values_and_cells_are_told_in_indonesian_notation(report):
    first, cell, *_ = telusuri("98,60", report)
    assert first == "98,60%  (nilai 98,59758213213)  di Tabel 3.1, BAB III"
    assert cell.strip() == "2020/anggaran.csv baris 2 kolom pagu_rp = 6.265.251.035"


@pytest.mark.parametrize("typed", ["6,27 miliar", "Rp6,27 Miliar", "Rp 6.27 miliar"])
def test_an_amount_that_only_a_picture_shows_is_found_by_its_short_form(typed, report):
    note, _, first, *_ = telusuri(typed, report)
    assert note == f"Gambar menyingkat jumlah rupiah; yang tersingkat menjadi {typed}:"
    assert first.startswith("Rp6.265.251.035  (nilai ")


@pytest.mark.parametrize("typed", ["6,26 miliar", "6,27 juta"])
def test_a_short_form_of_no_amount_is_not_found(typed, report):
    with pytest.raises(UsageError, match="Tidak ada angka"):
        list(telusuri(typed, report))


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("98,06", None),
        ("98,7", "98,60%"),
        ("6265215035", "Rp6.265.251.035"),
        ("9,86", "98,60%"),
        ("1:121", "1:120"),
    ],
)
def test_a_near_miss_is_named(typed, near, report):
    with pytest.raises(UsageError) as caught:
        list(telusuri(typed, report))
    told = str(caught.value)
    assert told.startswith(f"Tidak ada angka {typed} dalam laporan itu.")
    assert near is None or near in told


def test_what_may_mean_two_numbers_is_read_as_both():
    assert readings("3.450") == {Decimal("3450"), Decimal("3.45")}
    assert readings("4.312.000") == {Decimal("4312000")}


@pytest.mark.parametrize(
    "junk", ["\x1b[31m9{{7*7}}", "", "9a8", "98,60;", "1 2 3", "$(id)", "98,60\u200b", "'98,60'"]
)
def test_what_is_no_figure_is_refused_and_not_read_for_a_digit_in_it(junk, report):
    with pytest.raises(UsageError, match="bukan angka"):
        list(telusuri(junk, report))
