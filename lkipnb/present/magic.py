"""`%%narasi`: a notebook cell of prose, filled from the open workbook."""

from __future__ import annotations

import sys
from collections.abc import Callable

from lkipnb.errors import UsageError
from lkipnb.present.block import Narasi, Rangkaian

BAGIAN = "bagian"


def register(tulis: Callable[[str], Narasi | Rangkaian], bagian: dict[str, str]) -> None:
    """Make `%%narasi` show what `tulis` makes of a cell; nothing happens outside IPython.

    `%%narasi bagian NAMA` shows nothing and keeps the cell for `{% include "NAMA" %}` in a later
    one.
    """
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    def narasi(line: str, cell: str) -> Narasi | Rangkaian | None:
        words = line.split()
        if not words:
            return tulis(cell)
        if len(words) != 2 or words[0] != BAGIAN:
            raise UsageError(
                f"%%narasi {line}: diharapkan %%narasi saja, atau %%narasi bagian NAMA."
            )
        bagian[words[1]] = cell
        return None

    if (shell := get_ipython()) is not None:
        shell.register_magic_function(narasi, "cell", "narasi")
