"""The Excel form of one agency and year, made from the schemas, filled with what is known.

One sheet per table.  Row 1 holds the names of the columns, row 2 what they mean, row 3 an example
in grey; both are marked in column A and passed over on import.  Data start in row 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from lkipnb.model import Profil, fields
from lkipnb.schemas import PROSE, YEAR_TABLES, Column, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

MARK, MEANING, EXAMPLE = "#", "keterangan", "contoh"
PROFILE_SHEET, PROSE_SHEET = "profil", "narasi"
SOURCES = "sumber"  # the group of the profile that names a source for each table
FIRST_ROW = 4
LAST_LISTED_ROW = 2000
LINE_HEIGHT, MOST_LINES = 15.0, 12  # points
PROFILE_COLUMNS = ("isian", "nilai", "keterangan")
PROSE_COLUMNS = ("nama", "teks", "keterangan")
IDENTITY = {
    "opd": "Nama folder instansi: huruf kecil, angka, tanda hubung",
    "tahun": "Tahun anggaran",
}

Cells = Sequence[Sequence[str]]
Flat = Mapping[str, str]


def form(tables: Mapping[str, Cells], profile: Flat, prose: Flat) -> bytes:
    """The form as an XLSX file: `tables` by name, each a list of rows in the order of its columns.

    `profile` maps dotted fields of `profil.yaml`, with `opd` and `tahun`, to their text; `prose`
    maps names of `narasi/` to Markdown.  Every cell is written as text.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        looks = _looks(book)
        _pairs(
            book,
            looks,
            PROFILE_SHEET,
            PROFILE_COLUMNS,
            profile,
            IDENTITY | fields(Profil),
            (30, 60, 80),
        )
        for table in YEAR_TABLES.values():
            _table(book, looks, table, tables.get(table.name, ()))
        _pairs(
            book,
            looks,
            PROSE_SHEET,
            PROSE_COLUMNS,
            dict.fromkeys(PROSE, "") | prose,
            PROSE,
            (24, 110, 50),
        )
    return out.getvalue()


def _looks(book: Book) -> dict[str, object]:
    text = {"num_format": "@", "valign": "top", "text_wrap": True, "font_size": 10}
    return {
        "judul": book.add_format(
            {**text, "bold": True, "bg_color": "#0b5563", "font_color": "#ffffff"}
        ),
        "keterangan": book.add_format(
            {**text, "italic": True, "font_color": "#55636e", "bg_color": "#eef3f3"}
        ),
        "contoh": book.add_format({**text, "font_color": "#8a949a", "bg_color": "#f3f3f3"}),
        "isi": book.add_format(text),
    }


def _table(book: Book, looks: Mapping[str, object], table: Table, rows: Cells) -> None:
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(FIRST_ROW - 1, 1)
    sheet.set_column(0, 0, 11, looks["isi"])
    widths = [max(14, min(48, len(column.example) + 6)) for column in table.columns]
    _write(sheet, 0, [MARK, *table.names], looks["judul"])
    _write(
        sheet, 1, [MEANING, *(_meaning(column) for column in table.columns)], looks["keterangan"]
    )
    _write(sheet, 2, [EXAMPLE, *(column.example for column in table.columns)], looks["contoh"])
    sheet.set_row(1, _height([_meaning(column) for column in table.columns], widths))
    sheet.set_row(2, _height([column.example for column in table.columns], widths))
    for number, row in enumerate(rows, start=FIRST_ROW - 1):
        sheet.set_row(number, _height(row, widths))
        _write(sheet, number, ["", *row], looks["isi"])
    for at, column in enumerate(table.columns, start=1):
        sheet.set_column(at, at, widths[at - 1], looks["isi"])
        sheet.write_comment(0, at, _meaning(column))
        if column.choices:
            choices = {"validate": "list", "source": list(column.choices), "error_title": "Pilihan"}
            sheet.data_validation(FIRST_ROW - 1, at, LAST_LISTED_ROW, at, choices)


def _pairs(
    book: Book,
    looks: Mapping[str, object],
    name: str,
    columns: Sequence[str],
    content: Flat,
    meaning: Flat,
    widths: Sequence[int],
) -> None:
    """A sheet of names, their content, and what belongs there."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    _write(sheet, 0, columns, looks["judul"])
    for number, pair in enumerate(content.items(), start=1):
        _write(sheet, number, pair, looks["isi"])
        sheet.write_string(number, len(pair), meaning.get(pair[0], ""), looks["keterangan"])
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width, looks["isi"])


def _height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row whose texts are folded, for not every program finds it by itself."""
    folded = (
        -(-len(cell) // max(1, width - 2))
        for cell, width in zip(cells, widths, strict=False)
        if cell
    )
    return LINE_HEIGHT * min(MOST_LINES, max(folded, default=1))


def _write(sheet: Worksheet, row: int, cells: Sequence[str], look: object) -> None:
    for at, cell in enumerate(cells):
        sheet.write_string(row, at, cell, look) if cell else sheet.write_blank(row, at, None, look)


def _meaning(column: Column) -> str:
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


def flat_profile(opd: str, tahun: int, profil: Profil | None) -> dict[str, str]:
    """The profile as dotted fields; without one, every field empty, lists as `a; b`."""
    told = {"opd": opd, "tahun": str(tahun)}
    if profil is None:
        return told | dict.fromkeys(typed_fields(), "")
    return (
        told
        | {name: _value(profil, name) for name in typed_fields()}
        | {f"{SOURCES}.{name}": text for name, text in profil.sumber.items()}
    )


def typed_fields() -> list[str]:
    """The fields that a planner fills; the sources follow by name."""
    return [name for name in fields(Profil) if name != SOURCES]


def _value(profil: Profil, dotted: str) -> str:
    value: object = profil
    for name in dotted.split("."):
        value = getattr(value, name, None)
    if value is None:
        return ""
    return "; ".join(value) if isinstance(value, tuple) else str(value)
