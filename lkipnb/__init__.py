"""lkipnb: an Indonesian agency's yearly performance accountability report, made from its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkipnb.workbook import Workbook

__version__ = "0.1.0"


def open(opd: str, tahun: int | str, bab: str = "", data: str | None = None) -> Workbook:
    """The workbook of one agency and fiscal year; see `lkipnb.workbook.open_workbook`."""
    from lkipnb.workbook import open_workbook

    return open_workbook(opd, tahun, bab, data)
