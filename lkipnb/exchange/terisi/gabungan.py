"""Merged cells of a table.

Down a column of codes or words they say the same for each of their rows; of one number for several
rows, or of one cell for several columns, nobody knows what each of them is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lkipnb.exchange.terisi.catatan import Catatan
from lkipnb.exchange.terisi.kepala import Kepala
from lkipnb.load.alamat import nomor_kolom
from lkipnb.load.buku import Lembar, Tempat
from lkipnb.schemas import Column, Kind, Table

Isi = TypeVar("Isi")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_REPEATED = "sel gabungan; isinya dipakai untuk setiap barisnya"
_NOT_REPEATED = (
    "sel digabung; pisahkan (Unmerge Cells), lalu isi setiap baris dengan angkanya sendiri"
)
_ACROSS = "sel digabung melewati beberapa kolom; pisahkan (Unmerge Cells), lalu isi setiap kolom"


@dataclass(frozen=True)
class Gabungan:
    """A merged area: its name, and its first and last rows and columns."""

    nama: str
    awal: Tempat
    akhir: Tempat

    def baris(self) -> range:
        return range(self.awal[0], self.akhir[0] + 1)

    def kolom(self, head: Kepala) -> list[str]:
        """The columns of the table that it covers."""
        span = range(self.awal[1], self.akhir[1] + 1)
        return [name for name, at in head.kolom.items() if at in span]


@dataclass
class Ulangan:
    """What is told of areas that repeat a word, why others cannot be read, by their first cell, and
    the columns and rows that these cover.
    """

    catatan: list[Catatan] = field(default_factory=list)
    ditolak: dict[Tempat, str] = field(default_factory=dict)
    tertutup: set[tuple[int, str]] = field(default_factory=set)


def ulangi(sheet: Lembar, head: Kepala, table: Table) -> Ulangan:
    """Fill each merged area that repeats a word down its rows."""
    found = Ulangan()
    for area in _below(sheet, head):
        columns = [table[name] for name in area.kolom(head)]
        if not columns or not sheet.berisi(*area.awal):
            continue
        reason = _reason(area, columns, table)
        if reason:
            found.ditolak[area.awal[0], head.kolom[columns[0].name]] = reason
            found.tertutup |= {(row, column.name) for row in area.baris() for column in columns}
        elif area.akhir[0] > area.awal[0]:
            _fill(sheet, area)
            found.catatan.append(Catatan(sheet.nama, f"sel {area.nama}", _REPEATED))
    return found


def _below(sheet: Lembar, head: Kepala) -> Iterator[Gabungan]:
    """The areas from top to bottom that lie below the header."""
    areas = [_area(name) for name in sheet.tata.gabungan]
    known = [area for area in areas if area is not None and area.awal[0] > head.baris]
    yield from sorted(known, key=lambda area: area.awal)


def _area(name: str) -> Gabungan | None:
    match = _AREA.fullmatch(name)
    if match is None:
        return None
    first = (int(match[2]), nomor_kolom(match[1]))
    return Gabungan(name, first, (int(match[4]), nomor_kolom(match[3])))


def _reason(area: Gabungan, columns: list[Column], table: Table) -> str | None:
    """Why an area cannot be read, if it cannot."""
    if len(columns) > 1:
        return _ACROSS
    is_number = columns[0].numeric or columns[0].kind is Kind.MEASURE
    is_amount = is_number and columns[0].name not in table.key
    if is_amount and area.akhir[0] > area.awal[0]:
        return _NOT_REPEATED
    return None


def _fill(sheet: Lembar, area: Gabungan) -> None:
    """The first cell of an area into the rows below it, in its column."""
    row, column = area.awal
    text = sheet.sel(row, column)
    last = min(area.akhir[0], len(sheet.baris))
    for number in range(row + 1, last + 1):
        _put(sheet, number, column, text)
        _repeat(sheet.tanggal, area.awal, number)
        _repeat(sheet.tak_terbaca, area.awal, number)
        if (row, column) in sheet.bilangan:
            sheet.bilangan.add((number, column))


def _repeat(known: dict[Tempat, Isi], first: Tempat, row: int) -> None:
    if first in known:
        known[row, first[1]] = known[first]


def _put(sheet: Lembar, row: int, column: int, text: str) -> None:
    cells = sheet.baris[row - 1]
    cells += [""] * (column - len(cells))
    cells[column - 1] = text
