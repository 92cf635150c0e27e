"""An export saved as .ods: every visible sheet, read in one walk over the XML of the file.

What LibreOffice repeats is spread out only as far as a sheet is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.gaya_ods import PembacaGayaOds
from lkipnb.exchange.lra.lembar import MOST_COLUMNS, TOO_WIDE, UNREADABLE, Lembar
from lkipnb.exchange.lra.lembar import Sel as Tempat
from lkipnb.exchange.lra.sel_ods import SelOds
from lkipnb.load.alamat import alamat_sel
from lkipnb.load.ditolak import BROKEN, SAVE_AS, TOO_MUCH, Ditolak
from lkipnb.load.paket import periksa_ods
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.load.tata import MOST_NAMED, Tata, memanggil_luar
from lkipnb.load.xlsx import LEADS_OUT, MOST_ROWS, TOO_MANY_ROWS, Rows, catatan_rumus

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0|"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0|"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0|"
MOST_CELLS = 2_000_000  # of a sheet once spread out
BROKEN_ODS = f"berkas .ods rusak atau berkata sandi; {SAVE_AS}"
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
_HIDDEN = ("collapse", "filter")
_COUNT = re.compile(r"[0-9]{1,7}")


def lembar_ods(path: Path) -> list[Lembar]:
    """The visible sheets.  Raises DataError when the file is not to be opened."""
    try:
        parts = periksa_ods(path, {OFFICE + "document-content": PembacaOds}).bagian
        content = parts.get("content.xml")
        if not isinstance(content, PembacaOds):
            raise Ditolak(BROKEN)
    except Ditolak as error:
        why = BROKEN_ODS if str(error) == BROKEN else str(error)
        raise DataError([Fault(path.name, None, None, None, why)]) from error
    return [_sheet(table) for table in content.tabel if table.tampak]


@dataclass
class Tabel:
    """A sheet as it comes by; `tata` holds what is known of its formulas."""

    nama: str
    tampak: bool
    rows: Rows = field(default_factory=list)
    menjorok: dict[Tempat, int] = field(default_factory=dict)
    garis: dict[int, int] = field(default_factory=dict)
    lebar: dict[Tempat, int] = field(default_factory=dict)
    tinggi: dict[Tempat, int] = field(default_factory=dict)
    rusak: dict[Tempat, str] = field(default_factory=dict)
    halangan: dict[str, str] = field(default_factory=dict)
    tersembunyi: list[int] = field(default_factory=list)
    kolom_tersembunyi: set[int] = field(default_factory=set)
    tata: Tata = field(default_factory=Tata)
    # By column the style of cells that name none, as far as the sheet is read.
    gaya_kolom: list[str] = field(default_factory=list)
    banyak_sel: int = 0

    def kolom(self, attributes: Mapping[str, str]) -> None:
        """One more column, or several that are alike."""
        first = len(self.gaya_kolom)
        last = min(first + _repeated(attributes, "columns"), MOST_COLUMNS)
        look = attributes.get(TABLE + "default-cell-style-name", "")
        self.gaya_kolom += [look] * (last - first)
        if attributes.get(TABLE + "visibility") in _HIDDEN:
            self.kolom_tersembunyi |= set(range(first, last))

    def baris(self, at: int, row: list[SelOds], times: int, level: int, is_hidden: bool) -> None:
        """A row that stands `times` times from `at` on."""
        last = _last_filled(row)
        if last < 0:
            return
        if at + times > MOST_ROWS:
            self.halangan[alamat_sel(MOST_ROWS + 1, 1)] = TOO_MANY_ROWS
            return
        self.banyak_sel += (last + 1) * times
        if self.banyak_sel > MOST_CELLS:
            raise Ditolak(TOO_MUCH)
        if last >= MOST_COLUMNS:
            self.halangan[alamat_sel(1, last + 1)] = TOO_WIDE
            return
        self.rows += [[] for _ in range(at - len(self.rows))]
        for number in range(at, at + times):
            self.rows.append(self._texts(number, row, last))
            if level:
                self.garis[number] = level
            if is_hidden:
                self.tersembunyi.append(number)

    def _texts(self, number: int, row: list[SelOds], last: int) -> list[str]:
        texts = [""] * (last + 1)
        for cell in row:
            if not cell.isi or cell.kolom > last:
                continue
            place = number, cell.kolom
            texts[cell.kolom] = self._text(cell, place)
            if cell.menjorok:
                self.menjorok[place] = cell.menjorok
            if cell.lebar > 1:
                self.lebar[place] = cell.lebar
            if cell.tinggi > 1:
                self.tinggi[place] = cell.tinggi
            if cell.rumus:
                self._formula(cell, alamat_sel(number + 1, cell.kolom + 1))
        return texts

    def _text(self, cell: SelOds, place: Tempat) -> str:
        try:
            return cell.teks()
        except TidakTerbaca as error:
            self.rusak[place] = str(error)
            return UNREADABLE

    def _formula(self, cell: SelOds, name: str) -> None:
        self.tata.banyak_rumus += 1
        if len(self.tata.rumus) < MOST_NAMED:
            self.tata.rumus.append(name)
        if memanggil_luar(cell.rumus):
            self.halangan.setdefault(name, LEADS_OUT)


class PembacaOds:
    """The sheets of a file as their elements come by."""

    def __init__(self) -> None:
        self.tabel: list[Tabel] = []
        self.gaya = PembacaGayaOds()
        self.open: Tabel | None = None
        self.nested = 0  # tables, comments and drawings that a cell or sheet holds
        self.at = self.column = self.level = 0
        self.times = 1
        self.is_hidden = self.is_inside = False
        self.row_style = ""
        self.row: list[SelOds] = []
        self.cell: SelOds | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.nested or name in _APART or (name == TABLE + "table" and self.open):
            self.nested += 1
        elif name == TABLE + "table":
            look = attributes.get(TABLE + "style-name", "")
            self.open = Tabel(attributes.get(TABLE + "name", ""), look not in self.gaya.tak_tampak)
            self.tabel.append(self.open)
            self.at = self.level = 0
        elif self.open is None:
            self.gaya.start(name, attributes)
        else:
            self._within(self.open, name, attributes)

    def _within(self, table: Tabel, name: str, attributes: Mapping[str, str]) -> None:
        if name in _CELLS:
            self._cell(table, attributes, is_covered=name == _CELLS[1])
        elif name == TABLE + "table-row":
            self.row, self.column = [], 0
            self.times = _repeated(attributes, "rows")
            self.is_hidden = attributes.get(TABLE + "visibility") in _HIDDEN
            self.row_style = attributes.get(TABLE + "default-cell-style-name", "")
        elif name == TABLE + "table-row-group":
            self.level += 1
        elif name == TABLE + "table-column":
            table.kolom(attributes)
        elif self.cell is not None:
            self._words(self.cell, name, attributes)

    def _cell(self, table: Tabel, attributes: Mapping[str, str], *, is_covered: bool) -> None:
        columns = table.gaya_kolom
        of_column = columns[self.column] if self.column < len(columns) else ""
        look = attributes.get(TABLE + "style-name") or self.row_style or of_column
        self.cell = SelOds(
            kolom=self.column,
            jenis=attributes.get(OFFICE + "value-type", ""),
            nilai=_value(attributes),
            rumus=attributes.get(TABLE + "formula", ""),
            menjorok=self.gaya.menjorok(look),
            lebar=_number(attributes.get(TABLE + "number-columns-spanned")),
            tinggi=_number(attributes.get(TABLE + "number-rows-spanned")),
            tertutup=is_covered,
            kali=_repeated(attributes, "columns"),
        )

    def _words(self, cell: SelOds, name: str, attributes: Mapping[str, str]) -> None:
        if name == TEXT + "p":
            self.is_inside = True
            cell.kata += [" "] if cell.kata else []
        elif name == TEXT + "s":
            cell.kata.append(" " * min(_number(attributes.get(TEXT + "c")), MOST_COLUMNS))
        elif name in (TEXT + "tab", TEXT + "line-break"):
            cell.kata.append(" ")

    def text(self, text: str) -> None:
        if self.cell is not None and self.is_inside and not self.nested:
            self.cell.kata.append(text)

    def end(self, name: str) -> None:
        if self.nested:
            self.nested -= 1
        elif self.open is None:
            self.gaya.end(name)
        elif name == TEXT + "p":
            self.is_inside = False
        elif name in _CELLS:
            self._end_of_cell()
        elif name == TABLE + "table-row":
            self.open.baris(self.at, self.row, self.times, self.level, self.is_hidden)
            self.at += self.times
        elif name == TABLE + "table-row-group":
            self.level -= 1
        elif name == TABLE + "table":
            self.open = None

    def _end_of_cell(self) -> None:
        cell = self.cell
        self.cell = None
        if cell is None:
            return
        # One column beyond the last that is read tells that a sheet is too wide.
        shown = min(cell.kali, MOST_COLUMNS + 1) if cell.isi else 0
        self.row += [cell.di(cell.kolom + right) for right in range(shown)]
        self.column += cell.kali


_APART = (
    OFFICE + "annotation",
    TABLE + "shapes",
    TABLE + "dde-links",
    TABLE + "tracked-changes",
    OFFICE + "forms",
)


def _sheet(table: Tabel) -> Lembar:
    return Lembar(
        nama=table.nama,
        rows=table.rows,
        menjorok=table.menjorok,
        garis=table.garis,
        lebar=table.lebar,
        tinggi=table.tinggi,
        rusak=table.rusak,
        rumus=catatan_rumus(table.nama, table.tata) if table.tata.rumus else "",
        halangan=table.halangan,
        baris_tersembunyi=table.tersembunyi,
        kolom_tersembunyi=frozenset(table.kolom_tersembunyi),
    )


def _last_filled(row: Iterable[SelOds]) -> int:
    """The column of the last cell that holds anything; -1 for an empty row."""
    return max((cell.kolom for cell in row if cell.isi), default=-1)


def _value(attributes: Mapping[str, str]) -> str:
    names = ("value", "date-value", "time-value", "boolean-value", "string-value")
    told: Iterator[str] = (attributes.get(OFFICE + name, "") for name in names)
    return next(filter(None, told), "")


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    return _number(attributes.get(f"{TABLE}number-{what}-repeated"))


def _number(told: str | None) -> int:
    if told and _COUNT.fullmatch(told):
        return max(int(told), 1)
    return 1
