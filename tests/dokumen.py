"""The chapters of an agency and year as one document, made without a kernel and without drawing."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import nbformat
from conftest import ROOT, chapter_blocks, outputs_of
from lxml.html import HtmlElement

import lkipnb
from lkipnb.audit import Hasil
from lkipnb.report.cover import cover
from lkipnb.report.exporters import LkipHTMLExporter, join
from lkipnb.report.page import page

CASES = ROOT / "tests" / "cases"
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="digambar"><text>digambar</text></svg>'
ROLES = ("depan", "bab")


def undrawn(monkeypatch) -> None:
    """Pictures keep their words and their numbers; nothing is drawn."""
    monkeypatch.setattr("lkipnb.present.gambar.semua._drawn", lambda kunci, sajian: (DRAWN, None))


def unaudited(monkeypatch) -> None:
    """Nothing is looked for; what the audit says is tested elsewhere."""
    nothing = Hasil("", 0, False, (), (), ())
    monkeypatch.setattr("lkipnb.audit.nilai_keduanya", lambda materi: (nothing, nothing))


def assembled(opd: str, tahun: int, data: Path) -> HtmlElement:
    """The whole page, headings and numbers put right as in the report."""
    lk = lkipnb.open(opd, tahun, bab="1", data=data)
    shown = chapter_blocks(lk)
    chapters = []
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = outputs_of(shown.get((path.stem, cell.source)))
        chapters.append(notebook)
    document, _ = LkipHTMLExporter().document(join(chapters), {"lkip_cover": cover(lk.data)})
    return lxml.html.fromstring(page(document))


def headings_without_text(root: HtmlElement) -> list[str]:
    """Every heading after which the next text is that of a heading of its own level or above, or
    nothing.
    """
    empty: list[tuple[int, str]] = []
    open_headings: list[tuple[int, str]] = []
    for element in root.xpath(
        "//main//*[not(*)] | //main//h1 | //main//h2 | //main//h3 | //main//h4"
    ):
        heading = next(
            (
                up
                for up in (element, *element.iterancestors())
                if up.tag in ("h1", "h2", "h3", "h4")
            ),
            None,
        )
        if heading is None:
            if element.tag == "svg" or (element.text_content() or "").strip():
                open_headings = []
            continue
        if heading is not element:
            continue
        level = int(element.tag[1])
        empty += [known for known in open_headings if known[0] >= level]
        open_headings = [known for known in open_headings if known[0] < level]
        open_headings.append((level, element.text_content()))
    return [text for _, text in empty + open_headings]
