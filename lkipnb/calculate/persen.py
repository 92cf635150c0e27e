"""Ratios as percentages: exact, or None where no ratio exists.

Whatever is no number (not reported, not applicable) is unknown here.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import repeat
from typing import TypeGuard

NOL, SATU, SERATUS = Decimal(0), Decimal(1), Decimal(100)


def persen(part: object, whole: object) -> Decimal | None:
    """`part / whole * 100`, unrounded; None when either is unknown or the whole is zero."""
    if not isinstance(part, Decimal) or not isinstance(whole, Decimal) or not whole:
        return None
    return part / whole * 100


def jumlah(values: Iterable[object]) -> Decimal | None:
    """The exact sum; None as soon as one value is unknown, for a sum of known parts is
    not the sum.
    """
    known = list(values)
    if not _all_numbers(known):
        return None
    return sum(known, NOL)


def rata_rata(values: Iterable[object], bobot: Iterable[object] | None = None) -> Decimal | None:
    """The mean of the values that are known, simple or by weight; None when none is, or no weight
    is left.
    """
    weights = repeat(SATU) if bobot is None else bobot
    total, weight = NOL, NOL
    # Weights are as many as values, or one for ever.
    for value, own in zip(values, weights, strict=False):
        if isinstance(value, Decimal) and isinstance(own, Decimal):
            total += value * own
            weight += own
    if not weight:
        return None
    return total / weight


def selisih(minuend: object, subtrahend: object) -> Decimal | None:
    """`minuend - subtrahend`; None when either is unknown."""
    if not isinstance(minuend, Decimal) or not isinstance(subtrahend, Decimal):
        return None
    return minuend - subtrahend


def _all_numbers(values: list[object]) -> TypeGuard[list[Decimal]]:
    return all(isinstance(value, Decimal) for value in values)
