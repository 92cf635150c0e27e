"""Cells of an analyst: a failure is told with its place, an attached picture comes along."""

from __future__ import annotations

import nbformat
import pytest

from lkipnb.errors import ChapterError
from lkipnb.report import sel
from lkipnb.report.exporters import LkipHTMLExporter

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


def chapter(*cells):
    heading = nbformat.v4.new_markdown_cell("# BAB V Uji\n\nSebuah kalimat.")
    return nbformat.v4.new_notebook(cells=[heading, *cells])


def failed(*tags: str):
    output = nbformat.v4.new_output("error", ename="ZeroDivisionError", evalue="division by zero")
    return nbformat.v4.new_code_cell("\n1/0", outputs=[output], metadata={"tags": list(tags)})


def test_a_failed_cell_is_named_with_chapter_number_line_and_what_to_do():
    with pytest.raises(ChapterError) as told:
        LkipHTMLExporter().from_notebook_node(chapter(failed()))
    assert str(told.value) == (
        "“BAB V Uji”, sel 2 (“1/0”) gagal: ZeroDivisionError: division by zero."
        " Perbaiki dan jalankan lagi, atau beri sel itu tanda “remove-output”."
    )


def test_a_failed_cell_whose_output_is_removed_keeps_nothing_up():
    LkipHTMLExporter().from_notebook_node(chapter(failed("remove-output")))


def test_an_attached_picture_is_embedded():
    cell = nbformat.v4.new_markdown_cell("Peta:\n\n![Peta desa](attachment:peta.png)")
    cell["attachments"] = {"peta.png": {"image/png": DOT}}
    page, _ = LkipHTMLExporter().from_notebook_node(chapter(cell))
    assert f'src="data:image/png;base64,{DOT}"' in page
    assert 'alt="Peta desa"' in page


def test_a_chapter_without_heading_has_no_name():
    assert sel.judul(nbformat.v4.new_notebook()) == ""


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("tidak-ada.png", "dari berkas “tidak-ada.png”"),
        ("attachment:lain.png", "dengan alamat yang tidak dapat disertakan"),
        ("https://example.org/logo.png", "dari jaringan “https://example.org/logo.png”"),
    ],
)
def test_a_picture_that_does_not_come_along_is_told(address, kind):
    cell = nbformat.v4.new_markdown_cell(f"![Logo]({address})")
    with pytest.raises(ChapterError) as told:
        LkipHTMLExporter().from_notebook_node(chapter(cell))
    assert str(told.value).startswith("“BAB V Uji”, sel 2 (“![Logo](")
    assert f"meminta gambar {kind}, yang tidak ikut" in str(told.value)
    assert "seret ke dalam sel" in str(told.value)


def test_a_picture_in_code_is_no_picture():
    LkipHTMLExporter().from_notebook_node(chapter(nbformat.v4.new_markdown_cell("`![x](y.png)`")))
