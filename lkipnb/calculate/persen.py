"""Ratios as percentages: exact, or None where no ratio exists."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

SERATUS = Decimal(100)


def persen(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """`part / whole * 100`, unrounded; None when either is unknown or the whole is zero."""
    if not isinstance(part, Decimal) or not isinstance(whole, Decimal) or not whole:
        return None
    return part / whole * 100


def jumlah(values: Iterable[Decimal | None]) -> Decimal | None:
    """The exact sum; None as soon as one value is unknown, for a sum of known parts is
    not the sum.
    """
    known = list(values)
    return None if any(not isinstance(v, Decimal) for v in known) else sum(known, Decimal(0))


def rata_rata(
    values: Iterable[Decimal | None], bobot: Iterable[Decimal | None] | None = None
) -> Decimal | None:
    """The mean of the values that are known, simple or by weight; None when none is, or no weight
    is left.
    """
    known = list(values)
    weights = [Decimal(1)] * len(known) if bobot is None else list(bobot)
    pairs = [
        (v, w)
        for v, w in zip(known, weights, strict=True)
        if isinstance(v, Decimal) and isinstance(w, Decimal)
    ]
    total = sum((w for _, w in pairs), Decimal(0))
    return sum((v * w for v, w in pairs), Decimal(0)) / total if total else None


def selisih(minuend: Decimal | None, subtrahend: Decimal | None) -> Decimal | None:
    """`minuend - subtrahend`; None when either is unknown."""
    if not isinstance(minuend, Decimal) or not isinstance(subtrahend, Decimal):
        return None
    return minuend - subtrahend
