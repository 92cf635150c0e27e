"""An Excel file as rows of text, or the reasons why it cannot be trusted.

Nothing in the file is run: formulas count by the value that Excel stored, macros and links to other
files are refused.  Memory stays bounded: a file is measured before it is opened and read row by row.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.errors import Fault

if TYPE_CHECKING:
    from openpyxl.cell import ReadOnlyCell

MOST_BYTES = 20_000_000
MOST_BYTES_UNPACKED = 150_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
EXACT_DIGITS = 15
_THREE_DECIMALS = re.compile(r"-?\d{1,3}\.\d{3}")
_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_HIDDEN_ROW = re.compile(rb'<row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="([0-9]+)"')

Rows = list[list[str]]


def sheets(path: Path, *, longgar: bool = False) -> tuple[dict[str, Rows], list[Fault]]:
    """The rows of each sheet as text, row 1 first, and every fault; no sheet when the file is refused.

    A number becomes its shortest exact text.  Faults: a file that is too large, encrypted, broken,
    with macros or links; a hidden sheet; per cell a date, a truth value, an Excel error, a formula
    without a stored value, a number with more digits than Excel keeps, a merged or hidden one.  `longgar`,
    for a sheet that is not a form, lets merged cells pass, and dates and truth values as text.
    """
    if faults := _refusals(path):
        return {}, faults
    import openpyxl

    values = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    formulas = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    try:
        found, faults = {}, []
        for sheet in values.worksheets:
            where = f"{path.name}, lembar {sheet.title}"
            if sheet.sheet_state != "visible":
                if not longgar:
                    faults.append(Fault(where, None, None, None, "lembar tersembunyi; tampilkan atau hapus"))
                continue
            rows, more = _rows(sheet, formulas[sheet.title], where, longgar)
            found[sheet.title] = rows
            faults += [*more, *_layout_faults(path, sheet, rows, where, longgar)]
        return found, faults
    finally:
        values.close()
        formulas.close()


def _refusals(path: Path) -> list[Fault]:
    """Why the file is not opened at all."""

    def no(reason: str) -> list[Fault]:
        return [Fault(path.name, None, None, None, reason)]

    if not path.is_file():
        return no("berkas tidak ada")
    if path.stat().st_size > MOST_BYTES:
        return no(f"berkas terlalu besar; paling banyak {MOST_BYTES // 1_000_000} MB")
    with path.open("rb") as file:
        if file.read(8) == _ENCRYPTED:
            return no("berkas memakai kata sandi atau berbentuk .xls lama; simpan sebagai .xlsx tanpa kata sandi")
    try:
        with zipfile.ZipFile(path) as package:
            names = {item.filename for item in package.infolist()}
            unpacked = sum(item.file_size for item in package.infolist())
    except zipfile.BadZipFile:
        return no("berkas rusak atau bukan berkas Excel (.xlsx)")
    if "xl/workbook.xml" not in names:
        return no("bukan berkas Excel (.xlsx)")
    if any(name.endswith("vbaProject.bin") for name in names):
        return no("berkas memuat makro; simpan sebagai .xlsx tanpa makro")
    if any(name.startswith("xl/externalLinks/") for name in names):
        return no("berkas merujuk ke berkas lain; putuskan tautannya (Data › Edit Links › Break Link)")
    if unpacked > MOST_BYTES_UNPACKED:
        return no("lembarnya terlalu besar; hapus baris kosong berformat di bawah data")
    return []


def _rows(values, formulas, where: str, longgar: bool) -> tuple[Rows, list[Fault]]:
    """The rows down to the last one that holds anything; blank rows in between are kept."""
    rows: Rows = []
    faults: list[Fault] = []
    last = 0
    pairs = zip(values.iter_rows(max_col=MOST_COLUMNS), formulas.iter_rows(max_col=MOST_COLUMNS), strict=False)
    for number, (shown, typed) in enumerate(pairs, start=1):
        cells = [_cell(a, b, where, faults, longgar) for a, b in zip(shown, typed, strict=False)]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows += [[] for _ in range(number - 1 - last)]
            rows.append(cells)
            last = number
        if last > MOST_ROWS:
            faults.append(Fault(where, number, None, None, f"terlalu banyak baris; paling banyak {MOST_ROWS}"))
            break
    return rows, faults


def _cell(shown: ReadOnlyCell, typed: ReadOnlyCell, where: str, faults: list[Fault], longgar: bool) -> str:
    value, source = shown.value, typed.value

    def no(reason: str) -> str:
        faults.append(Fault(where, shown.row, f"sel {shown.coordinate}", str(source), reason))
        return ""

    if value is None:
        is_formula = isinstance(source, str) and source.startswith("=")
        return no("rumus tanpa nilai tersimpan; buka di Excel, simpan, lalu ulangi") if is_formula else ""
    if longgar and isinstance(value, bool | datetime | date | time):
        return str(value)
    if isinstance(value, bool):
        return no("berisi TRUE atau FALSE; tulis sebagai teks")
    if isinstance(value, datetime | date | time):
        return no("terbaca sebagai tanggal; ubah format sel menjadi Teks lalu tulis ulang")
    if isinstance(value, int | float):
        exact = Decimal(repr(value))
        if len(exact.as_tuple().digits) > EXACT_DIGITS:
            return no(f"lebih dari {EXACT_DIGITS} angka; Excel tidak menyimpannya dengan tepat, tulis sebagai teks")
        text = format(exact.normalize() + 0, "f")
        # A number has no thousands separator, so three decimals must not look like one.
        return f"{text}0" if _THREE_DECIMALS.fullmatch(text) else text
    if shown.data_type == "e":
        return no("berisi kesalahan Excel")
    return str(value).rstrip() if longgar else str(value).strip()


def _layout_faults(path: Path, sheet, rows: Rows, where: str, longgar: bool) -> Iterator[Fault]:
    """Merged cells and hidden rows, which only the sheet's own file tells."""
    with zipfile.ZipFile(path) as package:
        content = package.read(sheet._worksheet_path)
    for area in () if longgar else _MERGED.findall(content):
        yield Fault(where, None, f"sel {area.decode()}", None, "sel digabung; pisahkan (Unmerge Cells)")
    for row in map(int, _HIDDEN_ROW.findall(content)):
        if row <= len(rows) and any(rows[row - 1]):
            yield Fault(where, row, None, None, "baris tersembunyi berisi data; tampilkan atau hapus")
