"""The sentences of the executive summary, and what of them a scenario changes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import lxml.html

from lkipnb.load.notebooks import cells
from lkipnb.load.places import notebook_folder
from lkipnb.present.html import render
from lkipnb.workbook import Workbook

HEADING = "Ikhtisar Eksekutif"
MAGIC = "%%narasi\n"
CHAPTER = "00_*.ipynb"
_BLOCKS = "//p | //li"
_WORDS = re.compile(r"\s+")
Potong = tuple[str, bool]  # a piece of a text, and whether it is another than before


def templat(data: Path) -> str:
    """The prose of the executive summary as the chapters of this data folder have it; empty where
    they have none.
    """
    for path in sorted(notebook_folder(data).glob(CHAPTER)):
        told = [cell.sumber for cell in cells(path)]
        for heading, prose in pairwise(told):
            if heading.lstrip("# ").startswith(HEADING) and prose.startswith(MAGIC):
                return prose.removeprefix(MAGIC)
    return ""


def kalimat(lk: Workbook, templat: str) -> list[str]:
    """The paragraphs and items of the summary, as text."""
    if not templat:
        return []
    root = lxml.html.fragment_fromstring(lk.tulis(templat).html, create_parent="div")
    return [_text(block) for block in root.xpath(_BLOCKS)]


def _text(block: lxml.html.HtmlElement) -> str:
    return " ".join(_WORDS.split(block.text_content().strip()))


def berbeda(semula: Sequence[str], menjadi: Sequence[str]) -> list[list[Potong]]:
    """The new blocks in pieces, those that are not as before marked; blocks are matched by their
    likeness.
    """
    return [list(_pieces(_nearest(block, semula), block)) for block in menjadi]


def _nearest(block: str, semula: Sequence[str]) -> str:
    if block in semula:
        return block
    found = difflib.get_close_matches(block, semula, n=1, cutoff=0.3)
    return found[0] if found else ""


def _pieces(before: str, after: str) -> Iterator[Potong]:
    old, new = before.split(" "), after.split(" ")
    matched = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for same, _, _, start, end in matched.get_opcodes():
        if start < end:
            yield " ".join(new[start:end]), same != "equal"


def tampilan(semula: Sequence[str], menjadi: Sequence[str]) -> str:
    """The summary of a scenario as HTML, what is another than in truth marked."""
    return render("jelajah/ikhtisar.html.j2", blok=berbeda(semula, menjadi))
