"""Codes in the order in which people read them, and rows of one order number as they stand in the
file.
"""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from baris import baris
from conftest import OPD, TAHUN
from shipped import DATA

import lkipnb
from lkipnb.calculate.serapan import serapan_anggaran
from lkipnb.calculate.urutan import berurut, urutan_kode
from lkipnb.present.tabel.daftar import perjanjian_kinerja
from lkipnb.rules import rules
from lkipnb.schemas import Anggaran


@pytest.mark.parametrize(
    "codes",
    [
        ["1", "2", "10"],
        ["2.01", "10.01"],
        ["IKU-9", "IKU-10"],
        ["1", "1.1", "1.2", "1.10", "2"],
        ["S1", "S1.1", "S2", "S10"],
        ["7", "9" * 5000],
        ["1", "²"],
    ],
)
def test_codes_sort_as_numbers_are_read(codes):
    mixed = codes[::-1]
    assert berurut(mixed) == codes


def test_codes_that_say_the_same_stay_as_they_stand():
    assert urutan_kode("1.01") == urutan_kode("1.1")
    assert berurut(["1.01", "1.1"]) == ["1.01", "1.1"]
    assert berurut(["1.1", "1.01"]) == ["1.1", "1.01"]


@pytest.mark.parametrize("tahun", [2020, 2023])
def test_budget_lines_stand_in_the_order_of_their_codes(tahun):
    codes = ["1.06.2", "1.06.2.2.01", "1.06.2.2.10", "1.06.2.10.01", "1.06.10", "1.06.10.2.01"]
    mixed = random.Random(8).sample(codes, len(codes))
    lines = [baris(Anggaran, kode_rekening=code, pagu_rp=Decimal(1)) for code in mixed]
    computed = serapan_anggaran(lines, rules(tahun).anggaran)
    assert [line.kode_rekening for line in computed] == codes


@pytest.fixture
def many(data):
    """31 items of analysis of one indicator, all of one order number."""
    told = [
        ["IKU-1", kind, "1", f"Butir {n}."]
        for n in range(1, 32)
        for kind in [("pendukung", "solusi")[n > 1]]
    ]
    rows = data.rows("analisis")
    keep = [row for row in rows[1:] if row[0] != "IKU-1"]
    numbered = [[code, kind, str(n), text] for n, (code, kind, _, text) in enumerate(told, start=1)]
    data.write("analisis", [rows[0], *numbered, *keep])
    return data


def test_rows_with_one_order_number_keep_the_order_of_the_file(many):
    lk = lkipnb.open(OPD, TAHUN, data=many.path)
    lk.data.analisis["urutan"] = Decimal(1)
    first = next(i for i in lk.konteks["indikator"] if i["kode"] == "IKU-1")
    assert [a["uraian"] for a in first["analisis"]] == [f"Butir {n}." for n in range(1, 32)]


def test_the_agreement_and_every_table_follow_one_order(data):
    for table, column in (
        ("indikator", "kode"),
        ("kinerja", "indikator"),
        ("fakta", "indikator"),
        ("analisis", "indikator"),
        ("klaim", "ukuran"),
    ):
        rows = data.rows(table)
        at = rows[0].index(column)
        for row in rows[1:]:
            row[at] = row[at].replace("IKU-1", "IKU-11")
        data.write(table, rows)
    lk = lkipnb.open(OPD, TAHUN, data=data.path)
    shown = [f"IKU-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 11)]
    assert list(lk.hasil.capaian.kode) == shown
    assert [i["kode"] for i in lk.konteks["indikator"]] == shown
    names = dict(zip(lk.data.indikator.kode, lk.data.indikator.nama, strict=True))
    agreed = [row.isi["nama"] for row in perjanjian_kinerja.sajian(lk).baris]
    printed = [f"IKU-{n}" for n in (2, 3, 11, 4, 5, 6, 7, 8, 9)]  # of one sasaran together
    assert agreed == [names[kode] for kode in printed]


def test_shipped_sasaran_are_numbered_by_their_code():
    lk = lkipnb.open("contoh", 2023, data=DATA)
    assert [s["nomor"] for s in lk.konteks["sasaran"]] == [1, 2, 3]
