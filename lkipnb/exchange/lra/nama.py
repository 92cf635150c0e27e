"""The names of an export: joined over columns and rows, and how far they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkipnb.exchange.lra.baris import Baris, Dilewati
from lkipnb.exchange.lra.lembar import kata, sel

COLUMN_DEPTH = 2  # spaces that a column further right counts for
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


def sambung(
    lines: Sequence[Baris], passed: Sequence[Dilewati]
) -> tuple[list[Baris], list[Dilewati]]:
    """A row with nothing but words, between two lines, continues the name above it."""
    names = {line.nomor: line.uraian for line in lines}
    named_by = {number: number for number in names}
    last = max(names, default=0)
    rest = []
    for row in passed:
        line = named_by.get(row.nomor - 1)
        if line is None or row.nomor > last or not _LETTER.search(row.teks):
            rest.append(row)
            continue
        names[line] = f"{names[line]} {row.teks}".strip()
        named_by[row.nomor] = line
    return [replace(line, uraian=names[line.nomor]) for line in lines], rest
