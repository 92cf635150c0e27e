"""The report as a spreadsheet: a list of contents, and every numbered table on a sheet of its own.

Figures are numbers; where the sheet holds what a figure is reckoned from, it is a formula with its
value beside it.  Every other cell is text and never a formula.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from lkipnb.asal import Ungkapan, baca
from lkipnb.present.tabel.data import Lajur, Larik, Sel, Tabel
from lkipnb.report.bentuk_angka import bentuk
from lkipnb.report.document import Document
from lkipnb.report.opening import date
from lkipnb.report.rumus_lembar import Tempat, rumus

if TYPE_CHECKING:
    from xlsxwriter import Workbook as Book
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
A4 = 9
CONTENTS = "Daftar Tabel"
HEAD_ROW = 2  # below the title and an empty line
UPRIGHT, WIDE = 95.0, 140.0  # the width of all columns, in letters
LEAST = 6.0  # letters
WORDS_FOLD = 1.15  # a word that does not fit leaves the rest of its line empty
LINE_HEIGHT = 14.0  # points
_BASE = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_LINE = {"text_wrap": True, "border": 1, "border_color": "#b8c4c6"}
_LOOKS: dict[str, dict[str, object]] = {
    "judul": {"bold": True, "font_size": 13},
    "kepala": _LINE | {"bold": True, "bg_color": "#dfe9ea", "valign": "vcenter"},
    "grup": _LINE | {"bold": True, "bg_color": "#eef3f3"},
    "catatan": {"text_wrap": True, "italic": True, "font_color": "#55636e"},
    "tautan": {"font_color": "#0b5563", "underline": 1},
    "": _LINE,
    "program": _LINE | {"bold": True},
    "jumlah": _LINE | {"bold": True, "bg_color": "#eef3f3"},
    "menjorok": _LINE | {"indent": 1},
    "menjorok-2": _LINE | {"indent": 2},
    "menjorok-3": _LINE | {"indent": 3},
    "konsep": {"bold": True, "font_color": "#a01c1c", "font_size": 12},
}


def spreadsheet(document: Document) -> bytes:
    """The XLSX file; the same document gives the same bytes."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties(_properties(document))
        looks = _Looks(book)
        tables = [document.blok[entry.id] for entry in document.tabel if entry.id in document.blok]
        _contents(book.add_worksheet(CONTENTS), document, tables, looks)
        for table in tables:
            _Lembar(book, book.add_worksheet(table.nomor), table, looks, document).write()
    return out.getvalue()


def _properties(document: Document) -> dict[str, object]:
    made = datetime.datetime.combine(date(document), datetime.time())
    author = document.cover.instansi if document.cover else ""
    return {"title": document.title, "author": author, "created": made}


def _notice(document: Document) -> str:
    return document.cover.kepala_halaman if document.cover else ""


@dataclass
class _Looks:
    """The looks of cells, each made once a book."""

    book: Book
    made: dict[tuple[str, bool, str], Format] = field(default_factory=dict)

    def look(self, nama: str, kanan: bool = False, kode: str = "@") -> Format:
        key = (nama, kanan, kode)
        if key not in self.made:
            side = {"align": "right"} if kanan else {}
            own = _BASE | _LOOKS[nama] | side | {"num_format": kode}
            self.made[key] = self.book.add_format(own)
        return self.made[key]


def _contents(sheet: Worksheet, document: Document, tables: list[Tabel], looks: _Looks) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, document.title, looks.look("judul"))
    sheet.write_string(1, 0, _notice(document), looks.look("konsep"))
    for row, table in enumerate(tables, start=3):
        target = f"internal:'{table.nomor}'!A1"
        sheet.write_url(row, 0, target, looks.look("tautan"), table.nomor)
        sheet.write_string(row, 1, table.judul, looks.look(""))
    _for_print(sheet, document, landscape=False)


def _for_print(sheet: Worksheet, document: Document, landscape: bool) -> None:
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    head = _notice(document) or document.title
    sheet.set_header("&C" + head.replace("&", "&&")[:200])
    sheet.set_footer("&L&A&RHalaman &P dari &N")


