"""A document as pandoc takes it for print: in the order of the print, tables as calls of lkip.typ,
pictures as files.
"""

from __future__ import annotations

from pathlib import Path

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement
from markupsafe import Markup

from lkipnb.present.sanitize import isi_gambar
from lkipnb.report import blok, typst
from lkipnb.report.assets import fill
from lkipnb.report.document import DEPAN, Document
from lkipnb.report.lineage.figures import lepas

PICTURE = "Gambar"  # the words of a picture that has none
_LISTS = ("daftar-isi", "daftar-tabel", "daftar-gambar")
_SMALL_PRINT = (
    ".//p[@class='sumber' or @class='catatan'] | .//section[@class='tanda-tangan']//p"
    " | .//section[@class='tanda-tangan']"
)


def for_pandoc(document: Document, folder: Path) -> str:
    """The sections with places for the lists and the change of page numbers; pictures are written
    to `folder`.
    """
    root = lxml.html.fragment_fromstring(in_order(document))
    lepas(root)
    for figure in list(root.iter("figure")):
        _called(figure, document)
    for number, picture in enumerate(root.iter("img"), start=1):
        _embedded(picture, folder, number)
    for number, svg in enumerate(root.xpath(".//*[local-name()='svg']"), start=1):
        _to_file(svg, folder / f"gambar-{number}.svg")
    for element in root.xpath(_SMALL_PRINT):
        element.tag = "div"
    text: str = lxml.html.tostring(root, encoding="unicode")
    return text


def in_order(document: Document) -> str:
    """The sections and the places, in the order of the print."""
    return fill(
        "cetak.html.j2",
        depan=[Markup(html) for peran, html in document.sections if peran == DEPAN],
        isi=[Markup(html) for peran, html in document.sections if peran != DEPAN],
        daftar=_lists(document),
    )


def _lists(document: Document) -> list[str]:
    """The lists that a whole report has: none that would be empty, except that of contents."""
    if document.cover is None:
        return []
    needed = (True, document.tabel, document.gambar)
    return [name for name, entries in zip(_LISTS, needed, strict=True) if entries]


def _called(figure: HtmlElement, document: Document) -> None:
    """In the place of a block a call of lkip.typ, which lkip.lua takes over as it is."""
    name = blok.nama(figure)
    if name is None:
        return
    call = lxml.html.builder.DIV({"id": "lkip:panggilan"})
    parts = typst.tabel(document.blok[name])
    call.extend(lxml.html.builder.PRE(part) for part in parts)
    _replace(figure, call)


def _embedded(picture: HtmlElement, folder: Path, number: int) -> None:
    """Write an embedded picture to a file beside the source."""
    found = isi_gambar(picture.get("src", ""))
    assert found is not None  # the gate has let nothing else through
    kind, content = found
    file = folder / f"sisipan-{number}.{kind}"
    file.write_bytes(content)
    picture.set("src", file.name)
    picture.set("alt", picture.get("alt") or PICTURE)


def _to_file(svg: HtmlElement, path: Path) -> None:
    for element in svg.iter():
        target = element.attrib.pop("xlink:href", None)  # the prefix is declared only in a page
        if target is not None:
            element.set("href", target)
    drawn = lxml.html.tostring(svg, encoding="unicode", with_tail=False)
    path.write_text(drawn, encoding="utf-8")
    words = svg.get("aria-label") or PICTURE
    _replace(svg, lxml.html.Element("img", {"src": path.name, "alt": words}))


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put an element in the place of another; the text behind it stays."""
    new.tail = old.tail
    parent = old.getparent()
    assert parent is not None  # both stand in the document
    parent.replace(old, new)
