"""Where the figures of a table come from, in the words of `lkipnb trace`."""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.asal import baca, sel_dari
from lkipnb.load.andaian import ANDAIAN
from lkipnb.model import Dataset
from lkipnb.present.tabel.data import Larik, Tabel
from lkipnb.report.lineage.cells import Sumber
from lkipnb.report.lineage.file import kunci
from lkipnb.report.lineage.tree import pohon
from lkipnb.workbook import Workbook


class _Sumber(Sumber):
    """Cells of `data/`, and those that a scenario assumes."""

    def _data(self, year: str) -> Dataset:
        if year == ANDAIAN:
            return self._lk.data
        return super()._data(year)


def asal(lk: Workbook, tabel: Tabel, baris: Larik, hanya: str = "") -> Iterator[str]:
    """For each figure of a row its column and value, and below them its tree down to cells; of the
    column `hanya` alone where it is named.
    """
    for column, cell in tabel.sel(baris):
        if cell.asal and hanya in ("", column.nama):
            yield f"{column.judul}: {cell.teks}"
            yield from telusur(lk, cell.asal)


def telusur(lk: Workbook, ungkapan: str) -> Iterator[str]:
    """The tree of one origin, as lines."""
    sources = _Sumber(lk)
    cells = {
        kunci(one): sources.sel(one.tabel, one.kolom, one.baris) for one in sel_dari(baca(ungkapan))
    }
    yield from pohon(ungkapan, cells)
