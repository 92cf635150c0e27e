"""The Excel form of one agency and year, made from the schemas, filled with what is known.

One sheet per table.  Row 1 holds the names of the columns, row 2 what they mean, row 3 an example
in grey; both are marked in column A and passed over on import.  Data start in row 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from lkipnb.exchange.isian import meanings
from lkipnb.schemas import PROSE, YEAR_TABLES, Column, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook as Book
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARK = "#"
MEANING = "keterangan"
EXAMPLE = "contoh"
PROFILE_SHEET = "profil"
PROSE_SHEET = "narasi"
LISTS_SHEET = "pilihan"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FIRST_ROW = 4
LAST_LISTED_ROW = 2000
LINE_HEIGHT = 15.0  # points
MOST_LINES = 12
MARK_WIDTH = 11  # characters, as all widths
NARROWEST = 14
WIDEST = 48

Cells = Sequence[Sequence[str]]
Flat = Mapping[str, str]


@dataclass(frozen=True)
class Looks:
    """How the cells of a form look."""

    judul: Format
    keterangan: Format
    contoh: Format
    isi: Format


@dataclass(frozen=True)
class Pairs:
    """A sheet of names and their content: its columns and their widths."""

    name: str
    columns: tuple[str, str, str]
    widths: tuple[int, int, int]


PROFILE_LAYOUT = Pairs(PROFILE_SHEET, ("isian", "nilai", "keterangan"), (30, 60, 80))
PROSE_LAYOUT = Pairs(PROSE_SHEET, ("nama", "teks", "keterangan"), (24, 110, 50))


def form(tables: Mapping[str, Cells], profile: Flat, prose: Flat) -> bytes:
    """The form as an XLSX file: `tables` by name, each a list of rows in the order of its columns.

    `profile` maps dotted fields of `profil.yaml`, with `opd` and `tahun`, to their text; `prose`
    maps names of `narasi/` to Markdown.  Every cell is written as text.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        looks = _looks(book)
        _pairs(book, looks, PROFILE_LAYOUT, profile, meanings())
        for table in YEAR_TABLES.values():
            _table(book, looks, table, tables.get(table.name, ()))
        _pairs(book, looks, PROSE_LAYOUT, dict.fromkeys(PROSE, "") | dict(prose), PROSE)
    return out.getvalue()


def _looks(book: Book) -> Looks:
    text = {"num_format": "@", "valign": "top", "text_wrap": True, "font_size": 10}
    title = {"bold": True, "bg_color": "#0b5563", "font_color": "#ffffff"}
    meaning = {"italic": True, "font_color": "#55636e", "bg_color": "#eef3f3"}
    example = {"font_color": "#8a949a", "bg_color": "#f3f3f3"}
    return Looks(
        judul=book.add_format(text | title),
        keterangan=book.add_format(text | meaning),
        contoh=book.add_format(text | example),
        isi=book.add_format(text),
    )


def _table(book: Book, looks: Looks, table: Table, rows: Cells) -> None:
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(FIRST_ROW - 1, 1)
    sheet.set_column(0, 0, MARK_WIDTH, looks.isi)
    widths = [_width(column) for column in table.columns]
    _head(sheet, looks, table, widths)
    for number, row in enumerate(rows, start=FIRST_ROW - 1):
        sheet.set_row(number, _height(row, widths))
        _write(sheet, number, ["", *row], looks.isi)
    for at, column in enumerate(table.columns, start=1):
        sheet.set_column(at, at, widths[at - 1], looks.isi)
        sheet.write_comment(0, at, meaning(column))
        _offer_choices(sheet, at, column)


def _head(sheet: Worksheet, looks: Looks, table: Table, widths: Sequence[int]) -> None:
    """The three rows above the data: names, meanings, examples."""
    meanings = [meaning(column) for column in table.columns]
    examples = [column.example for column in table.columns]
    _write(sheet, 0, [MARK, *table.names], looks.judul)
    _write(sheet, 1, [MEANING, *meanings], looks.keterangan)
    _write(sheet, 2, [EXAMPLE, *examples], looks.contoh)
    sheet.set_row(1, _height(meanings, widths))
    sheet.set_row(2, _height(examples, widths))


def _offer_choices(sheet: Worksheet, at: int, column: Column) -> None:
    if column.choices:
        choices = {"validate": "list", "source": list(column.choices), "error_title": "Pilihan"}
        sheet.data_validation(FIRST_ROW - 1, at, LAST_LISTED_ROW, at, choices)


def _pairs(book: Book, looks: Looks, layout: Pairs, content: Flat, meaning: Flat) -> None:
    """A sheet of names, their content, and what belongs there."""
    sheet = book.add_worksheet(layout.name)
    sheet.freeze_panes(1, 0)
    _write(sheet, 0, layout.columns, looks.judul)
    for number, (name, text) in enumerate(content.items(), start=1):
        _write(sheet, number, (name, text), looks.isi)
        sheet.write_string(number, 2, meaning.get(name, ""), looks.keterangan)
    for at, width in enumerate(layout.widths):
        sheet.set_column(at, at, width, looks.isi)


def _width(column: Column) -> int:
    return max(NARROWEST, min(WIDEST, len(column.example) + 6))


def _height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row whose texts are folded, for not every program finds it by itself."""
    lines = [_lines(cell, width) for cell, width in zip(cells, widths, strict=False) if cell]
    return LINE_HEIGHT * min(MOST_LINES, max(lines, default=1))


def _lines(cell: str, width: int) -> int:
    """How many lines a text takes in a column that is `width` characters wide."""
    return ceil(len(cell) / max(1, width - 2))


def _write(sheet: Worksheet, row: int, cells: Sequence[str], look: Format) -> None:
    for at, cell in enumerate(cells):
        if cell:
            sheet.write_string(row, at, cell, look)
        else:
            sheet.write_blank(row, at, None, look)


def meaning(column: Column) -> str:
    """What belongs into the column, in one text: meaning, unit, choices, whether it may
    stay empty.
    """
    parts = [column.meaning]
    if column.unit:
        parts.append(f"Satuan: {column.unit}")
    if column.refers_to:
        parts.append(f"Isi menurut {column.refers_to}")
    parts.append("Boleh kosong" if column.optional else "Wajib diisi")
    return ". ".join(parts) + "."
