"""What an export was saved as, and what its sheets hold besides the budget, stop nothing."""

from __future__ import annotations

import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from lkipnb.cli import main
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.lra import Pilihan, baca, baca_kolom, tulis

HEADER = ["Kode", "Uraian", "Anggaran", "Realisasi"]
LINES = [
    ["5.02.01", "Program Satu", 100000000, 80000000],
    ["5.02.02", "Program Dua", 50000000, 40000000],
]
PAGE = "<html><table><tr><th>Kode<th>Uraian<th colspan=2>Jumlah</tr><tr><td><td><td>Anggaran<td>\
Realisasi</tr><tr><td>5.02.01<td>Program<br>Satu<td>100.000.000<td>80.000.000</tr></table></html>"


def told(read):
    return [(line.kode, line.uraian, line.jumlah["pagu_rp"]) for line in read.baris]


def workbook(path, fill):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for at, row in enumerate([HEADER, *LINES]):
            sheet.write_row(at, 0, row)
        fill(book, sheet)
    return path


def both(read):
    assert told(read) == [
        ("5.02.01", "Program Satu", Decimal(100000000)),
        ("5.02.02", "Program Dua", Decimal(50000000)),
    ]


def test_errors_in_cells_that_are_not_needed_and_in_other_sheets_stop_nothing(tmp_path):
    def fill(book, sheet):
        sheet.write_formula("E2", "=1/0", None, "#DIV/0!")
        sheet.write_row("E1", ["Keterangan"])
        book.add_worksheet("grafik").write("A1", 1 / 3)

    both(baca(workbook(tmp_path / "a.xlsx", fill)))


def test_an_error_in_an_amount_is_told_by_its_row(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx", lambda _, sheet: sheet.write_formula("D2", "=1/0", None, "#DIV/0!")
    )
    with pytest.raises(DataError, match=r"baris 2, kolom realisasi_rp.*berisi kesalahan Excel"):
        baca(path)


def test_hidden_rows_are_read_and_hidden_columns_give_way_to_visible_ones(tmp_path):
    def fill(_, sheet):
        sheet.write_column("E1", ["Realisasi", 1, 1])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("E:E", None, None, {"hidden": True})

    read = baca(workbook(tmp_path / "a.xlsx", fill))
    both(read)
    assert read.baris[0].jumlah["realisasi_rp"] == Decimal(80000000)
    assert read.lembar.baris_tersembunyi == [2]


def test_a_hidden_row_whose_code_a_visible_one_has_is_passed_over(tmp_path):
    def fill(_, sheet):
        sheet.write_row(3, 0, ["5.02.01", "Program Satu", 70000000, 60000000])
        sheet.set_row(3, None, None, {"hidden": True})

    read = baca(workbook(tmp_path / "a.xlsx", fill))
    both(read)
    assert [number for number, _ in read.dilewati] == [4]


def test_a_sum_that_a_hidden_row_breaks_says_which(tmp_path, data):
    def fill(_, sheet):
        sheet.write_row(3, 0, ["5.02.03", "Program Tiga", 70000000, 60000000])
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.write_row(4, 0, ["", "Jumlah", 150000000, 120000000])

    read = baca(workbook(tmp_path / "a.xlsx", fill))
    with pytest.raises(DataError, match="sama dengan baris 4 yang tersembunyi dan ikut terhitung"):
        tulis(read, "dinsos-flores-timur", 2020, data.path, datetime(2026, 1, 1))


def test_two_sheets_with_a_header_are_asked_about(tmp_path):
    def fill(book, _):
        sheet = book.add_worksheet("PPTK")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, LINES[0])

    path = workbook(tmp_path / "a.xlsx", fill)
    with pytest.raises(DataError, match=r"“Data”, “PPTK”; sebutkan .* --lembar"):
        baca(path)
    both(baca(path, Pilihan(lembar="data")))
    with pytest.raises(UsageError, match="tidak ada lembar"):
        baca(path, Pilihan(lembar="lain"))


def test_the_size_that_a_sheet_claims_is_not_believed(tmp_path):
    path = workbook(tmp_path / "a.xlsx", lambda *_: None)
    with zipfile.ZipFile(path) as package:
        parts = {item: package.read(item) for item in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'ref="A1:D3"', b'ref="A1:D2"')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    both(baca(path))


def test_a_sheet_too_wide_to_be_read_whole_is_refused_in_one_sentence(tmp_path):
    path = workbook(tmp_path / "a.xlsx", lambda _, sheet: sheet.write("OK2", 1))
    with pytest.raises(DataError, match="sel OK1; lembar lebih lebar dari 400 kolom") as caught:
        baca(path)
    assert len(caught.value.faults) == 1


def test_a_workbook_with_macros_is_read_without_them(tmp_path):
    path = workbook(tmp_path / "a.xlsx", lambda *_: None)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    both(baca(path))


