"""`%%narasi`: a notebook cell of prose, filled from the open workbook."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from lkipnb.errors import UsageError
from lkipnb.present.block import Narasi, Rangkaian

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

BAGIAN = "bagian"


def register(tulis: Callable[[str], Narasi | Rangkaian], bagian: dict[str, str]) -> None:
    """Make `%%narasi` show what `tulis` makes of a cell; nothing happens outside IPython.

    `%%narasi bagian NAMA` shows nothing and keeps the cell for `{% include "NAMA" %}` in a later
    one.
    """
    shell = _shell()
    if shell is None:
        return

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

    shell.register_magic_function(narasi, "cell", "narasi")  # type: ignore[arg-type]


def cells_run() -> list[str]:
    """The sources of the cells that ran in this session, in their order; none outside IPython."""
    shell = _shell()
    if shell is None:
        return []
    return list(shell.user_ns.get("In", []))


def _shell() -> InteractiveShell | None:
    """The IPython that we run in."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    shell: InteractiveShell | None = get_ipython()
    return shell
