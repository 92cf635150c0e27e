"""The file formats of a report: a line each, made when they are asked for."""

from __future__ import annotations

from lkipnb.report.formats import FORMATS, USUAL, Format
from lkipnb.report.order import Order


def test_a_format_is_made_by_the_function_that_its_line_names():
    text = Format("txt", "builtins:repr")
    assert (text.file, text.make("isi")) == ("lkip.txt", "'isi'")


def test_a_format_that_is_not_usual_is_made_only_when_asked_for():
    assert set(USUAL) == {ending for ending, form in FORMATS.items() if form.usual}
    assert {"html", "pdf"} <= set(USUAL)


def test_the_files_that_are_not_asked_for_are_known(tmp_path):
    places = {"data": tmp_path, "notebooks": tmp_path, "out": tmp_path}
    assert "lkip.pdf" in Order("contoh", 2023, formats=["html"], **places).unasked
    assert "lkip.html" not in Order("contoh", 2023, formats=["html"], **places).unasked