def test_a_web_page_named_xls_and_a_text_in_utf_16(tmp_path):
    page = tmp_path / "a.xls"
    page.write_text(PAGE)
    assert told(baca(page)) == [("5.02.01", "Program Satu", Decimal(100000000))]
    text = "\n".join("\t".join(map(str, row)) for row in [HEADER, *LINES])
    wide = tmp_path / "a.csv"
    wide.write_bytes(text.encode("utf-16"))
    both(baca(wide))


def test_a_line_end_inside_a_quoted_name_becomes_a_space(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        'Kode;Uraian;Anggaran;Realisasi\n5.02.01;"Program\nSatu";100.000.000,00;80.000.000,00\n'
    )
    assert told(baca(path)) == [("5.02.01", "Program Satu", Decimal("100000000.00"))]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.pdf", b"%PDF-1.7", "berkas PDF"),
        ("a.json", b"{}", "berkas JSON"),
        ("a.ods", b"PK", "berkas rusak"),
        ("a.xlsb", b"PK", "simpan sebagai .xlsx"),
        ("a.docx", b"PK", "berkas Word"),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1"), "simpan sebagai .xlsx"),
    ],
)
def test_files_of_another_kind_are_refused_with_what_to_do(tmp_path, name, content, word):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DataError, match=word):
        baca(path)


@pytest.mark.parametrize("option", ["realisasi", "uang=H", "realisasi=8"])
def test_an_option_for_columns_says_what_it_expects(option):
    with pytest.raises(UsageError, match="diharapkan"):
        baca_kolom([option])


def test_a_look_writes_nothing(tmp_path, data, capsys):
    before = (data.year / "anggaran.csv").read_bytes()
    path = workbook(tmp_path / "a.xlsx", lambda *_: None)
    options = ["--tahun", "2020", "--data", str(data.path), "--lihat"]
    assert main(["import", "--lra", str(path), *options]) == 0
    shown = capsys.readouterr().out
    assert "tidak ada jumlah dalam berkas yang menguatkan bacaan ini; terbaca 2 baris" in shown
    assert "Tidak ada yang ditulis." in shown
    assert (data.year / "anggaran.csv").read_bytes() == before


def test_the_whole_list_of_faults_stands_beside_the_export(tmp_path):
    rows = "".join(f"5.02.01;Program {n};1000;500\n" for n in range(9))
    path = tmp_path / "a.csv"
    path.write_text(f"Kode;Uraian;Anggaran;Realisasi\n{rows}")
    with pytest.raises(DataError, match=r"8 kali; juga baris 4, 5, 6, dan 4 lagi") as caught:
        baca(path)
    assert len(caught.value.faults) == 2
    assert len((tmp_path / "a.csv.kesalahan.txt").read_text().splitlines()) == 8


def test_a_page_that_parts_one_table_by_programme_is_read_whole(tmp_path):
    head = "<tr><th>Kode</th><th>Uraian</th><th>Pagu</th><th>Realisasi</th></tr>"
    rows = [
        f"<tr><td>1.03.0{n}</td><td>Program {n}</td><td>90.000.000</td><td>80.000.000</td></tr>"
        for n in (1, 2)
    ]
    path = tmp_path / "rekap.xls"
    path.write_text("".join(f"<table>{head}{row}</table>" for row in rows), encoding="utf-8")
    assert [line.kode for line in baca(path).baris] == ["1.03.01", "1.03.02"]


def test_a_unit_that_only_the_name_of_the_sheet_tells_is_asked_about(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "LRA ribuan"
    for row in (["Kode", "Uraian", "Anggaran", "Realisasi"], ["1.03.01", "Program", 900, 800]):
        book.active.append(row)
    book.save(tmp_path / "lra.xlsx")
    with pytest.raises(DataError, match="nama lembar “LRA ribuan” menyebut satuan"):
        baca(tmp_path / "lra.xlsx")


def test_an_amount_merged_over_two_lines_is_a_fault(tmp_path):
    path = workbook(tmp_path / "a.xlsx", lambda _, sheet: sheet.merge_range("D2:D3", 120000000))
    with pytest.raises(DataError, match=r"baris 2, kolom realisasi_rp.*digabung atas baris 2"):
        baca(path)


def test_an_amount_of_a_page_that_spans_two_lines_is_a_fault(tmp_path):
    path = tmp_path / "lra.xls"
    head = "<tr><th>Kode<th>Uraian<th>Anggaran<th>Realisasi</tr>"
    first = "<tr><td>5.02.01<td>A<td>100.000.000<td rowspan=2>90.000.000</tr>"
    path.write_text(f"<table>{head}{first}<tr><td>5.02.02<td>B<td>5.000.000</tr></table>")
    with pytest.raises(DataError, match=r"baris 2, kolom realisasi_rp.*digabung atas baris 2"):
        baca(path)
