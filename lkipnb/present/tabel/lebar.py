"""How wide the columns of a table have to be, reckoned from what stands in them.

Widths are percent of an upright page, as in `Kolom.lebar`.  A figure and a code stay on one line;
of other texts at least the longest word does.  What a column has beyond that it gives to one that
lacks room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lkipnb.present.huruf import lebar

if TYPE_CHECKING:
    from lkipnb.present.tabel.susun import Baris, Kolom

PENUH = 100.0  # percent: an upright page
HALAMAN, UKURAN, SELA = (
    453.5,
    8.8,
    8.6,
)  # pt: width of the text, letters of a table, what a cell has beside its text
INDUK = ("jumlah", "program")  # rows in bold
KATA_TERPANJANG = 22.0  # percent; a longer word is broken
SISA, CUKUP = (
    0.8,
    24.0,
)  # a column of words keeps this share of its width, or this many percent, when others lack room

Sel = tuple[str, bool]  # the text of a cell, and whether it is bold


def pas(
    kolom: Sequence[Kolom], baris: Sequence[Baris], sel: Sequence[Mapping[str, str]]
) -> list[Kolom]:
    """The columns with widths that hold their cells; `sel` are the shown texts of each row.

    The sum is that of an upright page where all that has to stands on it; else it is more, and the
    table stands on a page turned on its side.
    """
    bold = [row.peran in INDUK for row in baris]
    texts = [
        [(row[column.nama], thick) for row, thick in zip(sel, bold, strict=True)]
        for column in kolom
    ]
    least = [_least(column, cells) for column, cells in zip(kolom, texts, strict=True)]
    wished = [
        max(column.lebar, need, _whole(column, cells))
        for column, need, cells in zip(kolom, least, texts, strict=True)
    ]
    return [
        replace(column, lebar=width)
        for column, width in zip(kolom, _on_a_page(wished, least), strict=True)
    ]


def _on_a_page(wished: Sequence[float], least: Sequence[float]) -> Sequence[float]:
    """The widths brought down to a page by what each has beyond the least; as wished where that is
    not enough.
    """
    over, spare = sum(wished) - PENUH, sum(wished) - sum(least)
    if over <= 0 or spare < over:
        return wished
    return [
        width - over / spare * (width - need) for width, need in zip(wished, least, strict=True)
    ]


def _least(column: Kolom, cells: Sequence[Sel]) -> float:
    """The longest word of a column; the whole cell where a code must not be broken."""
    head = _widest(column.judul.split(), True)
    if column.utuh:
        return max(_percent(head), _whole(column, cells))
    longest = max((_widest(text.split(), thick) for text, thick in cells), default=0.0)
    words = _percent(max(head, longest))
    return (
        words if column.angka else max(min(words, KATA_TERPANJANG), min(column.lebar * SISA, CUKUP))
    )


def _whole(column: Kolom, cells: Sequence[Sel]) -> float:
    """A figure or a code on one line; words may fold."""
    if not (column.angka or column.utuh):
        return 0.0
    return _percent(max((lebar(text, UKURAN, thick) for text, thick in cells), default=0.0))


def _widest(words: Iterable[str], tebal: bool) -> float:
    return max((lebar(word, UKURAN, tebal) for word in words), default=0.0)


def _percent(pt: float) -> float:
    return (pt + SELA) * 100 / HALAMAN
