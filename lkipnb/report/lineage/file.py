"""`lineage.json`: its name, and the names of the cells in it."""

from __future__ import annotations

from lkipnb.asal import Sel

FILE = "lineage.json"


def kunci(cell: Sel) -> str:
    """`kinerja.realisasi@2`: the name of a cell in the graph."""
    return f"{cell.tabel}.{cell.kolom}@{cell.baris}"