@dataclass
class _Lembar:
    """The sheet of a table."""

    book: Book
    sheet: Worksheet
    table: Tabel
    looks: _Looks
    document: Document

    @cached_property
    def first(self) -> int:
        """The first row below the head."""
        return HEAD_ROW + (2 if self.table.berpayung else 1)

    @cached_property
    def lines(self) -> list[str | Larik]:
        """What stands below the head: the name of a group, or a row."""
        made: list[str | Larik] = []
        for group, rows in self.table.kelompok.items():
            made += [group] if group else []
            made += rows
        return made

    @cached_property
    def places(self) -> dict[tuple[int, int], Tempat]:
        """The figures by row and column."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        found = {}
        for row, line in enumerate(self.lines, start=self.first):
            if isinstance(line, str):
                continue
            for column, (_, cell) in enumerate(self.table.sel(line)):
                if cell.angka and cell.isi and cell.asal:
                    address = xl_rowcol_to_cell(row, column)
                    found[row, column] = Tempat(address, Decimal(cell.isi), baca(cell.asal))
        return found

    @cached_property
    def figures(self) -> dict[Ungkapan, Tempat]:
        return {place.asal: place for place in reversed(self.places.values())}

    def write(self) -> None:
        title = f"{self.table.nomor} {self.table.judul}"
        self.sheet.write_string(0, 0, title, self.looks.look("judul"))
        self._widths()
        self._head()
        for row, line in enumerate(self.lines, start=self.first):
            self._line(row, line)
        self._notes(self.first + len(self.lines) + 1)
        self._name()
        self.sheet.freeze_panes(self.first, 0)
        self.sheet.repeat_rows(HEAD_ROW, self.first - 1)
        _for_print(self.sheet, self.document, self.table.lanskap)

    @cached_property
    def widths(self) -> list[float]:
        """The width of each column, in letters."""
        whole = WIDE if self.table.lanskap else UPRIGHT
        return [max(LEAST, lajur.lebar * whole / 100) for lajur in self.table.tampak]

    def _widths(self) -> None:
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)

    def _height(self, row: int, texts: list[str], widths: list[float]) -> None:
        """Room for the longest text: not every program reckons it by itself."""
        pairs = zip(texts, widths, strict=True)
        lines = max(ceil(len(text) * WORDS_FOLD / width) for text, width in pairs)
        self.sheet.set_row(row, LINE_HEIGHT * max(1, lines))

    def _head(self) -> None:
        titles = [lajur.judul for lajur in self.table.tampak]
        self._height(self.first - 1, titles, self.widths)
        at = 0
        for shared, columns in self.table.kepala:
            self._heading(at, shared, columns)
            at += len(columns)

    def _heading(self, at: int, shared: str, columns: list[Lajur]) -> None:
        lowest = self.first - 1
        if not shared:
            self._merged((HEAD_ROW, at, lowest, at), columns[0].judul, "kepala")
            return
        self._merged((HEAD_ROW, at, HEAD_ROW, at + len(columns) - 1), shared, "kepala")
        for column, lajur in enumerate(columns, start=at):
            self.sheet.write_string(lowest, column, lajur.judul, self.looks.look("kepala"))

    def _merged(self, area: tuple[int, int, int, int], text: str, nama: str) -> None:
        look = self.looks.look(nama)
        if area[:2] != area[2:]:
            self.sheet.merge_range(*area, "", look)
        self.sheet.write_string(*area[:2], text, look)

    def _line(self, row: int, line: str | Larik) -> None:
        if isinstance(line, str):
            self._merged((row, 0, row, len(self.table.tampak) - 1), line, "grup")
            return
        cells = [cell.teks for _, cell in self.table.sel(line)]
        self._height(row, cells, self.widths)
        for column, (lajur, cell) in enumerate(self.table.sel(line)):
            indented = line.peran.startswith("menjorok") and column != 1
            self._cell(row, column, cell, (lajur, "" if indented else line.peran))

    def _cell(self, row: int, column: int, cell: Sel, kind: tuple[Lajur, str]) -> None:
        lajur, role = kind
        if not (cell.angka and cell.isi and cell.teks):
            self.sheet.write_string(row, column, cell.teks, self.looks.look(role, lajur.angka))
            return
        value = Decimal(cell.isi)
        look = self.looks.look(role, lajur.angka, bentuk(cell.teks, value))
        place = self.places.get((row, column))
        formula = rumus(place, self.figures) if place else ""
        if formula:
            self.sheet.write_formula(row, column, formula, look, float(value))
        else:
            self.sheet.write_number(row, column, float(value), look)

    def _notes(self, row: int) -> None:
        source = [f"Sumber: {self.table.sumber}"] if self.table.sumber else []
        for at, text in enumerate([*self.table.catatan, *source], start=row):
            self._merged((at, 0, at, len(self.widths) - 1), text, "catatan")
            self._height(at, [text], [sum(self.widths)])

    def _name(self) -> None:
        """The rows under their head as a range with the name of the table."""
        from xlsxwriter.utility import xl_range_abs

        last = self.first + len(self.lines) - 1
        area = xl_range_abs(self.first - 1, 0, last, len(self.table.tampak) - 1)
        name = f"tabel_{self.table.kunci.replace('-', '_')}"
        self.book.define_name(name, f"='{self.table.nomor}'!{area}")
