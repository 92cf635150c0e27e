"""The headings of a document: none without text below it, those of the chapters numbered in their
order.

What an agency does not have leaves nothing under its heading; the heading then goes too, and the
ones after it move up.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

JUDUL = ("h1", "h2", "h3", "h4")
BAB = "data-bab"  # marks what a Markdown cell of a chapter says
_SHOWN_WITHOUT_TEXT = frozenset({"svg", "img", "table", "figure"})
_NUMBER = re.compile(r"\s*(?P<number>[A-Z]|\d+)(?=\. )")


@dataclass
class _Judul:
    """A heading of the document, and whether anything stands below it."""

    element: HtmlElement
    berisi: bool = False

    @property
    def level(self) -> int:
        return int(self.element.tag[1])


def rapikan(root: HtmlElement) -> None:
    """Take the headings without text below out of `root`, then number the others anew."""
    for judul in _headings(root):
        if not judul.berisi:
            judul.element.drop_tree()
    _renumber(root)


def _headings(root: HtmlElement) -> list[_Judul]:
    """Every heading in the order of the document; one has content when it or a heading below it
    has.
    """
    found: list[_Judul] = []
    above: list[_Judul] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        inside = _in_heading(element)
        if event == "end":
            shown = not inside and _has_text(element.tail)
        elif element.tag in JUDUL:
            shown = False
            above = [judul for judul in above if judul.level < int(element.tag[1])]
            above.append(_Judul(element))
            found.append(above[-1])
        else:
            shown = not inside and (element.tag in _SHOWN_WITHOUT_TEXT or _has_text(element.text))
        if shown:
            for judul in above:
                judul.berisi = True
    return found


def _in_heading(element: HtmlElement) -> bool:
    return any(ancestor.tag in JUDUL for ancestor in element.iterancestors())


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _renumber(root: HtmlElement) -> None:
    """Letters and numbers of the chapters' headings run on without a gap; headings in prose keep
    their own.
    """
    given: Counter[int] = Counter()
    for element in root.iter(*JUDUL):
        level = int(element.tag[1])
        for deeper in [known for known in given if known > level]:
            del given[deeper]
        match = _NUMBER.match(element.text or "")
        if match is None or not _of_chapter(element):
            continue
        given[level] += 1
        number = (
            str(given[level]) if match["number"].isdigit() else chr(ord("A") + given[level] - 1)
        )
        element.text = number + element.text[match.end() :]


def _of_chapter(element: HtmlElement) -> bool:
    return any(BAB in up.attrib for up in element.iterancestors("div"))
