"""An Excel file from anywhere, read as a form and as an export: every row that is there is read as
it is shown, or one sentence says why not.
"""

from __future__ import annotations

import re
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from lkipnb.errors import DataError
from lkipnb.exchange.lra.excel import lembar_excel
from lkipnb.exchange.lra.lembar import TOO_WIDE
from lkipnb.load.buku import buka
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.xlsx import LEADS_OUT, TOO_MANY_ROWS, catatan_rumus

PART = "xl/worksheets/sheet1.xml"


def form(path: Path) -> list[list[str]]:
    """The rows of the first sheet as the reader of forms gives them, without blank cells behind."""
    return [_cut(row) for row in buka(path)[0].baris]


def export(path: Path) -> list[list[str]]:
    """The rows of the first sheet as the reader of exports gives them."""
    return lembar_excel(path)[0].rows


READERS = pytest.mark.parametrize("read", [form, export])


def _cut(row: list[str]) -> list[str]:
    filled = [at for at, cell in enumerate(row, start=1) if cell]
    return row[: max(filled, default=0)]


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


def refused(path: Path) -> str:
    """Why the file is not read, which both readers say in the same words."""
    with pytest.raises(Ditolak) as of_form:
        buka(path)
    with pytest.raises(DataError) as of_export:
        lembar_excel(path)
    (fault,) = of_export.value.faults
    assert fault.expected == str(of_form.value)
    return fault.expected


@pytest.fixture
def lines(tmp_path) -> Path:
    return book(tmp_path / "f.xlsx", [[f"baris {n}", n] for n in range(1, 41)])


def sub(pattern: bytes, new: bytes):
    def change(content: bytes) -> bytes:
        assert re.search(pattern, content)
        return re.sub(pattern, new, content, count=1)

    return change


@READERS
@pytest.mark.parametrize("size", [b"A1:D12", b"A1", b"A1:XFD1048576", b"B2:A1", b""])
def test_what_a_sheet_claims_of_its_size_loses_no_row(lines, size, read):
    with_part(lines, PART, sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + size + b'"'))
    assert [row[0] for row in read(lines)] == [f"baris {n}" for n in range(1, 41)]


@READERS
def test_a_sparse_sheet_keeps_its_row_numbers(tmp_path, read):
    rows = read(book(tmp_path / "f.xlsx", [["a"], *[[]] * 998, ["z"]]))
    assert (len(rows), rows[999]) == (1000, ["z"])


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


@READERS
@pytest.mark.parametrize("at", range(0, 5000, 250))
def test_a_byte_changed_on_the_way_gives_the_rows_or_one_sentence(lines, at, read):
    content = bytearray(lines.read_bytes())
    content[at % len(content)] ^= 0xFF
    lines.write_bytes(content)
    try:
        rows = read(lines)
    except (Ditolak, DataError):
        return
    assert [row[0] for row in rows] == [f"baris {n}" for n in range(1, 41)]


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


def test_data_beyond_the_columns_that_a_form_has_are_known(tmp_path):
    path = book(tmp_path / "f.xlsx", [["a", *[""] * 60, "di luar"], ["b"]])
    assert form(path) == [["a"], ["b"]]
    assert buka(path)[0].tata.di_luar == "BJ1"
    with_part(path, PART, sub(b'"BJ1"', b'"XFD1"'))
    assert buka(path)[0].tata.di_luar == "XFD1"


def test_an_export_is_read_to_its_400th_column_and_refused_beyond(tmp_path):
    (sheet,) = lembar_excel(book(tmp_path / "f.xlsx", [["a", *[""] * 398, "z"]]))
    assert (len(sheet.rows[0]), sheet.rows[0][-1], sheet.halangan) == (400, "z", {})
    (sheet,) = lembar_excel(book(tmp_path / "f.xlsx", [["a", *[""] * 399, "z"]]))
    assert sheet.halangan == {"OK1": TOO_WIDE}


def test_more_rows_than_are_read_are_told(tmp_path):
    path = book(tmp_path / "f.xlsx", [[n] for n in range(20_001)])
    with pytest.raises(Ditolak, match="lembar data: terlalu banyak baris; paling banyak 20000"):
        buka(path)
    (sheet,) = lembar_excel(path)
    assert sheet.halangan == {"A20001": TOO_MANY_ROWS}


def test_a_chart_sheet_is_passed_over(tmp_path):
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("data").write(0, 0, 1)
        chart = made.add_chart({"type": "column"})
        chart.add_series({"values": "=data!$A$1:$A$1"})
        made.add_chartsheet("grafik").set_chart(chart)
    assert [sheet.nama for sheet in buka(path)] == ["data"]
    assert [sheet.nama for sheet in lembar_excel(path)] == ["data"]


