"""A proposal stands alone only where every other is clearly worse; else the rivals are named."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache

import pytest
from conftest import ROOT
from shipped import DATA

from lkipnb.audit import Hasil, Materi, Temuan, muat, periksa, saran
from lkipnb.audit.diagnosis import Jaring
from lkipnb.audit.diagnosis.possible import impossible
from lkipnb.audit.diagnosis.slips import Tetangga, slip
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.temuan import CATATAN, Pilihan
from lkipnb.errors import UsageError

sys.path.insert(0, str(ROOT / "benchmarks"))
import tangan

# Of these nothing that changes a cell can be right: the code is wrong, or two readings are open.
NEVER_PROPOSED = (
    "baris di bawah induk lain",
    "satu angka kode salah",
    "dua jumlah saling mengimbangi",
    "dua kesalahan dalam satu kolom",
    "perubahan hanya sampai rincian",
    "perubahan hanya sampai induk",
)
EXPLAINED = (
    "dua baris berjauhan tertukar",
    "dua jumlah berjauhan tertukar",
    "dua kolom sekelompok tertukar",
    "pagu kurang satu angka",
)


@cache
def sound(tahun: int) -> Materi:
    return muat("contoh", tahun, DATA)


def told(name: str, number: int) -> tuple[set[str], Sequence[Temuan]]:
    """What is said of a mistake of a class, and the findings."""
    dice = random.Random(f"{name} {number}")
    materi = sound(dice.choice((2021, 2022, 2023)))
    found, _ = periksa(tangan.faulty(materi, tangan.CLASSES[name], dice))
    judged = [each for each in found if each.tingkat != CATATAN]
    return tangan.verdict(materi, judged), judged


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("name", NEVER_PROPOSED)
def test_no_cell_is_mended_where_none_is_known_to_be_wrong(name, number):
    verdict, found = told(name, number)
    assert tangan.WRONG not in verdict
    assert not any(each.perbaikan for each in found)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("name", EXPLAINED)
def test_what_was_exchanged_is_told(name, number):
    verdict, _ = told(name, number)
    assert tangan.WRONG not in verdict
    assert verdict & {tangan.RIGHT, tangan.NAMED}


def test_a_line_under_another_parent_is_told_by_its_code():
    _, found = told("baris di bawah induk lain", 1)
    assert any(each.saran.startswith("betulkan kode baris 4") for each in found)


def test_at_most_three_possibilities_are_named():
    for name in tangan.CLASSES:
        _, found = told(name, 1)
        assert all(len(each.pilihan) <= 3 for each in found)
        assert not any(each.perbaikan and each.pilihan for each in found)


BUDGET = {
    Sel("anggaran", 2, "pagu_rp"): Decimal(100),
    Sel("anggaran", 2, "realisasi_rp"): Decimal(90),
}


@pytest.mark.parametrize(
    ("column", "value", "refused"),
    [
        ("realisasi_rp", 100, False),
        ("realisasi_rp", 101, True),
        ("realisasi_rp", -1, True),
        ("pagu_rp", 90, False),
        ("pagu_rp", 89, True),
        ("serapan_persen", 100, False),
        ("serapan_persen", 101, True),
    ],
)
def test_no_mend_spends_more_than_there_is_or_less_than_nothing(column, value, refused):
    ubah = {Sel("anggaran", 2, column): Decimal(value)}
    assert impossible(Jaring([], BUDGET), ubah) is refused


def test_a_measure_may_fall_below_zero():
    ubah = {Sel("kinerja", 2, "realisasi"): Decimal("-1.5")}
    assert not impossible(Jaring([], {}), ubah)


def test_one_digit_of_a_short_number_is_a_weaker_sign_than_of_a_long_one():
    short = slip(Decimal("98.60"), Decimal("98.68"), Tetangga())
    long = slip(Decimal("102300000"), Decimal("102000000"), Tetangga())
    assert short.sebutan == long.sebutan == "satu angka salah"
    assert short.peringkat > long.peringkat


def test_a_group_of_one_line_has_not_copied_the_amount_of_its_line():
    assert not slip(Decimal(500), Decimal(0), Tetangga(atas=Decimal(500))).sebutan


def test_a_suggestion_that_has_rivals_is_not_chosen_for_the_user(tmp_path):
    choices = (Pilihan("tulis 1", ()), Pilihan("tulis 2", ()))
    advice = "salah satu dari: (1) tulis 1; (2) tulis 2"
    found = Temuan(
        "x", "galat", "anggaran.csv", 2, "pagu_rp", "3", "1", "", saran=advice, pilihan=choices
    )
    hasil = Hasil("contoh", 2023, False, (found,), (), ())
    (tmp_path / "contoh" / "2023").mkdir(parents=True)
    with pytest.raises(UsageError, match=r"pilih sendiri.*salah satu dari"):
        saran.terima(found.id, hasil, sound(2023), tmp_path, datetime(2024, 1, 2))
