"""The findings as a sheet of Excel that leads to the cells of the form."""

from __future__ import annotations

import pytest
from kecil import anggaran, buat
from openpyxl import load_workbook

from lkipnb.audit.lembar import HEAD_ROW, JUDUL, KOLOM, LINK, alamat, milik_sendiri
from lkipnb.cli import main


@pytest.mark.parametrize(
    ("asal", "told"),
    [
        ("isian.xlsx, lembar kinerja, sel E7", "external:isian.xlsx#'kinerja'!E7"),
        ("isian.xlsx, lembar Jum'at, sel E7", "external:isian.xlsx#'Jum''at'!E7"),
        ("isian.xlsx, lembar kinerja, baris 7", ""),
        ("../lain.xlsx, lembar kinerja, sel E7", ""),
        ("http://x.xlsx, lembar kinerja, sel E7", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_cell_of_a_form_beside_the_file(asal, told):
    assert alamat(asal) == told


@pytest.fixture
def folder(tmp_path, monkeypatch):
    rows = [anggaran("1.02", 100, 90, uraian="=1+1"), anggaran("1.02.01", 137, 90)]
    made = buat(tmp_path / "data", anggaran=rows)
    monkeypatch.chdir(tmp_path)
    return made


def check(folder) -> int:
    told = ["check", "2023", "--opd", "kecil", "--data", str(folder), "--format", "xlsx"]
    return main(told)


def test_the_command_writes_a_sheet_with_a_row_for_each_finding(folder, tmp_path, capsys):
    assert check(folder) == 1
    assert "temuan-kecil-2023.xlsx" in capsys.readouterr().out
    sheet = load_workbook(tmp_path / "temuan-kecil-2023.xlsx").active
    rows = list(sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True))
    assert rows[0] == tuple(KOLOM)
    assert any(row[0] == "galat" and row[LINK].startswith("anggaran.csv") for row in rows[1:])
    assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)


def test_an_earlier_list_is_replaced_and_anything_else_is_not(folder, tmp_path, capsys):
    path = tmp_path / "temuan-kecil-2023.xlsx"
    check(folder)
    assert milik_sendiri(path)
    assert check(folder) == 1
    path.write_bytes(b"catatan saya")
    assert check(folder) == 2
    assert "bukan daftar temuan" in capsys.readouterr().err
    assert path.read_bytes() == b"catatan saya"


def test_the_title_is_what_the_file_is_known_by(folder, tmp_path):
    check(folder)
    book = load_workbook(tmp_path / "temuan-kecil-2023.xlsx")
    assert book.properties.title == JUDUL
