"""The header of a table: the row that holds its columns, and which column each of them is.

Columns are found by their headings, wherever they stand.  A heading that was deleted is known by
the meaning that the form prints below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lkipnb.exchange.form import EXAMPLE, MARK, MEANING, meaning
from lkipnb.exchange.terisi.ejaan import sama, satu_baris
from lkipnb.load.alamat import huruf_kolom
from lkipnb.load.buku import Lembar
from lkipnb.schemas import Column, Table

MOST_ABOVE = 10  # rows in which a header is looked for
_UNIT_WORDS = re.compile(r"-(?:rp|persen)$")
_IN_BRACKETS = re.compile(r"[(\[][^)\]]{0,200}[)\]]")
_ASIDE = re.compile(r"[.:;*]+")


@dataclass
class Kepala:
    """Where the columns of a table stand: `kolom` by name, `tanda` the column of the marks.

    `asing` are the other columns that hold anything, each with its heading; `hilang` the columns
    that have no place, `ganda` those that have several; `bertukar` those whose heading stands above
    the meaning of another, with that other.
    """

    baris: int = 0
    kolom: dict[str, int] = field(default_factory=dict)
    tanda: int = 0
    asing: dict[int, str] = field(default_factory=dict)
    hilang: list[Column] = field(default_factory=list)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    bertukar: dict[str, str] = field(default_factory=dict)
    lain: dict[int, str] = field(default_factory=dict)

    @property
    def ada(self) -> bool:
        return bool(self.kolom)


def kepala(sheet: Lembar, table: Table) -> Kepala:
    """The header of `table` in a sheet; without columns when no row is one."""
    row = _row(sheet, table)
    if not row:
        return Kepala(hilang=list(table.columns))
    headings = _headings(sheet, row)
    found = Kepala(row)
    for column in table.columns:
        _place(found, column, _candidates(column, headings))
    found.tanda = _marks(sheet, row, headings)
    _by_meaning(found, sheet, table)
    found.bertukar = dict(_exchanged(found, sheet, table))
    taken = {*found.kolom.values(), found.tanda}
    found.hilang = [column for column in table.columns if column.name not in found.kolom]
    found.asing = {at: headings.get(at, "") for at in _filled(sheet, row) if at not in taken}
    return found


def cocok(sheet: Lembar, table: Table) -> int:
    """How many columns of a table a sheet names in its header; 0 unless it names all that it
    needs.
    """
    found = kepala(sheet, table)
    lacking = [column for column in found.hilang if not column.tambahan]
    if lacking:
        return 0
    return len(found.kolom)


def _row(sheet: Lembar, table: Table) -> int:
    """The row with the most headings of the table, the first of several; 0 without any."""
    numbers = range(1, min(MOST_ABOVE, len(sheet.baris)) + 1)
    counts = {number: _matches(sheet, number, table) for number in numbers}
    best = max(counts.values(), default=0)
    if best < _least(table):
        return 0
    return next(number for number, count in counts.items() if count == best)


def _least(table: Table) -> int:
    """How many headings make a header: most of what the table needs, for a word may stand
    anywhere.
    """
    needed = [column for column in table.columns if not column.optional]
    return max(1, (len(needed) + 1) // 2)


def _matches(sheet: Lembar, number: int, table: Table) -> int:
    headings = _headings(sheet, number)
    return sum(1 for column in table.columns if _candidates(column, headings))


def _headings(sheet: Lembar, number: int) -> dict[int, str]:
    cells = sheet.baris[number - 1]
    return {at: satu_baris(cell) for at, cell in enumerate(cells, start=1) if cell}


def _candidates(column: Column, headings: dict[int, str]) -> list[int]:
    """The columns with this very heading, else those that spell it another way."""
    exact = [at for at, heading in headings.items() if heading == column.name]
    if exact:
        return exact
    same = [at for at, heading in headings.items() if _bare(heading) == sama(column.name)]
    if same:
        return same
    short = _without_unit(sama(column.name))
    return [at for at, heading in headings.items() if _without_unit(_bare(heading)) == short]


def _bare(heading: str) -> str:
    """`Pagu_Rp (Rp)` as `pagu-rp`."""
    return sama(_ASIDE.sub("", _IN_BRACKETS.sub("", heading)))


def _without_unit(name: str) -> str:
    return _UNIT_WORDS.sub("", name)


def _place(found: Kepala, column: Column, places: Sequence[int]) -> None:
    if places:
        found.kolom[column.name] = places[0]
    if len(places) > 1:
        found.ganda[column.name] = list(places)


def _marks(sheet: Lembar, row: int, headings: dict[int, str]) -> int:
    """The column of the marks: by its heading, else by the marks; 0 when it was taken out."""
    for at, heading in headings.items():
        if heading == MARK:
            return at
    below = sheet.baris[row : row + 2]
    for cells in below:
        for at, cell in enumerate(cells, start=1):
            if sama(cell) in (MEANING, EXAMPLE):
                return at
    return 0


def _by_meaning(found: Kepala, sheet: Lembar, table: Table) -> None:
    """Places for columns whose heading is gone, by what stands below it."""
    for column in table.columns:
        if column.name in found.kolom:
            continue
        wanted = sama(meaning(column))
        places = _places_of(wanted, sheet.baris[found.baris : found.baris + 1])
        free = [at for at in places if at not in found.kolom.values()]
        if len(free) == 1:
            found.kolom[column.name] = free[0]
            found.lain[free[0]] = column.name


def _exchanged(found: Kepala, sheet: Lembar, table: Table) -> Iterator[tuple[str, str]]:
    """Headings that a person exchanged, leaving what the form prints below them.

    Two columns may mean the same (`tercetak_1`, `tercetak_2`): that says nothing of their headings.
    """
    meanings = {column.name: sama(meaning(column)) for column in table.columns}
    owners = {told: name for name, told in meanings.items()}
    for name, at in found.kolom.items():
        told = sama(sheet.sel(found.baris + 1, at))
        if told in owners and told != meanings[name]:
            yield name, owners[told]


def _places_of(wanted: str, rows: Iterable[Sequence[str]]) -> list[int]:
    return [at for row in rows for at, cell in enumerate(row, start=1) if sama(cell) == wanted]


def _filled(sheet: Lembar, row: int) -> list[int]:
    """The columns that hold anything below a header."""
    filled: set[int] = set()
    for number in range(row + 1, len(sheet.baris) + 1):
        filled.update(at for at, cell in enumerate(sheet.baris[number - 1], start=1) if cell)
    special = (*sheet.tanggal, *sheet.tak_terbaca)
    filled.update(column for number, column in special if number > row)
    return sorted(filled)


def huruf(columns: Iterable[int]) -> str:
    return ", ".join(map(huruf_kolom, columns))
