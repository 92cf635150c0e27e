"""The workbook of an analyst: widgets over pure functions that call the calculators of the
report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkipnb.explore.andaian import Andaian, bagaimana_jika, terapkan
from lkipnb.load.andaian import Andai

if TYPE_CHECKING:
    import ipywidgets

    from lkipnb.workbook import Workbook

__all__ = ["Andai", "Andaian", "bagaimana_jika", "jelajah", "terapkan"]


def jelajah(lk: Workbook) -> ipywidgets.VBox:
    """The widgets, open on an agency and year; see `lkipnb.explore.panel.aplikasi`."""
    from lkipnb.explore.panel.aplikasi import jelajah as made

    return made(lk)
