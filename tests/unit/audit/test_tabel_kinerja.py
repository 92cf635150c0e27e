"""Slips of the tables of performance: quarters since January, target and realisasi exchanged."""

from __future__ import annotations

import pytest
from kecil import buat, indikator, kinerja, temuan

OWN = indikator(nama="Jumlah posyandu aktif", satuan="unit", triwulan="jumlah")


def quarters(targets, done):
    return [
        {"indikator": "A1", "triwulan": n, "target": t, "realisasi": r}
        for n, (t, r) in enumerate(zip(targets, done, strict=True), start=1)
    ]


def told(folder, row, targets, done):
    made = buat(folder, indikator=[OWN], kinerja=[row], triwulan=quarters(targets, done))
    return temuan(made, "nilai-triwulan")


def test_quarters_that_add_up_since_january_are_taken_apart(tmp_path):
    (one,) = told(tmp_path, kinerja(target=40, realisasi=66), [10] * 4, [9, 30, 55, 66])
    assert one.saran == "tulis nilai tiap triwulan saja: 9; 21; 25; 11"
    assert [(c.tabel, c.baris, c.terkoreksi) for c in one.perbaikan] == [
        ("triwulan", 3, "21"),
        ("triwulan", 4, "25"),
        ("triwulan", 5, "11"),
    ]


@pytest.mark.parametrize(
    "done",
    [
        (9, 30, 55, 65),  # the last is not the year
        (30, 9, 55, 66),  # a sum does not fall
    ],
)
def test_other_quarters_are_not_taken_apart(tmp_path, done):
    found = told(tmp_path, kinerja(target=40, realisasi=66), [10] * 4, done)
    assert not any("sejak awal tahun" in each.sebab for each in found)


@pytest.mark.parametrize(("year", "apart"), [(10, True), (9, False)])
def test_of_few_things_a_quarter_is_the_year_by_chance(tmp_path, year, apart):
    found = told(tmp_path, kinerja(target=40, realisasi=year), [10] * 4, [1, 2, 3, year])
    assert any("sejak awal tahun" in each.sebab for each in found) is apart


def test_target_and_realisasi_in_each_others_place(tmp_path):
    found = told(tmp_path, kinerja(target=47, realisasi=40), [10] * 4, [11, 12, 11, 13])
    assert {(c.kolom, c.terkoreksi) for each in found for c in each.perbaikan} == {
        ("target", "40"),
        ("realisasi", "47"),
    }


def test_no_quarter_is_mended_below_zero(tmp_path):
    found = told(tmp_path, kinerja(target=40, realisasi=30), [10] * 4, [2, 40, 1, 3])
    cells = [c for t in found for p in (t, *t.pilihan) for c in p.perbaikan]
    assert cells
    assert not any(c.terkoreksi.startswith("-") for c in cells)
