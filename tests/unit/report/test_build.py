"""A report is made whole or not at all; parameters are checked before anything runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from lkipnb.errors import ChapterError, DataError, UsageError
from lkipnb.report import chapters
from lkipnb.report.build import build

ROOT = Path(__file__).parents[3]
OPD, TAHUN = "dinsos-flores-timur", 2020


def chapter(folder: Path, *sources: str, tags=("parameters",)) -> Path:
    made = nbformat.v4.new_notebook(
        metadata={
            "lkip": {"peran": "bab"},
            "kernelspec": {"name": "python3", "display_name": "x", "language": "python"},
        }
    )
    made.cells = [
        nbformat.v4.new_code_cell('opd = "x"\ntahun = 1', metadata={"tags": list(tags)}),
        *(nbformat.v4.new_code_cell(source) for source in sources),
    ]
    folder.mkdir(exist_ok=True)
    path = folder / "01_uji.ipynb"
    nbformat.write(made, path)
    return path


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"tahum": 2020}, "“tahum” tidak dikenal"),
        ({"tahun": "2020"}, "diharapkan int"),
        ({"opd": 5}, "diharapkan str"),
        ({"tahun": True}, "diharapkan int"),
    ],
)
def test_a_misspelt_or_ill_typed_parameter_is_refused(tmp_path, given, word):
    with pytest.raises(UsageError, match=word):
        chapters.check_parameters(chapter(tmp_path / "nb"), given)


def test_a_chapter_without_a_parameters_cell_is_refused(tmp_path):
    with pytest.raises(UsageError, match="tepat satu sel"):
        chapters.check_parameters(chapter(tmp_path / "nb", tags=()), {"tahun": 2020})


def test_a_failed_chapter_leaves_the_previous_report_and_keeps_the_half_run_notebook(tmp_path):
    out = tmp_path / "reports"
    old = out / OPD / str(TAHUN) / "lkip.html"
    old.parent.mkdir(parents=True)
    old.write_text("laporan lama")
    chapter(tmp_path / "nb", "x = 1", "1 / 0", "x")
    with pytest.raises(ChapterError) as caught:
        build(OPD, TAHUN, data=ROOT / "data", notebooks=tmp_path / "nb", out=out)
    message = str(caught.value)
    assert "01_uji.ipynb, sel 4 (1 / 0)" in message or "01_uji.ipynb, sel 3 (1 / 0)" in message
    assert "ZeroDivisionError: division by zero" in message
    assert old.read_text() == "laporan lama"
    assert (out / OPD / f"{TAHUN}.gagal" / "01_uji.ipynb").is_file()
    assert sorted(p.name for p in (out / OPD).iterdir()) == ["2020", "2020.gagal"]


def test_faulty_data_stop_the_report_before_any_chapter_runs(data, tmp_path):
    data.set("kinerja", 2, "target", "x")
    steps = []
    with pytest.raises(DataError):
        build(OPD, TAHUN, data=data.path, notebooks=ROOT / "notebooks", out=tmp_path / "out", progress=steps.append)
    assert steps == ["periksa data"]
    assert not (tmp_path / "out").exists()


def test_a_chapter_starts_from_an_empty_namespace(tmp_path):
    folder = tmp_path / "nb"
    first = chapter(folder, "rahasia = 1")
    shutil.copy(first, folder / "02_uji.ipynb")
    second = nbformat.read(folder / "02_uji.ipynb", 4)
    second.cells[1].source = "rahasia"
    nbformat.write(second, folder / "02_uji.ipynb")
    with pytest.raises(ChapterError, match=r"02_uji\.ipynb.*NameError"):
        build(OPD, TAHUN, data=ROOT / "data", notebooks=folder, out=tmp_path / "out")
