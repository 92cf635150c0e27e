"""Where figures stand, in the words of the report: `Tabel 3.1, BAB III`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

from lkipnb.report import blok, notebooks

_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_CHAPTER = re.compile(r"BAB [IVX]+(?= )")
_PREFIX = re.compile(r"[0-9]+$")


def nama_tempat(chapters: Mapping[str, NotebookNode]) -> dict[str, str]:
    """The chapters and their tables by the name of their place in the graph."""
    told: dict[str, str] = {}
    for chapter, notebook in chapters.items():
        name = _name(notebook) or chapter
        told[chapter] = name
        for block, number in _numbered(notebook):
            told[f"{chapter}#{block}"] = f"{number}, {name}"
    return told


def _name(notebook: NotebookNode) -> str:
    """`BAB III`; of a chapter without a number its last heading, behind which its figures stand."""
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    headings = [found for text in texts for found in _HEADING.findall(text)]
    if not headings:
        return ""
    numbered = _CHAPTER.match(headings[0])
    return numbered[0] if numbered else headings[-1]


def _numbered(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    """Each table with the number that the report gives it: in the order of the chapter, whatever
    was referred to first.
    """
    given: Counter[str] = Counter()
    for forms in notebooks.shown(notebook):
        table = blok.dari(forms)
        if table is not None:
            prefix = _PREFIX.sub("", table.nomor)
            given[prefix] += 1
            yield table.id, f"{prefix}{given[prefix]}"
