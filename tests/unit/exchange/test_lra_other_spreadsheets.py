"""An export as .xls or .ods tells what an .xlsx tells, and a broken one is refused in one sentence.

`ekspor/rekap.xls` and `rekap.ods` are one workbook as LibreOffice saved it: a merged heading, names
that stand in, an outline, a hidden row, column and sheet, percentages, a day, padded numbers, a
truth value, an error, an amount shown in thousands.
"""

from __future__ import annotations

import random
import shutil
import struct
import zipfile
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from lkipnb.errors import DataError
from lkipnb.exchange.lra import baca
from lkipnb.exchange.lra.berkas import semua_lembar

FOLDER = Path(__file__).parent / "ekspor"
FILES = pytest.mark.parametrize("file", ["rekap.xls", "rekap.ods"])


def only(path: Path):
    (sheet,) = semua_lembar(path)
    return sheet


def depths(sheet) -> list[int]:
    """How deep the names of the lines stand, whatever the unit."""
    told = [sheet.menjorok.get((row, 0), 0) for row in range(4, 8)]
    return [sorted(set(told)).index(each) for each in told]


@FILES
def test_what_the_layout_tells_is_known(file):
    sheet = only(FOLDER / file)
    assert sheet.nama == "Rekap"
    assert depths(sheet) == [0, 1, 2, 2]
    assert sheet.garis == {5: 1, 6: 2, 7: 2}
    assert sheet.lebar == {(2, 1): 2}
    assert (list(sheet.baris_tersembunyi), set(sheet.kolom_tersembunyi)) == ([6], {5})
    assert sheet.rusak[5, 6] == "berisi kesalahan Excel"
    assert sheet.rusak[6, 6].startswith("ditampilkan dalam ribuan atau jutaan")


@FILES
def test_cells_are_read_as_they_are_shown(file):
    rows = only(FOLDER / file).rows
    assert [row[3] for row in rows[4:]] == ["80.00005%", "80.00005%", "83.333375%", "75.0000625%"]
    assert [row[4][:10] for row in rows[4:6]] == ["2026-03-04", "2026-03-05"]
    assert [row[5] for row in rows[4:]] == ["004", "005", "006", "007"]
    assert rows[7][6] == "dua baris"


@FILES
def test_the_budget_comes_with_its_levels(file):
    read = baca(FOLDER / file)
    assert [(b.kode, b.jumlah["pagu_rp"], b.jumlah["realisasi_rp"]) for b in read.baris] == [
        ("#1", Decimal(1000000), Decimal("800000.5")),
        ("#1.1", Decimal(1000000), Decimal("800000.5")),
        ("#1.1.1", Decimal(600000), Decimal("500000.25")),
        ("#1.1.2", Decimal(400000), Decimal("300000.25")),
    ]
    assert (read.tahun, read.selisih) == (2026, ())


@FILES
def test_the_name_of_a_file_does_not_decide_what_it_is(tmp_path, file):
    renamed = shutil.copy(FOLDER / file, tmp_path / "rekap.xlsx")
    assert only(renamed) == only(FOLDER / file)


@FILES
def test_a_file_that_was_cut_off_is_refused(tmp_path, file):
    content = (FOLDER / file).read_bytes()
    path = tmp_path / file
    for length in range(8, len(content), 97):
        path.write_bytes(content[:length])
        with pytest.raises(DataError, match=r"rusak|bukan berkas") as caught:
            semua_lembar(path)
        assert len(caught.value.faults) == 1


@FILES
def test_bytes_changed_on_the_way_end_in_a_reading_or_one_sentence(tmp_path, file):
    rng = random.Random(7)
    path = tmp_path / file
    for _ in range(100):
        content = bytearray((FOLDER / file).read_bytes())
        for _ in range(rng.choice((1, 3, 20))):
            content[rng.randrange(8, len(content))] = rng.randrange(256)
        path.write_bytes(content)
        with suppress(DataError):
            semua_lembar(path)


def test_a_ring_of_sectors_does_not_hold_an_import_up(tmp_path):
    content = bytearray((FOLDER / "rekap.xls").read_bytes())
    (table,) = struct.unpack_from("<I", content, 76)
    start = 512 + table * 512
    content[start : start + 512] = struct.pack("<128I", *[1, 0] * 64)
    path = tmp_path / "rekap.xls"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"berkas \.xls rusak atau berkata sandi"):
        semua_lembar(path)


def with_content(path: Path, change) -> Path:
    """The .ods file with its content changed by `change(text) -> text`."""
    with zipfile.ZipFile(FOLDER / "rekap.ods") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["content.xml"] = change(parts["content.xml"].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


FIRST = "<table:table-row "
ROW = "<table:table-row{}>{}</table:table-row>"
CELL = '<table:table-cell{} office:value-type="float" office:value="1"><text:p>1</text:p>\
</table:table-cell>'


def with_row(path: Path, rows: str, cells: str) -> Path:
    return with_first(path, ROW.format(rows, CELL.format(cells)))


def with_first(path: Path, row: str) -> Path:
    """The .ods file with one row more above the others."""
    return with_content(path, lambda text: text.replace(FIRST, row + FIRST, 1))


@pytest.mark.parametrize(
    ("rows", "cells", "told"),
    [
        (' table:number-rows-repeated="1048000"', "", "terlalu banyak baris"),
        ("", ' table:number-columns-repeated="16384"', "lebih lebar dari 400 kolom"),
    ],
)
def test_what_is_repeated_beyond_what_is_read_stands_in_the_way(tmp_path, rows, cells, told):
    (reason,) = only(with_row(tmp_path / "a.ods", rows, cells)).halangan.values()
    assert told in reason


def test_a_sheet_that_would_fill_the_memory_is_refused(tmp_path):
    repeated = ' table:number-rows-repeated="19000"', ' table:number-columns-repeated="399"'
    with pytest.raises(DataError, match="terlalu besar"):
        semua_lembar(with_row(tmp_path / "a.ods", *repeated))


def test_a_document_type_is_refused(tmp_path):
    def change(text: str) -> str:
        head, body = text.split("?>", 1)
        return f'{head}?><!DOCTYPE x [<!ENTITY a "b">]>{body}'

    with pytest.raises(DataError, match="rusak"):
        semua_lembar(with_content(tmp_path / "a.ods", change))


def test_a_comment_is_no_part_of_its_cell(tmp_path):
    note = "<office:annotation><text:p>cek lagi</text:p></office:annotation>"
    path = with_content(
        tmp_path / "a.ods",
        lambda text: text.replace("<text:p>Program Satu", f"{note}<text:p>Program Satu"),
    )
    assert only(path).rows[4][0] == "Program Satu"


def test_a_formula_that_leads_out_of_the_file_stands_in_the_way(tmp_path):
    path = with_row(tmp_path / "a.ods", "", ' table:formula="of:=WEBSERVICE([.A1])"')
    assert list(only(path).halangan) == ["A1"]


def test_a_formula_without_a_value_is_told(tmp_path):
    cell = ROW.format("", '<table:table-cell table:formula="of:=1+1"/>')
    path = with_first(tmp_path / "a.ods", cell)
    assert only(path).rusak[0, 0].startswith("rumus tanpa nilai tersimpan")
