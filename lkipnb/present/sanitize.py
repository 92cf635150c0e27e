"""The gate for HTML: what data, prose and notebooks show passes here, and only what is on a list
comes out.

The lists hold what our own blocks are made of and what an analyst's table or picture needs.
Nothing that acts, loads from anywhere, or changes the page around it is among them.
"""

from __future__ import annotations

import base64
import binascii
import re
from functools import cache
from html import unescape

import nh3

from lkipnb.present.html import render


def _words(text: str) -> set[str]:
    return set(text.split())


_TEXT = _words(
    "a abbr b blockquote br code data dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img"
    " kbd li mark ol p pre q s section small span strong sub sup u ul caption col colgroup table"
    " tbody td tfoot th thead tr"
)
_SVG = _words(
    "svg g path text tspan title desc defs clipPath rect circle ellipse line polyline polygon"
    " linearGradient radialGradient stop marker pattern use"
)
# Gone with all that they hold; any other tag that is on no list leaves its text.
_GONE = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "template",
    "noscript",
    "foreignObject",
    "math",
    "title",
}

_SVG_ATTRIBUTES = _words(
    "aria-hidden aria-label aria-roledescription role class clip-path clip-rule cx cy d display"
    " dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style"
    " font-weight gradientTransform gradientUnits height href id markerHeight markerUnits"
    " markerWidth offset opacity orient patternTransform patternUnits pointer-events points"
    " preserveAspectRatio r refX refY rx ry spreadMethod stop-color stop-opacity stroke"
    " stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-opacity stroke-width text-anchor transform viewBox width x x1 x2 xlink:href xmlns y"
    " y1 y2"
)
_ATTRIBUTES = dict.fromkeys(_SVG, _SVG_ATTRIBUTES) | {
    "*": {"class", "lang", "dir", "title"},
    "a": {"href"},
    "col": {"style", "span"},
    "data": {"value", "data-asal"},
    "div": {"role", "tabindex", "aria-label"},
    "figure": {"id", "data-orientasi"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
}
# The classes that the style sheet and the typesetting know, by the tag that may bear them.
CLASSES = {
    "a": {"rujuk"},
    "div": {"narasi", "instansi", "gulir", "para-pihak"},
    "figure": {"tabel", "gambar"},
    "img": {"foto", "lambang"},
    "p": {"sumber", "catatan", "tempat", "jabatan", "nama", "keterangan"},
    "section": {"tanda-tangan"},
    "span": {"nomor"},
    "td": {"utuh"},
    "tr": {"grup", "jumlah", "program", "menjorok", "menjorok-2", "menjorok-3"},
}
_DRAWN = re.compile(r"(?:mark|role|layer|child|cell|row|column|root|background|foreground)[\w-]*")

_FORMS = {
    "style": re.compile(
        r"(?:\s*(?:text-align:\s*(?:left|right|center|justify)|width:\s*[\d.]+(?:%|px|r?em))\s*;?)+"
    ),
    "id": re.compile(r"[A-Za-z][\w-]*"),
    "role": re.compile(r"[a-z-]+"),
    "tabindex": re.compile(r"0"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "start": re.compile(r"\d{1,6}"),
    "span": re.compile(r"\d{1,3}"),
    "colspan": re.compile(r"\d{1,3}"),
    "rowspan": re.compile(r"\d{1,4}"),
    "data-orientasi": re.compile(r"lanskap"),
}
_TARGETS = ("href", "xlink:href")
_LINK = re.compile(r"(?:https?://|mailto:|#(?!harmful-link))[^\x00-\x20]*", re.IGNORECASE)
_HERE = re.compile(r"#[\w-]+")
_PAINT = re.compile(r"url\(#[\w-]+\)")
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)")
_STARTS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
# As nh3 writes a picture: every attribute in double quotes.
_IMG = re.compile(r'<img((?:\s+[\w:-]+="[^"]*")*)\s*/?>')
_ATTRIBUTE = re.compile(r'(?<![\w:-])([\w:-]+)="([^"]*)"')


def bersih(html: str) -> str:
    """The HTML without anything that is on no list; text stays, and a picture that cannot be
    embedded is told.
    """
    return _IMG.sub(_told, _cleaner().clean(html))


def isi_gambar(src: str) -> tuple[str, bytes] | None:
    """Kind (`png`, `jpeg`, `gif`, `webp`) and bytes of an embedded picture; None for anything else.

    The bytes begin as a picture of that kind does.
    """
    found = _PICTURE.fullmatch(src.strip())
    if found is None:
        return None
    try:
        content = base64.b64decode("".join(found[2].split()), validate=True)
    except binascii.Error:
        return None
    if not _STARTS[found[1]].match(content):
        return None
    return found[1], content


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_TEXT, *_SVG},
        clean_content_tags=_GONE - _SVG,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute that may stay, or None."""
    drawn = tag in _SVG
    if name == "class":
        return _classes(value, CLASSES.get(tag, set()), drawn)
    if not _is_good(name, value, drawn):
        return None
    return value


def _is_good(name: str, value: str, drawn: bool) -> bool:
    """Whether an attribute may have a value; `drawn` in a picture."""
    if name == "src":
        return isi_gambar(value) is not None
    form = _form(name, drawn)
    if form is not None:
        return form.fullmatch(value) is not None
    return not drawn or _painted_from_here(value)


def _form(name: str, drawn: bool) -> re.Pattern[str] | None:
    """The form of an attribute; None for one whose value is free."""
    if name in _TARGETS:
        return _HERE if drawn else _LINK
    if drawn and name == "role":
        return None
    return _FORMS.get(name)


def _classes(value: str, known: set[str], drawn: bool) -> str | None:
    kept = [name for name in value.split() if name in known or (drawn and _DRAWN.fullmatch(name))]
    return " ".join(kept) or None


def _painted_from_here(value: str) -> bool:
    """Whether a paint that is told by an address stands in the same picture."""
    if "url(" not in value.lower().replace(" ", ""):
        return True
    return _PAINT.fullmatch(value.strip()) is not None


def _told(match: re.Match[str]) -> str:
    """A picture without its source becomes words."""
    given = dict(_ATTRIBUTE.findall(match[1]))
    if "src" in given:
        return match[0]
    alt = unescape(given.get("alt", "")).strip()
    return render("gambar_ditolak.html.j2", alt=alt)
