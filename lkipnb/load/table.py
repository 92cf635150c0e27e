"""A CSV file to a frame of text, and a frame of text to typed values.

Every row keeps its number in the file as the index, so each later fault can name it.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load.berkas import MOST_BYTES, isi, teks
from lkipnb.load.numbers import NotANumber, Notation, parse
from lkipnb.model import NOT_APPLICABLE, NotApplicable
from lkipnb.rumus import awal
from lkipnb.schemas import Column, Table
from lkipnb.tersembunyi import pertama, sebab

ROW = "baris"
QUOTE_IT = "teks yang memuat koma harus diapit tanda petik"
QUOTES = "susunan CSV rusak: periksa tanda petik yang tidak ditutup"
LONG_CELL = "sel terlalu panjang: periksa tanda petik yang tidak ditutup"
SEMICOLONS = "sel dipisah titik koma; simpan ulang dengan pemisah koma"
FORMULA = "tampak seperti rumus Excel; tulis hasilnya"
MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_NAME = 80  # characters of an unknown column that a message tells

Read = tuple[pd.DataFrame, list[Fault]]
Record = list[str]


def table_of(folder: Path, table: Table) -> Read:
    """A table of a folder as text; an optional one that is not there stands empty."""
    path = folder / f"{table.name}.csv"
    if not os.path.lexists(path):
        return empty_frame(table), _missing(table)
    content, faults = isi(path, table.file, MOST_BYTES, folder.parent)
    if faults:
        return empty_frame(table), faults
    return text_frame(content, table, table.file)


def _missing(table: Table) -> list[Fault]:
    if table.optional:
        return []
    expected = f"berkas tidak ada; diharapkan tabel {table.title}"
    return [Fault(table.file, None, None, None, expected)]


def text_frame(content: bytes, table: Table, file: str) -> Read:
    """The cells of a CSV file as text; see `records_frame`.

    A byte order mark and the line ends of any system are accepted.
    """
    text, faults = teks(content, file)
    if faults:
        return empty_frame(table), faults
    records: list[Record] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            records.append(record)
            too_much = melampaui(records)
            if too_much:
                return empty_frame(table), [Fault(file, len(records), None, None, too_much)]
    except csv.Error as error:
        broken = Fault(file, len(records) + 1, None, None, _broken(error))
        return empty_frame(table), [broken]
    return records_frame(records, table, file)


def _broken(error: csv.Error) -> str:
    if "field limit" in str(error):
        return LONG_CELL
    return QUOTES


def melampaui(records: list[Record]) -> str | None:
    """Why a file is not read on after the latest of its records."""
    if len(records) > MOST_ROWS:
        return f"terlalu banyak baris; paling banyak {MOST_ROWS}"
    if len(records[-1]) > MOST_COLUMNS:
        return f"terlalu banyak kolom, {len(records[-1])}; paling banyak {MOST_COLUMNS}"
    return None


def records_frame(records: list[Record], table: Table, file: str) -> Read:
    """The records below a header as text, stripped, index = row in the file (header = 1).

    On a fault of the header the frame is empty; a record of the wrong length is left out and
    reported; a blank record is passed over.
    """
    header = _stripped(records[0]) if records else []
    faults = _header_faults(header, table, file)
    if faults:
        return empty_frame(table), faults
    whole = {}
    for row, record in enumerate(records[1:], start=2):
        cells = _stripped(record)
        if len(record) == len(header) and any(cells):
            whole[row] = cells
        elif any(cells):
            faults.append(_torn(file, row, record, header))
    index = pd.Index(whole.keys(), name=ROW, dtype=int)
    frame = pd.DataFrame(list(whole.values()), columns=header, index=index, dtype=object)
    return _with_later_columns(frame, table), faults + _unsafe_cells(frame, file)


def _stripped(record: Record) -> Record:
    return [cell.strip() for cell in record]


def _torn(file: str, row: int, record: Record, header: Record) -> Fault:
    """That a record has more or fewer cells than the header."""
    expected = f"diharapkan {len(header)} sel, terbaca {len(record)}; {QUOTE_IT}"
    return Fault(file, row, None, ",".join(record), expected)


def _with_later_columns(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The columns of the table in its order; one that an older file does not have yet is empty."""
    missing = [name for name in table.names if name not in frame]
    whole = frame.assign(**dict.fromkeys(missing, ""))
    return whole[list(table.names)]


def empty_frame(table: Table) -> pd.DataFrame:
    """The columns of a table without a row."""
    rows = pd.Index([], name=ROW, dtype=int)
    return pd.DataFrame(columns=list(table.names), index=rows, dtype=object)


def _header_faults(header: Record, table: Table, file: str) -> list[Fault]:
    if len(header) == 1 and ";" in header[0]:
        return [Fault(file, 1, None, None, SEMICOLONS)]
    expected = f"diharapkan {', '.join(table.names)}"
    wrong = _wrong_names(header, table)
    return [Fault(file, 1, None, None, f"{what}; {expected}") for what in wrong]


def _wrong_names(header: Record, table: Table) -> Iterator[str]:
    """What is missing in a header, what is too much, and what stands there twice."""
    for column in table.columns:
        if not column.tambahan and column.name not in header:
            yield f"kolom {column.name} tidak ada"
    for name in header:
        if name not in table.names:
            yield f"kolom {name[:LONGEST_NAME] or '(tanpa nama)'} tidak dikenal"
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            yield f"kolom {name} tertulis dua kali"


def _unsafe_cells(frame: pd.DataFrame, file: str) -> list[Fault]:
    """Cells that a spreadsheet would run, or that hold characters that nobody sees."""
    faults = []
    for name in frame.columns:
        for row, value in column_cells(frame, name):
            hidden = pertama(value)
            if hidden:
                faults.append(Fault(file, row, name, None, sebab(hidden)))
            elif awal(value) == "=":
                faults.append(Fault(file, row, name, value, FORMULA))
    return faults


def column_cells(frame: pd.DataFrame, column: str) -> Iterator[tuple[int, Any]]:
    """The cells of a column, each with its row in the file."""
    return zip(frame.index, frame[column], strict=True)


def typed_frame(
    texts: pd.DataFrame, table: Table, file: str, notation: Notation | None = None
) -> Read:
    """The frame with Decimal in numeric columns, None for an empty cell and NOT_APPLICABLE for
    `n/a`.

    A cell that cannot be read becomes None and is reported.
    """
    faults: list[Fault] = []
    columns = {}
    for column in table.columns:
        values: list[object] = []
        for row, text in column_cells(texts, column.name):
            try:
                values.append(_typed(text, column, notation))
            except NotANumber as error:
                values.append(None)
                faults.append(Fault(file, row, column.name, text, str(error)))
        columns[column.name] = pd.Series(values, index=texts.index, dtype=object)
    return pd.DataFrame(columns, index=texts.index), faults


def _typed(
    text: str, column: Column, notation: Notation | None
) -> str | Decimal | NotApplicable | None:
    if not text:
        return None
    if not column.numeric:
        return text
    if text.lower() == NOT_APPLICABLE.value and column.optional:
        return NOT_APPLICABLE
    return parse(text, column, notation)
