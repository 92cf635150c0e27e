"""Faults told once for each kind, with a count and the first three places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lkipnb.bilangan import tulis
from lkipnb.errors import DataError, Fault
from lkipnb.load.folder import REFUSALS

MOST_PLACES = 3
_SPECIFIC = re.compile(r"“[^”]*”|[0-9][0-9.]*")
_CELL = re.compile(r", sel (?P<sel>[A-Z]{1,3}[0-9]{1,7})")


def ringkas(faults: Sequence[Fault]) -> list[Fault]:
    """The first of each kind, with how many there are and where the next ones stand."""
    return [_told(same) for same in _by_kind(faults)]


def tempat_lain(numbers: Sequence[int]) -> str:
    """`baris 5, 6, 7` of many rows only the first."""
    return _listed("baris", list(map(str, numbers)))


def tolak(faults: Iterable[Fault], beside: Path) -> DataError:
    """The error of an import; of kinds with several faults the whole list goes beside the file."""
    whole = list(faults)
    short = ringkas(whole)
    if len(short) < len(whole) and _put_beside(whole, beside):
        last = f"daftar lengkapnya, {tulis(len(whole))} kesalahan, ada di {beside.name}{REFUSALS}"
        short.append(Fault(beside.name, None, None, None, last))
    return DataError(short)


def lepas(beside: Path) -> None:
    """Take away the list that an earlier refusal of the file left; it may be gone."""
    _list_of(beside).unlink(missing_ok=True)


def _put_beside(faults: Sequence[Fault], beside: Path) -> bool:
    """Whether the list could be put there; the folder of a file may be closed to us."""
    text = "".join(f"{fault}\n" for fault in faults)
    target = _list_of(beside)
    if target.is_symlink():
        return False
    try:
        target.write_text(text, encoding="utf-8")
    except OSError:
        return False
    return True


def _list_of(path: Path) -> Path:
    return path.with_name(path.name + REFUSALS)


def _by_kind(faults: Sequence[Fault]) -> Iterable[list[Fault]]:
    kinds: dict[tuple[str, str | None, str], list[Fault]] = {}
    for fault in faults:
        sheet = _CELL.sub("", fault.file)
        reason = _SPECIFIC.sub("", fault.expected)
        kinds.setdefault((sheet, fault.column, reason), []).append(fault)
    return kinds.values()


def _told(same: Sequence[Fault]) -> Fault:
    first = same[0]
    if len(same) == 1:
        return first
    also = _others(same[1:])
    return replace(first, expected=f"{first.expected} ({tulis(len(same))} kali{also})")


def _others(faults: Sequence[Fault]) -> str:
    """Where the others stand, by their cells or else by their rows."""
    matches = [_CELL.search(fault.file) for fault in faults]
    cells = [match["sel"] for match in matches if match]
    rows = [str(fault.row) for fault in faults if fault.row is not None]
    named = _listed("sel", cells) if cells else _listed("baris", rows)
    if cells or rows:
        return f"; juga {named}"
    return ""


def _listed(word: str, places: Sequence[str]) -> str:
    shown = ", ".join(places[:MOST_PLACES])
    more = len(places) - MOST_PLACES
    return f"{word} {shown}" + (f", dan {tulis(more)} lagi" if more > 0 else "")
