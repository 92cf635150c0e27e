"""The reference lists: those that come with the program, and what a data folder says instead or
besides.

A list of the data folder stands in place of the shipped one.  Regulations add up: the folder's own
come first, then those of the shipped list whose code the folder does not hold.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load.places import reference_file, shipped_references
from lkipnb.load.table import ROW, table_of
from lkipnb.schemas import REFERENCE_FOLDER, REFERENCE_TABLES, Peraturan, Table

ADDED_UP = frozenset({Peraturan.table.name})
SHIPPED = f"bawaan/{REFERENCE_FOLDER}"
_UNKNOWN = "tabel ini tidak dikenal; periksa nama berkasnya"


def texts(data: Path) -> tuple[dict[str, pd.DataFrame], list[Fault], frozenset[str]]:
    """The lists as text, the faults met, and the names of the lists that could not be
    read at all.
    """
    frames = {}
    faults: list[Fault] = []
    unreadable = set()
    for name, table in REFERENCE_TABLES.items():
        frame, wrong = table_of(reference_file(data, name).parent, table)
        faults += wrong
        if wrong and frame.empty:
            unreadable.add(name)
        elif name in ADDED_UP:
            frame = _with_shipped(frame, table)
        frames[name] = frame
    faults += _unknown(data / REFERENCE_FOLDER)
    return frames, faults, frozenset(unreadable)


def inputs(data: Path) -> dict[str, Path]:
    """The files that the lists were read from, by the name that a manifest gives them."""
    found = {}
    for name, table in REFERENCE_TABLES.items():
        used = reference_file(data, name)
        shipped = f"{SHIPPED}/{used.name}"
        if used.parent != data / REFERENCE_FOLDER:
            found[shipped] = used
            continue
        found[table.file] = used
        if name in ADDED_UP and len(_missing(_frame(used, table), table)):
            found[shipped] = shipped_references() / used.name
    return found


def _frame(path: Path, table: Table) -> pd.DataFrame:
    return table_of(path.parent, table)[0]


def _missing(own: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The rows of the shipped list whose key the folder's own does not hold."""
    (key,) = table.key
    shipped = _frame(shipped_references() / f"{table.name}.csv", table)
    return shipped[~shipped[key].isin(own[key])]


def _with_shipped(own: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The folder's own rows, each at its row in the file, and below them the shipped ones that are
    missing.
    """
    added = _missing(own, table)
    last = max(own.index, default=1)
    below = pd.Index(range(last + 1, last + 1 + len(added)), name=ROW, dtype=int)
    return pd.concat([own, added.set_axis(below)])


def _unknown(folder: Path) -> list[Fault]:
    paths = [path for path in sorted(folder.glob("*.csv")) if path.stem not in REFERENCE_TABLES]
    files = [f"{REFERENCE_FOLDER}/{path.name}" for path in paths]
    return [Fault(file, None, None, None, _UNKNOWN) for file in files]
