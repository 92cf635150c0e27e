"""A document as pandoc takes it for Word: parts that pandoc has no words for stand there made."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha1
from itertools import count
from typing import Any

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement
from markupsafe import Markup

from lkipnb.present.gambar.raster import raster
from lkipnb.present.gambar.svg import converter
from lkipnb.present.html import environment
from lkipnb.present.sanitize import isi_gambar
from lkipnb.present.tabel.data import Tabel
from lkipnb.report import blok
from lkipnb.report.assets import TEMPLATES
from lkipnb.report.cover import Cover
from lkipnb.report.document import Document, Entry
from lkipnb.report.lineage.figures import lepas
from lkipnb.report.printed import PICTURE, in_order

UPRIGHT, WIDE = 9072, 14004  # twips: the width of the text on a page
MOST_BOOKMARK = 40  # letters that Word allows
FIRST_BOOKMARK = 100_000  # behind those of pandoc
FRONT, BODY = "lowerRoman", "decimal"
PIXELS_PER_INCH = 200
WIDTH_CM = 15.8  # of the text
ARMS_HIGH = "2.8cm"
HIGHEST = {"foto": 10.5, "halaman": 21.5}  # cm
TALLEST = 1.3  # height of a picture by its width, as wide as the text
_ENDS = re.compile(r"(.*?)(\d+)")


def bagian_word(document: Document) -> tuple[str, Markup]:
    """The HTML for pandoc, and the properties of the last section."""
    made = _Naskah(document)
    return made.html(), made.section_end(landscape=False)


def bookmark(id: str) -> str:
    """The name that pandoc gives to the place `id`."""
    if len(id) <= MOST_BOOKMARK and id[:1].isalpha():
        return id
    return "X" + sha1(id.encode(), usedforsecurity=False).hexdigest()[1:]


def split_number(nomor: str) -> tuple[str, str]:
    """`Tabel 3.1` as `Tabel 3.` and `1`, which Word counts."""
    match = _ENDS.fullmatch(nomor)
    return (match[1], match[2]) if match else (nomor, "")


@dataclass
class _Naskah:
    """One way through the document; sections of pages follow each other in its order."""

    document: Document
    numbering: str = FRONT
    restart: bool = False
    bookmarks: Iterator[int] = field(default_factory=lambda: count(FIRST_BOOKMARK))

    @cached_property
    def macros(self) -> Any:
        known = {"pisah": split_number, "nama": bookmark}
        template = environment(TEMPLATES).get_template("word.xml.j2", globals=known)
        return template.module

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in (*self.document.tabel, *self.document.gambar)}

    def html(self) -> str:
        root = lxml.html.fragment_fromstring(in_order(self.document))
        lepas(root)
        for element in list(root.iter("figure", "div", "section")):  # in reading order
            self._element(element)
        for picture in root.iter("img"):
            picture.set("alt", picture.get("alt") or PICTURE)
            _sized(picture)
        cover = self._cover()
        text: str = lxml.html.tostring(root, encoding="unicode")
        return cover + text

    def section_end(self, landscape: bool) -> Markup:
        """The properties of a section of pages that ends here."""
        made: Markup = self.macros.bagian(self.numbering, self.restart, landscape, False)
        self.restart = False
        return made

    def _break(self, landscape: bool) -> Markup:
        made: Markup = self.macros.putus(self.numbering, self.restart, landscape)
        self.restart = False
        return made

    def _cover(self) -> str:
        cover = self.document.cover
        if cover is None:
            return ""
        call = _call(self.macros.sampul(cover))
        return _arms(cover) + str(lxml.html.tostring(call, encoding="unicode"))

    def _element(self, element: HtmlElement) -> None:
        kind = element.get("class")
        place = (element.get("id") or "").partition("lkip:")[2]
        if place:
            _replace(element, _call(self._place(place)))
        elif element.tag == "figure":
            self._figure(element)
        elif kind == "para-pihak":
            _replace(element, _call(self.macros.ttd([_lines(party) for party in element])))
        elif kind == "tanda-tangan" and element.getparent().get("class") != "para-pihak":
            _replace(element, _call(self.macros.ttd([[], _lines(element)])))

    def _place(self, name: str) -> Markup:
        """A list as a field, or the end of the front matter."""
        document = self.document
        if name == "mulai-isi":
            made = self._break(landscape=False)
            self.numbering, self.restart = BODY, True
            return made
        headings = [entry for entry in document.isi if entry.level <= 3]
        lists = {
            "daftar-isi": ("Daftar Isi", r"TOC \o &quot;1-3&quot; \h \z", headings, ""),
            "daftar-tabel": _list_of("Tabel", document.tabel),
            "daftar-gambar": _list_of("Gambar", document.gambar),
        }
        title, code, entries, style = lists[name]
        made_list: Markup = self.macros.daftar(title, Markup(code), entries, style)
        return made_list

    def _figure(self, figure: HtmlElement) -> None:
        name = blok.nama(figure)
        if name is not None:
            _replace(figure, _call(self._table(self.document.blok[name])))
        elif figure.get("class") == "gambar":
            self._picture(figure)

    def _caption(self, id: str, kind: str) -> Markup:
        made: Markup = self.macros.judul(self.entries[id], next(self.bookmarks), kind)
        return made

    def _table(self, table: Tabel) -> Markup:
        whole = WIDE if table.lanskap else UPRIGHT
        widths = [round(column.lebar * whole / 100) for column in table.tampak]
        made = self._caption(table.id, "Tabel") + self.macros.tabel(table, widths)
        if not table.lanskap:
            return Markup(made)
        turned = self._break(landscape=False) + made + self._break(landscape=True)
        return Markup(turned)

    def _picture(self, figure: HtmlElement) -> None:
        """The picture, its caption and its notes."""
        parts = [_drawn(svg) for svg in figure.xpath(".//*[local-name()='svg']")]
        parts += [lxml.html.builder.P(photo) for photo in figure.xpath(".//img")]
        caption = self._caption(figure.get("id"), "Gambar")
        for note in figure.xpath("./p[@class='sumber' or @class='catatan']"):
            caption += self.macros.alinea("Catatan", " ".join(note.text_content().split()))
        _replace(figure, lxml.html.builder.DIV(*parts, _call(caption)))


def _list_of(kind: str, entries: tuple[Entry, ...]) -> tuple[str, str, tuple[Entry, ...], str]:
    code = rf"TOC \h \z \c &quot;{kind}&quot;"
    return f"Daftar {kind}", code, entries, "TableofFigures"


def _lines(section: HtmlElement) -> list[tuple[str, str]]:
    """The lines of a signature, each with what it is."""
    return [(line.get("class", ""), " ".join(line.text_content().split())) for line in section]


def _call(made: object) -> HtmlElement:
    """Parts of a Word document, which word.lua takes over as they are."""
    pre = lxml.html.builder.PRE(str(made).strip())
    return lxml.html.builder.DIV({"id": "lkip:panggilan"}, pre)


def _drawn(svg: HtmlElement) -> HtmlElement:
    """A picture as a paragraph with its pixels, as wide as the text or as high as a page."""
    for element in svg.iter():
        target = element.attrib.pop("xlink:href", None)
        if target is not None:
            element.set("href", target)
    text = lxml.html.tostring(svg, encoding="unicode", with_tail=False)
    pixels = converter().svg_to_png(text, ppi=PIXELS_PER_INCH)
    source = "data:image/png;base64," + base64.b64encode(pixels).decode()
    wide, high = (int.from_bytes(pixels[at : at + 4], "big") for at in (16, 20))
    size = {"height": "20cm"} if high > wide * TALLEST else {"width": "15.8cm"}
    words = svg.get("aria-label") or PICTURE
    picture = lxml.html.Element("img", {"src": source, "alt": words, **size})
    return lxml.html.builder.P(picture)


def _arms(cover: Cover) -> str:
    """The coat of arms above the words of the cover."""
    if cover.lambang is None:
        return ""
    source = raster(cover.lambang).alamat
    picture = lxml.html.Element(
        "img", {"src": source, "alt": cover.lambang_alt, "class": "lambang"}
    )
    _sized(picture)
    return str(lxml.html.tostring(lxml.html.builder.P(picture), encoding="unicode"))


def _sized(picture: HtmlElement) -> None:
    """Give a picture of an agency its size: of a coat of arms the height, of any other the width of
    the text, or the height that its kind may have where it would be higher.
    """
    kind = (picture.get("class") or "").split()[:1]
    if kind == ["lambang"]:
        picture.set("height", ARMS_HIGH)
    elif kind in (["foto"], ["halaman"]):
        wide, high = _pixels(picture)
        most = HIGHEST[kind[0]]
        is_high = high * WIDTH_CM > most * wide
        picture.set(*(("height", f"{most}cm") if is_high else ("width", f"{WIDTH_CM}cm")))


def _pixels(picture: HtmlElement) -> tuple[int, int]:
    """Width and height of an embedded picture."""
    from PIL import Image

    found = isi_gambar(picture.get("src", ""))
    assert found is not None  # every picture of an agency is embedded
    with Image.open(io.BytesIO(found[1])) as opened:
        wide, high = opened.size
    return wide, high


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)
