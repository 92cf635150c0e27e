"""What the print holds of a document: all of it, or all but the details of the annex.

The page always holds all, and the numbers are those of the page; what is not printed is said to
stand there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import lxml.html
from lxml.html import HtmlElement

from lkipnb.report.document import RINCI, Document, Entry

DI_HTML = " (versi HTML)"


def tercetak(document: Document) -> Document:
    """The document without its details, unless the office wants them printed; that of a single
    chapter as it is.
    """
    if document.cover is None or document.cover.rinci:
        return document
    kept = [section for section in document.sections if section[0] != RINCI]
    if len(kept) == len(document.sections):
        return document
    parsed = [(peran, lxml.html.fragment_fromstring(html, "section")) for peran, html in kept]
    there = {id for _, root in parsed for id in root.xpath(".//@id")}
    for _, root in parsed:
        _unlink(root, there)
    return replace(
        document,
        sections=tuple((peran, _inner(root)) for peran, root in parsed),
        isi=_those(document.isi, there),
        tabel=_those(document.tabel, there),
        gambar=_those(document.gambar, there),
        blok={id: block for id, block in document.blok.items() if id in there},
    )


def _those(entries: Iterable[Entry], there: set[str]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.id in there)


def _unlink(root: HtmlElement, there: set[str]) -> None:
    """A reference to what is not printed is text, and says where that stands."""
    for link in list(root.iter("a")):
        target = link.get("href", "")
        if not target.startswith("#") or target[1:] in there:
            continue
        if link.get("class") == "rujuk":
            link.text = f"{link.text}{DI_HTML}"
        link.drop_tag()


def _inner(root: HtmlElement) -> str:
    """The HTML within an element."""
    parts = [root.text or ""]
    parts += [lxml.html.tostring(child, encoding="unicode") for child in root]
    return "".join(parts)
