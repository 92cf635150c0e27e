"""The numbers that a text may mean, whatever separates their thousands and decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lkipnb.desimal import banyak_desimal
from lkipnb.errors import UsageError, quote
from lkipnb.present.format import angka

Reading = Decimal | str
Shortened = tuple[Decimal, str]  # 2,91 and miliar
_SHORT = re.compile(
    r"(?:Rp\.?\s*)?(?P<angka>[-−]?[0-9]+(?:[.,][0-9]+)*)\s+(?P<besaran>miliar|juta)", re.IGNORECASE
)
_NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)*")
MOST_NUMBERS = 2
_OF_NO_FIGURE = re.compile(r"[^\w\s.,:%/()<>≤≥=–−+-]|_|\d[^\W\d_]+\d")
_RATIO = re.compile(r"(?<!\d)\d+\s*:\s*[\d.,]+")
# What separates thousands, and what decimals: Indonesian, English.
_NOTATIONS = ((".", ","), (",", "."))


def readings(text: str) -> frozenset[Reading]:
    """The numbers that a person may mean by a text: `3.450` is 3450 or 3,45; a ratio, or a word, is
    itself.
    """
    ratio = _RATIO.search(text)
    if ratio:
        return frozenset({ratio[0].replace(" ", "")})
    numbers = _numbers(text)
    if not numbers:
        return frozenset({text.strip()})
    return frozenset(reading for number in numbers for reading in _readings(number))


def typed(text: str) -> frozenset[Reading]:
    """What a person may mean by what they typed.  Raises UsageError for what is no figure: a range
    holds two numbers at most, and nothing but words and the signs of figures stands beside them.
    """
    strange = _OF_NO_FIGURE.search(text)
    if not text.strip() or strange or len(_numbers(text)) > MOST_NUMBERS:
        raise UsageError(
            f"{quote(text)} bukan angka; tulis seperti dalam laporan, misalnya 98,60% atau 1:120."
        )
    return readings(text)


def shortened(text: str) -> Shortened | None:
    """What `Rp2,91 miliar` says, as a number and its size; None for any other text."""
    match = _SHORT.fullmatch(text.strip())
    if match is None:
        return None
    value = next(_readings(match["angka"].replace("−", "-")), None)
    return None if value is None else (value, match["besaran"].lower())


def said(shown: str, value: str) -> frozenset[Reading]:
    """What a figure of the report shows, in Indonesian notation, and the exact value behind it."""
    if _RATIO.search(shown):
        return readings(shown)
    first = [next(_readings(number), None) for number in _numbers(shown)]
    behind = [exact(part) for part in value.split("/")]
    known = [number for number in (*first, *behind) if number is not None]
    return frozenset({shown, *known})


def number(reading: Reading) -> Decimal | None:
    """The number that a reading is; of a ratio its second part, of a word none."""
    if isinstance(reading, Decimal):
        return reading
    return exact(reading.rpartition(":")[2])


def exact(text: str) -> Decimal | None:
    """The number that a text writes as data do; None where it writes none."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def indonesian(text: str) -> str:
    """An exact value, or two of them, in Indonesian notation; what is no number stays."""
    return "–".join(map(_written, text.split("/")))


def _numbers(text: str) -> list[str]:
    return [number.replace("−", "-") for number in _NUMBER.findall(text)]


def _readings(number: str) -> Iterator[Decimal]:
    """By what separates thousands and decimals in it."""
    for thousands, decimals in _NOTATIONS:
        whole, _, part = number.partition(decimals)
        groups = whole.lstrip("-").split(thousands)
        is_part = part.isdigit() or not part
        if is_part and _grouped(groups):
            digits = whole.replace(thousands, "")
            yield Decimal(f"{digits}.{part or 0}")


def _grouped(groups: list[str]) -> bool:
    """Whether the digits stand as thousands do: up to three, then three each."""
    first, *others = groups
    if not others:
        return True
    return len(first) <= 3 and all(len(group) == 3 for group in others)


def _written(text: str) -> str:
    number = exact(text)
    if number is None:
        return text
    decimals = max(0, banyak_desimal(number))
    return angka(number, decimals)
