"""Budget and realisasi of an export are in one unit, or it is refused with its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkipnb.errors import DataError
from lkipnb.exchange.lra.ekspor import baca

LINES = (
    ("1.06.01.2.01.0001", "Gaji", 2_400_000_000, 2_350_000_000),
    ("1.06.01.2.01.0002", "Alat tulis", 30_000_000, 28_500_000),
    ("1.06.04.2.01.0001", "Bantuan", 900_000_000, 880_000_000),
    ("1.06.04.2.01.0002", "Pendataan", 85_000_000, 83_000_000),
)


def export(folder: Path, done) -> Path:
    """The lines as an export; `done` gives the realisasi of a line as it is typed."""
    rows = ["Kode;Uraian;Pagu;Realisasi"]
    for number, (code, name, budget, spent) in enumerate(LINES):
        rows.append(f"{code};{name};{budget};{done(number, spent)}")
    path = folder / "realisasi.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_amounts_in_one_unit_are_read(tmp_path):
    assert len(baca(export(tmp_path, lambda n, spent: spent)).baris) == 4


def test_a_line_that_spent_next_to_nothing_is_no_other_unit(tmp_path):
    assert baca(export(tmp_path, lambda n, spent: 20_000 if n == 1 else spent))


@pytest.mark.parametrize(
    ("done", "row"),
    [
        (lambda n, spent: spent // 1000, 2),
        (lambda n, spent: spent // 1000 if n > 1 else spent, 4),
        (lambda n, spent: spent * 1000 if n > 1 else spent, 4),
        (lambda n, spent: "83,000456" if n == 3 else spent, 5),
    ],
    ids=["ribuan", "satu program", "lebih seribu kali", "juta dengan pecahan"],
)
def test_a_realisasi_in_another_unit_than_its_pagu_is_refused_with_its_rows(tmp_path, done, row):
    with pytest.raises(DataError, match="satuan lain daripada pagunya") as refused:
        baca(export(tmp_path, done))
    (fault,) = refused.value.faults
    assert fault.row == row
