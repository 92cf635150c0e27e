"""Contracts at the border: data that break one of them never reach a calculation."""

from __future__ import annotations

from lkipnb.check import contracts, prosa, relations
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.schemas import ALL_TABLES


def faults(data: Dataset) -> list[Fault]:
    """Every breach of a contract in the dataset; an empty list when it may be used.

    A table that could not be read has been reported by the loader and is not judged again.
    """
    found = contracts.faults(data.tables) + relations.faults(data) + list(prosa.faults(data))
    unread = {table.file for name, table in ALL_TABLES.items() if name in data.unreadable}
    return [fault for fault in found if fault.file not in unread]
