"""A table as CSV: its cells as plain values, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lkipnb.rumus import aman

if TYPE_CHECKING:
    from lkipnb.present.tabel.data import Sel, Tabel

MOST_DECIMALS = 6
LAST_DECIMAL = Decimal(10) ** -MOST_DECIMALS


def sebagai_csv(tabel: Tabel) -> str:
    """Every column, also those that are not shown, behind the group where the table has groups.

    Numbers have a decimal point, no grouping and six decimals at most, rounded half up.  A text
    that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    grouped = any(row.grup for row in tabel.baris)
    names = [column.nama for column in tabel.kolom]
    writer.writerow(["grup", *names] if grouped else names)
    for row in tabel.baris:
        cells = [_plain(cell) for cell in row.sel]
        writer.writerow([aman(row.grup), *cells] if grouped else cells)
    return out.getvalue()


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
