"""What was promised is told with the time of the promise."""

from __future__ import annotations

import pytest
from shipped import DATA

import lkipnb
from lkipnb.present.perjanjian import saat


@pytest.mark.parametrize(
    ("opd", "tahun", "when"),
    [("contoh", 2023, ", sebelum perubahan anggaran"), ("dinsos-flores-timur", 2020, "")],
)
def test_a_budget_before_its_change_says_so(opd, tahun, when):
    lk = lkipnb.open(opd, tahun, data=DATA)
    assert saat(lk.data.profil, lk.results.anggaran.jumlah) == when
    promised = lk.tabel.perjanjian_program()
    assert promised.judul.endswith(f"tahun {tahun}{when}")
