"""The figures of a piece of HTML: `<data value data-asal>`."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement
from nbformat import NotebookNode

MARK = "data-asal"


def figures(chapter: str, notebook: NotebookNode) -> Iterator[tuple[str, HtmlElement]]:
    """Every figure of an executed chapter with its place: the chapter, or a block of it."""
    for html in _shown(notebook):
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        for figure in root.iter("data"):
            yield _place(chapter, figure), figure


def lepas(root: HtmlElement) -> None:
    """Leave of every figure only its text, as print wants it."""
    for figure in list(root.iter("data")):
        figure.drop_tag()


def _shown(notebook: NotebookNode) -> Iterator[str]:
    """The HTML of each output that holds figures."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html", "")
            if MARK in html:
                yield html


def _place(chapter: str, figure: HtmlElement) -> str:
    for block in figure.iterancestors("figure"):
        name = block.get("id")
        return f"{chapter}#{name}" if name else chapter
    return chapter
