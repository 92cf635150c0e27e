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

JUDUL = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST = len(JUDUL)
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
    """Put the headings of an agency's prose below those of the chapters, take those without text
    below out of `root`, close gaps between levels, then number the others anew.
    """
    _lower(root)
    for judul in _headings(root):
        if not judul.berisi:
            judul.element.drop_tree()
    _close_gaps(root)
    _renumber(root)


def dari_instansi(element: HtmlElement) -> bool:
    """Whether an agency wrote it, and not a chapter."""
    classes = [up.get("class") or "" for up in element.iterancestors("div")]
    return any("instansi" in names.split() for names in classes)


def _lower(root: HtmlElement) -> None:
    """Each heading of an agency's prose as deep below the section of its chapter as it stands
    below other headings of that prose.
    """
    section = 1
    above: list[int] = []
    for element in root.iter(*JUDUL):
        level = int(element.tag[1])
        if not dari_instansi(element):
            section = level
            above = []
            continue
        above = [up for up in above if up < level]
        above.append(level)
        lowered = min(section + len(above), DEEPEST)
        element.tag = f"h{lowered}"


def _close_gaps(root: HtmlElement) -> None:
    """No level is left out: a heading of level 4 right below one of level 1 is one of level 2,
    which print and screen readers ask for.
    """
    above: list[int] = []
    for element in root.iter(*JUDUL):
        level = int(element.tag[1])
        above = [up for up in above if up < level]
        above.append(level)
        element.tag = f"h{len(above)}"


def _headings(root: HtmlElement) -> list[_Judul]:
    """Every heading in the order of the document; one has content when it or a heading below it
    has.
    """
    found: list[_Judul] = []
    above: list[_Judul] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag in JUDUL:
            judul = _Judul(element)
            above = [*_higher(above, judul), judul]
            found.append(judul)
        elif _shows(event, element) and not _in_heading(element):
            _fill(above)
    return found


def _higher(above: list[_Judul], judul: _Judul) -> list[_Judul]:
    return [one for one in above if one.level < judul.level]


def _fill(above: list[_Judul]) -> None:
    for judul in above:
        judul.berisi = True


def _shows(event: str, element: HtmlElement) -> bool:
    """Whether anything is seen where an element begins, or behind its end."""
    if event == "end":
        return _has_text(element.tail)
    return element.tag in _SHOWN_WITHOUT_TEXT or _has_text(element.text)


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
        _forget_deeper(given, level)
        match = _NUMBER.match(element.text or "")
        if match is None or not _of_chapter(element):
            continue
        given[level] += 1
        number = _like(match["number"], given[level])
        element.text = number + element.text[match.end() :]


def _forget_deeper(given: Counter[int], level: int) -> None:
    """Below a heading the numbers of deeper ones begin anew."""
    for deeper in [known for known in given if known > level]:
        del given[deeper]


def _like(written: str, number: int) -> str:
    """A number as digits or as a letter, as it was written."""
    if written.isdigit():
        return str(number)
    return chr(ord("A") + number - 1)


def _of_chapter(element: HtmlElement) -> bool:
    return any(BAB in up.attrib for up in element.iterancestors("div"))
