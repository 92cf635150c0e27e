"""Parameters of a chapter as papermill hands them on: text where a year is meant, names that no
chapter knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from lkipnb.errors import UsageError, quote
from lkipnb.present.magic import cells_run

INJECTED = "# Parameters\n"  # papermill begins its cell with it


def tahun(given: int | str) -> int:
    """A year, also where it comes as text, as `papermill -r tahun 2020` gives it.  Raises
    UsageError for what is no year.
    """
    if isinstance(given, str) and given.isascii() and given.isdigit():
        return int(given)
    if isinstance(given, bool) or not isinstance(given, int):
        raise UsageError(f"Tahun {quote(str(given))} tidak sah: diharapkan empat angka.")
    return given


def tolak_tak_dikenal() -> None:
    """Refuse parameters that papermill injected and the notebook does not declare, of which
    papermill itself only warns.  Raises UsageError; nothing happens outside a notebook.
    """
    unknown, declared = _compared(cells_run())
    if unknown:
        names = ", ".join(map(quote, unknown))
        known = ", ".join(declared) or "belum ada; beri satu sel tanda “parameters”"
        raise UsageError(f"Parameter {names} tidak dikenal; yang ada: {known}.")


def _compared(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """The injected names that no cell before sets, and the names that these set."""
    at = next((n for n, cell in enumerate(cells) if cell.startswith(INJECTED)), None)
    if at is None:
        return [], []
    declared = _set_by(cells[:at])
    injected = _set_by(cells[at : at + 1])
    return [name for name in injected if name not in declared], declared


def _set_by(cells: Iterable[str]) -> list[str]:
    """The names that cells set, in their order."""
    names = [name for cell in cells for name in _targets(cell)]
    return list(dict.fromkeys(names))


def _targets(cell: str) -> Iterable[str]:
    try:
        statements = ast.parse(cell).body
    except SyntaxError:  # a cell of magics
        return
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
