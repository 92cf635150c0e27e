"""Numbers and texts that know the cell they were read from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from lkipnb.asal import Angka, Kata, Sel
from lkipnb.load.measured import NILAI_BATAS
from lkipnb.model import Batas, Rasio, RentangNilai, Tingkat
from lkipnb.schemas import Column, Kind, Table

# Texts that quote figures of the source document.
QUOTED = {"kontradiksi": ("tercetak_1", "tercetak_2", "dipakai", "alasan")}


def tracked(table: Table, frame: pd.DataFrame, year: str) -> pd.DataFrame:
    """The frame with every number, and every text of a measure, knowing its cell.

    `year` stands before the name of the table, `2022/` for a year that another one is compared
    with.
    """
    kept = {}
    for column in table.columns:
        if _is_tracked(table, column):
            kept[column.name] = _column(year + table.name, column.name, frame)
    return frame.assign(**kept)


def _is_tracked(table: Table, column: Column) -> bool:
    if column.numeric or column.kind is Kind.MEASURE:
        return True
    return column.name in QUOTED.get(table.name, ())


def _column(table: str, column: str, frame: pd.DataFrame) -> pd.Series[Any]:
    values = []
    for row, value in zip(frame.index, frame[column], strict=True):
        cell = Sel(table, column, row)
        values.append(_from_cell(value, cell))
    return pd.Series(values, index=frame.index, dtype=object)


def _from_cell(value: object, cell: Sel) -> object:
    match value:
        case RentangNilai(low, high):
            return RentangNilai(_bound(low, cell, "dari"), _bound(high, cell, "sampai"))
        case Decimal():
            return _number(value, cell)
        case Tingkat():
            return Tingkat(value, cell, value.skor)
        case str():
            return Kata(value, cell)
    return value


def _number(value: Decimal, cell: Sel) -> Angka:
    """The number, of its own kind."""
    match value:
        case Batas():
            return Batas(value, value.tanda, value.sebutan, _of_bound(value, cell))
        case Rasio():
            return Rasio(value, cell)
    return Angka(value, cell)


def _bound(value: Decimal, cell: Sel, name: str) -> Angka:
    """One of the two numbers of a range."""
    return Angka(value, Sel(cell.tabel, cell.kolom, cell.baris, name))


def _of_bound(value: Batas, cell: Sel) -> Sel:
    """The cell of a bound: the figure that a named one stands for has a column of its own."""
    if value.sebutan:
        return Sel(cell.tabel, NILAI_BATAS, cell.baris)
    return cell
