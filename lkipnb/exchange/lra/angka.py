"""Amounts and shares of an export, however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lkipnb.exchange.lra.tanda import Tanda
from lkipnb.load.numbers import (
    MINUS_SIGNS,
    MOST_CHARACTERS,
    NotANumber,
    Notation,
    read,
    sebatas,
)

_DASHES = frozenset(MINUS_SIGNS + " ")
_CURRENCY = re.compile(r"^\(?\s*-?\s*(?:rp\.?|idr)?\s*", re.IGNORECASE)
_DASH_CENTS = re.compile(r"[.,][-–]+$")
_SPACES = re.compile(r"[ \u00a0'’]")  # a thin stroke groups thousands too
_AMOUNT = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_SEPARATOR = re.compile(r"[.,]")
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]{1,2})?")
_DECIMALS = 2
_GROUP = 3  # digits between two separators of thousands
_NIP = re.compile(r"[0-9]{8} [0-9]{6} [0-9] [0-9]{3}")  # the number of a civil servant
_FOOTNOTE = re.compile(r"(?<=[0-9)]) *\*+\)?$")
_UNKNOWN = Tanda()
_SEN = Decimal("0.01")


@dataclass(frozen=True)
class Rupiah:
    """An amount, and whether it was written regularly."""

    nilai: Decimal
    teratur: bool


def rupiah(text: str, pengali: int = 1, tanda: Tanda = _UNKNOWN) -> Rupiah:
    """An amount in rupiah however it is written; `pengali` is the unit that it is written in,
    `tanda` what the amounts around it show of its separators.

    Rupiah have two decimals at most, so a last group of three digits is never a fraction;
    separators that are mixed or missing are passed over.  The long fraction that a formula leaves
    is rounded to sen, half up, and what is written in another unit to rupiah.  Raises NotANumber
    for what is no amount, and for what could be two.
    """
    bare = _FOOTNOTE.sub("", text.strip())
    if bare.lower() == "nihil" or _is_dash(bare):
        return Rupiah(Decimal(0), True)
    negative, digits = _sign(bare)
    is_amount = _AMOUNT.fullmatch(digits) and not _NIP.fullmatch(bare)
    if len(digits) > MOST_CHARACTERS or not is_amount:
        raise NotANumber("diharapkan jumlah rupiah")
    groups, fraction = _groups(digits, tanda)
    written = sebatas(Decimal(f"{''.join(groups)}.{fraction}" if fraction else "".join(groups)))
    value = _rounded(written * pengali, len(fraction), pengali)
    regular = len(groups) == 1 or bool(_GROUPED.fullmatch(digits))
    return Rupiah(-value if negative else value, regular)


def _is_dash(bare: str) -> bool:
    """Whether a dash stands for nothing; a currency alone is no amount."""
    rest = _CURRENCY.sub("", bare)
    return set(rest) <= _DASHES and any(sign in bare for sign in MINUS_SIGNS)


def _rounded(value: Decimal, decimals: int, pengali: int) -> Decimal:
    if pengali > 1:
        return value.quantize(Decimal(1), ROUND_HALF_UP)
    if decimals > _DECIMALS:
        return value.quantize(_SEN, ROUND_HALF_UP)
    return value


def persen(text: str) -> Decimal:
    """A percentage with a comma or a point before its decimals.  Raises NotANumber."""
    return read(text, Notation.INDONESIAN if "," in text else Notation.ENGLISH)


def _sign(bare: str) -> tuple[bool, str]:
    """Whether a minus or brackets stand around an amount, and its digits with their separators."""
    in_brackets = bare.startswith("(") and bare.endswith(")")
    inner = bare.strip("()") if in_brackets else bare
    amount = _CURRENCY.sub("", inner)
    lead = inner[: len(inner) - len(amount)]
    digits = _SPACES.sub("", _DASH_CENTS.sub("", amount.strip()))
    return in_brackets or "-" in lead, digits


def _groups(digits: str, tanda: Tanda) -> tuple[list[str], str]:
    """The groups of the whole number, and the decimals."""
    groups = _SEPARATOR.split(digits)
    if len(groups) == 1:
        return groups, ""
    separators = _SEPARATOR.findall(digits)
    is_decimal = separators[-1] == tanda.desimal and tanda.desimal not in separators[:-1]
    if len(groups[-1]) != _GROUP or is_decimal:
        return groups[:-1], groups[-1]
    if _could_be_fraction(groups, separators) or (tanda.ragu and len(groups) == 2):
        raise NotANumber("tiga angka di belakang pemisah dapat berarti ribuan atau pecahan")
    return groups, ""


def _could_be_fraction(groups: list[str], separators: list[str]) -> bool:
    """Whether the last three digits may be decimals: `1000000.000`, `1.000,000`."""
    *before, last = separators
    if not before:
        return len(groups[0]) > _GROUP
    return last not in before
