"""The cells that an origin rests on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from lkipnb.asal.sumber import Sel
from lkipnb.asal.ungkapan import Aturan, Jumlah, Operasi, Ungkapan


def sel_dari(ungkapan: Ungkapan) -> Iterator[Sel]:
    """Every cell, those nearest to the figure first."""
    waiting = deque([ungkapan])
    while waiting:
        match waiting.popleft():
            case Sel() as cell:
                yield cell
            case Jumlah() as total:
                yield from total.sel
            case Operasi() | Aturan() as inner:
                waiting.extend(inner.bagian)
