"""Where in the budget broken relations lie."""

from __future__ import annotations

from collections.abc import Collection

from lkipnb.audit.diagnosis.evidence import BUDGET, Jaring, near
from lkipnb.audit.pohon import PohonAnggaran

MOST_ROWS = 200  # involved at once; a search over more would not end in time


def involved(jaring: Jaring, group: Collection[int]) -> set[int]:
    """The budget rows that a group of broken relations speaks of."""
    cells = [cell for n in group for cell in near(jaring.kaitan[n])]
    return {cell.baris for cell in cells if cell.tabel == BUDGET}


def span(pohon: PohonAnggaran, near_rows: Collection[int]) -> tuple[list[int], range]:
    """All budget rows in their order, and the places among them where something may have
    happened.
    """
    rows = sorted(pohon.di_atas)
    places = [n for n, row in enumerate(rows) if row in near_rows]
    if not places or len(places) >= MOST_ROWS:
        return rows, range(0)
    return rows, range(max(0, places[0] - 1), min(len(rows), places[-1] + 2))
