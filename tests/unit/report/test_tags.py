"""The standard tags of cells: what they keep out of a report."""

from __future__ import annotations

import kecil
import nbformat
import pandas as pd
import pytest

from lkipnb.report import notebooks
from lkipnb.report.exporters import LkipHTMLExporter
from lkipnb.report.files import _tables


@pytest.fixture
def table(tmp_path):
    frame = pd.DataFrame({"isi": ["rahasia"]})
    return kecil.buka(tmp_path).tampilkan(frame, judul="Sisa", sumber="anggaran.csv")


def chapter(table, *tags: str):
    output = nbformat.v4.new_output("execute_result", dict(table._repr_mimebundle_()))
    cell = nbformat.v4.new_code_cell("sumber()", outputs=[output], metadata={"tags": list(tags)})
    before = nbformat.v4.new_markdown_cell("# BAB V Uji\n\nSebuah kalimat.")
    return nbformat.v4.new_notebook(cells=[before, cell])


@pytest.mark.parametrize("tag", ["remove-cell", "remove-output"])
def test_a_removed_table_is_nowhere(table, tag):
    made = chapter(table, tag)
    document, _ = LkipHTMLExporter().document(made, None)
    assert not document.tabel
    assert "rahasia" not in "".join(html for _, html in document.sections)
    assert list(notebooks.shown(made)) == []
    assert not dict(_tables({None: made}))


@pytest.mark.parametrize("tag", ["hide-input", "remove-input", "lain"])
def test_other_tags_leave_the_table_and_no_source_is_shown(table, tag):
    document, _ = LkipHTMLExporter().document(chapter(table, tag), None)
    assert len(document.tabel) == 1
    assert "sumber()" not in "".join(html for _, html in document.sections)
