"""What a slip of the hand does to a number."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.diagnosis.explanation import LEMAH, TAK_DIKENAL

LONG = 6  # digits; that a shorter number differs in one may be chance
FEWEST_DIGITS = 3  # of a shorter number every other one is only a slip away


class Selip(NamedTuple):
    """A slip in words, and how likely it is: 0 is best."""

    sebutan: str
    peringkat: int


TIDAK_ADA = Selip("", TAK_DIKENAL)


class Tetangga(NamedTuple):
    """The amounts right above and below a cell."""

    atas: Decimal | None = None
    bawah: Decimal | None = None


def slip(printed: Decimal | None, right: Decimal, beside: Tetangga) -> Selip:
    """The slip that makes `printed` of `right`; `TIDAK_ADA` for none.

    What a hand really does to a number comes before what only happens to look alike.
    """
    if printed is None:
        return Selip("sel kosong", 1)
    if printed == -right:
        return Selip("tandanya terbalik", 1)
    return (
        _sure(printed, right)
        or _copied(printed, right, beside)
        or _typed(printed, right)
        or TIDAK_ADA
    )


def _sure(printed: Decimal, right: Decimal) -> Selip | None:
    """A slip that leaves the same digits."""
    shown, true = digits(printed), digits(right)
    if sorted(shown) == sorted(true) and _different(shown, true) == 2:
        return Selip("dua angka tertukar", 1)
    if right and printed and shown.rstrip("0") == true.rstrip("0"):
        return Selip("pemisah atau nol hilang atau berlebih", 1)
    return None


def _copied(printed: Decimal, right: Decimal, beside: Tetangga) -> Selip | None:
    """An amount of the line above or below; where nothing should stand, a group of one line has
    that of its line anyway.
    """
    if not right:
        return None
    if printed == beside.atas:
        return Selip("angka baris di atasnya tersalin", 2)
    if printed == beside.bawah:
        return Selip("angka baris di bawahnya tersalin", 4)
    return None


def _typed(printed: Decimal, right: Decimal) -> Selip | None:
    """One digit that is missing, too many, or wrong."""
    shown, true = digits(printed), digits(right)
    if min(len(shown), len(true)) < FEWEST_DIGITS:
        return None
    if _one_out(true, shown):
        return Selip("satu angka hilang", 2)
    if _one_out(shown, true):
        return Selip("satu angka tertulis dua kali atau berlebih", 2)
    if len(shown) == len(true) and _different(shown, true) == 1:
        return Selip("satu angka salah", 3 if len(true) >= LONG else LEMAH)
    return None


def digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).as_tuple().digits))


def _different(one: str, other: str) -> int:
    """At how many places two texts of the same length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


def _one_out(longer: str, shorter: str) -> bool:
    """Whether one letter too many makes the longer text of the shorter one."""
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
