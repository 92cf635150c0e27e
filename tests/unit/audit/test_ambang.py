"""Both sides of the thresholds of rules that judge how far a value may be off."""

from __future__ import annotations

import shutil

import pytest
from kecil import OPD, anggaran, buat, indikator, kinerja, temuan


def found(folder, rule: str) -> list[tuple]:
    return [(one.baris, one.kolom) for one in temuan(folder, rule)]


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        ("79.9", "10", False),
        ("80", "10", True),
        ("10", "80", True),
        ("10.1", "80", False),
        ("-80", "10", False),
        ("0", "10", False),
    ],
)
def test_a_value_that_grew_or_shrank_eightfold_is_asked_about(tmp_path, now, then, told):
    own = [indikator(satuan="orang")]
    folder, before = (
        buat(tmp_path / name, indikator=own, kinerja=[kinerja(realisasi=value)])
        for name, value in (("kini", now), ("lalu", then))
    )
    shutil.copytree(before / OPD / "2023", folder / OPD / "2022")
    assert (found(folder, "lonjakan") == [(2, "realisasi")]) is told


def test_a_year_without_a_past_jumps_nowhere(tmp_path):
    assert found(buat(tmp_path), "lonjakan") == []


@pytest.mark.parametrize(
    ("realisasi", "told"), [("0", False), ("-0.1", True), ("100", False), ("100.1", True)]
)
def test_what_should_fall_has_a_capaian_from_0_to_200(tmp_path, realisasi, told):
    own = indikator(polaritas="turun", satuan="orang")
    folder = buat(tmp_path, indikator=[own], kinerja=[kinerja(target=50, realisasi=realisasi)])
    assert bool(found(folder, "capaian-mustahil")) is told


@pytest.mark.parametrize(("realisasi", "told"), [("500", False), ("500.1", True), ("-501", True)])
def test_a_capaian_beyond_ten_times_the_target_is_asked_about(tmp_path, realisasi, told):
    own = indikator(satuan="orang")
    folder = buat(tmp_path, indikator=[own], kinerja=[kinerja(target=50, realisasi=realisasi)])
    assert bool(found(folder, "capaian-berlipat")) is told


@pytest.mark.parametrize(("spent", "told"), [(100, False), (101, True), (99, False)])
def test_more_spent_than_there_was_is_told_from_the_first_rupiah(tmp_path, spent, told):
    folder = buat(tmp_path, anggaran=[anggaran("1.02.02", 100, spent)])
    assert bool(found(folder, "realisasi-pagu")) is told


@pytest.mark.parametrize(
    ("printed", "told"),
    [("66.67", False), ("66.66", True), ("66.68", True), ("66.7", False), ("67", False)],
)
def test_a_printed_percentage_holds_where_it_is_a_rounding_to_its_digits(tmp_path, printed, told):
    folder = buat(tmp_path, anggaran=[anggaran("1.02.02", 300, 200, serapan_persen=printed)])
    assert bool(found(folder, "persen-anggaran")) is told


@pytest.mark.parametrize(("parts", "told"), [((60, 40), False), ((60, 41), True), ((60, 39), True)])
def test_a_programme_is_the_sum_of_its_lines_to_the_rupiah(tmp_path, parts, told):
    lines = [
        anggaran("1.02.02", 100, 50),
        *(anggaran(f"1.02.02.2.0{n}", part, 25) for n, part in enumerate(parts, start=1)),
    ]
    assert bool(found(buat(tmp_path, anggaran=lines), "jumlah-anggaran")) is told


def test_pagu_before_the_change_adds_up_too(tmp_path):
    lines = [
        anggaran("1.02.02", 100, 50, pagu_murni_rp=90),
        anggaran("1.02.02.2.01", 60, 25, pagu_murni_rp=50),
        anggaran("1.02.02.2.02", 40, 25, pagu_murni_rp=41),
    ]
    told = {column for _, column in found(buat(tmp_path, anggaran=lines), "jumlah-anggaran")}
    assert told == {"pagu_murni_rp"}
