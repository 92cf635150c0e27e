"""Rows of the trial told as cells of the form that they came from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from lkipnb.errors import Fault
from lkipnb.exchange.form import PROFILE_SHEET, PROSE_SHEET
from lkipnb.exchange.staging import place_of
from lkipnb.load import impor
from lkipnb.load.alamat import alamat_sel, huruf_kolom
from lkipnb.load.profile import FILE as PROFILE_FILE
from lkipnb.load.prose import FOLDER as PROSE_FOLDER
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import YEAR_TABLES


def by_cell(fault: Fault, sheets: Mapping[str, Rows], file: str) -> Fault:
    """The same fault, told by sheet and cell."""
    if fault.file == PROFILE_FILE:
        row = _row_of_field(fault.column, sheets.get(PROFILE_SHEET, []))
        return replace(fault, file=place_of(file, PROFILE_SHEET), row=row)
    if fault.file.startswith(f"{PROSE_FOLDER}/"):
        piece = Path(fault.file).stem
        return replace(fault, file=f"{place_of(file, PROSE_SHEET)}, teks {piece}")
    name = fault.file.removesuffix(".csv")
    if name not in YEAR_TABLES:
        return fault
    column = _with_cell(fault, sheets.get(name, []))
    return replace(fault, file=place_of(file, name), column=column)


def origins(
    rows: Mapping[str, list[int]],
    sheets: Mapping[str, Rows],
    staged: Path,
    file: str,
    kept: Collection[str],
) -> dict[str, impor.Catatan]:
    """Where each record of each table stands in the form; `rows` are those of its records there."""
    found = {}
    for name, numbers in rows.items():
        if not numbers or name not in sheets or name in kept:
            continue
        table = YEAR_TABLES[name].file
        content = (staged / table).read_bytes()
        found[table] = impor.catatan(content, file, name, numbers, _letters(sheets[name][0]))
    return found


def _row_of_field(field: str | None, rows: Rows) -> int | None:
    typed = [row[0] for row in rows]
    return typed.index(field) + 1 if field in typed else None


def _with_cell(fault: Fault, rows: Rows) -> str | None:
    """The column of a fault, with its cell where it has a row and a column."""
    header = rows[0] if rows else []
    if not fault.column or not fault.row or fault.column not in header:
        return fault.column
    cell = alamat_sel(fault.row, header.index(fault.column) + 1)
    return f"{fault.column} (sel {cell})"


def _letters(header: list[str]) -> dict[str, str]:
    return {name: huruf_kolom(at) for at, name in enumerate(header, start=1)}
