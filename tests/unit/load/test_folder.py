"""A report is made from what people put into a year, not from what the program leaves beside it."""

from __future__ import annotations

import pytest

from lkipnb.load.folder import left_out


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("kinerja.csv", False),
        ("narasi/simpulan.md", False),
        ("narasi/formulir.xlsx", False),
        ("formulir.xlsx", True),
        ("kinerja.csv.cadangan-20240101", True),
        (".2020.kunci", True),
        ("narasi/.simpulan.md.baru-01234567", True),
        ("formulir.xlsx.kesalahan.txt", True),
    ],
)
def test_locks_copies_forms_and_notes_are_no_input(path, left):
    assert left_out(path.split("/")) is left
