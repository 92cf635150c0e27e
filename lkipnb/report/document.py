"""One document from the executed chapters: numbered, cross-referenced, with its lists.

Numbers are given here, in the order of the document, so a table that an analyst adds or moves in a
notebook comes out right; the references in the prose follow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement

from lkipnb.errors import ChapterError
from lkipnb.report.cover import Cover
from lkipnb.report.judul import JUDUL, rapikan

_NUMBER = re.compile(r"(?P<jenis>Tabel|Gambar) (?P<bab>\w*)\.\d+")
_CHAPTER_NUMBER = re.compile(r"BAB [IVX]+(?= )")


@dataclass(frozen=True)
class Entry:
    """A line of a list: where it leads, what it says, and at which level (headings only)."""

    id: str
    text: str
    level: int = 1
    nomor: str = ""


@dataclass(frozen=True)
class Document:
    """The report as one piece of semantic HTML; `sections` are (peran, html) in reading order."""

    title: str
    cover: Cover | None
    sections: tuple[tuple[str, str], ...]
    isi: tuple[Entry, ...]
    tabel: tuple[Entry, ...]
    gambar: tuple[Entry, ...]


def read(body: str, cover: Cover | None) -> Document:
    """The document in `body`, the sections that the exporter's template made.

    Raises ChapterError when two blocks share an id or a reference leads nowhere.
    """
    root = lxml.html.fragment_fromstring(body, create_parent="main")
    rapikan(root)
    headings = _name_headings(root)
    tables = _number(root, "tabel", "Tabel")
    pictures = _number(root, "gambar", "Gambar")
    _resolve(root, {entry.id: entry.nomor for entry in (*tables, *pictures)})
    title = cover.judul if cover else next((entry.text for entry in headings), "Laporan")
    return Document(title, cover, tuple(_sections(root)), headings, tables, pictures)


def _sections(root: HtmlElement) -> list[tuple[str, str]]:
    """Sections of the body; front matter is cut at its top headings, for the lists stand in
    between.
    """
    pieces = []
    for section in root.findall("section"):
        part: list[HtmlElement] = []
        for element in section:
            if section.get("data-peran") == "depan" and part and element.find("h1") is not None:
                pieces.append(("depan", _join(part)))
                part = []
            part.append(element)
        pieces.append((section.get("data-peran"), _join(part)))
    return pieces


def _join(elements: Sequence[HtmlElement]) -> str:
    return "\n".join(
        lxml.html.tostring(element, encoding="unicode").strip() for element in elements
    )


def _name_headings(root: HtmlElement) -> tuple[Entry, ...]:
    entries, taken = [], Counter()
    for element in root.iter(*JUDUL):
        text = " ".join(element.text_content().split())
        name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "bagian"
        taken[name] += 1
        element.set("id", name if taken[name] == 1 else f"{name}-{taken[name]}")
        entries.append(Entry(element.get("id"), text, int(element.tag[1])))
        _mark_chapter_number(element, text)
    return tuple(entries)


def _mark_chapter_number(element: HtmlElement, text: str) -> None:
    if element.tag == "h1" and (match := _CHAPTER_NUMBER.match(text)):
        element.text = None
        number = lxml.html.builder.SPAN(match[0], {"class": "nomor-bab"})
        number.tail = text[match.end() :]
        element.insert(0, number)


def _number(root: HtmlElement, kind: str, jenis: str) -> tuple[Entry, ...]:
    entries, given = [], Counter()
    for figure in root.iterfind(f".//figure[@class='{kind}']"):
        if any(entry.id == figure.get("id") for entry in entries):
            raise ChapterError(f"{jenis} #{figure.get('id')} muncul dua kali dalam laporan.")
        label = figure.find("./figcaption/span[@class='nomor']")
        bab = _NUMBER.fullmatch(label.text)["bab"]
        given[bab] += 1
        label.text = f"{jenis} {bab}.{given[bab]}" if bab else f"{jenis} {given[bab]}"
        caption = figure.find("./figcaption")
        judul = " ".join(caption.text_content().split()).removeprefix(label.text).strip()
        for region in figure.iterfind("./div[@class='gulir']"):
            region.set("aria-label", f"{label.text} {judul}")
        entries.append(Entry(figure.get("id"), judul, nomor=label.text))
    return tuple(entries)


def _resolve(root: HtmlElement, numbers: dict[str, str]) -> None:
    for link in root.iterfind(".//a[@class='rujuk']"):
        target = link.get("href", "").removeprefix("#")
        if target not in numbers:
            raise ChapterError(
                f"Rujukan “{link.text}” menuju #{target}, yang tidak ada dalam laporan."
            )
        link.text = numbers[target]
