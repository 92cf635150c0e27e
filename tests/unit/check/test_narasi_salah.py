"""A name that prose may not use is told by the check, not only by the report."""

import pytest
from kecil import OPD, TAHUN, buat

import lkipnb
from lkipnb.cli import main
from lkipnb.errors import DataError
from lkipnb.report.build import build
from lkipnb.report.order import Order


@pytest.fixture
def folder(tmp_path):
    buat(tmp_path)
    prose = tmp_path / OPD / str(TAHUN) / "narasi"
    prose.mkdir()
    text = "Baris pertama.\n\nNilainya {{ salah }}.\n"
    (prose / "simpulan.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_unknown_name_is_an_error_with_its_file_and_line(folder, capsys):
    assert main(["check", str(TAHUN), "--opd", OPD, "--data", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "narasi/simpulan.md baris 3" in told
    assert "nama “salah” tidak ada" in told


def test_the_report_answers_with_the_same_fault(folder, tmp_path):
    chapters = lkipnb.load.places.shipped_chapters()
    with pytest.raises(DataError) as refused:
        build(
            Order(
                OPD, TAHUN, data=folder, notebooks=chapters, out=tmp_path / "out", formats=["html"]
            )
        )
    assert [(fault.file, fault.row) for fault in refused.value.faults] == [
        ("narasi/simpulan.md", 3)
    ]


def test_prose_that_can_be_filled_is_not_told(tmp_path):
    buat(tmp_path)
    assert lkipnb.open(OPD, TAHUN, data=tmp_path).narasi_salah() == []
