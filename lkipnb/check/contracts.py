"""The contract of each table, from the class of its rows: all breaches at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

import pandas as pd

from lkipnb.bilangan import sebut
from lkipnb.errors import Fault
from lkipnb.load.table import column_cells
from lkipnb.schemas import ALL_TABLES, Column, Table

Tables = Mapping[str, pd.DataFrame]


def faults(tables: Tables) -> list[Fault]:
    """Every breach of the contracts: empty cells, values out of bounds, keys twice, references to
    nothing.

    `tables` are typed and corrected.  A reference into a table without rows is not judged: that
    table has been reported on its own.  Nor is one that is likely missing because its code was
    written over another: the code that stands twice is told.
    """
    found: list[Fault] = []
    for table in ALL_TABLES.values():
        frame = tables[table.name]
        if frame.empty and not table.optional:
            expected = f"tabel kosong; diharapkan {_lower(table.title)}"
            found.append(Fault(table.file, None, None, None, expected))
        found += of_table(frame, table)
        for column in table.columns:
            found += _dangling(frame, table, column, tables)
    return found


def of_table(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """The breaches that one table shows by itself."""
    return [*_breaches(frame, table), *_duplicates(frame, table)]


def _breaches(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    for column in table.columns:
        for row, value in column_cells(frame, column.name):
            wrong = _misfit(value, column)
            if wrong:
                shown = None if value is None else str(value)
                yield Fault(table.file, row, column.name, shown, wrong)


def _misfit(value: object, column: Column) -> str:
    """What is expected of a cell that breaks the contract of its column; nothing for one that keeps
    it.
    """
    if value is None:
        return _emptiness(column)
    if column.choices and value not in column.choices:
        return f"diharapkan salah satu dari: {', '.join(column.choices)}"
    if isinstance(value, Decimal):
        return _beyond(value, column)
    return ""


def _emptiness(column: Column) -> str:
    if column.optional:
        return ""
    return f"sel kosong; diharapkan {_lower(column.meaning)}"


def _beyond(value: Decimal, column: Column) -> str:
    if column.minimum is not None and value < column.minimum:
        return f"diharapkan paling sedikit {sebut(column.minimum)}"
    if column.maximum is not None and value > column.maximum:
        return f"diharapkan paling banyak {sebut(column.maximum)}"
    return ""


def _duplicates(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    columns = [frame[name] for name in table.key]
    named = ", ".join(table.key)
    known: dict[tuple[object, ...], int] = {}
    for row, *cells in zip(frame.index, *columns, strict=True):
        key = tuple("" if cell is None else cell for cell in cells)
        first = known.setdefault(key, row)
        if first != row:
            shown = "; ".join(map(str, key))
            told = f"sudah ada di baris {first}; setiap baris harus berbeda"
            yield Fault(table.file, row, named, shown, told)


def _dangling(frame: pd.DataFrame, table: Table, column: Column, tables: Tables) -> Iterator[Fault]:
    if not column.refers_to:
        return
    target, _, name = column.refers_to.partition(".")
    codes = tables[target][name]
    known = set(codes)
    if not known:
        return
    cells = column_cells(frame, column.name)
    missing = [(row, value) for row, value in cells if value is not None and value not in known]
    if tertimpa(codes, {value for _, value in missing}):
        return
    for row, value in missing:
        told = f"tidak ada di kolom {name} pada {target}.csv"
        yield Fault(table.file, row, column.name, str(value), told)


def tertimpa(codes: Collection[object], missing: Collection[object]) -> bool:
    """Whether as many codes stand twice as are missing: each was likely typed over the other."""
    twice = len(codes) - len(set(codes))
    return 0 < len(missing) <= twice


def _lower(meaning: str) -> str:
    return meaning[:1].lower() + meaning[1:]
