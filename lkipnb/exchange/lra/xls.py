"""An export in the binary .xls of Excel 97 to 2003: every visible sheet, by xlrd.

Its macros are not looked at.  The file does not tell which cells hold formulas; all count by the
value that was stored.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.lembar import UNREADABLE, Lembar
from lkipnb.exchange.lra.lembar import Sel as Tempat
from lkipnb.load.ditolak import SAVE_AS, Ditolak
from lkipnb.load.ole import aliran
from lkipnb.load.sel import ERROR
from lkipnb.load.tampilan import TidakTerbaca, teks
from lkipnb.load.xlsx import MOST_ROWS, TOO_MANY_ROWS, Rows

BROKEN = f"berkas .xls rusak atau berkata sandi; {SAVE_AS}"
STREAMS = ("Workbook", "Book")
NOTE = "berkas .xls tidak menunjukkan sel mana yang berisi rumus"


def lembar_xls(path: Path) -> list[Lembar]:
    """The visible sheets.  Raises DataError when the file is not to be opened."""
    import xlrd

    try:
        # The container is taken apart here, for xlrd follows a ring of sectors without end.
        stream = aliran(path.read_bytes(), STREAMS)
        if stream is None:
            raise Ditolak(BROKEN)
        with xlrd.open_workbook(
            file_contents=stream, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
        ) as book:
            visible = (sheet for sheet in book.sheets() if not sheet.visibility)
            return [_Pembaca(book, sheet).lembar() for sheet in visible]
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        # xlrd raises what its parts raise: struct.error, IndexError, AssertionError and others.
        raise DataError([Fault(path.name, None, None, None, BROKEN)]) from error


class _Pembaca:
    """The cells of one sheet."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet
        self.menjorok: dict[Tempat, int] = {}
        self.rusak: dict[Tempat, str] = {}

    def lembar(self) -> Lembar:
        rows = self._rows()
        layout = self.sheet.rowinfo_map
        hidden = [at for at in sorted(layout) if layout[at].hidden and at < len(rows) and rows[at]]
        columns = self.sheet.colinfo_map
        areas = list(self._areas())
        is_too_long = len(rows) > MOST_ROWS
        return Lembar(
            nama=self.sheet.name,
            rows=rows[:MOST_ROWS],
            menjorok=self.menjorok,
            garis={at: row.outline_level for at, row in layout.items() if row.outline_level},
            lebar={place: width for place, width, _ in areas},
            tinggi={place: height for place, _, height in areas if height > 1},
            rusak=self.rusak,
            rumus=f"lembar {self.sheet.name}, {NOTE}",
            halangan={f"A{MOST_ROWS + 1}": TOO_MANY_ROWS} if is_too_long else {},
            baris_tersembunyi=hidden,
            kolom_tersembunyi=frozenset(at for at, column in columns.items() if column.hidden),
        )

    def _rows(self) -> Rows:
        rows = [self._row(at) for at in range(self.sheet.nrows)]
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def _row(self, at: int) -> list[str]:
        row = [self._cell(cell, (at, column)) for column, cell in enumerate(self.sheet.row(at))]
        while row and not row[-1]:
            row.pop()
        return row

    def _cell(self, cell: Any, place: Tempat) -> str:
        try:
            text = self._text(cell)
        except TidakTerbaca as error:
            self.rusak[place] = str(error)
            return UNREADABLE
        indent = self._style(cell).alignment.indent_level if text else 0
        if indent:
            self.menjorok[place] = indent
        return text

    def _text(self, cell: Any) -> str:
        import xlrd

        if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
            return ""
        if cell.ctype == xlrd.XL_CELL_TEXT:
            return " ".join(cell.value.splitlines()).rstrip()
        if cell.ctype == xlrd.XL_CELL_DATE:
            return self._day(cell.value)
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return teks(cell.value, self._format(cell))
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return str(bool(cell.value))
        raise TidakTerbaca(ERROR)

    def _day(self, value: float) -> str:
        from xlrd.xldate import XLDateError, xldate_as_datetime

        try:
            return str(xldate_as_datetime(value, self.book.datemode))
        except (XLDateError, OverflowError) as error:
            raise TidakTerbaca(ERROR) from error

    def _style(self, cell: Any) -> Any:
        return self.book.xf_list[cell.xf_index]

    def _format(self, cell: Any) -> str:
        return str(self.book.format_map[self._style(cell).format_key].format_str)

    def _areas(self) -> Iterator[tuple[Tempat, int, int]]:
        """Where each merged cell stands, and how many columns and rows it covers."""
        for top, below, first, end in self.sheet.merged_cells:
            yield (top, first), end - first, below - top
