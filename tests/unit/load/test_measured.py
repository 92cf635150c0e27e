"""Targets and realisasi as each kind of indicator writes them."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from lkipnb.load.measured import typed
from lkipnb.model import NOT_APPLICABLE, RentangNilai
from lkipnb.schemas import Kinerja

LADDER = "TMP; TW; WDP; WTP"


def read(jenis: str, target: str, realisasi: str | None, jenjang: str | None = None):
    indikator = pd.DataFrame([{"kode": "A", "jenis": jenis, "jenjang": jenjang, "satuan": "unit"}])
    texts = pd.DataFrame(
        [{"indikator": "A", "target": target, "realisasi": realisasi}], index=[2], dtype=object
    )
    return typed(texts, Kinerja.table, indikator)


@pytest.mark.parametrize(
    ("jenis", "target", "realisasi", "values"),
    [
        ("angka", "6,25", "3.2", (Decimal("6.25"), Decimal("3.2"))),
        ("angka", "10", "-2.5", (Decimal(10), Decimal("-2.5"))),
        ("angka", "5", "n/a", (Decimal(5), NOT_APPLICABLE)),
        ("rentang", "0 - 5,99", "4", (RentangNilai(Decimal(0), Decimal("5.99")), Decimal(4))),
        ("rentang", "0 s.d. 5,99%", "6", (RentangNilai(Decimal(0), Decimal("5.99")), Decimal(6))),
        ("jenjang", "wtp", "WDP", ("WTP", "WDP")),
        ("ya-tidak", "Ya", "tidak", ("ya", "tidak")),
        ("rasio", "1:300", "1 : 233", (Decimal(300), Decimal(233))),
    ],
)
def test_each_kind_is_read_as_it_is_written(jenis, target, realisasi, values):
    frame, faults = read(jenis, target, realisasi, LADDER)
    assert not faults
    assert (frame.target[2], frame.realisasi[2]) == values


@pytest.mark.parametrize(
    ("jenis", "target", "realisasi", "column", "word"),
    [
        ("angka", "WTP", "5", "target", "diharapkan angka"),
        ("angka", "5", "3.450", "realisasi", "bermakna ganda"),
        ("rentang", "5,99", "4", "target", "diharapkan rentang"),
        ("rentang", "6 - 5", "4", "target", "melebihi batas atasnya"),
        ("rentang", "0 - 5", "0 - 5", "realisasi", "diharapkan angka"),
        ("jenjang", "WTP", "AA", "realisasi", "diharapkan salah satu dari: TMP, TW, WDP, WTP"),
        ("ya-tidak", "ya", "mungkin", "realisasi", "tidak, ya"),
        ("rasio", "200", "1:200", "target", "diharapkan rasio"),
        ("angka", "n/a", "5", "target", "diharapkan angka"),
    ],
)
def test_what_does_not_fit_the_kind_is_named(jenis, target, realisasi, column, word):
    _, (fault,) = read(jenis, target, realisasi, LADDER)
    assert (fault.file, fault.row, fault.column) == ("kinerja.csv", 2, column)
    assert word in fault.expected
