"""What stands highest and lowest, alone or together with others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from lkipnb.model import Ujung

Bentuk = TypeVar("Bentuk")


def di_ujung(rows: Iterable[Bentuk], ukuran: str) -> Ujung[Bentuk]:
    """All rows with the lowest value of `ukuran`, and all with the highest; none where all are
    alike.
    """
    known = [(getattr(row, ukuran), row) for row in rows]
    values = {value for value, _ in known if value is not None}
    if len(values) < 2:
        return Ujung((), ())
    low, high = min(values), max(values)
    return Ujung(
        tuple(row for value, row in known if value == low),
        tuple(row for value, row in known if value == high),
    )
