"""Rows of a column as one text: `3-9,11`."""

from __future__ import annotations

from collections.abc import Iterable


def sebut_baris(rows: Iterable[int]) -> str:
    """`3-9,11`: rows in order, their runs joined."""
    runs = _runs(sorted(rows))
    return ",".join(map(_run, runs))


def baris_dari(text: str) -> list[int]:
    """The rows that `3-9,11` names."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        end = int(last or first)
        found += range(int(first), end + 1)
    return found


def _runs(rows: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in rows:
        follows = bool(runs) and row == runs[-1][-1] + 1
        if follows:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _run(run: list[int]) -> str:
    if len(run) == 1:
        return str(run[0])
    return f"{run[0]}-{run[-1]}"
