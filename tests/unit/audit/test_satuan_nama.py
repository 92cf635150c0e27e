"""A unit that contradicts the name of its indicator is asked about."""

from __future__ import annotations

import pytest
from kecil import buat, indikator, temuan


@pytest.mark.parametrize(
    ("nama", "satuan", "told"),
    [
        ("Persentase posyandu aktif", "orang", True),
        ("Prosentase posyandu aktif", "unit", True),
        ("Persentase posyandu aktif", "%", False),
        ("Persentase posyandu aktif", "poin persen", False),
        ("Cakupan posyandu aktif", "orang", False),
        ("Jumlah posyandu aktif", "persen", True),
        ("Jumlah posyandu aktif", "unit", False),
        ("Jumlah desa dengan persentase stunting rendah", "persen", False),
    ],
)
def test_name_and_unit(tmp_path, nama, satuan, told):
    folder = buat(tmp_path, indikator=[indikator(nama=nama, satuan=satuan)])
    assert bool(temuan(folder, "satuan-nama")) is told
