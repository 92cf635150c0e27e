"""The contract of each table, made from its schema and enforced by pandera, all faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

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


@cache
def contract(table: Table) -> pa.DataFrameSchema:
    """The pandera schema of a table."""
    return pa.DataFrameSchema(
        {
            c.name: pa.Column(object, _checks(c), nullable=c.optional, title=c.meaning)
            for c in table.columns
        },
        strict=True,
        name=table.name,
    )


def _checks(column: Column) -> list[pa.Check]:
    checks = []
    if column.choices:
        checks.append(
            pa.Check.isin(
                column.choices, error=f"diharapkan salah satu dari: {', '.join(column.choices)}"
            )
        )
    if column.minimum is not None:
        checks.append(
            _bound(
                lambda value: value >= column.minimum,
                f"diharapkan paling sedikit {sebut(column.minimum)}",
            )
        )
    if column.maximum is not None:
        checks.append(
            _bound(
                lambda value: value <= column.maximum,
                f"diharapkan paling banyak {sebut(column.maximum)}",
            )
        )
    return checks


def _bound(holds, error: str) -> pa.Check:
    return pa.Check(
        lambda value: not isinstance(value, Decimal) or holds(value), element_wise=True, error=error
    )


def of_table(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """The breaches that one table shows by itself."""
    return [*_breaches(frame, table), *_duplicates(frame, table)]


def _breaches(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    try:
        contract(table).validate(frame, lazy=True)
    except SchemaErrors as error:
        for case in error.failure_cases.to_dict("records"):
            empty = case["check"] == "not_nullable"
            yield Fault(
                table.file,
                int(case["index"]),
                case["column"],
                None if empty else str(case["failure_case"]),
                f"sel kosong; diharapkan {_lower(table[case['column']].meaning)}"
                if empty
                else case["check"],
            )


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
