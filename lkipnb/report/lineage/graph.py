"""The whole graph as JSON: every figure with its expression, and every cell with its value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypedDict

from nbformat import NotebookNode

from lkipnb.asal import Sel, baca, sel_dari
from lkipnb.report.lineage.cells import Sumber
from lkipnb.report.lineage.figures import Figure, figures
from lkipnb.report.lineage.file import kunci
from lkipnb.report.lineage.places import nama_tempat
from lkipnb.workbook import Workbook


class Entry(TypedDict):
    """A figure of the graph, with all places where it stands."""

    id: str
    tampil: str
    nilai: str
    ungkapan: str
    sel: list[str]
    tempat: list[str]


def graf(lk: Workbook, chapters: Mapping[str, NotebookNode]) -> str:
    """The graph of the executed chapters, by their names.

    `angka`: id, tampil (as shown), nilai (exact), ungkapan, sel (its cells), tempat (chapter or
    block).  `sel`: by `tabel.kolom@baris` the file, row and column, nilai, asal (the cell of the
    form) where an import wrote it, tercetak where a correction changed it, koreksi.  `tempat`: what
    the report calls each chapter and block.
    """
    graph = _Graf(lk)
    for chapter, notebook in chapters.items():
        for figure in figures(chapter, notebook):
            graph.add(figure)
    content = {
        "opd": lk.data.opd,
        "tahun": lk.data.tahun,
        "angka": list(graph.figures.values()),
        "sel": graph.cells,
        "tempat": nama_tempat(chapters),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


class _Graf:
    """The figures by expression and shown text, and the cells that they rest on."""

    def __init__(self, lk: Workbook):
        self.figures: dict[tuple[str, str], Entry] = {}
        self.cells: dict[str, dict[str, object]] = {}
        self._ids: dict[str, str] = {}
        self._sources = Sumber(lk)

    def add(self, figure: Figure) -> None:
        known = (figure.ungkapan, figure.tampil)
        if known not in self.figures:
            self.figures[known] = self._entry(figure)
        places = self.figures[known]["tempat"]
        if figure.tempat not in places:
            places.append(figure.tempat)

    def _entry(self, figure: Figure) -> Entry:
        return {
            "id": self._id(figure.ungkapan),
            "tampil": figure.tampil,
            "nilai": figure.nilai,
            "ungkapan": figure.ungkapan,
            "sel": self._cells(figure.ungkapan),
            "tempat": [],
        }

    def _id(self, expression: str) -> str:
        return self._ids.setdefault(expression, f"asal-{len(self._ids) + 1}")

    def _cells(self, expression: str) -> list[str]:
        """The names of the cells of an expression, all of them known to the graph."""
        used = sel_dari(baca(expression))
        return [self._cell(cell) for cell in used]

    def _cell(self, cell: Sel) -> str:
        name = kunci(cell)
        if name not in self.cells:
            self.cells[name] = self._sources.sel(cell.tabel, cell.kolom, cell.baris)
        return name
