"""What the panels know in common: the workbook, and what is chosen in it."""

from __future__ import annotations

import traitlets

from lkipnb.workbook import Workbook


class Keadaan(traitlets.HasTraits):
    """A workbook, and the programme and the indicator that are chosen; empty for none."""

    program = traitlets.Unicode("")
    indikator = traitlets.Unicode("")

    def __init__(self, lk: Workbook) -> None:
        super().__init__()
        self.lk = lk
