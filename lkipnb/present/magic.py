"""`%%narasi`: a notebook cell of prose, filled from the open workbook."""

from __future__ import annotations

import sys
from collections.abc import Callable

from lkipnb.present.block import Narasi


def register(tulis: Callable[[str], Narasi]) -> None:
    """Make `%%narasi` show what `tulis` makes of a cell; nothing happens outside IPython."""
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    if (shell := get_ipython()) is not None:
        shell.register_magic_function(lambda line, cell: tulis(cell), "cell", "narasi")
