"""However often a fault stands in an export, it is told in one line with a count and three places,
and the whole list stands beside the file.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from lkipnb.errors import DataError
from lkipnb.exchange.lra import Pilihan, baca, tulis

OPD, TAHUN, TIMES = "dinsos-flores-timur", 2020, 9
HEADER = "Kode;Uraian;Anggaran;Realisasi;Sumber Dana"
ROW = "1.06.01.{n:02};Program {n};{n}000;{n}00;APBD"


def rows(row: str, other: str = "") -> str:
    """The header and rows that all have the same fault, each of another value."""
    lines = [row.format(n=n) for n in range(1, TIMES + 1)]
    return "\n".join([HEADER, *([other] if other else []), *lines]) + "\n"


KINDS = {
    "an amount that is none": rows(ROW.replace("{n}000", "kira-kira {n}")),
    "an amount that may be two": rows(ROW.replace("{n}000", "{n}000000.000")),
    "a separator within an amount": rows(ROW.replace("APBD", "APBD;{n}")),
    "a code once more": rows(ROW, "\n".join(ROW.format(n=n) for n in range(1, TIMES + 1))),
    "no code": rows(ROW.replace("1.06.01.{n:02}", ""), "1.05;Program;1000;100;APBD"),
    "no name": rows(ROW.replace("Program {n}", "")),
    "a code that became a date": rows(ROW.replace("1.06.01.{n:02}", "2020-01-{n:02}")),
    "sums that do not hold": rows(
        f"{ROW}\n{ROW.replace('{n:02};', '{n:02}.01;').replace('{n}000', '{n}001')}"
    ),
    "spending below zero": rows(ROW.replace("{n}00;", "({n}00);")),
    "a name like a formula": rows(ROW.replace("Program {n}", "=SUM({n})")),
    "a name with what nobody sees": rows(ROW.replace("Program {n}", "Program\u200b{n}")),
}


def faults_of(path: Path, data: Path):
    with pytest.raises(DataError) as caught:
        tulis(baca(path, Pilihan(TAHUN, satuan=1)), OPD, TAHUN, data, datetime(2026, 1, 1))
    return caught.value.faults


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_fault_is_one_line(tmp_path, data, kind):
    path = tmp_path / "a.csv"
    path.write_text(KINDS[kind], encoding="utf-8")
    *told, last = faults_of(path, data.path)
    (fault,) = told
    assert f"({TIMES} kali; juga baris " in str(fault)
    assert str(fault).endswith(f", dan {TIMES - 4} lagi)")
    assert last.expected.endswith("kesalahan, ada di a.csv.kesalahan.txt")
    whole = (tmp_path / "a.csv.kesalahan.txt").read_text(encoding="utf-8").splitlines()
    assert len(whole) == TIMES
