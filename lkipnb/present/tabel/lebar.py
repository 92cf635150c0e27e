"""How wide the columns of a table have to be, reckoned from what stands in them.

Widths are percent of an upright page, as in `Kolom.lebar`.  A figure and a code stay on one line;
of other texts at least the longest word does.  What a column has beyond that it gives to one that
lacks room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lkipnb.present.huruf import lebar
from lkipnb.present.tabel.kolom import Kolom

PENUH = 100.0  # percent: an upright page
HALAMAN = 453.5  # pt: the width of the text on a page
KATA_TERPANJANG = 22.0  # percent; a longer word is broken
# When others lack room, a column of words keeps this share of its width, or this many percent.
SISA, CUKUP = 0.8, 24.0


class Teks(NamedTuple):
    """The text of a cell."""

    isi: str
    tebal: bool = False


class Cetakan(NamedTuple):
    """How a table is set, in pt: the size of its letters, and what a cell has beside its text."""

    ukuran: float
    sela: float

    def persen(self, teks: str, tebal: bool) -> float:
        """The share of a page that a cell with one line of text needs."""
        return (lebar(teks, self.ukuran, tebal) + self.sela) * 100 / HALAMAN


BIASA, RAPAT = Cetakan(8.8, 8.6), Cetakan(7.6, 6.6)  # as in lkip.typ


def pas(
    kolom: Sequence[Kolom], sel: Mapping[str, Sequence[Teks]], cetakan: Cetakan = BIASA
) -> dict[str, float]:
    """The width of each column, by its name, that holds its cells; `sel` are the texts by column.

    The sum is that of an upright page where all that has to stands on it, else it is more.
    """
    least = {column.nama: _least(column, sel[column.nama], cetakan) for column in kolom}
    wished = {
        column.nama: max(
            column.lebar, least[column.nama], _whole(column, sel[column.nama], cetakan)
        )
        for column in kolom
    }
    return _on_a_page(wished, least)


def _on_a_page(wished: Mapping[str, float], least: Mapping[str, float]) -> dict[str, float]:
    """The widths brought down to a page by what each has beyond the least; as wished where that is
    not enough.
    """
    over = sum(wished.values()) - PENUH
    spare = sum(wished.values()) - sum(least.values())
    if over <= 0 or spare < over:
        return dict(wished)
    return {name: width - over / spare * (width - least[name]) for name, width in wished.items()}


def _least(column: Kolom, cells: Sequence[Teks], cetakan: Cetakan) -> float:
    """The longest word of a column; the whole cell where a code must not be broken."""
    head = _widest(column.judul.split(), True, cetakan)
    if column.utuh:
        return max(head, _whole(column, cells, cetakan))
    longest = max((_widest(cell.isi.split(), cell.tebal, cetakan) for cell in cells), default=0.0)
    words = max(head, longest)
    if column.angka:
        return words
    return max(min(words, KATA_TERPANJANG), min(column.lebar * SISA, CUKUP))


def _whole(column: Kolom, cells: Sequence[Teks], cetakan: Cetakan) -> float:
    """A figure or a code on one line; words may fold."""
    if not (column.angka or column.utuh):
        return 0.0
    return max((cetakan.persen(*cell) for cell in cells), default=0.0)


def _widest(words: Iterable[str], tebal: bool, cetakan: Cetakan) -> float:
    return max((cetakan.persen(word, tebal) for word in words), default=0.0)
