"""One filled form, changed in random clumsy ways: the same tables, or a refusal that names the
cell.
"""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from conftest import CASES
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkipnb.errors import DataError
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.schemas import YEAR_TABLES

OPD, TAHUN = "kecamatan", 2024
NOW = datetime(2026, 11, 27, 9, 30)
TABLES = ("sasaran", "indikator", "kinerja", "renstra", "anggaran", "belanja", "pegawai_golongan")
EDITS = 6
RUNS = 12

# An edit changes a sheet; it gives the cells that may be asked for because of it, none where there
# is one reading.
Edit = Callable[[random.Random, Worksheet], list[str]]


def _last(sheet: Worksheet) -> int:
    return max(row for row in range(1, sheet.max_row + 1) if any(_values(sheet, row)))


def _values(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def _data_cells(sheet: Worksheet) -> list:
    rows = sheet.iter_rows(min_row=4, max_row=_last(sheet), min_col=2)
    return [cell for row in rows for cell in row if cell.value]


def _amounts(sheet: Worksheet) -> list:
    money = [cell.column for cell in sheet[1] if str(cell.value).endswith("_rp")]
    return [cell for cell in _data_cells(sheet) if cell.column in money]


def spaces(rng: random.Random, sheet: Worksheet) -> list[str]:
    cell = rng.choice(_data_cells(sheet))
    cell.value = f" {cell.value}\u00a0 "
    return []


def total(rng: random.Random, sheet: Worksheet) -> list[str]:
    if not _amounts(sheet):
        return []
    row = _last(sheet) + rng.choice((1, 2))
    sheet.cell(row, 2).value = rng.choice(("JUMLAH", "Total"))
    sheet.cell(row, _amounts(sheet)[0].column).value = 123456
    return []


def blank_row(rng: random.Random, sheet: Worksheet) -> list[str]:
    sheet.insert_rows(rng.randint(4, _last(sheet)))
    return []


def own_column(rng: random.Random, sheet: Worksheet) -> list[str]:
    at = rng.randint(2, sheet.max_column + 1)
    sheet.insert_cols(at)
    sheet.cell(1, at).value = f"Ket. {at}"
    sheet.cell(_last(sheet), at).value = rng.choice(("SPJ, belum", 12, datetime(2024, 5, 6)))
    return []


def side_note(rng: random.Random, sheet: Worksheet) -> list[str]:
    sheet.cell(rng.randint(4, _last(sheet)), sheet.max_column + 2).value = "lihat, nota dinas"
    return []


def renamed(rng: random.Random, sheet: Worksheet) -> list[str]:
    if not sheet.title.endswith("2024"):
        sheet.title = f"{sheet.title.capitalize()} 2024"
    return []


def heading(rng: random.Random, sheet: Worksheet) -> list[str]:
    cell = rng.choice([cell for cell in sheet[1] if cell.value and cell.value != "#"])
    cell.value = rng.choice((f"{cell.value} ", str(cell.value).upper(), f"{cell.value}\n(Rp)"))
    return []


def letter_case(rng: random.Random, sheet: Worksheet) -> list[str]:
    names = {cell.column: str(cell.value) for cell in sheet[1]}
    words = ("polaritas", "jenis", "kelompok", "sifat_target")
    cells = [cell for cell in _data_cells(sheet) if names[cell.column] in words]
    if cells:
        cell = rng.choice(cells)
        cell.value = str(cell.value).upper()
    return []


def code_case(rng: random.Random, sheet: Worksheet) -> list[str]:
    names = {cell.column: str(cell.value) for cell in sheet[1]}
    cells = [cell for cell in _data_cells(sheet) if names[cell.column] in ("indikator", "sasaran")]
    if cells:
        cell = rng.choice(cells)
        cell.value = str(cell.value).lower()
    return []


def broken(rng: random.Random, sheet: Worksheet) -> list[str]:
    cells = _amounts(sheet)
    if not cells:
        return []
    cell = rng.choice(cells)
    cell.value = rng.choice(("=1+1", datetime(2024, 8, 5), "1.2.3x"))
    return [cell.coordinate]


def merged_amounts(rng: random.Random, sheet: Worksheet) -> list[str]:
    cells = [cell for cell in _amounts(sheet) if cell.row < _last(sheet)]
    if not cells or sheet.merged_cells.ranges:
        return []
    cell = rng.choice(cells)
    letter = get_column_letter(cell.column)
    sheet.merge_cells(f"{letter}{cell.row}:{letter}{cell.row + 1}")
    return [cell.coordinate]


KIND = (spaces, total, blank_row, own_column, side_note, renamed, heading, letter_case, code_case)


def exchanged_headings(rng: random.Random, sheet: Worksheet) -> list[str]:
    names = ("pagu_rp", "realisasi_rp")
    cells = [cell for cell in sheet[1] if str(cell.value).strip().lower().startswith(names)]
    if len(cells) != len(names):
        return []
    cells[0].value, cells[1].value = cells[1].value, cells[0].value
    return [cell.coordinate for cell in cells]


UNKIND = (broken, merged_amounts, exchanged_headings)


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    data = tmp_path_factory.mktemp("sumber") / "data"
    shutil.copytree(CASES / OPD, data / OPD)
    path = data / "formulir.xlsx"
    scaffold.export(OPD, TAHUN, data, path)
    import_form(path, data, NOW)
    return path


def _tables(year: Path) -> dict[str, list[list[str]]]:
    return {
        path.stem: list(csv.reader(path.open(encoding="utf-8", newline="")))
        for path in sorted(year.glob("*.csv"))
    }


@pytest.mark.parametrize("seed", range(RUNS))
def test_the_same_tables_or_a_refusal_that_names_the_cell(filled, tmp_path, seed):
    rng = random.Random(seed)
    book = openpyxl.load_workbook(filled)
    sheets = {name: book[name] for name in TABLES if name in YEAR_TABLES}
    for _ in range(EDITS):
        rng.choice(KIND)(rng, sheets[rng.choice(TABLES)])
    asked: list[tuple[str, str]] = []
    if seed % 2:
        sheet = sheets[rng.choice(("anggaran", "belanja"))]
        asked = [(sheet.title, cell) for cell in rng.choice(UNKIND)(rng, sheet)]
    path = tmp_path / "formulir.xlsx"
    book.save(path)
    if asked:
        with pytest.raises(DataError) as caught:
            import_form(path, tmp_path / "data", NOW)
        places = [fault.file for fault in caught.value.faults]
        assert places == [f"formulir.xlsx, lembar {title}, sel {cell}" for title, cell in asked]
        assert not (tmp_path / "data" / OPD / str(TAHUN)).exists()
        return
    import_form(path, tmp_path / "data", NOW)
    expected = _tables(filled.parent / OPD / str(TAHUN))
    assert _tables(tmp_path / "data" / OPD / str(TAHUN)) == expected
