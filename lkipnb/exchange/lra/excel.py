"""An export in an Excel workbook: every visible sheet, whatever its unused cells hold.

Nothing in the file is run; macros and links are not looked at.  A cell that cannot be read is told
only when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.lembar import Lembar, Sel
from lkipnb.load.alamat import huruf_kolom, nomor_kolom
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.sel import NO_VALUE, isi_sel
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import Tata
from lkipnb.load.xlsx import (
    LEADS_OUT,
    MOST_ROWS,
    TOO_MANY_ROWS,
    Halaman,
    Rows,
    catatan_rumus,
    tanpa_nilai,
    terbuka,
)

MOST_COLUMNS = 400
TOO_WIDE = (
    f"lembar lebih lebar dari {MOST_COLUMNS} kolom; hapus kolom yang tidak perlu, lalu ulangi"
)
UNREADABLE = "#?"  # what stands in the grid for a cell that cannot be read
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def lembar_excel(path: Path) -> list[Lembar]:
    """The visible sheets.  Raises DataError when the file is not to be opened."""
    try:
        with terbuka(path, longgar=True) as pages:
            return [_Pembaca(page.tata).lembar(page) for page in pages if page.tampak]
    except Ditolak as error:
        raise DataError([Fault(path.name, None, None, None, str(error))]) from error


class _Pembaca:
    """The cells of one sheet as they come by."""

    def __init__(self, layout: Tata) -> None:
        self.layout = layout
        self.menjorok: dict[Sel, int] = {}
        self.rusak: dict[Sel, str] = {}
        self.indents: dict[int, int] = {}

    def lembar(self, page: Halaman) -> Lembar:
        obstacles = dict(_obstacles(self.layout))
        rows = self._rows(page, obstacles)
        hidden = [row - 1 for row in sorted(self.layout.tersembunyi) if row <= len(rows)]
        return Lembar(
            nama=page.nama,
            rows=rows,
            menjorok=self.menjorok,
            garis={row - 1: level for row, level in self.layout.garis.items()},
            lebar=dict(_widths(self.layout.gabungan)),
            rusak=self.rusak,
            rumus=catatan_rumus(page.nama, self.layout) if self.layout.rumus else "",
            halangan=obstacles,
            baris_tersembunyi=[row for row in hidden if any(rows[row])],
            kolom_tersembunyi=frozenset(at - 1 for at in self.layout.kolom_tersembunyi),
        )

    def _rows(self, page: Halaman, obstacles: dict[str, str]) -> Rows:
        """The rows down to the last one that holds anything; blank rows in between are kept."""
        rows: Rows = []
        width = min(self.layout.kolom_terakhir, MOST_COLUMNS)
        for number, shown in enumerate(page.baris(width), start=1):
            cells = [self._cell(cell, number - 1, at) for at, cell in enumerate(shown)]
            while cells and not cells[-1]:
                cells.pop()
            if not cells:
                continue
            if number > MOST_ROWS:
                obstacles[f"A{number}"] = TOO_MANY_ROWS
                break
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(cells)
        return rows

    def _cell(self, cell: Any, row: int, at: int) -> str:
        if tanpa_nilai(cell, self.layout):
            self.rusak[row, at] = NO_VALUE
            return UNREADABLE
        if cell.value is None:
            return ""
        try:
            text = isi_sel(cell, longgar=True)
        except TidakTerbaca as error:
            self.rusak[row, at] = str(error)
            return UNREADABLE
        if isinstance(cell.value, str):
            self._indent(cell, row, at)
        return " ".join(text.splitlines())

    def _indent(self, cell: Any, row: int, at: int) -> None:
        style = cell._style_id
        if style not in self.indents:
            self.indents[style] = int(cell.alignment.indent or 0)
        if self.indents[style]:
            self.menjorok[row, at] = self.indents[style]


def _obstacles(layout: Tata) -> Iterator[tuple[str, str]]:
    if layout.rumus_luar:
        yield layout.rumus_luar, LEADS_OUT
    if layout.kolom_terakhir > MOST_COLUMNS:
        yield f"{huruf_kolom(layout.kolom_terakhir)}1", TOO_WIDE


def _widths(areas: list[str]) -> Iterator[tuple[Sel, int]]:
    """How many columns each merged cell covers."""
    for area in areas:
        match = _AREA.fullmatch(area)
        if match:
            first = nomor_kolom(match[1])
            last = nomor_kolom(match[3])
            yield (int(match[2]) - 1, first - 1), last - first + 1
