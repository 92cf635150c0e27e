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
            return f"({f' {origin.nama} '.join(map(tulis, origin.bagian))})"
    return f"{origin.nama}({', '.join(map(tulis, origin.bagian))})"


def _cell(cell: Sel) -> str:
    bound = f', "{cell.batas}"' if cell.batas else ""
    return f'sel("{cell.tabel}", "{cell.kolom}", {cell.baris}{bound})'


def _sum(origin: Rumus) -> str:
    """A chain of additions, flattened; cells of one column next to each other as one `jumlah`."""
    told: list[str] = []
    for column, group in groupby(_terms(origin), key=_column):
        told += _told(column, list(group))
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
    rows = sebut_baris(cell.baris for cell in terms)
    return [f'jumlah("{table}", "{name}", "{rows}")']
