"""A number of an Excel cell as the person at the screen sees it.

Excel stores 1 where it shows 100 %, and 1250000 where a format shows 1.250.  The format of the cell
tells.
Nothing is rounded: what the format hides behind the last decimal stays.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

EXACT_DIGITS = 15  # that Excel keeps of a number
_ROUNDED = Context(prec=EXACT_DIGITS)
_THREE_DECIMALS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
# Texts, single characters, spaces, fills, colours and conditions: shown, but no part of the number.
_DECORATION = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_PLACES = re.compile(r"(?P<whole>0+)(?:\.(?P<part>0+))?")


class TidakTerbaca(ValueError):
    """The cell shows something else than a number that can be read; the text says what to do."""


def teks(value: int | float, bentuk: str) -> str:
    """The number as text: in percent with its sign, with the zeros that its format shows.  Raises
    TidakTerbaca.
    """
    exact = _exact(value)
    section = _section(bentuk, exact)
    if _SCALED.search(section):
        raise TidakTerbaca(
            "ditampilkan dalam ribuan atau jutaan; ubah format sel agar angkanya tampil utuh"
        )
    percent = "%" in section
    shown = _padded(exact * 100 if percent else exact, section)
    # A number has no thousands separator, so three decimals must not look like one.
    if _THREE_DECIMALS.fullmatch(shown):
        shown += "0"
    return f"{shown}%" if percent else shown


def _exact(value: int | float) -> Decimal:
    """What was typed; a fraction, which binary numbers do not hold, to the digits that
    Excel shows.
    """
    exact = Decimal(repr(value))
    if not exact.is_finite():
        raise TidakTerbaca("bukan angka")
    if exact and exact.adjusted() < EXACT_DIGITS and len(exact.as_tuple().digits) <= EXACT_DIGITS:
        return exact
    if exact and exact == exact.to_integral_value():
        raise TidakTerbaca(
            f"lebih dari {EXACT_DIGITS} angka; Excel tidak menyimpannya dengan tepat, tulis sebagai"
            " teks"
        )
    return _ROUNDED.plus(exact)


def _section(bentuk: str, value: Decimal) -> str:
    """The part of a format that shows this value: `positive;negative;zero;text`, without
    decoration.
    """
    sections = _DECORATION.sub("", bentuk).split(";")
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _padded(value: Decimal, section: str) -> str:
    """Plain digits; `007` and `1.10` keep the zeros that their format shows, which matter in a
    code.
    """
    plain = format(value.normalize() + 0, "f")
    places = _PLACES.search(section)
    if not places or "E" in section.upper():
        return plain
    sign = "-" if plain.startswith("-") else ""
    whole, _, part = plain.removeprefix("-").partition(".")
    whole = whole.rjust(len(places["whole"]), "0")
    part = part.ljust(len(places["part"] or ""), "0")
    return f"{sign}{whole}.{part}" if part else sign + whole
