"""Where the header of an export stands: the rows whose words name the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkipnb.exchange.lra.kolom import (
    ABAIKAN,
    PAGU,
    REALISASI,
    URAIAN,
    Kolom,
    Teks,
    dengan_sambungan,
    letak,
    pilih,
)
from lkipnb.exchange.lra.lembar import sel, terisi
from lkipnb.load.xlsx import Rows

HEIGHT = 3  # rows of a header at most
SEARCHED = 60  # rows among which the header is looked for
NEEDED = frozenset({URAIAN, PAGU, REALISASI})
_AMOUNT = re.compile(r"[0-9][0-9.,]{5,}")
_ORDINAL = re.compile(r"\(?([0-9]{1,2})")


@dataclass(frozen=True)
class Judul:
    """A header: its first row, the first row of data, and what each column holds (0 = the
    leftmost).
    """

    baris: int
    data: int
    kolom: Kolom
    teks: Teks

    def letak(self, isi: str) -> list[int]:
        """The columns that hold `isi`, from left to right."""
        return letak(self.kolom, isi)

    @property
    def banyak_macam(self) -> int:
        """How many kinds of columns it names."""
        return len(set(self.kolom.values()) - {ABAIKAN})


def cari(rows: Rows) -> Judul | None:
    """The header that names most kinds of columns; None when none has a name, a budget
    and its use.
    """
    return max(_candidates(rows), key=lambda judul: judul.banyak_macam, default=None)


def _candidates(rows: Rows) -> Iterator[Judul]:
    """Every header that could be meant: the lowest first, and of these the uppermost."""
    for height in range(1, HEIGHT + 1):
        for start in range(min(SEARCHED, len(rows))):
            judul = _read(rows, start, height)
            if judul is not None:
                yield judul


def _read(rows: Rows, start: int, height: int) -> Judul | None:
    block = rows[start : start + height]
    if len(block) < height or _is_no_header(block):
        return None
    width = max(map(len, rows[start : start + height + SEARCHED]))
    teks = {at: _heading(block, at) for at in range(width)}
    kolom = pilih(teks)
    if not set(kolom.values()) >= NEEDED:
        return None
    data = _first_data_row(rows, start + height)
    named = {at: heading for at, heading in teks.items() if heading}
    return Judul(start, data, dengan_sambungan(kolom, teks, rows[data:]), named)


def _is_no_header(block: Rows) -> bool:
    """A title is a single cell, and where an amount stands the lines have begun."""
    return len(terisi(block[0])) < 2 or any(_has_amount(row) for row in block)


def _has_amount(row: Sequence[str]) -> bool:
    return any(_AMOUNT.search(cell) for cell in row)


def _heading(block: Rows, at: int) -> str:
    """The words above a column from top to bottom."""
    words = " ".join(_word(block, depth, at) for depth in range(len(block)))
    return " ".join(words.split())


def _word(block: Rows, depth: int, at: int) -> str:
    """The cell; where it is empty above a filled one, that of the heading which spans both."""
    row = block[depth]
    below = block[depth + 1 :]
    cell = sel(row, at)
    if cell or not any(sel(each, at) for each in below):
        return cell
    before = terisi(row[:at])
    return before[-1] if before else ""


def _first_data_row(rows: Rows, start: int) -> int:
    """The first row below the header that does not only number the columns."""
    at = start
    while at < len(rows) and _numbers_columns(rows[at]):
        at += 1
    return at


def _numbers_columns(row: Sequence[str]) -> bool:
    """`1 2 3 4=3/2 5`: the row under a header that numbers its columns, or a blank one."""
    cells = terisi(row)
    if not cells:
        return True
    numbers = [_ordinal(cell) for cell in cells]
    first = numbers[0]
    if first is None or len(numbers) < 3:
        return False
    return numbers == list(range(first, first + len(numbers)))


def _ordinal(cell: str) -> int | None:
    match = _ORDINAL.match(cell)
    return int(match[1]) if match else None
