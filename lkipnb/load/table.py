"""A CSV file to a frame of text, and a frame of text to typed values.

Every row keeps its number in the file as the index, so each later fault can name it.
"""

from __future__ import annotations

import csv
import io
import os
from decimal import Decimal
from pathlib import Path

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load.berkas import isi, teks
from lkipnb.load.numbers import NotANumber, Notation, parse
from lkipnb.model import NOT_APPLICABLE, NotApplicable
from lkipnb.rumus import awal
from lkipnb.schemas import Column, Table
from lkipnb.tersembunyi import pertama, sebab

ROW = "baris"
QUOTE_IT = "teks yang memuat koma harus diapit tanda petik"
QUOTES = "susunan CSV rusak: periksa tanda petik yang tidak ditutup"
LONG_CELL = "sel terlalu panjang: periksa tanda petik yang tidak ditutup"
FORMULA = "tampak seperti rumus Excel; tulis hasilnya"
MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200


def table_of(folder: Path, table: Table) -> tuple[pd.DataFrame, list[Fault]]:
    """A table of a folder as text; an optional one that is not there stands empty."""
    path = folder / f"{table.name}.csv"
    if not os.path.lexists(path):
        missing = Fault(
            table.file, None, None, None, f"berkas tidak ada; diharapkan tabel {table.title}"
        )
        return empty_frame(table), [] if table.optional else [missing]
    content, faults = isi(path, table.file, MOST_BYTES, folder.parent)
    return (empty_frame(table), faults) if faults else text_frame(content, table, table.file)


def text_frame(content: bytes, table: Table, file: str) -> tuple[pd.DataFrame, list[Fault]]:
    """The cells of a CSV file as text; see `records_frame`.

    A byte order mark and the line ends of any system are accepted.
    """
    text, faults = teks(content, file)
    if faults:
        return empty_frame(table), faults
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            records.append(record)
            if reason := melampaui(records):
                return empty_frame(table), [Fault(file, len(records), None, None, reason)]
    except csv.Error as error:
        reason = LONG_CELL if "field limit" in str(error) else QUOTES
        return empty_frame(table), [Fault(file, len(records) + 1, None, None, reason)]
    return records_frame(records, table, file)


def melampaui(records: list[list[str]]) -> str | None:
    """Why a file is not read on after the latest of its records."""
    if len(records) > MOST_ROWS:
        return f"terlalu banyak baris; paling banyak {MOST_ROWS}"
    if len(records[-1]) > MOST_COLUMNS:
        return f"terlalu banyak kolom, {len(records[-1])}; paling banyak {MOST_COLUMNS}"
    return None


def records_frame(
    records: list[list[str]], table: Table, file: str
) -> tuple[pd.DataFrame, list[Fault]]:
    """The records below a header as text, stripped, index = row in the file (header = 1).

    On a fault of the header the frame is empty; a record of the wrong length is left out and
    reported; a blank record is passed over.
    """
    header = [name.strip() for name in records[0]] if records else []
    if faults := _header_faults(header, table, file):
        return empty_frame(table), faults
    kept = {
        row: record
        for row, record in enumerate(records[1:], start=2)
        if any(cell.strip() for cell in record)
    }
    faults = [
        Fault(
            file,
            row,
            None,
            ",".join(record),
            f"diharapkan {len(header)} sel, terbaca {len(record)}; {QUOTE_IT}",
        )
        for row, record in kept.items()
        if len(record) != len(header)
    ]
    whole = {
        row: [cell.strip() for cell in record]
        for row, record in kept.items()
        if len(record) == len(header)
    }
    index = pd.Index(whole.keys(), name=ROW, dtype=int)
    frame = pd.DataFrame(list(whole.values()), columns=header, index=index, dtype=object)
    return _with_later_columns(frame, table), faults + _unsafe_cells(frame, file)


def _with_later_columns(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The columns of the table in its order; one that an older file does not have yet is empty."""
    missing = [name for name in table.names if name not in frame]
    return frame.assign(**dict.fromkeys(missing, ""))[list(table.names)]


def empty_frame(table: Table) -> pd.DataFrame:
    """The columns of a table without a row."""
    return pd.DataFrame(
        columns=list(table.names), index=pd.Index([], name=ROW, dtype=int), dtype=object
    )


def _header_faults(header: list[str], table: Table, file: str) -> list[Fault]:
    if len(header) == 1 and header[0].count(";") >= 1:
        return [
            Fault(file, 1, None, None, "sel dipisah titik koma; simpan ulang dengan pemisah koma")
        ]
    needed = [column.name for column in table.columns if not column.tambahan]
    missing = [f"kolom {name} tidak ada" for name in needed if name not in header]
    extra = [
        f"kolom {name[:80] or '(tanpa nama)'} tidak dikenal"
        for name in header
        if name not in table.names
    ]
    twice = [
        f"kolom {name} tertulis dua kali"
        for name in dict.fromkeys(header)
        if header.count(name) > 1
    ]
    expected = f"diharapkan {', '.join(table.names)}"
    return [
        Fault(file, 1, None, None, f"{what}; {expected}") for what in (*missing, *extra, *twice)
    ]


def _unsafe_cells(frame: pd.DataFrame, file: str) -> list[Fault]:
    """Cells that a spreadsheet would run, or that hold characters that nobody sees."""
    faults = []
    for name in frame.columns:
        for row, value in frame[name].items():
            if character := pertama(value):
                faults.append(Fault(file, row, name, None, sebab(character)))
            elif awal(value) == "=":
                faults.append(Fault(file, row, name, value, FORMULA))
    return faults


def typed_frame(
    texts: pd.DataFrame, table: Table, file: str, notation: Notation | None = None
) -> tuple[pd.DataFrame, list[Fault]]:
    """The frame with Decimal in numeric columns, None for an empty cell and NOT_APPLICABLE for
    `n/a`.

    A cell that cannot be read becomes None and is reported.
    """
    faults: list[Fault] = []
    columns = {}
    for column in table.columns:
        values = []
        for row, value in texts[column.name].items():
            try:
                values.append(_typed(value, column, notation))
            except NotANumber as error:
                values.append(None)
                faults.append(Fault(file, row, column.name, value, str(error)))
        columns[column.name] = pd.Series(values, index=texts.index, dtype=object)
    return pd.DataFrame(columns, index=texts.index), faults


def _typed(
    value: str, column: Column, notation: Notation | None
) -> str | Decimal | NotApplicable | None:
    if not value:
        return None
    if not column.numeric:
        return value
    if value.lower() == NOT_APPLICABLE.value and column.optional:
        return NOT_APPLICABLE
    return parse(value, column, notation)
