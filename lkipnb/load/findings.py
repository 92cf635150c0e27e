"""Faults gathered while values are read."""

from __future__ import annotations

from typing import TypeVar

from lkipnb.errors import Fault

Value = TypeVar("Value")


class Faults(list[Fault]):
    """Every fault met on the way, in the order in which they were met."""

    def of(self, told: tuple[Value, list[Fault]]) -> Value:
        """The value that came with faults, which are kept."""
        value, faults = told
        self.extend(faults)
        return value
