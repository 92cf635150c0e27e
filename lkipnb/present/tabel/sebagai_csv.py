"""A table as CSV: its cells as plain values, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lkipnb.rumus import aman

if TYPE_CHECKING:
    from lkipnb.present.tabel.data import Larik, Sel, Tabel

MOST_DECIMALS = 6
LAST_DECIMAL = Decimal(10) ** -MOST_DECIMALS


def sebagai_csv(tabel: Tabel) -> str:
    """Every column, also those that are not shown, behind the group where the table has groups.

    Numbers have a decimal point, no grouping and six decimals at most, rounded half up.  A text
    that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rows = [["grup", *(column.nama for column in tabel.kolom)], *map(_row, tabel.baris)]
    if not any(row.grup for row in tabel.baris):
        rows = [row[1:] for row in rows]
    writer.writerows(rows)
    return out.getvalue()


def _row(larik: Larik) -> list[str]:
    return [aman(larik.grup), *map(_plain, larik.sel)]


def _plain(sel: Sel) -> str:
    if sel.isi is None:
        return ""
    if sel.angka:
        return _number(Decimal(sel.isi))
    return aman(sel.isi)


def _number(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        value = value.quantize(LAST_DECIMAL, ROUND_HALF_UP)
    return format(value, "f")
