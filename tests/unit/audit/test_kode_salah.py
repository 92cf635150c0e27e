"""A line under another parent than its own is told at its code, with the code that is meant."""

from __future__ import annotations

import pytest
from kecil import anggaran, buat, temuan


def year(folder, code):
    """A line of 70 whose code is given; its place below 1.02.02.2.01 is free."""
    rows = [
        anggaran("1.02.02", 300, 250, pagu_murni_rp=240),
        anggaran("1.02.02.2.01", 170, 150, pagu_murni_rp=140),
        anggaran("1.02.02.2.01.01", 100, 90, pagu_murni_rp=80),
        anggaran(code, 70, 60, pagu_murni_rp=60, uraian="Pindah"),
        anggaran("1.02.02.2.02", 130, 100, pagu_murni_rp=100),
        anggaran("1.02.02.2.02.01", 130, 100, pagu_murni_rp=100),
    ]
    return temuan(buat(folder, anggaran=rows))


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("1.02.02.2.02.02", "1.02.02.2.01.02"),
        ("1.02.02.2.08.02", "1.02.02.2.01.02"),
        ("1.02.02.2.02.01", "1.02.02.2.01"),  # 1.02.02.2.01.01 is another line
    ],
)
def test_the_code_that_is_meant_is_told_at_the_code(tmp_path, code, meant):
    found = [each for each in year(tmp_path, code) if each.aturan == "jumlah-anggaran"]
    told = [each for each in found if each.kolom == "kode_rekening"]
    assert [(each.baris, each.tercetak) for each in told] == [(5, code)]
    assert told[0].saran.endswith(f"yaitu {meant}")
    assert not told[0].perbaikan


def test_a_line_that_lacks_its_code_stops_nothing(tmp_path):
    assert any(each.kolom == "kode_rekening" for each in year(tmp_path, ""))
