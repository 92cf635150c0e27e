"""The planning frame: which of its levels there are."""

from __future__ import annotations

from collections.abc import Iterable

from lkipnb.schemas import Kerangka

JENJANG = ("misi", "tujuan", "sasaran", "strategi", "kebijakan")


def jenjang_kerangka(kerangka: Iterable[Kerangka]) -> tuple[str, ...]:
    """The levels that the agency has filled in, from the mission down."""
    filled = {item.jenjang for item in kerangka}
    return tuple(level for level in JENJANG if level in filled)
