"""A sheet of an export as a grid of texts, with what its layout tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkipnb.errors import DataError, Fault
from lkipnb.load.alamat import huruf_kolom, nomor_kolom
from lkipnb.load.xlsx import Rows

LONGEST_LETTERS = 3  # of a column
MOST_COLUMNS = 400
TOO_WIDE = f"lembar lebih lebar dari {MOST_COLUMNS} kolom; hapus yang tidak perlu, lalu ulangi"
UNREADABLE = "#?"  # what stands in the grid for a cell that cannot be read

SHARED = (
    "sel ini digabung atas baris {}, jadi tidak jelas bagian tiap baris; pisahkan selnya, lalu isi"
    " setiap baris"
)

Sel = tuple[int, int]  # row and column of a cell, both from 0


@dataclass(frozen=True)
class Lembar:
    """The rows of a sheet, row 1 first, and what stands beside its texts.

    `menjorok` are Excel's own indents of cells, `garis` the outline levels of rows, `lebar` how
    many columns a heading is merged over, `tinggi` how many rows a cell is merged over; `rusak`
    says of a cell why it cannot be read.  `naskah` says that separators in a text make the columns,
    `rumus` which cells count by the value of a formula, `halangan` of a cell why no reading of the
    sheet can be trusted.  Rows and columns count from 0.
    """

    nama: str
    rows: Rows
    menjorok: Mapping[Sel, int] = field(default_factory=dict)
    garis: Mapping[int, int] = field(default_factory=dict)
    lebar: Mapping[Sel, int] = field(default_factory=dict)
    tinggi: Mapping[Sel, int] = field(default_factory=dict)
    rusak: Mapping[Sel, str] = field(default_factory=dict)
    naskah: bool = False
    rumus: str = ""
    halangan: Mapping[str, str] = field(default_factory=dict)
    baris_tersembunyi: Sequence[int] = ()
    kolom_tersembunyi: frozenset[int] = frozenset()

    def bersama(self, rows: Collection[int], columns: Collection[int]) -> Iterator[tuple[Sel, str]]:
        """The filled cells of `columns` that are merged over several of `rows`, and why a number
        there cannot be read.
        """
        ordered = sorted(rows)
        used = [place for place in self.tinggi if place[1] in columns]
        filled = [(at, column) for at, column in used if sel(self._row(at), column)]
        for at, column in sorted(filled):
            first = bisect_left(ordered, at)
            over = ordered[first : bisect_left(ordered, at + self.tinggi[at, column])]
            if len(over) > 1:
                yield (at, column), SHARED.format(f"{over[0] + 1} sampai {over[-1] + 1}")

    def _row(self, at: int) -> Sequence[str]:
        """A row; empty below the last one."""
        return self.rows[at] if at < len(self.rows) else ()

    def utuh(self, where: str) -> None:
        """Raises DataError when no reading of the sheet can be trusted."""
        if self.halangan:
            told = self.halangan.items()
            raise DataError(Fault(where, None, f"sel {cell}", None, why) for cell, why in told)


def sel(row: Sequence[str], at: int) -> str:
    """A cell without the spaces around it; empty beyond the end of the row."""
    if at < len(row):
        return row[at].strip()
    return ""


def terisi(row: Sequence[str]) -> list[str]:
    """The cells that hold anything, from left to right, without the spaces around them."""
    cells = (cell.strip() for cell in row)
    return [cell for cell in cells if cell]


def kata(row: Sequence[str]) -> str:
    """All words of a row, with one space between them."""
    return " ".join(" ".join(row).split())


def huruf(at: int) -> str:
    """The letter of a column, `A` for 0."""
    return huruf_kolom(at + 1)


def tempat(letters: str) -> int | None:
    """The place of a column from its letters, 0 for `A`; None for what is none."""
    bare = letters.strip().upper()
    if not bare.isascii() or not bare.isalpha() or len(bare) > LONGEST_LETTERS:
        return None
    return nomor_kolom(bare) - 1
