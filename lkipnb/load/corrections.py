"""`koreksi.csv`: what the source printed wrongly, mended cell by cell, in the open.

All entries are matched against the tables as printed, so their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from lkipnb.errors import Fault

DELETE = "(hapus)"
WHOLE_ROW = "*"


@dataclass(frozen=True)
class Koreksi:
    """An entry: its row in the file, the cell that it means, and what it prints and should."""

    baris: int
    tabel: str | None
    kunci: str | None
    kolom: str | None
    tercetak: str
    terkoreksi: str


class TidakCocok(Exception):
    """An entry cannot be applied: its own column that is wrong, and what was expected there."""

    def __init__(self, column: str, value: str | None, expected: str):
        super().__init__(expected)
        self.column = column
        self.value = value
        self.expected = expected


def apply(
    printed: Mapping[str, pd.DataFrame], corrections: pd.DataFrame, file: str
) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Corrected copies of the text frames, and a fault for each entry that does not fit.

    An entry fits when its table and column exist, its key matches exactly one printed row, and
    that cell holds the text the entry says was printed.
    """
    mended = {name: frame.copy() for name, frame in printed.items()}
    dropped: dict[str, list[int]] = {}
    faults = []
    for entry in _entries(corrections):
        try:
            table, row, column = _target(printed, entry)
        except TidakCocok as wrong:
            faults.append(Fault(file, entry.baris, wrong.column, wrong.value, wrong.expected))
            continue
        if column == WHOLE_ROW:
            dropped.setdefault(table, []).append(row)
        else:
            mended[table].at[row, column] = entry.terkoreksi
    for name, rows in dropped.items():
        mended[name] = mended[name].drop(index=rows)
    return mended, faults


def cocok(frame: pd.DataFrame, key: str) -> list[int] | None:
    """Rows that hold every `column=value` of the key; None when the key names no column."""
    chosen = pd.Series(True, index=frame.index)
    for part in key.split(";"):
        column, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or column not in frame.columns:
            return None
        chosen &= frame[column] == value
    return list(frame.index[chosen])


def _entries(corrections: pd.DataFrame) -> Iterator[Koreksi]:
    cells = corrections.to_dict("records")
    for row, entry in zip(corrections.index, cells, strict=True):
        yield Koreksi(
            baris=row,
            tabel=entry["tabel"],
            kunci=entry["kunci"],
            kolom=entry["kolom"],
            tercetak=entry["tercetak"] or "",
            terkoreksi=entry["terkoreksi"] or "",
        )


def _target(printed: Mapping[str, pd.DataFrame], entry: Koreksi) -> tuple[str, int, str]:
    """The table, row and column that an entry means.  Raises TidakCocok."""
    table = entry.tabel or ""
    if table not in printed:
        raise TidakCocok("tabel", entry.tabel, _one_of(sorted(printed)))
    frame = printed[table]
    row = _row(frame, table, entry.kunci)
    if entry.kolom == WHOLE_ROW:
        if entry.terkoreksi != DELETE:
            raise TidakCocok("terkoreksi", entry.terkoreksi or None, f"diharapkan {DELETE}")
        return table, row, WHOLE_ROW
    column = entry.kolom or ""
    if column not in frame.columns:
        raise TidakCocok("kolom", entry.kolom, _one_of(frame.columns))
    found = str(frame.at[row, column])
    if found != entry.tercetak:
        raise TidakCocok("tercetak", entry.tercetak, f"sel itu berisi “{found}”")
    return table, row, column


def _row(frame: pd.DataFrame, table: str, key: str | None) -> int:
    """The one row that a key names.  Raises TidakCocok."""
    rows = cocok(frame, key or "")
    if rows is None:
        known = ", ".join(frame.columns)
        raise TidakCocok("kunci", key, f"diharapkan kolom=nilai; kolom {table}: {known}")
    if len(rows) != 1:
        expected = f"harus cocok dengan tepat satu baris {table}, cocok dengan {len(rows)}"
        raise TidakCocok("kunci", key, expected)
    return rows[0]


def _one_of(names: Iterable[str]) -> str:
    return f"diharapkan salah satu dari: {', '.join(names)}"
