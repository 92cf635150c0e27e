"""The unit that headings and title lines give to amounts: rupiah, thousands or millions of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from lkipnb.load.xlsx import Rows

_UNITS = (
    (1_000, r"\b(ribuan|ribu)\b|\brp\.? ?000\b|\bx ?1[.,]?000\b(?![.,]?0)|\(000\)"),
    (1_000_000, r"\b(jutaan|juta)\b|\bx ?1[.,]?000[.,]?000\b"),
    (1_000_000_000, r"\b(miliar|milyar|miliaran|milyaran)\b"),
)
_OF_MONEY = re.compile(r"dalam|rupiah|rp|satuan|\(", re.IGNORECASE)


def pengali(above: Rows, teks: Mapping[int, str], columns: Collection[int]) -> dict[int, int]:
    """By how much each column is to be multiplied: what its heading says, else what a line above
    the header says of all; without the columns that are in rupiah.
    """
    cells = [cell for row in above for cell in row if _OF_MONEY.search(cell)]
    of_all = max((_factor(cell) for cell in cells if cell not in teks.values()), default=1)
    factors = {at: max(_factor(teks.get(at, "")), of_all) for at in columns}
    return {at: factor for at, factor in factors.items() if factor > 1}


def _factor(text: str) -> int:
    lowered = text.lower()
    return next((factor for factor, pattern in _UNITS if re.search(pattern, lowered)), 1)
