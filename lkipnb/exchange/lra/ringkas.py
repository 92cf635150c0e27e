"""Faults told once for each kind, with a count and the first three places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lkipnb.bilangan import tulis
from lkipnb.errors import DataError, Fault

MOST_PLACES = 3
ENDING = ".kesalahan.txt"
_SPECIFIC = re.compile(r"“[^”]*”|[0-9][0-9.]*")


def ringkas(faults: Sequence[Fault]) -> list[Fault]:
    """The first of each kind, with how many there are and where the next ones stand."""
    return [_told(same) for same in _by_kind(faults)]


def tempat_lain(numbers: Sequence[int]) -> str:
    """`baris 5, 6, 7` of many rows only the first."""
    shown = ", ".join(map(str, numbers[:MOST_PLACES]))
    more = len(numbers) - MOST_PLACES
    return f"baris {shown}" + (f", dan {tulis(more)} lagi" if more > 0 else "")


def tolak(faults: Iterable[Fault], beside: Path) -> DataError:
    """The error of an export; of kinds with several faults the whole list goes beside the file."""
    whole = list(faults)
    short = ringkas(whole)
    if len(short) < len(whole) and _listed(whole, beside):
        last = f"daftar lengkapnya, {tulis(len(whole))} kesalahan, ada di {beside.name}{ENDING}"
        short.append(Fault(beside.name, None, None, None, last))
    return DataError(short)


def _listed(faults: Sequence[Fault], beside: Path) -> bool:
    """Whether the list could be put there; the folder of an export may be closed to us."""
    text = "".join(f"{fault}\n" for fault in faults)
    target = beside.with_name(beside.name + ENDING)
    if target.is_symlink():
        return False
    try:
        target.write_text(text, encoding="utf-8")
    except OSError:
        return False
    return True


def _by_kind(faults: Sequence[Fault]) -> Iterable[list[Fault]]:
    kinds: dict[tuple[str, str | None, str], list[Fault]] = {}
    for fault in faults:
        reason = _SPECIFIC.sub("", fault.expected)
        kinds.setdefault((fault.file, fault.column, reason), []).append(fault)
    return kinds.values()


def _told(same: Sequence[Fault]) -> Fault:
    first = same[0]
    if len(same) == 1:
        return first
    others = [fault.row for fault in same[1:] if fault.row is not None]
    also = f"; juga {tempat_lain(others)}" if others else ""
    return replace(first, expected=f"{first.expected} ({tulis(len(same))} kali{also})")
