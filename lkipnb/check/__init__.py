"""Contracts at the border: data that break one of them never reach a calculation."""

from __future__ import annotations

from lkipnb.check import contracts, relations
from lkipnb.errors import Fault
from lkipnb.model import Dataset


def faults(data: Dataset) -> list[Fault]:
    """Every breach of a contract in the dataset; an empty list when it may be used."""
    return contracts.faults(data.tables) + relations.faults(data)
