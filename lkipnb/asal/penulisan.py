"""An origin written as an expression."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from lkipnb.asal.baris import sebut_baris
from lkipnb.asal.sumber import Asal, Rumus, Sel

Kolom = tuple[str, str]


def tulis(origin: Asal) -> str:
    """The origin as an expression; a long sum is told by its cells."""
    match origin:
        case Sel():
            return _cell(origin)
        case Decimal():
            return f'k("{origin:f}")'
        case str():
            return repr(origin)
        case Rumus(nama="+"):
            return _sum(origin)
        case Rumus(nama="-" | "*" | "/"):
            sign = f" {origin.nama} "
            return f"({sign.join(_parts(origin))})"
    return f"{origin.nama}({', '.join(_parts(origin))})"


def _parts(origin: Rumus) -> Iterator[str]:
    return map(tulis, origin.bagian)


def _cell(cell: Sel) -> str:
    place = f'"{cell.tabel}", "{cell.kolom}", {cell.baris}'
    if cell.batas:
        place += f', "{cell.batas}"'
    return f"sel({place})"


def _sum(origin: Rumus) -> str:
    """A chain of additions, flattened; cells of one column next to each other as one `jumlah`."""
    told: list[str] = []
    for column, group in groupby(_terms(origin), key=_column):
        terms = list(group)
        told += _told(column, terms)
    if len(told) == 1:
        return told[0]
    return f"({' + '.join(told)})"


def _terms(origin: Rumus) -> Iterator[Asal]:
    """What is added, the first first; a chain may be longer than Python calls deep."""
    terms: list[Asal] = []
    at: Asal = origin
    while isinstance(at, Rumus) and at.nama == "+":
        at, term = at.bagian
        terms.append(term)
    terms.append(at)
    return reversed(terms)


def _column(term: Asal) -> Kolom | None:
    if isinstance(term, Sel) and not term.batas:
        return term.tabel, term.kolom
    return None


def _told(column: Kolom | None, terms: list[Asal]) -> list[str]:
    if column is None or len(terms) == 1:
        return [tulis(term) for term in terms]
    table, name = column
    rows = [term.baris for term in terms if isinstance(term, Sel)]
    return [f'jumlah("{table}", "{name}", "{sebut_baris(rows)}")']
