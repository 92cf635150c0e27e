"""An indicator that cannot be measured as it says is refused where it says so."""

from __future__ import annotations

import pytest
from kecil import OPD, TAHUN, buat, indikator, kinerja, temuan

import lkipnb
from lkipnb.errors import DataError


@pytest.mark.parametrize(
    ("cells", "column", "word"),
    [
        ({"jenis": "jenjang", "jenjang": "B; BB; B"}, "jenjang", "tingkat b tertulis dua kali"),
        ({"jenis": "jenjang", "jenjang": "B; BB; b"}, "jenjang", "tingkat b tertulis dua kali"),
        ({"jenis": "jenjang", "jenjang": "B; BB", "rumus": "naik"}, "rumus", "jenis jenjang"),
        ({"rumus": "jenjang"}, "rumus", "jenis angka"),
        ({"rumus": "turun-t-per-r"}, "rumus", "polaritas turun, padahal naik"),
        ({"rumus": "naik", "polaritas": "turun"}, "rumus", "polaritas naik, padahal turun"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, cells, column, word):
    level = "BB" if cells.get("jenis") == "jenjang" else "60"
    folder = buat(tmp_path, indikator=[indikator(**cells)], kinerja=[kinerja("A1", level, level)])
    with pytest.raises(DataError, match=word) as refused:
        lkipnb.open(OPD, TAHUN, data=folder)
    assert [(f.file, f.row, f.column) for f in refused.value.faults] == [
        ("indikator.csv", 2, column)
    ]
    assert word in temuan(folder, "kontrak")[0].pesan


@pytest.mark.parametrize(
    ("cells", "level"),
    [
        ({"jenis": "jenjang", "jenjang": "B; BB", "rumus": "jenjang"}, "BB"),
        ({"rumus": "naik"}, "60"),
        ({"rumus": "turun-t-per-r", "polaritas": "turun"}, "60"),
        ({"rumus": "turun", "polaritas": "turun"}, "60"),
    ],
)
def test_what_fits_is_taken(tmp_path, cells, level):
    folder = buat(tmp_path, indikator=[indikator(**cells)], kinerja=[kinerja("A1", level, level)])
    assert not temuan(folder, "kontrak")


@pytest.mark.parametrize(("floor", "taken"), [("99.99", True), ("100", False), ("110", False)])
def test_a_floor_lies_below_the_cap(tmp_path, floor, taken):
    folder = buat(tmp_path, {"batas_capaian": 100, "batas_bawah": float(floor)})
    if taken:
        assert lkipnb.open(OPD, TAHUN, data=folder)
        return
    with pytest.raises(DataError, match="kurang dari batas_capaian, 100") as refused:
        lkipnb.open(OPD, TAHUN, data=folder)
    assert [f.column for f in refused.value.faults] == ["pengukuran.batas_bawah"]
