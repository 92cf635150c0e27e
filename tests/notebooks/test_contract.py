"""The contract of a chapter notebook: prose and calls, nothing typed, nothing hidden."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CHAPTERS = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
MOST_LINES = 6

# What an agency adds; the one that is shipped with its outputs adds nothing.
OF_THE_AGENCY = ("lk.tambahan(", "lk.lambang(")


@pytest.fixture(params=CHAPTERS, ids=lambda p: p.stem)
def chapter(request):
    return nbformat.read(request.param, as_version=4)


def code_cells(notebook):
    return [
        c for c in notebook.cells if c.cell_type == "code" and not c.source.startswith("%%narasi")
    ]


def tagged(notebook, tag):
    return [c for c in notebook.cells if tag in c.metadata.get("tags", [])]


def test_the_chapters_are_those_of_the_report():
    assert [p.stem for p in CHAPTERS] == [
        "00_ikhtisar",
        "01_pendahuluan",
        "02_perencanaan_kinerja",
        "03_akuntabilitas_kinerja",
        "04_penutup",
        "90_lampiran",
        "91_keandalan",
        "92_rincian",
    ]


def test_one_parameters_cell_declares_agency_and_year(chapter):
    (cell,) = tagged(chapter, "parameters")
    assert cell.source.splitlines() == [
        'opd: str = "dinsos-flores-timur"  # instansi: nama foldernya di data/',
        "tahun: int = 2020  # tahun anggaran",
    ]


def test_one_setup_cell_opens_the_workbook(chapter):
    (cell,) = tagged(chapter, "setup")
    assert re.fullmatch(
        r'import lkipnb\n\nlk = lkipnb\.open\(opd, tahun, bab="(\d?|L|R)"\)', cell.source
    )


def test_code_is_short_calls_without_definitions_or_file_access(chapter):
    for cell in code_cells(chapter):
        tree = ast.parse(cell.source)
        assert len(cell.source.splitlines()) <= MOST_LINES
        for node in ast.walk(tree):
            assert not isinstance(
                node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.While
            )
            assert not (isinstance(node, ast.Name) and node.id in {"open", "exec", "eval", "print"})
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert cell.source.startswith("import lkipnb\n")


def test_one_call_a_cell_whose_value_is_the_output(chapter):
    for cell in code_cells(chapter):
        if not cell.metadata.get("tags"):
            assert len(ast.parse(cell.source).body) == 1
            assert cell.outputs or cell.source.startswith(OF_THE_AGENCY), cell.source


def test_no_figure_is_typed_into_prose(chapter):
    """Numerals may stand in Jinja values, in list markers, in heading numbers and in 100%, the
    target itself.
    """
    for cell in chapter.cells:
        if cell.cell_type == "markdown" or cell.source.startswith("%%narasi"):
            prose = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", cell.source, flags=re.S)
            prose = re.sub(r"^\s*(#+ +)?(\d+|[A-Z]|[IVX]+)\. ", "", prose, flags=re.M)
            prose = prose.replace("100%", "").replace("SHA-256", "")
            prose = re.sub(r"^%%narasi bagian .*$", "", prose, flags=re.M)
            assert not re.search(r"\d", prose), cell.source


def test_no_output_is_an_error_or_a_stray_print(chapter):
    for cell in chapter.cells:
        for output in cell.get("outputs", []):
            assert output.output_type in {"execute_result", "display_data"}


def test_outputs_carry_no_time_and_no_path(chapter):
    text = nbformat.writes(chapter)
    assert "papermill" not in chapter.metadata
    assert str(NOTEBOOKS.parent) not in text
    assert not re.search(r'"(start_time|end_time|iopub\.)', text)


def test_papermill_tells_type_and_meaning_of_each_parameter(chapter, tmp_path):
    from papermill.inspection import inspect_notebook

    path = tmp_path / "bab.ipynb"
    nbformat.write(chapter, path)
    told = {
        name: (p["inferred_type_name"], p["help"]) for name, p in inspect_notebook(path).items()
    }
    assert told == {
        "opd": ("str", "instansi: nama foldernya di data/"),
        "tahun": ("int", "tahun anggaran"),
    }
