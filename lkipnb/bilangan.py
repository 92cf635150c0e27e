"""A number in Indonesian notation: `6.353.928.630,80`.  The one place where digits are grouped and
rounded.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel.numbers import format_decimal

from lkipnb.desimal import LEBAR, banyak_desimal

LOCALE = "id_ID"
_GROUPED = "#,##0"
_WHOLE = Decimal(1)


def bulatkan(value: Decimal, desimal: int) -> Decimal:
    """`value` rounded half up to `desimal` decimals; Babel alone would round half to even."""
    unit = _WHOLE.scaleb(-desimal)
    return value.quantize(unit, ROUND_HALF_UP, LEBAR)


def tulis(value: Decimal | int, desimal: int | None = None) -> str:
    """`value` grouped, with exactly `desimal` decimals, else those that it has.

    A quotient has no end of them: it is rounded to two, or to two significant digits where it is
    small.
    """
    number = Decimal(value)
    if desimal is None:
        desimal = _decimals(number)
    pattern = _GROUPED
    if desimal:
        pattern += "." + "0" * desimal
    with localcontext(LEBAR):  # Babel rounds once more by itself
        rounded = bulatkan(number, desimal) + 0
        return format_decimal(rounded, pattern, LOCALE, decimal_quantization=False)


def sebut(value: object) -> str:
    """A value as a message tells it: a number in Indonesian notation, anything else as it is."""
    if isinstance(value, Decimal | int):
        return tulis(value)
    return str(value)


def _decimals(number: Decimal) -> int:
    typed = max(0, banyak_desimal(number))
    if typed <= 2:
        return typed
    needed = max(0, banyak_desimal(number.normalize()))
    if needed <= 3:
        return needed
    return max(2, 1 - number.adjusted())
