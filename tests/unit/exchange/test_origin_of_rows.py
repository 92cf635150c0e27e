"""`check` names the cell of the form or export that a row came from, as long as the table is as it
was imported.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from conftest import DataFolder
from shipped import DATA

import lkipnb
from lkipnb.audit import audit
from lkipnb.cli import main
from lkipnb.errors import DataError
from lkipnb.exchange import scaffold
from lkipnb.exchange.intake import import_form
from lkipnb.exchange.lra import Pilihan, baca, tulis
from lkipnb.load import impor

OPD, TAHUN = "dinsos-flores-timur", 2020
NOW = datetime(2026, 2, 27, 9, 30)
EXPORT = (
    "Kode Rekening,Uraian,Anggaran,Realisasi\n\n1.02,Program A,300,\n1.02.01,Kegiatan B,300,310\n"
)


@pytest.fixture(scope="module")
def once_imported(tmp_path_factory) -> Path:
    """The form, and the data folder that it was imported into, as `data`."""
    folder = tmp_path_factory.mktemp("impor")
    path = folder / "formulir.xlsx"
    scaffold.export(OPD, TAHUN, DATA, path)
    book = openpyxl.load_workbook(path)
    book["kinerja"].insert_rows(12, 2)
    book.save(path)
    shutil.copytree(DATA, folder / "data")
    import_form(path, folder / "data", NOW)
    return folder


@pytest.fixture
def imported(once_imported, tmp_path) -> DataFolder:
    """The shipped year, from a form in which two blank rows stand above the last record of
    `kinerja`.
    """
    shutil.copytree(once_imported, tmp_path, dirs_exist_ok=True)
    return DataFolder(tmp_path / "data")


def places(data, file: str) -> set[str]:
    return {found.asal for found in audit(OPD, TAHUN, data.path).temuan if found.berkas == file}


def test_a_finding_of_an_imported_year_names_sheet_and_cell_of_the_form(imported):
    """A reference list that changed breaks a contract, while the table is as it was imported."""
    known = impor.baca(imported.year)
    assert (
        impor.tempat(known, "kinerja.csv", 2, "target") == "formulir.xlsx, lembar kinerja, sel C4"
    )
    assert (
        impor.tempat(known, "kinerja.csv", 10, "realisasi")
        == "formulir.xlsx, lembar kinerja, sel D14"
    )
    assert impor.tempat(known, "kinerja.csv", 10, None) == "formulir.xlsx, lembar kinerja, baris 14"
    imported.set("indikator", 10, "kode", "IKU-99")
    with pytest.raises(
        DataError,
        match=r"^formulir.xlsx, lembar kinerja, sel B14 \(kinerja.csv, baris 10, kolom ind",
    ):
        lkipnb.open(OPD, TAHUN, data=imported.path)
    assert "formulir.xlsx, lembar kinerja, sel B14" in places(imported, "kinerja.csv")


def test_a_table_that_was_changed_since_is_told_by_its_own_rows(imported):
    imported.set("kinerja", 10, "target", "3.450")
    assert places(imported, "kinerja.csv") == {""}
    assert "kinerja.csv" not in impor.baca(imported.year)
    assert "aset.csv" in impor.baca(imported.year)


def test_what_check_prints_names_the_cell(imported, capsys):
    imported.set("indikator", 10, "kode", "IKU-99")
    assert main(["check", str(TAHUN), "--data", str(imported.path)]) == 1
    assert (
        "formulir.xlsx, lembar kinerja, sel B14 (kinerja.csv baris 10 kolom indikator)"
        in capsys.readouterr().out
    )


def test_an_exported_budget_is_told_by_its_row_in_the_export_also_after_a_form(imported, tmp_path):
    path = tmp_path / "lra.csv"
    path.write_text(EXPORT, encoding="utf-8")
    tulis(baca(path, Pilihan(satuan=1)), OPD, TAHUN, imported.path, NOW, apa_adanya=True)
    assert (
        impor.tempat(impor.baca(imported.year), "anggaran.csv", 3, "realisasi_rp")
        == "lra.csv, baris 4"
    )
    assert impor.tempat(impor.baca(imported.year), "kinerja.csv", 2, "target")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"[]",
        b"{}",
        b'{"kinerja.csv": 1}',
        b"\xff",
        b"[" * 100_000,
        b'{"../../x": {"baris": 1}}',
        b"9" * 6_000_000,
    ],
)
def test_a_broken_memory_of_an_import_is_forgotten(imported, content):
    (imported.year / impor.FILE).write_bytes(content)
    assert impor.baca(imported.year) == {}


def test_the_memory_holds_nothing_but_places(imported):
    for told in json.loads((imported.year / impor.FILE).read_text(encoding="utf-8")).values():
        assert told.keys() == {"sha256", "tempat", "baris", "kolom"}


def test_the_memory_is_no_unknown_file_and_goes_into_the_backup(imported, tmp_path):
    assert lkipnb.open(OPD, TAHUN, data=imported.path).data.lain == ()
    done = import_form(tmp_path / "formulir.xlsx", imported.path, datetime(2026, 3, 1, 8, 0))
    assert impor.tempat(impor.baca(done.backup), "kinerja.csv", 2, "target")
