"""An export that is a web page, though its name says .xls: the tables of the page."""

from __future__ import annotations

from html.parser import HTMLParser

from lkipnb.exchange.lra.lembar import Lembar, Sel
from lkipnb.load.xlsx import Rows

CELLS = ("td", "th")
MOST_SPAN = 100  # columns or rows that one cell is believed to cover


def lembar_laman(text: str, file: str) -> list[Lembar]:
    """Each table of a page that holds anything; tables within a table count on their own."""
    reader = _Pembaca()
    reader.feed(text)
    reader.close()
    filled = [table for table in reader.tables if table.rows]
    if _is_one(filled):
        rows = [row for table in filled[1:] for row in table.rows[1:]]
        whole = [*filled[0].rows, *rows]
        return [Lembar(file, whole, lebar=filled[0].lebar, tinggi=filled[0].tinggi)]
    sheets = []
    for number, table in enumerate(reader.tables, start=1):
        name = file if len(reader.tables) == 1 else f"tabel {number}"
        sheets.append(Lembar(name, table.rows, lebar=table.lebar, tinggi=table.tinggi))
    return [sheet for sheet in sheets if sheet.rows]


def _is_one(tables: list[_Tabel]) -> bool:
    """Whether several tables are one that the page has parted, say by programme: all begin with the
    same header of several columns.
    """
    heads = [table.rows[0] for table in tables]
    return len(heads) > 1 and len(heads[0]) > 1 and all(head == heads[0] for head in heads)


class _Tabel:
    """A table as it comes by; what a cell covers below it stays empty."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self.lebar: dict[Sel, int] = {}
        self.tinggi: dict[Sel, int] = {}
        self.covered: set[Sel] = set()

    def row(self) -> None:
        self.rows.append([])

    def cell(self, columns: int, rows: int) -> None:
        if not self.rows:
            self.row()
        row = self.rows[-1]
        at = len(self.rows) - 1
        while (at, len(row)) in self.covered:
            row.append("")
        place = len(row)
        self.covered |= {
            (at + down, place + right) for down in range(1, rows) for right in range(columns)
        }
        if columns > 1:
            self.lebar[at, place] = columns
        if rows > 1:
            self.tinggi[at, place] = rows
        row += [""] * columns
        self.open = (at, place)

    def text(self, data: str) -> None:
        at, place = self.open
        joined = f"{self.rows[at][place]}{data}"
        self.rows[at][place] = " ".join(joined.split("\n")).rstrip("\r")


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Tabel] = []
        self.stack: list[_Tabel] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.stack.append(_Tabel())
            self.tables.append(self.stack[-1])
        elif tag == "tr" and self.stack:
            self.stack[-1].row()
        elif tag in CELLS and self.stack:
            told = dict(attrs)
            self.stack[-1].cell(_span(told.get("colspan")), _span(told.get("rowspan")))
            self.inside = True
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS:
            self.inside = False
        elif tag == "table" and self.stack:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.inside and self.stack:
            self.stack[-1].text(data)


def _span(told: str | None) -> int:
    if told is None or not told.isascii() or not told.isdigit():
        return 1
    return min(max(int(told), 1), MOST_SPAN)
