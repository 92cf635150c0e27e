"""Shares that an export keeps as fractions: Excel has 0.9855 where it shows 98,55%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.kolom import PAGU, REALISASI, SHARES

LITTLE = Decimal(5)  # percent of the budget spent, below which one percent of progress is likely
FRACTION = Decimal("1.5")  # a column whose largest share is below this holds fractions, not percent


def dalam_persen(lines: Sequence[Baris]) -> list[Baris]:
    """The lines with every share in percent; without those that may be either."""
    unclear = tak_jelas(lines)
    if unclear:
        return [replace(line, jumlah={**line.jumlah, **dict.fromkeys(unclear)}) for line in lines]
    fractions = [kind for kind in SHARES if _holds_fractions(lines, kind)]
    return [_times_100(line, fractions) for line in lines]


def _is_much_spent(lines: Sequence[Baris]) -> bool:
    """Whether so much was spent that a share of at most 1.5 cannot be one percent."""
    budget = sum((line.jumlah[PAGU] or Decimal(0) for line in lines), Decimal(0))
    spent = sum((line.jumlah[REALISASI] or Decimal(0) for line in lines), Decimal(0))
    return not budget or spent * 100 > budget * LITTLE


def tak_jelas(lines: Sequence[Baris]) -> list[str]:
    """The kinds of shares that may be fractions or percent."""
    if _is_much_spent(lines):
        return []
    return [kind for kind in SHARES if _holds_fractions(lines, kind)]


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
