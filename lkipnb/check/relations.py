"""Contracts that a single column cannot state: between columns, between rows, between files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lkipnb.check import budget, claims, derived, indicators, references, scale, tambahan, trees
from lkipnb.errors import Fault
from lkipnb.model import Dataset

# In the order in which they are told.
RELATIONS: tuple[Callable[[Dataset], Iterator[Fault]], ...] = (
    trees.faults,
    indicators.measured_once,
    indicators.within_maximum,
    indicators.kinds,
    derived.faults,
    indicators.bounds,
    budget.realisasi_needs_pagu,
    budget.groups,
    references.served,
    references.years,
    scale.faults,
    references.profile,
    claims.measures,
    claims.intervals,
    tambahan.faults,
)


def faults(data: Dataset) -> list[Fault]:
    """Every breach."""
    return [fault for relation in RELATIONS for fault in relation(data)]
