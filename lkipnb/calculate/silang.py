"""Cross tables with their margins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from lkipnb.calculate.persen import NOL
from lkipnb.model import TabelSilang

JUMLAH = "Jumlah"
Cacah = tuple[str, str, Decimal]
Sel = Mapping[tuple[str, str], Decimal]


def tabel_silang(counts: Iterable[Cacah], baris: str, kolom: str) -> TabelSilang:
    """Counts (row, column, how many) summed by the two, with a last row and a last column `Jumlah`.

    Rows and columns stand in the order of their first appearance; a combination that is not told
    counts as zero, for the population is counted completely.
    """
    rows: dict[str, None] = {}
    columns: dict[str, None] = {}
    cells: dict[tuple[str, str], Decimal] = {}
    for row, column, value in counts:
        rows[row] = None
        columns[column] = None
        cells[row, column] = cells.get((row, column), NOL) + value
    table = TabelSilang(baris, kolom, (*rows, JUMLAH), (*columns, JUMLAH), cells)
    return replace(table, sel=_with_margins(cells, list(rows), list(columns)))


def _with_margins(cells: Sel, rows: list[str], columns: list[str]) -> Sel:
    whole: dict[tuple[str, str], Decimal] = {}
    for column in columns:
        for row in rows:
            whole[row, column] = cells.get((row, column), NOL)
        whole[JUMLAH, column] = _sum(whole, [(row, column) for row in rows])
    for row in (*rows, JUMLAH):
        whole[row, JUMLAH] = _sum(whole, [(row, column) for column in columns])
    return whole


def _sum(cells: Sel, places: Iterable[tuple[str, str]]) -> Decimal:
    return sum((cells[place] for place in places), NOL)
