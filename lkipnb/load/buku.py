"""A filled workbook, sheet by sheet, with what a text alone does not tell of a cell.

It is opened as `load.xlsx` does.  A cell that cannot be read stops nothing: it is empty, and its
reason is kept, for only who knows the columns knows whether the cell matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from lkipnb.load.alamat import alamat_sel
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.sel import NO_VALUE, Sel, isi_sel
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import MOST_COLUMNS, Tata
from lkipnb.load.xlsx import MOST_ROWS, TOO_MANY_ROWS, Halaman, Rows, buka_excel

Tempat = tuple[int, int]  # row and column of a cell, from 1
_OLDEST_CALENDAR = datetime(1899, 12, 30)  # day 0 of Excel


@dataclass
class Lembar:
    """A sheet: its rows as text, row 1 first, and the cells that are more, or less, than a text.

    `tanggal` are the days that cells show, `bilangan` the cells that hold a number in the format
    General, `tak_terbaca` why a cell cannot be read.
    """

    nama: str
    tata: Tata
    tampak: bool = True
    baris: Rows = field(default_factory=list)
    tanggal: dict[Tempat, date] = field(default_factory=dict)
    bilangan: set[Tempat] = field(default_factory=set)
    tak_terbaca: dict[Tempat, str] = field(default_factory=dict)
    tertulis: dict[Tempat, str] = field(default_factory=dict)

    def sel(self, row: int, column: int) -> str:
        """The text of a cell; empty beyond what the sheet holds."""
        if row > len(self.baris) or column > len(self.baris[row - 1]):
            return ""
        return self.baris[row - 1][column - 1]

    def berisi(self, row: int, column: int) -> bool:
        """Whether anything stands in a cell, readable or not."""
        place = (row, column)
        return bool(self.sel(row, column)) or place in self.tanggal or place in self.tak_terbaca


def buka(path: Path) -> list[Lembar]:
    """The sheets that hold cells, in their order.  Raises Ditolak for a file that is too large,
    encrypted, broken, or has macros or links.
    """
    return [_sheet(page) for page in buka_excel(path)]


def nomor_hari(day: date) -> int:
    """The number that Excel keeps for a day."""
    return (datetime(day.year, day.month, day.day) - _OLDEST_CALENDAR).days


def _sheet(page: Halaman) -> Lembar:
    read = Lembar(page.nama, page.tata, page.tampak)
    for number, cells in page.baris():
        shown = _row(read, number, [cell for cell in cells if cell.column <= MOST_COLUMNS])
        if number > MOST_ROWS and any(shown):
            raise Ditolak(f"lembar {page.nama}: {TOO_MANY_ROWS}")
        if number <= MOST_ROWS:
            read.baris += [[] for _ in range(number - 1 - len(read.baris))]
            read.baris.append(shown if any(shown) else [])
    _drop_blank_end(read)
    return read


def _row(read: Lembar, row: int, cells: Sequence[Sel]) -> list[str]:
    shown = [""] * max((cell.column for cell in cells), default=0)
    for cell in cells:
        shown[cell.column - 1] = _cell(read, row, cell)
    return shown


def _drop_blank_end(read: Lembar) -> None:
    special = [row for row, _ in (*read.tanggal, *read.tak_terbaca)]
    last = max(special, default=0)
    while len(read.baris) > last and not any(read.baris[-1]):
        read.baris.pop()


def _cell(read: Lembar, row: int, cell: Sel) -> str:
    """The text of a cell; what else is known of it goes into the sheet."""
    place = (row, cell.column)
    value = cell.value
    if value is None:
        if alamat_sel(*place) in read.tata.tanpa_nilai:
            read.tak_terbaca[place] = NO_VALUE
        return ""
    if isinstance(value, date):
        read.tanggal[place] = value.date() if isinstance(value, datetime) else value
        return ""
    if _is_bare_number(cell):
        read.bilangan.add(place)
    try:
        return isi_sel(cell, longgar=False)
    except TidakTerbaca as error:
        read.tak_terbaca[place] = str(error)
        read.tertulis[place] = str(value)
        return ""


def _is_bare_number(cell: Sel) -> bool:
    """Whether a number has no format that shows the zeros it was typed with."""
    return isinstance(cell.value, int | float) and cell.gaya.bentuk in ("General", "@")
