"""The Excel form of one agency and year, made from the schemas, filled with what is known.

One sheet per table.  Row 1 holds the names of the columns, row 2 what they mean, row 3 an example
in grey; both are marked in column A and passed over on import.  Data start in row 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from lkipnb.exchange.isian import CHOICES, SCALE, meanings
from lkipnb.load.alamat import huruf_kolom
from lkipnb.schemas import PROSE, PROSE_HINTS, YEAR_TABLES, Column, Kind, Table

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
SCALES, REGULATIONS = "skala predikat", "peraturan"  # titles of lists of names
FIRST_LIST = 6  # the column, from 0, of the first list of choices
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FIRST_ROW = 4
LAST_LISTED_ROW = 2000
LINE_HEIGHT = 15.0  # points
MOST_LINES = 12
MARK_WIDTH = 11  # characters, as all widths
NARROWEST = 14
WIDEST = 48

EXACT_DIGITS = 15  # that Excel keeps of a number
NO_NAMES: Mapping[str, Mapping[str, str]] = {}

Cells = Sequence[Sequence[str | Decimal]]
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


def form(
    tables: Mapping[str, Cells],
    profile: Flat,
    prose: Flat,
    names: Mapping[str, Flat] = NO_NAMES,
) -> bytes:
    """The form as an XLSX file: `tables` by name, each a list of rows in the order of its columns.

    `profile` maps dotted fields of `profil.yaml`, with `opd` and `tahun`, to their text; `prose`
    maps names of `narasi/` to Markdown; `names` are lists that the profile chooses from, by their
    title, each of names and what they mean.  A Decimal is written as a number, for every Excel
    shows it in its own notation; any other cell as text.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        looks = _looks(book)
        _offer_fields(_pairs(book, looks, PROFILE_LAYOUT, profile, meanings()), profile, names)
        for table in YEAR_TABLES.values():
            _table(book, looks, table, tables.get(table.name, ()))
        _pairs(book, looks, PROSE_LAYOUT, dict.fromkeys(PROSE, "") | dict(prose), PROSE_HINTS)
        _lists(book, looks, names)
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
        sheet.set_row(number, _height(list(map(str, row)), widths))
        _write(sheet, number, ["", *row], looks.isi)
    for at, column in enumerate(table.columns, start=1):
        sheet.set_column(at, at, widths[at - 1], looks.isi)
        sheet.write_comment(0, at, meaning(column))
        _offer_choices(sheet, at, column)


def _head(sheet: Worksheet, looks: Looks, table: Table, widths: Sequence[int]) -> None:
    """The three rows above the data: names, meanings, examples."""
    meanings = [meaning(column) for column in table.columns]
    examples = list(map(example, table.columns))
    _write(sheet, 0, [MARK, *table.names], looks.judul)
    _write(sheet, 1, [MEANING, *meanings], looks.keterangan)
    _write(sheet, 2, [EXAMPLE, *examples], looks.contoh)
    sheet.set_row(1, _height(meanings, widths))
    sheet.set_row(2, _height(examples, widths))


def _offer_choices(sheet: Worksheet, at: int, column: Column) -> None:
    if column.choices:
        choices = {"validate": "list", "source": _source(column), "error_title": "Pilihan"}
        sheet.data_validation(FIRST_ROW - 1, at, LAST_LISTED_ROW, at, choices)


def _pairs(book: Book, looks: Looks, layout: Pairs, content: Flat, meaning: Flat) -> Worksheet:
    """A sheet of names, their content, and what belongs there."""
    sheet = book.add_worksheet(layout.name)
    sheet.freeze_panes(1, 0)
    _write(sheet, 0, layout.columns, looks.judul)
    for number, (name, text) in enumerate(content.items(), start=1):
        _write(sheet, number, (name, text), looks.isi)
        sheet.write_string(number, 2, meaning.get(name, ""), looks.keterangan)
    for at, width in enumerate(layout.widths):
        sheet.set_column(at, at, width, looks.isi)
    return sheet


def _offer_fields(sheet: Worksheet, profile: Flat, names: Mapping[str, Flat]) -> None:
    """Lists to choose from in the cells of fields that have few contents."""
    offered = CHOICES | {SCALE: tuple(names.get(SCALES, ()))}
    for number, field in enumerate(profile, start=1):
        if offered.get(field):
            choices = {"validate": "list", "source": list(offered[field]), "ignore_blank": True}
            sheet.data_validation(number, 1, number, 1, choices)


def _lists(book: Book, looks: Looks, names: Mapping[str, Flat]) -> None:
    """A sheet of what may be chosen: names with their meaning, and choices that hold a comma, which
    a list in a cell would take apart.
    """
    sheet = book.add_worksheet(LISTS_SHEET)
    sheet.set_column(0, 2 * len(names), WIDEST, looks.isi)
    for at, (title, meant) in enumerate(names.items()):
        _write(sheet, 0, [""] * (2 * at) + [title, MEANING], looks.judul)
        for number, (name, text) in enumerate(meant.items(), start=1):
            sheet.write_string(number, 2 * at, name, looks.isi)
            sheet.write_string(number, 2 * at + 1, text, looks.keterangan)
    for column, at in _with_commas().items():
        sheet.write_string(0, at, column.name, looks.judul)
        sheet.write_column(1, at, column.choices, looks.isi)


def _with_commas() -> dict[Column, int]:
    """The columns with such choices, and where the sheet of lists holds them."""
    columns = [column for table in YEAR_TABLES.values() for column in table.columns]
    found = [column for column in columns if any("," in choice for choice in column.choices)]
    return {column: FIRST_LIST + at for at, column in enumerate(found)}


def _source(column: Column) -> list[str] | str:
    """The choices of a column as Excel takes them: a list, or the cells that hold it."""
    at = _with_commas().get(column)
    if at is None:
        return list(column.choices)
    letter = huruf_kolom(at + 1)
    return f"={LISTS_SHEET}!${letter}$2:${letter}${len(column.choices) + 1}"


def _width(column: Column) -> int:
    return max(NARROWEST, min(WIDEST, len(column.example) + 6))


def _height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row whose texts are folded, for not every program finds it by itself."""
    lines = [_lines(cell, width) for cell, width in zip(cells, widths, strict=False) if cell]
    return LINE_HEIGHT * min(MOST_LINES, max(lines, default=1))


def _lines(cell: str, width: int) -> int:
    """How many lines a text takes in a column that is `width` characters wide."""
    return ceil(len(cell) / max(1, width - 2))


def _write(sheet: Worksheet, row: int, cells: Sequence[str | Decimal], look: Format) -> None:
    for at, cell in enumerate(cells):
        if isinstance(cell, Decimal):
            _write_number(sheet, row, at, cell, look)
        elif cell:
            sheet.write_string(row, at, cell, look)
        else:
            sheet.write_blank(row, at, None, look)


def _write_number(sheet: Worksheet, row: int, at: int, cell: Decimal, look: Format) -> None:
    """A number, or its digits as text where Excel would not keep them all."""
    if len(cell.as_tuple().digits) <= EXACT_DIGITS and abs(cell.adjusted()) < EXACT_DIGITS:
        sheet.write_number(row, at, float(cell), look)
    else:
        sheet.write_string(row, at, format(cell, "f").replace(".", ","), look)


def example(column: Column) -> str:
    """The example of a column as a person writes it: `6,25`."""
    counted = column.numeric or column.kind is Kind.MEASURE
    if counted:
        return column.example.replace(".", ",")
    return column.example


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
