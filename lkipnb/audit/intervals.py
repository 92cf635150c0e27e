"""What a printed number may have been before it was rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.kaitan import satuan_terakhir

SETENGAH = Decimal("0.5")


class Selang(NamedTuple):
    """Both bounds, included."""

    dari: Decimal
    sampai: Decimal

    def bertemu(self, other: Selang) -> bool:
        """Whether some number lies in both."""
        return self.dari <= other.sampai and other.dari <= self.sampai


def asal_tercetak(printed: Decimal) -> Selang:
    """Half a unit of the last decimal to each side; a whole number counts things and is exact."""
    unit = satuan_terakhir(printed)
    return Selang(printed, printed) if unit == 1 else sekitar(printed)


def sekitar(printed: Decimal) -> Selang:
    """Half a unit of the last digit to each side."""
    half = satuan_terakhir(printed) * SETENGAH
    return Selang(printed - half, printed + half)
