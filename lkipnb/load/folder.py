"""What the program itself puts into the folder of a year: no report is made from it."""

from __future__ import annotations

from collections.abc import Sequence

FORM, COPY, REFUSALS = "formulir.xlsx", ".cadangan-", ".kesalahan.txt"


def left_out(parts: Sequence[str]) -> bool:
    """Whether no report is made from the file at this path below the folder of a year: a lock, a
    copy, a form, a note of what an import refused.
    """
    if list(parts) == [FORM] or parts[-1].endswith(REFUSALS):
        return True
    return any(part.startswith(".") or COPY in part for part in parts)
