"""A change and its evidence in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkipnb.audit.kaitan import Sel
from lkipnb.bilangan import tulis

HANYA_SEL_INI = "hanya sel ini yang dapat berubah tanpa merusak hubungan lain"


def sel(cell: Sel) -> str:
    return f"{cell.tabel}.csv baris {cell.baris} kolom {cell.kolom}"


def angka(value: Decimal) -> str:
    """A number with the decimals that it has, none where they are zero."""
    whole = value.to_integral_value()
    return tulis(whole if value == whole else value)


def kolom(amounts: Mapping[str, Decimal]) -> str:
    return ", ".join(f"{column} {angka(value)}" for column, value in amounts.items())
