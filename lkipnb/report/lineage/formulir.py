"""The cells of the form that an origin rests on, where the year came from one."""

from __future__ import annotations

from collections.abc import Mapping

from lkipnb.asal import baca, sel_dari
from lkipnb.load.impor import tempat
from lkipnb.present.format import daftar

Impor = Mapping[str, Mapping[str, object]]
MOST_CELLS = 12
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def di_formulir(expression: str, impor: Impor) -> str:
    """`formulir.xlsx, lembar kinerja, sel D4 dan E4`, sheet by sheet; empty for cells that no
    import wrote.
    """
    sheets: dict[str, set[str]] = {}
    for cell in sel_dari(baca(expression)):
        place = tempat(impor, f"{cell.tabel}.csv", cell.baris, cell.kolom)
        sheet, found, at = place.partition(", sel ")
        if found:
            sheets.setdefault(sheet, set()).add(at)
    return "; ".join(f"{sheet}, sel {_listed(cells)}" for sheet, cells in sheets.items())


def _listed(named: set[str]) -> str:
    """In the order of a reader: by row, then by column."""
    cells = sorted(named, key=lambda cell: (int(cell.lstrip(LETTERS)), len(cell), cell))
    if len(cells) > MOST_CELLS:
        return f"{', '.join(cells[:MOST_CELLS])}, …"
    return daftar(cells)
