"""A form as the files of a year in a folder for trial, each record in the row that it has in
Excel.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.exchange.form import EXAMPLE, MARK, MEANING, PROFILE_SHEET, PROSE_SHEET
from lkipnb.exchange.isian import pair, profile_text
from lkipnb.load.places import nama_sah
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import YEAR_TABLES, Anggaran, Table

BUDGET = Anggaran.table
_PROSE_NAME = re.compile(r"[a-z0-9_]+")
_EXAMPLE_CHANGED = f"baris contoh diubah; kosongkan kolom {MARK} bila baris ini data"
_UNKNOWN_SHEET = "lembar ini tidak dikenal; hapus atau ganti namanya"


def stage(sheets: Mapping[str, Rows], folder: Path, file: str) -> list[Fault]:
    """Write the tables, the profile and the prose of a form; what cannot be written is told."""
    folder.mkdir(parents=True)
    faults = []
    for table in YEAR_TABLES.values():
        if table.name in sheets:
            faults += _stage_table(sheets[table.name], table, folder, file)
    faults += _stage_profile(sheets.get(PROFILE_SHEET, []), folder, file)
    faults += _stage_prose(sheets.get(PROSE_SHEET, []), folder / PROSE_FOLDER, file)
    return faults + _unknown(sheets, file)


def keep_budget(sheets: Mapping[str, Rows], target: Path, folder: Path) -> tuple[str, ...]:
    """The budget that an export filled stays while the form's own sheet is empty; gives the names
    of the tables that stay.
    """
    earlier = target / BUDGET.file
    typed = any(_is_data(row) for row in sheets.get(BUDGET.name, [])[1:])
    if typed or not earlier.is_file():
        return ()
    # A link stays one, so that the reader of the trial judges where it leads.
    shutil.copy2(earlier, folder / BUDGET.file, follow_symlinks=False)
    return (BUDGET.name,)


def close_gaps(folder: Path) -> dict[str, list[int]]:
    """Take out the blank rows of each table; gives the rows that its records had in the form."""
    return {name: _without_blank_rows(folder, table) for name, table in YEAR_TABLES.items()}


def place_of(file: str, sheet: str) -> str:
    """A sheet of a file as messages name it."""
    return f"{file}, lembar {sheet}"


def _stage_table(rows: Rows, table: Table, folder: Path, file: str) -> list[Fault]:
    records, faults = _records(rows, table, place_of(file, table.name))
    _write(folder / f"{table.name}.csv", records)
    return faults


def _records(rows: Rows, table: Table, where: str) -> tuple[Rows, list[Fault]]:
    """Header and records without the mark column; rows that are not data are blank.

    A row still marked as the example although its content was changed is a fault: what a planner
    typed is never dropped silently.
    """
    width = len(rows[0]) if rows else 0
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    if not rows or rows[0][:1] != [MARK]:
        return padded, []
    example = [EXAMPLE, *(column.example for column in table.columns)][:width]
    records = [padded[0][1:]]
    faults = []
    for number, row in enumerate(padded[1:], start=2):
        if row[0] == EXAMPLE and row != example:
            faults.append(Fault(where, number, None, None, _EXAMPLE_CHANGED))
        is_own = row[0] in (MEANING, EXAMPLE)
        records.append([""] * (width - 1) if is_own else row[1:])
    return records, faults


def _stage_profile(rows: Rows, folder: Path, file: str) -> list[Fault]:
    content, faults = profile_text(rows, place_of(file, PROFILE_SHEET))
    (folder / PROFILE_FILE).write_text(content, encoding="utf-8")
    return faults


def _stage_prose(rows: Rows, folder: Path, file: str) -> list[Fault]:
    folder.mkdir()
    where = place_of(file, PROSE_SHEET)
    faults = []
    for number, row in enumerate(rows[1:], start=2):
        name, text = pair(row)
        reason = _no_piece(name, folder)
        if reason:
            faults.append(Fault(where, number, "nama", name, reason))
        elif name and text:
            (folder / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    return faults


def _no_piece(name: str, folder: Path) -> str | None:
    """Why no piece of prose can have this name."""
    if name and not nama_sah(name, _PROSE_NAME):
        return "hanya huruf kecil, angka, dan garis bawah"
    if (folder / f"{name}.md").exists():
        return "tertulis dua kali"
    return None


def _unknown(sheets: Mapping[str, Rows], file: str) -> list[Fault]:
    known = {*YEAR_TABLES, PROFILE_SHEET, PROSE_SHEET}
    names = sheets.keys() - known
    return [Fault(place_of(file, name), None, None, None, _UNKNOWN_SHEET) for name in names]


def _is_data(row: list[str]) -> bool:
    return any(row) and row[0] not in (MEANING, EXAMPLE)


def _without_blank_rows(folder: Path, table: Table) -> list[int]:
    """Close the gaps that the form's own rows left, and drop an optional table without rows.

    Gives the rows that the records had before.
    """
    path = folder / f"{table.name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = {number: row for number, row in enumerate(csv.reader(file), start=1) if any(row)}
    if len(rows) < 2 and table.optional:
        path.unlink()
        return []
    _write(path, list(rows.values()))
    return list(rows)[1:]


def _write(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
