"""One document from the executed chapters: numbered, cross-referenced, with its lists.

Numbers are given here, in the order of the document, so a table that an analyst adds or moves in a
notebook comes out right; the references in the prose follow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement

from lkipnb.errors import ChapterError
from lkipnb.present.tabel.data import Tabel
from lkipnb.report.cover import Cover
from lkipnb.report.judul import JUDUL, dari_instansi, rapikan

_NUMBER = re.compile(r"(?P<jenis>Tabel|Gambar) (?:(?P<bab>\w+)\.)?\d+")
# Names that the page gives to places of its own.
_OF_THE_PAGE = re.compile(r"isi|daftar-tabel|daftar-gambar|asal-angka|asal-\d+")
# The roles of front matter, and of what the print holds only where the office wants it.
DEPAN, RINCI = "depan", "rinci"
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
    """The report as one piece of semantic HTML; `sections` are (peran, html) in reading order.

    Where a block that travels as data stands there is its place only (`report.blok`); `blok` are
    these blocks by their id, under their final numbers; `impor` tells which cells of a form the
    tables of the year came from (`load.impor`); `paket` are the files of its data package.
    """

    title: str
    cover: Cover | None
    sections: tuple[tuple[str, str], ...]
    isi: tuple[Entry, ...]
    tabel: tuple[Entry, ...]
    gambar: tuple[Entry, ...]
    blok: Mapping[str, Tabel] = field(default_factory=dict)
    impor: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    paket: Mapping[str, bytes] = field(default_factory=dict)


def read(body: str, cover: Cover | None, blok: Mapping[str, Tabel]) -> Document:
    """The document in `body`, the sections that the exporter's template made; `blok` are the blocks
    that travel as data, by their id.

    Raises ChapterError when two blocks share an id or a reference leads nowhere.
    """
    root = lxml.html.fragment_fromstring(body, create_parent="main")
    rapikan(root)
    headings = _name_headings(root)
    tables = _number(root, "tabel", "Tabel")
    pictures = _number(root, "gambar", "Gambar")
    numbers = {entry.id: entry.nomor for entry in (*tables, *pictures)}
    _resolve(root, numbers)
    _drop_links(root, {entry.id for entry in (*headings, *tables, *pictures)})
    return Document(
        _title(cover, headings),
        cover,
        tuple(_sections(root)),
        headings,
        tables,
        pictures,
        {id: _renumbered(table, numbers[id]) for id, table in blok.items()},
    )


def _renumbered(table: Tabel, nomor: str) -> Tabel:
    return table.model_copy(update={"nomor": nomor})


def _title(cover: Cover | None, headings: Sequence[Entry]) -> str:
    """Of a whole report by its cover, of a single chapter by its first heading."""
    if cover:
        return cover.judul
    if headings:
        return headings[0].text
    return "Laporan"


def _sections(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Sections of the body; front matter is cut at its top headings, for the lists stand in
    between.
    """
    for section in root.findall("section"):
        role = section.get("data-peran", "")
        for part in _parts(section, role):
            yield role, _join(part)


def _parts(section: HtmlElement, role: str) -> list[list[HtmlElement]]:
    """The elements of a section; of front matter a new part where a top heading begins one."""
    if role != DEPAN:
        return [list(section)]
    parts: list[list[HtmlElement]] = [[]]
    for element in section:
        if parts[-1] and element.find("h1") is not None:
            parts.append([])
        parts[-1].append(element)
    return parts


def _join(elements: Sequence[HtmlElement]) -> str:
    texts = [lxml.html.tostring(element, encoding="unicode") for element in elements]
    return "\n".join(text.strip() for text in texts)


def _name_headings(root: HtmlElement) -> tuple[Entry, ...]:
    entries = []
    taken = {element.get("id") for element in root.iter() if element.get("id")}
    for element in root.iter(*JUDUL):
        text = _text(element)
        name = _free(_anchor(text), taken)
        taken.add(name)
        element.set("id", name)
        entries.append(Entry(name, text, int(element.tag[1])))
        _mark_chapter_number(element, text)
    return tuple(entries)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _anchor(text: str) -> str:
    """A heading as an id: `analisis-capaian-kinerja`."""
    words = re.sub(r"[^a-z0-9]+", "-", text.lower())
    return words.strip("-")[:60] or "bagian"


def _free(name: str, taken: set[str]) -> str:
    """The name, or with the first number behind it under which nothing else stands."""
    tries = chain([name], (f"{name}-{at}" for at in count(2)))
    return next(each for each in tries if _is_free(each, taken))


def _is_free(name: str, taken: set[str]) -> bool:
    return name not in taken and not _OF_THE_PAGE.fullmatch(name)


def _drop_links(root: HtmlElement, places: set[str]) -> None:
    """Leave the text alone of a link to no place of the document, and of any that an agency typed:
    what leads to a figure of the report or to its origin must come from the report itself.
    """
    for link in list(root.iter("a")):
        target = link.get("href", "")
        if not target.startswith("#") or link.get("class") == "rujuk":
            continue
        if dari_instansi(link) or target[1:] not in places:
            link.drop_tag()


def _mark_chapter_number(element: HtmlElement, text: str) -> None:
    match = _CHAPTER_NUMBER.match(text)
    if element.tag != "h1" or match is None:
        return
    element.text = None
    number = lxml.html.builder.SPAN(match[0], {"class": "nomor-bab"})
    number.tail = text[match.end() :]
    element.insert(0, number)


def _number(root: HtmlElement, kind: str, jenis: str) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    given: Counter[str] = Counter()
    for figure in root.iterfind(f".//figure[@class='{kind}']"):
        name = figure.get("id")
        if name in entries:
            raise ChapterError(f"{jenis} #{name} muncul dua kali dalam laporan.")
        entries[name] = _numbered(figure, jenis, given)
    return tuple(entries.values())


def _numbered(figure: HtmlElement, jenis: str, given: Counter[str]) -> Entry:
    """Give a figure the next number of its chapter."""
    label = figure.find("./figcaption/span[@class='nomor']")
    earlier = _NUMBER.fullmatch(label.text)
    if earlier is None:
        raise ChapterError(f"Nomor “{label.text}” tidak dikenal.")
    bab = earlier["bab"] or ""
    given[bab] += 1
    nomor = ".".join(filter(None, [bab, str(given[bab])]))
    label.text = f"{jenis} {nomor}"
    caption = _text(figure.find("./figcaption"))
    judul = caption.removeprefix(label.text).strip()
    for region in figure.iterfind("./div[@class='gulir']"):
        region.set("aria-label", f"{label.text} {judul}")
    return Entry(figure.get("id"), judul, nomor=label.text)


def _resolve(root: HtmlElement, numbers: dict[str, str]) -> None:
    for link in root.iterfind(".//a[@class='rujuk']"):
        target = link.get("href", "").removeprefix("#")
        if target not in numbers:
            raise ChapterError(
                f"Rujukan “{link.text}” menuju #{target}, yang tidak ada dalam laporan."
            )
        link.text = numbers[target]
