"""The assets of the office, counted."""

from __future__ import annotations

from collections.abc import Iterable

from lkipnb.schemas import Aset

BUTIRAN = frozenset({"unit", "buah"})  # what is counted by the piece


def dapat_dijumlah(aset: Iterable[Aset]) -> bool:
    """Whether the assets have a common sum: all in one unit, or all counted by the piece."""
    units = {row.satuan.casefold() for row in aset}
    return len(units) == 1 or units <= BUTIRAN
