"""An Excel file as rows of text, or the reasons why it cannot be trusted.

Nothing in the file is run: formulas count by the value that Excel stored, macros and links to other
files are refused.  What the file claims of its own size is not believed: every row that is there is
read, in bounded memory.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.errors import Fault
from lkipnb.load.paket import (
    BROKEN,
    MOST_COLUMNS,
    MOST_ROWS,
    Ditolak,
    Paket,
    Tata,
    huruf_kolom,
    periksa,
)
from lkipnb.load.tampilan import TidakTerbaca, teks

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_TOLD = 20  # faults of one kind, such as merged cells, told one by one
NO_VALUE = "rumus tanpa nilai tersimpan; buka di Excel, simpan, lalu ulangi"

Rows = list[list[str]]


def sheets(path: Path, *, longgar: bool = False) -> tuple[dict[str, Rows], list[Fault]]:
    """The rows of each sheet as text, row 1 first, and every fault; no sheet when the file is
    refused.

    A number becomes the text that its cell shows, unrounded: `92%` for 0,92 in a percent format.
    Faults: a file that is too large, encrypted, broken, with macros or links; a hidden sheet, a
    chart; data beyond the rows and columns that are read; per cell a date, a truth value, an Excel
    error, a formula without a stored value, an integer of more digits than Excel keeps, a number
    shown in thousands, a merged or hidden one.  `longgar`, for a sheet that is not a form, lets
    merged cells, hidden sheets and charts pass, and dates and truth values as text.
    """
    try:
        return _read(path, periksa(path), longgar)
    except Ditolak as error:
        return {}, [Fault(path.name, None, None, None, str(error))]


def _read(path: Path, package: Paket, longgar: bool) -> tuple[dict[str, Rows], list[Fault]]:
    import openpyxl

    found: dict[str, Rows] = {}
    faults: list[Fault] = []
    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                if len(set(book.sheetnames)) < package.banyak:
                    raise Ditolak(BROKEN)
                faults += [] if longgar else _no_tables(book, path)
                for sheet in (each for each in book.worksheets if each.sheet_state == "visible"):
                    where = f"{path.name}, lembar {sheet.title}"
                    layout = package.tata.get(sheet._worksheet_path, Tata())
                    found[sheet.title], more = _rows(sheet, layout, where, longgar)
                    faults += [*more, *_layout_faults(layout, found[sheet.title], where, longgar)]
    except Ditolak:
        raise
    except (
        Exception
    ) as error:  # openpyxl raises what its parts raise: KeyError, TypeError, IndexError and others
        raise Ditolak(BROKEN) from error
    return found, faults


def _no_tables(book: Workbook, path: Path) -> Iterator[Fault]:
    """Sheets of a form that hold no rows that anybody sees."""
    for sheet in book.chartsheets:
        yield Fault(
            f"{path.name}, lembar {sheet.title}",
            None,
            None,
            None,
            "lembar grafik, bukan tabel; hapus",
        )
    for sheet in (each for each in book.worksheets if each.sheet_state != "visible"):
        reason = "lembar tersembunyi; tampilkan atau hapus"
        yield Fault(f"{path.name}, lembar {sheet.title}", None, None, None, reason)


def _rows(
    sheet: ReadOnlyWorksheet, layout: Tata, where: str, longgar: bool
) -> tuple[Rows, list[Fault]]:
    """The rows down to the last one that holds anything; blank rows in between are kept."""
    rows: Rows = []
    faults: list[Fault] = []
    sheet.reset_dimensions()
    for number, shown in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        cells = [_cell(cell, layout, where, faults, longgar) for cell in shown]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if number > MOST_ROWS:
            faults.append(
                Fault(where, number, None, None, f"terlalu banyak baris; paling banyak {MOST_ROWS}")
            )
            break
        rows += [[] for _ in range(number - 1 - len(rows))]
        rows.append(cells)
    return rows, faults


def _cell(cell: ReadOnlyCell, layout: Tata, where: str, faults: list[Fault], longgar: bool) -> str:
    value = cell.value

    def no(reason: str) -> str:
        faults.append(
            Fault(where, cell.row, f"sel {alamat(cell.row, cell.column)}", _told(value), reason)
        )
        return ""

    if value is None:
        return no(NO_VALUE) if layout.tanpa_nilai and _place(cell) in layout.tanpa_nilai else ""
    if longgar and isinstance(value, bool | datetime | date | time):
        return str(value)
    if isinstance(value, bool):
        return no("berisi TRUE atau FALSE; tulis sebagai teks")
    if isinstance(value, int | float):
        try:
            return teks(value, cell.number_format)
        except TidakTerbaca as error:
            return no(str(error))
    if isinstance(value, str):
        if cell.data_type == "e":
            return no("berisi kesalahan Excel")
        return value.rstrip() if longgar else value.strip()
    return no("terbaca sebagai tanggal; ubah format sel menjadi Teks lalu tulis ulang")


def _place(cell: ReadOnlyCell) -> str:
    """`E7`; nothing for a cell that the file does not hold."""
    return alamat(cell.row, cell.column) if hasattr(cell, "row") else ""


def _told(value: object) -> str | None:
    return None if value is None else str(value)


def alamat(row: int, column: int) -> str:
    """`E7`."""
    return f"{huruf_kolom(column)}{row}"


def _layout_faults(layout: Tata, rows: Rows, where: str, longgar: bool) -> Iterator[Fault]:
    """Merged cells, hidden rows, and data beyond the columns that are read."""
    merged = [] if longgar else layout.gabungan
    for area in merged[:MOST_TOLD]:
        yield Fault(where, None, f"sel {area}", None, "sel digabung; pisahkan (Unmerge Cells)")
    hidden = [row for row in sorted(layout.tersembunyi) if row <= len(rows) and any(rows[row - 1])]
    for row in hidden[:MOST_TOLD]:
        yield Fault(where, row, None, None, "baris tersembunyi berisi data; tampilkan atau hapus")
    for more in (len(each) - MOST_TOLD for each in (merged, hidden) if len(each) > MOST_TOLD):
        yield Fault(where, None, None, None, f"dan {more} yang lain seperti itu")
    if layout.di_luar:
        reason = f"berisi data di luar {MOST_COLUMNS} kolom yang dibaca; pindahkan atau hapus"
        yield Fault(where, None, f"sel {layout.di_luar}", None, reason)
