"""Findings stand by level and cause, the most money and the most certain first."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from kecil import anggaran, buat, temuan

from lkipnb.audit import Hasil
from lkipnb.audit.dahulu import TERATAS, berurutan, kelompok, nilai_uang, teratas
from lkipnb.audit.keluaran import DAHULU, as_html, as_json, layar, teks
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Perbaikan, Temuan

ONE = Temuan(
    "a", GALAT, "anggaran.csv", 2, "pagu_rp", "100", "90", "pagu salah", "selip", "tulis 90"
)
MEND = (Perbaikan("anggaran", 2, "pagu_rp", "100", "90"),)


def of_rule(name: str, **more: object) -> Temuan:
    return replace(ONE, aturan=name, pesan=f"pesan {name}", **more)


def hasil(*found: Temuan) -> Hasil:
    return Hasil("kecil", 2023, False, tuple(found), (), ())


def order(*found: Temuan) -> list[str]:
    return [each.aturan for each in berurutan(found)]


def test_a_level_comes_before_money():
    small, large = of_rule("k", tingkat=PERINGATAN, seharusnya="0"), of_rule("g")
    note = of_rule("c", tingkat=CATATAN)
    assert order(note, small, large) == ["g", "k", "c"]


def test_more_money_comes_first():
    assert order(of_rule("x"), of_rule("y", seharusnya="50")) == ["y", "x"]


def test_of_equal_money_the_more_certain_comes_first():
    assert order(of_rule("x"), of_rule("y", perbaikan=MEND)) == ["y", "x"]


def test_what_cannot_be_read_comes_before_any_money():
    assert order(of_rule("x"), of_rule("kontrak", seharusnya=None)) == ["kontrak", "x"]


def test_findings_of_one_mend_stand_together():
    first, last = of_rule("x", perbaikan=MEND), of_rule("y", perbaikan=MEND, kolom="fisik_persen")
    assert order(first, of_rule("z", seharusnya="95"), last) == ["x", "y", "z"]


def test_what_tells_of_a_mended_row_belongs_to_the_mend():
    mend = of_rule("jumlah", baris=9, perbaikan=MEND)  # of row 2
    beyond, other = of_rule("pagu", kolom="realisasi_rp"), of_rule("lain", baris=5)
    assert order(beyond, other, mend) == ["jumlah", "pagu", "lain"]
    assert len(kelompok([beyond, other, mend])) == 2


@pytest.mark.parametrize(
    ("column", "right", "money"),
    [
        ("pagu_rp", "90", 10),
        ("pagu_rp", "110", 10),
        ("serapan_persen", "90", 0),
        ("pagu_rp", "paling banyak 90", 0),
        ("pagu_rp", None, 0),
        (None, "90", 0),
    ],
)
def test_money_is_what_differs(column, right, money):
    assert nilai_uang(replace(ONE, kolom=column, seharusnya=right)) == Decimal(money)


def many(number: int) -> list[Temuan]:
    return [of_rule(f"r{n}", seharusnya=str(n)) for n in range(number)]


@pytest.mark.parametrize(("number", "told"), [(TERATAS, 0), (TERATAS + 1, TERATAS)])
def test_three_causes_lead_where_there_are_more(number, told):
    assert len(teratas(many(number))) == told
    notes = [replace(each, tingkat=CATATAN) for each in many(9)]
    assert len(teratas([*many(number), *notes])) == told


def test_every_output_says_what_to_look_at_first():
    found = berurutan([*many(4), replace(many(1)[0], baris=7)])
    one = hasil(*found)
    assert teks(one).startswith(DAHULU)
    assert layar(one, 100).startswith(DAHULU)
    assert "pesan r0 (dan 1 temuan lain karena hal yang sama)" in teks(one)
    assert "<ol><li>" in as_html(one)
    assert json.loads(as_json(one))["dahulu"][0] == found[0].id


def test_few_findings_need_no_head():
    one = hasil(*many(2))
    assert DAHULU not in teks(one) + layar(one, 100) + as_html(one)


def test_the_larger_sum_of_a_year_leads(tmp_path):
    rows = [
        anggaran("1.02.02", 1000, 800),
        anggaran("1.02.02.2.01", 1001, 801),
        anggaran("1.02.03", 90_000, 50_000),
        anggaran("1.02.03.2.01", 57_123, 50_000),
    ]
    found = temuan(buat(tmp_path, anggaran=rows), "jumlah-anggaran")
    assert found[0].baris == 4
