"""What a chapter finds by name, and which analyses the data of a sasaran allow."""

from __future__ import annotations

import inspect

import kecil
import pytest
from baris import baris

from lkipnb.present.analisis import DAPAT, pilah
from lkipnb.present.kalimat.hitung import perincian
from lkipnb.present.koleksi import Koleksi
from lkipnb.rules import rules
from lkipnb.schemas import Indikator


@pytest.fixture
def lk(tmp_path):
    return kecil.buka(tmp_path)


def test_a_block_is_found_by_the_name_of_its_module_and_an_unknown_one_is_told(lk):
    assert isinstance(lk.tabel, Koleksi)
    assert "capaian_sasaran" in dir(lk.tabel)
    with pytest.raises(AttributeError, match="has no tidak_ada"):
        lk.tabel.tidak_ada()


def test_a_block_of_each_sasaran_says_that_it_needs_one(lk):
    asked = {
        name: list(inspect.signature(getattr(lk.tabel, name)).parameters) for name in dir(lk.tabel)
    }
    assert asked["efisiensi"] == ["sasaran"]
    assert all(names in ([], ["sasaran"]) for names in asked.values())


def test_what_the_data_do_not_give_shows_nothing(lk):
    assert lk.tabel.aset() is None


SASARAN = {
    "indikator": [{"deret": {2023: 1}, "analisis": []}],
    "dihapus": [],
    "kemajuan": [{"target_akhir": None}],
    "standar": [],
    "anggaran": {"a": None},
    "efisiensi": [],
    "program": [],
}


def told(**more: object) -> list[str]:
    chosen = pilah({**SASARAN, **more}, rules(2023).analisis, 2023)
    return [row["kunci"] for row in chosen["analisis"]]


@pytest.mark.parametrize(
    ("more", "analysis"),
    [
        ({"indikator": [{"deret": {2022: 5, 2023: 1}, "analisis": []}]}, "tahun-lalu"),
        ({"dihapus": [{}]}, "tahun-lalu"),
        ({"kemajuan": [{"target_akhir": 9}]}, "renstra"),
        ({"standar": [{"lingkup": "nasional"}]}, "standar"),
        ({"efisiensi": [{"a": 1}]}, "efisiensi"),
        ({"program": [{}]}, "program"),
    ],
)
def test_an_analysis_is_told_where_the_data_allow_it(more, analysis):
    assert analysis not in told()
    assert analysis in told(**more)


def test_a_year_without_a_value_is_no_earlier_year():
    assert "tahun-lalu" not in told(indikator=[{"deret": {2022: None, 2023: 1}, "analisis": []}])


def test_every_analysis_of_the_rules_has_its_condition():
    assert rules(2023).analisis.keys() == DAPAT.keys()


def test_the_analyses_that_the_data_do_not_allow_are_named():
    chosen = pilah(SASARAN, rules(2023).analisis, 2023)
    assert len(chosen["analisis"]) + len(chosen["tanpa_analisis"]) == len(DAPAT)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (["rumah", "rumah"], "Cara menghitung tiap indikator"),
        (["rumah", None], "sejauh ditetapkan"),
        ([None], "Satuan dan arah tiap indikator"),
    ],
)
def test_the_table_of_indicators_is_announced_by_what_it_tells(parts, words):
    assert words in perincian([baris(Indikator, pembilang=part) for part in parts])
