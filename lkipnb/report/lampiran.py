"""The documents that an agency binds behind its report, each with a title page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkipnb.model import Dataset
from lkipnb.report.assets import fill
from lkipnb.report.document import Document, Entry
from lkipnb.report.pindaian import halaman
from lkipnb.schemas import Lampiran

PERAN = "berkas"


def terlampir(document: Document, data: Dataset) -> Document:
    """The document with the agency's own documents behind it, in its contents.  Raises ReportError
    for one whose pages cannot be drawn.
    """
    made = list(_sections(data))
    if not made:
        return document
    return replace(
        document,
        sections=(*document.sections, *((PERAN, html) for _, html in made)),
        isi=(*document.isi, *(entry for entry, _ in made)),
    )


def _rows(data: Dataset) -> list[Lampiran]:
    return sorted(data.baris(Lampiran), key=lambda row: row.urutan)


def _sections(data: Dataset) -> Iterator[tuple[Entry, str]]:
    for number, row in enumerate(_rows(data)):
        letter = chr(ord("A") + number)
        entry = Entry(f"dokumen-{letter.lower()}", f"Lampiran {letter}. {row.judul}")
        pages = halaman(data.dokumen[row.berkas], row.berkas)
        yield entry, str(fill("lampiran.html.j2", e=entry, lampiran=row, halaman=pages))
