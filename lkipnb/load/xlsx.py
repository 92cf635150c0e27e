"""An Excel file as rows of text, or the reasons why it cannot be trusted.

Nothing in the file is run: formulas count by the value that Excel stored, macros and links to other
files are refused.  What the file claims of its own size is not believed: every row that is there is
read, in bounded memory.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from lkipnb.errors import Fault
from lkipnb.load.alamat import alamat_sel
from lkipnb.load.ditolak import BROKEN, Ditolak
from lkipnb.load.paket import Paket, periksa
from lkipnb.load.sel import NO_VALUE, Sel, isi_sel
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import MOST_COLUMNS, Tata

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 20_000
MOST_TOLD = 20  # faults of one kind, such as merged cells, told one by one
LEADS_OUT = "rumusnya memanggil berkas, program, atau alamat lain; tulis hasilnya saja"
TOO_MANY_ROWS = f"terlalu banyak baris; paling banyak {MOST_ROWS}"

Rows = list[list[str]]


class _Sheet(Protocol):
    """What is used of a read-only sheet of openpyxl, whose stubs describe another class."""

    title: str
    sheet_state: str
    _worksheet_path: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_col: int) -> Iterable[Sequence[Sel]]: ...


def sheets(path: Path, *, longgar: bool = False) -> tuple[dict[str, Rows], list[Fault]]:
    """The rows of each sheet as text, row 1 first, and every fault; no sheet when the file is
    refused.

    A number becomes the text that its cell shows, unrounded: `92%` for 0,92 in a percent format.
    Faults: a file that is too large, encrypted, broken, with macros or links; a hidden sheet, a
    chart; data beyond the rows and columns that are read; per cell a date, a truth value, an Excel
    error, a formula without a stored value, one that leads out of the file, an integer of more
    digits than Excel keeps, a number shown in thousands, a merged or hidden one. `longgar`, for a
    sheet that is not a form, lets merged cells, hidden sheets and charts pass, and dates and truth
    values as text.
    """
    try:
        return _opened(path, periksa(path), longgar)
    except Ditolak as error:
        return {}, [Fault(path.name, None, None, None, str(error))]


def rumus(path: Path) -> list[str]:
    """For each visible sheet with formulas a note which cells were read by the value that Excel
    stored.  Raises Ditolak for a file that is not to be opened.
    """
    import openpyxl

    package = periksa(path)
    with warnings.catch_warnings(action="ignore"):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    with closing(book):
        layouts = [(s.title, package.tata.get(s._worksheet_path, Tata())) for s in _visible(book)]
    return [catatan_rumus(title, layout) for title, layout in layouts if layout.rumus]


def catatan_rumus(title: str, layout: Tata) -> str:
    """Which cells of a sheet were read by the value that Excel stored for their formula."""
    rest = layout.banyak_rumus - len(layout.rumus)
    more = f" dan {rest} yang lain" if rest else ""
    return f"lembar {title} sel {', '.join(layout.rumus)}{more}"


def _opened(path: Path, package: Paket, longgar: bool) -> tuple[dict[str, Rows], list[Fault]]:
    import openpyxl

    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                return _read(book, package, path.name, longgar)
    except Ditolak:
        raise
    except Exception as error:
        # openpyxl raises what its parts raise: KeyError, TypeError, IndexError and others.
        raise Ditolak(BROKEN) from error


def _read(
    book: Workbook, package: Paket, file: str, longgar: bool
) -> tuple[dict[str, Rows], list[Fault]]:
    if len(set(book.sheetnames)) < package.banyak:
        raise Ditolak(BROKEN)
    found: dict[str, Rows] = {}
    faults = [] if longgar else list(_no_tables(book, file))
    for sheet in _visible(book):
        where = f"{file}, lembar {sheet.title}"
        layout = package.tata.get(sheet._worksheet_path, Tata())
        rows, unread = _rows(sheet, layout, where, longgar)
        found[sheet.title] = rows
        faults += unread
        faults += _layout_faults(layout, rows, where, longgar)
    return found, faults


def _visible(book: Workbook) -> Iterator[_Sheet]:
    for sheet in cast("list[_Sheet]", book.worksheets):
        if sheet.sheet_state == "visible":
            yield sheet


def _no_tables(book: Workbook, file: str) -> Iterator[Fault]:
    """Sheets of a form that hold no rows that anybody sees."""
    for chart in book.chartsheets:
        yield _of_sheet(file, chart.title, "lembar grafik, bukan tabel; hapus")
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            yield _of_sheet(file, sheet.title, "lembar tersembunyi; tampilkan atau hapus")


def _of_sheet(file: str, title: str, reason: str) -> Fault:
    return Fault(f"{file}, lembar {title}", None, None, None, reason)


def _rows(sheet: _Sheet, layout: Tata, where: str, longgar: bool) -> tuple[Rows, list[Fault]]:
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
            faults.append(Fault(where, number, None, None, TOO_MANY_ROWS))
            break
        rows += [[] for _ in range(number - 1 - len(rows))]
        rows.append(cells)
    return rows, faults


def _cell(cell: Sel, layout: Tata, where: str, faults: list[Fault], longgar: bool) -> str:
    """The text of a cell; where it cannot be read, nothing, and a fault more."""
    try:
        if _lacks_value(cell, layout):
            raise TidakTerbaca(NO_VALUE)
        return isi_sel(cell, longgar=longgar)
    except TidakTerbaca as error:
        told = None if cell.value is None else str(cell.value)
        place = f"sel {alamat_sel(cell.row, cell.column)}"
        faults.append(Fault(where, cell.row, place, told, str(error)))
        return ""


def _lacks_value(cell: Sel, layout: Tata) -> bool:
    """Whether a formula stands in the cell, and no value of it."""
    if cell.value is not None or not layout.tanpa_nilai:
        return False
    is_in_file = hasattr(cell, "row")
    return is_in_file and alamat_sel(cell.row, cell.column) in layout.tanpa_nilai


def _layout_faults(layout: Tata, rows: Rows, where: str, longgar: bool) -> Iterator[Fault]:
    """Merged cells, hidden rows, and data beyond the columns that are read."""
    merged = [] if longgar else layout.gabungan
    hidden = [row for row in sorted(layout.tersembunyi) if _is_filled(rows, row)]
    for area in merged[:MOST_TOLD]:
        yield Fault(where, None, f"sel {area}", None, "sel digabung; pisahkan (Unmerge Cells)")
    for row in hidden[:MOST_TOLD]:
        yield Fault(where, row, None, None, "baris tersembunyi berisi data; tampilkan atau hapus")
    for more in (len(merged) - MOST_TOLD, len(hidden) - MOST_TOLD):
        if more > 0:
            yield Fault(where, None, None, None, f"dan {more} yang lain seperti itu")
    if layout.rumus_luar:
        yield Fault(where, None, f"sel {layout.rumus_luar}", None, LEADS_OUT)
    if layout.di_luar:
        reason = f"berisi data di luar {MOST_COLUMNS} kolom yang dibaca; pindahkan atau hapus"
        yield Fault(where, None, f"sel {layout.di_luar}", None, reason)


def _is_filled(rows: Rows, number: int) -> bool:
    return number <= len(rows) and any(rows[number - 1])
