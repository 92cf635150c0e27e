"""The rules of a year: those in force, each with its source; a year without them is refused."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from lkipnb.errors import UsageError
from lkipnb.rules import Jenjang, rules
from lkipnb.rules.bentuk import Berlaku, RumusCapaian, nama_rumus
from lkipnb.rules.entri import entri
from lkipnb.rules.setahun import SETS
from lkipnb.rules.skala import dari_tinggi


def test_a_rule_holds_from_its_first_year_to_its_last_and_both_are_within():
    until = Berlaku(dari=2006, sampai=2020)
    assert [year in until for year in (2005, 2006, 2020, 2021)] == [False, True, True, False]
    assert 2999 in Berlaku(dari=2006)


def test_the_law_of_the_budget_changes_with_2021():
    before, after = rules(2020).anggaran, rules(2021).anggaran
    assert before.kelompok == ("tidak langsung", "langsung")
    assert after.kelompok == ("operasi", "modal", "tidak terduga", "transfer")
    assert len(after.tingkat) == len(before.tingkat) + 1 == 3


def test_the_first_year_is_that_of_the_rule_that_begins_last():
    with pytest.raises(UsageError, match=r"mulai tahun 2014 \(PermenPANRB Nomor 53 Tahun 2014"):
        rules(2013)
    assert rules(2014).tahun == 2014


@pytest.mark.parametrize("name", SETS)
def test_every_rule_has_a_source_and_a_year(name):
    file, form = SETS[name]
    for key, rule in entri(file, form).items():
        assert len(rule.dasar) >= 10, key
        assert rule.berlaku.dari >= 1999, key


def test_a_rule_without_a_source_does_not_load():
    told = {
        "berlaku": {"dari": 2006},
        "satuan": "persen",
        "hal": "x",
        "rumus": "R/T",
        "tampil": "x",
    }
    with pytest.raises(ValidationError, match="dasar"):
        RumusCapaian.model_validate(told)


@pytest.mark.parametrize(
    ("cells", "rumus"),
    [
        ({"rumus": "turun-t-per-r"}, "turun-t-per-r"),
        ({"polaritas": "turun"}, "turun"),
        ({"polaritas": "naik"}, "naik"),
        ({"jenis": "rentang"}, "rentang"),
        ({"jenis": "ya-tidak", "polaritas": "turun"}, "ya-tidak"),
    ],
)
def test_the_formula_that_is_named_comes_first_then_the_kind_then_the_direction(cells, rumus):
    row = {"rumus": None, "jenis": "angka", "polaritas": "naik"} | cells
    assert nama_rumus(SimpleNamespace(**row), rules(2020).capaian) == rumus


LADDER = Jenjang(
    tingkat=("D", "C", "B"),
    nilai=(Decimal(0), Decimal(30), Decimal(60)),
    berlaku={"dari": 2006},
    dasar="PermenPANRB 88/2021",
    satuan="predikat",
)


def test_a_level_has_its_place_whatever_its_capitals():
    assert LADDER.peringkat(["b", "D", "AA"]) == [2, 0, None]


@pytest.mark.parametrize(
    ("level", "score", "held"),
    [
        ("C", 29, False),
        ("C", 30, True),
        ("C", 60, True),
        ("C", 61, False),
        ("B", 60, True),
        ("B", 100, True),
        ("B", 59, False),
        ("D", 0, True),
        ("AA", 50, False),
    ],
)
def test_a_score_belongs_to_its_level_and_a_bound_to_both(level, score, held):
    assert LADDER.memuat(level, Decimal(score)) is held


def test_an_own_scale_is_put_from_high_to_low_and_a_single_number_below_what_begins_at_it():
    rows = [
        {"dari": None, "sampai": Decimal(60), "predikat": "bawah"},
        {"dari": Decimal(60), "sampai": Decimal(60), "predikat": "tepat"},
        {"dari": Decimal(60), "sampai": None, "predikat": "atas"},
    ]
    assert [row["predikat"] for row in dari_tinggi(rows)] == ["atas", "tepat", "bawah"]
