"""An export in an Excel workbook: every visible sheet, whatever its unused cells hold.

Nothing in the file is run; macros and links are not looked at.  A cell that cannot be read is told
only when it is needed.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.lembar import Lembar, Sel
from lkipnb.load.alamat import alamat_sel, nomor_kolom
from lkipnb.load.ditolak import BROKEN, Ditolak
from lkipnb.load.paket import Paket, periksa
from lkipnb.load.sel import NO_VALUE, isi_sel
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import Tata
from lkipnb.load.xlsx import MOST_ROWS, TOO_MANY_ROWS, Rows, catatan_rumus

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_COLUMNS = 400
UNREADABLE = "#?"  # what stands in the grid for a cell that cannot be read
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def lembar_excel(path: Path) -> list[Lembar]:
    """The visible sheets.  Raises DataError when the file is not to be opened."""
    try:
        return _opened(path, periksa(path, longgar=True))
    except Ditolak as error:
        raise DataError([Fault(path.name, None, None, None, str(error))]) from error


def _opened(path: Path, package: Paket) -> list[Lembar]:
    import openpyxl

    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                return list(_sheets(book, package))
    except (Ditolak, DataError):
        raise
    except Exception as error:
        # openpyxl raises what its parts raise: KeyError, TypeError, IndexError and others.
        raise Ditolak(BROKEN) from error


def _sheets(book: Workbook, package: Paket) -> Iterator[Lembar]:
    if len(set(book.sheetnames)) < package.banyak:
        raise Ditolak(BROKEN)
    for sheet in cast("list[Any]", book.worksheets):
        if sheet.sheet_state == "visible":
            layout = package.tata.get(sheet._worksheet_path, Tata())
            yield _Pembaca(layout).lembar(sheet)


class _Pembaca:
    """The cells of one sheet as they come by."""

    def __init__(self, layout: Tata) -> None:
        self.layout = layout
        self.menjorok: dict[Sel, int] = {}
        self.rusak: dict[Sel, str] = {}
        self.indents: dict[int, int] = {}

    def lembar(self, sheet: Any) -> Lembar:
        rows = self._rows(sheet)
        hidden = [row - 1 for row in sorted(self.layout.tersembunyi) if row <= len(rows)]
        return Lembar(
            nama=sheet.title,
            rows=rows,
            menjorok=self.menjorok,
            garis={row - 1: level for row, level in self.layout.garis.items()},
            lebar=dict(_widths(self.layout.gabungan)),
            rusak=self.rusak,
            rumus=catatan_rumus(sheet.title, self.layout) if self.layout.rumus else "",
            rumus_luar=self.layout.rumus_luar,
            baris_tersembunyi=[row for row in hidden if any(rows[row])],
            kolom_tersembunyi=frozenset(at - 1 for at in self.layout.kolom_tersembunyi),
        )

    def _rows(self, sheet: Any) -> Rows:
        """The rows down to the last one that holds anything; blank rows in between are kept."""
        rows: Rows = []
        # What the file claims of its own size is not believed.
        sheet.reset_dimensions()
        width = min(self.layout.kolom_terakhir, MOST_COLUMNS)
        for number, shown in enumerate(sheet.iter_rows(max_col=width), start=1):
            cells = [self._cell(cell, number - 1, at) for at, cell in enumerate(shown)]
            while cells and not cells[-1]:
                cells.pop()
            if not cells:
                continue
            if number > MOST_ROWS:
                raise DataError([Fault(sheet.title, number, None, None, TOO_MANY_ROWS)])
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(cells)
        return rows

    def _cell(self, cell: Any, row: int, at: int) -> str:
        if cell.value is None:
            return self._without_value(cell, row, at)
        try:
            text = isi_sel(cell, longgar=True)
        except TidakTerbaca as error:
            self.rusak[row, at] = str(error)
            return UNREADABLE
        if isinstance(cell.value, str):
            self._indent(cell, row, at)
        return " ".join(text.splitlines())

    def _without_value(self, cell: Any, row: int, at: int) -> str:
        unread = self.layout.tanpa_nilai
        if not unread or not hasattr(cell, "row") or alamat_sel(row + 1, at + 1) not in unread:
            return ""
        self.rusak[row, at] = NO_VALUE
        return UNREADABLE

    def _indent(self, cell: Any, row: int, at: int) -> None:
        style = cell._style_id
        if style not in self.indents:
            self.indents[style] = int(cell.alignment.indent or 0)
        if self.indents[style]:
            self.menjorok[row, at] = self.indents[style]


def _widths(areas: list[str]) -> Iterator[tuple[Sel, int]]:
    """How many columns each merged cell covers."""
    for area in areas:
        match = _AREA.fullmatch(area)
        if match:
            first = nomor_kolom(match[1])
            last = nomor_kolom(match[3])
            yield (int(match[2]) - 1, first - 1), last - first + 1
