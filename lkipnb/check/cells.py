"""The fault of a cell, told from the row that holds it."""

from __future__ import annotations

from lkipnb.errors import Fault
from lkipnb.schemas import Baris

PROFILE = "profil.yaml"


def fault_at(row: Baris, column: str, expected: str) -> Fault:
    """The fault of a cell of a row, with what stands there."""
    return fault_of(row, column, getattr(row, column), expected)


def fault_of(row: Baris, column: str, value: object, expected: str) -> Fault:
    """The fault of a part of a cell: `value` is what is wrong in it."""
    shown = None if value is None else str(value)
    return Fault(row.table.file, row.baris, column, shown, expected)


def fault_in_profile(field: str, value: str | None, expected: str) -> Fault:
    """The fault of a field of the profile."""
    return Fault(PROFILE, None, field, value, expected)
