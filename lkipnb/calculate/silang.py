"""Cross tables with their margins."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkipnb.model import TabelSilang

JUMLAH = "Jumlah"
Cacah = tuple[str, str, Decimal]


def tabel_silang(counts: Iterable[Cacah], baris: str, kolom: str) -> TabelSilang:
    """Counts (row, column, how many) summed by the two, with a last row and a last column `Jumlah`.

    Rows and columns stand in the order of their first appearance; a combination that is not told
    counts as zero, for the population is counted completely.
    """
    told = list(counts)
    rows = list(dict.fromkeys(row for row, _, _ in told))
    columns = list(dict.fromkeys(column for _, column, _ in told))
    cells = {(row, column): Decimal(0) for row in rows for column in columns}
    for row, column, value in told:
        cells[row, column] += value
    for column in columns:
        cells[JUMLAH, column] = sum((cells[row, column] for row in rows), Decimal(0))
    for row in [*rows, JUMLAH]:
        cells[row, JUMLAH] = sum((cells[row, column] for column in columns), Decimal(0))
    return TabelSilang(baris, kolom, (*rows, JUMLAH), (*columns, JUMLAH), cells)