def test_a_form_tells_its_hidden_sheets_and_an_export_has_none(tmp_path):
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("data").write(0, 0, 1)
        made.add_worksheet("lain").hide()
    assert [sheet.tampak for sheet in buka(path)] == [True, False]
    assert [sheet.nama for sheet in lembar_excel(path)] == ["data"]


@READERS
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
def test_a_number_is_read_as_it_is_shown(tmp_path, value, form, shown, read):
    assert read(book(tmp_path / "f.xlsx", [[value]], {(0, 0): form})) == [[shown]]


@pytest.mark.parametrize(
    "form", ["#,##0,", "0.0,,", '#,##0," rb"', "#,##0,.00", '[>999999]0.0,," jt";0']
)
def test_a_number_shown_in_thousands_is_asked_back(tmp_path, form):
    path = book(tmp_path / "f.xlsx", [[1_250_000]], {(0, 0): form})
    (of_form,) = buka(path)
    (of_export,) = lembar_excel(path)
    assert of_form.tertulis == {(1, 1): "1250000"}
    assert "ditampilkan dalam ribuan atau jutaan" in of_form.tak_terbaca[1, 1]
    assert "ditampilkan dalam ribuan atau jutaan" in of_export.rusak[0, 0]


def test_a_formula_that_shows_nothing_is_an_empty_cell_and_one_without_value_is_asked_back(
    tmp_path,
):
    path = book(tmp_path / "f.xlsx", [["a", "b"]])
    cells = b'<c r="C1" t="str"><f>IF(A1="x",1,"")</f><v></v></c><c r="D1"><f>1+1</f></c></row>'
    with_part(path, PART, sub(b"</row>", cells))
    (of_form,) = buka(path)
    (of_export,) = lembar_excel(path)
    assert (form(path), export(path)) == ([["a", "b"]], [["a", "b", "", "#?"]])
    assert set(of_form.tak_terbaca) == {(1, 4)}
    assert set(of_export.rusak) == {(0, 3)}
    assert of_export.rusak[0, 3].startswith("rumus tanpa nilai tersimpan")


def test_merged_cells_are_known(lines):
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, 1000))
    with_part(
        lines, PART, sub(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>")
    )
    assert len(buka(lines)[0].tata.gabungan) == 999
    assert lembar_excel(lines)[0].lebar[998, 0] == 2


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
    assert form(path) == export(path) == [["5"]] * 8 + [["7"]]
    told = catatan_rumus("data", buka(path)[0].tata)
    assert (
        told == lembar_excel(path)[0].rumus == "lembar data sel A2, A3, A4, A5, A6 dan 3 yang lain"
    )


def test_of_a_sheet_without_formulas_nothing_is_told(lines):
    assert buka(lines)[0].tata.rumus == []
    assert lembar_excel(lines)[0].rumus == ""


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
def test_a_formula_that_leads_out_of_the_file_is_known(tmp_path, formula):
    path = with_formula(tmp_path / "f.xlsx", formula)
    assert buka(path)[0].tata.rumus_luar == "A9"
    assert lembar_excel(path)[0].halangan == {"A9": LEADS_OUT}


@pytest.mark.parametrize("is_1904", [False, True])
def test_a_day_is_read_from_its_number(tmp_path, is_1904):
    days = [date(1904, 1, 2), date(2026, 2, 28), date(2026, 12, 31)]
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd mmm yyyy"}) as made:
        made.date_1904 = is_1904
        made.add_worksheet("data").write_column("A1", days)
    (of_form,) = buka(path)
    assert list(of_form.tanggal.values()) == days
    assert [row[0][:10] for row in export(path)] == [day.isoformat() for day in days]


def test_hours_that_went_by_are_no_day(tmp_path):
    (of_form,) = buka(book(tmp_path / "f.xlsx", [[1.5]], {(0, 0): "[h]:mm"}))
    assert not of_form.tanggal
    assert "terbaca sebagai tanggal" in of_form.tak_terbaca[1, 1]


@READERS
def test_the_pieces_of_a_text_are_one_and_its_pronunciation_is_none(lines, read):
    text = b"<si><r><t>baris </t></r><r><t>1_x000D_</t></r><rPh><t>ba</t></rPh></si>"
    with_part(lines, "xl/sharedStrings.xml", sub(b"<si>.*?</si>", text))
    assert read(lines)[0][0] == "baris 1"


@READERS
def test_a_text_may_stand_in_its_cell(lines, read):
    cell = b'<c r="B40" t="inlineStr"><is><t>di sini</t></is></c>'
    with_part(lines, PART, sub(b'<c r="B40">.*?</c>', cell))
    assert read(lines)[39] == ["baris 40", "di sini"]
