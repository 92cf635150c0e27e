"""Cross tables with their margins."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

JUMLAH = "Jumlah"


def tabel_silang(
    frame: pd.DataFrame, baris: str, kolom: str, nilai: str = "jumlah"
) -> pd.DataFrame:
    """`nilai` summed by `baris` x `kolom`, with a last row and a last column `Jumlah`.

    Rows and columns stand in the order of their first appearance; a combination that the frame
    does not have counts as zero, for the population is counted completely.
    """
    rows, columns = list(dict.fromkeys(frame[baris])), list(dict.fromkeys(frame[kolom]))
    cells = {(r, c): Decimal(0) for r in rows for c in columns}
    for r, c, value in zip(frame[baris], frame[kolom], frame[nilai], strict=True):
        cells[r, c] += value
    lines = [[cells[r, c] for c in columns] for r in rows]
    lines.append([sum((cells[r, c] for r in rows), Decimal(0)) for c in columns])
    whole = [[*line, sum(line, Decimal(0))] for line in lines]
    table = pd.DataFrame(whole, index=[*rows, JUMLAH], columns=[*columns, JUMLAH], dtype=object)
    return table.rename_axis(index=baris, columns=kolom)
