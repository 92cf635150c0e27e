"""A new report keeps what a person put into its folder, and says which file is of older data."""

from __future__ import annotations

import json

import pytest

from lkipnb.report import earlier
from lkipnb.report.manifest import FILE, digests, manifest, sidik

THEN, NOW = {"masukan": {"kinerja.csv": "1"}}, {"masukan": {"kinerja.csv": "2"}}


@pytest.fixture
def report(tmp_path):
    """A report of the inputs `THEN`, as it was made."""
    files = {"lkip.html": b"html", "lkip.pdf": b"pdf", "tables/a.csv": b"a"}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / FILE).write_text(manifest(THEN, digests(files), {}))
    return tmp_path


def test_of_an_untouched_report_nothing_is_kept(report):
    assert earlier.read(report).kept({"lkip.html", "lkip.pdf"}, []) == {}


def test_a_file_that_a_person_put_there_is_kept(report):
    (report / "surat").mkdir()
    (report / "surat" / "pengantar.docx").write_bytes(b"x")
    assert earlier.read(report).kept({"lkip.html"}, []) == {
        "surat/pengantar.docx": "surat/pengantar.docx"
    }


def test_a_file_of_ours_that_a_person_changed_is_kept_under_another_name(report):
    (report / "lkip.pdf").write_bytes(b"bertanda tangan")
    (report / "lkip.diubah.pdf").write_bytes(b"yang dahulu")
    kept = earlier.read(report).kept({"lkip.html", "lkip.pdf"}, [])
    assert kept == {"lkip.diubah.pdf": "lkip.diubah.pdf", "lkip.diubah-2.pdf": "lkip.pdf"}


@pytest.mark.parametrize("broken", ["", "[]", '{"keluaran": 1}'])
def test_without_a_readable_manifest_nothing_counts_as_ours(report, broken):
    (report / FILE).write_text(broken)
    assert earlier.read(report).kept({"lkip.html"}, []) == {
        "lkip.diubah.html": "lkip.html",
        "lkip.pdf": "lkip.pdf",
        "tables/a.csv": "tables/a.csv",
    }


def test_a_format_that_was_not_asked_for_stays_and_is_older_only_if_its_inputs_are_others(report):
    before = earlier.read(report)
    assert before.kept({"lkip.html"}, ["lkip.pdf"]) == {"lkip.pdf": "lkip.pdf"}
    assert before.older(["lkip.pdf"], sidik(THEN)) == {}
    assert before.older(["lkip.pdf"], sidik(NOW)) == {"lkip.pdf": sidik(THEN)}


def test_an_older_file_stays_older_after_a_second_report_without_it(report):
    older = earlier.read(report).older(["lkip.pdf"], sidik(NOW))
    (report / FILE).write_text(
        manifest(NOW, digests({"lkip.html": b"html", "lkip.pdf": b"pdf"}), older)
    )
    assert json.loads((report / FILE).read_text())["lebih_lama"] == {"lkip.pdf": sidik(THEN)}
    assert earlier.read(report).older(["lkip.pdf"], sidik(NOW)) == {"lkip.pdf": sidik(THEN)}
    assert earlier.read(report).older(["lkip.pdf"], sidik(THEN)) == {}


def test_where_there_is_no_report_nothing_is_kept(tmp_path):
    assert earlier.read(tmp_path / "2020").kept({"lkip.html"}, ["lkip.pdf"]) == {}
