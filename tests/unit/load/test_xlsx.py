"""An Excel file from anywhere: every row that is there is read as it is shown, or one sentence says
why not.
"""

from __future__ import annotations

import re
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from lkipnb.load.xlsx import LEADS_OUT, rumus, sheets

PART = "xl/worksheets/sheet1.xml"


def book(path: Path, rows, formats=None) -> Path:
    """A file of one sheet `data`; `formats` gives number formats by cell."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as made:
        sheet = made.add_worksheet("data")
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                code = (formats or {}).get((r, c))
                look = made.add_format({"num_format": code}) if code else None
                if isinstance(value, date):
                    sheet.write_datetime(r, c, value, look)
                else:
                    sheet.write(r, c, value, look)
    return path


def with_part(path: Path, name: str, change) -> Path:
    """The same package with one part changed by `change(bytes) -> bytes`, None to leave it out."""
    with zipfile.ZipFile(path) as package:
        parts = {item.filename: package.read(item) for item in package.infolist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            if content is not None:
                package.writestr(each, content)
    return path


def refused(path: Path, **options) -> str:
    found, faults = sheets(path, **options)
    assert not found
    (fault,) = faults
    return fault.expected


@pytest.fixture
def lines(tmp_path) -> Path:
    return book(tmp_path / "f.xlsx", [[f"baris {n}", n] for n in range(1, 41)])


def sub(pattern: bytes, new: bytes):
    def change(content: bytes) -> bytes:
        assert re.search(pattern, content)
        return re.sub(pattern, new, content, count=1)

    return change


@pytest.mark.parametrize("size", [b"A1:D12", b"A1", b"A1:XFD1048576", b"B2:A1", b""])
def test_what_a_sheet_claims_of_its_size_loses_no_row(lines, size):
    with_part(lines, PART, sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + size + b'"'))
    found, faults = sheets(lines)
    assert not faults
    assert [row[0] for row in found["data"]] == [f"baris {n}" for n in range(1, 41)]


def test_a_sparse_sheet_keeps_its_row_numbers(tmp_path):
    found, faults = sheets(book(tmp_path / "f.xlsx", [["a"], *[[]] * 998, ["z"]]))
    assert not faults
    assert (len(found["data"]), found["data"][999]) == (1000, ["z"])


@pytest.mark.parametrize(
    ("pattern", "new", "word"),
    [
        (rb'<row r="40"', b'<row r="99999999"', "Excel hanya sampai 1048576"),
        (rb'<row r="40"', b'<row r="1048577"', "Excel hanya sampai 1048576"),
        (rb'<row r="40"', b'<row r="39"', "nomor baris tidak berurutan"),
        (rb'<row r="40"', b'<row r="-1"', "nomor baris tidak berurutan"),
        (rb'<row r="40"', '<row r="٤٠"'.encode(), "nomor baris tidak berurutan"),
        (rb'<c r="A40"', b'<c r="A39"', "alamat sel A39"),
        (rb'<c r="B40"', b'<c r="A40"', "alamat sel A40"),
        (rb'<c r="B40"', b'<c r="ZZZZ40"', "alamat sel"),
        (rb'<c r="B40"', b'<c r=""', "alamat sel"),
        (rb"<sheetData>", b"<sheetData", "rusak"),
        (rb'<c r="B40">', b"<c r=B40>", "rusak"),
        (rb"<worksheet", b"<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet", "rusak"),
        (rb'<c r="A40" t="s"><v>[0-9]+', b'<c r="A40" t="s"><v>99999', "rusak"),
        (rb'<c r="A40" t="s"><v>[0-9]+', b'<c r="A40" t="s"><v>x', "rusak"),
        (rb'<c r="B40"', b'<c r="B40" s="77"', "rusak"),
        (rb'<c r="B40"', b'<c r="B40" s="x"', "rusak"),
        (rb"<v>40</v>", b"<v>4O</v>", "rusak"),
        (rb"<v>40</v>", b"<v>" + b"9" * 5000 + b"</v>", "rusak"),
        (
            rb"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            "Strict",
        ),
        (rb"<sheetData>", b"<sheetData>" + b"<x>" * 100, "terlalu besar"),
        (rb"<sheetData>", b"<sheetData>" + b"<x/>" * 2_000_001, "terlalu besar"),
    ],
)
def test_a_sheet_whose_xml_cannot_be_trusted_is_refused(lines, pattern, new, word):
    assert word in refused(with_part(lines, PART, sub(pattern, new)))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/workbook.xml", lambda old: b""),
        ("xl/workbook.xml", lambda old: old.replace(b'<sheet name="data"', b"<sheet")),
        ("xl/workbook.xml", lambda old: old.replace(b"r:id", b"r:nomor")),
        (
            "xl/_rels/workbook.xml.rels",
            lambda old: old.replace(b"worksheets/sheet1.xml", b"worksheets/lain.xml"),
        ),
        ("xl/_rels/workbook.xml.rels", lambda old: b"<x/>"),
        ("xl/styles.xml", lambda old: old.replace(b"<cellXfs", b"<cellXf")),
        ("xl/sharedStrings.xml", lambda old: old[:80]),
        ("[Content_Types].xml", lambda old: None),
        (PART, lambda old: None),
    ],
)
def test_a_package_with_a_broken_part_is_refused(lines, part, change):
    assert "rusak" in refused(with_part(lines, part, change))


@pytest.mark.parametrize("longgar", [False, True])
@pytest.mark.parametrize("at", range(0, 5000, 250))
def test_a_byte_changed_on_the_way_gives_the_rows_or_one_sentence(lines, at, longgar):
    content = bytearray(lines.read_bytes())
    content[at % len(content)] ^= 0xFF
    lines.write_bytes(content)
    found, faults = sheets(lines, longgar=longgar)
    assert len(faults) == 1 or [row[0] for row in found["data"]] == [
        f"baris {n}" for n in range(1, 41)
    ]


def test_a_member_with_a_password_or_an_unknown_compression_is_refused(lines):
    content = bytearray(lines.read_bytes())
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, at + 8, 1)
    lines.write_bytes(content)
    assert "rusak" in refused(lines)
    struct.pack_into("<H", content, at + 8, 0)
    struct.pack_into("<H", content, at + 10, 99)
    lines.write_bytes(content)
    assert "rusak" in refused(lines)


def test_data_beyond_the_columns_that_are_read_are_told(tmp_path):
    path = book(tmp_path / "f.xlsx", [["a", *[""] * 60, "di luar"], ["b"]])
    found, (fault,) = sheets(path, longgar=True)
    assert found["data"] == [["a"], ["b"]]
    assert (fault.column, fault.expected) == (
        "sel BJ1",
        "berisi data di luar 60 kolom yang dibaca; pindahkan atau hapus",
    )
    with_part(path, PART, sub(b'"BJ1"', b'"XFD1"'))
    assert sheets(path)[1][0].column == "sel XFD1"


def test_more_rows_than_are_read_are_told(tmp_path):
    path = book(tmp_path / "f.xlsx", [[n] for n in range(20_002)])
    _, (fault,) = sheets(path)
    assert (fault.row, fault.expected) == (20_001, "terlalu banyak baris; paling banyak 20000")


def test_a_chart_sheet_is_named_in_a_form_and_passed_over_in_an_export(tmp_path):
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("data").write(0, 0, 1)
        chart = made.add_chart({"type": "column"})
        chart.add_series({"values": "=data!$A$1:$A$1"})
        made.add_chartsheet("grafik").set_chart(chart)
    _, (fault,) = sheets(path)
    assert (fault.file, fault.expected) == (
        "f.xlsx, lembar grafik",
        "lembar grafik, bukan tabel; hapus",
    )
    assert sheets(path, longgar=True) == ({"data": [["1"]]}, [])


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.92, "0%", "92%"),
        (1, "0%", "100%"),
        (0.9166, "0%", "91.66%"),
        (1.1025, "0.00%", "110.25%"),
        (-0.05, "0%;[Red]-0%", "-5%"),
        (0.92, "General", "0.92"),
        (92, '0"%"', "92"),
        (92, "0\\%", "92"),
        (1162 / 1200, "0%", "96.8333333333333%"),
        (1162 / 1200, "General", "0.968333333333333"),
        (0.1 + 0.2, "General", "0.3"),
        (1.1, "0.00", "1.10"),
        (7, "000", "007"),
        (6_000_000, "#,##0", "6000000"),
        (6_000_000.5, '_("Rp"* #,##0.00_);_("Rp"* (#,##0.00)', "6000000.50"),
        (3.125, "0.000", "3.1250"),
        (12_500_000, "0.00E+00", "12500000"),
        (0, '#,##0;-#,##0;"-"', "0"),
    ],
)
def test_a_number_is_read_as_it_is_shown(tmp_path, value, form, shown):
    found, faults = sheets(book(tmp_path / "f.xlsx", [[value]], {(0, 0): form}))
    assert (faults, found["data"]) == ([], [[shown]])


@pytest.mark.parametrize(
    "form", ["#,##0,", "0.0,,", '#,##0," rb"', "#,##0,.00", '[>999999]0.0,," jt";0']
)
@pytest.mark.parametrize("longgar", [False, True])
def test_a_number_shown_in_thousands_is_asked_back(tmp_path, form, longgar):
    path = book(tmp_path / "f.xlsx", [[1_250_000]], {(0, 0): form})
    _, (fault,) = sheets(path, longgar=longgar)
    assert (fault.column, fault.value) == ("sel A1", "1250000")
    assert "ditampilkan dalam ribuan atau jutaan" in fault.expected


def test_a_formula_that_shows_nothing_is_an_empty_cell_and_one_without_value_is_asked_back(
    tmp_path,
):
    path = book(tmp_path / "f.xlsx", [["a", "b"]])
    cells = b'<c r="C1" t="str"><f>IF(A1="x",1,"")</f><v></v></c><c r="D1"><f>1+1</f></c></row>'
    with_part(path, PART, sub(b"</row>", cells))
    found, (fault,) = sheets(path)
    assert found["data"] == [["a", "b"]]
    assert (fault.column, fault.expected.split(";")[0]) == ("sel D1", "rumus tanpa nilai tersimpan")


def test_many_merged_cells_are_told_in_a_few_lines(lines):
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, 1000))
    with_part(
        lines, PART, sub(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>")
    )
    _, faults = sheets(lines)
    assert len(faults) == 21
    assert faults[-1].expected == "dan 979 yang lain seperti itu"


def test_two_sheets_of_one_name_are_refused(tmp_path):
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("data").write(0, 0, 1)
        made.add_worksheet("lain").write(0, 0, 2)
    with_part(path, "xl/workbook.xml", sub(b'name="lain"', b'name="data"'))
    assert "rusak" in refused(path)


def with_formula(path: Path, formula: str) -> Path:
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("data")
        sheet.write(0, 0, 5)
        for row in range(1, 8):
            sheet.write_formula(row, 0, "=SUM(A1:A1)", None, 5)
        sheet.write_formula(8, 0, formula, None, 7)
    return path


def test_a_formula_counts_by_its_value_and_is_told(tmp_path):
    path = with_formula(tmp_path / "f.xlsx", '=IF(A1>0,"lihat http://contoh.id | [1]","x")')
    found, faults = sheets(path)
    assert not faults
    assert found["data"] == [["5"]] * 8 + [["7"]]
    assert rumus(path) == ["lembar data sel A2, A3, A4, A5, A6 dan 3 yang lain"]


def test_of_a_sheet_without_formulas_nothing_is_told(lines):
    assert rumus(lines) == []


@pytest.mark.parametrize(
    "formula",
    [
        '=WEBSERVICE("http://contoh.id")',
        '=_xlfn.WEBSERVICE("http://contoh.id")',
        '=HYPERLINK("http://contoh.id","5")',
        "=[1]Sheet1!A1",
        "='C:\\a\\[lain.xlsx]Sheet1'!A1",
        "=cmd|'/c calc'!A1",
        '=IMAGE("http://contoh.id/a.png")',
        '=RTD("a",,"b")',
    ],
)
@pytest.mark.parametrize("longgar", [False, True])
def test_a_formula_that_leads_out_of_the_file_is_refused(tmp_path, formula, longgar):
    _, faults = sheets(with_formula(tmp_path / "f.xlsx", formula), longgar=longgar)
    assert [(fault.column, fault.expected) for fault in faults] == [("sel A9", LEADS_OUT)]
