"""nbconvert exporters: executed chapters to one HTML file, and to one A4 PDF.

Both work on one chapter (`jupyter nbconvert --to lkip-html X.ipynb`) and on all of them joined by
`join`; the PDF is a translation of the same semantic HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from nbconvert.exporters import TemplateExporter
from nbformat import NotebookNode
from traitlets import default

from lkipnb.errors import ChapterError
from lkipnb.present.html import render
from lkipnb.present.sanitize import bersih
from lkipnb.report import blok, notebooks, sel
from lkipnb.report.assets import TEMPLATES
from lkipnb.report.cover import Cover
from lkipnb.report.document import Document, read
from lkipnb.report.page import page
from lkipnb.report.typeset import typeset
from lkipnb.schemas.markdown import markdown

PICTURE = "Gambar dari sel notebook"
LONGEST_ID = 64  # of a cell, in the format of notebooks
_MARKUP = ("text/html", "image/svg+xml")
_PICTURES = ("image/png", "image/jpeg")


def join(chapters: Sequence[NotebookNode]) -> NotebookNode:
    """The chapters as one notebook; each cell remembers the chapter it came from.  Raises
    ChapterError for a cell that failed.
    """
    joined = notebooks.empty()
    for number, chapter in enumerate(chapters):
        sel.periksa(chapter)
        role = chapter.metadata.get("lkip", {}).get("peran", "bab")
        for cell in chapter.cells:
            copy = notebooks.copied(cell)
            copy.metadata["lkip"] = {"bab": number, "peran": role}
            own = cell.get("id", len(joined.cells))
            copy.id = f"{number}-{own}"[:LONGEST_ID]
            joined.cells.append(copy)
    return joined


Resources = dict[str, Any]
Filter = Callable[[Any], Any]


class LkipExporter(TemplateExporter):
    """Chapters to a Document; `resources["lkip_cover"]` is the Cover, absent for a single
    chapter.
    """

    @default("template_name")
    def _template_name_default(self) -> str:
        return "lkip"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(TEMPLATES)]

    @default("template_file")
    def _template_file_default(self) -> str:
        return "index.html.j2"

    def default_filters(self) -> Iterator[tuple[str, Filter]]:
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield "bersisipan", sel.bersisipan
        yield "prosa", prose
        yield "keluaran", shown
        yield "ditampilkan", notebooks.outputs

    def document(
        self, nb: NotebookNode, resources: Resources | None, **more: Any
    ) -> tuple[Document, Resources]:
        if any("lkip" not in cell.metadata for cell in nb.cells):
            nb = join([nb])
        body, given = super().from_notebook_node(nb, resources, **more)
        cover: Cover | None = given.get("lkip_cover")
        return read(body, cover, blok.tabel(nb)), given


class LkipHTMLExporter(LkipExporter):
    """One self-contained HTML file."""

    export_from_notebook = "LKIP HTML"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Resources | None = None, **more: Any
    ) -> tuple[str, Resources]:
        document, given = self.document(nb, resources, **more)
        return page(document), given


class LkipPDFExporter(LkipExporter):
    """One A4 PDF, PDF/A-3a and PDF/UA-1."""

    export_from_notebook = "LKIP PDF"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Resources | None = None, **more: Any
    ) -> tuple[bytes, Resources]:
        document, given = self.document(nb, resources, **more)
        given["output_extension"] = ".pdf"
        return typeset(document), given


def shown(output: NotebookNode) -> str:
    """What the report shows of an output: its HTML, its picture, or its plain text; nothing of the
    error stream.

    Everything passes the gate (`present.sanitize`).

    Raises ChapterError for an error, which has no place in a report.
    """
    if output.output_type == "error":
        raise ChapterError(f"Notebook memuat sel yang gagal: {output.ename}: {output.evalue}")
    if output.output_type == "stream":
        return _printed(output)
    return _richest(output.get("data", {}))


def _printed(output: NotebookNode) -> str:
    if output.name == "stderr":
        return ""
    return _preformatted(output.text)


def prose(source: str) -> str:
    """A Markdown cell as HTML that passed the gate."""
    return bersih(markdown(source))


def _richest(data: Mapping[str, Any]) -> str:
    """The best of the forms of an output that the report can show; of a block its place."""
    table = blok.dari(data)
    if table is not None:
        return blok.tempat(table)
    for kind in _MARKUP:
        if kind in data:
            return bersih(data[kind])
    for kind in _PICTURES:
        if kind in data:
            content = data[kind].strip()
            return bersih(render("gambar_sel.html.j2", jenis=kind, isi=content, alt=PICTURE))
    return _preformatted(data.get("text/plain", ""))


def _preformatted(text: str) -> str:
    if not text.strip():
        return ""
    return render("praformat.html.j2", teks=text)
