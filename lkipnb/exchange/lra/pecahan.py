"""Shares that an export keeps as fractions: Excel has 0.9855 where it shows 98,55%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.kolom import SHARES

FRACTION = Decimal("1.5")  # a column whose largest share is below this holds fractions, not percent


def dalam_persen(lines: Sequence[Baris]) -> list[Baris]:
    """The lines with every share in percent."""
    fractions = [kind for kind in SHARES if _holds_fractions(lines, kind)]
    return [_times_100(line, fractions) for line in lines]


def _holds_fractions(lines: Sequence[Baris], kind: str) -> bool:
    """Whether all shares of a column are small, and none has a percent sign."""
    if any(kind in line.berpersen for line in lines):
        return False
    shares = [line.jumlah[kind] for line in lines]
    known = [share for share in shares if share is not None]
    return bool(known) and max(known) <= FRACTION


def _times_100(line: Baris, kinds: Sequence[str]) -> Baris:
    shares = {kind: line.jumlah[kind] for kind in kinds}
    percent = {kind: None if share is None else share * 100 for kind, share in shares.items()}
    return replace(line, jumlah={**line.jumlah, **percent})
