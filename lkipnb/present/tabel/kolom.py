"""What a table is declared with: its columns, its rows, and all that stands around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lkipnb.model import kolom
from lkipnb.present.format import KOSONG
from lkipnb.present.tabel.data import Peran

# The cells of a row by the names of their columns: each column knows the kind of its own values.
Row = Mapping[str, Any]
Tampil = Callable[[Any], str]
JUMLAH: Peran = "jumlah"  # the role of a row of totals


def isi(row: object, **lain: object) -> Row:
    """The values of a typed row by their columns; `lain` beside them or instead of them."""
    return {**kolom(row), **lain}


def apa_adanya(value: object) -> str:
    """A text as it stands; nothing for nothing."""
    if value is None:
        return ""
    return str(value)


def atau_kosong(tampil: Tampil) -> Tampil:
    """The same form, but a dash where there is no value."""
    return lambda value: KOSONG if value is None else tampil(value)


def nol_kosong(tampil: Tampil) -> Tampil:
    """The same form, but a dash for zero, as in tables of counts."""
    return lambda value: KOSONG if value == 0 else tampil(value)


def bila_ada(tampil: Tampil) -> Tampil:
    """The same form, but nothing where there is no value."""
    return lambda value: "" if value is None else tampil(value)


@dataclass(frozen=True)
class Kolom:
    """A column: the name of its value, its heading, its width in percent of an upright page, its
    form.

    `dari` forms the cell from the whole row instead of from its value, for a number whose unit
    stands beside it.  `utuh` keeps a code on one line.  `payung` is a heading above this one and
    its neighbours of the same.  A column without width is not shown and stands in the CSV only.
    """

    nama: str
    judul: str
    lebar: float
    tampil: Tampil = apa_adanya
    angka: bool = False
    kepala: bool = False
    utuh: bool = False
    payung: str = ""
    dari: Callable[[Row], str] | None = None

    def sel(self, row: Row) -> str:
        """The cell of this column as shown."""
        if self.dari:
            return self.dari(row)
        return self.tampil(row.get(self.nama))


@dataclass(frozen=True)
class Baris:
    """A row: its values by column, its group, and its role (`jumlah`, `menjorok`, `program`)."""

    isi: Row
    grup: str = ""
    peran: Peran = ""


@dataclass(frozen=True)
class Sajian:
    """A table as its module declares it: title, columns, rows, source and notes.

    A table of one sasaran leaves the number of the sasaran out of its title: whoever shows the
    table adds it.
    """

    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    sumber: str = ""
    catatan: tuple[str, ...] = ()
