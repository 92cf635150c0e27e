"""An export in an Excel workbook: every visible sheet, whatever its unused cells hold.

Nothing in the file is run; macros and links are not looked at.  A cell that cannot be read is told
only when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.lembar import MOST_COLUMNS, TOO_WIDE, UNREADABLE, Lembar
from lkipnb.exchange.lra.lembar import Sel as Tempat
from lkipnb.load.alamat import alamat_sel, huruf_kolom, nomor_kolom
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.sel import NO_VALUE, Sel, isi_sel
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import Tata
from lkipnb.load.xlsx import (
    LEADS_OUT,
    MOST_ROWS,
    TOO_MANY_ROWS,
    Halaman,
    Rows,
    buka_excel,
    catatan_rumus,
)

_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def lembar_excel(path: Path) -> list[Lembar]:
    """The visible sheets.  Raises DataError when the file is not to be opened."""
    try:
        pages = buka_excel(path, longgar=True)
        return [_Pembaca(page.tata).lembar(page) for page in pages if page.tampak]
    except Ditolak as error:
        raise DataError([Fault(path.name, None, None, None, str(error))]) from error


class _Pembaca:
    """The cells of one sheet as they come by."""

    def __init__(self, layout: Tata) -> None:
        self.layout = layout
        self.menjorok: dict[Tempat, int] = {}
        self.rusak: dict[Tempat, str] = {}

    def lembar(self, page: Halaman) -> Lembar:
        obstacles = dict(_obstacles(self.layout))
        rows = self._rows(page, obstacles)
        areas = list(_areas(self.layout.gabungan))
        hidden = [row - 1 for row in sorted(self.layout.tersembunyi) if row <= len(rows)]
        return Lembar(
            nama=page.nama,
            rows=rows,
            menjorok=self.menjorok,
            garis={row - 1: level for row, level in self.layout.garis.items()},
            lebar={place: width for place, width, _ in areas},
            tinggi={place: height for place, _, height in areas if height > 1},
            rusak=self.rusak,
            rumus=catatan_rumus(page.nama, self.layout) if self.layout.rumus else "",
            halangan=obstacles,
            baris_tersembunyi=[row for row in hidden if any(rows[row])],
            kolom_tersembunyi=frozenset(at - 1 for at in self.layout.kolom_tersembunyi),
        )

    def _rows(self, page: Halaman, obstacles: dict[str, str]) -> Rows:
        """The rows down to the last one that holds anything; blank rows in between are kept."""
        rows: Rows = []
        for number, shown in page.baris():
            row = self._row(number, shown)
            if not row:
                continue
            if number > MOST_ROWS:
                obstacles[f"A{number}"] = TOO_MANY_ROWS
                break
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(row)
        return rows

    def _row(self, number: int, cells: Sequence[Sel]) -> list[str]:
        """The texts of a row up to the last one that is filled."""
        row: list[str] = []
        for cell in cells:
            if cell.column > MOST_COLUMNS:
                break
            text = self._cell(cell)
            if text:
                row += [""] * (cell.column - 1 - len(row))
                row.append(text)
        return row

    def _cell(self, cell: Sel) -> str:
        place = (cell.row - 1, cell.column - 1)
        if cell.value is None:
            return self._without_value(cell, place)
        try:
            text = isi_sel(cell, longgar=True)
        except TidakTerbaca as error:
            self.rusak[place] = str(error)
            return UNREADABLE
        if not isinstance(cell.value, str):
            return text
        if cell.gaya.menjorok:
            self.menjorok[place] = cell.gaya.menjorok
        return " ".join(text.splitlines())

    def _without_value(self, cell: Sel, place: Tempat) -> str:
        if alamat_sel(cell.row, cell.column) not in self.layout.tanpa_nilai:
            return ""
        self.rusak[place] = NO_VALUE
        return UNREADABLE


def _obstacles(layout: Tata) -> Iterator[tuple[str, str]]:
    if layout.rumus_luar:
        yield layout.rumus_luar, LEADS_OUT
    if layout.kolom_terakhir > MOST_COLUMNS:
        yield f"{huruf_kolom(layout.kolom_terakhir)}1", TOO_WIDE


def _areas(areas: list[str]) -> Iterator[tuple[Tempat, int, int]]:
    """Where each merged cell stands, and how many columns and rows it covers."""
    for area in areas:
        match = _AREA.fullmatch(area)
        if match:
            first = nomor_kolom(match[1])
            top = int(match[2])
            width = nomor_kolom(match[3]) - first + 1
            yield (top - 1, first - 1), width, int(match[4]) - top + 1
