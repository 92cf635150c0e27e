"""Blocks that travel through a notebook as data, and their places in the HTML of a document.

A place is a figure with number and title and nothing else, so that a document can be numbered
before anything is rendered.  Each format puts there what it makes of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml.html import HtmlElement
from nbformat import NotebookNode
from pydantic import ValidationError

from lkipnb.errors import ChapterError
from lkipnb.present.html import render
from lkipnb.present.tabel.data import JENIS, Tabel
from lkipnb.report import notebooks

MARK = "data-blok"  # the gate lets no such attribute through
_PLACE = re.compile(rf'<figure class="tabel" id="([\w-]+)" {MARK}="">.*?</figure>', re.DOTALL)


def dari(data: Mapping[str, object]) -> Tabel | None:
    """The block among the forms of an output; None where there is none.  Raises ChapterError for
    data that are no block.
    """
    if JENIS not in data:
        return None
    try:
        return Tabel.model_validate(data[JENIS])
    except ValidationError as error:
        raise ChapterError("Notebook memuat tabel yang tidak dapat dibaca.") from error


def tabel(nb: NotebookNode) -> dict[str, Tabel]:
    """The blocks of a notebook by their id."""
    found = {}
    for forms in notebooks.shown(nb):
        block = dari(forms)
        if block is not None:
            found[block.id] = block
    return found


def tempat(block: Tabel) -> str:
    """The place of a block."""
    return render("tempat.html.j2", blok=block)


def nama(figure: HtmlElement) -> str | None:
    """The id of the block whose place a figure is; None for any other figure."""
    if MARK not in figure.attrib:
        return None
    name: str | None = figure.get("id")
    return name


def isi(html: str, render: Callable[[str], str]) -> str:
    """The HTML with every place filled by what `render` makes of the id of its block."""

    def filled(match: re.Match[str]) -> str:
        return render(match[1])

    return _PLACE.sub(filled, html)
