"""A form as the files of a year in a folder for trial, each record in the row that it has in
Excel.
"""

from __future__ import annotations

import csv
from pathlib import Path

from lkipnb.exchange.isian import profile_text
from lkipnb.exchange.terisi.formulir import Formulir
from lkipnb.exchange.terisi.tabel import Tabel
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import YEAR_TABLES, Table


def stage(form: Formulir, folder: Path) -> None:
    """Write the tables, the profile and the prose of a form."""
    folder.mkdir(parents=True)
    for name, read in form.tabel.items():
        _write(folder / f"{name}.csv", _rows(read))
    stage_profile(folder, profile_text(form.profil.nilai))
    prose = folder / PROSE_FOLDER
    prose.mkdir()
    for name, text in form.narasi.teks.items():
        if text:
            (prose / f"{name}.md").write_text(text + "\n", encoding="utf-8")


def stage_profile(folder: Path, content: str) -> None:
    (folder / PROFILE_FILE).write_text(content, encoding="utf-8")


def close_gaps(folder: Path) -> dict[str, list[int]]:
    """Take out the blank rows of each table; gives the rows that its records had in the form."""
    return {name: _without_blank_rows(folder, table) for name, table in YEAR_TABLES.items()}


def place_of(file: str, sheet: str) -> str:
    """A sheet of a file as messages name it."""
    return f"{file}, lembar {sheet}"


def _rows(read: Tabel) -> Rows:
    """The header, and below it each record at its own row; rows without one are blank."""
    names = read.table.names
    last = max(read.records, default=1)
    blank: Rows = [[""] * len(names) for _ in range(last - 1)]
    for number, record in read.records.items():
        blank[number - 2] = [record.get(name, "") for name in names]
    return [list(names), *blank]


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
