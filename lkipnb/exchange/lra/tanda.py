"""Which separator of the amounts of an export stands before decimals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WRITTEN = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")
_SEPARATOR = re.compile(r"[.,]")
_GROUP = 3  # digits between two separators of thousands
_ENOUGH = 2  # amounts that show it; one may be a slip


@dataclass(frozen=True)
class Tanda:
    """`desimal` is the separator that the amounts show to stand before decimals, empty where none
    does; `ragu` says that every amount ends in three digits that could be decimals.
    """

    desimal: str = ""
    ragu: bool = False


def tanda(texts: Iterable[str], pengali: int = 1) -> Tanda:
    """What the amounts of columns show together; `pengali` is their unit, above 1 for one that is
    not rupiah, so that decimals are to be expected.
    """
    written = [found[0] for text in texts if (found := _WRITTEN.search(text))]
    whole = {sign for number in written for sign in ".," if number.count(sign) > 1}
    shown = Counter(sign for number in written if (sign := _decimal(number, pengali)))
    enough = 1 if pengali > 1 else _ENOUGH
    proven = [sign for sign, times in shown.items() if times >= enough and sign not in whole]
    is_one = len(proven) == 1 == len(shown)
    lone = pengali > 1 and all(map(_ends_in_three, filter(_is_not_zero, written)))
    return Tanda(proven[0] if is_one else "", not whole and lone)


def _decimal(number: str, pengali: int) -> str:
    """The separator of a number that cannot be one of thousands; empty where it can."""
    signs = _SEPARATOR.findall(number)
    if not signs:
        return ""
    first, *_, last = _SEPARATOR.split(number)
    is_mixed = signs[-1] not in signs[:-1] and len(signs) > 1
    # In rupiah a point is one of thousands, be it misplaced: it is asked about.
    is_long = len(signs) == 1 and len(first) > _GROUP and (signs[0] == "," or pengali > 1)
    is_no_group = pengali > 1 and len(signs) == 1 and len(last) != _GROUP
    return str(signs[-1]) if is_mixed or is_long or is_no_group else ""


def _ends_in_three(number: str) -> bool:
    return len(_SEPARATOR.findall(number)) == 1 and len(_SEPARATOR.split(number)[-1]) == _GROUP


def _is_not_zero(number: str) -> bool:
    return bool(number.strip("0.,"))
