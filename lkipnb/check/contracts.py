"""The contract of each table, from the class of its rows: all breaches at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pandas as pd

from lkipnb.bilangan import sebut
from lkipnb.errors import Fault
from lkipnb.schemas import ALL_TABLES, Column, Table

Tables = Mapping[str, pd.DataFrame]


def faults(tables: Tables) -> list[Fault]:
    """Every breach of the contracts: empty cells, values out of bounds, keys twice, references to
    nothing.

    `tables` are typed and corrected.  A reference into a table without rows is not judged: that
    table has been reported on its own.
    """
    found: list[Fault] = []
    for table in ALL_TABLES.values():
        frame = tables[table.name]
        if frame.empty and not table.optional:
            found.append(
                Fault(
                    table.file, None, None, None, f"tabel kosong; diharapkan {_lower(table.title)}"
                )
            )
        found += of_table(frame, table)
        for column in table.columns:
            found += _dangling(frame, table, column, tables)
    return found


def of_table(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """The breaches that one table shows by itself."""
    return [*_breaches(frame, table), *_duplicates(frame, table)]


def _breaches(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    for column in table.columns:
        for row, value in frame[column.name].items():
            if value is None and not column.optional:
                expected = f"sel kosong; diharapkan {_lower(column.meaning)}"
                yield Fault(table.file, int(row), column.name, None, expected)
            elif value is not None and (expected := _misfit(value, column)):
                yield Fault(table.file, int(row), column.name, str(value), expected)


def _misfit(value: object, column: Column) -> str:
    """What is expected of a cell that breaks its column's choices or bounds; empty for one that
    keeps them.
    """
    if column.choices and value not in column.choices:
        return f"diharapkan salah satu dari: {', '.join(column.choices)}"
    if not isinstance(value, Decimal):
        return ""
    if column.minimum is not None and value < column.minimum:
        return f"diharapkan paling sedikit {sebut(column.minimum)}"
    if column.maximum is not None and value > column.maximum:
        return f"diharapkan paling banyak {sebut(column.maximum)}"
    return ""


def _duplicates(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    key = list(table.key)
    known: dict[tuple[object, ...], int] = {}
    for row, cells in zip(
        frame.index, zip(*(frame[name] for name in key), strict=True), strict=True
    ):
        filled = tuple("" if cell is None else cell for cell in cells)
        first = known.setdefault(filled, row)
        if first == row:
            continue
        shown = "; ".join(map(str, filled))
        yield Fault(
            table.file,
            row,
            ", ".join(key),
            shown,
            f"sudah ada di baris {first}; setiap baris harus berbeda",
        )


def _dangling(frame: pd.DataFrame, table: Table, column: Column, tables: Tables) -> Iterator[Fault]:
    if not column.refers_to:
        return
    target, _, name = column.refers_to.partition(".")
    known = set(tables[target][name])
    for row, value in frame[column.name].items():
        if known and value is not None and value not in known:
            yield Fault(
                table.file, row, column.name, value, f"tidak ada di kolom {name} pada {target}.csv"
            )


def _lower(meaning: str) -> str:
    return meaning[:1].lower() + meaning[1:]
