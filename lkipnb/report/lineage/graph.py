"""The whole graph as JSON: every figure with its expression, and every cell with its value."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lxml.html import HtmlElement
from nbformat import NotebookNode

from lkipnb.asal import Sel, baca, sel_dari
from lkipnb.report.lineage.cells import Sumber
from lkipnb.report.lineage.figures import MARK, figures
from lkipnb.report.lineage.file import kunci
from lkipnb.workbook import Workbook


def graf(lk: Workbook, chapters: Iterable[tuple[str, NotebookNode]]) -> str:
    """The graph of the executed chapters, each with its name.

    `angka`: id, tampil (as shown), nilai (exact), ungkapan, sel (its cells), tempat (chapter or
    block).  `sel`: by `tabel.kolom@baris` the file, row and column, nilai, tercetak where a
    correction changed it, koreksi.
    """
    graph = _Graf(lk)
    for chapter, notebook in chapters:
        for place, figure in figures(chapter, notebook):
            graph.add(place, figure)
    content = {
        "opd": lk.data.opd,
        "tahun": lk.data.tahun,
        "angka": list(graph.figures.values()),
        "sel": graph.cells,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


class _Graf:
    """The figures by expression and shown text, and the cells that they rest on."""

    def __init__(self, lk: Workbook):
        self.figures: dict[tuple[str, str], dict] = {}
        self.cells: dict[str, dict] = {}
        self._ids: dict[str, str] = {}
        self._sources = Sumber(lk)

    def add(self, place: str, figure: HtmlElement) -> None:
        shown = figure.text_content()
        known = (figure.get(MARK), shown)
        used = self._cells(figure.get(MARK))
        if known not in self.figures:
            self.figures[known] = self._entry(figure, used)
        places = self.figures[known]["tempat"]
        if place not in places:
            places.append(place)

    def _entry(self, figure: HtmlElement, used: list[str]) -> dict:
        expression = figure.get(MARK)
        return {
            "id": self._ids.setdefault(expression, f"asal-{len(self._ids) + 1}"),
            "tampil": figure.text_content(),
            "nilai": figure.get("value"),
            "ungkapan": expression,
            "sel": used,
            "tempat": [],
        }

    def _cells(self, expression: str) -> list[str]:
        """The names of the cells of an expression, all of them known to the graph."""
        return [self._cell(cell) for cell in sel_dari(baca(expression))]

    def _cell(self, cell: Sel) -> str:
        name = kunci(cell)
        if name not in self.cells:
            self.cells[name] = self._sources.sel(cell.tabel, cell.kolom, cell.baris)
        return name
