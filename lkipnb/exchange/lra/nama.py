"""The names of an export: joined over columns and rows, and how far they stand in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lkipnb.exchange.lra.baris import Baris, Dilewati
from lkipnb.exchange.lra.lembar import Lembar, kata, sel

COLUMN_DEPTH = 2  # spaces that a column further right, or one indent of Excel, counts for
_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class Nama:
    """A name, and how many spaces it stands in."""

    teks: str
    menjorok: int


def nama_di(row: Sequence[str], places: Sequence[int]) -> Nama:
    """The name of a row, joined over its columns."""
    filled = [at for at in places if sel(row, at)]
    if not filled:
        return Nama("", 0)
    first = row[filled[0]]
    spaces = len(first) - len(first.lstrip())
    depth = (filled[0] - places[0]) * COLUMN_DEPTH + spaces
    return Nama(kata([row[at] for at in filled]), depth)


def inden(lembar: Lembar, at: int, places: Sequence[int]) -> int:
    """How many spaces the format of the cells of a name stands for."""
    return COLUMN_DEPTH * max((lembar.menjorok.get((at, place), 0) for place in places), default=0)


def sambung(
    lines: Sequence[Baris], passed: Sequence[Dilewati], names: Mapping[int, str]
) -> tuple[list[Baris], list[Dilewati], list[Dilewati]]:
    """A row with nothing but a name, between two lines, continues the name above it; `names` are
    such rows.  Gives the lines, the rows that are passed over still, and those that were joined.
    """
    last = _last(lines, {row.nomor for row in passed if row.nomor in names})
    own = {line.nomor for line in lines}
    named_by = {number: number for number in own}
    more: dict[int, list[str]] = {}
    rest = []
    joined = []
    for row in passed:
        line = named_by.get(row.nomor - 1)
        goes_on = row.nomor in names and _LETTER.search(row.teks)
        if line is None or row.nomor > last or not goes_on:
            rest.append(row)
            continue
        more.setdefault(line, []).append(row.teks)
        named_by[row.nomor] = line
        joined.append(row)
    return [_with(line, more.get(line.nomor, [])) for line in lines], rest, joined


def _last(lines: Sequence[Baris], names: Collection[int]) -> int:
    """The last row that may continue a name: one below the last line where most names go on so."""
    numbers = [line.nomor for line in lines]
    continued = [number for number in numbers if number + 1 in names]
    last = max(numbers, default=0)
    return last + 1 if len(continued) * 2 > len(numbers) else last


def _with(line: Baris, more: Sequence[str]) -> Baris:
    if more:
        return replace(line, uraian=" ".join((line.uraian, *more)).strip())
    return line
