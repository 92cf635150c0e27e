"""A correction as print tells it: its place in names, its cells as numbers are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

import pandas as pd

from lkipnb.present import sebutan
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import Row
from lkipnb.schemas import ALL_TABLES
from lkipnb.schemas.kolom import Column, Kind

NUMBERS = {Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.RUPIAH}
NAMES = ("nama", "uraian")
WHOLE_ROW = "*"


def tempat(row: Row, tables: Mapping[str, pd.DataFrame]) -> str:
    """`Belanja menurut kelompok: langsung (realisasi)`: table, row by its key, column."""
    told = ", ".join(_told(row, tables))
    column = "seluruh baris" if row["kolom"] == WHOLE_ROW else sebutan.kolom(row["kolom"])
    return f"{sebutan.tabel(row['tabel'])}: {told} ({column})"


def isi(row: Row, sisi: str) -> str:
    """The cell as it was printed or as it is used (`sisi`); a number in Indonesian notation."""
    text: str | None = row[sisi]
    if text is None:
        return "(kosong)"
    column = _columns(row["tabel"]).get(row["kolom"])
    if column is None or column.kind not in NUMBERS:
        return text
    return _number(text)


def _told(row: Row, tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """The values of the key in words; one that only repeats the name of a column says nothing."""
    columns = _columns(row["tabel"])
    key = [tuple(map(str.strip, part.split("=", 1))) for part in row["kunci"].split(";")]
    named = {name for name, _ in key}
    for name, value in key:
        if value in named:
            continue
        column = columns.get(name)
        if column and column.refers_to:
            yield _name(column.refers_to, value, tables)
        elif column and column.kind in NUMBERS:
            yield f"{sebutan.kolom(name)} {value}"
        else:
            yield value


def _name(refers_to: str, value: str, tables: Mapping[str, pd.DataFrame]) -> str:
    """What the row is called to which a code leads; the code where no row has it."""
    table, _, column = refers_to.partition(".")
    frame = tables.get(table)
    if frame is None:
        return value
    found = frame[frame[column] == value]
    known = [name for name in NAMES if name in found.columns]
    if found.empty or not known:
        return value
    return str(found.iloc[0][known[0]])


def _columns(table: str) -> dict[str, Column]:
    schema = ALL_TABLES.get(table)
    if schema is None:
        return {}
    return {column.name: column for column in schema.columns}


def _number(text: str) -> str:
    try:
        return angka(Decimal(text))
    except InvalidOperation:
        return text
