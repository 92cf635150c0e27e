"""Decimals: how many digits are reckoned with, and how many places one is written with."""

from __future__ import annotations

from decimal import Context, Decimal

# Rounding keeps every digit before the comma, also of a quotient that is longer than the usual 28
# digits.
LEBAR = Context(prec=100)


def banyak_desimal(value: Decimal) -> int:
    """How many decimals a number is written with; below zero for one like 1E+3."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int):
        return -exponent
    return 0
