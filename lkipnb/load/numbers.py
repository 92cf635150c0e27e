"""Numbers as people write them, read exactly or refused.

Indonesian notation groups thousands with a point and marks decimals with a comma
(`6.353.928.630,80`); English notation does the reverse.  A text that could be either, such as
`3.450`, is refused unless the caller knows the notation of the source.  Only the digits 0 to 9 are
digits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from lkipnb.desimal import banyak_desimal
from lkipnb.schemas import Column, Kind


class Notation(StrEnum):
    INDONESIAN = "indonesia"
    ENGLISH = "inggris"


class NotANumber(ValueError):
    """The text cannot be read as one exact number; the message (Indonesian) says what was
    expected.
    """


_MARK = {Notation.INDONESIAN: ",", Notation.ENGLISH: "."}
_CURRENCY = re.compile(r"^Rp\.?\s*", re.IGNORECASE)
_DASH_CENTS = re.compile(r"[.,]-+$")
_PLAIN = re.compile(r"[0-9]+")
_SEPARATED = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_DECIMALS_OF_RUPIAH = 2
# Sums over a whole table of such amounts, with sen, stay exact in the 28 digits of decimal
# arithmetic.
MOST_WHOLE_DIGITS = 18
MOST_DECIMALS = 18
MOST_CHARACTERS = 80
# A number as it stands in a longer text.
NUMBER = r"[-−–]?\s*(?:Rp\.?\s*)?[0-9][0-9.,]*"
MINUS_SIGNS = "-−–"
DASH = "dapat berarti nol atau belum ada data; tulis 0 bila memang nol, kosongkan bila belum ada"


def parse(text: str, column: Column, notation: Notation | None = None) -> Decimal:
    """The exact value of a cell of `column`; a lone dash is zero, as in accounts, where it counts
    people or money.

    Raises NotANumber when the text is no number, is ambiguous, or has more decimals than the
    kind of the column allows (none for a count, two for rupiah).
    """
    if column.kind in (Kind.COUNT, Kind.RUPIAH):
        _refuse_percent(text, column)
    if column.kind is Kind.NUMBER and column.optional and is_dash(text):
        raise NotANumber(DASH)
    value = read(text, notation)
    if column.kind is Kind.COUNT and value != value.to_integral_value():
        raise NotANumber("diharapkan bilangan bulat")
    if column.kind is Kind.RUPIAH and banyak_desimal(value) > _DECIMALS_OF_RUPIAH:
        raise NotANumber("diharapkan rupiah dengan paling banyak dua angka desimal")
    return value


def _refuse_percent(text: str, column: Column) -> None:
    if text.rstrip().endswith("%"):
        raise NotANumber(f"tertulis dalam persen; diharapkan {column.unit or 'bilangan bulat'}")


def read(text: str, notation: Notation | None = None) -> Decimal:
    """The exact value of a number written in either notation.  Raises NotANumber."""
    if len(text) > MOST_CHARACTERS:
        raise NotANumber("diharapkan angka, misalnya 1250000 atau 98,55")
    bare = _CURRENCY.sub("", text.strip().removesuffix("%").strip())
    if is_dash(bare):
        return Decimal(0)
    bare = _DASH_CENTS.sub("", bare)
    negative, bare = _sign(bare)
    value = sebatas(Decimal(_digits(bare, notation)))
    if negative:
        return -value
    return value


def is_dash(text: str) -> bool:
    """Whether nothing but a dash stands in a cell."""
    return text.strip() in tuple(MINUS_SIGNS)


def sebatas(value: Decimal) -> Decimal:
    """The value itself.  Raises NotANumber when it is longer than any figure of a budget."""
    if value and value.adjusted() >= MOST_WHOLE_DIGITS:
        raise NotANumber(
            f"lebih dari {MOST_WHOLE_DIGITS} angka di depan koma; periksa kelebihan angkanya"
        )
    if banyak_desimal(value) > MOST_DECIMALS:
        raise NotANumber(f"lebih dari {MOST_DECIMALS} angka di belakang koma; bulatkan")
    return value


def _sign(bare: str) -> tuple[bool, str]:
    if bare.startswith("(") and bare.endswith(")"):
        return True, _CURRENCY.sub("", bare[1:-1].strip())
    if bare[:1] and bare[0] in MINUS_SIGNS:
        return True, _CURRENCY.sub("", bare[1:].strip())
    return False, bare


def _digits(bare: str, notation: Notation | None) -> str:
    """The number in plain digits with a decimal point."""
    if _PLAIN.fullmatch(bare):
        return bare
    if not _SEPARATED.fullmatch(bare):
        raise NotANumber("diharapkan angka, misalnya 1250000 atau 98,55")
    mark = _decimal_mark(bare, notation)
    if not mark:
        return _ungrouped(bare)
    whole, _, fraction = bare.rpartition(mark)
    return f"{_ungrouped(whole)}.{fraction}"


def _decimal_mark(bare: str, notation: Notation | None) -> str:
    """The decimal mark in `bare`, or "" when all its separators group thousands."""
    last = max(bare.rfind("."), bare.rfind(","))
    mark = bare[last]
    before = bare[:last]
    after = bare[last + 1 :]
    if notation is not None:
        if mark == _MARK[notation]:
            return mark
        return ""
    if "." in bare and "," in bare:
        return mark
    if mark in before:
        return ""
    if len(after) == 3 and len(before) <= 3 and before.strip("0"):
        raise NotANumber(
            f"angka ini bermakna ganda; tulis {before}{after} bila ribuan, atau"
            f" {before},{_unlike_thousands(after)} bila desimal"
        )
    return mark


def _unlike_thousands(decimals: str) -> str:
    """The decimals without idle zeros, yet never three of them, which would look like thousands."""
    short = decimals.rstrip("0") or "0"
    if len(short) == len(decimals):
        return f"{short}0"
    return short


def _ungrouped(whole: str) -> str:
    """Digits without their thousands separators; the groups must be of three, of one kind."""
    separators = set(whole) & {".", ","}
    if not separators:
        return whole
    head, *groups = re.split(r"[.,]", whole)
    if len(separators) > 1 or len(head) > 3 or any(len(g) != 3 for g in groups):
        raise NotANumber(
            "pemisah ribuan tidak teratur; diharapkan kelompok tiga angka dengan satu macam pemisah"
        )
    return head + "".join(groups)
