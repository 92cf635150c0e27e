"""The figures of a chapter: the cells of its tables, and `<data value data-asal>` in its prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement
from nbformat import NotebookNode

from lkipnb.present.tabel.data import Tabel
from lkipnb.report import blok, notebooks

MARK = "data-asal"


@dataclass(frozen=True)
class Figure:
    """A figure: the chapter or the block of it where it stands, what it shows, its exact value and
    its origin (`lkipnb.asal`).
    """

    tempat: str
    tampil: str
    nilai: str
    ungkapan: str


def figures(chapter: str, notebook: NotebookNode) -> Iterator[Figure]:
    """Every figure of an executed chapter, in the order in which a reader meets them."""
    for forms in notebooks.shown(notebook):
        table = blok.dari(forms)
        html = forms.get("text/html", "")
        if table is not None:
            yield from _of_table(chapter, table)
        elif MARK in html:
            yield from _of_prose(chapter, html)


def lepas(root: HtmlElement) -> None:
    """Leave of every figure only its text, as print wants it."""
    for figure in list(root.iter("data")):
        figure.drop_tag()


def _of_table(chapter: str, table: Tabel) -> Iterator[Figure]:
    place = f"{chapter}#{table.id}"
    for rows in table.kelompok.values():
        for row in rows:
            for _, cell in table.sel(row):
                if cell.asal:
                    yield Figure(place, cell.teks, cell.nilai, cell.asal)


def _of_prose(chapter: str, html: str) -> Iterator[Figure]:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for found in root.iter("data"):
        if MARK not in found.attrib:
            continue
        shown = found.text_content()
        place = _place(chapter, found)
        yield Figure(place, shown, found.get("value", ""), found.attrib[MARK])


def _place(chapter: str, figure: HtmlElement) -> str:
    for block in figure.iterancestors("figure"):
        name = block.get("id")
        if name:
            return f"{chapter}#{name}"
    return chapter
