"""The word for a capaian on a predicate scale."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.rules import Skala


def predikat(capaian_persen: Decimal | None, skala: Skala) -> str | None:
    """The predicate of the interval that holds `capaian_persen`, unrounded; None for no capaian."""
    if capaian_persen is None:
        return None
    for n, selang in enumerate(skala.selang):
        if _reaches(capaian_persen, n, skala):
            return selang.predikat
    return None


def _reaches(capaian_persen: Decimal, n: int, skala: Skala) -> bool:
    """Whether the value is not below the n-th interval; scales run from high to low, so the first
    wins.
    """
    low = skala.selang[n].dari
    if low is None:
        return True
    if capaian_persen == low:
        return skala.memuat_bawah(n)
    return capaian_persen > low
