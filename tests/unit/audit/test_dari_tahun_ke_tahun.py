"""Values against those of earlier years: changed since they were published, or never moved."""

from __future__ import annotations

import shutil

import pytest
from kecil import OPD, buat, indikator, kinerja, temuan

from lkipnb.audit.aturan.nilai_tetap import SEDIKITNYA
from lkipnb.audit.aturan.riwayat_berubah import ATURAN as BERUBAH

OWN = [indikator()]


def riwayat(tahun, realisasi, target="60"):
    return {"indikator": "A1", "tahun": tahun, "target": target, "realisasi": realisasi}


def with_last_year(folder, realisasi, history):
    """A year whose folder of the year before reports `realisasi`."""
    own = buat(folder / "kini", indikator=OWN, riwayat=history)
    before = buat(folder / "lalu", indikator=OWN, kinerja=[kinerja(realisasi=realisasi)])
    shutil.copytree(before / OPD / "2023", own / OPD / "2022")
    return own


@pytest.mark.parametrize(
    ("reported", "history", "told"),
    [("47.5", "47.5", False), ("47.5", "47.6", True), ("47.52", "47.5", False), ("47", "", False)],
)
def test_the_history_repeats_what_was_reported(tmp_path, reported, history, told):
    folder = with_last_year(tmp_path, reported, [riwayat(2022, history)])
    found = temuan(folder, BERUBAH.id)
    assert [(each.baris, each.kolom) for each in found] == ([(2, "realisasi")] if told else [])


def test_a_target_that_changed_afterwards_is_told(tmp_path):
    folder = with_last_year(tmp_path, "47.5", [riwayat(2022, "47.5", target="55")])
    (found,) = temuan(folder, BERUBAH.id)
    assert (found.tercetak, found.seharusnya) == ("55", "60")


def test_a_year_without_a_folder_is_not_compared(tmp_path):
    folder = with_last_year(tmp_path, "47.5", [riwayat(2021, "12")])
    assert temuan(folder, BERUBAH.id) == []


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ("85.71", ("85.71", "85.71"), True),
        ("85.71", ("85.71", "85.70"), False),
        ("85.72", ("85.71", "85.71"), False),
        ("85", ("85", "85"), False),
    ],
)
def test_three_years_of_one_fraction_were_not_measured(tmp_path, now, before, told):
    history = [riwayat(2021 + n, value) for n, value in enumerate(before)]
    folder = buat(tmp_path, indikator=OWN, kinerja=[kinerja(realisasi=now)], riwayat=history)
    assert bool(temuan(folder, "nilai-tetap")) is told


@pytest.mark.parametrize(
    ("number", "last", "told"),
    [(SEDIKITNYA, "60", True), (SEDIKITNYA - 1, "60", False), (SEDIKITNYA, "61", False)],
)
def test_every_realisasi_on_its_target_is_asked_about(tmp_path, number, last, told):
    codes = [f"A{n}" for n in range(1, number + 1)]
    own = [indikator(kode=kode, nama=f"Cakupan {kode}") for kode in codes]
    rows = [kinerja(kode, 60, 60) for kode in codes[:-1]] + [kinerja(codes[-1], 60, last)]
    folder = buat(tmp_path, indikator=own, kinerja=rows)
    assert bool(temuan(folder, "tepat-target")) is told
