"""`koreksi.csv`: what the source printed wrongly, mended cell by cell, in the open.

All entries are matched against the tables as printed, so their order does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from lkipnb.errors import Fault

DELETE = "(hapus)"
WHOLE_ROW = "*"


def apply(
    printed: Mapping[str, pd.DataFrame], corrections: pd.DataFrame, file: str
) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Corrected copies of the text frames, and a fault for each entry that does not fit.

    An entry fits when its table and column exist, its key matches exactly one printed row, and
    that cell holds the text the entry says was printed.
    """
    mended = {name: frame.copy() for name, frame in printed.items()}
    faults = []
    dropped: dict[str, list[int]] = {}
    for entry in corrections.itertuples():
        if fault := _misfit(printed, entry):
            column, value, expected = fault
            faults.append(Fault(file, entry.Index, column, value, expected))
            continue
        target = cocok(printed[entry.tabel], entry.kunci)[0]
        if entry.kolom == WHOLE_ROW:
            dropped.setdefault(entry.tabel, []).append(target)
        else:
            mended[entry.tabel].at[target, entry.kolom] = entry.terkoreksi or ""
    for name, rows in dropped.items():
        mended[name] = mended[name].drop(index=rows)
    return mended, faults


def _misfit(
    printed: Mapping[str, pd.DataFrame], entry: NamedTuple
) -> tuple[str, str | None, str] | None:
    """Why an entry cannot be applied: column, value, expectation."""
    frame = printed.get(entry.tabel)
    if frame is None:
        return "tabel", entry.tabel, f"diharapkan salah satu dari: {', '.join(sorted(printed))}"
    rows = cocok(frame, entry.kunci)
    if rows is None:
        return (
            "kunci",
            entry.kunci,
            f"diharapkan kolom=nilai; kolom {entry.tabel}: {', '.join(frame.columns)}",
        )
    if len(rows) != 1:
        return (
            "kunci",
            entry.kunci,
            f"harus cocok dengan tepat satu baris {entry.tabel}, cocok dengan {len(rows)}",
        )
    if entry.kolom == WHOLE_ROW:
        return (
            None
            if entry.terkoreksi == DELETE
            else ("terkoreksi", entry.terkoreksi, f"diharapkan {DELETE}")
        )
    if entry.kolom not in frame.columns:
        return "kolom", entry.kolom, f"diharapkan salah satu dari: {', '.join(frame.columns)}"
    found = frame.loc[rows[0], entry.kolom]
    if found != (entry.tercetak or ""):
        return "tercetak", entry.tercetak or "", f"sel itu berisi “{found}”"
    return None


def cocok(frame: pd.DataFrame, key: str) -> list[int] | None:
    """Rows that hold every `column=value` of the key; None when the key names no column."""
    chosen = pd.Series(True, index=frame.index)
    for part in key.split(";"):
        column, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or column not in frame.columns:
            return None
        chosen &= frame[column] == value
    return list(frame.index[chosen])
