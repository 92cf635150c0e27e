"""Printed differences that do not follow from the printed numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

CATATAN = "Selisih dihitung dari nilai yang tidak dibulatkan."
Pengurangan = tuple[str, str, str]  # as printed: what is taken from, what is taken, the difference
_NUMBER = re.compile(r"([+−]?)([0-9.]+(?:,[0-9]+)?)%?")
_AS_DATA = str.maketrans({".": "", ",": "."})


def catatan_selisih(rows: Iterable[Pengurangan]) -> tuple[str, ...]:
    """The note where a reader who reckons with the printed numbers gets another difference."""
    if any(map(_departs, rows)):
        return (CATATAN,)
    return ()


def _departs(row: Pengurangan) -> bool:
    whole, taken, left = map(_number, row)
    if whole is None or taken is None or left is None:
        return False
    return whole - taken != left


def _number(text: str) -> Decimal | None:
    """The number that a cell shows; None for anything else."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, digits = match.groups()
    value = Decimal(digits.translate(_AS_DATA))
    if sign == "−":
        return -value
    return value
