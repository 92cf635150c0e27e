"""`%%narasi`: a notebook cell of prose, filled from the open workbook."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from lkipnb.present.block import Narasi

if TYPE_CHECKING:
    from lkipnb.workbook import Workbook


def register(lk: Workbook) -> None:
    """Make `%%narasi` render with the values of `lk`; nothing happens outside IPython."""
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    def narasi(line: str, cell: str) -> Narasi:
        return lk.tulis(cell)

    if (shell := get_ipython()) is not None:
        shell.register_magic_function(narasi, "cell", "narasi")
