"""The HTML report: one file, no script, nothing loaded from anywhere."""

from __future__ import annotations

import base64
from functools import cache

from markupsafe import Markup

from lkipnb.report.assets import FONTS, fill, text
from lkipnb.report.document import DEPAN, Document
from lkipnb.report.lineage.links import tautkan

WEB_FONTS = (
    (400, "normal", "source-sans-3-latin-400-normal.woff2"),
    (400, "italic", "source-sans-3-latin-400-italic.woff2"),
    (600, "normal", "source-sans-3-latin-600-normal.woff2"),
)


def page_file(document: Document) -> bytes:
    """The page as a file."""
    return page(document).encode()


def page(document: Document) -> str:
    """The document as a complete HTML page; the same document gives the same text."""
    sections, origins = tautkan(document.sections, document.blok, document.impor)
    made = fill(
        "page.html.j2",
        d=document,
        depan=[Markup(html) for peran, html in sections if peran == DEPAN],
        isi=[Markup(html) for peran, html in sections if peran != DEPAN],
        asal=origins,
        css=Markup(text("lkip.css")),
        fonts=Markup(_font_faces()),
    )
    return str(made)


@cache
def _font_faces() -> str:
    return "\n".join(_font_face(*font) for font in WEB_FONTS)


def _font_face(weight: int, style: str, name: str) -> str:
    content = (FONTS / "web" / name).read_bytes()
    data = base64.b64encode(content).decode()
    return (
        "@font-face{font-family:'Source Sans 3';"
        f"font-weight:{weight};font-style:{style};font-display:swap;"
        f"src:url(data:font/woff2;base64,{data})}}"
    )
