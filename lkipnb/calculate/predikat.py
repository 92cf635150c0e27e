"""The word for a capaian on a predicate scale."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.rules import Selang, Skala


def predikat(capaian_persen: Decimal | None, skala: Skala) -> str | None:
    """The predicate of the interval that holds `capaian_persen`, unrounded; None for no capaian."""
    if capaian_persen is None:
        return None
    return next(s.predikat for s in skala.selang if _reaches(capaian_persen, s, skala))


def _reaches(capaian_persen: Decimal, selang: Selang, skala: Skala) -> bool:
    """Whether the value is above the lower bound; scales run from high to low, so the first wins."""
    if selang.dari is None:
        return True
    return capaian_persen >= selang.dari if skala.termasuk == "bawah" else capaian_persen > selang.dari
