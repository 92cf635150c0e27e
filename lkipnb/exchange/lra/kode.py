"""The codes of an export: one cell or a piece per column, whole or without what the row above says,
or none at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkipnb.calculate.rekening import PENGGANTI

Potongan = tuple[str, ...]
_POINT = re.compile(r"\s*\.\s*")


def potongan(cells: Sequence[str], above: Potongan) -> Potongan:
    """The pieces of a code from its cells; those left out at its beginning are of the code above.

    Empty when no cell holds a piece.
    """
    cleaned = [cell.strip(" .") for cell in cells]
    filled = [at for at, piece in enumerate(cleaned) if piece]
    if not filled:
        return ()
    return (*above[: filled[0]], *cleaned[filled[0] : filled[-1] + 1])


def gabung(pieces: Potongan) -> str:
    """`1.06.01.15`."""
    return _POINT.sub(".", ".".join(filter(None, pieces)))


def pengganti(menjorok: Iterable[int]) -> Iterator[str]:
    """Stand-ins for the codes of an export without any, from how far each name stands in."""
    levels: list[int] = []
    counts: list[int] = []
    for depth in menjorok:
        while levels and levels[-1] > depth:
            levels.pop()
            counts.pop()
        if levels and levels[-1] == depth:
            counts[-1] += 1
        else:
            levels.append(depth)
            counts.append(1)
        yield PENGGANTI + ".".join(map(str, counts))
