"""Efficiency: what was achieved against what was spent, by the three customs of
`rules/efisiensi.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkipnb.asal import hitung
from lkipnb.calculate.persen import SERATUS

SKALA_E = Decimal(20)


@dataclass(frozen=True)
class NilaiEfisiensi:
    """The three customs: A in percentage points, B in percent (None below the target), D as E and
    NE in percent.
    """

    a: Decimal | None
    b: Decimal | None
    e: Decimal | None
    ne: Decimal | None


def _within(value: Decimal) -> Decimal:
    """NE is at least 0 and at most 100."""
    bound = min(SERATUS, max(Decimal(0), value))
    return value if bound == value else hitung("antara_0_dan_100", bound, value)


def efisiensi(capaian_persen: Decimal | None, serapan_persen: Decimal | None) -> NilaiEfisiensi:
    """Efficiency of a capaian reached with an absorption, both in percent; None where one is
    unknown.
    """
    c, s = capaian_persen, serapan_persen
    if c is None or s is None:
        return NilaiEfisiensi(None, None, None, None)
    e = (1 - s / c) * 100 if c > 0 else None
    ne = None if e is None else _within(50 + e / SKALA_E * 50)
    return NilaiEfisiensi(c - s, SERATUS - s if c >= SERATUS else None, e, ne)
