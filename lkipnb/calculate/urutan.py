"""The order of codes as people read them: the one order of tables, charts, sentences and sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

_PIECES = re.compile(r"[0-9]+|[^0-9]")
Kunci = tuple[tuple[int, int, str], ...]
T = TypeVar("T")


def urutan_kode(kode: str) -> Kunci:
    """Sorts `IKU-10` after `IKU-9` and `2.01` before `10.01`: runs of digits count as numbers."""
    return tuple(_piece(piece) for piece in _PIECES.findall(kode))


def _piece(piece: str) -> tuple[int, int, str]:
    """A number before any other sign; the one with fewer digits is the smaller."""
    if not "0" <= piece[0] <= "9":
        return 1, 0, piece
    digits = piece.lstrip("0")
    return 0, len(digits), digits


def berurut(items: Iterable[T], kode: Callable[[T], str] = str) -> list[T]:
    """The items in the order of their codes; items whose codes say the same stay as they stand."""
    return sorted(items, key=lambda item: urutan_kode(kode(item)))
