"""A scale covers every possible capaian once: both sides of each bound."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from lkipnb.calculate.predikat import predikat
from lkipnb.rules.selang import Skala

SOURCE = {
    "nama": "Skala uji",
    "dasar": "Keputusan kepala dinas",
    "satuan": "persen",
    "berlaku": {"dari": 2006},
}
HIGH, LOW = {"dari": 60, "predikat": "Tinggi"}, {"sampai": 60, "predikat": "Rendah"}


def scale(*classes: dict, **more: object) -> Skala:
    return Skala(selang=classes, **SOURCE, **more)


def test_an_open_scale_gives_every_capaian_a_predicate():
    made = scale(HIGH, LOW)
    told = [predikat(Decimal(value), made) for value in ("-5", "59.999", "60", "1000000")]
    assert told == ["Rendah", "Rendah", "Tinggi", "Tinggi"]


@pytest.mark.parametrize(
    ("top", "cap", "termasuk", "good"),
    [
        (100, None, "bawah", False),
        (100, 99, "bawah", True),
        (100, 100, "bawah", False),
        (100, 100, "atas", True),
        (100, 101, "atas", False),
    ],
)
def test_a_scale_closed_at_the_top_stands_only_under_a_cap_that_it_holds(top, cap, termasuk, good):
    classes = [HIGH | {"sampai": top}, LOW]
    limits = {"tertinggi": cap, "termasuk": termasuk}
    if good:
        assert scale(*classes, **limits)
        return
    with pytest.raises(ValidationError, match=f"di atas {top} tidak ada predikat"):
        scale(*classes, **limits)


@pytest.mark.parametrize(
    ("low", "floor", "termasuk", "good"),
    [
        (0, None, "bawah", False),
        (0, 1, "bawah", True),
        (0, 0, "bawah", True),
        (0, 0, "atas", False),
        (0, -1, "bawah", False),
    ],
)
def test_a_scale_closed_below_stands_only_above_a_floor_that_it_holds(low, floor, termasuk, good):
    classes = [HIGH, LOW | {"dari": low}]
    limits = {"terendah": floor, "termasuk": termasuk}
    if good:
        assert scale(*classes, **limits)
        return
    with pytest.raises(ValidationError, match=f"di bawah {low} tidak ada predikat"):
        scale(*classes, **limits)


@pytest.mark.parametrize(("termasuk", "word"), [("bawah", "Tinggi"), ("atas", "Rendah")])
def test_a_shared_bound_belongs_to_the_class_that_the_scale_says(termasuk, word):
    assert predikat(Decimal(60), scale(HIGH, LOW, termasuk=termasuk)) == word


@pytest.mark.parametrize(
    ("upper", "lower"),
    [({"dari": 60}, {"sampai": 59}), ({"dari": 60}, {"sampai": 61}), ({}, {"sampai": 60})],
)
def test_a_gap_and_an_overlap_are_refused(upper, lower):
    with pytest.raises(ValidationError, match="celah atau tumpang tindih"):
        scale({"predikat": "Tinggi"} | upper, {"predikat": "Rendah"} | lower)


def test_a_class_that_ends_below_its_beginning_is_refused():
    middle = {"dari": 60, "sampai": 50, "predikat": "Sedang"}
    with pytest.raises(ValidationError, match="selang Sedang kosong"):
        scale({"dari": 50, "predikat": "Tinggi"}, middle, LOW)


def test_a_class_that_names_its_bounds_leaves_its_neighbours_the_rest():
    made = scale(HIGH | {"batas": "tanpa"}, LOW)
    assert (made.memuat_bawah(0), made.memuat_atas(1)) == (False, True)
    assert made.memuat_atas(0) is False
