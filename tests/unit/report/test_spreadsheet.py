"""The spreadsheet: every table, real numbers, formulas that give the report's values, no others."""

from __future__ import annotations

import io
import shutil
import subprocess

import nbformat
import openpyxl
import pytest

from lkipnb.present.tabel.data import Lajur, Larik, Sel, Tabel
from lkipnb.report.bentuk_angka import bentuk
from lkipnb.report.document import Document, Entry
from lkipnb.report.exporters import LkipHTMLExporter, join
from lkipnb.report.spreadsheet import spreadsheet

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "http://contoh.test"]


@pytest.fixture(scope="module")
def document(laporan) -> Document:
    chapters = sorted((laporan("contoh", 2023) / "notebooks").glob("*.ipynb"))
    joined = join([nbformat.read(path, as_version=4) for path in chapters])
    return LkipHTMLExporter().document(joined, None)[0]


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return spreadsheet(document)


def opened(content: bytes, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def cells(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield (sheet.title, cell.coordinate), cell


def of_texts(*texts: str) -> Document:
    rows = tuple(Larik(sel=(Sel(teks=text, isi=text),), grup=text) for text in texts)
    column = Lajur(nama="a", judul=texts[0], lebar=100)
    table = Tabel(
        kunci="a", nomor="Tabel 1", judul=texts[0], kolom=(column,), baris=rows, sumber=texts[0]
    )
    entry = Entry("tabel-a", texts[0], nomor="Tabel 1")
    return Document(texts[0], None, (), (), (entry,), (), {"tabel-a": table})


def test_every_numbered_table_has_a_sheet_of_its_own_behind_the_contents(document, made):
    names = [entry.nomor for entry in document.tabel]
    assert opened(made).sheetnames == ["Daftar Tabel", *names]


def test_a_sheet_keeps_its_head_in_sight_and_on_every_printed_page(document, made):
    for sheet in opened(made).worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.page_setup.paperSize == 9


def test_a_text_is_never_a_formula():
    kinds = {cell.data_type for _, cell in cells(opened(spreadsheet(of_texts(*DANGEROUS))))}
    assert kinds == {"s"}


def test_sums_and_percentages_are_formulas(made):
    formulas = [cell.value for _, cell in cells(opened(made)) if cell.data_type == "f"]
    assert any(formula.startswith("=SUM(") for formula in formulas)
    assert any("/" in formula and "*100" in formula for formula in formulas)


def test_the_same_document_gives_the_same_bytes(document, made):
    assert spreadsheet(document) == made


def test_formulas_recomputed_by_another_program_give_the_values_of_the_report(made, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    without_values = opened(made)
    without_values.save(tmp_path / "hitung.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    to = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    command = [office, profile, *to, str(tmp_path / "jadi"), str(tmp_path / "hitung.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reckoned = opened((tmp_path / "jadi" / "hitung.xlsx").read_bytes(), values=True)
    stored = opened(made, values=True)
    for (sheet, place), cell in cells(without_values):
        if cell.data_type == "f":
            expected = stored[sheet][place].value
            assert reckoned[sheet][place].value == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("shown", "value", "code"),
    [
        ("98,60%", "98.6", '#,##0.00"%"'),
        ("6.265.251.035", "6265251035", "#,##0"),
        ("2023", "2023", "0"),
        ("\N{MINUS SIGN}1.500", "-1500", "#,##0"),
        ("–", "0", '#,##0;-#,##0;"–"'),
        ("Rp1,00 miliar", "1000000000", "General"),
    ],
)
def test_a_number_looks_as_in_the_report(shown, value, code):
    from decimal import Decimal

    assert bentuk(shown, Decimal(value)) == code
