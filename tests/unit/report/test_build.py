"""A report is made whole or not at all; parameters are checked before anything runs."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import lxml.html
import nbformat
import pypdf
import pytest
from shipped import DATA

from lkipnb.cli import main
from lkipnb.errors import BusyError, ChapterError, DataError, UsageError
from lkipnb.load.places import year_held
from lkipnb.report import build as build_module
from lkipnb.report import chapters, files
from lkipnb.report.build import build
from lkipnb.report.order import Order

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
        chapters.check([chapter(tmp_path / "nb")], given)


def test_a_chapter_without_a_parameters_cell_is_refused(tmp_path):
    with pytest.raises(UsageError, match="tepat satu sel"):
        chapters.check([chapter(tmp_path / "nb", tags=())], {"tahun": 2020})


def test_a_failed_chapter_leaves_the_previous_report_and_keeps_the_half_run_notebook(tmp_path):
    out = tmp_path / "reports"
    old = out / OPD / str(TAHUN) / "lkip.html"
    old.parent.mkdir(parents=True)
    old.write_text("laporan lama")
    chapter(tmp_path / "nb", "x = 1", "1 / 0", "x")
    with pytest.raises(ChapterError) as caught:
        build(Order(OPD, TAHUN, data=DATA, notebooks=tmp_path / "nb", out=out))
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
        build(
            Order(
                OPD,
                TAHUN,
                data=data.path,
                notebooks=ROOT / "notebooks",
                out=tmp_path / "out",
            ),
            steps.append,
        )
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
        build(Order(OPD, TAHUN, data=DATA, notebooks=folder, out=tmp_path / "out"))


def named(form: str) -> SimpleNamespace:
    """A format whose file tells its name and the agency."""
    return SimpleNamespace(
        file=f"lkip.{form}", make=lambda front: f"{form} {front.instansi}".encode(), berdata=False
    )


class NoKernel:
    """Gives the chapters back as they are."""

    def run(self, sources, *rest):
        return {source: nbformat.read(source, 4) for source in sources}

    def seen(self):
        return frozenset()


def quickly(monkeypatch) -> None:
    """A report of one empty chapter, without a kernel."""
    monkeypatch.setattr(build_module.run, "warm", lambda data, folder: nullcontext(NoKernel()))
    monkeypatch.setattr(files, "assembled", lambda executed, front, impor: front)
    monkeypatch.setattr(files, "FORMATS", {"html": named("html"), "pdf": named("pdf")})


def test_html_alone_leaves_the_pdf_and_says_when_it_is_of_older_data(data, tmp_path, monkeypatch):
    quickly(monkeypatch)
    chapter(tmp_path / "nb")
    places = {"data": data.path, "notebooks": tmp_path / "nb", "out": tmp_path / "out"}
    build(Order(OPD, TAHUN, **places))
    same = build(Order(OPD, TAHUN, formats=["html"], **places))
    data.set("aset", 2, "jumlah", "99")
    other = build(Order(OPD, TAHUN, formats=["html"], **places))
    assert (same.older, other.older) == ((), ("lkip.pdf",))
    assert (other.folder / "lkip.pdf").is_file()
    assert "lebih_lama" in (other.folder / "manifest.json").read_text()
    assert build(Order(OPD, TAHUN, **places)).older == ()


def test_what_a_person_put_into_the_folder_of_a_report_outlives_the_next_one(
    data, tmp_path, monkeypatch
):
    quickly(monkeypatch)
    chapter(tmp_path / "nb")
    places = {"data": data.path, "notebooks": tmp_path / "nb", "out": tmp_path / "out"}
    folder = build(Order(OPD, TAHUN, **places)).folder
    (folder / "pengantar.txt").write_text("surat pengantar")
    (folder / "lkip.pdf").write_text("bertanda tangan")
    assert build(Order(OPD, TAHUN, **places)).changed == ("lkip.diubah.pdf",)
    assert (folder / "pengantar.txt").read_text() == "surat pengantar"
    assert (folder / "lkip.diubah.pdf").read_text() == "bertanda tangan"
    assert (folder / "lkip.pdf").read_text() != "bertanda tangan"


def test_data_that_change_while_the_report_is_made_are_no_report(data, tmp_path, monkeypatch):
    quickly(monkeypatch)
    chapter(tmp_path / "nb")

    def change(step):
        if step == "html":
            data.set("aset", 2, "jumlah", "99")

    with pytest.raises(BusyError, match=r"Data berubah.*aset\.csv"):
        build(
            Order(
                OPD,
                TAHUN,
                data=data.path,
                notebooks=tmp_path / "nb",
                out=tmp_path / "out",
            ),
            change,
        )
    assert not (tmp_path / "out").exists()


def test_a_year_that_is_being_imported_gives_no_report_and_a_report_no_import(
    data, tmp_path, monkeypatch
):
    quickly(monkeypatch)
    chapter(tmp_path / "nb")
    places = {"data": data.path, "notebooks": tmp_path / "nb", "out": tmp_path / "out"}
    with (
        year_held(data.path, OPD, TAHUN, "import"),
        pytest.raises(BusyError, match="lkipnb import oleh"),
    ):
        build(Order(OPD, TAHUN, **places))

    def second(step):
        if step == "html":
            with (
                pytest.raises(BusyError, match="lkipnb report oleh"),
                year_held(data.path, OPD, TAHUN, "import"),
            ):
                pass
            with pytest.raises(BusyError, match="lkipnb report oleh"):
                build(Order(OPD, TAHUN, **places))

    build(Order(OPD, TAHUN, **places), second)


def test_a_full_disk_is_one_sentence_and_the_old_report_stands(data, tmp_path, monkeypatch, capsys):
    quickly(monkeypatch)
    chapter(tmp_path / "nb")
    folder = build(
        Order(OPD, TAHUN, data=data.path, notebooks=tmp_path / "nb", out=tmp_path / "out")
    ).folder
    before = {path.name: path.read_bytes() for path in folder.glob("lkip.*")}
    data.set("aset", 2, "jumlah", "99")

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    arguments = [
        "report",
        "2020",
        "--data",
        data.path,
        "--notebooks",
        tmp_path / "nb",
        "--out",
        tmp_path / "out",
    ]
    assert main([str(argument) for argument in arguments]) == 3
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert (
        told
        == f"Ruang penyimpanan untuk {folder} habis; kosongkan sebagian, lalu ulangi; yang lama"
        " tetap utuh."
    )
    assert {path.name: path.read_bytes() for path in folder.glob("lkip.*")} == before
    assert [path.name for path in folder.parent.iterdir()] == ["2020"]


@pytest.fixture
def one_chapter(tmp_path) -> Path:
    chapter(
        tmp_path / "nb", "from IPython.display import HTML", "HTML('<h1>BAB I Uji</h1><p>isi</p>')"
    )
    return tmp_path / "nb"


def report_of(data: Path, notebooks: Path, out: Path) -> int:
    return main(
        [
            "report",
            str(TAHUN),
            "--data",
            str(data),
            "--notebooks",
            str(notebooks),
            "--out",
            str(out),
        ]
    )


def test_a_report_with_open_errors_is_a_draft_on_its_cover_and_every_page(
    data, one_chapter, tmp_path, capsys
):
    data.write("penerimaan", data.rows("penerimaan")[:1])
    assert report_of(data.path, one_chapter, tmp_path / "out") == 1
    told = capsys.readouterr()
    found = re.search(r"setelah koreksi: (\d+) galat", told.out)[1]
    assert f"Laporan ini KONSEP: masih ada {found} galat" in told.err
    folder = tmp_path / "out" / OPD / str(TAHUN)
    page = lxml.html.fromstring((folder / "lkip.html").read_text(encoding="utf-8"))
    draft = f"KONSEP: {found} kesalahan belum diselesaikan"
    assert page.xpath("//header[@class='sampul']/p[@class='konsep']")[0].text_content() == draft
    assert page.xpath("//p[@role='note']")[0].text_content() == draft
    printed = [sheet.extract_text() for sheet in pypdf.PdfReader(folder / "lkip.pdf").pages]
    assert len(printed) > 1
    assert all(draft in " ".join(text.split()) for text in printed)
    assert json.loads((folder / "manifest.json").read_text())["temuan_terbuka"]["galat"] == int(
        found
    )


def test_accepted_findings_make_no_draft(one_chapter, tmp_path, capsys):
    assert report_of(DATA, one_chapter, tmp_path / "out") == 0
    assert "0 galat" in capsys.readouterr().out
    assert "KONSEP" not in (tmp_path / "out" / OPD / str(TAHUN) / "lkip.html").read_text(
        encoding="utf-8"
    )
