"""The assets of the office, counted."""

from __future__ import annotations

from collections.abc import Iterable

from lkipnb.schemas import Aset


def dapat_dijumlah(aset: Iterable[Aset]) -> bool:
    """Whether the assets have a common sum: all of them in one unit."""
    return len({row.satuan.casefold() for row in aset}) <= 1
