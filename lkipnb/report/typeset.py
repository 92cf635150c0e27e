"""The PDF report: the same semantic HTML, translated by pandoc and set by Typst."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import lxml.html
import lxml.html.builder
from lxml.html import HtmlElement

from lkipnb.errors import ReportError
from lkipnb.present.sanitize import isi_gambar
from lkipnb.report import blok, child, typst
from lkipnb.report.assets import FONTS, TEMPLATES
from lkipnb.report.cover import Cover
from lkipnb.report.document import Document
from lkipnb.report.lineage.figures import lepas
from lkipnb.report.typst import text
from lkipnb.storage.refusal import explained
from lkipnb.storage.scratch import scratch

TYPST = Path(__file__).with_name("typst_child.py")
STANDARDS = ["ua-1", "a-3a"]
_EPOCH = datetime.date(1970, 1, 1)
# The sandbox keeps pandoc from reading files and from the network, whatever the document asks for.
_PANDOC = (
    "--sandbox",
    "--from=html+native_divs-auto_identifiers",
    "--to=typst",
    "--wrap=none",
    f"--lua-filter={TEMPLATES / 'lkip.lua'}",
)
# What pandoc's own Typst template would define.
_OF_PANDOC = "#let horizontalrule = line(length: 100%)\n"
_LISTS = ("daftar-isi", "daftar-tabel", "daftar-gambar")
_SMALL_PRINT = (
    ".//p[@class='sumber' or @class='catatan'] | .//section[@class='tanda-tangan']//p"
    " | .//section[@class='tanda-tangan']"
)


def typeset(document: Document) -> bytes:
    """The PDF: A4, PDF/A-3a and PDF/UA-1 as Typst checks them; the same document gives the same
    bytes.

    Raises ReportError when Typst refuses the document, a typeface is missing, or time or memory do
    not suffice.
    """
    with scratch() as folder, explained(folder):
        source = folder / "lkip.typ"
        source.write_text(typst_source(document, folder), encoding="utf-8")
        return _compile(source, _date(document))


def typst_source(document: Document, folder: Path) -> str:
    """The Typst source; pictures are written to `folder`."""
    import pypandoc

    limits = ["+RTS", f"-M{child.MEMORY_MIB}m", "-RTS"]
    command = [pypandoc.get_pandoc_path(), *_PANDOC, *limits]
    body = child.jalankan("Pandoc", command, _for_pandoc(document, folder))
    look = (TEMPLATES / "lkip.typ").read_text(encoding="utf-8")
    return f"{look}\n{_OF_PANDOC}\n{_opening(document)}\n{body}\n"


def _opening(document: Document) -> str:
    cover = document.cover
    date = _date(document)
    call = (
        f"#show: lkip.with(judul: {text(document.title)}, tanggal: datetime(year: {date.year},"
        f" month: {date.month}, day: {date.day}), penulis:"
        f" {text(cover.instansi if cover else '')}, pemberitahuan:"
        f" {text(cover.kepala_halaman if cover else '')})"
    )
    return f"{call}\n{_cover(cover)}" if cover else call


def _cover(c: Cover) -> str:
    telepon = f" · Telp. {c.telepon}" if c.telepon else ""
    fields = {
        "pemerintah": c.pemerintah,
        "singkatan": c.singkatan,
        "tahun": str(c.tahun),
        "laporan": c.laporan,
        "instansi": c.instansi,
        "wilayah": c.wilayah,
        "pemberitahuan": c.pemberitahuan,
        "konsep": c.konsep,
        "alamat": c.alamat + telepon,
        "kota": f"{c.kota}, {c.tanggal}",
    }
    said = ", ".join(f"{name}: {text(value)}" for name, value in fields.items())
    return f"#sampul(({said}))"


def _date(document: Document) -> datetime.date:
    """The date of signing, its first day where only the month is known; a fixed one for a single
    chapter.
    """
    if document.cover is None:
        return _EPOCH
    year, month, *day = map(int, document.cover.waktu.split("-"))
    return datetime.date(year, month, day[0] if day else 1)


def _for_pandoc(document: Document, folder: Path) -> str:
    """The sections in the order of the print, with places for the lists and the change of page
    numbers.
    """
    root = lxml.html.fragment_fromstring("".join(_pieces(document)), create_parent="div")
    lepas(root)
    for figure in list(root.iter("figure")):
        _called(figure, document)
    for number, picture in enumerate(root.iter("img"), start=1):
        _embedded(picture, folder, number)
    for number, svg in enumerate(root.xpath(".//*[local-name()='svg']"), start=1):
        _to_file(svg, folder / f"gambar-{number}.svg")
    for element in root.xpath(_SMALL_PRINT):
        element.tag = "div"
    return lxml.html.tostring(root, encoding="unicode")


def _pieces(document: Document) -> list[str]:
    """The sections and the places, in the order of the print."""
    front = [html for peran, html in document.sections if peran == "depan"]
    rest = [html for peran, html in document.sections if peran != "depan"]
    lists = map(_place, _lists(document))
    return [*front[:1], *lists, *front[1:], _place("mulai-isi"), *rest]


def _lists(document: Document) -> list[str]:
    """The lists that a whole report has: none that would be empty, except that of contents."""
    if document.cover is None:
        return []
    needed = (True, document.tabel, document.gambar)
    return [name for name, entries in zip(_LISTS, needed, strict=True) if entries]


def _place(name: str) -> str:
    """A place that lkip.lua fills with a call of its own list.

    The gate lets no id with a colon through, so nothing but this module can name such a place.
    """
    return f'<div id="lkip:{name}"></div>'


def _called(figure: HtmlElement, document: Document) -> None:
    """In the place of a block a call of lkip.typ, which lkip.lua takes over as it is."""
    name = blok.nama(figure)
    if name is None:
        return
    call = lxml.html.builder.DIV({"id": "lkip:panggilan"})
    call.extend(lxml.html.builder.PRE(part) for part in typst.tabel(document.blok[name]))
    call.tail = figure.tail
    figure.getparent().replace(figure, call)


def _embedded(picture: HtmlElement, folder: Path, number: int) -> None:
    """Write an embedded picture to a file beside the source; the gate has let nothing
    else through.
    """
    kind, content = isi_gambar(picture.get("src"))
    file = folder / f"sisipan-{number}.{kind}"
    file.write_bytes(content)
    picture.set("src", file.name)
    picture.set("alt", picture.get("alt") or "Gambar")


def _to_file(svg: HtmlElement, path: Path) -> None:
    for element in svg.iter():
        target = element.attrib.pop("xlink:href", None)  # the prefix is declared only in a page
        if target is not None:
            element.set("href", target)
    path.write_text(lxml.html.tostring(svg, encoding="unicode", with_tail=False), encoding="utf-8")
    image = lxml.html.Element("img", {"src": path.name, "alt": svg.get("aria-label") or "Gambar"})
    image.tail = svg.tail
    svg.getparent().replace(svg, image)


def _compile(source: Path, date: datetime.date) -> bytes:
    """The PDF of a Typst source, set by a child that sees its folder only and no packages."""
    stamp = datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)
    made = source.with_suffix(".pdf")
    packages = source.with_name("paket")
    packages.mkdir()
    job = {
        "source": str(source),
        "root": str(source.parent),
        "fonts": [str(FONTS)],
        "standards": STANDARDS,
        "timestamp": int(stamp.timestamp()),
        "packages": str(packages),
        "output": str(made),
        "memory_mib": child.MEMORY_MIB,
    }
    command = [sys.executable, "-I", str(TYPST)]
    answer = json.loads(child.jalankan("Penyusun PDF", command, json.dumps(job)))
    if "error" in answer:
        raise ReportError(f"PDF tidak dapat disusun: {answer['error']}")
    missing = [warning for warning in answer["warnings"] if "font" in warning]
    if missing:
        raise ReportError(f"Huruf untuk PDF tidak lengkap: {'; '.join(missing)}")
    return made.read_bytes()
